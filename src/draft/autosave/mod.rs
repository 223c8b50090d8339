//! Keeping the reader's work in the browser as they go, bringing it back when they come back, and knowing of the other
//! tabs: what has happened goes in as a [`KeepEvent`], what is to be done comes out as [`KeepEffect`]s. Nothing here knows
//! a browser; whoever carries the effects out says what came of each, so that every fault can be tried in a test.
//!
//! | file | knows |
//! | --- | --- |
//! | [`stored`] | a draft as it is stored: whether it is whole, which one comes back, whose writing counts |
//! | [`open`] | the open file and the work on it |
//! | [`restore`] | what comes back when a file is opened |
//! | [`notice`] | what there is to say, and how the work is kept |
//! | [`event`] | what happens, and what is to be done |
//! | `writing` | writing drafts, one at a time |
//! | `tabs` | speaking to the other tabs and hearing them |
//! | [`presence`] | what a tab says of itself |

pub mod event;
pub mod notice;
pub mod open;
pub mod presence;
pub mod restore;
pub mod stored;
mod tabs;
#[cfg(test)]
mod tests;
mod writing;

use std::collections::BTreeMap;

pub use self::event::{KeepEffect, KeepEvent, StoreOutcome};
pub use self::notice::{Notice, SaveStatus};
pub use self::open::{AskedMark, OpenDraft, WrittenWork};
pub use self::presence::Presence;
pub use self::restore::{ComesBack, RestoredSession};
use self::stored::{Condition, FoundDraft, Trouble};
use self::writing::DraftQueue;
use crate::organisation::sort;

/// The file at an address is looked at this often at most, in milliseconds.
const LOOK_EVERY: u64 = 60_000;

/// How the reader's work is kept: all that a tab knows about it. `B` stands for the bytes of a file, `C` for a change that
/// was asked of the engine.
#[derive(Debug)]
pub struct Autosave<B, C> {
    open: OpenDraft<B, C>,
    status: SaveStatus,
    notices: Vec<Notice>,
    shelf: Vec<FoundDraft>,
    held: Vec<String>,
    others: BTreeMap<String, Presence>,
    /// Items that differ from every file now.
    unsaved: u32,
    /// Both sides have changed an item, and the reader has not decided.
    undecided: bool,
    queue: DraftQueue<B>,
    has_listed: bool,
    /// How many listings of what the browser keeps were asked for.
    listings: u32,
    /// The newest of them that has come.
    listed: u32,
    /// When the file at the address was last looked at, in milliseconds since 1970.
    looked: u64,
}

impl<B, C> Default for Autosave<B, C> {
    fn default() -> Self {
        Self {
            open: OpenDraft::default(),
            status: SaveStatus::default(),
            notices: Vec::new(),
            shelf: Vec::new(),
            held: Vec::new(),
            others: BTreeMap::new(),
            unsaved: 0,
            undecided: false,
            queue: DraftQueue::default(),
            has_listed: false,
            listings: 0,
            listed: 0,
            looked: 0,
        }
    }
}

impl<B: Clone, C: Clone + PartialEq> Autosave<B, C> {
    /// Takes in what has happened, at a time in milliseconds since 1970: what is to be done about it, in that order.
    pub fn handle(&mut self, event: KeepEvent<B, C>, now: u64) -> Vec<KeepEffect<B>> {
        let mut effects = Vec::new();
        match event {
            KeepEvent::Asked(change) => self.open.since.push(change),
            KeepEvent::Refused(change) => {
                if let Some(place) = self.open.since.iter().position(|it| *it == change) {
                    self.open.since.remove(place);
                }
                self.write_for_waiting(now, &mut effects);
            }
            KeepEvent::Changed { unsaved } => {
                self.unsaved = unsaved;
                self.have_written_down(&mut effects);
            }
            KeepEvent::WrittenDown { mark, journal, base } => {
                self.open.write_down(mark, journal, base);
                self.written_down(mark, now, &mut effects);
            }
            KeepEvent::Waited(number) => {
                if self.queue.is_newest(number) {
                    self.write(now, &mut effects);
                }
            }
            KeepEvent::Leaving => self.write(now, &mut effects),
            KeepEvent::Settle(who) => self.settle(who, now, &mut effects),
            KeepEvent::Tired(who) => self.give_up(who, &mut effects),
            KeepEvent::Stored(outcome) => self.stored(outcome, now, &mut effects),
            KeepEvent::EngineLost(base) => {
                self.open.base = self.open.base.take().or(base);
                self.write(now, &mut effects);
            }
            KeepEvent::SavedAs { name, base, is_downloaded } => {
                self.open.saved_as(name, base, is_downloaded);
                self.unsay(|notice| {
                    matches!(notice, Notice::Restored(..) | Notice::HostedChanged | Notice::NotKept(_))
                });
            }
            KeepEvent::Merging { replaces, is_undecided } => {
                self.open.replaces.extend(replaces);
                self.undecided = is_undecided;
            }
            KeepEvent::Decided => {
                self.undecided = false;
                self.have_written_down(&mut effects);
            }
            KeepEvent::Opened(restored) => self.attach(*restored, &mut effects),
            KeepEvent::Fetched(bytes) => {
                // What has been saved as a file since is no longer the one at the address.
                if !self.open.address.is_empty() {
                    self.open.base.get_or_insert_with(|| bytes.clone());
                    self.open.hosted = Some(bytes);
                }
            }
            KeepEvent::Hashed(hash) => {
                self.open.sha256 = hash.unwrap_or_default();
                effects.push(KeepEffect::Say(self.presence(true, false)));
                self.have_listed(Vec::new(), &mut effects);
            }
            KeepEvent::Discarded => self.have_listed(Vec::new(), &mut effects),
            KeepEvent::Listed { number, found, held } => {
                // Listings may overtake each other: an older one holds drafts that are gone.
                if number > self.listed {
                    self.listed = number;
                    self.list(found, held, &mut effects);
                }
            }
            KeepEvent::Heard { tab, presence } => self.hear(tab, presence, &mut effects),
            KeepEvent::CameBack => self.come_back(now, &mut effects),
            KeepEvent::WentAway => effects.push(KeepEffect::Say(self.presence(false, true))),
            KeepEvent::Looked { address, version, is_same } => {
                if self.open.address == address {
                    if is_same {
                        self.open.hosted_version = Some(version);
                    } else {
                        self.notify(Notice::HostedChanged);
                    }
                }
            }
        }
        effects
    }

