//! Whether a text that stands where a place is named is the name of none.
//!
//! A list of workplaces has more in that column than workplaces: a footnote, who answers for it, what is left over. None of
//! them becomes a unit. A word is enough only where no place is called by it: "Övriga" is what is left over,
//! "Övrigagården" a house.

use super::{Named, NothingKnown, WhoFound, read};
use crate::exchange::names::heading;
use crate::organisation::nobody::{is_title, tokens};

/// Words of what someone is that places are called by as well.
const OF_PLACES: &[&str] = &[
    "reception",
    "receptionen",
    "expedition",
    "expeditionen",
    "växel",
    "växeln",
    "jour",
    "support",
    "ledning",
    "ledningen",
    "ledningsgruppen",
    "personal",
    "kontakt",
    "alla",
    "samtliga",
    "gemensam",
    "gemensamt",
    "flera",
    "annan",
    "extern",
    "externt",
    "intern",
    "internt",
    "head",
    "miss",
];

/// What words end with that are of people alone, in Swedish, English, Danish and Norwegian.
const OF_PEOPLE: &[&str] = &[
    "chef",
    "chefen",
    "chefer",
    "cheferna",
    "ombud",
    "ombudet",
    "ombuden",
    "samordnare",
    "samordnaren",
    "ersättare",
    "ersättaren",
    "vikarie",
    "vikarien",
    "vikarier",
    "suppleant",
    "suppleanter",
    "rektor",
    "rektorn",
    "manager",
    "deputy",
    "substitute",
    "coordinator",
    "representative",
    "stedfortræder",
    "stedfortreder",
    "vikar",
    "lederen",
];

/// Words for what is left over, each alone or before one of [`KINDS`].
const REST: &[&str] = &[
    "övrig",
    "övriga",
    "övrigt",
    "resterande",
    "återstående",
    "resten",
    "andra",
    "annat",
    "diverse",
    "other",
    "others",
    "remaining",
    "remainder",
    "misc",
    "miscellaneous",
    "øvrig",
    "øvrige",
    "øvrigt",
    "andre",
    "andet",
    "annet",
    "resterende",
];

/// Words for none, or for none that is known, before one of [`KINDS`].
const NONE: &[&str] = &[
    "ingen",
    "inget",
    "inga",
    "utan",
    "saknar",
    "ej",
    "okänd",
    "okänt",
    "no",
    "without",
    "none",
    "unknown",
    "uden",
    "uten",
    "ukendt",
    "ukjent",
    "ospecificerad",
    "tom",
    "tomma",
];

/// Words behind one of [`KINDS`] that say that it is not known.
const LACKING: &[&str] = &["saknas", "okänd", "okänt", "mangler", "missing", "unknown", "ukendt", "ukjent"];

/// Words that end "no unit given".
const SAID: &[&str] =
    &["angiven", "angivet", "angivna", "vald", "registrerad", "given", "specified", "angitt", "valgt", "valgte"];

/// Words for parts of an organisation in general.
const KINDS: &[&str] = &[
    "arbetsplats",
    "arbetsplatser",
    "enhet",
    "enheter",
    "avdelning",
    "avdelningar",
    "förvaltning",
    "förvaltningar",
    "placering",
    "tillhörighet",
    "workplace",
    "workplaces",
    "unit",
    "units",
    "department",
    "departments",
    "arbejdsplads",
    "arbejdspladser",
    "arbeidsplass",
    "arbeidsplasser",
    "enhed",
    "enheder",
    "afdeling",
    "afdelinger",
    "avdeling",
    "avdelinger",
    "forvaltning",
    "forvaltninger",
];

/// Whether a text is the name of nothing at all: a sign, or a word for "none" or "not known" alone.
pub(in super::super) fn is_no_thing(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "null",
        "none",
        "nan",
        "na",
        "nn",
        "x",
        "xx",
        "xxx",
        "vakant",
        "vacant",
        "saknas",
        "ingen",
        "inget",
        "inga",
        "okänd",
        "okänt",
        "okända",
        "tom",
        "tomt",
        "tomma",
        "tomme",
        "blank",
        "blanks",
        "empty",
        "ukendt",
        "ukjent",
        "unknown",
        "undefined",
        "tba",
        "tbd",
        "ejangivet",
        "ejangiven",
        "notapplicable",
        "ejaktuellt",
        "ejaktuell",
        "uppgiftsaknas",
        "dito",
        "seovan",
        "sammasomovan",
        "vetej",
        "nil",
        "missing",
        "mangler",
        "ejplacerad",
        "ejplacerade",
        "oplacerad",
        "oplacerade",
    ];
    let letters = heading(text);
    letters.is_empty() || WORDS.contains(&&*letters)
}

/// Whether a text is no name of a place: somebody or what they are, what is left over, or that there is none.
pub(in super::super) fn is_no_place(text: &str) -> bool {
    let (text, is_numbered) = without_ordinal(text);
    is_no_thing(text) || is_left_over(text) || is_of_person(text, is_numbered)
}

