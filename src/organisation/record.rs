//! How a type of the format is declared once and from that read, written and described.
//!
//! `record!` takes a struct as one would write it and adds a table of its fields, and in tests the JSON Schema. One
//! loop reads every record by its table (all faults of an item at once, unknown fields kept), and one writes it (in
//! the order of declaration, absent fields left out): a program that had a loop for each type would be half as large
//! again, and a browser would have to make every one of them fast by itself. The loop is quick where a field is written
//! plainly, by a known key and as a text without escapes, and careful at whatever else it meets. `words!` does the same
//! for a closed set of words.

use crate::organisation::number::saturating;
use std::borrow::Cow;

use super::escape::same;
use super::json::{JsonReader, NextField, Read, Stop};
use super::plain::text_or_refuse;
use super::problem::{Expected, JsonKind, PathStep, ProblemKind};
use super::sort;
use super::walk::Walk;
use super::write::{ObjectWriter, compact};

pub use super::codec::Value;

/// An object of the format, seen as a table of fields.
pub trait Record<'a> {
    /// The keys of its fields, in the order they are written.
    fn keys(&self) -> &'static [&'static str];

    /// The fields that must be there, a bit for each place of the table.
    fn required(&self) -> u32;

    /// The fields that can hold a reference, a bit for each place of the table.
    fn referring(&self) -> u32;

    /// The field at a place of the table, to be read.
    fn field_mut(&mut self, place: usize) -> &mut dyn Value<'a>;

    /// The field at a place of the table, to be written.
    fn field(&self, place: usize) -> &dyn Value<'a>;

    /// The place of the item in the file it was read from, to be written.
    fn origin_mut(&mut self) -> &mut Origin;

    /// Fields the format does not know.
    fn unknown(&self) -> &Unknown<'a>;

    /// Fields the format does not know, to be read into.
    fn unknown_mut(&mut self) -> &mut Unknown<'a>;

    /// Reads the value of a key that is not in the table.
    fn read_other(&mut self, reader: &mut JsonReader<'a>, key: Cow<'a, str>) -> Read {
        self.unknown_mut().keep(reader, key)
    }

    /// Looks at what the table does not say, once all is read from the object at `offset`.
    fn check(&mut self, _reader: &mut JsonReader<'a>, _offset: usize) -> bool {
        true
    }

    /// Writes what the table does not say.
    fn write_other(&self, _object: &mut ObjectWriter<'_>) {}
}

/// Reads an object by its table.
//
// A browser runs a loop to its end in the code it began with, which for the first file is its slow one; a call for
// each item lets the fast code take over between two of them.
#[inline(never)]
pub(crate) fn read<'a>(record: &mut dyn Record<'a>, reader: &mut JsonReader<'a>) -> Read {
    let offset = reader.offset();
    if reader.peek()? != JsonKind::Object {
        return reader.refuse(Expected::Object);
    }
    let keys = record.keys();
    let (mut seen, mut usable, mut expected) = (0_u32, true, 0);
    reader.enter()?;
    loop {
        let place = match reader.next_field(keys, expected) {
            NextField::At(place) => place,
            NextField::End => break,
            NextField::Other => {
                let Some(key) = reader.next_key()? else { break };
                let Some(place) = keys.iter().position(|known| *known == key) else {
                    usable &= record.read_other(reader, key)?;
                    continue;
                };
                place
            }
        };
        expected = place + 1;
        if seen & 1 << place == 0 {
            seen |= 1 << place;
            usable &= record.field_mut(place).read(reader)?;
        } else {
            reader.note_repeated(keys[place]);
            reader.skip()?;
            usable = false;
        }
    }
    usable &= record.check(reader, offset);
    let missing = record.required() & !seen;
    if missing != 0 {
        for (_, key) in keys.iter().enumerate().filter(|(place, _)| missing & 1 << place != 0) {
            reader.note(offset, ProblemKind::Missing { field: (*key).into() });
        }
        usable = false;
    }
    record.origin_mut().offset = saturating(offset);
    Ok(usable)
}

/// Writes an object by its table.
pub(crate) fn write(record: &dyn Record<'_>, out: &mut String) {
    let mut object = ObjectWriter::new(out);
    for (place, key) in record.keys().iter().enumerate() {
        let field = record.field(place);
        if !field.is_absent() {
            field.write(object.key(key));
        }
    }
    record.write_other(&mut object);
    record.unknown().write(&mut object);
    object.end();
}

/// Walks to every reference in an object by its table.
pub(crate) fn each_ref(record: &dyn Record<'_>, walk: &mut Walk<'_>) {
    let referring = record.referring();
    for (place, key) in record.keys().iter().enumerate().filter(|(place, _)| referring & 1 << place != 0) {
        walk.step(PathStep::Key(Cow::Borrowed(*key)), &mut |walk| record.field(place).each_ref(walk));
    }
}

/// Reads one of some words, and tells its place among them.
#[inline(never)]
pub(crate) fn read_word(reader: &mut JsonReader<'_>, words: &'static [&'static str]) -> Result<Option<usize>, Stop> {
    let expected = || Expected::OneOf(words.iter().map(|word| Cow::Borrowed(*word)).collect());
    let offset = reader.offset();
    let Some(word) = text_or_refuse(reader, &expected)? else { return Ok(None) };
    let place = words.iter().position(|known| same(known.as_bytes(), word.as_bytes()));
    if place.is_none() {
        reader.refuse_read(offset, JsonKind::Text, expected())?;
    }
    Ok(place)
}

/// Where an item stood in the file it was read from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Origin {
    /// Bytes from the start of the text to the item.
    pub offset: u32,
    /// Index in its list, from 0.
    pub index: u32,
}

