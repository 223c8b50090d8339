//! Choosing several items: a box to tick for each.

use leptos::prelude::*;

use super::choice::{named, use_roles};
use crate::engine::request::Request;
use crate::engine::view::ChoiceView;
use crate::organisation::value::Language;
use crate::page::session::{Session, use_reply};
use crate::text::draft;

/// People found at a time.
const MOST: u32 = 8;

/// Departments and companies, and those the item names besides.
#[component]
pub(super) fn Units(
    /// What is asked.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Ids of the units at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let summary = untrack(|| session.summary());
    let departments = summary.iter().flat_map(|summary| summary.departments.iter());
    let units = departments.map(|unit| (unit.id.clone(), unit.name.say(language).to_owned())).collect();
    let checks = checks(field, units, &chosen);
    fieldset(label, checks)
}

/// Roles, built-in or the file's own, and those the item names besides.
#[component]
pub(super) fn Roles(
    /// What is asked.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Ids of the roles at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let roles = use_roles(language);
    fieldset(label, (move || checks(field, roles(), &chosen)).into_any())
}

/// People: those at hand, and those found by name.
#[component]
pub(super) fn People(
    /// What is asked.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Ids of the people at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let chosen = RwSignal::new(chosen);
    let find = RwSignal::new(String::new());
    let found = use_reply::<Vec<ChoiceView>>(move || Request::Choices {
        list: "people".to_owned(),
        find: find.get(),
        chosen: String::new(),
        most: MOST,
    });
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
    let fields = view! {
        <For each=move || chosen.get() key=Clone::clone let:id>
            <Person field id language/>
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
    };
    fieldset(label, fields.into_any())
}

/// A person at hand, by name as soon as that is known.
#[component]
fn Person(field: &'static str, id: String, language: Language) -> impl IntoView {
    let known = {
        let chosen = id.clone();
        use_reply::<Vec<ChoiceView>>(move || Request::Choices {
            list: "people".to_owned(),
            find: String::new(),
            chosen: chosen.clone(),
            most: 1,
        })
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

/// A box for each of some items by id and name, and for those chosen that are none of them.
fn checks(field: &'static str, mut items: Vec<(String, String)>, chosen: &[String]) -> AnyView {
    let others: Vec<_> = chosen.iter().filter(|id| items.iter().all(|(known, _)| known != *id)).cloned().collect();
    items.extend(others.into_iter().map(|id| (id.clone(), id)));
    let check = |(id, name): (String, String)| {
        let checked = chosen.contains(&id);
        view! {
            <label class="field-check">
                <input type="checkbox" name=field value=id checked=checked/>
                <span>{name}</span>
            </label>
        }
    };
    items.into_iter().map(check).collect_view().into_any()
}

fn fieldset(label: String, boxes: AnyView) -> AnyView {
    view! {
        <fieldset class="field field-wide field-checks">
            <legend class="field-label">{label}</legend>
            {boxes}
        </fieldset>
    }
    .into_any()
}
