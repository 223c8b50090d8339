//! Coverage: what must hold, judged on a day.
//!
//! A rule is data ([`crate::organisation::rule`]); a file has its own and those of the [`packs`] it names ([`rules`]).
//! Each shape of rule is judged by one file here that goes through the rule's *subjects*, the things it must hold
//! for, and says of each how it stands on any day and what that depends on. [`judge`] asks for one day, [`forecast`]
//! for all days to come. What is not simply met becomes a [`Finding`], with the reason as data ([`Cause`]);
//! [`because::BecauseView`] is that reason taken out of the file, to be sent, written as JSON or put in words.
//! `docs/rules.md` says what every shape means. Who could put a finding right is for [`suggest`] to say.
//!
//! Judging never looks an id up by its text for every subject and sets nothing aside in memory for one that is met:
//! a country has a hundred thousand workplaces.
//!
//! A newcomer may add a shape of rule (one file here), a pack ([`packs`], data alone) or a reason ([`because`]);
//! `CONTRIBUTING.md` lists the places. The ids of findings are a contract: exceptions of files name them.

pub mod advice;
mod appointed_by;
pub mod because;
mod done;
pub mod duty;
mod exceptions;
mod exists;
pub mod finding;
pub mod forecast;
mod found;
mod holders;
mod inventoried;
mod load;
mod look;
mod measures_on_time;
mod members;
mod order;
pub mod packs;
pub mod part;
mod reports_to;
mod represented;
mod reviewed;
pub mod rules;
mod substitute;
pub mod suggest;
#[cfg(test)]
mod testing;
pub mod time;
pub mod trained;
mod visit;

use serde::{Deserialize, Serialize};

use self::found::FindingCollector;
use self::look::JudgeContext;
use self::part::Part;
use self::visit::{Judgement, Terms, Visit};
use crate::organisation::number::saturating;
use crate::organisation::record::words;
use crate::organisation::rule::{Rule, Shape};
use crate::organisation::value::Date;
use crate::organisation::{Index, Organisation};

pub use self::advice::{RuleAdvice, advise, advise_one};
pub use self::because::Cause;
pub(crate) use self::done::state as done_state;
pub use self::exceptions::{AcceptanceLack, ExceptionStanding, ExceptionVerdict, exceptions};
pub use self::finding::{Accepted, Finding, Subject};
pub(crate) use self::reviewed::state as review_state;
pub use self::rules::{in_force, rules_text, unknown_packs};

words! {
    /// How a rule stands for one subject.
    pub enum State {
        /// The rule holds, and goes on holding for at least [`time::WINDOW`] days.
        Met = "met",
        /// The rule holds today, and on some day of the next [`time::WINDOW`] it will not, as the file stands.
        Expiring = "expiring",
        /// What the rule asks for is not there.
        Missing = "missing",
        /// What the rule forbids is there.
        Broken = "broken",
        /// The file does not say.
        Unknown = "unknown",
        /// The rule is missing, broken or unknown for the subject, and the file accepts that for now.
        Accepted = "accepted",
    }
}

/// How many subjects of a rule stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// All subjects of the rule: the sum of the others.
    pub applicable: u32,
    /// Subjects that are met and go on so.
    pub met: u32,
    /// Subjects that are met today only.
    pub expiring: u32,
    /// Subjects that miss what the rule asks for.
    pub missing: u32,
    /// Subjects that have what the rule forbids.
    pub broken: u32,
    /// Subjects the file does not say enough about.
    pub unknown: u32,
    /// Subjects whose fault is accepted for now.
    pub accepted: u32,
}

impl Tally {
    /// The tally of a rule with so many subjects, before any finding is counted.
    pub(crate) fn of(applicable: u32) -> Self {
        Self { applicable, met: applicable, ..Self::default() }
    }

    /// The gaps (avvikelser): subjects that miss what the rule asks for, or have what it forbids. What is not known,
    /// is accepted or only expires is none.
    pub const fn gaps(&self) -> u32 {
        self.missing + self.broken
    }

