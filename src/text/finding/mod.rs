//! What a finding is about, why it stands so, and what would change it.
//!
//! A finding is said three ways: its [`subject`] in a few words, [`why`] on one line beside it, and in full by
//! [`explain`]. All of them rest on the same reason as data, so they cannot contradict each other. What a reason says
//! stands in the file of its group.

mod activity;
mod appointed_by;
mod group;
mod holders;
mod inventory;
mod kind;
mod load;
mod measure;
mod reports_to;
mod review;
mod seat;
mod substitute;
mod training;

pub use self::group::term;

use self::group::{About, Sentences as _};
use super::numbers::{capital, date, date_near};
use super::{say, word, words};
use crate::coverage::State;
use crate::coverage::because::{NamedItem, Reason};
use crate::engine::view::{FindingRow, RuleRow, SubjectView};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Language};

/// A finding explained in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Why, as a sentence.
    pub why: String,
    /// Since when, or until when, where that is known.
    pub when: Option<String>,
    /// The data looked at, a line for each.
    pub looked_at: Vec<String>,
    /// What would change it, a line for each way.
    pub change: Vec<String>,
    /// How the finding is accepted, where it is.
    pub accepted: Option<String>,
}

/// Explains a finding as of a day.
pub fn explain(row: &FindingRow, on: Date, language: Language) -> Explanation {
    Explanation {
        why: format!("{}.", capital(&why(row, on, language))),
        when: when(row, language),
        looked_at: looked_at(row, on, language),
        change: change(row, on, language),
        accepted: accepted(row, language),
    }
}

/// Asks something of the sentences of a reason's group. Not by a table of them all: what is said beside a finding
/// comes with the first view, and the rest does not.
macro_rules! ask {
    ($row:expr, $reason:ident => $asked:expr) => {
        match &$row.because.reason {
            Reason::Kind($reason) => $asked,
            Reason::Holders($reason) => $asked,
            Reason::ReportsTo($reason) => $asked,
            Reason::AppointedBy($reason) => $asked,
            Reason::Seat($reason) => $asked,
            Reason::Training($reason) => $asked,
            Reason::Review($reason) => $asked,
            Reason::Measure($reason) => $asked,
            Reason::Activity($reason) => $asked,
            Reason::Substitute($reason) => $asked,
            Reason::Load($reason) => $asked,
            Reason::Inventory($reason) => $asked,
        }
    };
}

/// Why, on one line without a full stop: `ingen säkerhetssamordnare sedan 30 juni`.
pub fn why(row: &FindingRow, on: Date, language: Language) -> String {
    if let Some(accepted) = &row.because.accepted {
        let reason = accepted.reason.say(language);
        return match accepted.until {
            Some(until) => {
                let until = date_near(until, on, language);
                say!(language; "accepterad till och med {until}: {reason}", "accepted until {until}: {reason}")
            }
            None => say!(language; "accepterad utan slutdatum: {reason}", "accepted without an end date: {reason}"),
        };
    }
    let about = About { row, on, language };
    if let (State::Expiring, Some(until)) = (row.state, row.until) {
        let until = about.near(until);
        return ask!(row, reason => reason.ending(&about, &until));
    }
    let since = row.since.filter(|_| ask!(row, reason => reason.has_beginning())).map_or_else(String::new, |since| {
        let day = about.near(since);
        if since > on {
            say!(language; " från {day}", " from {day}")
        } else {
            say!(language; " sedan {day}", " since {day}")
        }
    });
    ask!(row, reason => reason.why(&about)) + &since
}

/// What was looked at, a line for each thing.
fn looked_at(row: &FindingRow, on: Date, language: Language) -> Vec<String> {
    ask!(row, reason => reason.looked_at(&About { row, on, language }))
}

/// What would make the subject met, or keep it so, a line for each way.
fn change(row: &FindingRow, on: Date, language: Language) -> Vec<String> {
    let ways = ask!(row, reason => reason.change(&About { row, on, language }));
    ways.iter().map(|way| capital(way)).collect()
}

