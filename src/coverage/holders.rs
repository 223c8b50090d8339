//! `holders`: every unit in scope has enough, and not too many, current holders of a role.

use super::Subject;
use super::because::HoldersCause;
use super::look::JudgeContext;
use super::time::{Changes, DaySpan, turned};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::rule::Holders;
use crate::organisation::sort;
use crate::organisation::value::Date;

/// How many people there should be.
#[derive(Clone, Copy)]
struct HolderBounds {
    at_least: u32,
    at_most: u32,
}

impl HolderBounds {
    /// What does not fit about so many holders.
    fn fault(self, holders: u32) -> Option<HoldersCause> {
        if holders < self.at_least {
            return Some(HoldersCause::TooFew { holders, at_least: self.at_least });
        }
        (holders > self.at_most).then_some(HoldersCause::TooMany { holders, at_most: self.at_most })
    }
}

pub(super) fn subjects(shape: &Holders<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let role = look.role(&shape.of);
    let bounds = HolderBounds {
        at_least: shape.at_least.unwrap_or(u32::from(shape.at_most.is_none())),
        at_most: shape.at_most.unwrap_or(u32::MAX),
    };
    for unit in look.scope(shape.scope.as_ref()) {
        let posts = || look.posts(role, unit);
        let judge = |day: Date| Some(judge_unit(posts, bounds, day));
        visit.subject(Subject::Unit(unit), &judge, &|each| hand_out(posts(), each));
    }
}

fn judge_unit<'p, I: Iterator<Item = &'p Post>>(posts: impl Fn() -> I, bounds: HolderBounds, on: Date) -> Judgement {
    let holders = |day: Date| distinct(posts().filter(|post| post.held(day)).map(|post| post.person));
    let since =
        |fits: &dyn Fn(i64) -> bool| turned(posts().map(|post| (post.person, DaySpan::of(post))).collect(), on, fits);
    match bounds.fault(holders(on)) {
        None => {
            let changes = Changes::of(posts().map(DaySpan::of), on);
            Judgement::met_until(changes.first(|day| bounds.fault(holders(day))))
        }
        Some(because @ HoldersCause::TooMany { .. }) => {
            Judgement::broken(since(&|holders| holders <= i64::from(bounds.at_most)), because)
        }
        Some(because) => Judgement::missing(since(&|holders| holders >= i64::from(bounds.at_least)), because),
    }
}