    /// Subjects for which the rule is met today, whether or not it goes on so.
    pub const fn held(&self) -> u32 {
        self.met + self.expiring
    }

    /// Both tallies as one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            applicable: self.applicable + other.applicable,
            met: self.met + other.met,
            expiring: self.expiring + other.expiring,
            missing: self.missing + other.missing,
            broken: self.broken + other.broken,
            unknown: self.unknown + other.unknown,
            accepted: self.accepted + other.accepted,
        }
    }

    /// Subjects in one state.
    pub fn of_state(&self, state: State) -> u32 {
        match state {
            State::Met => self.met,
            State::Expiring => self.expiring,
            State::Missing => self.missing,
            State::Broken => self.broken,
            State::Unknown => self.unknown,
            State::Accepted => self.accepted,
        }
    }

    /// The tally of subjects that stand so.
    pub fn from_states(states: impl Iterator<Item = State>) -> Self {
        let mut tally = Self::default();
        for state in states {
            tally.applicable += 1;
            tally.met += 1;
            tally.count(state);
        }
        tally
    }

    /// Moves one subject from met to the state of its finding.
    pub(crate) fn count(&mut self, state: State) {
        self.met -= 1;
        *self.place(state) += 1;
    }

    fn place(&mut self, state: State) -> &mut u32 {
        match state {
            State::Met => &mut self.met,
            State::Expiring => &mut self.expiring,
            State::Missing => &mut self.missing,
            State::Broken => &mut self.broken,
            State::Unknown => &mut self.unknown,
            State::Accepted => &mut self.accepted,
        }
    }
}

/// A rule in force and how its subjects stand.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleVerdict<'a> {
    /// The rule in force.
    pub rule: Rule<'a>,
    /// How its subjects stand.
    pub tally: Tally,
}

/// Every rule in force, and everything that is not simply met, on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage<'a> {
    /// The day judged.
    pub on: Date,
    /// The rules in force, by id.
    pub rules: Vec<RuleVerdict<'a>>,
    /// What is not simply met, by the text of its id.
    pub findings: Vec<Finding>,
}

impl<'a> Coverage<'a> {
    /// The rule that a finding is about.
    pub fn rule(&self, finding: &Finding) -> &Rule<'a> {
        &self.rules[finding.rule as usize].rule
    }

    /// The finding with this id.
    pub fn find(&self, id: &str, organisation: &Organisation<'_>, index: &Index) -> Option<&Finding> {
        let place = self.findings.partition_point(|finding| *self.id(finding, organisation, index) < *id);
        self.findings.get(place).filter(|finding| self.id(finding, organisation, index) == id)
    }

    /// The findings about a unit or someone or something there, in no order.
    pub fn about_unit(&self, unit: u32, organisation: &Organisation<'_>, index: &Index) -> Vec<&Finding> {
        order::about_unit(self, unit, organisation, index)
    }

    /// The id of a finding: the rule's id, `:` and the subject's.
    pub fn id(&self, finding: &Finding, organisation: &Organisation<'_>, index: &Index) -> String {
        format!("{}:{}", self.rule(finding).id, finding.subject.id(organisation, index))
    }
}

/// Judges every rule in force on a day. Units that rules name and no item has get a number in `index`.
pub fn judge<'a>(organisation: &Organisation<'a>, index: &mut Index, on: Date) -> Coverage<'a> {
    judge_part(organisation, index, on, None)
}

/// Judges the rules in force on a day: only what concerns one unit and those below it, where a unit is given.
pub fn judge_part<'a>(
    organisation: &Organisation<'a>,
    index: &mut Index,
    on: Date,
    within: Option<u32>,
) -> Coverage<'a> {
    judge_rules(organisation, index, rules::in_force(organisation), on, within)
}

