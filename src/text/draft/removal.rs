//! The question what becomes of what refers to an item that is taken out.

use super::super::numbers::capital;
use super::super::{say, word, words};
use crate::organisation::ListName;
use crate::organisation::value::Language;

/// What can become of what refers to an item that is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalAnswer {
    /// What refers to the item says no longer who or what it was.
    Clear,
    /// What refers to the item goes as well.
    Together,
    /// What refers to the item refers to another.
    HandOver,
    /// Posts end today.
    End,
    /// Posts become vacant.
    Vacate,
}

const POST: words::Noun = words::Noun { neuter: true, sv: ["uppdrag", "uppdrag", "uppdraget"], en: ["post", "posts"] };
const OTHER: words::Noun =
    words::Noun {
        neuter: true, sv: ["annat ställe", "andra ställen", "stället"], en: ["other place", "other places"]
    };
const EXCEPTION: words::Noun =
    words::Noun { neuter: true, sv: ["undantag", "undantag", "undantaget"], en: ["exception", "exceptions"] };
const PLACE: words::Noun =
    words::Noun { neuter: true, sv: ["ställe", "ställen", "stället"], en: ["place", "places"] };

/// Takes the item out.
pub fn remove(language: Language) -> &'static str {
    super::remove(language)
}

/// Leaves it where it is.
pub const fn keep(language: Language) -> &'static str {
    word(language, "Behåll", "Keep")
}

/// Label of the choice of what takes its place.
pub fn to_whom(language: Language) -> String {
    word(language, "Lämna över till", "Hand over to").to_owned()
}

/// How many items of each list refer to it, and what becomes of them.
pub fn question(by: &[(ListName, u32)], language: Language) -> String {
    let count = |is_post: bool| {
        by.iter().filter(|(list, _)| (*list == ListName::Assignments) == is_post).map(|(_, count)| count).sum::<u32>()
    };
    let (posts, others) = (count(true), count(false));
    let and = word(language, " och ", " and ");
    let said = match (posts, others) {
        (0, others) => PLACE.count(others, language),
        (posts, 0) => POST.count(posts, language),
        (posts, others) => format!("{}{and}{}", POST.count(posts, language), OTHER.count(others, language)),
    };
    let said = capital(&said);
    say!(language; "{said} i filen hänvisar hit. Vad ska hända med det?", "{said} in the file refer here. What should become of that?")
}

/// An answer to what refers to an item that is removed.
pub const fn answer(answer: RemovalAnswer, language: Language) -> &'static str {
    match answer {
        RemovalAnswer::Clear => word(
            language,
            "Ta bort hänvisningarna. Det som inte kan vara utan tas också bort.",
            "Remove the references. What cannot be without them is removed too.",
        ),
        RemovalAnswer::Together => {
            word(language, "Ta bort det som hänvisar hit också.", "Remove what refers here as well.")
        }
        RemovalAnswer::HandOver => {
            word(language, "Låt något annat i filen ta över.", "Let something else in the file take over.")
        }
        RemovalAnswer::End => word(language, "Avsluta uppdragen i dag.", "End the posts today."),
        RemovalAnswer::Vacate => word(language, "Gör uppdragen vakanta.", "Make the posts vacant."),
    }
}

/// What the exceptions of a file are accepted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptedUnder {
    /// A rule of the file.
    Rule,
    /// The rules of a pack.
    Pack,
}

/// Before a rule goes or a pack is switched off: how many exceptions it leaves without anything to accept. Nothing where
/// there is none.
pub fn accepted(under: AcceptedUnder, count: usize, language: Language) -> Option<String> {
    let count = u32::try_from(count).ok().filter(|count| *count > 0)?;
    let them = if count == 1 { word(language, "det", "it") } else { word(language, "dem", "them") };
    let count = EXCEPTION.count(count, language);
    Some(match under {
        AcceptedUnder::Rule => say!(language;
            "Filen har {count} från regeln. Vad ska hända med {them}?",
            "The file has {count} to the rule. What should happen to {them}?"),
        AcceptedUnder::Pack => say!(language;
            "Filen har {count} från paketets regler. Vad ska hända med {them}?",
            "The file has {count} to the rules of the pack. What should happen to {them}?"),
    })
}

/// Takes the rule out or switches the pack off, and the exceptions with it.
pub const fn with_accepted(under: AcceptedUnder, language: Language) -> &'static str {
    match under {
        AcceptedUnder::Rule => word(language, "Ta bort regeln och undantagen", "Remove the rule and the exceptions"),
        AcceptedUnder::Pack => {
            word(language, "Stäng av paketet och ta bort undantagen", "Turn the pack off and remove the exceptions")
        }
    }
}

/// Takes the rule out or switches the pack off, and leaves the exceptions in the file.
pub const fn without_accepted(under: AcceptedUnder, language: Language) -> &'static str {
    match under {
        AcceptedUnder::Rule => {
            word(language, "Ta bort regeln men behåll undantagen", "Remove the rule but keep the exceptions")
        }
        AcceptedUnder::Pack => {
            word(language, "Stäng av paketet men behåll undantagen", "Turn the pack off but keep the exceptions")
        }
    }
}

/// Before an exception goes that accepts a gap.
pub const fn counts_again(language: Language) -> &'static str {
    word(
        language,
        "Utan undantaget räknas avvikelsen igen. Ska undantaget tas bort?",
        "Without the exception the gap counts again. Remove the exception?",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn the_question_says_how_many_refer_to_the_item() {
        let both = [(ListName::Assignments, 2), (ListName::Documents, 1), (ListName::Risks, 3)];
        assert_eq!(
            question(&both, Swedish),
            "Två uppdrag och fyra andra ställen i filen hänvisar hit. Vad ska hända med det?"
        );
        assert!(question(&both[..1], English).starts_with("Two posts in the file"));
        assert!(question(&both[1..], English).starts_with("Four places in the file"));
    }

    #[test]
    fn a_rule_that_nothing_is_accepted_under_goes_without_a_question() {
        assert_eq!(accepted(AcceptedUnder::Rule, 0, Swedish), None);
        assert_eq!(
            accepted(AcceptedUnder::Rule, 2, Swedish).as_deref(),
            Some("Filen har två undantag från regeln. Vad ska hända med dem?")
        );
    }
}
