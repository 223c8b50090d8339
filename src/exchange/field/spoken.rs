//! Headings as people write them: with a hint at the scale or the form behind them, and about people with who and what in
//! any order: `Ombud t.o.m.`, `Tfn till enhetens chef`.

use crate::exchange::names::{heading, normal};

/// What may stand in brackets behind a heading and changes nothing about it. Units of measure do.
const HINTS: &[&str] = &[
    "s",
    "k",
    "st",
    "antal",
    "kr",
    "sek",
    "valfritt",
    "frivilligt",
    "obligatoriskt",
    "obligatorisk",
    "optional",
    "required",
    "åååå-mm-dd",
    "yyyy-mm-dd",
    "datum",
    "date",
    "namn",
    "name",
    "förnamn efternamn",
    "för- och efternamn",
];

/// The heading without the hints behind it; `None` where there are none.
pub(super) fn without_hint(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['*', ':']).trim_end();
    let is_scale = |hint: &str| {
        hint.chars().any(|letter| letter.is_ascii_digit())
            && hint.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '–' | '—' | ' ' | ','))
    };
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((bare, hint)) = text.strip_suffix(close).and_then(|text| text.rsplit_once(open)) {
            let hint = normal(hint);
            let wanted = heading(&hint);
            let known = is_scale(&hint) || HINTS.iter().any(|known| heading(known) == wanted);
            return (known && !bare.trim().is_empty()).then(|| bare.trim().to_owned());
        }
    }
    let (bare, last) = text.rsplit_once(char::is_whitespace)?;
    (is_scale(last) && last.contains(['-', '–', '—'])).then(|| bare.trim().to_owned())
}

/// A field of the list of workplaces that is about someone, and the words that mean it.
type SpokenWords = (&'static str, &'static [&'static str]);

/// Who is meant. Substitutes are those of the representative.
const WHO: &[SpokenWords] = &[
    (
        "substitute",
        &[
            "ersättare",
            "ersättaren",
            "ersättarens",
            "vice",
            "suppleant",
            "suppleanten",
            "ersättande",
            "ers",
            "substitute",
            "substitutes",
            "deputy",
        ],
    ),
    (
        "representative",
        &[
            "ombud",
            "ombudet",
            "ombudets",
            "säkerhetsombud",
            "säkerhetsombudet",
            "säkerhetsombudets",
            "representative",
            "representatives",
        ],
    ),
    (
        "coordinator",
        &[
            "samordnare",
            "samordnaren",
            "samordnarens",
            "säkerhetssamordnare",
            "säkerhetssamordnaren",
            "säkerhetssamordnarens",
            "coordinator",
            "coordinators",
        ],
    ),
    (
        "head",
        &[
            "chef",
            "chefen",
            "chefens",
            "enhetschef",
            "enhetschefen",
            "enhetschefens",
            "verksamhetschef",
            "verksamhetschefens",
            "rektor",
            "rektorn",
            "rektorns",
            "föreståndare",
            "föreståndarens",
            "förvaltningschef",
            "förvaltningschefens",
            "områdeschef",
            "områdeschefens",
            "head",
            "heads",
            "manager",
            "managers",
        ],
    ),
];

/// What of them is meant.
const WHAT: &[SpokenWords] = &[
    ("email", &["epost", "epostadress", "email", "mail", "mejl", "mailadress", "mejladress"]),
    (
        "phone",
        &[
            "telefon",
            "telefonnummer",
            "telefonnr",
            "tfn",
            "tel",
            "telnr",
            "mobil",
            "mobilnummer",
            "mobilnr",
            "mobiltelefon",
            "phone",
            "telephone",
            "mobile",
        ],
    ),
    ("from", &["from", "från", "startdatum", "tillträde", "utsedd"]),
    ("until", &["tom", "slutdatum", "until", "längst"]),
    ("", &["namn", "name", "förnamnefternamn"]),
];

/// Words that add nothing.
const FILLING: &[&str] = &[
    "till",
    "för",
    "på",
    "s",
    "säk",
    "arbetsplatsens",
    "enhetens",
    "skolans",
    "förvaltningens",
    "vår",
    "lokalt",
    "lokal",
    "ordinarie",
    "närmaste",
    "ansvarig",
    "förvaltning",
    "förvaltningen",
    "the",
    "of",
    "for",
];

/// The field of someone that a heading is about, where every word of it is understood: `representative_until`.
///
/// `termed` is whose substitute and term a row tells: the representative, or the coordinator.
pub(super) fn of_someone(text: &str, termed: &str) -> Option<String> {
    let mut text = normal(text);
    for (said, meant) in [
        ("e-post", "epost"),
        ("e-mail", "email"),
        ("fr.o.m", "from"),
        ("fr o m", "from"),
        ("från och med", "from"),
        ("t.o.m", "tom"),
        ("t o m", "tom"),
        ("till och med", "tom"),
        ("gäller till", "tom"),
        ("förordnad till", "tom"),
        ("förordnad från", "from"),
    ] {
        text = text.replace(said, meant);
    }
    let (mut who, mut what) = (Vec::new(), Vec::new());
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let known =
            |table: &'static [SpokenWords]| table.iter().find(|(_, words)| words.contains(&word)).map(|(id, _)| *id);
        match (known(WHO), known(WHAT)) {
            (Some(known), _) => who.push(known),
            (_, Some(known)) => what.push(known),
            _ if FILLING.contains(&word) => {}
            _ => return None,
        }
    }
    who.sort_unstable();
    who.dedup();
    what.retain(|what| !what.is_empty());
    let who = match who[..] {
        ["coordinator", "substitute"] if termed != "coordinator" => return None,
        ["representative", "substitute"] if termed != "representative" => return None,
        [who] | ["representative" | "coordinator", who @ "substitute"] => who,
        _ => return None,
    };
    match what[..] {
        [] => Some(who.to_owned()),
        [what] => Some(format!("{who}_{what}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_and_what_are_found_in_any_order() {
        for (text, field) in [
            ("Ombud t.o.m.", "representative_until"),
            ("Namn säkerhetsombud", "representative"),
            ("Tfn till enhetens chef", "head_phone"),
            ("Samordnarens e-postadress", "coordinator_email"),
            ("Ersättare för ombud", "substitute"),
            ("Mobil (ersättare)", "substitute_phone"),
            ("Säk.ombud fr.o.m.", "representative_from"),
        ] {
            assert_eq!(of_someone(text, "representative").as_deref(), Some(field), "{text}");
        }
        for text in ["Antal ombud", "Chef och ombud", "Ombudets utbildning", "E-post", "Ombud tfn mejl"] {
            assert_eq!(of_someone(text, "representative"), None, "{text}");
        }
        for (text, termed, field) in [
            ("Ersättare för samordnaren", "coordinator", Some("substitute")),
            ("Ersättare för samordnaren", "representative", None),
            ("Ersättare för ombudet", "coordinator", None),
            ("Rektor/chef", "representative", Some("head")),
        ] {
            assert_eq!(of_someone(text, termed).as_deref(), field, "{text} {termed}");
        }
    }

    #[test]
    fn a_hint_is_left_out_and_a_unit_of_measure_is_none() {
        for text in ["Sannolikhet (1-5)", "Sannolikhet 1–5", "Sannolikhet [S]", "Sannolikhet (1, 2, 3)*"] {
            assert_eq!(without_hint(text).as_deref(), Some("Sannolikhet"), "{text}");
        }
        for text in ["Kostnad (tkr)", "Avbrott (dygn)", "Ombud 2", "(1-5)", "Risk"] {
            assert_eq!(without_hint(text), None, "{text}");
        }
    }
}
