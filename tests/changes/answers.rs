//! Answers of every kind: whatever is done to what an extract shows comes to be in the file, whatever else has been done to
//! the file meanwhile, and nothing besides.

use std::collections::BTreeSet;

use ombud::travel;
use ombud::verdict::{File, sha256};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::generated::day;
use crate::random::{Happening, changes as happenings};
use crate::{canonical_text, changes, extract, merged, with};

/// The lists that a department answers about; of each the fields that are set at random, each with what it may be.
const LISTS: [(&str, &[&str]); 10] = [
    ("units", &["name", "address", "employees", "area", "tags", "contact", "parent"]),
    ("people", &["name", "email", "phone", "unit"]),
    ("assignments", &["person", "from", "until", "reports_to", "substitute_for"]),
    ("trainings", &["name", "renewed_after", "roles"]),
    ("completions", &["date"]),
    ("documents", &["title", "owner", "adopted", "review_by", "link"]),
    ("activities", &["date", "note", "who"]),
    ("risks", &["title", "owner", "units", "reviewed", "status", "likelihood", "vulnerabilities", "motive"]),
    ("measures", &["title", "owner", "due", "done", "status", "cost", "risks"]),
    ("exceptions", &["reason", "until", "who"]),
];

/// The fields of those that every receiver may change where they are shown.
const OF_ALL: [(&str, &str); 8] = [
    ("units", "name"),
    ("units", "address"),
    ("units", "area"),
    ("risks", "title"),
    ("risks", "reviewed"),
    ("measures", "title"),
    ("documents", "title"),
    ("trainings", "name"),
];

/// The fields that must be there.
const NEEDED: [&str; 5] = ["name", "title", "reason", "date", "finding"];

/// What tells an item of a list without ids.
fn telling(list: &str) -> Option<[&'static str; 2]> {
    match list {
        "assignments" => Some(["role", "unit"]),
        "completions" => Some(["training", "person"]),
        "activities" => Some(["kind", "unit"]),
        _ => None,
    }
}

/// What an item is known by: its id, or what tells it.
fn key(list: &str, item: &Value) -> Value {
    match telling(list) {
        Some(fields) => json!(fields.map(|field| item[field].clone())),
        None => item[if list == "exceptions" { "finding" } else { "id" }].clone(),
    }
}

fn items<'f>(file: &'f Value, list: &str) -> &'f [Value] {
    file[list].as_array().map_or(&[], Vec::as_slice)
}

/// The only item of a list that is known by this; none where several are.
fn only<'f>(file: &'f Value, list: &str, of: &Value) -> Option<&'f Value> {
    let mut all = items(file, list).iter().filter(|item| key(list, item) == *of);
    all.next().filter(|_| all.next().is_none())
}

/// Something that somebody does to a file.
#[derive(Debug, Clone)]
struct Act {
    list: &'static str,
    /// Which item, and which field of it.
    item: Index,
    field: Index,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Set { text: u8, number: u8, day: String, is_gone: bool },
    Delete,
    Add(u8),
}

