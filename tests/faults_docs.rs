//! The list of faults in the documentation: the tests it names are there, and the tests name faults that it has.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The numbers of the faults in the table, and the tests that it names for each: a file and what stands in it.
fn rows() -> Vec<(u32, Vec<(String, String)>)> {
    let text = fs::read_to_string("docs/faults.md").expect("the list is there");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let number = cells.first()?.parse().ok()?;
        let tests = cells[3].split("<br>").filter_map(|test| test.strip_prefix('`')?.split_once("`: "));
        Some((number, tests.map(|(file, name)| (file.to_owned(), name.to_owned())).collect()))
    };
    text.lines().filter_map(row).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    entries.flat_map(|entry| inside(entry.expect("it can be read").path())).collect()
}

#[test]
fn every_test_that_the_list_names_is_there() {
    let rows = rows();
    let numbers: Vec<u32> = rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=35).collect::<Vec<_>>(), "every fault has its row");
    for (number, tests) in rows {
        assert!(!tests.is_empty(), "fault {number} names no test");
        for (file, name) in tests {
            let text = fs::read_to_string(&file).unwrap_or_default();
            assert!(text.contains(&name), "fault {number}: {file} has no test called {name:?}");
        }
    }
}

#[test]
fn every_fault_that_a_test_names_is_in_the_list() {
    let known: BTreeSet<u32> = rows().into_iter().map(|(number, _)| number).collect();
    for file in files(Path::new("tests")) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for mark in ["\"fault ", "fn fault_"] {
            for after in text.split(mark).skip(1) {
                let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
                let Ok(number) = digits.parse() else { continue };
                assert!(known.contains(&number), "{} names fault {number}", file.display());
            }
        }
    }
}
