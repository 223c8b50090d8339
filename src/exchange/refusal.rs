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
    /// The file is empty, or has nothing in any cell.
    Empty,
    /// The file is larger than what is read.
    TooLarge {
        /// The most, in bytes.
        limit: u64,
    },
    /// The file is a workbook of Excel 97 to 2003 (`.xls`).
    OldExcel,
    /// The file is protected by a password, or a workbook of Excel 97 to 2003: some of them cannot be told apart.
    Protected,
    /// The file is packed as a workbook but is none: a document, a presentation, another archive.
    NotAWorkbook,
    /// The file is a workbook of a kind that is not read: `.xlsb` or `.ods`.
    OtherWorkbook,
    /// The file grows to more than what is read when it is unpacked.
    Bomb {
        /// The most, in bytes.
        limit: u64,
    },
    /// The file has more parts than any workbook.
    TooManyParts {
        /// The most parts a workbook may have.
        limit: u32,
    },
    /// The workbook is damaged.
    Damaged,
    /// The file is JSON, but neither users of Microsoft Graph nor of `OS2rollekatalog`.
    OtherJson,
    /// The file is JSON of users, but under keys that are not Microsoft Graph's.
    OtherKeys,
    /// The file is a web page or XML, whatever its name says: many systems write such under the name `.xls`.
    Markup,
    /// The file is a document to be read or printed: PDF or RTF.
    Document,
    /// The file is neither text nor a workbook.
    NotText,
}
