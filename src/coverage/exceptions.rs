//! What the file accepts, and whether there is still something for it to accept.

use super::{Coverage, Finding, State};
use crate::organisation::record::words;
use crate::organisation::rule::Severity;
use crate::organisation::value::Date;
use crate::organisation::work::Exception;
use crate::organisation::{Index, Organisation};

words! {
    /// How an exception of the file stands on the day judged.
    pub enum ExceptionStanding {
        /// The exception accepts a finding.
        Accepts = "accepts",
        /// The rule holds for now, and within the window it will not: there will be something to accept.
        Waits = "waits",
        /// The last day of the exception has passed, and the finding is still there.
        Lapsed = "lapsed",
        /// The finding does not stand as it did when it was accepted.
        Changed = "changed",
        /// The rule holds: there is nothing to accept.
        Settled = "settled",
        /// No rule in force begins its id.
        NoRule = "no_rule",
    }
}

impl ExceptionStanding {
    /// Whether the exception accepts nothing, and somebody should look at it.
    pub const fn is_stale(self) -> bool {
        !matches!(self, Self::Accepts | Self::Waits)
    }
}

words! {
    /// What the acceptance of something that must be met has to state and does not.
    pub enum AcceptanceLack {
        /// The last day on which it is accepted.
        End = "until",
        /// The person who decided to accept it.
        Decider = "who",
    }
}

/// An exception and what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct ExceptionVerdict<'c> {
    /// How the exception stands.
    pub standing: ExceptionStanding,
    /// The finding of its id, where there is one on the day.
    pub finding: Option<&'c Finding>,
    /// What the exception has to state and does not: nothing where the rule only should be met, and of one that accepts
    /// nothing any longer.
    pub lacks: Vec<AcceptanceLack>,
}

/// How every exception of the file stands, in the order of the file.
pub fn exceptions<'c>(
    coverage: &'c Coverage<'_>,
    organisation: &Organisation<'_>,
    index: &Index,
) -> Vec<ExceptionVerdict<'c>> {
    let verdict = |exception: &Exception<'_>| {
        let wanted = &*exception.finding;
        let id = |finding: &Finding| coverage.id(finding, organisation, index);
        // The findings are in the order of their ids.
        let place = coverage.findings.partition_point(|finding| *id(finding) < *wanted);
        let finding = coverage.findings.get(place).filter(|finding| id(finding) == wanted);
        let standing = standing(exception, finding, coverage);
        let binds = finding.is_some_and(|finding| coverage.rule(finding).severity() == Severity::Must);
        let lacks = if binds && !standing.is_stale() { lacks(exception, index) } else { Vec::new() };
        ExceptionVerdict { standing, finding, lacks }
    };
    organisation.exceptions.iter().map(verdict).collect()
}

/// What an exception does not state of what accepting something that must be met takes.
fn lacks(exception: &Exception<'_>, index: &Index) -> Vec<AcceptanceLack> {
    let decided = exception.who.as_ref().is_some_and(|who| index.person(who).is_some());
    let end = exception.until.is_none().then_some(AcceptanceLack::End);
    end.into_iter().chain((!decided).then_some(AcceptanceLack::Decider)).collect()
}

fn standing(exception: &Exception<'_>, finding: Option<&Finding>, coverage: &Coverage<'_>) -> ExceptionStanding {
    let passed = exception.until.is_some_and(|until| until < coverage.on);
    match finding.map(|finding| finding.state) {
        Some(State::Accepted) => ExceptionStanding::Accepts,
        Some(State::Expiring) if !passed => ExceptionStanding::Waits,
        Some(State::Missing | State::Broken | State::Unknown) if passed => ExceptionStanding::Lapsed,
        Some(State::Missing | State::Broken | State::Unknown) => ExceptionStanding::Changed,
        Some(State::Expiring | State::Met) | None => {
            let begins = |rule: &str| exception.finding.strip_prefix(rule).is_some_and(|rest| rest.starts_with(':'));
            let known = coverage.rules.iter().any(|verdict| begins(&verdict.rule.id));
            if known { ExceptionStanding::Settled } else { ExceptionStanding::NoRule }
        }
    }
}

/// The exceptions from findings of one rule that have not passed on a day.
pub(super) fn of_rule<'o, 'a>(rule: &str, organisation: &'o Organisation<'a>, on: Date) -> Vec<&'o Exception<'a>> {
    let is_of_rule = |exception: &&Exception<'_>| {
        let rest = exception.finding.strip_prefix(rule);
        rest.is_some_and(|rest| rest.starts_with(':')) && exception.until.is_none_or(|until| until >= on)
    };
    organisation.exceptions.iter().filter(is_of_rule).collect()
}

