//! A small municipality, sheets held against it, and what becomes of it. Everyone in it is invented.

use std::collections::BTreeMap;

use ombud::draft::{apply, resolve};
use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::{Import, ImportAnswers, NoteKind};
use ombud::exchange::mapping::{guess, guess_as};
use ombud::exchange::read::OpenedSheets;
use ombud::exchange::{Directory, import, read};
use ombud::organisation::value::Language;
use ombud::organisation::{Index, canonical, read as read_file};

/// A file of format 1 with nothing in it.
pub(crate) const EMPTY: &str = "{\"format\": 1}";

/// What a file says of itself to imports.
pub(crate) fn directory(file: &str) -> Directory {
    Directory::of(&read_file(file, &mut |_| ()).expect("it is read").0)
}

/// Opens a file of another program.
pub(crate) fn open(name: &str, bytes: &[u8]) -> OpenedSheets {
    read(name, bytes, &mut |_| ()).expect("it is opened")
}

/// Takes every sheet of a file in, each as what it most likely is.
pub(crate) fn take_in(file: &str, name: &str, bytes: &[u8]) -> Import {
    take_in_with(file, name, bytes, None, &BTreeMap::new())
}

/// Takes a file in as an import does, with a target and answers to its questions.
pub(crate) fn take_in_with(
    file: &str,
    name: &str,
    bytes: &[u8],
    target: Option<SheetTarget>,
    answers: &ImportAnswers,
) -> Import {
    let (directory, opened) = (directory(file), open(name, bytes));
    let mappings: Vec<_> = opened
        .sheets
        .iter()
        .map(|table| match target {
            Some(target) => Some(guess_as(table, target, &directory)),
            None => guess(table, &directory),
        })
        .collect();
    let sources: Vec<_> = (0..)
        .zip(&opened.sheets)
        .zip(&mappings)
        .filter_map(|((number, table), mapping)| Some((number, table, mapping.as_ref()?)))
        .collect();
    assert!(!sources.is_empty(), "no heading is known");
    import(&sources, &directory, answers, Language::Swedish, &mut |_| ())
}

/// The file once an import is carried out, in canonical form. Everything in it can be used.
pub(crate) fn carried_out(file: &str, import: &Import) -> String {
    let (organisation, _) = read_file(file, &mut |_| ()).expect("it is read");
    let edits = resolve(&import.patches, &organisation, &Index::default()).expect("every wish can be carried out");
    let after = apply(file, &organisation, &edits).expect("they fit the file");
    let read = ombud::verdict::File::read(&after, &mut |_| ()).expect("it can be read again");
    assert!(read.problems.list.is_empty(), "{:?}", read.problems.list);
    canonical::write(&read.organisation)
}

/// The canonical form of a file.
pub(crate) fn canonical_of(file: &str) -> String {
    canonical::write(&read_file(file, &mut |_| ()).expect("it is read").0)
}

/// What the notes of an import tell, with their cells.
pub(crate) fn notes(import: &Import) -> Vec<(String, NoteKind)> {
    let place = |note: &ombud::exchange::import::Note| match note.at.place() {
        Some(place) => place.to_string(),
        None => (note.at.row + 1).to_string(),
    };
    import.notes.iter().map(|note| (place(note), note.what.clone())).collect()
}
