//! From sheets to wishes: what each row says of which item, what is new in it, what is doubtful, what cannot be used.
//!
//! An import takes nothing away. An empty cell says nothing, a row that says what the file says changes nothing, and
//! whatever it does is carried out as one change.

mod clutter;
mod ledger;
mod letterhead;
mod mentions;
mod note;
mod people;
mod people_rows;
mod posts;
mod printed;
mod rows;
mod sums;
mod terms;
mod units;
mod workplaces;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use self::ledger::Ledger;
pub use self::note::{
    Doubt, FieldChange, ImportAnswer, ImportAnswers, ImportCandidate, ImportQuestion, ImportedItem, ItemFate,
    MOST_NOTES, Note, NoteKind, SheetSpot,
};
use super::directory::Directory;
use super::field::{CellReference, SheetTarget};
use super::mapping::Mapping;
use super::names::bare;
use super::sheet::{CellPlace, SheetCell, SheetTable};
use super::value::CellContext;
use crate::draft::Patch;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;

/// What an import does, and what it has to tell and to ask.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// What is to be changed. Carried out as one change.
    pub patches: Vec<Patch>,
    /// The items that rows speak of, each once.
    pub items: Vec<ImportedItem>,
    /// What could not be used, and what to know, in the order it was met.
    pub notes: Vec<Note>,
    /// What has to be answered; what it is about is left out until then.
    pub questions: Vec<ImportQuestion>,
    /// Items that are new.
    pub added: u32,
    /// Items of which something changes.
    pub changed: u32,
    /// Items that are already as the sheets say.
    pub same: u32,
    /// Cells from which personal identity numbers were dropped.
    pub dropped_personal_numbers: u32,
}

/// A sheet to be taken in: its number among the sheets of its file, what it holds, and what its columns mean.
pub type SheetSource<'s> = (u32, &'s SheetTable, &'s Mapping);

/// Takes sheets in together, so that one may point to what another brings. `language` is that of the items' preview;
/// `progress` is told now and then what part is done, from 0 to 1.
pub fn import(
    sources: &[SheetSource<'_>],
    directory: &Directory,
    answers: &ImportAnswers,
    language: Language,
    progress: &mut dyn FnMut(f64),
) -> Import {
    let mut sources: Vec<SheetSource<'_>> = sources.to_vec();
    sources.sort_by_key(|(number, _, mapping)| {
        (SheetTarget::ALL.iter().position(|target| *target == mapping.target), *number)
    });
    let mut work = ImportRun {
        ledger: Ledger::new(CellContext::new(directory), language),
        directory,
        answers,
        units: units::Units::new(directory),
        people: people::People::new(directory),
        posts: posts::Posts::new(directory),
    };
    let mut dropped = 0;
    for (place, (number, table, mapping)) in sources.iter().enumerate() {
        let mut sheet = ImportedSheet::new(*number, table, mapping);
        work.ledger.ground.keeps_figures = table.keeps_figures;
        dropped += work.tell_what_is_left_out(&sheet);
        work.clear(&mut sheet);
        let sheet = sheet;
        work.tell_of_columns(&sheet);
        let mut progress = |part: f64| {
            #[allow(clippy::cast_precision_loss, reason = "a progress bar")]
            progress((place as f64 + part) / sources.len() as f64);
        };
        match mapping.target {
            SheetTarget::Workplaces => work.workplaces(&sheet, &mut progress),
            SheetTarget::Departments => work.departments(&sheet, &mut progress),
            SheetTarget::People => work.people_rows(&sheet, &mut progress),
            SheetTarget::Posts => work.posts_rows(&sheet, &mut progress),
            SheetTarget::Units | SheetTarget::Risks | SheetTarget::Measures => work.rows(&sheet, &mut progress),
        }
    }
    let patches = work.ledger.patches();
    let (items, notes, questions) = work.ledger.items();
    let count = |fate| saturating(items.iter().filter(|item| item.fate == fate).count());
    let (added, changed, same) = (count(ItemFate::Added), count(ItemFate::Changed), count(ItemFate::Same));
    Import { patches, items, notes, questions, added, changed, same, dropped_personal_numbers: dropped }
}

/// An import under way.
struct ImportRun<'w> {
    ledger: Ledger<'w>,
    directory: &'w Directory,
    answers: &'w ImportAnswers,
    units: units::Units,
    people: people::People<'w>,
    posts: posts::Posts,
}

