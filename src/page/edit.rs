//! Editing where one looks: one dialogue with the form of whatever is being changed.
//!
//! A form is a list of inputs ([`form`]), each with the field of the format that it changes; the dialogue draws them
//! ([`input`], [`choice`], [`rating`]), reads them back when the reader is done ([`answers`]) and asks for one change.
//! To make another list of the format editable, give it a form.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod answers;
mod asked;
mod bar;
mod choice;
mod each;
mod effect;
mod form;
mod input;
mod move_risk;
mod people;
mod rating;
mod removal;
mod rule;
mod unseal;

use std::hash::BuildHasher;

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rustc_hash::FxBuildHasher;

use self::answers::Answers;
use self::form::EditForm;
use self::input::input;
use self::removal::Removal;
use self::rule::RuleFields;
use super::parts::Refusal;
use super::route::{NavigationSection, Route};
use super::session::Session;
use crate::browser::dom;
use crate::draft::{EditRefusal, Patch};
use crate::engine::request::AskItem;
use crate::engine::view::ItemView;
use crate::organisation::value::Language;
use crate::text::draft;

pub(super) use self::bar::DraftBar;
pub(super) use self::move_risk::moved;
pub(super) use self::unseal::UnsealDialog;
pub use super::session::{OpenForm, RuleEdit};

/// A button that begins an edit.
#[component]
pub fn EditButton(
    /// What the button says.
    label: String,
    /// What it edits.
    editing: OpenForm,
    /// What it is called for those who do not see where it stands.
    #[prop(optional, into)]
    named: Option<String>,
) -> impl IntoView {
    let session = Session::current();
    if !session.may_change() {
        return ().into_any();
    }
    let id = format!("edit-{:x}", FxBuildHasher.hash_one((editing.list(), editing.key(), editing.preset(), &label)));
    let from = id.clone();
    let begin = move |_| session.begin_edit(editing.clone(), &from);
    view! { <button type="button" id=id class="button button-small" aria-label=named on:click=begin>{label}</button> }
        .into_any()
}

/// The dialogue, while something is being edited.
#[component]
pub(super) fn EditDialog() -> impl IntoView {
    let session = Session::current();
    // The focus goes back to where the edit began once the page has been drawn with the change.
    Effect::new(move || {
        if session.is_ready() && session.editing().is_none() {
            let from = session.edited_from();
            request_animation_frame(move || dom::focus_again(&from));
        }
    });
    move || session.editing().map(|editing| view! { <Dialog editing/> })
}

#[component]
fn Dialog(
    /// What is being edited.
    editing: OpenForm,
) -> impl IntoView {
    let session = Session::current();
    let element = NodeRef::<html::Dialog>::new();
    element.on_load(|dialog| dom::show_modal(&dialog));
    let item = RwSignal::new(match &editing {
        OpenForm::New { list, preset } => Some(ItemView {
            list: (*list).to_owned(),
            key: String::new(),
            fields: preset.clone(),
            referred_by: Vec::new(),
        }),
        OpenForm::Rule(_) => {
            Some(ItemView { list: "rules".into(), key: String::new(), fields: Vec::new(), referred_by: Vec::new() })
        }
        OpenForm::Item { .. } | OpenForm::Renew { .. } | OpenForm::Replace { .. } => None,
    });
    let unknown = editing.key().filter(|_| item.with_untracked(Option::is_none)).cloned();
    if let Some(key) = unknown {
        let list = editing.list().to_owned();
        spawn_local(async move {
            match session.ask(AskItem { list, key }).await {
                Some(found) => drop(item.try_set(Some(found))),
                None => session.end_edit(),
            }
        });
    }
    let heading = {
        let editing = editing.clone();
        move || draft::editing(&editing_kind(&editing, item.get().as_ref()), session.language())
    };
    let body = move || {
        let item = item.get()?;
        if let OpenForm::Rule(rule) = &editing {
            return Some(view! { <RuleFields rule=rule.clone() language=session.language()/> }.into_any());
        }
        Some(view! { <Fields editing=editing.clone() item language=session.language()/> }.into_any())
    };
    view! {
        <dialog class="dialog" node_ref=element aria-labelledby="dialog-heading" on:close=move |_| session.end_edit()>
            <h2 id="dialog-heading">{heading}</h2>
            {body}
        </dialog>
    }
    .into_any()
}

