//! `done`: each of some kinds of activity happens at least every so many months, for each unit in scope.

use super::because::ActivityCause;
use super::look::JudgeContext;
use super::time::{Changes, DaySpan, covered};
use super::visit::{Judgement, Visit, hand_out};
use super::{State, Subject};
use crate::organisation::rule::Done;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::work::ActivityKind;

/// An activity: for which unit, of what kind, and the days for which it is recent enough.
type Recent = (u32, ActivityKind, DaySpan);

pub(super) fn subjects(shape: &Done<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let recent = recent(shape, look);
    let mut kinds = shape.kinds.clone();
    sort::all(&mut kinds);
    kinds.dedup();
    let mut visit_unit = |unit: u32| {
        for kind in &kinds {
            let start = recent.partition_point(|(at, of, _)| (*at, *of) < (unit, *kind));
            let end = recent.partition_point(|(at, of, _)| (*at, *of) <= (unit, *kind));
            let recent = &recent[start..end];
            let judge = |day: Date| Some(judge_kind(recent, day));
            visit.subject(Subject::Activity { unit, kind: *kind }, &judge, &|each| {
                hand_out(recent.iter().map(|(.., span)| *span), each);
            });
        }
    };
    match &shape.scope {
        Some(scope) => look.scope(Some(scope)).for_each(&mut visit_unit),
        None => look.index.units_of_kind(UnitKind::Group).for_each(&mut visit_unit),
    }
}

/// The activities of the kinds asked for, by unit, kind and day.
fn recent(shape: &Done<'_>, look: &JudgeContext<'_, '_>) -> Vec<Recent> {
    let of_kind = look.organisation.activities.iter().filter(|activity| shape.kinds.contains(&activity.kind));
    let mut recent: Vec<Recent> = of_kind
        .filter_map(|activity| {
            let unit = look.index.unit(activity.unit.as_ref()?)?;
            Some((unit, activity.kind, DaySpan::months(activity.date, shape.every_months)))
        })
        .collect();
    sort::all(&mut recent);
    recent
}

/// How an activity stands that was carried out on these days and is asked for every so many months.
pub(crate) fn state(days: &[Date], every_months: u32, on: Date) -> State {
    let span = |day: &Date| DaySpan::months(*day, every_months);
    // Of which unit and kind they are matters to the order alone.
    let mut recent: Vec<Recent> = days.iter().map(|day| (0, ActivityKind::Meeting, span(day))).collect();
    sort::all(&mut recent);
    judge_kind(&recent, on).state()
}

fn judge_kind(recent: &[Recent], on: Date) -> Judgement {
    let spans = || recent.iter().map(|(.., span)| *span);
    let last = |day: Date| spans().rev().find(|span| span.from <= Some(day));
    let because = |day: Date| {
        last(day).and_then(|span| span.from).map_or(ActivityCause::NeverDone, |date| ActivityCause::LastDone { date })
    };
    if covered(spans(), on) {
        let changes = Changes::of(spans(), on);
        return Judgement::met_until(changes.first(|day| (!covered(spans(), day)).then(|| because(day))));
    }
    Judgement::missing(last(on).and_then(DaySpan::after), because(on))
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(activities: &str) -> String {
        format!(
            r#""units": [{{"id": "g", "name": "G", "kind": "group"}}, {{"id": "d", "name": "D", "kind": "department"}}],
            "activities": [{activities}],
            "rules": [{{"id": "r", "done": {{"kinds": ["exercise", "exercise"], "every_months": 12}}}}]"#
        )
    }

    fn exercise(date: &str) -> String {
        file(&format!(
            r#"{{"kind": "exercise", "unit": "g", "date": "{date}"}}, {{"kind": "exercise", "unit": "g", "date": "2020-01-01"}}"#
        ))
    }

    #[test]
    fn what_was_never_done_is_missing() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:g:exercise missing"]);
        let elsewhere = r#"{"kind": "exercise", "unit": "d", "date": "2026-06-01"},
            {"kind": "meeting", "unit": "g", "date": "2026-06-01"}, {"kind": "exercise", "date": "2026-06-01"}"#;
        assert_eq!(told(&file(elsewhere), "2026-07-01"), ["r:g:exercise missing"]);
    }

    #[test]
    fn what_was_done_is_good_for_so_many_months() {
        assert!(told(&exercise("2026-06-01"), "2026-07-01").is_empty());
        assert_eq!(told(&exercise("2025-08-01"), "2026-07-01"), ["r:g:exercise expiring until 2026-08-01"]);
        assert_eq!(told(&exercise("2025-06-30"), "2026-07-01"), ["r:g:exercise missing since 2026-07-01"]);
    }

    #[test]
    fn what_is_planned_counts_from_its_day() {
        assert_eq!(told(&exercise("2026-08-01"), "2026-07-01"), ["r:g:exercise missing since 2021-01-02"]);
        assert!(told(&exercise("2026-08-01"), "2026-08-01").is_empty());
    }

    #[test]
    fn a_scope_says_which_units() {
        let file = file("").replace(r#""kinds""#, r#""in": {"kind": "department"}, "kinds""#);
        assert_eq!(told(&file, "2026-07-01"), ["r:d:exercise missing"]);
    }
}
