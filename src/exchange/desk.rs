//! Where sheets are worked on: keeps the opened file and what is known of the open one, and answers requests.

use super::directory::Directory;
use super::export;
use super::field::SheetTarget;
use super::import::{Import, ItemFate, import};
use super::intake;
use super::library;
use super::mapping::{Mapping, choices, guess, guess_as};
use super::read::{OpenedSheets, Reading, bare_name, read_as};
use super::request::{ColumnChoice, Format, ImportPlan, MappingView, Preview, SheetReply, SheetRequest, SheetView};
use super::sheet::SheetTable;
use crate::organisation;
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language, Text};
use crate::risk::{CheckedMatrix, Methods, json};

/// Makes the sheet that explains the columns of others. Its sentences are no matter of this room.
pub type Legend = fn(&[SheetTarget], &Directory, Language) -> SheetTable;

/// The desk. One plain value, asked and answering.
#[derive(Debug)]
pub struct SheetService {
    legend: Legend,
    directory: Directory,
    opened: Option<OpenedSheets>,
    /// The file that is open, to be read in another way.
    source: Option<(String, Vec<u8>)>,
    /// The import that was looked at last.
    last: Option<(ImportPlan, Import)>,
}

impl SheetService {
    /// An empty desk.
    pub fn new(legend: Legend) -> Self {
        Self { legend, directory: Directory::default(), opened: None, source: None, last: None }
    }

    /// Opens a file in place of the one before; a file that is refused leaves that one.
    pub fn open(&mut self, name: &str, bytes: &[u8], progress: &mut dyn FnMut(f64)) -> SheetReply {
        if library::is_one(name) {
            return open_library(bytes);
        }
        let reply = self.read(name, bytes, Reading::default(), progress);
        if matches!(reply, SheetReply::Opened { .. }) {
            // The name is told again, and kept with the change.
            self.source = Some((bare_name(name).unwrap_or_else(|| name.to_owned()), bytes.to_vec()));
        }
        reply
    }

    fn read(&mut self, name: &str, bytes: &[u8], reading: Reading, progress: &mut dyn FnMut(f64)) -> SheetReply {
        let opened = match read_as(name, bytes, reading, progress) {
            Ok(opened) => opened,
            Err(refusal) => return SheetReply::Refused(refusal),
        };
        let view = |table: &SheetTable| SheetView {
            name: table.name.clone(),
            rows: saturating(table.rows.len()),
            columns: saturating(table.width()),
            dropped_personal_numbers: table.left_out.personal_numbers(),
            is_hidden: table.is_hidden,
            hidden: saturating(table.left_out.hidden_rows.len() + table.left_out.hidden_columns.len()),
            target: intake::proposed(table, &self.directory).map(|mapping| mapping.target),
        };
        let reply = SheetReply::Opened { kind: opened.kind, sheets: opened.sheets.iter().map(view).collect() };
        self.last = None;
        self.opened = Some(opened);
        reply
    }

    /// Answers a request.
    pub fn handle(&mut self, request: SheetRequest, progress: &mut dyn FnMut(f64)) -> SheetReply {
        match request {
            SheetRequest::Know(directory) => {
                self.directory = *directory;
                self.last = None;
                SheetReply::Known
            }
            SheetRequest::Reread(reading) => {
                let Some((name, bytes)) = self.source.take() else { return SheetReply::Nothing };
                let reply = self.read(&name, &bytes, reading, progress);
                self.source = Some((name, bytes));
                reply
            }
            SheetRequest::Guess { sheet, target, remembered } => self.view(sheet, |table, directory| {
                let mut fits = remembered.iter().filter(|known| target.is_none_or(|target| target == known.target));
                let known = fits.find_map(|known| known.apply(table));
                let guessed = || match target {
                    Some(target) => guess_as(table, target, directory),
                    None => {
                        guess(table, directory).unwrap_or_else(|| guess_as(table, SheetTarget::Workplaces, directory))
                    }
                };
                known.unwrap_or_else(guessed)
            }),
            SheetRequest::View { sheet, mapping } => self.view(sheet, |_, _| mapping),
            SheetRequest::Preview { plan, from, count } => match self.import(plan, progress) {
                Some(import) => SheetReply::Preview(Box::new(preview(import, from as usize, count as usize))),
                None => SheetReply::Nothing,
            },
            SheetRequest::Import(plan) => {
                let patches = self.import(plan, progress).map(|import| import.patches.clone());
                match (patches, &self.source) {
                    (Some(patches), Some((file, _))) => SheetReply::Patches { file: file.clone(), patches },
                    _ => SheetReply::Nothing,
                }
            }
            SheetRequest::Export { targets, format, language, on } => {
                let mut tables: Vec<SheetTable> =
                    targets.iter().map(|target| export::table(*target, &self.directory, language, on)).collect();
                if format == Format::Xlsx {
                    tables.push((self.legend)(&targets, &self.directory, language));
                }
                write(&tables, format)
            }
            SheetRequest::Write { tables, format } => write(&tables, format),
            SheetRequest::WriteLibrary(file) => write_library(&file),
            SheetRequest::Contacts { on, language } => {
                SheetReply::File(export::vcard(&self.directory, on, language).into_bytes())
            }
        }
    }

