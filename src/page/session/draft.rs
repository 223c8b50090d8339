//! Changing the open file. The engine carries every change out; here its answer becomes what is open, and every page
//! that shows something of it asks again.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keep;
use super::{OpenState, Session};
use crate::browser::alarm;
use crate::browser::engine::FileSource;
use crate::browser::file::BrowserFile;
use crate::draft::{ChangeKind, EditRefusal, Patch};
use crate::engine::request::{AskHash, AskedChange, Request, held};
use crate::engine::view::{Changed, DraftView, Summary};

impl Session {
    /// The draft in a few words.
    pub fn draft(self) -> DraftView {
        self.draft.get()
    }

    /// Begins a file of this name with these wishes, in place of the open one.
    pub fn begin_file(self, name: &str, patches: Vec<Patch>) {
        let Some(bytes) = BrowserFile::of_text("{\"format\": 1}") else { return };
        let source = FileSource::Kept { name: name.to_owned(), bytes };
        spawn_local(async move {
            if self.may_leave(&source).await {
                self.load_at_once(source, keep::begin(patches));
            }
        });
    }

    /// Carries wishes out as one change; why not, where that cannot be.
    pub async fn change(self, patches: Vec<Patch>) -> Result<(), EditRefusal> {
        self.carry_out_asked(AskedChange::of_patches(&ChangeKind::Edit, &patches)).await
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.carry_out_or_note(Request::Undo);
    }

    /// Does again what was undone last.
    pub fn redo(self) {
        self.carry_out_or_note(Request::Redo);
    }

    /// Takes back everything that no file holds.
    pub fn discard(self) {
        self.carry_out_or_note(Request::Discard);
    }

    /// Asks for what the engine refuses only where the page has asked for what is not there.
    fn carry_out_or_note(self, request: Request) {
        spawn_local(async move {
            if self.carry_out(request).await.is_err() {
                alarm::note("the engine has refused to step through the changes");
            }
        });
    }

    /// Asks for a change and shows what it leads to.
    pub async fn carry_out(self, change: impl Into<AskedChange>) -> Result<(), EditRefusal> {
        self.carry_out_asked(change.into()).await
    }

    async fn carry_out_asked(self, change: AskedChange) -> Result<(), EditRefusal> {
        self.note_asked(change.clone());
        self.running.update_value(|running| {
            running.asked += 1;
            running.unanswered += 1;
        });
        let reply = self.ask_bytes(change.bytes()).await;
        self.running.update_value(|running| running.unanswered -= 1);
        let shown = self.shown(reply);
        if shown.is_err() {
            self.note_refused(change);
        }
        shown
    }

    /// How many changes have been asked for so far: one more has been, where it differs.
    pub(super) fn changes_asked(self) -> u32 {
        self.running.with_value(|running| running.asked)
    }

    /// Shows what a change led to.
    fn shown(self, reply: Option<Vec<u8>>) -> Result<(), EditRefusal> {
        // Where the engine has stopped the page has the change and says how to go on.
        let Some(reply) = reply else { return Ok(()) };
        if let Some(changed) = held::<Changed>(&reply) {
            self.show(changed);
        }
        held::<EditRefusal>(&reply).map_or(Ok(()), Err)
    }

    /// Shows the file as it is after a change.
    pub(super) fn show(self, mut changed: Changed) {
        let before = self.opened.with_untracked(|opened| opened.summary().cloned());
        let stays = |before: &Arc<Summary>| changed.summary.is_none() && before.lists == changed.lists;
        if !before.as_ref().is_some_and(stays) {
            let summary = before.map(|before| changed.summary(&before)).or_else(|| changed.summary.take());
            self.opened.set(summary.map_or(OpenState::Nothing, |summary| OpenState::File(Arc::new(summary))));
        }
        self.draft.set(changed.draft);
        self.keep_soon();
        self.refresh_answers();
    }

    /// Has every page ask again, and the hash computed anew.
    pub(super) fn refresh_answers(self) {
        self.hash.set(String::new());
        self.generation.update(|generation| *generation += 1);
    }

    /// Keeps the hash of the open file at hand, which waits until what is shown has been answered. A draft has none: it is
    /// not the file anyone has, nor the one it will be saved as.
    pub(super) fn follow_hash(self) {
        Effect::new(move |asked: Option<u32>| {
            let (generation, before) = (self.generation.get(), asked.unwrap_or_default());
            if generation == before || !self.is_ready() {
                return before;
            }
            if self.draft.with_untracked(|draft| draft.unsaved == 0) {
                spawn_local(async move {
                    let hash = self.ask(AskHash {}).await;
                    if let (Some(hash), true) = (hash, self.generation.get_untracked() == generation) {
                        self.hash.set(hash);
                    }
                });
            }
            generation
        });
    }
}
