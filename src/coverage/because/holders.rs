//! Why too few or too many hold a role at a unit.

use super::group::reasons;
use super::seen::{NamedItem, PostSeen, Scene};
use crate::organisation::rule::Shape;

/// Why too few or too many hold a role at a unit, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldersCause {
    /// Too few hold the role at the unit.
    TooFew {
        /// How many people hold the role.
        holders: u32,
        /// How many should hold it, at least.
        at_least: u32,
    },
    /// Too many hold the role at the unit.
    TooMany {
        /// How many people hold the role.
        holders: u32,
        /// How many may hold it, at most.
        at_most: u32,
    },
}

reasons! {
    /// Why too few or too many hold a role at a unit.
    pub enum HoldersReason {
        /// Too few hold the role at the unit.
        TooFew = "too_few" {
            /// The role that the rule counts.
            role: NamedItem,
            /// How many people hold the role.
            holders: u32,
            /// How many should hold it, at least.
            at_least: u32,
            /// The role's posts at the unit, of all times.
            posts: Vec<PostSeen>,
        },
        /// Too many hold the role at the unit.
        TooMany = "too_many" {
            /// The role that the rule counts.
            role: NamedItem,
            /// How many people hold the role.
            holders: u32,
            /// How many may hold it, at most.
            at_most: u32,
            /// The role's posts at the unit, of all times.
            posts: Vec<PostSeen>,
        },
    }
}

impl HoldersCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> HoldersReason {
        let of = if let Shape::Holders(shape) = scene.shape { &*shape.of } else { "" };
        let (role, posts) = (scene.names.role(of), scene.posts_of(of, scene.day));
        match self {
            Self::TooFew { holders, at_least } => HoldersReason::TooFew { role, holders, at_least, posts },
            Self::TooMany { holders, at_most } => HoldersReason::TooMany { role, holders, at_most, posts },
        }
    }
}
