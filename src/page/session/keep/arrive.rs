//! Opening a file: the work that is kept for it comes back with it, and the work left behind is kept first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Conflicts, Desk, Keeping, Notice, Work};
use crate::browser::engine::{Engine, Source};
use crate::browser::storage::{Key, recall, remember};
use crate::browser::{clock, kept, tabs};
use crate::draft::keep::{Condition, Found, Kept, Trouble, of_address, to_restore};
use crate::draft::{Name, Patch};
use crate::engine::request::{AskHash, Request};
use crate::engine::view::{Changed, DraftView, Merged, Summary};
use crate::organisation::number::saturating;
use crate::page::session::{FailureKind, Session};

/// What is to happen once a file is open.
#[derive(Debug)]
pub(in crate::page::session) enum After {
    /// Kept work that fits comes back.
    Look,
    /// The same, and the reader knows that work is lost by it.
    Anyway,
    /// This kept work comes back.
    Restore(Box<Kept>),
    /// The work on this desk is taken up again: the engine had stopped.
    Again(Box<Desk>),
    /// The file is begun with these wishes.
    Begin(Vec<Patch>),
    /// What a journal holds is brought in; the kept draft it stands in is deleted once that is kept.
    Merge { journal: String, replaces: Vec<String> },
}

/// A file that is open, and the work on it.
pub(in crate::page::session) struct Arrival {
    pub(in crate::page::session) summary: Summary,
    pub(in crate::page::session) draft: DraftView,
    desk: Desk,
    keeping: Keeping,
    notices: Vec<Notice>,
    conflicts: Option<Conflicts>,
    /// Whether the draft is to be kept as it is now.
    keep: bool,
    /// The journal that was brought in, where one was.
    merged: Option<String>,
    /// Whether this is work whose engine had stopped.
    again: bool,
}

impl Session {
    /// Makes sure that no work is lost by opening another file: it is kept, or the reader is asked.
    pub(in crate::page::session) async fn may_leave(self, source: &Source) -> bool {
        if self.draft.with_untracked(|draft| draft.unsaved == 0) || self.keep_all().await.is_ok() {
            return true;
        }
        self.keep.room.update_value(|room| room.asking = Some(source.clone()));
        self.notify(Notice::MayLose);
        false
    }

    /// Opens the file that the reader was asked about.
    pub fn open_anyway(self) {
        self.put_away(&Notice::MayLose);
        let source = self.keep.room.try_update_value(|room| room.asking.take()).flatten();
        if let Some(source) = source {
            self.load_then(source, After::Anyway);
        }
    }

    /// Keeps the draft, once the engine has written down the last change.
    pub(in crate::page::session) async fn keep_all(self) -> Result<(), Trouble> {
        for _ in 0..100 {
            if self.keep.desk.with_value(|desk| desk.since.is_empty()) {
                break;
            }
            clock::wait(20).await;
        }
        if self.keep.desk.with_value(|desk| desk.since.is_empty()) {
            self.keep_now().await
        } else {
            Err(Trouble::Failed)
        }
    }

    /// Has the engine do to the file it has just opened what is to happen to it, before the page turns to it.
    pub(in crate::page::session) async fn prepare(
        self,
        engine: &Engine,
        source: &Source,
        after: After,
        summary: Summary,
    ) -> Arrival {
        let mut arrival = Arrival {
            summary,
            draft: DraftView::default(),
            desk: Desk::new(source),
            keeping: Keeping::Nothing,
            notices: Vec::new(),
            conflicts: None,
            keep: false,
            merged: None,
            again: false,
        };
        match after {
            After::Look | After::Anyway => self.bring_back(engine, &mut arrival).await,
            After::Restore(kept) => arrival.restore(engine, *kept).await,
            After::Begin(patches) => {
                if let Some(changed) = engine.tell(&Request::Change { name: Name::Edit, patches }).await {
                    arrival.take(changed);
                    arrival.keep = true;
                }
            }
            After::Again(desk) => arrival.take_up(engine, *desk).await,
            After::Merge { journal, replaces } => {
                if let Some(Merged { changed, conflicts }) = engine.tell(&Request::Merge(journal.clone())).await {
                    arrival.take(changed);
                    arrival.conflicts = Conflicts::new(conflicts);
                    arrival.desk.replaces = replaces;
                    arrival.merged = Some(journal);
                    arrival.notices.push(Notice::Merged);
                    arrival.keep = true;
                } else {
                    arrival.notices.push(Notice::NotBack);
                }
            }
        }
        if matches!(source, Source::Url { .. }) {
            arrival.desk.hosted = engine.base();
            arrival.notices.extend(engine.fetched().map(Notice::NotReached));
        }
        arrival
    }

