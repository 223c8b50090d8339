//! Where one level ends and the next begins: bounds with a gap between them, or that overlap.
//!
//! A level reaches from its lower bound, not included, to its upper bound, included. A bound that is not given is that
//! of the neighbour; the first level is open downwards and the last upwards. A scale without any bound is not looked at.

use serde::{Deserialize, Serialize};

use super::MatrixCell;
use crate::organisation::method::Scale;
use crate::risk::table::CheckedMatrix;

/// Two neighbouring levels of a scale that do not meet as they should.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// The dimension, in the matrix's order; `None` for the likelihood.
    pub dimension: Option<u8>,
    /// The lower of the levels, from 1.
    pub below: u8,
    /// The upper one; the same where a level contradicts itself.
    pub above: u8,
    /// Whether values belong to both, or to neither.
    pub overlaps: bool,
}

/// Every break in the scales of a matrix, likelihood first.
pub fn breaks(table: &CheckedMatrix<'_>) -> Vec<Break> {
    let scales = std::iter::once((None, table.likelihood)).chain((0..).map(Some).zip(table.dimensions.iter().copied()));
    let mut found = Vec::new();
    for (dimension, scale) in scales {
        of_scale(scale, &mut |below, above, overlaps| found.push(Break { dimension, below, above, overlaps }));
    }
    found
}

fn of_scale(scale: &Scale<'_>, tell: &mut dyn FnMut(u8, u8, bool)) {
    let levels = &scale.levels;
    if levels.iter().all(|level| level.above.or(level.up_to).is_none()) {
        return;
    }
    for (place, level) in levels.iter().enumerate().take(usize::from(u8::MAX)) {
        let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
        let before = place.checked_sub(1).map(|before| &levels[before]);
        let next = levels.get(place + 1);
        match before.map(|before| (before.up_to, level.above)) {
            Some((None, None)) => tell(number - 1, number, false),
            Some((Some(end), Some(start))) if start > end => tell(number - 1, number, false),
            Some((Some(end), Some(start))) if start < end => tell(number - 1, number, true),
            _ => {}
        }
        let low = level.above.or_else(|| before?.up_to);
        let high = level.up_to.or_else(|| next?.above);
        if low.zip(high).is_some_and(|(low, high)| low >= high) {
            tell(number.saturating_sub(1).max(1), number, true);
        }
    }
}

/// The cells of all levels around a gap.
pub(super) fn gap(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    cells(table, false)
}

/// The cells of all levels around an overlap.
pub(super) fn overlap(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    cells(table, true)
}

fn cells(table: &CheckedMatrix<'_>, overlaps: bool) -> Option<Vec<MatrixCell>> {
    let mut breaks = breaks(table);
    breaks.retain(|found| found.overlaps == overlaps);
    super::found(table.cells().filter(|(row, column, _)| {
        breaks.iter().any(|found| {
            let level = if found.dimension.is_none() { row } else { column };
            (found.below..=found.above).contains(level)
        })
    }))
}
