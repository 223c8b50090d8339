//! What was opened.

use serde::{Deserialize, Serialize};

use super::unit::UnitRef;
use crate::engine::OpenedText;
use crate::engine::look::ViewContext;
use crate::organisation::extract::{can_be_answered, part};
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Label, Text, day, visible};
use crate::organisation::{ListName, Organisation};
use crate::verdict::{File, rules_sha256};

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
    /// Id of the department, the company or the external party whose part the file is, where it is an extract for one.
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

impl Summary {
    pub(in crate::engine) fn new(source: &OpenedText, file: &File<'_>, look: ViewContext<'_>) -> Self {
        let organisation = look.organisation;
        let owns =
            |unit: &u32| matches!(organisation.units[*unit as usize].kind, UnitKind::Department | UnitKind::Company);
        let mut departments: Vec<_> =
            look.index.tree.iter().copied().filter(owns).map(|unit| UnitRef::new(look, unit)).collect();
        sort::by_cached_key(&mut departments, UnitRef::order);
        let set_aside = organisation.counts().iter().map(|(_, _, set_aside)| set_aside).sum();
        Self {
            file: visible(&source.name),
            bytes: source.text.len() as u64,
            rules_sha256: rules_sha256(organisation),
            name: organisation.name.as_ref().map(Text::label).unwrap_or_default(),
            notice: organisation.notice.as_ref().map(Text::label),
            can_be_answered: organisation.extract.as_ref().is_some_and(|made| can_be_answered(&made.0)),
            part: organisation
                .extract
                .as_ref()
                .and_then(|made| part(&made.0))
                .filter(|id| look.index.unit(id).is_some()),
            as_of: organisation.as_of,
            lists: ListCount::all(organisation),
            departments,
            problems: saturating(file.problems.count),
            set_aside: saturating(set_aside),
        }
    }
}

impl ListCount {
    /// The items of each list.
    pub(in crate::engine) fn all(organisation: &Organisation<'_>) -> Vec<Self> {
        let count = |(list, used, set_aside): (ListName, usize, usize)| Self {
            list,
            used: saturating(used),
            set_aside: saturating(set_aside),
        };
        organisation.counts().into_iter().map(count).collect()
    }
}
