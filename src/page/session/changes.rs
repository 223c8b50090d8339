//! Change files that have been opened and wait to be looked at. The open file stays as it is until they are brought in.

use leptos::prelude::*;

use super::{FailureKind, Session};
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

    /// The change files that wait, the one that is looked at first.
    pub fn waiting_changes(self) -> Signal<Vec<WaitingChanges>> {
        self.changes.into()
    }

    /// Puts away the change file that is looked at.
    pub fn put_changes_away(self) {
        self.changes.update(|waiting| {
            if !waiting.is_empty() {
                waiting.remove(0);
            }
        });
    }
}
