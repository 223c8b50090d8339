//! Inputs that are not made of others.

use leptos::prelude::*;

use super::choice::{Choice, Parties, Role, Roles, checks};
use super::form::{Input, InputKind};
use super::people::People;
use crate::draft::FieldValue;
use crate::engine::view::ChoiceOf;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::text::draft;

/// An input that is not made of others: by the name it has in the form, with the label of a field.
pub(super) fn asked(
    input: &'static Input,
    name: String,
    list: ListName,
    way: &str,
    value: FieldValue,
    language: Language,
) -> AnyView {
    let Input { field, kind, must } = *input;
    let label = draft::asked(Some(list), way, must, language);
    match kind {
        InputKind::Line => line(label, &name, "text", words(&value), must),
        InputKind::Email => line(label, &name, "email", words(&value), must),
        InputKind::Day => line(label, &name, "date", words(&value), must),
        InputKind::Number => {
            let number = if let FieldValue::Number(number) = value {
                number.to_string().replace('.', ",")
            } else {
                words(&value)
            };
            line(label, &name, "text", number, must)
        }
        InputKind::Languages | InputKind::Long => {
            let english = draft::asked_in_english(Some(list), way, language);
            languages([label, english], &name, kind == InputKind::Long, &value, must, language)
        }
        InputKind::Lines => {
            let lines = if let FieldValue::Texts(texts) = value { texts.join("\n") } else { words(&value) };
            area(format!("{label} ({})", draft::one_a_line(language)), name, lines)
        }
        InputKind::Yes => view! {
            <label class="field field-check">
                <input type="checkbox" name=name value="yes" checked=value == FieldValue::Yes(true)/>
                <span>{label}</span>
            </label>
        }
        .into_any(),
        InputKind::Word(known) => word(label, list, [way, &name], known, &words(&value), must, language),
        InputKind::Role => view! { <Role label field chosen=words(&value) language/> }.into_any(),
        InputKind::One => match ChoiceOf::referred(list, way) {
            Some(of) => view! { <Choice label field=name of chosen=words(&value) must language/> }.into_any(),
            None => line(label, &name, "text", words(&value), must),
        },
        InputKind::Group => {
            view! { <Choice label field=name of=ChoiceOf::Groups chosen=words(&value) must language/> }.into_any()
        }
        InputKind::Several => match ChoiceOf::referred(list, way) {
            Some(of) => view! { <People label field of chosen=texts(value) language/> }.into_any(),
            None => ().into_any(),
        },
        InputKind::Words(known) => {
            let option = |word: &&'static str| ((*word).to_owned(), draft::word_of(Some(list), way, word, language));
            checks(label, field, known.iter().map(option).collect(), &texts(value))
        }
        InputKind::Roles => view! { <Roles label field chosen=texts(value) language/> }.into_any(),
        InputKind::Parties => view! { <Parties label field chosen=texts(value) language/> }.into_any(),
        InputKind::Holder
        | InputKind::Likelihood
        | InputKind::Consequence
        | InputKind::Step(_)
        | InputKind::Each(_)
        | InputKind::Rating
        | InputKind::Uncertainty
        | InputKind::Effect => ().into_any(),
    }
}

fn words(value: &FieldValue) -> String {
    value.words().to_owned()
}

fn texts(value: FieldValue) -> Vec<String> {
    if let FieldValue::Texts(texts) = value { texts } else { Vec::new() }
}

pub(super) fn line(label: String, field: &str, kind: &'static str, value: String, must: bool) -> AnyView {
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <input class="field-input" type=kind name=field.to_owned() value=value required=must autocomplete="off"/>
        </label>
    }
    .into_any()
}

pub(super) fn area(label: String, field: String, value: String) -> AnyView {
    view! {
        <label class="field field-wide">
            <span class="field-label">{label}</span>
            <textarea class="field-input" name=field rows="3">{value}</textarea>
        </label>
    }
    .into_any()
}

/// A text, and the same in English where that differs.
fn languages(
    [label, english]: [String; 2],
    field: &str,
    long: bool,
    value: &FieldValue,
    must: bool,
    language: Language,
) -> AnyView {
    let (sv, en) = match value {
        FieldValue::Languages { sv, en } => (sv.clone(), en.clone()),
        other => (words(other), String::new()),
    };
    let name = format!("{field}:en");
    // Folded away until it is wanted, and open where the text is there already.
    let is_said = !en.is_empty();
    let (own, other) = if long {
        (area(label, field.to_owned(), sv), area(english.clone(), name, en))
    } else {
        (line(label, field, "text", sv, must), line(english.clone(), &name, "text", en, false))
    };
    view! {
        <div class="field-languages" class:field-wide=long>
            {own}
            <details class="field-english" open=is_said>
                <summary>{draft::english(language)} <span class="visually-hidden">": " {english}</span></summary>
                {other}
            </details>
        </div>
    }
    .into_any()
}

fn word(
    label: String,
    list: ListName,
    [way, name]: [&str; 2],
    known: &'static [&'static str],
    chosen: &str,
    must: bool,
    language: Language,
) -> AnyView {
    let none = (!must || chosen.is_empty()).then(|| view! { <option value="">{draft::not_said(language)}</option> });
    let option = |word: &&'static str| {
        view! { <option value=*word selected=*word == chosen>{draft::word_of(Some(list), way, word, language)}</option> }
    };
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="field-input" name=name.to_owned() required=must>{none} {known.iter().map(option).collect_view()}</select>
        </label>
    }
    .into_any()
}
