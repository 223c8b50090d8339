//! `ombud diff` and `ombud merge`: what goes to standard output, to standard error, and what they exit with.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::{canonical_text, with};

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn ombud(arguments: &[&str]) -> (String, String, Option<i32>) {
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(folder()).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(run.stdout), text(run.stderr), run.status.code())
}

fn file() -> Value {
    json!({
        "format": 1,
        "name": "K",
        "units": [{ "id": "a", "name": "A", "kind": "group" }, { "id": "b", "name": "B", "kind": "group" }],
    })
}

/// Writes a file into a folder of the test's own.
fn write(name: &str, content: &(impl ToString + ?Sized)) -> String {
    std::fs::write(folder().join(name), content.to_string()).unwrap();
    name.to_owned()
}

/// Writes a change file that gives a unit another name.
fn named(test: &str, unit: usize, name: &str) -> String {
    let old = write(&format!("{test}-old.json"), &file());
    let new = with(&file(), |file| file["units"][unit]["name"] = json!(name));
    let new = write(&format!("{test}-{name}.json"), &new);
    let (out, told, code) = ombud(&["diff", &old, &new, "--by", "Åsa"]);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["by"], "Åsa");
    write(&format!("{test}-{name}.changes.json"), &out)
}

#[test]
fn a_difference_brought_in_gives_the_new_file() {
    let change = named("whole", 0, "New");
    let (out, told, code) = ombud(&["merge", "whole-old.json", &change]);
    let new = std::fs::read_to_string(folder().join("whole-New.json")).unwrap();
    assert_eq!((out, code), (canonical_text(&new), Some(0)));
    assert_eq!(told, "Changes taken: 1. Already in the file: 0. Conflicts: 0. Refused: 0.\n");
}

#[test]
fn a_conflict_is_told_and_the_rest_is_taken() {
    let (one, other, b) = (named("two", 0, "One"), named("two", 0, "Other"), named("two", 1, "Third"));
    let (out, told, code) = ombud(&["merge", "two-old.json", &one, &other, &b, "--json"]);
    assert_eq!(code, Some(1));
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["taken"], json!([{ "list": "units", "key": "b", "field": "name", "change": "changed" }]));
    assert_eq!(json["conflicts"][0]["field"], "name");
    assert_eq!((&json["same"], &json["refused"]), (&json!(0), &json!([])));
    assert_eq!(
        (&json["result"]["units"][0]["name"], &json["result"]["units"][1]["name"]),
        (&json!("A"), &json!("Third"))
    );
    assert!(
        told.starts_with("Conflict: units, a, name. The change began from \"A\" and gives \"One\" and \"Other\""),
        "{told}"
    );
    let (swedish, told, _) = ombud(&["merge", "two-old.json", &b, &other, &one, "--sv"]);
    assert!(told.starts_with("Konflikt: enheter, a, namn."), "{told}");
    assert_eq!(serde_json::from_str::<Value>(&swedish).unwrap(), json["result"]);
}

#[test]
fn what_cannot_be_read_ends_without_a_result() {
    let change = named("bad", 0, "New");
    let damaged = write("bad-damaged.json", "{\"ombud\": \"changes\", \"version\": 1");
    let newer = write("bad-newer.json", "{\"ombud\": \"changes\", \"version\": 9}");
    let other = write(
        "bad-other.json",
        &json!({ "format": 1, "name": "L", "units": [{ "id": "a", "name": "X", "kind": "group" }] }),
    );
    for (arguments, reason) in [
        (&["merge", "bad-old.json", &damaged][..], "bad-damaged.json: The change file is damaged."),
        (&["merge", "bad-old.json", &change, &newer], "bad-newer.json: The change file was made with a newer version"),
        (&["merge", "bad-old.json", "bad-old.json"], "bad-old.json: The file is not a change file."),
        (&["merge", "bad-old.json", "nowhere.json"], "nowhere.json: "),
        (&["merge", "nowhere.json", &change], "nowhere.json: "),
        (&["merge", &damaged, &change], "bad-damaged.json:1:"),
        (&["merge", &other, &change], "of another municipality: K."),
        (&["merge", "bad-old.json"], "which change files?"),
        (&["diff", "bad-old.json"], "with which file?"),
        (&["diff", "bad-old.json", &damaged], "bad-damaged.json:1:"),
        (&["diff", "bad-old.json", "nowhere.json"], "nowhere.json: "),
        (&["diff", "bad-old.json", "bad-old.json", "bad-old.json"], "two files"),
    ] {
        let (out, told, code) = ombud(arguments);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}");
        assert!(told.contains(reason), "{arguments:?}: {told}");
    }
}
