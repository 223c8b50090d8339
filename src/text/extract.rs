//! Extracts: for whom, what stays and why, and why none can be made.

use super::draft::field;
use super::numbers::{and, capital, date, integer};
use super::overview::Sentence;
use super::shell::labels;
use super::{say, word, words};
use crate::disclosure::{NoReceiver, Receiver, WithheldBecause};
use crate::engine::lens::ExtractOutcome;
use crate::engine::view::{ReceiverView, SharePage, ShareRow};
use crate::organisation::ListName;
use crate::organisation::letters::latin as letters;
use crate::organisation::value::{Date, Language};

labels! {
    /// The page, in the title of the window.
    share: "Utdrag", "Extract";
    /// Heading of the choice of receiver.
    to_whom: "Vem ska få det?", "Who is to get it?";
    /// What an extract is.
    to_whom_lead: "Utdraget är en egen fil. Det som mottagaren inte ska se är borttaget, inte dolt.",
        "The extract is a separate file. What the recipient should not see is removed, not hidden.";
    /// Label of the receiver.
    receiver: "Mottagare", "Recipient";
    /// Saves the extract.
    save: "Spara utdraget", "Save the extract";
    /// Said beside the button that saves the extract.
    read_first: "Texter följer med som de är skrivna. Läs igenom utdraget innan det skickas.",
        "Texts are included as they are written. Read the extract before it is sent.";
    /// Heading of the grounds.
    grounds: "Varför poster utelämnas", "Why items are left out";
    /// Said where nothing stays.
    nothing_stays: "Inget utelämnas.", "Nothing is left out.";
    /// Heading of the list.
    items: "Post för post", "Item by item";
    /// Label of the filter.
    outcome: "Vad som händer", "What happens";
    /// Column of items.
    item: "Post", "Item";
    /// Column of lists.
    list: "Lista", "List";
    /// Column of grounds.
    why: "Varför", "Why";
    /// Said where no item fits the filter.
    none: "Inga sådana poster.", "No such items.";
    /// Link to the page.
    go: "Skapa ett utdrag", "Create an extract";
    /// What the page is for.
    go_lead: "Gör ett utdrag för allmänheten, en extern part, en förvaltning eller alla i kommunen, och se post för post vad som utelämnas.",
        "Make an extract for the public, an external party, a department or everyone in the municipality, and see item by item what is left out.";
}

/// Whom an extract is for, as a choice.
pub fn receiver_name(view: &ReceiverView, language: Language) -> String {
    let name = view.name.say(language);
    match view.receiver {
        Receiver::Public => word(language, "Allmänheten", "The public").to_owned(),
        Receiver::Party(_) => say!(language; "{name} (extern part)", "{name} (external party)"),
        Receiver::Department(_) => name.to_owned(),
        Receiver::Internal => word(language, "Alla i kommunen", "Everyone in the municipality").to_owned(),
    }
}

/// Over the verdict: for whom, as things stand on which day.
pub fn over(view: &ReceiverView, on: Date, language: Language) -> String {
    let (who, on) = (receiver_name(view, language), date(on, language));
    say!(language; "{who} · {on}", "{who} · {on}")
}

/// The verdict: how many items leave and how many stay.
pub fn verdict(page: &SharePage, language: Language) -> Sentence {
    let leave = page.whole.saturating_add(page.shortened);
    let are = if leave == 1 { "is" } else { "are" };
    let leave = words::ITEM.figure(leave, language);
    let stay = integer(page.left_out().into(), language);
    Sentence::plain(match page.left_out() {
        0 => {
            say!(language; "{leave} följer med, ingen utelämnas.", "{leave} {are} included, none is left out.")
        }
        _ => say!(language;
            "{leave} följer med, {stay} utelämnas.",
            "{leave} {are} included, {stay} are left out."),
    })
}

/// Says how many of those left out are not among the items that are listed; nothing where all are.
pub fn not_listed(page: &SharePage, language: Language) -> Option<String> {
    let count = page.left_out().saturating_sub(page.stay);
    let counted = integer(count.into(), language);
    (count > 0).then(|| {
        say!(language;
            "Av dem finns {counted} inte i listan nedan: de hör till utgåvor eller utelämnades redan i ett tidigare utdrag.",
            "Of these, {counted} are not in the list below: they belong to editions or were left out of an earlier extract.")
    })
}

/// What comes after the verdict: how many leave in part.
pub fn after(page: &SharePage, language: Language) -> String {
    let count = integer(page.shortened.into(), language);
    match page.shortened {
        0 => word(language, "De poster som följer med är hela.", "The items included are complete.").to_owned(),
        _ => say!(
            language;
            "{count} av dem följer med delvis: något fält är utelämnat, eller visar bara det som mottagaren får se.",
            "{count} of them are included in part: a field is left out, or shows only what the recipient may see.",
        ),
    }
}

