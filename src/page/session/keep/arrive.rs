//! Opening a file: the work that is kept for it comes back with it, and the work left behind is kept first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Hands;
use super::{ArrivedDraft, Conflicts, JustOpened, OnOpened};
use crate::browser::engine::{FileSource, RunningEngine};
use crate::browser::file::BrowserFile;
use crate::browser::storage::{StorageKey, recall, remember};
use crate::browser::{kept, tabs};
use crate::draft::autosave::stored::{StoredDraft, of_ones_own};
use crate::draft::autosave::{Autosave, ComesBack, KeepEvent, Notice, OpenDraft, RestoredSession};
use crate::draft::{ChangeKind, Patch};
use crate::engine::request::{AskedChange, Request, held};
use crate::engine::view::{Changed, DraftView, Merged, Summary};
use crate::page::session::Session;
use crate::page::session::opened::EXAMPLE;

/// What else is to happen once a file is open.
enum ThenDo {
    /// This kept work comes back into the open file.
    Restore(Box<StoredDraft>),
    /// The file is begun with these wishes.
    Begin(Vec<Patch>),
    /// What a journal holds is brought in; the kept draft it stands in is deleted once that is kept.
    Merge { journal: String, replaces: Vec<String> },
}

/// This kept work is to come back.
pub(super) fn restore(kept: StoredDraft) -> OnOpened {
    OnOpened::Then { asks: true, what: Box::new(ThenDo::Restore(Box::new(kept))) }
}

/// The file is to be begun with these wishes.
pub(in crate::page::session) fn begin(patches: Vec<Patch>) -> OnOpened {
    OnOpened::Then { asks: false, what: Box::new(ThenDo::Begin(patches)) }
}

/// What a journal holds is to be brought in; the kept drafts that stands in are deleted once that is kept.
pub(super) fn merge(journal: String, replaces: Vec<String>) -> OnOpened {
    OnOpened::Then { asks: false, what: Box::new(ThenDo::Merge { journal, replaces }) }
}

/// A file that is open, and the work on it.
struct OpenedWork {
    summary: Summary,
    draft: DraftView,
    work: AttachedWork,
}

/// The work on a file, as the tab turns to it.
struct AttachedWork {
    restored: RestoredSession<BrowserFile, AskedChange>,
    conflicts: Option<Conflicts>,
    /// What the browser gives for it; nothing where that is at hand.
    hands: Option<Hands>,
}

impl Session {
    /// Opens the file that the reader was asked about.
    pub(super) fn open_regardless(self) {
        self.unsay(|notice| *notice == Notice::MayLose);
        if let Some(source) = self.hands(|hands| hands.asking.take()) {
            self.load_at_once(source, OnOpened::Anyway);
        }
    }

    /// Does to a file that has just been opened what is to happen to it.
    pub(super) async fn arrange(self, opened: JustOpened) -> ArrivedDraft {
        let JustOpened { engine, source, after, summary } = opened;
        let mut arrival = OpenedWork { summary, draft: DraftView::default(), work: AttachedWork::new(&source) };
        match after {
            // Where nothing can be changed the work stays where it is, for a tab of its own.
            OnOpened::Look | OnOpened::Anyway if self.embedded || self.framed => {}
            OnOpened::Look | OnOpened::Anyway => self.bring_back(&engine, &mut arrival).await,
            OnOpened::Again => self.take_up(&engine, &mut arrival).await,
            OnOpened::Then { what, .. } => {
                if let Ok(then) = what.downcast() {
                    arrival.go_on(&engine, *then).await;
                }
            }
        }
        if matches!(source, FileSource::Url { .. }) {
            arrival.work.restored.notices.extend(engine.fetched().map(Notice::NotReached));
        }
        let OpenedWork { summary, draft, mut work } = arrival;
        work.restored.open.municipality.clone_from(&summary.name.sv);
        let attach_work = move |session: Self| {
            let unsaved = draft.unsaved;
            session.draft.set(draft);
            session.attach(engine, &source, work, unsaved);
        };
        ArrivedDraft { summary, work: Some(Box::new(attach_work)) }
    }

    /// Turns to a file that was opened without a look at what is kept.
    pub(super) fn attach_opened(self, engine: RunningEngine, source: &FileSource) {
        let mut work = AttachedWork::new(source);
        let name = self.opened.with_untracked(|opened| opened.summary().map(|summary| summary.name.sv.clone()));
        work.restored.open.municipality = name.unwrap_or_default();
        self.attach(engine, source, work, 0);
    }

    /// Turns to the work on a file that has just been opened, and says what became of the work before.
    fn attach(self, engine: RunningEngine, source: &FileSource, work: AttachedWork, unsaved: u32) {
        if let Some(Hands { lock, disk, .. }) = work.hands {
            self.hands(|hands| (hands.lock, hands.disk) = (lock, disk));
        }
        self.keep.deciding.set(work.conflicts.is_some());
        self.keep.conflicts.set(work.conflicts);
        self.tell(KeepEvent::Opened(Box::new(RestoredSession { unsaved, ..work.restored })));
        if matches!(source, FileSource::Url { .. }) {
            spawn_local(async move {
                if let Some(bytes) = engine.base().await.filter(|_| self.is_current(&engine)) {
                    self.tell(KeepEvent::Fetched(bytes));
                }
            });
        }
    }

