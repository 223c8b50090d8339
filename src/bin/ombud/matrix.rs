//! `ombud matrix`: matrices of a file or a library, checked, and written as the other.

use std::process::ExitCode;

use ombud::exchange::library;
use ombud::organisation::problem::{ProblemKind, Problems};
use ombud::organisation::{Organisation, decode, read};
use ombud::risk::{Methods, json};
use ombud::text;

use super::{Options, line, print};

/// What matrices are written as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MatrixFormat {
    Ombud,
    CisoAssistant,
}

impl MatrixFormat {
    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "ombud" => Some(Self::Ombud),
            "ciso-assistant" => Some(Self::CisoAssistant),
            _ => None,
        }
    }
}

/// Runs the command.
pub(super) fn run(options: &Options, bytes: Vec<u8>) -> ExitCode {
    match answer(options, bytes) {
        Ok(out) => {
            print(&out);
            ExitCode::SUCCESS
        }
        Err(complaints) => {
            eprintln!("{}", complaints.join("\n"));
            ExitCode::from(2)
        }
    }
}

fn answer(options: &Options, bytes: Vec<u8>) -> Result<String, Vec<String>> {
    let text = decode(bytes).map_err(|problem| vec![line(options, &problem)])?;
    let text = if is_library(&options.file, &text) { from_library(options, &text)? } else { text };
    let (organisation, mut problems) = read(&text, &mut |_| ()).map_err(|problem| vec![line(options, &problem)])?;
    let methods = Methods::new(&organisation, &text, &mut problems);
    check(options, &organisation, &methods, problems, &text)?;
    Ok(match options.to {
        Some(MatrixFormat::Ombud) => json::to_file(methods.tables()),
        Some(MatrixFormat::CisoAssistant) => library::write(methods.tables(), organisation.name.as_ref()),
        None if options.json => json::to_json(methods.tables()),
        None => {
            methods.tables().map(|table| text::method::summary(table, options.language)).collect::<Vec<_>>().join("\n")
        }
    })
}

/// YAML by its name, or since it is no object of JSON.
fn is_library(file: &str, text: &str) -> bool {
    library::is_one(file) || !text.trim_start().starts_with('{')
}

/// The matrices of a library as a file of format 1.
fn from_library(options: &Options, text: &str) -> Result<String, Vec<String>> {
    let fault = |fault| vec![format!("{}: {}", options.file, text::library::fault(&fault, options.language))];
    library::read(text).map(|methods| methods.file()).map_err(fault)
}

/// Refuses a file of which some matrix or scale cannot be used, with all that is wrong with them.
fn check(
    options: &Options,
    organisation: &Organisation<'_>,
    methods: &Methods<'_>,
    mut problems: Problems,
    text: &str,
) -> Result<(), Vec<String>> {
    let (scales, matrices) = (&organisation.scales, &organisation.matrices);
    let are_used = methods.tables().count() >= matrices.items.len().max(1);
    let is_list = ["scales", "matrices"].iter().all(|list| !organisation.unknown.iter().any(|(key, _)| key == list));
    if are_used && is_list && scales.set_aside.is_empty() && matrices.set_aside.is_empty() {
        return Ok(());
    }
    problems.find_lines(text.as_bytes());
    let concerns = |path: &str| path.starts_with("$.scales") || path.starts_with("$.matrices");
    let told = problems.list.iter().filter(|problem| concerns(&problem.place.path));
    let told = told.filter(|problem| !matches!(problem.kind, ProblemKind::Matrix(_)));
    Err(told.map(|problem| line(options, problem)).collect())
}
