//! Meeting the work of others: another version of the file, another tab. What only one side changed is brought
//! together; what both changed the reader decides.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{After, Keeping, Notice};
use crate::browser::engine::Source;
use crate::browser::tabs::Presence;
use crate::browser::{clock, kept, visit};
use crate::draft::keep::{Condition, Found};
use crate::engine::request::{Request, held};
use crate::engine::view::ConflictView;
use crate::engine::view::Merged;
use crate::organisation::sort;
use crate::page::session::Session;

/// The file at an address is looked at this often at most, in milliseconds.
const LOOK_EVERY: u64 = 60_000;

/// Items that both sides changed, and the reader's choice for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflicts {
    /// The items.
    pub rows: Vec<ConflictView>,
    /// Whether the reader's is to hold, for each.
    pub mine: Vec<bool>,
}

impl Conflicts {
    pub(super) fn new(rows: Vec<ConflictView>) -> Option<Self> {
        let mine = vec![true; rows.len()];
        (!rows.is_empty()).then_some(Self { rows, mine })
    }
}

impl Session {
    /// Items that both sides changed and nobody has decided yet.
    pub fn conflicts(self) -> Option<Conflicts> {
        self.keep.conflicts.get()
    }

    /// Whether the reader is deciding now.
    pub fn is_deciding(self) -> bool {
        self.keep.deciding.get()
    }

    /// Begins to decide, or puts it off.
    pub fn set_deciding(self, deciding: bool) {
        self.keep.deciding.set(deciding);
    }

    /// Chooses for one item, or for all.
    pub fn choose(self, item: Option<usize>, is_mine: bool) {
        self.keep.conflicts.update(|conflicts| {
            let Some(conflicts) = conflicts else { return };
            match item {
                Some(item) => conflicts.mine.iter_mut().skip(item).take(1).for_each(|mine| *mine = is_mine),
                None => conflicts.mine.fill(is_mine),
            }
        });
    }

    /// Carries the choices out.
    pub fn decide(self) {
        let Some(conflicts) = self.keep.conflicts.get_untracked() else { return };
        let chosen = conflicts.rows.into_iter().zip(conflicts.mine).filter(|(_, is_mine)| *is_mine);
        let edits: Vec<_> = chosen.map(|(row, _)| row.keep_mine).collect();
        spawn_local(async move {
            if !edits.is_empty() && self.carry_out(Request::CarryOut(edits)).await.is_err() {
                // The file has gone on since: what cannot be carried out stays undecided and kept.
                return self.notify(Notice::NotBack);
            }
            self.keep.deciding.set(false);
            self.keep.conflicts.set(None);
            self.keep_soon();
        });
    }

    /// Brings kept work on another version of the file into the open one.
    pub fn take_in_kept(self, found: Found) {
        spawn_local(async move {
            let key = found.key.clone();
            self.unsay(|notice| matches!(notice, Notice::OtherVersion(_)));
            self.take_in(found.kept.journal, vec![key]).await;
        });
    }

    /// Brings another tab's kept changes into the open file. They stay with the other tab as well.
    pub fn take_in_tab(self, draft: String) {
        spawn_local(async move {
            self.unsay(|notice| matches!(notice, Notice::OtherTab(..)));
            let found = kept::list().await.unwrap_or_default();
            match found.into_iter().find(|found| found.key == draft && found.condition == Condition::Whole) {
                Some(found) => self.take_in(found.kept.journal, Vec::new()).await,
                None => self.notify(Notice::TabNotThere),
            }
        });
    }

    async fn take_in(self, journal: String, replaces: Vec<String>) {
        match self.ask_bytes(Request::Merge(journal)).await.and_then(|reply| held(&reply)) {
            Some(Merged { changed, conflicts }) => {
                self.keep.desk.update_value(|desk| desk.replaces.extend(replaces));
                let conflicts = Conflicts::new(conflicts);
                self.keep.deciding.set(conflicts.is_some());
                self.keep.conflicts.set(conflicts);
                self.show(changed);
                self.notify(Notice::Merged);
            }
            None => self.notify(Notice::NotBack),
        }
    }

    /// Deletes the kept drafts that are now part of the one at hand: when that is kept and nothing is left to decide.
    pub(super) async fn let_go_of_merged(self) {
        let is_safe = matches!(self.keep.keeping.get_untracked(), Keeping::Kept(_) | Keeping::Nothing);
        if !is_safe || self.keep.conflicts.with_untracked(Option::is_some) {
            return;
        }
        let replaced = self.keep.desk.try_update_value(|desk| std::mem::take(&mut desk.replaces)).unwrap_or_default();
        for key in replaced {
            // One that stays behind is listed and can be deleted by hand.
            let _ = kept::remove(&key).await;
        }
    }

