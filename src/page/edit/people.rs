//! Choosing people, or risks: a box to tick for each, and others found by name.

use leptos::prelude::*;

use super::choice::named;
use crate::engine::request::AskChoices;
use crate::engine::view::ChoiceView;
use crate::organisation::value::Language;
use crate::page::session::use_answer;
use crate::text::draft;

/// Those found at a time.
const MOST: u32 = 8;

/// Some of a list: those at hand, and those found by name.
#[component]
pub(super) fn People(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// The list of the format that the item is in.
    list: &'static str,
    /// Ids of those at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let chosen = RwSignal::new(chosen);
    let find = RwSignal::new(String::new());
    let found =
        use_answer(move || AskChoices { list: list.to_owned(), find: find.get(), chosen: String::new(), most: MOST });
    let search = draft::search_for(&label, language);
    // Nobody is offered before a name is looked for; one who is chosen joins the others and stays.
    let offered = move || {
        let others = found.get().filter(|_| !find.get().trim().is_empty());
        let others = others.map(|choices| choices.to_vec()).unwrap_or_default();
        let others = others.into_iter().filter(|choice| chosen.with(|chosen| !chosen.contains(&choice.id)));
        let add = |choice: ChoiceView| {
            let id = choice.id.clone();
            let add = move |_| chosen.update(|chosen| chosen.push(id.clone()));
            view! {
                <label class="field-check">
                    <input type="checkbox" on:change=add/>
                    <span>{named(&choice, language)}</span>
                </label>
            }
        };
        others.map(add).collect_view()
    };
    view! {
        <fieldset class="field field-wide field-checks">
            <legend class="field-label">{label}</legend>
        <For each=move || chosen.get() key=Clone::clone let:id>
            <Chosen field list id language/>
        </For>
        {offered}
        <input
            type="search"
            class="field-input"
            aria-label=search
            placeholder=draft::search(language)
            autocomplete="off"
            on:input:target=move |event| find.set(event.target().value())
        />
        </fieldset>
    }
    .into_any()
}

/// One at hand, by name as soon as that is known.
#[component]
fn Chosen(field: &'static str, list: &'static str, id: String, language: Language) -> impl IntoView {
    let known = {
        let chosen = id.clone();
        use_answer(move || AskChoices { list: list.to_owned(), find: String::new(), chosen: chosen.clone(), most: 1 })
    };
    let value = id.clone();
    let name = move || {
        let known = known.get();
        let choice = known.as_ref().and_then(|choices| choices.iter().find(|choice| choice.id == id));
        choice.map_or_else(|| id.clone(), |choice| named(choice, language))
    };
    view! {
        <label class="field-check">
            <input type="checkbox" name=field value=value checked=true/>
            <span>{name}</span>
        </label>
    }
    .into_any()
}
