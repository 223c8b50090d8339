//! Asking what becomes of what refers to an item that is to be taken out.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::choice::Choice;
use crate::browser::dom;
use crate::draft::Patch;
use crate::draft::removal::Parting;
use crate::engine::view::ChoiceOf;
use crate::engine::view::ItemView;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::draft::removal::{self, RemovalAnswer};

/// The id of the button that asks, and of the first answer in its place.
const ASKS: &str = "removal-asks";

/// The button that takes an item out; where others refer to it, with the question.
#[component]
pub(super) fn Removal(
    /// The item that would be taken out.
    item: ItemView,
    /// The list of the removal.
    list: ListName,
    /// The reader's language.
    language: Language,
    /// Carries the removal out.
    carry_out: Callback<Patch>,
) -> impl IntoView {
    let asks = RwSignal::new(false);
    let is_asked = !item.referred_by.is_empty();
    let remove = {
        let key = item.key.clone();
        move |_| {
            if is_asked {
                turn(asks, true);
            } else {
                carry_out.run(Patch::Remove { list, key: key.clone() });
            }
        }
    };
    move || {
        if asks.get() {
            let item = item.clone();
            return view! { <Question item list language carry_out asks/> }.into_any();
        }
        view! {
            <button type="button" id=ASKS class="button" on:click=remove.clone()>{removal::remove(language)}</button>
        }
        .into_any()
    }
}

/// Shows the question or puts it away, and moves the focus to what is there then.
fn turn(asks: RwSignal<bool>, now: bool) {
    asks.set(now);
    request_animation_frame(|| {
        // The form may be gone by then.
        let _ = dom::focus(&format!("#{ASKS}"));
    });
}

/// What refers to the item, and what can become of that.
#[component]
fn Question(
    item: ItemView,
    list: ListName,
    language: Language,
    carry_out: Callback<Patch>,
    /// Whether the question is asked.
    asks: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::current();
    let has_posts = list == ListName::People && item.referred_by.iter().any(|(from, _)| *from == ListName::Assignments);
    let answers: &[RemovalAnswer] = if has_posts {
        &[RemovalAnswer::End, RemovalAnswer::Vacate, RemovalAnswer::HandOver]
    } else {
        &[RemovalAnswer::Clear, RemovalAnswer::HandOver, RemovalAnswer::Together]
    };
    let answer = RwSignal::new(answers[0]);
    let other = RwSignal::new(String::new());
    let options = answers.iter().map(|each| {
        let each = *each;
        view! {
            <label class="field-check">
                <input type="radio" name="parting" id=(each == answers[0]).then_some(ASKS) checked=each == answers[0]
                    on:change=move |_| answer.set(each)/>
                <span>{removal::answer(each, language)}</span>
            </label>
        }
    });
    let to = move || {
        (answer.get() == RemovalAnswer::HandOver).then(|| {
            let label = removal::to_whom(language);
            view! { <Choice label field="parting-to" of=ChoiceOf::List(list) chosen=String::new() must=false language picked=other/> }
        })
    };
    let own = item.key.clone();
    let cannot =
        move || answer.get() == RemovalAnswer::HandOver && other.with(|other| other.is_empty() || *other == own);
    let confirm = {
        let key = item.key.clone();
        move || {
            let on = session.today();
            let parting = match answer.get_untracked() {
                RemovalAnswer::Clear => Parting::Clear,
                RemovalAnswer::Together => Parting::Together,
                RemovalAnswer::HandOver => Parting::HandOver { id: other.get_untracked() },
                RemovalAnswer::End => Parting::End { on },
                RemovalAnswer::Vacate => Parting::Vacate { on },
            };
            carry_out.run(Patch::TakeOut { list, key: key.clone(), parting });
        }
    };
    // Enter answers as the first button does, where the form around the question would be saved; Escape takes it back.
    let press = {
        let (cannot, confirm) = (cannot.clone(), confirm.clone());
        move |event: KeyboardEvent| match &*event.key() {
            _ if event.default_prevented() => {}
            "Enter" if !dom::is_button(&event) => {
                event.prevent_default();
                if !cannot() {
                    confirm();
                }
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                turn(asks, false);
            }
            _ => {}
        }
    };
    view! {
        <fieldset class="field field-wide field-checks" on:keydown=press>
            <legend class="field-label">{removal::question(&item.referred_by, language)}</legend>
            {options.collect_view()}
            {to}
            <button type="button" class="button button-first" disabled=cannot on:click=move |_| confirm()>
                {removal::remove(language)}
            </button>
            <button type="button" class="button" on:click=move |_| turn(asks, false)>{removal::keep(language)}</button>
        </fieldset>
    }
    .into_any()
}
