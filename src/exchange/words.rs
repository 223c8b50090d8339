//! The closed words of the format as sheets write them: in Swedish, in English, and in other words that people use.

use super::names::heading;
pub use crate::organisation::called::{ROLES, WordRow, Words, said};

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

/// Uncertainties of judgements: the word of the format, Swedish, English, and other words for it.
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

/// Whether an account can be used.
pub const STATES: Words = &[
    (
        "open",
        "aktiv",
        "active",
        &["aktivt", "aktiverad", "enabled", "allowed", "tillåten", "tillåtet", "öppen", "anställd"],
    ),
    (
        "closed",
        "spärrad",
        "blocked",
        &[
            "spärrat",
            "blockerad",
            "blockerat",
            "disabled",
            "inaktiv",
            "inaktiverad",
            "inactive",
            "avstängd",
            "avslutad",
            "avslutat",
            "deleted",
            "borttagen",
            "raderad",
            "stängd",
            "denied",
        ],
    ),
];

/// What a sheet writes for a likelihood that cannot be said.
pub const NOT_ASSESSABLE: Words =
    &[("not_assessable", "går inte att bedöma", "not assessable", &["ej bedömbar", "kan inte bedömas"])];

/// The word of the format that a text means.
pub fn word_of(words: Words, text: &str) -> Option<&'static str> {
    let text = heading_or_sign(text);
    let means = |(word, sv, en, also): &&WordRow| {
        [word, sv, en].into_iter().chain(also.iter()).any(|known| heading_or_sign(known) == text)
    };
    words.iter().find(means).map(|(word, ..)| *word)
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
        let sets = [
            KINDS,
            UNCERTAINTIES,
            TREATMENTS,
            RISK_STATUSES,
            CAPABILITIES,
            MEASURE_STATUSES,
            MARKINGS,
            YES,
            STATES,
            ROLES,
        ];
        for words in sets {
            for (word, sv, en, also) in words {
                for text in [word, sv, en].into_iter().chain(also.iter()) {
                    assert_eq!(word_of(words, text), Some(*word), "{text}");
                }
            }
        }
    }
}
