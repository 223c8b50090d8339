//! The entry that a saving adds.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::draft::object;
use crate::draft::{Edit, EditTarget};
use crate::organisation::canonical;
use crate::organisation::hash::sha256;
use crate::organisation::history::{HistoryEntry, TrailChange, TrailChanges, TrailKind};
use crate::organisation::json::JsonReader;
use crate::organisation::number::saturating;
use crate::organisation::record::{Origin, Unknown, Value};
use crate::organisation::value::Date;
use crate::organisation::write::{json, write_list};
use crate::organisation::{ListName, Organisation};

/// The most items of one kind of change that an entry names; of more it says how many.
const MOST_KEYS: usize = 1000;

/// A saving.
#[derive(Debug, Clone, Copy)]
pub struct Saving<'s> {
    /// The day.
    pub date: Date,
    /// Who saves, as they call themselves; empty where they do not say.
    pub by: &'s str,
    /// How the file differs from the one before, no item twice.
    pub edits: &'s [Edit],
    /// The SHA-256 of the bytes of the file before, in hexadecimal.
    pub before: &'s str,
}

/// The file in canonical form as it is to be saved: with an entry of what is changed. Where nothing is, and in an extract,
/// which has no trail, it is the file alone.
pub fn saved(organisation: &mut Organisation<'_>, saving: &Saving<'_>) -> String {
    if saving.edits.is_empty() || organisation.extract.is_some() {
        return canonical::write(organisation);
    }
    let last = organisation.history.iter().filter_map(|entry| entry.number).max().unwrap_or_default();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned().into());
    let mut entry = HistoryEntry {
        date: saving.date,
        number: Some(last.saturating_add(1)),
        by: some(saving.by.trim()),
        adopted: None,
        changes: written(&changes(saving.edits)),
        before: some(saving.before),
        sha256: None,
        origin: Origin::default(),
        unknown: Unknown::default(),
    };
    organisation.history.items.push(entry.clone());
    let mut text = canonical::write(organisation);
    organisation.history.items.pop();
    let open = json(&entry);
    entry.sha256 = Some(sha256(text.as_bytes()).into());
    // Its number is its own, so no other line is the same.
    if let Some(at) = text.rfind(&open) {
        text.replace_range(at..at + open.len(), &json(&entry));
    }
    text
}

fn written(changes: &[TrailChange<'_>]) -> TrailChanges<'static> {
    let mut out = String::new();
    write_list(changes, &mut out, Value::write);
    TrailChanges(out.into())
}

/// What became of which items: a list, what, and in which fields.
type Group = (Option<EditTarget>, TrailKind, BTreeSet<String>);

/// What edits change, by list, what became of the items and the fields that are others. What a trail itself says is left
/// out.
pub fn changes(edits: &[Edit]) -> Vec<TrailChange<'static>> {
    let mut groups: BTreeMap<Group, BTreeSet<String>> = BTreeMap::new();
    let mut heads = BTreeSet::new();
    for edit in edits {
        let list = match edit.target {
            EditTarget::Head(field) => {
                heads.insert(field.word().to_owned());
                continue;
            }
            EditTarget::List(ListName::History) => continue,
            EditTarget::List(list) => list,
        };
        let mut note = |kind, fields, key: String| {
            groups.entry((Some(edit.target), kind, fields)).or_default().insert(key);
        };
        let key = |line: &Option<String>| line.as_ref().map(|line| key(list, edit.id.as_deref(), line));
        match (key(&edit.before), key(&edit.after)) {
            (Some(before), Some(after)) if before == after => {
                note(TrailKind::Changed, differing(edit), after);
            }
            (before, after) => {
                if let Some(key) = before {
                    note(TrailKind::Removed, BTreeSet::new(), key);
                }
                if let Some(key) = after {
                    note(TrailKind::Added, BTreeSet::new(), key);
                }
            }
        }
    }
    if !heads.is_empty() {
        groups.insert((None, TrailKind::Changed, heads), BTreeSet::new());
    }
    groups.into_iter().map(|((target, kind, fields), keys)| change(target, kind, fields, keys)).collect()
}

fn change(
    target: Option<EditTarget>,
    kind: TrailKind,
    fields: BTreeSet<String>,
    keys: BTreeSet<String>,
) -> TrailChange<'static> {
    let more = saturating(keys.len().saturating_sub(MOST_KEYS));
    TrailChange {
        list: target.map(|target| target.name().into()),
        kind,
        fields: fields.into_iter().map(Into::into).collect(),
        keys: keys.into_iter().take(MOST_KEYS).map(Into::into).collect(),
        more: (more > 0).then_some(more),
        origin: Origin::default(),
        unknown: Unknown::default(),
    }
}

/// What an item is called in a trail: its id, or the ids of what it is about.
fn key(list: ListName, id: Option<&str>, line: &str) -> String {
    let fields = object::parse(line).unwrap_or_default();
    let text = |field: &str| JsonReader::new(fields.get(field)?).text().ok().map(Cow::into_owned);
    let about: &[&str] = match list {
        ListName::Assignments => &["unit", "role", "person"],
        ListName::Completions => &["training", "person"],
        ListName::Activities => &["unit", "kind", "date"],
        list => return id.map(str::to_owned).or_else(|| text(list.id_field())).unwrap_or_default(),
    };
    about.iter().filter_map(|field| text(field)).collect::<Vec<_>>().join(" ")
}

/// The names of the fields in which an item is another than it was.
fn differing(edit: &Edit) -> BTreeSet<String> {
    let parse = |line: &Option<String>| line.as_deref().and_then(object::parse).unwrap_or_default();
    let (before, after) = (parse(&edit.before), parse(&edit.after));
    let names = before.names().chain(after.names());
    names.filter(|name| before.get(name) != after.get(name)).cloned().collect()
}
