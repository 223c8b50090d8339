//! What a finding is about, why it stands so, and what would change it.
//!
//! A finding is said three ways: its [`subject`] in a few words, [`why`] on one line beside it, and in full by
//! [`explain`]. All of them rest on the same reason as data, so they cannot contradict each other.

mod change;
mod seen;
mod why;

pub use self::change::change;
pub use self::seen::{looked_at, term};
pub use self::why::why;

use super::numbers::date;
use super::{say, word, words};
use crate::coverage::State;
use crate::coverage::because::Named;
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
    /// How it is accepted, where it is.
    pub accepted: Option<String>,
}

/// Explains a finding as of a day.
pub fn explain(row: &FindingRow, on: Date, language: Language) -> Explanation {
    Explanation {
        why: format!("{}.", super::numbers::capital(&why(row, on, language))),
        when: when(row, language),
        looked_at: looked_at(&row.because.reason, &row.subject, language),
        change: change(row, language),
        accepted: accepted(row, language),
    }
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
        SubjectView::Kind(kind) => super::numbers::capital(words::unit_kind(*kind).one(language)),
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
pub(super) fn name(named: &Named, language: Language) -> String {
    named.name.as_ref().map_or_else(|| named.id.clone(), |name| name.say(language).to_owned())
}

/// A role's name at the unit of a subject.
fn role(named: &Named, subject: &SubjectView, language: Language) -> String {
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
