//! What remains of measures along the time: what is late, what comes within some months, and year by year what comes later.

use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

use crate::organisation::risk::Measure;
use crate::organisation::value::Date;

/// Days from the day on within which a measure is soon due.
const SOON: u64 = 90;

/// Years after that of the day that stand for themselves; what comes after them stands together.
const YEARS: i32 = 3;

/// When a measure that remains is to be done, seen from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DueTime {
    /// Its day has passed.
    Late,
    /// Its day comes within ninety days.
    Soon,
    /// Its day comes later, in a year.
    In(i32),
    /// Its day comes later, in a year or after it.
    From(i32),
    /// It has no day.
    Undated,
}

/// The measures that remain of one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DueSpan {
    /// When they are to be done.
    pub when: DueTime,
    /// How many they are.
    pub count: u32,
    /// What they cost together, in SEK.
    pub cost: f64,
    /// How many of them do not say what they cost.
    pub uncosted: u32,
}

impl DueTime {
    fn of(due: Option<Date>, on: Date) -> Self {
        let Some(due) = due else { return Self::Undated };
        let soon = on.checked_add_days(Days::new(SOON)).unwrap_or(Date::MAX);
        let last = on.year().saturating_add(YEARS);
        match due.year() {
            _ if due < on => Self::Late,
            _ if due <= soon => Self::Soon,
            year if year < last => Self::In(year),
            _ => Self::From(last),
        }
    }
}

/// Measures that remain by when they are to be done, the late first; no time without any.
pub(super) fn spans(remaining: &[&Measure<'_>], on: Date) -> Vec<DueSpan> {
    let mut spans: Vec<DueSpan> = Vec::new();
    for measure in remaining {
        let when = DueTime::of(measure.due, on);
        let at = spans.partition_point(|span| span.when < when);
        if spans.get(at).is_none_or(|span| span.when != when) {
            spans.insert(at, DueSpan { when, count: 0, cost: 0.0, uncosted: 0 });
        }
        let span = &mut spans[at];
        span.count += 1;
        match measure.cost {
            Some(cost) => span.cost += cost,
            None => span.uncosted += 1,
        }
    }
    spans
}
