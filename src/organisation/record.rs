//! How a type of the format is declared once and from that read, written and described.
//!
//! `record!` takes a struct as one would write it and adds the reading (all faults of an item at once, unknown
//! fields kept), the writing (in the order of declaration, absent fields left out) and, in tests, the JSON Schema.
//! `words!` does the same for a closed set of words.

use super::sort;
use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap};
use serde_json::value::RawValue;

use super::canonical::compact;
use super::json::{Read, Reader, Syntax};
use super::problem::Kind;

/// A type that a JSON value of the format can be read as.
pub trait Value<'a>: Sized {
    /// Reads the next value, or notes why it cannot be used and skips it.
    fn read(reader: &mut Reader<'a>) -> Read<Self>;

    /// What the field means when it is not there; `None` where it must be.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the field is left out when writing.
    fn is_absent(&self) -> bool {
        false
    }
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
    /// Reads over the value of `key` and keeps it.
    pub(crate) fn keep(&mut self, reader: &mut Reader<'a>, key: Cow<'a, str>) -> Result<(), Syntax> {
        let offset = reader.offset();
        let raw = reader.skip()?;
        reader.note(offset, Kind::UnknownField { field: key.to_string() });
        self.0.push((key, raw));
        Ok(())
    }

    /// Writes the fields after those the format knows, by key.
    pub(crate) fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut sorted: Vec<_> = self.0.iter().collect();
        sort::all(&mut sorted);
        for (key, raw) in sorted {
            let raw = RawValue::from_string(compact(raw)).map_err(serde::ser::Error::custom)?;
            map.serialize_entry(key, &raw)?;
        }
        Ok(())
    }
}

/// A field while its item is being read: not seen, seen but not usable, or read.
pub(crate) type Slot<T> = Option<Option<T>>;

/// Reads the value of `key` into its slot; a second one is a fault.
#[inline(never)]
pub(crate) fn fill<'a, T: Value<'a>>(reader: &mut Reader<'a>, key: &str, slot: &mut Slot<T>) -> Result<(), Syntax> {
    if slot.is_some() {
        reader.note_repeated(key);
        reader.skip()?;
        *slot = Some(None);
    } else {
        *slot = Some(T::read(reader)?);
    }
    Ok(())
}

/// The field's value once the whole item is read.
#[inline(never)]
pub(crate) fn finish<'a, T: Value<'a>>(
    reader: &mut Reader<'a>,
    offset: usize,
    key: &'static str,
    slot: Slot<T>,
) -> Option<T> {
    match slot {
        Some(read) => read,
        None => T::absent().or_else(|| {
            reader.note(offset, Kind::Missing { field: key.into() });
            None
        }),
    }
}

/// Writes one field unless it is absent.
#[inline(never)]
pub(crate) fn entry<'a, T: Value<'a> + Serialize, M: SerializeMap>(
    map: &mut M,
    key: &'static str,
    value: &T,
) -> Result<(), M::Error> {
    if value.is_absent() { Ok(()) } else { map.serialize_entry(key, value) }
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
            /// Where it stood in the file.
            #[cfg_attr(test, schemars(skip))]
            pub origin: $crate::organisation::record::Origin,
            /// Fields the format does not know.
            #[cfg_attr(test, schemars(skip))]
            pub unknown: $crate::organisation::record::Unknown<'a>,
        }

        impl<'a> $crate::organisation::record::Value<'a> for $name<'a> {
            // A browser runs a loop to its end in the code it began with, which for the first file is its slow
            // one; a call for each item lets the fast code take over between two of them.
            #[inline(never)]
            fn read(
                reader: &mut $crate::organisation::json::Reader<'a>,
            ) -> $crate::organisation::json::Read<Self> {
                use $crate::organisation::record::{Origin, Slot, Unknown, fill, finish};
                let offset = reader.offset();
                if reader.peek()? != $crate::organisation::problem::Found::Object {
                    return reader.refuse($crate::organisation::problem::Expected::Object);
                }
                $( let mut $field: Slot<$type> = None; )*
                let mut unknown = Unknown::default();
                reader.object(|reader, key| match &*key {
                    $( record!(@key $field $($key)?) => {
                        fill(reader, record!(@key $field $($key)?), &mut $field)
                    } )*
                    _ => unknown.keep(reader, key),
                })?;
                $( let $field = finish(reader, offset, record!(@key $field $($key)?), $field); )*
                let ($(Some($field),)*) = ($($field,)*) else { return Ok(None) };
                let origin = Origin { offset: u32::try_from(offset).unwrap_or(u32::MAX), index: 0 };
                Ok(Some(Self { $($field,)* origin, unknown }))
            }
        }

        impl serde::Serialize for $name<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $( $crate::organisation::record::entry(&mut map, record!(@key $field $($key)?), &self.$field)?; )*
                self.unknown.write(&mut map)?;
                map.end()
            }
        }
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

            /// The word as the format writes it.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The word's meaning, where it is one.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl<'a> $crate::organisation::record::Value<'a> for $name {
            #[inline(never)]
            fn read(
                reader: &mut $crate::organisation::json::Reader<'a>,
            ) -> $crate::organisation::json::Read<Self> {
                $crate::organisation::value::parse_text(
                    reader,
                    Self::from_word,
                    || $crate::organisation::problem::Expected::OneOf(vec![$($word.into()),*]),
                )
            }
        }
    };
}

pub(crate) use {record, words};
