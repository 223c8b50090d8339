//! What is kept in the browser and what in a file, what came back, and who changed the same thing.

use super::numbers::{capital, date, day_and_month};
use super::shell::labels;
use super::{say, word, words};
use crate::draft::autosave::notice::NoFile;
use crate::draft::autosave::stored::{Condition, Trouble};
use crate::organisation::value::{Date, Language};

labels! {
    /// Name of the notices.
    notices: "Meddelanden", "Messages";
    /// Takes everything unsaved back.
    discard: "Ta bort ändringarna", "Discard the changes";
    /// Brings in work on another version of the file.
    bring_in: "Ta in ändringarna i den här filen", "Bring the changes into this file";
    /// Opens work on a file of the reader's own.
    open_own: "Öppna din fil", "Open your file";
    /// Puts off what is offered.
    later: "Inte nu", "Not now";
    /// Takes in the hosted file's changes.
    take_in: "Ta in den nya versionen", "Take in the new version";
    /// Takes in another tab's changes.
    take_tab: "Ta in den andra flikens ändringar", "Take in the other tab’s changes";
    /// Leads to the list of what is kept.
    see_kept: "Visa det som är sparat i webbläsaren", "See what is kept in this browser";
    /// Saves the file.
    save: "Spara filen", "Save the file";
    /// Saves under a name of the reader's choice.
    save_as: "Spara som …", "Save as …";
    /// Writes over the file on disk.
    overwrite: "Skriv över filen på disken", "Overwrite the file on the disk";
    /// Brings what the file on disk holds together with the reader's changes.
    merge_disk: "Ta in det nya från filen", "Bring in what is new in the file";
    /// Saves by downloading.
    download: "Hämta som fil", "Download as a file";
    /// Opens another file although work will be lost.
    open_anyway: "Öppna ändå", "Open it anyway";
    /// Stays with the file that is open.
    stay: "Stanna kvar", "Stay here";
    /// Opens the work again after the engine has stopped.
    reopen: "Öppna arbetet igen", "Open the work again";
    /// A newer version of the page lies ready.
    new_version: "En ny version av sidan finns.", "There is a new version of the page.";
    /// Switches to the newer version of the page.
    take_version: "Byt till den nya versionen", "Switch to the new version";
    /// The file at the address has changed.
    hosted_changed: "Filen på adressen har ändrats sedan den öppnades.",
        "The file at the address has changed since it was opened.";
    /// What taking it in does.
    hosted_what: "Det du har ändrat följer med. Har båda ändrat samma post får du välja.",
        "What you have changed comes along. Where both changed the same item, you choose.";
    /// Kept work is gone.
    wiped: "Webbläsaren har rensat det arbete som var sparat i den. Det finns bara kvar om det också är sparat som fil.",
        "The browser has cleared away the work that was kept in it. It exists only if it was saved as a file as well.";
    /// What is kept cannot be read at all.
    unreadable: "Det som är sparat i webbläsaren går inte att läsa. Spara ditt arbete som fil tills vidare.",
        "What is kept in this browser cannot be read. Save your work as a file for the time being.";
    /// Kept work could not be carried out.
    not_back: "Det sparade arbetet gick inte att öppna. Det är kvar i webbläsaren och kan sparas som det är.",
        "The kept work could not be opened. It is still in the browser and can be saved as it is.";
    /// Another tab's work is not kept.
    not_there: "Den andra flikens ändringar är inte sparade i webbläsaren. Spara filen i den fliken i stället.",
        "The other tab’s changes are not kept in the browser. Save the file in that tab instead.";
    /// Opening another file would lose work.
    may_lose: "Du har ändringar som inte har sparats i en fil, och webbläsaren kan inte spara dem. Om du öppnar en annan fil försvinner de.",
        "You have changes not saved to a file, and the browser cannot keep them. If you open another file they will be lost.";
    /// The engine stopped with the file open.
    engine_lost: "Beräkningen har stannat.", "The calculation has stopped.";
    /// What to do once the calculation has stopped.
    engine_lost_what: "Det du har ändrat finns kvar på sidan. Öppna arbetet igen för att fortsätta.",
        "What you have changed is still on the page. Open the work again to go on.";
    /// While it is being kept.
    underway: "Sparas i webbläsaren …", "Being kept in this browser …";
    /// Heading of what is kept.
    kept: "Sparat i den här webbläsaren", "Kept in this browser";
    /// What kept work is.
    kept_lead: "Ändringar som inte är sparade i en fil. De ligger kvar i den här webbläsaren på den här datorn tills du tar bort dem eller webbläsaren rensas.",
        "Changes that are not saved in any file. They stay in this browser on this computer until you delete them or the browser is cleared.";
    /// Opens kept work.
    open: "Öppna", "Open";
    /// Saves kept work as a file.
    save_kept: "Spara som fil", "Save as a file";
    /// Saves what cannot be used as it is.
    save_raw: "Spara som det är", "Save as it is";
    /// Deletes kept work.
    delete: "Ta bort", "Delete";
    /// Asked before kept work is deleted.
    delete_sure: "Det går inte att ångra.", "This cannot be undone.";
    /// Confirms that kept work is deleted.
    delete_yes: "Ja, ta bort", "Yes, delete";
    /// Keeps the work that would be deleted.
    delete_no: "Behåll", "Keep";
    /// Said of kept work that a tab holds.
    held: "öppet i en annan flik", "open in another tab";
    /// Heading of the choice.
    conflicts: "Ni har ändrat samma sak", "You have both changed the same thing";
    /// What to do.
    conflicts_lead: "Allt annat är redan sammanfört. Välj för varje post vad som ska gälla.",
        "Everything else has been brought together already. Choose what applies to each item.";
    /// Column: the field.
    field: "Fält", "Field";
    /// Column: the value before either side changed it.
    before: "Tidigare", "Before";
    /// Column, and choice: the reader's.
    mine: "Din ändring", "Your change";
    /// Column, and choice: the other's.
    theirs: "Den andra ändringen", "The other change";
    /// Keeps all of the reader's changes.
    all_mine: "Behåll mina överallt", "Keep mine everywhere";
    /// Takes all of the other's changes.
    all_theirs: "Ta de andra överallt", "Take theirs everywhere";
    /// Carries the choice out.
    decide: "Spara mina val", "Apply my choices";
    /// Opens the choice again.
    decide_now: "Välj", "Choose";
    /// Puts the choice between two changes off.
    decide_later: "Välj senare", "Choose later";
    /// An item that is gone.
    gone: "borttagen", "removed";
}

