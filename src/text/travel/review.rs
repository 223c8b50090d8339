//! A change file looked at before it is brought in: who it is from, what becomes of each change, what it does.

use super::super::extract::receiver_name;
use super::super::numbers::{capital, date, integer};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{draft, finding, say, word, words};
use super::{refusal, unreadable};
use crate::engine::view::{EditedItem, FindingRow, ReviewItemView, ReviewOrigin, ReviewReply, ReviewView};
use crate::organisation::value::{Date, Label, Language};
use crate::travel::PointFate;
use crate::travel::merge::{ChangesRefused, Refusal};

labels! {
    /// The page, in the navigation and the title of the window.
    changes: "Ändringsfil", "Change file";
    /// The verdict where no change file has been opened.
    none: "Ingen ändringsfil är öppen.", "No change file is open.";
    /// What a change file is, and what to do with one.
    none_what: "I en ändringsfil står vad någon har ändrat i en fil eller ett utdrag som de har fått. Välj en, eller släpp den på sidan: du ser varje ändring innan något tas in.",
        "A change file says what someone has changed in a file or an extract they were given. Choose one, or drop it on the page: you see each change before anything is brought in.";
    /// Chooses a change file.
    choose: "Välj en ändringsfil", "Choose a change file";
    /// Said where a change file is opened and nothing else is.
    first: "Det är en ändringsfil. Öppna först filen som ändringarna ska tas in i.",
        "It is a change file. First open the file that the changes are to be brought into.";
    /// Heading of the changes.
    heading: "Ändring för ändring", "Change by change";
    /// Column of the fields.
    field: "Fält", "Field";
    /// Column of what the open file has.
    ours: "I filen", "In the file";
    /// Column of what the change file says.
    theirs: "I ändringsfilen", "In the change file";
    /// Column of what is chosen, and the choice that a change is taken.
    take: "Ta med", "Include";
    /// The choice that all that is said of an item is taken.
    take_item: "Ta med allt", "Include all";
    /// Of a conflict: what the open file has is kept.
    keep_ours: "Behåll filens", "Keep the file’s";
    /// Of a conflict: what the change file says is taken.
    take_theirs: "Ta ändringens", "Take the change’s";
    /// Takes all that can be taken without a conflict.
    all: "Ta med alla", "Include all";
    /// Takes none of the changes.
    nobody: "Ta inte med någon", "Include none";
    /// Puts the change file away.
    put_away: "Avvisa ändringsfilen", "Reject the change file";
    /// Puts away a change file that cannot be used, or that says nothing new.
    close: "Stäng ändringsfilen", "Close the change file";
    /// Stands for a value that is not there.
    empty: "tomt", "empty";
    /// Says that an item is not there.
    gone: "borttagen", "removed";
    /// A finding that is no more.
    mends: "Åtgärdar:", "Closes:";
    /// A finding that there was none of.
    makes: "Ger ny avvikelse:", "New gap:";
    /// Said of a change that is in conflict with the file.
    conflict: "Konflikt: filen har ändrats sedan dess.", "Conflict: the file has been changed since.";
    /// A conflict that cannot be settled here.
    unsettled: "Konflikt: det som ändras finns inte längre så i filen. Filens står kvar.",
        "Conflict: what is changed is no longer so in the file. The file’s stays.";
    /// Says that a change is not made here.
    not_here: "Det här ändras inte på den här sidan.", "This is not changed on this page.";
    /// Says that a change names a new item that is refused.
    lacks: "Utelämnas: den hänvisar till något nytt som inte tas med.",
        "Left out: it refers to something new that is not included.";
    /// What an answer is that is no change file but the extract itself.
    saved_extract: "Svaret är utdraget självt, inte en ändringsfil: det jämförs med utdraget så som det skulle göras i dag. Det som har ändrats i filen sedan utdraget gjordes ser därför ut som ändringar tillbaka. Inget är förvalt.",
        "The answer is the extract itself, not a change file: it is compared with the extract as it would be made today. What has been changed in the file since the extract was made therefore looks like changes back. Nothing is chosen beforehand.";
    /// Why an item is not deleted.
    not_deleted: "Posten tas inte bort: utdraget visade inte allt som hör till den.",
        "The item is not deleted: the extract did not show all that belongs to it.";
    /// What stays when a change file is refused.
    nothing_done: "Inget har ändrats i den öppna filen.", "Nothing has been changed in the open file.";
    /// What stands for an item that the open file does not have.
    unknown: "Något som inte finns i filen", "Something that is not in the file";
    /// Heading of what is wrong with a change file.
    faults: "Det här är fel", "What is wrong";
}

