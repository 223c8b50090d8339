//! A wish: what a change file says of one field, and what becomes of that.

use super::told::Refusal;
use crate::organisation::ListName;
use crate::travel::fields::FieldText;

/// What a wish is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A field of the file itself.
    Head,
    /// An item, by its list and place.
    Item(ListName, usize),
    /// An item that the file does not have any longer, by what the change file calls it.
    Gone(ListName, String),
}

/// What becomes of a wish, as far as its change file alone goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Becomes {
    /// The field gets these values, the item goes where it is of the whole.
    Values(FieldText),
    /// The file says so already.
    Same,
    /// The file says something else by now.
    Conflict,
    /// The wish is not the change file's to make.
    Refused(Refusal),
}

/// What a change file wishes of one field, or that an item goes.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// The field or item that the wish is of.
    pub(super) target: Target,
    /// What the change file calls the item.
    pub(super) key: String,
    /// The field; none where the whole item is to go.
    pub(super) field: Option<String>,
    /// The value it was.
    pub(super) base: FieldText,
    /// The value it is to be.
    pub(super) theirs: FieldText,
    /// What becomes of the wish.
    pub(super) becomes: Becomes,
}
