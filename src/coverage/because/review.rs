//! Why a document is not within its review date.

use super::group::reasons;
use super::seen::Scene;
use crate::organisation::value::{Date, day};

/// Why a document is not within its review date, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewCause {
    /// The document does not say when it must be reviewed.
    NoDate,
    /// The document's review date has passed.
    Overdue {
        /// The last day by which it should have been reviewed.
        review_by: Date,
    },
}

reasons! {
    /// Why a document is not within its review date.
    pub enum ReviewReason {
        /// The document does not say when it must be reviewed.
        NoDate = "no_review_date",
        /// The document's review date has passed.
        Overdue = "review_overdue" {
            /// The last day by which it should have been reviewed.
            #[serde(with = "day")]
            review_by: Date,
        },
    }
}

impl ReviewCause {
    pub(super) fn reason(self, _: &Scene<'_, '_>) -> ReviewReason {
        match self {
            Self::NoDate => ReviewReason::NoDate,
            Self::Overdue { review_by } => ReviewReason::Overdue { review_by },
        }
    }
}
