//! The closed words of the format as sheets write them: in Swedish, in English, and in other words that people use.

use super::names::heading;
use crate::organisation::value::Language;

/// A word of the format, what a sheet calls it in Swedish and in English, and what else it may be called.
pub type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// A closed set of words.
pub type Words = &'static [Row];

/// Kinds of unit.
pub const KINDS: Words = &[
    ("municipality", "kommun", "municipality", &["kommunen"]),
    ("department", "förvaltning", "department", &["förvaltningen", "sektor", "kontor"]),
    ("company", "bolag", "company", &["kommunalt bolag", "aktiebolag"]),
    ("workplace", "arbetsplats", "workplace", &["enhet", "verksamhet", "skola", "förskola"]),
    ("security_unit", "säkerhetsenhet", "security unit", &["säkerhetsenheten"]),
    ("group", "grupp", "group", &["riskhanteringsgrupp"]),
    ("party", "extern part", "external party", &["myndighet", "part", "party", "agency", "organisation"]),
];

/// Uncertainties.
pub const UNCERTAINTIES: Words = &[
    ("low", "låg", "low", &["liten"]),
    ("medium", "medelhög", "medium", &["medel", "måttlig"]),
    ("high", "hög", "high", &["stor"]),
];

/// What is done about a risk.
pub const TREATMENTS: Words = &[
    ("open", "inte beslutad", "not decided", &["öppen", "open"]),
    ("mitigate", "minskas", "mitigated", &["mitigate", "reduce", "minska", "reduceras"]),
    ("accept", "accepteras som den är", "accepted as it is", &["accept", "accepteras", "acceptera", "accepted"]),
    ("avoid", "undviks", "avoided", &["avoid", "undvika"]),
    ("transfer", "förs över till någon annan", "transferred to someone else", &["transfer", "överförs", "överföra"]),
];

/// Whether a risk is still watched.
pub const RISK_STATUSES: Words = &[
    ("active", "aktiv", "active", &["pågående"]),
    ("watched", "bevakas", "watched", &["bevakad"]),
    ("closed", "avslutad", "closed", &["stängd", "cancelled"]),
];

/// Abilities to handle an event.
pub const CAPABILITIES: Words = &[
    ("good", "god, utan tydliga brister", "good, without clear shortcomings", &["god", "good", "ITBP"]),
    ("uncertain", "osäker", "uncertain", &["OO"]),
    (
        "lacking",
        "bristfällig, med tydliga brister",
        "lacking, with clear shortcomings",
        &["bristfällig", "lacking", "TBP"],
    ),
];

/// How far a measure has come.
pub const MEASURE_STATUSES: Words = &[
    ("proposed", "föreslagen", "proposed", &["förslag", "to do"]),
    ("decided", "beslutad", "decided", &["planerad", "planned"]),
    ("ongoing", "pågår", "ongoing", &["pågående", "påbörjad", "in progress", "started"]),
    ("done", "klar", "done", &["genomförd", "avslutad", "färdig", "completed", "active"]),
    ("cancelled", "avbruten", "cancelled", &["utgår", "deprecated"]),
];

/// Who may see an item; grounds of secrecy are written as the format does.
pub const MARKINGS: Words = &[
    ("open", "öppen", "open", &["offentlig", "public"]),
    ("internal", "intern", "internal", &[]),
    ("never", "aldrig", "never", &[]),
];

/// Yes and no.
pub const YES: Words =
    &[("true", "ja", "yes", &["true", "sant", "1", "x"]), ("false", "nej", "no", &["false", "falskt", "0", "-"])];

/// The built-in roles. A head is called after the unit.
pub const ROLES: Words = &[
    (
        "head",
        "chef",
        "head",
        &["förvaltningschef", "vd", "enhetschef", "rektor", "department head", "managing director"],
    ),
    ("head_of_security", "säkerhetschef", "head of security", &[]),
    ("crime_prevention_officer", "brottsförebyggare", "crime prevention officer", &[]),
    ("security_coordinator", "säkerhetssamordnare", "security coordinator", &["samordnare", "coordinator"]),
    ("security_representative", "säkerhetsombud", "security representative", &["ombud", "representative"]),
    ("member", "medlem", "member", &["ledamot"]),
    ("safety_representative", "skyddsombud", "safety representative", &[]),
    ("crime_prevention_coordinator", "brottsförebyggande samordnare", "crime prevention coordinator", &[]),
    (
        "crime_prevention_chair",
        "ordförande i brottsförebyggande rådet",
        "chair of the crime prevention council",
        &["ordförande i rådet mot brott", "chair of the council on crime"],
    ),
    ("security_protection_chief", "säkerhetsskyddschef", "protective security manager", &["security protection chief"]),
];

/// What a sheet writes for a likelihood that cannot be said.
pub const NOT_ASSESSABLE: Words =
    &[("not_assessable", "går inte att bedöma", "not assessable", &["ej bedömbar", "kan inte bedömas"])];

/// The word of the format that a text means.
pub fn word_of(words: Words, text: &str) -> Option<&'static str> {
    let text = heading_or_sign(text);
    let means = |(word, sv, en, also): &&Row| {
        [word, sv, en].into_iter().chain(also.iter()).any(|known| heading_or_sign(known) == text)
    };
    words.iter().find(means).map(|(word, ..)| *word)
}

/// What a sheet calls a word of the format; words that are not among them as they are.
pub fn said(words: Words, word: &str, language: Language) -> String {
    let row = words.iter().find(|(known, ..)| *known == word);
    row.map_or(word, |(_, sv, en, _)| if language == Language::Swedish { sv } else { en }).to_owned()
}

/// The letters of a text, or what it is made of where it has none.
fn heading_or_sign(text: &str) -> String {
    let letters = heading(text);
    if letters.is_empty() { text.trim().to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_understood_in_both_languages_and_as_the_format_has_it() {
        for text in ["Säkerhetsenhet", "security unit", "security_unit"] {
            assert_eq!(word_of(KINDS, text), Some("security_unit"));
        }
        assert_eq!(word_of(KINDS, "rymdstation"), None);
        assert_eq!(word_of(YES, "-"), Some("false"));
    }

    #[test]
    fn no_text_means_two_words_of_a_set() {
        let sets =
            [KINDS, UNCERTAINTIES, TREATMENTS, RISK_STATUSES, CAPABILITIES, MEASURE_STATUSES, MARKINGS, YES, ROLES];
        for words in sets {
            for (word, sv, en, also) in words {
                for text in [word, sv, en].into_iter().chain(also.iter()) {
                    assert_eq!(word_of(words, text), Some(*word), "{text}");
                }
            }
        }
    }
}
