//! How the units stand on the day judged, laid out so that a whole part of the tree is two look-ups.

use super::leading::TopFindings;
use crate::coverage::{Coverage, Finding, State};
use crate::organisation::unit::UnitKind;
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
    pub(super) worst: Vec<State>,
    /// Findings missing or broken, and findings expiring, before each place in the tree.
    sums: Vec<[u32; 2]>,
    /// Workplaces before each place in the tree.
    workplaces: Vec<u32>,
}

impl UnitTotals {
    fn new(coverage: &Coverage<'_>, organisation: &Organisation<'_>, index: &Index) -> Self {
        let count = organisation.units.len();
        let mut worst = vec![State::Met; count];
        let mut own = vec![[0; 2]; count];
        for finding in &coverage.findings {
            let Some(unit) = finding.subject.unit().filter(|unit| index.is_known(*unit)) else { continue };
            add(finding, &mut worst[unit as usize], &mut own[unit as usize]);
        }
        let mut sums = Vec::with_capacity(count + 1);
        sums.push([0; 2]);
        for (place, unit) in index.tree.iter().enumerate() {
            sums.push(plus(sums[place], own[*unit as usize]));
        }
        let mut workplaces = Vec::with_capacity(count + 1);
        workplaces.push(0);
        for (place, unit) in index.tree.iter().enumerate() {
            workplaces.push(workplaces[place] + u32::from(index.kinds[*unit as usize] == UnitKind::Workplace));
        }
        Self { worst, sums, workplaces }
    }

    /// Findings missing or broken, findings expiring, and workplaces, at and below a unit.
    pub(super) fn part(&self, index: &Index, unit: u32) -> [u32; 3] {
        let places = index.places(unit);
        let (first, end) = (self.sums[places.start], self.sums[places.end]);
        let workplaces = self.workplaces[places.end] - self.workplaces[places.start];
        [end[0] - first[0], end[1] - first[1], workplaces]
    }

    /// Workplaces in all.
    pub(super) fn workplaces(&self) -> u32 {
        self.workplaces.last().copied().unwrap_or_default()
    }
}

fn plus(a: [u32; 2], b: [u32; 2]) -> [u32; 2] {
    [a[0] + b[0], a[1] + b[1]]
}

fn add(finding: &Finding, worst: &mut State, own: &mut [u32; 2]) {
    if gravity(finding.state) > gravity(*worst) {
        *worst = finding.state;
    }
    own[0] += u32::from(matches!(finding.state, State::Missing | State::Broken));
    own[1] += u32::from(finding.state == State::Expiring);
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