/// The noun for changes (ändringar).
const CHANGE: words::Noun =
    words::Noun { neuter: false, sv: ["ändring", "ändringar", "ändringen"], en: ["change", "changes"] };

/// A day and a time of that day: hours and minutes.
pub type Moment = (Date, u32, u32);

/// A moment in a sentence: `22 november 14.05`; with its year where that is not this one.
pub fn moment((day, hour, minute): Moment, today: Date, language: Language) -> String {
    use chrono::Datelike;
    let day = if day.year() == today.year() { day_and_month(day, language) } else { date(day, language) };
    say!(language; "{day} {hour:02}.{minute:02}", "{day} {hour:02}:{minute:02}")
}

/// Says that kept work is back.
pub fn restored(unsaved: u32, when: &str, language: Language) -> String {
    let items = words::ITEM.count(unsaved, language);
    let differ = differ(unsaved, language);
    say!(language;
        "Dina ändringar från den {when} är tillbaka: {items} {differ} från filen.",
        "Your changes of {when} are back: {items} {differ} from the file.",
    )
}

fn differ(number: u32, language: Language) -> &'static str {
    word(language, "skiljer sig", if number == 1 { "differs" } else { "differ" })
}

/// Says that work was kept when another file was opened.
pub fn kept_aside(unsaved: u32, name: &str, language: Language) -> String {
    let changes = CHANGE.count(unsaved, language);
    let them = match (language, unsaved) {
        (Language::Swedish, 1) => "Den är sparad",
        (Language::Swedish, _) => "De är sparade",
        (Language::English, 1) => "It is kept",
        (Language::English, _) => "They are kept",
    };
    say!(language;
        "Du hade {changes} i {name} som inte har sparats i en fil. {them} i webbläsaren.",
        "You had {changes} in {name} not saved to a file. {them} in this browser.",
    )
}

/// Says that there is kept work on another version of the file.
pub fn other_version(unsaved: u32, when: &str, name: &str, language: Language) -> String {
    let changes = CHANGE.count(unsaved, language);
    say!(language;
        "Filen {name} har ändrats sedan den {when}, då du arbetade med den. I webbläsaren finns {changes} av dig som inte har sparats i en fil.",
        "The file {name} has changed since {when}, when you worked on it. In this browser there are {changes} of yours not saved to a file.",
    )
}

