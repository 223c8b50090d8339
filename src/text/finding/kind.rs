//! What is said of a kind of unit that the file does not have.

use super::super::{say, word, words};
use super::group::{About, Sentences};
use crate::coverage::because::KindReason;

impl Sentences for KindReason {
    fn why(&self, about: &About<'_>) -> String {
        let (Self::NoUnit { unit_kind }, language) = (self, about.language);
        let kind = words::unit_kind(*unit_kind);
        let (no, one) = (word(language, if kind.neuter { "inget" } else { "ingen" }, "no"), kind.one(language));
        say!(language; "filen har {no} {one}", "the file has {no} {one}")
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let (Self::NoUnit { unit_kind }, language) = (self, about.language);
        let many = words::unit_kind(*unit_kind).many(language);
        vec![say!(language; "Alla enheter i filen. Ingen av dem hör till {many}.",
            "All units of the file. None of them is among the {many}.")]
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (Self::NoUnit { unit_kind }, language) = (self, about.language);
        let kind = words::unit_kind(*unit_kind);
        let (article, one) = (word(language, if kind.neuter { "ett" } else { "en" }, "a"), kind.one(language));
        vec![say!(language; "Att {article} {one} läggs till i filen.", "Adding {article} {one} to the file.")]
    }
}
