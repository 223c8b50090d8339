//! The organisation and its units, in words: how the whole stands, how one unit does, and what is below it.

use super::super::numbers::{and, capital, date, integer, most, spelled};
use super::super::overview::Sentence;
use super::super::{say, word, words};
use super::labels::no_rules;
use super::tallies::{expiring_sentence, no_gaps_but};
use crate::coverage::because::{HoldersReason, Reason};
use crate::coverage::{State, Tally};
use crate::engine::view::{FindingRow, UnitPage, UnitRow, UnitView};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

/// The verdict of the organisation page; `page` is the list that the unit stands first in.
pub fn organisation_verdict(root: &UnitRow, page: &UnitPage, language: Language) -> Sentence {
    let name = root.unit.name.say(language);
    if !page.is_asked {
        return Sentence::plain(no_rules(language));
    }
    if root.gaps == 0 {
        let left = Tally { accepted: root.accepted, unknown: root.unknown, ..Tally::default() };
        return Sentence::plain(match no_gaps_but(&left, language) {
            Some(but) => say!(language; "{name} har {but}.", "{name} has {but}."),
            None => say!(language; "{name} har inga avvikelser i sin säkerhetsorganisation.",
                "{name} has no gaps in its security organisation."),
        });
    }
    Sentence {
        before: say!(language; "{name} har ", "{name} has "),
        stress: words::GAP.count(root.gaps, language),
        after: word(language, " i sin säkerhetsorganisation.", " in its security organisation.").into(),
    }
}

/// What comes after it: where most is missing, how many gaps are about something else, and how much ends soon. `page` is
/// the list that the unit stands first in.
pub fn organisation_after(root: &UnitRow, below: &[UnitRow], page: &UnitPage, language: Language) -> String {
    let mut sentences = Vec::new();
    if let Some(worst) = most(below, |row| row.gaps).filter(|worst| worst.gaps < root.gaps) {
        let (name, gaps) = (worst.unit.name.say(language), spelled(worst.gaps, false, language));
        sentences.push(say!(language; "Flest, {gaps}, finns inom {name}.", "Most, {gaps}, are within {name}."));
    }
    if page.beside > 0 {
        let (name, gaps) = (root.unit.name.say(language), words::GAP.count(page.beside, language));
        sentences.push(say!(language; "Enheter utanför {name} har {gaps}.", "Units outside {name} have {gaps}."));
    }
    if page.apart > 0 {
        let gaps = words::GAP.count(page.apart, language);
        let is = if page.apart == 1 { "is" } else { "are" };
        sentences.push(say!(language;
            "Dessutom gäller {gaps} annat än enheterna, till exempel dokument.",
            "In addition, {gaps} {is} about something other than the units, such as documents."));
    }
    sentences.extend(expiring_sentence(root.expiring + page.beside_expiring + page.apart_expiring, language));
    sentences.join(" ")
}

/// The verdict of a search among units.
pub fn search_verdict(find: &str, total: u32, language: Language) -> String {
    let counted = words::UNIT.count(total, language);
    let counted = capital(&counted);
    match total {
        0 => say!(language; "Ingen enhet heter något med ”{find}”.", "No unit is called anything with “{find}”."),
        _ => say!(language; "{counted} heter något med ”{find}”.", "{counted} called something with “{find}”."),
    }
}

/// The verdict of a unit's own page, from what is found at the unit itself.
pub fn unit_verdict(view: &UnitView, language: Language) -> Sentence {
    let name = view.row.unit.name.say(language);
    let kind = view.row.unit.kind;
    let mut vacant: Vec<String> = Vec::new();
    for finding in view.findings.iter().filter(|finding| finding.state == State::Missing) {
        if let Reason::Holders(HoldersReason::TooFew { role, holders: 0, .. }) = &finding.because.reason {
            vacant.push(words::role(&role.id, role.name.as_ref(), Some(kind), language));
        }
    }
    vacant.dedup();
    let gaps = count_gaps(&view.findings);
    if !vacant.is_empty() {
        let roles = and(&vacant, language);
        let stress = say!(language; "saknar {roles}", "has no {roles}");
        return Sentence { before: format!("{name} "), stress, after: ".".into() };
    }
    if gaps > 0 {
        let stress = words::GAP.count(gaps, language);
        return Sentence { before: say!(language; "{name} har ", "{name} has "), stress, after: ".".into() };
    }
    let count = |state| saturating(view.findings.iter().filter(|finding| finding.state == state).count());
    if count(State::Unknown) > 0 {
        let text = say!(language; "{name}: uppgifter saknas, så det går inte att avgöra om kraven är uppfyllda.",
            "{name}: information is missing, so it is unclear whether the requirements are met.");
        return Sentence::plain(text);
    }
    let accepted = Tally { accepted: count(State::Accepted), ..Tally::default() };
    if let Some(but) = no_gaps_but(&accepted, language) {
        return Sentence::plain(say!(language; "{name} har {but}.", "{name} has {but}."));
    }
    if let Some(first) = view.findings.iter().find(|finding| finding.state == State::Expiring) {
        let until = first.until.map(|until| date(until, language)).unwrap_or_default();
        return Sentence::plain(
            say!(language; "{name} uppfyller kraven till och med den {until}.", "{name} meets the requirements until {until}."),
        );
    }
    if kind == UnitKind::Party {
        return Sentence::plain(name);
    }
    if view.row.state.is_none() {
        return Sentence::plain(say!(language; "Ingen regel gäller {name}.", "No rule is about {name}."));
    }
    Sentence::plain(say!(language; "{name} uppfyller kraven.", "{name} meets the requirements."))
}

/// What follows a unit's verdict: what is missing below it.
pub fn unit_after(view: &UnitView, language: Language) -> Option<String> {
    let own = count_gaps(&view.findings);
    let below = view.row.gaps.saturating_sub(own);
    if view.row.children == 0 || below == 0 {
        return None;
    }
    let gaps = capital(&words::GAP.count(below, language));
    Some(say!(language; "{gaps} till finns hos enheterna under.", "{gaps} more at the units below."))
}

/// Findings that are missing or broken.
fn count_gaps(findings: &[FindingRow]) -> u32 {
    let gaps = findings.iter().filter(|finding| matches!(finding.state, State::Missing | State::Broken));
    saturating(gaps.count())
}

/// A unit's state in a few words beside its name: `3 brister, 1 upphör`.
pub fn unit_counts(row: &UnitRow, language: Language) -> String {
    let mut parts = Vec::new();
    if row.gaps > 0 {
        parts.push(words::GAP.figure(row.gaps, language));
    }
    if row.expiring > 0 {
        let number = integer(row.expiring.into(), language);
        parts.push(say!(language; "{number} går ut", "{number} expiring"));
    }
    parts.join(", ")
}
