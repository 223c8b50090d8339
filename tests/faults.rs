//! Faults that files come with, met while changing them: each ends in a message, and nothing is lost.

use ombud::draft::{ChangeKind, FieldValue, Patch};
use ombud::engine::lens::{Lens, Window};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use ombud::organisation::problem::ProblemKind;

fn open(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("f.json".into(), text.as_bytes().to_vec(), &mut |_| ()).expect("it opens");
    engine
}

fn change(engine: &mut Engine, patch: Patch) -> Reply {
    engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] })
}

fn text(engine: &mut Engine, request: &Request) -> String {
    let Reply::Text(text) = engine.handle(request) else { panic!("a text is answered") };
    text
}

fn problems(engine: &mut Engine) -> Vec<ProblemKind> {
    let window = Window { from: 0, count: 100 };
    let Reply::Problems(page) = engine.handle(&Request::Problems { window }) else { panic!("problems are answered") };
    page.rows.into_iter().map(|problem| problem.kind).collect()
}

fn field(name: &str, text: &str) -> (String, FieldValue) {
    (name.to_owned(), FieldValue::text(text))
}

fn unit(id: &str, parent: &str) -> String {
    format!(r#"{{"id": "{id}", "name": "{id}", "kind": "workplace", "parent": "{parent}"}}"#)
}

fn file(units: &[String]) -> String {
    format!("{{\"format\": 1, \"units\": [{}]}}", units.join(",\n"))
}

#[test]
fn fault_03_a_key_of_javascript_and_a_number_beyond_all_bounds_are_told_by_place_and_the_rest_opens() {
    let mut engine = open(
        r#"{"format": 1, "__proto__": {"polluted": 1}, "units": [
 {"id": "a", "name": "A", "kind": "workplace", "employees": 1e400},
 {"id": "b", "name": "B", "kind": "workplace", "__proto__": 7, "employees": 7}]}"#,
    );
    let Reply::Problems(page) = engine.handle(&Request::Problems { window: Window { from: 0, count: 100 } }) else {
        panic!("problems are answered")
    };
    let told: Vec<_> = page.rows.iter().map(|problem| (problem.place.line, &*problem.place.path)).collect();
    assert_eq!(told, [(1, "$.__proto__"), (2, "$.units[0].employees"), (3, "$.units[1].__proto__")]);
    let lens = Lens::whole("2026-11-22".parse().expect("a day"));
    assert!(matches!(engine.handle(&Request::Unit { lens, id: "b".into() }), Reply::Unit(_)), "the rest opens");
    let saved = text(&mut engine, &Request::Canonical);
    assert!(saved.contains("1e400") && saved.contains(r#""__proto__":7"#), "nothing is lost: {saved}");
}

#[test]
fn fault_05_a_unit_moved_under_itself_is_told_and_can_be_moved_back() {
    let mut engine = open(&file(&[unit("a", "b"), unit("b", "c"), unit("c", "x")]));
    let before = text(&mut engine, &Request::Canonical);
    for parent in ["a", "b", "c"] {
        let fields = vec![field("parent", parent)];
        change(&mut engine, Patch::Set { list: ListName::Units, key: "c".into(), fields });
        assert!(
            problems(&mut engine).iter().any(|kind| matches!(kind, ProblemKind::ParentCycle { .. })),
            "under {parent}"
        );
        engine.handle(&Request::Undo);
        assert_eq!(text(&mut engine, &Request::Canonical), before);
    }
}

#[test]
fn fault_05_when_the_first_of_two_items_with_one_id_goes_the_other_takes_its_place() {
    let mut engine = open(&file(&[unit("a", "x"), unit("a", "y")]));
    assert!(problems(&mut engine).iter().any(|kind| matches!(kind, ProblemKind::DuplicateId { .. })));
    let before = text(&mut engine, &Request::Canonical);
    change(&mut engine, Patch::Remove { list: ListName::Units, key: "a".into() });
    assert!(!problems(&mut engine).iter().any(|kind| matches!(kind, ProblemKind::DuplicateId { .. })));
    assert!(text(&mut engine, &Request::Canonical).contains("\"y\""));
    engine.handle(&Request::Undo);
    assert_eq!(text(&mut engine, &Request::Canonical), before);
}

#[test]
fn fault_05_a_chain_of_five_hundred_units_is_moved_as_one() {
    let chain: Vec<_> = (0..500).map(|n| unit(&format!("u{n}"), &format!("u{}", n + 1))).collect();
    let mut engine = open(&file(&chain));
    let fields = vec![field("parent", "")];
    assert!(matches!(
        change(&mut engine, Patch::Set { list: ListName::Units, key: "u250".into(), fields }),
        Reply::Changed(_)
    ));
    let on = "2026-11-22".parse().expect("a day");
    let Reply::Unit(view) = engine.handle(&Request::Unit { lens: Lens::whole(on), id: "u0".into() }) else {
        panic!("the unit is there")
    };
    assert_eq!(view.path.len(), 250);
}

#[test]
fn fault_05_someone_made_to_report_to_themselves_is_told() {
    let mut engine = open(
        r#"{"format": 1, "units": [{"id": "a", "name": "A", "kind": "department"}],
        "people": [{"id": "bo", "name": "Bo"}]}"#,
    );
    let fields = vec![field("role", "head"), field("unit", "a"), field("person", "bo"), field("reports_to", "bo")];
    change(&mut engine, Patch::Add { list: ListName::Assignments, fields });
    assert!(problems(&mut engine).iter().any(|kind| matches!(kind, ProblemKind::ReportsToSelf { .. })));
}

#[test]
fn fault_06_the_last_item_of_a_list_goes_and_comes_back() {
    let mut engine = open(&file(&[unit("a", "x")]));
    let before = text(&mut engine, &Request::Canonical);
    change(&mut engine, Patch::Remove { list: ListName::Units, key: "a".into() });
    assert!(!text(&mut engine, &Request::Canonical).contains("units"));
    let fields = vec![field("name", "Ny"), field("kind", "workplace")];
    assert!(matches!(change(&mut engine, Patch::Add { list: ListName::Units, fields }), Reply::Changed(_)));
    engine.handle(&Request::Undo);
    engine.handle(&Request::Undo);
    assert_eq!(text(&mut engine, &Request::Canonical), before);
}

#[test]
fn fault_06_the_order_of_changes_to_different_items_does_not_matter() {
    let patches = ["a", "b", "c"].map(|id| Patch::Set {
        list: ListName::Units,
        key: id.into(),
        fields: vec![field("address", &format!("{id}-gatan"))],
    });
    let units = [unit("a", "x"), unit("b", "x"), unit("c", "x")];
    let mut saved = Vec::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let mut engine = open(&file(&units));
        for place in order {
            change(&mut engine, patches[place].clone());
        }
        saved.push(text(&mut engine, &Request::Canonical));
    }
    assert!(saved.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn fault_08_what_is_typed_is_text_and_stays_as_it_was_typed() {
    let long = "å".repeat(1 << 19);
    for typed in ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "a\u{202E}b", "\"},{\"id\":\"x\"", &long] {
        let mut engine = open(&file(&[unit("a", "x")]));
        let fields = vec![field("address", typed)];
        assert!(matches!(
            change(&mut engine, Patch::Set { list: ListName::Units, key: "a".into(), fields }),
            Reply::Changed(_)
        ));
        let saved: serde_json::Value = serde_json::from_str(&text(&mut engine, &Request::Canonical)).expect("JSON");
        assert_eq!(saved["units"][0]["address"], typed);
        assert_eq!(saved["units"].as_array().map(Vec::len), Some(1));
    }
}
