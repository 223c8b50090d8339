//! Opening a file: the work that is kept for it comes back with it, and the work left behind is kept first.

use leptos::prelude::*;

use super::{Conflicts, Hands};
use crate::browser::engine::{FileSource, RunningEngine};
use crate::browser::file::BrowserFile;
use crate::browser::storage::{StorageKey, recall, remember};
use crate::browser::{kept, tabs};
use crate::draft::autosave::stored::{StoredDraft, of_ones_own};
use crate::draft::autosave::{Autosave, ComesBack, KeepEvent, Notice, OpenDraft, RestoredSession};
use crate::draft::{ChangeKind, Patch};
use crate::engine::request::Request;
use crate::engine::view::{Changed, DraftView, Merged, Summary};
use crate::page::session::opened::EXAMPLE;
use crate::page::session::{FailureKind, Session};

/// What is to happen once a file is open.
#[derive(Debug)]
pub(in crate::page::session) enum OnOpened {
    /// Kept work that fits comes back.
    Look,
    /// The same, and the reader knows that work is lost by it.
    Anyway,
    /// This kept work comes back.
    Restore(Box<StoredDraft>),
    /// The work at hand is taken up again: the engine had stopped.
    Again,
    /// The file is begun with these wishes.
    Begin(Vec<Patch>),
    /// What a journal holds is brought in; the kept draft it stands in is deleted once that is kept.
    Merge { journal: String, replaces: Vec<String> },
}

/// A file that is open, and the work on it, before the page turns to it.
pub(in crate::page::session) struct ArrivedDraft {
    pub(in crate::page::session) summary: Summary,
    draft: DraftView,
    restored: RestoredSession<BrowserFile, Request>,
    conflicts: Option<Conflicts>,
    /// What the browser gives for it; nothing where that is at hand.
    hands: Option<Hands>,
}

impl Session {
    /// Makes sure that no work is lost by opening another file: it is kept, or the reader is asked.
    pub(in crate::page::session) async fn may_leave(self, source: &FileSource) -> bool {
        if self.draft.with_untracked(|draft| draft.unsaved == 0) || self.keep_all().await.is_ok() {
            return true;
        }
        self.keep.hands.update_value(|hands| hands.asking = Some(source.clone()));
        self.notify(Notice::MayLose);
        false
    }

    /// Opens the file that the reader was asked about.
    pub fn open_anyway(self) {
        self.put_away(&Notice::MayLose);
        let source = self.keep.hands.try_update_value(|hands| hands.asking.take()).flatten();
        if let Some(source) = source {
            self.load_at_once(source, OnOpened::Anyway);
        }
    }

    /// Has the engine do to the file it has just opened what is to happen to it, before the page turns to it.
    pub(in crate::page::session) async fn prepare(
        self,
        engine: &RunningEngine,
        source: &FileSource,
        after: OnOpened,
        summary: Summary,
    ) -> ArrivedDraft {
        let mut arrival = ArrivedDraft::new(source, summary);
        match after {
            OnOpened::Look | OnOpened::Anyway => self.bring_back(engine, &mut arrival).await,
            OnOpened::Restore(kept) => arrival.restore(engine, *kept).await,
            OnOpened::Begin(patches) => {
                if let Some(changed) = engine.tell(&Request::Change { name: ChangeKind::Edit, patches }).await {
                    arrival.take(changed);
                    arrival.restored.is_to_be_kept = true;
                }
            }
            OnOpened::Again => self.take_up(engine, &mut arrival).await,
            OnOpened::Merge { journal, replaces } => {
                if let Some(Merged { changed, conflicts }) = engine.tell(&Request::Merge(journal.clone())).await {
                    arrival.take(changed);
                    arrival.conflicts = Conflicts::new(conflicts);
                    arrival.restored.merge(journal, replaces, arrival.conflicts.is_some());
                } else {
                    arrival.restored.notices.push(Notice::NotBack);
                }
            }
        }
        if matches!(source, FileSource::Url { .. }) {
            arrival.restored.open.hosted = engine.base();
            arrival.restored.notices.extend(engine.fetched().map(Notice::NotReached));
        }
        arrival
    }

    /// Looks for kept work that fits the file.
    async fn bring_back(self, engine: &RunningEngine, arrival: &mut ArrivedDraft) {
        let found = kept::list().await;
        let is_remembered = recall(StorageKey::Kept).is_some();
        let said = self
            .keep
            .machine
            .try_update_value(|machine| machine.look_over(found.as_deref().map_err(|why| *why), is_remembered));
        let (notices, is_wiped) = said.unwrap_or_default();
        arrival.restored.notices.extend(notices);
        if is_wiped {
            remember(StorageKey::Kept, None);
        }
        let Some(found) = found.ok().filter(|found| !found.is_empty()) else { return };
        let Some(hash) = engine.tell::<String>(&Request::Hash).await else { return };
        arrival.restored.open.sha256.clone_from(&hash);
        match ComesBack::of(&found, &hash, &arrival.restored.open.address, &self.held().await) {
            ComesBack::Work(kept) => arrival.restore(engine, kept).await,
            ComesBack::Offer(found) => arrival.restored.notices.push(Notice::OtherVersion(Box::new(found))),
            ComesBack::Nothing if arrival.summary.file == EXAMPLE => {
                let own = of_ones_own(&found, &self.held().await).cloned();
                arrival.restored.notices.extend(own.map(|own| Notice::OwnWork(Box::new(own))));
            }
            ComesBack::Nothing => {}
        }
    }