/// Says that the reader has worked on a file of their own.
pub fn own_work(name: &str, when: &str, language: Language) -> String {
    say!(language;
        "Det här är exemplet. Din egen fil {name}, som du arbetade med den {when}, finns i webbläsaren.",
        "This is the example. Your own file {name}, which you worked on {when}, is in this browser.",
    )
}

/// Says that another tab has changes to the same file.
pub fn other_tab(unsaved: u32, language: Language) -> String {
    let changes = CHANGE.count(unsaved, language);
    say!(language;
        "Filen är öppen i en annan flik med {changes} som inte har sparats i en fil. Flikarna skriver inte över varandra.",
        "The file is open in another tab with {changes} not saved to a file. The tabs do not write over each other.",
    )
}

/// Says that the browser does not keep the reader's work, and what to do.
pub fn not_kept(why: Trouble, language: Language) -> String {
    let because = match why {
        Trouble::Absent => word(
            language,
            "Webbläsaren låter inte sidan spara något.",
            "The browser does not let this page keep anything.",
        ),
        Trouble::Full => word(
            language,
            "Webbläsaren har inte plats för dina ändringar.",
            "The browser has no room for your changes.",
        ),
        Trouble::Failed => {
            word(language, "Webbläsaren kunde inte spara dina ändringar.", "The browser could not keep your changes.")
        }
    };
    say!(language;
        "{because} De finns bara i den här fliken: spara filen innan du stänger den.",
        "{because} They exist in this tab only: save the file before you close it.",
    )
}

/// That the work is kept, next to the button that saves it as a file.
pub fn only_here(when: &str, language: Language) -> String {
    say!(language; "Sparat i webbläsaren den {when}, inte i någon fil", "Kept in this browser on {when}, not in a file")
}

/// Says that what is kept cannot be used, for some of it.
pub fn unusable(damaged: u32, newer: u32, language: Language) -> String {
    let mut said = Vec::new();
    if damaged > 0 {
        let drafts = DRAFT.count(damaged, language);
        let (sv, en) = if damaged == 1 { ("skadat", "is") } else { ("skadade", "are") };
        said.push(say!(language;
            "{drafts} i webbläsaren är {sv} och kan inte öppnas.",
            "{drafts} in this browser {en} damaged and cannot be opened."));
    }
    if newer > 0 {
        let drafts = DRAFT.count(newer, language);
        let (sv, en) = if newer == 1 { ("sparat", "was") } else { ("sparade", "were") };
        said.push(say!(language;
            "{drafts} i webbläsaren är {sv} av en nyare version av sidan. Ladda om sidan.",
            "{drafts} in this browser {en} kept by a newer version of this page. Reload the page."));
    }
    let kept = word(language, "Ingenting är borttaget.", "Nothing has been deleted.");
    let said: Vec<_> = said.iter().map(|sentence| capital(sentence)).collect();
    format!("{} {kept}", said.join(" "))
}

/// Pieces of kept work (arbeten).
const DRAFT: words::Noun =
    words::Noun { neuter: true, sv: ["arbete", "arbeten", "arbetet"], en: ["piece of work", "pieces of work"] };

/// What a piece of kept work is: how much differs and when it was kept.
pub fn kept_what(unsaved: u32, when: &str, language: Language) -> String {
    let (items, differ) = (words::ITEM.count(unsaved, language), differ(unsaved, language));
    say!(language; "{items} {differ} från filen, sparat den {when}", "{items} {differ} from the file, kept on {when}")
}

/// Of which municipality a kept draft is, and where its file was fetched, as far as that is known.
pub fn kept_of(municipality: &str, address: &str, language: Language) -> String {
    match (municipality, address) {
        ("", "") => String::new(),
        ("", address) => say!(language; "hämtad från {address}", "fetched from {address}"),
        (municipality, "") => municipality.to_owned(),
        (municipality, address) => {
            say!(language; "{municipality}, hämtad från {address}", "{municipality}, fetched from {address}")
        }
    }
}

/// Why a piece of kept work cannot be used.
pub fn condition(condition: Condition, language: Language) -> Option<&'static str> {
    match condition {
        Condition::Whole => None,
        Condition::Newer => Some(word(
            language,
            "Sparat av en nyare version av sidan. Ladda om sidan, eller spara det som det är.",
            "Kept by a newer version of this page. Reload the page, or save it as it is.",
        )),
        Condition::Damaged => Some(word(
            language,
            "Skadat: det är inte som det var när det sparades. Det kan sparas som det är.",
            "Damaged: it is not as it was when it was kept. It can be saved as it is.",
        )),
    }
}

/// Asks before kept work is deleted.
pub fn delete_what(name: &str, language: Language) -> String {
    say!(language; "Ta bort det som är sparat av {name}?", "Delete what is kept of {name}?")
}

