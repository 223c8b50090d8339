//! A change file as it is written, record by record: the schema is made of these.

use super::values::{AnyJson, FieldsJson, KeyJson, ListWord};
use crate::organisation::record::{record, words};
use crate::organisation::value::{Date, Str};

words! {
    /// What tells a change file from other files of the product.
    pub enum TravelKind {
        /// A change file.
        Changes = "changes",
    }
}

record! {
    /// What someone changed in a file they were given.
    pub struct WrittenChanges<'a> {
        /// Where the schema of change files is served, for editors.
        pub schema as "$schema": Option<Str<'a>>,
        /// The mark of a change file.
        pub ombud: TravelKind,
        /// The version of its form: 1.
        pub version: u32,
        /// Who made it, as they call themselves.
        pub by: Option<Str<'a>>,
        /// What it is called and when it is meant to be brought in, where it is a plan.
        pub plan: Option<WrittenPlan<'a>>,
        /// The file it began from.
        pub from: WrittenSource<'a>,
        /// Fields of the file itself that are changed.
        pub file: Option<WrittenFields<'a>>,
        /// Items that are changed.
        pub changed: Vec<WrittenItem<'a>>,
        /// Items that are new.
        pub added: Vec<WrittenLine<'a>>,
        /// Items that are gone.
        pub deleted: Vec<WrittenLine<'a>>,
        /// Lists whose items are in another order.
        pub order: Vec<WrittenOrder<'a>>,
    }
}

record! {
    /// What makes a change file a plan.
    pub struct WrittenPlan<'a> {
        /// What the plan is called.
        pub name: Str<'a>,
        /// The day on which it is meant to be brought in.
        pub on: Date,
    }
}

record! {
    /// The file that a change file began from.
    pub struct WrittenSource<'a> {
        /// The SHA-256 of its bytes, in hexadecimal.
        pub sha256: Str<'a>,
        /// What the municipality is called in it, in any language.
        pub names: Vec<Str<'a>>,
        /// The units that are the municipality.
        pub units: Vec<WrittenUnit<'a>>,
        /// What the file says of itself where it is an extract.
        pub extract: Option<FieldsJson<'a>>,
    }
}

record! {
    /// A unit that is the municipality.
    pub struct WrittenUnit<'a> {
        /// The id of the unit.
        pub id: Str<'a>,
        /// The names of the municipality, in any language.
        pub names: Vec<Str<'a>>,
    }
}

record! {
    /// Fields as they were and as they are to be. One that stands on one side alone is new, or gone.
    pub struct WrittenFields<'a> {
        /// The fields as they were.
        pub before: FieldsJson<'a>,
        /// The fields as they are to be.
        pub after: FieldsJson<'a>,
    }
}

record! {
    /// An item of which some fields are changed.
    pub struct WrittenItem<'a> {
        /// The list it is in.
        pub list: ListWord,
        /// The id or line of the item.
        pub key: KeyJson<'a>,
        /// How many items of the same subject the old file had, where items of the list have no ids; absent for 1.
        pub among: Option<u32>,
        /// The fields that differ, as they were.
        pub before: FieldsJson<'a>,
        /// The fields that differ, as they are to be.
        pub after: FieldsJson<'a>,
    }
}

record! {
    /// An item that is new or gone.
    pub struct WrittenLine<'a> {
        /// The list it is in.
        pub list: ListWord,
        /// The item as JSON.
        pub item: AnyJson<'a>,
        /// Whether it is kept as it is written, since it cannot be used; absent for no.
        pub set_aside: Option<bool>,
        /// How many such items the old file had; absent for none of a new item, and one of an item that is gone.
        pub before: Option<u32>,
        /// How many such items the new file has; absent for one of a new item, and none of an item that is gone.
        pub after: Option<u32>,
        /// How many items of the same subject the old file had, where items of the list have no ids; absent for 1.
        pub among: Option<u32>,
        /// Whether the list of units or people, dependencies or functions that it is not in has an item of its id as
        /// well; absent for no.
        pub shared: Option<bool>,
    }
}

record! {
    /// A list whose items are in another order.
    pub struct WrittenOrder<'a> {
        /// The list whose order is changed.
        pub list: ListWord,
        /// The ids of its items as they were.
        pub before: Vec<Str<'a>>,
        /// The ids of its items as they are to be.
        pub after: Vec<Str<'a>>,
    }
}
