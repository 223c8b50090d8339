//! Risk matrix libraries of CISO Assistant (YAML), in and out.
//!
//! A library holds matrices with levels of probability and impact, classes called `risk`, and a `grid` whose rows are
//! probabilities; both spellings of the list, `risk_matrix` and `risk_matrices`, are read and written. Each becomes a
//! matrix of the format with two scales of its own. What a field of the format says goes to that field; all else the
//! library says is kept beside it in `library`, so that it is written back whole:
//!
//! - a class or a level keeps its own object, without what its fields say;
//! - a matrix keeps `{"library", "list", "matrix"}`: the document around the matrices, the name of the list it was in,
//!   and its own object, likewise without what fields say.
//!
//! A library's own language is the language of its names where that is Swedish or English, and the other of the two is
//! taken from its translations; in any other language they are plain texts.

mod read;
mod write;

use serde::{Deserialize, Serialize};

use super::yaml::UnreadableYaml;
use crate::organisation::value::{Language, Str, Text};
use serde_json::{Map, Value};

pub use self::read::read;
pub use self::write::write;

/// An object of a library.
type LibraryObject = Map<String, Value>;

/// Names of the list of matrices, the older first.
const LISTS: [&str; 2] = ["risk_matrix", "risk_matrices"];

/// The order in which keys are written; others follow by name.
const ORDER: [&str; 22] = [
    "id",
    "urn",
    "locale",
    "ref_id",
    "abbreviation",
    "name",
    "description",
    "copyright",
    "version",
    "publication_date",
    "provider",
    "packager",
    "hexcolor",
    "translations",
    "dependencies",
    "objects",
    "risk_matrix",
    "risk_matrices",
    "probability",
    "impact",
    "risk",
    "grid",
];

/// Whether a file is a library by its name.
pub fn is_one(name: &str) -> bool {
    let ending = std::path::Path::new(name).extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

/// The scales and matrices of a library, each an item of the format as a line of JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryMethods {
    /// Scales: two for each matrix.
    pub scales: Vec<String>,
    /// Matrices, in the order of the library.
    pub matrices: Vec<String>,
}

impl LibraryMethods {
    /// A file of the format that holds them and nothing else.
    pub fn file(&self) -> String {
        format!(r#"{{"format":1,"scales":[{}],"matrices":[{}]}}"#, self.scales.join(","), self.matrices.join(","))
    }
}

/// Why a library cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LibraryFault {
    /// The library is no YAML.
    Yaml(UnreadableYaml),
    /// The library has no risk matrix.
    NoMatrix,
    /// Something is not as it must be.
    At {
        /// The line, from 1.
        line: u32,
        /// The path of the value from the top of the file: `objects.risk_matrix[0].grid`.
        path: String,
        /// What is wrong at the place.
        what: Wrong,
    },
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    /// The key that is missing.
    Missing(String),
    /// The node is no mapping.
    NotAMapping,
    /// The node is no list, or an empty one.
    NotAList,
    /// The grid has another number of rows than there are probabilities.
    Rows {
        /// Rows that the grid has.
        rows: u32,
        /// Rows that there should be: one for each probability.
        expected: u32,
    },
    /// A row has another number of cells than there are impacts.
    Columns {
        /// Cells there are.
        columns: u32,
        /// Cells that there should be: one for each impact.
        expected: u32,
    },
    /// A cell is no place in the list of classes.
    Class {
        /// The cell as it stands.
        found: String,
        /// Classes in the list.
        classes: u32,
    },
}

/// The language of a library's own names; none where it is another than these two.
fn language(locale: Option<&Value>) -> Option<Language> {
    Language::from_word(locale?.as_str()?)
}

fn other(language: Language) -> Language {
    match language {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    }
}

/// A scalar as a text.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// Takes what a field of the format says of `key` out of an object: its text, in both languages where the library has
/// them. What is no text, or empty, stays where it is.
fn take(object: &mut LibraryObject, key: &str, locale: Option<Language>) -> Option<Value> {
    let own = match object.get(key)? {
        Value::String(text) if !text.trim().is_empty() => object.remove(key)?,
        value => return said(value).filter(|text| !text.trim().is_empty()).map(Value::from),
    };
    let Some(locale) = locale else { return Some(own) };
    let translated = translation(object, other(locale)).and_then(|translation| match translation.get(key)? {
        Value::String(text) if !text.trim().is_empty() => translation.remove(key),
        _ => None,
    });
    Some(match translated {
        Some(translated) => {
            let mut texts = LibraryObject::new();
            texts.insert(locale.word().to_owned(), own);
            texts.insert(other(locale).word().to_owned(), translated);
            Value::Object(texts)
        }
        None => own,
    })
}

/// The translation of an object into a language, where it has one.
fn translation(object: &mut LibraryObject, language: Language) -> Option<&mut LibraryObject> {
    object.get_mut("translations")?.as_object_mut()?.get_mut(language.word())?.as_object_mut()
}

/// Puts a text of the format back where [`take`] had it. A value that says the same stays as it is.
fn put(object: &mut LibraryObject, key: &str, text: Option<&Text<'_>>, locale: Option<Language>) {
    let Some(text) = text else { return };
    let (own, translated) = match (text, locale) {
        (Text::Languages { sv: Some(sv), en: Some(en) }, Some(Language::Swedish)) => (sv, Some(en)),
        (Text::Languages { sv: Some(sv), en: Some(en) }, Some(Language::English)) => (en, Some(sv)),
        (Text::Plain(own) | Text::Languages { sv: Some(own), .. } | Text::Languages { en: Some(own), .. }, _) => {
            (own, None)
        }
        (Text::Languages { .. }, _) => return,
    };
    put_own(object, key, own);
    if let (Some(translated), Some(locale)) = (translated, locale) {
        let into = object.entry("translations").or_insert_with(|| LibraryObject::new().into());
        let into = into
            .as_object_mut()
            .map(|all| all.entry(other(locale).word()).or_insert_with(|| LibraryObject::new().into()));
        if let Some(into) = into.and_then(Value::as_object_mut) {
            put_own(into, key, translated);
        }
    }
}

/// Puts a text back, unless a value is there that says the same.
fn put_own(object: &mut LibraryObject, key: &str, text: &Str<'_>) {
    if object.get(key).and_then(said).is_none_or(|known| known != **text) {
        object.insert(key.to_owned(), Value::from(&**text));
    }
}

#[cfg(test)]
mod tests;
