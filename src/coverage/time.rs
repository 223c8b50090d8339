//! Days: the window looked ahead, terms, and when something turned.

use crate::organisation::sort;
use chrono::{Days, Months};

use crate::organisation::index::Post;
use crate::organisation::value::Date;

/// How many days ahead a coming lack is told: from the day after the one judged.
pub const WINDOW: u64 = 90;

/// A stretch of days, both ends included; an absent end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DaySpan {
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
}

impl DaySpan {
    /// The term of a post.
    pub(super) fn of(post: &Post) -> Self {
        Self { from: post.from, until: post.until }
    }

    /// From `date` through the day exactly so many months later; for ever where that day is beyond the calendar.
    pub(super) fn months(date: Date, months: u32) -> Self {
        Self { from: Some(date), until: date.checked_add_months(Months::new(months)) }
    }

    pub(super) fn covers(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it takes in no day at all, having its ends the wrong way round.
    fn is_empty(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }

    /// The first day after it, where it ends.
    pub(super) fn after(self) -> Option<Date> {
        self.until.and_then(|until| until.succ_opt())
    }
}

/// Whether one of the spans covers the day.
pub(super) fn covered(mut spans: impl Iterator<Item = DaySpan>, day: Date) -> bool {
    spans.any(|span| span.covers(day))
}

/// The last day through which the spans, in order, cover every day from `on`; where they do not cover that day, the last
/// day they did before. None where they go on for ever, or never began.
pub(super) fn lasts(spans: impl Iterator<Item = DaySpan>, on: Date) -> Option<Date> {
    let mut last: Option<Date> = None;
    for span in spans.filter(|span| !span.is_empty()) {
        let goes_on = last.is_none_or(|last| last < on || span.from <= last.succ_opt());
        if !goes_on || span.from.is_some_and(|from| from > on && last.is_none_or(|last| last < on)) {
            break;
        }
        last = last.max(Some(span.until?));
    }
    last
}

/// The day on which the last of the spans that are over by `on` had ended.
pub(super) fn last_end(spans: impl Iterator<Item = DaySpan>, on: Date) -> Option<Date> {
    spans.filter(|span| !span.is_empty()).filter_map(DaySpan::after).filter(|after| *after <= on).max()
}

/// The days of the window on which something begins or has ended: one bit each, so that nothing is allocated and a
/// subject is judged on at most [`WINDOW`] days however long its list of terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changes {
    on: Date,
    last: Date,
    days: u128,
}

impl Changes {
    /// The changes of the spans, in the window after `on`: the first day of each, and the day after its last.
    pub(super) fn of(spans: impl Iterator<Item = DaySpan>, on: Date) -> Self {
        let mut changes = Self { on, last: on.checked_add_days(Days::new(WINDOW)).unwrap_or(Date::MAX), days: 0 };
        for span in spans {
            changes.note(span.from);
            if span.until.is_some_and(|until| on <= until && until < changes.last) {
                changes.note(span.after());
            }
        }
        changes
    }

    fn note(&mut self, day: Option<Date>) {
        if let Some(day) = day.filter(|day| self.on < *day && *day <= self.last) {
            self.days |= 1 << day.signed_duration_since(self.on).num_days();
        }
    }

    /// The first of the days on which there is a fault, and the fault.
    pub(super) fn first<T>(self, fault: impl Fn(Date) -> Option<T>) -> Option<(Date, T)> {
        let mut days = self.days;
        while days != 0 {
            let day = self.on.checked_add_days(Days::new(days.trailing_zeros().into()))?;
            if let Some(fault) = fault(day) {
                return Some((day, fault));
            }
            days &= days - 1;
        }
        None
    }
}

/// The last day up to `on` on which the number of different holders went from one that fits to one that does not.
///
/// `terms` says who holds and when. `None` when the number never fitted before, or fits.
pub(super) fn turned(mut terms: Vec<(u32, DaySpan)>, on: Date, fits: impl Fn(i64) -> bool) -> Option<Date> {
    terms.retain(|(_, span)| !span.is_empty());
    sort::all(&mut terms);
    let mut holders = 0;
    let mut steps: Vec<(Date, i64)> = Vec::new();
    for (who, span) in one_after_another(terms) {
        let _ = who;
        match span.from {
            None => holders += 1,
            Some(from) => steps.push((from, 1)),
        }
        steps.extend(span.after().map(|after| (after, -1)));
    }
    sort::all(&mut steps);
    let (mut fitted, mut since) = (fits(holders), None);
    for day in steps.chunk_by(|a, b| a.0 == b.0).take_while(|day| day[0].0 <= on) {
        holders += day.iter().map(|(_, step)| step).sum::<i64>();
        let fit = fits(holders);
        if fit {
            since = None;
        } else if fitted {
            since = Some(day[0].0);
        }
        fitted = fit;
    }
    since
}

