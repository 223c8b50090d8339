//! What is open, what is on its way, and why it did not come.

use std::sync::Arc;

use crate::browser::engine::Progress;
use crate::engine::view::Summary;

/// The file that is opened when neither the address nor the configuration names one.
pub(super) const EXAMPLE: &str = "example.json";

/// The file that is open, if any.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenState {
    /// Nothing has been opened yet.
    Nothing,
    /// A file is open, which the summary tells of.
    File(Arc<Summary>),
}

impl OpenState {
    /// The open file in a few words.
    pub fn summary(&self) -> Option<&Arc<Summary>> {
        match self {
            Self::Nothing => None,
            Self::File(summary) => Some(summary),
        }
    }
}

/// A load underway.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadUnderway {
    /// What the file is called.
    pub name: String,
    /// How far the load has come, once that is known.
    pub progress: Option<Progress>,
}

/// Why a load failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// What the file is called.
    pub name: String,
    /// What went wrong.
    pub kind: FailureKind,
}

/// What can go wrong in a load.
#[derive(Debug, Clone, PartialEq)]
pub enum FailureKind {
    /// The file cannot be read. The reply holds the [`Problem`](crate::organisation::problem::Problem), which is read only
    /// where it is told, as bytes.
    Unreadable(Vec<u8>),
    /// The file could not be fetched: an HTTP status, or `network`.
    NotFetched(String),
    /// The file is a change file, and there is none to bring it into.
    Changes,
    /// The address of the file is on another site.
    Elsewhere,
    /// The engine could not be started, or has failed.
    Engine,
    /// The engine has failed with the file open.
    Lost,
    /// The reader stopped it when nothing else was open.
    Cancelled,
}
