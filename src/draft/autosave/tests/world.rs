//! A browser to be mean with: its storage, and tabs that carry out one effect at a time.

use std::collections::{BTreeMap, VecDeque};

use super::super::stored::{FoundDraft, StoredDraft, Trouble, VERSION, may_write, next_writing};
use super::super::{
    Autosave, ComesBack, KeepEffect, KeepEvent, Notice, OpenDraft, Presence, RestoredSession, SaveStatus, StoreOutcome,
};

pub(super) const ADDRESS: &str = "https://kommun.example/organisation.json";

/// What the browser keeps: the drafts with the version and checksum they are stored with, a counter and a word.
#[derive(Default)]
pub(super) struct Storage {
    pub(super) drafts: BTreeMap<String, (StoredDraft, u32, String)>,
    pub(super) last: Option<u32>,
    pub(super) word: bool,
    /// What every access fails with.
    pub(super) trouble: Option<Trouble>,
}

impl Storage {
    pub(super) fn list(&self) -> Result<Vec<FoundDraft>, Trouble> {
        let found = |(key, (kept, version, sum)): (&String, &(StoredDraft, u32, String))| {
            FoundDraft::new(key.clone(), kept.clone(), Some(*version), Some(sum))
        };
        self.trouble.map_or_else(|| Ok(self.drafts.iter().map(found).collect()), Err)
    }

    fn store(
        &mut self,
        draft: StoredDraft,
        over: u32,
        fresh: impl FnOnce() -> String,
    ) -> Result<StoreOutcome, Trouble> {
        if let Some(trouble) = self.trouble {
            return Err(trouble);
        }
        if !may_write(self.drafts.get(&draft.id).map(|(there, ..)| there.sequence), over) {
            return Ok(StoreOutcome::Overtaken { fresh: fresh() });
        }
        let sequence = next_writing(self.last, over);
        let draft = StoredDraft { sequence, ..draft };
        self.last = Some(sequence);
        self.drafts.insert(draft.id.clone(), (draft.clone(), VERSION, draft.sum()));
        Ok(StoreOutcome::Kept(sequence))
    }

    fn remove(&mut self, id: &str) -> Result<StoreOutcome, Trouble> {
        self.drafts.remove(id);
        self.trouble.map_or(Ok(StoreOutcome::Removed), Err)
    }

    /// The edits in each draft, by its id.
    pub(super) fn edits(&self) -> Vec<(&str, u32)> {
        self.drafts.iter().map(|(id, (draft, ..))| (&**id, draft.unsaved)).collect()
    }
}

/// A tab with a file open.
pub(super) struct Tab {
    pub(super) machine: Autosave<String, u32>,
    pub(super) effects: VecDeque<KeepEffect<String>>,
    pub(super) answers: Vec<(u32, Result<(), Trouble>)>,
    pub(super) said: Vec<Presence>,
    pub(super) looks: Vec<String>,
    /// Edits that the engine has carried out.
    pub(super) edits: u32,
    /// Drafts that tabs hold.
    pub(super) held: Vec<String>,
    pub(super) now: u64,
    base: String,
    fresh: u32,
    name: String,
}

/// Edits of a file, written down.
pub(super) fn journal(base: &str, edits: u32) -> String {
    format!("{{\"version\":1,\"base_sha256\":\"{base}\",\"changes\":{edits}}}")
}

impl Tab {
    /// Opens a file with these bytes from the address in a new tab, whose drafts begin with its name.
    pub(super) fn open(name: &str, base: &str, storage: &mut Storage, held: &[&str]) -> Self {
        let mut tab = Self {
            machine: Autosave::default(),
            effects: VecDeque::new(),
            answers: Vec::new(),
            said: Vec::new(),
            looks: Vec::new(),
            edits: 0,
            held: held.iter().map(|&id| id.to_owned()).collect(),
            now: 1_000_000,
            base: String::new(),
            fresh: 0,
            name: name.to_owned(),
        };
        tab.turn_to(base, storage);
        tab.run(storage);
        tab
    }

