//! Writing drafts, one at a time: what is to be written while another writing is underway comes after it, and those who
//! wait until all is stored are told when it is.

use super::event::{KeepEffect, StoreOutcome};
use super::open::AskedMark;
use super::stored::{StoredDraft, Trouble};
use super::{Autosave, Notice, SaveStatus};

/// What is being written, and what comes after.
#[derive(Debug)]
pub(super) struct DraftQueue<B> {
    /// Changes so far: the number of the latest.
    last: u32,
    /// Up to which of them the engine has written down.
    down: u32,
    /// The draft that is being written, and the bytes of the file it began with.
    underway: Option<(StoredDraft, B)>,
    /// Whether the work is to be written once more after that.
    again: bool,
    /// Who waits until all is stored.
    waiting: Vec<u32>,
}

impl<B> Default for DraftQueue<B> {
    fn default() -> Self {
        Self { last: 0, down: 0, underway: None, again: false, waiting: Vec::new() }
    }
}

impl<B> DraftQueue<B> {
    pub(super) fn is_newest(&self, number: u32) -> bool {
        self.last == number
    }

    /// Another file is open, of which nothing is to be written down yet.
    pub(super) fn turn(&mut self) {
        self.down = self.last;
    }
}

impl<B: Clone, C: Clone + PartialEq> Autosave<B, C> {
    /// Has the engine write the changes down, so that the page holds the work even if the engine stops the moment after.
    pub(super) fn have_written_down(&mut self, effects: &mut Vec<KeepEffect<B>>) {
        self.queue.last = self.queue.last.wrapping_add(1);
        self.status = SaveStatus::Underway;
        let mark = AskedMark { number: self.queue.last, asked: self.open.since.len(), unsaved: self.unsaved };
        effects.push(KeepEffect::WriteDown(mark));
    }

    /// The changes are written down: they are stored after a pause, or at once where someone waits.
    pub(super) fn written_down(&mut self, mark: AskedMark, now: u64, effects: &mut Vec<KeepEffect<B>>) {
        self.queue.down = mark.number;
        if self.queue.is_newest(mark.number) {
            effects.push(KeepEffect::Pause(mark.number));
        }
        self.write_for_waiting(now, effects);
    }

    /// Whether the engine is still to write something down.
    fn is_behind(&self) -> bool {
        !self.open.since.is_empty() || self.queue.down != self.queue.last
    }

    /// Stores the work at once where someone waits for nothing else.
    pub(super) fn write_for_waiting(&mut self, now: u64, effects: &mut Vec<KeepEffect<B>>) {
        if !self.queue.waiting.is_empty() && !self.is_behind() {
            self.write(now, effects);
        }
    }

    /// Someone waits until all is stored: once the engine has written down the last change.
    pub(super) fn settle(&mut self, who: u32, now: u64, effects: &mut Vec<KeepEffect<B>>) {
        self.queue.waiting.push(who);
        if self.is_behind() {
            effects.push(KeepEffect::Patience(who));
        }
        self.write_for_waiting(now, effects);
    }

    /// The engine does not answer: whoever waits for it is told that the work is not kept.
    pub(super) fn give_up(&mut self, who: u32, effects: &mut Vec<KeepEffect<B>>) {
        if self.is_behind() && self.queue.waiting.contains(&who) {
            self.queue.waiting.retain(|it| *it != who);
            effects.push(KeepEffect::Answer(who, Err(Trouble::Failed)));
        }
    }

    /// Stores the work, unless it is stored.
    pub(super) fn write(&mut self, now: u64, effects: &mut Vec<KeepEffect<B>>) {
        if self.queue.underway.is_some() {
            self.queue.again = true;
            return;
        }
        let Some(work) = self.open.work.clone().filter(|_| !self.open.is_kept) else { return self.answer(effects) };
        let draft = self.open.to_store(&work, now);
        if work.unsaved > 0 {
            effects.push(KeepEffect::Hold(draft.id.clone()));
            let (draft, base, over) = (draft.clone(), work.base.clone(), self.open.sequence);
            effects.push(KeepEffect::Store { draft, base, over });
        } else if self.open.sequence > 0 && !self.open.is_downloaded {
            effects.push(KeepEffect::Remove(draft.id.clone()));
        } else {
            // A file holds everything; but of a download nobody knows whether it arrived.
            self.written(&draft, self.open.sequence, None, effects);
            return self.answer(effects);
        }
        self.queue.underway = Some((draft, work.base));
    }

    /// Goes on after a draft has been stored or removed, or could not be.
    pub(super) fn stored(
        &mut self,
        outcome: Result<StoreOutcome, Trouble>,
        now: u64,
        effects: &mut Vec<KeepEffect<B>>,
    ) {
        let Some((mut draft, base)) = self.queue.underway.take() else { return };
        match outcome {
            Ok(StoreOutcome::Kept(sequence)) => {
                effects.push(KeepEffect::Remember(true));
                self.written(&draft, sequence, Some(draft.when), effects);
            }
            Ok(StoreOutcome::Removed) => self.written(&draft, 0, None, effects),
            Ok(StoreOutcome::Overtaken { fresh }) => {
                // Another tab has gone on with this draft while this one slept: both are kept.
                if self.open.id == draft.id {
                    (self.open.id, self.open.sequence) = (fresh.clone(), 0);
                    effects.push(KeepEffect::Hold(fresh.clone()));
                }
                draft.id = fresh;
                effects.push(KeepEffect::Store { draft: draft.clone(), base: base.clone(), over: 0 });
                self.queue.underway = Some((draft, base));
                return;
            }
            Err(why) => {
                if self.open.id == draft.id {
                    self.status = SaveStatus::Not(why);
                    self.notify(Notice::NotKept(why));
                }
            }
        }
        if std::mem::take(&mut self.queue.again) {
            self.write(now, effects);
        } else {
            self.answer(effects);
        }
    }

    /// Notes that a draft has been written, unless another file or another change has come meanwhile.
    fn written(&mut self, draft: &StoredDraft, sequence: u32, when: Option<u64>, effects: &mut Vec<KeepEffect<B>>) {
        if self.open.id == draft.id {
            self.open.sequence = sequence;
            self.open.is_downloaded &= when.is_none();
            self.open.is_kept = self.open.work.as_ref().is_some_and(|now| now.journal == draft.journal);
            if self.open.is_kept {
                self.status = when.map_or(SaveStatus::Nothing, SaveStatus::Kept);
            } else if matches!(self.status, SaveStatus::Not(_)) {
                self.status = SaveStatus::Underway;
            }
        }
        self.unsay(|notice| matches!(notice, Notice::NotKept(_)));
        // What has been merged is part of the work at hand once that is kept and nothing is left to decide.
        let is_safe = matches!(self.status, SaveStatus::Kept(_) | SaveStatus::Nothing) && !self.undecided;
        let without = if is_safe { std::mem::take(&mut self.open.replaces) } else { Vec::new() };
        self.have_listed(without, effects);
        effects.push(KeepEffect::Say(self.presence(false, false)));
    }

    /// Tells those who wait, unless the engine is still to write something down.
    fn answer(&mut self, effects: &mut Vec<KeepEffect<B>>) {
        if self.is_behind() {
            return;
        }
        let told = match self.status {
            SaveStatus::Not(why) => Err(why),
            _ => Ok(()),
        };
        effects.extend(self.queue.waiting.drain(..).map(|who| KeepEffect::Answer(who, told)));
    }
}
