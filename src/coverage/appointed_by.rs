//! `appointed_by`: every current holder of a role was appointed by one who then held another in the same unit.

use super::Subject;
use super::because::AppointedByCause;
use super::look::{JudgeContext, held};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::rule::AppointedBy;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &AppointedBy<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let (who, by) = (look.role(&shape.who), look.role(&shape.by));
    let mut heads: (u32, Vec<&Post>) = (NONE, Vec::new());
    look.each_holder(&[who], |unit, person, posts| {
        if heads.0 != unit {
            heads = (unit, look.posts(by, unit).collect());
        }
        let judge = |day: Date| held(posts, day).then(|| judge_holder(posts, &heads.1, day, look));
        visit.subject(Subject::Holder { unit, person }, &judge, &|each| {
            hand_out(posts.iter().chain(&heads.1).copied(), each);
        });
    });
}

/// Met if one of the holder's current posts is, else broken if one is, else unknown.
fn judge_holder(posts: &[&Post], heads: &[&Post], on: Date, look: &JudgeContext<'_, '_>) -> Judgement {
    let (mut broken, mut unknown) = (None, None);
    for post in posts.iter().filter(|post| post.held(on) && post.appointed_by != NONE) {
        let day = post.from.unwrap_or(on);
        let mut held = heads.iter().filter(|head| head.held(day)).peekable();
        if held.peek().is_none() {
            // Of several, the same one whatever their order in the file; likewise below.
            unknown = unknown.into_iter().chain([day]).min();
        } else if held.any(|head| head.person == post.appointed_by) {
            return Judgement::Met;
        } else {
            let name = &look.organisation.assignments[post.assignment as usize].appointed_by;
            broken = broken.into_iter().chain([(name, post.from, post.assignment)]).min();
        }
    }
    match (broken, unknown) {
        (Some((.., assignment)), _) => Judgement::broken(None, AppointedByCause::Other { assignment }),
        (None, Some(day)) => Judgement::unknown(AppointedByCause::NobodyHeld { day }),
        (None, None) => Judgement::unknown(AppointedByCause::DoesNotSay),
    }
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(coordinator: &str) -> String {
        format!(
            r#""units": [{{"id": "d", "name": "D", "kind": "department"}}],
            "people": [{{"id": "c", "name": "C"}}, {{"id": "old", "name": "O"}}, {{"id": "new", "name": "N"}}],
            "assignments": [{{"role": "coordinator", "unit": "d", "person": "c"{coordinator}}},
                {{"role": "head", "unit": "d", "person": "old", "from": "2020-01-01", "until": "2024-12-31"}},
                {{"role": "head", "unit": "d", "person": "new", "from": "2025-02-01"}}],
            "rules": [{{"id": "r", "appointed_by": {{"who": "coordinator", "by": "head"}}}}]"#
        )
    }

    #[test]
    fn the_head_of_the_first_day_counts_though_another_came_after() {
        assert!(told(&file(r#", "from": "2024-12-31", "appointed_by": "old""#), "2026-07-01").is_empty());
        assert!(told(&file(r#", "appointed_by": "new""#), "2026-07-01").is_empty(), "without a first day, today's");
    }

    #[test]
    fn an_appointment_by_someone_else_breaks_it() {
        let by_new = file(r#", "from": "2024-12-31", "appointed_by": "new""#);
        assert_eq!(told(&by_new, "2026-07-01"), ["r:d:c broken"]);
    }

    #[test]
    fn it_is_unknown_where_the_file_does_not_say_or_nobody_was_head() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:d:c unknown"]);
        assert_eq!(told(&file(r#", "from": "2025-01-15", "appointed_by": "new""#), "2026-07-01"), ["r:d:c unknown"]);
    }
}
