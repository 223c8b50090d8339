//! `substitute`: every post of a role that is held has a substitute.

use super::Subject;
use super::because::SubstituteCause;
use super::look::{JudgeContext, held_since};
use super::time::{Changes, DaySpan, last_end};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::rule::Substitute;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &Substitute<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let role = look.role(&shape.of);
    for unit in look.scope(shape.scope.as_ref()) {
        let posts = || look.index.posts_of(role, unit);
        let judge = |day: Date| posts().any(|post| post.held(day)).then(|| judge_unit(posts, day));
        visit.subject(Subject::Unit(unit), &judge, &|each| hand_out(posts(), each));
    }
}

/// Only days on which someone holds the role count.
fn judge_unit<'p, I: Iterator<Item = &'p Post>>(posts: impl Fn() -> I, on: Date) -> Judgement {
    let holds = |person: u32, day: Date| posts().any(|post| post.person == person && post.held(day));
    let stands_in = |post: &Post, day: Date| post.substitute && post.current(day) && !holds(post.person, day);
    let substituted = |day: Date| posts().any(|post| stands_in(post, day));
    if substituted(on) {
        let fails = |day: Date| posts().any(|post| post.held(day)) && !substituted(day);
        let changes = Changes::of(posts().map(DaySpan::of), on);
        return Judgement::met_until(changes.first(|day| fails(day).then_some(SubstituteCause::NoSubstitute)));
    }
    let terms = posts().filter(|post| post.substitute && post.person != NONE).map(DaySpan::of);
    let began = held_since(posts().filter(|post| !post.substitute && post.person != NONE), on);
    Judgement::missing(last_end(terms, on).max(began), SubstituteCause::NoSubstitute)
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::{applicable, told};

    fn file(substitute: &str) -> String {
        format!(
            r#""units": [{{"id": "a", "name": "A", "kind": "workplace"}}, {{"id": "b", "name": "B", "kind": "workplace"}}],
            "people": [{{"id": "p", "name": "P"}}, {{"id": "q", "name": "Q"}}],
            "assignments": [{{"role": "x", "unit": "a", "person": "p", "until": "2026-09-15"}}{substitute}],
            "rules": [{{"id": "r", "substitute": {{"of": "x"}}}}]"#
        )
    }

    fn substitute(person: &str, until: &str) -> String {
        file(&format!(
            r#", {{"role": "x", "unit": "a", "person": "{person}", "substitute_for": "p", "until": "{until}"}}"#
        ))
    }

    #[test]
    fn a_held_post_without_a_substitute_is_missing_and_an_unheld_one_no_subject() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:a missing"]);
        assert_eq!(applicable(&file(""), "2026-07-01"), 1);
    }

    #[test]
    fn someone_else_who_stands_in_meets_it() {
        assert!(told(&substitute("q", "2026-12-31"), "2026-07-01").is_empty());
        assert_eq!(told(&substitute("p", "2026-12-31"), "2026-07-01"), ["r:a missing"], "nobody stands in for oneself");
    }

    #[test]
    fn a_post_that_never_had_a_substitute_misses_one_since_it_was_first_held() {
        let held = |posts: &str| {
            file("").replace(r#"{"role": "x", "unit": "a", "person": "p", "until": "2026-09-15"}"#, posts)
        };
        let since = r#"{"role": "x", "unit": "a", "person": "p", "from": "2026-03-01"}"#;
        assert_eq!(told(&held(since), "2026-07-01"), ["r:a missing since 2026-03-01"]);
        let vacant = format!(r#"{{"role": "x", "unit": "a", "from": "2025-01-01"}}, {since}"#);
        assert_eq!(told(&held(&vacant), "2026-07-01"), ["r:a missing since 2026-03-01"], "a vacant post is not held");
        let handed_on = r#"{"role": "x", "unit": "a", "person": "p", "from": "2025-01-01", "until": "2026-05-31"},
            {"role": "x", "unit": "a", "person": "q", "from": "2026-04-01"}"#;
        assert_eq!(told(&held(handed_on), "2026-07-01"), ["r:a missing since 2025-01-01"]);
    }

    #[test]
    fn a_substitute_who_leaves_matters_while_the_post_is_held() {
        assert_eq!(told(&substitute("q", "2026-08-31"), "2026-07-01"), ["r:a expiring until 2026-08-31"]);
        assert!(told(&substitute("q", "2026-09-15"), "2026-07-01").is_empty());
        assert_eq!(told(&substitute("q", "2026-05-31"), "2026-07-01"), ["r:a missing since 2026-06-01"]);
    }
}
