//! Documentation comments that cannot be read alone: those that lean on what stands before them, and those of a word or
//! two that only ask or point.

use super::sources::Source;

/// How a comment begins that leans on the one before it.
const LEANING: &[&str] = &["The same", "Its id", "Its line", "From where", "As above", "Ditto"];

/// The first of two words that together only ask or point: `Which risks`, `In words`.
const ASKING: &[&str] = &[
    "Who", "Whose", "What", "Which", "Where", "When", "Why", "How", "In", "For", "From", "To", "As", "Its", "Their",
    "It", "They", "This", "That", "These", "Those",
];

/// The last of two words that together say no more than what the code says: `The list`, `Does it`.
const POINTING: &[&str] = &[
    "it", "that", "them", "this", "one", "item", "items", "thing", "things", "list", "row", "rows", "table", "page",
    "card", "form", "text", "value", "choice", "field", "data",
];

/// The comments that cannot be read alone, as `file:line: comment`.
pub(crate) fn unreadable(sources: &[Source]) -> Vec<String> {
    let of = |source: &Source| {
        let docs = source.docs.iter().filter(|(_, doc)| leans(doc) || says_nothing(doc));
        docs.map(|(line, doc)| format!("{}:{line}: {doc}", source.file)).collect::<Vec<_>>()
    };
    sources.iter().flat_map(of).collect()
}

fn leans(doc: &str) -> bool {
    let begins =
        |opening: &&str| doc.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    LEANING.iter().any(begins)
}

fn says_nothing(doc: &str) -> bool {
    let words: Vec<_> =
        doc.split_whitespace().map(|word| word.trim_matches(|char: char| !char.is_alphanumeric())).collect();
    match *words {
        [] | [_] => true,
        [first, last] => ASKING.contains(&first) || POINTING.contains(&last),
        _ => false,
    }
}
