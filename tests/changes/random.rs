//! Files made at random, and what may happen to one: everything that a file can hold and a program can do to it.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::generated;

/// The lists whose items have ids, as far as these files have them.
const BY_ID: [&str; 9] =
    ["units", "people", "risks", "measures", "documents", "rules", "scales", "matrices", "exceptions"];
const BY_LINE: [&str; 3] = ["assignments", "completions", "activities"];

/// A file with scales and matrices, and with what the format does not know.
pub(crate) fn file() -> impl Strategy<Value = Value> {
    (generated::file(), changes(0..6)).prop_map(|(mut file, changes)| {
        let levels = json!([{ "name": "a", "up_to": 0.1 }, { "name": "b", "up_to": 1e21 }]);
        file["name"] = json!("Exempelkommun");
        file["scales"] = json!([
            { "id": "likelihood", "levels": levels },
            { "id": "life", "levels": [{ "name": { "sv": "å\u{2028}\"\\", "en": "x" } }, { "name": "b" }] },
        ]);
        let matrix = |id: &str| {
            json!({
                "id": id, "likelihood": "likelihood", "consequence": ["life"],
                "classes": [{ "id": "low", "name": "l" }, { "id": "high", "name": "h" }], "grid": [[0, 0], [0, 1]],
            })
        };
        file["matrices"] = json!([matrix("m2"), matrix("m1"), matrix("m3")]);
        for change in changes {
            change.make(&mut file);
        }
        file
    })
}

/// Something that happens to a file.
#[derive(Debug, Clone)]
pub(crate) enum Happening {
    Set { list: &'static str, item: Index, field: &'static str, value: Value },
    Remove { list: &'static str, item: Index },
    Add { list: &'static str, item: Value },
    Double { list: &'static str, item: Index },
    Move { list: &'static str, item: Index },
    Head { field: &'static str, value: Value },
}

pub(crate) fn changes(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Happening>> {
    proptest::collection::vec(happening(), count)
}

/// What may happen to a file that stays the extract that it is, or none: what began from one extract is not for another.
pub(crate) fn changes_of_one_extract(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Happening>> {
    let is_extract = |happening: &Happening| matches!(happening, Happening::Head { field: "extract", .. });
    changes(count).prop_map(move |all| all.into_iter().filter(|happening| !is_extract(happening)).collect())
}

fn value() -> impl Strategy<Value = Value> {
    select(vec![
        json!("x"),
        json!({ "sv": "å", "en": "e" }),
        json!("kommun"),
        json!("dep-a"),
        json!("2026-05-05"),
        json!(7),
        json!(0.1),
        json!([1, 2]),
        json!(["dep-a", "dep-b"]),
        json!({ "life": 2 }),
        json!("secret:18:13"),
        json!("internal"),
        Value::Null,
    ])
}

fn happening() -> impl Strategy<Value = Happening> {
    let list = || select(BY_ID.iter().chain(&BY_LINE).copied().collect::<Vec<_>>());
    let field = select(vec![
        "name",
        "title",
        "parent",
        "unit",
        "units",
        "person",
        "from",
        "until",
        "owner",
        "marking",
        "likelihood",
        "consequence",
        "employees",
        "reports_to",
        "date",
        "reason",
        "unheard_of",
        "likelihood",
        "risks",
        "tags",
        "kind",
    ]);
    let added = (select(BY_ID.to_vec()), 0..4_u8, value()).prop_map(|(list, number, value)| {
        let id = format!("new-{number}");
        let item = match list {
            "units" => json!({ "id": id, "name": value, "kind": "workplace", "parent": "dep-a" }),
            "people" => json!({ "id": id, "name": "N", "unit": value }),
            "exceptions" => json!({ "finding": format!("one:{id}"), "reason": value }),
            "rules" => json!({ "id": id, "load": { "of": "head", "at_most": 1 } }),
            "scales" => json!({ "id": id, "levels": [{ "name": "a" }] }),
            "measures" => json!({ "id": id, "title": "M", "owner": "new-1", "risks": ["new-0", "r0"] }),
            _ => json!({ "id": id, "title": value, "kind": "plan", "units": ["new-2"] }),
        };
        Happening::Add { list, item }
    });
    let post = prop_oneof![
        4 => generated::assignment(),
        1 => Just(json!({ "role": "head", "unit": "new-1", "person": "new-0" })),
        1 => Just(json!(5)),
    ];
    prop_oneof![
        6 => (list(), any::<Index>(), field, value())
            .prop_map(|(list, item, field, value)| Happening::Set { list, item, field, value }),
        2 => (list(), any::<Index>()).prop_map(|(list, item)| Happening::Remove { list, item }),
        3 => added,
        2 => post.prop_map(|item| Happening::Add { list: "assignments", item }),
        1 => (list(), any::<Index>()).prop_map(|(list, item)| Happening::Double { list, item }),
        1 => (list(), any::<Index>()).prop_map(|(list, item)| Happening::Move { list, item }),
        1 => (select(vec!["name", "notice", "as_of", "packs", "unheard_of", "units", "extract"]), value())
            .prop_map(|(field, value)| Happening::Head { field, value }),
    ]
}

impl Happening {
    /// Makes the happening come about.
    pub(crate) fn make(&self, file: &mut Value) {
        let list = |file: &mut Value, name: &str| -> Option<Vec<Value>> { file[name].as_array().cloned() };
        match self {
            Self::Set { list: name, item, field, value } => {
                let Some(mut items) = list(file, name).filter(|items| !items.is_empty()) else { return };
                let place = item.index(items.len());
                if let Some(object) = items[place].as_object_mut() {
                    if value.is_null() {
                        object.remove(*field);
                    } else {
                        object.insert((*field).to_owned(), value.clone());
                    }
                }
                file[*name] = json!(items);
            }
            Self::Remove { list: name, item } => {
                let Some(mut items) = list(file, name).filter(|items| !items.is_empty()) else { return };
                items.remove(item.index(items.len()));
                file[*name] = json!(items);
            }
            Self::Add { list: name, item } => {
                let Some(mut items) = list(file, name) else { return };
                items.push(item.clone());
                file[*name] = json!(items);
            }
            Self::Double { list: name, item } => {
                let Some(mut items) = list(file, name).filter(|items| !items.is_empty()) else { return };
                items.push(items[item.index(items.len())].clone());
                file[*name] = json!(items);
            }
            Self::Move { list: name, item } => {
                let Some(mut items) = list(file, name).filter(|items| !items.is_empty()) else { return };
                let moved = items.remove(item.index(items.len()));
                items.insert(0, moved);
                file[*name] = json!(items);
            }
            Self::Head { field, value } => {
                if value.is_null() {
                    file.as_object_mut().expect("an object").remove(*field);
                } else {
                    file[*field] = value.clone();
                }
            }
        }
    }
}
