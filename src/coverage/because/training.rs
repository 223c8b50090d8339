//! Why a holder's training is not valid.

use super::group::reasons;
use super::seen::{NamedItem, Scene};
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, day};

/// Why a holder's training is not valid, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrainingCause {
    /// The training is not in the file.
    NoTraining,
    /// The person has not taken the training.
    NeverTrained,
    /// The person took the training too long ago.
    Lapsed {
        /// The day the training was last taken.
        taken: Date,
    },
}

reasons! {
    /// Why a holder's training is not valid.
    pub enum TrainingReason {
        /// The training is not in the file.
        NoTraining = "no_training" {
            /// The training by its id, as the rule has it.
            training: NamedItem,
        },
        /// The person has not taken the training.
        NeverTrained = "never_trained" {
            /// The training that the rule asks for.
            training: NamedItem,
        },
        /// The person took the training too long ago.
        Lapsed = "training_lapsed" {
            /// The training that the rule asks for.
            training: NamedItem,
            /// The day the training was last taken.
            #[serde(with = "day")]
            taken: Date,
            /// Calendar months until the training must be taken again.
            renewed_after: u32,
        },
    }
}

impl TrainingCause {
    pub(super) fn reason(self, scene: &Scene<'_, '_>) -> TrainingReason {
        let id = if let Shape::Trained(shape) = scene.shape { &*shape.training } else { "" };
        let training = scene.names.training(id);
        match self {
            Self::NoTraining => TrainingReason::NoTraining { training },
            Self::NeverTrained => TrainingReason::NeverTrained { training },
            Self::Lapsed { taken } => {
                let item = scene.names.organisation.trainings.iter().find(|item| *item.id == *id);
                let renewed_after = item.and_then(|item| item.renewed_after).unwrap_or_default();
                TrainingReason::Lapsed { training, taken, renewed_after }
            }
        }
    }
}
