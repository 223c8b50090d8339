//! The classes with what they demand, and the scales with what their levels mean.

use leptos::prelude::*;

use crate::draft::method::ScaleEdit;
use crate::engine::view::{MatrixView, MethodEntry};
use crate::organisation::value::Language;
use crate::page::parts::ClassMark;
use crate::text::method::page as text;
use crate::text::numbers;

/// The classes, the highest first.
#[component]
pub(super) fn Classes(
    /// The matrix that the classes are of.
    matrix: MatrixView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let item = |class: &crate::engine::view::ClassView| {
        let demands = class.demands.as_ref().map(|demands| demands.say(language).to_owned());
        view! {
            <li>
                <ClassMark class=class.clone() language/>
                <p class="muted">{demands}</p>
            </li>
        }
    };
    view! {
        <section class="card">
            <h2>{text::classes(language)}</h2>
            <ul class="method-classes" role="list">{matrix.classes.iter().rev().map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The scales, each a table of its levels.
#[component]
pub(super) fn Scales(
    /// The matrix that the scales are of.
    entry: MethodEntry,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let scales = entry.edit.likelihood.iter().chain(&entry.edit.dimensions).map(|scale| table(scale, language));
    view! {
        <section class="card full">
            <h2>{text::scales(language)}</h2>
            <div class="method-scales">{scales.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn table(scale: &ScaleEdit, language: Language) -> AnyView {
    let name = scale.name.say(language);
    let name = if name.is_empty() { scale.id.clone() } else { name.to_owned() };
    let unit = Some(scale.unit.as_str()).filter(|unit| !unit.is_empty());
    let mut below: Option<f64> = None;
    let mut rows = Vec::new();
    for (number, level) in (1..).zip(&scale.levels) {
        let bounds = numbers::bounds(level.above.or(below), level.up_to, unit, language);
        below = level.up_to;
        let means = Some(level.description.say(language).to_owned()).filter(|means| !means.is_empty());
        rows.push(view! {
            <div class="method-level">
                <dt><span class="level-number">{number.to_string()}</span> " " {level.name.say(language).to_owned()}</dt>
                {bounds.map(|bounds| view! { <dd>{bounds}</dd> })}
                {means.map(|means| view! { <dd class="muted">{means}</dd> })}
            </div>
        });
    }
    rows.reverse();
    view! {
        <div>
            <h3>{name}</h3>
            <dl class="method-levels">{rows}</dl>
        </div>
    }
    .into_any()
}
