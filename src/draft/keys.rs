//! Finding the items of one list by what they are called.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::organisation::Organisation;
use crate::organisation::canonical::compact;
use crate::organisation::lists::AnyList;

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
    /// The list.
    pub(super) list: &'o dyn AnyList,
    ids: FxHashMap<&'o str, usize>,
    lines: OnceCell<FxHashMap<String, Slot>>,
}

impl<'o> Keys<'o> {
    pub(super) fn new(list: &'o dyn AnyList) -> Self {
        let ids = (0..list.count()).filter_map(|place| Some((list.id(place)?, place))).collect();
        Self { list, ids, lines: OnceCell::new() }
    }

    /// The item that is used and has this id.
    pub(super) fn by_id(&self, id: &str) -> Option<Slot> {
        self.ids.get(id).copied().map(Slot::Used)
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

/// An item's canonical line, by its id or by that line.
pub fn line(organisation: &Organisation<'_>, list: &str, key: &str) -> Option<String> {
    let list = organisation.list(list)?;
    match (0..list.count()).find(|place| list.id(*place) == Some(key)) {
        Some(place) => Some(list.line(place)),
        None => Keys::new(list).by_line(key).map(|_| key.to_owned()),
    }
}