/// What a rule says, or its id where it says nothing.
pub fn rule_text(row: &RuleRow, language: Language) -> String {
    row.text.as_ref().map_or_else(|| row.id.clone(), |text| text.say(language).to_owned())
}

/// What the rule of a finding says, or its id where it says nothing.
pub fn asked(row: &FindingRow, language: Language) -> String {
    row.rule_text.as_ref().map_or_else(|| row.rule.clone(), |text| text.say(language).to_owned())
}

/// What a finding is about, in a few words.
pub fn subject(subject: &SubjectView, language: Language) -> String {
    match subject {
        SubjectView::Kind(kind) => capital(words::unit_kind(*kind).one(language)),
        SubjectView::Unit(unit) => unit.name.say(language).to_owned(),
        SubjectView::Holder { unit, person } => format!("{}, {}", person.name, unit.name.say(language)),
        SubjectView::Member { person, .. } | SubjectView::Person(person) => person.name.clone(),
        SubjectView::Party { party, .. } => party.name.say(language).to_owned(),
        SubjectView::Document { title, .. } | SubjectView::Measure { title, .. } => title.say(language).to_owned(),
        SubjectView::Activity { unit, kind } => {
            format!("{}: {}", unit.name.say(language), words::activity(*kind, language))
        }
    }
}

/// The kind of the unit a finding is about: it decides what a head is called.
fn kind_of(subject: &SubjectView) -> Option<UnitKind> {
    match subject {
        SubjectView::Unit(unit) | SubjectView::Holder { unit, .. } | SubjectView::Activity { unit, .. } => {
            Some(unit.kind)
        }
        SubjectView::Member { group, .. } | SubjectView::Party { group, .. } => Some(group.kind),
        SubjectView::Kind(_) | SubjectView::Document { .. } | SubjectView::Person(_) | SubjectView::Measure { .. } => {
            None
        }
    }
}

/// A named thing: its name, or its id where the file has no such item.
pub(super) fn name(named: &NamedItem, language: Language) -> String {
    named.name.as_ref().map_or_else(|| named.id.clone(), |name| name.say(language).to_owned())
}

/// A role's name at the unit of a subject.
fn role(named: &NamedItem, subject: &SubjectView, language: Language) -> String {
    words::role(&named.id, named.name.as_ref(), kind_of(subject), language)
}

/// Since when it has stood so, or until when it is met.
pub fn when(row: &FindingRow, language: Language) -> Option<String> {
    match (row.state, row.since, row.until) {
        (State::Expiring, _, Some(until)) => {
            let until = date(until, language);
            Some(say!(language; "Uppfyllt till och med {until}.", "Met until {until}."))
        }
        (_, Some(since), _) => {
            let since = date(since, language);
            Some(say!(language; "Så har det varit sedan {since}.", "It has been so since {since}."))
        }
        (State::Missing | State::Broken, None, _) => {
            Some(word(language, "Filen visar inte sedan när.", "The file does not show since when.").to_owned())
        }
        _ => None,
    }
}

/// How a fault is accepted, by whom and for how long.
pub fn accepted(row: &FindingRow, language: Language) -> Option<String> {
    let accepted = row.because.accepted.as_ref()?;
    let was = words::state(accepted.was, language);
    let until = accepted.until.map_or_else(
        || word(language, "tills vidare", "until further notice").to_owned(),
        |until| {
            let until = date(until, language);
            say!(language; "till och med {until}", "until {until}")
        },
    );
    let by = accepted.who.as_ref().map_or_else(String::new, |who| {
        let who = name(who, language);
        say!(language; " av {who}", " by {who}")
    });
    let reason = accepted.reason.say(language);
    Some(say!(language;
        "Avvikelsen (”{was}”) är accepterad{by} {until}. Skäl: {reason}",
        "The gap (“{was}”) is accepted{by} {until}. Reason: {reason}"))
}

#[cfg(test)]
mod tests;
