//! A draft as it is kept in the browser: which file it began with, every change since, and what of them no file holds.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::history::{Change, History};

/// The version of this form. A journal of another version is not read.
const VERSION: u32 = 1;

/// A history, written down. The open file is the one opened or saved last, with what is unsaved carried out on it; the
/// changes are there to be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    version: u32,
    /// The SHA-256 of the text opened or saved last, in hexadecimal.
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

    /// The SHA-256 of the text opened or saved last, from a journal as it is written down; the rest is not looked at.
    pub fn base_in(text: &str) -> Option<&str> {
        let (_, rest) = text.get(..120).unwrap_or(text).split_once("\"base_sha256\":\"")?;
        rest.split_once('"').map(|(base, _)| base)
    }

    /// What no file holds, to carry out on the file opened or saved last: no item twice.
    pub fn unsaved(&self) -> &[Edit] {
        &self.unsaved
    }

    /// The history, once that has been.
    pub fn history(self) -> History {
        History::restore(self.changes, self.undone, &self.unsaved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_tells_which_file_it_began_with() {
        let base = "0f".repeat(32);
        assert_eq!(Journal::base_in(&Journal::new(&base, &History::default()).to_json()), Some(&*base));
        assert_eq!(Journal::base_in("{}"), None);
    }
}
