//! `reviewed`: every document of some kinds is within its review date.

use super::because::ReviewCause;
use super::look::JudgeContext;
use super::time::{Changes, DaySpan};
use super::visit::{Judgement, Visit, hand_out};
use super::{State, Subject};
use crate::organisation::rule::Reviewed;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &Reviewed<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    for (document, number) in look.organisation.documents.iter().zip(0..) {
        if shape.kinds.is_empty() || shape.kinds.contains(&document.kind) {
            let good = document.review_by.map(|day| DaySpan { from: None, until: Some(day) });
            let judge = |day: Date| Some(judge_document(document.review_by, day));
            visit.subject(Subject::Document(number), &judge, &|each| hand_out(good, each));
        }
    }
}

/// How a document stands by its review date alone.
pub(crate) fn state(review_by: Option<Date>, on: Date) -> State {
    judge_document(review_by, on).state()
}

fn judge_document(review_by: Option<Date>, on: Date) -> Judgement {
    let Some(review_by) = review_by else { return Judgement::unknown(ReviewCause::NoDate) };
    let because = ReviewCause::Overdue { review_by };
    let span = DaySpan { from: None, until: Some(review_by) };
    if !span.covers(on) {
        return Judgement::missing(span.after(), because);
    }
    let changes = Changes::of([span].into_iter(), on);
    Judgement::met_until(changes.first(|day| (!span.covers(day)).then_some(because)))
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::{applicable, told};

    fn file(document: &str) -> String {
        format!(
            r#""documents": [{{"id": "d", "title": "D", "kind": "policy"{document}}},
                {{"id": "e", "title": "E", "kind": "plan", "review_by": "2020-01-01"}}],
            "rules": [{{"id": "r", "reviewed": {{"kinds": ["policy"]}}}}]"#
        )
    }

    #[test]
    fn a_document_is_good_through_its_review_date() {
        let file = file(r#", "review_by": "2026-09-30""#);
        assert!(told(&file, "2026-07-01").is_empty());
        assert_eq!(told(&file, "2026-09-30"), ["r:d expiring until 2026-09-30"]);
        assert_eq!(told(&file, "2026-10-01"), ["r:d missing since 2026-10-01"]);
    }

    #[test]
    fn a_document_without_a_review_date_is_unknown() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:d unknown"]);
    }

    #[test]
    fn without_kinds_every_document_is_looked_at() {
        assert_eq!(applicable(&file(""), "2026-07-01"), 1);
        assert_eq!(applicable(&file("").replace(r#""kinds": ["policy"]"#, ""), "2026-07-01"), 2);
    }
}
