//! A risk in two analyses: what became of it, and what of its judgement is otherwise.

use serde::{Deserialize, Serialize};

use super::opened::OpenedEdition;
use crate::engine::view::matrix::{ClassView, LevelView, name};
use crate::engine::view::risk::RiskRow;
use crate::organisation::method::Scale;
use crate::organisation::risk::{Likelihood, Uncertainty};
use crate::organisation::value::{Label, Levels, visible};
use crate::risk::edition::{Compared, MethodDifference, MovedRisk, Revision, RiskChange, Way};
use crate::risk::position::MatrixPlace;
use crate::risk::{CheckedMatrix, Placement};

/// A risk in either of two analyses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparedRow {
    /// What became of the risk.
    pub fate: RiskFate,
    /// The risk as it was; absent where it is new.
    pub earlier: Option<RiskRow>,
    /// The risk as it is; absent where it is gone.
    pub later: Option<RiskRow>,
}

/// What became of a risk, in the order of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RiskFate {
    /// The risk is otherwise.
    Moved(Box<RejudgedView>),
    /// The risk is new.
    New,
    /// The risk is gone.
    Gone,
    /// The method is another: in what, and the name of the scale where it is about one.
    NotComparable(Vec<(MethodDifference, Option<Label>)>),
}

/// What of a risk is otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RejudgedView {
    /// Which way it went.
    pub way: Way,
    /// Each input that is another.
    pub inputs: Vec<InputView>,
    /// The class of the cell it stands in with what has been done, where that is another cell: before and now.
    pub current: Option<(Option<ClassView>, Option<ClassView>)>,
}

/// An input of the judgement that is another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InputView {
    /// The input that is another.
    pub of: InputOf,
    /// What the earlier edition states.
    pub from: Stated,
    /// What the later edition states.
    pub to: Stated,
}

/// Which input it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum InputOf {
    /// The likelihood of the risk.
    Likelihood,
    /// The consequence in the dimension of this name.
    Consequence(Label),
    /// The greatest uncertainty.
    Uncertainty,
    /// Whether someone means to do what the risk is.
    Antagonistic,
}

/// What is stated of an input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Stated {
    /// Nothing is stated of the input.
    Nothing,
    /// Lowest and highest level, equal where it is no range.
    Levels(Box<(LevelView, LevelView)>),
    /// A level outside its scale, or a range of such.
    Outside(i32, i32),
    /// That the input cannot be assessed.
    NotAssessable,
    /// How uncertain the judgement is.
    Uncertainty(Uncertainty),
    /// Yes or no.
    Yes(bool),
}

/// The order of the list: what became worse first; within that, the order of the register.
pub(super) fn order(it: &Compared, before: &OpenedEdition<'_>, after: &OpenedEdition<'_>) -> (u8, u32) {
    let kind = match &it.change {
        RiskChange::Moved(MovedRisk { way, .. }) => match way {
            Way::Worse => 0,
            Way::Into => 1,
            Way::Better => 3,
            Way::OutOf => 4,
            Way::Level => 6,
        },
        RiskChange::New => 2,
        RiskChange::Gone => 5,
        RiskChange::NotComparable(_) => 7,
        RiskChange::Unchanged => 8,
    };
    let rank = |of: &OpenedEdition<'_>, risk: u32| match of.file.register.placements[risk as usize] {
        Placement::Rated(rated) => rated.rank,
        Placement::Beside(_) => u32::MAX,
    };
    let later = it.later.map(|risk| rank(after, risk));
    let earlier = it.earlier.map(|risk| rank(before, risk));
    // Those that share a place stay in the order of their ids.
    (kind, later.or(earlier).unwrap_or(u32::MAX))
}

