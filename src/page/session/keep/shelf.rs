//! What is kept in the browser: listed, opened, saved as a file, deleted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::arrive;
use crate::browser::engine::{FileSource, RunningEngine};
use crate::browser::storage::{StorageKey, recall};
use crate::browser::{clock, files, kept};
use crate::draft::autosave::notice::NoFile;
use crate::draft::autosave::stored::{Condition, FoundDraft};
use crate::draft::autosave::{KeepEvent, Notice};
use crate::engine::request::Request;
use crate::engine::view::Changed;
use crate::page::session::Session;
use crate::text::data;

impl Session {
    /// What is kept, the latest first, but for the work at hand.
    pub fn shelf(self) -> Vec<FoundDraft> {
        self.keep.shelf.get()
    }

    /// Whether another tab holds a kept draft.
    pub fn is_held(self, found: &FoundDraft) -> bool {
        self.keep.held.with(|held| held.contains(&found.kept.id))
    }

    /// Opens kept work.
    pub(super) fn open_found(self, found: FoundDraft) {
        spawn_local(async move {
            let Ok(Some(bytes)) = kept::base(&found.kept.base).await else {
                return self.notify(Notice::NotBack);
            };
            let source = FileSource::Kept { name: found.kept.name.clone(), bytes };
            if self.may_leave(&source).await {
                self.load_at_once(source, arrive::restore(found.kept));
            }
        });
    }

    /// Saves kept work as a file, without opening it; what cannot be used as it is.
    pub(super) fn save_found(self, found: FoundDraft) {
        spawn_local(async move {
            let text = if found.condition == Condition::Whole { file_of(&found).await } else { None };
            let name = data::file_name(&found.kept.name);
            let is_saved = match (text, kept::raw(&found.key).await) {
                (Some(text), _) => files::save(name, "application/json", &text),
                (None, Ok(text)) => files::save(&format!("ombud-{name}"), "application/json", &text),
                (None, Err(_)) => return self.notify(Notice::Unreadable),
            };
            if !is_saved {
                self.notify(Notice::NotSaved(NoFile::Failed));
            }
        });
    }

    /// Deletes kept work.
    pub(super) fn delete_found(self, found: FoundDraft) {
        spawn_local(async move {
            if kept::remove(&found.key).await.is_err() {
                self.notify(Notice::Unreadable);
            }
            self.unsay(
                |notice| matches!(notice, Notice::OtherVersion(of) | Notice::OwnWork(of) if of.key == found.key),
            );
            self.tell(KeepEvent::Discarded);
        });
    }
}

/// The file that kept work amounts to, made by an engine of its own.
async fn file_of(found: &FoundDraft) -> Option<String> {
    let bytes = kept::base(&found.kept.base).await.ok()??;
    let engine = RunningEngine::start(|| ())?;
    let source = FileSource::Kept { name: found.kept.name.clone(), bytes };
    let mut text = None;
    if engine.open(&source, |_| ()).await.is_ok()
        && engine.tell::<Changed>(&Request::Restore(found.kept.journal.clone())).await.is_some()
    {
        let (on, by) = (clock::today(), recall(StorageKey::By).unwrap_or_default());
        text = engine.tell(&Request::ToSave { on, by }).await;
    }
    engine.stop();
    text
}