fn acts(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Act>> {
    let set = (any::<u8>(), 0..4_u8, day(), prop::bool::weighted(0.2));
    let set = set.prop_map(|(text, number, day, is_gone)| What::Set { text, number, day: day.to_string(), is_gone });
    let what = prop_oneof![6 => set, 1 => Just(What::Delete), 2 => (0..6_u8).prop_map(What::Add)];
    let list = select(LISTS.map(|(list, _)| list).to_vec());
    let act = (list, any::<Index>(), any::<Index>(), what);
    let act = act.prop_map(|(list, item, field, what)| Act { list, item, field, what });
    proptest::collection::vec(act, count)
}

/// One step: what becomes of the item that is known by something.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    list: &'static str,
    key: Value,
    /// The field that is set and its value; none where the item is new or gone.
    field: Option<(&'static str, Option<Value>)>,
    /// The item that is new.
    added: Option<Value>,
}

impl Step {
    fn make(&self, file: &mut Value) {
        if file[self.list].is_null() {
            file[self.list] = json!([]);
        }
        let list = file[self.list].as_array_mut().unwrap();
        match (&self.field, &self.added) {
            (_, Some(item)) => list.push(item.clone()),
            (None, None) => list.retain(|item| key(self.list, item) != self.key),
            (Some((field, value)), None) => {
                let item = list.iter_mut().find(|item| key(self.list, item) == self.key).unwrap();
                match value {
                    Some(value) => item[*field] = value.clone(),
                    None => drop(item.as_object_mut().unwrap().remove(*field)),
                }
            }
        }
    }

    /// Whether two steps may meet: they are about other items, or about other fields of one.
    fn is_beside(&self, other: &Self) -> bool {
        let names = |step: &Self| step.field.as_ref().map(|(field, _)| *field);
        (self.list, &self.key) != (other.list, &other.key)
            || matches!((names(self), names(other)), (Some(a), Some(b)) if a != b)
    }
}

/// A value that a field may have; none where it is taken away. It names only what every extract here holds.
fn value(list: &str, field: &str, what: &What) -> Option<Value> {
    let What::Set { text, number, day, is_gone } = what else { return None };
    if *is_gone && !NEEDED.contains(&field) {
        return None;
    }
    Some(match (list, field) {
        (_, "name" | "title" | "address" | "area" | "reason" | "note" | "motive") => json!(format!("Text {text}")),
        (_, "email") => json!(format!("a{text}@example.se")),
        (_, "phone") => json!(format!("08-{text}")),
        (_, "link") => json!(format!("https://example.se/{text}")),
        (_, "tags" | "vulnerabilities") => json!([format!("t{text}"), "u"]),
        ("units", "contact") => json!({ "email": format!("c{text}@example.se") }),
        (_, "employees" | "renewed_after" | "cost" | "likelihood") => json!(number + 1),
        (_, "roles") => json!(["head", "coordinator"][usize::from(number % 2)..].to_vec()),
        (_, "parent") => json!(["dep-a", "kommun"][usize::from(number % 2)]),
        (_, "unit") => json!(["dep-a", "work-a", "dep-b", "group"][usize::from(*number)]),
        (_, "units") => json!(["dep-a", "work-a", "dep-b", "group"][usize::from(*number)..].to_vec()),
        (_, "who") if list == "activities" => json!([format!("p{}", number % 2 + 1)]),
        (_, "person" | "reports_to" | "substitute_for" | "owner" | "who") => json!(format!("p{}", number % 2 + 1)),
        ("risks", "status") => json!(["active", "closed"][usize::from(number % 2)]),
        ("measures", "status") => json!(["proposed", "decided", "ongoing", "done"][usize::from(*number)]),
        (_, "risks") => json!(["r0"]),
        _ => json!(day),
    })
}

/// An item that somebody adds. `by` tells those of one side from those of the other.
fn added(list: &str, by: &str, number: u8) -> Value {
    let id = format!("{by}-{number}");
    match list {
        "units" => json!({ "id": id, "name": id, "kind": "workplace", "parent": "dep-a" }),
        "people" => json!({ "id": id, "name": id, "unit": "dep-a" }),
        "assignments" => json!({ "role": id, "unit": "work-a", "person": "p1" }),
        "trainings" => json!({ "id": id, "name": id, "roles": ["head"] }),
        "completions" => json!({ "training": id, "person": "p1", "date": "2026-05-05" }),
        "documents" => json!({ "id": id, "title": id, "kind": "plan", "owner": "p1" }),
        "activities" => json!({ "kind": "training", "unit": format!("unheard-{id}"), "date": "2026-05-05" }),
        "risks" => json!({ "id": id, "title": id, "units": ["dep-a"] }),
        "measures" => json!({ "id": id, "title": id, "risks": ["r0"], "owner": "p2" }),
        _ => json!({ "finding": format!("one:{id}"), "reason": id, "until": "2026-12-31" }),
    }
}

/// What acts on a file come to, where `may` allows it: each step is beside all that were taken before it.
fn steps(acts: &[Act], file: &Value, by: &str, taken: &[Step], may: impl Fn(&Step) -> bool) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for act in acts {
        let list = act.list;
        let (_, fields) = LISTS.iter().find(|(name, _)| *name == list).unwrap();
        let step = if let What::Add(number) = act.what {
            let item = added(list, by, number);
            Step { list, key: key(list, &item), field: None, added: Some(item) }
        } else {
            let all = items(file, list);
            let Some(item) = (!all.is_empty()).then(|| act.item.get(all)) else { continue };
            let key = key(list, item);
            let field = act.field.get(fields);
            let field = match act.what {
                What::Delete => None,
                _ => Some((*field, value(list, field, &act.what))),
            };
            // Of several that are known by the same, nobody could say which is meant.
            if only(file, list, &key).is_none() {
                continue;
            }
            Step { list, key, field, added: None }
        };
        if may(&step) && steps.iter().chain(taken).all(|other| step.is_beside(other)) {
            steps.push(step);
        }
    }
    steps
}

fn made(file: &Value, steps: &[Step]) -> Value {
    with(file, |file| steps.iter().for_each(|step| step.make(file)))
}

