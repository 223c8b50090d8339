//! Coverage as a step function of the day: how many subjects each rule has and how many it holds for, from one day on,
//! as the file stands. Days that have been are swept as those to come, as far as the file remembers them.
//!
//! One sweep over the days on which something begins or ends: a subject is judged on the first day, and again only when
//! one of its terms begins or has ended. Only what falls is kept by name.

mod json;
mod memory;
mod sweep;

use chrono::Months;
use serde::{Deserialize, Serialize};

pub use self::memory::FileMemory;
use self::sweep::{Accepting, Sweep, gap_steps, steps};
use super::look::JudgeContext;
use super::part::Part;
use super::{Finding, State, Subject, exceptions, number_named, rules, subjects};
use crate::organisation::number::saturating;
use crate::organisation::rule::Rule;
use crate::organisation::sort;
use crate::organisation::value::{Date, day};
use crate::organisation::{Index, Organisation};

/// The most months that are foreseen.
pub const MOST_MONTHS: u32 = 120;

/// How every rule in force will stand from one day through another.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast<'a> {
    /// The first day of the forecast, included.
    pub from: Date,
    /// The last day of the forecast, included.
    pub last: Date,
    /// The rules in force, by id.
    pub courses: Vec<Course<'a>>,
    /// What falls, by day, then by rule and subject.
    pub falls: Vec<Fall>,
}

/// What is not met from a day on, told apart as a check of that day tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapStep {
    /// The first day on which there are so many.
    #[serde(with = "day")]
    pub on: Date,
    /// The gaps: subjects that miss what a rule asks for, or have what it forbids, and are not accepted.
    pub gaps: u32,
    /// Subjects the file does not say enough about.
    pub unknown: u32,
    /// Subjects whose fault is accepted that day.
    pub accepted: u32,
}

/// How often subjects become gaps after the first day of a forecast, stop being so, and become unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapTurns {
    /// Times that a subject becomes a gap.
    pub appear: u32,
    /// Times that a subject is no longer a gap.
    pub go: u32,
    /// Times that it can no longer be told how a subject stands.
    pub unknown: u32,
}

impl GapTurns {
    /// Both taken together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { appear: self.appear + other.appear, go: self.go + other.go, unknown: self.unknown + other.unknown }
    }
}

/// How one rule will stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Course<'a> {
    /// The rule whose figures follow.
    pub rule: Rule<'a>,
    /// The figures of the rule on the first day, then on every day on which one of them differs from the day before.
    pub steps: Vec<ForecastStep>,
    /// What is not met, on the first day and on every day on which that is told otherwise.
    pub gaps: Vec<GapStep>,
    /// How many gaps appear and go.
    pub turns: GapTurns,
}

/// A rule's figures from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastStep {
    /// The day that is looked at.
    #[serde(with = "day")]
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
    /// How it stands on its first day: missing, broken, unknown or accepted.
    pub becomes: State,
    /// Indices of the assignments among its terms that begin that day, or ended the day before.
    pub assignments: Vec<u32>,
}

impl Course<'_> {
    /// The figures of the rule on a day of the forecast.
    pub fn on(&self, day: Date) -> ForecastStep {
        let after = self.steps.partition_point(|step| step.on <= day);
        ForecastStep { on: day, ..self.steps[after.saturating_sub(1)] }
    }

    /// What is not met on a day of the forecast.
    pub fn gaps_on(&self, day: Date) -> GapStep {
        let after = self.gaps.partition_point(|step| step.on <= day);
        GapStep { on: day, ..self.gaps[after.saturating_sub(1)] }
    }
}

impl Forecast<'_> {
    /// The figures of all rules taken together, on the first day and on every day on which one of them differs from the
    /// day before.
    pub fn total(&self) -> Vec<ForecastStep> {
        let all = |on: Date| {
            let nothing = ForecastStep { on, applicable: 0, met: 0 };
            self.courses.iter().map(|course| course.on(on)).fold(nothing, |sum, step| ForecastStep {
                on,
                applicable: sum.applicable + step.applicable,
                met: sum.met + step.met,
            })
        };
        let mut steps: Vec<ForecastStep> = self.days().into_iter().map(all).collect();
        steps.dedup_by_key(|step| (step.applicable, step.met));
        steps
    }

    /// What is not met of all rules taken together, on the first day and on every day on which that is told otherwise.
    pub fn gaps(&self) -> Vec<GapStep> {
        let mut days: Vec<Date> = self.courses.iter().flat_map(|course| &course.gaps).map(|step| step.on).collect();
        sort::all(&mut days);
        days.dedup();
        let all = |on: Date| {
            let nothing = GapStep { on, gaps: 0, unknown: 0, accepted: 0 };
            self.courses.iter().map(|course| course.gaps_on(on)).fold(nothing, |sum, step| GapStep {
                on,
                gaps: sum.gaps + step.gaps,
                unknown: sum.unknown + step.unknown,
                accepted: sum.accepted + step.accepted,
            })
        };
        let mut steps: Vec<GapStep> = days.into_iter().map(all).collect();
        steps.dedup_by_key(|step| (step.gaps, step.unknown, step.accepted));
        steps
    }

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
    let (mut courses, mut falls) = (Vec::new(), Vec::new());
    for rule in rules::in_force(organisation) {
        number_named(&rule.shape, index);
        let look = JudgeContext { organisation, index };
        let exceptions = exceptions::of_rule(&rule.id, organisation, from);
        let id = |subject: Subject| format!("{}:{}", rule.id, subject.id(organisation, look.index));
        let accepting = Accepting { exceptions, id: &id };
        let mut sweep = Sweep::new(saturating(courses.len()), (from, last), part.as_ref(), accepting, &mut falls);
        subjects(&rule.shape, &look, &mut sweep);
        let (steps, gaps, turns) = (steps(from, &sweep.changes), gap_steps(from, &sweep.gaps), sweep.turns);
        courses.push(Course { rule, steps, gaps, turns });
    }
    sort::by_key(&mut falls, |fall| (fall.on, fall.finding.rule, fall.finding.subject.names(organisation, index)));
    Forecast { from, last, courses, falls }
}

#[cfg(test)]
mod tests;
