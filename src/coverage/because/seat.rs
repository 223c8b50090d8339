//! Why someone, or some party, has no seat in a group.

use super::group::reasons;
use super::seen::{NamedItem, PostSeen, Scene};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::person::MEMBER;

/// Why someone, or some party, has no seat in a group, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatCause {
    /// The person is no member of the group.
    NotAMember {
        /// Index of the assignment by which they should be a member.
        assignment: u32,
    },
    /// No member of the group is there on behalf of the party.
    NotRepresented {
        /// Number of the party.
        party: u32,
    },
}

reasons! {
    /// Why someone, or some party, has no seat in a group.
    pub enum SeatReason {
        /// The person is no member of the group.
        NotAMember = "not_a_member" {
            /// The group that the person should be a member of.
            group: NamedItem,
            /// The post by which they should be; of several the first by unit and role.
            held: Vec<PostSeen>,
            /// The person's memberships of the group, of all times.
            memberships: Vec<PostSeen>,
        },
        /// No member of the group is there on behalf of the party.
        NotRepresented = "not_represented" {
            /// The group that the party should be in.
            group: NamedItem,
            /// The party without a representative.
            party: NamedItem,
            /// Memberships on behalf of the party, of all times.
            memberships: Vec<PostSeen>,
        },
    }
}

impl SeatCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> SeatReason {
        let (names, day) = (scene.names, scene.day);
        let group = names.unit(scene.unit());
        let member = names.index.roles.find(MEMBER);
        let seats = names.index.posts_at(scene.unit()).iter().filter(|post| Some(post.role) == member);
        match self {
            Self::NotAMember { assignment } => {
                let person = scene.finding.subject.person();
                let own = |post: &&Post| Some(post.person) == person;
                let at = names.index.unit(&scene.assignment(assignment).unit).unwrap_or(NONE);
                let asking = names.index.posts_at(at).iter().filter(|post| post.assignment == assignment);
                let (held, memberships) = (names.posts(asking, day), names.posts(seats.filter(own), day));
                SeatReason::NotAMember { group, held, memberships }
            }
            Self::NotRepresented { party } => {
                let memberships = names.posts(seats.filter(|post| post.on_behalf_of == party), day);
                SeatReason::NotRepresented { group, party: names.unit(party), memberships }
            }
        }
    }
}
