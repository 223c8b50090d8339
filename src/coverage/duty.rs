//! Duties with a day: what the file, the rules in force and the law set a last day for.

use super::look::JudgeContext;
use super::part::Part;
use super::time::{DaySpan, lasts};
use super::trained::trainees;
use super::visit::{Judgement, Terms, Visit};
use super::{Coverage, State, Subject, subjects};
use crate::organisation::ids::NONE;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::value::Date;
use crate::organisation::work::ActivityKind;
use crate::organisation::{Index, Organisation};
use crate::risk::position::is_done;

/// Something that the law asks of every municipality by a day of the year.
#[derive(Debug, PartialEq, Eq)]
pub struct Statutory {
    /// The id of the duty.
    pub id: &'static str,
    /// The act that asks it, in the Swedish code of statutes.
    pub law: &'static str,
    month: u32,
    day: u32,
    /// The duty comes every so many years, counted from this one.
    every: (i32, i32),
}

/// What the law asks: the risk and vulnerability analysis in the year after each election, and each year what has
/// become of it.
pub static STATUTORY: [Statutory; 2] = [
    Statutory { id: "rsa-follow-up", law: "2006:544", month: 2, day: 15, every: (1, 2027) },
    Statutory { id: "rsa", law: "2006:544", month: 10, day: 31, every: (4, 2027) },
];

impl Statutory {
    /// The last day for it in a year, where it comes that year.
    fn in_year(&self, year: i32) -> Option<Date> {
        let (years, from) = self.every;
        let comes = (year - from).rem_euclid(years) == 0;
        comes.then(|| Date::from_ymd_opt(year, self.month, self.day)).flatten()
    }
}

/// What falls due. Numbers are those of the index, or indices of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// What the law asks.
    Statutory(&'static Statutory),
    /// A document to be reviewed.
    Review(u32),
    /// A training that someone must take again.
    Lapse {
        /// Index of the training in its list.
        training: u32,
        /// The unit for which they hold the role that it is asked of.
        unit: u32,
        /// Number of the person who must take it again.
        person: u32,
    },
    /// An assignment that ends.
    End(u32),
    /// A kind of activity that a rule wants done again.
    Done {
        /// Number of the unit where it is to be done.
        unit: u32,
        /// The kind of activity to be done again.
        kind: ActivityKind,
    },
    /// A unit whose risks a rule wants reviewed again.
    Inventory(u32),
    /// A measure to be done.
    Measure(u32),
    /// An activity that is planned.
    Planned(u32),
    /// An exception that ends.
    Exception(u32),
}

/// A duty and the last day for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last day for the duty, included.
    pub by: Date,
    /// What is to be done.
    pub duty: Duty,
}

/// The days from the first through the last, and whose duties are wanted.
#[derive(Debug, Clone, Copy)]
pub struct DutyQuery<'p> {
    /// The first day, included.
    pub first: Date,
    /// The last day, included.
    pub last: Date,
    /// The part they concern; none for all.
    pub part: Option<&'p Part>,
}

impl DutyQuery<'_> {
    fn takes_in(&self, day: Option<Date>) -> Option<Date> {
        day.filter(|day| self.first <= *day && *day <= self.last)
    }

    fn has_unit(&self, unit: u32) -> bool {
        self.part.is_none_or(|part| part.has_unit(unit))
    }
}

/// The duties that fall due, by day, as they stand on the day of `coverage`.
pub fn due(organisation: &Organisation<'_>, index: &Index, coverage: &Coverage<'_>, asked: DutyQuery<'_>) -> Vec<Due> {
    let mut all: Vec<Due> = Vec::new();
    let mut note = |day: Option<Date>, duty: Duty| {
        all.extend(asked.takes_in(day).map(|by| Due { by, duty }));
    };
    from_lists(organisation, index, coverage, asked, &mut note);
    from_rules(organisation, index, coverage, asked, &mut note);
    for (training, number) in organisation.trainings.iter().zip(0..) {
        for one in trainees(training, organisation, index, coverage) {
            if one.stays && asked.has_unit(one.unit) {
                note(one.until, Duty::Lapse { training: number, unit: one.unit, person: one.person });
            }
        }
    }
    sort::by_key(&mut all, |due| due.by);
    all
}

