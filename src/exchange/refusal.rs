//! What files of other programs are not opened, and how much of one is read.

use serde::{Deserialize, Serialize};

/// Bytes of a file, at most.
pub const MOST_BYTES: usize = 128 << 20;
/// Rows of a sheet that are read, at most.
pub const MOST_ROWS: usize = 200_000;
/// Columns of a sheet that are read, at most.
pub const MOST_COLUMNS: usize = 256;
/// Letters of a cell that are read, at most: what a spreadsheet can hold.
pub const MOST_LETTERS: usize = 32_767;
/// Bytes of text in all cells of a file together, at most.
pub const MOST_TEXT: usize = 256 << 20;

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is empty, or has nothing in any cell.
    Empty,
    /// It is larger than what is read.
    TooLarge {
        /// The most, in bytes.
        limit: u64,
    },
    /// It is a workbook of Excel 97 to 2003 (`.xls`).
    OldExcel,
    /// It is protected by a password, or a workbook of Excel 97 to 2003: some of them cannot be told apart.
    Protected,
    /// It is packed as a workbook but is none: a document, a presentation, another archive.
    NotAWorkbook,
    /// It is a workbook of a kind that is not read: `.xlsb` or `.ods`.
    OtherWorkbook,
    /// It grows to more than what is read when it is unpacked.
    Bomb {
        /// The most, in bytes.
        limit: u64,
    },
    /// It has more parts than any workbook.
    TooManyParts {
        /// The most.
        limit: u32,
    },
    /// The workbook is damaged.
    Damaged,
    /// It is JSON, but neither users of Microsoft Graph nor of `OS2rollekatalog`.
    OtherJson,
    /// It is JSON of users, but under keys that are not Microsoft Graph's.
    OtherKeys,
    /// It is a web page or XML, whatever its name says: many systems write such under the name `.xls`.
    Markup,
    /// It is a document to be read or printed: PDF or RTF.
    Document,
    /// It is neither text nor a workbook.
    NotText,
}
