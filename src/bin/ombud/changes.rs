//! `ombud diff` and `ombud merge`: what one file changes in another, and change files brought in.

use std::process::ExitCode;

use ombud::organisation::{Unreadable, canonical, decode};
use ombud::text::travel as text;
use ombud::travel::round::{AnswerFate, answer_of, note_answer};
use ombud::travel::{self, ChangeFile, Merged};
use ombud::verdict::{File, sha256};

use super::{Options, line_in, print, today};

/// Why a command ends without a result, in words.
type Complaints = Vec<String>;

/// Prints the change file.
pub(super) fn diff(options: &Options, old: Vec<u8>) -> ExitCode {
    match written(options, old) {
        Ok(written) => {
            print(written);
            ExitCode::SUCCESS
        }
        Err(complaints) => fail(&complaints),
    }
}

fn written(options: &Options, old: Vec<u8>) -> Result<String, Complaints> {
    let hash = sha256(&old);
    let new_name = options.others.first().map_or("", String::as_str);
    let old = decode(old).map_err(|why| complain(options, &options.file, &why))?;
    let new = decode(bytes(new_name)?).map_err(|why| complain(options, new_name, &why))?;
    let old = File::read(&old, &mut |_| ()).map_err(|why| complain(options, &options.file, &why))?;
    let new = File::read(&new, &mut |_| ()).map_err(|why| complain(options, new_name, &why))?;
    let by = options.by.as_deref();
    Ok(travel::write(&travel::diff(&old.organisation, &hash, &new.organisation, by)))
}

/// Brings the change files in and prints the file, or what became of them.
pub(super) fn merge(options: &Options, file: Vec<u8>) -> ExitCode {
    let merged = match brought_in(options, file) {
        Ok(merged) => merged,
        Err(complaints) => return fail(&complaints),
    };
    let conflicts = merged.conflicts.iter().map(|conflict| text::conflict(conflict, options.language));
    let refused = merged.refused.iter().map(|refused| text::refused(refused, options.language));
    conflicts.chain(refused).for_each(|said| eprintln!("{said}"));
    eprintln!("{}", text::tally(&merged, options.language));
    print(if options.json { merged.json() } else { merged.result.clone() });
    if merged.is_whole() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn brought_in(options: &Options, file: Vec<u8>) -> Result<Merged, Complaints> {
    let hash = sha256(&file);
    let text = decode(file).map_err(|why| complain(options, &options.file, &why))?;
    let file = File::read(&text, &mut |_| ()).map_err(|why| complain(options, &options.file, &why))?;
    let changes = options.others.iter().map(|name| change_file(options, name)).collect::<Result<Vec<_>, _>>()?;
    let mut merged = travel::merge(&file, &hash, &changes).map_err(|(place, why)| {
        vec![format!("{}: {}", options.others[place], text::not_brought_in(&why, options.language))]
    })?;
    if options.noted {
        merged.result = noted(options, &file, &hash, (&merged.result, &changes))?;
    }
    Ok(merged)
}

/// The file with what has come of the rounds that some change files answer.
fn noted(
    options: &Options,
    before: &File<'_>,
    hash: &str,
    (text, changes): (&str, &[ChangeFile]),
) -> Result<String, Complaints> {
    let file = File::read(text, &mut |_| ()).map_err(|why| complain(options, &options.file, &why))?;
    let mut organisation = file.organisation;
    for change in changes {
        let Some((round, unit)) = answer_of(change) else { continue };
        let alone = travel::merge(before, hash, std::slice::from_ref(change));
        let is_brought_in = alone.is_ok_and(|merged| merged.is_whole() || merged.same > 0 || !merged.taken.is_empty());
        let fate = if is_brought_in { AnswerFate::BroughtIn } else { AnswerFate::TurnedDown };
        note_answer(&mut organisation, (&round, &unit), today(), fate);
    }
    Ok(canonical::write(&organisation))
}

/// Reads a change file.
fn change_file(options: &Options, name: &str) -> Result<ChangeFile, Complaints> {
    let said = |why: &_| {
        let said = text::unreadable(why, options.language);
        said.into_iter().map(|said| format!("{name}: {said}")).collect::<Vec<_>>()
    };
    let text = decode(bytes(name)?).map_err(|why| complain(options, name, &why))?;
    travel::read(&text).map_err(|why| said(&why))
}

fn bytes(name: &str) -> Result<Vec<u8>, Complaints> {
    std::fs::read(name).map_err(|error| vec![format!("{name}: {error}")])
}

fn complain(options: &Options, name: &str, why: &Unreadable) -> Complaints {
    vec![line_in(name, options.language, why)]
}

fn fail(complaints: &[String]) -> ExitCode {
    eprintln!("{}", complaints.join("\n"));
    ExitCode::from(2)
}
