//! One item's line as it was and as it is to be.

use serde::{Deserialize, Serialize};

use crate::organisation::problem::Problem;

/// A change of one item, or of one field of the file itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Edit {
    /// The list, as the format names it; or the field of the file itself: `name`, `notice`, `as_of`, `packs`.
    pub list: String,
    /// The item's id, where items of the list have one and the item was used before.
    pub id: Option<String>,
    /// The line it was; `None` where the item is new.
    pub before: Option<String>,
    /// The line it is to be; `None` where the item goes.
    pub after: Option<String>,
    /// Items of the list before it, for lists whose order counts; others disregard it.
    pub at: u32,
}

/// Why a wish cannot be carried out. Nothing has been changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditRefusal {
    /// The format has no such list or field.
    NoSuchList {
        /// As it was named.
        list: String,
    },
    /// The file has something else in the list's place.
    NotAList {
        /// The list of the format that the item is in.
        list: String,
    },
    /// The item is not, or no longer, in the file.
    NotFound {
        /// The list of the format that the item is in.
        list: String,
        /// The id or line of the item.
        key: String,
    },
    /// The item is no longer as it was when the change was made.
    Changed {
        /// The list of the format that the item is in.
        list: String,
        /// Its id or line.
        key: String,
    },
    /// Another item of the list has the id.
    IdTaken {
        /// The list of the format that the item is in.
        list: String,
        /// The id.
        id: String,
    },
    /// An item's id does not change: others call it by it.
    IdFixed {
        /// The id it has.
        id: String,
    },
    /// The item cannot be read back; the paths of the problems begin at the item.
    Unusable {
        /// The list of the format that the item is in.
        list: String,
        /// What is wrong, in the order of the item.
        problems: Vec<Problem>,
    },
    /// An edition is as it was frozen: it can be taken out, not changed.
    Frozen {
        /// The id of the edition.
        id: String,
    },
    /// The file would be larger than this product reads.
    TooLarge,
}

impl EditRefusal {
    pub(super) fn not_found(list: &str, key: &str) -> Self {
        Self::NotFound { list: list.to_owned(), key: key.to_owned() }
    }
}

impl Edit {
    /// After the last item of its list.
    pub const LAST: u32 = u32::MAX;

    /// What the item is called: its id, or the line it was, or is to be.
    pub fn key(&self) -> &str {
        let line = || self.before.as_deref().or(self.after.as_deref());
        self.id.as_deref().or_else(line).unwrap_or_default()
    }

    /// The other way round: what undoes it.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), ..self.clone() }
    }
}
