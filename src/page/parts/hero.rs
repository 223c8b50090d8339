//! How a page begins, a fact with its label, and a place where there is nothing.

use leptos::prelude::*;

use crate::page::session::Session;
use crate::text::overview::Sentence;
use crate::text::shell;

/// The beginning of a page: its verdict as a sentence in large type, what goes before it and what comes after.
#[component]
pub fn Hero(
    /// What stands over the verdict, in small type.
    #[prop(optional, into)]
    over: String,
    /// The verdict in large type.
    verdict: Sentence,
    /// What comes after the verdict.
    #[prop(optional, into)]
    after: String,
) -> impl IntoView {
    let Sentence { before, stress, after: rest } = verdict;
    let stress = (!stress.is_empty()).then(|| view! { <em>{stress}</em> });
    view! {
        <div class="hero">
            <EditSwitch/>
            {(!over.is_empty()).then(|| view! { <p class="when">{over}</p> })}
            <h1 tabindex="-1">{before}{stress}{rest}</h1>
            {(!after.is_empty()).then(|| view! { <p class="sub">{after}</p> })}
        </div>
    }
}

/// Brings out what changes the file on a page that is read, and puts it away again.
#[component]
fn EditSwitch() -> impl IntoView {
    let session = Session::current();
    let (is_read, language) = untrack(|| (session.route().kind().is_read(), session.language()));
    let pressed = move || if session.edits() { "true" } else { "false" };
    (is_read && session.may_change()).then(|| {
        view! {
            <button type="button" class="edit-switch no-print" aria-pressed=pressed on:click=move |_| session.set_edits(!untrack(|| session.edits()))>
                {shell::edit(language)}
            </button>
        }
    })
}

/// A fact with its label, for a list of facts.
#[component]
pub fn Fact(
    /// The label of the figure.
    label: &'static str,
    /// The fact that the label names.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// Says that there is nothing, and what that means.
#[component]
pub fn Empty(
    /// The sentence that says there is nothing.
    text: &'static str,
) -> impl IntoView {
    view! { <p class="empty">{text}</p> }
}
