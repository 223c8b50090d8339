//! `trained`: every current holder of some roles has taken a training, and not too long ago.

use super::look::{Judged, Look, held, held_since};
use super::time::{Changes, Span, covered};
use super::visit::{Visit, hand_out};
use super::{Because, Subject};
use crate::organisation::index::Post;
use crate::organisation::rule::Trained;
use crate::organisation::sort;
use crate::organisation::value::Date;
use crate::organisation::{Index, Organisation};

pub(super) fn subjects(shape: &Trained<'_>, look: &Look<'_, '_>, visit: &mut dyn Visit) {
    let Some(training) = look.organisation.trainings.iter().find(|training| *training.id == *shape.training) else {
        look.each_holder(&look.roles(&shape.who), |unit, person, posts| {
            let judge = |day: Date| held(posts, day).then_some(Judged::unknown(Because::NoTraining));
            visit.subject(Subject::Holder { unit, person }, &judge, &|each| hand_out(posts.iter().copied(), each));
        });
        return;
    };
    let roles = look.roles(if shape.who.is_empty() { &training.roles } else { &shape.who });
    let taken = taken(&shape.training, training.renewed_after, look.organisation, look.index);
    look.each_holder(&roles, |unit, person, posts| {
        let start = taken.partition_point(|(who, _)| *who < person);
        let end = taken.partition_point(|(who, _)| *who <= person);
        let taken = &taken[start..end];
        let judge = |day: Date| held(posts, day).then(|| judge_holder(posts, taken, day));
        visit.subject(Subject::Holder { unit, person }, &judge, &|each| {
            hand_out(posts.iter().copied(), each);
            hand_out(taken.iter().map(|(_, span)| *span), each);
        });
    });
}

/// Who has taken the training, and when that is good for, by person and day.
pub(super) fn taken(
    training: &str,
    renewed_after: Option<u32>,
    organisation: &Organisation<'_>,
    index: &Index,
) -> Vec<(u32, Span)> {
    let completions = organisation.completions.iter().filter(|completion| completion.training == training);
    let mut taken: Vec<(u32, Span)> = completions
        .filter_map(|completion| Some((index.person(&completion.person)?, completion.date)))
        .map(|(person, date)| match renewed_after {
            Some(months) => (person, Span::months(date, months)),
            None => (person, Span { from: Some(date), until: None }),
        })
        .collect();
    sort::all(&mut taken);
    taken
}

fn judge_holder(posts: &[&Post], taken: &[(u32, Span)], on: Date) -> Judged {
    let good = || taken.iter().map(|(_, span)| *span);
    let last = |day: Date| good().rev().find(|span| span.from <= Some(day));
    let because = |day: Date| {
        last(day).and_then(|span| span.from).map_or(Because::NeverTrained, |taken| Because::TrainingLapsed { taken })
    };
    if covered(good(), on) {
        let changes = Changes::of(posts.iter().map(|post| Span::of(post)).chain(good()), on);
        let fails = |day: Date| held(posts, day) && !covered(good(), day);
        return Judged::met_until(changes.first(|day| fails(day).then(|| because(day))));
    }
    Judged::missing(last(on).and_then(Span::after).max(held_since(posts.iter().copied(), on)), because(on))
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(completions: &str) -> String {
        format!(
            r#""units": [{{"id": "a", "name": "A", "kind": "workplace"}}],
            "people": [{{"id": "p", "name": "P"}}],
            "assignments": [{{"role": "x", "unit": "a", "person": "p", "from": "2025-01-01", "until": "2026-12-31"}}],
            "trainings": [{{"id": "fire", "name": "Brand", "roles": ["x"], "renewed_after": 24}}],
            "completions": [{completions}],
            "rules": [{{"id": "r", "trained": {{"training": "fire"}}}}]"#
        )
    }

    fn taken(date: &str) -> String {
        file(&format!(r#"{{"training": "fire", "person": "p", "date": "{date}"}}"#))
    }

    #[test]
    fn a_holder_who_never_took_it_is_missing_since_the_post_began() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:a:p missing since 2025-01-01"]);
        assert_eq!(told(&taken("2026-07-02"), "2026-07-01"), ["r:a:p missing since 2025-01-01"], "still to come");
    }

    #[test]
    fn it_is_good_through_the_day_it_must_be_renewed() {
        assert!(told(&taken("2025-06-01"), "2026-07-01").is_empty());
        assert_eq!(told(&taken("2024-07-01"), "2026-07-01"), ["r:a:p expiring until 2026-07-01"]);
        assert_eq!(told(&taken("2024-06-30"), "2026-07-01"), ["r:a:p missing since 2026-07-01"]);
    }

    #[test]
    fn a_lapse_after_the_post_has_ended_does_not_matter() {
        assert_eq!(told(&taken("2024-12-30"), "2026-12-01"), ["r:a:p expiring until 2026-12-30"]);
        assert!(told(&taken("2024-12-31"), "2026-12-01").is_empty());
    }

    #[test]
    fn a_training_that_is_not_in_the_file_is_unknown() {
        let file = file("").replace(r#"{"training": "fire"}"#, r#"{"training": "gone", "who": ["x"]}"#);
        assert_eq!(told(&file, "2026-07-01"), ["r:a:p unknown"]);
    }
}
