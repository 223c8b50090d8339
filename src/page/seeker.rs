//! Whether the search is open: what its button, its keys and the pages that lead to it share.

use leptos::prelude::*;

use crate::browser::dom;
use crate::browser::storage::{StorageKey, recall, remember};

/// Whether the search is open, as signals. A handle: its copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Seeker {
    open: RwSignal<bool>,
    wanted: RwSignal<bool>,
    slash: RwSignal<bool>,
}

impl Seeker {
    /// Begins to listen to the keys that open the search, and gives the handle to all components below.
    pub(super) fn begin() -> Self {
        let slash = recall(StorageKey::SearchKey).as_deref() != Some("off");
        let seeker = Self { open: RwSignal::new(false), wanted: RwSignal::new(false), slash: RwSignal::new(slash) };
        provide_context(seeker);
        dom::on_search_key(move |slash| {
            let heard = !slash || seeker.slash.get_untracked();
            if heard {
                seeker.show();
            }
            heard
        });
        seeker
    }

    /// The search of the page.
    pub(super) fn current() -> Option<Self> {
        use_context()
    }

    /// Opens the search.
    pub(super) fn show(self) {
        self.wanted.set(true);
        self.open.set(true);
    }

    /// Puts the search away.
    pub(super) fn close(self) {
        self.open.set(false);
    }

    /// Whether the search is open.
    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    /// Whether the search has been opened once, so that its code is wanted.
    pub(super) fn is_wanted(self) -> bool {
        self.wanted.get()
    }

    /// Whether `/` alone opens the search.
    pub(super) fn hears_slash(self) -> bool {
        self.slash.get()
    }

    /// Has `/` alone open it, or not.
    pub(super) fn hear_slash(self, hears: bool) {
        remember(StorageKey::SearchKey, (!hears).then_some("off"));
        self.slash.set(hears);
    }
}
