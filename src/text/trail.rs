//! The trail of a file: how a file stands in the chain of its savings.

use super::numbers::{date, integer};
use super::{say, word};
use crate::organisation::value::Language;
use crate::trail::{Chain, ChainGap, Standing};

/// Whether the chain holds, and where it breaks.
pub fn verdict(chain: &Chain, language: Language) -> String {
    let broken = chain.files.iter().filter(|standing| standing.is_break()).count();
    let all = integer(chain.files.len() as u64, language);
    if broken > 0 && chain.files.len() == 1 {
        return word(language, "Filen är inte som den sparades.", "The file is not as it was saved.").to_owned();
    }
    if broken > 0 {
        let broken = integer(broken as u64, language);
        return say!(language;
            "Kedjan brister vid {broken} av {all} filer.", "The chain breaks at {broken} of {all} files.");
    }
    let savings = integer(chain.savings.into(), language);
    match (chain.savings, chain.files.len()) {
        (0, _) => word(language, "Filen har ingen historik.", "The file has no history.").to_owned(),
        (1, 1) => {
            word(language, "Filen är orörd sedan den sparades.", "The file is untouched since it was saved.").to_owned()
        }
        (_, 1) => say!(language;
            "Filen är orörd sedan den senaste sparningen. Sparningar: {savings}.",
            "The file is untouched since it was last saved. Savings: {savings}."),
        _ => say!(language;
            "Kedjan håller genom {all} filer. Sparningar: {savings}.", "The chain holds through {all} files. Savings: {savings}."),
    }
}

/// How a file stands in the chain.
pub const fn standing(standing: Standing, language: Language) -> &'static str {
    match standing {
        Standing::Latest => {
            word(language, "senaste filen, orörd sedan den sparades", "the latest file, untouched since it was saved")
        }
        Standing::Before => {
            word(language, "stämmer: en senare fil utgår från den", "fits: a later file was saved from it")
        }
        Standing::Edited => word(
            language,
            "stämmer, men hade ändrats utanför Ombud innan en senare fil utgick från den",
            "fits, but had been changed outside Ombud before a later file was saved from it",
        ),
        Standing::Changed => word(language, "har ändrats sedan den sparades", "has been changed since it was saved"),
        Standing::Apart => word(
            language,
            "ingen senare fil utgår från den: den har ändrats eller hör inte hit",
            "no later file was saved from it: it has been changed or does not belong here",
        ),
        Standing::Cut => word(
            language,
            "historiken i den har ändrats: den saknar något som står i en fil före",
            "its history has been changed: it lacks what a file before it has",
        ),
        Standing::Unsealed => word(
            language,
            "historiken säger inte vilken kontrollsumma filen hade när den sparades",
            "its history does not say what checksum the file had when it was saved",
        ),
        Standing::NoTrail => word(language, "har ingen historik", "has no history"),
        Standing::Unreadable => word(language, "går inte att läsa", "cannot be read"),
    }
}

/// A saving whose file before is not there.
pub fn gap(gap: &ChainGap, language: Language) -> String {
    let (number, day) = (integer(gap.number.into(), language), date(gap.date, language));
    let by = if gap.by.is_empty() { String::new() } else { format!(", {}", gap.by) };
    say!(language;
        "Filen före sparning {number} ({day}{by}) finns inte här.",
        "The file before saving {number} ({day}{by}) is not here.")
}
