//! Why a measure is not on time.

use super::group::reasons;
use super::seen::Scene;
use crate::organisation::value::{Date, day};

/// Why a measure is not on time, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureCause {
    /// The measure does not say by when it must be done.
    NoDueDay,
    /// The measure is not done, and its last day has passed.
    Overdue {
        /// The last day by which it should have been done.
        due: Date,
    },
}

reasons! {
    /// Why a measure is not on time.
    pub enum MeasureReason {
        /// The measure does not say by when it must be done.
        NoDueDay = "no_due_day",
        /// The measure is not done, and its last day has passed.
        Overdue = "measure_overdue" {
            /// The last day by which it should have been done.
            #[serde(with = "day")]
            due: Date,
        },
    }
}

impl MeasureCause {
    pub(super) fn reason(self, _: &Scene<'_, '_>) -> MeasureReason {
        match self {
            Self::NoDueDay => MeasureReason::NoDueDay,
            Self::Overdue { due } => MeasureReason::Overdue { due },
        }
    }
}
