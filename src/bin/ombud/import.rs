//! `ombud import`: sheets of other programs taken into a file, as the page does it, with nobody to ask.

use std::path::Path;
use std::process::ExitCode;

use ombud::draft::ChangeKind;
use ombud::engine::{Engine, Reply, Request};
use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::Note;
use ombud::exchange::intake::{Intake, told};
use ombud::exchange::{Directory, library, read};
use ombud::text::{draft, exchange};

use super::{Options, day, print, say};

/// Runs the command on the open file.
pub(super) fn run(engine: &mut Engine, options: &Options) -> ExitCode {
    let (out, is_whole) = match answer(engine, options) {
        Ok(answer) => answer,
        Err(complaints) => {
            eprintln!("{}", complaints.join("\n"));
            return ExitCode::from(2);
        }
    };
    print(&out);
    if is_whole { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// What goes to standard output, and whether everything in the sheets was used.
fn answer(engine: &mut Engine, options: &Options) -> Result<(String, bool), Vec<String>> {
    let language = options.language;
    let on = day(engine, options);
    let Reply::Directory(mut directory) = engine.handle(&Request::Directory) else { return Err(Vec::new()) };
    directory.on = Some(on);
    let intake = intake(options, &directory)?;
    let import = intake.import(&directory, language);
    let name = ChangeKind::Import { file: options.sheets.iter().map(|file| bare(file)).collect::<Vec<_>>().join(", ") };
    if let Reply::Refused(refused) = engine.handle(&Request::Change { name, patches: import.patches.clone() }) {
        return Err(draft::refused(&refused, language));
    }
    let result = say(engine, &Request::Canonical);
    let is_whole = import.notes.is_empty() && import.questions.is_empty();
    let of_note = |note: &Note| note_text(&intake, note, &directory, options);
    for note in &import.notes {
        eprintln!("{}: {}", place(&intake, note, options), of_note(note));
    }
    if !options.json {
        return Ok((result, is_whole));
    }
    let questions = |question: &_| exchange::question(question, language);
    let told = told::json(&intake, &import, &result, of_note, questions);
    told.map(|told| (told, is_whole)).ok_or_else(Vec::new)
}

/// Opens every file of sheets.
fn intake(options: &Options, directory: &Directory) -> Result<Intake, Vec<String>> {
    let mut intake = Intake::default();
    for file in &options.sheets {
        let bytes = std::fs::read(file).map_err(|error| vec![format!("{file}: {error}")])?;
        let name = Path::new(file).file_name().map_or_else(|| file.clone(), |name| name.to_string_lossy().into_owned());
        if library::is_one(&name) {
            return Err(vec![format!("{file}: {}", exchange::is_library(options.language))]);
        }
        let opened = read(&name, &bytes, &mut |_| ())
            .map_err(|refusal| vec![format!("{file}: {}", exchange::refusal(refusal, options.language))])?;
        intake.add(&bare(file), opened, options.target, directory);
    }
    Ok(intake)
}

/// The name of a file as it is told and kept: without personal identity numbers.
fn bare(file: &str) -> String {
    read::bare_name(file).unwrap_or_else(|| file.to_owned())
}

/// The file and the place in it that a note is about.
fn place(intake: &Intake, note: &Note, options: &Options) -> String {
    let sheet = intake.sheets.get(note.at.sheet as usize);
    let place = exchange::place(note, sheet.map(|sheet| &*sheet.table.name), options.language);
    format!("{}: {place}", sheet.map_or("", |sheet| &sheet.file))
}

fn note_text(intake: &Intake, note: &Note, directory: &Directory, options: &Options) -> String {
    let mapping = intake.sheets.get(note.at.sheet as usize).and_then(|sheet| sheet.mapping.as_ref());
    let target = mapping.map_or(SheetTarget::Units, |mapping| mapping.target);
    exchange::note(note, target, directory, options.language)
}
