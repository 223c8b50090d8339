//! Nothing is lost: what the reader changes is kept in the browser as they go, comes back when they do, and meets the
//! work of others item by item. What is to be done and when, [`Autosave`] says; here it is told what happens, shown, and
//! its effects are carried out.
//!
//! All but this file is code that comes after the first verdict, or when it is first needed: what happens before it is
//! here waits as a `Deed` each, and is carried out in that order once it is.
//!
//! | file | does |
//! | --- | --- |
//! | `wish` | what the pages ask for |
//! | `desk` | tells what has happened, and shows what comes of it |
//! | `carry` | carries the effects out |
//! | `arrive` | brings kept work back when a file is opened |
//! | `shelf` | what is kept: opened, saved as a file, deleted |
//! | `meet` | another version, another tab, and what both changed |
//! | `save` | saves to a file |
//!
//! [`Autosave`]: crate::draft::autosave::Autosave

mod arrive;
mod carry;
mod conflicts;
mod desk;
mod meet;
mod save;
mod shelf;
mod wish;

use std::any::Any;

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use self::arrive::begin;
pub use self::conflicts::Conflicts;
use self::desk::Desk;
pub use self::save::Where;
use super::Session;
use crate::browser::engine::{FileSource, RunningEngine};
use crate::browser::file::BrowserFile;
use crate::browser::storage::{StorageKey, recall};
use crate::browser::{boot, clock, versions, visit};
use crate::draft::autosave::stored::{FoundDraft, Trouble};
use crate::draft::autosave::{Notice, SaveStatus};
use crate::engine::view::{DraftView, Summary};
use crate::page::code::Absent;

/// Milliseconds after the first verdict before the code is fetched, and before it is asked for again where it did not come.
const AFTER: i32 = 50;
const AGAIN: i32 = 3_000;

/// The part of a session that keeps. A handle, like the session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keep {
    status: RwSignal<SaveStatus>,
    notices: RwSignal<Vec<Notice>>,
    shelf: RwSignal<Vec<FoundDraft>>,
    held: RwSignal<Vec<String>>,
    conflicts: RwSignal<Option<Conflicts>>,
    deciding: RwSignal<bool>,
    /// Where to save once the reader has said who they are.
    signing: RwSignal<Option<Where>>,
    /// What they call themselves, once they have said so in this visit.
    by: StoredValue<Option<String>>,
    code: StoredValue<KeepCode, LocalStorage>,
    desk: StoredValue<Option<&'static Desk>, LocalStorage>,
}

/// How far the code that keeps has come.
enum KeepCode {
    /// The code has not been asked for, or is underway; what waits for it.
    Awaited {
        waiting: Vec<Deed>,
        is_underway: bool,
    },
    Here(KeepCalls),
}

/// What the code offers that has to be called from outside it.
#[derive(Clone, Copy)]
pub(super) struct KeepCalls {
    /// Carries out what has been asked for.
    act: fn(Session, Deed),
    /// Whether leaving the page now loses work.
    would_lose: fn(Session) -> bool,
}

/// What is asked of the code that keeps.
pub(super) enum Deed {
    /// The file is changed: so many items now differ from every file.
    Changed(u32),
    /// A file has been opened to which nothing else is to be done.
    Opened(FileSource, RunningEngine),
    /// A file has been opened: what is to happen to it is to be done before the page turns to it.
    Prepare(Box<JustOpened>, oneshot::Sender<ArrivedDraft>),
    /// The reader wants to open another file: is the work kept?
    Leave(FileSource, oneshot::Sender<bool>),
    /// The engine has stopped with a file open, whose bytes these are.
    EngineLost(Option<BrowserFile>),
    /// The work is to be taken up again.
    Reopen,
    /// A newer version of the page lies ready.
    NewVersion,
    /// A wish that is not the first view's: `KeepWish`, which only the code that keeps looks into; and whether a change was
    /// asked of the engine by it.
    Wish { what: Box<dyn Any>, is_change: bool },
}

/// A file that an engine has opened, and what is to happen to it.
pub(super) struct JustOpened {
    engine: RunningEngine,
    source: FileSource,
    after: OnOpened,
    summary: Summary,
}

