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
        self.now().first().cloned().unwrap_or_default()
    }

    /// The steps as they are; as the browser keeps them where the page has been left.
    fn now(self) -> Vec<String> {
        self.steps.try_get_untracked().unwrap_or_else(|| recall_list(StorageKey::Plan))
    }

    /// Whether the browser keeps the plan as it is.
    pub(super) fn is_kept(self) -> bool {
        self.is_kept.get()
    }

    /// Takes the plan after a step. Where another tab has gone on with it meanwhile, its plan is shown instead and nothing
    /// is taken.
    pub(super) fn put(self, text: &str) -> bool {
        let before = self.now();
        self.is_own() && self.set(std::iter::once(text.to_owned()).chain(before).take(MOST).collect())
    }

    /// Takes the last step back; whether there was one, and no other tab has gone on.
    pub(super) fn undo(self) -> bool {
        let steps = self.now();
        steps.len() > 1 && self.is_own() && self.set(steps[1..].to_vec())
    }

    /// Forgets the plan, unless another tab has gone on with it.
    pub(super) fn discard(self) -> bool {
        self.is_own() && self.set(Vec::new())
    }

    /// Whether the plan is as this tab has left it; else what another tab has made of it is shown.
    fn is_own(self) -> bool {
        let stored = recall_list(StorageKey::Plan);
        let is_own = self.is_kept.try_get_untracked() == Some(false) || stored == self.now();
        if !is_own {
            let _ = self.steps.try_set(stored);
        }
        is_own
    }

    fn set(self, steps: Vec<String>) -> bool {
        // Where there is no room for the steps there may be for the plan.
        let is_kept = keep_list(StorageKey::Plan, &steps) || keep_list(StorageKey::Plan, &steps[..steps.len().min(1)]);
        let _ = self.is_kept.try_set(is_kept && recall_list(StorageKey::Plan) == steps);
        let _ = self.steps.try_set(steps);
        true
    }
}
