//! A list of eighty workplaces, as a head of security keeps it: in Windows-1252, with a title, joined cells, a sum, words
//! for nobody, days in words and two people in some cells. What the first verdict says was counted by hand.

use serde_json::{Value, json};

use super::support::run;

/// The list, a row a line.
const LIST: &str = include_str!("eighty.csv");

/// Of each kind of row how many there are, counted in the list.
const HELD: usize = 48;
/// The term ends within the ninety days that a verdict looks ahead.
const ENDING: usize = 5;
/// The term is over.
const OVER: usize = 4;
/// A word or a sign says that nobody is there.
const VACANT: usize = 12;
/// Another place is pointed to, a title stands there, or an error.
const TOLD: usize = 5;
/// Cells that may be a name.
const ASKED: usize = 3;
/// Cells in which nothing stands.
const EMPTY: usize = 3;

/// A text in Windows-1252.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '–' => 0x96,
        letter => u8::try_from(u32::from(letter)).expect("a letter of Western Europe"),
    };
    text.replace('\n', "\r\n").chars().map(byte).collect()
}

/// A file as the page begins it, with nothing but the municipality.
fn begun() -> String {
    json!({
        "format": 1, "name": "Påhittade kommun", "as_of": "2026-03-01", "packs": ["tyreso-2016"],
        "units": [{ "id": "k", "name": "Påhittade kommun", "kind": "municipality" }],
    })
    .to_string()
}

#[test]
fn the_first_verdict_on_eighty_workplaces_is_the_one_counted_by_hand() {
    assert_eq!(HELD + ENDING + OVER + VACANT + TOLD + ASKED + EMPTY, 80);
    let (base, list) = (begun(), windows_1252(LIST));
    let files: [(&str, &[u8]); 2] = [("begun.json", base.as_bytes()), ("ombud.csv", &list)];
    let answer = run("eighty", &files, &["import", "begun.json", "ombud.csv", "--json"]);
    let told = answer.json();
    assert_eq!(told["sheets"][0]["target"], "workplaces");
    let count =
        |what: &str, kind: &str| told[what].as_array().unwrap().iter().filter(|note| note["kind"] == kind).count();
    assert_eq!(count("questions", "no_name"), ASKED);
    assert_eq!(count("notes", "refers") + count("notes", "not_a_name") + count("notes", "sheet_error"), TOLD);
    assert_eq!((count("notes", "not_a_day"), count("notes", "sum")), (2, 1));
    // Six rows have two people, and nobody is in two.
    assert_eq!(answer.people().len(), HELD + 6 + ENDING + OVER);
    let result = told["result"].to_string();
    let files: [(&str, &[u8]); 1] = [("after.json", result.as_bytes())];
    let verdict = run("eighty", &files, &["check", "after.json", "--json"]).json();
    let findings = verdict["coverage"]["findings"].as_array().cloned().unwrap_or_default();
    let of_rule = |state: &str| {
        let is_of_rule =
            |finding: &&Value| finding["rule"] == "representative-per-workplace" && finding["state"] == state;
        findings.iter().filter(is_of_rule).count()
    };
    assert_eq!((of_rule("missing"), of_rule("expiring")), (OVER + VACANT + TOLD + ASKED + EMPTY, ENDING), "{verdict}");
}