    /// The drafts that tabs hold, as far as the browser or the tabs tell.
    pub(super) async fn held(self) -> Vec<String> {
        let mut held = tabs::held().await;
        self.keep.machine.with_value(|machine| held.extend(machine.others().cloned()));
        held
    }

    /// Turns to the work on a file that has just been opened, and says what became of the work before.
    pub(in crate::page::session) fn sit_down(self, arrival: ArrivedDraft) {
        if let Some(Hands { lock, disk, .. }) = arrival.hands {
            self.keep.hands.update_value(|hands| (hands.lock, hands.disk) = (lock, disk));
        }
        self.keep.deciding.set(arrival.conflicts.is_some());
        self.keep.conflicts.set(arrival.conflicts);
        let unsaved = arrival.draft.unsaved;
        self.draft.set(arrival.draft);
        self.tell(KeepEvent::Opened(Box::new(RestoredSession { unsaved, ..arrival.restored })));
    }

    /// Takes the work up again after the engine has stopped: from the bytes the file was opened from and the draft as
    /// it was last written down.
    pub fn reopen(self) {
        let work = self.keep.machine.with_value(|machine| (machine.open().name.clone(), machine.open().base.clone()));
        match work {
            (name, Some(bytes)) => self.load_at_once(FileSource::Kept { name, bytes }, OnOpened::Again),
            (_, None) => self.load_again(),
        }
    }

    /// Takes up the work whose engine has stopped.
    async fn take_up(self, engine: &RunningEngine, arrival: &mut ArrivedDraft) {
        // Done once more, not over and over: one of them may be what stopped the engine.
        let since = self.keep.machine.try_update_value(Autosave::take_since).unwrap_or_default();
        let open = self.keep.machine.with_value(|machine| machine.open().clone());
        if let Some(work) = &open.work {
            let Some(changed) = engine.tell(&Request::Restore(work.journal.clone())).await else {
                // What is kept of it stays, for this is another draft.
                return arrival.restored.notices.push(Notice::NotBack);
            };
            arrival.take(changed);
            arrival.restored.is_to_be_kept = true;
        }
        (arrival.restored.open, arrival.hands) = (open, None);
        for request in since {
            if let Some(changed) = engine.tell(&request).await {
                arrival.take(changed);
                arrival.restored.is_to_be_kept = true;
            }
        }
    }

    /// Says that work could not be taken up again, unless another file is open or coming. It is still at hand.
    pub(in crate::page::session) fn still_lost(self, name: String) {
        if self.running.with_value(|running| running.open.is_none() && running.coming.is_none()) {
            self.fail(name, FailureKind::Lost);
        }
    }

    /// Says that the engine has stopped with a file open, and holds on to the work.
    pub(in crate::page::session) fn engine_lost(self, name: String) {
        let engine = self.running.try_update_value(|running| running.open.take()).flatten();
        self.tell(KeepEvent::EngineLost(engine.as_ref().and_then(RunningEngine::base)));
        if let Some(engine) = engine {
            engine.stop();
        }
        self.fail(name, FailureKind::Lost);
    }
}

impl ArrivedDraft {
    fn new(source: &FileSource, summary: Summary) -> Self {
        let (address, disk) = match source {
            FileSource::Url { url, .. } => (url.clone(), None),
            FileSource::Disk(file, handle) => (String::new(), Some((handle.clone(), Some(file.clone())))),
            FileSource::File(_) | FileSource::Kept { .. } => (String::new(), None),
        };
        Self {
            summary,
            draft: DraftView::default(),
            restored: RestoredSession::new(OpenDraft::new(tabs::random(), source.name(), address)),
            conflicts: None,
            hands: Some(Hands { disk, ..Hands::default() }),
        }
    }

    /// Takes in what a change led to.
    fn take(&mut self, mut changed: Changed) {
        self.summary = changed.summary(&self.summary);
        self.draft = changed.draft;
    }

    /// Brings kept work back.
    async fn restore(&mut self, engine: &RunningEngine, kept: StoredDraft) {
        let Some(changed) = engine.tell::<Changed>(&Request::Restore(kept.journal.clone())).await else {
            return self.restored.notices.push(Notice::NotBack);
        };
        self.take(changed);
        if let Some(hands) = &mut self.hands {
            hands.lock = Some((kept.id.clone(), tabs::hold(&kept.id)));
        }
        self.restored.bring_back(kept, engine.base());
    }
}
