//! What is said of a measure that is not on time.

use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::MeasureReason;

impl Sentences for MeasureReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NoDueDay => {
                word(language, "det framgår inte när den ska vara klar", "the file does not say when it is due").into()
            }
            Self::Overdue { due } => {
                let due = about.near(*due);
                say!(language; "skulle ha varit klar senast {due}", "should have been done by {due}")
            }
        }
    }

    fn has_beginning(&self) -> bool {
        matches!(self, Self::NoDueDay)
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::NoDueDay => about.met_until(until),
            Self::Overdue { .. } => say!(language; "ska vara klar senast {until}", "to be done by {until}"),
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NoDueDay => {
                word(language, "Det framgår inte när åtgärden ska vara klar.", "The measure has no due date.").into()
            }
            Self::Overdue { due } => {
                let due = about.date(*due);
                say!(language; "Åtgärden ska vara klar senast {due}.", "The measure must be done by {due}.")
            }
        }]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (swedish, english) = match self {
            Self::NoDueDay => ("Att åtgärden får ett datum när den ska vara klar.", "Giving the measure a due date."),
            Self::Overdue { .. } => {
                ("Att åtgärden blir klar, eller att ett nytt datum beslutas.", "Doing it, or deciding on a new date.")
            }
        };
        vec![word(about.language, swedish, english).into()]
    }
}
