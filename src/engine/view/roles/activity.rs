//! Duties carried out.

use serde::{Deserialize, Serialize};

use super::super::unit::{PersonView, UnitRef};
use crate::engine::look::ViewContext;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Text, day};
use crate::organisation::work::{Activity, ActivityKind};
use crate::organisation::write::json;

/// A duty carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// The canonical line of the activity, which is all it is called by.
    pub key: String,
    /// What kind of duty.
    pub kind: ActivityKind,
    /// The day it was carried out.
    #[serde(with = "day")]
    pub date: Date,
    /// The unit it was carried out for.
    pub unit: Option<UnitRef>,
    /// The people of the file who took part.
    pub who: Vec<PersonView>,
    /// What was done, in words of the file.
    pub note: Option<Label>,
}

impl ActivityRow {
    fn new(look: ViewContext<'_>, item: &Activity<'_>) -> Self {
        let unit = item.unit.as_ref().and_then(|id| look.index.unit(id));
        let person = |id| look.index.person(id).and_then(|person| PersonView::new(look, person));
        Self {
            key: json(item),
            kind: item.kind,
            date: item.date,
            unit: unit.map(|unit| UnitRef::new(look, unit)),
            who: item.who.iter().filter_map(|id| person(id)).collect(),
            note: item.note.as_ref().map(Text::label),
        }
    }

    /// Some activities, the latest first, so many at most.
    pub(super) fn latest(look: ViewContext<'_>, mut items: Vec<&Activity<'_>>, most: usize) -> Vec<Self> {
        sort::by(&mut items, |a, b| b.date.cmp(&a.date).then_with(|| json(*a).cmp(&json(*b))));
        items.into_iter().take(most).map(|item| Self::new(look, item)).collect()
    }
}
