//! Why a unit's risks have not been reviewed.

use super::group::reasons;
use super::seen::{NamedItem, Scene};
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, day};

/// Why a unit's risks have not been reviewed, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InventoryCause {
    /// The unit's part of the organisation has no risks in the file.
    NoRisks,
    /// A risk of the unit's part does not say when it was reviewed.
    NotReviewed {
        /// Index of the risk.
        risk: u32,
    },
    /// A risk of the unit's part was reviewed too long ago.
    Overdue {
        /// Index of the risk reviewed longest ago.
        risk: u32,
        /// The day that risk was reviewed.
        reviewed: Date,
    },
}

reasons! {
    /// Why a unit's risks have not been reviewed.
    pub enum InventoryReason {
        /// The unit's part of the organisation has no risks in the file.
        NoRisks = "no_risks",
        /// A risk of the unit's part does not say when it was reviewed.
        NotReviewed = "risk_not_reviewed" {
            /// The risk that does not say.
            risk: NamedItem,
        },
        /// A risk of the unit's part was reviewed too long ago.
        Overdue = "risk_overdue" {
            /// The risk reviewed longest ago.
            risk: NamedItem,
            /// The day that risk was reviewed.
            #[serde(with = "day")]
            reviewed: Date,
            /// Calendar months since the review, at most.
            every_months: u32,
        },
    }
}

impl InventoryCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> InventoryReason {
        match self {
            Self::NoRisks => InventoryReason::NoRisks,
            Self::NotReviewed { risk } => InventoryReason::NotReviewed { risk: scene.names.risk(risk) },
            Self::Overdue { risk, reviewed } => {
                let every_months = if let Shape::Inventoried(shape) = scene.shape { shape.every_months } else { 0 };
                InventoryReason::Overdue { risk: scene.names.risk(risk), reviewed, every_months }
            }
        }
    }
}
