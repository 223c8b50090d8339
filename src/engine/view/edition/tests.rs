use super::*;
use crate::draft::{ChangeKind, FieldValue, Patch};
use crate::engine::{Engine, Reply, Request};
use crate::organisation::ListName;
use crate::risk::edition::Way;

const FILE: &str = r#"{"format": 1,
 "units": [{"id": "kommun", "name": "K", "kind": "municipality"}, {"id": "d", "name": "D", "kind": "department", "parent": "kommun"}],
 "risks": [
  {"id": "a", "title": "A", "units": ["d"], "likelihood": 2, "consequence": {"dead": 2}},
  {"id": "b", "title": "B", "likelihood": 3, "consequence": {"dead": 3}},
  {"id": "c", "title": "C", "likelihood": 1, "consequence": {"dead": 1}},
  {"id": "d", "title": "D", "likelihood": 4, "consequence": {"dead": 4}}]}"#;

fn engine(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("fil.json".into(), text.into(), &mut |_| ()).expect("it can be read");
    engine
}

fn change(engine: &mut Engine, patch: Patch) {
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] });
    assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
}

fn freeze(engine: &mut Engine, name: &str, day: &str) {
    let fields = vec![("name".into(), FieldValue::text(name)), ("date".into(), FieldValue::text(day))];
    change(engine, Patch::Add { list: ListName::Editions, fields });
}

fn set(engine: &mut Engine, risk: &str, field: &str, value: f64) {
    let fields = vec![(field.into(), FieldValue::Number(value))];
    change(engine, Patch::Set { list: ListName::Risks, key: risk.into(), fields });
}