/// How many changes there are, for the middle of a sentence.
fn changes_of(count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => word(language, "1 ändring", "1 change").to_owned(),
        _ => say!(language; "{number} ändringar", "{number} changes"),
    }
}

/// The verdict: from whom, how many changes and how many conflicts.
pub fn verdict(view: &ReviewView, language: Language) -> Sentence {
    if view.changes == 0 {
        return Sentence::plain(match view.same {
            0 => word(language, "Ändringsfilen ändrar ingenting.", "The change file changes nothing."),
            _ => word(
                language,
                "Allt i ändringsfilen finns redan i filen.",
                "The file already has everything that is in the change file.",
            ),
        });
    }
    let count = changes_of(view.changes, language);
    let before = match &view.by {
        Some(by) => say!(language; "{count} från {by}", "{count} from {by}"),
        None => say!(language; "{count} att ta ställning till", "{count} to decide on"),
    };
    let conflicts = integer(view.conflicts.into(), language);
    let stress = match view.conflicts {
        0 => String::new(),
        1 => word(language, "1 konflikt", "1 conflict").to_owned(),
        _ => say!(language; "{conflicts} konflikter", "{conflicts} conflicts"),
    };
    match view.conflicts {
        0 => Sentence { before: format!("{before}."), stress, after: String::new() },
        _ => Sentence { before: format!("{before}, "), stress, after: ".".to_owned() },
    }
}

/// Which file it began from.
pub fn origin(from: &ReviewOrigin, language: Language) -> String {
    match &from.extract {
        Some((receiver, made)) => {
            let day = date(made.0, language);
            let name = if receiver.name == Label::default() && receiver.receiver.unit().is_some() {
                word(language, "en mottagare", "a recipient").to_owned()
            } else {
                receiver_name(receiver, language)
            };
            say!(language; "Utgår från utdraget för {name}, gjort {day}.", "Began from the extract for {name}, made {day}.")
        }
        None if from.is_open => {
            word(language, "Utgår från den fil som är öppen.", "Began from the file that is open.").to_owned()
        }
        None => word(
            language,
            "Utgår från en annan version av filen än den som är öppen.",
            "Began from another version of the file than the one that is open.",
        )
        .to_owned(),
    }
}

/// What comes after the verdict: from which file, and how much the open file has already.
pub fn after(view: &ReviewView, language: Language) -> String {
    let mut said = origin(&view.from, language);
    if view.is_saved_extract {
        said.push(' ');
        said.push_str(saved_extract(language));
    }
    let same = integer(view.same.into(), language);
    if view.same > 0 && view.changes > 0 {
        said.push(' ');
        said.push_str(&say!(language;
            "{same} till finns redan i filen.",
            "{same} more are already in the file."));
    }
    said
}

/// How many changes are brought in as things are chosen.
pub fn chosen(view: &ReviewView, language: Language) -> String {
    let (taken, all) = (integer(view.taken.into(), language), changes_of(view.changes, language));
    say!(language; "{taken} av {all} tas in.", "{taken} of {all} will be brought in.")
}

/// Brings in what is chosen.
pub fn bring_in(taken: u32, language: Language) -> String {
    let count = changes_of(taken, language);
    say!(language; "Ta in {count}", "Bring in {count}")
}

