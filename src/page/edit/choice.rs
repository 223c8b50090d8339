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

/// What forms show all of, as boxes to tick or words to choose. A form is drawn once it is known: what came later would
/// move everything under the reader's hand, and draw anew what has been chosen already.
#[derive(Clone, Copy)]
pub(super) struct FormChoices {
    roles: AnswerSignal<ChoicePage>,
    parties: AnswerSignal<ChoicePage>,
}

impl FormChoices {
    /// Asks for it.
    pub(super) fn asked() -> Self {
        Self { roles: all(ChoiceOf::List(ListName::Roles)), parties: all(ChoiceOf::Parties) }
    }

    /// Whether it has been known: what is asked for again because the file changes takes no form away.
    pub(super) fn are_known(self) -> Memo<bool> {
        Memo::new(move |before: Option<&bool>| {
            before.is_some_and(|known| *known) || self.roles.get().is_some() && self.parties.get().is_some()
        })
    }

    /// The file's own roles.
    pub(super) fn roles() -> Vec<ChoiceView> {
        chosen_among(|known| known.roles)
    }
}

/// What the form around knows of a list.
fn chosen_among(list: fn(FormChoices) -> AnswerSignal<ChoicePage>) -> Vec<ChoiceView> {
    let known = use_context::<FormChoices>().and_then(|known| untrack(|| list(known).get()));
    known.map(|page| page.choices.clone()).unwrap_or_default()
}

/// All there is to choose among.
fn all(of: ChoiceOf) -> AnswerSignal<ChoicePage> {
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
    let option = |(id, name): (String, String)| {
        let selected = id == chosen;
        view! { <option value=id selected=selected>{name}</option> }
    };
    let known = roles(&FormChoices::roles(), std::slice::from_ref(&chosen), language);
    let options = known.into_iter().map(option).collect_view();
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
    checks(label, field, roles(&FormChoices::roles(), &chosen, language), &chosen)
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
    let known = chosen_among(|known| known.parties);
    let known = known.into_iter().map(|choice| (choice.id, choice.name.say(language).to_owned())).collect();
    checks(label, field, with_unknown(known, &chosen), &chosen)
}

/// A box for each of these values, with its name. `ticked` are those that are, by their values.
pub(super) fn checks(label: String, field: &'static str, options: Vec<(String, String)>, ticked: &[String]) -> AnyView {
    let check = |(value, name): (String, String)| {
        let checked = ticked.contains(&value);
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