/// Whether a text says that there is no place, or means those that are left over: `Ingen arbetsplats`, `Övriga`,
/// `Övriga enheter`.
fn is_left_over(text: &str) -> bool {
    let tokens = tokens(text);
    let words: Vec<&str> = tokens.iter().map(|token| &*token.low).collect();
    match words[..] {
        [one] => REST.contains(&one),
        [first, second] => {
            ((REST.contains(&first) || NONE.contains(&first)) && KINDS.contains(&second))
                || (KINDS.contains(&first) && LACKING.contains(&second))
        }
        [none, kind, said] => NONE.contains(&none) && KINDS.contains(&kind) && SAID.contains(&said),
        _ => false,
    }
}

/// Whether a text is what someone is, alone or beside their whole name. With a number before it, it is a footnote.
fn is_of_person(text: &str, is_numbered: bool) -> bool {
    let is_of_people = |low: &str| is_title(low) && !OF_PLACES.contains(&low);
    let is_never_place = |low: &str| OF_PEOPLE.iter().any(|end| low.ends_with(end));
    let tokens = tokens(text);
    let all = |is: &dyn Fn(&str) -> bool| !tokens.is_empty() && tokens.iter().all(|token| is(&token.low));
    let is_role = all(&is_of_people) && (is_numbered || tokens.iter().any(|token| is_never_place(&token.low)));
    if is_role || all(&is_never_place) {
        return true;
    }
    match read(text, &NothingKnown) {
        WhoFound::Nobody(_) => is_numbered,
        WhoFound::One(Named { sure: true, remark: Some(remark), .. }) => {
            self::tokens(&remark).iter().any(|token| is_of_people(&token.low))
                && self::tokens(&remark).iter().all(|token| !OF_PLACES.contains(&&*token.low))
        }
        _ => false,
    }
}

/// A text without the number or letter that counts it, and whether it had one: `1) Vikarie`, `2. Ersättare`, `¹ Vikarie`.
fn without_ordinal(text: &str) -> (&str, bool) {
    const LONGEST: usize = 2;
    let text = text.trim();
    if let Some(rest) = text.strip_prefix(['¹', '²', '³', '*', '†']) {
        return (rest.trim_start(), true);
    }
    let inside = text.strip_prefix('(').unwrap_or(text);
    let Some(end) = inside.find([')', '.', ':']) else { return (text, false) };
    let (ordinal, rest) = inside.split_at(end);
    let is_number = (1..=LONGEST).contains(&ordinal.len()) && ordinal.bytes().all(|figure| figure.is_ascii_digit());
    let is_letter =
        ordinal.len() == 1 && ordinal.bytes().all(|letter| letter.is_ascii_lowercase()) && rest.starts_with(')');
    if is_number || is_letter { (rest[1..].trim_start(), true) } else { (text, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_words_of_what_someone_is_begins_a_footnote() {
        for text in
            ["1) Vikarie", "2. Ersättare", "(3) Tf rektor", "a) vikarie", "¹ Vikarie", "1) Vakant", "1) Rektor Eva Al"]
        {
            assert!(is_no_place(text), "{text}");
        }
        for text in ["1) Ekskolan", "2. Norra förskolan", "Vikariepoolen", "7. Receptionen", "St. Eriks skola"] {
            assert!(!is_no_place(text), "{text}");
        }
    }

    #[test]
    fn somebody_is_no_place() {
        for text in [
            "Säkerhetschef Eva Al",
            "Eva Al, säkerhetschef",
            "Rektor Eva Al",
            "Säkerhetsombud",
            "Vikarie",
            "Biträdande rektor",
        ] {
            assert!(is_no_place(text), "{text}");
        }
        for text in [
            "Reception Norra Berget",
            "Norra Berget",
            "Rektorsområde Norr",
            "Chefsgården",
            "Kurator",
            "Personal",
            "Ledningen",
        ] {
            assert!(!is_no_place(text), "{text}");
        }
    }

    #[test]
    fn what_is_left_over_and_what_is_none_are_no_places() {
        for text in [
            "Övriga",
            "övrigt",
            "(tomma)",
            "(tom)",
            "(blank)",
            "Ingen arbetsplats",
            "Utan enhet",
            "Övriga enheter",
            "Other",
            "No workplace",
            "Unknown department",
            "Øvrige",
            "Ingen arbejdsplads",
            "Uten avdeling",
            "Andre enheter",
            "Diverse",
            "Enhet saknas",
            "Ingen avdelning angiven",
        ] {
            assert!(is_no_place(text), "{text}");
        }
        for text in [
            "Övre skolan",
            "Övrigagården",
            "Övrig verksamhet",
            "Andra långgatans förskola",
            "Otherside",
            "Utanverket",
            "Ingenstans",
            "Enheten",
        ] {
            assert!(!is_no_place(text), "{text}");
        }
    }
}
