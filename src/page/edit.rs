//! Editing where one looks: one dialogue with the form of whatever is being changed.
//!
//! A form is a list of inputs ([`form`]), each with the field of the format that it changes; the dialogue draws them
//! ([`input`], [`choice`], [`rating`]), reads them back when the reader is done ([`answers`]) and asks for one change.
//! To make another list of the format editable, give it a form.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod answers;
mod asked;
mod bar;
mod basis;
mod choice;
mod combobox;
mod each;
mod effect;
mod form;
mod half_filled;
mod holder;
mod input;
mod move_risk;
mod nobody;
mod people;
mod rating;
mod removal;
mod rule;
mod sign;
mod unseal;

use std::hash::BuildHasher;

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rustc_hash::FxBuildHasher;

use self::answers::Answers;
use self::basis::{FormBasis, FormMethod};
use self::choice::FormChoices;
use self::combobox::{FormPulse, NearUnit};
use self::form::EditForm;
use self::input::inputs;
use self::nobody::DoubtedName;
use self::removal::Removal;
use self::rule::RuleFields;
use super::parts::Refusal;
use super::route::{NavigationSection, Route};
use super::session::Session;
use crate::browser::dom;
use crate::draft::{EditRefusal, FieldValue, Patch};
use crate::engine::view::{ItemView, UnitRef};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::text::{draft, words};

pub(super) use self::bar::DraftBar;
pub(super) use self::combobox::Combobox;
pub(super) use self::half_filled::LeftForms;
pub(super) use self::move_risk::{moved, reasons_left};
pub(super) use self::sign::SignDialog;
pub(super) use self::unseal::UnsealDialog;
pub use super::session::{OpenForm, RuleEdit};

/// The first field of a form.
const FIRST_FIELD: &str = ".dialog form :is(input:not([type=hidden]), select, textarea)";

/// A button that begins an edit. On a page that is read it is seen once the reader has asked for editing, but for what fills
/// a post or is the first of a list.
#[component]
pub fn EditButton(
    /// What the button says.
    label: String,
    /// The form that the button opens.
    editing: OpenForm,
    /// The name of the button for those who do not see where it stands.
    #[prop(optional, into)]
    named: Option<String>,
    /// Whether it mends a finding, and so never waits; as the form says where it is not said.
    #[prop(optional)]
    mends: Option<bool>,
) -> impl IntoView {
    let session = Session::current();
    if !session.may_change() {
        return ().into_any();
    }
    let id = format!("edit-{:x}", FxBuildHasher.hash_one((editing.list(), editing.key(), editing.preset(), &label)));
    let from = id.clone();
    // What mends a finding is always there, and so is the next step where there is nothing to read.
    let mends = mends.unwrap_or(matches!(editing, OpenForm::Fill { .. }));
    let added = matches!(&editing, OpenForm::New { preset, .. } if preset.is_empty()).then_some(editing.list());
    let waits = move || !mends && added.is_none_or(|list| session.count_of(list) > 0);
    let begin = move |_| session.begin_edit(editing.clone(), &from);
    view! {
        <button type="button" id=id class="button button-small" class:edit-only=waits aria-label=named on:click=begin>
            {label}
        </button>
    }
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
    let basis = RwSignal::new(None::<FormBasis>);
    spawn_local({
        let editing = editing.clone();
        async move {
            if let Some(found) = FormBasis::found(session, &editing).await {
                drop(basis.try_set(Some(found)));
            } else {
                session.drop_form(&half_filled::slot(session, &editing));
                session.end_edit();
            }
        }
    });
    let choices = FormChoices::asked();
    provide_context(choices);
    let are_known = choices.are_known();
    let left = left_over(session, &editing);
    let heading = {
        let editing = editing.clone();
        move || {
            draft::editing(&editing_kind(&editing, basis.get().map(|basis| basis.item).as_ref()), session.language())
        }
    };
    let body = move || {
        let basis = are_known.get().then(|| basis.get())??;
        if let OpenForm::Rule(rule) = &editing {
            return Some(view! { <RuleFields rule=rule.clone() language=session.language()/> }.into_any());
        }
        Some(view! { <Fields editing=editing.clone() basis language=session.language()/> }.into_any())
    };
    view! {
        <dialog class="dialog" node_ref=element aria-labelledby="dialog-heading" on:close=move |_| session.end_edit()>
            <h2 id="dialog-heading">{heading}</h2>
            {left}
            {body}
        </dialog>
    }
    .into_any()
}

