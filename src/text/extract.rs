//! Extracts: for whom, what stays and why, and why none can be made.

use super::draft::field;
use super::numbers::{and, capital, date, integer};
use super::overview::Sentence;
use super::shell::labels;
use super::{say, word};
use crate::disclosure::{Ground, NoReceiver, Receiver};
use crate::engine::lens::Outcome;
use crate::engine::view::{ReceiverView, SharePage, ShareRow};
use crate::organisation::value::{Date, Language};

labels! {
    /// The page, in the title of the window.
    share: "Lämna ut", "Share";
    /// Heading of the choice of receiver.
    to_whom: "Vem ska få det?", "Who is to get it?";
    /// What an extract is.
    to_whom_lead: "Utdraget är en fil för sig. Det som inte är för mottagaren är inte gömt i den: det finns inte där.",
        "The extract is a file of its own. What is not for the receiver is not hidden in it: it is not there.";
    /// Label of the receiver.
    receiver: "Mottagare", "Receiver";
    /// Saves the extract.
    save: "Spara utdraget", "Save the extract";
    /// Said beside it.
    read_first: "Texter lämnas ut som de är skrivna. Läs igenom utdraget innan det skickas.",
        "Texts go out as they are written. Read the extract before it is sent.";
    /// Heading of the grounds.
    grounds: "Varför poster stannar", "Why items stay";
    /// Said where nothing stays.
    nothing_stays: "Ingenting stannar.", "Nothing stays.";
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
    go: "Lämna ut till andra", "Share with others";
    /// What the page is for.
    go_lead: "Gör ett utdrag för allmänheten, en extern part, en förvaltning eller alla i kommunen, och se post för post vad som stannar.",
        "Make an extract for the public, an external party, a department or everyone in the municipality, and see item by item what stays.";
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
    let leave = integer(u64::from(page.whole) + u64::from(page.shortened), language);
    let stay = integer(page.stay.into(), language);
    Sentence {
        before: say!(language; "{leave} poster lämnas ut, ", "{leave} items go out, "),
        stress: match page.stay {
            0 => word(language, "ingen stannar", "none stays").to_owned(),
            _ => say!(language; "{stay} stannar", "{stay} stay"),
        },
        after: ".".to_owned(),
    }
}

/// What comes after the verdict: how many leave in part.
pub fn after(page: &SharePage, language: Language) -> String {
    let count = integer(page.shortened.into(), language);
    match page.shortened {
        0 => word(language, "De som lämnas ut är hela.", "Those that go out are whole.").to_owned(),
        _ => say!(
            language;
            "{count} av dem lämnas ut i förkortat skick: något fält stannar, eller visar bara vad mottagaren får se.",
            "{count} of them go out shortened: some field stays, or shows only what the receiver may see.",
        ),
    }
}

/// What became of items, as a choice.
pub fn outcome_name(outcome: Outcome, language: Language) -> String {
    let (sv, en) = match outcome {
        Outcome::Stays => ("Stannar", "Stay"),
        Outcome::Shortened => ("Lämnas ut förkortade", "Go out shortened"),
        Outcome::Leaves => ("Lämnas ut hela", "Go out whole"),
    };
    word(language, sv, en).to_owned()
}

/// Why an item stays, or which of its fields do.
pub fn why_said(row: &ShareRow, language: Language) -> String {
    if let Some(why) = &row.stays {
        return capital(&ground(why, language));
    }
    let mut fields: Vec<_> = row.item.fields.iter().map(|view| field(&row.item.list, &view.field, language)).collect();
    fields.dedup();
    if fields.is_empty() {
        let whole = row.item.list != "editions" && row.item.list != "people";
        return if whole {
            String::new()
        } else {
            word(language, "Innehållet är förkortat", "Its content is shortened").to_owned()
        };
    }
    let fields = and(&fields, language);
    say!(language; "Stannar eller ändras: {fields}", "Stays or changes: {fields}")
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
    let name = |id: &str| id.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect::<String>();
    let kind = receiver.unit().map_or_else(|| kind.to_owned(), name);
    say!(language; "utdrag-{kind}-{made}.json", "extract-{kind}-{made}.json")
}

/// Why an item stays, as the end of "left out, because …".
pub fn ground(ground: &Ground, language: Language) -> String {
    let (sv, en) = match ground {
        Ground::Internal => ("märkt som intern", "marked as internal"),
        Ground::Secret(None) => ("märkt som hemlig", "marked as secret"),
        Ground::Secret(Some(section)) => {
            return say!(language; "märkt som hemlig enligt {section}", "marked as secret under {section}");
        }
        Ground::Never => ("märkt att aldrig lämnas ut", "marked never to be given out"),
        Ground::Elsewhere => ("rör en annan del av kommunen", "concerns another part of the municipality"),
        Ground::Vulnerability => ("visar var kommunen är sårbar", "shows where the municipality is vulnerable"),
        Ground::Unmentioned => ("person som inget i utdraget nämner", "a person whom nothing in the extract mentions"),
        Ground::Reference => ("handlar om något som är utelämnat", "is about something that is left out"),
        Ground::Unread => {
            ("går inte att läsa, så ingen vet vad det säger", "cannot be read, so nobody knows what it says")
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
            "no such receiver as “{found}”: choose public, internal, party:ID or department:ID",
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
    say!(language; "{leave} poster lämnas ut, {stay} är utelämnade", "{leave} items go out, {stay} are left out")
}
