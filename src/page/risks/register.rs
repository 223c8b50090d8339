//! The register: a table where there is room, a card for each risk where there is not.

use leptos::prelude::*;

use crate::engine::view::{LevelView, RiskRow};
use crate::organisation::value::Language;
use crate::page::parts::{ClassMark, JoinedRisks};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{numbers, pages, risk, words};

/// Some risks, in the order of the register.
#[component]
pub fn Register(
    /// The risks to be shown.
    rows: Vec<RiskRow>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let heads = [
        pages::place(language),
        pages::risk(language),
        pages::class(language),
        pages::likelihood(language),
        pages::consequence(language),
        pages::uncertainty(language),
    ];
    let heads = heads.into_iter().map(|head| view! { <th role="columnheader" scope="col">{head}</th> }).collect_view();
    view! {
        <table class="list register" role="table" aria-label=pages::register(language)>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">{rows.into_iter().map(|row| line(row, language)).collect_view()}</tbody>
        </table>
    }
}

/// A risk on a line of the register.
fn line(row: RiskRow, language: Language) -> impl IntoView {
    let session = Session::current();
    let place = row.number.map_or_else(|| "–".to_owned(), |number| number.to_string());
    let range = row.class_range.as_ref().filter(|(low, high)| low.index != high.index);
    let range = range.map(|(low, high)| view! { <span class="muted">{risk::class_range(low, high)}</span> });
    let class_cell = if row.class.is_some() { "class-cell" } else { "beside-cell" };
    let empty = |is_empty: bool| if is_empty { "empty-cell" } else { "" };
    let (no_likelihood, no_consequence, no_uncertainty) =
        (empty(row.likelihood.is_none()), empty(row.consequence.is_none()), empty(row.uncertainty.is_none()));
    let class = match (row.class, row.beside) {
        (Some(class), _) => view! { <ClassMark class language/> {range} }.into_any(),
        (None, Some(beside)) => view! { <span class="muted">{words::beside_one(beside, language)}</span> }.into_any(),
        (None, None) => view! { <span class="muted">{pages::not_stated(language)}</span> }.into_any(),
    };
    let level = |level: Option<LevelView>| level.map_or_else(|| "–".to_owned(), |level| risk::level(&level, language));
    let decided = row.decided_by.map(|name| view! { <span class="muted">{name.say(language).to_owned()}</span> });
    let uncertainty = row.uncertainty.map_or("–", |uncertainty| words::uncertainty(uncertainty, language));
    let others = row.units.len().saturating_sub(1);
    let others = (others > 0).then(|| format!(" +{}", numbers::integer(others as u64, language)));
    let unit = row.units.first().map(|unit| {
        view! { <span class="muted">{unit.name.say(language).to_owned()} {others}</span> }
    });
    let (id, title) = (row.id, row.title.say(language).to_owned());
    // Its mark in the picture answers to it, and it to its mark.
    let JoinedRisks { active, .. } = expect_context();
    let (mine, of) = (id.clone(), id.clone());
    let point = move || active.set(Some(mine.clone()));
    let (enter, leave) = (point.clone(), move || active.set(None));
    let is_active = move || active.with(|active| active.as_ref() == Some(&of));
    view! {
        <tr role="row" class:active=is_active on:pointerenter=move |_| enter() on:pointerleave=move |_| leave()
            on:focusin=move |_| point() on:focusout=move |_| leave()>
            <td role="cell" class="place" data-label=pages::place(language)>{place}</td>
            <th role="rowheader" scope="row">
                <a href=move || session.href(Route::Risk { id: id.clone() })>{title}</a>
                {unit}
            </th>
            <td role="cell" class=class_cell data-label=pages::class(language)>{class}</td>
            <td role="cell" class=no_likelihood data-label=pages::likelihood(language)>{level(row.likelihood)}</td>
            <td role="cell" class=no_consequence data-label=pages::consequence(language)>{level(row.consequence)} {decided}</td>
            <td role="cell" class=no_uncertainty data-label=pages::uncertainty(language)>{uncertainty}</td>
        </tr>
    }
}
