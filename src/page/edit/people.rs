//! Choosing people, units or risks: a box to tick for each that is chosen, and a field to add others with.

use leptos::prelude::*;

use super::combobox::{Combobox, FormPulse, named};
use crate::engine::request::AskChoices;
use crate::engine::view::{ChoiceOf, ChoiceView};
use crate::organisation::value::Language;
use crate::page::session::use_answer;
use crate::text::draft;

/// Some of a list: those at hand, and those that are added by name.
#[component]
pub(super) fn People(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// What is chosen among.
    of: ChoiceOf,
    /// Ids of those at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let chosen = RwSignal::new(chosen);
    let pulse = use_context::<FormPulse>();
    let add = Callback::new(move |choice: ChoiceView| {
        if chosen.with_untracked(|chosen| !chosen.contains(&choice.id)) {
            chosen.update(|chosen| chosen.push(choice.id));
            if let Some(pulse) = pulse {
                pulse.0.update(|times| *times += 1);
            }
        }
    });
    let more = draft::one_more(&label, language);
    let id = format!("field-{field}");
    view! {
        <fieldset class="field field-wide field-checks">
            <legend class="field-label">{label}</legend>
            <For each=move || chosen.get() key=Clone::clone let:id>
                <Chosen field of id language/>
            </For>
            <Combobox label=more id of chosen=RwSignal::new(String::new()) must=false language taken=add/>
        </fieldset>
    }
    .into_any()
}

/// One at hand, by name once that is known; by id where the file has none of it.
#[component]
fn Chosen(field: &'static str, of: ChoiceOf, id: String, language: Language) -> impl IntoView {
    let known = {
        let chosen = id.clone();
        use_answer(move || AskChoices { of, find: String::new(), chosen: chosen.clone(), near: String::new(), most: 1 })
    };
    let value = id.clone();
    let name = move || {
        // Its line has its height before it has its words: nothing moves when they come.
        let Some(known) = known.get() else { return "\u{a0}".to_owned() };
        let choice = known.choices.iter().find(|choice| choice.id == id);
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
