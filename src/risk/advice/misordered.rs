//! Pairs of cells that a number made of their levels puts in another order than expected loss does.
//!
//! Expected loss is likelihood × consequence. A cell stands for a whole rectangle of both, so one value must stand for
//! each level: the geometric middle of its bounds, since scales like these grow by factors, not by terms. The first
//! level is open downwards and the last upwards; such a level is taken to be as wide, as a factor, as its neighbour.
//! A scale is used where every bound between its levels is there, above 0, and rises; where a level is open, its
//! neighbour must tell how wide it is. Without that nothing is said.
//!
//! A number misorders a pair when it puts one cell before the other and expected loss does not: the other comes first,
//! or neither does. Cells that the number holds equal are no pair in question: it does not say which comes first.

use serde::{Deserialize, Serialize};

use super::{MatrixCell, sum};
use crate::organisation::method::Scale;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::risk::table::CheckedMatrix;

/// Losses that differ by less than this factor, as a logarithm, are equal: what is left of rounding.
const EQUAL: f64 = 1e-9;

/// Cells of a matrix that is looked at, at most: pairs grow by the square.
const MOST_CELLS: usize = 1024;

/// What is misordered in one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misordered {
    /// The dimension, in the matrix's order.
    pub dimension: u8,
    /// The pairs: first the cell that the number puts first.
    pub pairs: Vec<[MatrixCell; 2]>,
    /// How many pairs of cells there are.
    pub of: u32,
}

/// What a number made of levels misorders in each dimension whose bounds, with those of likelihood, are known; also
/// where that is nothing.
pub fn misordered(table: &CheckedMatrix<'_>, number: impl Fn(u8, u8) -> u16) -> Vec<Misordered> {
    let cells: Vec<(u8, u8)> = table.cells().map(|(row, column, _)| (row, column)).take(MOST_CELLS + 1).collect();
    let Some(likelihood) = middles(table.likelihood).filter(|_| cells.len() <= MOST_CELLS) else { return Vec::new() };
    let of = saturating(cells.len() * (cells.len() - 1) / 2);
    let known = (0..).zip(&table.dimensions).filter_map(|(dimension, scale)| Some((dimension, middles(scale)?)));
    let in_dimension = |(dimension, consequence): (u8, Vec<f64>)| {
        let loss = |cell: (u8, u8)| likelihood[usize::from(cell.0 - 1)] + consequence[usize::from(cell.1 - 1)];
        let mut pairs = Vec::new();
        for (place, one) in cells.iter().enumerate() {
            for other in cells[place..].iter().skip(1) {
                let (first, second) = match number(one.0, one.1).cmp(&number(other.0, other.1)) {
                    std::cmp::Ordering::Greater => (*one, *other),
                    std::cmp::Ordering::Less => (*other, *one),
                    std::cmp::Ordering::Equal => continue,
                };
                if loss(first) - loss(second) < EQUAL {
                    pairs.push([[first.0, first.1], [second.0, second.1]]);
                }
            }
        }
        Misordered { dimension, pairs, of }
    };
    known.map(in_dimension).collect()
}

/// The cells that the sum of levels misorders in some dimension.
pub(super) fn cells(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    let mut cells: Vec<MatrixCell> =
        misordered(table, sum).into_iter().flat_map(|found| found.pairs).flatten().collect();
    sort::all(&mut cells);
    cells.dedup();
    (!cells.is_empty()).then_some(cells)
}

/// The logarithm of the value that stands for each level; `None` where the bounds do not tell.
fn middles(scale: &Scale<'_>) -> Option<Vec<f64>> {
    let levels = &scale.levels;
    let positive = |bound: f64| (bound > 0.0).then(|| bound.ln());
    // Bounds between levels: what both say must be the same.
    let mut bounds = Vec::with_capacity(levels.len() + 1);
    bounds.push(levels.first()?.above.and_then(positive));
    for pair in levels.windows(2) {
        let (end, start) = (pair[0].up_to, pair[1].above);
        let agreed = end.zip(start).is_none_or(|(end, start)| (end - start).abs() == 0.0);
        bounds.push(Some(end.or(start).filter(|_| agreed).and_then(positive)?));
    }
    bounds.push(levels.last()?.up_to.and_then(positive));
    let last = bounds.len() - 1;
    let width = |below: usize| Some(bounds.get(below + 1).copied()?? - bounds[below]?);
    let first = match bounds[0] {
        Some(bound) => bound,
        None => bounds[1]? - width(1)?,
    };
    let end = match bounds[last] {
        Some(bound) => bound,
        None => bounds[last - 1]? + width(last.checked_sub(2)?)?,
    };
    (bounds[0], bounds[last]) = (Some(first), Some(end));
    let bounds: Vec<f64> = bounds.into_iter().flatten().collect();
    bounds
        .is_sorted_by(|low, high| low < high)
        .then(|| bounds.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])).collect())
}
