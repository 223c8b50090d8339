//! A button that takes something out, and what it asks first where more than itself is lost.

use std::hash::BuildHasher;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::browser::dom;
use crate::organisation::value::Language;
use crate::text::draft::removal;

/// What can be answered to a question: what each button says and does. The first is what Enter does.
pub type Answers = Vec<(&'static str, Callback<()>)>;

/// The button, and in its place the question.
#[component]
pub fn AskFirst(
    /// What the button says.
    label: &'static str,
    /// The name of the button for those who do not see where it stands.
    named: String,
    /// What is asked; without a question the button does at once what the first answer does.
    question: Option<String>,
    /// What can be answered.
    answers: Answers,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let asks = RwSignal::new(false);
    let id = format!("asks-{:x}", FxBuildHasher.hash_one((label, &named)));
    let keep = {
        let id = id.clone();
        Callback::new(move |()| {
            asks.set(false);
            focus_soon(&id);
        })
    };
    move || {
        if let Some(question) = question.clone().filter(|_| asks.get()) {
            return view! { <Asked question answers=answers.clone() keep language/> }.into_any();
        }
        let (first, is_asked) = (answers.first().map(|(_, act)| *act), question.is_some());
        let press = move |_| match first {
            Some(act) if !is_asked => act.run(()),
            _ => asks.set(true),
        };
        view! {
            <button type="button" id=id.clone() class="button button-small edit-only" aria-label=named.clone() on:click=press>
                {label}
            </button>
        }
        .into_any()
    }
}

/// A question before something goes. The focus goes to the first answer, and Escape puts the question away.
#[component]
pub fn Asked(
    /// The question that is asked.
    question: String,
    /// What can be answered.
    answers: Answers,
    /// Puts the question away; nothing goes.
    keep: Callback<()>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let id = format!("asked-{:x}", FxBuildHasher.hash_one(&question));
    focus_soon(&id);
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            keep.run(());
        }
    };
    let answer = |(place, (said, act)): (usize, (&'static str, Callback<()>))| {
        let id = (place == 0).then(|| id.clone());
        view! {
            <button type="button" id=id class="button" class:button-first=place == 0 on:click=move |_| act.run(())>
                {said}
            </button>
        }
    };
    view! {
        <fieldset class="field field-checks" on:keydown=escape>
            <legend class="field-label">{question}</legend>
            {answers.into_iter().enumerate().map(answer).collect_view()}
            <button type="button" class="button" on:click=move |_| keep.run(())>{removal::keep(language)}</button>
        </fieldset>
    }
    .into_any()
}

/// Moves the focus to the element with an id once it is drawn. What was asked about may have gone by then.
fn focus_soon(id: &str) {
    let element = format!("#{id}");
    request_animation_frame(move || {
        let _ = dom::focus(&element);
    });
}