/// Judges some rules on a day, in force or not. No two of them have one id, and they come in the order of it.
pub fn judge_rules<'r>(
    organisation: &Organisation<'_>,
    index: &mut Index,
    rules: Vec<Rule<'r>>,
    on: Date,
    within: Option<u32>,
) -> Coverage<'r> {
    let part = within.map(|unit| Part::new(organisation, index, unit, on));
    let (mut verdicts, mut findings) = (Vec::new(), Vec::new());
    for rule in rules {
        number_named(&rule.shape, index);
        let look = JudgeContext { organisation, index };
        let mut found = FindingCollector::new(saturating(verdicts.len()), on, part.as_ref(), &mut findings);
        subjects(&rule.shape, &look, &mut found);
        let tally = Tally::of(found.applicable);
        verdicts.push(RuleVerdict { rule, tally });
    }
    let mut coverage = Coverage { on, rules: verdicts, findings };
    order::sort_and_accept(&mut coverage, organisation, index);
    for finding in &coverage.findings {
        coverage.rules[finding.rule as usize].tally.count(finding.state);
    }
    coverage
}

/// For every rule in force, by id: the units it is about on a day, met or not, each as often as it is the unit of a
/// subject. The rules have been judged with `index` before.
pub fn units_asked(organisation: &Organisation<'_>, index: &Index, on: Date) -> Vec<Vec<u32>> {
    let asked = |rule: Rule<'_>| {
        let mut asked = SubjectUnits { on, units: Vec::new() };
        subjects(&rule.shape, &JudgeContext { organisation, index }, &mut asked);
        asked.units
    };
    rules::in_force(organisation).into_iter().map(asked).collect()
}

/// Takes the units of the subjects that a rule has on a day.
struct SubjectUnits {
    on: Date,
    units: Vec<u32>,
}

impl Visit for SubjectUnits {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, _: Terms<'_>) {
        if judge(self.on).is_some() {
            self.units.extend(subject.unit());
        }
    }
}

/// Gives the groups and parties that a rule names a number each, whether the file has them or not.
fn number_named(shape: &Shape<'_>, index: &mut Index) {
    let (group, parties) = match shape {
        Shape::Members(shape) => (&shape.group, None),
        Shape::Represented(shape) => (&shape.group, shape.parties.as_ref()),
        _ => return,
    };
    for id in group.iter().chain(parties.into_iter().flatten()) {
        index.unit_or_unresolved(id);
    }
}

/// Tells of every subject that a rule has on some day, and how it stands. The list of shapes: each is judged by the file
/// of its name.
fn subjects(shape: &Shape<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    match shape {
        Shape::Exists(shape) => exists::subjects(shape, look, visit),
        Shape::Holders(shape) => holders::subjects(shape, look, visit),
        Shape::ReportsTo(shape) => reports_to::subjects(shape, look, visit),
        Shape::AppointedBy(shape) => appointed_by::subjects(shape, look, visit),
        Shape::Members(shape) => members::subjects(shape, look, visit),
        Shape::Represented(shape) => represented::subjects(shape, look, visit),
        Shape::Trained(shape) => trained::subjects(shape, look, visit),
        Shape::Reviewed(shape) => reviewed::subjects(shape, look, visit),
        Shape::Done(shape) => done::subjects(shape, look, visit),
        Shape::Substitute(shape) => substitute::subjects(shape, look, visit),
        Shape::Load(shape) => load::subjects(shape, look, visit),
        Shape::Inventoried(shape) => inventoried::subjects(shape, look, visit),
        Shape::MeasuresOnTime(shape) => measures_on_time::subjects(shape, look, visit),
    }
}

#[cfg(test)]
mod tests {
    use super::testing::told;
    use super::{State, Tally};

    #[test]
    fn two_tallies_as_one_count_each_state_by_itself() {
        let one = Tally { applicable: 21, met: 1, expiring: 2, missing: 3, broken: 4, unknown: 5, accepted: 6 };
        let other =
            Tally { applicable: 210, met: 10, expiring: 20, missing: 30, broken: 40, unknown: 50, accepted: 60 };
        let both = one.and(other);
        let states = [State::Met, State::Expiring, State::Missing, State::Broken, State::Unknown, State::Accepted]
            .map(|state| both.of_state(state));
        assert_eq!((both.applicable, states), (231, [11, 22, 33, 44, 55, 66]));
        assert_eq!((both.held(), both.gaps()), (33, 77));
    }

