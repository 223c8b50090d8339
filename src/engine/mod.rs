//! The engine: owns the open file and answers requests about it.
//!
//! One value: a [`Request`] in, a [`Reply`] out. In the browser it runs in a worker; natively it is called as it is.
//! [`request`] is the list of what the product can do, [`view`] what the answers hold.
//!
//! A newcomer may add a question with its answer in [`view`], a file of its own that computes from what it is given.
//! What the first view needs is kept apart from all else, since it is waited for; how edits change what is judged is
//! held by `tests/posts.rs`.

mod change;
mod first;
mod leading;
pub mod lens;
mod look;
pub mod message;
mod method;
mod own_changes;
mod pages;
mod plan;
mod posts;
pub mod request;
mod review;
mod standings;
pub mod view;

use std::cell::OnceCell;

use self_cell::self_cell;

use self::lens::Lens;
use self::plan::PlannedFile;
use self::request::First;
pub use self::request::{Reply, Request};
use self::standings::JudgedFile;
use self::view::{Atlas, Tried};
use crate::coverage::forecast::Forecast;
use crate::disclosure::{Extract, NoReceiver, Receiver, extract};
use crate::draft::{Change, ChangeKind, Edit, History};
use crate::organisation::problem::Problems;
use crate::organisation::value::Date;
use crate::organisation::{Unreadable, canonical, decode};
use crate::verdict::{self, File};

/// The file as it came.
struct OpenedText {
    name: String,
    text: String,
    sha256: OnceCell<String>,
}

/// The file read, and how it was judged and foreseen last.
struct Contents<'a> {
    file: File<'a>,
    judged: Option<JudgedFile<'a>>,
    /// The map of what was judged last, once it has been laid out.
    atlas: Option<Atlas>,
    foreseen: Option<Foreseen<'a>>,
    /// Changes of posts that have been carried out here and not in the text.
    pending: Vec<Edit>,
}

/// A forecast, of how many months and of which part.
struct Foreseen<'a> {
    months: u32,
    within: Option<u32>,
    forecast: Forecast<'a>,
}

self_cell!(
    struct OpenFile {
        owner: OpenedText,
        #[covariant]
        dependent: Contents,
    }
);

/// The engine, the one stateful thing: the open file and all that is known of it.
#[derive(Default)]
pub struct Engine {
    open: Option<OpenFile>,
    /// What has been changed since the file was opened.
    history: History,
    /// The SHA-256 of the text as it was opened or saved last, once it is asked for.
    base_sha256: Option<String>,
    /// The open file with a plan brought in, once a plan has been asked about.
    planned: Option<Box<PlannedFile>>,
}

impl Engine {
    /// Reads a file and makes it the open one; a file that cannot be read leaves the open one as it is.
    /// `progress` is told now and then how many bytes have been read.
    pub fn open(&mut self, name: String, bytes: Vec<u8>, progress: &mut dyn FnMut(usize)) -> Result<(), Unreadable> {
        let source = OpenedText { name, text: decode(bytes)?, sha256: OnceCell::new() };
        self.open = Some(OpenFile::try_new(source, |source| File::read(&source.text, progress).map(Contents::new))?);
        self.history = History::default();
        self.base_sha256 = None;
        self.planned = None;
        Ok(())
    }

    /// The bytes of the open file, where a request asks for their hash, it is not known yet, and they are the file as it
    /// is: a browser hashes faster than this program. What is not given by [`Engine::take_sha256`] is computed when it
    /// is needed.
    pub fn unhashed(&self, request: &[u8]) -> Option<&[u8]> {
        let open = self.open.as_ref().filter(|_| postcard::from_bytes(request) == Ok(First::Hash))?;
        let source = open.borrow_owner();
        let is_known = source.sha256.get().is_some() || !open.borrow_dependent().pending.is_empty();
        (!is_known).then_some(source.text.as_bytes())
    }

    /// Takes the SHA-256 of the open file's bytes, in hexadecimal.
    pub fn take_sha256(&mut self, hexadecimal: String) {
        if let Some(open) = &self.open {
            let _ = open.borrow_owner().sha256.set(hexadecimal);
        }
    }

