//! Files of other programs, opened: which kind it is, its encoding and separator, and its sheets.

mod decode;
mod delimited;
mod graph;
mod os2;
mod scrub;

use serde::{Deserialize, Serialize};

pub use self::decode::Encoding;
use super::names::heading;
use super::sheet::Table;
use super::{guard, xlsx};

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

/// A file that was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// What kind of file it is.
    pub kind: Kind,
    /// Its sheets, in its order. Sheets without any cell are left out.
    pub sheets: Vec<Table>,
}

/// Kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Text with separators.
    Csv(Text),
    /// A workbook.
    Xlsx,
    /// The list of users that Entra lets one download.
    Entra(Text),
    /// Users as Microsoft Graph answers.
    Graph,
    /// Units and users as `OS2rollekatalog` writes them.
    Os2,
    /// The risk register of CISO Assistant.
    Ciso(Text),
}

/// How a text with separators was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its encoding.
    pub encoding: Encoding,
    /// What stands between its fields.
    pub separator: Separator,
}

/// What stands between fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    /// `;`
    Semicolon,
    /// `,`
    Comma,
    /// A tab.
    Tab,
}

impl Separator {
    /// The character.
    pub const fn letter(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }
}

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
    /// It is neither text nor a workbook.
    NotText,
}

/// Opens a file. `progress` is told now and then what part of it is read, from 0 to 1.
pub fn read(name: &str, bytes: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Opened, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { limit: MOST_BYTES as u64 });
    }
    let mut opened = match bytes {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(xlsx::old_or_protected(bytes)),
        [b'P', b'K', ..] => Opened { kind: Kind::Xlsx, sheets: xlsx::read(bytes, progress)? },
        _ => text(name, bytes, progress)?,
    };
    opened.sheets.retain(|sheet| sheet.rows.iter().any(|row| !row.is_empty()));
    if opened.sheets.is_empty() {
        return Err(Refusal::Empty);
    }
    for sheet in &mut opened.sheets {
        scrub::scrub(sheet);
    }
    progress(1.0);
    Ok(opened)
}

fn text(name: &str, bytes: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Opened, Refusal> {
    let (text, encoding) = decode::decode(bytes).ok_or(Refusal::NotText)?;
    if matches!(text.trim_start().as_bytes().first(), Some(b'{' | b'[')) {
        let is_graph = graph::sheets(&text).map(|sheets| Opened { kind: Kind::Graph, sheets });
        let opened = is_graph.or_else(|| os2::sheets(&text).map(|sheets| Opened { kind: Kind::Os2, sheets }));
        if let Some(opened) = opened {
            return Ok(opened);
        }
        if serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok() {
            return Err(Refusal::OtherJson);
        }
    }
    let separator = delimited::separator(&text);
    let mut sheet = delimited::sheet(&text, separator, progress);
    for cell in sheet.rows.iter_mut().flatten() {
        guard::take_off(cell);
    }
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).clone_into(&mut sheet.name);
    let written = Text { encoding, separator };
    let kind = match sheet.rows.first() {
        Some(row) if has(row, &["userPrincipalName", "displayName", "objectId"]) => Kind::Entra(written),
        Some(row) if has(row, &["ref_id", "name", "current_proba", "treatment"]) => Kind::Ciso(written),
        _ => Kind::Csv(written),
    };
    Ok(Opened { kind, sheets: vec![sheet] })
}

/// Whether the row holds all these headings.
fn has(row: &[super::sheet::Cell], headings: &[&str]) -> bool {
    headings.iter().all(|wanted| row.iter().any(|cell| heading(&cell.plain()) == heading(wanted)))
}
