//! What is said of a training that is not valid.

use super::super::numbers::every_months;
use super::super::say;
use super::group::{About, Sentences};
use crate::coverage::because::TrainingReason;

impl Sentences for TrainingReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NoTraining { training } => {
                let training = about.name(training);
                say!(language; "utbildningen ”{training}” finns inte i filen", "the training course “{training}” is not in the file")
            }
            Self::NeverTrained { training } => {
                let training = about.name(training);
                say!(language; "har inte gått ”{training}”", "has not completed “{training}”")
            }
            Self::Lapsed { training, taken, .. } => {
                let (training, taken) = (about.name(training), about.near(*taken));
                say!(language; "gick ”{training}” senast den {taken}; utbildningen har gått ut",
                    "last completed “{training}” on {taken}; it has expired")
            }
        }
    }

    fn has_beginning(&self) -> bool {
        !matches!(self, Self::Lapsed { .. })
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::NoTraining { .. } => about.met_until(until),
            Self::NeverTrained { training } | Self::Lapsed { training, .. } => {
                let training = about.name(training);
                say!(language; "”{training}” gäller till {until}", "“{training}” is valid until {until}")
            }
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NoTraining { training } => {
                let id = &training.id;
                say!(language; "Filens utbildningar. Ingen har id {id}.", "The file’s training courses. None has the id {id}.")
            }
            Self::NeverTrained { training } => {
                let (training, who) = (about.name(training), about.subject());
                say!(language; "Genomförda utbildningar. {who} har inte gått ”{training}”.",
                    "Completed training courses. {who} has not completed “{training}”.")
            }
            Self::Lapsed { training, taken, renewed_after } => {
                let (training, taken) = (about.name(training), about.date(*taken));
                let every = every_months(*renewed_after, language);
                say!(language; "”{training}” genomfördes den {taken} och ska förnyas {every}.",
                    "“{training}” was completed on {taken} and must be renewed {every}.")
            }
        }]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        vec![match self {
            Self::NoTraining { training } => {
                let id = &training.id;
                say!(language; "Att utbildningen {id} läggs till i filen.", "Adding the training course {id} to the file.")
            }
            Self::NeverTrained { training } | Self::Lapsed { training, .. } => {
                let training = about.name(training);
                say!(language; "Att ”{training}” genomförs och läggs till i filen.",
                    "Completing “{training}” and adding that to the file.")
            }
        }]
    }
}