/// A municipality of which not all is for everybody.
fn whole() -> impl Strategy<Value = Value> {
    let marked = select(vec!["units", "people", "risks", "measures", "documents", "assignments", "activities"]);
    let marking = select(vec!["internal", "secret:18:13", "never"]);
    let marks = proptest::collection::vec((marked, any::<Index>(), marking), 0..4);
    (crate::generated::file(), marks).prop_map(|(mut file, marks)| {
        for (list, item, marking) in marks {
            let all = file[list].as_array_mut().unwrap();
            // What every value here may name is there for everybody.
            let is_named = |item: &Value| {
                let id = item["id"].as_str().unwrap_or_default();
                ["kommun", "dep-a", "dep-b", "work-a", "group", "police", "p1", "p2", "r0"].contains(&id)
            };
            if let Some(item) = (!all.is_empty()).then(|| item.index(all.len())).filter(|at| !is_named(&all[*at])) {
                all[item]["marking"] = json!(marking);
            }
        }
        let risks = file["risks"].as_array_mut().unwrap();
        if risks.is_empty() {
            risks.push(json!({ "id": "r0", "title": "R", "units": ["dep-a"] }));
        }
        file
    })
}

/// The texts in a value.
fn texts<'v>(value: &'v Value, each: &mut dyn FnMut(&'v str)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(all) => all.iter().for_each(|value| texts(value, each)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, each)),
        _ => {}
    }
}

/// Whether a step names only what the extract holds, or what is in no list of the file.
fn names_what_is_held(step: &Step, extract: &Value, file: &Value) -> bool {
    let value = step.added.as_ref().or(step.field.as_ref().and_then(|(_, value)| value.as_ref()));
    let is_in =
        |file: &Value, id: &str| ["units", "people", "risks"].iter().any(|list| only(file, list, &json!(id)).is_some());
    let mut is_held = true;
    if let Some(value) = value {
        texts(value, &mut |text| is_held &= is_in(extract, text) || !is_in(file, text));
    }
    is_held
}

/// Whether a step is one that the extract lets its receiver make: what it touches is shown as the file has it.
fn is_shown(step: &Step, extract: &Value, file: &Value) -> bool {
    let [shown, is] = [extract, file].map(|file| only(file, step.list, &step.key));
    if !names_what_is_held(step, extract, file) {
        return false;
    }
    match (&step.field, &step.added) {
        (_, Some(_)) => shown.is_none() && is.is_none(),
        (Some((field, _)), None) => shown.is_some() && shown.map(|item| &item[*field]) == is.map(|item| &item[*field]),
        (None, None) => shown.is_some() && shown == is,
    }
}

/// Those steps about what the receiver is shown of the file as well once it has gone on: what has become somebody else's
/// meanwhile is no longer theirs to change.
fn still_shown(mut steps: Vec<Step>, file: &Value, receiver: &str) -> Vec<Step> {
    let now = serde_json::from_str(&extract(&file.to_string(), receiver)).unwrap();
    steps.retain(|step| is_shown(step, &now, file));
    steps
}

