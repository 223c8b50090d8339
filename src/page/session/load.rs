//! Opening files. Each is opened by an engine of its own; only when that has read the file does the page turn to it
//! and let the one before go. A load that fails or is cancelled leaves everything as it was.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keep::{ArrivedDraft, OnOpened};
use super::opened::EXAMPLE;
use super::{Failure, FailureKind, LoadUnderway, OpenState, Session};
use crate::browser::engine::{FileSource, NoReply, RunningEngine};
use crate::browser::file::BrowserFile;
use crate::browser::{boot, location, portable, seal};
use crate::draft::autosave::Notice;
use crate::draft::autosave::notice::ImportedCounts;
use crate::engine::request::{held, holds};
use crate::engine::view::ArrivedChanges;
use crate::organisation::problem::Problem;
use crate::page::route::{PageKind, Route};

/// How the names of files end that can be imported and not opened.
const SHEETS: [&str; 6] = [".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm"];

impl Session {
    /// Opens the file that the address names with `?data=`, else that of the configuration, else the example; in a
    /// portable copy what it holds; nothing where the page around this one is to hand one over.
    pub(super) fn load_first_file(self) {
        if self.is_from_host() {
            return;
        }
        if self.copy {
            return portable::content().into_iter().for_each(|source| self.load(source));
        }
        let named = location::query("data").filter(|named| !named.is_empty());
        let path = named.or_else(|| boot::told("data")).unwrap_or_else(|| EXAMPLE.to_owned());
        let name = path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(&path).to_owned();
        match location::beside_page(&path) {
            Some(url) => self.load(FileSource::Url { name, url }),
            None => self.fail(name, FailureKind::Elsewhere),
        }
    }

    /// Whether the example is what is open.
    pub fn has_example(self) -> bool {
        self.summary().is_some_and(|summary| summary.file == EXAMPLE)
    }

    /// Whether a file that could not be opened may be one to import.
    pub fn may_import(self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        self.has(PageKind::Import) && SHEETS.iter().any(|end| name.ends_with(end))
    }

    /// Takes the file that could not be opened to the page of imports.
    pub fn import_instead(self) {
        self.running.update_value(|running| running.to_import = running.last.take());
        self.dismiss();
        self.go(Route::Import);
    }

    /// The file that the page of imports is to open, once.
    pub fn to_import(self) -> Option<FileSource> {
        self.running.try_update_value(|running| running.to_import.take()).flatten()
    }

    /// Says what an import has done, and keeps what it asked and left.
    pub fn say_imported(self, counts: ImportedCounts, lines: Vec<String>) {
        self.running.update_value(|running| running.imported = lines);
        self.say(Notice::Imported(counts));
    }

    /// What the last import asked and left, a line each.
    pub fn imported(self) -> Vec<String> {
        self.running.with_value(|running| running.imported.clone())
    }

    /// Whether nothing is open because the page around this one is to hand it over.
    pub fn waits_for_host(self) -> bool {
        self.is_from_host() && !self.is_open() && self.load.with(Option::is_none) && self.failure.with(Option::is_none)
    }

    /// Whether the page around this one hands over the file.
    pub fn is_from_host(self) -> bool {
        self.embedded && location::query("from").as_deref() == Some("host")
    }

    /// Opens a file beside what is open, and turns to it when it has been read. Work on what is open is kept before that;
    /// where that cannot be, the reader is asked. For a sealed file
    /// its passphrase is asked for first.
    pub fn load(self, source: FileSource) {
        let Some(file) = source.own_file().cloned() else { return self.load_at_once(source, OnOpened::Look) };
        spawn_local(async move {
            if seal::is_sealed(&file).await {
                self.running.update_value(|running| running.sealed = Some(file));
                self.sealed.set(Some(source.name()));
            } else {
                self.load_at_once(source, OnOpened::Look);
            }
        });
    }

    /// Has files that are dropped handed to someone, until nobody takes them: then they are opened.
    pub fn take_dropped(self, take: Option<Rc<dyn Fn(Vec<BrowserFile>)>>) {
        self.running.update_value(|running| running.dropped = take);
    }

    /// Files have been dropped on the page. Where nobody takes them the first is opened.
    pub fn dropped(self, files: Vec<BrowserFile>) {
        match self.running.with_value(|running| running.dropped.clone()) {
            Some(take) => take(files),
            None => files.into_iter().take(1).for_each(|file| self.load(FileSource::File(file))),
        }
    }

    /// What the sealed file is called that waits for its passphrase, if one does.
    pub fn sealed(self) -> Option<String> {
        self.sealed.get()
    }

    /// The sealed file itself.
    pub fn sealed_file(self) -> Option<BrowserFile> {
        self.running.with_value(|running| running.sealed.clone())
    }

    /// Waits for it no longer.
    pub fn forget_sealed(self) {
        self.running.update_value(|running| running.sealed = None);
        self.sealed.set(None);
    }