/// What the dialogue is about, for its heading.
fn editing_kind(editing: &OpenForm, item: Option<&ItemView>) -> draft::FormSubject {
    let word = |field: &str| item.map(|item| item.value(field).words().to_owned()).unwrap_or_default();
    let list = editing.list();
    let kind = if list == "units" { word("kind") } else { String::new() };
    match editing {
        // What an exception accepts is known; why and how long is asked anew.
        OpenForm::New { .. } | OpenForm::Renew { .. } => draft::FormSubject::New { list, kind },
        OpenForm::Item { .. } => draft::FormSubject::Item { list, kind },
        OpenForm::Rule(rule) => draft::FormSubject::Rule { new: rule.id.is_none() },
        OpenForm::Replace { .. } => draft::FormSubject::Replace,
    }
}

/// The form of an item, its messages and its buttons.
#[component]
fn Fields(
    /// What is being edited.
    editing: OpenForm,
    /// The item as it is.
    item: ItemView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let refused = RwSignal::new(None::<EditRefusal>);
    let form =
        if matches!(editing, OpenForm::Replace { .. }) { EditForm::REPLACE } else { EditForm::of(editing.list()) };
    let list = editing.list();
    let carry_out = move |patches: Vec<Patch>, then: Option<Route>| {
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => {
                    session.end_edit();
                    if let Some(route) = then {
                        session.go(route);
                    }
                }
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    };
    let submit = {
        let (editing, item) = (editing.clone(), item.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let answers = Answers::new(dom::form_values(&event), &item);
            let patches = match &editing {
                OpenForm::Item { .. } => answers.set(form),
                OpenForm::New { .. } | OpenForm::Rule(_) => answers.add(form),
                OpenForm::Renew { fields, .. } => answers.set_with(form, fields),
                OpenForm::Replace { .. } => answers.replace(),
            };
            carry_out(patches, None);
        }
    };
    let inputs = form.inputs.iter().map(|each| input(each, &item, language)).collect_view();
    let vacate =
        (list == "assignments" && matches!(editing, OpenForm::Item { .. }) && !item.value("person").words().is_empty())
            .then(|| {
                let patch = item.patch(answers::vacant());
                view! {
                    <button type="button" class="button" on:click=move |_| carry_out(vec![patch.clone()], None)>
                        {draft::vacate(language)}
                    </button>
                }
            });
    let remove = matches!(editing, OpenForm::Item { .. }).then(|| {
        let above = above(&untrack(|| session.route()), list, &item.key);
        let carry_out = Callback::new(move |patch| carry_out(vec![patch], above.clone()));
        view! { <Removal item=item.clone() list language carry_out/> }
    });
    view! {
        <form class="form" method="dialog" on:submit=submit>
            <div class="form-fields">{inputs}</div>
            <Refusal refused language/>
            <div class="form-buttons">
                <button type="submit" class="button button-first">{draft::done(language)}</button>
                <button type="button" class="button" on:click=move |_| session.end_edit()>{draft::cancel(language)}</button>
                <span class="form-aside">{vacate} {remove}</span>
            </div>
        </form>
    }
    .into_any()
}

/// Where to go when the item whose own page is shown has been taken out.
fn above(route: &Route, list: &str, key: &str) -> Option<Route> {
    match route {
        Route::Unit { id } if list == "units" && id == key => Some(NavigationSection::Organisation.route()),
        Route::Risk { id } if list == "risks" && id == key => Some(NavigationSection::Risks.route()),
        _ => None,
    }
}
