//! Files of other programs, opened: which kind it is, its encoding and separator, and its sheets.

mod ciso;
mod decode;
mod delimited;
mod graph;
mod os2;
mod scrub;

use serde::{Deserialize, Serialize};

pub use self::decode::Encoding;
use super::names::heading;
pub use super::refusal::{MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, MOST_TEXT, Refusal};
use super::sheet::SheetTable;
use super::{guard, personal, xlsx};

/// A file that was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenedSheets {
    /// What kind of file it is.
    pub kind: FileKind,
    /// The sheets of the file, in its order. Sheets without any cell are left out.
    pub sheets: Vec<SheetTable>,
}

/// Kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// Text with separators.
    Csv(TextFormat),
    /// A workbook in the format `.xlsx`.
    Xlsx,
    /// The list of users that Entra lets one download.
    Entra(TextFormat),
    /// The list of users that the admin centre of Microsoft 365 exports.
    Microsoft365(TextFormat),
    /// Users as Microsoft Graph answers.
    Graph,
    /// Units and users as `OS2rollekatalog` writes them.
    Os2,
    /// The risk register of CISO Assistant, or its table of risk scenarios.
    Ciso(TextFormat),
}

impl FileKind {
    /// How a text was written, where the file is one with separators.
    pub const fn text(self) -> Option<TextFormat> {
        match self {
            Self::Csv(text) | Self::Entra(text) | Self::Microsoft365(text) | Self::Ciso(text) => Some(text),
            Self::Xlsx | Self::Graph | Self::Os2 => None,
        }
    }
}

/// What a reader says of a file that would otherwise be guessed, or left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding of a text.
    pub encoding: Option<Encoding>,
    /// What stands between the fields of a text.
    pub separator: Option<Separator>,
    /// Whether rows and columns are read that their own program does not show.
    pub with_hidden: bool,
}

/// How a text with separators was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFormat {
    /// The encoding of the text.
    pub encoding: Encoding,
    /// What stands between its fields.
    pub separator: Separator,
}

/// What stands between fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    /// A semicolon: `;`.
    Semicolon,
    /// A comma: `,`.
    Comma,
    /// A tab between fields.
    Tab,
    /// A vertical bar: `|`.
    Pipe,
    /// Another character, which the file names itself.
    Other(char),
}

impl Separator {
    /// The separators that are looked for, the most common first.
    pub const COMMON: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Pipe];

    /// The character that stands between fields.
    pub const fn letter(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Pipe => '|',
            Self::Other(letter) => letter,
        }
    }

    /// The separator that is a character.
    pub fn of(letter: char) -> Self {
        Self::COMMON.into_iter().find(|known| known.letter() == letter).unwrap_or(Self::Other(letter))
    }
}

/// The name of a file without personal identity numbers, where it holds any: it is told, and kept with the change.
pub fn bare_name(name: &str) -> Option<String> {
    personal::without_in_name(name)
}

/// Opens a file. `progress` is told now and then what part of it is read, from 0 to 1.
pub fn read(name: &str, bytes: &[u8], progress: &mut dyn FnMut(f64)) -> Result<OpenedSheets, Refusal> {
    read_as(name, bytes, Reading::default(), progress)
}

/// Opens a file as a reader says it is.
pub fn read_as(
    name: &str,
    bytes: &[u8],
    reading: Reading,
    progress: &mut dyn FnMut(f64),
) -> Result<OpenedSheets, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { limit: MOST_BYTES as u64 });
    }
    let mut opened = match bytes {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(xlsx::old_or_protected(bytes)),
        // Excel 2.1 to 4.0, before there were containers.
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04..=0x10, 0x00, ..] => return Err(Refusal::OldExcel),
        [b'P', b'K', ..] => {
            OpenedSheets { kind: FileKind::Xlsx, sheets: xlsx::read(bytes, reading.with_hidden, progress)? }
        }
        [b'%', b'P', b'D', b'F', ..] | [b'{', b'\\', b'r', b't', b'f', ..] => return Err(Refusal::Document),
        _ => text(name, bytes, reading, progress)?,
    };
    opened.sheets.retain(|sheet| sheet.rows.iter().any(|row| !row.is_empty()));
    if opened.sheets.is_empty() {
        return Err(Refusal::Empty);
    }
    for sheet in &mut opened.sheets {
        scrub::scrub(sheet);
    }
    if bare_name(name).is_some()
        && let Some(first) = opened.sheets.iter_mut().find(|sheet| !sheet.is_hidden)
    {
        first.left_out.personal_in_name = true;
    }
    progress(1.0);
    Ok(opened)
}