/// The duties that the file's own lists and the law set a day for.
fn from_lists(
    organisation: &Organisation<'_>,
    index: &Index,
    coverage: &Coverage<'_>,
    asked: DutyQuery<'_>,
    note: &mut impl FnMut(Option<Date>, Duty),
) {
    let part = asked.part;
    // What the law asks of the municipality is no matter of a part of it.
    for statutory in STATUTORY.iter().filter(|_| part.is_none()) {
        let years = chrono::Datelike::year(&asked.first)..=chrono::Datelike::year(&asked.last);
        years.for_each(|year| note(statutory.in_year(year), Duty::Statutory(statutory)));
    }
    let owns = |owner: Option<&str>| part.is_none_or(|part| part.owns(owner, index));
    for (document, number) in organisation.documents.iter().zip(0..) {
        if owns(document.owner.as_deref()) {
            note(document.review_by, Duty::Review(number));
        }
    }
    for post in &index.posts {
        if post.person != NONE && asked.has_unit(post.unit) && !index.is_renewed(post) {
            note(post.until, Duty::End(post.assignment));
        }
    }
    for (measure, number) in organisation.measures.iter().zip(0..) {
        let is_open = measure.status != Some(MeasureStatus::Cancelled) && !is_done(measure, coverage.on);
        let concerns = |id: &str| {
            let risk = index.risk(id).map(|risk| &organisation.risks[risk as usize]);
            risk.is_some_and(|risk| risk.units.iter().any(|unit| owns(Some(unit))))
        };
        if is_open && (owns(measure.owner.as_deref()) || measure.risks.iter().any(|id| concerns(id))) {
            note(measure.due, Duty::Measure(number));
        }
    }
    for (activity, number) in organisation.activities.iter().zip(0..) {
        if activity.date > coverage.on && owns(activity.unit.as_deref()) {
            note(Some(activity.date), Duty::Planned(number));
        }
    }
    for (exception, number) in organisation.exceptions.iter().zip(0..) {
        let accepts = || coverage.findings.iter().filter_map(|finding| finding.accepted);
        if part.is_none() || accepts().any(|accepted| accepted.exception == number) {
            note(exception.until, Duty::Exception(number));
        }
    }
}

/// The duties that rules in force set a day for: of what several ask, the earliest.
fn from_rules(
    organisation: &Organisation<'_>,
    index: &Index,
    coverage: &Coverage<'_>,
    asked: DutyQuery<'_>,
    note: &mut impl FnMut(Option<Date>, Duty),
) {
    let look = JudgeContext { organisation, index };
    let mut again = Again { on: coverage.on, is_inventory: false, last: Vec::new() };
    for verdict in &coverage.rules {
        again.is_inventory = matches!(verdict.rule.shape, Shape::Inventoried(_));
        if again.is_inventory || matches!(verdict.rule.shape, Shape::Done(_)) {
            subjects(&verdict.rule.shape, &look, &mut again);
        }
    }
    let mut last = again.last;
    sort::all(&mut last);
    last.dedup_by_key(|(unit, kind, _)| (*unit, *kind));
    for (unit, kind, day) in last.into_iter().filter(|(unit, ..)| asked.has_unit(*unit)) {
        note(Some(day), kind.map_or(Duty::Inventory(unit), |kind| Duty::Done { unit, kind }));
    }
}

/// Notes until when what rules want done again and again is good: of an activity its kind.
struct Again {
    on: Date,
    is_inventory: bool,
    last: Vec<(u32, Option<ActivityKind>, Date)>,
}

