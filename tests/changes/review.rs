//! A change file looked at before it is brought in: taken or refused change by change.

use ombud::draft::apply;
use ombud::draft::edit::{ItemLines, LinesOf};
use ombud::organisation::{ListName, canonical};
use ombud::travel::{ChangeFile, PointChoices, PointFate, Review, is_change_file, review, write};
use ombud::verdict::{File, sha256};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::random::{changes as happenings, file as any_file};
use crate::{canonical_text, changes, extract, with};

fn file() -> Value {
    json!({
        "format": 1,
        "name": "K",
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality" },
            { "id": "eken", "name": "Eken", "kind": "workplace", "parent": "kommun", "employees": 3 },
            { "id": "alen", "name": "Alen", "kind": "workplace", "parent": "kommun" },
        ],
        "people": [{ "id": "bo", "name": "Bo Ek" }],
        "assignments": [{ "role": "security_representative", "unit": "eken" }],
    })
}

/// A new person who takes a post, another number and a unit that goes.
fn change() -> ChangeFile {
    let new = with(&file(), |file| {
        file["units"][1]["employees"] = json!(4);
        file["units"][1]["area"] = json!("Norr");
        file["units"].as_array_mut().unwrap().remove(2);
        file["people"].as_array_mut().unwrap().push(json!({ "id": "siv", "name": "Siv Alm" }));
        file["assignments"][0]["person"] = json!("siv");
    });
    changes(&file().to_string(), &new.to_string())
}

fn reviewed(file: &Value, change: &ChangeFile, choices: &PointChoices) -> Review {
    reviewed_text(&file.to_string(), change, choices)
}

fn reviewed_text(text: &str, change: &ChangeFile, choices: &PointChoices) -> Review {
    let read = File::read(text, &mut |_| ()).expect("it opens");
    let looked = review(&read, &sha256(text.as_bytes()), change, choices).expect("it is of this file");
    let brought = apply(text, &read.organisation, &looked.edits).expect("the edits can be carried out");
    assert_eq!(canonical_text(&brought), looked.result, "the edits bring in what is told");
    looked
}

/// The number of the change of an item's field; of a whole item where no field is named.
fn number(review: &Review, key: &str, field: Option<&str>) -> u32 {
    let items = review.items.iter().filter(|item| {
        let ItemLines { id, before, after, .. } = &item.lines;
        id.as_ref().or(before.as_ref()).or(after.as_ref()).is_some_and(|name| name.contains(key))
    });
    let points = items.flat_map(|item| &item.points);
    points.filter(|point| point.field.as_deref() == field).map(|point| point.number).next().expect("there is one")
}

fn refusing(numbers: &[u32]) -> PointChoices {
    PointChoices { refused: numbers.iter().copied().collect(), ..PointChoices::default() }
}

#[test]
fn all_that_is_not_refused_is_taken() {
    let looked = reviewed(&file(), &change(), &PointChoices::default());
    assert_eq!((looked.taken, looked.same), (5, 0));
    let merged = crate::merged(&file().to_string(), &[change()]);
    assert_eq!(looked.result, merged.result);
}

