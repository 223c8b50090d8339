//! `members`: the group has every current holder of some roles as a member.

use super::Subject;
use super::because::SeatCause;
use super::look::{JudgeContext, held, held_since};
use super::time::{Changes, DaySpan, last_end};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::index::Post;
use crate::organisation::person::MEMBER;
use crate::organisation::rule::Members;
use crate::organisation::sort;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &Members<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let (roles, member) = (look.roles(&shape.every), look.role(MEMBER));
    let posts = look.posts_by_person(&roles);
    if posts.is_empty() {
        return;
    }
    for group in look.groups(shape.group.as_deref()) {
        let mut members: Vec<&Post> = look.posts(member, group).collect();
        sort::by_key(&mut members, |post| post.person);
        for own in posts.chunk_by(|a, b| a.person == b.person) {
            let person = own[0].person;
            let start = members.partition_point(|post| post.person < person);
            let end = members.partition_point(|post| post.person <= person);
            let memberships = &members[start..end];
            let judge = |day: Date| held(own, day).then(|| judge_person(own, memberships, day, look));
            visit.subject(Subject::Member { group, person }, &judge, &|each| {
                hand_out(own.iter().chain(memberships).copied(), each);
            });
        }
    }
}

/// Only days on which the person holds one of the roles count.
fn judge_person(posts: &[&Post], memberships: &[&Post], on: Date, look: &JudgeContext<'_, '_>) -> Judgement {
    let fault = |day: Date| {
        let asking = if held(memberships, day) { None } else { asking(posts, day, look) };
        asking.map(|assignment| SeatCause::NotAMember { assignment })
    };
    if let Some(because) = fault(on) {
        let left = last_end(memberships.iter().map(|post| DaySpan::of(post)), on);
        return Judgement::missing(left.max(held_since(posts.iter().copied(), on)), because);
    }
    let terms = posts.iter().chain(memberships).map(|post| DaySpan::of(post));
    Judgement::met_until(Changes::of(terms, on).first(fault))
}

/// The assignment by which the person should be a member that day; of several, the same one whatever their order in
/// the file.
fn asking(posts: &[&Post], day: Date, look: &JudgeContext<'_, '_>) -> Option<u32> {
    let item = |assignment: u32| &look.organisation.assignments[assignment as usize];
    let held = posts.iter().filter(|post| post.held(day)).map(|post| post.assignment);
    held.min_by_key(|assignment| {
        let item = item(*assignment);
        (&item.unit, &item.role, item.from, item.until)
    })
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(assignments: &str) -> String {
        format!(
            r#""units": [{{"id": "g", "name": "G", "kind": "group"}}, {{"id": "d", "name": "D", "kind": "department"}}],
            "people": [{{"id": "p", "name": "P"}}],
            "assignments": [{assignments}],
            "rules": [{{"id": "r", "members": {{"every": ["x", "y"]}}}}]"#
        )
    }

    const X: &str = r#"{"role": "x", "unit": "d", "person": "p", "from": "2025-01-01", "until": "2026-08-15"}"#;

    #[test]
    fn a_holder_who_is_no_member_is_missing_once() {
        let both = format!(r#"{X}, {{"role": "y", "unit": "d", "person": "p", "from": "2026-01-01"}}"#);
        assert_eq!(told(&file(&both), "2026-07-01"), ["r:g:p missing since 2025-01-01"]);
    }

    #[test]
    fn a_holder_who_is_a_member_is_met() {
        let member = format!(r#"{X}, {{"role": "member", "unit": "g", "person": "p"}}"#);
        assert!(told(&file(&member), "2026-07-01").is_empty());
    }

    #[test]
    fn a_membership_that_ends_matters_only_while_the_role_is_held() {
        let member = |until: &str| {
            let member = format!(r#"{X}, {{"role": "member", "unit": "g", "person": "p", "until": "{until}"}}"#);
            told(&file(&member), "2026-07-01")
        };
        assert_eq!(member("2026-08-14"), ["r:g:p expiring until 2026-08-14"]);
        assert!(member("2026-08-15").is_empty());
        assert_eq!(member("2026-06-30"), ["r:g:p missing since 2026-07-01"]);
    }

    #[test]
    fn a_group_that_is_not_in_the_file_has_no_members() {
        let file = file(X).replace(r#""every""#, r#""group": "gone", "every""#);
        assert_eq!(told(&file, "2026-07-01"), ["r:gone:p missing since 2025-01-01"]);
    }
}
