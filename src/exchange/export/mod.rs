//! From the file to sheets, under the headings that import looks for.

pub mod calendar;
mod csv;
mod lines;
mod vcard;

pub use self::csv::csv;
pub use self::vcard::vcard;
pub use super::xlsx::write as xlsx;

use super::directory::Directory;
use super::field::{Column, Form, Target};
use super::object::Object;
use super::sheet::{Cell, Table};
use super::value::Ground;
use crate::organisation::value::{Language, sort_key};

/// A sheet of everything there is of one kind. Importing it again changes nothing.
///
/// Workplaces have no sheet of their own: they are among the units.
pub fn table(target: Target, directory: &Directory, language: Language) -> Table {
    let ground = Ground::new(directory);
    let items: Vec<Object> = lines(target, directory).map(Object::read).collect();
    let columns = columns(target, &items, directory);
    let mut rows: Vec<Vec<Cell>> = items
        .iter()
        .map(|item| {
            let cell = |column: &Column| {
                item.get(&column.path()).map_or(Cell::Empty, |raw| ground.cell(column, &raw, language))
            };
            columns.iter().map(cell).collect()
        })
        .collect();
    let first = columns.iter().position(|column| column.field.needed).unwrap_or(0);
    rows.sort_by_cached_key(|row| {
        let texts: Vec<String> = row.iter().map(Cell::plain).collect();
        (sort_key(&texts[first]), texts)
    });
    let headings = columns.iter().map(|column| Cell::Text(column.heading(directory, language))).collect();
    rows.insert(0, headings);
    Table::new(target.name(language), rows)
}

fn lines(target: Target, directory: &Directory) -> Box<dyn Iterator<Item = &str> + '_> {
    let known = match target {
        Target::Workplaces => return Box::new(std::iter::empty()),
        Target::Posts => return Box::new(directory.posts.iter().map(String::as_str)),
        Target::Units => &directory.units,
        Target::People => &directory.people,
        Target::Risks => &directory.risks,
        Target::Measures => &directory.measures,
    };
    Box::new(known.iter().map(|known| known.line.as_str()))
}

/// The columns of a sheet: every field, and of those with dimensions the ones that are asked for or used.
fn columns(target: Target, items: &[Object], directory: &Directory) -> Vec<Column> {
    let fields = target.fields().iter().filter(|field| field.form != Form::Special);
    let of_field = |field: &'static super::field::Field| {
        if field.form != Form::Level {
            return vec![Column { field, dimension: None }];
        }
        let mut dimensions = if field.path.len() == 1 { directory.dimensions.clone() } else { Vec::new() };
        for levels in items.iter().filter_map(|item| item.get(field.path)) {
            for dimension in Object::read(&levels).keys() {
                if !dimensions.contains(dimension) {
                    dimensions.push(dimension.clone());
                }
            }
        }
        dimensions.into_iter().map(|dimension| Column { field, dimension: Some(dimension) }).collect()
    };
    fields.flat_map(of_field).collect()
}
