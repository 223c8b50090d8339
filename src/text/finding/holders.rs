//! What is said of a role that too few or too many hold.

use super::super::numbers::{integer, spelled};
use super::super::{say, words};
use super::group::{About, Sentences};
use super::kind_of;
use crate::coverage::because::{HoldersReason, NamedItem};

impl Sentences for HoldersReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        let integer = |number: u32| integer(number.into(), language);
        match self {
            Self::TooFew { role, holders: 0, at_least: 1, .. } => no_holder(role, about),
            Self::TooFew { role, holders, at_least, .. } => {
                let (role, holders, at_least) = (about.role(role), integer(*holders), integer(*at_least));
                say!(language; "{holders} av minst {at_least} som är {role}", "{holders} of at least {at_least}: {role}")
            }
            Self::TooMany { role, holders, at_most, .. } => {
                let (role, holders, at_most) = (about.role(role), integer(*holders), integer(*at_most));
                say!(language; "{holders} är {role} (högst {at_most} är tillåtet)",
                    "{holders} hold the role {role} (maximum {at_most})")
            }
        }
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::TooFew { role, .. } => {
                let role = about.role(role);
                say!(language; "uppdraget som {role} går ut {until}", "the post of {role} expires on {until}")
            }
            Self::TooMany { role, at_most, .. } => {
                let role = about.role(role);
                say!(language; "fler än {at_most} är {role} efter {until}", "more than {at_most} hold the role {role} after {until}")
            }
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let (Self::TooFew { role, posts, .. } | Self::TooMany { role, posts, .. }) = self;
        about.posts_of(role, posts)
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (language, here, from) = (about.language, about.here(), about.from());
        vec![match self {
            Self::TooFew { role, holders, at_least, .. } => {
                let (role, lacking) = (about.role(role), at_least.saturating_sub(*holders));
                if lacking == 1 {
                    say!(language; "Att någon får uppdraget som {role} på {here}{from}.",
                        "Giving someone the post of {role} at {here}{from}.")
                } else {
                    let people = spelled(lacking, false, language);
                    say!(language; "Att {people} till får uppdraget som {role} på {here}{from}.",
                        "Giving {people} more people the post of {role} at {here}{from}.")
                }
            }
            Self::TooMany { role, holders, at_most, .. } => {
                let (role, over) = (about.role(role), spelled(holders.saturating_sub(*at_most), false, language));
                say!(language; "Att {over} lämnar uppdraget som {role} på {here}.", "{over} leaving the post of {role} at {here}.")
            }
        }]
    }
}

/// `inget säkerhetsombud`, `no security representative`.
fn no_holder(named: &NamedItem, about: &About<'_>) -> String {
    let (language, role) = (about.language, about.role(named));
    let noun = words::built_in_role(&named.id, kind_of(&about.row.subject)).filter(|noun| noun.one(language) == role);
    match noun {
        Some(noun) if noun.neuter => say!(language; "inget {role}", "no {role}"),
        Some(_) => say!(language; "ingen {role}", "no {role}"),
        None => say!(language; "ingen är {role}", "no {role}"),
    }
}
