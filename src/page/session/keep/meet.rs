//! Meeting the work of others: another version of the file, another tab. What only one side changed is brought
//! together; what both changed the reader decides.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::wish::TheirWork;
use super::{Conflicts, OnOpened, arrive};
use crate::browser::engine::FileSource;
use crate::browser::kept;
use crate::draft::autosave::stored::{Condition, FoundDraft};
use crate::draft::autosave::{KeepEvent, Notice};
use crate::engine::request::{Request, held};
use crate::engine::view::Merged;
use crate::page::session::Session;

impl Session {
    /// Items that both sides changed and nobody has decided yet.
    pub fn conflicts(self) -> Option<Conflicts> {
        self.keep.conflicts.get()
    }

    /// Whether the reader is deciding now.
    pub fn is_deciding(self) -> bool {
        self.keep.deciding.get()
    }

    /// Begins to decide, or puts it off.
    pub fn set_deciding(self, deciding: bool) {
        self.keep.deciding.set(deciding);
    }

    /// Chooses for one item, or for all.
    pub fn choose(self, item: Option<usize>, is_mine: bool) {
        self.keep.conflicts.update(|conflicts| {
            let Some(conflicts) = conflicts else { return };
            match item {
                Some(item) => conflicts.mine.iter_mut().skip(item).take(1).for_each(|mine| *mine = is_mine),
                None => conflicts.mine.fill(is_mine),
            }
        });
    }

    /// Carries the choices out.
    pub(super) fn carry_out_choices(self) {
        let Some(conflicts) = self.keep.conflicts.get_untracked() else { return };
        let chosen = conflicts.rows.into_iter().zip(conflicts.mine).filter(|(_, is_mine)| *is_mine);
        let edits: Vec<_> = chosen.map(|(row, _)| row.keep_mine).collect();
        spawn_local(async move {
            if !edits.is_empty() && self.carry_out(Request::CarryOut(edits)).await.is_err() {
                // The file has gone on since: what cannot be carried out stays undecided and kept.
                return self.notify(Notice::NotBack);
            }
            self.keep.deciding.set(false);
            self.keep.conflicts.set(None);
            self.tell(KeepEvent::Decided);
        });
    }

    /// Brings someone else's work together with the reader's.
    pub(super) fn take_in_from(self, from: TheirWork) {
        match from {
            TheirWork::Kept(found) => self.take_in_found(*found),
            TheirWork::Tab(draft) => self.take_in_other_tab(draft),
            TheirWork::Hosted => self.take_in_served(),
            TheirWork::Disk => self.take_in_written(),
        }
    }

    fn take_in_found(self, found: FoundDraft) {
        spawn_local(async move {
            let key = found.key.clone();
            self.unsay(|notice| matches!(notice, Notice::OtherVersion(_)));
            self.take_in(found.kept.journal, vec![key]).await;
        });
    }

    /// The changes stay with the other tab as well.
    fn take_in_other_tab(self, draft: String) {
        spawn_local(async move {
            self.unsay(|notice| matches!(notice, Notice::OtherTab(..)));
            let Ok(found) = kept::list().await else { return self.notify(Notice::Unreadable) };
            match found.into_iter().find(|found| found.key == draft && found.condition == Condition::Whole) {
                Some(found) => self.take_in(found.kept.journal, Vec::new()).await,
                None => self.notify(Notice::TabNotThere),
            }
        });
    }

    async fn take_in(self, journal: String, replaces: Vec<String>) {
        match self.ask_request(&Request::Merge(journal)).await.and_then(|reply| held(&reply)) {
            Some(Merged { changed, conflicts }) => {
                let conflicts = Conflicts::new(conflicts);
                self.tell(KeepEvent::Merging { replaces, is_undecided: conflicts.is_some() });
                self.keep.deciding.set(conflicts.is_some());
                self.keep.conflicts.set(conflicts);
                self.show(changed);
                self.notify(Notice::Merged);
            }
            None => self.notify(Notice::NotBack),
        }
    }

    fn take_in_served(self) {
        let (name, url) = self.machine(|machine| (machine.open().name.clone(), machine.open().address.clone()));
        self.take_in_theirs(FileSource::Url { name, url });
    }

    fn take_in_written(self) {
        let Some((handle, _)) = self.hands(|hands| hands.disk.clone()) else { return };
        spawn_local(async move {
            match handle.read().await {
                Ok(file) => self.take_in_theirs(FileSource::Disk(file, handle)),
                Err(why) => self.notify(Notice::NotSaved(why)),
            }
        });
    }

    fn take_in_theirs(self, source: FileSource) {
        self.unsay(|notice| matches!(notice, Notice::HostedChanged | Notice::ChangedOnDisk(_)));
        spawn_local(async move {
            let has_work = self.draft.with_untracked(|draft| draft.unsaved > 0);
            // What cannot be kept meanwhile is still in the journal at hand.
            let _ = self.keep_all().await;
            let work = self.machine(|machine| {
                machine.open().work.as_ref().map(|work| (work.journal.clone(), machine.open().id.clone()))
            });
            match work.filter(|_| has_work) {
                Some((journal, id)) => self.load_at_once(source, arrive::merge(journal, vec![id])),
                None => self.load_at_once(source, OnOpened::Look),
            }
        });
    }
}
