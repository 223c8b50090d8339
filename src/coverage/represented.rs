//! `represented`: the group has a current member on behalf of each party.

use super::Subject;
use super::because::SeatCause;
use super::look::JudgeContext;
use super::time::{Changes, DaySpan, covered, last_end};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::index::Post;
use crate::organisation::person::MEMBER;
use crate::organisation::rule::Represented;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;

pub(super) fn subjects(shape: &Represented<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let groups = look.groups(shape.group.as_deref());
    if groups.is_empty() {
        return;
    }
    let parties = parties(shape, look);
    let member = look.role(MEMBER);
    for group in groups {
        let mut members: Vec<&Post> = look.posts(member, group).collect();
        sort::by_key(&mut members, |post| post.on_behalf_of);
        for party in &parties {
            let start = members.partition_point(|post| post.on_behalf_of < *party);
            let end = members.partition_point(|post| post.on_behalf_of <= *party);
            let because = SeatCause::NotRepresented { party: *party };
            let members = &members[start..end];
            let judge = |day: Date| Some(judge_party(members, because, day));
            visit.subject(Subject::Party { group, party: *party }, &judge, &|each| {
                hand_out(members.iter().copied(), each);
            });
        }
    }
}

/// The parties named, each once, whether in the file or not; every unit of kind `party` when none are named.
fn parties(shape: &Represented<'_>, look: &JudgeContext<'_, '_>) -> Vec<u32> {
    let Some(ids) = &shape.parties else {
        return look.index.units_of_kind(UnitKind::Party).collect();
    };
    let mut parties: Vec<u32> = ids.iter().map(|id| look.named(id)).collect();
    sort::all(&mut parties);
    parties.dedup();
    parties
}

fn judge_party(members: &[&Post], because: SeatCause, on: Date) -> Judgement {
    let spans = || members.iter().map(|post| DaySpan::of(post));
    if !covered(spans(), on) {
        return Judgement::missing(last_end(spans(), on), because);
    }
    let changes = Changes::of(spans(), on);
    Judgement::met_until(changes.first(|day| (!covered(spans(), day)).then_some(because)))
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(member: &str) -> String {
        format!(
            r#""units": [{{"id": "g", "name": "G", "kind": "group"}}, {{"id": "police", "name": "P", "kind": "party"}}],
            "people": [{{"id": "p", "name": "P"}}],
            "assignments": [{{"role": "member", "unit": "g", "person": "p"{member}}}],
            "rules": [{{"id": "r", "represented": {{}}}}]"#
        )
    }

    #[test]
    fn a_party_nobody_represents_is_missing() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:g:police missing"]);
    }

    #[test]
    fn a_party_with_a_member_is_met() {
        assert!(told(&file(r#", "on_behalf_of": "police""#), "2026-07-01").is_empty());
    }

    #[test]
    fn it_lasts_as_long_as_the_membership() {
        let file = file(r#", "on_behalf_of": "police", "until": "2026-07-31""#);
        assert_eq!(told(&file, "2026-07-01"), ["r:g:police expiring until 2026-07-31"]);
        assert_eq!(told(&file, "2026-09-01"), ["r:g:police missing since 2026-08-01"]);
    }

    #[test]
    fn a_party_that_is_not_in_the_file_is_judged_by_its_id() {
        let file =
            file(r#", "on_behalf_of": "police""#).replace("{}", r#"{"parties": ["rescue", "rescue", "police"]}"#);
        assert_eq!(told(&file, "2026-07-01"), ["r:g:rescue missing"]);
    }
}
