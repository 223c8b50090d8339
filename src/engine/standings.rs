//! How the units stand on the day judged, laid out so that a whole part of the tree is two look-ups.

use std::cell::OnceCell;

use super::leading::TopFindings;
use crate::coverage::{Coverage, State, units_asked};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::{Index, Organisation};
use crate::verdict::File;

/// A file, or a part of it, judged on a day, and how its units stand.
pub(super) struct JudgedFile<'a> {
    pub(super) coverage: Coverage<'a>,
    /// The unit whose part it is; none for all of it.
    pub(super) within: Option<u32>,
    pub(super) units: UnitTotals,
    pub(super) leading: TopFindings,
}

impl<'a> JudgedFile<'a> {
    pub(super) fn new(coverage: Coverage<'a>, within: Option<u32>, file: &File<'a>) -> Self {
        let units = UnitTotals::new(&coverage, &file.organisation, &file.index);
        let leading = TopFindings::new(&coverage);
        Self { coverage, within, units, leading }
    }
}

/// How each unit stands.
pub(super) struct UnitTotals {
    /// The worst state of the rules about each unit itself.
    worst: Vec<State>,
    /// What stands before each place in the tree.
    sums: Vec<PartTotals>,
    /// Whether any rule is about each unit; found out once somebody asks.
    asked: OnceCell<Vec<bool>>,
}

/// How a part of the tree stands: a unit with those below it.
#[derive(Clone, Copy, Default)]
pub(super) struct PartTotals {
    /// Findings missing or broken.
    pub(super) gaps: u32,
    /// Findings that expire within the window.
    pub(super) expiring: u32,
    /// Findings that the file does not contain enough to tell.
    pub(super) unknown: u32,
    /// Findings that are accepted.
    pub(super) accepted: u32,
    /// Workplaces among the units.
    pub(super) workplaces: u32,
}

impl UnitTotals {
    fn new(coverage: &Coverage<'_>, organisation: &Organisation<'_>, index: &Index) -> Self {
        let mut worst = vec![State::Met; organisation.units.len()];
        let is_workplace = |kind: &UnitKind| u32::from(*kind == UnitKind::Workplace);
        let own = index.kinds.iter().map(|kind| PartTotals { workplaces: is_workplace(kind), ..PartTotals::default() });
        let mut own: Vec<PartTotals> = own.collect();
        for finding in &coverage.findings {
            let Some(unit) = finding.subject.unit().filter(|unit| index.is_known(*unit)) else { continue };
            let worst = &mut worst[unit as usize];
            if gravity(finding.state) > gravity(*worst) {
                *worst = finding.state;
            }
            own[unit as usize].add(finding.state);
        }
        let mut sums = vec![PartTotals::default()];
        sums.extend(index.tree.iter().scan(PartTotals::default(), |sum, unit| {
            *sum = sum.with(own[*unit as usize], u32::wrapping_add);
            Some(*sum)
        }));
        Self { worst, sums, asked: OnceCell::new() }
    }

    /// How a unit stands by itself: the worst state of the rules about it; none where no rule is.
    pub(super) fn state(&self, unit: u32, organisation: &Organisation<'_>, index: &Index, on: Date) -> Option<State> {
        let worst = self.worst[unit as usize];
        let asked = || {
            let mut asked = vec![false; self.worst.len()];
            for unit in units_asked(organisation, index, on).into_iter().flatten() {
                if let Some(asked) = asked.get_mut(unit as usize) {
                    *asked = true;
                }
            }
            asked
        };
        (worst != State::Met || self.asked.get_or_init(asked)[unit as usize]).then_some(worst)
    }

    /// How a unit stands with those below it.
    pub(super) fn part(&self, index: &Index, unit: u32) -> PartTotals {
        let places = index.places(unit);
        self.sums[places.end].with(self.sums[places.start], u32::wrapping_sub)
    }

    /// Workplaces in all.
    pub(super) fn workplaces(&self) -> u32 {
        self.sums.last().map_or(0, |all| all.workplaces)
    }
}

impl PartTotals {
    fn add(&mut self, state: State) {
        match state {
            State::Missing | State::Broken => self.gaps += 1,
            State::Expiring => self.expiring += 1,
            State::Unknown => self.unknown += 1,
            State::Accepted => self.accepted += 1,
            State::Met => {}
        }
    }

    /// Each count of one and of another, put together.
    pub(super) fn with(self, other: Self, put: fn(u32, u32) -> u32) -> Self {
        Self {
            gaps: put(self.gaps, other.gaps),
            expiring: put(self.expiring, other.expiring),
            unknown: put(self.unknown, other.unknown),
            accepted: put(self.accepted, other.accepted),
            workplaces: put(self.workplaces, other.workplaces),
        }
    }
}

/// How bad a state is, from 0 for met.
pub(super) fn gravity(state: State) -> u8 {
    match state {
        State::Met => 0,
        State::Accepted => 1,
        State::Expiring => 2,
        State::Unknown => 3,
        State::Broken => 4,
        State::Missing => 5,
    }
}
