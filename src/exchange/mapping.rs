//! What the columns of a sheet mean: guessed from its headings, corrected by the reader, remembered by the page.

use serde::{Deserialize, Serialize};

use super::directory::Directory;
use super::field::{SheetColumn, SheetTarget};
use super::names::heading;
use super::sheet::{SheetCell, SheetTable, letters};
use super::who::is_whole_name;
use crate::organisation::value::Language;

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

/// What a sheet most likely is. `None` where none of its headings is known.
pub fn guess(table: &SheetTable, directory: &Directory) -> Option<Mapping> {
    let of_target = |target| {
        let mut mapping = guess_as(table, target, directory);
        if target == SheetTarget::Workplaces && !speaks_of_representatives(table, &mapping) {
            // A name beside a unit makes nobody its representative.
            for column in &mut mapping.columns {
                column.take_if(|field| field.starts_with("representative"));
            }
        }
        let mapped = mapping.columns.iter().flatten();
        let needed = target.fields().iter().filter(|field| field.needed);
        let lacking = needed.filter(|field| !mapped.clone().any(|mapped| mapped == field.id)).count();
        // People may have their names in two columns.
        let in_two = target == SheetTarget::People && mapped.clone().any(|mapped| mapped == "surname");
        let score = mapped.count() * 2 + usize::from(is_called(table, target)) * 5;
        (lacking == 0 || in_two).then_some((score, mapping))
    };
    let all: Vec<(usize, Mapping)> = SheetTarget::ALL.into_iter().filter_map(of_target).collect();
    // Of equals the one named first.
    let best = all.iter().reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, best)| best)?;
    let people = || all.iter().map(|(_, mapping)| mapping).find(|mapping| mapping.target == SheetTarget::People);
    // What only units have, or the name of the sheet, leaves no doubt.
    let of_units = ["kind", "employees", "tags", "web", "name_en"];
    let is_of_units = best.columns.iter().flatten().any(|field| of_units.contains(&&**field));
    let are_people = best.target == SheetTarget::Units
        && !is_of_units
        && !is_called(table, best.target)
        && names_people(table, best);
    Some(if are_people { people().unwrap_or(best) } else { best }.clone())
}

/// Whether a sheet is called as what its rows would be.
fn is_called(table: &SheetTable, target: SheetTarget) -> bool {
    let named = heading(&table.name);
    [target.name(Language::Swedish), target.name(Language::English)].iter().any(|name| heading(name) == named)
}

/// Whether what stands under "Name" are names of people: most of the first cells are written as such.
fn names_people(table: &SheetTable, mapping: &Mapping) -> bool {
    const LOOKED_AT: usize = 50;
    let Some(column) = mapping.columns.iter().position(|field| field.as_deref() == Some("name")) else { return false };
    let first = mapping.heading_row.map_or(0, |row| row as usize + 1);
    let names = (first..table.rows.len()).map(|row| table.cell(row, column).plain()).filter(|name| !name.is_empty());
    let names: Vec<String> = names.take(LOOKED_AT).collect();
    names.iter().filter(|name| is_whole_name(name)).count() * 2 > names.len()
}

/// Whether a sheet says, in its name or down to its headings, that it is about security representatives.
fn speaks_of_representatives(table: &SheetTable, mapping: &Mapping) -> bool {
    let rows = mapping.heading_row.map_or(0, |row| row as usize + 1);
    let cells = table.rows.iter().take(rows).flatten().map(SheetCell::plain);
    cells
        .chain([table.name.clone()])
        .any(|text| ["ombud", "represent"].iter().any(|word| heading(&text).contains(word)))
}

/// What the columns of a sheet most likely mean, where its rows are this.
pub fn guess_as(table: &SheetTable, target: SheetTarget, directory: &Directory) -> Mapping {
    let of_row = |row: usize| {
        let columns = columns(&table.rows[row], target, directory);
        (columns.iter().flatten().count(), row, columns)
    };
    let rows = (0..table.rows.len().min(HEADING_ROWS)).map(of_row);
    let best = rows.reduce(|best, other| if other.0 > best.0 { other } else { best });
    let (count, row, mut columns) = best.unwrap_or_default();
    if target == SheetTarget::Risks {
        // A register that describes its risks and does not name them.
        let has = |columns: &[Option<String>], id: &str| {
            columns.iter().flatten().any(|field| field == id || field.starts_with(&format!("{id}:")))
        };
        let is_judged = has(&columns, "likelihood") || has(&columns, "consequence");
        if is_judged && !has(&columns, "title") {
            columns.iter_mut().flatten().filter(|field| **field == "motive").for_each(|field| *field = "title".into());
        }
    }
    columns.resize(table.width(), None);
    Mapping { target, heading_row: (count > 0).then(|| u32::try_from(row).unwrap_or_default()), columns }
}

/// The fields that the headings of a row name, no field twice.
fn columns(headings: &[SheetCell], target: SheetTarget, directory: &Directory) -> Vec<Option<String>> {
    let mut columns: Vec<Option<String>> = Vec::new();
    // Of a list of workplaces, a bare "E-mail" belongs to whoever is named before it.
    let mut person: Option<&'static str> = None;
    for cell in headings {
        let text = cell.plain();
        let mut found = target.headed(&text, directory).map(|column| column.id());
        if !target.people().is_empty() {
            if let Some(named) = target.people().iter().find(|person| found.as_deref() == Some(**person)) {
                person = Some(named);
            } else if found.is_none() {
                found = contact(&text, person);
            }
        }
        let known = found.filter(|found| !columns.iter().flatten().any(|known| known == found));
        columns.push(known);
    }
    columns
}

/// The field of a bare heading of an address or a telephone number.
fn contact(text: &str, person: Option<&str>) -> Option<String> {
    let of_person = |field: &str| {
        SheetTarget::People.headed(text, &Directory::default()).is_some_and(|column| column.field.id == field)
    };
    let what = match () {
        () if of_person("email") => "email",
        () if of_person("phone") || of_person("mobile") => "phone",
        () => return None,
    };
    Some(format!("{}_{what}", person.unwrap_or("unit")))
}

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
