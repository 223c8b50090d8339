//! Where a risk stands on a day, what that can be expected to cost a year, and how sure its place in the register is.

use serde::{Deserialize, Serialize};

use super::RiskRow;
use crate::engine::look::ViewContext;
use crate::engine::view::matrix::{ClassView, LevelView, name};
use crate::organisation::value::{Date, Label, visible};
use crate::risk::position::{Acting, MatrixPlace, MovedPosition, PositionBasis, Positions, positions};
use crate::risk::{Before, CheckedMatrix, Placement, Rated, loss, outrank};

/// Where a risk was judged to stand, stands, and should come to stand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Movement {
    /// The position as it was judged.
    pub inherent: Option<PositionView>,
    /// The position on the day, with what has been done.
    pub current: Option<MovedView>,
    /// As it should come to be; absent where nothing is stated and no measure remains.
    pub target: Option<MovedView>,
}

/// A position in the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PositionView {
    /// Likelihood: lowest and highest level, equal when it is no range.
    pub likelihood: (LevelView, LevelView),
    /// The cell: likelihood and consequence, the upper ends.
    pub cell: (u8, u8),
    /// The class of the position.
    pub class: ClassView,
    /// Name of the dimension that decides there.
    pub decided_by: Label,
    /// The loss that can be expected there in a year, for the dimensions that have numbers.
    pub loss: Vec<YearlyLoss>,
}

/// A current or target position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MovedView {
    /// Where the risk is.
    pub at: PositionView,
    /// Whether the file states it, or it follows from measures.
    pub stated: bool,
    /// Titles of the measures that move it: done, or still to be.
    pub by: Vec<Label>,
    /// Where the measures by themselves would have it, where that differs from what is stated.
    pub otherwise: Option<PositionView>,
}

/// The expected loss of a year in one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct YearlyLoss {
    /// Name of the dimension.
    pub dimension: Label,
    /// The unit of its scale.
    pub unit: Option<String>,
    /// More than this; absent where that end is open.
    pub above: Option<f64>,
    /// At most this; absent where that end is open.
    pub up_to: Option<f64>,
}

/// The risk before or after another in the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// The neighbouring risk, as the register shows it.
    pub row: RiskRow,
    /// Whether the neighbour comes before.
    pub before: bool,
    /// What puts the one before the other.
    pub because: Before,
    /// How likely it is that the order is right, for the dimensions that have numbers; of risks in one matrix only.
    pub odds: Vec<OddsRow>,
}

/// How likely it is that the one that comes first has the greater expected loss, in one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OddsRow {
    /// Name of the dimension.
    pub dimension: Label,
    /// The least it can be, from 0 to 1.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

impl Movement {
    pub(super) fn new(look: ViewContext<'_>, table: &CheckedMatrix<'_>, risk: u32, on: Date) -> Self {
        let acting = Acting::new(look.organisation, look.index);
        let Positions { inherent, current, target } = positions(look.organisation, look.methods, &acting, risk, on);
        let moved = |moved: MovedPosition| MovedView::new(look, table, &moved);
        let says = |target: &MovedPosition| target.basis == PositionBasis::Stated || !target.by.is_empty();
        Self {
            inherent: inherent.as_ref().and_then(|place| PositionView::new(table, place)),
            current: current.and_then(moved),
            target: target.filter(says).and_then(moved),
        }
    }
}

impl PositionView {
    pub(in crate::engine::view) fn new(table: &CheckedMatrix<'_>, place: &MatrixPlace) -> Option<Self> {
        let losses = table.dimensions.iter().zip(loss::yearly(table, place));
        let loss = losses.filter_map(|(scale, loss)| {
            let loss = loss?;
            let unit = scale.unit.as_ref().map(|unit| visible(unit));
            Some(YearlyLoss { dimension: name(scale), unit, above: loss.above, up_to: loss.up_to })
        });
        Some(Self {
            likelihood: LevelView::range(table.likelihood, place.likelihood)?,
            cell: (place.found.likelihood, place.found.consequence),
            class: ClassView::new(table, place.found.class),
            decided_by: name(table.dimensions.get(usize::from(place.found.decided_by))?),
            loss: loss.collect(),
        })
    }
}

impl MovedView {
    fn new(look: ViewContext<'_>, table: &CheckedMatrix<'_>, moved: &MovedPosition) -> Option<Self> {
        let title = |measure: &u32| look.organisation.measures[*measure as usize].title.label();
        Some(Self {
            at: PositionView::new(table, &moved.place)?,
            stated: moved.basis == PositionBasis::Stated,
            by: moved.by.iter().map(title).collect(),
            otherwise: moved.otherwise.as_ref().and_then(|place| PositionView::new(table, place)),
        })
    }
}

impl Neighbour {
    /// The risks next to one in the register, the one before first.
    pub(super) fn of(look: ViewContext<'_>, risk: u32, on: Date) -> Vec<Self> {
        let Placement::Rated(rated) = look.register.placements[risk as usize] else { return Vec::new() };
        let order = look.register.in_order(look.organisation);
        let Some(place) = order.iter().position(|other| *other == risk) else { return Vec::new() };
        let before = place.checked_sub(1).and_then(|place| order.get(place));
        let next = |other: &u32, before: bool| Self::new(look, (risk, &rated), (*other, before), on);
        before
            .and_then(|it| next(it, true))
            .into_iter()
            .chain(order.get(place + 1).and_then(|it| next(it, false)))
            .collect()
    }

    fn new(
        look: ViewContext<'_>,
        (risk, rated): (u32, &Rated),
        (other, before): (u32, bool),
        on: Date,
    ) -> Option<Self> {
        let Placement::Rated(beside) = look.register.placements[other as usize] else { return None };
        let acting = Acting::default();
        // The register is in the order of what was judged, whatever has been done.
        let inherent = |risk| positions(look.organisation, look.methods, &acting, risk, on).inherent;
        let table = look.methods.at(rated.matrix.into()).filter(|_| rated.matrix == beside.matrix);
        let (first, second) = if before { (other, risk) } else { (risk, other) };
        let odds = table.and_then(|table| {
            let odds = outrank::outranks(table, &inherent(first)?, &inherent(second)?);
            let row = |(scale, odds): (&&_, Option<outrank::Odds>)| {
                let outrank::Odds { low, high } = odds?;
                Some(OddsRow { dimension: name(scale), low, high })
            };
            Some(table.dimensions.iter().zip(odds).filter_map(row).collect())
        });
        Some(Self {
            row: RiskRow::new(look, other),
            before,
            because: rated.parted_from(&beside),
            odds: odds.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests;
