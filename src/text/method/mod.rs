//! The method of the analysis: its matrices, checks, and what a change of it does.

pub mod page;

use std::fmt::Write as _;

use super::numbers::capital;
use super::{risk, say, word};
use crate::organisation::value::Language;
use crate::risk::CheckedMatrix;
use crate::risk::advice::advise;

/// A matrix on the command line: what it is, its grid from the highest likelihood down, and what is unwise about it.
pub fn summary(table: &CheckedMatrix<'_>, language: Language) -> String {
    let id = &table.matrix.id;
    let name = table.matrix.name.as_ref().map_or(&**id, |name| name.say(language));
    let (rows, columns, classes) = (table.rows, table.columns, table.classes().len());
    let mut out = say!(language;
        "{name} ({id}): {rows} × {columns}, {classes} klasser\n",
        "{name} ({id}): {rows} × {columns}, {classes} classes\n");
    for row in (1..=rows).rev() {
        let cells = (1..=columns).map(|column| letter(table, table.class(row, column), language));
        let _ = writeln!(out, "{row:>4}  {}", cells.collect::<Vec<_>>().join(" "));
    }
    let _ = writeln!(
        out,
        "      {}",
        (1..=columns).map(|column| format!("{column:<2}")).collect::<Vec<_>>().join(" ").trim_end()
    );
    let advice = advise(table);
    if advice.is_empty() {
        out.push_str(word(language, "Inget att se över.\n", "Nothing to review.\n"));
    }
    for advice in &advice {
        let _ = writeln!(out, "- {}", capital(&risk::advice(advice, language)));
    }
    out
}

/// The letter of a class, or what its name begins with, in the width of two.
fn letter(table: &CheckedMatrix<'_>, class: u8, language: Language) -> String {
    let class = &table.classes()[usize::from(class)];
    let letter = class.letter.as_deref().unwrap_or_else(|| class.name.say(language));
    format!("{:<2}", letter.chars().take(2).collect::<String>())
}
