//! What is said of a holder who does not report as they should.

use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::ReportsToReason;

impl Sentences for ReportsToReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::DoesNotSay { .. } => {
                word(language, "det framgår inte vem rapporterna går till", "the file does not say whom they report to")
                    .into()
            }
            Self::NobodyHolds { role, .. } => {
                let role = about.role(role);
                say!(language; "ingen är {role} att rapportera till", "nobody is {role} to report to")
            }
            Self::Other { names, to, .. } => {
                let (who, role) = (about.name(names), about.role(to));
                say!(language; "rapporterar till {who}, som inte är {role}", "reports to {who}, who is not {role}")
            }
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        match self {
            Self::DoesNotSay { to, expected } => vec![
                word(
                    language,
                    "Det framgår inte vem uppdraget rapporterar till.",
                    "The post does not state whom it reports to.",
                )
                .into(),
                about.holders(to, expected, None),
            ],
            Self::NobodyHolds { role, posts } => about.posts_of(role, posts),
            Self::Other { names, to, expected } => {
                let who = about.name(names);
                vec![
                    say!(language; "Enligt uppdraget går rapporterna till {who}.", "According to the post, it reports to {who}."),
                    about.holders(to, expected, None),
                ]
            }
        }
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (language, here) = (about.language, about.here());
        match self {
            Self::DoesNotSay { to, expected } => {
                let whom = about.one_of(to, expected);
                vec![
                    say!(language; "Att {whom} anges som den som uppdraget rapporterar till.", "Naming {whom} as the person the post reports to."),
                ]
            }
            Self::NobodyHolds { role, .. } => {
                let role = about.role(role);
                vec![
                    say!(language; "Att någon får uppdraget som {role} på {here}.", "Giving someone the post of {role} at {here}."),
                ]
            }
            Self::Other { names, to, expected } => {
                let (whom, who, role) = (about.one_of(to, expected), about.name(names), about.role(to));
                vec![
                    say!(language; "Att rapporterna går till {whom}.", "Reporting to {whom}."),
                    say!(language; "Eller att {who} har uppdraget som {role} på {here}.", "Or {who} holding the post of {role} at {here}."),
                ]
            }
        }
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::NobodyHolds { role, .. } => {
                let role = about.role(role);
                say!(language; "uppdraget som {role} går ut {until}", "the post of {role} expires on {until}")
            }
            _ => about.met_until(until),
        }
    }
}
