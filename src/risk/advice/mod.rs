//! Advice about a matrix: what is not wrong, but unwise. The matrix is used all the same.
//!
//! The axioms are those of Cox 2008 (doi 10.1111/j.1539-6924.2008.01030.x); that an order by level numbers can go
//! against expected loss is shown there and by Duijm 2015 (doi 10.1016/j.ssci.2015.02.014) and Krisper 2021 (arXiv
//! 2103.05440). What each check looks at, word by word, stands in `docs/method.md`.
//!
//! The quantity of a cell is the sum of its levels: it is there for every matrix, and it is what risks of one class are
//! sorted by. Whether that sum goes the way of expected loss is a check of its own ([`misordered`]).

pub mod alike;
mod classes;
mod cox;
pub mod misordered;
pub mod thresholds;

use super::table::CheckedMatrix;
use crate::organisation::problem::{AdviceKind, MatrixAdvice, MatrixCell};

/// Finds the cells in which something unwise is seen; `None` where it is not.
type AdviceCheck = fn(&CheckedMatrix<'_>) -> Option<Vec<MatrixCell>>;

/// What is most likely a slip of the pen: told when a file is opened.
const SLIPS: [(AdviceKind, AdviceCheck); 6] = [
    (AdviceKind::UnusedClass, classes::unused),
    (AdviceKind::NotMonotone, classes::not_monotone),
    (AdviceKind::ThresholdGap, thresholds::gap),
    (AdviceKind::ThresholdOverlap, thresholds::overlap),
    (AdviceKind::WeakConsistency, cox::weak_consistency),
    (AdviceKind::Betweenness, cox::betweenness),
];

/// What most matrices in use have, and their owners can know without being told each time.
const TRAITS: [(AdviceKind, AdviceCheck); 2] =
    [(AdviceKind::ConsistentColouring, cox::consistent_colouring), (AdviceKind::MisorderedPairs, misordered::cells)];

/// All advice about a matrix, each kind at most once.
pub fn advise(table: &CheckedMatrix<'_>) -> Vec<MatrixAdvice> {
    SLIPS.iter().chain(&TRAITS).filter_map(|check| look(check, table)).collect()
}

/// The advice that is given when a file is opened: what is most likely a slip.
pub fn advise_on_opening(table: &CheckedMatrix<'_>) -> Vec<MatrixAdvice> {
    SLIPS.iter().filter_map(|check| look(check, table)).collect()
}

fn look((kind, check): &(AdviceKind, AdviceCheck), table: &CheckedMatrix<'_>) -> Option<MatrixAdvice> {
    check(table).map(|cells| MatrixAdvice { kind: *kind, cells })
}

/// Cells without their classes; `None` where there are none.
fn found(cells: impl Iterator<Item = (u8, u8, u8)>) -> Option<Vec<MatrixCell>> {
    let cells: Vec<_> = cells.map(|(row, column, _)| [row, column]).collect();
    (!cells.is_empty()).then_some(cells)
}

/// What the sum of levels says of a cell.
fn sum(row: u8, column: u8) -> u16 {
    u16::from(row) + u16::from(column)
}

/// Index of the highest class.
fn highest(table: &CheckedMatrix<'_>) -> u8 {
    u8::try_from(table.classes().len() - 1).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
