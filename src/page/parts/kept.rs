//! What is typed into a form of a page, kept until it is carried out.

use leptos::html;
use leptos::prelude::*;
use serde::Serialize;

use crate::browser::dom;
use crate::page::session::{FormSlot, Session};

/// Keeps what is typed into a form, from the first change on; nothing where all of it has been taken away.
pub fn keep_typed<T>(slot: FormSlot, typed: impl Fn() -> T + 'static)
where
    T: Serialize + Default + PartialEq + 'static,
{
    let session = Session::current();
    Effect::new(move |before: Option<T>| {
        let now = typed();
        match before {
            Some(before) if before != now && now == T::default() => session.drop_form(&slot),
            Some(before) if before != now => session.keep_form(&slot, &now),
            _ => {}
        }
        now
    });
}

/// Draws anew for another file: what has been begun for one is not for the other.
pub fn for_each_file(draw: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    let file = Session::current().file_of_forms();
    move || {
        // To follow it is not enough: what nobody reads is not worked out.
        let _ = file.get();
        untrack(&draw)
    }
}

/// A form whose fields have names, and the slot it is kept in. A handle: its copies are the same.
#[derive(Clone, Copy)]
pub struct KeptForm {
    session: Session,
    slot: StoredValue<FormSlot>,
    /// The element of the form.
    pub element: NodeRef<html::Form>,
}

impl KeptForm {
    /// A form that is kept in this slot.
    pub fn new(session: Session, slot: FormSlot) -> Self {
        Self { session, slot: StoredValue::new(slot), element: NodeRef::new() }
    }

    /// Whether anything was typed into the form before.
    pub fn is_begun(self) -> bool {
        self.session.is_kept(&self.slot())
    }

    /// What was typed into the form before; none where nothing was.
    pub fn begun(self) -> Option<Vec<(String, String)>> {
        self.session.kept_form(&self.slot())
    }

    /// What a field begins with: what was typed into it before, else what it usually says.
    pub fn value(self, name: &str, usual: &str) -> String {
        let begun = self.begun().unwrap_or_default();
        begun.into_iter().find(|(known, _)| known == name).map_or_else(|| usual.to_owned(), |(_, value)| value)
    }

    /// Keeps the form as it stands; nothing where all of it has been taken away.
    pub fn keep(self) {
        let Some(form) = self.element.try_get_untracked().flatten() else { return };
        let values = dom::values_in(&form);
        if values.iter().all(|(_, value)| value.is_empty()) {
            self.done();
        } else {
            self.session.keep_form(&self.slot(), &values);
        }
    }

    /// The slot that the form is kept in.
    pub fn slot(self) -> FormSlot {
        self.slot.get_value()
    }

    /// Keeps nothing of the form any longer: it has been carried out, or put away.
    pub fn done(self) {
        self.session.drop_form(&self.slot());
    }
}
