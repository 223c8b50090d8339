//! Risk matrix libraries of another program: why one cannot be read.

use super::{say, word};
use crate::exchange::library::{LibraryFault, Wrong};
use crate::exchange::yaml::UnreadableYaml;
use crate::organisation::value::{Language, visible};

/// Why a library cannot be read, with its place where it has one.
pub fn fault(fault: &LibraryFault, language: Language) -> String {
    match fault {
        LibraryFault::Yaml(UnreadableYaml::Syntax { line, column }) => say!(language;
            "rad {line}, kolumn {column}: här slutar texten att vara YAML",
            "line {line}, column {column}: from here on the text is no YAML"),
        LibraryFault::Yaml(UnreadableYaml::TooLarge) => word(
            language,
            "filen är större eller djupare än ett bibliotek med riskmatriser brukar vara",
            "the file is larger or deeper than a library of risk matrices is",
        )
        .to_owned(),
        LibraryFault::NoMatrix => word(
            language,
            "biblioteket har ingen riskmatris: varken objects.risk_matrix eller objects.risk_matrices finns",
            "the library has no risk matrix: neither objects.risk_matrix nor objects.risk_matrices is there",
        )
        .to_owned(),
        LibraryFault::At { line, path, what } => {
            let what = wrong(what, language);
            let path = if path.is_empty() { String::new() } else { format!("{}: ", visible(path)) };
            say!(language; "rad {line}: {path}{what}", "line {line}: {path}{what}")
        }
    }
}

fn wrong(wrong: &Wrong, language: Language) -> String {
    match wrong {
        Wrong::Missing(key) => {
            let key = visible(key);
            say!(language; "{key} saknas", "{key} is missing")
        }
        Wrong::NotAMapping => {
            word(language, "här ska nycklar med värden stå", "keys with values are expected here").into()
        }
        Wrong::NotAList => {
            word(language, "här ska en lista med minst en post stå", "a list with at least one item is expected here")
                .into()
        }
        Wrong::Rows { rows, expected } => say!(language;
            "rutnätet har {rows} rader, men sannolikheterna är {expected}",
            "the grid has {rows} rows, but there are {expected} probabilities"),
        Wrong::Columns { columns, expected } => say!(language;
            "raden har {columns} rutor, men konsekvenserna är {expected}",
            "the row has {columns} cells, but there are {expected} impacts"),
        Wrong::Class { found, classes } => {
            let (found, last) = (visible(found), classes.saturating_sub(1));
            say!(language;
                "{found} är ingen klass: det finns 0 till {last}",
                "{found} is no class: there are 0 to {last}")
        }
    }
}
