//! Extracts: for whom, what stays and why, and why none can be made.

use super::{say, word};
use crate::exchange::extract::{Ground, NoReceiver};
use crate::organisation::value::Language;

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
