//! The parts of a workbook and what its own program hides of them, by the relationships that the parts name.

use std::io::{Cursor, Read};

use rustc_hash::FxHashSet;
use zip::ZipArchive;

use super::tags::{Tags, attribute, is_end_of, name};
use crate::exchange::read::{MOST_COLUMNS, MOST_ROWS};
use crate::exchange::sheet::CellPlace;
use crate::organisation::number::saturating;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// A sheet as its workbook has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct WorkbookPart {
    /// Whether the sheet's own program does not show it.
    pub(super) is_hidden: bool,
    /// The part of the archive that it is in.
    path: String,
}

/// What the program of a sheet does not show of it, and what it shows otherwise than the cells say; all from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) rows: FxHashSet<u32>,
    pub(super) columns: FxHashSet<u32>,
    /// Cells that hold an error.
    pub(super) errors: Vec<CellPlace>,
    /// Whether cells stand there that do not say where.
    pub(super) has_bare_cells: bool,
    /// Cells that are joined with those below them, each with its last row.
    pub(super) joined: Vec<(CellPlace, u32)>,
}

/// The part that the package says is its main one.
pub(super) fn main_part(archive: &mut Archive<'_>) -> Option<String> {
    let mut found = None;
    each_tag(archive, "_rels/.rels", &mut |tag| {
        let is_main = |kind: String| kind.ends_with("/relationships/officeDocument");
        if name(tag) == "Relationship" && attribute(tag, "Type").is_some_and(is_main) {
            found = attribute(tag, "Target");
        }
        true
    });
    found.map(|path| path.trim_start_matches('/').to_owned())
}

/// The sheets of a workbook, in its order.
pub(super) fn sheets(archive: &mut Archive<'_>) -> Vec<WorkbookPart> {
    let Some(main) = main_part(archive) else { return Vec::new() };
    let (folder, file) = main.rsplit_once('/').map_or(("", &*main), |(folder, file)| (folder, file));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut targets = Vec::new();
    each_tag(archive, &format!("{folder}_rels/{file}.rels"), &mut |tag| {
        if name(tag) == "Relationship" {
            targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
        true
    });
    let mut sheets = Vec::new();
    each_tag(archive, &main, &mut |tag| {
        if name(tag) == "sheet" {
            let id = attribute(tag, "id").unwrap_or_default();
            let target = targets.iter().find(|(known, _)| *known == id).map_or("", |(_, target)| target);
            let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
            let is_hidden = attribute(tag, "state").is_some_and(|state| state != "visible");
            sheets.push(WorkbookPart { is_hidden, path });
        }
        true
    });
    sheets
}

/// What a sheet hides.
pub(super) fn hidden(archive: &mut Archive<'_>, sheet: &WorkbookPart) -> Hidden {
    let mut hidden = Hidden::default();
    let mut next_row = 0;
    let yes = |tag: &str, key: &str| attribute(tag, key).is_some_and(|said| said == "1" || said == "true");
    let zero = |tag: &str, key: &str| attribute(tag, key).and_then(|said| said.parse::<f64>().ok()) == Some(0.0);
    let number = |tag: &str, key: &str| attribute(tag, key).and_then(|said| said.parse::<u32>().ok());
    each_tag(archive, &sheet.path, &mut |tag| {
        match name(tag) {
            "col" if yes(tag, "hidden") || zero(tag, "width") => {
                // Beyond what is read nothing need be known.
                let last = number(tag, "max").unwrap_or_default().min(saturating(MOST_COLUMNS));
                hidden.columns.extend(number(tag, "min").unwrap_or(1).max(1) - 1..last);
            }
            "row" => {
                let row = number(tag, "r").map_or(next_row, |row| row.saturating_sub(1));
                next_row = row + 1;
                if yes(tag, "hidden") || zero(tag, "ht") {
                    hidden.rows.insert(row);
                }
            }
            "c" => match attribute(tag, "r") {
                None => hidden.has_bare_cells = true,
                Some(place) if attribute(tag, "t").as_deref() == Some("e") => hidden.errors.extend(called(&place)),
                Some(_) => {}
            },
            // They stand behind the cells.
            "mergeCell" => hidden.joined.extend(attribute(tag, "ref").as_deref().and_then(joined)),
            _ => {}
        }
        !is_end_of(tag, "mergeCells")
    });
    let bounds = (saturating(MOST_ROWS), saturating(MOST_COLUMNS));
    let is_read = |place: &CellPlace| place.row < bounds.0 && place.column < bounds.1;
    hidden.errors.retain(is_read);
    hidden.joined.retain(|(place, _)| is_read(place));
    hidden
}

/// The first cell of a range of several rows, and the last row: `A3:B7`.
fn joined(range: &str) -> Option<(CellPlace, u32)> {
    let (first, last) = range.split_once(':')?;
    let (first, last) = (called(first)?, called(last)?);
    (last.row > first.row).then_some((first, last.row))
}

/// The place that a spreadsheet calls so: `B12`.
fn called(place: &str) -> Option<CellPlace> {
    let row = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let letters = &place[..place.len() - row.len()];
    let number =
        |sum: u32, letter: u8| sum.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let column = letters.bytes().try_fold(0, number)?;
    Some(CellPlace { row: row.parse::<u32>().ok()?.checked_sub(1)?, column: column.checked_sub(1)? })
}

/// Looks at the tags of a part, as long as it is answered `true`.
fn each_tag(archive: &mut Archive<'_>, path: &str, found: &mut dyn FnMut(&str) -> bool) {
    let is_it = |known: &String| known.replace('\\', "/").eq_ignore_ascii_case(path);
    let known = archive.file_names().flatten().map(|known| known.to_string()).find(is_it);
    let Some(mut part) = known.and_then(|known| archive.by_name(&known).ok()) else { return };
    let (mut tags, mut buffer) = (Tags::default(), vec![0; 1 << 16]);
    while let Ok(count @ 1..) = part.read(&mut buffer) {
        if !tags.feed(&buffer[..count], found) {
            return;
        }
    }
}
