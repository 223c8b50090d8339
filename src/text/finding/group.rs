//! What the sentences of a group of reasons are made of.

use super::super::numbers::{and, capital, date, date_near, short_date};
use super::super::{say, word};
use super::{name, role, subject as said_subject};
use crate::coverage::State;
use crate::coverage::because::{NamedItem, PostSeen, PostStanding};
use crate::engine::view::{FindingRow, SubjectView};
use crate::organisation::value::{Date, Language};

/// What is said of the reasons of a group, each in a sentence or two.
pub(super) trait Sentences {
    /// What is the case, on one line that goes beside the subject.
    fn why(&self, about: &About<'_>) -> String;

    /// Whether the line about the reason can go on with "since".
    fn has_beginning(&self) -> bool {
        true
    }

    /// What ends, and when: `until` is the last day on which it is met.
    fn ending(&self, about: &About<'_>, until: &str) -> String {
        about.met_until(until)
    }

    /// What was looked at, a line for each thing.
    fn looked_at(&self, about: &About<'_>) -> Vec<String>;

    /// What would make the subject met, or keep it so: a sentence for each way.
    fn change(&self, about: &About<'_>) -> Vec<String>;
}

/// What a reason is said about.
pub(super) struct About<'r> {
    pub(super) row: &'r FindingRow,
    /// The day that the reader stands on.
    pub(super) on: Date,
    pub(super) language: Language,
}

impl About<'_> {
    /// A named thing: its name, or its id where the file has no such item.
    pub(super) fn name(&self, named: &NamedItem) -> String {
        name(named, self.language)
    }

    /// Several people by name, as one phrase.
    fn names(&self, people: &[NamedItem]) -> String {
        let names: Vec<_> = people.iter().map(|person| self.name(person)).collect();
        and(&names, self.language)
    }

    /// A role's name at the unit of the subject.
    pub(super) fn role(&self, named: &NamedItem) -> String {
        role(named, &self.row.subject, self.language)
    }

    /// A day, with its year where that is another than the reader's.
    pub(super) fn near(&self, day: Date) -> String {
        date_near(day, self.on, self.language)
    }

    /// A day in full.
    pub(super) fn date(&self, day: Date) -> String {
        date(day, self.language)
    }

    /// The subject in a few words.
    pub(super) fn subject(&self) -> String {
        said_subject(&self.row.subject, self.language)
    }

    /// The unit that the subject is at, or the subject itself.
    pub(super) fn here(&self) -> String {
        match &self.row.subject {
            SubjectView::Holder { unit, .. } | SubjectView::Activity { unit, .. } => {
                unit.name.say(self.language).to_owned()
            }
            SubjectView::Member { group, .. } | SubjectView::Party { group, .. } => {
                group.name.say(self.language).to_owned()
            }
            _ => self.subject(),
        }
    }

    /// How the ending of what has no sentence of its own is said.
    pub(super) fn met_until(&self, until: &str) -> String {
        let language = self.language;
        say!(language; "uppfyllt till {until}", "met until {until}")
    }

    /// From when a change must be in force, for what is met today.
    pub(super) fn from(&self) -> String {
        let language = self.language;
        if self.row.state != State::Expiring {
            return String::new();
        }
        let first = self.date(self.row.because.day);
        say!(language; " som gäller från {first}", " in force from {first}")
    }

    /// The holders of a role by name, or whoever comes to hold it.
    pub(super) fn one_of(&self, asked: &NamedItem, expected: &[NamedItem]) -> String {
        let (language, role) = (self.language, self.role(asked));
        if expected.is_empty() {
            return say!(language; "den som är {role}", "the person who is {role}");
        }
        let names = self.names(expected);
        say!(language; "{names}, som är {role}", "{names}, who is {role}")
    }

    /// Who holds, or on a day held, a role at the subject's unit.
    pub(super) fn holders(&self, asked: &NamedItem, held: &[NamedItem], on: Option<Date>) -> String {
        let (language, role, unit) = (self.language, self.role(asked), self.here());
        let who = if held.is_empty() { word(language, "ingen", "nobody").to_owned() } else { self.names(held) };
        let who = capital(&who);
        match on {
            None => say!(language; "{who} är {role} på {unit}.", "{who} is {role} at {unit}."),
            Some(day) => {
                let day = self.date(day);
                say!(language; "{who} var {role} på {unit} {day}.", "{who} was {role} at {unit} on {day}.")
            }
        }
    }

    /// A line for each post of a role at the subject's unit, or that there is none.
    pub(super) fn posts_of(&self, asked: &NamedItem, posts: &[PostSeen]) -> Vec<String> {
        self.posts_or(posts, || {
            let (language, role, unit) = (self.language, self.role(asked), self.here());
            say!(language; "Filen har inget uppdrag som {role} på {unit}.",
                "The file has no post of {role} at {unit}.")
        })
    }

    /// A line for each post, or another one where there is none.
    pub(super) fn posts_or(&self, posts: &[PostSeen], none: impl FnOnce() -> String) -> Vec<String> {
        if posts.is_empty() { vec![none()] } else { self.posts(posts) }
    }

    /// A line for each post: who, as what, where, when and how it stands.
    pub(super) fn posts(&self, posts: &[PostSeen]) -> Vec<String> {
        let nobody = || word(self.language, "Ingen namngiven", "Nobody named").to_owned();
        let line = |post: &PostSeen| {
            let who = post.person.as_ref().map_or_else(nobody, |person| self.name(person));
            let (role, unit) = (self.role(&post.role), self.name(&post.unit));
            let (term, standing) = (term(post.from, post.until, self.language), standing(post.standing, self.language));
            format!("{who}, {role}, {unit}, {term}: {standing}")
        };
        posts.iter().map(line).collect()
    }
}

/// How long a post lasts: `1 jan 2025 – 31 dec 2026`, `sedan 1 jan 2025`, `tills vidare`.
pub fn term(from: Option<Date>, until: Option<Date>, language: Language) -> String {
    let short = |day: Date| short_date(day, language);
    match (from.map(short), until.map(short)) {
        (None, None) => word(language, "tills vidare", "until further notice").into(),
        (Some(from), None) => say!(language; "från {from}", "from {from}"),
        (None, Some(until)) => say!(language; "till {until}", "until {until}"),
        (Some(from), Some(until)) => format!("{from} – {until}"),
    }
}

/// How a post stood on the day looked at.
const fn standing(standing: PostStanding, language: Language) -> &'static str {
    match standing {
        PostStanding::Held => word(language, "gäller", "held"),
        PostStanding::Substitute => {
            word(language, "ersättare, räknas inte som innehavare", "a substitute, who does not count as a holder")
        }
        PostStanding::Ended => word(language, "har gått ut", "has expired"),
        PostStanding::Coming => word(language, "har inte börjat", "has not begun"),
        PostStanding::Vacant => word(language, "vakant", "vacant"),
        PostStanding::NotInFile => word(language, "personen finns inte i filen", "the person is not in the file"),
    }
}
