//! A change file held against a file: what it may see of it.

use rustc_hash::FxHashSet;

use super::known::Known;
use super::seen::Seen;
use crate::organisation::ListName;

/// A change file held against the file.
pub(super) struct Held<'h, 'c> {
    /// The file that the change file is held against.
    pub(super) known: &'h Known<'c>,
    /// What of it is seen, where the change file began from an extract.
    pub(super) seen: Option<&'h Seen>,
    /// What the change file adds itself.
    pub(super) own: FxHashSet<(ListName, String)>,
}

impl Held<'_, '_> {
    /// The line that an item is seen as: its own, unless the change file began from an extract.
    pub(super) fn shown(&self, list: ListName, place: usize) -> Option<&str> {
        match self.seen {
            Some(seen) => seen.line(list, place),
            None => Some(&self.known.content.list(list)[place].line),
        }
    }
}
