//! Coverage as a step function of the day: how many subjects each rule has and how many it holds for, from one day on,
//! as the file stands.
//!
//! One sweep over the days on which something begins or ends: a subject is judged on the first day, and again only when
//! one of its terms begins or has ended. Only what falls is kept by name.

use chrono::Months;

use super::look::{Judged, Look, number};
use super::part::Part;
use super::visit::{Term, Terms, Visit};
use super::{Finding, State, Subject, rules, subjects};
use crate::organisation::rule::Rule;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::{Index, Organisation};

/// The most months that are foreseen.
pub const MOST_MONTHS: u32 = 120;

/// How every rule in force will stand from one day through another.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast<'a> {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub last: Date,
    /// The rules in force, by id.
    pub courses: Vec<Course<'a>>,
    /// What falls, by day, then by rule and subject.
    pub falls: Vec<Fall>,
}

/// How one rule will stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Course<'a> {
    /// The rule.
    pub rule: Rule<'a>,
    /// Its figures on the first day, then on every day on which one of them differs from the day before.
    pub steps: Vec<Step>,
}

/// A rule's figures from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The day.
    pub on: Date,
    /// Subjects the rule has that day.
    pub applicable: u32,
    /// Subjects it holds for that day, whatever comes after.
    pub met: u32,
}

/// A subject that a rule does not hold for from a day on, though the day before it did or did not ask it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fall {
    /// The first day on which it is not met.
    pub on: Date,
    /// The finding it is. Of one that was met the day before, as a check in its last days tells it: expiring; else as it
    /// stands on its first day.
    pub finding: Finding,
    /// Indices of the assignments among its terms that begin that day, or ended the day before.
    pub assignments: Vec<u32>,
}

impl Course<'_> {
    /// Its figures on a day of the forecast.
    pub fn on(&self, day: Date) -> Step {
        let after = self.steps.partition_point(|step| step.on <= day);
        Step { on: day, ..self.steps[after.saturating_sub(1)] }
    }
}

impl Forecast<'_> {
    /// The first day, then every day on which a figure of any rule differs from the day before.
    pub fn days(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self.courses.iter().flat_map(|course| &course.steps).map(|step| step.on).collect();
        sort::all(&mut days);
        days.dedup();
        days
    }
}

/// Foresees every rule in force from a day through the same day of the month so many months on, or that month's last;
/// [`MOST_MONTHS`] at most. Where a unit is given, only what concerns it and those below it: the people and documents
/// that belong there on the first day.
pub fn forecast<'a>(
    organisation: &Organisation<'a>,
    index: &mut Index,
    from: Date,
    months: u32,
    within: Option<u32>,
) -> Forecast<'a> {
    let last = from.checked_add_months(Months::new(months.min(MOST_MONTHS))).unwrap_or(Date::MAX);
    let part = within.map(|unit| Part::new(organisation, index, unit, from));
    let kinds: Vec<UnitKind> = organisation.units.iter().map(|unit| unit.kind).collect();
    let (mut courses, mut falls) = (Vec::new(), Vec::new());
    for rule in rules::in_force(organisation) {
        let mut look = Look { organisation, index: &mut *index, kinds: &kinds };
        let mut sweep = Sweep {
            rule: number(courses.len()),
            part: part.as_ref(),
            from,
            last,
            changes: vec![(0, 0); days_between(from, last) + 1],
            falls: &mut falls,
        };
        subjects(&rule.shape, &mut look, &mut sweep);
        let steps = sweep.steps();
        courses.push(Course { rule, steps });
    }
    sort::by_key(&mut falls, |fall| (fall.on, fall.finding.rule, fall.finding.subject.names(organisation, index)));
    Forecast { from, last, courses, falls }
}

/// Takes the subjects of one rule.
struct Sweep<'s> {
    rule: u32,
    part: Option<&'s Part>,
    from: Date,
    last: Date,
    /// By how much the figures change on each day: subjects, and those met. On the first day, the figures themselves.
    changes: Vec<(i32, i32)>,
    falls: &'s mut Vec<Fall>,
}

impl Visit for Sweep<'_> {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judged>, terms: Terms<'_>) {
        if self.part.is_some_and(|part| !part.concerns(subject)) {
            return;
        }
        let (mut before, mut next) = (None, Some(self.from));
        while let Some(day) = next {
            let now = judge(day);
            let change = &mut self.changes[days_between(self.from, day)];
            change.0 += i32::from(now.is_some()) - i32::from(before.is_some());
            change.1 += i32::from(holds(now)) - i32::from(holds(before));
            if let Some(finding) = self.fall(subject, day, before, now) {
                self.falls.push(Fall { on: day, finding, assignments: turning(day, terms) });
            }
            before = now;
            next = next_change(day, terms).filter(|next| *next <= self.last);
        }
    }
}

impl Sweep<'_> {
    /// The finding that a subject becomes on a day, if it was none the day before.
    fn fall(&self, subject: Subject, day: Date, before: Option<Judged>, now: Option<Judged>) -> Option<Finding> {
        let Some(Judged::Not { state, because, .. }) = now else { return None };
        let (state, since, until) = match before {
            _ if day == self.from => return None,
            Some(Judged::Not { .. }) => return None,
            None => (state, Some(day), None),
            Some(_) => (State::Expiring, None, day.pred_opt()),
        };
        Some(Finding { rule: self.rule, subject, state, since, until, because, accepted: None })
    }

    fn steps(&self) -> Vec<Step> {
        let mut figures = (0, 0);
        let mut steps = Vec::new();
        for (day, change) in self.from.iter_days().zip(&self.changes) {
            figures = (figures.0 + change.0, figures.1 + change.1);
            if day == self.from || *change != (0, 0) {
                let [applicable, met] = [figures.0, figures.1].map(|figure| u32::try_from(figure).unwrap_or_default());
                steps.push(Step { on: day, applicable, met });
            }
        }
        steps
    }
}

fn holds(judged: Option<Judged>) -> bool {
    matches!(judged, Some(Judged::Met | Judged::Expiring { .. }))
}

fn days_between(from: Date, day: Date) -> usize {
    usize::try_from((day - from).num_days()).unwrap_or_default()
}

/// The first day after `day` on which one of the terms begins or has ended.
fn next_change(day: Date, terms: Terms<'_>) -> Option<Date> {
    let mut next = None;
    terms(&mut |term| {
        let turns = term.turns().into_iter().flatten().filter(|turn| *turn > day);
        next = turns.chain(next).min();
    });
    next
}

/// The assignments among the terms that begin on a day or ended the day before.
fn turning(day: Date, terms: Terms<'_>) -> Vec<u32> {
    let mut turning = Vec::new();
    terms(&mut |term: Term| {
        if term.turns().contains(&Some(day)) {
            turning.extend(term.assignment);
        }
    });
    turning
}
