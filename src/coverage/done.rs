//! `done`: each of some kinds of activity happens at least every so many months, for each unit in scope.

use super::look::{Found, Ground, Judged, Look};
use super::time::{Changes, Span, covered, lasts};
use super::{Because, Subject};
use crate::organisation::rule::Done;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::work::ActivityKind;

/// An activity: for which unit, of what kind, and the days for which it is recent enough.
type Recent = (u32, ActivityKind, Span);

pub(super) fn judge(shape: &Done<'_>, look: &mut Look<'_, '_>, found: &mut Found<'_>) {
    let recent = recent(shape, look.ground());
    let mut kinds = shape.kinds.clone();
    sort::all(&mut kinds);
    kinds.dedup();
    let mut judge_unit = |unit: u32| {
        for kind in &kinds {
            found.note(Subject::Activity { unit, kind: *kind }, judge_kind(of(&recent, unit, *kind), look.on));
        }
    };
    match &shape.scope {
        Some(scope) => look.scope(Some(scope)).for_each(&mut judge_unit),
        None => look.units_of_kind(UnitKind::Group).for_each(&mut judge_unit),
    }
}

/// Of each kind at each unit where it has been done: the last day for which that is recent enough.
pub(super) fn each_due(
    shape: &Done<'_>,
    ground: Ground<'_, '_>,
    on: Date,
    mut each: impl FnMut(u32, ActivityKind, Date),
) {
    let recent = recent(shape, ground);
    let mut units: Vec<u32> = match &shape.scope {
        Some(scope) => ground.scope(Some(scope)).collect(),
        None => ground.units_of_kind(UnitKind::Group).collect(),
    };
    sort::all(&mut units);
    for done in recent.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (unit, kind, _) = done[0];
        let last = lasts(done.iter().map(|(.., span)| *span), on);
        if let Some(day) = last.filter(|_| units.binary_search(&unit).is_ok()) {
            each(unit, kind, day);
        }
    }
}

/// Those of one kind at one unit.
fn of(recent: &[Recent], unit: u32, kind: ActivityKind) -> &[Recent] {
    let start = recent.partition_point(|(at, of, _)| (*at, *of) < (unit, kind));
    let end = recent.partition_point(|(at, of, _)| (*at, *of) <= (unit, kind));
    &recent[start..end]
}

/// The activities of the kinds asked for, by unit, kind and day.
fn recent(shape: &Done<'_>, ground: Ground<'_, '_>) -> Vec<Recent> {
    let of_kind = ground.organisation.activities.iter().filter(|activity| shape.kinds.contains(&activity.kind));
    let mut recent: Vec<Recent> = of_kind
        .filter_map(|activity| {
            let unit = ground.index.unit(activity.unit.as_ref()?)?;
            Some((unit, activity.kind, Span::months(activity.date, shape.every_months)))
        })
        .collect();
    sort::all(&mut recent);
    recent
}

fn judge_kind(recent: &[Recent], on: Date) -> Judged {
    let spans = || recent.iter().map(|(.., span)| *span);
    let last = |day: Date| spans().rev().find(|span| span.from <= Some(day));
    let because =
        |day: Date| last(day).and_then(|span| span.from).map_or(Because::NeverDone, |date| Because::LastDone { date });
    if covered(spans(), on) {
        let changes = Changes::of(spans(), on);
        return Judged::met_until(changes.first(|day| (!covered(spans(), day)).then(|| because(day))));
    }
    Judged::missing(last(on).and_then(Span::after), because(on))
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
