//! The changes as a table: item by item, each field as the file has it and as the change file has it, and the choice.

use std::sync::Arc;

use leptos::prelude::*;

use super::choices::{Choices, free};
use crate::engine::view::{EditKind, FieldView, FindingRow, PointView, ReviewItemView, ReviewView};
use crate::organisation::value::{Date, Language};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft;
use crate::text::travel::review as said;
use crate::travel::PointFate;

/// The table of items that a change file changes, with the choice for each.
pub(super) fn table(
    items: &[ReviewItemView],
    open: Memo<Option<Arc<ReviewView>>>,
    choices: Choices,
    on: Date,
    language: Language,
) -> AnyView {
    let head = |head| view! { <th role="columnheader" scope="col">{head}</th> };
    let heads = [said::field(language), said::ours(language), said::theirs(language), said::take(language)].map(head);
    let bodies = items.iter().enumerate().map(|(place, item)| {
        let rows = item.points.iter().map(|point| point_rows(item, point, open, choices, language)).collect_view();
        view! {
            <tbody role="rowgroup">
                {item_row(item, choices, language)}
                {rows}
                {move || open.get().and_then(|view| finding_rows(&view, place, on, language))}
            </tbody>
        }
    });
    view! {
        <table class="list review" role="table" aria-label=said::heading(language)>
            <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
            {bodies.collect_view()}
        </table>
    }
    .into_any()
}

/// The name of an item, what becomes of it, and the choice that all of it is taken.
fn item_row(item: &ReviewItemView, choices: Choices, language: Language) -> AnyView {
    let subject = said::subject(item, language);
    let numbers = free(&item.points);
    let choice = (numbers.len() > 1).then(|| {
        let (wanted, all) = (numbers.clone(), numbers);
        let checked = move || wanted.iter().all(|number| choices.takes(*number, PointFate::Free));
        let label = said::take_item(language);
        let change = move |is_taken| choices.take(&all, is_taken);
        checkbox(label, &subject, checked, change)
    });
    view! {
        <tr role="row" class="review-item">
            <th role="rowheader" scope="rowgroup" colspan="3">
                {subject.clone()}
                " "
                <span class="muted">{said::became(&item.item.about, language)}</span>
            </th>
            <td role="cell">{choice}</td>
        </tr>
    }
    .into_any()
}

/// A change: a row for each field that it gives, the choice in the first.
fn point_rows(
    item: &ReviewItemView,
    point: &PointView,
    open: Memo<Option<Arc<ReviewView>>>,
    choices: Choices,
    language: Language,
) -> AnyView {
    let mut fields: Vec<Option<&FieldView>> = point.fields.iter().map(Some).collect();
    if fields.is_empty() {
        fields.push(None);
    }
    let class = match point.fate {
        PointFate::Conflict { .. } => "review-conflict",
        _ => "",
    };
    let rows = fields.into_iter().enumerate().map(|(place, field)| {
        let (name, before, after) =
            field.map_or_else(Default::default, |field| draft::differs(&item.item, field, language));
        let kind = item.item.about.kind;
        let before = if kind == EditKind::Added { String::new() } else { before };
        let after = if kind == EditKind::Removed { said::gone(language).to_owned() } else { after };
        let about = format!("{}, {name}", said::subject(item, language));
        let choice = (place == 0).then(|| choice((point, kind == EditKind::Removed), &about, open, choices, language));
        let shown = |value: String| {
            let is_empty = value.is_empty() || value == draft::nothing(language);
            if is_empty {
                view! { <span class="muted">{said::empty(language)}</span> }.into_any()
            } else {
                value.into_any()
            }
        };
        view! {
            <tr role="row" class=class>
                <th role="rowheader" scope="row">{name}</th>
                <td role="cell" data-label=said::ours(language)>{shown(before)}</td>
                <td role="cell" data-label=said::theirs(language)>{shown(after)}</td>
                <td role="cell">{choice}</td>
            </tr>
        }
    });
    rows.collect_view().into_any()
}

/// What can be chosen of a change, and why where nothing can.
fn choice(
    (point, is_deletion): (&PointView, bool),
    about: &str,
    open: Memo<Option<Arc<ReviewView>>>,
    choices: Choices,
    language: Language,
) -> AnyView {
    let (number, fate) = (point.number, point.fate);
    let lacks = Memo::new(move |_| open.get().is_some_and(|view| is_lacking(&view, number)));
    let told =
        said::fate(fate, is_deletion && point.is_whole, language).map(|why| view! { <p class="muted">{why}</p> });
    let lacking = move || lacks.get().then(|| view! { <p class="muted" role="status">{said::lacks(language)}</p> });
    let chosen = match fate {
        PointFate::Free => {
            let checked = move || choices.takes(number, PointFate::Free);
            checkbox(said::take(language), about, checked, move |is_taken| choices.take(&[number], is_taken))
        }
        PointFate::Conflict { can_take: true } => radios(number, fate, about, choices, language),
        _ => ().into_any(),
    };
    view! { {told} {chosen} {lacking} }.into_any()
}

fn is_lacking(view: &ReviewView, number: u32) -> bool {
    view.items.iter().flat_map(|item| &item.points).any(|point| point.number == number && point.lacks)
}

fn checkbox(
    label: &'static str,
    about: &str,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    change: impl Fn(bool) + 'static,
) -> AnyView {
    let about = format!(": {about}");
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=checked on:change=move |event| change(event_target_checked(&event))/>
            <span>{label}<span class="visually-hidden">{about}</span></span>
        </label>
    }
    .into_any()
}

/// The two sides of a conflict.
fn radios(number: u32, fate: PointFate, about: &str, choices: Choices, language: Language) -> AnyView {
    let radio = |is_theirs: bool, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=format!("change-{number}")
                    prop:checked=move || choices.takes(number, fate) == is_theirs
                    on:change=move |_| choices.settle(number, is_theirs)
                />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="review-choice">
            <legend class="visually-hidden">{about.to_owned()}</legend>
            {radio(false, said::keep_ours(language))}
            {radio(true, said::take_theirs(language))}
        </fieldset>
    }
    .into_any()
}

/// The findings about an item that go and come as things are chosen.
fn finding_rows(view: &ReviewView, place: usize, on: Date, language: Language) -> Option<AnyView> {
    let findings = &view.items.get(place)?.findings;
    let session = Session::current();
    let line = |row: &FindingRow, is_gone: bool| {
        let text = said::finding_said(row, on, language);
        let label = if is_gone { said::mends(language) } else { said::makes(language) };
        // A finding that is not there yet has no page.
        let said = if is_gone {
            let href = session.link(Route::Finding { id: row.id.clone() });
            view! { <a href=href>{text}</a> }.into_any()
        } else {
            text.into_any()
        };
        view! { <li>{label} " " {said}</li> }
    };
    let gone: Vec<_> = findings.gone.iter().map(|row| line(row, true)).collect();
    let come: Vec<_> = findings.come.iter().map(|row| line(row, false)).collect();
    let lines: Vec<_> = gone.into_iter().chain(come).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <tr role="row" class="review-findings">
                <td role="cell" colspan="4"><ul role="list">{lines}</ul></td>
            </tr>
        }
        .into_any()
    })
}