    #[test]
    fn a_rule_is_about_units_whether_it_holds_there_or_not() {
        let file = r#"
            "units": [{"id": "a", "name": "", "kind": "workplace"}, {"id": "b", "name": "", "kind": "department"},
                {"id": "c", "name": "", "kind": "workplace"}],
            "people": [{"id": "p", "name": "P"}],
            "assignments": [{"role": "x", "unit": "a", "person": "p"}],
            "rules": [
                {"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}},
                {"id": "s", "exists": {"kind": "group"}}
            ]"#;
        let (organisation, index) = super::testing::organisation(file);
        let asked = super::units_asked(&organisation, &index, "2026-07-01".parse().unwrap());
        assert_eq!(asked, [vec![0, 2], vec![]]);
    }

    #[test]
    fn what_is_found_about_a_unit_is_about_it_and_those_there_and_nothing_of_its_namesakes() {
        let file = r#"
            "units": [{"id": "a", "name": "", "kind": "workplace"}, {"id": "a-2", "name": "", "kind": "workplace"},
                {"id": "ab", "name": "", "kind": "workplace"}],
            "people": [{"id": "p", "name": "P"}],
            "trainings": [{"id": "t", "name": "T"}],
            "documents": [{"id": "a", "title": "", "kind": "plan", "review_by": "2026-01-01"}],
            "assignments": [{"role": "y", "unit": "a", "person": "p"}, {"role": "y", "unit": "ab", "person": "p"}],
            "rules": [
                {"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}},
                {"id": "t", "trained": {"training": "t", "who": ["y"]}},
                {"id": "v", "reviewed": {"kinds": ["plan"]}}
            ]"#;
        let (organisation, mut index) = super::testing::organisation(file);
        let coverage = super::judge(&organisation, &mut index, "2026-07-01".parse().unwrap());
        assert_eq!(told(file, "2026-07-01").len(), 6, "a document has the id of a unit");
        let about = |unit: &str| {
            let found = coverage.about_unit(index.unit(unit).unwrap(), &organisation, &index);
            found.into_iter().map(|finding| coverage.id(finding, &organisation, &index)).collect::<Vec<_>>()
        };
        assert_eq!(about("a"), ["r:a", "t:a:p"]);
        assert_eq!(about("a-2"), ["r:a-2"]);
        assert_eq!(about("ab"), ["r:ab", "t:ab:p"]);
    }

    #[test]
    fn findings_come_in_the_order_of_their_whole_ids() {
        let file = r#"
            "units": [{"id": "b", "name": "", "kind": "workplace"}, {"id": "a", "name": "", "kind": "workplace"}],
            "rules": [
                {"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}},
                {"id": "r-2", "holders": {"of": "x", "in": {"kind": "workplace"}}}
            ]"#;
        let all = ["r-2:a missing", "r-2:b missing", "r:a missing", "r:b missing"];
        assert_eq!(told(file, "2026-07-01"), all);
    }

    #[test]
    fn an_exception_accepts_a_finding_through_its_last_day() {
        let file = r#"
            "units": [{"id": "a", "name": "", "kind": "workplace"}],
            "rules": [{"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}}],
            "exceptions": [{"finding": "r:a", "reason": "Flyttar i höst", "until": "2026-07-01"}]"#;
        assert_eq!(told(file, "2026-07-01"), ["r:a accepted"]);
        assert_eq!(told(file, "2026-07-02"), ["r:a missing"]);
    }

    #[test]
    fn an_exception_does_not_hide_that_a_term_ends() {
        let file = r#"
            "units": [{"id": "a", "name": "", "kind": "workplace"}],
            "people": [{"id": "p", "name": "P"}],
            "assignments": [{"role": "x", "unit": "a", "person": "p", "until": "2026-07-31"}],
            "rules": [{"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}}],
            "exceptions": [{"finding": "r:a", "reason": "Flyttar i höst"}]"#;
        assert_eq!(told(file, "2026-07-01"), ["r:a expiring until 2026-07-31"]);
        assert_eq!(told(file, "2026-08-01"), ["r:a accepted since 2026-08-01"]);
    }
}
