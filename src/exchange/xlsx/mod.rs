//! Workbooks: XLSX read within bounds, and written.

mod bounds;
mod parts;
mod tags;
mod write;

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use chrono::Days;
use zip::ZipArchive;

pub use self::write::write;
use super::refusal::{MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, MOST_TEXT, Refusal};
use super::sheet::{CellPlace, SheetCell, SheetTable};
use crate::organisation::value::{Date, parse_date};

/// What a file is that begins as Microsoft's older container does.
///
/// A workbook with a password is kept in that container too, under a name that tells; where it is not found among
/// the names, the file is an old workbook.
pub(super) fn old_or_protected(bytes: &[u8]) -> Refusal {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|part| part == name) { Refusal::Protected } else { Refusal::OldExcel }
}

/// The sheets of a workbook. What its program does not show is left out and counted, unless it is asked for.
pub(super) fn read(bytes: &[u8], with_hidden: bool, progress: &mut dyn FnMut(f64)) -> Result<Vec<SheetTable>, Refusal> {
    bounds::check(bytes, &bounds::BOUNDS)?;
    progress(0.2);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let parts = parts::sheets(&mut archive);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let from_1904 = book.has_1904_epoch();
    let names = book.sheet_names();
    let mut tables = Vec::new();
    let mut text_left = MOST_TEXT;
    for (number, name) in names.iter().enumerate() {
        // A chart has a sheet of its own without cells.
        let Ok(mut cells) = book.worksheet_cells_reader(name) else { continue };
        let part = parts.get(number);
        let hidden = part.map(|part| parts::hidden(&mut archive, part)).unwrap_or_default();
        let is_hidden = part.is_some_and(|part| part.is_hidden);
        let mut table = SheetTable { name: name.clone(), is_hidden, ..SheetTable::default() };
        // Cell by cell: what range the sheet claims to fill does not matter.
        let mut read = 0_usize;
        loop {
            let cell = match cells.next_cell() {
                Ok(Some(cell)) => cell,
                Ok(None) => break,
                // What cannot be read in a cell is an error that its program shows there: the cell says nothing. Where
                // cells do not say where they stand, those after it would be taken for others.
                Err(error) if is_of_a_cell(&error) && !hidden.has_bare_cells => continue,
                Err(_) => return Err(Refusal::Damaged),
            };
            let (row, column) = cell.get_position();
            let place = CellPlace { row, column };
            let value = cell_of(cell.get_value(), from_1904, place, &mut table);
            let bytes = if let SheetCell::Text(text) = &value { text.len() } else { 0 };
            text_left = text_left.checked_sub(bytes).ok_or(Refusal::Bomb { limit: MOST_TEXT as u64 })?;
            if with_hidden || !is_unseen(&hidden, place, &value, &mut table) {
                put(&mut table, place, value);
            }
            read += 1;
            if read.is_multiple_of(8192) {
                #[allow(clippy::cast_precision_loss, reason = "a progress bar")]
                progress(0.2 + 0.8 * (number as f64 + part_behind(row)) / names.len() as f64);
            }
        }
        spread(&mut table, &hidden, with_hidden, &mut text_left);
        table.left_out.hidden_columns.sort_unstable();
        let is_seen = |place: &CellPlace| {
            with_hidden || !(hidden.rows.contains(&place.row) || hidden.columns.contains(&place.column))
        };
        table.left_out.errors.extend(&hidden.errors);
        table.left_out.errors.retain(is_seen);
        tables.push(table);
    }
    Ok(tables)
}

/// Writes what a joined cell says into every row it covers: that is what its reader sees. A number is left out, for it may
/// be that of all the rows together.
fn spread(table: &mut SheetTable, hidden: &parts::Hidden, with_hidden: bool, text_left: &mut usize) {
    const MOST: usize = 4 * MOST_ROWS;
    let holds: Vec<bool> = table.rows.iter().map(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let mut steps = 0;
    for (place, last) in &hidden.joined {
        let (first, column) = (place.row as usize, place.column as usize);
        let value = table.cell(first, column).clone();
        let rows = (first + 1..holds.len().min(*last as usize + 1)).filter(|row| {
            let row_number = u32::try_from(*row).unwrap_or(u32::MAX);
            holds[*row] && (with_hidden || !hidden.rows.contains(&row_number))
        });
        let rows: Vec<usize> = rows.collect();
        steps += last.saturating_sub(place.row) as usize;
        if value.is_empty() || rows.is_empty() {
            continue;
        }
        let is_count = |text: &str| !text.starts_with(['0', '+']) && text.trim().parse::<f64>().is_ok();
        if matches!(&value, SheetCell::Number(_)) || matches!(&value, SheetCell::Text(text) if is_count(text)) {
            table.rows[first][column] = SheetCell::Empty;
            table.left_out.over_rows.push(*place);
            continue;
        }
        let bytes = if let SheetCell::Text(text) = &value { text.len() } else { 0 };
        for row in rows {
            let Some(left) = text_left.checked_sub(bytes).filter(|_| steps < MOST) else { return };
            if table.cell(row, column).is_empty() {
                *text_left = left;
                put(table, CellPlace::new(row, column), value.clone());
            }
        }
    }
}

/// Whether an error is about what one cell says.
fn is_of_a_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::CellError(_)
            | XlsxError::CellTAttribute(_)
            | XlsxError::ParseFloat(_)
            | XlsxError::Unrecognized { .. }
            | XlsxError::Unexpected(_)
    )
}

