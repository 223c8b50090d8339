//! What is suggested, carried out: the finding goes, and undoing brings it back.

use crate::draft::{ChangeKind, FieldValue, Patch};
use crate::engine::lens::{FindingFilter, Lens, Window};
use crate::engine::view::{ChoiceOf, FindingView, ProposalView};
use crate::engine::{Engine, Reply, Request};
use crate::organisation::ListName;

fn opened(assignments: &str, rule: &str) -> Engine {
    let file = format!(
        r#"{{"format": 1,
        "units": [{{"id": "d", "name": "D", "kind": "department"}}, {{"id": "g", "name": "G", "kind": "group"}},
            {{"id": "a", "name": "A", "kind": "workplace", "parent": "d"}}, {{"id": "b", "name": "B", "kind": "workplace", "parent": "d"}},
            {{"id": "police", "name": "Polisen", "kind": "party"}}],
        "people": [{{"id": "p", "name": "P", "unit": "a"}}, {{"id": "q", "name": "Q", "unit": "d"}},
            {{"id": "r", "name": "R", "unit": "police"}}],
        "assignments": [{assignments}],
        "rules": [{{"id": "rule", {rule}}}]}}"#
    );
    let mut engine = Engine::default();
    engine.open("f.json".into(), file.into_bytes(), &mut |_| ()).expect("a file of format 1");
    engine
}

const EVERY_WORKPLACE: &str = r#""holders": {"of": "rep", "in": {"kind": "workplace"}}"#;

fn lens() -> Lens {
    Lens::whole("2026-07-01".parse().expect("a day"))
}

fn finding(engine: &mut Engine, id: &str) -> Option<FindingView> {
    match engine.handle(&Request::Finding { lens: lens(), id: id.into() }) {
        Reply::Finding(view) => Some(*view),
        _ => None,
    }
}

fn proposal(engine: &mut Engine) -> ProposalView {
    let request = Request::Proposal { lens: lens(), unit: "d".into(), role: "rep".into() };
    let Reply::Proposal(view) = engine.handle(&request) else { panic!("the department is there") };
    *view
}

fn change(engine: &mut Engine, patches: Vec<Patch>) {
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches });
    assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
}

