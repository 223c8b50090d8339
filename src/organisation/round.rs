//! Rounds: those who have a part of the file are asked to look it through, by a day, and what has come of it.

use super::record::record;
use super::refer::{Ref, Units};
use super::value::{Date, Id, Marking, Str, Text};

record! {
    /// A round: an exchange in which each of some units is handed its part and sends back what it changes.
    pub struct Round<'a> {
        /// Unique among rounds.
        pub id: Id<'a>,
        /// The name of the round.
        pub name: Text<'a>,
        /// The last day on which an answer is in time.
        pub due: Date,
        /// What those who are asked are told besides.
        pub message: Option<Text<'a>>,
        /// The email address that answers go to.
        pub answer_to: Option<Str<'a>>,
        /// Those who are asked in the round.
        pub receivers: Vec<AskedUnit<'a>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

record! {
    /// One who is asked in a round, and how far that has come.
    pub struct AskedUnit<'a> {
        /// The department, the company or the external party.
        pub unit: Ref<'a, Units>,
        /// The day its part was made to be sent.
        pub sent: Option<Date>,
        /// The day its answer was looked at, whatever was made of it.
        pub answered: Option<Date>,
        /// The day its answer was brought in, in whole or in part.
        pub brought_in: Option<Date>,
        /// The day its answer was turned down, without anything of it being brought in.
        pub refused: Option<Date>,
    }
}

impl AskedUnit<'_> {
    /// Whether an answer that was due on a day is still out on another.
    pub fn is_late(&self, due: Date, on: Date) -> bool {
        self.answered.is_none() && due < on
    }
}
