//! What is said of an activity that does not happen as often as it should.

use super::super::numbers::every_months;
use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::ActivityReason;

impl Sentences for ActivityReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NeverDone { every_months: months } => {
                let every = every_months(*months, language);
                say!(language; "inte genomfört enligt filen, enligt regeln {every}",
                    "not recorded in the file, due {every}")
            }
            Self::LastDone { date, every_months: months } => {
                let (date, every) = (about.near(*date), every_months(*months, language));
                say!(language; "senast den {date}, enligt regeln {every}", "last on {date}, due {every}")
            }
        }
    }

    fn has_beginning(&self) -> bool {
        matches!(self, Self::NeverDone { .. })
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        say!(language; "enligt regeln görs det igen senast den {until}", "due again by {until}")
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NeverDone { .. } => {
                let what = about.subject();
                say!(language; "Filens aktiviteter. Ingen gäller {what}.", "The file’s activities. None is for {what}.")
            }
            Self::LastDone { date, every_months: months } => {
                let (last, every) = (about.date(*date), every_months(*months, language));
                say!(language; "Senaste aktiviteten är från {last}; enligt regeln görs den {every}.",
                    "The latest activity is from {last}; the rule calls for it {every}.")
            }
        }]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let line = word(
            about.language,
            "Att det genomförs och läggs till bland filens aktiviteter.",
            "Carrying it out and adding it to the file’s activities.",
        );
        vec![line.into()]
    }
}
