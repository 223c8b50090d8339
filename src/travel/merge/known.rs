//! A file whose items can be found by what they are called.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::organisation::ListName;
use crate::travel::content::Content;

/// A file, its items to be found by id and by line.
pub(super) struct Known<'c> {
    /// The content of the file.
    pub(super) content: &'c Content,
    ids: FxHashMap<(ListName, &'c str), usize>,
    lines: Vec<OnceCell<FxHashMap<&'c str, Vec<usize>>>>,
}

impl<'c> Known<'c> {
    pub(super) fn new(content: &'c Content) -> Self {
        let ids = ListName::ALL.iter().flat_map(|list| {
            let items = content.list(*list).iter().enumerate();
            items.filter_map(|(place, item)| Some(((*list, item.id.as_deref()?), place)))
        });
        Self { content, ids: ids.collect(), lines: ListName::ALL.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The place of the item of a list that is used and has this id.
    pub(super) fn place(&self, list: ListName, id: &str) -> Option<usize> {
        self.ids.get(&(list, id)).copied()
    }

    /// The places of the lines of a list.
    pub(super) fn lines(&self, list: ListName) -> &FxHashMap<&'c str, Vec<usize>> {
        self.lines[list as usize].get_or_init(|| {
            let mut lines: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
            for (place, item) in self.content.list(list).iter().enumerate() {
                lines.entry(&*item.line).or_default().push(place);
            }
            lines
        })
    }
}