fn saved(engine: &mut Engine) -> String {
    let Reply::Text(text) = engine.handle(&Request::Canonical) else { panic!("a file is open") };
    text.lines()
        .filter(|line| line.contains(r#""role""#))
        .map(|line| line.trim().trim_end_matches(','))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Gives the post of a finding to the first candidate: the finding goes, and undoing brings it back.
fn appoint_first(engine: &mut Engine, id: &str) -> String {
    let before = finding(engine, id).expect(id);
    let suggestion = before.suggestion.clone().expect("someone is suggested");
    change(engine, vec![suggestion.post.given_to(&suggestion.candidates[0].person.id)]);
    assert_eq!(finding(engine, id), None);
    let after = saved(engine);
    engine.handle(&Request::Undo);
    assert_eq!(finding(engine, id), Some(before));
    after
}

#[test]
fn a_vacant_post_is_filled_and_where_there_is_none_one_is_added() {
    let mut engine =
        opened(r#"{"role": "rep", "unit": "a", "from": "2026-01-01", "marking": "internal"}"#, EVERY_WORKPLACE);
    let filled = appoint_first(&mut engine, "rule:a");
    assert_eq!(filled, r#"{"role":"rep","unit":"a","person":"p","from":"2026-07-01","marking":"internal"}"#);
    let added = appoint_first(&mut engine, "rule:b");
    assert!(added.contains(r#"{"role":"rep","unit":"b","person":"q","from":"2026-07-01"}"#), "{added}");
}

#[test]
fn a_vacant_post_that_is_over_or_for_another_is_left_alone() {
    let over =
        r#"{"role": "rep", "unit": "a", "until": "2026-06-30"}, {"role": "rep", "unit": "a", "substitute_for": "q"}"#;
    let after = appoint_first(&mut opened(over, EVERY_WORKPLACE), "rule:a");
    assert_eq!(after.lines().count(), 3, "{after}");
}

#[test]
fn what_expires_is_followed_by_the_next_from_the_day_after() {
    let ends = r#"{"role": "rep", "unit": "b", "person": "q", "until": "2026-08-31"}"#;
    let after = appoint_first(&mut opened(ends, EVERY_WORKPLACE), "rule:b");
    assert!(after.contains(r#""person":"q","from":"2026-09-01"}"#), "{after}");
}

#[test]
fn substitutes_members_and_representatives_are_appointed_as_such() {
    let held = r#"{"role": "rep", "unit": "a", "person": "p"}"#;
    let after = appoint_first(&mut opened(held, r#""substitute": {"of": "rep"}"#), "rule:a");
    assert!(after.contains(r#""person":"q","from":"2026-07-01","substitute_for":"p""#), "{after}");
    let after = appoint_first(&mut opened(held, r#""members": {"every": ["rep"]}"#), "rule:g:p");
    assert!(after.contains(r#"{"role":"member","unit":"g","person":"p","from":"2026-07-01"}"#), "{after}");
    let after = appoint_first(&mut opened("", r#""represented": {}"#), "rule:g:police");
    assert!(after.contains(r#""person":"r","from":"2026-07-01","on_behalf_of":"police""#), "{after}");
}

#[test]
fn a_proposal_is_one_change_and_leaves_only_what_it_named() {
    let same = r#"{"role": "rep", "unit": "a"}"#;
    let two = r#""holders": {"of": "rep", "in": {"kind": "workplace"}, "at_least": 2}"#;
    let mut engine = opened(&format!("{same}, {same}"), two);
    let before = proposal(&mut engine);
    assert_eq!((before.vacant, before.rows.len(), before.rest.len()), (4, 2, 1));
    change(&mut engine, before.rows.iter().map(|row| row.post.given_to(&row.person.id)).collect());
    let after = proposal(&mut engine);
    assert_eq!((after.vacant, after.rows.len(), after.rest.len()), (2, 0, 1));
    engine.handle(&Request::Undo);
    assert_eq!(proposal(&mut engine), before);
}

#[test]
fn vacant_posts_are_counted_by_role_where_a_part_is_looked_at() {
    let mut engine = opened("", EVERY_WORKPLACE);
    let mut open = |unit: Option<&str>, within: Option<&str>| {
        let lens = Lens { within: within.map(str::to_owned), ..lens() };
        let filter = FindingFilter { unit: unit.map(str::to_owned), ..FindingFilter::default() };
        let Reply::Findings(page) =
            engine.handle(&Request::Findings { lens, filter, window: Window { from: 0, count: 9 } })
        else {
            panic!("findings")
        };
        page.open.map(|(unit, roles)| (unit, roles.iter().map(|role| role.posts).collect::<Vec<_>>()))
    };
    assert_eq!(open(None, None), None);
    assert_eq!(open(Some("d"), None), Some(("d".into(), vec![2])));
    assert_eq!(open(None, Some("a")), Some(("a".into(), vec![1])));
    assert_eq!(open(Some("g"), None), Some(("g".into(), vec![])));
}

/// A department with a head and a rule that the head appoints, and a vacant post of its coordinator since long ago.
const HEADED: &str = r#"{"role": "head", "unit": "d", "person": "q", "from": "2020-01-01"},
    {"role": "coordinator", "unit": "d", "from": "2025-01-01"}"#;
const APPOINTED: &str = r#""appointed_by": {"who": "coordinator", "by": "head"}"#;

fn vacancy(engine: &mut Engine, key: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let fields = fields.iter().map(|(field, value)| ((*field).to_owned(), FieldValue::text(value))).collect();
    let reply = engine.handle(&Request::Vacancy { lens: lens(), key: key.into(), fields });
    let Reply::Item(item) = reply else { panic!("{reply:?}") };
    let mut said: Vec<(String, String)> =
        item.fields.iter().map(|(field, value)| (field.clone(), value.words().to_owned())).collect();
    said.sort();
    said
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_vacant_post_is_filled_from_the_day_looked_at_by_the_head_who_is_reported_to() {
    let mut engine = opened(HEADED, APPOINTED);
    let told = vacancy(&mut engine, r#"{"role":"coordinator","unit":"d","from":"2025-01-01"}"#, &[]);
    let expected =
        [("appointed_by", "q"), ("from", "2026-07-01"), ("reports_to", "q"), ("role", "coordinator"), ("unit", "d")];
    assert_eq!(told, pairs(&expected));
    assert_eq!(vacancy(&mut engine, "", &[("role", "coordinator"), ("unit", "d")]), pairs(&expected));
}

#[test]
fn a_post_with_a_holder_begins_anew_without_what_was_said_of_them() {
    let held = r#"{"role": "coordinator", "unit": "d", "person": "p", "from": "2025-01-01", "until": "2027-01-01", "appointed_by": "r"}"#;
    let mut engine = opened(held, APPOINTED);
    let key =
        r#"{"role":"coordinator","unit":"d","person":"p","from":"2025-01-01","until":"2027-01-01","appointed_by":"r"}"#;
    // There is no head: nobody is said to appoint.
    assert_eq!(
        vacancy(&mut engine, key, &[]),
        pairs(&[("from", "2026-07-01"), ("role", "coordinator"), ("unit", "d")])
    );
}

#[test]
fn one_who_stands_in_is_given_no_superior() {
    let mut engine = opened(HEADED, APPOINTED);
    let told = vacancy(&mut engine, "", &[("role", "coordinator"), ("unit", "d"), ("substitute_for", "p")]);
    assert!(told.iter().all(|(field, _)| field != "appointed_by" && field != "reports_to"), "{told:?}");
}

#[test]
fn choices_for_a_unit_begin_with_its_own_people_and_tell_how_many_there_are() {
    let mut engine = opened("", EVERY_WORKPLACE);
    let mut choices = |find: &str, near: &str, most: u32| {
        let (of, chosen) = (ChoiceOf::List(ListName::People), String::new());
        let reply = engine.handle(&Request::Choices { of, find: find.into(), chosen, near: near.into(), most });
        let Reply::Choices(page) = reply else { panic!("{reply:?}") };
        (page.choices.into_iter().map(|choice| choice.id).collect::<Vec<_>>(), page.total)
    };
    assert_eq!(choices("", "", 9).0, ["p", "q", "r"]);
    // First those of the department itself, then those of a unit below it, then others.
    assert_eq!(choices("", "d", 9).0, ["q", "p", "r"]);
    assert_eq!(choices("", "police", 9).0, ["r", "p", "q"]);
    assert_eq!(choices("", "police", 1), (vec!["r".to_owned()], 3));
    assert_eq!(choices("q", "police", 9), (vec!["q".to_owned()], 1));
    assert_eq!(choices("x", "police", 9), (vec![], 0));
}
