//! Change files that have been opened and wait to be looked at. The open file stays as it is until they are brought in.
//! The browser keeps them until they are decided, and what has been decided until the work that came of it is kept.

use leptos::prelude::*;

use super::{FailureKind, Session};
use crate::browser::storage::{StorageKey, keep_list, recall_list};
use crate::draft::autosave::SaveStatus;
use crate::page::route::Route;

/// A change file that waits to be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct WaitingChanges {
    /// What the file is called.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

impl Session {
    /// Takes a change file that was opened like any file, and goes to where it is looked at.
    pub(super) fn take_changes(self, name: String, text: String) {
        self.stop_coming();
        if self.embedded || self.framed || !self.opened.with_untracked(|opened| opened.summary().is_some()) {
            return self.fail(name, FailureKind::Changes);
        }
        self.add_changes(name, text);
        self.go(Route::Changes);
    }

    /// Has a change file wait to be looked at, unless it does already.
    pub fn add_changes(self, name: String, text: String) {
        let is_known = self.changes.with_untracked(|waiting| waiting.iter().any(|other| other.text == text));
        if !is_known {
            self.changes.update(|waiting| waiting.push(WaitingChanges { name, text }));
        }
    }

    /// Goes to where the change file at a place among those that wait is looked at, before all others.
    pub fn look_at_changes(self, place: usize) {
        self.changes.update(|waiting| {
            if place < waiting.len() {
                let first = waiting.remove(place);
                waiting.insert(0, first);
            }
        });
        self.go(Route::Changes);
    }

    /// The change files that wait, the one that is looked at first. Those that waited when the page was left wait again.
    pub fn waiting_changes(self) -> Signal<Vec<WaitingChanges>> {
        self.keep_changes();
        self.changes.into()
    }

    /// Whether the browser keeps the change files that wait.
    pub fn are_changes_kept(self) -> bool {
        self.changes_kept.get()
    }

    /// Takes back what waited when the page was left, and keeps what waits from now on.
    fn keep_changes(self) {
        let root = self.running.try_update_value(|running| running.root.take()).flatten();
        let Some(root) = root.filter(|_| !self.embedded && !self.framed && !self.copy) else { return };
        let found = recalled();
        for changes in &found {
            self.add_changes(changes.name.clone(), changes.text.clone());
        }
        root.with(|| {
            Effect::new(move |known: Option<Vec<WaitingChanges>>| {
                self.keep_waiting(known.unwrap_or_else(|| found.clone()))
            });
        });
    }

    /// Keeps what waits, beside what other tabs keep; those known so far are what this tab has kept or taken back. What is
    /// decided goes once the work is kept.
    fn keep_waiting(self, known: Vec<WaitingChanges>) -> Vec<WaitingChanges> {
        let is_safe = matches!(self.keeping(), SaveStatus::Nothing | SaveStatus::Kept(_));
        let (waiting, stored) = (self.changes.get(), recalled());
        let is_new = |changes: &&WaitingChanges| !known.contains(*changes) && !stored.contains(*changes);
        let fresh: Vec<_> = waiting.iter().filter(is_new).cloned().collect();
        let stays = |changes: &WaitingChanges| !is_safe || waiting.contains(changes) || !known.contains(changes);
        let mut kept: Vec<_> = stored.iter().filter(|changes| stays(changes)).cloned().collect();
        kept.extend(fresh.iter().cloned());
        // The one that is looked at is so again when the page is opened the next time.
        if let Some(place) = kept.iter().position(|changes| waiting.first() == Some(changes)) {
            kept[..=place].rotate_right(1);
        }
        if kept != stored {
            let lines: Vec<_> = kept.iter().map(|changes| [&*changes.name, &*changes.text].join(UNIT)).collect();
            self.changes_kept.set(keep_list(StorageKey::Waiting, &lines));
        }
        if is_safe { waiting } else { known.into_iter().chain(fresh).collect() }
    }

    /// Puts away one of the change files that wait.
    pub fn put_answer_away(self, changes: &WaitingChanges) {
        self.changes.update(|waiting| waiting.retain(|other| other != changes));
    }
}

/// Stands between the name of a change file and its text: the separator of units in ASCII, which no JSON has.
const UNIT: &str = "\u{1F}";

/// The change files that the browser keeps.
fn recalled() -> Vec<WaitingChanges> {
    let lines = recall_list(StorageKey::Waiting);
    let parts = lines.iter().filter_map(|line| line.split_once(UNIT));
    parts.map(|(name, text)| WaitingChanges { name: name.to_owned(), text: text.to_owned() }).collect()
}