/// Says that changes have been brought in.
pub fn brought_in(taken: u32, language: Language) -> String {
    let count = changes_of(taken, language);
    match taken {
        1 => say!(language; "{count} är införd.", "{count} has been brought in."),
        _ => say!(language; "{count} är införda.", "{count} have been brought in."),
    }
}

/// What can be done after changes have been brought in.
pub fn brought_in_what(waiting: u32, language: Language) -> String {
    let undo = word(language, "Allt kan ångras i ett steg.", "All of it can be undone in one step.");
    match waiting {
        0 => undo.to_owned(),
        _ => format!("{undo} {}", waiting_more(waiting, language)),
    }
}

/// How many more change files are open.
pub fn waiting_more(waiting: u32, language: Language) -> String {
    let number = integer(waiting.into(), language);
    match waiting {
        1 => word(language, "En ändringsfil till väntar.", "One more change file is waiting.").to_owned(),
        _ => say!(language; "{number} ändringsfiler till väntar.", "{number} more change files are waiting."),
    }
}

/// Says that what is chosen leaves problems in the file.
pub fn problems(count: u32, language: Language) -> String {
    let number = integer(count.into(), language);
    match count {
        1 => word(
            language,
            "Med de här valen får filen ett nytt påpekande: något hänvisar till det som inte finns.",
            "With these choices the file gets one new issue: something refers to what is not there.",
        )
        .to_owned(),
        _ => say!(language;
            "Med de här valen får filen {number} nya påpekanden: något hänvisar till det som inte finns.",
            "With these choices the file gets {number} new issues: something refers to what is not there."),
    }
}

/// What a change is about: the item by its name.
pub fn subject(item: &ReviewItemView, language: Language) -> String {
    let edit = &item.item.about;
    match (item.is_order, edit.list) {
        (true, Some(list)) => {
            let list = words::list(list, language);
            say!(language; "Ordningen: {list}", "The order: {list}")
        }
        (_, Some(_)) if edit.name == Label::default() => unknown(language).to_owned(),
        _ => draft::subject(edit, language),
    }
}

/// What becomes of an item, beside its name.
pub fn became(edit: &EditedItem, language: Language) -> String {
    if edit.list.is_some() { draft::became(edit, language) } else { String::new() }
}

/// Why a change cannot be taken, or what there is to choose; `is_deletion` where it takes a whole item away.
pub fn fate(fate: PointFate, is_deletion: bool, language: Language) -> Option<&'static str> {
    Some(match fate {
        PointFate::Free => return None,
        PointFate::Conflict { can_take: true } => conflict(language),
        PointFate::Conflict { can_take: false } => unsettled(language),
        PointFate::Refused(Refusal::Outside) if is_deletion => not_deleted(language),
        PointFate::Refused(why) => refusal(why, language),
        PointFate::NotHere => not_here(language),
    })
}

/// A finding in a line: what it is about and why.
pub fn finding_said(row: &FindingRow, on: Date, language: Language) -> String {
    let (subject, why) = (finding::subject(&row.subject, language), finding::why(row, on, language));
    format!("{}: {why}", capital(&subject))
}

/// Why a change file does nothing: the verdict, and a line for each fault.
pub fn not_used(reply: &ReviewReply, language: Language) -> (String, Vec<String>) {
    match reply {
        ReviewReply::Unreadable(why) => {
            let mut lines = unreadable(why, language).into_iter();
            (lines.next().unwrap_or_default(), lines.collect())
        }
        // The receiver is a unit that the open file does not have: there is no name to call it by.
        ReviewReply::NotOfThis(ChangesRefused::NeverMade { .. }) => {
            (super::not_brought_in(&ChangesRefused::NeverMade { receiver: None }, language), Vec::new())
        }
        ReviewReply::NotOfThis(why) => (super::not_brought_in(why, language), Vec::new()),
        ReviewReply::Open(_) => (String::new(), Vec::new()),
    }
}