/// Fields the format does not know, kept as they were written so that saving loses nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unknown<'a>(Vec<UnknownField<'a>>);

/// A key the format does not know and its value as written.
type UnknownField<'a> = (Cow<'a, str>, &'a str);

impl<'a> Unknown<'a> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields that `stays` says, by key and value as written.
    #[must_use]
    pub fn filtered(&self, stays: impl Fn(&str, &str) -> bool) -> Self {
        Self(self.0.iter().filter(|(key, raw)| stays(key, raw)).cloned().collect())
    }

    /// Reads over the value of `key` and keeps it.
    pub(crate) fn keep(&mut self, reader: &mut JsonReader<'a>, key: Cow<'a, str>) -> Read {
        let offset = reader.offset();
        let raw = reader.skip()?;
        reader.note(offset, ProblemKind::UnknownField { field: key.to_string() });
        self.0.push((key, raw));
        Ok(true)
    }

    /// Writes the fields after those the format knows, by key; those of one key in the order they stood.
    pub(crate) fn write(&self, object: &mut ObjectWriter<'_>) {
        let mut sorted: Vec<_> = self.0.iter().collect();
        sort::by(&mut sorted, |a, b| a.0.cmp(&b.0));
        for (key, raw) in sorted {
            object.key(key).push_str(&compact(raw));
        }
    }
}

/// Declares an object of the format. A field may be named apart from its key: `scope as "in": …`.
macro_rules! record {
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (
        $(#[$doc:meta])*
        pub struct $name:ident<'a> {
            $( $(#[$field_doc:meta])* pub $field:ident $(as $key:literal)? : $type:ty, )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub struct $name<'a> {
            $( $(#[$field_doc])* $(#[cfg_attr(test, schemars(rename = $key))])? pub $field: $type, )*
            /// The place of the item in the file it was read from.
            #[cfg_attr(test, schemars(skip))]
            pub origin: $crate::organisation::record::Origin,
            /// Fields the format does not know.
            #[cfg_attr(test, schemars(skip))]
            pub unknown: $crate::organisation::record::Unknown<'a>,
        }

        const _: () = {
            use $crate::organisation::json::{Read, JsonReader};
            use $crate::organisation::record::{self, Origin, Record, Unknown, Value};
            use $crate::organisation::walk::{Referred, Walk};

            /// The places of the fields in the table.
            #[allow(non_camel_case_types, reason = "each is named as its field")]
            enum At { $($field),* }

            impl<'a> Record<'a> for $name<'a> {
                fn keys(&self) -> &'static [&'static str] {
                    &[$( record!(@key $field $($key)?) ),*]
                }

                fn required(&self) -> u32 {
                    0 $( | u32::from(<$type as Value>::must_be_there()) << At::$field as u32 )*
                }

                fn referring(&self) -> u32 {
                    0 $( | u32::from(<$type as Value>::may_refer()) << At::$field as u32 )*
                }

                fn field_mut(&mut self, place: usize) -> &mut dyn Value<'a> {
                    $( if place == At::$field as usize { return &mut self.$field; } )*
                    unreachable!()
                }

                fn field(&self, place: usize) -> &dyn Value<'a> {
                    $( if place == At::$field as usize { return &self.$field; } )*
                    unreachable!()
                }

                fn origin_mut(&mut self) -> &mut Origin {
                    &mut self.origin
                }

                fn unknown(&self) -> &Unknown<'a> {
                    &self.unknown
                }

                fn unknown_mut(&mut self) -> &mut Unknown<'a> {
                    &mut self.unknown
                }
            }

            impl<'a> Value<'a> for $name<'a> {
                fn blank() -> Self {
                    Self { $($field: Value::blank(),)* origin: Origin::default(), unknown: Unknown::default() }
                }

                fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
                    record::read(self, reader)
                }

                fn write(&self, out: &mut String) {
                    record::write(self, out);
                }

                fn may_refer() -> bool {
                    false $( || <$type as Value>::may_refer() )*
                }

                fn each_ref(&self, walk: &mut Walk<'_>) {
                    record::each_ref(self, walk);
                }

                fn referred(way: &[&str]) -> Option<Referred> {
                    let (first, rest) = way.split_first()?;
                    $( if *first == record!(@key $field $($key)?) { return <$type as Value>::referred(rest); } )*
                    None
                }
            }
        };
    };
}

/// Declares a closed set of words of the format.
macro_rules! words {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $( $(#[$word_doc:meta])* $variant:ident = $word:literal, )* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name { $( $(#[$word_doc])* #[serde(rename = $word)] $variant, )* }

        impl $name {
            /// All of them, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The words of the set, in the order of its variants.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word as the format writes it.
            pub const fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// The word's meaning, where it is one.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::WORDS.iter().position(|known| *known == word).map(|place| Self::ALL[place])
            }
        }

        impl<'a> $crate::organisation::record::Value<'a> for $name {
            fn blank() -> Self {
                Self::ALL[0]
            }

            fn read(
                &mut self,
                reader: &mut $crate::organisation::json::JsonReader<'a>,
            ) -> $crate::organisation::json::Read {
                let place = $crate::organisation::record::read_word(reader, Self::WORDS)?;
                if let Some(place) = place {
                    *self = Self::ALL[place];
                }
                Ok(place.is_some())
            }

            fn write(&self, out: &mut String) {
                self.word().write(out);
            }
        }
    };
}

pub(crate) use {record, words};
