//! `ombud export`: what the page saves for others, to standard output.

use std::process::ExitCode;

use ombud::engine::Engine;
use ombud::publish::{FileEnding, Order, Output, publish};
use ombud::text;

use super::{Options, day, print, today};

/// What `--as` names.
pub(super) fn output(word: &str) -> Result<Output, String> {
    Output::from_word(word).ok_or_else(|| format!("none of {}: {word:?}", Output::WORDS.join(", ")))
}

/// What `--format` names.
pub(super) fn ending(word: &str) -> Result<FileEnding, String> {
    FileEnding::from_word(word).ok_or_else(|| format!("none of {}: {word:?}", FileEnding::WORDS.join(", ")))
}

/// Whether the options say what to write, in a format that it has.
pub(super) fn check(options: &Options) -> Result<(), String> {
    let Some(output) = options.output else { return Err(format!("what? --as {}", Output::WORDS.join(", "))) };
    match options.ending {
        Some(ending) if !output.endings().contains(&ending) => {
            let endings: Vec<_> = output.endings().iter().map(|ending| ending.word()).collect();
            Err(format!("{} is written as {}, not as {}", output.word(), endings.join(" or "), ending.word()))
        }
        _ => Ok(()),
    }
}

/// Writes it, and nothing where it cannot be made.
pub(super) fn run(engine: &mut Engine, options: &Options) -> ExitCode {
    let (on, language) = (day(engine, options), options.language);
    let output = options.output.unwrap_or(Output::Report);
    let ending = options.ending.or_else(|| output.endings().first().copied()).unwrap_or(FileEnding::Html);
    let order = Order { output, ending, receiver: options.receiver.clone(), on, made: today(), language };
    match publish(engine, &order) {
        Ok(Some(bytes)) => {
            print(&bytes);
            return ExitCode::SUCCESS;
        }
        Ok(None) => eprintln!("{}: {} cannot be written", options.file, output.word()),
        Err(why) => eprintln!("{}: {}", options.file, text::extract::no_receiver(&why, language)),
    }
    ExitCode::from(2)
}
