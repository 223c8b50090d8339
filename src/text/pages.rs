//! Headings, labels and empty states of the organisation, coverage and risk pages, and their verdicts.

mod labels;
mod tallies;
mod units;

pub use self::labels::*;
pub use self::tallies::*;
pub use self::units::*;

use super::numbers::integer;
use super::overview::Sentence;
use super::{say, word, words};
use crate::coverage::State;
use crate::engine::view::{FindingRow, PostRow, PostState};
use crate::organisation::value::{Date, Label, Language};

/// A cell of the matrix in a few words.
pub fn cell_of(likelihood: u8, consequence: u8, language: Language) -> String {
    say!(language;
        "Sannolikhet {likelihood}, konsekvens {consequence}.",
        "Likelihood {likelihood}, consequence {consequence}.")
}

/// Says that a list is narrowed to a department or company: `bara Socialförvaltningen`.
pub fn only_in(unit: &str, language: Language) -> String {
    say!(language; "bara {unit}", "only {unit}")
}

/// The heading of a list of risks.
pub fn risks_heading(total: u32, language: Language) -> String {
    words::RISK.figure(total, language)
}

/// Which part of a list is shown: `51–100 av 131`.
pub fn window(from: u32, shown: u32, total: u32, language: Language) -> String {
    if total == 0 {
        return integer(0, language);
    }
    let (first, last) = (integer((from + 1).into(), language), integer((from + shown).into(), language));
    let total = integer(total.into(), language);
    say!(language; "{first}–{last} av {total}", "{first}–{last} of {total}")
}

/// The verdict of a finding's own page.
pub fn finding_verdict(row: &FindingRow, on: Date, language: Language) -> Sentence {
    let (subject, why) = (super::finding::subject(&row.subject, language), super::finding::why(row, on, language));
    let before = format!("{subject}: ");
    if matches!(row.state, State::Missing | State::Broken) {
        return Sentence { before, stress: why, after: ".".into() };
    }
    Sentence::plain(format!("{before}{}.", why.trim_end_matches('.')))
}

/// In place of a finding that is no more on the day: what it was about.
pub fn settled(subject: &str, language: Language) -> String {
    say!(language; "{subject}: ingen avvikelse.", "{subject}: no gap here.")
}

/// Shows a whole list, so that it can be printed.
pub fn whole_list(total: u32, language: Language) -> String {
    let all = integer(total.into(), language);
    say!(language; "Visa alla {all}, till exempel för utskrift", "Show all {all}, to print them for example")
}

/// Says that the part looked at has none of some items, and how many the file has.
pub fn none_in_part(noun: &words::Noun, all: u32, language: Language) -> String {
    let (none, all) = (noun.many(language), noun.count(all, language));
    say!(language; "Den här delen har inga {none}; filen har {all}.", "This part has no {none}; the file has {all}.")
}

/// What the change that put a finding right was about.
pub fn recorded(what: &str, language: Language) -> String {
    say!(language; "Registrerat: {what}.", "Recorded: {what}.")
}

/// How many findings are left at a place, before its name.
pub fn still_here(findings: u32, language: Language) -> String {
    if findings == 0 {
        return word(language, "Inget mer att göra på", "Nothing more to do at").to_owned();
    }
    let left = words::FINDING.count(findings, language);
    say!(language; "Kvar här: {left},", "Still here: {left},")
}

/// Leads to all findings of a place.
pub fn all_here(findings: u32, language: Language) -> String {
    let all = integer(findings.into(), language);
    say!(language; "Visa alla {all}", "Show all {all}")
}

/// How a post stands, in a list of posts.
pub const fn post_state(state: PostState, language: Language) -> &'static str {
    match state {
        PostState::Current => word(language, "gäller", "held"),
        PostState::Vacant => word(language, "vakant", "vacant"),
        PostState::Coming => word(language, "börjar senare", "begins later"),
        PostState::Ended => word(language, "har gått ut", "has expired"),
    }
}

/// What else a post says: whom it stands in for, who appointed, to whom it reports, for whom it speaks.
pub fn post_notes(post: &PostRow, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    match &post.substitute_for {
        Some(person) => {
            let name = &person.name;
            notes.push(say!(language; "ersättare för {name}", "substitute for {name}"));
        }
        None if post.substitute => notes.push(substitute(language).to_owned()),
        None => {}
    }
    if let Some(unit) = &post.on_behalf_of {
        let unit = unit.name.say(language);
        notes.push(say!(language; "företräder {unit}", "on behalf of {unit}"));
    }
    if let Some(person) = &post.appointed_by {
        let name = &person.name;
        notes.push(say!(language; "utsedd av {name}", "appointed by {name}"));
    }
    if let Some(person) = &post.reports_to {
        let name = &person.name;
        notes.push(say!(language; "rapporterar till {name}", "reports to {name}"));
    }
    notes
}

/// A text of the file that may be empty.
pub fn or_not_stated(label: Option<&Label>, language: Language) -> String {
    label.map_or_else(|| not_stated(language).to_owned(), |label| label.say(language).to_owned())
}

#[cfg(test)]
mod tests;