    /// Opens the file at the address as it is now and brings the reader's changes into it.
    pub fn take_in_hosted(self) {
        let (name, url) = self.keep.desk.with_value(|desk| (desk.name.clone(), desk.address.clone()));
        self.take_in_theirs(Source::Url { name, url });
    }

    /// Opens the file on disk as it is now and brings the reader's changes into it.
    pub fn take_in_disk(self) {
        let Some((handle, _)) = self.keep.desk.with_value(|desk| desk.disk.clone()) else { return };
        spawn_local(async move {
            match handle.read().await {
                Ok(file) => self.take_in_theirs(Source::Disk(file, handle)),
                Err(why) => self.notify(Notice::NotSaved(why)),
            }
        });
    }

    fn take_in_theirs(self, source: Source) {
        self.unsay(|notice| matches!(notice, Notice::HostedChanged | Notice::ChangedOnDisk(_)));
        spawn_local(async move {
            let has_work = self.draft.with_untracked(|draft| draft.unsaved > 0);
            // What cannot be kept meanwhile is still in the journal at hand.
            let _ = self.keep_all().await;
            let work = self.keep.desk.with_value(|desk| desk.work.clone().map(|work| (work.journal, desk.id.clone())));
            match work.filter(|_| has_work) {
                Some((journal, id)) => self.load_then(source, After::Merge { journal, replaces: vec![id] }),
                None => self.load_then(source, After::Look),
            }
        });
    }

    /// Sees whether the file at the address is still the one that was opened.
    pub(super) fn look_at_address(self) {
        let (address, hosted, version) =
            self.keep.desk.with_value(|desk| (desk.address.clone(), desk.hosted.clone(), desk.hosted_version.clone()));
        let now = clock::now();
        // A clock set back is no reason to wait.
        let is_soon = self.keep.room.with_value(|room| now.abs_diff(room.looked) < LOOK_EVERY);
        let Some(hosted) = hosted.filter(|_| !address.is_empty() && !is_soon) else { return };
        self.keep.room.update_value(|room| room.looked = now);
        spawn_local(async move {
            let Some(said) = visit::version(&address).await else { return };
            if !said.is_empty() && version.as_ref() == Some(&said) {
                return;
            }
            let Some(bytes) = visit::file(&address).await else { return };
            if self.keep.desk.with_value(|desk| desk.address != address) {
                return;
            }
            if bytes.is_same(&hosted).await {
                self.keep.desk.update_value(|desk| desk.hosted_version = Some(said));
            } else {
                self.notify(Notice::HostedChanged);
            }
        });
    }

    /// Tells the other tabs what this one has open.
    pub(super) fn announce(self, asks: bool, leaves: bool) {
        let unsaved = self.draft.with_untracked(|draft| draft.unsaved);
        let presence = self.keep.desk.with_value(|desk| Presence {
            draft: if unsaved > 0 { desk.id.clone() } else { String::new() },
            base: desk.sha256.clone(),
            address: desk.address.clone(),
            unsaved,
            asks,
            leaves,
        });
        self.keep.room.with_value(|room| {
            if let Some(tabs) = &room.tabs {
                tabs.say(&presence);
            }
        });
    }

    /// Hears what another tab says.
    pub(super) fn hear_tab(self, tab: String, presence: Presence) {
        let asks = presence.asks;
        self.keep.room.update_value(|room| {
            if presence.leaves {
                room.others.remove(&tab);
            } else {
                room.others.insert(tab, presence);
            }
        });
        if asks {
            self.announce(false, false);
        }
        let (base, address) = self.keep.desk.with_value(|desk| (desk.sha256.clone(), desk.address.clone()));
        let is_same = |other: &&Presence| {
            (!base.is_empty() && other.base == base) || (!address.is_empty() && other.address == address)
        };
        let other = self.keep.room.with_value(|room| {
            let mut same: Vec<_> = room.others.values().filter(is_same).filter(|other| other.unsaved > 0).collect();
            sort::by(&mut same, |a, b| a.draft.cmp(&b.draft));
            same.first().map(|other| Notice::OtherTab(other.draft.clone(), other.unsaved))
        });
        match other {
            Some(notice) if !self.keep.notices.with_untracked(|notices| notices.contains(&notice)) => {
                self.notify(notice);
            }
            Some(_) => {}
            None => self.unsay(|notice| matches!(notice, Notice::OtherTab(..))),
        }
        spawn_local(async move { self.list_shelf().await });
    }
}
