//! Speaking to the other tabs, and hearing them.

use super::{Autosave, KeepEffect, Notice, Presence};

impl<B: Clone, C: Clone + PartialEq> Autosave<B, C> {
    /// What this tab has to say of itself.
    pub(super) fn presence(&self, asks: bool, leaves: bool) -> Presence {
        Presence {
            draft: if self.unsaved > 0 { self.open.id.clone() } else { String::new() },
            base: self.open.sha256.clone(),
            address: self.open.address.clone(),
            unsaved: self.unsaved,
            asks,
            leaves,
        }
    }

    /// Hears what another tab says, and tells the reader where it has changed the same file.
    pub(super) fn hear(&mut self, tab: String, presence: Presence, effects: &mut Vec<KeepEffect<B>>) {
        if presence.asks {
            effects.push(KeepEffect::Say(self.presence(false, false)));
        }
        if presence.leaves {
            self.others.remove(&tab);
        } else {
            self.others.insert(tab, presence);
        }
        let (base, address) = (&self.open.sha256, &self.open.address);
        let is_same = |other: &&Presence| {
            (!base.is_empty() && other.base == *base) || (!address.is_empty() && other.address == *address)
        };
        let same = self.others.values().filter(is_same).filter(|other| other.unsaved > 0);
        let first = same.min_by_key(|other| &other.draft);
        match first.map(|other| Notice::OtherTab(other.draft.clone(), other.unsaved)) {
            Some(notice) if !self.notices.contains(&notice) => self.notify(notice),
            Some(_) => {}
            None => self.unsay(|notice| matches!(notice, Notice::OtherTab(..))),
        }
        self.have_listed(Vec::new(), effects);
    }
}
