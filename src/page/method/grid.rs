//! The matrix as a table of letters, with the cells pointed out that something is said of.

use leptos::prelude::*;

use crate::engine::view::{LevelView, MatrixView};
use crate::organisation::problem::MatrixCell;
use crate::organisation::value::Language;
use crate::page::parts::{ClassMark, shade};
use crate::text::method::page as text;
use crate::text::{pages, risk};

/// The matrix as a table of its cells and their classes.
#[component]
pub(super) fn Grid(
    /// The matrix that is drawn.
    matrix: MatrixView,
    /// Cells that are pointed out.
    marked: RwSignal<Vec<MatrixCell>>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let heading = |level: &LevelView| {
        view! {
            <span class="level-number">{level.level.to_string()}</span>
            <span class="level-name">{level.name.say(language).to_owned()}</span>
        }
    };
    let columns = matrix.consequence.iter().map(|level| view! { <th scope="col">{heading(level)}</th> }).collect_view();
    let cell = |row: u8, column: u8| {
        let class = matrix.grid[usize::from(row - 1)][usize::from(column - 1)];
        let class = &matrix.classes[usize::from(class)];
        let is_marked = move || marked.with(|cells| cells.contains(&[row, column]));
        let title = class.name.say(language).to_owned();
        view! {
            <td class=shade(class) class:marked=is_marked>
                <span class="cell-letter" aria-hidden="true">{class.letter.clone()}</span>
                <span class="visually-hidden">{title}</span>
                {move || is_marked().then(|| view! { <span class="cell-mark"><span class="visually-hidden">{text::marked_cell(language)}</span></span> })}
            </td>
        }
    };
    let row = |level: &LevelView| {
        let cells = matrix.consequence.iter().map(|column| cell(level.level, column.level)).collect_view();
        view! { <tr><th scope="row">{heading(level)}</th>{cells}</tr> }
    };
    let rows = matrix.likelihood.iter().rev().map(row).collect_view();
    let dimensions: Vec<_> = matrix.dimensions.iter().map(|name| name.say(language).to_owned()).collect();
    let legend = matrix.classes.iter().map(|class| view! { <li><ClassMark class=class.clone() language/></li> });
    let legend = legend.collect_view();
    view! {
        <div class="matrix-frame">
            <table class="matrix">
                <caption class="visually-hidden">{pages::matrix(language)}</caption>
                <thead>
                    <tr>
                        <td class="matrix-corner"><span>{pages::likelihood(language)}</span></td>
                        <th class="matrix-axis" colspan=matrix.consequence.len().to_string() scope="colgroup">
                            {pages::consequence(language)}
                            <span class="matrix-dimensions">": " {crate::text::numbers::and(&dimensions, language)}</span>
                        </th>
                    </tr>
                    <tr><td></td>{columns}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <ul class="legend" role="list">{legend}</ul>
            <p class="muted">{risk::within(matrix.placed, language)}</p>
        </div>
    }
    .into_any()
}
