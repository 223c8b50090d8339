//! What every page knows: where the reader is, their language, what is open, and how to ask about it.
//!
//! A [`Session`] is a handle of signals, free to copy; [`Session::current`] gives it in any component.

mod arrival;
mod changes;
mod draft;
mod editing;
mod forms;
pub mod keep;
mod load;
mod opened;
mod part;
mod preference;
mod reply;

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

pub use self::changes::WaitingChanges;
pub use self::editing::{OpenForm, RuleEdit};
use self::forms::Forms;
pub use self::forms::{FormSlot, bytes, digits};
use self::keep::Keep;
pub use self::opened::{Failure, FailureKind, LoadUnderway, OpenState};
pub use self::part::{use_part, use_parts};
pub use self::preference::Theme;
pub use self::reply::{AnswerSignal, WaitGuard, use_answer, use_title};
use super::route::{Location, PageKind, Route};
use crate::browser::engine::{FileSource, RunningEngine};
use crate::browser::file::BrowserFile;
use crate::browser::storage::{recall_editing, remember_editing};
use crate::browser::{boot, clock, host, location};
use crate::engine::lens::Lens;
use crate::engine::request::{EngineQuestion, Request, held};
use crate::engine::view::{DraftView, Summary};
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::text::shell;

/// What every page knows. A handle: its copies are the same session, which lasts as long as the page.
#[derive(Debug, Clone, Copy)]
pub struct Session(&'static Signals);

impl Deref for Session {
    type Target = Signals;
    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What there is to know.
#[derive(Debug)]
pub struct Signals {
    location: RwSignal<Location>,
    language: RwSignal<Language>,
    theme: RwSignal<Theme>,
    opened: RwSignal<OpenState>,
    hash: RwSignal<String>,
    draft: RwSignal<DraftView>,
    forms: Forms,
    load: RwSignal<Option<LoadUnderway>>,
    sealed: RwSignal<Option<String>>,
    changes: RwSignal<Vec<WaitingChanges>>,
    /// Whether the browser keeps the change files that wait.
    changes_kept: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    title: RwSignal<Option<String>>,
    /// Whether what changes the file stands on the pages that are otherwise read.
    edits: RwSignal<bool>,
    waiting: RwSignal<u32>,
    generation: RwSignal<u32>,
    today: Date,
    embedded: bool,
    /// Whether the page stands in a frame of another site.
    framed: bool,
    copy: bool,
    keep: Keep,
    running: StoredValue<Running, LocalStorage>,
}

/// The engines at work, and what they were given.
#[derive(Default)]
struct Running {
    open: Option<RunningEngine>,
    coming: Option<RunningEngine>,
    /// Who takes files that are dropped, where they are not to be opened.
    dropped: Option<Rc<dyn Fn(Vec<BrowserFile>)>>,
    /// The sealed file that waits for its passphrase.
    sealed: Option<BrowserFile>,
    /// The file that was last asked for, opened or not.
    last: Option<FileSource>,
    /// The sheets that the page of imports is to open.
    to_import: Option<FileSource>,
    /// What the last import asked and left, a line each.
    imported: Vec<String>,
    /// Files that have been turned to.
    files: u32,
    /// Changes that have been asked of engines, and how many of them the open one has not answered yet.
    asked: u32,
    unanswered: u32,
    /// Who owns what is to last as long as the page, until the change files that wait are kept.
    root: Option<Owner>,
}

impl Session {
    /// Begins the session, gives it to all components below, and loads the first file.
    pub fn begin() -> Self {
        let copy = boot::is_copy();
        let session = Self(Box::leak(Box::new(Signals {
            location: RwSignal::new(Location::parse(&location::fragment())),
            language: RwSignal::new(preference::language()),
            theme: RwSignal::new(preference::theme()),
            opened: RwSignal::new(OpenState::Nothing),
            hash: RwSignal::new(String::new()),
            draft: RwSignal::new(DraftView::default()),
            forms: Forms::new(),
            load: RwSignal::new(None),
            sealed: RwSignal::new(None),
            changes: RwSignal::new(Vec::new()),
            changes_kept: RwSignal::new(true),
            failure: RwSignal::new(None),
            title: RwSignal::new(None),
            edits: RwSignal::new(recall_editing()),
            waiting: RwSignal::new(0),
            generation: RwSignal::new(0),
            today: clock::today(),
            embedded: !copy && location::query("embed").is_some(),
            framed: host::is_in_strangers_frame(),
            copy,
            keep: Keep::new(),
            running: StoredValue::new_local(Running { root: Owner::current(), ..Running::default() }),
        })));
        provide_context(session);
        session.follow_preferences();
        session.follow_location();
        session.follow_forms();
        session.begin_keeping();
        session.follow_hash();
        session.load_first_file();
        session
    }

    /// The session of the page.
    ///
    /// # Panics
    /// Outside the page's components.
    pub fn current() -> Self {
        // Not `expect_context`, which is the only one in the first view to write a text with its escapes.
        use_context().expect("the page gives its session to all that is on it")
    }

    /// The page and the day in the address.
    pub fn location(self) -> Signal<Location> {
        self.location.into()
    }

    /// The reader's language.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// What is open, in a few words.
    pub fn summary(self) -> Option<Arc<Summary>> {
        self.opened.with(|opened| opened.summary().cloned())
    }

    /// The SHA-256 of the open file's bytes, in hexadecimal; empty until it is known, a moment after the file is open.
    /// While there are unsaved changes, what stands in its place.
    pub fn hash(self) -> String {
        if self.draft.with(|draft| draft.unsaved > 0) {
            shell::unsaved_file(self.language()).to_owned()
        } else {
            self.hash.get()
        }
    }

    /// Whether a file is open.
    pub fn is_open(self) -> bool {
        self.opened.with(|opened| opened.summary().is_some())
    }

    /// The load underway, if any.
    pub fn underway(self) -> Option<LoadUnderway> {
        self.load.get()
    }

    /// Why the last load failed, until the reader has seen it or another file is opened.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Forgets why the last load failed, unless nothing is open: then there is nothing else to show.
    pub fn dismiss(self) {
        if self.opened.with_untracked(|opened| opened.summary().is_some()) {
            self.failure.set(None);
        }
    }

    /// Today, where the reader is.
    pub fn today(self) -> Date {
        self.today
    }

    /// The day everything is judged on.
    pub fn on(self) -> Date {
        self.location.with(|location| location.as_of).unwrap_or_else(|| self.default_day())
    }

    /// The day of the open file: its own, else today.
    pub fn default_day(self) -> Date {
        self.opened.with(|opened| opened.summary().and_then(|summary| summary.as_of)).unwrap_or(self.today)
    }

    /// Id of the unit that what is shown is narrowed to, if it is.
    pub fn within(self) -> Option<String> {
        self.location.with(|location| location.within.clone())
    }

    /// How many items of a list the file has, where only a part of it is looked at and it has any: what a part has none
    /// of, the file may have.
    pub fn elsewhere(self, list: ListName) -> Option<u32> {
        self.within()?;
        Some(self.count_of(list)).filter(|used| *used > 0)
    }

    /// How many items of a list the file has that are used.
    pub fn count_of(self, list: ListName) -> u32 {
        let summary = self.summary();
        let count = summary.as_ref().and_then(|summary| summary.lists.iter().find(|count| count.list == list));
        count.map_or(0, |count| count.used)
    }

    /// The day and the part of the organisation that everything is looked at by.
    pub fn lens(self) -> Lens {
        Lens { on: self.on(), within: self.within() }
    }

    /// The address of a route, the day and the part at hand, for a link.
    pub fn href(self, route: Route) -> String {
        self.location.with(|location| location.to(route)).fragment()
    }

    /// The address of a page for what is drawn anew when the day or the part changes: it does not follow the day by itself.
    pub fn link(self, route: Route) -> String {
        untrack(|| self.href(route))
    }

    /// The address of a route, narrowed to a unit or to none, for a link.
    pub fn href_within(self, route: Route, within: Option<String>) -> String {
        Location { within, ..self.location.with(|location| location.to(route)) }.fragment()
    }

    /// Goes to a route, as a link would.
    pub fn go(self, route: Route) {
        location::go(&self.location.with_untracked(|location| location.to(route)).fragment());
    }

    /// Changes the route without a step in the history, for what follows each key the reader types.
    pub fn replace(self, route: Route) {
        self.set_location(self.location.with_untracked(|location| location.to(route)));
    }

    /// Looks at another day, or at the file's own.
    pub fn look_at(self, day: Option<Date>) {
        let as_of = day.filter(|&day| day != untrack(|| self.default_day()));
        self.set_location(Location { as_of, ..self.location.get_untracked() });
    }

    /// Narrows what is shown to a unit and those below it, or shows all.
    pub fn narrow(self, within: Option<String>) {
        self.set_location(Location { within, ..self.location.get_untracked() });
    }

    /// Whether one view is shown in a page of others, to be read.
    pub fn is_embedded(self) -> bool {
        self.embedded
    }

    /// Whether this is a portable copy.
    pub fn is_copy(self) -> bool {
        self.copy
    }

    /// Whether this page stands in a frame of another site without being a view made for that: whoever made the frame can
    /// lay something over its buttons.
    pub fn is_framed(self) -> bool {
        self.framed && !self.embedded
    }

    /// Whether the file may be changed here: not in a page of others or a frame, and in a portable copy only where it is to be
    /// answered.
    pub fn may_change(self) -> bool {
        let is_answered = || self.opened.with(|opened| opened.summary().is_some_and(|it| it.can_be_answered));
        !self.embedded && !self.framed && (!self.copy || is_answered())
    }

    /// Whether the reader has asked for what changes the file, on the pages that are otherwise read.
    pub fn edits(self) -> bool {
        self.edits.get()
    }

    /// Brings out what changes the file, or puts it away, on every page until the tab is closed.
    pub fn set_edits(self, edits: bool) {
        remember_editing(edits);
        self.edits.set(edits);
    }

    /// Whether the pages of this kind are to be had here: those that change a file only where it may be changed, and a
    /// portable copy cannot be embedded. `scripts/portable.mjs` leaves their code out.
    pub fn has(self, kind: PageKind) -> bool {
        match kind {
            PageKind::Import | PageKind::Start | PageKind::Round | PageKind::Plan => !self.copy && self.may_change(),
            PageKind::Embedding => !self.copy,
            _ => true,
        }
    }

    /// Asks the engine about the open file. There is no answer when nothing is open, the engine has been replaced, or
    /// it has no such thing.
    pub async fn ask<Q: EngineQuestion>(self, question: Q) -> Option<Q::Answer> {
        held(&self.ask_bytes(&question.bytes()).await?)
    }

    /// A number that is another one as soon as the open file is another, or has changed.
    pub fn edition(self) -> u32 {
        self.generation.get()
    }

    /// A number that is another one as soon as another file is open: what was prepared for one is not for the other.
    pub fn file_number(self) -> u32 {
        self.running.with_value(|running| running.files)
    }

    /// Asks the engine by the bytes of a request, and gives the answer as its bytes.
    pub(in crate::page) async fn ask_bytes(self, request: &[u8]) -> Option<Vec<u8>> {
        let engine = self.running.with_value(|running| running.open.clone())?;
        engine.ask_bytes(request).await.ok()
    }

    /// Asks the engine by a request, and gives the answer as its bytes.
    pub async fn ask_request(self, request: &Request) -> Option<Vec<u8>> {
        let engine = self.running.with_value(|running| running.open.clone())?;
        engine.ask(request).await.ok()
    }

    /// Whether this engine has the open file.
    fn is_current(self, engine: &RunningEngine) -> bool {
        self.running.with_value(|running| running.open.as_ref().is_some_and(|open| open.is(engine)))
    }

    /// Shows another location, without a step in the history.
    pub fn set_location(self, location: Location) {
        if self.location.with_untracked(|now| *now != location) {
            location::replace(&location.fragment());
            self.location.set(location);
        }
    }
}
