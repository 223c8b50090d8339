//! The form that is open, and what has been typed into forms and not been carried out.
//!
//! Going back closes an open form before it leaves the page: opening one adds a step to the history, and closing it takes
//! the step away. What is typed is kept as it is typed, each form's in a slot of its own with the file it was typed for,
//! and stands in the form again when that is next shown with that file.

use std::fmt::Write as _;
use std::time::Duration;

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{OpenForm, Session};
use crate::browser::location;
use crate::browser::storage::{StorageKey, recall_each, remember_in};

/// How long the step back may take before the form is closed without it.
const STEP_BACK: Duration = Duration::from_millis(400);

/// The open form. A handle, like the session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Forms {
    open: RwSignal<Option<OpenForm>>,
    /// Whether the form has a step of the history to itself.
    has_step: StoredValue<bool>,
    /// The id of the element that the last edit began from.
    from: StoredValue<String>,
    /// The slots with something in them, and what is in each as it is written down.
    left: RwSignal<Vec<(FormSlot, String)>>,
}

/// Where what is typed into a form is kept: of which file the form is, and which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormSlot(String);

impl FormSlot {
    /// The slot of a form that is of no file.
    pub fn of(form: &str) -> Self {
        Self(form.to_owned())
    }
}

/// Stands between a file and what is remembered with it: the separator of groups in ASCII.
const GROUP: char = '\u{1d}';

/// What the slots of the forms begin with that the dialogue shows.
const DIALOGUE: &str = "form ";

impl Forms {
    pub(super) fn new() -> Self {
        Self {
            open: RwSignal::new(None),
            has_step: StoredValue::new(false),
            from: StoredValue::new(String::new()),
            left: RwSignal::new(
                recall_each(StorageKey::Form).into_iter().map(|(name, written)| (FormSlot(name), written)).collect(),
            ),
        }
    }
}

impl Session {
    /// What is being edited, if anything.
    pub fn editing(self) -> Option<OpenForm> {
        self.forms.open.get()
    }

    /// Begins an edit, from the button with this id.
    pub fn begin_edit(self, editing: OpenForm, from: &str) {
        self.edit_from(from);
        self.open_form(editing);
    }

    /// Opens a form: with what was left in it, where it was left half filled in.
    pub fn open_form(self, editing: OpenForm) {
        location::push_same();
        self.forms.has_step.set_value(true);
        self.forms.open.set(Some(editing));
    }

    /// Draws the open form once more, from its beginning.
    pub fn redraw_form(self) {
        self.forms.open.update(|_| ());
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

    /// The slot of a form of the open file.
    pub fn form_slot(self, form: &str) -> FormSlot {
        let summary = untrack(|| self.summary());
        let of = summary.map(|summary| format!("{}{GROUP}{}{GROUP}", summary.file, summary.name.sv));
        FormSlot(of.unwrap_or_default() + form)
    }

    /// Tells of another file, as the slots of forms tell files apart.
    pub fn file_of_forms(self) -> Memo<FormSlot> {
        Memo::new(move |_| {
            self.opened.track();
            self.form_slot("")
        })
    }

    /// The slot of a form that the dialogue shows, as it is written down.
    pub fn dialogue_slot(self, form: &str) -> FormSlot {
        self.form_slot(&format!("{DIALOGUE}{form}"))
    }

    /// Keeps what has been typed into a form, in place of what was kept of it before.
    pub fn keep_form<T: Serialize>(self, slot: &FormSlot, typed: &T) {
        if let Ok(bytes) = postcard::to_allocvec(typed) {
            self.put_in(slot, Some(digits(&bytes)));
        }
    }

    /// What was typed into a form and is kept; none where nothing is.
    pub fn kept_form<T: DeserializeOwned>(self, slot: &FormSlot) -> Option<T> {
        let of = |left: &Vec<(FormSlot, String)>| left.iter().find(|(known, _)| known == slot).map(|(_, it)| bytes(it));
        postcard::from_bytes(&self.forms.left.with_untracked(of)??).ok()
    }

    /// Whether anything that was typed into a form is kept.
    pub fn is_kept(self, slot: &FormSlot) -> bool {
        self.forms.left.with_untracked(|left| left.iter().any(|(known, _)| known == slot))
    }

    /// Keeps nothing of a form any longer.
    pub fn drop_form(self, slot: &FormSlot) {
        if self.is_kept(slot) {
            self.put_in(slot, None);
        }
    }

    fn put_in(self, slot: &FormSlot, written: Option<String>) {
        remember_in(StorageKey::Form, &slot.0, written.as_deref());
        self.forms.left.update(|left| match (left.iter_mut().find(|(known, _)| known == slot), written) {
            (Some((_, kept)), Some(written)) => *kept = written,
            (None, Some(written)) => left.push((slot.clone(), written)),
            (_, None) => left.retain(|(known, _)| known != slot),
        });
    }

    /// The forms of the dialogue that were left half filled in, as they are written down, where they belong to the open file
    /// and none is open.
    pub fn half_filled(self) -> Vec<String> {
        let left = self.forms.left.get();
        if left.is_empty() || !self.may_change() || self.editing().is_some() || self.summary().is_none() {
            return Vec::new();
        }
        let FormSlot(of) = self.dialogue_slot("");
        left.iter().filter_map(|(slot, _)| slot.0.strip_prefix(&of).map(str::to_owned)).collect()
    }
}

/// Bytes as hexadecimal digits.
pub fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The bytes that hexadecimal digits stand for; none where they are none.
pub fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = (0..digits.len() / 2).map(|at| digits.get(2 * at..2 * at + 2));
    pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect()
}
