//! The list of faults in the documentation: the tests it names are there, and from tests one comes back to the list.
//!
//! A test names a fault in its own name (`fn fault_26_…`, `test("fault 26: …")`), or in a comment line of this form right
//! before it: `// Fault 26 of docs/faults.md.`

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A fault of the table.
struct Row {
    number: u32,
    /// The tests that hold it: a file, and a test's name or a part of its title.
    held_by: Vec<(String, String)>,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string("docs/faults.md").expect("the list is there");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let number = cells.first()?.parse().ok()?;
        let tests = cells[3].split("<br>").map(|test| {
            let named = test.strip_prefix('`').and_then(|test| test.split_once("`: "));
            let (file, name) = named.unwrap_or_else(|| panic!("no test: {test}"));
            (file.to_owned(), name.to_owned())
        });
        Some(Row { number, held_by: tests.collect() })
    };
    text.lines().filter_map(row).collect()
}

/// A test as its file has it.
#[derive(Debug, PartialEq)]
struct WrittenTest {
    /// The name of the function, or the title of the browser test or of what it stands in.
    name: String,
    /// The faults that it names.
    faults: Vec<u32>,
}

/// The number that a text begins with.
fn number(text: &str) -> Option<u32> {
    text.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// The tests of a file, Rust or a browser's.
fn tests_of(file: &Path) -> Vec<WrittenTest> {
    let Ok(text) = fs::read_to_string(file) else { return Vec::new() };
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("rs") => tests_in(&text, rust_name),
        Some("mjs") => tests_in(&text, title),
        _ => Vec::new(),
    }
}

/// The tests of a text. Of what stands before a test, `name` is told whether `#[test]` does.
fn tests_in(text: &str, name: fn(&str, bool) -> Option<String>) -> Vec<WrittenTest> {
    let (mut tests, mut told, mut is_marked, mut at) = (Vec::new(), Vec::new(), false, 0);
    for line in text.split_inclusive('\n') {
        let rest = text[at..].trim_start();
        at += line.len();
        let line = line.trim();
        if let Some(fault) = line.strip_prefix("// Fault ").and_then(|rest| rest.strip_suffix(" of docs/faults.md.")) {
            told.push(fault.parse().expect("the comment has the number of a fault"));
        } else if let Some(name) = name(rest, is_marked) {
            let own = name.strip_prefix("fault_").or_else(|| name.strip_prefix("fault ")).and_then(number);
            tests.push(WrittenTest { faults: told.drain(..).chain(own).collect(), name });
            is_marked = false;
        } else if line.starts_with("#[") {
            is_marked |= line == "#[test]";
        } else if !line.starts_with("//") {
            assert_eq!(told, [0; 0], "the comment stands before no test: {line}");
            is_marked = false;
        }
    }
    tests
}

/// The name of the test that a text begins with, in Rust.
fn rust_name(text: &str, is_marked: bool) -> Option<String> {
    let name = text.strip_prefix("fn ")?.split('(').next()?;
    is_marked.then(|| name.to_owned())
}

/// The title of the test, or of the tests, that a text begins with, in a browser's.
fn title(text: &str, _: bool) -> Option<String> {
    let call = ["test(", "test.describe("].into_iter().find_map(|call| text.strip_prefix(call))?.trim_start();
    let quote = call.chars().next().filter(|first| matches!(first, '"' | '`'))?;
    Some(call[1..].split(quote).next()?.to_owned())
}

/// Every file that may hold tests.
fn all() -> Vec<PathBuf> {
    ["src", "tests"].into_iter().flat_map(|folder| files(Path::new(folder))).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    entries.flat_map(|entry| inside(entry.expect("it can be read").path())).collect()
}

/// Whether a test is the one that the list names: in Rust by its whole name, in a browser by a part of its title.
fn is(test: &WrittenTest, file: &str, name: &str) -> bool {
    let is_script = Path::new(file).extension().is_some_and(|ending| ending == "mjs");
    if is_script { test.name.contains(name) } else { test.name == name }
}

#[test]
fn every_test_that_the_list_names_is_there() {
    let rows = rows();
    let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=35).collect::<Vec<_>>(), "every fault has its row");
    for Row { number, held_by } in rows {
        for (file, name) in held_by {
            let there = tests_of(Path::new(&file)).iter().any(|test| is(test, &file, &name));
            assert!(there, "fault {number}: {file} has no test called {name:?}");
        }
    }
}

#[test]
fn of_the_tests_of_every_fault_one_names_it() {
    for Row { number, held_by } in rows() {
        let names_it = |(file, name): &(String, String)| {
            tests_of(Path::new(file)).iter().any(|test| is(test, file, name) && test.faults.contains(&number))
        };
        assert!(held_by.iter().any(names_it), "no test of fault {number} names it");
    }
}

#[test]
fn every_fault_that_a_test_names_is_in_the_list() {
    let known: BTreeSet<u32> = rows().into_iter().map(|row| row.number).collect();
    for file in all() {
        for test in tests_of(&file) {
            for fault in test.faults {
                assert!(known.contains(&fault), "{}: {} names fault {fault}", file.display(), test.name);
            }
        }
    }
}

#[test]
fn what_is_no_test_is_not_taken_for_one() {
    let test = |name: &str, faults: &[u32]| WrittenTest { name: name.to_owned(), faults: faults.to_vec() };
    let rust = "// a_comment\nfn a_helper() {}\n#[test]\n#[ignore]\nfn fault_07_a() { b(\"fn c()\") }\n\
        // Fault 8 of docs/faults.md.\n// Fault 9 of docs/faults.md.\n/// More.\n#[test]\nfn d() {}\nfn e() {}\n";
    assert_eq!(tests_in(rust, rust_name), [test("fault_07_a", &[7]), test("d", &[8, 9])]);
    let browser = "// test(\"a comment\"\nexpect(\"no title\");\n// Fault 1 of docs/faults.md.\ntest.describe(\"a\", () => {\n  \
        test(`fault 2: ${b} c`, async () => {\n    text.test(\"d\");\n";
    assert_eq!(tests_in(browser, title), [test("a", &[1]), test("fault 2: ${b} c", &[2])]);
}
