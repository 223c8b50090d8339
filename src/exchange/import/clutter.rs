//! What a sheet has beside its items: headings that come again, sums, footers, and cells with errors of a spreadsheet.

use super::letterhead::is_letterhead;
use super::note::NoteKind;
use super::printed::{is_footer, is_remark};
use super::sums::{is_count, is_sum, is_sum_of_places};
use super::{ImportRun, ImportedSheet};
use crate::exchange::field::SheetTarget;
use crate::exchange::names::{heading, normal};
use crate::exchange::sheet::SheetCell;
use crate::organisation::unit::UnitKind;

impl ImportRun<'_> {
    /// Notes the rows of a sheet that hold no item, which are then passed over, and its cells with errors.
    pub(super) fn clear(&mut self, sheet: &mut ImportedSheet<'_>) {
        let headings: Vec<String> = match sheet.mapping.heading_row {
            Some(row) => {
                (0..sheet.table.width()).map(|place| heading(&sheet.table.cell(row as usize, place).plain())).collect()
            }
            None => Vec::new(),
        };
        for place in &sheet.table.left_out.errors {
            let (row, column) = (place.row as usize, place.column as usize);
            let is_mapped = sheet.mapping.columns.get(column).is_some_and(Option::is_some);
            if is_mapped && sheet.mapping.heading_row.is_none_or(|heading| row > heading as usize) {
                self.ledger.note(sheet.spot(row, Some(column)), &SheetCell::Empty, NoteKind::SheetError);
            }
        }
        // What a risk or a measure is called may be any sentence; a place or a person has a name.
        let of_places = !matches!(sheet.mapping.target, SheetTarget::Risks | SheetTarget::Measures);
        for row in sheet.rows().collect::<Vec<_>>() {
            let filled: Vec<(usize, &SheetCell)> =
                sheet.table.rows[row].iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
            let what = match () {
                () if self.is_heading(sheet, &headings, &filled) => Some(NoteKind::HeadingAgain),
                () if is_sum(&filled) => Some(NoteKind::Sum),
                () if of_places && (is_count(&filled) || is_sum_of_places(&filled)) => Some(NoteKind::Sum),
                () if is_footer(&filled) => Some(NoteKind::Footer),
                () if of_places && (is_remark(&filled) || is_letterhead(&filled) || self.is_title(sheet, &filled)) => {
                    Some(NoteKind::Footer)
                }
                () => None,
            };
            if let (Some(what), Some((_, first))) = (what, filled.first()) {
                self.ledger.note(sheet.spot(row, None), first, what);
                sheet.skipped.insert(row);
                continue;
            }
            for (place, cell) in filled {
                let is_mapped = sheet.mapping.columns.get(place).is_some_and(Option::is_some);
                if is_mapped && is_error(cell) {
                    self.ledger.note(sheet.spot(row, Some(place)), cell, NoteKind::SheetError);
                }
            }
        }
    }

    /// Whether a row says in each of its cells what the column is headed, or another heading of the same field.
    fn is_heading(&self, sheet: &ImportedSheet<'_>, headings: &[String], filled: &[(usize, &SheetCell)]) -> bool {
        let again = |text: &str, place: usize| {
            let text = heading(text);
            let text = text.strip_suffix("forts").unwrap_or(&text);
            !text.is_empty() && headings.get(place).is_some_and(|heading| heading == text)
        };
        let means = |text: &str, place: usize| {
            let field = sheet.mapping.columns.get(place).and_then(Option::as_ref);
            let headed = sheet.mapping.target.headed(text, self.directory).map(|column| column.id());
            headed.is_some() && headed.as_ref() == field
        };
        let (mut same, mut elsewhere) = (0, 0);
        for (place, cell) in filled {
            let SheetCell::Text(text) = cell else { return false };
            match () {
                () if again(text, *place) => same += 1,
                () if means(text, *place) => {}
                () if sheet.mapping.target.headed(text, self.directory).is_some() => elsewhere += 1,
                () => return false,
            }
        }
        // The headings of another part of the list may stand in another order.
        if elsewhere > 0 { elsewhere > 1 } else { same > 0 }
    }

    /// Whether a row says once more what stands above the headings, or what the municipality is called.
    fn is_title(&self, sheet: &ImportedSheet<'_>, filled: &[(usize, &SheetCell)]) -> bool {
        let [(_, SheetCell::Text(text))] = filled else { return false };
        let title = normal(text);
        let above = sheet.table.rows.iter().take(sheet.mapping.heading_row.unwrap_or_default() as usize);
        let is_again = |cell: &SheetCell| matches!(cell, SheetCell::Text(above) if normal(above) == title);
        let is_municipality = |unit: &crate::exchange::directory::KnownItem| {
            unit.kind == Some(UnitKind::Municipality) && unit.names.iter().any(|name| normal(name) == title)
        };
        above.flatten().any(is_again) || self.directory.units.iter().any(is_municipality)
    }
}

/// Whether a cell holds an error of a spreadsheet, in any of its languages: `#SAKNAS!`, `#N/A`, `Err:502`.
pub(super) fn is_error(cell: &SheetCell) -> bool {
    const BARE: &[&str] = &[
        "N/A",
        "NV",
        "I/T",
        "NA",
        "SAKNAS",
        "GETTING_DATA",
        "IKKE TILGÆNGELIG",
        "UPPGIFT SAKNAS",
        "ERROR",
        "REF",
        "NULL",
        "NUM",
        "SPILL",
        "HÄMTAR_DATA",
        "CALC",
        "CONNECT",
        "BLOCKED",
        "BUSY",
    ];
    let SheetCell::Text(text) = cell else { return false };
    let text = text.trim();
    if let Some(number) = ["Err:", "Fel:", "Fejl:", "Feil:"].iter().find_map(|head| text.strip_prefix(head)) {
        return number.len() == 3 && number.bytes().all(|digit| digit.is_ascii_digit());
    }
    let Some(rest) = text.strip_prefix('#') else { return false };
    if text.len() > 1 && rest.chars().all(|letter| letter == '#') {
        return true;
    }
    let capitals = rest.chars().filter(|letter| letter.is_alphabetic()).count();
    let written = rest.chars().all(|letter| {
        letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, '/' | '_' | ' ' | '!' | '?')
    });
    capitals > 1 && written && (rest.ends_with(['!', '?']) || BARE.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_spreadsheets_are_told_from_texts() {
        for text in [
            "#SAKNAS!",
            "#REFERENS!",
            "#N/A",
            "#NV",
            "#I/T",
            "#NAMN?",
            "#DIVISION/0!",
            "#DIV/0!",
            "#VÆRDI!",
            "#GETTING_DATA",
            "#ERROR!",
            "Err:502",
            "Fel:502",
            "####",
            "#SPILL!",
        ] {
            assert!(is_error(&SheetCell::text(text)), "{text}");
        }
        for text in ["#12", "# 3", "#larm", "Saknas!", "A#B", "#A", "Fel: larm", "#Eken!"] {
            assert!(!is_error(&SheetCell::text(text)), "{text}");
        }
    }
}