/// Says that the file is saved.
pub fn saved(name: &str, downloaded: bool, language: Language) -> String {
    if downloaded {
        say!(language;
            "{name} laddas ned. Kontrollera att filen finns bland dina hämtade filer.",
            "{name} is being downloaded. Check that the file is among your downloads.")
    } else {
        say!(language; "{name} är sparad.", "{name} is saved.")
    }
}

/// Says that something was changed while the file was being written.
pub const fn saved_before(language: Language) -> &'static str {
    word(
        language,
        "Det du ändrade medan filen skrevs finns inte i den. Spara en gång till.",
        "What you changed while the file was being written is not in it. Save once more.",
    )
}

/// Why the file was not saved.
pub const fn not_saved(why: NoFile, language: Language) -> &'static str {
    match why {
        NoFile::Stopped => word(language, "Filen sparades inte.", "The file was not saved."),
        NoFile::Refused => word(
            language,
            "Filen sparades inte: sidan fick inte skriva i den. Filen är som den var och dina ändringar finns kvar här.",
            "The file was not saved: the page was not allowed to write to it. The file is as it was, and your changes are still here.",
        ),
        NoFile::Failed => word(
            language,
            "Filen gick inte att skriva. Den kan vara flyttad eller öppen i ett annat program, eller disken full. Dina ändringar finns kvar här.",
            "The file could not be written. It may have been moved, be open in another program, or the disk may be full. Your changes are still here.",
        ),
    }
}

/// Says that the server is not reached, and the file is what was fetched before.
pub fn not_reached(when: &str, language: Language) -> String {
    say!(language;
        "Servern går inte att nå. Filen är den som hämtades den {when}.",
        "The server cannot be reached. The file is the one that was fetched on {when}.",
    )
}

/// Says that someone else has written to the file on disk.
pub fn changed_on_disk(name: &str, language: Language) -> String {
    say!(language;
        "{name} har ändrats på disken sedan du öppnade den. Ingenting är skrivet.",
        "{name} has changed on the disk since you opened it. Nothing has been written.",
    )
}

/// Says that items are still to be decided.
pub fn undecided(items: u32, language: Language) -> String {
    let items = words::ITEM.count(items, language);
    say!(language;
        "{items} har ändrats på båda håll, och du har inte valt vad som ska gälla.",
        "{items} changed on both sides, and you have not chosen what is to apply.",
    )
}

/// Says that another's changes have been taken in.
pub fn merged(conflicts: u32, language: Language) -> String {
    let done = word(language, "Ändringarna är sammanförda.", "The changes have been brought together.");
    if conflicts == 0 {
        return done.to_owned();
    }
    let items = capital(&words::ITEM.count(conflicts, language));
    say!(language; "{done} {items} återstår att välja.", "{done} {items} left to choose.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn a_moment_names_its_year_when_it_is_another() {
        let today = Date::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let before = Date::from_ymd_opt(2025, 2, 1).unwrap_or_default();
        assert_eq!(moment((today, 14, 5), today, Swedish), "22\u{a0}november 14.05");
        assert_eq!(moment((before, 9, 30), today, English), "1\u{a0}February 2025 09:30");
    }

    #[test]
    fn kept_work_is_named_by_its_municipality_and_where_its_file_was_fetched() {
        let address = "https://b.example/data.json";
        assert_eq!(kept_of("Ekby kommun", "", Swedish), "Ekby kommun");
        assert_eq!(kept_of("Ekby kommun", address, English), format!("Ekby kommun, fetched from {address}"));
        assert_eq!(kept_of("", address, Swedish), format!("hämtad från {address}"));
        assert_eq!(kept_of("", "", Swedish), "");
    }

    #[test]
    fn kept_work_comes_back_with_how_much_and_from_when() {
        assert_eq!(
            restored(3, "22 november 14.05", Swedish),
            "Dina ändringar från den 22 november 14.05 är tillbaka: tre poster skiljer sig från filen."
        );
        assert_eq!(
            restored(1, "22 November 14:05", English),
            "Your changes of 22 November 14:05 are back: one item differs from the file."
        );
    }

    #[test]
    fn damaged_and_newer_work_are_told_apart() {
        assert_eq!(
            unusable(1, 0, Swedish),
            "Ett arbete i webbläsaren är skadat och kan inte öppnas. Ingenting är borttaget."
        );
        assert!(unusable(0, 2, English).starts_with("Two pieces of work in this browser"));
    }
}
