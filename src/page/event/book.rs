//! The log of the event at hand, as signals: read from the browser, kept there on every entry.
//!
//! An entry is added to what the browser has at that moment, so that two tabs write in one log.

use leptos::prelude::*;

use crate::browser::{clock, logs};
use crate::draft::autosave::stored::Trouble;
use crate::event::{Happening, Log, LoggedAct, Tick, read, write};
use crate::organisation::value::{Label, Language};
use crate::page::route::{Location, Route};
use crate::page::session::{FormSlot, Session};

/// The log of an event. A handle: its copies are the same log.
#[derive(Clone, Copy)]
pub(super) struct LogBook {
    log: RwSignal<Log>,
    trouble: RwSignal<Option<Trouble>>,
}

impl LogBook {
    /// Opens the log of an event, or begins an empty one. Nothing is kept before the first entry.
    pub(super) fn open(session: Session, what: Happening) -> Self {
        let address = Location { route: Route::Event { what: Some(what) }, ..Location::default() }.fragment();
        let empty = Log { owner: owner(session), address, ..Log::default() };
        let book = Self { log: RwSignal::new(empty), trouble: RwSignal::new(None) };
        book.refresh(None);
        logs::on_change(move |address| book.refresh(address));
        book
    }

    /// The log as it is now.
    pub(super) fn log(self) -> Log {
        self.log.get()
    }

    /// Why the log is not kept, where it is not.
    pub(super) fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// How someone was ticked last, and when.
    pub(super) fn ticked(self, key: &str) -> Option<(Tick, u64)> {
        self.log.with(|log| log.ticked(key))
    }

    /// Whether anything is in the log.
    pub(super) fn has_entries(self) -> bool {
        self.log.with(|log| !log.entries.is_empty())
    }

    /// Names the event.
    pub(super) fn name(self, name: Label) {
        self.log.update(|log| log.name = name);
    }

    /// Adds an entry, now.
    pub(super) fn add(self, what: LoggedAct) {
        let mut log = self.log.get_untracked();
        // What another tab has added meanwhile stays.
        let stands = catch_up(&mut log);
        log.add(clock::now(), what);
        self.keep(&log, stands == Standing::Unreadable);
        self.log.set(log);
    }

    /// Keeps the log; in memory alone where what the browser has is unreadable, for that is not written over.
    fn keep(self, log: &Log, is_unreadable: bool) {
        let (address, text) = (key(log), write(log));
        self.trouble.set(if is_unreadable {
            logs::hold(&address, &text);
            Some(Trouble::Failed)
        } else {
            logs::keep(&address, &text).err()
        });
    }

    /// The slot that a note is kept in while it is typed: a new one, or the change of the one of a number.
    pub(super) fn slot(self, note: Option<u32>) -> FormSlot {
        let note = note.map(|number| number.to_string()).unwrap_or_default();
        FormSlot::of(&format!("note {note} {}", self.log.with_untracked(key)))
    }

    /// Takes the log away.
    pub(super) fn clear(self) {
        let address = self.log.with_untracked(key);
        if self.trouble.get_untracked() == Some(Trouble::Failed) {
            logs::let_go(&address);
        } else {
            logs::remove(&address);
        }
        let _ = self.log.try_update(|log| log.entries.clear());
    }

    /// Holds nothing in memory any longer: the browser has it all.
    fn settle(self) {
        if self.trouble.with_untracked(Option::is_some) {
            logs::let_go(&self.log.with_untracked(key));
            self.trouble.set(None);
        }
    }

    /// Takes in what the browser has, and keeps again what is missing there, unless another tab has taken the log away: that
    /// of the `changed` address. Where all that the browser had is gone, nobody meant this log.
    fn refresh(self, changed: Option<&str>) {
        let Some(before) = self.log.try_get_untracked() else { return };
        let mut log = before.clone();
        match catch_up(&mut log) {
            Standing::Gone if log.entries.is_empty() || changed == Some(&*key(&log)) => log.entries.clear(),
            Standing::Whole => self.settle(),
            Standing::Gone | Standing::Unkept | Standing::Lacking => self.keep(&log, false),
            Standing::Unreadable if log.entries.is_empty() => self.trouble.set(Some(Trouble::Failed)),
            Standing::Unreadable => self.keep(&log, true),
        }
        if log != before {
            self.log.set(log);
        }
    }
}

/// How what the browser has kept stands to a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// The browser has nothing of it, and this tab holds none in memory.
    Gone,
    /// The browser has nothing of it; this tab holds it in memory.
    Unkept,
    /// What the browser has is no log that this version can read: another version's, or damaged.
    Unreadable,
    /// The browser has every entry.
    Whole,
    /// Entries of this tab are missing in what the browser has.
    Lacking,
}

/// Takes what has been written by now, by this tab and others, into a log.
fn catch_up(log: &mut Log) -> Standing {
    let address = key(log);
    let own = logs::unkept(&address).and_then(|text| read(&text));
    let is_held = own.is_some();
    if let Some(own) = own {
        // Whoever comes back to the page begins with a log that has no name yet.
        *log = Log { name: if log.entries.is_empty() { own.name } else { log.name.clone() }, ..own };
    }
    let Some(text) = logs::get(&address) else { return if is_held { Standing::Unkept } else { Standing::Gone } };
    let Some(kept) = read(&text) else { return Standing::Unreadable };
    // What was never kept was not cleared elsewhere, whatever log is there now.
    let is_lacking = if is_held {
        let known = kept.entries.len();
        log.take_in(kept.entries);
        log.entries.len() > known
    } else {
        log.catch_up(kept.entries)
    };
    if is_lacking { Standing::Lacking } else { Standing::Whole }
}

/// What a log is kept under: whose it is, and of what.
fn key(log: &Log) -> String {
    format!("{}{}", log.owner, log.address)
}

/// Whose organisation is open: the municipality's name stays the same from one version of its file to the next.
fn owner(session: Session) -> String {
    let summary = untrack(|| session.summary());
    let name = |language| summary.as_ref().map(|summary| summary.name.say(language).to_owned()).unwrap_or_default();
    match name(Language::Swedish) {
        name if !name.is_empty() => name,
        _ => summary.map(|summary| summary.file.clone()).unwrap_or_default(),
    }
}

/// The logs kept of the open organisation, the one written in last first.
pub(super) fn kept(session: Session) -> Vec<Log> {
    let owner = owner(session);
    let mut kept: Vec<Log> =
        logs::all().iter().filter_map(|(_, text)| read(text)).filter(|log| log.owner == owner).collect();
    crate::organisation::sort::by_key(&mut kept, |log| std::cmp::Reverse(log.span().map(|(_, last)| last)));
    kept
}

/// The route that shows the event of a log.
pub(super) fn route(address: &str) -> Route {
    Location::parse(address).route
}
