//! What the columns of a sheet mean: guessed from its headings, corrected by the reader, remembered by the page.

mod columns;
mod guess;
mod kind;

use serde::{Deserialize, Serialize};

pub use self::guess::{guess, guess_as};
use super::directory::Directory;
use super::field::{SheetColumn, SheetTarget};
use super::names::heading;
use super::sheet::{SheetCell, SheetTable, letters};

/// What the rows of a sheet are, and the field that each column fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// What the rows are.
    pub target: SheetTarget,
    /// The row of the headings, from 0; `None` where the sheet has none. The rows below it are taken in.
    pub heading_row: Option<u32>,
    /// Of each column the id of its field; `None` for one that is not taken in.
    pub columns: Vec<Option<String>>,
}

/// A mapping by headings, to be used for the next sheet that has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// What the rows are.
    pub target: SheetTarget,
    /// Headings, made alike, and the ids of their fields; `None` for one that is not taken in.
    pub fields: Vec<(String, Option<String>)>,
}

impl Remembered {
    /// As a text to be kept: the target, then a line for each heading and the field it fills.
    pub fn write(&self) -> String {
        let target = SheetTarget::ALL.iter().position(|target| *target == self.target).unwrap_or_default();
        let line = |(heading, field): &(String, Option<String>)| {
            format!("{}\t{}", heading.replace(['\t', '\n'], " "), field.as_deref().unwrap_or_default())
        };
        let lines = self.fields.iter().map(line);
        std::iter::once(target.to_string()).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`Remembered::write`] wrote; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let target = *SheetTarget::ALL.get(lines.next()?.parse::<usize>().ok()?)?;
        let field = |line: &str| {
            let (heading, field) = line.split_once('\t')?;
            Some((heading.to_owned(), Some(field.to_owned()).filter(|field| !field.is_empty())))
        };
        Some(Self { target, fields: lines.map(field).collect::<Option<_>>()? })
    }
}

/// A column as the reader sees it while saying what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// The letters that spreadsheets call the column by: `C`.
    pub letters: String,
    /// The heading of the column.
    pub heading: String,
    /// What the first filled cells of the column say.
    pub samples: Vec<String>,
    /// Id of the field it fills.
    pub field: Option<String>,
}

/// Rows in which headings are looked for: some sheets begin with a title.
const HEADING_ROWS: usize = 20;

impl Mapping {
    /// The mapping by its headings.
    pub fn remember(&self, table: &SheetTable) -> Remembered {
        let text = |place: usize| {
            self.heading_row.map_or(String::new(), |row| heading(&table.cell(row as usize, place).plain()))
        };
        let fields = self.columns.iter().enumerate().map(|(place, field)| (text(place), field.clone()));
        Remembered { target: self.target, fields: fields.filter(|(heading, _)| !heading.is_empty()).collect() }
    }

    /// The columns, to be shown.
    pub fn view(&self, table: &SheetTable) -> Vec<ColumnView> {
        const SAMPLES: usize = 3;
        const LONGEST: usize = 60;
        let short = |cell: &SheetCell| cell.plain().chars().take(LONGEST).collect::<String>();
        let first = self.heading_row.map_or(0, |row| row as usize + 1);
        let column = |place: usize| ColumnView {
            letters: letters(place),
            heading: self.heading_row.map_or(String::new(), |row| short(table.cell(row as usize, place))),
            samples: (first..table.rows.len())
                .map(|row| table.cell(row, place))
                .filter(|cell| !cell.is_empty())
                .take(SAMPLES)
                .map(short)
                .collect(),
            field: self.columns.get(place).cloned().flatten(),
        };
        (0..table.width()).map(column).collect()
    }

    /// Fields that every row needs and no column fills.
    pub fn lacking(&self) -> Vec<&'static str> {
        let has = |id: &str| self.columns.iter().flatten().any(|mapped| mapped == id);
        let named = self.target == SheetTarget::People && (has("surname") || has("given_name"));
        let needed = self.target.fields().iter().filter(|field| field.needed && !has(field.id));
        needed.map(|field| field.id).filter(|id| !(named && *id == "name")).collect()
    }
}

impl Remembered {
    /// The mapping of a sheet whose headings are those remembered; `None` where they are not.
    pub fn apply(&self, table: &SheetTable) -> Option<Mapping> {
        let known = |cell: &SheetCell| {
            let text = heading(&cell.plain());
            self.fields.iter().find(|(heading, _)| *heading == text).map(|(_, field)| field)
        };
        let fits = |row: &&usize| {
            let filled = table.rows[**row].iter().filter(|cell| !cell.is_empty());
            let (all, hits) =
                filled.fold((0, 0), |(all, hits), cell| (all + 1, hits + usize::from(known(cell).is_some())));
            hits == all && hits == self.fields.len()
        };
        let rows: Vec<usize> = (0..table.rows.len().min(HEADING_ROWS)).collect();
        let row = *rows.iter().find(fits)?;
        let mut columns: Vec<Option<String>> =
            table.rows[row].iter().map(|cell| known(cell).cloned().flatten()).collect();
        columns.resize(table.width(), None);
        Some(Mapping { target: self.target, heading_row: u32::try_from(row).ok(), columns })
    }
}

/// The fields that a column can be said to fill: those of the target, one for each dimension where it has some.
pub fn choices(target: SheetTarget, directory: &Directory) -> Vec<SheetColumn> {
    use super::field::CellForm;
    let of_field = |field: &'static super::field::SheetField| {
        if field.form == CellForm::Level {
            let of = |dimension: &String| SheetColumn { field, dimension: Some(dimension.clone()) };
            directory.all_dimensions().iter().map(of).collect()
        } else {
            vec![SheetColumn { field, dimension: None }]
        }
    };
    target.fields().iter().flat_map(of_field).collect()
}
