//! Everything the program of sheets can be asked, and what it answers. Both cross to it and back as postcard bytes.

use serde::{Deserialize, Serialize};

use super::directory::Directory;
use super::field::SheetTarget;
use super::import::{ImportAnswers, ImportQuestion, ImportedItem, Note};
use super::library::LibraryFault;
use super::mapping::{ColumnView, Mapping, Remembered};
use super::read::{FileKind, Reading, Refusal};
use super::sheet::SheetTable;
use crate::draft::Patch;
use crate::organisation::value::{Date, Label, Language};

/// What the page asks. Opening a file is apart: its bytes are handed over, not sent in a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SheetRequest {
    /// Takes in what the engine says of the open file. Asked first, and again when the file has changed.
    Know(Box<Directory>),
    /// Reads the open file once more, as the reader says it is.
    Reread(Reading),
    /// What a sheet most likely is.
    Guess {
        /// The sheet, from 0.
        sheet: u32,
        /// What the rows of the sheet are, where the reader has said so.
        target: Option<SheetTarget>,
        /// The mappings the page remembers; one that fits goes before a guess.
        remembered: Vec<Remembered>,
    },
    /// A sheet under the mapping that the reader has made.
    View {
        /// The sheet, from 0.
        sheet: u32,
        /// What the columns of the sheet mean.
        mapping: Mapping,
    },
    /// What an import would do.
    Preview {
        /// The import that is tried.
        plan: ImportPlan,
        /// The first items and notes that are answered.
        from: u32,
        /// How many of each are answered, at most.
        count: u32,
    },
    /// The wishes that carry an import out.
    Import(ImportPlan),
    /// A file of the open one's items, to be saved. CSV takes the first target only.
    Export {
        /// What the rows are: a sheet for each target.
        targets: Vec<SheetTarget>,
        /// The format of the file.
        format: Format,
        /// The language of headings and words.
        language: Language,
        /// The day that what is late is late on.
        #[serde(with = "crate::organisation::day")]
        on: Date,
    },
    /// A file of sheets that the page hands over, such as one of findings. CSV takes the first only.
    Write {
        /// The sheets to be written, in their order.
        tables: Vec<SheetTable>,
        /// The format of the file.
        format: Format,
    },
    /// The contacts of everyone who holds a post, as vCards.
    Contacts {
        /// The day on which they hold their posts.
        #[serde(with = "crate::organisation::day")]
        on: Date,
        /// The language of roles.
        language: Language,
    },
    /// A risk matrix library of the matrices in a file of the format.
    WriteLibrary(String),
}

/// An import as the reader has put it together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// The sheets that are taken in, from 0, and what their columns mean.
    pub sheets: Vec<(u32, Mapping)>,
    /// The answers so far.
    pub answers: ImportAnswers,
    /// The language of the preview.
    pub language: Language,
}

/// Formats of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Text with semicolons.
    Csv,
    /// A workbook in the format `.xlsx`.
    Xlsx,
}

/// What the program of sheets answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SheetReply {
    /// The program knows what the open file holds.
    Known,
    /// The file is open.
    Opened {
        /// What kind of file it is.
        kind: FileKind,
        /// The sheets of the file.
        sheets: Vec<SheetView>,
    },
    /// The file is not opened.
    Refused(Refusal),
    /// A sheet under a mapping.
    Mapped(Box<MappingView>),
    /// What an import would do.
    Preview(Box<Preview>),
    /// What an import does, to be carried out as one change.
    Patches {
        /// What the imported file is called.
        file: String,
        /// The wishes.
        patches: Vec<Patch>,
    },
    /// A file to be saved.
    File(Vec<u8>),
    /// There is no such sheet, nothing is open, or the sheets do not fit the format.
    Nothing,
    /// A risk matrix library is open: what each matrix is called, and a file of the format with it and its scales.
    Library(Vec<(Label, String)>),
    /// A risk matrix library cannot be read.
    Faulty(LibraryFault),
}

/// A sheet in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// The name of the sheet.
    pub name: String,
    /// Rows of the sheet, its headings among them.
    pub rows: u32,
    /// Columns of the sheet.
    pub columns: u32,
    /// Cells from which personal identity numbers were dropped.
    pub dropped_personal_numbers: u32,
    /// Whether the sheet's own program does not show it.
    pub is_hidden: bool,
    /// Rows and columns with content that its own program does not show, and that are not read.
    pub hidden: u32,
    /// What its rows most likely are; `None` where no heading is known, or it is hidden.
    pub target: Option<SheetTarget>,
}

/// A sheet under a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappingView {
    /// Which column fills which field.
    pub mapping: Mapping,
    /// The mapping by headings instead of places, to be remembered.
    pub remembered: Remembered,
    /// The columns with what they hold.
    pub columns: Vec<ColumnView>,
    /// Fields that a column can be said to fill.
    pub choices: Vec<ColumnChoice>,
    /// Ids of fields that every row needs and no column fills.
    pub lacking: Vec<String>,
}

/// A field that a column can be said to fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// The id of the field.
    pub id: String,
    /// The name of the field in Swedish.
    pub sv: String,
    /// The name of the field in English.
    pub en: String,
    /// Whether every row needs the field.
    pub needed: bool,
}

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Items that are new.
    pub added: u32,
    /// Items of which something changes.
    pub changed: u32,
    /// Items that are already as the sheets say.
    pub same: u32,
    /// Cells from which personal identity numbers were dropped.
    pub dropped_personal_numbers: u32,
    /// Some of the items that are new or change.
    pub items: Vec<ImportedItem>,
    /// Notes, all of them counted.
    pub notes_total: u32,
    /// Some of the notes.
    pub notes: Vec<Note>,
    /// All questions that the import asks.
    pub questions: Vec<ImportQuestion>,
}
