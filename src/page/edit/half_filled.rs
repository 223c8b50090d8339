//! The forms that were left half filled in: each is remembered as it is typed, and offered again.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::editing_kind;
use crate::draft::patch::PatchField;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::session::{FormSlot, OpenForm, RuleEdit, Session, bytes, digits};
use crate::text::draft;

/// Which form was left half filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct HalfFilled {
    kind: FormKind,
    list: ListName,
    key: String,
    known: Vec<PatchField>,
}

/// The slot that what is typed into a form is kept in.
pub(super) fn slot(session: Session, form: &OpenForm) -> FormSlot {
    session.dialogue_slot(&HalfFilled::new(form).written())
}

/// What had been answered when a form was left half filled in.
pub(super) fn answers(session: Session, form: &OpenForm) -> Option<Vec<PatchField>> {
    session.kept_form(&slot(session, form))
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
    fn new(form: &OpenForm) -> Self {
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
        Self { kind, list: form.list(), key, known }
    }

    /// The form as it was opened.
    fn form(&self) -> OpenForm {
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

    /// The form as it is written down.
    fn written(&self) -> String {
        digits(&postcard::to_allocvec(self).unwrap_or_default())
    }

    fn read(text: &str) -> Option<Self> {
        postcard::from_bytes(&bytes(text)?).ok()
    }
}

/// Offers the forms that were left half filled in.
#[component]
pub(in crate::page) fn LeftForms() -> impl IntoView {
    let session = Session::current();
    let left = Memo::new(move |_| session.half_filled());
    move || {
        let language = session.language();
        let notices: Vec<_> = left.get().iter().filter_map(|written| notice(session, written, language)).collect();
        (!notices.is_empty()).then(|| {
            view! { <section class="notices no-print" aria-label=draft::left_form(language)>{notices}</section> }
        })
    }
}

/// One that was left.
fn notice(session: Session, written: &str, language: Language) -> Option<AnyView> {
    let form = HalfFilled::read(written)?.form();
    let what = draft::editing(&editing_kind(&form, None), language);
    let slot = slot(session, &form);
    let go_on = move |_| session.open_form(form.clone());
    Some(
        view! {
            <div class="notice notice-calm" role="status">
                <div class="wrap">
                    <p class="notice-what">{draft::left_form_of(&what, language)}</p>
                    <button type="button" class="button button-first" on:click=go_on>{draft::left_form_go_on(language)}</button>
                    <button type="button" class="button" on:click=move |_| session.drop_form(&slot)>{draft::left_form_drop(language)}</button>
                </div>
            </div>
        }
        .into_any(),
    )
}
