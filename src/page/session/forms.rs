//! The form that is open, and the one that was left half filled in.
//!
//! Going back closes an open form before it leaves the page: opening one adds a step to the history, and closing it takes
//! the step away. What is typed is remembered with the file it was typed for, and offered again when that file is open.

use std::time::Duration;

use leptos::prelude::*;

use super::{OpenForm, Session};
use crate::browser::location;
use crate::browser::storage::{StorageKey, recall, remember};
use crate::draft::patch::PatchField;

/// How long the step back may take before the form is closed without it.
const STEP_BACK: Duration = Duration::from_millis(400);

/// The open form. A handle, like the session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Forms {
    open: RwSignal<Option<OpenForm>>,
    /// What the form that is open begins with, in place of what the file says.
    begins_with: StoredValue<Vec<PatchField>>,
    /// Whether the form has a step of the history to itself.
    has_step: StoredValue<bool>,
    /// The id of the element that the last edit began from.
    from: StoredValue<String>,
    /// The file of the form that was left half filled in, and the form as it is written down.
    left: RwSignal<Option<String>>,
}

/// Stands between a file and what is remembered with it: the separator of groups in ASCII.
const GROUP: char = '\u{1d}';

impl Forms {
    pub(super) fn new() -> Self {
        Self {
            open: RwSignal::new(None),
            begins_with: StoredValue::new(Vec::new()),
            has_step: StoredValue::new(false),
            from: StoredValue::new(String::new()),
            left: RwSignal::new(recall(StorageKey::Form)),
        }
    }
}

impl Session {
    /// What is being edited, if anything.
    pub fn editing(self) -> Option<OpenForm> {
        self.forms.open.get()
    }

    /// What the open form begins with, in place of what the file says.
    pub fn form_begins_with(self) -> Vec<PatchField> {
        self.forms.begins_with.get_value()
    }

    /// Begins an edit, from the button with this id.
    pub fn begin_edit(self, editing: OpenForm, from: &str) {
        self.edit_from(from);
        self.open_form(editing, Vec::new());
    }

    /// Goes on with a form that was left half filled in.
    pub fn resume_edit(self, editing: OpenForm, with: Vec<PatchField>) {
        self.open_form(editing, with);
    }

    fn open_form(self, editing: OpenForm, with: Vec<PatchField>) {
        self.forms.begins_with.set_value(with);
        location::push_same();
        self.forms.has_step.set_value(true);
        self.forms.open.set(Some(editing));
    }

    /// Notes that what is changed next is changed from the element with this id, where the focus then belongs.
    pub fn edit_from(self, id: &str) {
        self.forms.from.set_value(id.to_owned());
    }

    /// The id of the element that the last edit began from; empty before the first.
    pub fn edited_from(self) -> String {
        self.forms.from.get_value()
    }

    /// Ends the edit at hand once the history is where it was before.
    pub fn end_edit(self) {
        if !self.take_step() {
            return self.forms.open.set(None);
        }
        location::back();
        let editing = self.forms.open.get_untracked();
        let close = move || {
            if self.forms.open.with_untracked(|now| *now == editing) {
                self.forms.open.set(None);
            }
        };
        set_timeout(close, STEP_BACK);
    }

    /// Closes an open form at once, as another file takes the place of the one it belongs to.
    pub(super) fn close_form(self) {
        self.take_step();
        self.forms.open.set(None);
    }

    /// Ends the edit at hand and goes to a route, in place of the step that the form had.
    pub fn end_edit_at(self, fragment: &str) {
        self.close_form();
        location::go_instead(fragment);
    }

    fn take_step(self) -> bool {
        self.forms.has_step.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Closes the open form when the reader goes back.
    pub(super) fn follow_forms(self) {
        location::on_step(move || {
            if self.forms.open.with_untracked(Option::is_some) {
                self.close_form();
            }
        });
    }

    /// The file that is open: what it is called, and the municipality in it.
    fn file_at_hand(self) -> Option<String> {
        let summary = self.summary()?;
        Some(format!("{}{GROUP}{}{GROUP}", summary.file, summary.name.sv))
    }

    /// Remembers the open form as it is written down, with the file it belongs to.
    pub fn remember_form(self, written: &str) {
        if let Some(file) = untrack(|| self.file_at_hand()) {
            let left = file + written;
            remember(StorageKey::Form, Some(&left));
            self.forms.left.set(Some(left));
        }
    }

    /// Remembers no form any longer.
    pub fn forget_form(self) {
        if self.forms.left.with_untracked(Option::is_some) {
            remember(StorageKey::Form, None);
            self.forms.left.set(None);
        }
    }

    /// The form that was left half filled in, as it is written down, where it belongs to the open file and none is open.
    pub fn half_filled(self) -> Option<String> {
        let left = self.forms.left.get().filter(|_| self.may_change() && self.editing().is_none())?;
        left.strip_prefix(&self.file_at_hand()?).map(str::to_owned)
    }
}
