//! The gaps of each day, by what they are about: posts, training, what is done again and again. And the days on which most
//! appear.

use crate::coverage::forecast::GapStep;
use crate::engine::view::{CourseView, DropView, ForecastView, PastView};
use crate::organisation::sort;
use crate::organisation::value::Date;

/// Kinds of gaps.
const KINDS: usize = 3;

/// Days that are named.
const NAMED: usize = 5;

/// Days between two that are named, so that their words stand apart.
const APART: i64 = 50;

/// Gaps, by day and kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bands {
    days: Vec<(Date, [u32; KINDS])>,
    drawn: Vec<usize>,
}

impl Bands {
    /// Of one rule, or of all, with the days that have been.
    pub(super) fn of(view: &ForecastView, past: Option<&PastView>, rule: Option<&str>) -> Self {
        let before = |course: &CourseView| {
            let same = past.and_then(|past| past.rules.iter().find(|before| before.id == course.rule.id));
            same.map(|before| before.gaps.clone()).unwrap_or_default()
        };
        let asked = view.rules.iter().filter(|course| rule.is_none_or(|id| course.rule.id == id));
        let whole = asked.map(|course| {
            let gaps: Vec<GapStep> = before(course).into_iter().chain(course.gaps.iter().copied()).collect();
            (kind(&course.rule.shape), gaps)
        });
        let courses: Vec<(usize, Vec<GapStep>)> = whole.collect();
        let mut days: Vec<Date> = courses.iter().flat_map(|(_, gaps)| gaps).map(|step| step.on).collect();
        sort::all(&mut days);
        days.dedup();
        let counts = |day: Date| {
            let mut counts = [0; KINDS];
            for (kind, gaps) in &courses {
                let after = gaps.partition_point(|step| step.on <= day);
                if let Some(step) = after.checked_sub(1).and_then(|at| gaps.get(at)) {
                    counts[*kind] += step.gaps;
                }
            }
            counts
        };
        let days: Vec<_> = days.into_iter().map(|day| (day, counts(day))).collect();
        let drawn = (0..KINDS).filter(|kind| days.iter().any(|(_, counts)| counts[*kind] > 0)).collect();
        Self { days, drawn }
    }

    /// The kinds that there is anything of, the lowest first.
    pub(super) fn drawn(&self) -> &[usize] {
        &self.drawn
    }

    /// A kind with those below it, by day.
    pub(super) fn stacked(&self, kind: usize) -> Vec<(Date, u32)> {
        self.days.iter().map(|(day, counts)| (*day, counts[..=kind].iter().sum())).collect()
    }

    /// All kinds, by day.
    pub(super) fn total(&self) -> Vec<(Date, u32)> {
        self.stacked(KINDS - 1)
    }

    /// All kinds on a day.
    pub(super) fn on(&self, day: Date) -> u32 {
        let after = self.days.partition_point(|(on, _)| *on <= day);
        self.days.get(after.saturating_sub(1)).map_or(0, |(_, counts)| counts.iter().sum())
    }

    /// The most that there is on any day.
    pub(super) fn most(&self) -> u32 {
        self.total().iter().map(|(_, count)| *count).max().unwrap_or_default().max(1)
    }

    /// Between which counts a kind lies on the last day.
    pub(super) fn ends(&self, kind: usize) -> (u32, u32) {
        let last = self.days.last().map(|(_, counts)| *counts).unwrap_or_default();
        (last[..kind].iter().sum(), last[..=kind].iter().sum())
    }

    /// How much a kind is on a day and on the last.
    pub(super) fn figures(&self, kind: usize, today: Date) -> (u32, u32) {
        let of = |day: Option<&(Date, [u32; KINDS])>| day.map_or(0, |(_, counts)| counts[kind]);
        let after = self.days.partition_point(|(on, _)| *on <= today);
        (of(self.days.get(after.saturating_sub(1))), of(self.days.last()))
    }
}

/// Which kind a rule is about.
fn kind(shape: &str) -> usize {
    match shape {
        "trained" => 1,
        "done" | "inventoried" | "reviewed" | "measures_on_time" => 2,
        _ => 0,
    }
}

/// A day on which much falls.
#[derive(Debug, Clone, Copy)]
pub(super) struct LargeFall<'v> {
    /// The first day on which it is not met.
    pub on: Date,
    /// How much falls.
    pub falls: u32,
    /// What most of it is.
    pub largest: &'v DropView,
}

/// The days on which most falls, those that stand apart, by day.
pub(super) fn largest(view: &ForecastView) -> Vec<LargeFall<'_>> {
    let of_day = |drops: &[DropView]| drops.iter().map(|drop| drop.rule.tally.gaps()).sum::<u32>();
    let mut falls: Vec<LargeFall<'_>> = view
        .drops
        .chunk_by(|a, b| a.on == b.on)
        .filter_map(|drops| {
            let largest = drops.iter().max_by_key(|drop| drop.rule.tally.gaps())?;
            Some(LargeFall { on: largest.on, falls: of_day(drops), largest })
        })
        .filter(|fall| fall.falls > 0)
        .collect();
    sort::by_key(&mut falls, |fall| (std::cmp::Reverse(fall.falls), fall.on));
    let mut named: Vec<LargeFall<'_>> = Vec::new();
    for fall in falls {
        let stands_apart = named.iter().all(|other| (other.on - fall.on).num_days().abs() >= APART);
        if named.len() < NAMED && stands_apart {
            named.push(fall);
        }
    }
    sort::by_key(&mut named, |fall| fall.on);
    named
}
