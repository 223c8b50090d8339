//! What no sheet keeps: personal identity numbers.

use super::super::names::heading;
use super::super::personal;
use super::super::sheet::{Place, Table};

/// Rows in which a column may be headed.
const HEADING_ROWS: usize = 20;

/// Drops every personal identity number of a sheet and notes where it stood.
pub(super) fn scrub(table: &mut Table) {
    let telephone: Vec<bool> = (0..table.width()).map(|column| is_telephone(table, column)).collect();
    for (row, cells) in table.rows.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            if let Some(rest) = personal::without(cell, telephone[column]) {
                *cell = rest;
                table.left_out.personal.push(Place::new(row, column));
            }
        }
    }
}

/// Whether a column is headed as one of telephone numbers.
fn is_telephone(table: &Table, column: usize) -> bool {
    const WORDS: &[&str] = &["telefon", "tele", "tfn", "mobil", "phone", "mobile", "växel"];
    table.rows.iter().take(HEADING_ROWS).any(|row| {
        row.get(column).is_some_and(|cell| {
            let heading = heading(&cell.plain());
            WORDS.iter().any(|word| heading.contains(word))
        })
    })
}
