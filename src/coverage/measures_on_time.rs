//! `measures_on_time`: every measure is done by its day, or its day has not passed.

use super::Subject;
use super::because::MeasureCause;
use super::look::JudgeContext;
use super::time::{Changes, DaySpan, covered};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::risk::{Measure, MeasureStatus};
use crate::organisation::rule::MeasuresOnTime;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &MeasuresOnTime<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    for (measure, number) in look.organisation.measures.iter().zip(0..) {
        let is_meant = match measure.status {
            Some(MeasureStatus::Cancelled) => false,
            status => shape.statuses.is_empty() || status.is_some_and(|status| shape.statuses.contains(&status)),
        };
        if is_meant {
            let good = good(measure);
            let judge = |day: Date| judge_measure(measure, good, day);
            visit.subject(Subject::Measure(number), &judge, &|each| hand_out(good.into_iter().flatten(), each));
        }
    }
}

/// The days on which it is in time: through its last day, and from the day it is done.
fn good(measure: &Measure<'_>) -> [Option<DaySpan>; 2] {
    let is_done = measure.status == Some(MeasureStatus::Done);
    [
        measure.due.map(|due| DaySpan { from: None, until: Some(due) }),
        is_done.then_some(DaySpan { from: measure.done, until: None }),
    ]
}

fn judge_measure(measure: &Measure<'_>, good: [Option<DaySpan>; 2], on: Date) -> Option<Judgement> {
    let good = || good.into_iter().flatten();
    let because = match measure.due {
        Some(due) => MeasureCause::Overdue { due },
        // Of what is merely proposed no day is asked.
        None if matches!(measure.status, None | Some(MeasureStatus::Proposed)) => return None,
        None => MeasureCause::NoDueDay,
    };
    Some(match measure.due.and_then(|due| due.succ_opt()) {
        _ if covered(good(), on) => {
            let falls = Changes::of(good(), on).first(|day| (!covered(good(), day)).then_some(because));
            Judgement::met_until(falls)
        }
        None => Judgement::unknown(because),
        late => Judgement::missing(late, because),
    })
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::{applicable, told};

    fn file(measure: &str) -> String {
        format!(
            r#""measures": [{{"id": "m", "title": "M", {measure}}}, {{"id": "given-up", "title": "G", "status": "cancelled", "due": "2020-01-01"}}],
            "rules": [{{"id": "r", "measures_on_time": {{}}}}]"#
        )
    }

    #[test]
    fn a_measure_is_in_time_through_its_day_and_missing_after_it() {
        let file = file(r#""status": "ongoing", "due": "2026-09-30""#);
        assert!(told(&file, "2026-07-01").is_empty());
        assert_eq!(told(&file, "2026-09-30"), ["r:m expiring until 2026-09-30"]);
        assert_eq!(told(&file, "2026-10-01"), ["r:m missing since 2026-10-01"]);
        assert_eq!(applicable(&file, "2026-10-01"), 1, "nothing is asked of one that is given up");
    }

    #[test]
    fn one_that_is_done_is_met_from_the_day_it_was() {
        let done = file(r#""status": "done", "due": "2026-06-30""#);
        assert!(told(&done, "2026-07-01").is_empty());
        let later = file(r#""status": "done", "done": "2026-07-15", "due": "2026-06-30""#);
        assert_eq!(told(&later, "2026-07-14"), ["r:m missing since 2026-07-01"]);
        assert!(told(&later, "2026-07-15").is_empty());
        let before = file(r#""status": "done", "done": "2026-06-15", "due": "2026-06-30""#);
        assert!(told(&before, "2026-06-01").is_empty(), "it is done before its day has passed");
    }

    #[test]
    fn one_that_is_decided_without_a_day_is_unknown_and_a_proposal_is_not_asked() {
        assert_eq!(told(&file(r#""status": "decided""#), "2026-07-01"), ["r:m unknown"]);
        assert_eq!(applicable(&file(r#""status": "proposed""#), "2026-07-01"), 0);
        assert_eq!(told(&file(r#""status": "proposed", "due": "2026-06-30""#), "2026-07-01").len(), 1);
    }

    #[test]
    fn with_statuses_only_those_are_looked_at() {
        let decided = |status| {
            let file = file(&format!(r#""status": "{status}", "due": "2026-06-30""#));
            told(&file.replace("{}", r#"{"statuses": ["decided"]}"#), "2026-07-01").len()
        };
        assert_eq!((decided("decided"), decided("ongoing")), (1, 0));
    }
}
