//! Advice about a matrix: what is not wrong, but unwise. The matrix is used all the same.
//!
//! After Cox 2008 (doi 10.1111/j.1539-6924.2008.01030.x). Where a scale has no numbers its levels are compared by
//! their sum, which is also what risks of one class are sorted by.

use serde::{Deserialize, Serialize};

use super::method::Table;

/// What is unwise about a matrix, and where it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// What it is.
    pub kind: AdviceKind,
    /// The cells it is seen in, as `[likelihood, consequence]` from 1; none where it is not about cells.
    pub cells: Vec<[u8; 2]>,
}

/// The kinds of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// A class that no cell has.
    UnusedClass,
    /// A cell in a lower class than one with a lower likelihood or consequence.
    NotMonotone,
    /// A level whose upper bound is not above that of the level below it.
    ThresholdOverlap,
    /// A cell of the highest class whose levels' sum is not above that of every cell of the lowest class.
    WeakConsistency,
    /// Neighbouring cells of the lowest and the highest class, where there are classes between.
    Betweenness,
}

/// Finds the cells, as `[likelihood, consequence]`, in which something unwise is seen; none where it is not.
type Check = fn(&Table<'_>) -> Option<Vec<[u8; 2]>>;

/// All advice about a matrix, each kind at most once.
pub fn advise(table: &Table<'_>) -> Vec<Advice> {
    let checks: [(AdviceKind, Check); 5] = [
        (AdviceKind::UnusedClass, unused_class),
        (AdviceKind::NotMonotone, not_monotone),
        (AdviceKind::ThresholdOverlap, threshold_overlap),
        (AdviceKind::WeakConsistency, weak_consistency),
        (AdviceKind::Betweenness, betweenness),
    ];
    checks.into_iter().filter_map(|(kind, check)| check(table).map(|cells| Advice { kind, cells })).collect()
}

fn unused_class(table: &Table<'_>) -> Option<Vec<[u8; 2]>> {
    let used = |class: usize| table.cells().any(|(_, _, found)| usize::from(found) == class);
    (!(0..table.classes().len()).all(used)).then(Vec::new)
}

fn not_monotone(table: &Table<'_>) -> Option<Vec<[u8; 2]>> {
    let falls = |row: u8, column: u8, class: u8| {
        (row > 1 && table.class(row - 1, column) > class) || (column > 1 && table.class(row, column - 1) > class)
    };
    found(table.cells().filter(|(row, column, class)| falls(*row, *column, *class)))
}

fn threshold_overlap(table: &Table<'_>) -> Option<Vec<[u8; 2]>> {
    let overlaps = std::iter::once(&table.likelihood).chain(&table.dimensions).any(|scale| {
        let bounds: Vec<f64> = scale.levels.iter().filter_map(|level| level.up_to).collect();
        bounds.windows(2).any(|pair| pair[1] <= pair[0])
    });
    overlaps.then(Vec::new)
}

fn weak_consistency(table: &Table<'_>) -> Option<Vec<[u8; 2]>> {
    let top = highest(table);
    if top == 0 {
        return None;
    }
    let sum = |row: u8, column: u8| u16::from(row) + u16::from(column);
    let green = table.cells().filter(|cell| cell.2 == 0).map(|(row, column, _)| sum(row, column)).max()?;
    found(table.cells().filter(|(row, column, class)| *class == top && sum(*row, *column) <= green))
}

fn betweenness(table: &Table<'_>) -> Option<Vec<[u8; 2]>> {
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

/// Index of the highest class.
fn highest(table: &Table<'_>) -> u8 {
    u8::try_from(table.classes().len() - 1).unwrap_or(u8::MAX)
}

fn found(cells: impl Iterator<Item = (u8, u8, u8)>) -> Option<Vec<[u8; 2]>> {
    let cells: Vec<_> = cells.map(|(row, column, _)| [row, column]).collect();
    (!cells.is_empty()).then_some(cells)
}
