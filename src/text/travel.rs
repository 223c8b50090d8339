//! Change files: what was not taken and why, and why one cannot be brought in.

pub mod answer;
pub mod plan;
pub mod review;
pub mod round;
pub mod rounds;

use super::draft::field;
use super::numbers::integer;
use super::{problem, say, word, words};
use crate::organisation::value::Language;
use crate::travel::ChangesUnreadable;
use crate::travel::fields::as_json;
use crate::travel::merge::{ChangePlace, ChangesRefused, Merged, Refusal, ToldConflict, ToldRefusal};

/// What a change is of: the list, what the item is called there, and the field.
pub fn place(place: &ChangePlace, language: Language) -> String {
    let field = place.field.as_deref().map(|name| match name {
        ChangePlace::ORDER => word(language, "ordningen", "the order").to_owned(),
        name => field(place.list, name, language),
    });
    let parts = [place.list.map(|list| words::list(list, language).to_owned()), place.key.clone(), field];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// That a change is not taken since there is more than one value to choose from: the one it began from, the one the
/// file has, and those of change files.
pub fn conflict(conflict: &ToldConflict, language: Language) -> String {
    let place = place(&conflict.place, language);
    let value = |values: &[String]| match values {
        [] => word(language, "inget", "nothing").to_owned(),
        values => as_json(values),
    };
    let (base, ours) = (value(&conflict.base), value(&conflict.ours));
    let theirs: Vec<String> = conflict.theirs.iter().map(|values| value(values)).collect();
    let theirs = theirs.join(word(language, " och ", " and "));
    say!(language;
        "Konflikt: {place}. Ändringen utgick från {base} och anger {theirs}; filen har {ours} och behåller det.",
        "Conflict: {place}. The change began from {base} and gives {theirs}; the file has {ours} and keeps it.")
}

/// Says that a change is refused, and why.
pub fn refused(refused: &ToldRefusal, language: Language) -> String {
    let (place, why) = (place(&refused.place, language), refusal(refused.why, language));
    say!(language; "Avvisat: {place}. {why}", "Refused: {place}. {why}")
}

/// Why a change is refused.
pub fn refusal(why: Refusal, language: Language) -> &'static str {
    match why {
        Refusal::Outside => word(
            language,
            "Det ingick inte i utdraget som ändringen utgick från.",
            "It was not in the extract that the change began from.",
        ),
        Refusal::Pseudonym => word(
            language,
            "Utdraget visade personen under pseudonym, så det går inte att avgöra vem som avses.",
            "The extract showed the person under a pseudonym, so it is not possible to tell who is meant.",
        ),
    }
}

/// How many changes were taken, how many the file had already, and how many were not taken.
pub fn tally(merged: &Merged, language: Language) -> String {
    let count = |count: usize| integer(count as u64, language);
    let (taken, same) = (count(merged.taken.len()), integer(merged.same.into(), language));
    let (conflicts, refused) = (count(merged.conflicts.len()), count(merged.refused.len()));
    say!(language;
        "Införda ändringar: {taken}. Redan i filen: {same}. Konflikter: {conflicts}. Avvisade: {refused}.",
        "Changes taken: {taken}. Already in the file: {same}. Conflicts: {conflicts}. Refused: {refused}.")
}

/// Why a file cannot be used as a change file: a sentence for each reason.
pub fn unreadable(why: &ChangesUnreadable, language: Language) -> Vec<String> {
    match why {
        ChangesUnreadable::OtherFile => {
            vec![word(language, "Filen är ingen ändringsfil.", "The file is not a change file.").to_owned()]
        }
        ChangesUnreadable::Newer { .. } => vec![
            word(
                language,
                "Ändringsfilen är gjord med en nyare version av Ombud.",
                "The change file was made with a newer version of Ombud.",
            )
            .to_owned(),
        ],
        ChangesUnreadable::Damaged { problems } => {
            let damaged = word(language, "Ändringsfilen är skadad.", "The change file is damaged.").to_owned();
            let problems = problems.iter().map(|found| problem::line(found, language));
            std::iter::once(damaged).chain(problems).collect()
        }
    }
}

/// Why a change file is not brought in at all.
pub fn not_brought_in(why: &ChangesRefused, language: Language) -> String {
    match why {
        ChangesRefused::OtherMunicipality { names } => {
            let names = names.first().map_or("", String::as_str);
            say!(language;
                "Ändringsfilen gäller en annan kommuns fil: {names}.",
                "The change file is about the file of another municipality: {names}.")
        }
        ChangesRefused::NeverMade { receiver: None } => word(
            language,
            "Ändringsfilen utgår från ett utdrag som inte kan ha gjorts av den här filen.",
            "The change file began from an extract that cannot have been made from this file.",
        )
        .to_owned(),
        ChangesRefused::NeverMade { receiver: Some(receiver) } => say!(language;
            "Ändringsfilen utgår från ett utdrag för {receiver}, som inte finns i den här filen.",
            "The change file began from an extract for {receiver}, which is not in this file."),
        ChangesRefused::Newer => word(
            language,
            "Ändringsfilen utgår från ett utdrag som är gjort med en nyare version av Ombud.",
            "The change file began from an extract made with a newer version of Ombud.",
        )
        .to_owned(),
    }
}