    /// Answers a request.
    pub fn handle(&mut self, request: &Request) -> Reply {
        match request {
            Request::Change { name, patches } => self.change(name, patches),
            Request::CarryOut(edits) => self.carry_out(Change { name: ChangeKind::Merge, edits: edits.clone() }),
            Request::Undo => self.undo(),
            Request::Redo => self.redo(),
            Request::Discard => self.discard(),
            Request::ToSave { on, by } => self.text_to_save(*on, by).map_or(Reply::NothingOpen, Reply::Text),
            Request::Saved { on, by } => self.saved(*on, by),
            Request::Journal => self.journal(),
            Request::Restore(journal) => self.restore(journal),
            Request::Merge(journal) => self.merge(journal),
            Request::Difference { window } => self.difference(*window),
            Request::Effect { on } => self.effect(*on),
            Request::Review { text, choices, on, window } => self.review(text, choices, *on, *window),
            Request::BringIn { text, choices, on } => self.bring_in(text, choices, *on),
            Request::SettleRound { round, unit, on } => self.settle_round(round, unit, *on),
            Request::BeginRound { wish, sent } => self.begin_round(wish, *sent),
            Request::BeginPlan { label } => self.begin_plan(label),
            Request::StepPlan { text, step } => self.step_plan(text, step),
            Request::Plan { text, on, gone, come } => self.plan(text, *on, (*gone, *come)),
            Request::PlanUnits { text, under, find, window } => self.plan_units(text, under.as_deref(), find, *window),
            Request::InPlan { text, request } => self.in_plan(text, request),
            Request::OwnChanges => self.own_changes(),
            Request::ChangeFile { by } => self.change_file(by),
            Request::TryMethod { proposal, window } => self.try_method(proposal, *window),
            Request::TakeMethod { proposal } => self.take_method(proposal),
            Request::For { receiver, on, made, request } => match self.drawn(receiver, *on, *made) {
                Some(Ok(mut drawn)) => drawn.answer_within(request),
                Some(Err(_)) => Reply::NotFound,
                None => Reply::NothingOpen,
            },
            request => self.ask_file(request).unwrap_or(Reply::NothingOpen),
        }
    }

    /// Answers a request that changes nothing.
    fn ask_file(&mut self, request: &Request) -> Option<Reply> {
        // What speaks of places in the text, or of its hash.
        let is_of_text = matches!(request, Request::Hash) || request.page().is_some_and(|page| page.is_of_text());
        if is_of_text && let Err(refused) = self.settle() {
            return Some(Reply::Refused(Box::new(refused)));
        }
        let open = self.open.as_mut()?;
        Some(open.with_dependent_mut(|source, contents| contents.answer(source, request)))
    }

    /// The verdict of a day and the problems of the open file, for the command line.
    pub fn judge<T>(
        &mut self,
        on: Date,
        each: impl FnOnce(&File<'_>, &verdict::Coverage<'_>, &Problems) -> T,
    ) -> Option<T> {
        let open = self.open.as_mut()?;
        Some(open.with_dependent_mut(|_, contents| {
            contents.judge(&Lens::whole(on));
            let coverage = &contents.judged.as_ref()?.coverage;
            Some(each(&contents.file, coverage, &contents.file.problems))
        }))?
    }

    /// An extract of the open file, for the command line.
    pub fn extract<T>(
        &mut self,
        receiver: &Receiver,
        on: Date,
        made: Date,
        each: impl FnOnce(Result<Extract<'_>, NoReceiver>) -> T,
    ) -> Option<T> {
        let open = self.open.as_ref()?;
        Some(open.with_dependent(|_, contents| {
            let file = &contents.file;
            each(extract(&file.organisation, &file.index, receiver, on, made))
        }))
    }

    /// An engine that has nothing but the extract of the open file for a receiver: what it answers can tell of nothing else.
    pub fn drawn(&mut self, receiver: &Receiver, on: Date, made: Date) -> Option<Result<Self, NoReceiver>> {
        let name = self.open.as_ref()?.borrow_owner().name.clone();
        let open = |extract: Result<Extract<'_>, NoReceiver>| {
            let text = extract?.text();
            let mut drawn = Self::default();
            // An extract is in the format, and opens.
            let _ = drawn.open(name, text.into_bytes(), &mut |_| ());
            Ok(drawn)
        };
        self.extract(receiver, on, made, open)
    }

