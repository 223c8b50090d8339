use crate::engine::Engine;
use crate::engine::lens::Lens;
use crate::engine::request::{Reply, Request};
use crate::engine::view::{HitAbout, HitKind, SearchView};
use crate::organisation::value::parse_date;

const FILE: &str = r#"{"format": 1,
    "units": [
        {"id": "d", "name": "Värmeförvaltningen", "kind": "department"},
        {"id": "a", "name": "Fjärrvärme norr", "kind": "workplace", "parent": "d"},
        {"id": "b", "name": "Värmestugan", "kind": "workplace", "parent": "d"},
        {"id": "e", "name": "Övriga", "kind": "department"}
    ],
    "people": [
        {"id": "p", "name": "Vera Varm", "phone": "070-174 06 05"},
        {"id": "q", "name": "Bo Värme", "unit": "e"}
    ],
    "assignments": [{"role": "head", "unit": "d", "person": "p"}, {"role": "x", "unit": "a", "person": "p"}],
    "risks": [{"id": "r", "title": "Värmebölja", "units": ["e"]}],
    "measures": [{"id": "m", "title": "Köp fläktar mot värme", "risks": ["r"]}],
    "documents": [{"id": "o", "title": {"sv": "Plan", "en": "Heat plan"}, "kind": "plan", "owner": "d"}],
    "rules": [{"id": "heads", "text": "Varje enhet har en chef", "holders": {"of": "head", "kind": "department"}}]}"#;

fn found(find: &str, within: Option<&str>, most: u32) -> SearchView {
    found_in(FILE, find, within, most)
}

fn found_in(file: &str, find: &str, within: Option<&str>, most: u32) -> SearchView {
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens { on: parse_date("2026-07-01").unwrap(), within: within.map(str::to_owned) };
    match engine.handle(&Request::Search { lens, find: find.into(), most }) {
        Reply::Search(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// The ids found, by list.
fn ids(view: &SearchView) -> Vec<(HitKind, Vec<&str>)> {
    view.groups.iter().map(|group| (group.of, group.hits.iter().map(|hit| hit.id.as_str()).collect())).collect()
}

#[test]
fn every_list_is_searched_and_departments_come_before_their_workplaces() {
    let view = found("värme", None, 8);
    assert_eq!(
        ids(&view),
        [
            (HitKind::Units, vec!["d", "b", "a"]),
            (HitKind::Risks, vec!["r"]),
            (HitKind::People, vec!["q"]),
            (HitKind::Measures, vec!["m"]),
        ]
    );
    assert_eq!(ids(&found("heat", None, 8)), [(HitKind::Documents, vec!["o"])], "in both languages");
    assert_eq!(ids(&found("en chef", None, 8)), [(HitKind::Rules, vec!["heads"])]);
}

#[test]
fn only_so_many_are_answered_and_the_others_are_counted() {
    let view = found("värme", None, 1);
    let units = &view.groups[0];
    assert_eq!((units.total, units.all, units.hits.len()), (3, 4, 1));
    assert_eq!(units.hits[0].id, "d");
}

#[test]
fn a_person_is_found_by_their_number_and_says_what_they_hold() {
    let view = found("0701740605", None, 8);
    assert_eq!(ids(&view), [(HitKind::People, vec!["p"])]);
    let HitAbout::Person { post: Some((role, _, unit)), more, .. } = &view.groups[0].hits[0].about else {
        panic!("{view:?}")
    };
    assert_eq!((role.as_str(), unit.id.as_str(), *more), ("head", "d", 1));
}

#[test]
fn people_are_found_by_the_posts_they_hold_in_both_languages_and_a_name_comes_first() {
    assert_eq!(ids(&found("chef", None, 8)), [(HitKind::People, vec!["p"]), (HitKind::Rules, vec!["heads"])]);
    assert_eq!(ids(&found("head", None, 8))[0], (HitKind::People, vec!["p"]));
    let file = r#"{"format": 1, "units": [{"id": "u", "name": "Hamnen", "kind": "department"}],
        "roles": [{"id": "head_of_security", "name": "Trygghetschef"}, {"id": "w", "name": "Vakt"}],
        "people": [{"id": "p", "name": "Ada"}, {"id": "q", "name": "Vakt Lind"}, {"id": "r", "name": "Bo"}],
        "assignments": [{"role": "member", "unit": "u", "person": "p"}, {"role": "w", "unit": "u", "person": "p"},
            {"role": "head_of_security", "unit": "u", "person": "q"},
            {"role": "w", "unit": "u", "person": "r", "until": "2025-12-31"}]}"#;
    assert_eq!(ids(&found_in(file, "vakt", None, 8)), [(HitKind::People, vec!["q", "p"])], "who was it is not");
    let view = found_in(file, "vakt", None, 8);
    let HitAbout::Person { post: Some((role, ..)), more, .. } = &view.groups[0].hits[1].about else {
        panic!("{view:?}")
    };
    assert_eq!((role.as_str(), *more), ("w", 1), "the post that was sought");
    assert_eq!(ids(&found_in(file, "trygghetschef", None, 8)), [(HitKind::People, vec!["q"])]);
    let lists = |find| found_in(file, find, None, 8).groups.iter().map(|group| group.of).collect::<Vec<_>>();
    assert!(!lists("säkerhetschef").contains(&HitKind::People), "the file has another word");
}

#[test]
fn what_is_outside_the_part_looked_at_is_not_found() {
    assert_eq!(
        ids(&found("värme", Some("e"), 8)),
        [(HitKind::Risks, vec!["r"]), (HitKind::People, vec!["q"]), (HitKind::Measures, vec!["m"])]
    );
    assert_eq!(ids(&found("vera", Some("e"), 8)), []);
    assert_eq!(ids(&found("heat", Some("e"), 8)), []);
}

#[test]
fn nothing_is_found_where_nothing_is_typed_or_nothing_fits() {
    assert_eq!(found(" ", None, 8), SearchView::default());
    assert_eq!(found("zebra", None, 8), SearchView::default());
}

#[test]
fn the_first_of_a_hundred_thousand_units_are_found() {
    let units: Vec<String> = (0..100_000)
        .map(|n| format!(r#"{{"id": "u{n}", "name": "Förskolan nummer {n}", "kind": "workplace"}}"#))
        .collect();
    let mut engine = Engine::default();
    let file = format!(r#"{{"format": 1, "units": [{}]}}"#, units.join(","));
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens::whole(parse_date("2026-07-01").unwrap());
    let Reply::Search(view) = engine.handle(&Request::Search { lens, find: "nummer 777".into(), most: 3 }) else {
        panic!("no answer")
    };
    assert_eq!(ids(&view), [(HitKind::Units, vec!["u777", "u7770", "u77700"])]);
    assert_eq!((view.groups[0].all, view.groups[0].total), (100_000, 280));
}
