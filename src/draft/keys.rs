//! Finding the items of one list by what they are called.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::organisation::lists::{AnyList, read_whole};
use crate::organisation::person::Assignment;
use crate::organisation::write::{compact, json};
use crate::organisation::{Index, ListName, Organisation};

/// An item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// One that is used, by its place.
    Used(usize),
    /// One that is set aside, by its place among those.
    Aside(usize),
}

/// The items of one list by id and by line.
pub(super) struct Keys<'o> {
    /// The list of the format that the item is in.
    pub(super) list: &'o dyn AnyList,
    ids: OnceCell<FxHashMap<&'o str, usize>>,
    lines: OnceCell<FxHashMap<String, Slot>>,
}

impl<'o> Keys<'o> {
    pub(super) fn new(list: &'o dyn AnyList) -> Self {
        Self { list, ids: OnceCell::new(), lines: OnceCell::new() }
    }

    /// The item that is used and has this id.
    pub(super) fn by_id(&self, id: &str) -> Option<Slot> {
        let ids = || (0..self.list.count()).filter_map(|place| Some((self.list.id(place)?, place))).collect();
        self.ids.get_or_init(ids).get(id).copied().map(Slot::Used)
    }

    /// The item with this line. Every item is written for it, once.
    pub(super) fn by_line(&self, line: &str) -> Option<Slot> {
        let written = || {
            let aside = self.list.set_aside().iter().enumerate();
            let aside = aside.map(|(place, raw)| (compact(raw), Slot::Aside(place)));
            (0..self.list.count()).map(|place| (self.list.line(place), Slot::Used(place))).chain(aside).collect()
        };
        self.lines.get_or_init(written).get(line).copied()
    }

    /// The item with this id, or else this line.
    pub(super) fn find(&self, key: &str) -> Option<Slot> {
        self.by_id(key).or_else(|| self.by_line(key))
    }

    /// An item's line.
    pub(super) fn line(&self, slot: Slot) -> String {
        match slot {
            Slot::Used(place) => self.list.line(place),
            Slot::Aside(place) => compact(self.list.set_aside()[place]),
        }
    }
}

/// The place of a post among the assignments, by its line: only those of its unit are written, not a country's.
pub fn post(organisation: &Organisation<'_>, index: &Index, line: &str) -> Option<u32> {
    let wanted: Assignment<'_> = read_whole(line)?;
    let posts = index.posts_at(index.unit(&wanted.unit)?).iter();
    posts.map(|post| post.assignment).find(|place| json(&organisation.assignments[*place as usize]) == line)
}

/// An item's canonical line, by its id or by that line.
pub fn line(organisation: &Organisation<'_>, index: &Index, list: ListName, key: &str) -> Option<String> {
    if list == ListName::Assignments && post(organisation, index, key).is_some() {
        return Some(key.to_owned());
    }
    let list = organisation.items(list);
    match (0..list.count()).find(|place| list.id(*place) == Some(key)) {
        Some(place) => Some(list.line(place)),
        None => Keys::new(list).by_line(key).map(|_| key.to_owned()),
    }
}
