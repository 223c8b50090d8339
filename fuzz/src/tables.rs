//! Tables, written as CSV and as a workbook and read again. What comes back is what was written, but for what neither
//! format can hold, what CSV has no types for, and what no reader keeps: personal identity numbers, which are counted.

use ombud::exchange::export;
use ombud::exchange::read::{Encoding, FileKind, MOST_BYTES, MOST_LETTERS, Reading, Refusal, read_as};
use ombud::exchange::sheet::{CellPlace, SheetCell, SheetTable};

/// Cells of a table that is written. Workbooks of a few bytes can unpack to many more.
const MOST_CELLS: usize = 20_000;

/// Asserts that a table comes back from both formats.
pub(crate) fn come_back(table: &SheetTable) {
    let letters = |cell: &SheetCell| if let SheetCell::Text(text) = cell { text.len() } else { 1 };
    if table.rows.len() * table.width() > MOST_CELLS
        || table.rows.iter().flatten().map(letters).sum::<usize>() > 8 * MOST_LETTERS
    {
        return;
    }
    let alone = SheetTable::new("x", table.rows.clone());
    come_back_from_csv(&alone);
    let book = export::xlsx(std::slice::from_ref(&alone)).expect("it can be written");
    compare(&alone, "x.xlsx", &book, Reading::default(), of_workbook);
}

fn come_back_from_csv(table: &SheetTable) {
    let first = table.cell(0, 0).plain().trim_matches('"').to_ascii_lowercase();
    // A sheet whose first line says what stands between the fields is read as it says.
    if first.starts_with("sep=") {
        return;
    }
    let written = export::csv(table);
    if written.len() > MOST_BYTES {
        return;
    }
    let kind = read_as("x.csv", &written, Reading::default(), &mut |_| ()).map(|opened| opened.kind);
    let reading = match kind {
        // The register of another program is read as that.
        Ok(FileKind::Ciso(_)) => return,
        // All that is no plain letter looks as if it had been encoded twice. The reader can say that it was not.
        Ok(kind) if kind.text().is_some_and(|text| text.encoding == Encoding::Utf8Twice) => {
            Reading { encoding: Some(Encoding::Utf8Mark), ..Reading::default() }
        }
        _ => Reading::default(),
    };
    compare(table, "x.csv", &written, reading, of_text);
}

/// Asserts that every cell is read as `kept` says it is kept.
fn compare(table: &SheetTable, name: &str, written: &[u8], reading: Reading, kept: fn(&SheetCell) -> SheetCell) {
    let rows: Vec<Vec<SheetCell>> = table.rows.iter().map(|row| row.iter().map(kept).collect()).collect();
    let wanted = SheetTable::new("x", rows);
    let again = match read_as(name, written, reading, &mut |_| ()) {
        Ok(mut opened) => opened.sheets.remove(0),
        Err(Refusal::Empty) => SheetTable::default(),
        Err(refused) => panic!("{name}: {refused:?}: {table:?}"),
    };
    for row in 0..wanted.rows.len().max(again.rows.len()) {
        for column in 0..wanted.width().max(again.width()) {
            let (wanted, read) = (wanted.cell(row, column), again.cell(row, column));
            let place = CellPlace::new(row, column);
            let is_cut = || match (wanted, read) {
                (SheetCell::Text(whole), SheetCell::Text(part)) => whole.starts_with(&**part),
                _ => false,
            };
            // The mark of a formula is a letter too: the last of a text that is as long as may be gives way to it.
            let is_told = again.left_out.personal.contains(&place) || (again.left_out.cut.contains(&place) && is_cut());
            assert!(wanted == read || is_told, "{name} {place}: {wanted:?} is read as {read:?}");
        }
    }
}

/// A text without control characters, which no sheet holds. Of line breaks, Windows' own are the others.
fn printable(text: &str) -> SheetCell {
    let is_held = |letter: &char| matches!(letter, '\t' | '\n' | '\r') || !letter.is_control();
    let text: String = text.chars().filter(is_held).collect();
    SheetCell::text(text.replace("\r\n", "\n"))
}

/// What a workbook keeps of a cell: all but numbers without bounds, and of days those from the last of 1899, which a
/// workbook counts as 0, to 9999; others become texts.
fn of_workbook(cell: &SheetCell) -> SheetCell {
    match cell {
        SheetCell::Text(text) => printable(text),
        SheetCell::Number(number) if !number.is_finite() => SheetCell::Empty,
        SheetCell::Date(day) => {
            let iso = day.to_string();
            let is_known = iso.len() == 10 && *iso >= *"1899-12-31";
            if is_known { cell.clone() } else { SheetCell::Text(iso) }
        }
        other => other.clone(),
    }
}

/// What CSV keeps of a cell: what it says, as a text. Numbers have a decimal comma, and never three decimals.
fn of_text(cell: &SheetCell) -> SheetCell {
    match cell {
        SheetCell::Text(text) => printable(text),
        SheetCell::Number(number) => {
            let text = number.to_string().replace('.', ",");
            let has_three = text.split_once(',').is_some_and(|(_, decimals)| decimals.len() == 3);
            SheetCell::Text(if has_three { text + "0" } else { text })
        }
        other => SheetCell::text(other.plain()),
    }
}