/// Joins each holder's terms where they overlap or follow day by day. The terms come sorted.
fn one_after_another(terms: Vec<(u32, DaySpan)>) -> Vec<(u32, DaySpan)> {
    let mut joined: Vec<(u32, DaySpan)> = Vec::with_capacity(terms.len());
    for (who, span) in terms {
        match joined.last_mut() {
            Some((last, before)) if *last == who && before.after().is_none_or(|after| span.from <= Some(after)) => {
                before.until = before.until.zip(span.until).map(|(a, b)| a.max(b));
            }
            _ => joined.push((who, span)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::parse_date;

    fn span(from: &str, until: &str) -> DaySpan {
        DaySpan { from: parse_date(from), until: parse_date(until) }
    }

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn a_year_from_leap_day_ends_on_the_last_of_february() {
        assert_eq!(DaySpan::months(day("2024-02-29"), 12).until, parse_date("2025-02-28"));
    }

    #[test]
    fn the_window_ends_with_its_ninetieth_day() {
        let on = day("2026-01-01");
        let falls = |until: &str| {
            let spans = [span("", until)].into_iter();
            Changes::of(spans, on).first(|_| Some(())).map(|(day, ())| day)
        };
        assert_eq!(falls("2026-03-31"), parse_date("2026-04-01"));
        assert_eq!(falls("2026-04-01"), None);
        assert_eq!(falls("2026-01-01"), parse_date("2026-01-02"));
        assert_eq!(falls("2025-12-31"), None);
    }

    #[test]
    fn what_begins_on_the_day_itself_is_no_change_after_it() {
        let changes = |from: &str| Changes::of([span(from, "")].into_iter(), day("2026-01-01")).first(|_| Some(()));
        assert_eq!(changes("2026-01-01"), None);
        assert_eq!(changes("2026-01-02"), Some((day("2026-01-02"), ())));
    }

    fn lasts_from(on: &str, spans: &[(&str, &str)]) -> Option<Date> {
        lasts(spans.iter().map(|(from, until)| span(from, until)), day(on))
    }

    #[test]
    fn a_stretch_lasts_through_the_terms_that_follow_day_by_day() {
        let (first, next) = (("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31"));
        assert_eq!(lasts_from("2026-02-01", &[first, next]), parse_date("2026-12-31"));
        assert_eq!(lasts_from("2026-06-30", &[first, next]), parse_date("2026-12-31"), "also on the last day of one");
        assert_eq!(lasts_from("2026-01-01", &[first]), parse_date("2026-06-30"), "also on the first day of one");
        assert_eq!(lasts_from("2026-02-01", &[first, ("2026-07-01", "")]), None, "without end");
    }

    #[test]
    fn a_stretch_ends_before_a_gap_and_what_was_over_before_does_not_hold_it_up() {
        let (first, after_a_gap) = (("2026-01-01", "2026-06-30"), ("2026-07-02", "2026-12-31"));
        assert_eq!(lasts_from("2026-02-01", &[first, after_a_gap]), parse_date("2026-06-30"));
        assert_eq!(lasts_from("2026-06-30", &[first, after_a_gap]), parse_date("2026-06-30"));
        assert_eq!(lasts_from("2026-08-01", &[first, after_a_gap]), parse_date("2026-12-31"));
    }

    #[test]
    fn where_nothing_covers_the_day_the_stretch_lasted_until_the_last_term_before_it() {
        let (first, later) = (("2026-01-01", "2026-06-30"), ("2026-09-01", "2026-12-31"));
        assert_eq!(lasts_from("2026-08-01", &[first, later]), parse_date("2026-06-30"));
        assert_eq!(lasts_from("2026-08-01", &[later]), None);
    }

    #[test]
    fn a_term_that_ends_before_it_begins_is_none() {
        let wrong = || [span("2026-05-01", "2026-01-31")].into_iter();
        assert_eq!(last_end(wrong(), day("2026-06-01")), None);
        assert_eq!(lasts(wrong(), day("2026-06-01")), None);
    }

    #[test]
    fn a_lack_began_when_the_last_of_enough_left() {
        let terms =
            vec![(1, span("", "2026-01-31")), (2, span("2026-01-15", "2026-03-31")), (1, span("", "2025-01-01"))];
        assert_eq!(turned(terms.clone(), day("2026-06-01"), |n| n >= 1), parse_date("2026-04-01"));
        assert_eq!(turned(terms.clone(), day("2026-06-01"), |n| n >= 2), parse_date("2026-02-01"));
        assert_eq!(turned(terms, day("2026-06-01"), |n| n >= 3), None);
    }

    #[test]
    fn two_terms_of_one_person_at_a_time_are_one_holder() {
        let terms = vec![(1, span("2025-01-01", "2026-05-31")), (1, span("2026-02-01", ""))];
        assert_eq!(turned(terms.clone(), day("2026-03-01"), |n| n <= 1), None);
        assert_eq!(turned(terms, day("2026-08-01"), |n| n == 0), parse_date("2025-01-01"));
    }

    #[test]
    fn a_term_renewed_without_a_gap_is_one_term() {
        let terms = vec![(1, span("2025-01-01", "2025-12-31")), (1, span("2026-01-01", ""))];
        assert_eq!(turned(terms, day("2026-06-01"), |n| n == 0), parse_date("2025-01-01"));
    }
}
