//! What is said of a holder who was not appointed as they should have been.

use super::super::{say, word};
use super::group::{About, Sentences};
use crate::coverage::because::AppointedByReason;

impl Sentences for AppointedByReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::DoesNotSay { .. } => word(
                language,
                "det framgår inte vem som gjorde förordnandet",
                "the file does not say who appointed them",
            )
            .into(),
            Self::NobodyHeld { role, appointed, .. } => {
                let (role, appointed) = (about.role(role), about.near(*appointed));
                say!(language; "ingen var {role} när förordnandet började {appointed}",
                    "nobody was {role} when the appointment began on {appointed}")
            }
            Self::Other { names, by, appointed, .. } => {
                let (who, role, appointed) = (about.name(names), about.role(by), about.near(*appointed));
                say!(language; "utsedd {appointed} av {who}, som då inte var {role}",
                    "appointed on {appointed} by {who}, who was not {role} then")
            }
        }
    }

    fn has_beginning(&self) -> bool {
        !matches!(self, Self::Other { .. })
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        match self {
            Self::DoesNotSay { by } => {
                let role = about.role(by);
                vec![say!(language; "Det framgår inte vem som utsåg. Den som var {role} ska ha gjort förordnandet.",
                    "The post does not name who appointed. The person who was {role} should have made the appointment.")]
            }
            Self::NobodyHeld { role, posts, .. } => about.posts_of(role, posts),
            Self::Other { names, by, appointed, expected } => {
                let who = about.name(names);
                vec![
                    say!(language; "Enligt uppdraget gjorde {who} förordnandet.", "According to the post, {who} made the appointment."),
                    about.holders(by, expected, Some(*appointed)),
                ]
            }
        }
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (language, here) = (about.language, about.here());
        vec![match self {
            Self::DoesNotSay { by } => {
                let role = about.role(by);
                say!(language; "Att den som var {role} anges som den som utsåg.",
                    "Naming the person who was {role} as the appointer.")
            }
            Self::NobodyHeld { role, appointed, .. } => {
                let (role, day) = (about.role(role), about.date(*appointed));
                say!(language; "Att det framgår vem som var {role} på {here} {day}, eller att förordnandet görs om.",
                    "Stating who was {role} at {here} on {day}, or a new appointment.")
            }
            Self::Other { by, .. } => {
                let role = about.role(by);
                say!(language; "Att förordnandet görs om av den som är {role}.", "A new appointment by the person who is {role}.")
            }
        }]
    }
}
