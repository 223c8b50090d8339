//! What a sheet most likely is, and what its columns mean.

use super::columns::{columns, unsaid};
use super::kind::{Listed, is_list, listed};
use super::{HEADING_ROWS, Mapping};
use crate::exchange::directory::Directory;
use crate::exchange::field::SheetTarget;
use crate::exchange::names::heading;
use crate::exchange::sheet::{SheetCell, SheetTable};
use crate::organisation::value::Language;

/// What a sheet most likely is. `None` where none of its headings is known, or where what is known of it does not say: a
/// guess would make units or people of something else.
pub fn guess(table: &SheetTable, directory: &Directory) -> Option<Mapping> {
    let of_target = |target| {
        let mut mapping = guess_as(table, target, directory);
        if target == SheetTarget::Workplaces && !speaks_of_representatives(table, &mapping) {
            // A name beside a unit makes nobody its representative.
            for column in &mut mapping.columns {
                column.take_if(|field| field.starts_with("representative"));
            }
        }
        let mapped = mapping.columns.iter().flatten();
        let needed = target.fields().iter().filter(|field| field.needed);
        let lacking = needed.filter(|field| !mapped.clone().any(|mapped| mapped == field.id)).count();
        // People may have their names in two columns.
        let in_two = target == SheetTarget::People && mapped.clone().any(|mapped| mapped == "surname");
        let is_called = is_called(table, target);
        let score = mapped.count() * 2 + usize::from(is_called) * 5;
        let is_one = (lacking == 0 || in_two) && (is_called || is_list(table, &mapping));
        is_one.then_some((score, mapping))
    };
    let all: Vec<(usize, Mapping)> = SheetTarget::ALL.into_iter().filter_map(of_target).collect();
    // Of equals the one named first.
    let best = all.iter().reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, best)| best)?;
    if best.target != SheetTarget::Units || is_called(table, best.target) {
        return Some(best.clone());
    }
    // A name with an address beside it may be anyone's or any place's.
    match listed(table, best, directory) {
        Listed::Units => Some(best.clone()),
        Listed::People => all.into_iter().map(|(_, mapping)| mapping).find(|one| one.target == SheetTarget::People),
        Listed::Either => None,
    }
}

/// Whether a sheet is called as what its rows would be.
fn is_called(table: &SheetTable, target: SheetTarget) -> bool {
    let named = heading(&table.name);
    [target.name(Language::Swedish), target.name(Language::English)].iter().any(|name| heading(name) == named)
}

/// Whether a sheet says, in its name or down to its headings, that it is about security representatives.
fn speaks_of_representatives(table: &SheetTable, mapping: &Mapping) -> bool {
    let rows = mapping.heading_row.map_or(0, |row| row as usize + 1);
    let cells = table.rows.iter().take(rows).flatten().map(SheetCell::plain);
    cells
        .chain([table.name.clone()])
        .any(|text| ["ombud", "represent"].iter().any(|word| heading(&text).contains(word)))
}

/// What the columns of a sheet most likely mean, where its rows are this.
pub fn guess_as(table: &SheetTable, target: SheetTarget, directory: &Directory) -> Mapping {
    let unsaid = if target.people().is_empty() { Vec::new() } else { unsaid(table) };
    let of_row = |row: usize| {
        let columns = columns(&table.rows[row], target, directory, &unsaid);
        (columns.iter().flatten().count(), row, columns)
    };
    let rows = (0..table.rows.len().min(HEADING_ROWS)).map(of_row);
    let best = rows.reduce(|best, other| if other.0 > best.0 { other } else { best });
    let (count, row, mut columns) = best.unwrap_or_default();
    if target == SheetTarget::Risks {
        // A register that describes its risks and does not name them.
        let has = |columns: &[Option<String>], id: &str| {
            columns.iter().flatten().any(|field| field == id || field.starts_with(&format!("{id}:")))
        };
        let is_judged = has(&columns, "likelihood") || has(&columns, "consequence");
        if is_judged && !has(&columns, "title") {
            columns.iter_mut().flatten().filter(|field| **field == "motive").for_each(|field| *field = "title".into());
        }
    }
    columns.resize(table.width(), None);
    Mapping { target, heading_row: (count > 0).then(|| u32::try_from(row).unwrap_or_default()), columns }
}
