//! Saving to a file: the one that was opened where the browser lets a page write to it, else one of the reader's
//! choice, else a download. Only what has been written counts as saved.

use leptos::prelude::*;

use crate::browser::disk::{self, DiskFile};
use crate::browser::file::BrowserFile;
use crate::browser::{clock, files};
use crate::draft::autosave::notice::NoFile;
use crate::draft::autosave::{KeepEvent, Notice};
use crate::engine::request::Request;
use crate::engine::view::Changed;
use crate::page::session::Session;
use crate::text::data;

/// Where to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// To the file that is open, unless someone else has changed it; where that cannot be, as `New`.
    Usual,
    /// To the file that is open, whatever it holds.
    Over,
    /// To a file that the reader names; where that cannot be, as `Download`.
    New,
    /// By way of the browser's downloads.
    Download,
}

impl Session {
    /// Saves the open file somewhere, from a click of the reader's: the browser may have to ask them.
    pub(super) async fn save_at(self, place: Where) {
        let is_of_saving =
            |notice: &Notice| matches!(notice, Notice::Saved(..) | Notice::NotSaved(_) | Notice::ChangedOnDisk(_));
        self.unsay(is_of_saving);
        match self.try_to_save(place).await {
            Ok(notice) => self.notify(notice),
            // Who closes the dialogue knows that nothing is saved.
            Err(NoFile::Stopped) => {}
            Err(why) => self.notify(Notice::NotSaved(why)),
        }
    }

    async fn try_to_save(self, place: Where) -> Result<Notice, NoFile> {
        let Some(engine) = self.running.with_value(|running| running.open.clone()) else { return Err(NoFile::Failed) };
        let name = self.machine(|machine| data::file_name(&machine.open().name).to_owned());
        // The reader is asked first, for the browser lets a page ask only shortly after a click.
        let (target, known) = self.target(place, &name).await?;
        if let (Where::Usual, Some(target), Some(known)) = (place, &target, known)
            && !target.read().await?.is_same(&known).await
        {
            return Ok(Notice::ChangedOnDisk(target.name()));
        }
        let before = (self.generation.get_untracked(), self.changes_asked());
        let (on, by) = (clock::today(), self.by().unwrap_or_default());
        let asked = Request::ToSave { on, by: by.clone() };
        let Some(text) = engine.tell::<String>(&asked).await else { return Err(NoFile::Failed) };
        match &target {
            Some(target) => target.write(&text).await?,
            None if files::save(&name, "application/json", &text) => {}
            None => return Err(NoFile::Failed),
        }
        let name = target.as_ref().map_or(name, DiskFile::name);
        let bytes = BrowserFile::of_text(&text);
        let is_downloaded = target.is_none();
        if !self.is_current(&engine) {
            return Ok(Notice::Saved(name, is_downloaded, false));
        }
        if let Some(target) = target {
            self.hands(|hands| hands.disk = Some((target, bytes.clone())));
        }
        // What was asked for after the text was is not in it, answered or not.
        if (self.generation.get_untracked(), self.changes_asked()) != before {
            return Ok(Notice::Saved(name, is_downloaded, true));
        }
        let Some(changed) = engine.tell::<Changed>(&Request::Saved { on, by }).await else {
            return Err(NoFile::Failed);
        };
        self.tell(KeepEvent::SavedAs { name: name.clone(), base: bytes, is_downloaded });
        self.show(changed);
        Ok(Notice::Saved(name, is_downloaded, false))
    }

    /// The file to write to, and what it should hold; none for a download.
    async fn target(self, place: Where, name: &str) -> Result<(Option<DiskFile>, Option<BrowserFile>), NoFile> {
        let open = self.hands(|hands| hands.disk.clone());
        match (place, open) {
            (Where::Usual | Where::Over, Some((file, known))) => {
                file.ask().await?;
                Ok((Some(file), known))
            }
            (Where::Download, _) => Ok((None, None)),
            _ if disk::can_save() => match disk::pick_new(name).await {
                Ok(file) => Ok((Some(file), None)),
                // A frame may not ask; a download it may.
                Err(NoFile::Refused) => Ok((None, None)),
                Err(why) => Err(why),
            },
            _ => Ok((None, None)),
        }
    }
}
