//! A draft as it is kept in the browser: which file it began with, and every change since.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::history::{Change, History};

/// The version of this form. A journal of another version is not read.
const VERSION: u32 = 1;

/// A history, written down. The open file is the file it began with, the changes carried out on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    version: u32,
    /// The SHA-256 of the text that the first change was made to, in hexadecimal.
    pub base_sha256: String,
    changes: Vec<Change>,
    undone: usize,
    unsaved: Vec<Edit>,
}

impl Journal {
    /// Writes a history down.
    pub fn new(base_sha256: &str, history: &History) -> Self {
        let undone = history.undone().iter().rev();
        Self {
            version: VERSION,
            base_sha256: base_sha256.to_owned(),
            changes: history.done().iter().chain(undone).cloned().collect(),
            undone: history.undone().len(),
            unsaved: history.unsaved().edits().to_vec(),
        }
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a journal; `None` where it is damaged or of another version.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|journal: &Self| journal.version == VERSION)
    }

    /// The changes to carry out on the file it began with, in turn.
    pub fn to_apply(&self) -> &[Change] {
        &self.changes[..self.changes.len().saturating_sub(self.undone)]
    }

    /// What no file holds: no item twice.
    pub fn unsaved(&self) -> &[Edit] {
        &self.unsaved
    }

    /// The history, once they have been.
    pub fn history(self) -> History {
        History::restore(self.changes, self.undone, &self.unsaved)
    }
}
