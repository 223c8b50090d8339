//! Changing the open file. The engine carries every change out; here its answer becomes what is open, and every page
//! that shows something of it asks again.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Opened, Session};
use crate::draft::{Name, Patch, Refused};
use crate::engine::request::{Reply, Request};
use crate::engine::view::{Changed, DraftView};

impl Session {
    /// The draft in a few words.
    pub fn draft(self) -> DraftView {
        self.draft.get()
    }

    /// Carries wishes out as one change; why not, where that cannot be.
    pub async fn change(self, patches: Vec<Patch>) -> Result<(), Refused> {
        self.carry_out(Request::Change { name: Name::Edit, patches }).await
    }

    /// Takes the last change back.
    pub fn undo(self) {
        spawn_local(async move { drop(self.carry_out(Request::Undo).await) });
    }

    /// Does again what was undone last.
    pub fn redo(self) {
        spawn_local(async move { drop(self.carry_out(Request::Redo).await) });
    }

    /// Takes back everything that no file holds.
    pub fn discard(self) {
        spawn_local(async move { drop(self.carry_out(Request::Discard).await) });
    }

    /// Asks for a change and shows what it leads to.
    pub async fn carry_out(self, request: Request) -> Result<(), Refused> {
        self.hold_on_to(&request);
        match self.ask(request.clone()).await {
            Some(Reply::Changed(changed)) => {
                self.show(*changed);
                Ok(())
            }
            Some(Reply::Refused(refused)) => {
                self.let_go_of(&request);
                Err(*refused)
            }
            // The engine has stopped: the page has the change and says how to go on.
            _ => Ok(()),
        }
    }

    /// Shows the file as it is after a change.
    pub(super) fn show(self, changed: Changed) {
        self.draft.set(changed.draft);
        self.opened.set(Opened::File(Arc::new(changed.summary)));
        self.keep_soon();
        self.asks_anew();
    }

    /// Has every page ask again, and the hash computed anew.
    pub(super) fn asks_anew(self) {
        self.generation.update(|generation| *generation += 1);
        self.hash.set(String::new());
        let generation = self.generation.get_untracked();
        spawn_local(async move {
            let hash = self.ask(Request::Hash).await;
            if let (Some(Reply::Text(hash)), true) = (hash, self.generation.get_untracked() == generation) {
                self.hash.set(hash);
            }
        });
    }
}
