//! Measures: what is done against risks, by whom and when, what it costs and what it is expected to give.

mod due;
mod weighed;

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::matrix::name;
use super::risk::{owner, owner_person};
use crate::coverage::part::Part;
use crate::engine::lens::{Lens, MeasureFilter, Window};
use crate::engine::look::ViewContext;
use crate::organisation::number::saturating;
use crate::organisation::refer::{Ref, Risks};
use crate::organisation::risk::{Effect, Measure, MeasureStatus};
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Text, day, sort_key};
use crate::risk::position::{is_done, is_late};

pub use self::due::{DueSpan, DueTime};
pub use self::weighed::{MoveView, Weighed, WeighedRow};

/// The measures: counted, listed and weighed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MeasurePage {
    /// How many there are in the part looked at.
    pub all: u32,
    /// How many of those are neither done nor given up.
    pub remaining: u32,
    /// How many of these should have been done before the day.
    pub overdue: u32,
    /// The measure that is due next, from the day on.
    pub next: Option<MeasureRow>,
    /// The cost of the measures that remain together, in SEK.
    pub cost: f64,
    /// How many of those that remain do not say what they cost.
    pub uncosted: u32,
    /// The measures that remain, by when they are to be done, the late first.
    pub spans: Vec<DueSpan>,
    /// The people and units who answer for measures, by name.
    pub owners: Vec<NamedRow>,
    /// Measures that fit the filter.
    pub total: u32,
    /// The measures in the window: overdue first, then by day, then those without one, then done, then given up.
    pub rows: Vec<MeasureRow>,
    /// What the measures that remain would move out of the top classes.
    pub weighed: Weighed,
}

/// Something by its id and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedRow {
    /// The id of the item.
    pub id: String,
    /// The name of the item.
    pub name: Label,
}

/// A measure in a list, with how far it has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureRow {
    /// The id of the measure.
    pub id: String,
    /// What the measure does, as its title.
    pub title: Label,
    /// Name of the person or unit who answers for it.
    pub owner: Option<Label>,
    /// The id of that owner, where it is a person.
    pub owner_person: Option<String>,
    /// The last day by which it must be done.
    #[serde(with = "day::option")]
    pub due: Option<Date>,
    /// How far the measure has come.
    pub status: Option<MeasureStatus>,
    /// The day it was done.
    #[serde(with = "day::option")]
    pub done: Option<Date>,
    /// How the measure stands on the day.
    pub stands: MeasureStands,
    /// What the measure costs, in SEK.
    pub cost: Option<f64>,
    /// The risks it acts on.
    pub risks: Vec<NamedRow>,
    /// The effect that the measure is expected to have.
    pub effect: EffectOfMeasure,
}

/// How a measure stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MeasureStands {
    /// The measure should have been done.
    Overdue,
    /// The measure is still to be done, in time or without a day.
    Remaining,
    /// The measure is done.
    Done,
    /// The measure is given up.
    Cancelled,
}

/// Steps that a measure moves the risks it acts on; lowest and highest where it is a range.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EffectOfMeasure {
    /// Steps of likelihood.
    pub likelihood: Option<i32>,
    /// Steps of consequence, by the name of the dimension.
    pub consequence: Vec<(Label, i32, i32)>,
    /// The effect in the words of the file.
    pub note: Option<Label>,
}

impl MeasureStands {
    pub(super) fn of(measure: &Measure<'_>, on: Date) -> Self {
        match measure.status {
            Some(MeasureStatus::Cancelled) => Self::Cancelled,
            _ if is_done(measure, on) => Self::Done,
            _ if is_late(measure, on) => Self::Overdue,
            _ => Self::Remaining,
        }
    }

    /// Whether the measure is still to be done.
    pub const fn remains(self) -> bool {
        matches!(self, Self::Overdue | Self::Remaining)
    }
}

impl MeasureRow {
    pub(super) fn new(look: ViewContext<'_>, measure: &Measure<'_>, on: Date) -> Self {
        let risk = |id: &Ref<'_, Risks>| {
            let item = &look.organisation.risks[look.index.risk(id)? as usize];
            Some(NamedRow { id: id.to_string(), name: item.title.label() })
        };
        Self {
            id: measure.id.to_string(),
            title: measure.title.label(),
            owner: measure.owner.as_ref().map(|id| owner(look, id)),
            owner_person: measure.owner.as_ref().and_then(|id| owner_person(look, id)),
            due: measure.due,
            status: measure.status,
            done: measure.done,
            stands: MeasureStands::of(measure, on),
            cost: measure.cost,
            risks: measure.risks.iter().filter_map(risk).collect(),
            effect: measure.effect.as_ref().map(|effect| EffectOfMeasure::new(look, effect)).unwrap_or_default(),
        }
    }

    /// The measures that act on a risk.
    pub(super) fn against(look: ViewContext<'_>, risk: &str, on: Date) -> Vec<Self> {
        let acting = look.organisation.measures.iter().filter(|measure| measure.risks.iter().any(|id| *id == risk));
        listed(acting.collect(), on).into_iter().map(|measure| Self::new(look, measure, on)).collect()
    }
}

