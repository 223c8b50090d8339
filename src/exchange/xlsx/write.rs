//! A workbook: typed cells under a bold row that stays in view.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::exchange::sheet::{SheetCell, SheetTable, printable};

/// Letters of a sheet's name, at most, and those it may not hold.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The sheets as an XLSX workbook. Their first rows are headings.
///
/// `None` where a sheet has more rows, columns or letters than a workbook can hold.
pub fn write(tables: &[SheetTable]) -> Option<Vec<u8>> {
    workbook(tables).ok()
}

fn workbook(tables: &[SheetTable]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same sheets give the same bytes, whenever they are written.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let formats = Formats {
        heading: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
        day: Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top),
        text: Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top),
        other: Format::new().set_align(FormatAlign::Top),
    };
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(name(&table.name))?;
        sheet.set_freeze_panes(1, 0)?;
        for (row, cells) in (0_u32..).zip(&table.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                put(sheet, row, column, cell, &formats)?;
            }
        }
        for (column, width) in (0_u16..).zip(widths(table)) {
            sheet.set_column_width(column, width)?;
        }
    }
    book.save_to_buffer()
}

struct Formats {
    heading: Format,
    day: Format,
    text: Format,
    other: Format,
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &SheetCell, formats: &Formats) -> Result<(), XlsxError> {
    let other = if row == 0 { &formats.heading } else { &formats.other };
    match cell {
        SheetCell::Empty => return Ok(()),
        SheetCell::Text(text) => {
            let format = if row == 0 { &formats.heading } else { &formats.text };
            sheet.write_string_with_format(row, column, printable(text), format)?
        }
        SheetCell::Number(number) => sheet.write_number_with_format(row, column, *number, other)?,
        SheetCell::Yes(yes) => sheet.write_boolean_with_format(row, column, *yes, other)?,
        SheetCell::Date(day) => {
            // Workbooks know no day before 1900.
            let iso = day.to_string();
            match ExcelDateTime::parse_from_str(&iso) {
                Ok(day) => sheet.write_datetime_with_format(row, column, &day, &formats.day)?,
                Err(_) => sheet.write_string(row, column, iso)?,
            }
        }
    };
    Ok(())
}

/// Widths in letters: that of the longest text of the first rows, within reason.
fn widths(table: &SheetTable) -> Vec<f64> {
    const ROWS: usize = 200;
    let longest = |column: usize| {
        let letters = |row: &Vec<SheetCell>| row.get(column).map_or(0, |cell| cell.plain().chars().count());
        let longest = table.rows.iter().take(ROWS).map(letters).max().unwrap_or(0);
        f64::from(u32::try_from(longest.clamp(8, 50)).unwrap_or(50)) + 2.0
    };
    (0..table.width()).map(longest).collect()
}

/// A sheet's name without what names may not hold.
fn name(name: &str) -> String {
    let name: String = name.chars().filter(|letter| !NOT_IN_NAMES.contains(letter)).take(LONGEST_NAME).collect();
    let name = name.trim_matches('\'').to_owned();
    if name.is_empty() { "-".to_owned() } else { name }
}