fn text(name: &str, bytes: &[u8], reading: Reading, progress: &mut dyn FnMut(f64)) -> Result<OpenedSheets, Refusal> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let is_workbook = ["xls", "xlsx", "xlsm", "xlt", "xltx"].contains(&&*ending);
    let guessed = decode::decode(bytes);
    let (text, encoding) = match (reading.encoding, guessed) {
        (Some(encoding), _) => (decode::decode_as(bytes, encoding), encoding),
        (None, Some(guessed)) => guessed,
        (None, None) if is_workbook => return Err(Refusal::Damaged),
        (None, None) => return Err(Refusal::NotText),
    };
    if matches!(text.trim_start().as_bytes().first(), Some(b'{' | b'[')) {
        let is_graph = graph::sheets(&text).map(|sheets| OpenedSheets { kind: FileKind::Graph, sheets });
        let opened = is_graph.or_else(|| os2::sheets(&text).map(|sheets| OpenedSheets { kind: FileKind::Os2, sheets }));
        if let Some(mut opened) = opened {
            opened.sheets.iter_mut().for_each(|sheet| sheet.keeps_figures = true);
            return Ok(opened);
        }
        if serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok() {
            return Err(if graph::is_of_users(&text) { Refusal::OtherKeys } else { Refusal::OtherJson });
        }
    }
    if is_markup(&text) {
        return Err(Refusal::Markup);
    }
    let separator = reading.separator.unwrap_or_else(|| delimited::separator(&text));
    let mut sheet = delimited::sheet(&text, separator, progress);
    // Some systems write text under the name of a workbook. What has no columns is a workbook that was damaged.
    if is_workbook && sheet.width() < 2 && !sheet.rows.is_empty() {
        return Err(if ending == "xls" { Refusal::OldExcel } else { Refusal::Damaged });
    }
    for cell in sheet.rows.iter_mut().flatten() {
        guard::take_off(cell);
    }
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).clone_into(&mut sheet.name);
    let written = TextFormat { encoding, separator };
    let is_headed = |headings: &[&str]| sheet.rows.iter().take(HEADING_ROWS).any(|row| has(row, headings));
    let kind = match () {
        () if is_headed(&["userPrincipalName", "displayName", "blockCredential"]) => FileKind::Microsoft365(written),
        () if is_headed(&["userPrincipalName", "displayName", "objectId"]) => FileKind::Entra(written),
        () if is_headed(&["ref_id", "name", "current_proba", "treatment"]) => FileKind::Ciso(written),
        () => FileKind::Csv(written),
    };
    let sheets = if matches!(kind, FileKind::Ciso(_)) { ciso::sheets(sheet) } else { vec![sheet] };
    Ok(OpenedSheets { kind, sheets })
}

/// Rows in which headings are looked for: some files begin with a title, or with a line of their program.
const HEADING_ROWS: usize = 20;

/// Whether a text is a web page or XML.
fn is_markup(text: &str) -> bool {
    let start = text.trim_start().chars().take(14).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<?xml", "<table", "<workbook", "<ss:workbook"].iter().any(|known| start.starts_with(known))
}

/// Whether the row holds all these headings.
fn has(row: &[super::sheet::SheetCell], headings: &[&str]) -> bool {
    headings.iter().all(|wanted| row.iter().any(|cell| heading(&cell.plain()) == heading(wanted)))
}
