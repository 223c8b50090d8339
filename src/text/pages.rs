//! Headings, labels and empty states of the organisation, coverage and risk pages, and their verdicts.

mod labels;

pub use self::labels::*;

use super::numbers::{and, capital, capital_in_english, integer, most, spelled};
use super::overview::Sentence;
use super::{say, word, words};
use crate::coverage::because::{HoldersReason, Reason};
use crate::coverage::{State, Tally};
use crate::engine::view::{FindingRow, PostRow, PostState, RuleRow, UnitPage, UnitRow, UnitView};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Label, Language};

/// The verdict of the organisation page.
pub fn organisation_verdict(root: &UnitRow, language: Language) -> Sentence {
    let name = root.unit.name.say(language);
    if root.state.is_none() {
        return Sentence::plain(no_rules(language));
    }
    if root.gaps == 0 {
        let but = match root.state {
            Some(State::Unknown) => word(language, ", såvitt framgår av filen", ", as far as the file shows"),
            Some(State::Accepted) => word(language, " utöver accepterade", " other than accepted ones"),
            _ => "",
        };
        return Sentence::plain(say!(language;
            "{name} har inga avvikelser i sin säkerhetsorganisation{but}.",
            "{name} has no gaps in its security organisation{but}."));
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

/// How much ends within the window, where anything does.
pub(super) fn expiring_sentence(expiring: u32, language: Language) -> Option<String> {
    let number = spelled(expiring, false, language);
    let number = capital_in_english(&number, language);
    match expiring {
        0 => None,
        1 => Some(
            word(
                language,
                "Inom 90 dagar tillkommer en avvikelse om inget görs.",
                "One more gap will appear within 90 days unless something is done.",
            )
            .into(),
        ),
        _ => Some(say!(language; "Inom 90 dagar tillkommer {number} avvikelser om inget görs.",
            "{number} more gaps will appear within 90 days unless something is done.")),
    }
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
        let until = first.until.map(|until| super::numbers::date(until, language)).unwrap_or_default();
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

/// How many subjects of a rule are missing or broken.
pub fn gaps(rule: &RuleRow) -> u32 {
    rule.tally.gaps()
}

/// What is said where no gap is left to close and yet not all is met: some are accepted, or the file does not contain enough
/// to tell. None where all is met. The case stands in a sentence: `inga avvikelser utöver två accepterade`.
pub fn no_gaps_but(tally: &Tally, language: Language) -> Option<String> {
    if tally.accepted + tally.unknown == 0 {
        return None;
    }
    let number = spelled(tally.accepted, false, language);
    let but = match (tally.accepted, language) {
        (0, _) => String::new(),
        (1, Language::Swedish) => format!(" utöver {number} accepterad"),
        (_, Language::Swedish) => format!(" utöver {number} accepterade"),
        (1, Language::English) => format!(" other than {number} that is accepted"),
        (_, Language::English) => format!(" other than {number} that are accepted"),
    };
    let shown = if tally.unknown > 0 {
        word(language, ", såvitt framgår av filen", ", as far as the file shows")
    } else {
        ""
    };
    Some(say!(language; "inga avvikelser{but}{shown}", "no gaps{but}{shown}"))
}

/// The verdict where no gap is left to close: that all is `met`, unless something is accepted or cannot be told.
pub fn calm(tally: &Tally, met: impl Into<String>, language: Language) -> Sentence {
    Sentence::plain(no_gaps_but(tally, language).map_or_else(|| met.into(), |but| format!("{}.", capital(&but))))
}

/// In how many cases the file does not contain enough to tell, where there are any.
pub fn unclear(unknown: u32, language: Language) -> Option<String> {
    let cases = words::CASE.count(unknown, language);
    (unknown > 0).then(|| {
        say!(language;
            "I {cases} räcker filens uppgifter inte för att avgöra.",
            "In {cases} the file does not contain enough information to tell.")
    })
}

/// All subjects of some rules.
pub fn sum<'a>(rules: impl Iterator<Item = &'a RuleRow>) -> Tally {
    rules.fold(Tally::default(), |sum, rule| sum.and(rule.tally))
}

/// The verdict of the coverage page.
pub fn coverage_verdict(rules: &[RuleRow], language: Language) -> Sentence {
    let all = saturating(rules.len());
    let failing = saturating(rules.iter().filter(|rule| gaps(rule) > 0).count());
    let gaps: u32 = rules.iter().map(gaps).sum();
    if all == 0 {
        return Sentence::plain(no_rules(language));
    }
    if rules.iter().all(|rule| rule.tally.applicable == 0) {
        return Sentence::plain(nothing_asked(language));
    }
    if gaps == 0 {
        let met = match all {
            1 => word(language, "Regeln är uppfylld i dag.", "The rule is met today."),
            _ => word(language, "Alla regler är uppfyllda i dag.", "All rules are met today."),
        };
        return calm(&sum(rules.iter()), met, language);
    }
    let (of, gaps) = (words::RULE.figure(all, language), words::GAP.count(gaps, language));
    let (is_met, are) = if failing == 1 { ("uppfylld", "is") } else { ("uppfyllda", "are") };
    let number = capital(&spelled(failing, false, language));
    let stress = match all {
        1 => word(language, "Regeln", "The rule").to_owned(),
        _ => say!(language; "{number} av {of}", "{number} of {of}"),
    };
    let after =
        say!(language; " är inte {is_met}. Det ger {gaps} att åtgärda.", " {are} not met, leaving {gaps} to address.");
    Sentence { before: String::new(), stress, after }
}

/// What follows the headline of the findings: the rule with most gaps, and what the file does not say.
pub fn coverage_after(rules: &[RuleRow], language: Language) -> String {
    let mut sentences = Vec::new();
    // Of one rule all gaps are.
    if let Some(worst) = most(rules, gaps).filter(|_| rules.len() > 1) {
        let text = super::finding::rule_text(worst, language);
        let text = text.trim_end_matches('.');
        let number = spelled(gaps(worst), false, language);
        sentences.push(
            say!(language; "Flest, {number}, gäller regeln ”{text}”.", "Most, {number}, are about the rule “{text}”."),
        );
    }
    sentences.extend(expiring_sentence(rules.iter().map(|rule| rule.tally.expiring).sum(), language));
    sentences.extend(unclear(rules.iter().map(|rule| rule.tally.unknown).sum(), language));
    sentences.join(" ")
}

/// How many subjects of a rule hold: those met and those met for now.
pub fn held(rule: &RuleRow) -> u32 {
    rule.tally.held()
}

/// How many subjects of a rule hold, as a sentence's part: `4 av 5 håller`.
pub fn held_of(rule: &RuleRow, language: Language) -> String {
    let of = super::numbers::of(held(rule), rule.tally.applicable, language);
    say!(language; "{of} uppfyllda", "{of} met")
}

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

/// Said in place of a list of findings that has none: all is well only where some rule asks something.
pub fn nothing_listed(rules: &[RuleRow], filtered: bool, language: Language) -> &'static str {
    match filtered {
        true => no_findings(language),
        false if rules.iter().all(|rule| rule.tally.applicable == 0) => nothing_asked(language),
        false => nothing_wrong(language),
    }
}

/// The heading of a list of findings, with its parts where they stand in more than one way:
/// `77 rader: 47 avvikelser, 26 går ut, 3 oklara, 1 accepterad`.
pub fn findings_heading(total: u32, states: &Tally, language: Language) -> String {
    let all = words::FINDING.figure(total, language);
    let part = |number: u32, one: &'static str, many: &'static str| {
        let counted = integer(number.into(), language);
        (number > 0).then(|| format!("{counted}\u{a0}{}", if number == 1 { one } else { many }))
    };
    let parts = match language {
        Language::Swedish => [
            part(states.expiring, "går ut", "går ut"),
            part(states.unknown, "oklar", "oklara"),
            part(states.accepted, "accepterad", "accepterade"),
        ],
        Language::English => [
            part(states.expiring, "expires", "expire"),
            part(states.unknown, "unclear", "unclear"),
            part(states.accepted, "accepted", "accepted"),
        ],
    };
    let gaps = (states.gaps() > 0).then(|| words::GAP.figure(states.gaps(), language));
    let parts: Vec<String> = gaps.into_iter().chain(parts.into_iter().flatten()).collect();
    if total == 0 { all } else { format!("{all}: {}", parts.join(", ")) }
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

/// A bar of a tally in words, for those who do not see it: `113 av 131 uppfyllda, 9 upphör, 18 saknas`.
pub fn tally(tally: &Tally, language: Language) -> String {
    let states = [
        (State::Expiring, tally.expiring),
        (State::Missing, tally.missing),
        (State::Broken, tally.broken),
        (State::Unknown, tally.unknown),
        (State::Accepted, tally.accepted),
    ];
    let mut parts = vec![super::numbers::of(tally.held(), tally.applicable, language)];
    for (state, number) in states {
        if number > 0 {
            let number = integer(number.into(), language);
            parts.push(format!("{number} {}", words::state(state, language)));
        }
    }
    parts.join(", ")
}

/// Of a rule's subjects those that are not met or will not be, the worst first: `17 saknas, 9 går ut`.
pub fn tally_rest(tally: &Tally, language: Language) -> String {
    let states = [
        (State::Missing, tally.missing),
        (State::Broken, tally.broken),
        (State::Expiring, tally.expiring),
        (State::Unknown, tally.unknown),
    ];
    let said = |(state, number): (State, u32)| {
        format!("{}\u{a0}{}", integer(number.into(), language), words::state(state, language))
    };
    states.into_iter().filter(|(_, number)| *number > 0).map(said).collect::<Vec<_>>().join(", ")
}

/// A text of the file that may be empty.
pub fn or_not_stated(label: Option<&Label>, language: Language) -> String {
    label.map_or_else(|| not_stated(language).to_owned(), |label| label.say(language).to_owned())
}

#[cfg(test)]
mod tests;
