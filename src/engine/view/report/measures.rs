//! Measures: done, decided, needed.

use serde::{Deserialize, Serialize};

use super::super::risk::in_order;
use super::scene::ReportScene;
use super::{Missing, ReportLack};
use crate::organisation::record::words;
use crate::organisation::risk::{Measure, MeasureStatus};
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, day};
use crate::risk::Placement;
use crate::risk::position::{is_done, is_late};

words! {
    /// How far measures have come, as a report puts them together.
    pub enum MeasureStage {
        /// Proposed, or nobody has said.
        Needed = "needed",
        /// Decided or begun.
        Decided = "decided",
        /// Done by the day.
        Done = "done",
        /// Measures that will not be carried out.
        Cancelled = "cancelled",
    }
}

/// What a report says of measures against risks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasuresPart {
    /// The measures: by stage, then by the day they are due.
    pub rows: Vec<MeasureLine>,
    /// What the part lacks.
    pub lacks: Vec<ReportLack>,
    /// Risks of the worst class that any is in, against which nothing is done or planned.
    pub against_none: Vec<Label>,
}

/// A measure on a line of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureLine {
    /// What the measure does, as its title.
    pub title: Label,
    /// How far the measure has come, as the file says.
    pub status: Option<MeasureStatus>,
    /// How far the measure has come.
    pub stage: MeasureStage,
    /// Name of the person or unit that answers for the measure.
    pub owner: Option<Label>,
    /// The last day by which it must be done.
    #[serde(with = "day::option")]
    pub due: Option<Date>,
    /// Whether the last day has passed and the measure is not done.
    pub overdue: bool,
    /// The day it was done.
    #[serde(with = "day::option")]
    pub done: Option<Date>,
    /// What the measure costs, in SEK.
    pub cost: Option<f64>,
    /// The risks it acts on.
    pub risks: Vec<Label>,
}

impl MeasuresPart {
    pub(super) fn new(scene: ReportScene<'_>) -> Self {
        let organisation = scene.look.organisation;
        let measures = &organisation.measures;
        let mut items: Vec<&Measure<'_>> = measures.iter().collect();
        sort::by(&mut items, |a, b| {
            let key = |item: &Measure<'_>| (MeasureStage::of(item, scene.on), item.due.is_none(), item.due);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        let against_none = against_none(scene);
        let none = measures.is_empty().then(|| ReportLack::all(Missing::Measures));
        // What is given up needs neither.
        let alive: Vec<_> =
            items.iter().filter(|item| MeasureStage::of(item, scene.on) != MeasureStage::Cancelled).collect();
        let owner = ReportLack::among(Missing::MeasureOwner, &alive, |item| item.owner.is_none());
        let due = ReportLack::among(Missing::Due, &alive, |item| {
            item.due.is_none() && MeasureStage::of(item, scene.on) == MeasureStage::Decided
        });
        let status = ReportLack::among(Missing::Status, &alive, |item| item.status.is_none());
        let worst = ReportLack::some(Missing::AgainstWorst, against_none.len(), against_none.len());
        Self {
            rows: items.into_iter().map(|item| MeasureLine::new(scene, item)).collect(),
            lacks: [none, owner, due, status, worst].into_iter().flatten().collect(),
            against_none,
        }
    }
}

impl MeasureStage {
    /// Where a measure stands on a day.
    pub(super) fn of(measure: &Measure<'_>, on: Date) -> Self {
        match measure.status {
            None | Some(MeasureStatus::Proposed) => Self::Needed,
            Some(MeasureStatus::Cancelled) => Self::Cancelled,
            Some(_) if is_done(measure, on) => Self::Done,
            Some(_) => Self::Decided,
        }
    }
}

impl MeasureLine {
    fn new(scene: ReportScene<'_>, item: &Measure<'_>) -> Self {
        let stage = MeasureStage::of(item, scene.on);
        let title = |id: &str| {
            let risk = scene.look.index.risk(id)?;
            Some(scene.look.organisation.risks[risk as usize].title.label())
        };
        Self {
            title: item.title.label(),
            status: item.status,
            stage,
            owner: item.owner.as_deref().and_then(|id| scene.who(id)),
            due: item.due,
            overdue: is_late(item, scene.on),
            done: item.done.filter(|_| stage == MeasureStage::Done),
            cost: item.cost,
            risks: item.risks.iter().filter_map(|id| title(id)).collect(),
        }
    }
}

/// The risks of the worst class of the first matrix that any is in, against which no measure is done or planned.
fn against_none(scene: ReportScene<'_>) -> Vec<Label> {
    let look = scene.look;
    let class = |risk: u32| match look.register.placements[risk as usize] {
        Placement::Rated(rated) if rated.matrix == 0 => Some(rated.class),
        _ => None,
    };
    let risks = in_order(look);
    let Some(worst) = risks.iter().filter_map(|risk| class(*risk)).max().filter(|worst| *worst > 0) else {
        return Vec::new();
    };
    let is_met = |id: &str| {
        let mut acting = look.organisation.measures.iter().filter(|item| item.risks.iter().any(|risk| *risk == id));
        acting.any(|item| MeasureStage::of(item, scene.on) != MeasureStage::Cancelled)
    };
    let left = risks.into_iter().filter(|risk| class(*risk) == Some(worst));
    let items = left.map(|risk| &look.organisation.risks[risk as usize]);
    items.filter(|item| !is_met(&item.id)).map(|item| item.title.label()).collect()
}
