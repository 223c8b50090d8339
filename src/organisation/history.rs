//! The trail of a file: what each saving changed, who saved it, and what shows that no file of the chain is another.

use super::json::{JsonReader, Read};
use super::problem::{Expected, JsonKind};
use super::record::{Value, record, words};
use super::value::{Date, Str};

record! {
    /// An entry of the trail: a saving of the file, or that an edition was adopted.
    pub struct HistoryEntry<'a> {
        /// The day of the saving, or on which it was noted that an edition was adopted.
        pub date: Date,
        /// Of a saving, its number: one more than any that the file had. What is no saving has none.
        pub number: Option<u32>,
        /// Who did it, as they call themselves.
        pub by: Option<Str<'a>>,
        /// The edition that was adopted, where that is what is noted.
        pub adopted: Option<Adoption<'a>>,
        /// What the saving changed.
        pub changes: TrailChanges<'a>,
        /// SHA-256 of the bytes of the file that the saving began from, in hexadecimal.
        pub before: Option<Str<'a>>,
        /// SHA-256 of the bytes of the file as it was saved, without this field and the comma before it, in hexadecimal.
        pub sha256: Option<Str<'a>>,
    }
}

record! {
    /// That an edition was adopted.
    pub struct Adoption<'a> {
        /// The id of the edition.
        pub edition: Str<'a>,
        /// Who adopted it, such as the municipal council.
        pub by: Option<Str<'a>>,
        /// The day it was adopted.
        pub date: Option<Date>,
        /// Where it is minuted, such as the number of a paragraph.
        pub minutes: Option<Str<'a>>,
    }
}

words! {
    /// What became of an item.
    pub enum TrailKind {
        /// It is new.
        Added = "added",
        /// Some of its fields are others.
        Changed = "changed",
        /// It is gone.
        Removed = "removed",
    }
}

record! {
    /// What became of some items of one list in a saving: which they are and which fields differ, not what these say.
    pub struct TrailChange<'a> {
        /// The list they are in; without it, it is the file itself whose fields are others.
        pub list: Option<Str<'a>>,
        /// What became of them.
        pub kind: TrailKind,
        /// The names of the fields that are others.
        pub fields: Vec<Str<'a>>,
        /// Their ids; where items of the list have none, the ids of what they are about, with a space between.
        pub keys: Vec<Str<'a>>,
        /// How many more there are than are named.
        pub more: Option<u32>,
    }
}

/// A list of [`TrailChange`]s that is kept as it was written, and read only by those who ask: a trail is long, and no
/// verdict needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailChanges<'a>(pub Str<'a>);

impl<'a> Value<'a> for TrailChanges<'a> {
    fn blank() -> Self {
        Self(Str::Borrowed("[]"))
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? != JsonKind::List {
            return reader.refuse(Expected::List);
        }
        self.0 = Str::Borrowed(reader.skip()?);
        Ok(true)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&super::write::compact(&self.0));
    }

    fn must_be_there() -> bool {
        false
    }

    fn is_absent(&self) -> bool {
        super::write::compact(&self.0) == "[]"
    }
}

#[cfg(test)]
impl schemars::JsonSchema for TrailChanges<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TrailChanges".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<TrailChange<'static>>::json_schema(generator)
    }
}
