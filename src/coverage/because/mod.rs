//! Why something is not simply met, as data: what was looked at and what was found. No sentence is said here.

mod json;
mod reason;
mod seen;
mod view;

pub use self::reason::Reason;
pub use self::seen::{Named, PostSeen, Standing};
pub use self::view::{AcceptedView, View};

use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;

/// Why a subject is not met, in numbers only. What the rule asks for is in the rule, and who it is about in the
/// subject; [`View`] puts the three together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// No unit of the kind is in the file.
    NoUnit {
        /// The kind.
        kind: UnitKind,
    },
    /// Too few hold the role at the unit.
    TooFew {
        /// How many people hold it.
        holders: u32,
        /// How many should, at least.
        at_least: u32,
    },
    /// Too many hold the role at the unit.
    TooMany {
        /// How many people hold it.
        holders: u32,
        /// How many may, at most.
        at_most: u32,
    },
    /// The holder's assignments do not say whom they report to, or who appointed them.
    DoesNotSay,
    /// Nobody at the unit holds the role to report to.
    NobodyHolds,
    /// Nobody at the unit held the appointing role that day.
    NobodyHeld {
        /// The day of the appointment.
        day: Date,
    },
    /// The holder reports to someone who does not hold the role.
    ReportsToOther {
        /// Index of the assignment that says so.
        assignment: u32,
    },
    /// The holder was appointed by someone who did not hold the role.
    AppointedByOther {
        /// Index of the assignment that says so.
        assignment: u32,
    },
    /// The person is no member of the group.
    NotAMember {
        /// Index of the assignment by which they should be.
        assignment: u32,
    },
    /// No member of the group is there on behalf of the party.
    NotRepresented {
        /// Number of the party.
        party: u32,
    },
    /// The training is not in the file.
    NoTraining,
    /// The person has not taken the training.
    NeverTrained,
    /// The person took the training too long ago.
    TrainingLapsed {
        /// The day it was last taken.
        taken: Date,
    },
    /// The document does not say when it must be reviewed.
    NoReviewDate,
    /// The document's review date has passed.
    ReviewOverdue {
        /// The last day by which it should have been reviewed.
        review_by: Date,
    },
    /// The measure does not say by when it must be done.
    NoDueDay,
    /// The measure is not done, and its last day has passed.
    MeasureOverdue {
        /// The last day by which it should have been done.
        due: Date,
    },
    /// The activity has never been carried out.
    NeverDone,
    /// The activity was carried out too long ago.
    LastDone {
        /// The day it was last carried out.
        date: Date,
    },
    /// Nobody else stands in for the role's holder.
    NoSubstitute,
    /// The person holds the role at too many units.
    TooManyPosts {
        /// At how many units.
        units: u32,
        /// At how many one may, at most.
        at_most: u32,
    },
    /// The unit's part of the organisation has no risks in the file.
    NoRisks,
    /// A risk of the unit's part does not say when it was reviewed.
    RiskNotReviewed {
        /// Index of the risk.
        risk: u32,
    },
    /// A risk of the unit's part was reviewed too long ago.
    RiskOverdue {
        /// Index of the risk reviewed longest ago.
        risk: u32,
        /// The day it was reviewed.
        reviewed: Date,
    },
}
