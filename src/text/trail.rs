//! The trail of a file: how a file stands in the chain of its savings.

use super::numbers::{and, capital, date, integer, short_date};
use super::shell::labels;
use super::{draft, say, word, words};
use crate::engine::view::{OwnHistoryRow, OwnHistoryView, OwnPostView};
use crate::organisation::ListName;
use crate::organisation::history::TrailKind;
use crate::organisation::value::Language;
use crate::trail::{Chain, ChainGap, Standing, TrailStep};

labels! {
    /// Heading of the trail, and of what it says of one item.
    history: "Historik", "History";
    /// The trail says nothing of the item.
    none: "Den nämns inte i historiken.", "The history does not mention it.";
    /// Heading of the question who saves.
    who_are_you: "Vad kallar du dig i filens historik?", "What do you call yourself in the file’s history?";
    /// Why that is asked.
    why_asked: "Varje sparning noteras i filen: dag, vem och vad som ändrades. Historiken följer aldrig med i utdrag.",
        "Each time the file is saved, the day, who saved it and what was changed are noted in it. The history is never included in extracts.";
    /// Label of the name.
    your_name: "Ditt namn", "Your name";
    /// What becomes of the name.
    may_be_empty: "Webbläsaren kommer ihåg svaret; du kan ändra det på sidan Data. Lämna tomt om du inte vill stå med namn.",
        "The browser remembers the answer; you can change it on the Data page. Leave it empty if you do not want to be named.";
    /// Saves the file with that name.
    save: "Spara filen", "Save the file";
    /// Label of the name where it can be changed.
    name_in_history: "Ditt namn i historiken", "Your name in the history";
    /// Column: the file.
    file: "Fil", "File";
    /// Column: its last saving.
    saved: "Sparad", "Saved";
    /// Column: how it stands in the chain.
    stands: "I kedjan", "In the chain";
    /// Chooses files before the one that is verified.
    choose_earlier: "Lägg till tidigare filer", "Add earlier files";
    /// What that is for.
    earlier_lead: "Varje sparning bär kontrollsumman av filen före. Lägg till tidigare filer för att följa kedjan.",
        "Each time the file is saved, the checksum of the file before is noted. Add earlier files to follow the chain.";
}

/// Whether the chain holds, and where it breaks.
pub fn verdict(chain: &Chain, language: Language) -> String {
    let broken = chain.files.iter().filter(|standing| standing.is_break()).count();
    let all = integer(chain.files.len() as u64, language);
    if broken > 0 && chain.files.len() == 1 {
        return word(language, "Filen är inte som den sparades.", "The file is not as it was saved.").to_owned();
    }
    if broken > 0 {
        let broken = integer(broken as u64, language);
        return say!(language;
            "Kedjan brister vid {broken} av {all} filer.", "The chain breaks at {broken} of {all} files.");
    }
    let savings = integer(chain.savings.into(), language);
    match (chain.savings, chain.files.len()) {
        (0, _) => word(language, "Filen har ingen historik.", "The file has no history.").to_owned(),
        (1, 1) => {
            word(language, "Filen är orörd sedan den sparades.", "The file is untouched since it was saved.").to_owned()
        }
        (_, 1) => say!(language;
            "Filen är orörd sedan den senaste sparningen. Sparningar: {savings}.",
            "The file is untouched since it was last saved. Savings: {savings}."),
        _ if !chain.gaps.is_empty() => {
            let gaps = integer(chain.gaps.len() as u64, language);
            say!(language;
                "Kedjan håller så långt den går att följa: {all} filer finns här, {gaps} saknas. Sparningar: {savings}.",
                "The chain holds as far as it can be followed: {all} files are here, {gaps} missing. Savings: {savings}.")
        }
        _ => say!(language;
            "Kedjan håller genom {all} filer. Sparningar: {savings}.", "The chain holds through {all} files. Savings: {savings}."),
    }
}

/// How a file stands in the chain.
pub const fn standing(standing: Standing, language: Language) -> &'static str {
    match standing {
        Standing::Latest => {
            word(language, "senaste filen, orörd sedan den sparades", "the latest file, untouched since it was saved")
        }
        Standing::Before => {
            word(language, "stämmer: en senare fil utgår från den", "matches: a later file was saved from it")
        }
        Standing::Edited => word(
            language,
            "stämmer, men hade ändrats utanför Ombud innan en senare fil utgick från den",
            "matches, but had been changed outside Ombud before a later file was saved from it",
        ),
        Standing::Changed => word(language, "har ändrats sedan den sparades", "has been changed since it was saved"),
        Standing::Apart => word(
            language,
            "ingen senare fil utgår från den: den har ändrats eller hör inte hit",
            "no later file was saved from it: it has been changed or does not belong here",
        ),
        Standing::Cut => word(
            language,
            "historiken i den har ändrats: den saknar något som står i en fil före",
            "its history has been changed: it lacks what a file before it has",
        ),
        Standing::Unsealed => word(
            language,
            "i historiken saknas den kontrollsumma som filen hade när den sparades",
            "its history does not say what checksum the file had when it was saved",
        ),
        Standing::NoTrail => word(language, "har ingen historik", "has no history"),
        Standing::Unreadable => word(language, "går inte att läsa", "cannot be read"),
    }
}

