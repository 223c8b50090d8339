//! Someone leaves: the words of the form.

use crate::organisation::value::{Date, Language};
use crate::text::numbers::date;
use crate::text::shell::labels;
use crate::text::{say, word};

labels! {
    /// Opens the form.
    leaves: "Slutar …", "Leaving …";
    /// Label of the last day.
    last_day: "Sista dag", "Last day";
    /// The choice that nobody goes on.
    nobody: "Lämna vakant", "Leave vacant";
    /// The choice of someone who is not among those named.
    someone_else: "Någon annan", "Someone else";
    /// Of someone who could go on: a training is still to be taken.
    untrained: "behöver utbildning", "needs training";
    /// What happens to what has been.
    history_stays: "Uppdragen avslutas den dagen. Historiken ändras inte, och allt kan ångras i ett steg.",
        "The posts end on that day. History does not change, and all of it can be undone in one step.";
    /// Where nothing goes on after the last day.
    nothing_goes_on: "Inget uppdrag pågår efter den dagen.", "No post goes on after that day.";
    /// Carries the leaving out.
    carry_out: "Lägg in ändringarna", "Make the changes";
    /// Puts the form away.
    put_away: "Avbryt", "Cancel";
}

/// Heading of the form: `Fredrik Saleh slutar`.
pub fn heading(name: &str, language: Language) -> String {
    say!(language; "{name} slutar", "{name} is leaving")
}

/// The role of a substitute.
pub fn substitute(role: &str, language: Language) -> String {
    say!(language; "ersättare för {role}", "substitute {role}")
}

/// When a successor begins.
pub fn begins(is_coming: bool, from: Option<Date>, last: Date, language: Language) -> String {
    let day = if is_coming { from } else { last.succ_opt() };
    match day {
        Some(day) => {
            let day = date(day, language);
            say!(language; "Efterträdaren börjar {day}.", "The successor begins on {day}.")
        }
        None => word(language, "Efterträdaren börjar genast.", "The successor begins at once.").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::parse_date;

    #[test]
    fn a_successor_begins_the_day_after_or_with_the_post() {
        let (last, from) = (parse_date("2027-04-30").expect("a day"), parse_date("2027-06-01"));
        assert_eq!(begins(false, None, last, Language::Swedish), "Efterträdaren börjar 1\u{a0}maj 2027.");
        assert_eq!(begins(true, from, last, Language::English), "The successor begins on 1\u{a0}June 2027.");
    }
}