/// What is to happen once a file is open.
#[derive(Debug)]
pub(super) enum OnOpened {
    /// Kept work that fits comes back.
    Look,
    /// Kept work that fits comes back, and the reader knows that other work is lost by it.
    Anyway,
    /// The work at hand is taken up again: the engine had stopped.
    Again,
    /// Something else, which the code that keeps knows; `asks` whether work that was done meanwhile is looked after first.
    Then { asks: bool, what: Box<dyn Any> },
}

/// A file that is open, and the work on it, before the page turns to it.
pub(super) struct ArrivedDraft {
    pub(super) summary: Summary,
    /// Turns to the work; none where there is none.
    pub(super) work: Option<Box<dyn FnOnce(Session)>>,
}

#[allow(clippy::unnecessary_wraps, reason = "the code may not be there; then the macro says so")]
#[leptos::wasm_split::wasm_split(keep, wasm_split_path = leptos::wasm_split, fallible)]
fn code() -> Result<KeepCalls, Absent> {
    Ok(KeepCalls { act: desk::act, would_lose: desk::would_lose })
}

impl Keep {
    pub(super) fn new() -> Self {
        Self {
            status: RwSignal::new(SaveStatus::Nothing),
            notices: RwSignal::new(Vec::new()),
            shelf: RwSignal::new(Vec::new()),
            held: RwSignal::new(Vec::new()),
            conflicts: RwSignal::new(None),
            deciding: RwSignal::new(false),
            signing: RwSignal::new(None),
            by: StoredValue::new(None),
            code: StoredValue::new_local(KeepCode::Awaited { waiting: Vec::new(), is_underway: false }),
            desk: StoredValue::new_local(None),
        }
    }

    fn calls(self) -> Option<KeepCalls> {
        self.code.with_value(|code| match code {
            KeepCode::Here(calls) => Some(*calls),
            KeepCode::Awaited { .. } => None,
        })
    }
}

impl Session {
    /// How the reader's work is kept.
    pub fn keeping(self) -> SaveStatus {
        self.keep.status.get()
    }

    /// Whether a saving waits for the reader to say who they are.
    pub fn is_signing(self) -> bool {
        self.keep.signing.with(Option::is_some)
    }

    /// What is to be said about the reader's work, the first first.
    pub fn notices(self) -> Vec<Notice> {
        self.keep.notices.get()
    }

    /// Has something done about the reader's work: now, or once the code is here.
    pub(super) fn keep_by(self, deed: Deed) {
        if let Some(calls) = self.keep.calls() {
            return (calls.act)(self, deed);
        }
        // What nobody waits for waits for the first verdict.
        let may_wait = matches!(deed, Deed::Opened(..) | Deed::NewVersion);
        if matches!(deed, Deed::Changed(_)) {
            self.keep.status.set(SaveStatus::Underway);
        }
        self.keep.code.update_value(|code| {
            if let KeepCode::Awaited { waiting, .. } = code {
                waiting.push(deed);
            }
        });
        if !may_wait {
            self.fetch_keeping();
        }
    }

    /// Fetches the code, as often as it takes, and carries out what has waited for it.
    fn fetch_keeping(self) {
        let is_to_begin = self.keep.code.try_update_value(|code| match code {
            KeepCode::Awaited { is_underway, .. } => !std::mem::replace(is_underway, true),
            KeepCode::Here(_) => false,
        });
        if is_to_begin != Some(true) {
            return;
        }
        spawn_local(async move {
            let calls = loop {
                match code().await {
                    Ok(calls) => break calls,
                    Err(_) => self.keeping_absent(),
                }
                clock::wait(AGAIN).await;
            };
            let before = self.keep.code.try_update_value(|code| std::mem::replace(code, KeepCode::Here(calls)));
            if let Some(KeepCode::Awaited { waiting, .. }) = before {
                for deed in waiting {
                    (calls.act)(self, deed);
                }
            }
        });
    }

    /// Says that changes are not kept, for the code has not come. A file is opened without a look at what is kept.
    fn keeping_absent(self) {
        let unsaved = self.keep.code.try_update_value(|code| {
            let KeepCode::Awaited { waiting, .. } = code else { return false };
            // Whoever waits for a look is told; what else is to happen to a file waits.
            waiting.retain(|deed| !matches!(deed, Deed::Prepare(opened, _) if matches!(opened.after, OnOpened::Look)));
            waiting.iter().any(|deed| matches!(deed, Deed::Changed(_)))
        });
        if unsaved == Some(true) {
            self.keep.status.set(SaveStatus::Not(Trouble::Failed));
            self.keep.notices.set(vec![Notice::NotKept(Trouble::Failed)]);
        }
    }

