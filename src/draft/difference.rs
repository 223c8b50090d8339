//! How one file differs from another, item by item.

use rustc_hash::FxHashMap;

use super::edit::{Edit, EditTarget};

/// Edits folded together: of each item the line it was and the line it is, and no more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    edits: Vec<Edit>,
    /// By list and what the item is called now, the place of its edit.
    places: FxHashMap<ItemName, usize>,
}

impl Difference {
    /// The difference that these edits make, one after the other.
    pub fn of(edits: &[Edit]) -> Self {
        let mut difference = Self::default();
        difference.add(edits);
        difference
    }

    /// Folds further edits in.
    pub fn add(&mut self, edits: &[Edit]) {
        for edit in edits {
            let known = names(edit).into_iter().flatten().find_map(|name| self.places.remove(&name));
            let place = known.unwrap_or_else(|| {
                self.edits.push(edit.clone());
                self.edits.len() - 1
            });
            self.edits[place].after.clone_from(&edit.after);
            if self.edits[place].before == edit.after {
                self.forget(place);
            } else {
                self.places.insert(now(&self.edits[place]), place);
            }
        }
    }

    /// The edits: no item twice.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether there is no difference.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    fn forget(&mut self, place: usize) {
        self.edits.swap_remove(place);
        if let Some(moved) = self.edits.get(place) {
            self.places.insert(now(moved), place);
        }
    }
}

/// What changes, and what tells the item from others.
type ItemName = (EditTarget, ItemKey);

/// What tells an item from the others of its list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum ItemKey {
    Id(String),
    Line(String),
    /// The item is gone; this was its line.
    Gone(String),
    /// There is one only: a field of the file itself.
    Head,
}

/// What the item of a folded edit is called now.
fn now(edit: &Edit) -> ItemName {
    let what = match (&edit.id, &edit.after, &edit.before) {
        _ if edit.target.list().is_none() => ItemKey::Head,
        (Some(id), ..) => ItemKey::Id(id.clone()),
        (None, Some(line), _) => ItemKey::Line(line.clone()),
        (None, None, before) => ItemKey::Gone(before.clone().unwrap_or_default()),
    };
    (edit.target, what)
}

/// What the item of a further edit can be called so far. One that was set aside got its id on the way.
fn names(edit: &Edit) -> [Option<ItemName>; 2] {
    let called = |what| Some((edit.target, what));
    let line = edit.before.clone().map(ItemKey::Line);
    match &edit.id {
        _ if edit.target.list().is_none() => [called(ItemKey::Head), None],
        Some(id) => [called(ItemKey::Id(id.clone())), line.and_then(called)],
        None => [line.or_else(|| edit.after.clone().map(ItemKey::Gone)).and_then(called), None],
    }
}
