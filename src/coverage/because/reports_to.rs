//! Why it does not hold that the holder of a role reports to the holder of another.

use super::group::reasons;
use super::seen::{NamedItem, PostSeen, Scene};
use crate::organisation::rule::Shape;

/// Why a holder does not report as the rule wants, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportsToCause {
    /// The holder's assignments do not say whom they report to.
    DoesNotSay,
    /// Nobody at the unit holds the role to report to.
    NobodyHolds,
    /// The holder reports to someone who does not hold the role.
    Other {
        /// Index of the assignment that says so.
        assignment: u32,
    },
}

reasons! {
    /// Why a holder does not report as the rule wants.
    pub enum ReportsToReason {
        /// The holder's assignments do not say whom they report to.
        DoesNotSay = "no_reports_to" {
            /// The role whose holder they should report to.
            to: NamedItem,
            /// The holders of that role, to one of whom they should report.
            expected: Vec<NamedItem>,
        },
        /// Nobody at the unit holds the role to report to.
        NobodyHolds = "nobody_holds" {
            /// The role whose holder they should report to.
            role: NamedItem,
            /// The posts of the role to report to at the unit, of all times.
            posts: Vec<PostSeen>,
        },
        /// The holder reports to someone who does not hold the role.
        Other = "reports_to_other" {
            /// Whom the holder reports to.
            names: NamedItem,
            /// The role whose holder they should report to.
            to: NamedItem,
            /// The holders of that role, to one of whom they should report.
            expected: Vec<NamedItem>,
        },
    }
}

impl ReportsToCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> ReportsToReason {
        let to = if let Shape::ReportsTo(shape) = scene.shape { &*shape.to } else { "" };
        let (role, expected) = (scene.names.role(to), scene.holders(to, scene.day));
        match self {
            Self::DoesNotSay => ReportsToReason::DoesNotSay { to: role, expected },
            Self::NobodyHolds => ReportsToReason::NobodyHolds { role, posts: scene.posts_of(to, scene.day) },
            Self::Other { assignment } => {
                let names = scene.names.person_of(scene.assignment(assignment).reports_to.as_deref());
                ReportsToReason::Other { names, to: role, expected }
            }
        }
    }
}
