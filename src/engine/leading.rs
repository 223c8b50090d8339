//! Of each rule the findings that the overview shows first.

use crate::coverage::{Coverage, Finding, State};
use crate::organisation::value::Date;

/// Most urgent findings kept of a rule: no more of one rule are shown, so that a common one does not hide the others.
const URGENT: usize = 3;

/// Soonest endings kept of a rule.
const ENDING: usize = 1;

/// What comes first of each rule.
pub(super) struct TopFindings {
    of_rules: Vec<Lists>,
}

/// What comes first of one rule, equals by id.
#[derive(Default)]
struct Lists {
    urgent: Vec<Finding>,
    ending: Vec<Finding>,
}

impl TopFindings {
    pub(super) fn new(coverage: &Coverage<'_>) -> Self {
        let mut of_rules: Vec<Lists> = coverage.rules.iter().map(|_| Lists::default()).collect();
        for finding in &coverage.findings {
            of_rules[finding.rule as usize].take(finding);
        }
        Self { of_rules }
    }

    /// The most urgent findings of each rule, by rule; what is accepted is none.
    pub(super) fn urgent(&self) -> impl Iterator<Item = &Finding> {
        self.of_rules.iter().flat_map(|lists| &lists.urgent)
    }

    /// What is met and ends soonest of each rule, by rule.
    pub(super) fn ending(&self) -> impl Iterator<Item = &Finding> {
        self.of_rules.iter().flat_map(|lists| &lists.ending)
    }
}

impl Lists {
    /// Takes a finding in where it comes first; they come in the order of their ids.
    fn take(&mut self, finding: &Finding) {
        if is_urgent(finding) {
            insert(&mut self.urgent, URGENT, finding, urgency);
        }
        if is_ending(finding) {
            insert(&mut self.ending, ENDING, finding, end);
        }
    }
}

fn insert(list: &mut Vec<Finding>, count: usize, finding: &Finding, key: fn(&Finding) -> Urgency) {
    let place = list.partition_point(|before| key(before) <= key(finding));
    if place < count {
        list.truncate(count - 1);
        list.insert(place, *finding);
    }
}

type Urgency = (u8, Option<Date>);

/// What the findings of one rule are sorted by, the most urgent first: what is not met before what is not known and
/// what will not be, the soonest first.
pub(super) fn urgency(finding: &Finding) -> Urgency {
    let group = match finding.state {
        State::Missing | State::Broken => 0,
        State::Unknown => 1,
        State::Expiring => 2,
        State::Accepted | State::Met => 3,
    };
    (group, finding.until)
}

fn end(finding: &Finding) -> Urgency {
    (0, finding.until)
}

fn is_urgent(finding: &Finding) -> bool {
    finding.state != State::Accepted
}

fn is_ending(finding: &Finding) -> bool {
    finding.state == State::Expiring
}
