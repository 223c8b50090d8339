//! Carries out what [`crate::draft::autosave`] asks for, and tells it what came of that.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::file::BrowserFile;
use crate::browser::storage::{StorageKey, remember};
use crate::browser::{clock, kept, tabs, visit};
use crate::draft::autosave::{AskedMark, KeepEffect, KeepEvent, StoreOutcome};
use crate::engine::request::{AskedChange, Request};
use crate::page::session::Session;

/// Changes that follow each other this closely are kept together, in milliseconds.
const PAUSE: i32 = 250;

/// The engine gets this long to write the last change down that someone waits for, in milliseconds.
const PATIENCE: i32 = 2_000;

impl Session {
    pub(super) fn carry(self, effect: KeepEffect<BrowserFile>) {
        match effect {
            KeepEffect::WriteDown(mark) => self.write_down(mark),
            KeepEffect::Pause(number) => self.tell_after(PAUSE, KeepEvent::Waited(number)),
            KeepEffect::Patience(who) => self.tell_after(PATIENCE, KeepEvent::Tired(who)),
            KeepEffect::Hold(id) => self.hands(|hands| {
                if hands.lock.as_ref().is_none_or(|(held, _)| *held != id) {
                    hands.lock = Some((id.clone(), tabs::hold(&id)));
                }
            }),
            KeepEffect::Store { draft, base, over } => {
                // The first change is what makes there something to lose.
                if over == 0 {
                    kept::ask_to_persist();
                }
                spawn_local(async move { self.tell(KeepEvent::Stored(kept::put(draft, base, over).await)) });
            }
            KeepEffect::Remove(id) => spawn_local(async move {
                self.tell(KeepEvent::Stored(kept::remove(&id).await.map(|()| StoreOutcome::Removed)));
            }),
            KeepEffect::List { number, without } => spawn_local(async move {
                for id in without {
                    // One that stays behind is listed and can be deleted by hand.
                    let _ = kept::remove(&id).await;
                }
                let (found, held) = (kept::list().await, self.held().await);
                self.tell(KeepEvent::Listed { number, found, held });
            }),
            KeepEffect::Remember(is_kept) => remember(StorageKey::Kept, is_kept.then_some("1")),
            KeepEffect::Hash => self.hash_for_tabs(),
            KeepEffect::Say(presence) => self.hands(|hands| {
                if let Some(tabs) = &hands.tabs {
                    tabs.say(&presence);
                }
            }),
            KeepEffect::LookAt { address, hosted, version } => spawn_local(async move {
                if let Some((version, is_same)) = look_at(&address, &hosted, version).await {
                    self.tell(KeepEvent::Looked { address, version, is_same });
                }
            }),
            KeepEffect::Answer(who, told) => {
                let waits = self.hands(|hands| hands.waiting.remove(&who));
                // Who waited may have gone.
                let _ = waits.map(|waits| waits.send(told));
            }
        }
    }

    fn tell_after(self, milliseconds: i32, event: KeepEvent<BrowserFile, AskedChange>) {
        spawn_local(async move {
            clock::wait(milliseconds).await;
            self.tell(event);
        });
    }

    fn write_down(self, mark: AskedMark) {
        let Some(engine) = self.running.with_value(|running| running.open.clone()) else { return };
        spawn_local(async move {
            let journal = engine.tell::<String>(&Request::Journal).await;
            if let Some(journal) = journal.filter(|_| self.is_current(&engine)) {
                let base = engine.base().await;
                self.tell(KeepEvent::WrittenDown { mark, journal, base });
            }
        });
    }

    fn hash_for_tabs(self) {
        let Some(engine) = self.running.with_value(|running| running.open.clone()) else { return };
        spawn_local(async move {
            let hash = engine.tell(&Request::Hash).await;
            if self.is_current(&engine) {
                self.tell(KeepEvent::Hashed(hash));
            }
        });
    }
}

/// What marks the version of the file at an address, and whether it is the one that was opened; nothing where it is known
/// to be, or the server is not reached.
async fn look_at(address: &str, hosted: &BrowserFile, version: Option<String>) -> Option<(String, bool)> {
    let told = visit::version(address).await?;
    if !told.is_empty() && version.as_ref() == Some(&told) {
        return None;
    }
    let is_same = visit::file(address).await?.is_same(hosted).await;
    Some((told, is_same))
}
