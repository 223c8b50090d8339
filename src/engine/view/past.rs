//! How coverage went in the year that has been, as far as the file remembers it.

use chrono::Months;
use serde::{Deserialize, Serialize};

use crate::coverage::forecast::{Course, FileMemory, Forecast, ForecastStep, GapStep};
use crate::organisation::value::{Date, day};
use crate::verdict::File;

/// How many months one looks back.
const MONTHS: u32 = 12;

/// Coverage on the days before the one that is looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PastView {
    /// The first day that is looked back to; the day itself where nothing before it is remembered.
    #[serde(with = "day")]
    pub from: Date,
    /// The day from which one looks back.
    #[serde(with = "day")]
    pub on: Date,
    /// Whether the file remembers less than a year.
    pub is_short: bool,
    /// The figures of the rule asked for, else of all, on the first day and whenever they changed.
    pub steps: Vec<ForecastStep>,
    /// What was not met of the rule asked for, else of all.
    pub gaps: Vec<GapStep>,
    /// Every rule in force today.
    pub rules: Vec<PastCourse>,
}

/// How one rule stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PastCourse {
    /// Id of the rule.
    pub id: String,
    /// What was not met, on the first day and whenever that changed.
    pub gaps: Vec<GapStep>,
}

impl PastView {
    /// The year before a day, of the part of a unit where one is given, and of one rule or all.
    pub(in crate::engine) fn new(file: &mut File<'_>, on: Date, within: Option<u32>, rule: Option<&str>) -> Self {
        let wished = on.checked_sub_months(Months::new(MONTHS)).unwrap_or(on);
        let from = FileMemory::of(&file.organisation, on).since(wished);
        let swept = file.foresee(from, MONTHS, within);
        let asked = rule.and_then(|id| swept.courses.iter().find(|course| *course.rule.id == *id));
        let (steps, gaps) = asked.map_or_else(
            || (swept.total(), swept.gaps()),
            |course: &Course<'_>| (course.steps.clone(), course.gaps.clone()),
        );
        Self {
            from,
            on,
            is_short: from > wished,
            steps: steps_before(steps, on),
            gaps: gaps_before(gaps, on),
            rules: courses(&swept, on),
        }
    }

    /// How many gaps there were on the first day.
    pub fn gaps_then(&self) -> u32 {
        self.gaps.first().map_or(0, |step| step.gaps)
    }

    /// How many subjects are unclear on the first day: of what recurs the file has the last time only, and nothing of the
    /// times before it.
    pub fn unknown_then(&self) -> u32 {
        self.gaps.first().map_or(0, |step| step.unknown)
    }

    /// Whether there is any day to look back to.
    pub fn is_any(&self) -> bool {
        self.from < self.on
    }
}

fn courses(swept: &Forecast<'_>, on: Date) -> Vec<PastCourse> {
    let course =
        |course: &Course<'_>| PastCourse { id: course.rule.id.to_string(), gaps: gaps_before(course.gaps.clone(), on) };
    swept.courses.iter().map(course).collect()
}

/// The steps of the days that have been.
fn steps_before(mut steps: Vec<ForecastStep>, on: Date) -> Vec<ForecastStep> {
    steps.retain(|step| step.on < on);
    steps
}

fn gaps_before(mut steps: Vec<GapStep>, on: Date) -> Vec<GapStep> {
    steps.retain(|step| step.on < on);
    steps
}

#[cfg(test)]
mod tests;
