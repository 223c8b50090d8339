//! The matrix as a table: likelihood from the highest down, consequence from the lowest on, a letter in every cell.

use leptos::prelude::*;

use super::mark::shade;
use crate::browser::files;
use crate::engine::lens::RiskFilter;
use crate::engine::view::{LevelView, MatrixView};
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{pages, risk};

/// How a pin is moved.
#[derive(Clone, Copy)]
pub struct Moves {
    /// Called with the cell it is brought to: likelihood, consequence.
    pub to: Callback<(u8, u8)>,
    /// Whether every cell has a button for the move.
    pub buttons: bool,
    /// Whether the pin is being dragged.
    pub dragged: RwSignal<bool>,
}

/// Where a risk stands: likelihood, consequence, and what it is there.
pub type Pin = ((u8, u8), &'static str);

/// The matrix with its counts. Each count leads to the risks of its cell.
#[component]
pub fn MatrixTable<'a>(
    /// The matrix that is drawn.
    matrix: &'a MatrixView,
    /// The reader's language.
    language: Language,
    /// Whether the matrix is one thing among others on the page.
    #[prop(optional)]
    small: bool,
    /// The cell whose risks are shown: likelihood, consequence.
    #[prop(optional_no_strip)]
    chosen: Option<(u8, u8)>,
    /// Where one risk stands, in place of the counts: likelihood, consequence, and what it is there.
    #[prop(optional)]
    pins: Vec<Pin>,
    /// What is done when the first pin is brought to a cell; `buttons` offers every cell to the keyboard.
    #[prop(optional_no_strip)]
    moves: Option<Moves>,
) -> impl IntoView + use<> {
    let columns =
        matrix.consequence.iter().map(|level| view! { <th scope="col">{heading(level, language)}</th> }).collect_view();
    let rows = matrix.likelihood.iter().rev();
    let rows = rows.map(|level| row(matrix, level, chosen, (&pins, moves), language)).collect_view();
    let (likelihood, consequence) = (pages::likelihood(language), pages::consequence(language));
    let dimensions = risk::after_axis(&matrix.dimensions, language);
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
                            <span class="matrix-dimensions">{(!small).then_some(dimensions)}</span>
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
    pins: (&[Pin], Option<Moves>),
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
    (pins, moves): (&[Pin], Option<Moves>),
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
    let first = pins.first().is_some_and(|(place, _)| *place == at);
    let draggable = (first && moves.is_some()).then_some("true");
    let begin = move |event: leptos::ev::DragEvent| {
        if let Some(Moves { dragged, .. }) = moves {
            files::begin_drag(&event);
            dragged.set(true);
        }
    };
    let end = move |_| {
        if let Some(Moves { dragged, .. }) = moves {
            dragged.set(false);
        }
    };
    let pin = is_pinned.then(|| {
        let what = mine.join(", ");
        view! { <span class="cell-pin" draggable=draggable on:dragstart=begin on:dragend=end>{what}</span> }
    });
    let target = moves.filter(|moves| moves.buttons && !first).map(|Moves { to, .. }| {
        let (likelihood, consequence) = (at.0.to_string(), at.1.to_string());
        let label = crate::text::draft::move_to(&likelihood, &consequence, language);
        view! { <button type="button" class="cell-target" aria-label=label on:click=move |_| to.run(at)></button> }
    });
    let coming = move || moves.filter(|moves| moves.dragged.get_untracked());
    let allow = move |event: leptos::ev::DragEvent| {
        if coming().is_some() {
            event.prevent_default();
        }
    };
    let drop = move |event: leptos::ev::DragEvent| {
        if let Some(Moves { to, .. }) = coming() {
            event.prevent_default();
            to.run(at);
        }
    };
    view! {
        <td class=class.map(shade) class:chosen=is_chosen class:pinned=is_pinned on:dragover=allow on:drop=drop>
            <span class="cell-letter">{letter}</span>
            {count} {pin} {target}
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
