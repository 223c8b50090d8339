//! The log of the event at hand, as signals: read from the browser, kept there on every entry.
//!
//! An entry is added to what the browser has at that moment, so that two tabs write in one log.

use leptos::prelude::*;

use crate::browser::{clock, logs};
use crate::draft::autosave::stored::Trouble;
use crate::event::{Happening, Log, LogEntry, LoggedAct, Tick, read, write};
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
        book.refresh();
        logs::on_change(move || book.refresh());
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
        match latest(&log) {
            Ok(Some(entries)) => log.entries = entries,
            Ok(None) => {}
            Err(Unreadable) => {
                // Another version's, or damaged: it is not written over.
                log.add(clock::now(), what);
                self.trouble.set(Some(Trouble::Failed));
                self.log.set(log);
                return;
            }
        }
        log.add(clock::now(), what);
        self.trouble.set(logs::keep(&key(&log), &write(&log)).err());
        self.log.set(log);
    }

    /// The slot that a note is kept in while it is typed: a new one, or the change of the one of a number.
    pub(super) fn slot(self, note: Option<u32>) -> FormSlot {
        let note = note.map(|number| number.to_string()).unwrap_or_default();
        FormSlot::of(&format!("note {note} {}", self.log.with_untracked(key)))
    }

    /// Takes the log away.
    pub(super) fn clear(self) {
        if self.trouble.get_untracked() != Some(Trouble::Failed) {
            logs::remove(&self.log.with_untracked(key));
        }
        let _ = self.log.try_update(|log| log.entries.clear());
    }

    /// Takes in what the browser has.
    fn refresh(self) {
        let Some(log) = self.log.try_get_untracked() else { return };
        match latest(&log) {
            Ok(Some(entries)) if entries != log.entries => self.log.update(|log| log.entries = entries),
            Err(Unreadable) => self.trouble.set(Some(Trouble::Failed)),
            Ok(None) if self.trouble.with_untracked(Option::is_none) && !log.entries.is_empty() => {
                self.log.update(|log| log.entries.clear());
            }
            Ok(_) => {}
        }
    }
}

/// What is kept is no log that this version can read.
struct Unreadable;

/// What has been written in a log by now, by this tab and others; none where nothing is to be had.
fn latest(log: &Log) -> Result<Option<Vec<LogEntry>>, Unreadable> {
    let address = key(log);
    let mut own = logs::unkept(&address).and_then(|text| read(&text));
    let Some(kept) = logs::get(&address) else { return Ok(own.map(|own| own.entries)) };
    let kept = read(&kept).ok_or(Unreadable)?.entries;
    Ok(Some(match &mut own {
        Some(own) => {
            own.take_in(kept);
            std::mem::take(&mut own.entries)
        }
        None => kept,
    }))
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