    /// Answers a request, unless it looks at a part that the file does not have: the whole would be another answer.
    fn answer_within(&mut self, request: &Request) -> Reply {
        let part = request.lens().and_then(|lens| lens.within);
        let has =
            |id: &String| self.open.as_ref().is_some_and(|open| open.borrow_dependent().file.index.unit(id).is_some());
        if part.as_ref().is_none_or(has) { self.handle(request) } else { Reply::NotFound }
    }

    /// A forecast of the open file, for the command line.
    pub fn foresee<T>(
        &mut self,
        from: Date,
        months: u32,
        each: impl FnOnce(&File<'_>, &Forecast<'_>) -> T,
    ) -> Option<T> {
        let open = self.open.as_mut()?;
        Some(open.with_dependent_mut(|_, contents| {
            let forecast = contents.file.foresee(from, months, None);
            each(&contents.file, &forecast)
        }))
    }
}

impl OpenedText {
    fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| verdict::sha256(self.text.as_bytes()))
    }
}

impl<'a> Contents<'a> {
    fn new(file: File<'a>) -> Self {
        Self { file, judged: None, atlas: None, foreseen: None, pending: Vec::new() }
    }

    /// Judges the file as it is seen through a lens, unless it was looked at so last.
    fn judge(&mut self, lens: &Lens) {
        let within = self.part(lens);
        if self.judged.as_ref().is_none_or(|judged| judged.coverage.on != lens.on || judged.within != within) {
            self.judged = Some(JudgedFile::new(self.file.judge_part(lens.on, within), within, &self.file));
            self.atlas = None;
        }
    }

    /// Foresees the file through a lens for some months, unless that was done last.
    fn foresee(&mut self, lens: &Lens, months: u32) {
        let within = self.part(lens);
        let is_same = |it: &Foreseen<'_>| (it.forecast.from, it.months, it.within) == (lens.on, months, within);
        if !self.foreseen.as_ref().is_some_and(is_same) {
            let forecast = self.file.foresee(lens.on, months, within);
            self.foreseen = Some(Foreseen { months, within, forecast });
        }
    }

    /// The unit that a lens narrows to.
    fn part(&self, lens: &Lens) -> Option<u32> {
        lens.within.as_ref().and_then(|id| self.file.index.unit(id))
    }

    /// Lays the map out, unless that is done.
    fn lay_out(&mut self) {
        let Some(judged) = &self.judged else { return };
        self.atlas.get_or_insert_with(|| Atlas::new(&self.file, judged.coverage.on, judged.within));
    }

    /// Judges and foresees what a request looks at.
    fn prepare(&mut self, lens: Option<Lens>, months: Option<u32>) {
        let Some(lens) = lens else { return };
        self.judge(&lens);
        if let Some(months) = months {
            self.foresee(&lens, months);
        }
    }

    fn answer(&mut self, source: &OpenedText, request: &Request) -> Reply {
        if let Some(first) = request.first() {
            return self.first(source, &first).unwrap_or(Reply::NothingOpen);
        }
        if let Some(page) = request.page() {
            return self.page(source, &page);
        }
        match request {
            Request::Canonical => Reply::Text(canonical::write(&self.file.organisation)),
            Request::TryRule { on, id, fields } => match Tried::new(&mut self.file, *on, id.as_deref(), fields) {
                Ok(tried) => Reply::Tried(Box::new(tried)),
                Err(refused) => Reply::Refused(Box::new(refused)),
            },
            // What is left is asked of the engine, not of the file.
            _ => Reply::NotFound,
        }
    }
}
