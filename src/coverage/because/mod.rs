//! Why something is not simply met, as data: what was looked at and what was found. No sentence is said here.
//!
//! A reason is told twice. While judging it is a [`Cause`], in numbers only: what the rule asks for is in the rule, and
//! who it is about in the subject. A [`Reason`] is that taken out of the file, with ids and names as text; a [`BecauseView`]
//! is a reason with its day. Reasons come in groups, a file each: its causes, its reasons with their words and fields
//! in the verdict, and the way from the one to the other. `groups!` lists them, and the compiler asks for the rest.

mod activity;
mod appointed_by;
mod group;
mod holders;
mod inventory;
mod json;
mod kind;
mod load;
mod measure;
mod reports_to;
mod review;
mod seat;
mod seen;
mod substitute;
mod training;
mod view;

use serde::{Deserialize, Serialize};

use self::group::JsonFields;
use self::seen::Scene;

pub use self::activity::{ActivityCause, ActivityReason};
pub use self::appointed_by::{AppointedByCause, AppointedByReason};
pub use self::holders::{HoldersCause, HoldersReason};
pub use self::inventory::{InventoryCause, InventoryReason};
pub use self::kind::{KindCause, KindReason};
pub use self::load::{LoadCause, LoadReason};
pub use self::measure::{MeasureCause, MeasureReason};
pub use self::reports_to::{ReportsToCause, ReportsToReason};
pub use self::review::{ReviewCause, ReviewReason};
pub use self::seat::{SeatCause, SeatReason};
pub use self::seen::{NamedItem, PostSeen, PostStanding};
pub use self::substitute::{SubstituteCause, SubstituteReason};
pub use self::training::{TrainingCause, TrainingReason};
pub use self::view::{AcceptedView, BecauseView};

/// Declares the groups, each by the types of its causes and its reasons.
macro_rules! groups {
    ($( $(#[$doc:meta])* $group:ident($cause:ident, $reason:ident), )*) => {
        /// Why a subject is not met, in numbers only.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Cause { $( $(#[$doc])* $group($cause), )* }

        /// Why: what the rule asks for, and what was found instead.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Reason { $( $(#[$doc])* $group($reason), )* }

        $(
            impl From<$cause> for Cause {
                fn from(cause: $cause) -> Self {
                    Self::$group(cause)
                }
            }

            impl From<$reason> for Reason {
                fn from(reason: $reason) -> Self {
                    Self::$group(reason)
                }
            }
        )*

        impl Cause {
            fn reason(self, scene: &Scene<'_, '_>) -> Reason {
                match self { $( Self::$group(cause) => cause.reason(scene).into(), )* }
            }
        }

        impl Reason {
            /// What kind of reason it is, in the word the verdict writes.
            pub fn kind(&self) -> &'static str {
                match self { $( Self::$group(reason) => reason.kind(), )* }
            }

            fn write_fields(&self, fields: &mut JsonFields) {
                match self { $( Self::$group(reason) => reason.write_fields(fields), )* }
            }
        }
    };
}

groups! {
    /// There is no unit of a kind.
    Kind(KindCause, KindReason),
    /// Too few or too many hold a role.
    Holders(HoldersCause, HoldersReason),
    /// A holder does not report as they should.
    ReportsTo(ReportsToCause, ReportsToReason),
    /// A holder was not appointed as they should have been.
    AppointedBy(AppointedByCause, AppointedByReason),
    /// Someone has no seat in a group.
    Seat(SeatCause, SeatReason),
    /// A training is not valid.
    Training(TrainingCause, TrainingReason),
    /// A document is not within its review date.
    Review(ReviewCause, ReviewReason),
    /// A measure is not on time.
    Measure(MeasureCause, MeasureReason),
    /// An activity does not happen as often as it should.
    Activity(ActivityCause, ActivityReason),
    /// A post has no substitute.
    Substitute(SubstituteCause, SubstituteReason),
    /// Someone holds too many posts.
    Load(LoadCause, LoadReason),
    /// A unit's risks have not been reviewed.
    Inventory(InventoryCause, InventoryReason),
}
