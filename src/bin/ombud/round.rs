//! `ombud round`: a part of the file for everyone who has one, and a letter with each.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use ombud::organisation::decode;
use ombud::organisation::value::Date;
use ombud::text;
use ombud::travel::round::{RoundPart, round};
use ombud::verdict::File;

use super::{Options, line, print, today};

/// What a round is told by.
#[derive(Default)]
pub(super) struct Round {
    /// What it is called.
    pub(super) name: String,
    /// The last day to answer.
    pub(super) due: Option<Date>,
    /// The folder for its files.
    pub(super) out: String,
}

impl Round {
    /// Whether all is said.
    pub(super) fn check(&self) -> Result<(), String> {
        match self {
            Self { name, .. } if name.is_empty() => Err("what is it called? --new NAME".to_owned()),
            Self { due: None, .. } => Err("answered when? --due YYYY-MM-DD".to_owned()),
            Self { out, .. } if out.is_empty() => Err("where to? --out FOLDER".to_owned()),
            _ => Ok(()),
        }
    }
}

/// Writes the files and prints for whom they are. Nothing is written over.
pub(super) fn run(options: &Options, file: Vec<u8>) -> ExitCode {
    let parts = match parts(options, file) {
        Ok(parts) => parts,
        Err(complaint) => return fail(&complaint),
    };
    let folder = Path::new(&options.round.out);
    let mut told = String::new();
    let mut files = Vec::new();
    for (part, letter) in &parts {
        let [extract, mail] = [".json", ".txt"].map(|ending| format!("{}{ending}", part.stem));
        let _ = writeln!(told, "{}\t{extract}\t{mail}", part.receiver);
        files.push((folder.join(extract), &part.extract));
        files.push((folder.join(mail), letter));
    }
    if let Some((there, _)) = files.iter().find(|(path, _)| path.exists()) {
        return fail(&format!("{}: there is such a file", there.display()));
    }
    if let Err(error) = std::fs::create_dir_all(folder) {
        return fail(&format!("{}: {error}", folder.display()));
    }
    for (path, content) in files {
        let written = OpenOptions::new().write(true).create_new(true).open(&path);
        if let Err(error) = written.and_then(|mut file| file.write_all(content.as_bytes())) {
            return fail(&format!("{}: {error}", path.display()));
        }
    }
    print(told);
    ExitCode::SUCCESS
}

/// The parts, each with its letter.
fn parts(options: &Options, bytes: Vec<u8>) -> Result<Vec<(RoundPart, String)>, String> {
    let text = decode(bytes).map_err(|problem| line(options, &problem))?;
    let file = File::read(&text, &mut |_| ()).map_err(|problem| line(options, &problem))?;
    let (language, made) = (options.language, today());
    let on = options.as_of.or(file.organisation.as_of).unwrap_or(made);
    let of = file.organisation.name.as_ref().map_or("", |name| name.say(language));
    let due = options.round.due.unwrap_or(made);
    let parts = round(&file, on, made, language)
        .map_err(|why| format!("{}: {}", options.file, text::extract::no_receiver(&why, language)))?;
    let letter = |part: RoundPart| {
        let letter = text::travel::letter(&part, of, &options.round.name, due, language);
        (part, letter)
    };
    Ok(parts.into_iter().map(letter).collect())
}

fn fail(complaint: &str) -> ExitCode {
    eprintln!("{complaint}");
    ExitCode::from(2)
}
