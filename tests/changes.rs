//! Change files: what one file changes in another, brought into that file and into others.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

#[path = "changes/answers.rs"]
mod answers;
#[path = "changes/command.rs"]
mod command;
#[path = "changes/docs.rs"]
mod docs;
#[path = "changes/extracts.rs"]
mod extracts;
#[path = "changes/fields.rs"]
mod fields;
#[path = "changes/files.rs"]
mod files;
#[path = "generated/mod.rs"]
mod generated;
#[path = "changes/items.rs"]
mod items;
#[path = "changes/properties.rs"]
mod properties;
#[path = "changes/random.rs"]
mod random;
#[path = "changes/review.rs"]
mod review;
#[path = "changes/round.rs"]
mod round;

use ombud::disclosure::{self, Receiver};
use ombud::organisation::canonical;
use ombud::travel::{self, ChangeFile, Merged};
use ombud::verdict::{File, sha256};
use serde_json::Value;

/// A file in canonical form.
fn canonical_text(text: &str) -> String {
    canonical::write(&File::read(text, &mut |_| ()).expect("it opens").organisation)
}

/// What one file changes in another, written and read back.
fn changes(old: &str, new: &str) -> ChangeFile {
    changes_by(old, new, None)
}

fn changes_by(old: &str, new: &str, by: Option<&str>) -> ChangeFile {
    let [before, after] = [old, new].map(|text| File::read(text, &mut |_| ()).expect("it opens"));
    let made = travel::diff(&before.organisation, &sha256(old.as_bytes()), &after.organisation, by);
    let read = travel::read(&travel::write(&made));
    assert_eq!(read.as_ref(), Ok(&made), "it is read as it was written");
    made
}

/// Change files brought into a file.
fn merged(file: &str, changes: &[ChangeFile]) -> Merged {
    let read = File::read(file, &mut |_| ()).expect("it opens");
    travel::merge(&read, &sha256(file.as_bytes()), changes).expect("they are of this file")
}

/// What changes make of a file, as `--json` tells it.
fn told(file: &Value, changes: &[ChangeFile]) -> Value {
    serde_json::from_str(&merged(&file.to_string(), changes).json()).expect("it is JSON")
}

/// An extract of a file.
fn extract(file: &str, receiver: &str) -> String {
    let file = File::read(file, &mut |_| ()).expect("it opens");
    let receiver: Receiver = receiver.parse().expect("a receiver");
    let [on, made] = ["2026-07-01", "2026-07-02"].map(|day| day.parse().expect("a day"));
    disclosure::extract(&file.organisation, &file.index, &receiver, on, made).expect("it is made").text()
}

/// A value with some changes made to it.
fn with(value: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut value = value.clone();
    change(&mut value);
    value
}

/// What stands in a list of the told: each by list, key and field.
fn places(told: &Value, of: &str) -> Vec<String> {
    let place = |entry: &Value| {
        let part = |name: &str| entry[name].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", part("list"), part("key"), part("field"))
    };
    told[of].as_array().expect("a list").iter().map(place).collect()
}
