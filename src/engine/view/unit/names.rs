//! Units and people as every view names them.

use serde::{Deserialize, Serialize};

use crate::engine::look::ViewContext;
use crate::organisation::refer::{People, Ref};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, is_blank, sort_key, visible};
use crate::organisation::{Index, Organisation};

/// A unit by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRef {
    /// The id of the unit.
    pub id: String,
    /// The name of the unit.
    pub name: Label,
    /// What kind of unit it is.
    pub kind: UnitKind,
}

impl UnitRef {
    pub(in crate::engine) fn new(look: ViewContext<'_>, unit: u32) -> Self {
        Self::of(look.organisation, look.index, unit)
    }

    /// The unit with a number of a file.
    pub(in crate::engine) fn of(organisation: &Organisation<'_>, index: &Index, unit: u32) -> Self {
        if let Some(item) = organisation.units.get(unit as usize) {
            Self { id: item.id.to_string(), name: item.name.label(), kind: item.kind }
        } else {
            let id = index.unit_id(unit).to_owned();
            Self { name: Label::plain(id.clone()), id, kind: UnitKind::Party }
        }
    }

    /// What lists of units are sorted by: kind, then name.
    pub(in crate::engine) fn order(&self) -> (u8, String) {
        let kind = match self.kind {
            UnitKind::Municipality => 0,
            UnitKind::SecurityUnit => 1,
            UnitKind::Department => 2,
            UnitKind::Company => 3,
            UnitKind::Group => 4,
            UnitKind::Party => 5,
            UnitKind::Workplace => 6,
        };
        (kind, sort_key(&self.name.sv))
    }
}

/// A person and how to reach them at work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// The id of the person.
    pub id: String,
    /// The name of the person; the id where the file has no such person.
    pub name: String,
    /// The e-mail address of the person at work.
    pub email: Option<String>,
    /// The telephone number of the person at work.
    pub phone: Option<String>,
    /// Whether the name says that nobody is meant.
    pub is_nobody: bool,
}

impl PersonView {
    /// The person with this number, or none for a number that stands for no id.
    pub(in crate::engine) fn new(look: ViewContext<'_>, person: u32) -> Option<Self> {
        let item = look.organisation.people.get(person as usize)?;
        Some(Self {
            id: item.id.to_string(),
            name: visible(if is_blank(&item.name) { &item.id } else { &item.name }),
            email: item.email.as_ref().map(|text| visible(text)),
            phone: item.phone.as_ref().map(|text| visible(text)),
            is_nobody: look.index.is_nobody(person),
        })
    }

    /// The person with this id; where the file has no such person, the id is all there is.
    pub(super) fn by_id(look: ViewContext<'_>, id: Option<&Ref<'_, People>>) -> Option<Self> {
        let id = id?;
        let person = look.index.person(id).and_then(|person| Self::new(look, person));
        Some(person.unwrap_or_else(|| Self { id: id.to_string(), name: id.to_string(), ..Self::default() }))
    }
}
