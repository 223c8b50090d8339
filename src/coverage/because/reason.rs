//! The reasons there are, each with what was looked at.

use serde::{Deserialize, Serialize};

use super::seen::{Named, PostSeen};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, day};

/// Why: what the rule asks for, and what was found instead. Numbers of months are calendar months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// No unit of the kind is in the file.
    NoUnit {
        /// The kind.
        unit_kind: UnitKind,
    },
    /// Too few hold the role at the unit.
    TooFew {
        /// The role.
        role: Named,
        /// How many people hold it.
        holders: u32,
        /// How many should, at least.
        at_least: u32,
        /// Its posts at the unit, of all times.
        posts: Vec<PostSeen>,
    },
    /// Too many hold the role at the unit.
    TooMany {
        /// The role.
        role: Named,
        /// How many people hold it.
        holders: u32,
        /// How many may, at most.
        at_most: u32,
        /// Its posts at the unit, of all times.
        posts: Vec<PostSeen>,
    },
    /// The holder's assignments do not say whom they report to.
    NoReportsTo {
        /// The role whose holder they should report to.
        to: Named,
        /// Those who hold it.
        expected: Vec<Named>,
    },
    /// Nobody at the unit holds the role to report to.
    NobodyHolds {
        /// That role.
        role: Named,
        /// Its posts at the unit, of all times.
        posts: Vec<PostSeen>,
    },
    /// The holder reports to someone who does not hold the role.
    ReportsToOther {
        /// Whom they report to.
        names: Named,
        /// The role whose holder they should report to.
        to: Named,
        /// Those who hold it.
        expected: Vec<Named>,
    },
    /// The holder's assignments do not say who appointed them.
    NoAppointedBy {
        /// The role whose holder should have.
        by: Named,
    },
    /// Nobody at the unit held the appointing role that day.
    NobodyHeld {
        /// That role.
        role: Named,
        /// The day of the appointment.
        #[serde(with = "day")]
        appointed: Date,
        /// Its posts at the unit, as they stood that day.
        posts: Vec<PostSeen>,
    },
    /// The holder was appointed by someone who did not hold the role.
    AppointedByOther {
        /// Who appointed them.
        names: Named,
        /// The role whose holder should have.
        by: Named,
        /// The day of the appointment.
        #[serde(with = "day")]
        appointed: Date,
        /// Those who held it that day.
        expected: Vec<Named>,
    },
    /// The person is no member of the group.
    NotAMember {
        /// The group.
        group: Named,
        /// The post by which they should be; of several the first by unit and role.
        held: Vec<PostSeen>,
        /// The person's memberships of the group, of all times.
        memberships: Vec<PostSeen>,
    },
    /// No member of the group is there on behalf of the party.
    NotRepresented {
        /// The group.
        group: Named,
        /// The party.
        party: Named,
        /// Memberships on its behalf, of all times.
        memberships: Vec<PostSeen>,
    },
    /// The training is not in the file.
    NoTraining {
        /// Its id, as the rule has it.
        training: Named,
    },
    /// The person has not taken the training.
    NeverTrained {
        /// The training.
        training: Named,
    },
    /// The person took the training too long ago.
    TrainingLapsed {
        /// The training.
        training: Named,
        /// The day it was last taken.
        #[serde(with = "day")]
        taken: Date,
        /// Months until it must be taken again.
        renewed_after: u32,
    },
    /// The document does not say when it must be reviewed.
    NoReviewDate,
    /// The document's review date has passed.
    ReviewOverdue {
        /// The last day by which it should have been reviewed.
        #[serde(with = "day")]
        review_by: Date,
    },
    /// The measure does not say by when it must be done.
    NoDueDay,
    /// The measure is not done, and its last day has passed.
    MeasureOverdue {
        /// The last day by which it should have been done.
        #[serde(with = "day")]
        due: Date,
    },
    /// The activity has never been carried out.
    NeverDone {
        /// Months from one to the next, at most.
        every_months: u32,
    },
    /// The activity was carried out too long ago.
    LastDone {
        /// The day it was last carried out.
        #[serde(with = "day")]
        date: Date,
        /// Months from one to the next, at most.
        every_months: u32,
    },
    /// Nobody else stands in for the role's holder.
    NoSubstitute {
        /// The role.
        role: Named,
        /// Its posts at the unit, substitutes' among them, of all times.
        posts: Vec<PostSeen>,
    },
    /// The person holds the role at too many units.
    TooManyPosts {
        /// The role.
        role: Named,
        /// How many units one may hold it at, at most.
        at_most: u32,
        /// Their posts, as held that day.
        posts: Vec<PostSeen>,
    },
    /// The unit's part of the organisation has no risks in the file.
    NoRisks,
    /// A risk of the unit's part does not say when it was reviewed.
    RiskNotReviewed {
        /// The risk.
        risk: Named,
    },
    /// A risk of the unit's part was reviewed too long ago.
    RiskOverdue {
        /// The risk reviewed longest ago.
        risk: Named,
        /// The day it was reviewed.
        #[serde(with = "day")]
        reviewed: Date,
        /// Months since the review, at most.
        every_months: u32,
    },
}
