//! Where an import stands, and what is done with it: its file is opened, asked about, and carried out.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::engine::FileSource;
use crate::browser::storage;
use crate::draft::EditRefusal;
use crate::draft::autosave::notice::ImportedCounts;
use crate::exchange::field::SheetTarget;
use crate::exchange::import::{ImportAnswer, ImportAnswers, ImportQuestion};
use crate::exchange::mapping::Remembered;
use crate::exchange::read::{FileKind, Reading, Refusal, bare_name};
use crate::exchange::request::{ImportPlan, MappingView, Preview, SheetReply, SheetRequest, SheetView};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::page::sheets::Sheets;
use crate::text::{draft, exchange, import, library};

/// Items and notes of the preview that are shown.
const SHOWN: u32 = 100;

/// The form that a sheet is pasted into.
pub(super) const PASTED: &str = "pasted";

/// Where an import stands. A handle: its copies are the same import.
#[derive(Clone, Copy)]
pub(super) struct ImportWork {
    pub(super) session: Session,
    sheets: StoredValue<Option<Sheets>, LocalStorage>,
    /// How many files have been read, opened or put away: what an earlier one still answers is not for the one at hand.
    readings: StoredValue<u32>,
    /// The file, to be read again where the program stops.
    source: StoredValue<Option<FileSource>, LocalStorage>,
    pub(super) file: RwSignal<String>,
    pub(super) opened: RwSignal<Option<(FileKind, Vec<SheetView>)>>,
    pub(super) refused: RwSignal<Option<Refusal>>,
    /// How the reader says that the file is to be read.
    pub(super) reading: RwSignal<Reading>,
    /// What is said of a risk matrix library, which is taken in elsewhere.
    pub(super) library: RwSignal<Option<String>>,
    /// Of each sheet what its columns mean; none for one that is not taken in.
    pub(super) mappings: RwSignal<Vec<Option<MappingView>>>,
    pub(super) answers: RwSignal<ImportAnswers>,
    pub(super) preview: RwSignal<Option<Preview>>,
    /// What is asked, and what has been answered.
    pub(super) questions: RwSignal<Vec<ImportQuestion>>,
    pub(super) progress: RwSignal<Option<f64>>,
    pub(super) failed: RwSignal<Vec<String>>,
    /// Whether the program has stopped by itself: the file can be read again, with what has been said of it.
    pub(super) is_stopped: RwSignal<bool>,
}

impl ImportWork {
    pub(super) fn new(session: Session) -> Self {
        Self {
            session,
            sheets: StoredValue::new_local(None),
            readings: StoredValue::new(0),
            source: StoredValue::new_local(None),
            file: RwSignal::new(String::new()),
            opened: RwSignal::new(None),
            refused: RwSignal::new(None),
            reading: RwSignal::new(Reading::default()),
            library: RwSignal::new(None),
            mappings: RwSignal::new(Vec::new()),
            answers: RwSignal::new(BTreeMap::new()),
            preview: RwSignal::new(None),
            questions: RwSignal::new(Vec::new()),
            progress: RwSignal::new(None),
            failed: RwSignal::new(Vec::new()),
            is_stopped: RwSignal::new(false),
        }
    }

    /// Whether the reader has left the page meanwhile.
    fn is_gone(self) -> bool {
        self.file.is_disposed()
    }

    /// Whether a reading of a file is still the one at hand, with its program running: else what did not come is not known to
    /// mean nothing.
    fn is_running(self, reading: u32) -> bool {
        !self.is_gone() && self.readings.get_value() == reading && !self.is_stopped.get_untracked()
    }

    /// Opens a file in place of the one before.
    pub(super) fn open(self, source: FileSource) {
        self.clear();
        let name = source.name();
        self.file.set(bare_name(&name).unwrap_or(name));
        self.source.set_value(Some(source));
        self.read();
    }

    /// Reads the file that is open, as the reader has said: its columns and answers stay.
    pub(super) fn read(self) {
        let Some(source) = self.source.get_value() else { return };
        self.failed.set(Vec::new());
        self.is_stopped.set(false);
        self.progress.set(Some(0.0));
        self.readings.update_value(|readings| *readings += 1);
        let own = self.readings.get_value();
        spawn_local(async move {
            let started = self.start().await;
            if !self.is_running(own) {
                return;
            }
            let Some(sheets) = started else { return self.stopped() };
            let told = move |part| {
                if self.is_running(own) {
                    self.progress.set(Some(part));
                }
            };
            let mut reply = sheets.open(&source, told).await;
            let reading = self.reading.try_get_untracked().unwrap_or_default();
            if reply.is_some() && reading != Reading::default() {
                reply = sheets.ask(&SheetRequest::Reread(reading)).await;
            }
            if !self.is_running(own) {
                return;
            }
            self.progress.set(None);
            self.answered(own, reply).await;
        });
    }

