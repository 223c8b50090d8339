//! The open file and the work on it: one at a time.

use super::stored::StoredDraft;
use crate::draft::journal::Journal;

/// How far the changes had come when the engine was asked to write them down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedMark {
    /// Counts the changes, so that only the last of several that follow each other closely is stored.
    pub number: u32,
    /// How many changes that no journal holds yet were asked for before it.
    pub asked: usize,
    /// Items that differed from every file.
    pub unsaved: u32,
}

/// The open file and the work on it.
#[derive(Debug, Clone)]
pub struct OpenDraft<B, C> {
    /// Names the draft, made up at random.
    pub id: String,
    /// The number of its last writing; 0 where it has not been kept.
    pub sequence: u32,
    /// What the file is called.
    pub name: String,
    /// Where the file was fetched; empty for a file of the reader's own.
    pub address: String,
    /// What the municipality of the file is called, in Swedish.
    pub municipality: String,
    /// The SHA-256 of the file as it was opened, in hexadecimal; empty until it is known.
    pub sha256: String,
    /// The bytes the file was opened from or saved as.
    pub base: Option<B>,
    /// The bytes that the server had when the file was opened.
    pub hosted: Option<B>,
    /// What marked that version, once the server has been asked.
    pub hosted_version: Option<String>,
    /// The work as the engine has last written it down.
    pub work: Option<WrittenWork<B>>,
    /// Whether the draft is in the browser.
    pub is_kept: bool,
    /// Changes asked for since then: done again should the engine stop.
    pub since: Vec<C>,
    /// Whether the file it was last saved as was a download, of which nobody knows whether it arrived.
    pub is_downloaded: bool,
    /// Kept drafts that this one has taken in: removed when it is kept and nothing is left to decide.
    pub replaces: Vec<String>,
}

/// Work as the engine has written it down, and the file it began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenWork<B> {
    /// The changes as the journal writes them: JSON.
    pub journal: String,
    /// The bytes of the file.
    pub base: B,
    /// Items that differ from the file.
    pub unsaved: u32,
}

impl<B, C> Default for OpenDraft<B, C> {
    fn default() -> Self {
        Self::new(String::new(), String::new(), String::new())
    }
}

impl<B, C> OpenDraft<B, C> {
    /// A file that has just been opened: an id for the draft, what the file is called, and where it was fetched.
    pub fn new(id: String, name: String, address: String) -> Self {
        Self {
            id,
            sequence: 0,
            name,
            address,
            municipality: String::new(),
            sha256: String::new(),
            base: None,
            hosted: None,
            hosted_version: None,
            work: None,
            is_kept: false,
            since: Vec::new(),
            is_downloaded: false,
            replaces: Vec::new(),
        }
    }
}

impl<B: Clone, C> OpenDraft<B, C> {
    /// The engine has written the changes down.
    pub(super) fn write_down(&mut self, mark: AskedMark, journal: String, base: Option<B>) {
        self.since.drain(..mark.asked.min(self.since.len()));
        self.base = self.base.take().or(base);
        self.work = self.base.clone().map(|base| WrittenWork { journal, base, unsaved: mark.unsaved });
        self.is_kept = false;
    }

    /// From now on the open file is the one the work was saved as.
    pub(super) fn saved_as(&mut self, name: String, base: Option<B>, is_downloaded: bool) {
        (self.name, self.base, self.is_downloaded) = (name, base, is_downloaded);
        self.address = String::new();
        self.hosted = None;
    }

    /// Work on this file as it is to be stored.
    pub(super) fn to_store(&self, work: &WrittenWork<B>, when: u64) -> StoredDraft {
        StoredDraft {
            id: self.id.clone(),
            name: self.name.clone(),
            address: self.address.clone(),
            municipality: self.municipality.clone(),
            base: Journal::base_in(&work.journal).unwrap_or_default().to_owned(),
            journal: work.journal.clone(),
            unsaved: work.unsaved,
            when,
            sequence: 0,
            build: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}
