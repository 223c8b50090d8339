//! What is unwise about a matrix, as data. What finds it is above: [`crate::risk::advice`].

use serde::{Deserialize, Serialize};

/// A cell as `[likelihood, consequence]`, levels from 1.
pub type MatrixCell = [u8; 2];

/// What is unwise about a matrix, and where it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixAdvice {
    /// The kind of advice.
    pub kind: AdviceKind,
    /// The cells it is seen in, by likelihood and then consequence; none where it is not about cells.
    pub cells: Vec<MatrixCell>,
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
    /// The word for the advice, as the command line writes it.
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
