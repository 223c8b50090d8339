//! Why a post has no substitute.

use super::group::reasons;
use super::seen::{NamedItem, PostSeen, Scene};
use crate::organisation::rule::Shape;

/// Why a post has no substitute, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubstituteCause {
    /// Nobody else stands in for the role's holder.
    NoSubstitute,
}

reasons! {
    /// Why a post has no substitute.
    pub enum SubstituteReason {
        /// Nobody else stands in for the role's holder.
        NoSubstitute = "no_substitute" {
            /// The role whose holder should have a substitute.
            role: NamedItem,
            /// The role's posts at the unit, substitutes' among them, of all times.
            posts: Vec<PostSeen>,
        },
    }
}

impl SubstituteCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> SubstituteReason {
        let of = if let Shape::Substitute(shape) = scene.shape { &*shape.of } else { "" };
        let Self::NoSubstitute = self;
        SubstituteReason::NoSubstitute { role: scene.names.role(of), posts: scene.posts_of(of, scene.day) }
    }
}
