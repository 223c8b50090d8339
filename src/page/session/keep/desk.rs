//! Where the work is kept: what has happened is told to [`Autosave`], what comes of it is shown and carried out.

use std::cell::RefCell;
use std::collections::HashMap;

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Deed;
use super::wish::KeepWish;
use crate::browser::disk::DiskFile;
use crate::browser::engine::FileSource;
use crate::browser::file::BrowserFile;
use crate::browser::tabs::{TabLock, Tabs};
use crate::browser::{clock, versions, visit};
use crate::draft::autosave::stored::Trouble;
use crate::draft::autosave::{Autosave, KeepEvent, Notice};
use crate::engine::request::AskedChange;
use crate::page::session::Session;

/// What is known about the reader's work, and what the browser has given into the tab's hands for it.
pub(super) struct Desk {
    machine: RefCell<Autosave<BrowserFile, AskedChange>>,
    hands: RefCell<Hands>,
}

/// What the browser has given into the tab's hands.
#[derive(Default)]
pub(super) struct Hands {
    pub(super) tabs: Option<Tabs>,
    /// The draft that is held against other tabs.
    pub(super) lock: Option<(String, TabLock)>,
    /// The file on disk that can be written to, and what it holds as far as is known.
    pub(super) disk: Option<(DiskFile, Option<BrowserFile>)>,
    /// The file to open once the reader has said that work may be lost.
    pub(super) asking: Option<FileSource>,
    /// Who waits until all is kept.
    pub(super) waiting: HashMap<u32, oneshot::Sender<Result<(), Trouble>>>,
    pub(super) last: u32,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

/// Carries out what has been asked for.
pub(super) fn act(session: Session, deed: Deed) {
    match deed {
        Deed::Wish { what, .. } => {
            if let Ok(wish) = what.downcast() {
                session.grant(*wish);
            }
        }
        Deed::Changed(unsaved) => session.tell(KeepEvent::Changed { unsaved }),
        Deed::Opened(source, engine) => session.attach_opened(engine, &source),
        Deed::Prepare(opened, tell) => spawn_local(async move {
            // Where another file has been asked for meanwhile, nobody waits for this one.
            let _ = tell.send(session.arrange(*opened).await);
        }),
        Deed::Leave(source, tell) => spawn_local(async move {
            let may_leave = session.keep_all().await.is_ok();
            if !may_leave {
                session.hands(|hands| hands.asking = Some(source));
                session.notify(Notice::MayLose);
            }
            let _ = tell.send(may_leave);
        }),
        Deed::EngineLost(base) => session.tell(KeepEvent::EngineLost(base)),
        Deed::Reopen => session.open_work_again(),
        Deed::NewVersion => session.notify(Notice::NewVersion),
    }
}

/// Whether leaving the page now loses work.
pub(super) fn would_lose(session: Session) -> bool {
    session.machine(|machine| machine.would_lose())
}

/// Shows what is now, where it is not what was.
fn refresh<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}

impl Session {
    fn desk(self) -> &'static Desk {
        self.keep.desk.get_value().unwrap_or_else(|| {
            let desk = Desk { machine: RefCell::default(), hands: RefCell::default() };
            let desk: &'static Desk = Box::leak(Box::new(desk));
            self.keep.desk.set_value(Some(desk));
            self.listen();
            desk
        })
    }

    /// Looks at what is known about the work, or changes it.
    pub(super) fn machine<T>(self, look: impl FnOnce(&mut Autosave<BrowserFile, AskedChange>) -> T) -> T {
        look(&mut self.desk().machine.borrow_mut())
    }

    /// Looks at what the browser has given, or changes it.
    pub(super) fn hands<T>(self, look: impl FnOnce(&mut Hands) -> T) -> T {
        look(&mut self.desk().hands.borrow_mut())
    }

    fn grant(self, wish: KeepWish) {
        match wish {
            KeepWish::Tell(event) => self.tell(event),
            KeepWish::Say(notice) => self.notify(notice),
            KeepWish::PutAway(notice) => self.unsay(|it| *it == notice),
            KeepWish::Save(place) => spawn_local(self.save_at(place)),
            KeepWish::OpenAnyway => self.open_regardless(),
            KeepWish::TakeVersion => spawn_local(async move {
                match self.keep_all().await {
                    Ok(()) => versions::take(),
                    Err(why) => self.notify(Notice::NotKept(why)),
                }
            }),
            KeepWish::TakeIn(from) => self.take_in_from(from),
            KeepWish::Decide => self.carry_out_choices(),
            KeepWish::OpenKept(found) => self.open_found(found),
            KeepWish::SaveKept(found) => self.save_found(found),
            KeepWish::DeleteKept(found) => self.delete_found(found),
        }
    }

    /// Tells what has happened to the reader's work, and does what is to be done about it.
    pub(super) fn tell(self, event: KeepEvent<BrowserFile, AskedChange>) {
        let effects = self.machine(|machine| machine.handle(event, clock::now()));
        self.show_kept();
        for effect in effects {
            self.carry(effect);
        }
    }

    fn show_kept(self) {
        let now = self.machine(|machine| {
            (machine.status(), machine.notices().to_vec(), machine.shelf().to_vec(), machine.held().to_vec())
        });
        refresh(self.keep.status, now.0);
        refresh(self.keep.notices, now.1);
        refresh(self.keep.shelf, now.2);
        refresh(self.keep.held, now.3);
    }

    pub(super) fn notify(self, notice: Notice) {
        self.machine(|machine| machine.notify(notice));
        self.show_kept();
    }

    pub(super) fn unsay(self, no_longer: impl Fn(&Notice) -> bool) {
        self.machine(|machine| machine.unsay(no_longer));
        self.show_kept();
    }

    /// Keeps all there is, and says when it is or why it cannot be.
    pub(super) async fn keep_all(self) -> Result<(), Trouble> {
        let (tell, told) = oneshot::channel();
        let who = self.hands(|hands| {
            hands.last = hands.last.wrapping_add(1);
            hands.waiting.insert(hands.last, tell);
            hands.last
        });
        self.tell(KeepEvent::Settle(who));
        told.await.unwrap_or(Err(Trouble::Failed))
    }

    /// Listens to the reader's coming and going and to the other tabs.
    fn listen(self) {
        // Where nothing can be changed, what other tabs have changed cannot be taken in either.
        if !self.embedded && !self.framed {
            let tabs = Tabs::open(move |tab, presence| self.tell(KeepEvent::Heard { tab, presence }));
            self.hands(|hands| hands.tabs = Some(tabs));
        }
        visit::on_leaving(move || self.tell(KeepEvent::Leaving));
        visit::on_hiding(move || self.tell(KeepEvent::WentAway));
        visit::on_return(move || self.tell(KeepEvent::CameBack));
    }
}
