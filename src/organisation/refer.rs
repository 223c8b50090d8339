//! References: that one item names another by its id, and which list that one is in.
//!
//! A field says it by its type, `Option<Ref<'a, People>>`, and nowhere else is it written down. Everything that has to
//! know asks the tables of fields: the check that a reference leads somewhere, the names that stand for ids, what a
//! form offers, and what else speaks of an item that is to go.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use super::ListName;
use super::codec::Value;
use super::escape::write_text;
use super::json::{JsonReader, Read};
use super::plain::Str;
use super::walk::{Referred, Walk};

pub use super::marker::{Matrices, People, Risks, Roles, Scales, Trainings, Units};

/// The id of an item in a list that `L` names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref<'a, L>(pub Str<'a>, PhantomData<L>);

/// What a reference can be to.
pub trait Referable {
    /// The lists that the reference can be to.
    const TO: Referred;
}

/// Whoever can answer for something: a unit or a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owners {}

/// Whatever a function can need: a dependency or another function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Needable {}

/// Who delivers something: a unit, or anyone in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suppliers {}

impl Referable for Owners {
    const TO: Referred = Referred { lists: &[ListName::Units, ListName::People], is_checked: true };
}

impl Referable for Needable {
    const TO: Referred = Referred { lists: &[ListName::Dependencies, ListName::Functions], is_checked: true };
}

impl Referable for Suppliers {
    const TO: Referred = Referred { lists: &[ListName::Units], is_checked: false };
}

impl<'a, L> From<Str<'a>> for Ref<'a, L> {
    fn from(id: Str<'a>) -> Self {
        Self(id, PhantomData)
    }
}

impl<L> From<String> for Ref<'_, L> {
    fn from(id: String) -> Self {
        Self(id.into(), PhantomData)
    }
}

impl<L> Ref<'_, L> {
    /// A copy that borrows nothing from the file.
    pub fn into_owned(self) -> Ref<'static, L> {
        Str::Owned(self.0.into_owned()).into()
    }
}

impl<L> Deref for Ref<'_, L> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<L> PartialEq<str> for Ref<'_, L> {
    fn eq(&self, id: &str) -> bool {
        *self.0 == *id
    }
}

impl<L> PartialEq<&str> for Ref<'_, L> {
    fn eq(&self, id: &&str) -> bool {
        *self.0 == **id
    }
}

impl<L> fmt::Display for Ref<'_, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'a, L: Referable> Value<'a> for Ref<'a, L> {
    fn blank() -> Self {
        Str::blank().into()
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        self.0.read(reader)
    }

    fn write(&self, out: &mut String) {
        write_text(self, out);
    }

    fn may_refer() -> bool {
        true
    }

    fn each_ref(&self, walk: &mut Walk<'_>) {
        walk.meet(self, L::TO);
    }

    fn referred(way: &[&str]) -> Option<Referred> {
        way.is_empty().then_some(L::TO)
    }
}

#[cfg(test)]
impl<L> schemars::JsonSchema for Ref<'_, L> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ref".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
