//! What is wrong with the open file.

use serde::{Deserialize, Serialize};

use crate::engine::lens::Window;
use crate::organisation::number::saturating;
use crate::organisation::problem::{Problem, Problems};

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

impl ProblemPage {
    pub(in crate::engine) fn new(problems: &Problems, window: Window) -> Self {
        Self {
            total: saturating(problems.count),
            kept: saturating(problems.list.len()),
            rows: window.of(&problems.list).to_vec(),
        }
    }
}
