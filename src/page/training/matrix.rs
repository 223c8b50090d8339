//! Departments by training: of each how many have it, of those who should. A cell leads to who they are.

use leptos::prelude::*;

use crate::coverage::Tally;
use crate::engine::lens::TrainingFilter;
use crate::engine::view::{DepartmentRow, TrainingPage, TrainingRow};
use crate::organisation::value::Language;
use crate::page::parts::bar;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::numbers;
use crate::text::training as said;

/// The matrix, with all departments together last.
pub(super) fn matrix(session: Session, page: &TrainingPage, chosen: &TrainingFilter, language: Language) -> AnyView {
    let to = |training: Option<&TrainingRow>, unit: Option<&String>| {
        let filter =
            TrainingFilter { training: training.map(|row| row.id.clone()), unit: unit.cloned(), state: chosen.state };
        let current = (filter.training == chosen.training && filter.unit == chosen.unit).then_some("true");
        (session.href(Route::Training { filter, from: 0 }), current)
    };
    let head = |row: &TrainingRow| {
        view! { <th role="columnheader" scope="col">{row.name.say(language).to_owned()}</th> }
    };
    let cell = |training: &TrainingRow, tally: &Tally, unit: Option<&String>, place: &str| {
        let name = training.name.say(language).to_owned();
        let label = name.clone();
        if tally.applicable == 0 {
            return view! { <td role="cell" class="nobody-asked" data-label=label>"–"</td> }.into_any();
        }
        let (href, current) = to(Some(training), unit);
        let counted = numbers::of(tally.held(), tally.applicable, language);
        view! {
            <td role="cell" data-label=label>
                <a class="training-cell" href=href aria-current=current>
                    {counted} <span class="visually-hidden">{format!(", {name}, {place}")}</span>
                </a>
                {bar(tally, language)}
            </td>
        }
        .into_any()
    };
    let row = |row: &DepartmentRow| {
        let place = row
            .unit
            .as_ref()
            .map_or_else(|| said::no_department(language).to_owned(), |unit| unit.name.say(language).to_owned());
        let name = match &row.unit {
            Some(unit) => {
                let (href, current) = to(None, Some(&unit.id));
                view! { <a href=href aria-current=current>{place.clone()}</a> }.into_any()
            }
            None => place.clone().into_any(),
        };
        let unit = row.unit.as_ref().map(|unit| &unit.id);
        let cells = page.trainings.iter().zip(&row.tallies).map(|(training, tally)| {
            if let Some(id) = unit {
                return cell(training, tally, Some(id), &place);
            }
            // Those of no department have no unit to narrow by.
            let counted = numbers::of(tally.held(), tally.applicable, language);
            view! { <td role="cell" data-label=training.name.say(language).to_owned()>{counted}</td> }.into_any()
        });
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let all = said::together(language);
    let sums = page.trainings.iter().map(|training| cell(training, &training.tally, None, all)).collect_view();
    view! {
        <table class="list training-matrix" role="table" aria-label=said::departments(language)>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{said::department(language)}</th>
                    {page.trainings.iter().map(head).collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">
                {page.departments.iter().map(row).collect_view()}
                <tr role="row" class="together">
                    <th role="rowheader" scope="row">{all}</th>
                    {sums}
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}
