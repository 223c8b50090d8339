//! Nothing is lost: what the reader changes is kept in the browser as they go, comes back when they do, and meets the
//! work of others item by item.
//!
//! | file | does |
//! | --- | --- |
//! | [`write`] | keeps the draft after every change |
//! | [`arrive`] | brings kept work back when a file is opened |
//! | [`shelf`] | what is kept: opened, saved as a file, deleted |
//! | [`meet`] | another version, another tab, and what both changed |
//! | [`save`] | saves to a file |

mod arrive;
mod meet;
mod save;
mod shelf;
mod write;

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use crate::browser::disk::DiskFile;
use crate::browser::engine::Source;
use crate::browser::file::BrowserFile;
use crate::browser::tabs::{self, Held, Presence, Tabs};
use crate::browser::{versions, visit};
use crate::draft::keep::{Found, NoFile, Trouble};
use crate::engine::request::Request;

pub(super) use self::arrive::{After, Arrival};
pub use self::meet::Conflicts;
pub use self::save::Where;

/// How the reader's work is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keeping {
    /// There is none that a file does not hold.
    #[default]
    Nothing,
    /// It is being kept.
    Underway,
    /// All of it is in the browser, since this time in milliseconds since 1970.
    Kept(u64),
    /// The browser does not keep it.
    Not(Trouble),
}

/// Something to be said about the reader's work, the file or the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Kept work is back: how many items differ, and when it was kept.
    Restored(u32, u64),
    /// Another file was opened over work, which is kept: what that file is called and how many items differ.
    Aside(String, u32),
    /// There is kept work on another version of the file.
    OtherVersion(Box<Found>),
    /// The server is not reached: the file is as it was fetched at this time.
    NotReached(u64),
    /// A newer version of the page lies ready.
    NewVersion,
    /// The file at the address is another than the one opened.
    HostedChanged,
    /// Another tab has changed the same file: its draft and how many items.
    OtherTab(String, u32),
    /// Its draft is not kept in the browser.
    TabNotThere,
    /// The browser does not keep the work.
    NotKept(Trouble),
    /// The browser has cleared away what it kept.
    Wiped,
    /// What it keeps cannot be read at all.
    Unreadable,
    /// Some of what it keeps cannot be used: how many are damaged, how many of a newer page.
    Unusable(u32, u32),
    /// Kept work could not be carried out.
    NotBack,
    /// Opening another file would lose the work.
    MayLose,
    /// Another's changes have been taken in.
    Merged,
    /// The file is saved under a name: as a download or not, and whether changes were made meanwhile.
    Saved(String, bool, bool),
    /// It is not.
    NotSaved(NoFile),
    /// Someone else has written to it.
    ChangedOnDisk(String),
}

/// The part of a session that keeps. A handle, like the session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keep {
    keeping: RwSignal<Keeping>,
    notices: RwSignal<Vec<Notice>>,
    shelf: RwSignal<Vec<Found>>,
    held: RwSignal<Vec<String>>,
    conflicts: RwSignal<Option<Conflicts>>,
    deciding: RwSignal<bool>,
    desk: StoredValue<Desk, LocalStorage>,
    room: StoredValue<Room, LocalStorage>,
}

/// The open file and the work on it: one at a time.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// The draft's id.
    id: String,
    /// Its last writing; 0 where it has not been kept.
    sequence: u32,
    /// Held from the first change on.
    lock: Option<Held>,
    /// What the file is called.
    name: String,
    /// Where it was fetched; empty for a file of the reader's own.
    address: String,
    /// Its SHA-256 as it was opened; empty until it is known.
    sha256: String,
    /// The bytes it was opened from or saved as.
    base: Option<BrowserFile>,
    /// What the server had when it was opened.
    hosted: Option<BrowserFile>,
    /// What the server said of that version, once it has been asked.
    hosted_version: Option<String>,
    /// The file on disk, where it can be written to, and what it holds as far as is known.
    disk: Option<(DiskFile, Option<BrowserFile>)>,
    /// The work as the engine has last written it down.
    work: Option<Work>,
    /// Whether that is in the browser.
    is_kept: bool,
    /// Changes asked for since then: done again should the engine stop.
    since: Vec<Request>,
    /// What it was last saved as was a download, of which nobody knows whether it arrived.
    downloaded: bool,
    /// Kept drafts that this one has taken in: deleted when it is kept and nothing is left to decide.
    replaces: Vec<String>,
}