/// Whether an exception that has not passed accepts the finding as it stands.
pub(super) fn accepts(exception: &Exception<'_>, finding: &Finding) -> bool {
    matches!(finding.state, State::Missing | State::Broken | State::Unknown)
        && exception.was.is_none_or(|was| was.word() == finding.state.word())
        && exception.since.is_none_or(|since| finding.since == Some(since))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::judge;
    use crate::coverage::testing::{organisation, told};
    use crate::organisation::value::parse_date;

    /// A workplace whose representative left at the end of May, and an exception with these further fields.
    fn file(exception: &str) -> String {
        format!(
            r#""units": [{{"id": "a", "name": "A", "kind": "workplace"}}],
            "people": [{{"id": "p", "name": "P"}}],
            "assignments": [{{"role": "x", "unit": "a", "person": "p", "until": "2026-05-31"}}],
            "rules": [{{"id": "r", "holders": {{"of": "x", "in": {{"kind": "workplace"}}}}}}],
            "exceptions": [{{"reason": "Flyttar i höst", {exception}}}]"#
        )
    }

    fn stands(file: &str, on: &str) -> ExceptionStanding {
        let (organisation, mut index) = organisation(file);
        let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
        exceptions(&coverage, &organisation, &index)[0].standing
    }

    #[test]
    fn an_exception_without_more_accepts_the_finding_however_it_stands() {
        let file = file(r#""finding": "r:a""#);
        assert_eq!(told(&file, "2026-07-01"), ["r:a accepted since 2026-06-01"]);
        assert_eq!(stands(&file, "2026-07-01"), ExceptionStanding::Accepts);
    }

    #[test]
    fn a_finding_comes_back_when_it_stands_otherwise_than_when_it_was_accepted() {
        let same = file(r#""finding": "r:a", "was": "missing""#);
        assert_eq!(stands(&same, "2026-07-01"), ExceptionStanding::Accepts);
        let other = file(r#""finding": "r:a", "was": "broken""#);
        assert_eq!(told(&other, "2026-07-01"), ["r:a missing since 2026-06-01"]);
        assert_eq!(stands(&other, "2026-07-01"), ExceptionStanding::Changed);
    }

    #[test]
    fn a_finding_comes_back_when_it_has_begun_anew() {
        let same = file(r#""finding": "r:a", "since": "2026-06-01""#);
        assert_eq!(stands(&same, "2026-07-01"), ExceptionStanding::Accepts);
        let earlier = file(r#""finding": "r:a", "since": "2025-02-01""#);
        assert_eq!(told(&earlier, "2026-07-01"), ["r:a missing since 2026-06-01"]);
        assert_eq!(stands(&earlier, "2026-07-01"), ExceptionStanding::Changed);
    }

    #[test]
    fn a_finding_comes_back_when_the_day_has_passed() {
        let file = file(r#""finding": "r:a", "until": "2026-07-01""#);
        assert_eq!(stands(&file, "2026-07-01"), ExceptionStanding::Accepts);
        assert_eq!(stands(&file, "2026-07-02"), ExceptionStanding::Lapsed);
        assert!(ExceptionStanding::Lapsed.is_stale() && !ExceptionStanding::Accepts.is_stale());
    }

    #[test]
    fn an_exception_has_its_last_day_also_where_the_finding_has_changed_and_waits_for_nothing_after_it() {
        let other = file(r#""finding": "r:a", "was": "broken", "until": "2026-07-01""#);
        assert_eq!(stands(&other, "2026-07-01"), ExceptionStanding::Changed);
        assert_eq!(stands(&other, "2026-07-02"), ExceptionStanding::Lapsed);
        let over = file(r#""finding": "r:a", "until": "2026-05-01""#);
        assert_eq!(stands(&over, "2026-05-01"), ExceptionStanding::Waits);
        assert_eq!(stands(&over, "2026-05-02"), ExceptionStanding::Settled);
    }

    #[test]
    fn an_exception_for_what_holds_is_settled_unless_it_is_about_to_end() {
        let file = file(r#""finding": "r:a""#);
        assert_eq!(stands(&file, "2026-01-01"), ExceptionStanding::Settled);
        assert_eq!(stands(&file, "2026-05-01"), ExceptionStanding::Waits);
    }

    fn lacking(file: &str, on: &str) -> Vec<AcceptanceLack> {
        let (organisation, mut index) = organisation(file);
        let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
        exceptions(&coverage, &organisation, &index).remove(0).lacks
    }

    #[test]
    fn accepting_what_must_be_met_takes_an_end_and_somebody_who_decided() {
        let must = |exception: &str| file(exception).replace(r#""id": "r", "#, r#""id": "r", "severity": "must", "#);
        let both = [AcceptanceLack::End, AcceptanceLack::Decider];
        assert_eq!(lacking(&must(r#""finding": "r:a""#), "2026-07-01"), both);
        assert_eq!(lacking(&must(r#""finding": "r:a""#), "2026-05-01"), both, "while it waits");
        let end = must(r#""finding": "r:a", "until": "2026-12-31""#);
        assert_eq!(lacking(&end, "2026-07-01"), [AcceptanceLack::Decider]);
        let nobody = must(r#""finding": "r:a", "until": "2026-12-31", "who": "gone""#);
        assert_eq!(lacking(&nobody, "2026-07-01"), [AcceptanceLack::Decider]);
        let who = must(r#""finding": "r:a", "who": "p""#);
        assert_eq!(lacking(&who, "2026-07-01"), [AcceptanceLack::End]);
        assert_eq!(lacking(&must(r#""finding": "r:a", "until": "2026-12-31", "who": "p""#), "2026-07-01"), []);
    }

    #[test]
    fn accepting_what_should_be_met_and_accepting_nothing_take_no_more() {
        let should = file(r#""finding": "r:a""#).replace(r#""id": "r", "#, r#""id": "r", "severity": "should", "#);
        assert_eq!(lacking(&should, "2026-07-01"), []);
        let must = file(r#""finding": "r:a""#).replace(r#""id": "r", "#, r#""id": "r", "severity": "must", "#);
        assert_eq!(lacking(&must, "2026-01-01"), [], "the rule is met: it is told as settled");
    }

    #[test]
    fn an_exception_for_a_rule_that_is_not_in_force_says_so() {
        assert_eq!(stands(&file(r#""finding": "gone:a""#), "2026-07-01"), ExceptionStanding::NoRule);
        assert_eq!(stands(&file(r#""finding": "r""#), "2026-07-01"), ExceptionStanding::NoRule);
        assert_eq!(stands(&file(r#""finding": "r:gone""#), "2026-07-01"), ExceptionStanding::Settled);
    }
}