/// A sheet that is taken in.
struct ImportedSheet<'s> {
    number: u32,
    table: &'s SheetTable,
    mapping: &'s Mapping,
    /// Rows that hold no item.
    skipped: FxHashSet<usize>,
    /// Cells that are empty because what they held cannot be used.
    lost: FxHashSet<CellPlace>,
}

impl<'s> ImportedSheet<'s> {
    fn new(number: u32, table: &'s SheetTable, mapping: &'s Mapping) -> Self {
        let lost = table.left_out.errors.iter().chain(&table.left_out.personal).copied().collect();
        Self { number, table, mapping, skipped: FxHashSet::default(), lost }
    }

    /// Whether a field said something in a row that cannot be used: an error of a spreadsheet, or an identity number. It is
    /// told, and does not mean what an empty cell means.
    fn is_lost(&self, row: usize, field: &str) -> bool {
        self.column_of(field).is_some_and(|column| {
            clutter::is_error(self.table.cell(row, column)) || self.lost.contains(&CellPlace::new(row, column))
        })
    }

    /// The rows below the headings that hold something, each with its number.
    fn rows(&self) -> impl Iterator<Item = usize> + use<'_, 's> {
        let table = self.table;
        let first = self.mapping.heading_row.map_or(0, |row| row as usize + 1);
        let holds = move |row: &usize| table.rows[*row].iter().any(|cell| !cell.is_empty());
        (first..table.rows.len()).filter(move |row| !self.skipped.contains(row) && holds(row))
    }

    /// The part of the sheet that is behind a row.
    fn part(&self, row: usize) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "a progress bar")]
        let part = row as f64 / self.table.rows.len().max(1) as f64;
        part
    }

    /// The column that a field is in.
    fn column_of(&self, field: &str) -> Option<usize> {
        self.mapping.columns.iter().position(|mapped| mapped.as_deref() == Some(field))
    }

    /// The cell at a row and a column. One with an error of a spreadsheet says nothing.
    fn at(&self, row: usize, column: usize) -> &'s SheetCell {
        let cell = self.table.cell(row, column);
        if clutter::is_error(cell) { &SheetCell::Empty } else { cell }
    }

    /// The cell of a field in a row, and where it stands.
    fn cell(&self, row: usize, field: &str) -> (&'s SheetCell, SheetSpot) {
        match self.column_of(field) {
            Some(column) => (self.at(row, column), self.spot(row, Some(column))),
            None => (&SheetCell::Empty, self.spot(row, None)),
        }
    }

    /// The text of a field in a row.
    fn text(&self, row: usize, field: &str) -> Option<String> {
        let text = bare(&self.cell(row, field).0.plain());
        (!text.is_empty()).then_some(text)
    }

    fn spot(&self, row: usize, column: Option<usize>) -> SheetSpot {
        SheetSpot { sheet: self.number, row: saturating(row), column: column.map(saturating) }
    }
}

