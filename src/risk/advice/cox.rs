//! The three axioms of Cox 2008, with the sum of levels as the quantity that cells are compared by.

use super::{MatrixCell, found, highest, sum};
use crate::risk::table::CheckedMatrix;

/// Every cell of the highest class that does not have a greater sum than all cells of the lowest.
pub(super) fn weak_consistency(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    let top = highest(table);
    if top == 0 {
        return None;
    }
    let green = table.cells().filter(|cell| cell.2 == 0).map(|(row, column, _)| sum(row, column)).max()?;
    found(table.cells().filter(|(row, column, class)| *class == top && sum(*row, *column) <= green))
}

/// Every cell that one step in one input leads to from the other end of the classes, where there are classes between.
pub(super) fn betweenness(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    let top = highest(table);
    if top < 2 {
        return None;
    }
    let jumps = |row: u8, column: u8, class: u8| {
        let below =
            [(row > 1).then(|| table.class(row - 1, column)), (column > 1).then(|| table.class(row, column - 1))];
        below.into_iter().flatten().any(|other| class.abs_diff(other) == top)
    };
    found(table.cells().filter(|(row, column, class)| jumps(*row, *column, *class)))
}

/// All cells of every sum whose cells differ in class.
pub(super) fn consistent_colouring(table: &CheckedMatrix<'_>) -> Option<Vec<MatrixCell>> {
    let mixed = |row: u8, column: u8, class: u8| {
        table.cells().any(|other| sum(other.0, other.1) == sum(row, column) && other.2 != class)
    };
    found(table.cells().filter(|(row, column, class)| mixed(*row, *column, *class)))
}
