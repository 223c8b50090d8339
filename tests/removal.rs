//! Whatever is taken out of a file, and whatever becomes of what refers to it, no reference leads nowhere afterwards,
//! and one step takes it back.

use ombud::draft::removal::{Parting, referring};
use ombud::draft::{ChangeKind, Patch};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::problem::{ProblemKind, Problems};
use ombud::organisation::{Index, ListName, read};
use ombud::verdict::File;

const DAY: &str = "2026-11-22";

fn open(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    engine
}

fn canonical(engine: &mut Engine) -> String {
    match engine.handle(&Request::Canonical) {
        Reply::Text(text) => text,
        other => panic!("a text is answered: {other:?}"),
    }
}

/// How many references of a file lead nowhere.
fn dangling(text: &str) -> usize {
    let file = File::read(text, &mut |_| ()).expect("it is opened");
    file.problems.list.iter().filter(|problem| matches!(problem.kind, ProblemKind::NotFound { .. })).count()
}

/// Where an item of a list is referred to: the list and the field.
fn places(text: &str, list: ListName, id: &str) -> Vec<(ListName, usize)> {
    let (mut organisation, mut problems) = read(text, &mut |_| ()).expect("it is opened");
    let index = Index::new(&mut organisation, text, &mut Problems::default());
    problems.list.clear();
    referring(&organisation, &index, list, id).into_iter().map(|found| (found.list, found.place)).collect()
}

/// The file after an item is taken out; that taking it back makes the file as it was is asserted.
fn without(text: &str, list: ListName, id: &str, parting: Parting) -> String {
    let mut engine = open(text);
    let before = canonical(&mut engine);
    let patch = Patch::TakeOut { list, key: id.to_owned(), parting };
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] });
    assert!(matches!(reply, Reply::Changed(_)), "{list:?} {id}: {reply:?}");
    let after = canonical(&mut engine);
    engine.handle(&Request::Undo);
    assert_eq!(canonical(&mut engine), before, "{list:?} {id}");
    after
}

/// A file in which every list that can be referred to has an item that others refer to, and another.
const ALL: &str = r#"{"format": 1,
 "units": [{"id": "u", "name": "U", "kind": "group"}, {"id": "v", "name": "V", "kind": "workplace", "parent": "u"},
  {"id": "w", "name": "W", "kind": "party", "parent": "v"}],
 "people": [{"id": "p", "name": "P", "unit": "u"}, {"id": "q", "name": "Q", "unit": "v"}],
 "roles": [{"id": "r", "name": "R"}, {"id": "s", "name": "S"}],
 "assignments": [{"role": "r", "unit": "u", "person": "p", "appointed_by": "q", "reports_to": "q"},
  {"role": "s", "unit": "v", "person": "q", "appointed_by": "p", "reports_to": "p", "substitute_for": "p", "on_behalf_of": "u"},
  {"role": "s", "unit": "w", "person": "p", "from": "2020-01-01", "until": "2021-01-01"}],
 "rules": [{"id": "h", "holders": {"of": "r", "in": {"under": "u"}}}, {"id": "m", "members": {"group": "u", "every": ["r", "s"]}},
  {"id": "e", "represented": {"parties": ["u", "w"]}}, {"id": "tr", "trained": {"training": "t", "who": ["r"]}}],
 "trainings": [{"id": "t", "name": "T", "roles": ["r", "s"]}, {"id": "t2", "name": "T2"}],
 "completions": [{"training": "t", "person": "p", "date": "2026-01-01"}],
 "documents": [{"id": "d", "title": "D", "kind": "plan", "owner": "p"}, {"id": "d2", "title": "D2", "kind": "plan", "owner": "u"}],
 "activities": [{"kind": "meeting", "date": "2026-01-01", "unit": "u", "role": "r", "who": ["q", "p"]}],
 "questions": [{"id": "o", "about": "O", "by": "p", "status": "raised"}],
 "scales": [{"id": "l", "levels": [{"name": "1"}]}, {"id": "l2", "levels": [{"name": "1"}]}],
 "matrices": [{"id": "a", "likelihood": "l", "consequence": ["l", "l2"], "classes": [{"id": "c", "name": "C"}], "grid": [[0]]},
  {"id": "b", "consequence": ["l2"], "classes": [{"id": "c", "name": "C"}], "grid": [[0]]}],
 "risks": [{"id": "x", "title": "X", "units": ["u", "v"], "owner": "p", "matrix": "a"}, {"id": "y", "title": "Y", "owner": "u"}],
 "measures": [{"id": "z", "title": "Z", "owner": "p", "risks": ["x", "y"]}],
 "functions": [{"id": "f", "name": "F", "unit": "u", "owner": "p", "needs": [{"on": "k"}, {"on": "g"}, {"on": "k2"}]},
  {"id": "g", "name": "G", "needs": [{"on": "f", "endures": 2}]}],
 "dependencies": [{"id": "k", "name": "K", "supplier": "u", "needs": [{"on": "k2"}]}, {"id": "k2", "name": "K2"}],
 "exceptions": [{"finding": "h:u", "reason": "E", "who": "p"}],
 "rounds": [{"id": "n", "name": "N", "due": "2026-09-30", "receivers": [{"unit": "v"}, {"unit": "u"}]}]}"#;

