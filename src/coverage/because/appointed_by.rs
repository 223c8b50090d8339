//! Why it does not hold that the holder of a role was appointed by the holder of another.

use super::group::reasons;
use super::seen::{NamedItem, PostSeen, Scene};
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, day};

/// Why a holder was not appointed as the rule wants, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppointedByCause {
    /// The holder's assignments do not say who appointed them.
    DoesNotSay,
    /// Nobody at the unit held the appointing role that day.
    NobodyHeld {
        /// The day of the appointment.
        day: Date,
    },
    /// The holder was appointed by someone who did not hold the role.
    Other {
        /// Index of the assignment that says so.
        assignment: u32,
    },
}

reasons! {
    /// Why a holder was not appointed as the rule wants.
    pub enum AppointedByReason {
        /// The holder's assignments do not say who appointed them.
        DoesNotSay = "no_appointed_by" {
            /// The role whose holder should have appointed them.
            by: NamedItem,
        },
        /// Nobody at the unit held the appointing role that day.
        NobodyHeld = "nobody_held" {
            /// The role whose holder should have appointed them.
            role: NamedItem,
            /// The day of the appointment.
            #[serde(with = "day")]
            appointed: Date,
            /// The posts of the appointing role at the unit, as they stood that day.
            posts: Vec<PostSeen>,
        },
        /// The holder was appointed by someone who did not hold the role.
        Other = "appointed_by_other" {
            /// The person who appointed the holder.
            names: NamedItem,
            /// The role whose holder should have appointed them.
            by: NamedItem,
            /// The day of the appointment.
            #[serde(with = "day")]
            appointed: Date,
            /// The holders of the role that day.
            expected: Vec<NamedItem>,
        },
    }
}

impl AppointedByCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> AppointedByReason {
        let by = if let Shape::AppointedBy(shape) = scene.shape { &*shape.by } else { "" };
        let role = scene.names.role(by);
        match self {
            Self::DoesNotSay => AppointedByReason::DoesNotSay { by: role },
            Self::NobodyHeld { day } => {
                AppointedByReason::NobodyHeld { role, appointed: day, posts: scene.posts_of(by, day) }
            }
            Self::Other { assignment } => {
                let assignment = scene.assignment(assignment);
                let appointed = assignment.from.unwrap_or(scene.day);
                let names = scene.names.person_of(assignment.appointed_by.as_deref());
                AppointedByReason::Other { names, by: role, appointed, expected: scene.holders(by, appointed) }
            }
        }
    }
}