    /// Keeps the draft as it is now.
    pub(super) fn keep_soon(self) {
        self.keep_by(Deed::Changed(self.draft.with_untracked(|draft| draft.unsaved)));
    }

    /// Makes sure that no work is lost by opening another file: it is kept, or the reader is asked.
    pub(super) async fn may_leave(self, source: &FileSource) -> bool {
        // What is asked for and not answered yet is work as well.
        let is_at_rest = self.running.with_value(|running| running.unanswered == 0);
        if is_at_rest && self.draft.with_untracked(|draft| draft.unsaved == 0) {
            return true;
        }
        let (tell, told) = oneshot::channel();
        self.keep_by(Deed::Leave(source.clone(), tell));
        told.await.unwrap_or(false)
    }

    /// Has the engine do to the file it has just opened what is to happen to it, before the page turns to it.
    pub(super) async fn prepare(
        self,
        engine: &RunningEngine,
        source: &FileSource,
        after: OnOpened,
        summary: Summary,
    ) -> ArrivedDraft {
        let is_plain = matches!(after, OnOpened::Look) && self.keep.calls().is_none() && !may_have_kept();
        // What the browser had from before is said to be so.
        if !is_plain || engine.fetched().is_some() {
            let (tell, told) = oneshot::channel();
            let opened = JustOpened { engine: engine.clone(), source: source.clone(), after, summary: summary.clone() };
            self.keep_by(Deed::Prepare(Box::new(opened), tell));
            if let Ok(arrival) = told.await {
                return arrival;
            }
        }
        ArrivedDraft { summary, work: None }
    }

    /// Turns to the work on a file that has just been opened, and says what became of the work before.
    pub(super) fn attach_work(self, engine: RunningEngine, source: FileSource, work: Option<Box<dyn FnOnce(Self)>>) {
        if let Some(attach_work) = work {
            return attach_work(self);
        }
        self.draft.set(DraftView::default());
        self.keep_by(Deed::Opened(source, engine));
    }

    /// Takes the work up again after the engine has stopped: from the bytes the file was opened from and the draft as
    /// it was last written down.
    pub fn reopen(self) {
        self.keep_by(Deed::Reopen);
    }

    /// Says that work could not be taken up again, unless another file is open or coming. It is still at hand.
    pub(super) fn still_lost(self, name: String) {
        if self.running.with_value(|running| running.open.is_none() && running.coming.is_none()) {
            self.fail(name, super::FailureKind::Lost);
        }
    }

    /// Says that the engine has stopped with a file open, and holds on to the work.
    pub(super) fn engine_lost(self, name: String) {
        let engine = self.running.try_update_value(|running| running.open.take()).flatten();
        self.keep_by(Deed::EngineLost(engine.as_ref().and_then(RunningEngine::known_base)));
        if let Some(engine) = engine {
            engine.stop();
        }
        self.fail(name, super::FailureKind::Lost);
    }

    /// Fetches the code once the first verdict stands, and has the browser ask before work is lost.
    pub(super) fn begin_keeping(self) {
        visit::ask_before_leaving(move || match self.keep.calls() {
            Some(calls) => (calls.would_lose)(self),
            None => self.keep.code.with_value(|code| match code {
                KeepCode::Awaited { waiting, .. } => {
                    waiting.iter().any(|deed| matches!(deed, Deed::Wish { is_change: true, .. }))
                }
                KeepCode::Here(_) => false,
            }),
        });
        versions::on_newer(move || self.keep_by(Deed::NewVersion));
        Effect::new(move |fetched: Option<bool>| {
            let is_time = fetched == Some(true) || self.is_ready();
            if is_time && fetched != Some(true) {
                spawn_local(async move {
                    clock::wait(AFTER).await;
                    self.fetch_keeping();
                });
            }
            is_time
        });
    }
}

/// Whether the browser may keep work of the reader's: it did at the start of the page, or is remembered to.
fn may_have_kept() -> bool {
    boot::told("kept").is_some() || recall(StorageKey::Kept).is_some()
}
