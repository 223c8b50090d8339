//! Where sheets are worked on: keeps the opened file and what is known of the open one, and answers requests.

use super::directory::Directory;
use super::export;
use super::field::Target;
use super::import::{Fate, Import, import};
use super::intake;
use super::library;
use super::mapping::{Mapping, choices, guess, guess_as};
use super::read::{Opened, Reading, read_as};
use super::request::{Choice, Format, MappingView, Plan, Preview, Reply, Request, SheetView};
use super::sheet::Table;
use crate::organisation;
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language, Text};
use crate::risk::{Methods, Table as Judged, json};

/// Makes the sheet that explains the columns of others. Its sentences are no matter of this room.
pub type Legend = fn(&[Target], &Directory, Language) -> Table;

/// The desk. One plain value, asked and answering.
#[derive(Debug)]
pub struct Desk {
    legend: Legend,
    directory: Directory,
    opened: Option<Opened>,
    /// The file that is open, to be read in another way.
    source: Option<(String, Vec<u8>)>,
    /// The import that was looked at last.
    last: Option<(Plan, Import)>,
}

impl Desk {
    /// An empty desk.
    pub fn new(legend: Legend) -> Self {
        Self { legend, directory: Directory::default(), opened: None, source: None, last: None }
    }

    /// Opens a file in place of the one before; a file that is refused leaves that one.
    pub fn open(&mut self, name: &str, bytes: &[u8], progress: &mut dyn FnMut(f64)) -> Reply {
        if library::is_one(name) {
            return open_library(bytes);
        }
        let reply = self.read(name, bytes, Reading::default(), progress);
        if matches!(reply, Reply::Opened { .. }) {
            self.source = Some((name.to_owned(), bytes.to_vec()));
        }
        reply
    }

    fn read(&mut self, name: &str, bytes: &[u8], reading: Reading, progress: &mut dyn FnMut(f64)) -> Reply {
        let opened = match read_as(name, bytes, reading, progress) {
            Ok(opened) => opened,
            Err(refusal) => return Reply::Refused(refusal),
        };
        let view = |table: &Table| SheetView {
            name: table.name.clone(),
            rows: saturating(table.rows.len()),
            columns: saturating(table.width()),
            dropped_personal_numbers: saturating(table.left_out.personal.len()),
            is_hidden: table.is_hidden,
            hidden: saturating(table.left_out.hidden_rows.len() + table.left_out.hidden_columns.len()),
            target: intake::proposed(table, &self.directory).map(|mapping| mapping.target),
        };
        let reply = Reply::Opened { kind: opened.kind, sheets: opened.sheets.iter().map(view).collect() };
        self.last = None;
        self.opened = Some(opened);
        reply
    }

    /// Answers a request.
    pub fn handle(&mut self, request: Request, progress: &mut dyn FnMut(f64)) -> Reply {
        match request {
            Request::Know(directory) => {
                self.directory = *directory;
                self.last = None;
                Reply::Known
            }
            Request::Reread(reading) => {
                let Some((name, bytes)) = self.source.take() else { return Reply::Nothing };
                let reply = self.read(&name, &bytes, reading, progress);
                self.source = Some((name, bytes));
                reply
            }
            Request::Guess { sheet, target, remembered } => self.view(sheet, |table, directory| {
                let mut fits = remembered.iter().filter(|known| target.is_none_or(|target| target == known.target));
                let known = fits.find_map(|known| known.apply(table));
                let guessed = || match target {
                    Some(target) => guess_as(table, target, directory),
                    None => guess(table, directory).unwrap_or_else(|| guess_as(table, Target::Workplaces, directory)),
                };
                known.unwrap_or_else(guessed)
            }),
            Request::View { sheet, mapping } => self.view(sheet, |_, _| mapping),
            Request::Preview { plan, from, count } => match self.import(plan, progress) {
                Some(import) => Reply::Preview(Box::new(preview(import, from as usize, count as usize))),
                None => Reply::Nothing,
            },
            Request::Import(plan) => match self.import(plan, progress) {
                Some(import) => Reply::Patches(import.patches.clone()),
                None => Reply::Nothing,
            },
            Request::Export { targets, format, language } => {
                let mut tables: Vec<Table> =
                    targets.iter().map(|target| export::table(*target, &self.directory, language)).collect();
                if format == Format::Xlsx {
                    tables.push((self.legend)(&targets, &self.directory, language));
                }
                write(&tables, format)
            }
            Request::Write { tables, format } => write(&tables, format),
            Request::WriteLibrary(file) => write_library(&file),
            Request::Contacts { on, language } => {
                Reply::File(export::vcard(&self.directory, on, language).into_bytes())
            }
        }
    }

