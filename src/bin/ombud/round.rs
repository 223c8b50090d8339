//! `ombud round`: a part of the file for everyone who is asked, a letter with each, and the file that remembers it.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ombud::disclosure::{NoReceiver, Receiver};
use ombud::exchange::mail::{self, Attachment};
use ombud::exchange::sealed::sealed_name;
use ombud::organisation::value::Date;
use ombud::organisation::{canonical, decode, links};
use ombud::text;
use ombud::text::travel::round::RoundLetter;
use ombud::travel::round::{
    PartForm, RoundPart, RoundWish, WHOLE, askable, begun, can_be_met, receiver, round_id, round_parts, unit,
};
use ombud::verdict::File;

use super::seal::{passphrase, seal};
use super::{Options, line, print, today};

/// What a round is told by.
#[derive(Default)]
pub(super) struct RoundOptions {
    /// The name of the round.
    pub(super) name: String,
    /// The last day to answer.
    pub(super) due: Option<Date>,
    /// The folder for its files.
    pub(super) out: String,
    /// The receivers who are asked; everyone who can be where nobody is named.
    pub(super) receivers: Vec<Receiver>,
    /// What is said besides.
    pub(super) message: String,
    /// The address that answers go to.
    pub(super) answer_to: String,
    /// The address of the page that opens the parts; empty where none is told.
    pub(super) page: String,
    /// Whether the parts are sealed.
    pub(super) sealed: bool,
}

impl RoundOptions {
    /// Whether a round is to begin; else it is asked how those that there are stand.
    const fn begins(&self) -> bool {
        !(self.name.is_empty() && self.out.is_empty() && self.due.is_none())
    }

    /// Whether all is said.
    pub(super) fn check(&self) -> Result<(), String> {
        match self {
            _ if !self.begins() => Ok(()),
            Self { name, .. } if name.trim().is_empty() => Err("what is it called? --new NAME".to_owned()),
            Self { due: None, .. } => Err("answered when? --due YYYY-MM-DD".to_owned()),
            Self { out, .. } if out.is_empty() => Err("where to? --out FOLDER".to_owned()),
            Self { answer_to, .. } if !answer_to.is_empty() && links::email(answer_to).is_none() => {
                Err(format!("not an e-mail address: {answer_to:?}"))
            }
            _ => Ok(()),
        }
    }
}

/// A file that is to be written.
type RoundFile = (PathBuf, Vec<u8>);

/// Writes the files of a new round and prints for whom they are, or prints how the rounds stand.
pub(super) fn run(options: &Options, file: Vec<u8>) -> ExitCode {
    let told = if options.round.begins() {
        made(options, file).and_then(|(files, told)| written(&options.round.out, files).map(|()| told))
    } else {
        standing(options, file)
    };
    match told {
        Ok(told) => {
            print(told);
            ExitCode::SUCCESS
        }
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::from(2)
        }
    }
}

/// How the rounds of a file stand, a line for each who is asked.
fn standing(options: &Options, bytes: Vec<u8>) -> Result<String, String> {
    let text = decode(bytes).map_err(|problem| line(options, &problem))?;
    let file = File::read(&text, &mut |_| ()).map_err(|problem| line(options, &problem))?;
    let on = options.as_of.unwrap_or_else(today);
    let mut told = String::new();
    for round in file.organisation.rounds.iter() {
        for asked in &round.receivers {
            let who =
                unit(&file, &asked.unit).map_or_else(|| asked.unit.to_string(), |unit| receiver(unit).to_string());
            let days = [Some(round.due), asked.sent, asked.answered, asked.brought_in, asked.refused];
            let days = days.map(|day| day.map(|day| day.to_string()).unwrap_or_default()).join("\t");
            let late = if asked.is_late(round.due, on) { "late" } else { "" };
            let _ = writeln!(told, "{}\t{who}\t{days}\t{late}", round.id);
        }
    }
    Ok(told)
}