impl ImportRun<'_> {
    /// Notes what the sheet had and its table has not. How many personal identity numbers that was.
    fn tell_what_is_left_out(&mut self, sheet: &ImportedSheet<'_>) -> u32 {
        let left_out = &sheet.table.left_out;
        let at = |place: &CellPlace| SheetSpot { sheet: sheet.number, row: place.row, column: Some(place.column) };
        for place in &left_out.personal {
            self.ledger.note(at(place), &SheetCell::Empty, NoteKind::PersonalNumber);
        }
        if left_out.personal_in_name {
            self.ledger.note(sheet.spot(0, None), &SheetCell::Empty, NoteKind::PersonalNumberInName);
        }
        for place in &left_out.over_rows {
            self.ledger.note(at(place), &SheetCell::Empty, NoteKind::OverRows);
        }
        for place in &left_out.cut {
            self.ledger.note(at(place), &SheetCell::Empty, NoteKind::Cut);
        }
        let end = sheet.spot(sheet.table.rows.len().saturating_sub(1), None);
        if left_out.rows > 0 {
            self.ledger.note(end, &SheetCell::Empty, NoteKind::RowsLeftOut { count: left_out.rows });
        }
        if left_out.cells > 0 {
            self.ledger.note(end, &SheetCell::Empty, NoteKind::CellsLeftOut { count: left_out.cells });
        }
        self.tell_what_is_hidden(sheet);
        for (place, id) in &left_out.unknown {
            self.ledger.note(at(place), &SheetCell::text(&**id), NoteKind::NotFound { of: CellReference::Person });
        }
        if left_out.goes_on {
            self.ledger.note(sheet.spot(0, None), &SheetCell::text(&*sheet.table.name), NoteKind::GoesOn);
        }
        left_out.personal_numbers()
    }

    /// Notes what the sheet's own program does not show, which is not read unless it is asked for.
    fn tell_what_is_hidden(&mut self, sheet: &ImportedSheet<'_>) {
        let left_out = &sheet.table.left_out;
        if let [first, ..] = left_out.hidden_rows[..] {
            let what = NoteKind::HiddenRows { count: saturating(left_out.hidden_rows.len()) };
            self.ledger.note(sheet.spot(first as usize, None), &SheetCell::Empty, what);
        }
        if let [first, ..] = left_out.hidden_columns[..] {
            let row = sheet.mapping.heading_row.map_or(0, |row| row as usize);
            let what = NoteKind::HiddenColumns { count: saturating(left_out.hidden_columns.len()) };
            self.ledger.note(sheet.spot(row, Some(first as usize)), &SheetCell::Empty, what);
        }
    }

    /// Notes a column of which nothing is used, though it is known what it would be for.
    fn tell_idle(&mut self, sheet: &ImportedSheet<'_>, field: &str, is_used: bool) {
        let (Some(row), Some(column)) = (sheet.mapping.heading_row, sheet.column_of(field)) else { return };
        let is_filled = sheet.rows().any(|row| !sheet.at(row, column).is_empty());
        if is_filled && !is_used {
            let row = row as usize;
            self.ledger.note(sheet.spot(row, Some(column)), sheet.table.cell(row, column), NoteKind::ColumnLeftOut);
        }
    }

    /// Notes every column that has content below the headings and is not taken in.
    fn tell_of_columns(&mut self, sheet: &ImportedSheet<'_>) {
        let Some(row) = sheet.mapping.heading_row.map(|row| row as usize) else { return };
        let is_mapped = |place: usize| sheet.mapping.columns.get(place).is_some_and(Option::is_some);
        let mut filled = vec![false; sheet.table.width()];
        for row in sheet.rows() {
            for (place, cell) in sheet.table.rows[row].iter().enumerate() {
                filled[place] |= !cell.is_empty();
            }
        }
        for place in (0..filled.len()).filter(|place| filled[*place] && !is_mapped(*place)) {
            let heading = sheet.table.cell(row, place);
            self.ledger.note(sheet.spot(row, Some(place)), heading, NoteKind::ColumnLeftOut);
        }
    }

    /// Notes every cell of a row that would be used, were it known what the row is about.
    fn unused_rest(&mut self, sheet: &ImportedSheet<'_>, row: usize, but: &[&str]) {
        for (place, field) in sheet.mapping.columns.iter().enumerate() {
            if field.as_deref().is_some_and(|field| !but.contains(&field)) {
                self.unused(sheet.at(row, place), sheet.spot(row, Some(place)), NoteKind::Remark);
            }
        }
    }

    /// Sets every field that a row says something of.
    fn set_row(&mut self, sheet: &ImportedSheet<'_>, row: usize, entry: usize, target: SheetTarget, but: &[&str]) {
        for (place, field) in sheet.mapping.columns.iter().enumerate() {
            let Some(field) = field.as_deref().filter(|field| !but.contains(field)) else { continue };
            let cell = sheet.at(row, place);
            let column = target.column(field);
            let column = column.or_else(|| if cell.is_empty() { None } else { self.dimension_of(sheet, place, field) });
            let Some(column) = column else { continue };
            self.ledger.set_cell(entry, &column, cell, sheet.spot(row, Some(place)));
        }
    }
}

/// How often progress is told.
const ROWS_A_STEP: usize = 512;
