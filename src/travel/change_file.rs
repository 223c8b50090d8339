//! What a change file holds.

use serde::{Deserialize, Serialize};

use super::fields::{ChangedFields, RawFields};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Language, Text, day};
use crate::organisation::write::compact;
use crate::organisation::{ListName, Organisation};

/// What someone changed in a file they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeFile {
    /// Who made it, as they call themselves.
    pub by: Option<String>,
    /// What it is called and when it is meant to be brought in, where it is a plan.
    pub plan: Option<PlanLabel>,
    /// The file it began from.
    pub from: ChangeOrigin,
    /// Fields of the file itself that are changed.
    pub heads: ChangedFields,
    /// Items that are changed.
    pub changed: Vec<ChangedItem>,
    /// Items that are new.
    pub added: Vec<CountedItem>,
    /// Items that are gone.
    pub deleted: Vec<CountedItem>,
    /// Lists whose items are in another order.
    pub order: Vec<ChangedOrder>,
}

/// What a plan is called, and when it is meant to be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLabel {
    /// The name of the plan.
    pub name: String,
    /// The day on which the plan is meant to be brought in.
    #[serde(with = "day")]
    pub on: Date,
}

/// The file that a change file began from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeOrigin {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What the municipality is called in it, in any language.
    pub names: Vec<String>,
    /// The units that are the municipality: the id of each, and what it is called.
    pub units: Vec<(String, Vec<String>)>,
    /// What the file says of itself where it is an extract: the object, as JSON.
    pub extract: Option<String>,
}

/// An item of which some fields are changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedItem {
    /// The list it is in.
    pub list: ListName,
    /// The id of the item, or the line it was where items of its list have none.
    pub key: String,
    /// Where items of the list have no ids, how many of the same subject the old file had: posts of one role at one unit.
    pub among: u32,
    /// The fields that are changed.
    pub fields: ChangedFields,
}

/// An item that is new or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedItem {
    /// The list it is in.
    pub list: ListName,
    /// The canonical line of the item.
    pub line: String,
    /// The id of the item, where it has one.
    pub id: Option<String>,
    /// Whether the item is used; one that is not is kept as it is written.
    pub is_used: bool,
    /// How many such lines the old file had, and how many the new one has.
    pub count: (u32, u32),
    /// Where items of the list have no ids, how many of the same subject the old file had.
    pub among: u32,
    /// Whether another list of the new file, to which the same fields may refer, has an item of this id as well.
    pub is_shared: bool,
}

/// A list whose items are in another order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedOrder {
    /// The list whose order is changed.
    pub list: ListName,
    /// The ids of its items as they were.
    pub before: Vec<String>,
    /// The ids of its items as they are to be.
    pub after: Vec<String>,
}

impl ChangeFile {
    /// Whether the change file changes nothing.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
            && self.changed.is_empty()
            && self.added.is_empty()
            && self.deleted.is_empty()
            && self.order.is_empty()
    }
}

impl ChangeOrigin {
    /// What the municipality is called, by the file itself and by the unit.
    pub fn called(&self) -> Vec<&str> {
        let units = self.units.iter().flat_map(|(_, names)| names);
        self.names.iter().chain(units).map(String::as_str).collect()
    }

    /// What a change file says of the file it began from.
    pub fn of(organisation: &Organisation<'_>, sha256: &str) -> Self {
        Self {
            sha256: sha256.to_owned(),
            names: organisation.name.as_ref().map(said).unwrap_or_default(),
            units: organisation
                .units
                .iter()
                .filter(|unit| unit.kind == UnitKind::Municipality)
                .map(|unit| (unit.id.to_string(), said(&unit.name)))
                .collect(),
            extract: organisation.extract.as_ref().map(|made| compact(&made.0)),
        }
    }
}

/// A text in each language, once each.
fn said(text: &Text<'_>) -> Vec<String> {
    let mut said = [Language::Swedish, Language::English].map(|language| text.say(language).to_owned()).to_vec();
    said.dedup();
    said.retain(|name| !name.is_empty());
    said
}

/// The other list to which the same fields may refer, where there is one.
pub(super) fn sibling(list: ListName) -> Option<ListName> {
    Some(match list {
        ListName::Units => ListName::People,
        ListName::People => ListName::Units,
        ListName::Dependencies => ListName::Functions,
        ListName::Functions => ListName::Dependencies,
        _ => return None,
    })
}

/// The fields of a line that the program has written itself.
pub(super) fn fields_of(line: &str) -> RawFields {
    RawFields::parse(line).unwrap_or_default()
}
