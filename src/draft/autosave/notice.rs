//! How the reader's work is kept, and what there is to say about it.

use super::stored::{FoundDraft, Trouble};

/// How the reader's work is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// There is no work that a file does not hold.
    #[default]
    Nothing,
    /// The draft is being kept.
    Underway,
    /// All of it is in the browser, since this time in milliseconds since 1970.
    Kept(u64),
    /// The browser does not keep the work.
    Not(Trouble),
}

/// Something to be said about the reader's work, the file or the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Kept work is back: how many items differ, and when it was kept.
    Restored(u32, u64),
    /// Another file was opened over work, which is kept: what that file is called and how many items differ.
    Aside(String, u32),
    /// There is kept work on another version of the file.
    OtherVersion(Box<FoundDraft>),
    /// The example is open, and there is work on a file of the reader's own.
    OwnWork(Box<FoundDraft>),
    /// An import is done.
    Imported(ImportedCounts),
    /// The server is not reached: the file is as it was fetched at this time.
    NotReached(u64),
    /// A newer version of the page lies ready.
    NewVersion,
    /// The file at the address is another than the one opened.
    HostedChanged,
    /// Another tab has changed the same file: its draft and how many items.
    OtherTab(String, u32),
    /// The draft of the tab is not kept in the browser.
    TabNotThere,
    /// The browser does not keep the work.
    NotKept(Trouble),
    /// The browser has cleared away what it kept.
    Wiped,
    /// What the browser keeps cannot be read at all.
    Unreadable,
    /// Some of what it keeps cannot be used: how many are damaged, how many of a newer page.
    Unusable(u32, u32),
    /// Kept work could not be carried out.
    NotBack,
    /// Opening another file would lose the work.
    MayLose,
    /// Another's changes have been taken in.
    Merged,
    /// The file is saved under a name: as a download or not, and whether changes were made meanwhile.
    Saved(String, bool, bool),
    /// The file could not be saved.
    NotSaved(NoFile),
    /// Someone else has written to the file.
    ChangedOnDisk(String),
}

/// What an import has done, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportedCounts {
    /// Items that are new.
    pub added: u32,
    /// Items of which something has changed.
    pub changed: u32,
    /// Questions that were not answered.
    pub asked: u32,
    /// Cells, rows and columns that were not used, or are told of.
    pub left: u32,
}

/// Why a file on the reader's disk was not picked or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFile {
    /// The reader closed the browser's dialogue.
    Stopped,
    /// The reader, or a setting, did not allow the file.
    Refused,
    /// Writing failed: no room, gone, or in use.
    Failed,
}