/// Writes files into a folder, and over none that is there.
fn written(out: &str, files: Vec<RoundFile>) -> Result<(), String> {
    if let Some((there, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(format!("{}: there is such a file", there.display()));
    }
    std::fs::create_dir_all(out).map_err(|error| format!("{out}: {error}"))?;
    for (path, content) in files {
        let written = OpenOptions::new().write(true).create_new(true).open(&path);
        let written = written.and_then(|mut file| file.write_all(&content));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The files, and a line for each.
fn made(options: &Options, bytes: Vec<u8>) -> Result<(Vec<RoundFile>, String), String> {
    let text = decode(bytes).map_err(|problem| line(options, &problem))?;
    let mut file = File::read(&text, &mut |_| ()).map_err(|problem| line(options, &problem))?;
    let made = today();
    let on = options.as_of.or(file.organisation.as_of).unwrap_or(made);
    let refused = |why: NoReceiver| format!("{}: {}", options.file, text::extract::no_receiver(&why, options.language));
    let receivers = match &options.round.receivers[..] {
        [] => askable(&file.organisation),
        named => named.to_vec(),
    };
    if let Some(due) = options.round.due.filter(|due| !can_be_met(*due, made)) {
        return Err(format!("--due {due}: the day has been, and nobody can answer by it"));
    }
    for receiver in &receivers {
        receiver.check(&file.organisation, &file.index).map_err(refused)?;
    }
    let wish = RoundWish {
        id: round_id(&file.organisation, &options.round.name),
        name: options.round.name.clone(),
        due: options.round.due.unwrap_or(made),
        message: options.round.message.clone(),
        answer_to: options.round.answer_to.clone(),
        receivers,
    };
    let round = begun(&wish, made);
    file.organisation.rounds.items.push(round.clone());
    let whole = canonical::write(&file.organisation);
    let file = File::read(&whole, &mut |_| ()).map_err(|problem| line(options, &problem))?;
    let parts = round_parts(&file, &round, on, made).map_err(refused)?;
    let of = file.organisation.name.as_ref().map_or("", |name| name.say(options.language));
    let folder = Path::new(&options.round.out);
    let (mut files, mut told, mut phrases) = (Vec::new(), String::new(), String::new());
    for part in parts {
        let (name, mail, phrase) = part_files(options, &wish, of, &part, &mut files)?;
        let _ = writeln!(told, "{}\t{name}\t{mail}", part.receiver);
        if let Some(phrase) = phrase {
            let _ = writeln!(phrases, "{}\t{name}\t{phrase}", part.receiver);
        }
    }
    let name = format!("{WHOLE}.json");
    let _ = writeln!(told, "all\t{name}");
    files.push((folder.join(name), whole.clone().into_bytes()));
    if options.round.sealed {
        let path = phrase_list(folder)?;
        let _ = writeln!(told, "passphrases\t{}", path.display());
        files.push((path, phrases.into_bytes()));
    }
    Ok((files, told))
}

/// Adds the extract of a part and its letter to the files; what the two are called, and the passphrase if it is sealed.
fn part_files(
    options: &Options,
    wish: &RoundWish,
    of: &str,
    part: &RoundPart,
    files: &mut Vec<RoundFile>,
) -> Result<(String, String, Option<String>), String> {
    let (language, folder) = (options.language, Path::new(&options.round.out));
    let is_sealed = options.round.sealed;
    let (mut name, mail) = (format!("{}.json", part.stem), format!("{}.eml", part.stem));
    let (mut content, mut kind, mut phrase) = (part.extract.clone().into_bytes(), "application/json", None);
    if is_sealed {
        let made = passphrase()?;
        content = seal(&content, &made)?;
        (name, kind, phrase) = (sealed_name(&name), "application/octet-stream", Some(made));
    }
    let (subject, body) = text::travel::round::letter(
        RoundLetter {
            of,
            round: &wish.name,
            message: &wish.message,
            due: wish.due,
            answer_to: &wish.answer_to,
            name: part.name.say(language),
            file: &name,
            page: &options.round.page,
            form: if is_sealed { PartForm::Sealed } else { PartForm::Extract },
        },
        language,
    );
    let answer_to = Some(&*wish.answer_to).filter(|address| !address.is_empty());
    let attached = Attachment { name: &name, kind, content: &content };
    let letter = mail::letter(part.to.email.as_deref(), answer_to, &subject, &body, Some(attached));
    files.push((folder.join(&name), content));
    files.push((folder.join(&mail), letter.into_bytes()));
    Ok((name, mail, phrase))
}

/// Where the passphrases are written: beside the folder, so that they are not sent with it.
fn phrase_list(folder: &Path) -> Result<PathBuf, String> {
    let name = folder.file_name().ok_or_else(|| format!("{}: a folder with a name is needed", folder.display()))?;
    let mut name = name.to_owned();
    name.push(".passphrases.txt");
    Ok(folder.with_file_name(name))
}
