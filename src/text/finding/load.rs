//! What is said of someone who holds too many posts.

use super::super::numbers::integer;
use super::super::say;
use super::group::{About, Sentences};
use crate::coverage::because::LoadReason;

impl Sentences for LoadReason {
    fn why(&self, about: &About<'_>) -> String {
        let (Self::TooManyPosts { role, at_most, posts }, language) = (self, about.language);
        let (role, units, at_most) = (about.role(role), posts.len(), integer((*at_most).into(), language));
        say!(language; "är {role} på {units} enheter (högst {at_most} är tillåtet)",
            "{role} at {units} units (maximum {at_most})")
    }

    fn looked_at(&self, about: &About<'_>) -> Vec<String> {
        let Self::TooManyPosts { role, posts, .. } = self;
        about.posts_of(role, posts)
    }

    fn change(&self, about: &About<'_>) -> Vec<String> {
        let (Self::TooManyPosts { role, .. }, language) = (self, about.language);
        let role = about.role(role);
        vec![say!(language; "Att någon annan tar över uppdraget som {role} på en eller flera enheter.",
            "Someone else taking over the post of {role} at one or more units.")]
    }
}
