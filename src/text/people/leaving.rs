//! Someone leaves: the words of the form.

use super::post_said;
use crate::engine::view::{Charge, ChargedItem, PersonPost};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::text::numbers::{and, capital, date, spelled};
use crate::text::shell::labels;
use crate::text::words::of_list;
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
    /// The choice that the file goes on saying what it says.
    as_it_is: "Låt det stå kvar", "Leave as it is";
    /// The choice that nobody answers for something until somebody is named.
    nobody_yet: "Ingen tills vidare", "Nobody for now";
    /// When what is owned is handed over.
    at_once: "Ändras genast.", "Changes immediately.";
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

/// Says that a last day is before posts began that have begun; none where it is before none.
pub fn begun_after(posts: &[&PersonPost], last: Date, language: Language) -> Option<String> {
    let began = |post: &&PersonPost| {
        let (said, from) = (post_said(post, language), post.post.from.map(|from| date(from, language)));
        let from = from.unwrap_or_default();
        say!(language; "{said} (från {from})", "{said} (from {from})")
    };
    let (posts, last) = (and(&posts.iter().map(began).collect::<Vec<_>>(), language), date(last, language));
    (!posts.is_empty()).then(|| {
        say!(language;
            "Uppdrag som började efter {last} skulle bli utan innehavare från början: {posts}. Ange en senare dag.",
            "Posts that began after {last} would have no holder from the start: {posts}. Give a later day.")
    })
}

/// Heading of the form: `Fredrik Saleh slutar`.
pub fn heading(name: &str, language: Language) -> String {
    say!(language; "{name} slutar", "{name} is leaving")
}

/// The role of a substitute.
pub fn substitute(role: &str, language: Language) -> String {
    say!(language; "ersättare för {role}", "substitute {role}")
}

/// How many could take a post beyond those named; nothing where none could.
pub fn more(more: u32, language: Language) -> Option<String> {
    let number = capital(&spelled(more, false, language));
    Some(match more {
        0 => return None,
        1 => word(
            language,
            "En person till kan ta uppdraget. Sök efter namnet under Någon annan.",
            "One more person could take the post. Search for the name under Someone else.",
        )
        .to_owned(),
        _ => say!(language;
            "{number} personer till kan ta uppdraget. Sök efter namnen under Någon annan.",
            "{number} more people could take the post. Search for the names under Someone else."),
    })
}

/// When a successor begins.
pub fn begins(is_coming: bool, from: Option<Date>, last: Date, language: Language) -> String {
    let day = if is_coming { from } else { last.succ_opt() };
    match day {
        Some(day) => {
            let day = date(day, language);
            say!(language; "Efterträdaren börjar {day}.", "The successor begins on {day}.")
        }
        None => word(language, "Efterträdaren börjar genast.", "The successor begins immediately.").to_owned(),
    }
}

/// What somebody answers for: `Fyra uppdrag rapporterar till Anna Ek`, `Två risker som Anna Ek ansvarar för`.
pub fn charge(charge: &Charge, name: &str, language: Language) -> String {
    let count = saturating(charge.items.len());
    let things = capital(&of_list(charge.list).count(count, language));
    if charge.list == ListName::Assignments {
        let report = word(language, "rapporterar", if count == 1 { "reports" } else { "report" });
        return say!(language; "{things} {report} till {name}", "{things} {report} to {name}");
    }
    say!(language; "{things} som {name} ansvarar för", "{things} that {name} answers for")
}

/// What one thing is called: a post with who holds it.
pub fn charged(item: &ChargedItem, language: Language) -> String {
    let Some(post) = &item.post else { return item.name.say(language).to_owned() };
    let said = capital(&post_said(post, language));
    match &post.post.person {
        Some(person) => format!("{said} ({})", person.name),
        None => said,
    }
}

/// When something is handed over.
pub fn handed_over(charge: &Charge, last: Date, language: Language) -> String {
    match last.succ_opt().filter(|_| charge.list == ListName::Assignments) {
        Some(day) => {
            let day = date(day, language);
            say!(language; "Ändras från och med {day}.", "Changes on {day}.")
        }
        None => at_once(language).to_owned(),
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