/// What became of items, as a choice.
pub fn outcome_name(outcome: ExtractOutcome, language: Language) -> String {
    let (sv, en) = match outcome {
        ExtractOutcome::Stays => ("Utelämnas", "Left out"),
        ExtractOutcome::Shortened => ("Följer med delvis", "Included in part"),
        ExtractOutcome::Leaves => ("Följer med helt", "Included in full"),
    };
    word(language, sv, en).to_owned()
}

/// Why an item stays, or which of its fields do.
pub fn why_said(row: &ShareRow, language: Language) -> String {
    if let Some(why) = &row.stays {
        return capital(&ground(why, language));
    }
    let mut fields: Vec<_> =
        row.item.fields.iter().map(|view| field(row.item.about.list, &view.field, language)).collect();
    fields.dedup();
    if fields.is_empty() {
        let whole = !matches!(row.item.about.list, Some(ListName::Editions | ListName::People));
        return if whole {
            String::new()
        } else {
            word(language, "Innehållet är förkortat", "Its content is shortened").to_owned()
        };
    }
    let fields = and(&fields, language);
    say!(language; "Utelämnas eller ändras: {fields}", "Left out or changed: {fields}")
}

/// How many items fit the filter.
pub fn results(total: u32, language: Language) -> String {
    let count = integer(total.into(), language);
    if total == 1 {
        word(language, "1 post", "1 item").to_owned()
    } else {
        say!(language; "{count} poster", "{count} items")
    }
}

/// What the file of an extract is called.
pub fn file_name(receiver: &Receiver, made: Date, language: Language) -> String {
    let kind = match receiver {
        Receiver::Public => word(language, "allmanheten", "public"),
        Receiver::Internal => word(language, "internt", "internal"),
        Receiver::Party(_) | Receiver::Department(_) => "",
    };
    let name =
        |id: &str| id.chars().map(|c| if letters::is_plain(c) || c == '-' { c } else { '-' }).collect::<String>();
    let kind = receiver.unit().map_or_else(|| kind.to_owned(), name);
    say!(language; "utdrag-{kind}-{made}.json", "extract-{kind}-{made}.json")
}

/// Why an item stays, as the end of "left out, because …".
pub fn ground(ground: &WithheldBecause, language: Language) -> String {
    let (sv, en) = match ground {
        WithheldBecause::Internal => ("märkt som intern", "marked as internal"),
        WithheldBecause::Secret(None) => ("märkt med sekretess", "marked confidential"),
        WithheldBecause::Secret(Some(section)) => {
            let section = words::section(section, language);
            return say!(language; "märkt med sekretess enligt {section}", "marked confidential under {section}");
        }
        WithheldBecause::Never => ("märkt att aldrig följa med", "marked never to be included"),
        WithheldBecause::Elsewhere => ("rör en annan del av kommunen", "concerns another part of the municipality"),
        WithheldBecause::Vulnerability => {
            ("visar var kommunen är sårbar", "shows where the municipality is vulnerable")
        }
        WithheldBecause::Unmentioned => {
            ("personen nämns inte i utdraget", "the person is not mentioned in the extract")
        }
        WithheldBecause::Reference => ("handlar om något som är utelämnat", "is about something that is left out"),
        WithheldBecause::Unread => {
            ("går inte att läsa och utelämnas därför", "cannot be read and is therefore left out")
        }
    };
    word(language, sv, en).to_owned()
}

/// Why no extract can be made for a receiver.
pub fn no_receiver(why: &NoReceiver, language: Language) -> String {
    match why {
        NoReceiver::Unknown(found) => say!(
            language;
            "mottagaren ”{found}” finns inte: välj public, internal, party:ID eller department:ID",
            "no such recipient as “{found}”: choose public, internal, party:ID or department:ID",
        ),
        NoReceiver::NotFound(id) => {
            say!(language; "filen har ingen enhet med id {id}", "the file has no unit with the id {id}")
        }
        NoReceiver::NotAParty(id) => {
            say!(language; "enheten {id} är ingen extern part", "the unit {id} is no external party")
        }
        NoReceiver::NotADepartment(id) => say!(
            language;
            "enheten {id} är varken en förvaltning eller ett bolag",
            "the unit {id} is neither a department nor a company",
        ),
    }
}

/// How many items leave and how many stay, for the command line.
pub fn tally(leave: usize, stay: u32, language: Language) -> String {
    say!(language; "{leave} poster följer med, {stay} utelämnas", "{leave} items are included, {stay} are left out")
}
