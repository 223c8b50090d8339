//! Choosing an item of the file, and boxes to tick where several can be.

use leptos::prelude::*;

use super::combobox::{Combobox, FormPulse, NearUnit};
use crate::engine::request::AskChoices;
use crate::engine::view::{ChoiceOf, ChoicePage, ChoiceView};
use crate::organisation::ListName;
use crate::organisation::person::{BUILT_IN_ROLES, PACK_ROLES};
use crate::organisation::value::Language;
use crate::page::session::{AnswerSignal, use_answer};
use crate::text::{numbers, words};

/// One item of a list, typed or picked.
#[component]
pub(super) fn Choice(
    /// The label of the field, which says what is asked for.
    label: String,
    /// The field it is the answer to.
    #[prop(into)]
    field: String,
    /// What is chosen among.
    of: ChoiceOf,
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
    let chosen = picked.unwrap_or_else(|| RwSignal::new(chosen));
    // What is chosen next is chosen for the unit that has been.
    let near = use_context::<NearUnit>().filter(|_| matches!(&*field, "unit" | "parent"));
    let pulse = use_context::<FormPulse>();
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            if let Some(near) = near.filter(|_| !now.is_empty()) {
                near.0.set(now.clone());
            }
            if let Some(pulse) = pulse {
                pulse.0.update(|times| *times += 1);
            }
        }
        now
    });
    let id = format!("field-{}", field.replace('/', "-"));
    view! {
        <Combobox label id of chosen must language/>
        <input type="hidden" name=field value=move || chosen.get()/>
    }
    .into_any()
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
    with_unknown(roles, chosen)
}

/// What can be chosen, and what is though it is not among that, by its id.
fn with_unknown(mut options: Vec<(String, String)>, chosen: &[String]) -> Vec<(String, String)> {
    for id in chosen.iter().filter(|id| !id.is_empty()) {
        if options.iter().all(|(known, _)| known != id) {
            options.push((id.clone(), id.clone()));
        }
    }
    options
}

/// All there is to choose among: they are boxes to tick.
pub(super) fn all(of: ChoiceOf) -> AnswerSignal<ChoicePage> {
    let none = String::new;
    use_answer(move || AskChoices { of, find: none(), chosen: none(), near: none(), most: u32::MAX })
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
    let own = all(ChoiceOf::List(ListName::Roles));
    let options = move || {
        let own = own.get().map(|page| page.choices.clone()).unwrap_or_default();
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

/// The field for some roles, of which several can be ticked.
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
    let own = all(ChoiceOf::List(ListName::Roles));
    let ticked = StoredValue::new(chosen.clone());
    move || {
        let own = own.get().map(|page| page.choices.clone()).unwrap_or_default();
        checks(label.clone(), field, roles(&own, &chosen, language), ticked)
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
    let known = all(ChoiceOf::Parties);
    let ticked = StoredValue::new(chosen.clone());
    move || {
        let known = known.get().map(|page| page.choices.clone()).unwrap_or_default();
        let known = known.into_iter().map(|choice| (choice.id, choice.name.say(language).to_owned())).collect();
        checks(label.clone(), field, with_unknown(known, &chosen), ticked)
    }
}

/// A box for each of these values, with its name. `ticked` are those that are, by their values: boxes that are drawn anew,
/// since more has become known, stand as the reader has left them.
pub(super) fn checks(
    label: String,
    field: &'static str,
    options: Vec<(String, String)>,
    ticked: StoredValue<Vec<String>>,
) -> AnyView {
    let check = |(value, name): (String, String)| {
        let checked = ticked.with_value(|ticked| ticked.contains(&value));
        let of = value.clone();
        let tick = move |is_ticked: bool| {
            ticked.update_value(|ticked| {
                ticked.retain(|value| *value != of);
                if is_ticked {
                    ticked.push(of.clone());
                }
            });
        };
        view! {
            <label class="field-check">
                <input type="checkbox" name=field value=value checked=checked
                    on:change:target=move |event| tick(event.target().checked())/>
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
