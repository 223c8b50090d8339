//! Why a kind of activity does not happen as often as it should.

use super::group::reasons;
use super::seen::Scene;
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, day};

/// Why a kind of activity does not happen as often as it should, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityCause {
    /// The activity has never been carried out.
    NeverDone,
    /// The activity was carried out too long ago.
    LastDone {
        /// The day it was last carried out.
        date: Date,
    },
}

reasons! {
    /// Why a kind of activity does not happen as often as it should.
    pub enum ActivityReason {
        /// The activity has never been carried out.
        NeverDone = "never_done" {
            /// Calendar months from one to the next, at most.
            every_months: u32,
        },
        /// The activity was carried out too long ago.
        LastDone = "last_done" {
            /// The day it was last carried out.
            #[serde(with = "day")]
            date: Date,
            /// Calendar months from one to the next, at most.
            every_months: u32,
        },
    }
}

impl ActivityCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> ActivityReason {
        let every_months = if let Shape::Done(shape) = scene.shape { shape.every_months } else { 0 };
        match self {
            Self::NeverDone => ActivityReason::NeverDone { every_months },
            Self::LastDone { date } => ActivityReason::LastDone { date, every_months },
        }
    }
}
