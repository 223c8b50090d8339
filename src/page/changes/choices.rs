//! What the reader has chosen of a change file.

use leptos::prelude::*;

use crate::engine::view::PointView;
use crate::page::parts::keep_typed;
use crate::page::session::{FormSlot, Session};
use crate::travel::{PointChoices, PointFate};

/// What is chosen. A handle: its copies are the same choices.
#[derive(Clone, Copy)]
pub(super) struct Choices(RwSignal<PointChoices>);

impl Choices {
    /// What was chosen before, which is kept as it is chosen.
    pub(super) fn new(session: Session, slot: FormSlot) -> Self {
        let choices = Self(RwSignal::new(session.kept_form(&slot).unwrap_or_default()));
        keep_typed(slot, move || choices.get());
        choices
    }

    pub(super) fn get(self) -> PointChoices {
        self.0.get()
    }

    pub(super) fn get_untracked(self) -> PointChoices {
        self.0.get_untracked()
    }

    /// Whether a change is to be taken.
    pub(super) fn takes(self, number: u32, fate: PointFate) -> bool {
        self.0.with(|choices| match fate {
            PointFate::Free => !choices.refused.contains(&number),
            _ => choices.theirs.contains(&number),
        })
    }

    /// Takes or refuses changes that are no conflicts.
    pub(super) fn take(self, numbers: &[u32], is_taken: bool) {
        self.0.update(|choices| {
            for number in numbers {
                if is_taken {
                    choices.refused.remove(number);
                } else {
                    choices.refused.insert(*number);
                }
            }
        });
    }

    /// Settles a conflict.
    pub(super) fn settle(self, number: u32, is_theirs: bool) {
        self.0.update(|choices| {
            if is_theirs {
                choices.theirs.insert(number);
            } else {
                choices.theirs.remove(&number);
            }
        });
    }
}

/// The numbers of those that are no conflicts.
pub(super) fn free(points: &[PointView]) -> Vec<u32> {
    points.iter().filter(|point| point.fate == PointFate::Free).map(|point| point.number).collect()
}
