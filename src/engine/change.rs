//! Changing the open file: each change makes the next text, which is read like any other.

use super::lens::{Lens, Window};
use super::request::Reply;
use super::view::{Changed, ConflictView, DifferencePage, DraftView, EffectView, ListCount, Merged};
use super::{Contents, Engine, OpenFile, OpenedText};
use crate::draft::journal::Journal;
use crate::draft::merge::{Conflict, merge};
use crate::draft::{Change, ChangeKind, Edit, EditRefusal, History, Patch, apply, resolve};
use crate::organisation::value::Date;
use crate::trail::{self, Saving};
use crate::verdict::File;

impl Engine {
    /// Carries wishes out as one change.
    pub(super) fn change(&mut self, name: &ChangeKind, patches: &[Patch]) -> Reply {
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let file = &open.borrow_dependent().file;
        match resolve(patches, &file.organisation, &file.index) {
            Ok(edits) => self.carry_out(Change { name: name.clone(), edits }),
            Err((_, refused)) => Reply::Refused(Box::new(refused)),
        }
    }

    /// Carries a change out and notes it.
    pub(super) fn carry_out(&mut self, mut change: Change) -> Reply {
        change.edits.retain(|edit| edit.before != edit.after);
        if change.edits.is_empty() {
            return self.changed(true);
        }
        match self.apply(&change.edits) {
            Ok(posts_only) => {
                self.history.did(change);
                self.changed(posts_only)
            }
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    pub(super) fn undo(&mut self) -> Reply {
        let Some(change) = self.history.to_undo() else { return self.changed(true) };
        match self.apply(&change.edits) {
            Ok(posts_only) => {
                self.history.undid();
                self.changed(posts_only)
            }
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    pub(super) fn redo(&mut self) -> Reply {
        let Some(change) = self.history.to_redo().cloned() else { return self.changed(true) };
        match self.apply(&change.edits) {
            Ok(posts_only) => {
                self.history.redid();
                self.changed(posts_only)
            }
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    /// Takes back everything that no file holds, as one change.
    pub(super) fn discard(&mut self) -> Reply {
        let edits = self.history.unsaved().edits().iter().rev().map(Edit::inverse).collect();
        self.carry_out(Change { name: ChangeKind::Discard, edits })
    }

    /// The open file as it is to be saved: in canonical form, with an entry of what no file holds yet.
    pub(super) fn text_to_save(&mut self, date: Date, by: &str) -> Option<String> {
        let before = self.base_sha256();
        let edits = self.history.unsaved().edits();
        let saving = Saving { date, by, edits, before: &before };
        let open = self.open.as_mut()?;
        Some(open.with_dependent_mut(|_, contents| trail::saved(&mut contents.file.organisation, &saving)))
    }

    /// Notes that the file has been saved so. That text is the open one from now on, so that what is kept of later
    /// changes comes back when the saved file is opened.
    pub(super) fn saved(&mut self, date: Date, by: &str) -> Reply {
        let Some(text) = self.text_to_save(date, by) else { return Reply::NothingOpen };
        match self.open_text(text) {
            Ok(()) => {
                self.base_sha256 = None;
                self.history.saved();
                self.changed(false)
            }
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    /// The history, written down.
    pub(super) fn journal(&mut self) -> Reply {
        let base = self.base_sha256();
        Reply::Text(Journal::new(&base, &self.history).to_json())
    }

    /// Carries out on the file just opened what a journal holds. Nothing is done unless all of it can be, nor where the
    /// file has been changed already.
    pub(super) fn restore(&mut self, journal: &str) -> Reply {
        let base = self.base_sha256();
        let fits = |journal: &Journal| journal.base_sha256 == base && self.history == History::default();
        let Some(journal) = Journal::from_json(journal).filter(fits) else {
            return Reply::NotFound;
        };
        match self.apply(journal.unsaved()) {
            Ok(_) => {
                self.history = journal.history();
                self.changed(false)
            }
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    /// Brings what a journal has not saved into the open file; items that both sides changed are told, not touched.
    pub(super) fn merge(&mut self, journal: &str) -> Reply {
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let Some(journal) = Journal::from_json(journal) else { return Reply::NotFound };
        let merged = merge(journal.unsaved(), &open.borrow_dependent().file.organisation);
        let conflicts: Vec<Conflict> = merged.conflicts;
        let reply = self.carry_out(Change { name: ChangeKind::Merge, edits: merged.edits });
        let (Reply::Changed(changed), Some(open)) = (reply, &self.open) else { return Reply::NotFound };
        let view = |conflict| ConflictView::new(conflict, &open.borrow_dependent().file);
        Reply::Merged(Box::new(Merged { changed: *changed, conflicts: conflicts.iter().map(view).collect() }))
    }

    /// How the open file differs from the one saved last.
    pub(super) fn difference(&self, window: Window) -> Reply {
        let Some(open) = &self.open else { return Reply::NothingOpen };
        Reply::Difference(DifferencePage::new(&self.history, &open.borrow_dependent().file, window))
    }

    /// What the unsaved difference does to coverage on a day.
    pub(super) fn effect(&mut self, on: Date) -> Reply {
        let back: Vec<Edit> = self.history.unsaved().edits().iter().map(Edit::inverse).collect();
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let Some(open) = &mut self.open else { return Reply::NothingOpen };
        open.with_dependent_mut(|source, contents| {
            contents.judge(&Lens::whole(on));
            let Ok(saved) = apply(&source.text, &contents.file.organisation, &back) else { return Reply::NotFound };
            let Ok(mut before) = File::read(&saved, &mut |_| ()) else { return Reply::NotFound };
            let was = before.judge(on);
            let Some(judged) = &contents.judged else { return Reply::NotFound };
            Reply::Effect(EffectView::new((&before, &was), (&contents.file, &judged.coverage)))
        })
    }

    /// What is open now, and the draft.
    fn changed(&mut self, posts_only: bool) -> Reply {
        let summary = if posts_only {
            None
        } else {
            let Some(Reply::Opened(summary)) = self.ask_file(&super::Request::Summary) else {
                return Reply::NothingOpen;
            };
            Some(*summary)
        };
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let lists = ListCount::all(&open.borrow_dependent().file.organisation);
        Reply::Changed(Box::new(Changed { summary, lists, draft: self.draft().unwrap_or_default() }))
    }

    /// The draft in a few words.
    pub(super) fn draft(&self) -> Option<DraftView> {
        let file = &self.open.as_ref()?.borrow_dependent().file;
        Some(DraftView::new(&self.history, file))
    }

    /// The SHA-256 of the text as it was opened, or saved last.
    pub(super) fn base_sha256(&mut self) -> String {
        if let (None, Some(open)) = (&self.base_sha256, &self.open) {
            self.base_sha256 = Some(open.borrow_owner().sha256().to_owned());
        }
        self.base_sha256.clone().unwrap_or_default()
    }

    /// Carries edits out: posts where they stand, others by making the next text and opening it in place of the last.
    /// Gives whether only posts were changed.
    fn apply(&mut self, edits: &[Edit]) -> Result<bool, EditRefusal> {
        if self.change_posts(edits) {
            return Ok(true);
        }
        self.settle()?;
        self.base_sha256();
        let Some(open) = &self.open else { return Ok(true) };
        let (source, contents) = (open.borrow_owner(), open.borrow_dependent());
        self.open_text(apply(&source.text, &contents.file.organisation, edits)?)?;
        Ok(false)
    }

    /// Opens a text of the same name in place of the last.
    pub(super) fn open_text(&mut self, text: String) -> Result<(), EditRefusal> {
        let name = self.open.as_ref().map(|open| open.borrow_owner().name.clone()).unwrap_or_default();
        let next = OpenedText { name, text, sha256: std::cell::OnceCell::new() };
        let read = OpenFile::try_new(next, |source| File::read(&source.text, &mut |_| ()).map(Contents::new));
        let unusable =
            |problem: crate::organisation::Unreadable| EditRefusal::Unusable { target: None, problems: vec![*problem] };
        self.open = Some(read.map_err(unusable)?);
        Ok(())
    }
}