/// A saving whose file before is not there.
pub fn gap(gap: &ChainGap, language: Language) -> String {
    let (number, day) = (integer(gap.number.into(), language), date(gap.date, language));
    let by = if gap.by.is_empty() { String::new() } else { format!(", {}", gap.by) };
    say!(language;
        "Filen före sparning {number} ({day}{by}) finns inte här.",
        "The file before saving {number} ({day}{by}) is not here.")
}

/// What a saving did to an item of a list.
pub fn what(row: &OwnHistoryRow, list: ListName, language: Language) -> String {
    let of = if row.post.is_some() { ListName::Assignments } else { list };
    let done = match row.kind {
        TrailKind::Added => word(language, "tillagd", "added").to_owned(),
        TrailKind::Removed => word(language, "borttagen", "removed").to_owned(),
        TrailKind::Changed => {
            let fields: Vec<String> = row.fields.iter().map(|field| draft::field(Some(of), field, language)).collect();
            let fields = and(&fields, language);
            say!(language; "ändrat: {fields}", "changed: {fields}")
        }
    };
    match &row.post {
        Some(post) => format!("{}: {done}", self::post(post, list, language)),
        None => done,
    }
}

/// A post, as it is called on the page of its unit or of its holder.
fn post(post: &OwnPostView, list: ListName, language: Language) -> String {
    let unit = post.unit.as_ref();
    let role = capital(&words::role(&post.role.id, post.role.name.as_ref(), unit.map(|unit| unit.kind), language));
    let other = match (list, &post.person) {
        (ListName::People, _) => {
            return unit.map_or_else(|| role.clone(), |unit| words::role_at(&role, unit.name.say(language)));
        }
        (_, Some(person)) => Some(person.clone()),
        (_, None) => Some(word(language, "vakant", "vacant").to_owned()),
    };
    other.map_or_else(|| role.clone(), |other| format!("{role}, {other}"))
}

/// When something was saved, and who did it.
pub fn when_and_who(row: &OwnHistoryRow, language: Language) -> String {
    let day = short_date(row.date, language);
    if row.by.is_empty() { day } else { format!("{day}, {}", row.by) }
}

/// That there is more than is shown.
pub fn more(view: &OwnHistoryView, language: Language) -> Option<String> {
    let shown = view.rows.len() as u64;
    (shown < u64::from(view.total)).then(|| {
        let (shown, all) = (integer(shown, language), integer(view.total.into(), language));
        say!(language; "De senaste {shown} av {all}.", "The latest {shown} of {all}.")
    })
}

/// That more files are missing than are told of one by one.
pub fn more_gaps(count: u32, language: Language) -> String {
    let count = integer(count.into(), language);
    say!(language; "Ytterligare {count} filer finns inte här.", "Another {count} files are not here.")
}

/// What the last saving of a file says of itself.
pub fn saved_said(step: &TrailStep, language: Language) -> String {
    let day = short_date(step.date, language);
    let day = if step.by.is_empty() { day } else { format!("{day}, {}", step.by) };
    match step.number {
        Some(number) => {
            let number = integer(number.into(), language);
            say!(language; "nr {number}, {day}", "no. {number}, {day}")
        }
        None => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::Date;

    #[test]
    fn a_chain_that_lacks_a_file_does_not_hold_through_all() {
        let gap = ChainGap { number: 2, date: Date::default(), by: String::new(), sha256: String::new() };
        let mut chain =
            Chain { files: vec![Standing::Latest, Standing::Before], latest: Some(0), savings: 2, gaps: vec![gap] };
        let said = "Kedjan håller så långt den går att följa: 2 filer finns här, 1 saknas. Sparningar: 2.";
        assert_eq!(verdict(&chain, Language::Swedish), said);
        chain.gaps.clear();
        assert_eq!(verdict(&chain, Language::Swedish), "Kedjan håller genom 2 filer. Sparningar: 2.");
    }
}
