//! `reports_to`: every current holder of a role reports to a current holder of another in the same unit.

use super::Subject;
use super::because::ReportsToCause;
use super::look::{JudgeContext, held};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::rule::ReportsTo;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &ReportsTo<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let (who, to) = (look.role(&shape.who), look.role(&shape.to));
    let mut heads: (u32, Vec<&Post>) = (NONE, Vec::new());
    look.each_holder(&[who], |unit, person, posts| {
        if heads.0 != unit {
            heads = (unit, look.posts(to, unit).collect());
        }
        let judge = |day: Date| held(posts, day).then(|| judge_holder(posts, &heads.1, day, look));
        visit.subject(Subject::Holder { unit, person }, &judge, &|each| {
            hand_out(posts.iter().chain(&heads.1).copied(), each);
        });
    });
}

/// Met if one of the holder's current posts is, else broken if one is, else unknown.
fn judge_holder(posts: &[&Post], heads: &[&Post], day: Date, look: &JudgeContext<'_, '_>) -> Judgement {
    let said = || posts.iter().filter(|post| post.held(day) && post.reports_to != NONE);
    if !held(heads, day) {
        let is_silent = said().next().is_none();
        return Judgement::unknown(if is_silent { ReportsToCause::DoesNotSay } else { ReportsToCause::NobodyHolds });
    }
    if said().any(|post| heads.iter().any(|head| head.held(day) && head.person == post.reports_to)) {
        return Judgement::Met;
    }
    // Of several, the same one whatever their order in the file.
    let name = |post: &&&Post| &look.organisation.assignments[post.assignment as usize].reports_to;
    match said().min_by_key(name) {
        Some(post) => Judgement::broken(None, ReportsToCause::Other { assignment: post.assignment }),
        None => Judgement::unknown(ReportsToCause::DoesNotSay),
    }
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(assignments: &str) -> String {
        format!(
            r#""units": [{{"id": "d", "name": "D", "kind": "department"}}, {{"id": "e", "name": "E", "kind": "department"}}],
            "people": [{{"id": "c", "name": "C"}}, {{"id": "h", "name": "H"}}, {{"id": "o", "name": "O"}}],
            "assignments": [{assignments}],
            "rules": [{{"id": "r", "reports_to": {{"who": "coordinator", "to": "head"}}}}]"#
        )
    }

    fn coordinator(to: &str) -> String {
        format!(r#"{{"role": "coordinator", "unit": "d", "person": "c"{to}}}"#)
    }

    const HEAD: &str = r#"{"role": "head", "unit": "d", "person": "h", "until": "2026-07-31"}"#;
    const ELSEWHERE: &str = r#"{"role": "head", "unit": "e", "person": "o"}"#;

    #[test]
    fn one_who_reports_to_the_head_is_met_also_when_the_head_is_leaving() {
        let to_head = coordinator(r#", "reports_to": "h""#);
        assert!(told(&file(&format!("{to_head}, {HEAD}")), "2026-07-31").is_empty());
    }

    #[test]
    fn one_who_reports_to_someone_else_breaks_it() {
        let to_other = coordinator(r#", "reports_to": "o""#);
        assert_eq!(told(&file(&format!("{to_other}, {HEAD}, {ELSEWHERE}")), "2026-07-01"), ["r:d:c broken"]);
        let to_nobody = coordinator(r#", "reports_to": "nobody""#);
        assert_eq!(told(&file(&format!("{to_nobody}, {HEAD}")), "2026-07-01"), ["r:d:c broken"]);
    }

    #[test]
    fn it_is_unknown_where_the_file_does_not_say_or_the_unit_has_no_head() {
        assert_eq!(told(&file(&format!("{}, {HEAD}", coordinator(""))), "2026-07-01"), ["r:d:c unknown"]);
        let to_head = coordinator(r#", "reports_to": "h""#);
        assert_eq!(told(&file(&format!("{to_head}, {HEAD}, {ELSEWHERE}")), "2026-08-01"), ["r:d:c unknown"]);
    }

    #[test]
    fn of_several_assignments_one_that_is_met_is_enough() {
        let (silent, other, head) =
            (coordinator(""), coordinator(r#", "reports_to": "o""#), coordinator(r#", "reports_to": "h""#));
        assert!(told(&file(&format!("{silent}, {other}, {head}, {HEAD}")), "2026-07-01").is_empty());
        assert_eq!(told(&file(&format!("{silent}, {other}, {HEAD}")), "2026-07-01"), ["r:d:c broken"]);
    }
}
