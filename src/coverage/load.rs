//! `load`: nobody holds a role at more than so many units at a time.

use super::Subject;
use super::because::LoadCause;
use super::look::{JudgeContext, held};
use super::time::{Changes, DaySpan, turned};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::rule::Load;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &Load<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let posts = look.posts_by_person(&[look.role(&shape.of)]);
    for own in posts.chunk_by(|a, b| a.person == b.person) {
        let judge = |day: Date| held(own, day).then(|| judge_person(own, shape.at_most, day));
        visit.subject(Subject::Person(own[0].person), &judge, &|each| hand_out(own.iter().copied(), each));
    }
}

fn judge_person(posts: &[&Post], at_most: u32, on: Date) -> Judgement {
    // The posts come by unit.
    let units = |day: Date| saturating(posts.chunk_by(|a, b| a.unit == b.unit).filter(|at| held(at, day)).count());
    let fault = |day: Date| (units(day) > at_most).then_some(LoadCause::TooManyPosts { at_most });
    if let Some(because) = fault(on) {
        let terms = posts.iter().map(|post| (post.unit, DaySpan::of(post))).collect();
        return Judgement::broken(turned(terms, on, |units| units <= i64::from(at_most)), because);
    }
    Judgement::met_until(Changes::of(posts.iter().map(|post| DaySpan::of(post)), on).first(fault))
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::{applicable, told};

    fn file(second: &str) -> String {
        format!(
            r#""units": [{{"id": "a", "name": "A", "kind": "workplace"}}, {{"id": "b", "name": "B", "kind": "workplace"}}],
            "people": [{{"id": "p", "name": "P"}}, {{"id": "q", "name": "Q"}}],
            "assignments": [{{"role": "x", "unit": "a", "person": "p"}}, {second}],
            "rules": [{{"id": "r", "load": {{"of": "x", "at_most": 1}}}}]"#
        )
    }

    #[test]
    fn one_who_holds_too_many_posts_breaks_it() {
        let second = r#"{"role": "x", "unit": "b", "person": "p", "from": "2026-06-01"}"#;
        assert_eq!(told(&file(second), "2026-07-01"), ["r:p broken since 2026-06-01"]);
        assert_eq!(told(&file(second), "2026-05-01"), ["r:p expiring until 2026-05-31"]);
    }

    #[test]
    fn as_many_as_allowed_are_met_and_one_unit_counts_once() {
        let other = r#"{"role": "x", "unit": "b", "person": "q"}"#;
        assert!(told(&file(other), "2026-07-01").is_empty());
        assert_eq!(applicable(&file(other), "2026-07-01"), 2);
        let again = r#"{"role": "x", "unit": "a", "person": "p", "from": "2026-06-01"}"#;
        assert!(told(&file(again), "2026-07-01").is_empty());
    }
}
