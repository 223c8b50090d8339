//! Files of sheets, taken in together: what each sheet is taken for, unless the reader says otherwise.
//!
//! The page has one such file open and asks about it; the command line takes several in one go and asks nothing. Both
//! choose the same sheets here, and tell of those they do not take.

pub mod told;

use super::directory::Directory;
use super::field::SheetTarget;
use super::import::{Import, ImportAnswers, Note, NoteKind, SheetSpot, import};
use super::mapping::{Mapping, guess, guess_as};
use super::read::OpenedSheets;
use super::sheet::SheetTable;
use crate::organisation::value::Language;

/// A sheet of one of the files.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The name of its file.
    pub file: String,
    /// What the sheet holds.
    pub table: SheetTable,
    /// What the columns of the sheet mean; `None` where it is not taken in.
    pub mapping: Option<Mapping>,
}

/// Sheets of several files, in the order they were given.
#[derive(Debug, Default)]
pub struct Intake {
    /// The sheets. Notes and questions call them by their place here.
    pub sheets: Vec<Taken>,
}

/// What a sheet is taken for where nobody says it: what its headings tell. `None` where they tell nothing, and of a sheet
/// that its own program does not show.
pub fn proposed(table: &SheetTable, directory: &Directory) -> Option<Mapping> {
    if table.is_hidden { None } else { guess(table, directory) }
}

/// Tells of every sheet with content that is not taken in.
pub fn not_taken<'t>(sheets: impl Iterator<Item = (&'t SheetTable, bool)>) -> Vec<Note> {
    let note = |(number, (table, _)): (u32, (&SheetTable, bool))| Note {
        at: SheetSpot { sheet: number, row: 0, column: None },
        found: table.name.clone(),
        what: if table.is_hidden { NoteKind::HiddenSheet } else { NoteKind::SheetLeftOut },
    };
    (0..).zip(sheets).filter(|(_, (_, taken))| !taken).map(note).collect()
}

impl Intake {
    /// Adds the sheets of a file that was opened. A target that is said goes before what headings tell.
    pub fn add(&mut self, file: &str, opened: OpenedSheets, target: Option<SheetTarget>, directory: &Directory) {
        let taken = |table: SheetTable| {
            let mapping = match target {
                Some(target) if !table.is_hidden => Some(guess_as(&table, target, directory)),
                _ => proposed(&table, directory),
            };
            Taken { file: file.to_owned(), table, mapping }
        };
        self.sheets.extend(opened.sheets.into_iter().map(taken));
    }

    /// What taking them in does, with every question left unanswered.
    pub fn import(&self, directory: &Directory, language: Language) -> Import {
        let numbered = (0..).zip(&self.sheets);
        let sources: Vec<_> =
            numbered.filter_map(|(number, sheet)| Some((number, &sheet.table, sheet.mapping.as_ref()?))).collect();
        let mut import = import(&sources, directory, &ImportAnswers::new(), language, &mut |_| ());
        import.notes.extend(not_taken(self.sheets.iter().map(|sheet| (&sheet.table, sheet.mapping.is_some()))));
        import
    }
}
