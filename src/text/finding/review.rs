//! What is said of a document that is not within its review date.

use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::ReviewReason;

impl Sentences for ReviewReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NoDate => {
                word(language, "det framgår inte när det ska granskas", "the file does not say when to review it")
                    .into()
            }
            Self::Overdue { review_by } => {
                let review_by = about.near(*review_by);
                say!(language; "skulle ha granskats senast {review_by}", "should have been reviewed by {review_by}")
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
            Self::Overdue { .. } => say!(language; "ska granskas senast {until}", "to be reviewed by {until}"),
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NoDate => {
                word(language, "Dokumentets fält review_by är tomt.", "The field review_by of the document is empty.")
                    .into()
            }
            Self::Overdue { review_by } => {
                let review_by = about.date(*review_by);
                say!(language; "Dokumentet ska granskas senast {review_by}.", "The document must be reviewed by {review_by}.")
            }
        }]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (swedish, english) = match self {
            Self::NoDate => (
                "Att dokumentet får en dag då det senast ska granskas.",
                "Giving the document a day to be reviewed by.",
            ),
            Self::Overdue { .. } => (
                "Att dokumentet granskas och får en ny granskningsdag.",
                "Reviewing the document and giving it a new day to be reviewed by.",
            ),
        };
        vec![word(about.language, swedish, english).into()]
    }
}
