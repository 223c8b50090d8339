//! An item as its fields, of which some are looked into and the rest stay as they were written.

use crate::draft::FieldValue;
use crate::draft::object::{self, Fields};

/// The fields of an item, or of an object inside it.
#[derive(Debug, Clone, Default)]
pub(super) struct ItemFields(Fields<String>);

impl ItemFields {
    /// Reads an object; nothing where the text is none.
    pub(super) fn read(text: &str) -> Self {
        Self(object::parse(text).unwrap_or_default())
    }

    /// The value at a path of keys, as JSON.
    pub(super) fn get(&self, path: &[&str]) -> Option<String> {
        object::at(&self.0, &object::way(path))
    }

    /// Puts a value at a path of keys; objects on the way are made where they lack.
    pub(super) fn put(&mut self, path: &[&str], value: &str) {
        object::put(&mut self.0, &object::way(path), Some(value.to_owned()));
    }

    /// A field as text, where it is one.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        match FieldValue::of(self.0.get(key)?) {
            FieldValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The names of its fields.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.names()
    }
}

/// A value as JSON.
pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    // What is written here are texts, numbers and lists of them, which can always be.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_deep_leaves_the_rest_as_it_was() {
        let mut object = ItemFields::read(r#"{"id":"eken","contact":{"web":"x","fax":1e3}}"#);
        object.put(&["contact", "email"], "\"eken@example.se\"");
        assert_eq!(object.get(&["contact"]).as_deref(), Some(r#"{"email":"eken@example.se","fax":1e3,"web":"x"}"#));
        assert_eq!(object.get(&["contact", "fax"]).as_deref(), Some("1e3"));
        assert_eq!(object.get(&["contact", "web", "deep"]), None);
        assert_eq!(object.text("id").as_deref(), Some("eken"));
    }
}
