//! What is said of a post without a substitute.

use super::super::say;
use super::group::{About, Sentences};
use crate::coverage::because::SubstituteReason;

impl Sentences for SubstituteReason {
    fn why(&self, about: &About<'_>) -> String {
        let (Self::NoSubstitute { role, .. }, language) = (self, about.language);
        let role = about.role(role);
        say!(language; "uppdraget som {role} har ingen ersättare", "the {role} has no substitute")
    }

    fn ending(&self, about: &About<'_>, until: &str) -> String {
        let (Self::NoSubstitute { role, .. }, language) = (self, about.language);
        let role = about.role(role);
        say!(language; "uppdraget som ersättare för {role} går ut {until}", "the post as substitute for the {role} expires on {until}")
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let Self::NoSubstitute { role, posts } = self;
        about.posts_of(role, posts)
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (Self::NoSubstitute { role, .. }, language) = (self, about.language);
        let (role, here, from) = (about.role(role), about.here(), about.from());
        vec![say!(language; "Att någon blir ersättare för {role} på {here}{from}.",
            "Making someone substitute for the {role} at {here}{from}.")]
    }
}