fn looked(engine: &mut Engine, earlier: Option<&str>, later: Option<&str>, within: Option<&str>) -> EditionsView {
    let request = Request::Editions {
        on: "2026-11-22".parse().expect("a day"),
        within: within.map(str::to_owned),
        earlier: earlier.map(str::to_owned),
        later: later.map(str::to_owned),
        window: Window { from: 0, count: 50 },
    };
    match engine.handle(&request) {
        Reply::Editions(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// A file of two editions that has gone on since.
fn story() -> Engine {
    let mut engine = engine(FILE);
    freeze(&mut engine, "RSA 2019", "2019-10-01");
    set(&mut engine, "a", "likelihood", 5.0);
    freeze(&mut engine, "RSA 2023", "2023-10-01");
    set(&mut engine, "b", "consequence/dead", 1.0);
    change(&mut engine, Patch::Remove { list: ListName::Risks, key: "c".into() });
    let fields = vec![("title".into(), FieldValue::text("E"))];
    change(&mut engine, Patch::Add { list: ListName::Risks, fields });
    engine
}

#[test]
fn a_file_without_editions_has_nothing_to_compare() {
    let view = looked(&mut engine(FILE), None, None, None);
    assert_eq!((view.editions.len(), view.risks, view.comparison), (0, 4, None));
}

#[test]
fn the_latest_edition_is_compared_with_the_file() {
    let view = looked(&mut story(), None, None, None);
    let named: Vec<_> = view.editions.iter().map(|row| (&*row.id, row.integrity, row.risks)).collect();
    let intact = Some(Integrity::Intact);
    assert_eq!(named, [("rsa-2023", intact, 4), ("rsa-2019", intact, 4)], "the latest first");
    let comparison = view.comparison.expect("there is something to compare");
    assert_eq!((comparison.earlier.id.as_deref(), comparison.later.id), (Some("rsa-2023"), None));
    let wanted = EditionTally { better: 1, new: 1, gone: 1, unchanged: 2, ..EditionTally::default() };
    assert_eq!(comparison.tally, wanted);
    assert_eq!(comparison.tally.changed(), 3);
    let rows: Vec<_> =
        comparison.rows.iter().map(|row| row.later.as_ref().or(row.earlier.as_ref()).map(|it| &*it.id)).collect();
    assert_eq!(rows, [Some("e"), Some("b"), Some("c")], "what is new, what is better, what is gone");
}

#[test]
fn any_two_editions_are_compared() {
    let view = looked(&mut story(), Some("rsa-2019"), Some("rsa-2023"), None);
    let comparison = view.comparison.expect("there is something to compare");
    assert_eq!(comparison.tally, EditionTally { worse: 1, unchanged: 3, ..EditionTally::default() });
    let RiskFate::Moved(moved) = &comparison.rows[0].fate else { panic!("it has moved") };
    assert_eq!((moved.way, moved.inputs.len()), (Way::Worse, 1));
    assert!(matches!(&moved.inputs[0].to, Stated::Levels(levels) if levels.1.level == 5));
    let later = comparison.later.picture.expect("it has a matrix");
    let spot = later.spots.iter().find(|spot| spot.id == "a").expect("it is in the matrix");
    assert_eq!((spot.was, spot.cell), (Some((2, 2)), (5, 2)));
}

#[test]
fn a_risk_has_the_same_number_in_both_pictures() {
    let comparison = looked(&mut story(), None, None, None).comparison.expect("there is something to compare");
    let numbers = |side: &SideView| -> Vec<(String, u32)> {
        let spots = side.picture.iter().flat_map(|picture| &picture.spots);
        let mut numbers: Vec<_> = spots.map(|spot| (spot.id.clone(), spot.number)).collect();
        numbers.sort();
        numbers
    };
    let (earlier, mut later) = (numbers(&comparison.earlier), numbers(&comparison.later));
    later.insert(2, ("c".into(), 4));
    assert_eq!(earlier, later, "and what is only in the earlier one comes after");
}

#[test]
fn a_part_is_compared_by_itself() {
    let comparison = looked(&mut story(), Some("rsa-2019"), None, Some("d")).comparison.expect("there is something");
    assert_eq!(comparison.tally, EditionTally { worse: 1, ..EditionTally::default() });
}

#[test]
fn an_edition_that_was_tampered_with_or_cannot_be_read_is_told() {
    let editions = r#""editions": [
        {"id": "x", "name": "X", "date": "2020-01-01", "sha256": "00", "content": {"format": 1, "risks": [{"id": "a"}]}},
        {"id": "y", "name": "Y", "date": "2019-01-01", "content": {"format": 9}}], "risks""#;
    let view = looked(&mut engine(&FILE.replace("\"risks\"", editions)), None, None, None);
    assert_eq!(view.editions[0].integrity, Some(Integrity::Altered));
    assert_eq!(view.editions[0].problem_count, 1, "its risk has no title");
    assert_eq!((view.editions[1].integrity, view.editions[1].problems.len()), (None, 1));
    let view = looked(&mut engine(&FILE.replace("\"risks\"", editions)), Some("y"), None, None);
    assert_eq!(view.comparison, None);
}

#[test]
fn what_differs_of_an_edition_is_not_the_analysis_field_by_field() {
    let mut engine = engine(FILE);
    freeze(&mut engine, "RSA 2023", "2023-10-01");
    let Reply::Difference(page) = engine.handle(&Request::Difference { window: Window { from: 0, count: 9 } }) else {
        panic!("there is a difference")
    };
    let fields: Vec<_> = page.rows[0].fields.iter().map(|field| &*field.field).collect();
    assert_eq!(fields, ["date", "name"]);
    assert!(matches!(engine.handle(&Request::Undo), Reply::Changed(_)));
    assert!(looked(&mut engine, None, None, None).editions.is_empty(), "it is undone");
}

#[test]
fn the_edition_of_the_example_is_what_was_frozen_and_can_be_compared() {
    let view = looked(&mut engine(include_str!("../../../../public/example.json")), None, None, None);
    let [row] = &view.editions[..] else { panic!("the example has one edition") };
    assert_eq!((row.integrity, row.problem_count), (Some(Integrity::Intact), 0));
    let EditionTally { worse, better, new, gone, not_comparable, .. } = view.comparison.expect("it is compared").tally;
    assert!(worse > 0 && better > 0 && new > 0 && gone > 0, "it has something of each to show");
    assert_eq!(not_comparable, 0, "the method is the same");
}
