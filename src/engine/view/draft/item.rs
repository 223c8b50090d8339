//! One item for a form, and what items are called.

use serde::{Deserialize, Serialize};

use crate::draft::patch::PatchField;
use crate::draft::removal::referring;
use crate::draft::{FieldValue, Patch, flat};
use crate::engine::look::ViewContext;
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language, Text};
use crate::organisation::{ListName, Organisation};

/// A text in both languages.
fn both<'t>(text: &'t Text<'_>) -> [&'t str; 2] {
    [text.say(Language::Swedish), text.say(Language::English)]
}

/// An item with the fields it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    /// The list of the format that the item is in.
    pub list: ListName,
    /// The id of the item, or its canonical line.
    pub key: String,
    /// The fields of the item.
    pub fields: Vec<PatchField>,
    /// How many items refer to it, by list; none where it may go without further questions.
    pub referred_by: Vec<(ListName, u32)>,
}

impl ItemView {
    pub(in crate::engine) fn new(look: ViewContext<'_>, list: ListName, key: &str) -> Option<Self> {
        let line = crate::draft::line(look.organisation, look.index, list, key)?;
        let fields = flat(&line).into_iter().collect();
        Some(Self { list, key: key.to_owned(), fields, referred_by: referred_by(look, list, key) })
    }

    /// The value of a field; `Nothing` where it is left out.
    pub fn value(&self, field: &str) -> FieldValue {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The wish that gives it other values.
    pub fn patch(&self, fields: Vec<PatchField>) -> Patch {
        Patch::Set { list: self.list, key: self.key.clone(), fields }
    }
}

/// How many items of each list refer to one.
fn referred_by(look: ViewContext<'_>, list: ListName, key: &str) -> Vec<(ListName, u32)> {
    let found = referring(look.organisation, look.index, list, key);
    let mut items: Vec<_> = found.into_iter().map(|found| (found.list, found.place)).collect();
    // They come list by list and place by place.
    items.dedup();
    items.chunk_by(|a, b| a.0 == b.0).map(|chunk| (chunk[0].0, saturating(chunk.len()))).collect()
}

/// Whether an item is marked secret or for nobody.
pub(super) fn is_secret(organisation: &Organisation<'_>, list: ListName, place: u32) -> bool {
    let place = place as usize;
    let marking = match list {
        ListName::Units => &organisation.units[place].marking,
        ListName::People => &organisation.people[place].marking,
        ListName::Risks => &organisation.risks[place].marking,
        ListName::Measures => &organisation.measures[place].marking,
        ListName::Documents => &organisation.documents[place].marking,
        ListName::Roles => &organisation.roles[place].marking,
        _ => return false,
    };
    marking.is_secret()
}

/// What an item is called; nothing where items of its list have no names, or it has none.
pub(super) fn called(organisation: &Organisation<'_>, list: ListName, place: u32) -> Option<Label> {
    let place = place as usize;
    Some(match list {
        ListName::Units => organisation.units[place].name.label(),
        ListName::People => Label::plain(&*organisation.people[place].name),
        ListName::Roles => organisation.roles[place].name.label(),
        ListName::Rules => organisation.rules[place].text.as_ref()?.label(),
        ListName::Trainings => organisation.trainings[place].name.label(),
        ListName::Documents => organisation.documents[place].title.label(),
        ListName::Questions => organisation.questions[place].about.label(),
        ListName::Scales => organisation.scales[place].name.as_ref()?.label(),
        ListName::Matrices => organisation.matrices[place].name.as_ref()?.label(),
        ListName::Risks => organisation.risks[place].title.label(),
        ListName::Measures => organisation.measures[place].title.label(),
        ListName::Functions => organisation.functions[place].name.label(),
        ListName::Dependencies => organisation.dependencies[place].name.label(),
        ListName::Editions => organisation.editions[place].name.label(),
        ListName::Rounds => organisation.rounds[place].name.label(),
        ListName::Assignments
        | ListName::Completions
        | ListName::Activities
        | ListName::Profiles
        | ListName::Exceptions
        | ListName::History => return None,
    })
}

/// The id of an item and what it is found by.
pub(super) fn named<'o>(
    organisation: &'o Organisation<'_>,
    list: ListName,
    place: usize,
) -> Option<(&'o str, [&'o str; 2])> {
    Some(match list {
        ListName::Units => (&organisation.units[place].id, both(&organisation.units[place].name)),
        ListName::People => {
            let person = &organisation.people[place];
            (&person.id, [&person.name, person.email.as_deref().unwrap_or_default()])
        }
        ListName::Roles => (&organisation.roles[place].id, both(&organisation.roles[place].name)),
        ListName::Risks => (&organisation.risks[place].id, both(&organisation.risks[place].title)),
        ListName::Trainings => (&organisation.trainings[place].id, both(&organisation.trainings[place].name)),
        ListName::Functions => (&organisation.functions[place].id, both(&organisation.functions[place].name)),
        ListName::Dependencies => (&organisation.dependencies[place].id, both(&organisation.dependencies[place].name)),
        _ => return None,
    })
}
