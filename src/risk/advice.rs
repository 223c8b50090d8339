//! Advice about a matrix that is not malformed but unwise.

use serde::{Deserialize, Serialize};

/// What is unwise about a matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// What it is.
    pub kind: AdviceKind,
    /// The cells it is seen in, as `[likelihood, consequence]` from 1.
    pub cells: Vec<[u32; 2]>,
}

/// The kinds of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// A class that no cell has.
    UnusedClass,
}
