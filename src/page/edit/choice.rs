//! Choosing an item of the file: a box to search in, and the list of what was found.

use leptos::prelude::*;

use crate::engine::request::Request;
use crate::engine::view::ChoiceView;
use crate::organisation::person::BUILT_IN_ROLES;
use crate::organisation::value::Language;
use crate::page::session::use_reply;
use crate::text::{draft, numbers, words};

/// Choices shown at a time.
const MOST: u32 = 50;

/// One item of a list, found by name.
#[component]
pub(super) fn Choice(
    /// What is asked.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// The list.
    list: &'static str,
    /// Id of the item at hand.
    chosen: String,
    /// Whether one must be chosen.
    must: bool,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let find = RwSignal::new(String::new());
    let chosen = RwSignal::new(chosen);
    let found = use_reply::<Vec<ChoiceView>>(move || Request::Choices {
        list: list.to_owned(),
        find: find.get(),
        chosen: chosen.get_untracked(),
        most: MOST,
    });
    let options = move || {
        let choices = found.get().map(|choices| choices.to_vec()).unwrap_or_default();
        // One who is not in the file can still be what the item says.
        let stranger = chosen.get_untracked();
        let known = stranger.is_empty() || choices.iter().any(|choice| choice.id == stranger);
        let stranger = (!known).then(|| {
            let value = stranger.clone();
            view! { <option value=value selected=true>{stranger}</option> }
        });
        let option = |choice: ChoiceView| {
            let selected = choice.id == chosen.get_untracked();
            view! { <option value=choice.id.clone() selected=selected>{named(&choice, language)}</option> }
        };
        view! {
            <option value="">{draft::none(language)}</option>
            {stranger}
            {choices.into_iter().map(option).collect_view()}
        }
    };
    let search = draft::search_for(&label, language);
    view! {
        <div class="field field-choice">
            <label class="field-label" for=format!("field-{field}")>{label}</label>
            <input
                type="search"
                class="field-input"
                aria-label=search.clone()
                placeholder=draft::search(language)
                autocomplete="off"
                on:input:target=move |event| find.set(event.target().value())
            />
            <select
                id=format!("field-{field}")
                class="field-input"
                name=field
                required=must
                on:change:target=move |event| chosen.set(event.target().value())
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

pub(super) fn named(choice: &ChoiceView, language: Language) -> String {
    match &choice.beside {
        Some(beside) => format!("{} ({})", choice.name.say(language), beside.say(language)),
        None => choice.name.say(language).to_owned(),
    }
}

/// The built-in roles and the file's own: of each its id and what it is called.
pub(super) fn use_roles(language: Language) -> impl Fn() -> Vec<(String, String)> + Clone + Send + Sync {
    let own = use_reply::<Vec<ChoiceView>>(|| Request::Choices {
        list: "roles".to_owned(),
        find: String::new(),
        chosen: String::new(),
        most: MOST,
    });
    move || {
        let own = own.get().map(|choices| choices.to_vec()).unwrap_or_default();
        let built_in = BUILT_IN_ROLES.iter().filter(|id| own.iter().all(|choice| choice.id != **id));
        let built_in = built_in.map(|id| ((*id).to_owned(), numbers::capital(&words::role(id, None, None, language))));
        let mut roles: Vec<(String, String)> = built_in.collect();
        roles.extend(own.into_iter().map(|choice| (choice.id, choice.name.say(language).to_owned())));
        roles
    }
}

/// A role: a built-in one, or one of the file's own.
#[component]
pub(super) fn Role(
    /// What is asked.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Id of the role at hand.
    chosen: String,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let own = use_roles(language);
    let options = move || {
        let mut roles = own();
        if !chosen.is_empty() && roles.iter().all(|(id, _)| *id != chosen) {
            roles.push((chosen.clone(), chosen.clone()));
        }
        let option = |(id, name): (String, String)| {
            let selected = id == chosen;
            view! { <option value=id selected=selected>{name}</option> }
        };
        roles.into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="field-input" name=field>{options}</select>
        </label>
    }
    .into_any()
}
