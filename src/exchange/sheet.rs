//! A sheet of any program: rows of typed cells, and where a cell stands as its own program calls it.

use serde::{Deserialize, Serialize};

use crate::organisation::number::saturating;
use crate::organisation::value::Date;

/// One cell of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum SheetCell {
    /// Nothing, or only white space.
    #[default]
    Empty,
    /// A text. Every cell of a CSV file is one.
    Text(String),
    /// A number, as the sheet holds it.
    Number(f64),
    /// A day; the time of day is not kept.
    Date(#[serde(with = "crate::organisation::day")] Date),
    /// Yes or no.
    Yes(bool),
}

impl SheetCell {
    /// A text, or `Empty` where nothing but white space is in it.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// Whether nothing is in the cell.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// The cell as plain text: numbers with a point, days as `YYYY-MM-DD`.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Yes(yes) => yes.to_string(),
        }
    }
}

/// A text without the control characters that no sheet can hold.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r')).collect()
}

/// A named sheet. Its first row is row 1, whatever is in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetTable {
    /// What the sheet is called; empty where its file knows no names.
    pub name: String,
    /// The rows, each as long as its last cell that holds something.
    pub rows: Vec<Vec<SheetCell>>,
    /// Whether the sheet's own program does not show it.
    pub is_hidden: bool,
    /// Whether it comes from a program that keeps the zeros a number begins with, as no spreadsheet does.
    pub keeps_figures: bool,
    /// What was left out of it when it was read.
    pub left_out: SheetRest,
}

impl SheetTable {
    /// A sheet of these rows.
    pub fn new(name: impl Into<String>, rows: Vec<Vec<SheetCell>>) -> Self {
        Self { name: name.into(), rows, ..Self::default() }
    }

    /// The cell at a row and a column, both from 0.
    pub fn cell(&self, row: usize, column: usize) -> &SheetCell {
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&SheetCell::Empty)
    }

    /// Columns of its longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// What a sheet had and its [`SheetTable`] has not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRest {
    /// Rows that hold something beyond the last one that is read.
    pub rows: u32,
    /// Cells that hold something beyond the last column that is read.
    pub cells: u32,
    /// Cells whose text was cut at its longest.
    pub cut: Vec<CellPlace>,
    /// Cells that held personal identity numbers, which are dropped.
    pub personal: Vec<CellPlace>,
    /// Whether the name of the sheet, or of its file, held a personal identity number, which is dropped.
    pub personal_in_name: bool,
    /// Rows that hold something and that its own program does not show, from 0.
    pub hidden_rows: Vec<u32>,
    /// Columns that hold something and that its own program does not show, from 0.
    pub hidden_columns: Vec<u32>,
    /// Cells whose program shows an error in them; they are empty.
    pub errors: Vec<CellPlace>,
    /// Cells that several rows share and that hold a number; they are empty.
    pub over_rows: Vec<CellPlace>,
    /// Cells that name someone by an id that nothing else in the file has, and that id.
    pub unknown: Vec<(CellPlace, String)>,
    /// Whether the file says that it is a page of several.
    pub goes_on: bool,
}

impl SheetRest {
    /// How many personal identity numbers are dropped: cells that held some, and the name.
    pub fn personal_numbers(&self) -> u32 {
        saturating(self.personal.len()) + u32::from(self.personal_in_name)
    }
}

/// Where a cell stands, row and column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellPlace {
    /// Rows above the cell.
    pub row: u32,
    /// Columns before the cell.
    pub column: u32,
}

impl CellPlace {
    /// The place at a row and a column, both from 0.
    pub fn new(row: usize, column: usize) -> Self {
        Self { row: saturating(row), column: saturating(column) }
    }
}

impl std::fmt::Display for CellPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", letters(self.column as usize), u64::from(self.row) + 1)
    }
}

/// A column, from 0, as spreadsheets call it: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_called_as_a_spreadsheet_calls_it() {
        assert_eq!(CellPlace::new(11, 2).to_string(), "C12");
        assert_eq!([25, 26, 701, 702].map(letters), ["Z", "AA", "ZZ", "AAA"]);
    }
}
