//! The inputs of a form, each a native element with its label. What stands in them is read when the form is sent.

use leptos::prelude::*;

use super::asked::asked;
use super::each::Each;
use super::effect::Effect;
use super::form::{FormStep, Input, InputKind};
use super::holder::Holder;
use super::rating::{Rating, RatingPart};
use crate::draft::FieldValue;
use crate::engine::view::ItemView;
use crate::organisation::ListName;
use crate::organisation::risk::Uncertainty;
use crate::organisation::value::Language;
use crate::text::draft;

/// One input of a form.
pub(super) fn input(input: &'static Input, item: &ItemView, language: Language) -> AnyView {
    let Input { field, kind, .. } = *input;
    match kind {
        InputKind::Each(inputs) => view! { <Each field inputs item=item.clone() language/> }.into_any(),
        InputKind::Rating => {
            view! { <Rating item=item.clone() under=input.field part=RatingPart::Both language/> }.into_any()
        }
        InputKind::Likelihood => {
            view! { <Rating item=item.clone() under="" part=RatingPart::Likelihood language/> }.into_any()
        }
        InputKind::Consequence => {
            view! { <Rating item=item.clone() under="" part=RatingPart::Consequence language/> }.into_any()
        }
        InputKind::Uncertainty => uncertainty(item, input.field, language),
        InputKind::Holder => view! { <Holder input item=item.clone() language/> }.into_any(),
        InputKind::Effect => view! { <Effect item=item.clone() under=input.field language/> }.into_any(),
        InputKind::Step(_) => ().into_any(),
        _ => asked(input, field.to_owned(), item.list, field, item.value(field), language),
    }
}

/// The inputs of a form, those of each step but the first folded away until they are wanted or say something.
pub(super) fn inputs(all: &'static [Input], item: &ItemView, language: Language) -> AnyView {
    let is_step = |each: &Input| matches!(each.kind, InputKind::Step(_));
    let first = all.iter().position(is_step).unwrap_or(all.len());
    let drawn = |some: &'static [Input]| some.iter().map(|each| input(each, item, language)).collect_view();
    let mut rest = &all[first..];
    let mut steps = Vec::new();
    while let Some((Input { kind: InputKind::Step(step), .. }, after)) = rest.split_first() {
        let end = after.iter().position(is_step).unwrap_or(after.len());
        let is_said = after[..end].iter().any(|each| says(item, each));
        steps.push(view! {
            <details class="form-step" open=is_said>
                <summary>{heading(*step, language)}</summary>
                <div class="form-fields">{drawn(&after[..end])}</div>
            </details>
        });
        rest = &after[end..];
    }
    view! { <div class="form-fields">{drawn(&all[..first])}</div> {steps} }.into_any()
}

const fn heading(step: FormStep, language: Language) -> &'static str {
    match step {
        FormStep::Likely => draft::how_likely(language),
        FormStep::Bad => draft::how_bad(language),
        FormStep::Done => draft::what_is_done(language),
    }
}

/// Whether an item says what an input asks.
fn says(item: &ItemView, input: &Input) -> bool {
    let under = match input.kind {
        InputKind::Likelihood => "likelihood",
        InputKind::Consequence => "consequence",
        _ => input.field,
    };
    let fits = |field: &str| field.strip_prefix(under).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    item.fields.iter().any(|(field, value)| fits(field) && *value != FieldValue::Nothing)
}

/// Uncertainty of the whole judgement, or of each axis in its place.
fn uncertainty(item: &ItemView, field: &'static str, language: Language) -> AnyView {
    let one = |way: &str, label: String| {
        let chosen = item.value(way).words().to_owned();
        let option = |known: &&'static str| {
            let said = draft::word_of(Some(ListName::Risks), field, known, language);
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
        one(
            &format!("{field}/{axis}"),
            draft::asked(Some(ListName::Risks), &format!("{field}/{axis}"), false, language),
        )
    };
    view! {
        <fieldset class="field field-wide ratings">
            <legend class="field-label">{draft::asked(Some(ListName::Risks), field, false, language)}</legend>
            {one(field, draft::whole(language).to_owned())} {axis("likelihood")} {axis("consequence")}
            <p class="caution">{draft::uncertainty_how(language)}</p>
        </fieldset>
    }
    .into_any()
}
