//! What was opened.

use serde::{Deserialize, Serialize};

use super::unit::UnitRef;
use crate::organisation::ListName;
use crate::organisation::value::{Date, Label, day};

/// The open file in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// What the file is called.
    pub file: String,
    /// The size of the file in bytes.
    pub bytes: u64,
    /// The SHA-256 of the rules in force.
    pub rules_sha256: String,
    /// What the municipality is called; empty when the file does not say.
    pub name: Label,
    /// A text the file wants shown, such as that its people are invented.
    pub notice: Option<Label>,
    /// Whether the file is an extract that whoever opens it can answer.
    pub can_be_answered: bool,
    /// Id of the department or company whose part the file is, where it is an extract for one.
    pub part: Option<String>,
    /// The day the file speaks of.
    #[serde(with = "day::option")]
    pub as_of: Option<Date>,
    /// Items of each list, used and set aside.
    pub lists: Vec<ListCount>,
    /// Departments and companies, by name.
    pub departments: Vec<UnitRef>,
    /// Problems in all.
    pub problems: u32,
    /// Items set aside, in all lists.
    pub set_aside: u32,
}

/// How many items a list has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListCount {
    /// The list of the format.
    pub list: ListName,
    /// Items of the list that are used.
    pub used: u32,
    /// Items of the list that are set aside.
    pub set_aside: u32,
}
