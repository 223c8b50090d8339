//! How the units stand on the day judged, laid out so that a whole part of the tree is two look-ups, also while single
//! findings come and go.

use super::leading::TopFindings;
use crate::coverage::{Coverage, Finding, State};
use crate::organisation::unit::UnitKind;
use crate::organisation::{Index, Organisation, sort};
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
    /// Findings missing or broken, and findings expiring, by place in the tree: a Fenwick tree.
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
        let mut sums = vec![[0; 2]; count + 1];
        for (place, unit) in index.tree.iter().enumerate() {
            let sum = sums[place + 1];
            sums[place + 1] = plus(sum, own[*unit as usize]);
            if let Some(above) = above(place + 1, count) {
                sums[above] = plus(sums[above], sums[place + 1]);
            }
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
        let (first, end) = (self.before(places.start), self.before(places.end));
        let workplaces = self.workplaces[places.end] - self.workplaces[places.start];
        [end[0] - first[0], end[1] - first[1], workplaces]
    }

    /// Workplaces in all.
    pub(super) fn workplaces(&self) -> u32 {
        self.workplaces.last().copied().unwrap_or_default()
    }

    /// Looks again at the units of findings that came or went.
    pub(super) fn look_again(
        &mut self,
        coverage: &Coverage<'_>,
        changed: &[Finding],
        organisation: &Organisation<'_>,
        index: &Index,
    ) {
        let units = changed.iter().filter_map(|finding| finding.subject.unit());
        let mut units: Vec<u32> = units.filter(|unit| index.is_known(*unit)).collect();
        sort::all(&mut units);
        units.dedup();
        for unit in units {
            let (mut worst, mut own) = (State::Met, [0; 2]);
            for finding in coverage.about_unit(unit, organisation, index) {
                add(finding, &mut worst, &mut own);
            }
            self.worst[unit as usize] = worst;
            let place = index.places(unit).start;
            let (before, after) = (self.before(place), self.before(place + 1));
            let was = [after[0] - before[0], after[1] - before[1]];
            let mut at = Some(place + 1);
            while let Some(place) = at {
                let [gaps, expiring] = plus(self.sums[place], own);
                self.sums[place] = [gaps - was[0], expiring - was[1]];
                at = above(place, self.worst.len());
            }
        }
    }

    /// What stands before a place in the tree.
    fn before(&self, mut place: usize) -> [u32; 2] {
        let mut sum = [0; 2];
        while place > 0 {
            sum = plus(sum, self.sums[place]);
            place &= place - 1;
        }
        sum
    }
}

/// The next place of a Fenwick tree whose sum takes in this one's.
fn above(place: usize, last: usize) -> Option<usize> {
    let above = place + (place & place.wrapping_neg());
    (above <= last).then_some(above)
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
