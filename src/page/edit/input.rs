//! The inputs of a form, each a native element with its label. What stands in them is read when the form is sent.

use leptos::prelude::*;

use super::asked::asked;
use super::each::Each;
use super::effect::Effect;
use super::form::{Input, InputKind};
use super::holder::Holder;
use super::rating::Rating;
use crate::engine::view::ItemView;
use crate::organisation::risk::Uncertainty;
use crate::organisation::value::Language;
use crate::text::draft;

/// One input of a form.
pub(super) fn input(input: &'static Input, item: &ItemView, language: Language) -> AnyView {
    let Input { field, kind, .. } = *input;
    match kind {
        InputKind::Each(inputs) => view! { <Each field inputs item=item.clone() language/> }.into_any(),
        InputKind::Rating => view! { <Rating item=item.clone() under=input.field language/> }.into_any(),
        InputKind::Uncertainty => uncertainty(item, input.field, language),
        InputKind::Holder => view! { <Holder input item=item.clone() language/> }.into_any(),
        InputKind::Effect => view! { <Effect item=item.clone() under=input.field language/> }.into_any(),
        _ => asked(input, field.to_owned(), &item.list, field, item.value(field), language),
    }
}

/// Uncertainty of the whole judgement, or of each axis in its place.
fn uncertainty(item: &ItemView, field: &'static str, language: Language) -> AnyView {
    let one = |way: &str, label: String| {
        let chosen = item.value(way).words().to_owned();
        let option = |known: &&'static str| {
            let said = draft::word_of("risks", field, known, language);
            view! { <option value=*known selected=*known == chosen>{said}</option> }
        };
        view! {
            <label class="field">
                <span class="field-label">{label}</span>
                <select class="field-input" name=way.to_owned()>
                    <option value="">{draft::not_said(language)}</option>
                    {Uncertainty::WORDS.iter().map(option).collect_view()}
                </select>
            </label>
        }
        .into_any()
    };
    let axis = |axis: &str| {
        one(&format!("{field}/{axis}"), draft::asked("risks", &format!("{field}/{axis}"), false, language))
    };
    view! {
        <fieldset class="field field-wide ratings">
            <legend class="field-label">{draft::asked("risks", field, false, language)}</legend>
            {one(field, draft::whole(language).to_owned())} {axis("likelihood")} {axis("consequence")}
            <p class="caution">{draft::uncertainty_how(language)}</p>
        </fieldset>
    }
    .into_any()
}