#[test]
fn a_field_that_is_refused_stays_and_the_rest_is_taken() {
    let first = reviewed(&file(), &change(), &PointChoices::default());
    let looked = reviewed(&file(), &change(), &refusing(&[number(&first, "eken", Some("employees"))]));
    let result: Value = serde_json::from_str(&looked.result).unwrap();
    let eken = result["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "eken").unwrap();
    assert_eq!((&eken["employees"], &eken["area"]), (&json!(3), &json!("Norr")));
    assert_eq!(looked.taken, 4);
}

#[test]
fn what_names_a_new_item_that_is_refused_is_left_out_with_it() {
    let first = reviewed(&file(), &change(), &PointChoices::default());
    let looked = reviewed(&file(), &change(), &refusing(&[number(&first, "siv", None)]));
    let lacking: Vec<_> = looked.items.iter().flat_map(|item| &item.points).filter(|point| point.lacks).collect();
    assert_eq!(lacking.len(), 1);
    assert_eq!(lacking[0].field.as_deref(), Some("person"));
    assert!(!looked.result.contains("siv"));
    assert!(first.items.iter().flat_map(|item| &item.points).all(|point| !point.lacks));
}

#[test]
fn a_conflict_keeps_what_the_file_has_until_the_other_value_is_chosen() {
    let ours = with(&file(), |file| file["units"][1]["employees"] = json!(9));
    let looked = reviewed(&ours, &change(), &PointChoices::default());
    let conflict = number(&looked, "eken", Some("employees"));
    let point = looked.items.iter().flat_map(|item| &item.points).find(|point| point.number == conflict).unwrap();
    assert_eq!((point.fate, point.is_taken), (PointFate::Conflict { can_take: true }, false));
    assert!(looked.result.contains("\"employees\":9"));
    let theirs = PointChoices { theirs: [conflict].into(), ..PointChoices::default() };
    let looked = reviewed(&ours, &change(), &theirs);
    assert!(looked.result.contains("\"employees\":4"));
    assert_eq!(looked.taken, 5);
}

#[test]
fn an_item_changed_meanwhile_goes_where_that_is_chosen() {
    let ours = with(&file(), |file| file["units"][2]["employees"] = json!(2));
    let looked = reviewed(&ours, &change(), &PointChoices::default());
    assert!(looked.result.contains("Alen"));
    let theirs = PointChoices { theirs: [number(&looked, "alen", None)].into(), ..PointChoices::default() };
    assert!(!reviewed(&ours, &change(), &theirs).result.contains("Alen"));
}

#[test]
fn a_field_of_an_item_that_is_gone_cannot_be_taken() {
    let ours = with(&file(), |file| {
        file["units"].as_array_mut().unwrap().remove(1);
        file["assignments"] = json!([]);
    });
    let looked = reviewed(&ours, &change(), &PointChoices::default());
    let number = number(&looked, "eken", Some("area"));
    let point = looked.items.iter().flat_map(|item| &item.points).find(|point| point.number == number).unwrap();
    assert_eq!(point.fate, PointFate::Conflict { can_take: false });
    let theirs = PointChoices { theirs: [number].into(), ..PointChoices::default() };
    assert_eq!(reviewed(&ours, &change(), &theirs).result, looked.result);
}

#[test]
fn what_the_file_has_already_is_counted_and_not_shown() {
    let merged = crate::merged(&file().to_string(), &[change()]);
    let again: Value = serde_json::from_str(&merged.result).unwrap();
    let looked = reviewed(&again, &change(), &PointChoices::default());
    assert_eq!((looked.items.len(), looked.taken, looked.same), (0, 0, 5));
}

#[test]
fn a_new_item_whose_id_is_used_is_told_under_the_one_it_gets() {
    let ours = with(&file(), |file| file["people"][0] = json!({ "id": "siv", "name": "Siv Berg" }));
    let change = changes(
        &file().to_string(),
        &with(&file(), |file| {
            file["people"].as_array_mut().unwrap().push(json!({ "id": "siv", "name": "Siv Alm" }));
            file["assignments"][0]["person"] = json!("siv");
        })
        .to_string(),
    );
    let looked = reviewed(&ours, &change, &PointChoices::default());
    let ids: Vec<_> = looked.items.iter().filter_map(|item| item.lines.id.as_deref()).collect();
    assert_eq!(ids, ["siv-2"]);
    let post = looked.items.iter().find(|item| item.lines.of == LinesOf::List(ListName::Assignments)).unwrap();
    assert!(post.lines.after.as_deref().unwrap().contains("siv-2"));
    assert_eq!(looked.result.matches("Siv").count(), 2);
}

#[test]
fn how_lists_are_ordered_is_not_changed_here() {
    let matrix = |id: &str| {
        json!({
            "id": id, "likelihood": "s", "consequence": ["s"], "classes": [{ "id": "low", "name": "l" }], "grid": [[0]],
        })
    };
    let of = |ids: [&str; 2]| {
        with(&file(), |file| {
            file["scales"] = json!([{ "id": "s", "levels": [{ "name": "a" }] }]);
            file["matrices"] = json!(ids.map(matrix));
        })
    };
    let (old, new) = (of(["a", "b"]), of(["b", "a"]));
    let looked = reviewed(&old, &changes(&old.to_string(), &new.to_string()), &PointChoices::default());
    assert_eq!(looked.items.len(), 1);
    assert!(looked.items[0].is_order);
    assert_eq!((looked.items[0].points[0].fate, looked.taken), (PointFate::NotHere, 0));
}

#[test]
fn a_field_of_the_file_is_changed_where_it_can_be_read() {
    let notice = |value: Value| with(&file(), |file| file["notice"] = value);
    let change = |value: Value| changes(&file().to_string(), &notice(value).to_string());
    let fate = |file: &Value, change: &ChangeFile| {
        let looked = reviewed(file, change, &PointChoices::default());
        (looked.items[0].points[0].fate, looked.taken)
    };
    assert_eq!(fate(&file(), &change(json!("N"))), (PointFate::Free, 1));
    assert_eq!(fate(&file(), &change(json!(7))), (PointFate::NotHere, 0));
    assert_eq!(fate(&notice(json!(7)), &change(json!("N"))), (PointFate::NotHere, 0));
}

#[test]
fn nothing_is_added_where_the_file_has_something_else_in_a_list_s_place() {
    let new = with(&file(), |file| file["documents"] = json!([{ "id": "d", "title": "D", "kind": "plan" }]));
    let change = changes(&file().to_string(), &new.to_string());
    let looked = reviewed(&file(), &change, &PointChoices::default());
    assert_eq!(looked.taken, 1);
    let ours = with(&file(), |file| file["documents"] = json!("none"));
    let looked = reviewed(&ours, &change, &PointChoices::default());
    assert_eq!((looked.items[0].points[0].fate, looked.taken), (PointFate::NotHere, 0));
}

#[test]
fn a_conflict_in_an_answer_may_be_taken_but_not_what_the_extract_did_not_hold() {
    let whole = with(&file(), |file| {
        file["units"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "d", "name": "D", "kind": "department", "parent": "kommun" }));
        file["units"][1]["parent"] = json!("d");
    });
    let sent = extract(&whole.to_string(), "department:d");
    let read: Value = serde_json::from_str(&sent).unwrap();
    let edited = with(&read, |file| {
        for unit in file["units"].as_array_mut().unwrap() {
            if unit["id"] == "eken" {
                unit["employees"] = json!(5);
            }
        }
    });
    let answer = changes(&sent, &edited.to_string());
    let ours = with(&whole, |file| file["units"][1]["employees"] = json!(8));
    let looked = reviewed(&ours, &answer, &PointChoices::default());
    let conflict = number(&looked, "eken", Some("employees"));
    let theirs = PointChoices { theirs: [conflict].into(), ..PointChoices::default() };
    assert!(reviewed(&ours, &answer, &theirs).result.contains("\"employees\":5"));
    // The department does not see another's workplace.
    let mut outside = answer.clone();
    outside.changed[0].key = "alen".into();
    let looked = reviewed(&ours, &outside, &theirs);
    assert_eq!(looked.items.len(), 1);
    assert!(matches!(looked.items[0].points[0].fate, PointFate::Refused(_)), "{looked:?}");
    assert!(!looked.result.contains("\"employees\":5"));
}

