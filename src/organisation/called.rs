//! What sheets and extracts call the words of the format, where no page is near to say it.

use super::value::Language;

/// A word of the format, what a sheet calls it in Swedish and in English, and what else it may be called.
pub type WordRow = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// A closed set of words.
pub type Words = &'static [WordRow];

/// What the built-in roles are called, in the words of sheets and of extracts. A head is called after the unit.
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

/// What a sheet calls a word of the format; words that are not among them as they are.
pub fn said(words: Words, word: &str, language: Language) -> String {
    let row = words.iter().find(|(known, ..)| *known == word);
    row.map_or(word, |(_, sv, en, _)| if language == Language::Swedish { sv } else { en }).to_owned()
}
