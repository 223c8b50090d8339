//! From where one looks, and what narrows a list: filters, and the part of it that is shown.

use serde::{Deserialize, Serialize};

use crate::coverage::State;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Severity;
use crate::organisation::value::{Date, day};
use crate::risk::Unplaced;

/// The day on which the organisation is looked at, and whether all of it or one part is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lens {
    /// The day that is looked at.
    #[serde(with = "day")]
    pub on: Date,
    /// Id of a unit: only what concerns it and the units below it. Absent, or an id that no unit has, for all.
    pub within: Option<String>,
}

impl Lens {
    /// The whole organisation on a day.
    pub const fn whole(on: Date) -> Self {
        Self { on, within: None }
    }
}

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Rows before the window.
    pub from: u32,
    /// Rows in it, at most.
    pub count: u32,
}

impl Window {
    /// The part of a list that it shows.
    pub fn of<T>(self, list: &[T]) -> &[T] {
        let from = (self.from as usize).min(list.len());
        &list[from..from.saturating_add(self.count as usize).min(list.len())]
    }
}

/// Which findings; every field given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingFilter {
    /// Id of the rule.
    pub rule: Option<String>,
    /// How the subject stands.
    pub state: Option<State>,
    /// How much the rule asks.
    pub severity: Option<Severity>,
    /// Id of a unit: findings about it or a unit below it.
    pub unit: Option<String>,
}

/// Which workplaces; every field given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkplaceFilter {
    /// Only the one with this id.
    pub unit: Option<String>,
    /// How the workplace stands with its representatives.
    pub state: Option<State>,
    /// What its name, or the name of a representative, must hold, letters compared without case.
    pub find: String,
}

/// Which holders of roles that trainings are asked of; every field given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingFilter {
    /// Id of the training.
    pub training: Option<String>,
    /// How the holders stand with the training.
    pub state: Option<State>,
    /// Id of a unit: those who hold the role there or at a unit below it.
    pub unit: Option<String>,
}

/// Which risks; every field given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskFilter {
    /// The risks in one cell of the first matrix: likelihood and consequence, from 1.
    pub cell: Option<(u8, u8)>,
    /// The risks in one class: its id.
    pub class: Option<String>,
    /// The risks beside the matrix for one reason.
    pub beside: Option<Unplaced>,
    /// The risks of a unit or a unit below it: its id.
    pub unit: Option<String>,
    /// Risks of one kind of scenario: the id of a risk that names it. Its words would tell of the file in an address.
    pub scenario: Option<String>,
    /// The one dimension of consequence that the cells are by; the worst where none is given.
    pub dimension: Option<String>,
    /// What the titles of the risks must hold, letters compared without case.
    pub find: String,
}

/// Which loss: of what, and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LossFilter {
    /// Ids of dependencies and functions lost at once; of a dependency where both have it. Empty for that which most
    /// things need.
    pub lost: Vec<String>,
    /// How long, in hours.
    pub hours: u32,
}

impl LossFilter {
    /// The longest loss that is looked at, in hours: a year.
    pub const LONGEST: u32 = 8760;
}

impl Default for LossFilter {
    fn default() -> Self {
        Self { lost: Vec::new(), hours: 24 }
    }
}

/// Which measures; every field given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureFilter {
    /// Id of the person or unit that answers for the measures.
    pub owner: Option<String>,
    /// Id of a unit: those that someone there answers for, or that act on a risk there, or at a unit below it.
    pub unit: Option<String>,
    /// How far they have come.
    pub status: Option<MeasureStatus>,
    /// Only those that should have been done.
    pub overdue: bool,
}

/// What becomes of an item in an extract.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExtractOutcome {
    /// The item is left out.
    #[default]
    Stays,
    /// The item leaves in part.
    Shortened,
    /// The item leaves as it is.
    Leaves,
}

impl ExtractOutcome {
    /// All outcomes of items.
    pub const ALL: [Self; 3] = [Self::Stays, Self::Shortened, Self::Leaves];

    /// The word for the outcome in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stays => "stays",
            Self::Shortened => "shortened",
            Self::Leaves => "leaves",
        }
    }
}

/// Which extract, and which items of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareFilter {
    /// For whom: `public`, `internal`, `party:` or `department:` and an id; empty for the public.
    pub receiver: String,
    /// What became of the items.
    pub outcome: ExtractOutcome,
}

/// Which cells of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellFilter {
    /// All of them, in the order of the map.
    All,
    /// Cells that a rule is about and that are not simply met, the worst first.
    Amiss,
    /// The cells in one state.
    In(State),
}
