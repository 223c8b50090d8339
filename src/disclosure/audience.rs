//! Who reads, and what of what is marked is for them: the only place that says so.

use super::ground::WithheldBecause;
use crate::organisation::record::words;
use crate::organisation::value::Marking;

words! {
    /// The readers there are, by what they may read. A receiver of an extract is of one of them.
    pub enum Audience {
        /// Everyone: nothing internal, nothing secret, no names of people, no reasons in free words.
        Public = "public",
        /// The municipality's own people: nothing secret.
        Internal = "internal",
        /// Readers who may read all that is in the file.
        All = "all",
    }
}

impl Default for Audience {
    /// What is secret is shown to those who ask for it.
    fn default() -> Self {
        Self::Internal
    }
}

impl Audience {
    /// Whether people's names, motives, vulnerabilities and notes are for them.
    pub const fn reads_reasons(self) -> bool {
        !matches!(self, Self::Public)
    }

    /// Why an item with this marking is not for them; none where it is.
    pub fn keeps_back(self, marking: &Marking<'_>) -> Option<WithheldBecause> {
        match (self, marking) {
            (Self::All, _) | (_, Marking::Unmarked | Marking::Open) | (Self::Internal, Marking::Internal) => None,
            (Self::Public, Marking::Internal) => Some(WithheldBecause::Internal),
            (_, Marking::Secret(ground)) => Some(WithheldBecause::secret(ground)),
            (_, Marking::Never) => Some(WithheldBecause::Never),
        }
    }

    /// Whether an item with this marking is for them.
    pub fn may_read(self, marking: &Marking<'_>) -> bool {
        self.keeps_back(marking).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marking_is_kept_from_those_it_is_not_for_and_from_nobody_else() {
        let secret = Marking::Secret("18:13".into());
        for (marking, public, internal) in [
            (Marking::Unmarked, true, true),
            (Marking::Open, true, true),
            (Marking::Internal, false, true),
            (secret, false, false),
            (Marking::Never, false, false),
        ] {
            let may_read = [Audience::Public, Audience::Internal, Audience::All].map(|who| who.may_read(&marking));
            assert_eq!(may_read, [public, internal, true], "{marking:?}");
        }
    }

    #[test]
    fn a_ground_of_secrecy_in_free_words_is_told_to_nobody() {
        let marking = Marking::Secret("the cellar".into());
        assert_eq!(Audience::Public.keeps_back(&marking), Some(WithheldBecause::Secret(None)));
    }
}
