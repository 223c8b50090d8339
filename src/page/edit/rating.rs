//! How likely and how bad a risk is: a level each, or a range where one cannot say which.

use leptos::prelude::*;

use super::asked::area;
use super::basis::FormMethod;
use crate::draft::{FieldValue, object};
use crate::engine::view::{ItemView, LevelView};
use crate::organisation::value::Language;
use crate::text::{draft, pages};

/// Which scales are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RatingPart {
    /// Likelihood and consequence.
    Both,
    /// Only the likelihood is asked for.
    Likelihood,
    /// Only the consequence is asked for.
    Consequence,
}

/// Likelihood, and consequence in every dimension of the matrix.
#[component]
pub(super) fn Rating(
    /// The risk that is rated.
    item: ItemView,
    /// The field they stand under: empty for the judgement itself, which also says why each level is so.
    under: &'static str,
    /// Which of the scales are asked for.
    part: RatingPart,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let scales = use_context::<FormMethod>().map(|FormMethod(method)| {
        let way = |names: &[&str]| {
            let way = object::way(names);
            if under.is_empty() { way } else { format!("{under}/{way}") }
        };
        let motive = |key: &str| under.is_empty().then(|| motive(key, &item, language));
        let likelihood = (part != RatingPart::Consequence).then(|| {
            let levels =
                levels(pages::likelihood(language), &way(&["likelihood"]), &method.likelihood, &item, language);
            view! { {levels} {motive("likelihood")} }
        });
        let dimensions =
            method.dimensions.iter().filter(|_| part != RatingPart::Likelihood).map(|(id, name, scale)| {
                let levels = levels(name.say(language), &way(&["consequence", id]), scale, &item, language);
                view! { {levels} {motive(id)} }
            });
        let dimensions = dimensions.collect_view();
        view! {
            {likelihood}
            {dimensions}
        }
    });
    if under.is_empty() {
        let legend =
            if part == RatingPart::Likelihood { draft::how_likely(language) } else { draft::how_bad(language) };
        return view! {
            <fieldset class="field field-wide ratings">
                <legend class="visually-hidden">{legend}</legend>
                {scales}
            </fieldset>
        }
        .into_any();
    }
    view! {
        <details class="field field-wide">
            <summary>{draft::stated_position(under, language)}</summary>
            <fieldset class="ratings">
                <legend class="visually-hidden">{draft::stated_position(under, language)}</legend>
                {scales}
            </fieldset>
        </details>
    }
    .into_any()
}

/// Why a level is what it is, in both languages, folded away until it is wanted.
fn motive(key: &str, item: &ItemView, language: Language) -> AnyView {
    let field = object::way(&["motives", key]);
    let (sv, en) = match item.value(&field) {
        FieldValue::Languages { sv, en } => (sv, en),
        other => (other.words().to_owned(), String::new()),
    };
    let is_said = !sv.is_empty();
    view! {
        <details open=is_said>
            <summary>{draft::level_motive(language)}</summary>
            {area(draft::in_swedish(language).to_owned(), field.clone(), sv)}
            {area(draft::in_english(language).to_owned(), format!("{field}:en"), en)}
        </details>
    }
    .into_any()
}

/// One scale: the level, and the other end where it is a range.
fn levels(label: &str, field: &str, scale: &[LevelView], item: &ItemView, language: Language) -> AnyView {
    let (low, high) = ends(&item.value(field));
    let not_assessable = field == "likelihood"; // A position is somewhere in the matrix.
    let options = |chosen: &str| {
        let option = |level: &LevelView| {
            let number = level.level.to_string();
            let selected = number == chosen;
            view! { <option value=number.clone() selected=selected>{format!("{number} {}", level.name.say(language))}</option> }
        };
        scale.iter().map(option).collect_view()
    };
    let unknown = not_assessable.then(|| {
        let selected = low == "not_assessable";
        view! { <option value="not_assessable" selected=selected>{draft::not_assessable(language)}</option> }
    });
    view! {
        <div class="rating">
            <label class="field">
                <span class="field-label">{label.to_owned()}</span>
                <select class="field-input" name=field.to_owned()>
                    <option value="">{draft::not_said(language)}</option>
                    {options(&low)}
                    {unknown}
                </select>
            </label>
            <label class="field">
                <span class="field-label">{draft::up_to(language)}</span>
                <select class="field-input" name=format!("{field}:to")>
                    <option value="">{draft::same(language)}</option>
                    {options(&high)}
                </select>
            </label>
        </div>
    }
    .into_any()
}

/// Both ends of a level or range as the format has it; the second is empty where there is one only.
fn ends(value: &FieldValue) -> (String, String) {
    match value {
        FieldValue::Number(level) => (level.to_string(), String::new()),
        FieldValue::Json(range) => {
            let mut ends = range.trim_matches(['[', ']']).split(',').map(|end| end.trim().to_owned());
            (ends.next().unwrap_or_default(), ends.next().unwrap_or_default())
        }
        other => (other.words().to_owned(), String::new()),
    }
}
