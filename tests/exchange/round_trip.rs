//! What is exported and imported again is what it was: into an empty file the same items, into the same file nothing.

use std::collections::BTreeMap;

use ombud::exchange::export;
use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::Import;
use ombud::exchange::sheet::SheetTable;
use ombud::organisation::nobody::says_nobody;
use ombud::organisation::value::Language;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::support::*;

const TARGETS: [SheetTarget; 5] =
    [SheetTarget::Units, SheetTarget::People, SheetTarget::Posts, SheetTarget::Risks, SheetTarget::Measures];

/// Texts as people write them, and as nobody should.
fn text() -> BoxedStrategy<String> {
    let odd = prop_oneof![
        "[=+@-][a-zåäö0-9]{1,6}",
        "'[=+-][a-z]{1,4}",
        "[A-Za-zåäöÅÄÖé ;,\"'\\[\\]()–-]{1,14}",
        "[a-z]{1,5}\n[a-z;]{1,5}",
        "A\u{30A}[a-z]{1,5} O\u{308}",
        "-?[0-9]{1,4}",
        Just("-5".to_owned()),
        Just("=HYPERLINK(\"x\")".to_owned()),
    ];
    let text = prop_oneof!["[A-ZÅÄÖ][a-zåäö]{1,9} [A-ZÅÄÖ][a-zåäö]{1,9}", odd];
    text.prop_map(|text| text.trim().to_owned()).prop_filter("says something", |text| !text.is_empty()).boxed()
}

/// Names of somebody. A row whose name says that nobody is there brings nobody in, and is told of.
fn name() -> BoxedStrategy<String> {
    text().prop_filter("names somebody", |name| !says_nobody(name)).boxed()
}

/// A text for people: one for all, one each, or an English one only.
fn said() -> BoxedStrategy<Value> {
    prop_oneof![
        3 => text().prop_map(Value::from),
        1 => (text(), text()).prop_map(|(sv, en)| json!({"sv": sv, "en": en})),
        1 => text().prop_map(|en| json!({"en": en})),
    ]
    .boxed()
}

/// Texts that can stand in a cell with others.
fn listed() -> BoxedStrategy<Vec<String>> {
    prop::collection::vec("[a-zåäö;=-]{0,6}[a-zåäö]", 0..3).boxed()
}

fn maybe<S: Strategy<Value = Value> + 'static>(value: S) -> BoxedStrategy<Value> {
    prop_oneof![Just(Value::Null), value].boxed()
}

fn word(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    maybe(prop::sample::select(words).prop_map(Value::from))
}

fn day() -> BoxedStrategy<Value> {
    maybe((1_i32..28, 1_i32..12).prop_map(|(day, month)| json!(format!("2026-{month:02}-{day:02}"))))
}

fn levels() -> BoxedStrategy<Value> {
    prop_oneof![(1_i32..6).prop_map(Value::from), (1_i32..3, 3_i32..6).prop_map(|(low, high)| json!([low, high]))]
        .boxed()
}

fn dimensions() -> BoxedStrategy<Value> {
    maybe(
        prop::collection::btree_map(prop::sample::select(&["dead", "economy"][..]), levels(), 1..3)
            .prop_map(|map| json!(map)),
    )
}

fn id_of(count: usize, prefix: &'static str) -> BoxedStrategy<Value> {
    maybe((0..count).prop_map(move |number| json!(format!("{prefix}{number}"))))
}

const MARKINGS: &[&str] = &["open", "internal", "never", "secret:18:13"];

prop_compose! {
    fn unit()(name in said(), kind in prop::sample::select(&["department", "workplace", "party", "security_unit"][..]),
        parent in id_of(1, "u"), area in maybe(text().prop_map(Value::from)), employees in maybe((0_u32..5000).prop_map(Value::from)),
        tags in listed(), email in maybe(r"[a-z]{1,5}@example\.se".prop_map(Value::from)), phone in maybe(r"(08-|\+46 8 )[1-9][0-9]{2} [0-9]{2} [0-9]{2}".prop_map(Value::from)),
        marking in word(MARKINGS)) -> Value {
        json!({"name": name, "kind": kind, "parent": parent, "area": area, "employees": employees, "tags": tags,
            "contact": {"email": email, "phone": phone}, "marking": marking})
    }
}

