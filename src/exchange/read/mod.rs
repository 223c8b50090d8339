//! Files of other programs, opened: which kind it is, its encoding and separator, and its sheets.

mod decode;
mod delimited;
mod graph;
mod os2;
mod scrub;

use serde::{Deserialize, Serialize};

pub use self::decode::Encoding;
use super::names::heading;
pub use super::refusal::{MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, MOST_TEXT, Refusal};
use super::sheet::Table;
use super::{guard, xlsx};

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