/// Whether a cell is in a row or a column that is not shown. That it holds something is noted.
fn is_unseen(hidden: &parts::Hidden, place: CellPlace, value: &SheetCell, table: &mut SheetTable) -> bool {
    let left_out = &mut table.left_out;
    if hidden.rows.contains(&place.row) {
        // Rows come in their order.
        if !value.is_empty() && left_out.hidden_rows.last() != Some(&place.row) {
            left_out.hidden_rows.push(place.row);
        }
        return true;
    }
    let unseen = hidden.columns.contains(&place.column);
    if unseen && !value.is_empty() && !left_out.hidden_columns.contains(&place.column) {
        left_out.hidden_columns.push(place.column);
    }
    unseen
}

/// A guess at the part of a sheet that is behind its reader, from 0 to 1: sheets do not tell their length.
fn part_behind(row: u32) -> f64 {
    let row = f64::from(row);
    row / (row + 10_000.0)
}

fn put(table: &mut SheetTable, place: CellPlace, value: SheetCell) {
    if value.is_empty() {
        return;
    }
    let (row, column) = (place.row as usize, place.column as usize);
    if row >= MOST_ROWS {
        table.left_out.rows += 1;
    } else if column >= MOST_COLUMNS {
        table.left_out.cells += 1;
    } else {
        if table.rows.len() <= row {
            table.rows.resize(row + 1, Vec::new());
        }
        let row = &mut table.rows[row];
        if row.len() <= column {
            row.resize(column + 1, SheetCell::Empty);
        }
        row[column] = value;
    }
}

fn cell_of(value: &DataRef<'_>, from_1904: bool, place: CellPlace, table: &mut SheetTable) -> SheetCell {
    let mut text = |text: &str| {
        let text = text.replace("\r\n", "\n");
        if text.len() <= MOST_LETTERS || text.chars().count() <= MOST_LETTERS {
            return SheetCell::text(text);
        }
        table.left_out.cut.push(place);
        SheetCell::text(text.chars().take(MOST_LETTERS).collect::<String>())
    };
    match value {
        #[allow(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are such")]
        DataRef::Int(number) => number_of(*number as f64, from_1904),
        // No number is without bounds: what is written so is an error.
        DataRef::Float(number) if !number.is_finite() => without_bounds(place, table),
        DataRef::DateTime(time) if !time.as_f64().is_finite() => without_bounds(place, table),
        DataRef::Float(number) => number_of(*number, from_1904),
        DataRef::Bool(yes) => SheetCell::Yes(*yes),
        DataRef::DateTime(time) if time.is_datetime() => {
            day(time.as_f64(), from_1904).map_or(SheetCell::Number(time.as_f64()), SheetCell::Date)
        }
        DataRef::DateTime(time) => SheetCell::Number(time.as_f64()),
        DataRef::DateTimeIso(iso) => iso.get(..10).and_then(parse_date).map_or_else(|| text(iso), SheetCell::Date),
        DataRef::String(words) | DataRef::DurationIso(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Error(_) | DataRef::Empty => SheetCell::Empty,
    }
}

/// What a cell says whose number has no bounds: nothing, and that is told.
fn without_bounds(place: CellPlace, table: &mut SheetTable) -> SheetCell {
    table.left_out.errors.push(place);
    SheetCell::Empty
}

/// A number. One that may be a day is left as a text in a workbook that counts days from 1904: counted from 1900 it would
/// be another day.
fn number_of(number: f64, from_1904: bool) -> SheetCell {
    let may_be_day = number.fract() == 0.0 && (18_000.0..80_000.0).contains(&number);
    if from_1904 && may_be_day { SheetCell::text(format!("{number:.0}")) } else { SheetCell::Number(number) }
}

/// The day with a number. Excel counts from 1900 and believes that that was a leap year, or from 1904.
fn day(serial: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "just seen to fit")]
    let days = Days::new(serial as u64);
    let (year, month, first) = match serial {
        _ if from_1904 => (1904, 1, 1),
        60.0.. => (1899, 12, 30),
        _ => (1899, 12, 31),
    };
    Date::from_ymd_opt(year, month, first)?.checked_add_days(days)
}

#[cfg(test)]
mod tests;
