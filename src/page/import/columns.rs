//! What the columns of each sheet mean: guessed, and corrected by the reader.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

use leptos::prelude::*;

use super::work::ImportWork;
use crate::exchange::field::SheetTarget;
use crate::exchange::mapping::Mapping;
use crate::exchange::request::{MappingView, SheetRequest, SheetView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::text::{exchange, import, numbers};

/// The sheets of the file.
#[component]
pub(super) fn Columns(work: ImportWork, sheets: Vec<SheetView>) -> impl IntoView {
    let cards = move || {
        let language = work.session.language();
        let mappings = work.mappings.get();
        let card = |(place, sheet): (usize, &SheetView)| {
            card(work, place, sheet, mappings.get(place)?.as_ref(), language).into()
        };
        sheets.iter().enumerate().filter_map(card).collect::<Vec<AnyView>>()
    };
    view! {
        <section class="card full">
            <h2>{move || import::columns(work.session.language())}</h2>
            {cards}
        </section>
    }
    .into_any()
}

/// One sheet: what its rows are, and what each column fills.
fn card(work: ImportWork, place: usize, sheet: &SheetView, view: Option<&MappingView>, language: Language) -> AnyView {
    let number = saturating(place);
    let target = view.map(|view| view.mapping.target);
    let choose = move |event| {
        let chosen = crate::browser::dom::value_of(&event);
        let target = SheetTarget::ALL.into_iter().find(|target| exchange::target(*target, language) == chosen);
        let request =
            target.map(|target| SheetRequest::Guess { sheet: number, target: Some(target), remembered: Vec::new() });
        work.map(place, request);
    };
    let option = |known: SheetTarget| {
        let name = exchange::target(known, language);
        view! { <option value=name selected=target == Some(known)>{name}</option> }
    };
    let about = target.map(|target| view! { <p class="muted">{exchange::about_target(target, language)}</p> });
    let hidden = sheet.is_hidden.then(|| view! { <p class="muted">{import::hidden_sheet(language)}</p> });
    let size = import::size(sheet.rows, sheet.columns, language);
    view! {
        <div class="sheet">
            <h3>{sheet.name.clone()} " " <span class="muted">{size}</span></h3>
            <label class="field field-search">
                <span class="field-label">{import::rows_are(language)}</span>
                <select class="field-input" on:change=choose>
                    <option value="" selected=target.is_none()>{import::not_taken(language)}</option>
                    {SheetTarget::ALL.into_iter().map(option).collect_view()}
                </select>
            </label>
            {about}
            {hidden}
            {view.map(|view| table(work, place, view, language))}
        </div>
    }
    .into_any()
}

/// The choice of what a column fills.
fn field_choice(
    work: ImportWork,
    place: usize,
    view: &MappingView,
    column: usize,
    name: String,
    language: Language,
) -> AnyView {
    let (number, shown) = (saturating(place), &view.columns[column]);
    let mapping = view.mapping.clone();
    let choose = move |event| {
        let chosen = crate::browser::dom::value_of(&event);
        let mut mapping: Mapping = mapping.clone();
        mapping.columns[column] = Some(chosen).filter(|chosen| !chosen.is_empty());
        work.map(place, Some(SheetRequest::View { sheet: number, mapping }));
    };
    let option = |choice: &crate::exchange::request::ColumnChoice| {
        let selected = shown.field.as_ref() == Some(&choice.id);
        view! { <option value=choice.id.clone() selected=selected>{said(choice, language)}</option> }
    };
    // A consequence without a dimension is none of the choices.
    let asked = shown.field.clone().filter(|field| view.choices.iter().all(|choice| choice.id != *field));
    let asked = asked.map(|field| view! { <option value=field selected=true>{import::asked_below(language)}</option> });
    view! {
        <select class="field-input" aria-label=name on:change=choose>
            <option value="">{import::not_taken(language)}</option>
            {asked}
            {view.choices.iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}

/// Above the preview: the columns with content that are not taken in, each with the choice of what it fills.
pub(super) fn left_out(work: ImportWork, language: Language) -> Option<AnyView> {
    let (_, sheets) = work.opened.get()?;
    let mappings = work.mappings.get();
    let mut rows = Vec::new();
    for (place, view) in mappings.iter().enumerate() {
        let Some(view) = view else { continue };
        let empty = |column: &usize| view.columns[*column].field.is_none() && !view.columns[*column].samples.is_empty();
        for column in (0..view.columns.len()).filter(empty) {
            let shown = &view.columns[column];
            let name = import::left_column_fills(&shown.letters, &shown.heading, language);
            let sheet = (sheets.len() > 1).then(|| format!("{}, ", sheets[place].name));
            rows.push(view! {
                <li>
                    <strong>{sheet} {shown.letters.clone()} " " {shown.heading.clone()}</strong>
                    " "
                    <span class="muted">{shown.samples.join(" · ")}</span>
                    " "
                    {field_choice(work, place, view, column, name, language)}
                </li>
            });
        }
    }
    let any = !rows.is_empty();
    any.then(|| {
        view! {
            <section class="card full">
                <h2>{import::columns_left_out(language)}</h2>
                <p class="lead">{import::columns_left_out_lead(language)}</p>
                <ul class="rows" role="list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn table(work: ImportWork, place: usize, view: &MappingView, language: Language) -> AnyView {
    let lacking = (!view.lacking.is_empty()).then(|| {
        let names: Vec<_> = view.lacking.iter().map(|id| label(view, id, language)).collect();
        view! { <p class="form-problem" role="alert">{import::lacking(&numbers::and(&names, language), language)}</p> }
    });
    let rows = view.columns.iter().enumerate().map(|(column, shown)| {
        let name = import::column_fills(&shown.letters, &shown.heading, language);
        view! {
            <tr>
                <th scope="row"><span class="muted">{shown.letters.clone()}</span> " " {shown.heading.clone()}</th>
                <td class="muted">{shown.samples.join(" · ")}</td>
                <td>{field_choice(work, place, view, column, name, language)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        {lacking}
        <div class="table-frame" tabindex="0" role="region" aria-label=import::columns(language)>
            <table class="import-columns" role="table" aria-label=import::columns(language)>
                <thead>
                    <tr>
                        <th scope="col">{import::column(language)}</th>
                        <th scope="col">{import::samples(language)}</th>
                        <th scope="col">{import::fills(language)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn said(choice: &crate::exchange::request::ColumnChoice, language: Language) -> String {
    match language {
        Language::Swedish => choice.sv.clone(),
        Language::English => choice.en.clone(),
    }
}

/// What a field is called.
pub(super) fn label(view: &MappingView, id: &str, language: Language) -> String {
    view.choices.iter().find(|choice| choice.id == id).map_or_else(|| id.to_owned(), |choice| said(choice, language))
}
