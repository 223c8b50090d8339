//! What the fuzzer began with and what it has found: none of it breaks what holds of any bytes.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

#[allow(unreachable_pub, reason = "the fuzzer calls it from another crate")]
#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::fs;
use std::path::Path;

/// Calls `holds` with every seed of a reader.
fn seeds(of: &str, holds: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(of);
    let files: Vec<_> =
        fs::read_dir(folder).expect("there are seeds").map(|file| file.expect("a file").path()).collect();
    assert!(!files.is_empty());
    for file in files {
        println!("{}", file.display());
        holds(&fs::read(file).expect("it can be read"));
    }
}

#[test]
fn a_file_opens_or_is_refused_and_is_written_as_it_was_read() {
    seeds("format", fuzz::format);
}

#[test]
fn a_change_file_is_read_or_refused_and_leaves_a_file_that_can_be_read() {
    seeds("changes", fuzz::changes);
}

#[test]
fn a_sealed_file_has_a_head_or_is_refused() {
    seeds("sealed", fuzz::sealed);
}

#[test]
fn a_sheet_is_read_or_refused_and_leaves_a_file_that_can_be_read_and_comes_back_as_csv_and_xlsx() {
    seeds("csv", |bytes| fuzz::sheets("sheet.csv", bytes));
    seeds("xlsx", |bytes| fuzz::sheets("sheet.xlsx", bytes));
}

#[test]
fn yaml_and_a_library_of_matrices_are_read_or_refused_and_come_back_as_they_were() {
    seeds("yaml", fuzz::yaml);
}

#[test]
fn contacts_and_duties_are_cards_and_a_calendar_that_say_what_the_file_does() {
    seeds("vcard", fuzz::vcard);
}

#[test]
fn another_program_reads_a_calendar_of_any_words() {
    seeds("vcard", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let on = "2026-11-22".parse().expect("a day");
        let calendar = fuzz::calendar_of(fuzz::words_of(&text), on);
        let read: icalendar::Calendar = calendar.parse().unwrap_or_else(|fault| panic!("{fault}: {calendar}"));
        assert_eq!(read.components.iter().filter(|part| part.as_event().is_some()).count(), 1);
    });
}

#[test]
fn a_message_is_understood_or_refused() {
    seeds("messages", fuzz::messages);
}
