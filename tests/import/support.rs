//! The command, run on files of its own. Everyone in them is invented.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

/// What the command answered.
pub(crate) struct AnswerGiven {
    pub(crate) out: String,
    pub(crate) told: String,
    pub(crate) code: Option<i32>,
}

impl AnswerGiven {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.told))
    }

    /// Cells and kinds of the notes.
    pub(crate) fn notes(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.json()["notes"].as_array().unwrap().iter().map(|note| (text(&note["cell"]), text(&note["kind"]))).collect()
    }

    /// The names of the people in the file that came out.
    pub(crate) fn people(&self) -> Vec<String> {
        let people = self.json()["result"]["people"].as_array().cloned().unwrap_or_default();
        people.iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
    }
}

/// A small municipality: a department, two workplaces, and one person who represents one of them.
pub(crate) fn base() -> String {
    json!({
        "format": 1, "name": "Sjövik", "as_of": "2026-03-01",
        "units": [
            { "id": "sjovik", "name": "Sjöviks kommun", "kind": "municipality" },
            { "id": "vard", "name": "Omsorgsförvaltningen", "kind": "department", "parent": "sjovik" },
            { "id": "bjorken", "name": "Björkens hemtjänst", "kind": "workplace", "parent": "vard" },
            { "id": "granen", "name": "Granens boende", "kind": "workplace", "parent": "vard" },
        ],
        "people": [{ "id": "maj", "name": "Maj Holm", "unit": "bjorken", "email": "maj.holm@example.org" }],
        "assignments": [{ "role": "security_representative", "unit": "bjorken", "person": "maj" }],
    })
    .to_string()
}

/// A folder of this test's own, with the base in it.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import").join(test);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("base.json"), base()).unwrap();
    folder
}

/// Writes the files into a folder of the test's own and runs the command there.
pub(crate) fn run(test: &str, files: &[(&str, &[u8])], arguments: &[&str]) -> AnswerGiven {
    let folder = folder(test);
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(folder).args(arguments).output().unwrap();
    let said = |bytes| String::from_utf8(bytes).unwrap();
    AnswerGiven { out: said(run.stdout), told: said(run.stderr), code: run.status.code() }
}

/// What importing one file into the base answers as JSON.
pub(crate) fn import(test: &str, name: &str, bytes: &[u8]) -> AnswerGiven {
    run(test, &[(name, bytes)], &["import", "base.json", name, "--json"])
}