    fn view(&self, sheet: u32, mapping: impl FnOnce(&SheetTable, &Directory) -> Mapping) -> SheetReply {
        let table = self.opened.as_ref().and_then(|opened| opened.sheets.get(sheet as usize));
        let Some(table) = table else { return SheetReply::Nothing };
        let mapping = mapping(table, &self.directory);
        let choice = |column: super::field::SheetColumn| ColumnChoice {
            id: column.id(),
            sv: column.heading(&self.directory, Language::Swedish),
            en: column.heading(&self.directory, Language::English),
            needed: column.field.needed,
        };
        SheetReply::Mapped(Box::new(MappingView {
            remembered: mapping.remember(table),
            columns: mapping.view(table),
            choices: choices(mapping.target, &self.directory).into_iter().map(choice).collect(),
            lacking: mapping.lacking().into_iter().map(str::to_owned).collect(),
            mapping,
        }))
    }

    /// The import of a plan, worked out once.
    fn import(&mut self, plan: ImportPlan, progress: &mut dyn FnMut(f64)) -> Option<&Import> {
        if self.last.as_ref().is_none_or(|(known, _)| *known != plan) {
            let sheets = &self.opened.as_ref()?.sheets;
            let source =
                |(number, mapping): &'_ (u32, Mapping)| Some((*number, sheets.get(*number as usize)?, mapping.clone()));
            let sources: Option<Vec<(u32, &SheetTable, Mapping)>> = plan.sheets.iter().map(source).collect();
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
fn open_library(bytes: &[u8]) -> SheetReply {
    let text = String::from_utf8_lossy(bytes);
    let text = match library::read(text.trim_start_matches('\u{FEFF}')) {
        Ok(methods) => methods.file(),
        Err(fault) => return SheetReply::Faulty(fault),
    };
    with_methods(&text, |methods, _| {
        let named = |table: &CheckedMatrix<'_>| {
            let name = table.matrix.name.as_ref().map_or_else(|| Label::plain(&*table.matrix.id), Text::label);
            (name, json::to_file([table]))
        };
        SheetReply::Library(methods.tables().map(named).collect())
    })
}

fn write_library(file: &str) -> SheetReply {
    with_methods(file, |methods, name| SheetReply::File(library::write(methods.tables(), name).into_bytes()))
}

/// Looks at the matrices of a file of the format, and at what it is called.
fn with_methods(text: &str, see: impl FnOnce(&Methods<'_>, Option<&Text<'_>>) -> SheetReply) -> SheetReply {
    let Ok((file, mut problems)) = organisation::read(text, &mut |_| ()) else { return SheetReply::Nothing };
    let methods = Methods::new(&file, text, &mut problems);
    see(&methods, file.name.as_ref())
}

fn write(tables: &[SheetTable], format: Format) -> SheetReply {
    let file = match format {
        Format::Csv => tables.first().map(export::csv),
        Format::Xlsx => export::xlsx(tables),
    };
    file.map_or(SheetReply::Nothing, SheetReply::File)
}

fn preview(import: &Import, from: usize, count: usize) -> Preview {
    Preview {
        added: import.added,
        changed: import.changed,
        same: import.same,
        dropped_personal_numbers: import.dropped_personal_numbers,
        items: import.items.iter().filter(|item| item.fate != ItemFate::Same).skip(from).take(count).cloned().collect(),
        notes_total: saturating(import.notes.len()),
        notes: import.notes.iter().skip(from).take(count).cloned().collect(),
        questions: import.questions.clone(),
    }
}
