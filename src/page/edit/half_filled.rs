//! A form that was left half filled in: remembered as it is typed, and offered again.

use std::fmt::Write as _;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::editing_kind;
use crate::draft::patch::PatchField;
use crate::organisation::ListName;
use crate::page::session::{OpenForm, RuleEdit, Session};
use crate::text::draft;

/// A form that was left half filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct HalfFilled {
    kind: FormKind,
    list: ListName,
    key: String,
    known: Vec<PatchField>,
    /// What had been answered.
    pub(super) answers: Vec<PatchField>,
}

/// The kinds of form that are remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum FormKind {
    Item,
    New,
    Renew { bound: bool },
    Fill,
    Accept { bound: bool },
    Replace,
    Rule { own: bool, unnamed_packs: Vec<String> },
}

impl HalfFilled {
    pub(super) fn new(form: &OpenForm, answers: Vec<PatchField>) -> Self {
        let (kind, known) = match form {
            OpenForm::Item { .. } => (FormKind::Item, Vec::new()),
            OpenForm::New { preset, .. } => (FormKind::New, preset.clone()),
            OpenForm::Renew { fields, bound, .. } => (FormKind::Renew { bound: *bound }, fields.clone()),
            OpenForm::Fill { preset, .. } => (FormKind::Fill, preset.clone()),
            OpenForm::Accept { preset, bound } => (FormKind::Accept { bound: *bound }, preset.clone()),
            OpenForm::Replace { .. } => (FormKind::Replace, Vec::new()),
            OpenForm::Rule(rule) => {
                (FormKind::Rule { own: rule.own, unnamed_packs: rule.unnamed_packs.clone() }, rule.fields.clone())
            }
        };
        let key = form.key().cloned().unwrap_or_default();
        Self { kind, list: form.list(), key, known, answers }
    }

    /// The form as it was opened.
    pub(super) fn form(&self) -> OpenForm {
        let (list, key, known) = (self.list, self.key.clone(), self.known.clone());
        match self.kind.clone() {
            FormKind::Item => OpenForm::Item { list, key },
            FormKind::New => OpenForm::New { list, preset: known },
            FormKind::Renew { bound } => OpenForm::Renew { bound, list, key, fields: known },
            FormKind::Fill => OpenForm::Fill { key, preset: known },
            FormKind::Accept { bound } => OpenForm::Accept { preset: known, bound },
            FormKind::Replace => OpenForm::Replace { key },
            FormKind::Rule { own, unnamed_packs } => {
                let id = Some(key).filter(|key| !key.is_empty());
                OpenForm::Rule(RuleEdit { id, fields: known, own, unnamed_packs })
            }
        }
    }

    /// The form as it is written down: its bytes as hexadecimal digits.
    pub(super) fn written(&self) -> Option<String> {
        let bytes = postcard::to_allocvec(self).ok()?;
        Some(bytes.iter().fold(String::new(), |mut digits, byte| {
            // Writing to a text cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        }))
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let pairs = (0..text.len() / 2).map(|at| text.get(2 * at..2 * at + 2));
        let bytes: Option<Vec<u8>> = pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect();
        postcard::from_bytes(&bytes?).ok()
    }
}

/// Offers the form that was left half filled in.
#[component]
pub(in crate::page) fn LeftForm() -> impl IntoView {
    let session = Session::current();
    move || {
        let left = HalfFilled::read(&session.half_filled()?)?;
        let (form, language) = (left.form(), session.language());
        let what = draft::editing(&editing_kind(&form, None), language);
        let go_on = move |_| session.resume_edit(form.clone(), left.answers.clone());
        Some(view! {
            <section class="notices no-print" aria-label=draft::left_form(language)>
                <div class="notice notice-calm" role="status">
                    <div class="wrap">
                        <p class="notice-what">{draft::left_form_of(&what, language)}</p>
                        <button type="button" class="button button-first" on:click=go_on>{draft::left_form_go_on(language)}</button>
                        <button type="button" class="button" on:click=move |_| session.forget_form()>{draft::left_form_drop(language)}</button>
                    </div>
                </div>
            </section>
        })
    }
}
