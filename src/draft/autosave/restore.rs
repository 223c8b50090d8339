//! What comes back when a file is opened.

use super::stored::{Condition, FoundDraft, StoredDraft, Trouble, of_address, to_restore};
use super::{Autosave, Notice, OpenDraft, SaveStatus, WrittenWork};
use crate::organisation::number::saturating;

/// A file that has just been opened, with the work on it, before the page turns to it.
#[derive(Debug)]
pub struct RestoredSession<B, C> {
    /// The file and the work.
    pub open: OpenDraft<B, C>,
    /// How the work is kept.
    pub status: SaveStatus,
    /// What there is to say about the opened file.
    pub notices: Vec<Notice>,
    /// Items that differ from every file.
    pub unsaved: u32,
    /// Whether both sides have changed an item.
    pub is_undecided: bool,
    /// Whether the work is to be kept as it is now.
    pub is_to_be_kept: bool,
    /// The journal that was brought in, where one was.
    pub merged: Option<String>,
}

/// What is done with kept work when a file is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComesBack {
    /// The work is brought back: it was done on this very file.
    Work(StoredDraft),
    /// The work is offered: it was done on another version of the file.
    Offer(FoundDraft),
    /// There is no work to bring back.
    Nothing,
}

impl ComesBack {
    /// What is done with what was found when the file with this hash was opened from this address, which is empty for a
    /// file of the reader's own. `held` are the ids of the drafts that tabs hold.
    pub fn of(found: &[FoundDraft], base: &str, address: &str, held: &[String]) -> Self {
        if let Some(kept) = to_restore(found, base, held) {
            Self::Work(kept.clone())
        } else if let Some(kept) = of_address(found, address, base, held) {
            Self::Offer(FoundDraft { key: kept.id.clone(), kept: kept.clone(), condition: Condition::Whole })
        } else {
            Self::Nothing
        }
    }
}

impl<B: Clone, C> RestoredSession<B, C> {
    /// A file without work.
    pub fn new(open: OpenDraft<B, C>) -> Self {
        Self {
            open,
            status: SaveStatus::Nothing,
            notices: Vec::new(),
            unsaved: 0,
            is_undecided: false,
            is_to_be_kept: false,
            merged: None,
        }
    }

    /// The engine has carried kept work out on the file, whose bytes these are.
    pub fn bring_back(&mut self, kept: StoredDraft, base: Option<B>) {
        self.status = SaveStatus::Kept(kept.when);
        self.notices.push(Notice::Restored(kept.unsaved, kept.when));
        let open = &mut self.open;
        open.base.clone_from(&base);
        open.work = base.map(|base| WrittenWork { journal: kept.journal, base, unsaved: kept.unsaved });
        (open.id, open.sequence, open.is_kept) = (kept.id, kept.sequence, true);
        (open.address, open.sha256) = (kept.address, kept.base);
    }

    /// The engine has brought the work of another together with the file: a journal, the kept drafts that are now part of
    /// the work, and whether both sides have changed an item.
    pub fn merge(&mut self, journal: String, replaces: Vec<String>, is_undecided: bool) {
        self.open.replaces = replaces;
        self.merged = Some(journal);
        self.is_undecided = is_undecided;
        self.is_to_be_kept = true;
        self.notices.push(Notice::Merged);
    }
}

impl<B: Clone, C: Clone + PartialEq> Autosave<B, C> {
    /// What is to be said of what the browser keeps, the first time it is looked at; `is_remembered` says whether there
    /// is known to have been something. Where that is gone, it need not be remembered any longer.
    pub fn look_over(&mut self, listed: Result<&[FoundDraft], Trouble>, is_remembered: bool) -> (Vec<Notice>, bool) {
        let Ok(found) = listed else {
            // Nothing is said where nothing was kept, nor before there is something to keep.
            return (is_remembered.then_some(Notice::Unreadable).into_iter().collect(), false);
        };
        if std::mem::replace(&mut self.has_listed, true) {
            return (Vec::new(), false);
        }
        let is_wiped = found.is_empty() && is_remembered;
        let mut notices: Vec<_> = is_wiped.then_some(Notice::Wiped).into_iter().collect();
        let count = |condition| found.iter().filter(|found| found.condition == condition).count();
        let count = |condition| saturating(count(condition));
        let (damaged, newer) = (count(Condition::Damaged), count(Condition::Newer));
        if damaged + newer > 0 {
            notices.push(Notice::Unusable(damaged, newer));
        }
        (notices, is_wiped)
    }
}