/// Said where a form begins with what was typed into it before; one can begin anew.
fn left_over(session: Session, editing: &OpenForm) -> Option<AnyView> {
    let (slot, language) = (half_filled::slot(session, editing), session.language());
    let anew = {
        let slot = slot.clone();
        move |_| {
            session.drop_form(&slot);
            session.redraw_form();
        }
    };
    session.is_kept(&slot).then(|| {
        view! {
            <p class="form-note" role="status">
                {draft::left_here(language)} " "
                <button type="button" class="button button-small" on:click=anew>{draft::left_form_anew(language)}</button>
            </p>
        }
        .into_any()
    })
}

/// What the dialogue is about, for its heading.
fn editing_kind(editing: &OpenForm, item: Option<&ItemView>) -> draft::FormSubject {
    let list = editing.list();
    let kind = match (list, editing, item) {
        (ListName::Units, OpenForm::New { preset, .. }, _) => {
            preset.iter().find(|(field, _)| field == "kind").map(|(_, kind)| kind.words().to_owned())
        }
        (ListName::Units, _, Some(item)) => Some(item.value("kind").words().to_owned()),
        _ => None,
    };
    let kind = kind.unwrap_or_default();
    match editing {
        // What an exception accepts is known; why and how long is asked anew.
        OpenForm::New { .. } | OpenForm::Renew { .. } | OpenForm::Accept { .. } => {
            draft::FormSubject::New { list, kind }
        }
        OpenForm::Fill { .. } => draft::FormSubject::Fill,
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
    /// What the form is drawn from.
    basis: FormBasis,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let FormBasis { item, unit, method } = basis;
    let refused = RwSignal::new(None::<EditRefusal>);
    let doubted = RwSignal::new(None::<DoubtedName>);
    let form = EditForm::for_editing(&editing, &item);
    let list = editing.list();
    let begun = basis::begun(session, &editing, &item);
    if let Some(method) = method {
        provide_context(FormMethod(method));
    }
    let near = [begun.value("unit"), begun.value("parent")].into_iter().find(|unit| *unit != FieldValue::Nothing);
    provide_context(NearUnit(RwSignal::new(near.unwrap_or_default().words().to_owned())));
    let pulse = RwSignal::new(0_u32);
    provide_context(FormPulse(pulse));
    let element = NodeRef::<html::Form>::new();
    // The dialogue was opened before there was anything in it to go to.
    element.on_load(|_| {
        request_animation_frame(|| {
            let _ = dom::focus(FIRST_FIELD);
        });
    });
    let remember = {
        let (editing, item) = (StoredValue::new(editing.clone()), StoredValue::new(item.clone()));
        let drawn = StoredValue::new(begun.clone());
        move || {
            // What is typed last can be told of when the form is gone.
            let Some(element) = element.try_get_untracked().flatten() else { return };
            let values = dom::values_in(&element);
            let answers = item.with_value(|item| drawn.with_value(|drawn| Answers::new(values, item, drawn).all(form)));
            session.keep_form(&editing.with_value(|editing| half_filled::slot(session, editing)), &answers);
        }
    };
    Effect::new(move || {
        if pulse.get() > 0 {
            request_animation_frame(remember);
        }
    });
    let kept_in = StoredValue::new(half_filled::slot(session, &editing));
    let carry_out = move |patches: Vec<Patch>, then: Option<Route>| {
        let slot = kept_in.get_value();
        // Where nothing is changed, the page stays as it is drawn, and the focus finds its way back.
        if patches.is_empty() {
            session.drop_form(&slot);
            return session.end_edit();
        }
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => {
                    session.drop_form(&slot);
                    match then {
                        Some(route) => session.end_edit_at(&session.link(route)),
                        None => session.end_edit(),
                    }
                }
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    };
    let submit = {
        let (editing, item, drawn) = (editing.clone(), item.clone(), begun.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let answers = Answers::new(dom::form_values(&event), &item, &drawn);
            let patches = match &editing {
                OpenForm::Item { .. } => answers.set(form),
                OpenForm::New { .. } | OpenForm::Accept { .. } | OpenForm::Rule(_) => answers.add(form),
                OpenForm::Fill { .. } => answers.fill(form),
                OpenForm::Renew { fields, .. } => answers.set_with(form, fields),
                OpenForm::Replace { .. } => answers.replace(form),
            };
            // A name that says that nobody is meant is asked about before it makes a post count as held.
            match DoubtedName::of(&patches) {
                None => carry_out(patches, None),
                doubt => {
                    doubted.set(doubt);
                    request_animation_frame(|| {
                        let _ = dom::focus(&format!("#{} button", nobody::ASKED));
                    });
                }
            }
        }
    };
    let question = move || {
        let carry_out = Callback::new(move |patches| carry_out(patches, None));
        doubted.get().map(|doubt| doubt.question(carry_out, language))
    };
    let typed = move |_| {
        doubted.set(None);
        remember();
    };
    let inputs = inputs(form.inputs, &begun, language);
    let lead = lead(&editing, &item, unit, language);
    let vacate = (list == ListName::Assignments
        && matches!(editing, OpenForm::Item { .. })
        && !item.value("person").words().is_empty())
    .then(|| {
        let patch = item.patch(answers::vacant());
        view! {
            <button type="button" class="button" on:click=move |_| carry_out(vec![patch.clone()], None)>
                {draft::vacate(language)}
            </button>
        }
    });
    let is_vacant = matches!(&editing, OpenForm::Fill { key, .. } if !key.is_empty());
    let remove = (is_vacant || matches!(editing, OpenForm::Item { .. })).then(|| {
        let above = above(&untrack(|| session.route()), list, &item.key);
        let carry_out = Callback::new(move |patch| carry_out(vec![patch], above.clone()));
        view! { <Removal item=item.clone() list language carry_out/> }
    });
    let cancel = move |_| {
        session.drop_form(&kept_in.get_value());
        session.end_edit();
    };
    view! {
        <form
            class="form"
            method="dialog"
            node_ref=element
            on:submit=submit
            on:input=typed
            on:change=move |_| remember()
        >
            {lead}
            {inputs}
            <Refusal refused language/>
            {question}
            <div class="form-buttons">
                <button type="submit" class="button button-first">{draft::done(language)}</button>
                <button type="button" class="button" on:click=cancel>{draft::cancel(language)}</button>
                <span class="form-aside">{vacate} {remove}</span>
            </div>
        </form>
    }
    .into_any()
}

/// What a form that fills a post is about: the role and the unit, and what becomes of who holds it.
fn lead(editing: &OpenForm, item: &ItemView, unit: Option<UnitRef>, language: Language) -> Option<AnyView> {
    let is_held = matches!(editing, OpenForm::Replace { .. });
    if !is_held && !matches!(editing, OpenForm::Fill { .. }) {
        return None;
    }
    let role = item.value("role").words().to_owned();
    let own = FormChoices::roles();
    let named = own.iter().find(|choice| choice.id == role).map(|choice| &choice.name);
    let said =
        unit.map(|at| draft::fill_lead(&words::role(&role, named, Some(at.kind), language), at.name.say(language)));
    let held = is_held.then(|| view! { <p class="muted">{draft::replace_lead(language)}</p> });
    Some(view! { <div class="form-lead"><p class="lead">{said}</p> {held}</div> }.into_any())
}

/// Where to go when the item whose own page is shown has been taken out.
fn above(route: &Route, list: ListName, key: &str) -> Option<Route> {
    match route {
        Route::Unit { id } if list == ListName::Units && id == key => Some(NavigationSection::Organisation.route()),
        Route::Risk { id } if list == ListName::Risks && id == key => Some(NavigationSection::Risks.route()),
        _ => None,
    }
}
