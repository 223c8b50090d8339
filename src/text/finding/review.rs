//! What is said of a document that is not within its review date.

use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::ReviewReason;

impl Sentences for ReviewReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NoDate => {
                word(language, "det framgår inte när det ska ses över", "there is no date for its review").into()
            }
            Self::Overdue { review_by } => {
                let review_by = about.near(*review_by);
                say!(language; "skulle ha setts över senast den {review_by}", "should have been reviewed by {review_by}")
            }
        }
    }

    fn has_beginning(&self) -> bool {
        matches!(self, Self::NoDate)
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::NoDate => about.met_until(until),
            Self::Overdue { .. } => say!(language; "ska ses över senast den {until}", "to be reviewed by {until}"),
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NoDate => {
                word(language, "Det framgår inte när dokumentet ska ses över.", "The document has no review date.")
                    .into()
            }
            Self::Overdue { review_by } => {
                let review_by = about.date(*review_by);
                say!(language; "Dokumentet ska ses över senast den {review_by}.", "The document must be reviewed by {review_by}.")
            }
        }]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (swedish, english) = match self {
            Self::NoDate => ("Att dokumentet får ett datum för översyn.", "Giving the document a review date."),
            Self::Overdue { .. } => (
                "Att dokumentet ses över och får ett nytt datum för översyn.",
                "Reviewing the document and giving it a new review date.",
            ),
        };
        vec![word(about.language, swedish, english).into()]
    }
}
