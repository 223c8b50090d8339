//! What a measure is expected to give: steps of likelihood, and of consequence in every dimension of the matrix that its risks
//! are judged by.

use leptos::prelude::*;

use super::basis::FormMethod;
use crate::draft::{FieldValue, object};
use crate::engine::view::ItemView;
use crate::organisation::value::Language;
use crate::text::{draft, pages};

/// The steps that are offered; any other that the file has stays a choice.
const STEPS: [i32; 6] = [-4, -3, -2, -1, 1, 2];

/// Steps of likelihood and consequence.
#[component]
pub(super) fn Effect(
    /// The measure whose effect is asked for.
    item: ItemView,
    /// The field they stand under.
    under: &'static str,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let inputs = use_context::<FormMethod>().map(|FormMethod(method)| {
        let likelihood = steps(pages::likelihood(language), &object::way(&[under, "likelihood"]), &item, language);
        let dimension = |(id, name, _): &(String, _, _)| {
            let name: &crate::organisation::value::Label = name;
            steps(name.say(language), &object::way(&[under, "consequence", id]), &item, language)
        };
        let dimensions = method.dimensions.iter().map(dimension).collect_view();
        view! { {likelihood} {dimensions} }
    });
    view! {
        <fieldset class="field field-wide ratings">
            <legend class="field-label">{draft::effect_on_risks(language)}</legend>
            {inputs}
        </fieldset>
    }
    .into_any()
}

/// The steps of one input.
fn steps(label: &str, field: &str, item: &ItemView, language: Language) -> AnyView {
    let chosen = match item.value(field) {
        FieldValue::Number(steps) => steps.to_string(),
        FieldValue::Json(range) => range,
        _ => String::new(),
    };
    let offered = STEPS.map(|steps| (steps.to_string(), draft::steps(steps, language)));
    let other = (!chosen.is_empty() && offered.iter().all(|(value, _)| *value != chosen)).then(|| {
        let said = chosen.clone();
        view! { <option value=chosen.clone() selected=true>{said}</option> }
    });
    let option = |(value, said): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{said}</option> }
    };
    view! {
        <label class="field">
            <span class="field-label">{label.to_owned()}</span>
            <select class="field-input" name=field.to_owned()>
                <option value="">{draft::no_steps(language)}</option>
                {other}
                {offered.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}