/// Whether a step leaves the municipality and those who answer what they are: else the change file is of another file.
fn is_for_others(step: &Step) -> bool {
    step.list != "units" || !["kommun", "dep-a", "dep-b", "police"].contains(&step.key.as_str().unwrap_or_default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Fields of every kind are set and taken away, items added and deleted, in every list that travels.
    #[test]
    fn what_a_department_does_to_its_extract_comes_to_be_in_the_file_and_nothing_else(
        whole in whole(),
        receiver in select(vec!["department:dep-a", "department:dep-b", "internal"]),
        theirs in acts(0..10),
        meanwhile in acts(0..10),
    ) {
        let old = extract(&whole.to_string(), receiver);
        let read: Value = serde_json::from_str(&old).unwrap();
        let edits = steps(&theirs, &read, "theirs", &[], |step| is_shown(step, &read, &whole));
        // A deletion is taken where nothing of the item has become another.
        let ours = steps(&meanwhile, &whole, "ours", &edits, is_for_others);
        let file = made(&whole, &ours);
        let edits = still_shown(edits, &file, receiver);
        let answer = changes(&old, &made(&read, &edits).to_string());
        let merged = merged(&file.to_string(), &[answer]);
        prop_assert!(merged.is_whole(), "{:?} {:?} {:?}", edits, merged.conflicts, merged.refused);
        prop_assert_eq!(merged.result, canonical_text(&made(&file, &edits).to_string()), "{:?}", edits);
    }

    /// Those outside change what they are shown, as far as it is the file's own.
    #[test]
    fn what_somebody_outside_does_to_their_extract_comes_to_be_in_the_file_and_nothing_else(
        whole in whole(),
        receiver in select(vec!["party:police", "public"]),
        theirs in acts(0..24),
        meanwhile in acts(0..10),
    ) {
        let old = extract(&whole.to_string(), receiver);
        let read: Value = serde_json::from_str(&old).unwrap();
        let is_there = |step: &Step| {
            let field = step.field.as_ref().filter(|(field, value)| value.is_some() && OF_ALL.contains(&(step.list, *field)));
            let is_said = |(field, _): &(&str, Option<Value>)| only(&read, step.list, &step.key).is_some_and(|item| !item[*field].is_null());
            step.added.is_none() && field.is_some_and(is_said) && is_shown(step, &read, &whole)
        };
        let edits = steps(&theirs, &read, "theirs", &[], is_there);
        // Whom they know, and as whom, may follow from posts.
        let ours = steps(&meanwhile, &whole, "ours", &edits, |step| step.list != "assignments" && is_for_others(step));
        let file = made(&whole, &ours);
        let edits = still_shown(edits, &file, receiver);
        let answer = changes(&old, &made(&read, &edits).to_string());
        let merged = merged(&file.to_string(), &[answer]);
        prop_assert!(merged.is_whole(), "{:?} {:?} {:?}", edits, merged.conflicts, merged.refused);
        prop_assert_eq!(merged.result, canonical_text(&made(&file, &edits).to_string()), "{:?}", edits);
    }

    /// Whatever happens to an extract and to the file, sensible or not: each item with an id that the result has otherwise
    /// than the file is one that the change file speaks of, in the fields of which it speaks.
    #[test]
    fn nothing_changes_of_which_the_change_file_does_not_speak(
        whole in whole(),
        receiver in select(vec!["department:dep-a", "department:dep-b", "party:police", "public"]),
        theirs in happenings(0..10),
        meanwhile in happenings(0..10),
    ) {
        let happen = |file: &Value, all: &[Happening]| with(file, |file| all.iter().for_each(|one| one.make(file)));
        let is_name = |one: &Happening| matches!(one, Happening::Head { field: "name" | "extract", .. });
        let [theirs, meanwhile] = [theirs, meanwhile].map(|all| all.into_iter().filter(|one| !is_name(one)).collect::<Vec<_>>());
        let old = extract(&whole.to_string(), receiver);
        let read: Value = serde_json::from_str(&old).unwrap();
        let answer = changes(&old, &happen(&read, &theirs).to_string());
        let file = canonical_text(&happen(&whole, &meanwhile).to_string());
        let opened = File::read(&file, &mut |_| ()).unwrap();
        // Where its receiver is there no longer, nothing is brought in at all.
        let Ok(told) = travel::merge(&opened, &sha256(file.as_bytes()), std::slice::from_ref(&answer)) else {
            return Ok(());
        };
        let [before, after]: [Value; 2] = [&file, &told.result].map(|text| serde_json::from_str(text).unwrap());
        let said: BTreeSet<(&str, &str, &str)> = answer
            .changed
            .iter()
            .flat_map(|item| item.fields.names().into_iter().map(|field| (item.list.name(), &*item.key, field)).collect::<Vec<_>>())
            .collect();
        for list in ["units", "people", "risks", "measures", "documents", "exceptions", "trainings"] {
            for item in items(&before, list) {
                let Some(id) = key(list, item).as_str().map(str::to_owned) else { continue };
                if only(&before, list, &json!(id)).is_none() {
                    continue;
                }
                let Some(now) = only(&after, list, &json!(id)) else {
                    let is_deleted = answer.deleted.iter().any(|gone| gone.list.name() == list && gone.id.as_deref() == Some(&id));
                    // Otherwise its line can no longer be read, and it is kept beside the list.
                    let is_kept = !is_deleted && items(&after, list).len() >= items(&before, list).len();
                    prop_assert!(is_deleted || is_kept, "{} {} is gone", list, id);
                    continue;
                };
                let fields = |item: &Value| item.as_object().into_iter().flatten().map(|(field, _)| field.clone()).collect::<BTreeSet<_>>();
                for field in fields(item).union(&fields(now)).filter(|field| item[*field] != now[*field]) {
                    prop_assert!(said.contains(&(list, &*id, field)), "{} {} {}: {} became {}", list, id, field, item, now);
                }
            }
            for item in items(&after, list) {
                let Some(id) = key(list, item).as_str().map(str::to_owned) else { continue };
                let is_new = !items(&before, list).iter().any(|known| key(list, known) == json!(id));
                let is_added = answer.added.iter().any(|new| new.list.name() == list && new.id.as_deref().map_or(new.line.contains(&id), |told| id.starts_with(told)));
                prop_assert!(!is_new || is_added, "{} {} is new", list, id);
            }
        }
    }
}