/// A draft written down, and the file it began with.
#[derive(Debug, Clone)]
struct Work {
    journal: String,
    base: BrowserFile,
    unsaved: u32,
}

/// What belongs to the tab rather than to a file.
#[derive(Default)]
struct Room {
    tabs: Option<Tabs>,
    others: HashMap<String, Presence>,
    /// Counts changes, so that only the last of several is kept.
    ticket: u32,
    /// A draft is being written.
    is_writing: bool,
    /// The file to open once the reader has said that work may be lost.
    asking: Option<Source>,
    /// When the file at the address was last looked at.
    looked: u64,
    /// Whether the browser has been asked before for what it keeps.
    has_listed: bool,
}

impl Keep {
    pub(super) fn new() -> Self {
        Self {
            keeping: RwSignal::new(Keeping::Nothing),
            notices: RwSignal::new(Vec::new()),
            shelf: RwSignal::new(Vec::new()),
            held: RwSignal::new(Vec::new()),
            conflicts: RwSignal::new(None),
            deciding: RwSignal::new(false),
            desk: StoredValue::new_local(Desk::default()),
            room: StoredValue::new_local(Room::default()),
        }
    }
}

impl Desk {
    /// A desk for a file that has just been opened.
    fn new(source: &Source) -> Self {
        let address = match source {
            Source::Url { url, .. } => url.clone(),
            _ => String::new(),
        };
        let disk = match source {
            Source::Disk(file, handle) => Some((handle.clone(), Some(file.clone()))),
            _ => None,
        };
        Self { id: tabs::random(), name: source.name(), address, disk, ..Self::default() }
    }
}

impl Session {
    /// How the reader's work is kept.
    pub fn keeping(self) -> Keeping {
        self.keep.keeping.get()
    }

    /// What is to be said about the reader's work, the first first.
    pub fn notices(self) -> Vec<Notice> {
        self.keep.notices.get()
    }

    /// Puts a notice away.
    pub fn put_away(self, notice: &Notice) {
        self.keep.notices.update(|notices| notices.retain(|it| it != notice));
    }

    /// Says something, in place of what was said of the same kind.
    fn notify(self, notice: Notice) {
        self.keep.notices.update(|notices| {
            notices.retain(|it| std::mem::discriminant(it) != std::mem::discriminant(&notice));
            notices.push(notice);
        });
    }

    /// Takes back what is no longer so.
    fn unsay(self, no_longer: impl Fn(&Notice) -> bool) {
        if self.keep.notices.with_untracked(|notices| notices.iter().any(&no_longer)) {
            self.keep.notices.update(|notices| notices.retain(|it| !no_longer(it)));
        }
    }

    /// Turns to the newer version of the page, unless work would be lost: then that is told.
    pub fn take_version(self) {
        spawn_local(async move {
            match self.keep_all().await {
                Ok(()) => versions::take(),
                Err(why) => self.notify(Notice::NotKept(why)),
            }
        });
    }

    /// Listens to the reader's coming and going and to the other tabs.
    pub(super) fn begin_keeping(self) {
        let tabs = Tabs::open(move |tab, presence| self.hear_tab(tab, presence));
        self.keep.room.update_value(|room| room.tabs = Some(tabs));
        visit::on_leaving(move || {
            spawn_local(async move {
                let _ = self.keep_now().await;
            });
        });
        visit::on_hiding(move || self.announce(false, true));
        visit::on_return(move || {
            self.announce(true, false);
            self.look_at_address();
        });
        visit::ask_before_leaving(move || self.would_lose());
        versions::on_newer(move || self.notify(Notice::NewVersion));
    }

    /// Whether leaving now loses work.
    fn would_lose(self) -> bool {
        let keeping = self.keep.keeping.get_untracked();
        let undecided = self.keep.conflicts.with_untracked(Option::is_some);
        let unkept = self.keep.desk.with_value(|desk| !desk.since.is_empty());
        match keeping {
            Keeping::Nothing | Keeping::Kept(_) => unkept,
            Keeping::Underway => true,
            Keeping::Not(_) => undecided || self.draft.with_untracked(|draft| draft.unsaved > 0),
        }
    }
}