    /// Reads the open file once more, in another way.
    pub(super) fn reread(self, reading: Reading) {
        self.reading.set(reading);
        let own = self.readings.get_value();
        spawn_local(async move {
            let Some(sheets) = self.sheets.get_value() else { return };
            let reply = sheets.ask(&SheetRequest::Reread(reading)).await;
            if self.is_running(own) {
                self.forget();
                self.answered(own, reply).await;
            }
        });
    }

    /// What became of opening a file.
    async fn answered(self, own: u32, reply: Option<SheetReply>) {
        let language = untrack(|| self.session.language());
        match reply {
            Some(SheetReply::Opened { kind, sheets }) => self.take(own, kind, sheets).await,
            Some(SheetReply::Refused(refusal)) => self.refused.set(Some(refusal)),
            Some(SheetReply::Library(_)) => self.library.set(Some(exchange::is_library(language).to_owned())),
            Some(SheetReply::Faulty(fault)) => {
                self.library.set(Some(import::faulty_library(&library::fault(&fault, language), language)));
            }
            _ => self.stopped(),
        }
    }

    /// Starts the program of sheets and tells it what the open file holds.
    async fn start(self) -> Option<Sheets> {
        self.stop();
        // Said at once, also where nothing is asked of it.
        let ended = move || {
            if !self.is_gone() {
                self.stopped();
            }
        };
        let sheets = Sheets::start_watched(self.session, ended)?;
        self.sheets.set_value(Some(sheets.clone()));
        loop {
            let asked_of = untrack(|| self.session.edition());
            if sheets.know().await.is_some() {
                return Some(sheets);
            }
            // The file that was asked has given its place to another.
            if self.is_gone() || untrack(|| self.session.edition()) == asked_of {
                return None;
            }
        }
    }

    /// Holds what was opened against the file as it is now: another may have come, or this one has changed.
    pub(super) async fn look_anew(self) {
        if self.is_gone() {
            return;
        }
        let Some(sheets) = self.sheets.get_value() else { return };
        let is_known = sheets.know().await.is_some();
        if is_known && !self.is_gone() && self.opened.with_untracked(Option::is_some) {
            self.look().await;
        }
    }

    /// Takes in what was opened: every sheet as the reader has said that it is, or else as it is guessed to be where it is
    /// known for something.
    async fn take(self, own: u32, kind: FileKind, sheets: Vec<SheetView>) {
        if self.mappings.with_untracked(Vec::len) != sheets.len() {
            let mut mappings = Vec::new();
            for (sheet, view) in (0..).zip(&sheets) {
                mappings.push(match view.target {
                    Some(_) => self.guess(sheet, None).await,
                    None => None,
                });
            }
            if !self.is_running(own) {
                return;
            }
            self.mappings.set(mappings);
        }
        self.opened.set(Some((kind, sheets)));
        self.look().await;
    }

    /// What a sheet most likely is, the reader's own earlier answers first.
    pub(super) async fn guess(self, sheet: u32, target: Option<SheetTarget>) -> Option<MappingView> {
        let remembered = storage::recall_list(storage::StorageKey::Mappings);
        let remembered = remembered.iter().filter_map(|kept| Remembered::read(kept)).collect();
        self.mapped(SheetRequest::Guess { sheet, target, remembered }).await
    }

    pub(super) async fn mapped(self, request: SheetRequest) -> Option<MappingView> {
        match self.sheets.try_get_value()??.ask(&request).await {
            Some(SheetReply::Mapped(view)) => Some(*view),
            _ => None,
        }
    }

    /// What the import would do, with the mappings and answers at hand.
    async fn look(self) {
        let request = SheetRequest::Preview { plan: self.plan(), from: 0, count: SHOWN };
        let Some(sheets) = self.sheets.get_value() else { return };
        let reply = sheets.ask(&request).await;
        if let (Some(SheetReply::Preview(preview)), false) = (reply, self.is_gone()) {
            self.ask(&preview.questions);
            self.preview.set(Some(*preview));
        }
    }