impl Visit for Again {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, terms: Terms<'_>) {
        // Where the file does not say when it was done, there is nothing to count from.
        if matches!(judge(self.on), None | Some(Judgement::Not { state: State::Unknown, .. })) {
            return;
        }
        let mut spans: Vec<DaySpan> = Vec::new();
        terms(&mut |term| spans.push(term.span));
        let day = if self.is_inventory {
            // The review that was longest ago decides.
            spans.into_iter().filter_map(|span| span.until).min()
        } else {
            lasts(spans.into_iter(), self.on)
        };
        let about = match subject {
            Subject::Activity { unit, kind } => Some((unit, Some(kind))),
            Subject::Unit(unit) => Some((unit, None)),
            _ => None,
        };
        self.last.extend(about.zip(day).map(|((unit, kind), day)| (unit, kind, day)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::judge;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    /// The duties of a file in the twelve months from January 2027, seen in July 2026, in a line each.
    fn told(fields: &str, within: Option<&str>) -> Vec<String> {
        let day = |text| parse_date(text).unwrap();
        let (organisation, mut index) = organisation(fields);
        let coverage = judge(&organisation, &mut index, day("2026-07-01"));
        let part = within.map(|id| Part::new(&organisation, &index, index.unit(id).unwrap(), coverage.on));
        let asked = DutyQuery { first: day("2027-01-01"), last: day("2027-12-31"), part: part.as_ref() };
        let line = |due: &Due| match due.duty {
            Duty::Statutory(statutory) => format!("{} {}", due.by, statutory.id),
            Duty::Done { unit, kind } => format!("{} done {} {}", due.by, index.unit_id(unit), kind.word()),
            Duty::Inventory(unit) => format!("{} inventory {}", due.by, index.unit_id(unit)),
            duty => format!("{} {duty:?}", due.by),
        };
        due(&organisation, &index, &coverage, asked).iter().map(line).filter(|line| !line.contains("rsa")).collect()
    }

    const UNITS: &str = r#""units": [{"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"}],
        "people": [{"id": "p", "name": "P"}]"#;

    #[test]
    fn the_law_asks_an_analysis_the_year_after_an_election_and_a_follow_up_every_year() {
        let [follow_up, analysis] = &STATUTORY;
        assert_eq!(follow_up.in_year(2026), parse_date("2026-02-15"));
        let years: Vec<i32> = (2022..=2032).filter(|year| analysis.in_year(*year).is_some()).collect();
        assert_eq!(years, [2023, 2027, 2031]);
        assert_eq!(analysis.in_year(2027), parse_date("2027-10-31"));
    }

    #[test]
    fn a_document_is_due_on_its_review_date_in_the_year_asked_for() {
        let file = |day: &str| {
            format!(
                r#"{UNITS}, "documents": [{{"id": "x", "title": "X", "kind": "plan", "owner": "d", "review_by": "{day}"}}]"#
            )
        };
        assert_eq!(told(&file("2027-12-31"), None), ["2027-12-31 Review(0)"]);
        assert!(told(&file("2028-01-01"), None).is_empty());
        assert_eq!(told(&file("2027-12-31"), Some("d")).len(), 1);
        assert!(told(&file("2027-12-31"), Some("e")).is_empty());
    }

    #[test]
    fn an_assignment_that_goes_on_the_day_after_does_not_end() {
        let post = |more: &str| format!(r#"{{"role": "x", "unit": "d", "person": "p", {more}}}"#);
        let first = post(r#""until": "2027-03-31""#);
        let file = |posts: &str| format!(r#"{UNITS}, "assignments": [{posts}]"#);
        assert_eq!(told(&file(&first), None), ["2027-03-31 End(0)"]);
        assert!(told(&file(&format!("{first}, {}", post(r#""from": "2027-04-01""#))), None).is_empty());
        assert!(told(&file(&first), Some("e")).is_empty());
    }

    #[test]
    fn a_measure_is_due_until_the_day_it_is_done() {
        let file = |done: &str| {
            format!(
                r#"{UNITS}, "measures": [{{"id": "m", "title": "M", "due": "2027-02-01", "status": "done", "done": "{done}"}}]"#
            )
        };
        let after = told(&file("2040-01-01"), None);
        assert_eq!((told(&file("2020-01-01"), None).len(), &*after), (0, &["2027-02-01 Measure(0)".to_owned()][..]));
    }

    #[test]
    fn a_training_is_due_on_its_last_good_day_while_the_role_is_held() {
        let file = |until: &str| {
            format!(
                r#"{UNITS}, "assignments": [{{"role": "x", "unit": "d", "person": "p", "until": "{until}"}}],
                "trainings": [{{"id": "t", "name": "T", "roles": ["x"], "renewed_after": 12}}],
                "completions": [{{"training": "t", "person": "p", "date": "2026-05-01"}}]"#
            )
        };
        assert_eq!(told(&file("2030-12-31"), None), ["2027-05-01 Lapse { training: 0, unit: 0, person: 0 }"]);
        assert_eq!(told(&file("2027-05-01"), None), ["2027-05-01 End(0)"]);
    }

    #[test]
    fn what_rules_want_done_again_is_due_at_the_earliest_day_any_of_them_asks() {
        let rule = |id: &str, months: u32| {
            format!(
                r#"{{"id": "{id}", "done": {{"kinds": ["exercise"], "in": {{"kind": "department"}}, "every_months": {months}}}}}"#
            )
        };
        let file = format!(
            r#"{UNITS}, "activities": [{{"kind": "exercise", "unit": "d", "date": "2026-06-01"}}],
            "rules": [{}, {}]"#,
            rule("a", 12),
            rule("b", 9)
        );
        assert_eq!(told(&file, None), ["2027-03-01 done d exercise"]);
        assert!(told(&file, Some("e")).is_empty());
        assert!(told(&file.replace("\"exercise\", \"unit\"", "\"lecture\", \"unit\""), None).is_empty());
    }

    #[test]
    fn the_risks_of_a_unit_are_due_when_the_oldest_review_is_too_old() {
        let file = format!(
            r#"{UNITS}, "risks": [{{"id": "r", "title": "R", "units": ["d"], "reviewed": "2026-05-01"}}],
            "rules": [{{"id": "a", "inventoried": {{"in": {{"kind": "department"}}, "every_months": 12}}}}]"#
        );
        assert_eq!(told(&file, None), ["2027-05-01 inventory d"]);
        assert!(told(&file.replace(r#", "reviewed": "2026-05-01""#, ""), None).is_empty(), "nothing to count from");
    }

    #[test]
    fn open_measures_planned_activities_and_exceptions_are_due_on_their_days() {
        let file = format!(
            r#"{UNITS}, "risks": [{{"id": "r", "title": "R", "units": ["e"]}}],
            "measures": [{{"id": "m", "title": "M", "due": "2027-02-01", "risks": ["r"]}},
                {{"id": "n", "title": "N", "due": "2027-02-01", "owner": "d", "status": "done"}}],
            "activities": [{{"kind": "meeting", "unit": "d", "date": "2027-04-01"}}],
            "exceptions": [{{"finding": "a:d", "reason": "R", "until": "2027-06-01"}}]"#
        );
        let all = ["2027-02-01 Measure(0)", "2027-04-01 Planned(0)", "2027-06-01 Exception(0)"];
        assert_eq!(told(&file, None), all);
        assert_eq!(told(&file, Some("d")), all[1..2]);
        assert_eq!(told(&file, Some("e")), all[..1]);
    }

    #[test]
    fn an_exception_is_due_in_the_part_whose_finding_it_accepts() {
        let file = format!(
            r#"{UNITS}, "rules": [{{"id": "r", "holders": {{"of": "x", "in": {{"kind": "department"}}}}}}],
            "exceptions": [{{"finding": "gone:d", "reason": "R", "until": "2027-06-01"}},
                {{"finding": "r:d", "reason": "R", "until": "2027-06-02"}}]"#
        );
        let all = ["2027-06-01 Exception(0)", "2027-06-02 Exception(1)"];
        assert_eq!(told(&file, None), all);
        assert_eq!(told(&file, Some("d")), all[1..]);
    }

    #[test]
    fn what_is_planned_begins_after_the_day_it_is_looked_at() {
        let on = parse_date("2026-07-01").unwrap();
        for (day, planned) in [("2026-07-01", 0), ("2026-07-02", 1)] {
            let file = format!(r#"{UNITS}, "activities": [{{"kind": "meeting", "unit": "d", "date": "{day}"}}]"#);
            let (organisation, mut index) = organisation(&file);
            let coverage = judge(&organisation, &mut index, on);
            let asked = DutyQuery { first: on, last: parse_date("2026-07-31").unwrap(), part: None };
            let found = due(&organisation, &index, &coverage, asked);
            assert_eq!(found.iter().filter(|due| matches!(due.duty, Duty::Planned(_))).count(), planned, "{day}");
        }
    }
}