/// Measures in the order they are listed.
fn listed<'m, 'o>(mut measures: Vec<&'m Measure<'o>>, on: Date) -> Vec<&'m Measure<'o>> {
    let key = |measure: &Measure<'_>| {
        let stands = MeasureStands::of(measure, on);
        // What is done last comes first among what is done.
        let done = Reverse(measure.done.filter(|_| stands == MeasureStands::Done));
        (stands, done, measure.due.is_none(), measure.due)
    };
    sort::by(&mut measures, |a, b| key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id)));
    measures
}

impl EffectOfMeasure {
    fn new(look: ViewContext<'_>, effect: &Effect<'_>) -> Self {
        let called = |id: &str| {
            let scale = look.organisation.scales.iter().find(|scale| *scale.id == *id);
            scale.map_or_else(|| Label::plain(id), name)
        };
        let mut consequence: Vec<_> = effect.consequence.0.iter().map(|(id, steps)| (&**id, *steps)).collect();
        sort::by_key(&mut consequence, |(id, _)| *id);
        Self {
            likelihood: effect.likelihood,
            consequence: consequence.into_iter().map(|(id, steps)| (called(id), steps.low(), steps.high())).collect(),
            note: effect.note.as_ref().map(Text::label),
        }
    }
}

impl MeasurePage {
    pub(in crate::engine) fn new(look: ViewContext<'_>, lens: &Lens, filter: &MeasureFilter, window: Window) -> Self {
        let on = lens.on;
        let belongs = belonging(look, lens.within.as_deref(), on);
        let numbered: Vec<(&Measure<'_>, u32)> =
            look.organisation.measures.iter().zip(0..).filter(|(_, number)| belongs(*number)).collect();
        let all: Vec<&Measure<'_>> = numbered.iter().map(|(measure, _)| *measure).collect();
        let stands = |measure: &Measure<'_>| MeasureStands::of(measure, on);
        let remaining: Vec<_> = all.iter().copied().filter(|measure| stands(measure).remains()).collect();
        let coming = remaining.iter().copied().filter(|measure| measure.due.is_some_and(|due| due >= on));
        let next = coming.min_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
        let mut owners: Vec<NamedRow> = Vec::new();
        for id in all.iter().filter_map(|measure| measure.owner.as_ref()) {
            if owners.iter().all(|known| known.id != **id) {
                owners.push(NamedRow { id: id.to_string(), name: owner(look, id) });
            }
        }
        sort::by_cached_key(&mut owners, |row| (sort_key(&row.name.sv), row.id.clone()));
        let narrower = belonging(look, filter.unit.as_deref(), on);
        let fits = |(measure, number): &&(&Measure<'_>, u32)| {
            filter.owner.as_ref().is_none_or(|id| measure.owner.as_deref() == Some(id))
                && filter.status.is_none_or(|status| measure.status == Some(status))
                && (!filter.overdue || stands(measure) == MeasureStands::Overdue)
                && narrower(*number)
        };
        let fitting = listed(numbered.iter().filter(fits).map(|(measure, _)| *measure).collect(), on);
        Self {
            all: saturating(all.len()),
            remaining: saturating(remaining.len()),
            overdue: saturating(remaining.iter().filter(|measure| stands(measure) == MeasureStands::Overdue).count()),
            next: next.map(|measure| MeasureRow::new(look, measure, on)),
            cost: remaining.iter().filter_map(|measure| measure.cost).sum(),
            uncosted: saturating(remaining.iter().filter(|measure| measure.cost.is_none()).count()),
            spans: due::spans(&remaining, on),
            owners,
            total: saturating(fitting.len()),
            rows: window.of(&fitting).iter().map(|measure| MeasureRow::new(look, measure, on)).collect(),
            weighed: Weighed::new(look, &remaining, on),
        }
    }
}

/// Whether a measure belongs to a unit's part of the organisation. All do where no unit is given, and none where no unit has
/// the id.
fn belonging<'l>(look: ViewContext<'l>, unit: Option<&str>, on: Date) -> impl Fn(u32) -> bool + use<'l> {
    let unit = unit.map(|id| look.index.unit(id));
    let part = unit.flatten().map(|unit| Part::new(look.organisation, look.index, unit, on));
    move |measure| match unit {
        None => true,
        Some(_) => part.as_ref().is_some_and(|part| part.has_measure(measure)),
    }
}

#[cfg(test)]
mod tests;
