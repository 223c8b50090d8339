//! The question what becomes of what refers to an item that is taken out.

use super::super::numbers::capital;
use super::super::{say, word, words};
use crate::organisation::ListName;
use crate::organisation::value::Language;

/// What can become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalAnswer {
    /// The removal answer says no longer who or what it was.
    Clear,
    /// The removal answer goes as well.
    Together,
    /// It refers to something else.
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

/// An answer.
pub const fn answer(answer: RemovalAnswer, language: Language) -> &'static str {
    match answer {
        RemovalAnswer::Clear => word(
            language,
            "Ta bort hänvisningarna. Det som inte kan vara utan tas också bort.",
            "Take the references out. What cannot do without goes too.",
        ),
        RemovalAnswer::Together => {
            word(language, "Ta bort det som hänvisar hit också.", "Take out what refers here as well.")
        }
        RemovalAnswer::HandOver => {
            word(language, "Låt något annat i filen ta över.", "Let something else in the file take over.")
        }
        RemovalAnswer::End => word(language, "Avsluta uppdragen i dag.", "End the posts today."),
        RemovalAnswer::Vacate => word(language, "Gör uppdragen vakanta.", "Make the posts vacant."),
    }
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
}
