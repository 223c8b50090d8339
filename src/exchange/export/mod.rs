//! From the file to sheets, under the headings that import looks for.

pub mod calendar;
mod csv;
mod lines;
mod vcard;

pub use self::csv::csv;
pub use self::vcard::vcard;
pub use super::xlsx::write as xlsx;

use super::directory::Directory;
use super::field::{CellForm, LATE, SheetColumn, SheetTarget};
use super::object::ItemFields;
use super::sheet::{SheetCell, SheetTable};
use super::value::CellContext;
use super::words::{YES, said};
use crate::organisation::lists::read_used;
use crate::organisation::value::{Date, Language, sort_key};
use crate::risk::position;

/// A sheet of everything there is of one kind. Importing it again changes nothing.
///
/// Workplaces have no sheet of their own: they are among the units.
/// What is late is so on a day.
pub fn table(target: SheetTarget, directory: &Directory, language: Language, on: Date) -> SheetTable {
    let ground = CellContext::new(directory);
    let items: Vec<ItemFields> = lines(target, directory).map(ItemFields::read).collect();
    let late: Vec<bool> =
        lines(target, directory).map(|line| target == SheetTarget::Measures && is_late(line, on)).collect();
    let columns = columns(target, &items, directory);
    let mut rows: Vec<Vec<SheetCell>> = items
        .iter()
        .zip(late)
        .map(|(item, late)| {
            let cell = |column: &SheetColumn| {
                if column.field.id == LATE {
                    return if late { SheetCell::Text(said(YES, "true", language)) } else { SheetCell::Empty };
                }
                item.get(&column.path()).map_or(SheetCell::Empty, |raw| ground.cell(column, &raw, language))
            };
            columns.iter().map(cell).collect()
        })
        .collect();
    let first = columns.iter().position(|column| column.field.needed).unwrap_or(0);
    rows.sort_by_cached_key(|row| {
        let texts: Vec<String> = row.iter().map(SheetCell::plain).collect();
        (sort_key(&texts[first]), texts)
    });
    let headings = columns.iter().map(|column| SheetCell::Text(column.heading(directory, language))).collect();
    rows.insert(0, headings);
    SheetTable::new(target.name(language), rows)
}

/// Whether the measure on a line is late on a day.
fn is_late(line: &str, on: Date) -> bool {
    read_used(line).is_some_and(|measure| position::is_late(&measure, on))
}

fn lines(target: SheetTarget, directory: &Directory) -> Box<dyn Iterator<Item = &str> + '_> {
    let known = match target {
        SheetTarget::Workplaces | SheetTarget::Departments => return Box::new(std::iter::empty()),
        SheetTarget::Posts => return Box::new(directory.posts.iter().map(String::as_str)),
        SheetTarget::Units => &directory.units,
        SheetTarget::People => &directory.people,
        SheetTarget::Risks => &directory.risks,
        SheetTarget::Measures => &directory.measures,
    };
    Box::new(known.iter().map(|known| known.line.as_str()))
}

/// The columns of a sheet: every field, and of those with dimensions the ones that are asked for or used.
fn columns(target: SheetTarget, items: &[ItemFields], directory: &Directory) -> Vec<SheetColumn> {
    let fields = target.fields().iter().filter(|field| field.form != CellForm::Special || field.id == LATE);
    let of_field = |field: &'static super::field::SheetField| {
        if field.form != CellForm::Level {
            return vec![SheetColumn { field, dimension: None }];
        }
        let mut dimensions = if field.path.len() == 1 { directory.dimensions.clone() } else { Vec::new() };
        for levels in items.iter().filter_map(|item| item.get(field.path)) {
            for dimension in ItemFields::read(&levels).keys() {
                if !dimensions.contains(dimension) {
                    dimensions.push(dimension.clone());
                }
            }
        }
        dimensions.into_iter().map(|dimension| SheetColumn { field, dimension: Some(dimension) }).collect()
    };
    fields.flat_map(of_field).collect()
}
