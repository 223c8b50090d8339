//! The changes made since the file was opened, to go back and forth in.

use serde::{Deserialize, Serialize};

use super::difference::Difference;
use super::edit::Edit;

/// What a change is, besides its edits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    /// Something done on a page; its edits say what.
    #[default]
    Edit,
    /// A file brought in.
    Import {
        /// What the file is called.
        file: String,
    },
    /// The work of another taken in: a changed file, or another tab.
    Merge,
    /// A change file brought in.
    BroughtIn {
        /// Who made it, as they call themselves; empty where it does not say.
        by: String,
    },
    /// Everything unsaved taken back.
    Discard,
    /// Another method, with what it does to the risks.
    Method,
}

/// A named change: undone as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The kind of change.
    pub name: ChangeKind,
    /// The edits that the change is made of; never empty.
    pub edits: Vec<Edit>,
}

impl Change {
    /// The change that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { name: self.name.clone(), edits: self.edits.iter().rev().map(Edit::inverse).collect() }
    }
}

/// The changes, done and undone, and how the open file differs from the one saved last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Done, the latest last.
    done: Vec<Change>,
    /// Undone, the latest last; gone once something else is done.
    undone: Vec<Change>,
    unsaved: Difference,
}

impl History {
    /// A history that was kept: `undone` of the `changes` have been undone, and `unsaved` is what no file holds.
    pub(super) fn restore(mut changes: Vec<Change>, undone: usize, unsaved: &[Edit]) -> Self {
        let undone = changes.split_off(changes.len().saturating_sub(undone)).into_iter().rev().collect();
        Self { done: changes, undone, unsaved: Difference::of(unsaved) }
    }

    /// Notes a change that has been carried out.
    pub fn did(&mut self, change: Change) {
        self.unsaved.add(&change.edits);
        self.undone.clear();
        self.done.push(change);
    }

    /// The change to be carried out to undo the last one.
    pub fn to_undo(&self) -> Option<Change> {
        self.done.last().map(Change::inverse)
    }

    /// Notes that it has been carried out.
    pub fn undid(&mut self) {
        if let Some(change) = self.done.pop() {
            self.unsaved.add(&change.inverse().edits);
            self.undone.push(change);
        }
    }

    /// The change to be carried out to redo what was undone last.
    pub fn to_redo(&self) -> Option<&Change> {
        self.undone.last()
    }

    /// Notes that it has been carried out.
    pub fn redid(&mut self) {
        if let Some(change) = self.undone.pop() {
            self.unsaved.add(&change.edits);
            self.done.push(change);
        }
    }

    /// Notes that the file as it is now has been saved.
    pub fn saved(&mut self) {
        self.unsaved = Difference::default();
    }

    /// How the open file differs from the one saved last.
    pub fn unsaved(&self) -> &Difference {
        &self.unsaved
    }

    /// The changes done, the latest last.
    pub fn done(&self) -> &[Change] {
        &self.done
    }

    /// The changes undone, the latest last.
    pub fn undone(&self) -> &[Change] {
        &self.undone
    }
}