    /// Opens a file without a look at what is open, and does with it what is to be done once it is open.
    pub(super) fn load_at_once(self, source: FileSource, after: OnOpened) {
        self.stop_coming();
        self.failure.set(None);
        let name = source.name();
        let is_again = matches!(after, OnOpened::Again);
        let lost = name.clone();
        let is_open = Rc::new(Cell::new(false));
        let was_open = is_open.clone();
        let failed = move || if was_open.get() { self.engine_lost(lost) } else { self.engine_failed(lost) };
        let Some(engine) = RunningEngine::start(failed) else {
            return self.fail(name, FailureKind::Engine);
        };
        self.running.update_value(|running| {
            running.coming = Some(engine.clone());
            running.last = Some(source.clone());
        });
        self.load.set(Some(LoadUnderway { name: name.clone(), progress: None }));
        spawn_local(async move {
            let mine = engine.clone();
            let progress = move |progress| {
                if self.is_coming(&mine) {
                    self.load.update(|load| {
                        if let Some(load) = load {
                            load.progress = Some(progress);
                        }
                    });
                }
            };
            let reply = engine.open(&source, progress).await;
            if !self.is_coming(&engine) {
                if is_again {
                    self.still_lost(name);
                }
                return;
            }
            let failure = match reply {
                Ok(reply) => {
                    if let Some(ArrivedChanges { text }) = held(&reply) {
                        return self.take_changes(name, text);
                    }
                    if let Some(summary) = held(&reply) {
                        // Not before it is known to be a file: a change file takes nothing's place.
                        if matches!(after, OnOpened::Look) && !self.may_leave(&source).await {
                            return self.stop_coming_of(&engine);
                        }
                        let asks = matches!(after, OnOpened::Look | OnOpened::Then { asks: true, .. });
                        let arrival = self.prepare(&engine, &source, after, summary).await;
                        // What was changed while this file was on its way.
                        let stays = asks && !self.may_leave(&source).await;
                        if !self.is_coming(&engine) {
                            if is_again {
                                self.still_lost(name);
                            }
                        } else if stays {
                            self.stop_coming();
                        } else {
                            is_open.set(true);
                            self.turn_to(engine, source, arrival);
                        }
                        return;
                    }
                    if holds::<Problem>(&reply) { FailureKind::Unreadable(reply) } else { FailureKind::Engine }
                }
                Err(NoReply::Fetch(why)) => FailureKind::NotFetched(why),
                Err(NoReply::Gone) => FailureKind::Engine,
            };
            self.fail(name.clone(), failure);
            if is_again {
                self.still_lost(name);
            }
        });
    }

    /// Stops the load underway.
    pub fn cancel(self) {
        let Some(load) = self.load.get_untracked() else { return };
        self.stop_coming();
        if self.opened.with_untracked(|opened| opened.summary().is_none()) {
            self.fail(load.name, FailureKind::Cancelled);
        }
    }

    /// Opens the file that was last asked for again; the first one where none was.
    pub fn load_again(self) {
        match self.running.with_value(|running| running.last.clone()) {
            Some(source) => self.load(source),
            None => self.load_first_file(),
        }
    }

    /// Says that a load failed, of which nothing more will come.
    pub fn fail(self, name: String, kind: FailureKind) {
        self.stop_coming();
        self.failure.set(Some(Failure { name, kind }));
    }

    fn turn_to(self, engine: RunningEngine, source: FileSource, arrival: ArrivedDraft) {
        let before = self.running.try_update_value(|running| {
            running.coming = None;
            running.files += 1;
            running.open.replace(engine.clone())
        });
        if let Some(Some(engine)) = before {
            engine.stop();
        }
        self.load.set(None);
        // What stands in a form belongs to the file it was opened on.
        self.close_form();
        let part_before =
            self.opened.with_untracked(|opened| opened.summary().and_then(|summary| summary.part.clone()));
        let part = arrival.summary.part.clone();
        let file_before = self.form_slot("");
        self.opened.set(OpenState::File(Arc::new(arrival.summary)));
        if self.form_slot("") != file_before {
            self.running.update_value(|running| running.imported.clear());
        }
        // An extract for a department or a party is about that, unless the reader looks at something else already.
        if !self.embedded && part != part_before && untrack(|| self.within()) == part_before {
            self.narrow(part);
        }
        self.attach_work(engine, source, arrival.work);
        self.refresh_answers();
    }

    fn engine_failed(self, name: String) {
        self.fail(name, FailureKind::Engine);
    }

    fn is_coming(self, engine: &RunningEngine) -> bool {
        self.running.with_value(|running| running.coming.as_ref().is_some_and(|coming| coming.is(engine)))
    }

    /// Stops a load, unless another has begun meanwhile.
    fn stop_coming_of(self, engine: &RunningEngine) {
        if self.is_coming(engine) {
            self.stop_coming();
        }
    }

    pub(super) fn stop_coming(self) {
        let coming = self.running.try_update_value(|running| running.coming.take()).flatten();
        if let Some(engine) = coming {
            engine.stop();
        }
        self.load.set(None);
    }
}
