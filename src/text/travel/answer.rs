//! Answering an extract: that it is one, what has been changed in it, and the letter that goes with the change file.

use super::super::extract::receiver_name;
use super::super::numbers::{date, integer};
use super::super::shell::labels;
use super::super::{draft, say, word};
use crate::engine::view::{EditView, OwnChangesView};
use crate::organisation::letters::latin as letters;
use crate::organisation::value::{Date, Language};

labels! {
    /// Name of what is said about an extract, over every page.
    extract: "Utdrag", "Extract";
    /// What to do with an extract.
    lead: "Rätta det som inte stämmer och skicka tillbaka ändringsfilen innan du sparar eller stänger: en sparad fil minns inte vad du har ändrat i den.",
        "Correct what is not right and send back the change file before you save or close: a saved file does not remember what you have changed in it.";
    /// Nothing has been changed.
    none: "Inget är ändrat ännu.", "Nothing has been changed yet.";
    /// Opens what is to be sent.
    send: "Skicka mina ändringar", "Send my changes";
    /// Heading of what is to be sent.
    what: "Det här skickas", "This is sent";
    /// Says that what was changed before the file was opened is not in the answer.
    since: "Här ingår det som har ändrats sedan utdraget öppnades här. Det du har sparat i en annan fil ingår inte.",
        "This is what has been changed since the extract was opened here. What you have saved in another file is not included.";
    /// Label of the name of whoever sends.
    by: "Ditt namn", "Your name";
    /// The choice that the change file is sealed.
    seal: "Kryptera ändringsfilen med en lösenfras", "Encrypt the change file with a passphrase";
    /// Saves the change file.
    save: "Spara ändringsfilen", "Save the change file";
    /// What the page does not do.
    not_sent: "Sidan skickar ingenting själv.", "The page itself sends nothing.";
}

/// What the open file is: an extract of whose file, for whom, made when.
pub fn notice(view: &OwnChangesView, language: Language) -> String {
    let (of, day) = (view.municipality.say(language), date(view.made.0, language));
    let name = receiver_name(&view.receiver, language);
    if of.is_empty() {
        return say!(language; "Utdrag för {name}, gjort {day}.", "Extract for {name}, made {day}.");
    }
    say!(language; "Utdrag ur filen för {of}, gjort {day} för {name}.", "Extract of the file of {of}, made {day} for {name}.")
}

/// Leads to the page of whom the extract is for, with their contact and what they hold.
pub fn own_part(view: &OwnChangesView, language: Language) -> String {
    let name = view.receiver.name.say(language);
    say!(language; "Visa {name}", "Show {name}")
}

/// By which day an answer is wished, where that is said.
pub fn answer_by(view: &OwnChangesView, language: Language) -> Option<String> {
    let day = date(view.answer_by?.0, language);
    Some(say!(language; "Svar önskas senast {day}.", "An answer is wanted by {day}."))
}

/// How much has been changed.
pub fn changed(total: u32, language: Language) -> String {
    let number = integer(total.into(), language);
    match total {
        0 => none(language).to_owned(),
        1 => word(language, "Du har ändrat 1 post.", "You have changed 1 item.").to_owned(),
        _ => say!(language; "Du har ändrat {number} poster.", "You have changed {number} items."),
    }
}

/// What has been changed, a line for each item and one for the rest.
pub fn lines(view: &OwnChangesView, language: Language) -> Vec<String> {
    let row = |edit: &EditView| {
        format!("{} ({})", draft::subject(&edit.about, language), draft::became(&edit.about, language))
    };
    let mut lines: Vec<String> = view.rows.iter().map(row).collect();
    let more = u64::from(view.total).saturating_sub(view.rows.len() as u64);
    if more > 0 {
        let more = integer(more, language);
        lines.push(say!(language; "och {more} till", "and {more} more"));
    }
    lines
}

/// How many of the changes cannot be brought in, since nobody can tell whom they are about; nothing where all can.
pub fn nameless(count: u32, language: Language) -> Option<String> {
    let number = integer(count.into(), language);
    match count {
        0 => None,
        1 => Some(word(
            language,
            "En ändring gäller någon som utdraget inte nämner vid namn. Den kan inte tas in: skriv i mejlet vem du menar.",
            "One change concerns somebody whom the extract does not name. It cannot be brought in: say in the email whom you mean.",
        ).to_owned()),
        _ => Some(say!(language;
            "{number} ändringar gäller personer som utdraget inte nämner vid namn. De kan inte tas in: skriv i mejlet vilka du menar.",
            "{number} changes concern people whom the extract does not name. They cannot be brought in: say in the email whom you mean.")),
    }
}

/// What the change file is called.
pub fn file_name(view: &OwnChangesView, on: Date, language: Language) -> String {
    let id = view.receiver.receiver.unit().unwrap_or_else(|| view.receiver.receiver.word());
    let id: String = id.chars().map(|c| if letters::is_plain(c) || c == '-' { c } else { '-' }).collect();
    say!(language; "andringar-{id}-{on}.json", "changes-{id}-{on}.json")
}

/// What has been saved, and what to do with it.
pub fn saved(name: &str, is_sealed: bool, language: Language) -> String {
    if is_sealed {
        return say!(language;
            "{name} är sparad, krypterad. Bifoga den i ett mejl till den som gav dig utdraget, och skicka lösenfrasen på ett annat sätt. Den sparas ingenstans.",
            "{name} has been saved, encrypted. Attach it to an email to the person who gave you the extract, and send the passphrase in another way. It is kept nowhere.");
    }
    say!(language; "{name} är sparad. Bifoga den i ett mejl till den som gav dig utdraget.",
        "{name} has been saved. Attach it to an email to the person who gave you the extract.")
}

/// The subject and the text of the letter.
pub fn letter(view: &OwnChangesView, file: &str, by: &str, is_sealed: bool, language: Language) -> (String, String) {
    let (of, name) = (view.municipality.say(language), receiver_name(&view.receiver, language));
    let subject = say!(language; "Ändringar i utdraget för {name}", "Changes in the extract for {name}");
    let subject = if of.is_empty() { subject } else { format!("{subject}, {of}") };
    // Whoever seals the file does not want to be read by others.
    let list = if is_sealed {
        word(
            language,
            ". Den är krypterad; lösenfrasen får du på ett annat sätt.",
            ". It is encrypted; you get the passphrase in another way.",
        )
        .to_owned()
    } else {
        format!(":\n- {}", lines(view, language).join("\n- "))
    };
    let body = say!(language;
        "Hej!\n\nI den bifogade filen {file} finns det jag har ändrat i utdraget{list}\n\n{by}",
        "Hello,\n\nThe attached file {file} has what I have changed in the extract{list}\n\n{by}");
    (subject, body.trim_end().to_owned())
}
