//! Why someone holds too many posts.

use super::group::reasons;
use super::seen::{NamedItem, PostSeen, Scene};
use crate::organisation::rule::Shape;

/// Why someone holds too many posts, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadCause {
    /// The person holds the role at too many units.
    TooManyPosts {
        /// At how many units one may hold it, at most.
        at_most: u32,
    },
}

reasons! {
    /// Why someone holds too many posts.
    pub enum LoadReason {
        /// The person holds the role at too many units.
        TooManyPosts = "too_many_posts" {
            /// The role that the rule counts.
            role: NamedItem,
            /// At how many units one may hold it, at most.
            at_most: u32,
            /// The person's posts in the role, as held that day.
            posts: Vec<PostSeen>,
        },
    }
}

impl LoadCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> LoadReason {
        let of = if let Shape::Load(shape) = scene.shape { &*shape.of } else { "" };
        let Self::TooManyPosts { at_most } = self;
        let (names, day) = (scene.names, scene.day);
        let (number, person) = (names.index.roles.find(of), scene.finding.subject.person());
        let own = names.index.posts.iter().filter(|post| Some(post.role) == number && Some(post.person) == person);
        let posts = names.posts(own.filter(|post| post.held(day)), day);
        LoadReason::TooManyPosts { role: names.role(of), at_most, posts }
    }
}
