//! The forms that the files of a round have, as they are chosen and as they are remembered.

use std::collections::BTreeSet;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::seal;
use crate::organisation::value::Language;
use crate::page::session::{FormSlot, Session};
use crate::text::travel::rounds as said;
use crate::travel::round::PartForm;

/// In which kind of file each who is asked gets their part.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct RoundForms {
    /// Whether the extracts are sealed.
    pub(super) is_sealed: bool,
    /// Keys of those who get a portable copy where the extracts are not sealed.
    pub(super) copies: BTreeSet<String>,
}

impl RoundForms {
    /// In which kind of file somebody gets their part.
    pub(super) fn of(&self, key: &str) -> PartForm {
        if self.is_sealed {
            PartForm::Sealed
        } else if self.copies.contains(key) {
            PartForm::Copy
        } else {
            PartForm::Extract
        }
    }

    /// In which forms the files of a round were made, where this browser knows.
    pub(super) fn known(session: Session, round: &str) -> Option<Self> {
        session.kept_form(&slot(session, round))
    }
}

/// Where this browser remembers in which forms the files of a round of the open file were made.
pub(super) fn slot(session: Session, round: &str) -> FormSlot {
    session.form_slot(&format!("round forms {round}"))
}

/// Whether somebody gets a portable copy, which no sealed extract can be.
pub(super) fn copy_choice(
    (key, name): (String, &str),
    copies: RwSignal<BTreeSet<String>>,
    is_sealed: RwSignal<bool>,
    language: Language,
) -> AnyView {
    let chosen = key.clone();
    let change = move |event| {
        let is_copy = event_target_checked(&event);
        copies.update(|copies| {
            if is_copy {
                copies.insert(key.clone());
            } else {
                copies.remove(&key);
            }
        });
    };
    let about = format!(": {name}");
    let is_chosen = move || !is_sealed.get() && copies.with(|copies| copies.contains(&chosen));
    let label = move || if is_sealed.get() { said::no_copy(language) } else { said::copy(language) };
    view! {
        <label class="choice no-print">
            <input type="checkbox" disabled=is_sealed prop:checked=is_chosen on:change=change/>
            <span>{label}<span class="visually-hidden">{about}</span></span>
        </label>
    }
    .into_any()
}

/// Whether the files are sealed, where the browser can.
pub(super) fn seal_choice(is_sealed: RwSignal<bool>, language: Language) -> Option<AnyView> {
    seal::is_offered().then(|| {
        view! {
            <label class="choice field-wide">
                <input
                    type="checkbox"
                    prop:checked=is_sealed
                    on:change=move |event| is_sealed.set(event_target_checked(&event))
                />
                <span>{said::seal(language)}</span>
            </label>
        }
        .into_any()
    })
}