    /// Opens a file in place of the open one, with the kept work that fits it.
    pub(super) fn turn_to(&mut self, base: &str, storage: &mut Storage) {
        let mut restored = self.fresh_file(base);
        let found = storage.list();
        let (notices, is_wiped) = self.machine.look_over(found.as_deref().map_err(|why| *why), storage.word);
        restored.notices = notices;
        storage.word &= !is_wiped;
        match ComesBack::of(&found.unwrap_or_default(), base, ADDRESS, &self.held) {
            ComesBack::Work(kept) => {
                self.edits = kept.unsaved;
                restored.unsaved = kept.unsaved;
                restored.bring_back(kept, Some(base.to_owned()));
            }
            ComesBack::Offer(found) => restored.notices.push(Notice::OtherVersion(Box::new(found))),
            ComesBack::Nothing => {}
        }
        self.tell(KeepEvent::Opened(Box::new(restored)));
    }

    /// A file without work, as it has just been opened.
    pub(super) fn fresh_file(&mut self, base: &str) -> RestoredSession<String, u32> {
        (self.base, self.edits) = (base.to_owned(), 0);
        let mut open = OpenDraft::new(self.fresh_id(), "organisation.json".into(), ADDRESS.into());
        open.hosted = Some(base.to_owned());
        RestoredSession::new(open)
    }

    fn fresh_id(&mut self) -> String {
        self.fresh += 1;
        format!("{}{}", self.name, self.fresh)
    }

    /// The reader changes something and the engine carries it out.
    pub(super) fn edit(&mut self) {
        self.edits += 1;
        self.tell(KeepEvent::Asked(self.edits));
        self.tell(KeepEvent::Changed { unsaved: self.edits });
    }

    pub(super) fn tell(&mut self, event: KeepEvent<String, u32>) {
        self.effects.extend(self.machine.handle(event, self.now));
    }

    /// Carries out the next effect; false where there is none.
    pub(super) fn step(&mut self, storage: &mut Storage) -> bool {
        let Some(effect) = self.effects.pop_front() else { return false };
        match effect {
            KeepEffect::WriteDown(mark) => {
                let (journal, base) = (journal(&self.base, mark.unsaved), Some(self.base.clone()));
                self.tell(KeepEvent::WrittenDown { mark, journal, base });
            }
            KeepEffect::Pause(number) => self.tell(KeepEvent::Waited(number)),
            KeepEffect::Patience(who) => self.tell(KeepEvent::Tired(who)),
            KeepEffect::Hold(id) => self.held.push(id),
            KeepEffect::Store { draft, over, .. } => {
                let outcome = storage.store(draft, over, || self.fresh_id());
                self.tell(KeepEvent::Stored(outcome));
            }
            KeepEffect::Remove(id) => self.tell(KeepEvent::Stored(storage.remove(&id))),
            KeepEffect::List { number, without } => {
                for id in without {
                    storage.drafts.remove(&id);
                }
                self.tell(KeepEvent::Listed { number, found: storage.list(), held: self.held.clone() });
            }
            KeepEffect::Remember(word) => storage.word = word,
            KeepEffect::Hash => self.tell(KeepEvent::Hashed(Some(self.base.clone()))),
            KeepEffect::Say(presence) => self.said.push(presence),
            KeepEffect::LookAt { address, .. } => self.looks.push(address),
            KeepEffect::Answer(who, told) => self.answers.push((who, told)),
        }
        true
    }

    /// Carries everything out.
    pub(super) fn run(&mut self, storage: &mut Storage) {
        while self.step(storage) {}
    }

    pub(super) fn status(&self) -> SaveStatus {
        self.machine.status()
    }

    pub(super) fn says(&self, notice: &Notice) -> bool {
        self.machine.notices().contains(notice)
    }
}
