//! What is wrong with the open file.

use serde::{Deserialize, Serialize};

use crate::organisation::problem::Problem;

/// Problems of the file, a window of them at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProblemPage {
    /// Problems in all.
    pub total: u32,
    /// How many of these are kept, and so can be shown.
    pub kept: u32,
    /// The problems in the window.
    pub rows: Vec<Problem>,
}
