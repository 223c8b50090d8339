//! Editions: an analysis as it was on a day, frozen, so that later ones can be compared with it.

use super::json::{JsonReader, Read};
use super::problem::{Expected, JsonKind};
use super::record::{Value, record};
use super::value::{Date, Id, Marking, Str, Text};

record! {
    /// A risk and vulnerability analysis as it was adopted.
    pub struct Edition<'a> {
        /// Unique among editions.
        pub id: Id<'a>,
        /// The name of the edition.
        pub name: Text<'a>,
        /// The day it was frozen: it is judged as of that day.
        pub date: Date,
        /// What else is to be said.
        pub note: Option<Text<'a>>,
        /// SHA-256 of `content` in canonical form, in hexadecimal: what shows that nobody has changed it since.
        pub sha256: Option<Str<'a>>,
        /// The analysis: a file of this format with what belongs to one, read when it is asked for.
        pub content: Frozen<'a>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

/// An object that is kept as it was written, and read only by those who ask for what is in it: a file has many editions
/// and its verdict needs none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen<'a>(pub Str<'a>);

impl<'a> Value<'a> for Frozen<'a> {
    fn blank() -> Self {
        Self(Str::Borrowed("{}"))
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? != JsonKind::Object {
            return reader.refuse(Expected::Object);
        }
        self.0 = Str::Borrowed(reader.skip()?);
        Ok(true)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&super::write::compact(&self.0));
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Frozen<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Frozen".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A file of this format with what belongs to an analysis.",
            "type": "object"
        })
    }
}
