//! What is kept in the browser: listed, opened, saved as a file, deleted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{After, Notice};
use crate::browser::engine::{Engine, Source};
use crate::browser::storage::{Key, remember};
use crate::browser::{files, kept};
use crate::draft::keep::{Condition, Found};
use crate::engine::request::Request;
use crate::engine::view::Changed;
use crate::organisation::sort;
use crate::page::session::Session;
use crate::text::data;

impl Session {
    /// What is kept, the latest first, but for the work at hand.
    pub fn shelf(self) -> Vec<Found> {
        self.keep.shelf.get()
    }

    /// Whether another tab holds a kept draft.
    pub fn is_held(self, found: &Found) -> bool {
        self.keep.held.with(|held| held.contains(&found.kept.id))
    }

    /// Looks again at what is kept.
    pub(super) async fn list_shelf(self) {
        let mut found = kept::list().await.unwrap_or_default();
        if found.iter().all(|found| found.condition == Condition::Whole && found.kept.unsaved == 0) {
            remember(Key::Kept, None);
        }
        // What is on the desk is not on the shelf; what was given away as a download is there until it is deleted.
        let at_hand = |found: &Found| {
            self.keep
                .desk
                .with_value(|desk| desk.id == found.key && desk.work.as_ref().is_some_and(|it| it.unsaved > 0))
        };
        found.retain(|found| !at_hand(found));
        sort::by_key(&mut found, |found| std::cmp::Reverse(found.kept.sequence));
        let own = self.keep.desk.with_value(|desk| desk.id.clone());
        let mut held = self.held().await;
        held.retain(|id| *id != own);
        self.keep.held.set(held);
        self.keep.shelf.set(found);
    }

    /// Opens kept work.
    pub fn open_kept(self, found: Found) {
        spawn_local(async move {
            let Ok(Some(bytes)) = kept::base(&found.kept.base).await else {
                return self.notify(Notice::NotBack);
            };
            let source = Source::Kept { name: found.kept.name.clone(), bytes };
            if self.may_leave(&source).await {
                self.load_then(source, After::Restore(Box::new(found.kept)));
            }
        });
    }

    /// Saves kept work as a file, without opening it; what cannot be used as it is.
    pub fn save_kept(self, found: Found) {
        spawn_local(async move {
            let text = if found.condition == Condition::Whole { file_of(&found).await } else { None };
            let name = data::file_name(&found.kept.name);
            match (text, kept::raw(&found.key).await) {
                (Some(text), _) => files::save(name, "application/json", &text),
                (None, Ok(text)) => files::save(&format!("ombud-{name}"), "application/json", &text),
                (None, Err(_)) => self.notify(Notice::Unreadable),
            }
        });
    }

    /// Deletes kept work.
    pub fn delete_kept(self, found: Found) {
        spawn_local(async move {
            if kept::remove(&found.key).await.is_err() {
                self.notify(Notice::Unreadable);
            }
            self.unsay(|notice| matches!(notice, Notice::OtherVersion(of) if of.key == found.key));
            self.list_shelf().await;
        });
    }
}

/// The file that kept work amounts to, made by an engine of its own.
async fn file_of(found: &Found) -> Option<String> {
    let bytes = kept::base(&found.kept.base).await.ok()??;
    let engine = Engine::start(|| ())?;
    let source = Source::Kept { name: found.kept.name.clone(), bytes };
    let mut text = None;
    if engine.open(&source, |_| ()).await.is_ok()
        && engine.tell::<Changed>(&Request::Restore(found.kept.journal.clone())).await.is_some()
    {
        text = engine.tell(&Request::Canonical).await;
    }
    engine.stop();
    text
}
