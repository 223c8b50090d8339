//! Choosing an item of the file: a box to search in, and the list of what was found.

use leptos::prelude::*;

use crate::engine::request::AskChoices;
use crate::engine::view::ChoiceView;
use crate::organisation::person::{BUILT_IN_ROLES, PACK_ROLES};
use crate::organisation::value::Language;
use crate::page::session::{AnswerSignal, Session, use_answer};
use crate::text::{draft, numbers, words};

/// Choices shown at a time.
const MOST: u32 = 50;

/// One item of a list, found by name.
#[component]
pub(super) fn Choice(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    #[prop(into)]
    field: String,
    /// The list of the format that the item is in.
    list: &'static str,
    /// Id of the item at hand.
    chosen: String,
    /// Whether one must be chosen.
    must: bool,
    /// The reader's language.
    language: Language,
    /// Where the id of the one that is picked is put, for those who read no form.
    #[prop(optional)]
    picked: Option<RwSignal<String>>,
) -> impl IntoView {
    let find = RwSignal::new(String::new());
    let chosen = picked.unwrap_or_else(|| RwSignal::new(chosen));
    let found = use_answer(move || AskChoices {
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
    let id = format!("field-{field}");
    view! {
        <div class="field field-choice">
            <label class="field-label" for=id.clone()>{label}</label>
            <input
                type="search"
                class="field-input"
                aria-label=search.clone()
                placeholder=draft::search(language)
                autocomplete="off"
                on:input:target=move |event| find.set(event.target().value())
            />
            <select
                id=id
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

/// The roles there are, by id and name: the built-in ones, those of packs, the file's own, and these.
fn roles(own: &[ChoiceView], chosen: &[String], language: Language) -> Vec<(String, String)> {
    let mut roles: Vec<(String, String)> = BUILT_IN_ROLES
        .iter()
        .chain(&PACK_ROLES)
        .filter(|id| own.iter().all(|choice| choice.id != **id))
        .map(|id| ((*id).to_owned(), numbers::capital(&words::role(id, None, None, language))))
        .collect();
    roles.extend(own.iter().map(|choice| (choice.id.clone(), choice.name.say(language).to_owned())));
    with_strangers(roles, chosen)
}

/// What can be chosen, and what is though it is not among that, by its id.
fn with_strangers(mut options: Vec<(String, String)>, chosen: &[String]) -> Vec<(String, String)> {
    for id in chosen.iter().filter(|id| !id.is_empty()) {
        if options.iter().all(|(known, _)| known != id) {
            options.push((id.clone(), id.clone()));
        }
    }
    options
}

/// The items of a list, all that there is room for.
fn all(list: &'static str) -> AnswerSignal<Vec<ChoiceView>> {
    use_answer(move || AskChoices { list: list.to_owned(), find: String::new(), chosen: String::new(), most: MOST })
}

/// A role: a built-in one, or one of the file's own.
#[component]
pub(super) fn Role(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Id of the role at hand.
    chosen: String,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let own = all("roles");
    let options = move || {
        let own = own.get().map(|choices| choices.to_vec()).unwrap_or_default();
        let option = |(id, name): (String, String)| {
            let selected = id == chosen;
            view! { <option value=id selected=selected>{name}</option> }
        };
        roles(&own, std::slice::from_ref(&chosen), language).into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="field-input" name=field>{options}</select>
        </label>
    }
    .into_any()
}

/// Some roles.
#[component]
pub(super) fn Roles(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Ids of the roles at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let own = all("roles");
    move || {
        let own = own.get().map(|choices| choices.to_vec()).unwrap_or_default();
        checks(label.clone(), field, roles(&own, &chosen, language), &chosen)
    }
}

/// Some external parties.
#[component]
pub(super) fn Parties(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    field: &'static str,
    /// Ids of the parties at hand.
    chosen: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let known = all("parties");
    move || {
        let known = known.get().map(|choices| choices.to_vec()).unwrap_or_default();
        let known = known.into_iter().map(|choice| (choice.id, choice.name.say(language).to_owned())).collect();
        checks(label.clone(), field, with_strangers(known, &chosen), &chosen)
    }
}

/// Departments and companies, and those the item names besides.
#[component]
pub(super) fn Units(
    /// The label of the field, which says what is asked for.
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
    checks(label, field, with_strangers(units, &chosen), &chosen)
}

/// A box for each of these values, with its name; those chosen are ticked.
pub(super) fn checks(label: String, field: &'static str, options: Vec<(String, String)>, chosen: &[String]) -> AnyView {
    let check = |(value, name): (String, String)| {
        let checked = chosen.contains(&value);
        view! {
            <label class="field-check">
                <input type="checkbox" name=field value=value checked=checked/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field field-wide field-checks">
            <legend class="field-label">{label}</legend>
            {options.into_iter().map(check).collect_view()}
        </fieldset>
    }
    .into_any()
}
