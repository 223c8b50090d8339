//! The fields of an item as they are written. A field that the format does not know may stand several times.

use crate::organisation::json::JsonReader;
use crate::organisation::problem::JsonKind;
use crate::organisation::write::{ObjectWriter, compact, write_list};

/// The values of one field as JSON: none where it is absent, several where it is repeated.
pub type FieldText = Vec<String>;

/// An object's fields, each with its value as JSON, in the order they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawFields(pub Vec<(String, String)>);

impl RawFields {
    /// Reads the fields of an object; `None` where the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = JsonReader::new(text);
        (reader.peek().ok()? == JsonKind::Object).then_some(())?;
        let mut fields = Vec::new();
        reader.enter().ok()?;
        while let Some(key) = reader.next_key().ok()? {
            fields.push((key.into_owned(), compact(reader.skip().ok()?)));
        }
        Some(Self(fields))
    }

    /// The values of a field.
    pub fn get(&self, name: &str) -> FieldText {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
    }

    /// The names of the fields, each once.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in &self.0 {
            if !names.contains(&&**name) {
                names.push(name);
            }
        }
        names
    }

    /// Gives a field other values.
    pub fn set(&mut self, name: &str, values: &FieldText) {
        let place = self.0.iter().position(|(known, _)| known == name).unwrap_or(self.0.len());
        self.0.retain(|(known, _)| known != name);
        let values = values.iter().map(|value| (name.to_owned(), value.clone()));
        self.0.splice(place..place, values);
    }

    /// The fields as an object.
    pub fn write(&self) -> String {
        let mut out = String::new();
        let mut object = ObjectWriter::new(&mut out);
        for (key, value) in &self.0 {
            object.key(key).push_str(value);
        }
        object.end();
        out
    }
}

/// What of an object's fields is changed: those that differ, as they were and as they are to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedFields {
    /// The fields as they were.
    pub before: RawFields,
    /// The fields as they are to be.
    pub after: RawFields,
}

impl ChangedFields {
    /// How one object's fields differ from another's.
    pub fn between(old: &RawFields, new: &RawFields) -> Self {
        let mut changed = Self::default();
        let mut names = old.names();
        names.extend(new.names().into_iter().filter(|name| old.get(name).is_empty()));
        for name in names {
            let (before, after) = (old.get(name), new.get(name));
            if before != after {
                changed.before.0.extend(before.into_iter().map(|value| (name.to_owned(), value)));
                changed.after.0.extend(after.into_iter().map(|value| (name.to_owned(), value)));
            }
        }
        changed
    }

    /// The names of the fields that differ.
    pub fn names(&self) -> Vec<&str> {
        let mut names = self.before.names();
        names.extend(self.after.names().into_iter().filter(|name| self.before.get(name).is_empty()));
        names
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.before.0.is_empty() && self.after.0.is_empty()
    }
}

/// The values of a field as one value of JSON: `null` where it is absent, a list of them where it is repeated.
pub fn as_json(values: &[String]) -> String {
    match values {
        [] => "null".to_owned(),
        [value] => value.clone(),
        values => {
            let mut out = String::new();
            write_list(values, &mut out, |value, out| out.push_str(value));
            out
        }
    }
}