prop_compose! {
    fn person()(name in name(), unit in id_of(2, "u"), email in maybe(r"[a-z]{1,5}@example\.se".prop_map(Value::from)),
        marking in word(MARKINGS)) -> Value {
        json!({"name": name, "unit": unit, "email": email, "marking": marking})
    }
}

prop_compose! {
    fn post()(role in prop::sample::select(&["head", "security_representative", "member", "fire_officer"][..]), unit in 0..2_usize,
        person in id_of(2, "p"), from in day(), appointed_by in id_of(2, "p"), substitute_for in id_of(1, "p"),
        on_behalf_of in id_of(2, "u"), marking in word(MARKINGS)) -> Value {
        json!({"role": role, "unit": format!("u{unit}"), "person": person, "from": from, "appointed_by": appointed_by,
            "substitute_for": substitute_for, "on_behalf_of": on_behalf_of, "marking": marking})
    }
}

prop_compose! {
    fn risk()(title in said(), units in prop::collection::btree_set(0..2_usize, 0..3), owner in prop_oneof![id_of(2, "u"), id_of(2, "p")],
        likelihood in maybe(prop_oneof![levels(), Just(json!("not_assessable"))]), consequence in dimensions(),
        uncertainty in word(&["low", "medium", "high"]), axis in word(&["low", "high"]),
        current in maybe((levels(), dimensions()).prop_map(|(one, all)| json!({"likelihood": one, "consequence": all}))),
        antagonistic in maybe(any::<bool>().prop_map(Value::from)), vulnerabilities in listed(),
        outage in maybe((0_u32..100).prop_map(|tenths| json!(f64::from(tenths) / 10.0))),
        treatment in word(&["open", "mitigate", "transfer"]), status in word(&["active", "watched", "closed"]),
        reviewed in day(), motive in maybe(said())) -> Value {
        let uncertainty = if axis.is_null() { uncertainty } else { json!({"consequence": axis}) };
        json!({"title": title, "units": units.iter().map(|unit| format!("u{unit}")).collect::<Vec<_>>(), "owner": owner,
            "likelihood": likelihood, "consequence": consequence, "uncertainty": uncertainty, "current": current,
            "antagonistic": antagonistic, "vulnerabilities": vulnerabilities, "acceptable_outage": outage,
            "treatment": treatment, "status": status, "reviewed": reviewed, "motive": motive})
    }
}

prop_compose! {
    fn measure()(title in said(), owner in id_of(2, "p"), due in day(), status in word(&["proposed", "done"]),
        cost in maybe((-5000_i32..5000).prop_map(|halves| json!(f64::from(halves) / 2.0))), risk in any::<bool>(),
        steps in maybe((-3_i32..3).prop_map(Value::from)), note in maybe(said()),
        consequence in maybe(prop_oneof![Just(json!({"dead": -1})), Just(json!({"economy": [-2, -1]}))])) -> Value {
        let risks = if risk { json!(["r0"]) } else { Value::Null };
        json!({"title": title, "owner": owner, "due": due, "status": status, "cost": cost, "risks": risks,
            "effect": {"likelihood": steps, "note": note, "consequence": consequence}})
    }
}

/// An item without the fields that say nothing.
fn bare(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Object(map) => {
            let map: Map<String, Value> =
                map.into_iter().filter_map(|(key, value)| Some((key, bare(value)?))).collect();
            (!map.is_empty()).then_some(Value::Object(map))
        }
        Value::Array(list) if list.is_empty() => None,
        other => Some(other),
    }
}

fn file(lists: [(&str, &str, Vec<Value>); 5]) -> String {
    let mut file = Map::new();
    file.insert("format".into(), json!(1));
    for (list, prefix, items) in lists {
        let mut items: Vec<Value> = items.into_iter().filter_map(bare).collect();
        if prefix.is_empty() {
            let mut seen = Vec::new();
            items.retain(|item| {
                !seen.contains(&item.to_string()) && {
                    seen.push(item.to_string());
                    true
                }
            });
        } else {
            for (number, item) in items.iter_mut().enumerate() {
                item["id"] = json!(format!("{prefix}{number}"));
                // A unit under itself would be a ring.
                if prefix == "u" && number == 0 {
                    item.as_object_mut().unwrap().remove("parent");
                }
            }
        }
        file.insert(list.into(), Value::Array(items));
    }
    Value::Object(file).to_string()
}

