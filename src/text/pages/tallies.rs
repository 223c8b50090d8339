//! How the subjects of rules stand, in words: the verdict of the findings, what is said where no gap is left, and counts.

use super::super::numbers::{capital, capital_in_english, integer, most, of, spelled};
use super::super::overview::Sentence;
use super::super::{say, word, words};
use super::labels::{no_findings, no_rules, nothing_asked, nothing_wrong};
use crate::coverage::{State, Tally};
use crate::engine::view::RuleRow;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;

/// How much ends within the window, where anything does.
pub(in crate::text) fn expiring_sentence(expiring: u32, language: Language) -> Option<String> {
    let number = spelled(expiring, false, language);
    let number = capital_in_english(&number, language);
    match expiring {
        0 => None,
        1 => Some(
            word(
                language,
                "Inom 90 dagar slutar ett krav att vara uppfyllt om inget görs.",
                "One requirement will stop being met within 90 days unless something is done.",
            )
            .into(),
        ),
        _ => Some(say!(language; "Inom 90 dagar slutar {number} krav att vara uppfyllda om inget görs.",
            "{number} requirements will stop being met within 90 days unless something is done.")),
    }
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
        let text = super::super::finding::rule_text(worst, language);
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
    let of = of(held(rule), rule.tally.applicable, language);
    say!(language; "{of} uppfyllda", "{of} met")
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

/// A bar of a tally in words, for those who do not see it: `113 av 131 uppfyllda, 9 upphör, 18 saknas`.
pub fn tally(tally: &Tally, language: Language) -> String {
    let states = [
        (State::Expiring, tally.expiring),
        (State::Missing, tally.missing),
        (State::Broken, tally.broken),
        (State::Unknown, tally.unknown),
        (State::Accepted, tally.accepted),
    ];
    let mut parts = vec![of(tally.held(), tally.applicable, language)];
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
