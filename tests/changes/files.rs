//! Which files are change files, of which version, and of which file.

use ombud::travel::merge::ChangesRefused;
use ombud::travel::{self, ChangesUnreadable};
use ombud::verdict::{File, sha256};
use serde_json::{Value, json};

use crate::{changes, extract, with};

fn file(name: &str) -> Value {
    json!({
        "format": 1,
        "name": name,
        "units": [
            { "id": "kommun", "name": name, "kind": "municipality" },
            { "id": "buf", "name": "B", "kind": "department", "parent": "kommun" },
            { "id": "soc", "name": "S", "kind": "department", "parent": "kommun" },
        ],
    })
}

fn written() -> String {
    let new = with(&file("K"), |file| file["units"][1]["name"] = json!("B 2"));
    travel::write(&travel::diff(
        &File::read(&file("K").to_string(), &mut |_| ()).unwrap().organisation,
        &sha256(b""),
        &File::read(&new.to_string(), &mut |_| ()).unwrap().organisation,
        Some("Åsa \"Å\" Ek"),
    ))
}

#[test]
fn a_change_file_is_small_and_says_who_made_it() {
    let read: Value = serde_json::from_str(&written()).unwrap();
    assert_eq!(read["by"], "Åsa \"Å\" Ek");
    assert_eq!((&read["ombud"], &read["version"]), (&json!("changes"), &json!(1)));
    assert_eq!(
        read["from"],
        json!({ "sha256": sha256(b""), "names": ["K"], "units": [{ "id": "kommun", "names": ["K"] }] })
    );
    let changed = json!([{ "list": "units", "key": "buf", "before": { "name": "B" }, "after": { "name": "B 2" } }]);
    assert_eq!(read["changed"], changed);
    assert_eq!(read.as_object().unwrap().len(), 5, "it holds nothing else: {read}");
}

#[test]
fn what_is_no_change_file_is_told_apart_from_one_that_is_damaged_or_newer() {
    for other in ["{}", "[]", "7", &file("K").to_string(), r#"{"ombud": "other", "version": 1}"#] {
        assert_eq!(travel::read(other), Err(ChangesUnreadable::OtherFile), "{other}");
    }
    let newer = written().replace("\"version\": 1", "\"version\": 2");
    assert_eq!(travel::read(&newer), Err(ChangesUnreadable::Newer { version: 2 }));
    let whole = written();
    for (place, _) in whole.char_indices().skip(1).filter(|(place, _)| *place < whole.trim_end().len()) {
        assert!(matches!(travel::read(&whole[..place]), Err(ChangesUnreadable::Damaged { .. })), "cut at {place}");
    }
    for (from, to) in [
        ("\"list\":\"units\"", "\"list\":\"unit\""),
        ("\"key\":\"buf\"", "\"key\":7"),
        ("\"key\":\"buf\"", "\"key\":{}"),
        ("\"after\":{\"name\"", "\"after\":{\"id\""),
        ("\"from\"", "\"form\""),
        ("\"version\": 1", "\"version\": \"1\""),
    ] {
        let damaged = whole.replace(from, to);
        assert_ne!(damaged, whole);
        let Err(ChangesUnreadable::Damaged { problems }) = travel::read(&damaged) else { panic!("{damaged}") };
        assert!(!problems.is_empty() && problems[0].place.line > 0, "{problems:?}");
    }
}

#[test]
fn what_is_wrong_in_a_change_file_is_told_by_its_place() {
    let added = json!({
        "ombud": "changes", "version": 1, "from": { "sha256": "" },
        "added": [{ "list": "units", "item": { "id": "a", "name": "A", "kind": "castle" } }],
    });
    let Err(ChangesUnreadable::Damaged { problems }) = travel::read(&added.to_string()) else { panic!("it is read") };
    let paths: Vec<_> = problems.iter().map(|problem| &*problem.place.path).collect();
    assert_eq!(paths, ["$.added[0].item.kind"]);
}

#[test]
fn what_is_said_twice_of_an_item_or_too_often_is_damaged() {
    let unit = |name: &str| json!({ "list": "units", "item": { "id": "a", "name": name, "kind": "group" } });
    let post = |after: u32| json!({ "list": "assignments", "item": { "role": "head", "unit": "a" }, "before": 0, "after": after });
    for (added, path) in [
        (json!([unit("A"), unit("B")]), Some("$.added[1]")),
        (json!([post(u32::MAX)]), Some("$.added[0].after")),
        (json!([unit("A"), post(3)]), None),
    ] {
        let written = json!({ "ombud": "changes", "version": 1, "from": { "sha256": "" }, "added": added });
        let found = match travel::read(&written.to_string()) {
            Err(ChangesUnreadable::Damaged { problems }) => Some(problems[0].place.path.clone()),
            other => {
                assert!(other.is_ok(), "{other:?}");
                None
            }
        };
        assert_eq!(found.as_deref(), path);
    }
}

#[test]
fn what_stands_as_deep_as_a_file_may_hold_it_travels() {
    let deep = |inner: &str| {
        let (open, close) = ("[".repeat(60), "]".repeat(60));
        format!(
            r#"{{"format":1,"units":[{{"id":"a","name":"A","kind":"group","x":{open}{inner}{close}}},{open}{inner}{close}],"y":{open}{inner}{close}}}"#
        )
    };
    let (old, new) = (deep("1"), deep("2"));
    assert_eq!(crate::merged(&old, &[changes(&old, &new)]).result, crate::canonical_text(&new));
}

fn refused(ours: &Value, change: &travel::ChangeFile) -> Option<ChangesRefused> {
    let text = ours.to_string();
    let file = File::read(&text, &mut |_| ()).unwrap();
    travel::merge(&file, &sha256(text.as_bytes()), std::slice::from_ref(change)).err().map(|(_, why)| why)
}

#[test]
fn the_file_of_another_municipality_is_told() {
    let other = with(&file("L"), |file| file["units"][1]["name"] = json!("Other"));
    let change = travel::read(&written()).unwrap();
    let names = vec!["K".to_owned(); 2];
    assert_eq!(refused(&other, &change), Some(ChangesRefused::OtherMunicipality { names }));
    // One that has been given another name has still what the change file saw.
    assert_eq!(refused(&file("L"), &change), None);
    let renamed = changes(&file("K").to_string(), &file("M").to_string());
    assert_eq!(refused(&file("L"), &renamed), None);
}

#[test]
fn an_extract_that_cannot_have_been_made_of_the_file_is_told() {
    let buf = extract(&file("K").to_string(), "department:buf");
    let new = buf.replace("\"B\"", "\"B 2\"");
    let change = changes(&buf, &new);
    assert_eq!(refused(&file("K"), &change), None);
    let without = with(&file("K"), |file| drop(file["units"].as_array_mut().unwrap().remove(1)));
    let receiver = Some("department:buf".to_owned());
    assert_eq!(refused(&without, &change), Some(ChangesRefused::NeverMade { receiver }));
    let newer = buf.replace("\"rules\":1", "\"rules\":1000");
    assert_ne!(newer, buf);
    assert_eq!(refused(&file("K"), &changes(&newer, &newer.replace("\"B\"", "\"B 2\""))), Some(ChangesRefused::Newer));
    let unheard = buf.replace("department:buf", "everyone");
    let change = changes(&unheard, &unheard.replace("\"B\"", "\"B 2\""));
    assert_eq!(refused(&file("K"), &change), Some(ChangesRefused::NeverMade { receiver: None }));
}