impl ComparedRow {
    pub(super) fn new(compared: &Compared, before: &OpenedEdition<'_>, after: &OpenedEdition<'_>) -> Option<Self> {
        let fate = match &compared.change {
            RiskChange::Unchanged => return None,
            RiskChange::New => RiskFate::New,
            RiskChange::Gone => RiskFate::Gone,
            RiskChange::Moved(moved) => RiskFate::Moved(Box::new(RejudgedView::new(
                moved,
                table(before, compared.earlier)?,
                table(after, compared.later)?,
            ))),
            RiskChange::NotComparable(found) => RiskFate::NotComparable(
                found
                    .iter()
                    .map(|it| (it.clone(), table(before, compared.earlier).and_then(|at| scale(it, at))))
                    .collect(),
            ),
        };
        Some(Self {
            fate,
            earlier: compared.earlier.map(|risk| RiskRow::new(before.look(), risk)),
            later: compared.later.map(|risk| RiskRow::new(after.look(), risk)),
        })
    }
}

/// The matrix that a risk of an analysis is judged by.
fn table<'o>(of: &'o OpenedEdition<'o>, risk: Option<u32>) -> Option<&'o CheckedMatrix<'o>> {
    let item = &of.file.organisation.risks[risk? as usize];
    of.methods.table(item.matrix.as_deref()).map(|(_, table)| table)
}

fn scale(difference: &MethodDifference, table: &CheckedMatrix<'_>) -> Option<Label> {
    match difference {
        MethodDifference::Consequence(id) => Some(name(table.dimensions[table.dimension(id)?])),
        MethodDifference::Likelihood => Some(name(table.likelihood)),
        _ => None,
    }
}

impl RejudgedView {
    fn new(moved: &MovedRisk, before: &CheckedMatrix<'_>, after: &CheckedMatrix<'_>) -> Self {
        let mut inputs = Vec::new();
        if let Some(Revision { from, to }) = &moved.likelihood {
            let stated = |table: &CheckedMatrix<'_>, likelihood: &Option<Likelihood>| match likelihood {
                None => Stated::Nothing,
                Some(Likelihood::NotAssessable) => Stated::NotAssessable,
                Some(Likelihood::Levels(levels)) => Stated::levels(table.likelihood, *levels),
            };
            inputs.push(InputView { of: InputOf::Likelihood, from: stated(before, from), to: stated(after, to) });
        }
        for (id, Revision { from, to }) in &moved.consequence {
            let stated = |table: &CheckedMatrix<'_>, levels: &Option<Levels>| match (levels, table.dimension(id)) {
                (None, _) => Stated::Nothing,
                (Some(levels), Some(place)) => Stated::levels(table.dimensions[place], *levels),
                (Some(levels), None) => Stated::Outside(levels.low(), levels.high()),
            };
            let called = after.dimension(id).map_or_else(|| Label::plain(visible(id)), |at| name(after.dimensions[at]));
            let of = InputOf::Consequence(called);
            inputs.push(InputView { of, from: stated(before, from), to: stated(after, to) });
        }
        if let Some(Revision { from, to }) = &moved.uncertainty {
            let stated = |it: &Option<Uncertainty>| it.map_or(Stated::Nothing, Stated::Uncertainty);
            inputs.push(InputView { of: InputOf::Uncertainty, from: stated(from), to: stated(to) });
        }
        if let Some(now) = moved.antagonistic {
            inputs.push(InputView { of: InputOf::Antagonistic, from: Stated::Yes(!now), to: Stated::Yes(now) });
        }
        let class = |table: &CheckedMatrix<'_>, place: &Option<MatrixPlace>| {
            place.as_ref().map(|place| ClassView::new(table, place.found.class))
        };
        let current = moved.current.as_ref().map(|Revision { from, to }| (class(before, from), class(after, to)));
        Self { way: moved.way, inputs, current }
    }
}

impl Stated {
    fn levels(scale: &Scale<'_>, levels: Levels) -> Self {
        LevelView::range(scale, levels)
            .map_or(Self::Outside(levels.low(), levels.high()), |levels| Self::Levels(Box::new(levels)))
    }
}
