//! What the reader wishes for their work, on whatever page: told to the code that keeps, which need not be here yet.

use super::{Deed, Where};
use leptos::prelude::*;

use crate::browser::file::BrowserFile;
use crate::browser::storage::{StorageKey, recall, remember};
use crate::draft::autosave::stored::FoundDraft;
use crate::draft::autosave::{KeepEvent, Notice};
use crate::engine::request::AskedChange;
use crate::page::session::Session;

/// A wish of the page concerning kept work.
pub(super) enum KeepWish {
    /// This has happened to the work.
    Tell(KeepEvent<BrowserFile, AskedChange>),
    Say(Notice),
    PutAway(Notice),
    Save(Where),
    OpenAnyway,
    TakeVersion,
    TakeIn(TheirWork),
    Decide,
    OpenKept(FoundDraft),
    SaveKept(FoundDraft),
    DeleteKept(FoundDraft),
}

/// Whose work is to be brought together with the reader's.
pub(super) enum TheirWork {
    /// Work that was kept on another version of the file.
    Kept(Box<FoundDraft>),
    /// Another tab's, by its draft.
    Tab(String),
    /// The file at the address, as it is now.
    Hosted,
    /// The file on disk, as it is now.
    Disk,
}

impl Session {
    fn wish(self, wish: KeepWish) {
        let is_change = matches!(wish, KeepWish::Tell(KeepEvent::Asked(_)));
        self.keep_by(Deed::Wish { what: Box::new(wish), is_change });
    }

    /// Notes that a change is asked of the engine.
    pub(in crate::page::session) fn note_asked(self, change: AskedChange) {
        self.wish(KeepWish::Tell(KeepEvent::Asked(change)));
    }

    /// Notes that the engine has refused a change.
    pub(in crate::page::session) fn note_refused(self, change: AskedChange) {
        self.wish(KeepWish::Tell(KeepEvent::Refused(change)));
    }

    /// Says something, in place of what was said of the same kind.
    pub(in crate::page::session) fn say(self, notice: Notice) {
        self.wish(KeepWish::Say(notice));
    }

    /// Puts a notice away.
    pub fn put_away(self, notice: &Notice) {
        self.wish(KeepWish::PutAway(notice.clone()));
    }

    /// Saves the open file, from a click of the reader's: the browser may have to ask them.
    pub fn save(self) {
        self.save_to(Where::Usual);
    }

    /// Saves the open file somewhere. Who saves is asked once, where it comes to stand in the trail of the file.
    pub fn save_to(self, place: Where) {
        let is_noted =
            untrack(|| self.draft().unsaved > 0 && !self.summary().is_some_and(|summary| summary.can_be_answered));
        if is_noted && self.by().is_none() {
            self.keep.signing.set(Some(place));
        } else {
            self.wish(KeepWish::Save(place));
        }
    }

    /// What the reader calls themselves; empty where they do not want to say, none where they have not been asked.
    pub fn by(self) -> Option<String> {
        self.keep.by.get_value().or_else(|| recall(StorageKey::By))
    }

    /// Is called so by the reader from now on.
    pub fn call_me(self, by: &str) {
        remember(StorageKey::By, Some(by));
        self.keep.by.set_value(Some(by.to_owned()));
    }

    /// Saves what has waited for the reader to say who they are.
    pub fn sign(self, by: &str) {
        self.call_me(by);
        if let Some(place) = self.keep.signing.try_update(Option::take).flatten() {
            self.wish(KeepWish::Save(place));
        }
    }

    /// Saves nothing, and asks again the next time.
    pub fn leave_unsigned(self) {
        self.keep.signing.set(None);
    }

    /// Opens the file that the reader was asked about.
    pub fn open_anyway(self) {
        self.wish(KeepWish::OpenAnyway);
    }

    /// Turns to the newer version of the page, unless work would be lost: then that is told.
    pub fn take_version(self) {
        self.wish(KeepWish::TakeVersion);
    }

    /// Brings kept work on another version of the file into the open one.
    pub fn take_in_kept(self, found: FoundDraft) {
        self.wish(KeepWish::TakeIn(TheirWork::Kept(Box::new(found))));
    }

    /// Brings another tab's kept changes into the open file. They stay with the other tab as well.
    pub fn take_in_tab(self, draft: String) {
        self.wish(KeepWish::TakeIn(TheirWork::Tab(draft)));
    }

    /// Opens the file at the address as it is now and brings the reader's changes into it.
    pub fn take_in_hosted(self) {
        self.wish(KeepWish::TakeIn(TheirWork::Hosted));
    }

    /// Opens the file on disk as it is now and brings the reader's changes into it.
    pub fn take_in_disk(self) {
        self.wish(KeepWish::TakeIn(TheirWork::Disk));
    }

    /// Carries out what the reader has chosen where both sides changed an item.
    pub fn decide(self) {
        self.wish(KeepWish::Decide);
    }

    /// Opens kept work.
    pub fn open_kept(self, found: FoundDraft) {
        self.wish(KeepWish::OpenKept(found));
    }

    /// Saves kept work as a file, without opening it; what cannot be used as it is.
    pub fn save_kept(self, found: FoundDraft) {
        self.wish(KeepWish::SaveKept(found));
    }

    /// Deletes kept work.
    pub fn delete_kept(self, found: FoundDraft) {
        self.wish(KeepWish::DeleteKept(found));
    }
}