    /// Looks for kept work that fits the file.
    async fn bring_back(self, engine: &Engine, arrival: &mut Arrival) {
        let Ok(found) = kept::list().await else {
            // Nothing is said where nothing was kept, nor before there is something to keep.
            if recall(Key::Kept).is_some() {
                arrival.notices.push(Notice::Unreadable);
            }
            return;
        };
        let is_first = self.keep.room.try_update_value(|room| !std::mem::replace(&mut room.has_listed, true));
        if is_first == Some(true) {
            if found.is_empty() && recall(Key::Kept).is_some() {
                remember(Key::Kept, None);
                arrival.notices.push(Notice::Wiped);
            }
            let count = |condition| found.iter().filter(|found| found.condition == condition).count();
            let count = |condition| saturating(count(condition));
            let (damaged, newer) = (count(Condition::Damaged), count(Condition::Newer));
            if damaged + newer > 0 {
                arrival.notices.push(Notice::Unusable(damaged, newer));
            }
        }
        if found.is_empty() {
            return;
        }
        let Some(hash) = engine.tell::<String>(&Request::Hash).await else { return };
        arrival.desk.sha256.clone_from(&hash);
        let held = self.held().await;
        if let Some(kept) = to_restore(&found, &hash, &held) {
            arrival.restore(engine, kept.clone()).await;
        } else if let Some(kept) = of_address(&found, &arrival.desk.address, &hash, &held) {
            let found = Found { key: kept.id.clone(), kept: kept.clone(), condition: Condition::Whole };
            arrival.notices.push(Notice::OtherVersion(Box::new(found)));
        }
    }

    /// The drafts that tabs hold, as far as the browser or the tabs tell.
    pub(super) async fn held(self) -> Vec<String> {
        let mut held = tabs::held().await;
        self.keep.room.with_value(|room| held.extend(room.others.values().map(|other| other.draft.clone())));
        held
    }

    /// Turns to the work on a file that has just been opened, and says what became of the work before.
    pub(in crate::page::session) fn sit_down(self, arrival: Arrival) {
        let before = self.keep.desk.try_update_value(|desk| std::mem::replace(desk, arrival.desk));
        let unsaved = self.draft.get_untracked().unsaved;
        let mut notices = arrival.notices;
        if let (Some(merged), Some(before)) = (&arrival.merged, &before)
            && before.work.as_ref().is_none_or(|work| work.journal != *merged)
        {
            // The reader has gone on since what was brought in was written down: the old draft stays.
            self.keep.desk.update_value(|desk| desk.replaces.retain(|id| *id != before.id));
        }
        if let Some(before) = before.filter(|before| before.sequence > 0 && unsaved > 0) {
            let goes_on = self.keep.desk.with_value(|desk| desk.id == before.id || desk.replaces.contains(&before.id));
            if !goes_on {
                notices.push(Notice::Aside(before.name, unsaved));
            }
        }
        self.keep.keeping.set(arrival.keeping);
        self.keep.deciding.set(arrival.conflicts.is_some());
        self.keep.conflicts.set(arrival.conflicts);
        // That is not about the file.
        if self.keep.notices.with_untracked(|said| said.contains(&Notice::NewVersion)) {
            notices.push(Notice::NewVersion);
        }
        self.keep.notices.set(notices);
        self.draft.set(arrival.draft);
        if arrival.keep {
            self.keep_soon();
        }
        spawn_local(async move {
            if self.keep.desk.with_value(|desk| desk.sha256.is_empty())
                && let Some(hash) = self.ask(AskHash {}).await
            {
                self.keep.desk.update_value(|desk| desk.sha256 = hash);
            }
            self.announce(true, false);
            self.list_shelf().await;
        });
    }

