//! Two files that grew out of one, brought together item by item.

use super::edit::{Edit, EditTarget};
use super::keys::Keys;
use crate::organisation::{ListName, Organisation};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What of one side's work can be carried out on the other side's file, and what cannot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merge {
    /// Carried out without asking: the other side left these items alone.
    pub edits: Vec<Edit>,
    /// Both sides changed these, each in its own way.
    pub conflicts: Vec<Conflict>,
}

/// An item that both sides changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// What this side did to it: from the line both began with to this side's.
    pub mine: Edit,
    /// The line of the other side; `None` where it is gone.
    pub theirs: Option<String>,
}

impl Conflict {
    /// The edit that brings this side's line into the other side's file.
    pub fn keep_mine(&self) -> Edit {
        Edit { before: self.theirs.clone(), ..self.mine.clone() }
    }
}

/// Holds one side's edits against the other side's file. Edits that the other side made too are left out.
pub fn merge(mine: &[Edit], theirs: &Organisation<'_>) -> Merge {
    let mut merged = Merge::default();
    let mut keys: FxHashMap<ListName, Keys<'_>> = FxHashMap::default();
    for edit in mine {
        let now = match edit.target {
            EditTarget::List(list) => line(edit, keys.entry(list).or_insert_with(|| Keys::new(theirs.items(list)))),
            EditTarget::Head(field) => theirs.head(field),
        };
        if now == edit.before {
            merged.edits.push(edit.clone());
        } else if now != edit.after {
            merged.conflicts.push(Conflict { mine: edit.clone(), theirs: now });
        }
    }
    merged
}

/// The line the item has in a list now.
fn line(edit: &Edit, keys: &Keys<'_>) -> Option<String> {
    match &edit.id {
        Some(id) => keys.by_id(id).map(|slot| keys.line(slot)),
        // Without an id a changed item is another one; either of its lines tells that it is there.
        None => [&edit.before, &edit.after].into_iter().flatten().find(|line| keys.by_line(line).is_some()).cloned(),
    }
}
