//! What happens to the reader's work, and what is to be done about it.

use super::open::AskedMark;
use super::presence::Presence;
use super::restore::RestoredSession;
use super::stored::{FoundDraft, StoredDraft, Trouble};

/// What has happened.
#[derive(Debug)]
pub enum KeepEvent<B, C> {
    /// A change is asked of the engine.
    Asked(C),
    /// The engine has refused the change.
    Refused(C),
    /// The file is changed: so many items now differ from every file.
    Changed {
        /// Items that now differ from every file.
        unsaved: u32,
    },
    /// The engine has written the changes down.
    WrittenDown {
        /// How far they had come.
        mark: AskedMark,
        /// The changes as the journal writes them: JSON.
        journal: String,
        /// The bytes of the file the engine has opened.
        base: Option<B>,
    },
    /// The pause after the change with this number is over.
    Waited(u32),
    /// The tab goes out of sight or away.
    Leaving,
    /// Someone waits until all is stored, or cannot be.
    Settle(u32),
    /// Someone who waits has waited long enough for the engine.
    Tired(u32),
    /// What became of the draft that was to be stored or removed.
    Stored(Result<StoreOutcome, Trouble>),
    /// The engine has stopped with a file open, whose bytes these are.
    EngineLost(Option<B>),
    /// The work is saved to a file.
    SavedAs {
        /// What the file is called.
        name: String,
        /// The bytes that were written.
        base: Option<B>,
        /// Whether the file was a download, of which nobody knows whether it arrived.
        is_downloaded: bool,
    },
    /// The work of another is being taken in.
    Merging {
        /// The kept drafts that are now part of the work at hand.
        replaces: Vec<String>,
        /// Whether both sides have changed an item.
        is_undecided: bool,
    },
    /// The reader has decided what both sides changed.
    Decided,
    /// Another file is open.
    Opened(Box<RestoredSession<B, C>>),
    /// The bytes of the open file, which was fetched, are at hand.
    Fetched(B),
    /// The SHA-256 of the open file is known, where the engine could tell.
    Hashed(Option<String>),
    /// A kept draft was deleted by hand.
    Discarded,
    /// What the browser keeps has been listed.
    Listed {
        /// Which listing it is.
        number: u32,
        /// The drafts that were found, or why they could not be listed.
        found: Result<Vec<FoundDraft>, Trouble>,
        /// The ids of the drafts that tabs hold, this one's among them.
        held: Vec<String>,
    },
    /// Another tab has spoken.
    Heard {
        /// The name of the tab that spoke.
        tab: String,
        /// What the other tab said.
        presence: Presence,
    },
    /// The reader has come back to the tab.
    CameBack,
    /// The page goes away.
    WentAway,
    /// The file at the address has been looked at.
    Looked {
        /// The address that was looked at.
        address: String,
        /// What the server says that marks this version of the file; empty where it says nothing.
        version: String,
        /// Whether the file there is the one that was opened.
        is_same: bool,
    },
}

/// What became of a draft that was to be stored or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreOutcome {
    /// The draft is stored, as this writing of all.
    Kept(u32),
    /// Another tab has gone on with the draft, and nothing was written. With an id that nothing else has.
    Overtaken {
        /// An id for the draft, which nothing else has.
        fresh: String,
    },
    /// The draft is removed.
    Removed,
}

/// What is to be done. Each says which event follows, if one does.
#[derive(Debug, Clone, PartialEq)]
pub enum KeepEffect<B> {
    /// The engine is to write the changes down before it is asked anything else: [`KeepEvent::WrittenDown`].
    WriteDown(AskedMark),
    /// A pause after the change with this number, for more changes may follow: [`KeepEvent::Waited`].
    Pause(u32),
    /// The engine gets some time to write the changes down that someone waits for: [`KeepEvent::Tired`].
    Patience(u32),
    /// The draft with this id is held against other tabs, and none that was held before.
    Hold(String),
    /// A draft is stored: [`KeepEvent::Stored`].
    Store {
        /// The draft that is to be stored.
        draft: StoredDraft,
        /// The bytes of the file it began with.
        base: B,
        /// The writing of it that is known; 0 where there is none.
        over: u32,
    },
    /// The draft with this id is removed, for a file holds it all: [`KeepEvent::Stored`].
    Remove(String),
    /// Drafts that are now part of another are removed, and what is kept is listed: [`KeepEvent::Listed`].
    List {
        /// Which listing it is, counted from 1: one that comes late is older than what is shown.
        number: u32,
        /// The ids of the drafts to be removed.
        without: Vec<String>,
    },
    /// It is remembered beside the drafts whether there are any, so that it is noticed when they are cleared away.
    Remember(bool),
    /// The engine is to tell the SHA-256 of the file: [`KeepEvent::Hashed`].
    Hash,
    /// The other tabs are told.
    Say(Presence),
    /// It is looked whether the file at the address is the one that was opened: [`KeepEvent::Looked`], where it is known.
    LookAt {
        /// The address to look at.
        address: String,
        /// The bytes that were opened.
        hosted: B,
        /// What marked the version, once the server has been asked.
        version: Option<String>,
    },
    /// Someone who waits is told that all is stored, or why not.
    Answer(u32, Result<(), Trouble>),
}