    /// Looks for kept work that fits the file.
    async fn bring_back(self, engine: &RunningEngine, arrival: &mut OpenedWork) {
        let found = kept::list().await;
        let is_remembered = recall(StorageKey::Kept).is_some();
        let (notices, is_wiped) =
            self.machine(|machine| machine.look_over(found.as_deref().map_err(|why| *why), is_remembered));
        let restored = &mut arrival.work.restored;
        restored.notices.extend(notices);
        if is_wiped {
            remember(StorageKey::Kept, None);
        }
        let Some(found) = found.ok().filter(|found| !found.is_empty()) else { return };
        let Some(hash) = engine.tell::<String>(&Request::Hash).await else { return };
        restored.open.sha256.clone_from(&hash);
        match ComesBack::of(&found, &hash, &restored.open.address, &self.held().await) {
            ComesBack::Work(kept) => arrival.restore(engine, kept).await,
            ComesBack::Offer(found) => restored.notices.push(Notice::OtherVersion(Box::new(found))),
            ComesBack::Nothing if arrival.summary.file == EXAMPLE => {
                let own = of_ones_own(&found, &self.held().await).cloned();
                restored.notices.extend(own.map(|own| Notice::OwnWork(Box::new(own))));
            }
            ComesBack::Nothing => {}
        }
    }

    /// The drafts that tabs hold, as far as the browser or the tabs tell.
    pub(super) async fn held(self) -> Vec<String> {
        let mut held = tabs::held().await;
        self.machine(|machine| held.extend(machine.others().cloned()));
        held
    }

    /// Takes the work up again after the engine has stopped.
    pub(super) fn open_work_again(self) {
        let work = self.machine(|machine| {
            let open = machine.open();
            (open.name.clone(), open.base.clone(), open.address.clone())
        });
        match work {
            (name, Some(bytes), _) => self.load_at_once(FileSource::Kept { name, bytes }, OnOpened::Again),
            // The engine had not handed the bytes over yet.
            (name, None, url) if !url.is_empty() => self.load_at_once(FileSource::Url { name, url }, OnOpened::Again),
            (_, None, _) => self.load_again(),
        }
    }

    /// Takes up the work whose engine has stopped.
    async fn take_up(self, engine: &RunningEngine, arrival: &mut OpenedWork) {
        // Done once more, not over and over: one of them may be what stopped the engine.
        let since = self.machine(Autosave::take_since);
        let open = self.machine(|machine| machine.open().clone());
        if let Some(work) = &open.work {
            let Some(changed) = engine.tell(&Request::Restore(work.journal.clone())).await else {
                // What is kept of it stays, for this is another draft.
                return arrival.work.restored.notices.push(Notice::NotBack);
            };
            arrival.take(changed);
            arrival.work.restored.is_to_be_kept = true;
        }
        (arrival.work.restored.open, arrival.work.hands) = (open, None);
        for change in since {
            let changed = engine.ask_bytes(change.bytes()).await.ok().and_then(|reply| held(&reply));
            if let Some(changed) = changed {
                arrival.take(changed);
                arrival.work.restored.is_to_be_kept = true;
            }
        }
    }
}

impl OpenedWork {
    /// Takes in what a change led to.
    fn take(&mut self, mut changed: Changed) {
        self.summary = changed.summary(&self.summary);
        self.draft = changed.draft;
    }

    async fn go_on(&mut self, engine: &RunningEngine, then: ThenDo) {
        match then {
            ThenDo::Restore(kept) => self.restore(engine, *kept).await,
            ThenDo::Begin(patches) => {
                if let Some(changed) = engine.tell(&Request::Change { name: ChangeKind::Edit, patches }).await {
                    self.take(changed);
                    self.work.restored.is_to_be_kept = true;
                }
            }
            ThenDo::Merge { journal, replaces } => {
                if let Some(Merged { changed, conflicts }) = engine.tell(&Request::Merge(journal.clone())).await {
                    self.take(changed);
                    let work = &mut self.work;
                    work.conflicts = Conflicts::new(conflicts);
                    work.restored.merge(journal, replaces, work.conflicts.is_some());
                } else {
                    self.work.restored.notices.push(Notice::NotBack);
                }
            }
        }
    }

    /// Brings kept work back.
    async fn restore(&mut self, engine: &RunningEngine, kept: StoredDraft) {
        let Some(changed) = engine.tell::<Changed>(&Request::Restore(kept.journal.clone())).await else {
            return self.work.restored.notices.push(Notice::NotBack);
        };
        self.take(changed);
        if let Some(hands) = &mut self.work.hands {
            hands.lock = Some((kept.id.clone(), tabs::hold(&kept.id)));
        }
        self.work.restored.bring_back(kept, engine.base().await);
    }
}

impl AttachedWork {
    /// No work on a file yet.
    fn new(source: &FileSource) -> Self {
        let (address, disk) = match source {
            FileSource::Url { url, .. } => (url.clone(), None),
            FileSource::Disk(file, handle) => (String::new(), Some((handle.clone(), Some(file.clone())))),
            FileSource::File(_) | FileSource::Kept { .. } => (String::new(), None),
        };
        Self {
            restored: RestoredSession::new(OpenDraft::new(tabs::random(), source.name(), address)),
            conflicts: None,
            hands: Some(Hands { disk, ..Hands::default() }),
        }
    }
}