    /// Takes the work up again after the engine has stopped: from the bytes the file was opened from and the draft as
    /// it was last written down.
    pub fn reopen(self) {
        let desk = self.keep.desk.try_update_value(std::mem::take);
        let Some((desk, bytes)) = desk.and_then(|desk| desk.base.clone().map(|bytes| (desk, bytes))) else {
            return self.load_again();
        };
        let source = Source::Kept { name: desk.name.clone(), bytes };
        self.load_then(source, After::Again(Box::new(desk)));
    }

    /// Puts work that could not be taken up again back, and says so.
    pub(in crate::page::session) fn put_back(self, arrival: Arrival) {
        if arrival.again {
            self.put_back_from(After::Again(Box::new(arrival.desk)));
        }
    }

    /// The same, of what was to be done with a file that could not be opened.
    pub(in crate::page::session) fn put_back_from(self, after: After) {
        let After::Again(desk) = after else { return };
        if self.keep.desk.with_value(|now| now.work.is_none()) {
            let name = desk.name.clone();
            self.keep.desk.set_value(*desk);
            self.fail(name, FailureKind::Lost);
        }
    }

    /// Says that the engine has stopped with a file open, and holds on to the work.
    pub(in crate::page::session) fn engine_lost(self, name: String) {
        let engine = self.running.try_update_value(|running| running.open.take()).flatten();
        if let Some(engine) = engine {
            self.keep.desk.update_value(|desk| desk.base = desk.base.take().or_else(|| engine.base()));
            engine.stop();
        }
        spawn_local(async move {
            let _ = self.keep_now().await;
        });
        self.fail(name, FailureKind::Lost);
    }
}

impl Arrival {
    /// Takes in what a change led to.
    fn take(&mut self, mut changed: Changed) {
        self.summary = changed.summary(&self.summary);
        self.draft = changed.draft;
    }

    /// Brings kept work back.
    async fn restore(&mut self, engine: &Engine, kept: Kept) {
        let Some(changed) = engine.tell::<Changed>(&Request::Restore(kept.journal.clone())).await else {
            return self.notices.push(Notice::NotBack);
        };
        self.take(changed);
        self.keeping = Keeping::Kept(kept.when);
        self.notices.push(Notice::Restored(kept.unsaved, kept.when));
        let desk = &mut self.desk;
        desk.lock = Some(tabs::hold(&kept.id));
        desk.base = engine.base();
        desk.work = desk.base.clone().map(|base| Work { journal: kept.journal, base, unsaved: kept.unsaved });
        (desk.id, desk.sequence, desk.is_kept) = (kept.id, kept.sequence, true);
        (desk.address, desk.sha256) = (kept.address, kept.base);
    }

    /// Takes up the work on a desk whose engine has stopped.
    async fn take_up(&mut self, engine: &Engine, mut desk: Desk) {
        // Done once more, not over and over: one of them may be what stopped the engine.
        let since = std::mem::take(&mut desk.since);
        let restore = desk.work.as_ref().map(|work| Request::Restore(work.journal.clone()));
        for request in restore.into_iter().chain(since) {
            if let Some(changed) = engine.tell(&request).await {
                self.take(changed);
                self.keep = true;
            }
        }
        self.desk = desk;
        self.again = true;
    }
}