#[test]
fn a_change_file_is_known_by_what_it_says_of_itself() {
    let text = write(&change());
    assert!(is_change_file(text.as_bytes()));
    assert!(is_change_file(format!("\u{feff}{text}").as_bytes()));
    assert!(is_change_file(&text.as_bytes()[..text.len() / 2]), "though it is damaged");
    let schema = text.replacen('{', "{\"$schema\": \"changes.schema.json\",", 1);
    assert!(is_change_file(schema.as_bytes()));
    for other in ["", "[]", "{}", "{\"ombud\":\"changes", &file().to_string(), "{\"format\":1,\"ombud\":\"changes\"}"] {
        assert!(!is_change_file(other.as_bytes()), "{other}");
    }
    assert!(!is_change_file(b"{\"ombud\": \"report\"}"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_chosen_the_edits_bring_in_what_is_told(
        old in any_file(),
        ours in happenings(0..6),
        happened in happenings(0..12),
        chosen in proptest::collection::btree_set(0..24_u32, 0..12),
        theirs in any::<bool>(),
    ) {
        let is_name = |file: &Value| file["name"] == old["name"];
        let after = |happenings: &[crate::random::Happening]| {
            let mut file = old.clone();
            for happening in happenings {
                happening.make(&mut file);
            }
            file
        };
        let (ours, new) = (after(&ours), after(&happened));
        prop_assume!(is_name(&ours) && is_name(&new));
        let change = changes(&old.to_string(), &new.to_string());
        let choices = if theirs {
            PointChoices { theirs: chosen, ..PointChoices::default() }
        } else {
            PointChoices { refused: chosen, ..PointChoices::default() }
        };
        let text = ours.to_string();
        let looked = reviewed_text(&text, &change, &choices);
        let all = looked.items.iter().flat_map(|item| &item.points).count();
        prop_assert!(looked.taken as usize <= all);
        let read = File::read(&text, &mut |_| ()).expect("it opens");
        if looked.taken == 0 {
            prop_assert_eq!(&canonical::write(&read.organisation), &looked.result);
        }
    }
}
