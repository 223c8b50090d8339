//! What is said of a unit whose risks have not been reviewed.

use super::super::numbers::every_months;
use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::InventoryReason;

impl Sentences for InventoryReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NoRisks => word(language, "inga risker i filen", "no risks in the file").into(),
            Self::NotReviewed { risk } => {
                let risk = about.name(risk);
                say!(language; "det framgår inte när risken ”{risk}” senast gicks igenom",
                    "there is no date for the last review of the risk “{risk}”")
            }
            Self::Overdue { risk, reviewed, .. } => {
                let (risk, reviewed) = (about.name(risk), about.near(*reviewed));
                say!(language; "risken ”{risk}” gicks senast igenom den {reviewed}", "the risk “{risk}” was last reviewed on {reviewed}")
            }
        }
    }

    fn has_beginning(&self) -> bool {
        !matches!(self, Self::Overdue { .. })
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::Overdue { risk, .. } => {
                let risk = about.name(risk);
                say!(language; "enligt regeln gås risken ”{risk}” igenom senast den {until}", "the risk “{risk}” is due for review by {until}")
            }
            _ => about.met_until(until),
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NoRisks => {
                let unit = about.subject();
                say!(language; "Filens risker. Ingen gäller {unit} eller någon enhet under.",
                    "The file’s risks. None is about {unit} or a unit below it.")
            }
            Self::NotReviewed { risk } => {
                let risk = about.name(risk);
                say!(language; "Det framgår inte när risken ”{risk}” senast gicks igenom.", "The risk “{risk}” has no date of its last review.")
            }
            Self::Overdue { risk, reviewed, every_months: months } => {
                let (risk, reviewed) = (about.name(risk), about.date(*reviewed));
                let every = every_months(*months, language);
                say!(language; "”{risk}” gicks senast igenom den {reviewed}; enligt regeln {every}.",
                    "“{risk}” was last reviewed on {reviewed}; the rule calls for a review {every}.")
            }
        }]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (swedish, english) = match self {
            Self::NoRisks => (
                "Att enheten går igenom sina risker och att de läggs till i filen.",
                "The unit reviewing its risks, and adding them to the file.",
            ),
            Self::NotReviewed { .. } | Self::Overdue { .. } => {
                ("Att riskerna gås igenom och datumet anges.", "Reviewing the risks and entering the date.")
            }
        };
        vec![word(about.language, swedish, english).into()]
    }
}
