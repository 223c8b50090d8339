//! What a form or an import asks for: fields of one item, by name. The same words for every list of the format, so
//! that a page brings its form and nothing else.

use serde::{Deserialize, Serialize};

use super::object::{self, Object};
use crate::organisation::write::{json, write_list};

/// A wish to change the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Patch {
    /// A new item. Where its list has ids and `fields` none, an id is made from its name.
    Add {
        /// The list, as the format names it.
        list: String,
        /// Its fields, in any order.
        fields: Vec<Field>,
    },
    /// Other values for some fields of an item; the rest stay.
    Set {
        /// The list, as the format names it.
        list: String,
        /// Which item: its id, or its canonical line where items of the list have none.
        key: String,
        /// The fields that change.
        fields: Vec<Field>,
    },
    /// An item taken out.
    Remove {
        /// The list, as the format names it.
        list: String,
        /// Which item, as in `Set`.
        key: String,
    },
    /// A field of the file itself: `name`, `notice`, `as_of` or `packs`.
    Head(Field),
}

/// A field and its value. A field of an object inside the item is named by its way: `contact/email` ([`super::object::way`]).
pub type Field = (String, Value);

/// The value of a field, as a form or a sheet has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// The field is left out.
    #[default]
    Nothing,
    /// A text, a word or a day.
    Text(String),
    /// A text per language; an empty one is left out.
    Languages {
        /// In Swedish.
        sv: String,
        /// In English.
        en: String,
    },
    /// Several texts.
    Texts(Vec<String>),
    /// A number.
    Number(f64),
    /// Yes or no.
    Yes(bool),
    /// Any other value, as JSON.
    Json(String),
    /// The id of the item that another wish of the same change adds: its place among them, from 0, before this one.
    IdOf(u32),
}

impl Value {
    /// A text, or nothing where it is empty. White space around it is not part of it.
    pub fn text(text: &str) -> Self {
        match text.trim() {
            "" => Self::Nothing,
            text => Self::Text(text.to_owned()),
        }
    }

    /// The words of a text, in the first language it has.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Languages { sv, en } => {
                if sv.is_empty() {
                    en
                } else {
                    sv
                }
            }
            _ => "",
        }
    }

    /// The value as JSON; `None` where the field is left out, or where only the other wishes tell it.
    pub fn json(&self) -> Option<String> {
        match self {
            Self::Nothing | Self::IdOf(_) => None,
            Self::Text(text) => Some(json(&&**text)),
            Self::Languages { sv, en } => {
                let mut said = Object::default();
                for (language, text) in [("sv", sv), ("en", en)].into_iter().filter(|(_, text)| !text.is_empty()) {
                    said.insert(language, json(&&**text));
                }
                (!said.is_empty()).then(|| object::write(&said))
            }
            Self::Texts(texts) => (!texts.is_empty()).then(|| {
                let mut out = String::new();
                write_list(texts, &mut out, |text, out| out.push_str(&json(&&**text)));
                out
            }),
            Self::Number(number) => Some(number_json(*number)),
            Self::Yes(yes) => Some(json(yes)),
            Self::Json(raw) => Some(raw.clone()),
        }
    }
}

/// A number as one would write it: whole numbers without decimals.
fn number_json(number: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[allow(clippy::cast_possible_truncation, reason = "it is whole and not too large")]
    if number.fract() == 0.0 && number.abs() < EXACT { (number as i64).to_string() } else { json(&number) }
}