/// The items taken out, and who takes over.
const ITEMS: [(ListName, &str, &str); 10] = [
    (ListName::Units, "u", "v"),
    (ListName::Units, "u", "w"),
    (ListName::People, "p", "q"),
    (ListName::Roles, "r", "s"),
    (ListName::Trainings, "t", "t2"),
    (ListName::Scales, "l", "l2"),
    (ListName::Matrices, "a", "b"),
    (ListName::Risks, "x", "y"),
    (ListName::Functions, "f", "g"),
    (ListName::Dependencies, "k", "k2"),
];

#[test]
fn every_list_that_a_field_refers_to_is_among_those_tried() {
    let (mut organisation, mut problems) = read(ALL, &mut |_| ()).unwrap();
    let _ = Index::new(&mut organisation, ALL, &mut problems);
    let mut to = Vec::new();
    for list in ListName::ALL {
        let items = organisation.items(*list);
        for place in 0..items.count() {
            items.each_ref(place, &mut |reference| to.extend(reference.to.lists));
        }
    }
    for list in to {
        assert!(ITEMS.iter().any(|(tried, ..)| *tried == list), "{list:?}");
    }
}

// Fault 32 of docs/faults.md.
#[test]
fn nothing_refers_to_what_has_been_taken_out_whatever_is_chosen() {
    assert_eq!(dangling(ALL), 0);
    for (list, id, other) in ITEMS {
        assert!(!places(ALL, list, id).is_empty(), "{list:?} {id} is referred to");
        let on = DAY.parse().unwrap();
        let hand_over = Parting::HandOver { id: other.to_owned() };
        for parting in [Parting::Clear, Parting::Together, hand_over, Parting::End { on }, Parting::Vacate { on }] {
            let after = without(ALL, list, id, parting.clone());
            assert_eq!(places(&after, list, id), [], "{list:?} {id} {parting:?}: {after}");
            assert_eq!(dangling(&after), 0, "{list:?} {id} {parting:?}: {after}");
            assert!(!after.contains(&format!(r#""{id}""#)), "{id} {parting:?}: {after}");
        }
    }
}

#[test]
fn the_posts_of_a_person_end_become_vacant_or_go_to_another() {
    let on = DAY.parse().unwrap();
    let after = |parting| without(ALL, ListName::People, "p", parting);
    let ended = after(Parting::End { on });
    assert!(
        ended.contains(r#"{"role":"r","unit":"u","until":"2026-11-22","appointed_by":"q","reports_to":"q"}"#),
        "{ended}"
    );
    assert!(ended.contains(r#"{"role":"s","unit":"w","from":"2020-01-01","until":"2021-01-01"}"#), "{ended}");
    let vacant = after(Parting::Vacate { on });
    assert!(vacant.contains(r#"{"role":"r","unit":"u"}"#), "{vacant}");
    assert!(vacant.contains(r#"{"role":"s","unit":"w","from":"2020-01-01","until":"2021-01-01"}"#), "{vacant}");
    let handed = after(Parting::HandOver { id: "q".to_owned() });
    assert!(handed.contains(r#"{"role":"r","unit":"u","person":"q","appointed_by":"q","reports_to":"q"}"#), "{handed}");
    assert!(handed.contains(r#""who":["q"]"#), "nobody takes part twice: {handed}");
    assert!(handed.contains(r#"{"training":"t","person":"q","date":"2026-01-01"}"#), "{handed}");
}

#[test]
fn what_cannot_do_without_goes_and_what_can_stays() {
    let cleared = without(ALL, ListName::Trainings, "t", Parting::Clear);
    assert!(!cleared.contains("completions") && !cleared.contains("trained"), "{cleared}");
    let cleared = without(ALL, ListName::Risks, "x", Parting::Clear);
    assert!(cleared.contains(r#"{"id":"z","title":"Z","owner":"p","risks":["y"]}"#), "{cleared}");
    let together = without(ALL, ListName::Risks, "x", Parting::Together);
    assert!(!together.contains("measures"), "{together}");
    let needs = without(ALL, ListName::Dependencies, "k", Parting::Clear);
    assert!(needs.contains(r#""needs":[{"on":"g"},{"on":"k2"}]"#), "{needs}");
}

#[test]
fn a_built_in_role_keeps_its_posts_without_its_item() {
    let file = r#"{"format": 1, "units": [{"id": "u", "name": "U", "kind": "group"}],
 "roles": [{"id": "head", "name": "H"}], "assignments": [{"role": "head", "unit": "u"}]}"#;
    assert_eq!(places(file, ListName::Roles, "head"), []);
    assert!(without(file, ListName::Roles, "head", Parting::Together).contains(r#"{"role":"head","unit":"u"}"#));
}

#[test]
fn a_post_ends_on_the_day_only_where_it_goes_on_over_it() {
    let file = r#"{"format": 1, "units": [{"id": "u", "name": "U", "kind": "group"}],
 "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
 "assignments": [{"role": "a", "unit": "u", "person": "p", "from": "2027-01-01"},
  {"role": "b", "unit": "u", "person": "p", "until": "2027-06-30"},
  {"role": "c", "unit": "u", "person": "p", "until": "2026-11-21"},
  {"role": "d", "unit": "u", "person": "p", "from": "2026-11-22"},
  {"role": "e", "unit": "u", "person": "q", "substitute_for": "p"}]}"#;
    let ended = without(file, ListName::People, "p", Parting::End { on: DAY.parse().unwrap() });
    for post in [
        r#"{"role":"a","unit":"u","from":"2027-01-01"}"#,
        r#"{"role":"b","unit":"u","until":"2026-11-22"}"#,
        r#"{"role":"c","unit":"u","until":"2026-11-21"}"#,
        r#"{"role":"d","unit":"u","from":"2026-11-22","until":"2026-11-22"}"#,
        r#"{"role":"e","unit":"u","person":"q"}"#,
    ] {
        assert!(ended.contains(post), "{post} is not in {ended}");
    }
}

#[test]
fn a_unit_that_takes_over_is_neither_below_itself_nor_below_what_is_below_it() {
    let file = r#"{"format": 1, "units": [{"id": "u", "name": "U", "kind": "group"},
 {"id": "v", "name": "V", "kind": "workplace", "parent": "u"}, {"id": "w", "name": "W", "kind": "party", "parent": "v"},
 {"id": "x", "name": "X", "kind": "party", "parent": "u"}], "risks": [{"id": "v", "title": "R", "units": ["u"]}]}"#;
    for other in ["v", "w"] {
        let after = without(file, ListName::Units, "u", Parting::HandOver { id: other.to_owned() });
        for line in [
            r#"{"id":"v","name":"V","kind":"workplace"}"#.to_owned(),
            r#"{"id":"w","name":"W","kind":"party","parent":"v"}"#.to_owned(),
            format!(r#"{{"id":"x","name":"X","kind":"party","parent":"{other}"}}"#),
            format!(r#"{{"id":"v","title":"R","units":["{other}"]}}"#),
        ] {
            assert!(after.contains(&line), "{line} is not in {after}");
        }
    }
}
