//! Keeping the draft: asked from the engine after every change, written to the browser a moment later.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Keeping, Notice, Work};
use crate::browser::kept::{self, Written};
use crate::browser::storage::{Key, remember};
use crate::browser::{clock, tabs};
use crate::draft::journal::Journal;
use crate::draft::keep::{Kept, Trouble};
use crate::engine::request::Request;
use crate::page::session::Session;

/// Changes that follow each other this closely are kept together, in milliseconds.
const PAUSE: i32 = 250;

impl Session {
    /// Keeps the draft as it is now. The engine is asked before anything else is asked of it, so that the page holds
    /// the draft even if the engine stops the moment after.
    pub(in crate::page::session) fn keep_soon(self) {
        let unsaved = self.draft.with_untracked(|draft| draft.unsaved);
        let ticket = self.next_ticket();
        let asked = self.keep.desk.with_value(|desk| desk.since.len());
        self.keep.keeping.set(Keeping::Underway);
        let Some(engine) = self.running.with_value(|running| running.open.clone()) else { return };
        spawn_local(async move {
            let Some(journal) = engine.tell::<String>(&Request::Journal).await else { return };
            if !self.is_current(&engine) {
                return;
            }
            self.keep.desk.update_value(|desk| {
                desk.since.drain(..asked.min(desk.since.len()));
                let base = desk.base.clone().or_else(|| engine.base());
                desk.base.clone_from(&base);
                desk.work = base.map(|base| Work { journal, base, unsaved });
                desk.is_kept = false;
            });
            if self.is_newest(ticket) {
                clock::wait(PAUSE).await;
            }
            if self.is_newest(ticket) && self.is_current(&engine) {
                let _ = self.keep_now().await;
            }
        });
    }

    /// Writes the draft to the browser at once, unless it is there.
    pub(in crate::page::session) async fn keep_now(self) -> Result<(), Trouble> {
        while self.keep.room.with_value(|room| room.is_writing) {
            clock::wait(10).await;
        }
        let work = self.keep.desk.with_value(|desk| if desk.is_kept { None } else { desk.work.clone() });
        let Some(work) = work else {
            return match self.keep.keeping.get_untracked() {
                Keeping::Not(why) => Err(why),
                _ => Ok(()),
            };
        };
        self.keep.room.update_value(|room| room.is_writing = true);
        let id = self.keep.desk.with_value(|desk| desk.id.clone());
        let result = self.write(work).await;
        self.keep.room.update_value(|room| room.is_writing = false);
        let is_same = self.keep.desk.with_value(|desk| desk.id == id);
        match result {
            Ok(()) => {
                self.unsay(|notice| matches!(notice, Notice::NotKept(_)));
                self.let_go_of_merged().await;
                self.list_shelf().await;
                self.announce(false, false);
                Ok(())
            }
            Err(why) => {
                if is_same {
                    self.keep.keeping.set(Keeping::Not(why));
                    self.notify(Notice::NotKept(why));
                }
                Err(why)
            }
        }
    }

    async fn write(self, work: Work) -> Result<(), Trouble> {
        let when = clock::now();
        let wanted = |desk: &super::Desk| (desk.id.clone(), desk.sequence, desk.downloaded);
        let (mut id, mut sequence, downloaded) = self.keep.desk.with_value(wanted);
        if work.unsaved == 0 {
            // A file holds everything; but of a download nobody knows whether it arrived.
            if sequence > 0 && !downloaded {
                kept::remove(&id).await?;
                self.written(&id, &work, 0, None);
            } else {
                self.written(&id, &work, sequence, None);
            }
            return Ok(());
        }
        let kept = |id: &str| {
            self.keep.desk.with_value(|desk| Kept {
                id: id.to_owned(),
                name: desk.name.clone(),
                address: desk.address.clone(),
                base: Journal::base_in(&work.journal).unwrap_or_default().to_owned(),
                journal: work.journal.clone(),
                unsaved: work.unsaved,
                when,
                sequence: 0,
                build: env!("CARGO_PKG_VERSION").to_owned(),
            })
        };
        self.hold(&id);
        loop {
            match kept::put(kept(&id), work.base.clone(), sequence).await? {
                Written::Kept(sequence) => {
                    remember(Key::Kept, Some("1"));
                    self.written(&id, &work, sequence, Some(when));
                    return Ok(());
                }
                Written::Overtaken => {
                    // Another tab has gone on with this draft while this one slept: both are kept.
                    let fresh = tabs::random();
                    self.keep.desk.update_value(|desk| {
                        if desk.id == id {
                            desk.id.clone_from(&fresh);
                            desk.lock = None;
                        }
                    });
                    (id, sequence) = (fresh, 0);
                    self.hold(&id);
                }
            }
        }
    }

    /// Notes that work has been written, unless another file or another change has come meanwhile.
    fn written(self, id: &str, work: &Work, sequence: u32, when: Option<u64>) {
        let is_all = self.keep.desk.try_update_value(|desk| {
            if desk.id != id {
                return false;
            }
            desk.sequence = sequence;
            desk.downloaded &= when.is_none();
            desk.is_kept = desk.work.as_ref().is_some_and(|now| now.journal == work.journal);
            desk.is_kept
        });
        if is_all == Some(true) {
            self.keep.keeping.set(when.map_or(Keeping::Nothing, Keeping::Kept));
        }
    }

    /// Holds the draft against other tabs.
    pub(super) fn hold(self, id: &str) {
        self.keep.desk.update_value(|desk| {
            if desk.id == id && desk.lock.is_none() {
                desk.lock = Some(tabs::hold(id));
            }
        });
    }

    /// Holds on to a change until the engine has written it down.
    pub(in crate::page::session) fn hold_on_to(self, request: &Request) {
        self.keep.desk.update_value(|desk| desk.since.push(request.clone()));
    }

    /// Lets go of a change that was refused.
    pub(in crate::page::session) fn let_go_of(self, request: &Request) {
        self.keep.desk.update_value(|desk| {
            if let Some(place) = desk.since.iter().position(|it| it == request) {
                desk.since.remove(place);
            }
        });
    }

    fn next_ticket(self) -> u32 {
        let next = self.keep.room.try_update_value(|room| {
            room.ticket = room.ticket.wrapping_add(1);
            room.ticket
        });
        next.unwrap_or_default()
    }

    fn is_newest(self, ticket: u32) -> bool {
        self.keep.room.with_value(|room| room.ticket == ticket)
    }
}
