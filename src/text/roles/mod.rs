//! The pages of roles: what is amiss with a role in one sentence, and what follows it.

pub mod contact;
pub mod coordinators;
pub mod representatives;
pub mod security_unit;

use super::numbers::{date, short_date};
use super::overview::{Sentence, gap, gaps};
use super::{pages, say, word};
use crate::engine::view::{PersonView, RuleRow};
use crate::organisation::sort;
use crate::organisation::value::{Date, Language};

/// The rules that have gaps: what must be before what should be, whether a role is held before how, most gaps first.
fn amiss(rules: &[RuleRow]) -> Vec<&RuleRow> {
    let mut amiss: Vec<&RuleRow> = rules.iter().filter(|rule| gaps(rule) > 0).collect();
    sort::by_key(&mut amiss, |rule| {
        (rule.severity, !matches!(rule.shape.as_str(), "exists" | "holders"), std::cmp::Reverse(gaps(rule)))
    });
    amiss
}

/// The verdict of a page about a role: what is most amiss, else the calm sentence.
fn verdict(rules: &[RuleRow], calm: String, language: Language) -> Sentence {
    amiss(rules).first().map_or_else(|| Sentence::plain(calm), |rule| gap(rule, language))
}

/// What follows the verdict: what else is amiss, and how much ends soon.
fn after(rules: &[RuleRow], language: Language) -> String {
    let rest = amiss(rules).into_iter().skip(1).map(|rule| {
        let Sentence { before, stress, after } = gap(rule, language);
        format!("{before}{stress}{after}")
    });
    let ends = pages::expiring_sentence(rules.iter().map(|rule| rule.tally.expiring).sum(), language);
    rest.chain(ends).collect::<Vec<_>>().join(" ")
}

/// Who someone is, or that the file does not say.
pub fn who(person: Option<&PersonView>, language: Language) -> String {
    person.map_or_else(|| pages::not_stated(language).to_owned(), |person| person.name.clone())
}

/// A day for a table, or that the file does not say.
pub fn day(day: Option<Date>, language: Language) -> String {
    day.map_or_else(|| pages::not_stated(language).to_owned(), |day| short_date(day, language))
}

/// A day after which something is no more.
fn through(day: Date, language: Language) -> String {
    let day = date(day, language);
    say!(language; "till och med {day}", "until {day}")
}

/// Narrows every page to a unit and what is below it.
pub const fn only_this_part(language: Language) -> &'static str {
    word(language, "Visa bara den här delen", "Show only this part")
}

/// Shows everything again.
pub const fn everything(language: Language) -> &'static str {
    word(language, "Visa hela kommunen", "Show the whole municipality")
}

#[cfg(test)]
mod tests;