/// How many different people there are. Two posts, which is more than most units have of a role, cost no memory.
fn distinct(mut people: impl Iterator<Item = u32>) -> u32 {
    let Some(first) = people.next() else { return 0 };
    let Some(second) = people.next() else { return 1 };
    let Some(third) = people.next() else { return 1 + u32::from(first != second) };
    let mut all: Vec<u32> = [first, second, third].into_iter().chain(people).collect();
    sort::all(&mut all);
    all.dedup();
    saturating(all.len())
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::{applicable, told};

    /// A workplace where `assignments` hold, under a rule with these bounds.
    fn file(bounds: &str, assignments: &str) -> String {
        format!(
            r#""units": [{{"id": "a", "name": "A", "kind": "workplace", "employees": 12, "tags": ["school"], "parent": "d"}},
                {{"id": "d", "name": "D", "kind": "department"}}],
            "people": [{{"id": "p", "name": "P"}}, {{"id": "q", "name": "Q"}}],
            "assignments": [{assignments}],
            "rules": [{{"id": "r", "holders": {{"of": "x", "in": {{"kind": "workplace"}}{bounds}}}}}]"#
        )
    }

    const P: &str = r#"{"role": "x", "unit": "a", "person": "p"}"#;

    #[test]
    fn a_workplace_without_a_holder_is_missing() {
        assert_eq!(told(&file("", ""), "2026-07-01"), ["r:a missing"]);
    }

    #[test]
    fn a_vacant_post_a_substitute_and_an_unknown_person_hold_nothing() {
        let posts = r#"{"role": "x", "unit": "a"}, {"role": "x", "unit": "a", "person": "nobody"},
            {"role": "x", "unit": "a", "person": "p", "substitute_for": "q"}"#;
        assert_eq!(told(&file("", posts), "2026-07-01"), ["r:a missing"]);
    }

    #[test]
    fn one_holder_is_enough_unless_more_are_asked_for() {
        assert!(told(&file("", P), "2026-07-01").is_empty());
        assert_eq!(told(&file(r#", "at_least": 2"#, P), "2026-07-01"), ["r:a missing"]);
    }

    #[test]
    fn two_assignments_of_one_person_count_once() {
        let twice = format!(r#"{P}, {{"role": "x", "unit": "a", "person": "p", "from": "2020-01-01"}}"#);
        assert_eq!(told(&file(r#", "at_least": 2"#, &twice), "2026-07-01"), ["r:a missing"]);
        assert!(told(&file(r#", "at_most": 1"#, &twice), "2026-07-01").is_empty());
    }

    #[test]
    fn more_than_at_most_is_broken_since_the_one_too_many_came() {
        let both = format!(r#"{P}, {{"role": "x", "unit": "a", "person": "q", "from": "2026-05-01"}}"#);
        assert_eq!(told(&file(r#", "at_most": 1"#, &both), "2026-07-01"), ["r:a broken since 2026-05-01"]);
        assert_eq!(told(&file(r#", "at_most": 1"#, &both), "2026-04-01"), ["r:a expiring until 2026-04-30"]);
        assert!(told(&file(r#", "at_most": 1"#, ""), "2026-07-01").is_empty(), "no lower bound is given");
    }

    #[test]
    fn a_term_that_ends_within_ninety_days_expires_and_then_is_missing() {
        let ends = r#"{"role": "x", "unit": "a", "person": "p", "from": "2025-01-01", "until": "2026-09-29"}"#;
        assert_eq!(told(&file("", ends), "2024-12-31"), ["r:a missing"]);
        assert!(told(&file("", ends), "2026-07-01").is_empty());
        assert_eq!(told(&file("", ends), "2026-07-02"), ["r:a expiring until 2026-09-29"]);
        assert_eq!(told(&file("", ends), "2026-09-29"), ["r:a expiring until 2026-09-29"]);
        assert_eq!(told(&file("", ends), "2026-09-30"), ["r:a missing since 2026-09-30"]);
    }

    #[test]
    fn a_successor_from_the_next_day_keeps_it_met() {
        let posts = r#"{"role": "x", "unit": "a", "person": "p", "until": "2026-07-31"},
            {"role": "x", "unit": "a", "person": "q", "from": "2026-08-01"}"#;
        assert!(told(&file("", posts), "2026-07-01").is_empty());
        assert_eq!(told(&file("", &posts.replace("08-01", "08-02")), "2026-07-01"), ["r:a expiring until 2026-07-31"]);
    }

    #[test]
    fn the_scope_takes_kind_tags_employees_and_place_in_the_tree() {
        let subjects = |scope: &str| applicable(&file("", "").replace(r#"{"kind": "workplace"}"#, scope), "2026-07-01");
        assert_eq!(subjects("{}"), 2);
        assert_eq!(subjects(r#"{"kind": "department"}"#), 1);
        assert_eq!(subjects(r#"{"tags": ["school"]}"#), 1);
        assert_eq!(subjects(r#"{"tags": ["school", "night"]}"#), 0);
        assert_eq!(subjects(r#"{"min_employees": 12}"#), 1, "the department does not state its employees");
        assert_eq!(subjects(r#"{"min_employees": 13}"#), 0);
        assert_eq!(subjects(r#"{"under": "d"}"#), 1, "strictly below");
        assert_eq!(subjects(r#"{"under": "nowhere"}"#), 0);
    }
}