    /// Adds what is asked for the first time. What has been answered stays, for the answer can be another.
    fn ask(self, questions: &[ImportQuestion]) {
        let is_new =
            |known: &[ImportQuestion], question: &ImportQuestion| known.iter().all(|known| known.key != question.key);
        let new: Vec<ImportQuestion> = self
            .questions
            .with_untracked(|known| questions.iter().filter(|question| is_new(known, question)).cloned().collect());
        if !new.is_empty() {
            self.questions.update(|known| known.extend(new));
        }
    }

    fn plan(self) -> ImportPlan {
        let sheets = self.mappings.with_untracked(|mappings| {
            let taken = (0..).zip(mappings).filter_map(|(sheet, view)| Some((sheet, view.as_ref()?.mapping.clone())));
            taken.collect()
        });
        let language = untrack(|| self.session.language());
        ImportPlan { sheets, answers: self.answers.get_untracked(), language }
    }

    /// Another mapping for a sheet, or none: it is left out.
    pub(super) fn map(self, sheet: usize, request: Option<SheetRequest>) {
        let own = self.readings.get_value();
        spawn_local(async move {
            let view = match request {
                Some(request) => self.mapped(request).await,
                None => None,
            };
            if !self.is_running(own) {
                return;
            }
            // Read in another way meanwhile, the file may have other sheets.
            self.mappings.update(|mappings| {
                if let Some(mapping) = mappings.get_mut(sheet) {
                    *mapping = view;
                }
            });
            self.look().await;
        });
    }

    pub(super) fn answer(self, key: String, answer: ImportAnswer) {
        self.answers.update(|answers| drop(answers.insert(key, answer)));
        spawn_local(self.look());
    }

    /// Carries the import out as one change, whether or not the reader stays on the page, and remembers what the columns
    /// meant.
    pub(super) fn carry_out(self, (counts, lines): (ImportedCounts, Vec<String>)) {
        let Some(sheets) = self.sheets.try_update_value(Option::take).flatten() else { return };
        let plan = self.plan();
        let (file, pasted) = (self.session.file_number(), self.session.form_slot(PASTED));
        let meant: Vec<String> = self
            .mappings
            .with_untracked(|mappings| mappings.iter().flatten().map(|view| view.remembered.write()).collect());
        spawn_local(async move {
            let change = sheets.change(plan).await;
            // It is a change of the file that it was made for, and of no other.
            if self.session.file_number() != file {
                if self.is_gone() {
                    return sheets.stop();
                }
                self.sheets.set_value(Some(sheets));
                return self.look_anew().await;
            }
            let done = match change {
                Some(change) => self.session.carry_out(change).await.map_err(Some),
                None => Err(None),
            };
            if done.is_ok() {
                storage::remember_list(storage::StorageKey::Mappings, &meant);
            }
            if done.is_ok() {
                self.session.drop_form(&pasted);
                self.session.say_imported(counts, lines);
            }
            if self.is_gone() {
                return sheets.stop();
            }
            self.sheets.set_value(Some(sheets));
            match done {
                Ok(()) => {
                    self.clear();
                    self.session.go(Route::Overview);
                }
                Err(Some(refused)) => self.fail(&refused),
                Err(None) => self.stopped(),
            }
        });
    }

    fn fail(self, refused: &EditRefusal) {
        self.failed.set(draft::refused(refused, untrack(|| self.session.language())));
    }

    /// The program could not be started, or has stopped: nothing more is asked of it until the file is read again.
    fn stopped(self) {
        self.stop();
        self.progress.set(None);
        self.opened.set(None);
        self.preview.set(None);
        self.is_stopped.set(true);
    }

    pub(super) fn stop(self) {
        if let Some(sheets) = self.sheets.try_update_value(Option::take).flatten() {
            sheets.stop();
        }
    }

    pub(super) fn clear(self) {
        self.stop();
        self.readings.update_value(|readings| *readings += 1);
        self.reading.set(Reading::default());
        self.forget();
    }

    /// Forgets what was opened, but not the program that has it.
    fn forget(self) {
        self.opened.set(None);
        self.library.set(None);
        self.refused.set(None);
        self.mappings.set(Vec::new());
        self.answers.set(BTreeMap::new());
        self.preview.set(None);
        self.questions.set(Vec::new());
        self.progress.set(None);
        self.failed.set(Vec::new());
        self.is_stopped.set(false);
    }
}
