//! The matrix as a table: likelihood from the highest down, consequence from the lowest on, a letter in every cell.

use leptos::prelude::*;

use super::mark::shade;
use crate::engine::request::RiskFilter;
use crate::engine::view::{LevelView, MatrixView};
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{pages, risk};

/// Where a risk stands: likelihood, consequence, and what it is there.
pub type Pin = ((u8, u8), &'static str);

/// The matrix with its counts. Each count leads to the risks of its cell.
#[component]
pub fn MatrixTable<'a>(
    /// The matrix.
    matrix: &'a MatrixView,
    /// The reader's language.
    language: Language,
    /// Whether it is one thing among others on the page.
    #[prop(optional)]
    small: bool,
    /// The cell whose risks are shown: likelihood, consequence.
    #[prop(optional_no_strip)]
    chosen: Option<(u8, u8)>,
    /// Where one risk stands, in place of the counts: likelihood, consequence, and what it is there.
    #[prop(optional)]
    pins: Vec<Pin>,
) -> impl IntoView + use<> {
    let columns =
        matrix.consequence.iter().map(|level| view! { <th scope="col">{heading(level, language)}</th> }).collect_view();
    let rows = matrix.likelihood.iter().rev();
    let rows = rows.map(|level| row(matrix, level, chosen, &pins, language)).collect_view();
    let (likelihood, consequence) = (pages::likelihood(language), pages::consequence(language));
    let dimensions: Vec<_> = matrix.dimensions.iter().map(|name| name.say(language).to_owned()).collect();
    let caption = match &matrix.name {
        Some(name) => format!("{}: {}", pages::matrix(language), name.say(language)),
        None => pages::matrix(language).to_owned(),
    };
    view! {
        <div class="matrix-frame" class:small=small>
            <table class="matrix">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <td class="matrix-corner">
                            <span>{likelihood}</span>
                        </td>
                        <th class="matrix-axis" colspan=matrix.consequence.len().to_string() scope="colgroup">
                            {consequence}
                            <span class="matrix-dimensions">{(!small).then(|| format!(": {}", crate::text::numbers::and(&dimensions, language)))}</span>
                        </th>
                    </tr>
                    <tr>
                        <td></td>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {key(&matrix.consequence, consequence, language)} {legend(matrix, language)}
        </div>
    }
}

/// A level at the edge of the table: its number, and its name where there is room.
fn heading(level: &LevelView, language: Language) -> impl IntoView + use<> {
    view! {
        <span class="level-number">{level.level.to_string()}</span>
        <span class="level-name">{level.name.say(language).to_owned()}</span>
    }
}

/// One level of likelihood with its cells.
fn row(
    matrix: &MatrixView,
    level: &LevelView,
    chosen: Option<(u8, u8)>,
    pins: &[Pin],
    language: Language,
) -> impl IntoView + use<> {
    let likelihood = level.level;
    let cells =
        matrix.consequence.iter().map(|column| cell(matrix, (likelihood, column.level), chosen, pins, language));
    view! {
        <tr>
            <th scope="row">{heading(level, language)}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// One cell: its letter, and its count as a link where it has any.
fn cell(
    matrix: &MatrixView,
    at: (u8, u8),
    chosen: Option<(u8, u8)>,
    pins: &[Pin],
    language: Language,
) -> impl IntoView + use<> {
    let (row, column) = (usize::from(at.0 - 1), usize::from(at.1 - 1));
    let class =
        matrix.grid.get(row).and_then(|row| row.get(column)).and_then(|class| matrix.classes.get(usize::from(*class)));
    let number = matrix.cells.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default();
    let letter = class.map(|class| class.letter.clone());
    let is_chosen = chosen == Some(at);
    let count = (number > 0 && pins.is_empty()).then(|| {
        let session = Session::current();
        let filter = RiskFilter { cell: Some(at), ..RiskFilter::default() };
        let href = move || session.href(Route::Risks { filter: filter.clone(), from: 0 });
        let current = is_chosen.then_some("true");
        view! {
            <a class="cell-count" href=href aria-current=current aria-label=risk::cell(matrix, at.0, at.1, language)>
                {number.to_string()}
            </a>
        }
    });
    let mine: Vec<_> = pins.iter().filter(|(place, _)| *place == at).map(|(_, what)| *what).collect();
    let is_pinned = !mine.is_empty();
    let pin = is_pinned.then(|| view! { <span class="cell-pin">{mine.join(", ")}</span> });
    view! {
        <td class=class.map(shade) class:chosen=is_chosen class:pinned=is_pinned>
            <span class="cell-letter">{letter}</span>
            {count} {pin}
        </td>
    }
}

/// The names of the columns, for screens where they do not fit above them.
fn key(levels: &[LevelView], axis: &'static str, language: Language) -> impl IntoView + use<> {
    let item = |level: &LevelView| {
        view! {
            <li>
                <span class="level-number">{level.level.to_string()}</span>
                " "
                {level.name.say(language).to_owned()}
            </li>
        }
    };
    view! {
        <div class="matrix-key" aria-hidden="true">
            <span>{axis}</span>
            <ul role="list">{levels.iter().map(item).collect_view()}</ul>
        </div>
    }
}

/// The classes, the lowest first.
fn legend(matrix: &MatrixView, language: Language) -> impl IntoView + use<> {
    let item = |class: &crate::engine::view::ClassView| {
        view! {
            <li>
                <span class=format!("class-letter {}", shade(class))>{class.letter.clone()}</span>
                {class.name.say(language).to_owned()}
            </li>
        }
    };
    view! { <ul class="legend" role="list">{matrix.classes.iter().map(item).collect_view()}</ul> }
}