    fn view(&self, sheet: u32, mapping: impl FnOnce(&Table, &Directory) -> Mapping) -> Reply {
        let table = self.opened.as_ref().and_then(|opened| opened.sheets.get(sheet as usize));
        let Some(table) = table else { return Reply::Nothing };
        let mapping = mapping(table, &self.directory);
        let choice = |column: super::field::Column| Choice {
            id: column.id(),
            sv: column.heading(&self.directory, Language::Swedish),
            en: column.heading(&self.directory, Language::English),
            needed: column.field.needed,
        };
        Reply::Mapped(Box::new(MappingView {
            remembered: mapping.remember(table),
            columns: mapping.view(table),
            choices: choices(mapping.target, &self.directory).into_iter().map(choice).collect(),
            lacking: mapping.lacking().into_iter().map(str::to_owned).collect(),
            mapping,
        }))
    }

    /// The import of a plan, worked out once.
    fn import(&mut self, plan: Plan, progress: &mut dyn FnMut(f64)) -> Option<&Import> {
        if self.last.as_ref().is_none_or(|(known, _)| *known != plan) {
            let sheets = &self.opened.as_ref()?.sheets;
            let source =
                |(number, mapping): &'_ (u32, Mapping)| Some((*number, sheets.get(*number as usize)?, mapping.clone()));
            let sources: Option<Vec<(u32, &Table, Mapping)>> = plan.sheets.iter().map(source).collect();
            let sources = sources?;
            let sources: Vec<_> = sources.iter().map(|(number, table, mapping)| (*number, *table, mapping)).collect();
            let mut import = import(&sources, &self.directory, &plan.answers, plan.language, progress);
            let is_taken = |number: u32| plan.sheets.iter().any(|(taken, _)| *taken == number);
            import
                .notes
                .extend(intake::not_taken(sheets.iter().zip(0..).map(|(table, number)| (table, is_taken(number)))));
            self.last = Some((plan, import));
        }
        self.last.as_ref().map(|(_, import)| import)
    }
}

/// The matrices of a library, each in a file of its own.
fn open_library(bytes: &[u8]) -> Reply {
    let text = String::from_utf8_lossy(bytes);
    let text = match library::read(text.trim_start_matches('\u{FEFF}')) {
        Ok(methods) => methods.file(),
        Err(fault) => return Reply::Faulty(fault),
    };
    with_methods(&text, |methods, _| {
        let named = |table: &Judged<'_>| {
            let name = table.matrix.name.as_ref().map_or_else(|| Label::plain(&*table.matrix.id), Text::label);
            (name, json::to_file([table]))
        };
        Reply::Library(methods.tables().map(named).collect())
    })
}

fn write_library(file: &str) -> Reply {
    with_methods(file, |methods, name| Reply::File(library::write(methods.tables(), name).into_bytes()))
}

/// Looks at the matrices of a file of the format, and at what it is called.
fn with_methods(text: &str, see: impl FnOnce(&Methods<'_>, Option<&Text<'_>>) -> Reply) -> Reply {
    let Ok((file, mut problems)) = organisation::read(text, &mut |_| ()) else { return Reply::Nothing };
    let methods = Methods::new(&file, text, &mut problems);
    see(&methods, file.name.as_ref())
}

fn write(tables: &[Table], format: Format) -> Reply {
    let file = match format {
        Format::Csv => tables.first().map(export::csv),
        Format::Xlsx => export::xlsx(tables),
    };
    file.map_or(Reply::Nothing, Reply::File)
}

fn preview(import: &Import, from: usize, count: usize) -> Preview {
    Preview {
        added: import.added,
        changed: import.changed,
        same: import.same,
        dropped_personal_numbers: import.dropped_personal_numbers,
        items: import.items.iter().filter(|item| item.fate != Fate::Same).skip(from).take(count).cloned().collect(),
        notes_total: saturating(import.notes.len()),
        notes: import.notes.iter().skip(from).take(count).cloned().collect(),
        questions: import.questions.clone(),
    }
}
