//! What is said of someone, or some party, without a seat in a group.

use super::super::say;
use super::group::{About, Sentences};
use crate::coverage::because::SeatReason;

impl Sentences for SeatReason {
    fn why(&self, about: &About<'_>) -> String {
        let language = about.language;
        match self {
            Self::NotAMember { group, .. } => {
                let group = about.name(group);
                say!(language; "inte med i {group}", "not a member of {group}")
            }
            Self::NotRepresented { group, .. } => {
                let group = about.name(group);
                say!(language; "ingen representant i {group}", "no representative in {group}")
            }
        }
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let language = about.language;
        match self {
            Self::NotAMember { group, .. } => {
                let group = about.name(group);
                say!(language; "platsen i {group} går ut {until}", "the membership of {group} expires on {until}")
            }
            Self::NotRepresented { group, .. } => {
                let group = about.name(group);
                say!(language; "representationen i {group} går ut {until}", "the representation in {group} expires on {until}")
            }
        }
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let language = about.language;
        match self {
            Self::NotAMember { group, held, memberships } => {
                let (group, who) = (about.name(group), about.subject());
                let mut lines = about.posts(held);
                lines.extend(about.posts_or(memberships, || {
                    say!(language; "Filen har ingen plats i {group} för {who}.", "The file has no membership of {group} for {who}.")
                }));
                lines
            }
            Self::NotRepresented { group, party, memberships } => {
                let (group, party) = (about.name(group), about.name(party));
                about.posts_or(memberships, || {
                    say!(language; "Ingen medlem i {group} företräder {party} enligt filen.",
                        "No member of {group} represents {party} according to the file.")
                })
            }
        }
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (language, from) = (about.language, about.from());
        vec![match self {
            Self::NotAMember { group, .. } => {
                let (group, who) = (about.name(group), about.subject());
                say!(language; "Att {who} får en plats i {group}{from}.", "Making {who} a member of {group}{from}.")
            }
            Self::NotRepresented { group, party, .. } => {
                let (group, party) = (about.name(group), about.name(party));
                say!(language; "Att någon blir medlem i {group} för {party}{from}.",
                    "Someone becoming a member of {group} on behalf of {party}{from}.")
            }
        }]
    }
}
