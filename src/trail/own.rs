//! What the trail says of one item.

use crate::draft::object::elements;
use crate::organisation::history::{HistoryEntry, TrailChange, TrailKind};
use crate::organisation::lists::read_whole;
use crate::organisation::value::Date;
use crate::organisation::{ListName, Organisation, sort};

/// Something that a saving did to an item, or to a post of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnChange {
    /// The day.
    pub date: Date,
    /// Of a saving, its number.
    pub number: Option<u32>,
    /// Who it was, as they call themselves; empty where that is not said.
    pub by: String,
    /// What became of it.
    pub kind: TrailKind,
    /// The names of the fields that are others.
    pub fields: Vec<String>,
    /// The post that it became of, where it is one of the item's and not the item itself.
    pub post: Option<OwnPost>,
}

/// A post by the ids of what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPost {
    /// The id of the unit of the post.
    pub unit: String,
    /// The id of the role of the post.
    pub role: String,
    /// The id of who holds the post; none of a vacant one.
    pub person: Option<String>,
}

/// All that a trail says of an item of a list by its id, the latest first. Of a unit and a person that is what became of
/// their posts too.
pub fn own(organisation: &Organisation<'_>, list: ListName, id: &str) -> Vec<OwnChange> {
    let mut entries: Vec<&HistoryEntry<'_>> = organisation.history.iter().collect();
    sort::by(&mut entries, |a, b| (b.date, b.number).cmp(&(a.date, a.number)));
    let mut all = Vec::new();
    for entry in entries {
        for raw in elements(&entry.changes.0).unwrap_or_default() {
            let Some(change) = read_whole::<TrailChange<'_>>(raw) else { continue };
            let of = |post| OwnChange {
                date: entry.date,
                number: entry.number,
                by: entry.by.as_deref().unwrap_or_default().to_owned(),
                kind: change.kind,
                fields: change.fields.iter().map(ToString::to_string).collect(),
                post,
            };
            if change.list.as_deref() == Some(list.name()) {
                all.extend(change.keys.iter().filter(|key| ***key == *id).map(|_| of(None)));
            } else if change.list.as_deref() == Some(ListName::Assignments.name()) {
                all.extend(change.keys.iter().filter_map(|key| post(list, id, key)).map(|post| of(Some(post))));
            }
        }
    }
    all
}

/// The post that a key names, where it is one of a unit or of a person.
fn post(list: ListName, id: &str, key: &str) -> Option<OwnPost> {
    match list {
        ListName::Units => {
            let rest = key.strip_prefix(id)?.strip_prefix(' ')?;
            let (role, person) = rest.split_once(' ').map_or((rest, None), |(role, person)| (role, Some(person)));
            Some(OwnPost { unit: id.to_owned(), role: role.to_owned(), person: person.map(str::to_owned) })
        }
        ListName::People => {
            let rest = key.strip_suffix(id)?.strip_suffix(' ')?;
            let (unit, role) = rest.rsplit_once(' ')?;
            Some(OwnPost { unit: unit.to_owned(), role: role.to_owned(), person: Some(id.to_owned()) })
        }
        _ => None,
    }
}
