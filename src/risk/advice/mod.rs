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

use serde::{Deserialize, Serialize};

use super::method::Table;

/// A cell as `[likelihood, consequence]`, levels from 1.
pub type Cell = [u8; 2];

/// What is unwise about a matrix, and where it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// What it is.
    pub kind: AdviceKind,
    /// The cells it is seen in, by likelihood and then consequence; none where it is not about cells.
    pub cells: Vec<Cell>,
}

/// The kinds of advice, in the order they are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// A class that no cell has.
    UnusedClass,
    /// A cell in a lower class than one with a lower likelihood or consequence.
    NotMonotone,
    /// Values between two levels that belong to neither, or a level of which nobody has said where it ends.
    ThresholdGap,
    /// Values that belong to two levels, or a level whose bounds do not rise.
    ThresholdOverlap,
    /// A cell of the highest class whose levels' sum is not above that of every cell of the lowest class.
    WeakConsistency,
    /// Neighbouring cells of the lowest and the highest class, where there are classes between.
    Betweenness,
    /// Cells of one sum that have different classes.
    ConsistentColouring,
    /// Cells that the sum of levels puts in another order than expected loss does.
    MisorderedPairs,
}

impl AdviceKind {
    /// Its word, as the command line writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::UnusedClass => "unused_class",
            Self::NotMonotone => "not_monotone",
            Self::ThresholdGap => "threshold_gap",
            Self::ThresholdOverlap => "threshold_overlap",
            Self::WeakConsistency => "weak_consistency",
            Self::Betweenness => "betweenness",
            Self::ConsistentColouring => "consistent_colouring",
            Self::MisorderedPairs => "misordered_pairs",
        }
    }
}

/// Finds the cells in which something unwise is seen; `None` where it is not.
type Check = fn(&Table<'_>) -> Option<Vec<Cell>>;

/// What is most likely a slip of the pen: told when a file is opened.
const SLIPS: [(AdviceKind, Check); 6] = [
    (AdviceKind::UnusedClass, classes::unused),
    (AdviceKind::NotMonotone, classes::not_monotone),
    (AdviceKind::ThresholdGap, thresholds::gap),
    (AdviceKind::ThresholdOverlap, thresholds::overlap),
    (AdviceKind::WeakConsistency, cox::weak_consistency),
    (AdviceKind::Betweenness, cox::betweenness),
];

/// What most matrices in use have, and their owners can know without being told each time.
const TRAITS: [(AdviceKind, Check); 2] =
    [(AdviceKind::ConsistentColouring, cox::consistent_colouring), (AdviceKind::MisorderedPairs, misordered::cells)];

/// All advice about a matrix, each kind at most once.
pub fn advise(table: &Table<'_>) -> Vec<Advice> {
    SLIPS.iter().chain(&TRAITS).filter_map(|check| look(check, table)).collect()
}

/// The advice that is given when a file is opened: what is most likely a slip.
pub fn advise_on_opening(table: &Table<'_>) -> Vec<Advice> {
    SLIPS.iter().filter_map(|check| look(check, table)).collect()
}

fn look((kind, check): &(AdviceKind, Check), table: &Table<'_>) -> Option<Advice> {
    check(table).map(|cells| Advice { kind: *kind, cells })
}

/// Cells without their classes; `None` where there are none.
fn found(cells: impl Iterator<Item = (u8, u8, u8)>) -> Option<Vec<Cell>> {
    let cells: Vec<_> = cells.map(|(row, column, _)| [row, column]).collect();
    (!cells.is_empty()).then_some(cells)
}

/// What the sum of levels says of a cell.
fn sum(row: u8, column: u8) -> u16 {
    u16::from(row) + u16::from(column)
}

/// Index of the highest class.
fn highest(table: &Table<'_>) -> u8 {
    u8::try_from(table.classes().len() - 1).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