prop_compose! {
    fn any_file()(units in prop::collection::vec(unit().boxed(), 2..5), people in prop::collection::vec(person().boxed(), 2..5),
        posts in prop::collection::vec(post().boxed(), 0..6), risks in prop::collection::vec(risk().boxed(), 1..4),
        measures in prop::collection::vec(measure().boxed(), 0..3)) -> String {
        file([("units", "u", units), ("people", "p", people), ("assignments", "", posts), ("risks", "r", risks), ("measures", "m", measures)])
    }
}

fn tables(file: &str, language: Language) -> Vec<SheetTable> {
    let directory = directory(file);
    let on = "2026-11-22".parse().expect("a day");
    TARGETS.iter().map(|target| export::table(*target, &directory, language, on)).collect()
}

/// Several lists as CSV: one after the other, each into what the one before has left.
fn by_csv(file: &str, tables: &[SheetTable]) -> Vec<Import> {
    let mut now = file.to_owned();
    let mut imports = Vec::new();
    for (target, table) in TARGETS.iter().zip(tables) {
        let import = take_in_with(&now, "x.csv", &export::csv(table), Some(*target), &BTreeMap::new());
        now = carried_out(&now, &import);
        imports.push(import);
    }
    imports
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_taken_into_the_same_file_changes_nothing(file in any_file(), swedish in any::<bool>()) {
        let tables = tables(&file, if swedish { Language::Swedish } else { Language::English });
        for import in by_csv(&file, &tables) {
            prop_assert_eq!((&import.patches, &import.notes, &import.questions), (&vec![], &vec![], &vec![]));
        }
        let book = export::xlsx(&tables).expect("a workbook");
        let import = take_in(&file, "x.xlsx", &book);
        prop_assert_eq!((&import.patches, &import.notes, &import.questions), (&vec![], &vec![], &vec![]));
    }

    #[test]
    fn an_export_taken_into_an_empty_file_is_the_same_file(file in any_file(), swedish in any::<bool>()) {
        let tables = tables(&file, if swedish { Language::Swedish } else { Language::English });
        let import = take_in(EMPTY, "x.xlsx", &export::xlsx(&tables).expect("a workbook"));
        prop_assert_eq!(&import.questions, &vec![]);
        prop_assert_eq!(carried_out(EMPTY, &import), canonical_of(&file));
        let mut now = EMPTY.to_owned();
        for (target, table) in TARGETS.iter().zip(&tables) {
            let import = take_in_with(&now, "x.csv", &export::csv(table), Some(*target), &BTreeMap::new());
            now = carried_out(&now, &import);
        }
        prop_assert_eq!(now, canonical_of(&file));
    }
}

#[test]
fn the_example_comes_back_as_it_was() {
    let file = include_str!("../../public/example.json");
    let book = export::xlsx(&tables(file, Language::Swedish)).expect("a workbook");
    let import = take_in(file, "x.xlsx", &book);
    assert_eq!((&import.patches, &import.questions), (&vec![], &vec![]), "{:?}", import.notes);
}

#[test]
fn a_measure_that_is_late_says_so_in_a_column_of_its_own_which_is_not_imported() {
    let measures = json!([
        {"id": "a", "title": "Sen", "due": "2026-11-21", "status": "ongoing", "fax": "1"},
        {"id": "b", "title": "I tid", "due": "2026-11-22", "status": "ongoing"},
        {"id": "c", "title": "Klar", "due": "2026-01-01", "status": "done"},
        {"id": "d", "title": "Avbruten", "due": "2026-01-01", "status": "cancelled"},
        {"id": "e", "title": "Sen utan status", "due": "2026-01-01"},
    ]);
    let file = json!({"format": 1, "name": "A", "measures": measures}).to_string();
    for (language, heading, yes) in [(Language::Swedish, "Försenad", "ja"), (Language::English, "Overdue", "yes")] {
        let tables = tables(&file, language);
        let rows = &tables[4].rows;
        let at = rows[0].iter().position(|cell| cell.plain() == heading).expect("the column is there");
        let late: Vec<_> = rows[1..].iter().filter(|row| row[at].plain() == yes).map(|row| row[0].plain()).collect();
        assert_eq!(late, ["a", "e"]);
        let import =
            take_in_with(&file, "x.csv", &export::csv(&tables[4]), Some(SheetTarget::Measures), &BTreeMap::new());
        assert_eq!((import.patches, import.notes, import.questions), (vec![], vec![], vec![]));
    }
}
