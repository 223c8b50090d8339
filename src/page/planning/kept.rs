//! The plan as this browser keeps it: its text as it is, and before that as it was step by step.

use leptos::prelude::*;

use crate::browser::storage::{StorageKey, keep_list, recall_list};

/// Steps that can be taken back, and the plan as it is.
const MOST: usize = 12;

/// The plan and how it came about, the latest first. A handle: its copies are the same plan.
#[derive(Clone, Copy)]
pub(super) struct KeptPlan {
    steps: RwSignal<Vec<String>>,
    is_kept: RwSignal<bool>,
}

impl KeptPlan {
    pub(super) fn recalled() -> Self {
        Self { steps: RwSignal::new(recall_list(StorageKey::Plan)), is_kept: RwSignal::new(true) }
    }

    /// The text of the plan, if there is one.
    pub(super) fn text(self) -> Option<String> {
        self.steps.with(|steps| steps.first().cloned())
    }

    pub(super) fn text_untracked(self) -> String {
        self.steps.with_untracked(|steps| steps.first().cloned()).unwrap_or_default()
    }

    /// Whether the browser keeps the plan as it is.
    pub(super) fn is_kept(self) -> bool {
        self.is_kept.get()
    }

    /// Takes the plan after a step. Where another tab has gone on with it meanwhile, its plan is shown instead and nothing
    /// is taken.
    pub(super) fn put(self, text: &str) -> bool {
        let stored = recall_list(StorageKey::Plan);
        if self.is_kept.get_untracked() && stored != self.steps.get_untracked() {
            self.steps.set(stored);
            return false;
        }
        let before = self.steps.get_untracked();
        self.set(std::iter::once(text.to_owned()).chain(before).take(MOST).collect());
        true
    }

    /// Takes the last step back; whether there was one.
    pub(super) fn undo(self) -> bool {
        let steps = self.steps.get_untracked();
        if steps.len() < 2 {
            return false;
        }
        self.set(steps[1..].to_vec());
        true
    }

    /// Forgets the plan.
    pub(super) fn discard(self) {
        self.set(Vec::new());
    }

    fn set(self, steps: Vec<String>) {
        // Where there is no room for the steps there may be for the plan.
        let is_kept = keep_list(StorageKey::Plan, &steps) || keep_list(StorageKey::Plan, &steps[..steps.len().min(1)]);
        self.is_kept.set(is_kept && recall_list(StorageKey::Plan) == steps);
        self.steps.set(steps);
    }
}
