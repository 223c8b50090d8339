//! One item's line as it was and as it is to be.

use serde::{Deserialize, Serialize};

use crate::organisation::ListName;
use crate::organisation::head::HeadField;
use crate::organisation::problem::Problem;

/// What an edit changes: an item of a list, or a field of the file itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EditTarget {
    /// A field of the file itself.
    Head(HeadField),
    /// An item of a list.
    List(ListName),
}

impl EditTarget {
    /// The name of the target, as the format has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Head(field) => field.word(),
            Self::List(list) => list.name(),
        }
    }

    /// The target of this name, where the format has one.
    pub fn from_name(name: &str) -> Option<Self> {
        let list = ListName::from_name(name).map(Self::List);
        list.or_else(|| HeadField::from_word(name).map(Self::Head))
    }

    /// The list, where it is an item of one that changes.
    pub const fn list(self) -> Option<ListName> {
        match self {
            Self::List(list) => Some(list),
            Self::Head(_) => None,
        }
    }
}

/// A change of one item, or of one field of the file itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Edit {
    /// The item or field that is changed.
    pub target: EditTarget,
    /// The item's id, where items of the list have one and the item was used before.
    pub id: Option<String>,
    /// The line it was; `None` where the item is new.
    pub before: Option<String>,
    /// The line it is to be; `None` where the item goes.
    pub after: Option<String>,
    /// Items of the list before it, for lists whose order counts; others disregard it.
    pub at: u32,
}

/// What some lines are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinesOf {
    /// An item of a list.
    List(ListName),
    /// A field of the file itself, whether or not a reader may change it.
    Head(String),
}

/// An item, or a field of the file itself, as it was and as it is to be, to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLines {
    /// What the lines are of.
    pub of: LinesOf,
    /// The item's id, where items of the list have one and the item was used before.
    pub id: Option<String>,
    /// The line it was; `None` where the item is new.
    pub before: Option<String>,
    /// The line it is to be; `None` where the item goes.
    pub after: Option<String>,
}

impl ItemLines {
    /// The edit that makes the one of the other; none of a field that no reader may change.
    pub fn edit(&self) -> Option<Edit> {
        let target = match &self.of {
            LinesOf::List(list) => EditTarget::List(*list),
            LinesOf::Head(name) => EditTarget::Head(HeadField::from_word(name)?),
        };
        let (before, after) = (self.before.clone(), self.after.clone());
        Some(Edit { target, id: self.id.clone(), before, after, at: Edit::LAST })
    }
}

impl From<&Edit> for ItemLines {
    fn from(edit: &Edit) -> Self {
        let of = match edit.target {
            EditTarget::List(list) => LinesOf::List(list),
            EditTarget::Head(field) => LinesOf::Head(field.word().to_owned()),
        };
        Self { of, id: edit.id.clone(), before: edit.before.clone(), after: edit.after.clone() }
    }
}

/// Why a wish cannot be carried out. Nothing has been changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditRefusal {
    /// The file has something else in the list's place.
    NotAList {
        /// The list of the format that the item is in.
        list: ListName,
    },
    /// The item is not, or no longer, in the file.
    NotFound {
        /// What was to be changed.
        target: EditTarget,
        /// The id or line of the item.
        key: String,
    },
    /// The item is no longer as it was when the change was made.
    Changed {
        /// What was to be changed.
        target: EditTarget,
        /// The id of the item, or its line where its list has no ids.
        key: String,
    },
    /// Another item of the list has the id.
    IdTaken {
        /// The list of the format that the item is in.
        list: ListName,
        /// The id that another item has.
        id: String,
    },
    /// An item's id does not change: others call it by it.
    IdFixed {
        /// The id it has.
        id: String,
    },
    /// The item cannot be read back; the paths of the problems begin at the item.
    Unusable {
        /// What was to be changed; none where the file as a whole cannot be read back.
        target: Option<EditTarget>,
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
    pub(super) fn not_found(target: EditTarget, key: &str) -> Self {
        Self::NotFound { target, key: key.to_owned() }
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

    /// The edit the other way round, which undoes it.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), ..self.clone() }
    }
}