    /// The open file and the work on it.
    pub fn open(&self) -> &OpenDraft<B, C> {
        &self.open
    }

    /// How the work is kept.
    pub fn status(&self) -> SaveStatus {
        self.status
    }

    /// What there is to say, the first first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The kept drafts, the one written last first, but for the work at hand.
    pub fn shelf(&self) -> &[FoundDraft] {
        &self.shelf
    }

    /// The ids of the kept drafts that other tabs hold.
    pub fn held(&self) -> &[String] {
        &self.held
    }

    /// The ids of the drafts that other tabs have said they work on.
    pub fn others(&self) -> impl Iterator<Item = &String> {
        self.others.values().map(|other| &other.draft)
    }

    /// Says something, in place of what was said of the same kind.
    pub fn notify(&mut self, notice: Notice) {
        self.notices.retain(|it| std::mem::discriminant(it) != std::mem::discriminant(&notice));
        self.notices.push(notice);
    }

    /// Takes back what is no longer so.
    pub fn unsay(&mut self, no_longer: impl Fn(&Notice) -> bool) {
        self.notices.retain(|notice| !no_longer(notice));
    }

    /// Whether leaving the page now loses work.
    pub fn would_lose(&self) -> bool {
        match self.status {
            SaveStatus::Nothing | SaveStatus::Kept(_) => !self.open.since.is_empty(),
            SaveStatus::Underway => true,
            SaveStatus::Not(_) => self.undecided || self.unsaved > 0,
        }
    }

    /// The changes that the engine had not written down when it stopped, to be asked for once more: once, for one of
    /// them may be what stopped it.
    pub fn take_since(&mut self) -> Vec<C> {
        std::mem::take(&mut self.open.since)
    }

    /// Turns to a file that has just been opened, and says what became of the work before.
    fn attach(&mut self, restored: RestoredSession<B, C>, effects: &mut Vec<KeepEffect<B>>) {
        let before = std::mem::replace(&mut self.open, restored.open);
        let unsaved = std::mem::replace(&mut self.unsaved, restored.unsaved);
        let mut notices = restored.notices;
        if restored.merged.is_some_and(|merged| before.work.as_ref().is_none_or(|work| work.journal != merged)) {
            // The reader has gone on since what was brought in was written down: the old draft stays.
            self.open.replaces.retain(|id| *id != before.id);
        }
        let goes_on = self.open.id == before.id || self.open.replaces.contains(&before.id);
        if before.sequence > 0 && unsaved > 0 && !goes_on {
            notices.push(Notice::Aside(before.name, unsaved));
        }
        // That is not about the file.
        notices.extend(self.notices.contains(&Notice::NewVersion).then_some(Notice::NewVersion));
        self.queue.turn();
        (self.status, self.notices, self.undecided) = (restored.status, notices, restored.is_undecided);
        if restored.is_to_be_kept {
            self.have_written_down(effects);
        }
        if self.open.sha256.is_empty() {
            effects.push(KeepEffect::Hash);
        } else {
            effects.push(KeepEffect::Say(self.presence(true, false)));
            self.have_listed(Vec::new(), effects);
        }
    }

    /// Has what the browser keeps listed, after the drafts with these ids have been removed.
    fn have_listed(&mut self, without: Vec<String>, effects: &mut Vec<KeepEffect<B>>) {
        self.listings += 1;
        effects.push(KeepEffect::List { number: self.listings, without });
    }

    fn list(
        &mut self,
        found: Result<Vec<FoundDraft>, Trouble>,
        mut held: Vec<String>,
        effects: &mut Vec<KeepEffect<B>>,
    ) {
        // What cannot be listed now may be there still.
        let Ok(mut found) = found else { return };
        if found.iter().all(|found| found.condition == Condition::Whole && found.kept.unsaved == 0) {
            effects.push(KeepEffect::Remember(false));
        }
        // What is at hand is not on the shelf; what was given away as a download is there until it is deleted.
        let is_at_work = self.open.work.as_ref().is_some_and(|work| work.unsaved > 0);
        found.retain(|found| !is_at_work || found.key != self.open.id);
        sort::by_key(&mut found, |found| std::cmp::Reverse(found.kept.sequence));
        held.retain(|id| *id != self.open.id);
        (self.shelf, self.held) = (found, held);
    }

    /// Looks at the file at the address, unless that was done a moment ago, and tells the other tabs.
    fn come_back(&mut self, now: u64, effects: &mut Vec<KeepEffect<B>>) {
        effects.push(KeepEffect::Say(self.presence(true, false)));
        // A clock set back is no reason to wait.
        let is_soon = now.abs_diff(self.looked) < LOOK_EVERY;
        let hosted = self.open.hosted.clone().filter(|_| !self.open.address.is_empty() && !is_soon);
        if let Some(hosted) = hosted {
            self.looked = now;
            let (address, version) = (self.open.address.clone(), self.open.hosted_version.clone());
            effects.push(KeepEffect::LookAt { address, hosted, version });
        }
    }
}
