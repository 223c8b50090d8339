//! Nothing is lost: what the reader changes is kept in the browser as they go, comes back when they do, and meets the
//! work of others item by item. What is to be done and when, [`Autosave`] says; here it is told what happens, shown, and
//! its effects are carried out.
//!
//! | file | does |
//! | --- | --- |
//! | `carry` | carries the effects out |
//! | `arrive` | brings kept work back when a file is opened |
//! | `shelf` | what is kept: opened, saved as a file, deleted |
//! | `meet` | another version, another tab, and what both changed |
//! | `save` | saves to a file |

mod arrive;
mod carry;
mod conflicts;
mod meet;
mod save;
mod shelf;

use std::collections::HashMap;

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use crate::browser::disk::DiskFile;
use crate::browser::engine::FileSource;
use crate::browser::file::BrowserFile;
use crate::browser::tabs::{TabLock, Tabs};
use crate::browser::{clock, versions, visit};
use crate::draft::autosave::stored::{FoundDraft, Trouble};
use crate::draft::autosave::{Autosave, KeepEvent, Notice, SaveStatus};
use crate::engine::request::Request;

pub(super) use self::arrive::{ArrivedDraft, OnOpened};
pub use self::conflicts::Conflicts;
pub use self::save::Where;

/// The part of a session that keeps. A handle, like the session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keep {
    machine: StoredValue<Autosave<BrowserFile, Request>, LocalStorage>,
    status: RwSignal<SaveStatus>,
    notices: RwSignal<Vec<Notice>>,
    shelf: RwSignal<Vec<FoundDraft>>,
    held: RwSignal<Vec<String>>,
    conflicts: RwSignal<Option<Conflicts>>,
    deciding: RwSignal<bool>,
    hands: StoredValue<Hands, LocalStorage>,
}

/// What the browser has given into the tab's hands.
#[derive(Default)]
struct Hands {
    tabs: Option<Tabs>,
    /// The draft that is held against other tabs.
    lock: Option<(String, TabLock)>,
    /// The file on disk that can be written to, and what it holds as far as is known.
    disk: Option<(DiskFile, Option<BrowserFile>)>,
    /// The file to open once the reader has said that work may be lost.
    asking: Option<FileSource>,
    /// Who waits until all is kept.
    waiting: HashMap<u32, oneshot::Sender<Result<(), Trouble>>>,
    last: u32,
}

impl Keep {
    pub(super) fn new() -> Self {
        Self {
            machine: StoredValue::new_local(Autosave::default()),
            status: RwSignal::new(SaveStatus::Nothing),
            notices: RwSignal::new(Vec::new()),
            shelf: RwSignal::new(Vec::new()),
            held: RwSignal::new(Vec::new()),
            conflicts: RwSignal::new(None),
            deciding: RwSignal::new(false),
            hands: StoredValue::new_local(Hands::default()),
        }
    }
}

/// Shows what is now, where it is not what was.
fn refresh<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}

impl Session {
    /// How the reader's work is kept.
    pub fn keeping(self) -> SaveStatus {
        self.keep.status.get()
    }

    /// What is to be said about the reader's work, the first first.
    pub fn notices(self) -> Vec<Notice> {
        self.keep.notices.get()
    }

    /// Puts a notice away.
    pub fn put_away(self, notice: &Notice) {
        self.unsay(|it| it == notice);
    }

    /// Tells what has happened to the reader's work, and does what is to be done about it.
    pub(super) fn tell(self, event: KeepEvent<BrowserFile, Request>) {
        let effects = self.keep.machine.try_update_value(|machine| machine.handle(event, clock::now()));
        self.show_kept();
        effects.into_iter().flatten().for_each(|effect| self.carry(effect));
    }

    fn show_kept(self) {
        let now = self.keep.machine.with_value(|machine| {
            (machine.status(), machine.notices().to_vec(), machine.shelf().to_vec(), machine.held().to_vec())
        });
        refresh(self.keep.status, now.0);
        refresh(self.keep.notices, now.1);
        refresh(self.keep.shelf, now.2);
        refresh(self.keep.held, now.3);
    }

    pub(super) fn notify(self, notice: Notice) {
        self.keep.machine.update_value(|machine| machine.notify(notice));
        self.show_kept();
    }

    pub(super) fn unsay(self, no_longer: impl Fn(&Notice) -> bool) {
        self.keep.machine.update_value(|machine| machine.unsay(no_longer));
        self.show_kept();
    }

    /// Keeps the draft as it is now.
    pub(super) fn keep_soon(self) {
        self.tell(KeepEvent::Changed { unsaved: self.draft.with_untracked(|draft| draft.unsaved) });
    }

    /// Keeps all there is, and says when it is or why it cannot be.
    pub(super) async fn keep_all(self) -> Result<(), Trouble> {
        let (tell, told) = oneshot::channel();
        let who = self.keep.hands.try_update_value(|hands| {
            hands.last = hands.last.wrapping_add(1);
            hands.waiting.insert(hands.last, tell);
            hands.last
        });
        if let Some(who) = who {
            self.tell(KeepEvent::Settle(who));
        }
        told.await.unwrap_or(Err(Trouble::Failed))
    }

    /// Turns to the newer version of the page, unless work would be lost: then that is told.
    pub fn take_version(self) {
        spawn_local(async move {
            match self.keep_all().await {
                Ok(()) => versions::take(),
                Err(why) => self.notify(Notice::NotKept(why)),
            }
        });
    }

    /// Listens to the reader's coming and going and to the other tabs.
    pub(super) fn begin_keeping(self) {
        let tabs = Tabs::open(move |tab, presence| self.tell(KeepEvent::Heard { tab, presence }));
        self.keep.hands.update_value(|hands| hands.tabs = Some(tabs));
        visit::on_leaving(move || self.tell(KeepEvent::Leaving));
        visit::on_hiding(move || self.tell(KeepEvent::WentAway));
        visit::on_return(move || self.tell(KeepEvent::CameBack));
        visit::ask_before_leaving(move || self.keep.machine.with_value(Autosave::would_lose));
        versions::on_newer(move || self.notify(Notice::NewVersion));
    }
}
