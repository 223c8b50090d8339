//! The matrix as a picture: which risks are in which cell, and where they go from there.

use serde::{Deserialize, Serialize};

use super::event::{is_of_kind, kind_of};
use super::matrix::{LevelView, MatrixView, name};
use super::risk::{concerns, in_order};
use crate::engine::lens::RiskFilter;
use crate::engine::look::ViewContext;
use crate::organisation::risk::{Uncertainty, UncertaintyOf};
use crate::organisation::value::{Date, Label};
use crate::risk::position::MatrixPlace;
use crate::risk::{Acting, CheckedMatrix, Placement, Rated, positions};

/// Risks of a cell that are shown one by one; what is more is counted.
const MOST: u32 = 12;

/// The first matrix with the risks in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PictureView {
    /// The matrix with the counts of what is shown. Where one dimension is chosen, its levels are those of that one.
    pub matrix: MatrixView,
    /// The dimensions there are to choose among: id and name.
    pub dimensions: Vec<(String, Label)>,
    /// The dimension that the cells are by; absent where the worst decides.
    pub dimension: Option<Label>,
    /// Risks that are rated and whose consequence in that dimension is not.
    pub unstated: u32,
    /// Risks that are judged by another matrix.
    pub elsewhere: u32,
    /// Risks in the matrix, in the order of the register; of each cell the first ones.
    pub spots: Vec<RiskSpot>,
}

/// A risk in the matrix. Cells are likelihood and consequence, from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskSpot {
    /// The id of the risk.
    pub id: String,
    /// What could happen.
    pub title: Label,
    /// The number it goes by, from 1: that of its row in the register.
    pub number: u32,
    /// The cell it is judged to be in.
    pub cell: (u8, u8),
    /// The cell it was in before, in a comparison, where that is another.
    pub was: Option<(u8, u8)>,
    /// The cell it stands in with what has been done, where that is another.
    pub current: Option<(u8, u8)>,
    /// The cell it should come to stand in, where that is another than where it stands.
    pub target: Option<(u8, u8)>,
    /// The greatest uncertainty it states.
    pub uncertainty: Option<Uncertainty>,
}

impl PictureView {
    /// The picture on a day; none where the first matrix is malformed.
    pub(in crate::engine) fn new(look: ViewContext<'_>, filter: &RiskFilter, on: Date) -> Option<Self> {
        let table = look.methods.shown()?;
        let within = filter.unit.as_ref().map(|id| look.index.unit(id));
        let dimension = chosen(table, filter);
        let kind = filter.scenario.as_ref().map(|key| kind_of(look, key));
        let acting = Acting::new(look.organisation, look.index);
        let mut picture = Self::empty(table, dimension);
        for risk in in_order(look) {
            let item = &look.organisation.risks[risk as usize];
            let is_there = within.is_none_or(|unit| unit.is_some() && concerns(look, unit, risk));
            if !is_there || !kind.is_none_or(|kind| kind.is_some_and(|kind| is_of_kind(item, kind))) {
                continue;
            }
            match look.register.placements[risk as usize] {
                Placement::Rated(Rated { matrix: 0, .. }) => {}
                Placement::Rated(_) => {
                    picture.elsewhere += 1;
                    continue;
                }
                Placement::Beside(beside) => {
                    picture.matrix.beside[beside as usize] += 1;
                    continue;
                }
            }
            let Some(cell) = cell(look, filter, risk) else {
                picture.unstated += 1;
                continue;
            };
            let count = &mut picture.matrix.cells[usize::from(cell.0 - 1)][usize::from(cell.1 - 1)];
            *count += 1;
            picture.matrix.placed += 1;
            if *count > MOST {
                continue;
            }
            let places = positions(look.organisation, look.methods, &acting, risk, on);
            let of = |place: &MatrixPlace| seat(place, dimension);
            let now = places.current.as_ref().and_then(|it| of(&it.place)).unwrap_or(cell);
            let then = places.target.as_ref().and_then(|it| of(&it.place)).unwrap_or(now);
            picture.spots.push(RiskSpot {
                id: item.id.to_string(),
                title: item.title.label(),
                number: look.register.number(look.organisation, risk).map_or(0, |number| number.place),
                cell,
                was: None,
                current: Some(now).filter(|now| *now != cell),
                target: Some(then).filter(|then| *then != now),
                uncertainty: item.uncertainty.as_ref().and_then(UncertaintyOf::greatest),
            });
        }
        Some(picture)
    }

    fn empty(table: &CheckedMatrix<'_>, dimension: Option<usize>) -> Self {
        let mut matrix = MatrixView::new(table);
        let chosen = dimension.map(|place| table.dimensions[place]);
        if let Some(scale) = chosen {
            matrix.consequence = LevelView::all(scale);
            matrix.dimensions = vec![name(scale)];
        }
        Self {
            matrix,
            dimensions: table.dimensions.iter().map(|scale| (scale.id.to_string(), name(scale))).collect(),
            dimension: chosen.map(name),
            unstated: 0,
            elsewhere: 0,
            spots: Vec::new(),
        }
    }
}

/// The place of the dimension that cells are by, where one is chosen that the matrix has.
fn chosen(table: &CheckedMatrix<'_>, filter: &RiskFilter) -> Option<usize> {
    table.dimension(filter.dimension.as_ref()?)
}

/// The cell of a risk in the first matrix, by the worst dimension or by the one that is chosen.
pub(super) fn cell(look: ViewContext<'_>, filter: &RiskFilter, risk: u32) -> Option<(u8, u8)> {
    let table = look.methods.shown()?;
    let Placement::Rated(rated @ Rated { matrix: 0, .. }) = look.register.placements[risk as usize] else {
        return None;
    };
    let consequence = match chosen(table, filter) {
        None => rated.consequence,
        Some(place) => {
            let stated = look.organisation.risks[risk as usize].consequence.get(&table.dimensions[place].id)?;
            u8::try_from(stated.high()).ok()?
        }
    };
    Some((rated.likelihood, consequence))
}

/// The cell of a position, likewise.
fn seat(place: &MatrixPlace, dimension: Option<usize>) -> Option<(u8, u8)> {
    let consequence = match dimension {
        None => place.found.consequence,
        Some(dimension) => u8::try_from((*place.consequence.get(dimension)?)?.high()).ok()?,
    };
    Some((place.found.likelihood, consequence))
}
