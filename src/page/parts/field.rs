//! The bar of filters above a list or a picture, and its fields: a search box and a choice. They act at once and live in
//! the address.

use leptos::prelude::*;

use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::pages;

/// One of the choices of a field: what it stands for in the address, and what it is called.
pub type SelectChoice = (String, String);

/// The fields that narrow what is shown below them, in a row.
#[component]
pub fn FilterBar(
    /// What the fields are, for those who do not see what stands around them; a filter where nothing else is said.
    #[prop(optional, into)]
    name: Option<Signal<&'static str>>,
    /// The fields that narrow the list.
    children: Children,
) -> impl IntoView {
    let session = Session::current();
    let name = move || name.map_or_else(|| pages::filter(session.language()), |name| name.get());
    view! {
        <form class="fields" aria-label=name on:submit=|event| event.prevent_default()>
            {children()}
        </form>
    }
}

/// A choice among some. The empty one is "all".
#[component]
pub fn SelectField(
    /// What the choice is of, as a label.
    label: Signal<String>,
    /// The choices, the first of them for no choice.
    choices: Signal<Vec<SelectChoice>>,
    /// The choice at hand.
    chosen: Signal<String>,
    /// Called with another choice.
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let option = move |(value, name): SelectChoice| {
        let mine = value.clone();
        view! { <option value=value prop:selected=move || chosen.get() == mine>{name}</option> }
    };
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="field-input" on:change:target=move |event| choose(event.target().value())>
                {move || choices.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// A box to search with; it acts on every key.
#[component]
pub fn SearchField(
    /// What is searched for.
    label: Signal<String>,
    /// The text at hand.
    text: Signal<String>,
    /// Called with another text.
    search: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <label class="field field-search">
            <span class="field-label">{label}</span>
            <input
                type="search"
                class="field-input"
                autocomplete="off"
                spellcheck="false"
                prop:value=text
                on:input:target=move |event| search(event.target().value())
            />
        </label>
    }
}

/// Says which department or company a list is narrowed to, by an address that narrows it; nothing where it is not.
pub fn narrowed_to(session: Session, unit: Option<&str>, language: Language) -> Option<AnyView> {
    let id = unit?;
    let named = session.summary().and_then(|summary| {
        let unit = summary.departments.iter().find(|unit| *unit.id == *id)?;
        Some(unit.name.say(language).to_owned())
    });
    let said = pages::only_in(named.as_deref().unwrap_or(id), language);
    Some(view! { <span class="muted narrowed-to">{said}</span> }.into_any())
}
