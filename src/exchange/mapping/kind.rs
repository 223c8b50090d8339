//! What the rows of a sheet are, beyond its headings: the same ones stand above lists of places, of people, and of things
//! that merely name a place.

use super::Mapping;
use crate::exchange::directory::Directory;
use crate::exchange::field::SheetTarget;
use crate::exchange::names::{heading, normal};
use crate::exchange::number::number;
use crate::exchange::sheet::{SheetCell, SheetTable};
use crate::exchange::who::{fits, is_given, is_whole_name, may_be_name, names_place};

/// Cells of a column that are looked at.
const LOOKED_AT: usize = 50;

/// What a sheet of names lists.
pub(super) enum Listed {
    Units,
    People,
    /// It does not say.
    Either,
}

/// Headings, as letters alone, that only lists of people have.
const OF_PEOPLE: &[&str] = &[
    "titel",
    "title",
    "jobtitle",
    "befattning",
    "yrke",
    "yrkestitel",
    "tjänst",
    "tjänstetitel",
    "personnummer",
    "personnr",
    "pnr",
    "persnr",
    "socialsecuritynumber",
    "anställningsnummer",
    "anställningsnr",
    "anstnr",
    "anställningsid",
    "anställningsdatum",
    "anställningsform",
    "anställd",
    "employeeid",
    "födelsedatum",
    "född",
    "kön",
    "ålder",
    "förnamn",
    "efternamn",
    "firstname",
    "lastname",
    "surname",
    "givenname",
    "tilltalsnamn",
    "hemadress",
    "privattelefon",
    "privatadress",
    "privatepost",
    "hemtelefon",
    "närmastechef",
    "användarnamn",
    "username",
    "login",
    "stilling",
    "fødselsdato",
];

/// Fields that nothing but a unit has.
const OF_UNITS: &[&str] = &["kind", "employees", "tags", "web", "name_en"];

/// Whether a sheet with these columns lists places: it says who is responsible there, or how many work there, or has little
/// else. A register of something else may name a place in each row.
pub(super) fn is_list(table: &SheetTable, mapping: &Mapping) -> bool {
    if !matches!(mapping.target, SheetTarget::Workplaces | SheetTarget::Departments | SheetTarget::Units) {
        return true;
    }
    let mapped = || mapping.columns.iter().flatten();
    let is_of_someone = |field: &String| mapping.target.people().iter().any(|person| field.starts_with(person));
    if mapped().any(|field| is_of_someone(field) || OF_UNITS.contains(&&**field)) {
        return true;
    }
    let unmapped = (0..table.width()).filter(|place| mapping.columns.get(*place).is_none_or(Option::is_none));
    let filled: Vec<Vec<&SheetCell>> = unmapped.map(|place| filled(table, mapping, place)).collect();
    let filled: Vec<_> = filled.into_iter().filter(|cells| !cells.is_empty()).collect();
    let are_figures = |cells: &Vec<&SheetCell>| {
        let is_figure = |cell: &&&SheetCell| matches!(cell, SheetCell::Date(_)) || number(cell).is_ok();
        cells.iter().filter(is_figure).count() * 2 > cells.len()
    };
    mapped().count() > filled.len() && !filled.iter().any(are_figures)
}

/// What the rows of a sheet that would be one of units are: what only units or only people have leaves no doubt, nor do names
/// that are those of places, or of people.
pub(super) fn listed(table: &SheetTable, mapping: &Mapping, directory: &Directory) -> Listed {
    let place = |field: &str| mapping.columns.iter().position(|mapped| mapped.as_deref() == Some(field));
    if place("parent").is_some() || OF_UNITS.iter().any(|field| place(field).is_some()) {
        return Listed::Units;
    }
    let headings = mapping.heading_row.and_then(|row| table.rows.get(row as usize)).map_or(&[][..], Vec::as_slice);
    let is_of_people = |cell: &SheetCell| OF_PEOPLE.contains(&&*heading(&cell.plain()));
    if headings.iter().any(is_of_people) || !table.left_out.personal.is_empty() {
        return Listed::People;
    }
    let Some(column) = place("name") else { return Listed::Units };
    let emails = place("email");
    let first = mapping.heading_row.map_or(0, |row| row as usize + 1);
    let rows = (first..table.rows.len()).filter(|row| !table.cell(*row, column).is_empty()).take(LOOKED_AT);
    let names: Vec<(String, String)> = rows
        .map(|row| {
            let email = emails.map_or(String::new(), |column| table.cell(row, column).plain());
            (table.cell(row, column).plain(), email)
        })
        .collect();
    let are_most =
        |is_one: &dyn Fn(&(String, String)) -> bool| names.iter().filter(|name| is_one(name)).count() * 2 > names.len();
    let is_unit =
        |name: &str| directory.units.iter().any(|unit| unit.names.iter().any(|known| normal(known) == normal(name)));
    let is_person = |(name, email): &(String, String)| {
        let words = name.split_whitespace().count();
        is_whole_name(name)
            || is_given(name)
            || (words > 1 && may_be_name(name) && !names_place(name) && fits(name, email))
    };
    match () {
        () if are_most(&|(name, _)| is_unit(name)) => Listed::Units,
        () if are_most(&is_person) => Listed::People,
        () if are_most(&|(name, _)| !may_be_name(name) || names_place(name)) => Listed::Units,
        () => Listed::Either,
    }
}

/// The first cells of a column that hold something, below the headings.
fn filled<'s>(table: &'s SheetTable, mapping: &Mapping, place: usize) -> Vec<&'s SheetCell> {
    let first = mapping.heading_row.map_or(0, |row| row as usize + 1);
    let cells = (first..table.rows.len()).map(|row| table.cell(row, place));
    cells.filter(|cell| !cell.is_empty()).take(LOOKED_AT).collect()
}
