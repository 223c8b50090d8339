//! The values of a change file that the format of files has not.

use crate::organisation::json::{JsonReader, Read};
use crate::organisation::problem::{Expected, JsonKind};
use crate::organisation::record::{Value, read_word};
use crate::organisation::value::Str;
use crate::organisation::{ListName, Organisation};

/// The name of a list of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListWord(pub ListName);

/// Any value, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyJson<'a>(pub Str<'a>);

/// An object, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldsJson<'a>(pub Str<'a>);

/// What an item is called: its id, or where items of the list have none the item as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyJson<'a>(pub Str<'a>);

impl<'a> Value<'a> for ListWord {
    fn blank() -> Self {
        Self(ListName::Units)
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        let place = read_word(reader, Organisation::LISTS)?;
        if let Some(place) = place {
            self.0 = ListName::ALL[place];
        }
        Ok(place.is_some())
    }

    fn write(&self, out: &mut String) {
        self.0.name().write(out);
    }
}

impl<'a> Value<'a> for AnyJson<'a> {
    fn blank() -> Self {
        Self("null".into())
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        self.0 = reader.skip()?.into();
        Ok(true)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl<'a> Value<'a> for FieldsJson<'a> {
    fn blank() -> Self {
        Self("{}".into())
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? != JsonKind::Object {
            return reader.refuse(Expected::Object);
        }
        self.0 = reader.skip()?.into();
        Ok(true)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }

    fn must_be_there() -> bool {
        false
    }

    fn is_absent(&self) -> bool {
        &*self.0 == "{}"
    }
}

impl<'a> Value<'a> for KeyJson<'a> {
    fn blank() -> Self {
        Self("\"\"".into())
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if !matches!(reader.peek()?, JsonKind::Object | JsonKind::Text) {
            return reader.refuse(Expected::Text);
        }
        self.0 = reader.skip()?.into();
        Ok(true)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

#[cfg(test)]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{AnyJson, FieldsJson, KeyJson, ListWord};
    use crate::organisation::Organisation;

    /// Declares what the schema says of a value.
    macro_rules! schemas {
        ($($type:ty as $name:literal: $schema:expr;)*) => { $(
            impl JsonSchema for $type {
                fn schema_name() -> Cow<'static, str> {
                    $name.into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    $schema
                }
            }
        )* };
    }

    schemas! {
        ListWord as "ListWord": json_schema!({ "description": "A list of the format.", "enum": Organisation::LISTS });
        AnyJson<'_> as "AnyJson": json_schema!({ "description": "An item of the list, as organisation.schema.json has it." });
        FieldsJson<'_> as "Fields": json_schema!({ "description": "Fields with their values.", "type": "object" });
        KeyJson<'_> as "Key": json_schema!({
            "description": "The id of the item; where items of the list have none, the item as it was.",
            "type": ["string", "object"]
        });
    }
}
