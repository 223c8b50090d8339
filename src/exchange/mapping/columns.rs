//! The fields that a row of headings names. One that does not say whose it is, such as "E-mail" or "Until", belongs to
//! whoever is named before it, and to nobody where that is not known.

use crate::exchange::directory::Directory;
use crate::exchange::field::{SheetTarget, bare_end};
use crate::exchange::sheet::{SheetCell, SheetTable};
use crate::exchange::who::is_whole_name;

/// Whose a column is that does not say it.
#[derive(Clone, Copy)]
enum Whose {
    /// The unit's own: nobody has been named yet.
    Unit,
    /// The one's of this field.
    Of(&'static str),
    /// Somebody's of whom nothing is taken in, or whom the sheet's own program hides.
    Other,
}

/// Of each column whether it may name somebody without its heading being known: it is hidden, or most of it are names.
pub(super) fn unsaid(table: &SheetTable) -> Vec<bool> {
    const LOOKED_AT: usize = 20;
    let are_names = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
        let cells: Vec<String> = cells.skip(1).take(LOOKED_AT).map(SheetCell::plain).collect();
        cells.iter().filter(|cell| is_whole_name(cell)).count() * 2 > cells.len()
    };
    let hidden = &table.left_out.hidden_columns;
    let is_hidden = |place: usize| u32::try_from(place).is_ok_and(|place| hidden.contains(&place));
    (0..table.width()).map(|place| is_hidden(place) || are_names(place)).collect()
}

/// The fields that the headings of a row name, no field twice. `unsaid` tells of the columns that may name somebody.
pub(super) fn columns(
    headings: &[SheetCell],
    target: SheetTarget,
    directory: &Directory,
    unsaid: &[bool],
) -> Vec<Option<String>> {
    let texts: Vec<String> = headings.iter().map(SheetCell::plain).collect();
    let named: Vec<Option<String>> =
        texts.iter().map(|text| target.headed(text, directory).map(|column| column.id())).collect();
    let is_person = |field: &str| target.people().iter().find(|person| **person == field).copied();
    // Days before anyone is named are those of the only one who has a term.
    let is_termed =
        |field: &str| is_person(field).is_none_or(|person| person == "substitute" || Some(person) == target.termed());
    let is_alone = named.iter().flatten().all(|field| is_termed(field));
    let mut columns: Vec<Option<String>> = Vec::new();
    let mut whose = Whose::Unit;
    for (place, (text, mut found)) in texts.iter().zip(named).enumerate() {
        if let Some(person) = found.as_deref().and_then(is_person) {
            whose = Whose::Of(person);
        } else if found.is_none() && !target.people().is_empty() {
            found = contact(text, whose).or_else(|| end(text, whose, target, is_alone));
            if found.is_none() && unsaid.get(place) == Some(&true) {
                whose = Whose::Other;
            }
        }
        let known = found.filter(|found| !columns.iter().flatten().any(|known| known == found));
        columns.push(known);
    }
    columns
}

/// The field of a bare heading of an address or a telephone number.
fn contact(text: &str, whose: Whose) -> Option<String> {
    let what = match SheetTarget::People.headed(text, &Directory::default())?.field.id {
        "email" => "email",
        "phone" | "mobile" => "phone",
        _ => return None,
    };
    match whose {
        Whose::Unit => Some(format!("unit_{what}")),
        Whose::Of(person) => Some(format!("{person}_{what}")),
        Whose::Other => None,
    }
}

/// The field of a bare heading of an end of a term; `None` where the post of whoever is named before it has no such field.
fn end(text: &str, whose: Whose, target: SheetTarget, is_alone: bool) -> Option<String> {
    let end = bare_end(text)?;
    let person = match whose {
        Whose::Of(person) => person,
        Whose::Unit if is_alone => target.termed()?,
        Whose::Unit | Whose::Other => return None,
    };
    target.column(&format!("{person}_{end}")).map(|column| column.id())
}
