//! The value of a field: as a form or a sheet has it, and as the file writes it.

use serde::{Deserialize, Serialize};

use super::object::{self, Fields, JsonObject, parse, way};
use crate::organisation::json::{JsonReader, Stop};
use crate::organisation::problem::JsonKind;
use crate::organisation::record::Value as _;
use crate::organisation::write::{json, write_list};

/// The value of a field, as a form or a sheet has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum FieldValue {
    /// The field is left out.
    #[default]
    Nothing,
    /// A text, a word or a day.
    Text(String),
    /// A text per language; an empty one is left out.
    Languages {
        /// The text in Swedish.
        sv: String,
        /// The text in English.
        en: String,
    },
    /// Several texts, in their order.
    Texts(Vec<String>),
    /// A number, whole or not.
    Number(f64),
    /// Yes or no.
    Yes(bool),
    /// Any other value, as JSON.
    Json(String),
    /// The id of the item that another wish of the same change adds: its place among them, from 0, before this one.
    IdOf(u32),
}

impl FieldValue {
    /// A value of the file, by its JSON; one that no form has stays as it is written.
    pub fn of(raw: &str) -> Self {
        read(raw).ok().flatten().unwrap_or_else(|| Self::Json(raw.to_owned()))
    }

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
                let mut said = JsonObject::default();
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

/// The fields of an object by their [`way()`]s. A text per language is one value.
pub fn flat(text: &str) -> Fields<FieldValue> {
    let mut fields = Fields::default();
    flatten("", text, &mut fields);
    fields
}

fn flatten(above: &str, text: &str, fields: &mut Fields<FieldValue>) {
    for (key, raw) in parse(text).into_iter().flatten() {
        let name = if above.is_empty() { way(&[&key]) } else { format!("{above}/{}", way(&[&key])) };
        match FieldValue::of(&raw) {
            FieldValue::Json(inner) if inner.starts_with('{') && inner.len() > 2 => flatten(&name, &inner, fields),
            value => fields.insert(&name, value),
        }
    }
}

fn read(raw: &str) -> Result<Option<FieldValue>, Stop> {
    let mut reader = JsonReader::new(raw);
    Ok(match reader.peek()? {
        JsonKind::Null => Some(FieldValue::Nothing),
        JsonKind::Boolean => Some(FieldValue::Yes(reader.word()? == "true")),
        JsonKind::Text => Some(FieldValue::Text(reader.text()?.into_owned())),
        JsonKind::Number => {
            let mut number = 0.0;
            number.read(&mut reader)?.then_some(FieldValue::Number(number))
        }
        JsonKind::List => {
            let mut texts = Vec::new();
            reader.enter()?;
            while reader.next_item()?.is_some() {
                if reader.peek()? != JsonKind::Text {
                    return Ok(None);
                }
                texts.push(reader.text()?.into_owned());
            }
            Some(FieldValue::Texts(texts))
        }
        JsonKind::Object => languages(&mut reader)?,
    })
}

/// A text per language.
fn languages(reader: &mut JsonReader<'_>) -> Result<Option<FieldValue>, Stop> {
    let (mut swedish, mut english) = (String::new(), String::new());
    reader.enter()?;
    while let Some(key) = reader.next_key()? {
        if reader.peek()? != JsonKind::Text {
            return Ok(None);
        }
        let text = reader.text()?.into_owned();
        match &*key {
            "sv" => swedish = text,
            "en" => english = text,
            _ => return Ok(None),
        }
    }
    let said = !(swedish.is_empty() && english.is_empty());
    Ok(said.then_some(FieldValue::Languages { sv: swedish, en: english }))
}
