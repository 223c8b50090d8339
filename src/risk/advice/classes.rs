//! Whether every class is used, and none falls as a level rises.

use super::{MatrixCell, found};
use crate::risk::table::CheckedMatrix;

/// A class that no cell has: there are no cells to show.
pub(super) fn unused(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    let used = |class: usize| table.cells().any(|(_, _, found)| usize::from(found) == class);
    (!(0..table.classes().len()).all(used)).then(Vec::new)
}

/// Every cell of a lower class than the next one below or before it.
pub(super) fn not_monotone(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    let falls = |row: u8, column: u8, class: u8| {
        (row > 1 && table.class(row - 1, column) > class) || (column > 1 && table.class(row, column - 1) > class)
    };
    found(table.cells().filter(|(row, column, class)| falls(*row, *column, *class)))
}
