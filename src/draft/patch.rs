//! What a form or an import asks for: fields of one item, by name. The same words for every list of the format, so
//! that a page brings its form and nothing else.

use serde::{Deserialize, Serialize};

use super::removal::Parting;
use crate::organisation::ListName;
use crate::organisation::head::HeadField;

pub use super::value::FieldValue;

/// A wish to change the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Patch {
    /// A new item. Where its list has ids and `fields` none, an id is made from its name.
    Add {
        /// The list of the item.
        list: ListName,
        /// The fields of the item, in any order.
        fields: Vec<PatchField>,
    },
    /// Other values for some fields of an item; the rest stay.
    Set {
        /// The list of the item.
        list: ListName,
        /// Which item: its id, or its canonical line where items of the list have none.
        key: String,
        /// The fields that change.
        fields: Vec<PatchField>,
    },
    /// An item taken out.
    Remove {
        /// The list of the item.
        list: ListName,
        /// Which item, as in `Set`.
        key: String,
    },
    /// An item taken out with every reference to it.
    TakeOut {
        /// The list of the item.
        list: ListName,
        /// Which item, as in `Set`.
        key: String,
        /// What becomes of what refers to the item.
        parting: Parting,
    },
    /// Another value of a field of the file itself.
    Head(HeadField, FieldValue),
}

/// A field and its value. A field of an object inside the item is named by its way: `contact/email` ([`super::object::way`]).
pub type PatchField = (String, FieldValue);
