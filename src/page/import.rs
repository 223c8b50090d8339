//! Import: a file of another program, what its columns mean, what it would change, and then one change.
//!
//! The sheets are worked on in a program of their own ([`super::sheets`]); here is asked, answered and shown.

mod columns;
mod preview;
mod questions;

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::columns::{Columns, left_out};
use self::preview::PreviewCard;
use self::questions::Questions;
use super::code::fetched;
use super::parts::{Hero, KeptForm};
use super::route::Route;
use super::session::{Session, use_title};
use super::sheets::Sheets;
use crate::browser::engine::FileSource;
use crate::browser::file::BrowserFile;
use crate::browser::{dom, files, storage};
use crate::draft::EditRefusal;
use crate::draft::autosave::notice::ImportedCounts;
use crate::exchange::import::{ImportAnswer, ImportAnswers, ImportQuestion, Note, NoteKind};
use crate::exchange::read::{Encoding, FileKind, Reading, Refusal, Separator, TextFormat, bare_name};
use crate::exchange::request::{ImportPlan, MappingView, Preview, SheetReply, SheetRequest, SheetView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::text::overview::Sentence;
use crate::text::{draft, exchange, import, library};

fetched!(import, |_| view! { <Import/> }.into_any());

/// Items and notes of the preview that are shown.
const SHOWN: u32 = 100;

/// The form that a sheet is pasted into.
const PASTED: &str = "pasted";

/// Where an import stands. A handle: its copies are the same import.
#[derive(Clone, Copy)]
struct ImportWork {
    session: Session,
    sheets: StoredValue<Option<Sheets>, LocalStorage>,
    file: RwSignal<String>,
    opened: RwSignal<Option<(FileKind, Vec<SheetView>)>>,
    refused: RwSignal<Option<Refusal>>,
    /// How the reader says that the file is to be read.
    reading: RwSignal<Reading>,
    /// What is said of a risk matrix library, which is taken in elsewhere.
    library: RwSignal<Option<String>>,
    /// Of each sheet what its columns mean; none for one that is not taken in.
    mappings: RwSignal<Vec<Option<MappingView>>>,
    answers: RwSignal<ImportAnswers>,
    preview: RwSignal<Option<Preview>>,
    /// What is asked, and what has been answered.
    questions: RwSignal<Vec<ImportQuestion>>,
    progress: RwSignal<Option<f64>>,
    failed: RwSignal<Vec<String>>,
}

impl ImportWork {
    fn new(session: Session) -> Self {
        Self {
            session,
            sheets: StoredValue::new_local(None),
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
        }
    }

    /// Whether the reader has left the page meanwhile.
    fn is_gone(self) -> bool {
        self.file.is_disposed()
    }

    /// Opens a file in place of the one before.
    fn open(self, source: FileSource) {
        self.clear();
        let name = source.name();
        self.file.set(bare_name(&name).unwrap_or(name));
        self.progress.set(Some(0.0));
        spawn_local(async move {
            let started = self.start().await;
            if self.is_gone() {
                return;
            }
            let Some(sheets) = started else { return self.stopped() };
            let told = move |part| {
                let _ = self.progress.try_set(Some(part));
            };
            let reply = sheets.open(&source, told).await;
            if self.is_gone() {
                return;
            }
            self.progress.set(None);
            self.answered(reply).await;
        });
    }

    /// Reads the open file once more, in another way.
    fn reread(self, reading: Reading) {
        self.reading.set(reading);
        spawn_local(async move {
            let Some(sheets) = self.sheets.get_value() else { return };
            let reply = sheets.ask(&SheetRequest::Reread(reading)).await;
            if !self.is_gone() {
                self.forget();
                self.answered(reply).await;
            }
        });
    }

    /// What became of opening a file.
    async fn answered(self, reply: Option<SheetReply>) {
        let language = untrack(|| self.session.language());
        match reply {
            Some(SheetReply::Opened { kind, sheets }) => self.take(kind, sheets).await,
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
    async fn look_anew(self) {
        if self.is_gone() {
            return;
        }
        let Some(sheets) = self.sheets.get_value() else { return };
        let is_known = sheets.know().await.is_some();
        if is_known && !self.is_gone() && self.opened.with_untracked(Option::is_some) {
            self.look().await;
        }
    }

    /// Takes in what was opened: every sheet that is known for something, as it is guessed to be.
    async fn take(self, kind: FileKind, sheets: Vec<SheetView>) {
        let mut mappings = Vec::new();
        for (sheet, view) in (0..).zip(&sheets) {
            mappings.push(match view.target {
                Some(_) => self.guess(sheet, None).await,
                None => None,
            });
        }
        if self.is_gone() {
            return;
        }
        self.mappings.set(mappings);
        self.opened.set(Some((kind, sheets)));
        self.look().await;
    }

    /// What a sheet most likely is, the reader's own earlier answers first.
    async fn guess(self, sheet: u32, target: Option<crate::exchange::field::SheetTarget>) -> Option<MappingView> {
        let remembered = storage::recall_list(storage::StorageKey::Mappings);
        let remembered =
            remembered.iter().filter_map(|kept| crate::exchange::mapping::Remembered::read(kept)).collect();
        self.mapped(SheetRequest::Guess { sheet, target, remembered }).await
    }

    async fn mapped(self, request: SheetRequest) -> Option<MappingView> {
        match self.sheets.get_value()?.ask(&request).await {
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
    fn map(self, sheet: usize, request: Option<SheetRequest>) {
        spawn_local(async move {
            let view = match request {
                Some(request) => self.mapped(request).await,
                None => None,
            };
            if self.is_gone() {
                return;
            }
            self.mappings.update(|mappings| mappings[sheet] = view);
            self.look().await;
        });
    }

    fn answer(self, key: String, answer: ImportAnswer) {
        self.answers.update(|answers| drop(answers.insert(key, answer)));
        spawn_local(self.look());
    }

    /// Carries the import out as one change, whether or not the reader stays on the page, and remembers what the columns
    /// meant.
    fn carry_out(self) {
        let Some(sheets) = self.sheets.try_update_value(Option::take).flatten() else { return };
        let plan = self.plan();
        let (counts, lines) = self.outcome();
        let meant: Vec<String> = self
            .mappings
            .with_untracked(|mappings| mappings.iter().flatten().map(|view| view.remembered.write()).collect());
        spawn_local(async move {
            let done = match sheets.change(plan).await {
                Some(change) => self.session.carry_out(change).await.map_err(Some),
                None => Err(None),
            };
            if done.is_ok() {
                storage::remember_list(storage::StorageKey::Mappings, &meant);
            }
            if done.is_ok() {
                self.session.drop_form(&self.session.form_slot(PASTED));
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

    /// What the import does in numbers, and what it asks and leaves, a line each.
    fn outcome(self) -> (ImportedCounts, Vec<String>) {
        let language = untrack(|| self.session.language());
        self.preview.with_untracked(|preview| {
            let Some(preview) = preview else { return (ImportedCounts::default(), Vec::new()) };
            let told = |note: &Note| note.what != NoteKind::Unanswered;
            let asked = preview.questions.iter().map(|question| exchange::question(question, language));
            let file = self.file.get_untracked();
            let left = preview.notes.iter().filter(|note| told(note)).map(|note| {
                let (place, said) = preview::told(self, note, language);
                format!("{file}: {place}: {said}")
            });
            let lines: Vec<String> = asked.chain(left).collect();
            let asked = saturating(preview.questions.len());
            let unanswered = saturating(preview.notes.iter().filter(|note| !told(note)).count());
            let left = preview.notes_total.saturating_sub(unanswered);
            (ImportedCounts { added: preview.added, changed: preview.changed, asked, left }, lines)
        })
    }

    fn fail(self, refused: &EditRefusal) {
        self.failed.set(draft::refused(refused, untrack(|| self.session.language())));
    }

    /// The program could not be started, or has stopped: nothing more is asked of it.
    fn stopped(self) {
        self.stop();
        self.progress.set(None);
        let language = untrack(|| self.session.language());
        self.failed.set(vec![import::stopped(language).to_owned()]);
    }

    fn stop(self) {
        if let Some(sheets) = self.sheets.try_update_value(Option::take).flatten() {
            sheets.stop();
        }
    }

    fn clear(self) {
        self.stop();
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
    }
}

/// The page that imports sheets.
#[component]
fn Import() -> impl IntoView {
    let session = Session::current();
    let work = ImportWork::new(session);
    on_cleanup(move || work.stop());
    Effect::new(move |before: Option<u32>| {
        let now = session.edition();
        if before.is_some_and(|before| before != now) {
            spawn_local(work.look_anew());
        }
        now
    });
    use_title(move || import::heading(session.language()).to_owned());
    let hero = move || {
        let language = session.language();
        view! { <Hero over=String::new() verdict=Sentence::plain(import::heading(language)) after=import::lead(language).to_owned()/> }
    };
    // What could not be opened elsewhere, or is dropped here.
    if let Some(source) = session.to_import() {
        work.open(source);
    }
    session.take_dropped(Some(Rc::new(move |files: Vec<_>| {
        files.into_iter().take(1).for_each(|file| work.open(FileSource::File(file)));
    })));
    on_cleanup(move || session.take_dropped(None));
    let picked = move |event| {
        if let Some(file) = files::picked(&event) {
            work.open(FileSource::File(file));
        }
    };
    let pasted = move |event: SubmitEvent| {
        event.prevent_default();
        let text = dom::form_values(&event).into_iter().find(|(name, _)| name == "pasted").map(|(_, text)| text);
        if let Some(bytes) = text.filter(|text| !text.trim().is_empty()).and_then(|text| BrowserFile::of_text(&text)) {
            let name = import::pasted_name(untrack(|| session.language())).to_owned();
            work.open(FileSource::Kept { name, bytes });
        }
    };
    let kept = KeptForm::new(session, session.form_slot(PASTED));
    let paste = move || {
        let language = session.language();
        view! {
            <details class="field" open=kept.is_begun()>
                <summary>{import::paste(language)}</summary>
                <form class="start-form" node_ref=kept.element on:submit=pasted on:input=move |_| kept.keep()>
                    <label class="field">
                        <span class="field-label">{import::paste_here(language)}</span>
                        <textarea class="field-input" name="pasted" rows="6">{kept.value("pasted", "")}</textarea>
                    </label>
                    <p class="actions">
                        <button type="submit" class="button">{import::read_pasted(language)}</button>
                    </p>
                </form>
            </details>
        }
    };
    let choose = move || {
        let label = import::choose(session.language());
        view! {
            <label class="button button-first file-picker">
                {label}
                <input class="visually-hidden" type="file" accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.json,.yaml,.yml" on:change=picked/>
            </label>
        }
    };
    view! {
        {hero}
        <div class="grid">
            <section class="card full">
                <h2>{move || import::file(session.language())}</h2>
                {move || session.has_example().then(|| example(session, session.language()))}
                <p class="actions">{choose}</p>
                {paste}
                {move || status(work, session.language())}
            </section>
            {move || work.opened.get().is_none().then(|| last(session, session.language()))}
            {move || work.opened.get().map(|(_, sheets)| view! { <Columns work sheets/> })}
            {move || left_out(work, session.language())}
            {move || Some(work.questions.get()).filter(|asked| !asked.is_empty()).map(|questions| view! { <Questions work questions/> })}
            {move || work.preview.get().map(|preview| view! { <PreviewCard work preview/> })}
        </div>
    }
    .into_any()
}

/// Says that the example is open, with the way to a file of one's own.
fn example(session: Session, language: Language) -> AnyView {
    let href = session.href(Route::Start);
    view! {
        <div class="form-problem import-example">
            <p>{import::is_example(language)}</p>
            <p class="actions"><a class="button button-first" href=href>{import::own_first(language)}</a></p>
        </div>
    }
    .into_any()
}

/// What the last import asked and left.
fn last(session: Session, language: Language) -> Option<AnyView> {
    let lines = session.imported();
    let any = !lines.is_empty();
    any.then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <section class="card full" id="last-import">
                <h2>{import::last(language)}</h2>
                <ul class="rows import-notes" role="list">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// What has been opened, or why it was not, or how far it has come.
fn status(work: ImportWork, language: Language) -> AnyView {
    let opened = work.opened.get().map(|(kind, sheets)| {
        let other_way = other_way(work, kind.text(), sheets.iter().map(|sheet| sheet.hidden).sum(), language);
        view! {
            <p class="lead" role="status">{import::opened(&work.file.get(), &exchange::kind(kind, language), language)}</p>
            {other_way}
        }
    });
    let library = work.library.get().map(|said| {
        let method = work.session.href(Route::Method { matrix: None });
        view! {
            <div class="form-problem" role="alert">
                <p>{said}</p>
                <p class="actions"><a class="button" href=method>{import::to_method(language)}</a></p>
            </div>
        }
    });
    let refused = work.refused.get().map(|refusal| {
        let file = work.file.get();
        view! {
            <div class="form-problem" role="alert">
                <p><strong>{import::not_opened(&file, language)}</strong></p>
                <p>{exchange::refusal(refusal, language)}</p>
            </div>
        }
    });
    let failed = work.failed.get();
    let failed = (!failed.is_empty()).then(|| {
        let lines = failed.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
        view! { <div class="form-problem" role="alert">{lines}</div> }
    });
    let progress = work.progress.get().map(|part| {
        let cancel = move |_| {
            work.clear();
        };
        view! {
            <p class="actions" role="status">
                <progress max="1" value=part.to_string()></progress>
                {import::reading(language)}
                <button type="button" class="button" on:click=cancel>{draft::cancel(language)}</button>
            </p>
        }
    });
    view! { {opened} {library} {refused} {failed} {progress} }.into_any()
}

/// What the reader can say of the file in place of what was guessed, and of what was left out unseen.
fn other_way(work: ImportWork, text: Option<TextFormat>, hidden: u32, language: Language) -> AnyView {
    let reading = work.reading.get();
    let text = text.map(|text| {
        let encoding = |known: Encoding| {
            let name = exchange::encoding(known, language);
            view! { <option value=name selected=text.encoding == known>{name}</option> }
        };
        let choose_encoding = move |event| {
            let chosen = dom::value_of(&event);
            let encoding = Encoding::ALL.into_iter().find(|known| exchange::encoding(*known, language) == chosen);
            work.reread(Reading { encoding, ..reading });
        };
        let named = matches!(text.separator, Separator::Other(_)).then_some(text.separator);
        let separators: Vec<Separator> = Separator::COMMON.into_iter().chain(named).collect();
        let separator = |known: &Separator| {
            let (name, selected) = (exchange::separator(*known, language), text.separator == *known);
            view! { <option value=name.clone() selected=selected>{name.clone()}</option> }
        };
        let options = separators.iter().map(separator).collect_view();
        let choose_separator = move |event| {
            let chosen = dom::value_of(&event);
            let separator = separators.iter().copied().find(|known| exchange::separator(*known, language) == chosen);
            work.reread(Reading { separator, ..reading });
        };
        view! {
            <p class="muted">{import::read_otherwise(language)}</p>
            <label class="field field-search">
                <span class="field-label">{import::encoding(language)}</span>
                <select class="field-input" on:change=choose_encoding>{Encoding::ALL.map(encoding).collect_view()}</select>
            </label>
            <label class="field field-search">
                <span class="field-label">{import::separator(language)}</span>
                <select class="field-input" on:change=choose_separator>{options}</select>
            </label>
        }
    });
    let hidden = (hidden > 0 || reading.with_hidden).then(|| {
        let choose = move |_| work.reread(Reading { with_hidden: !reading.with_hidden, ..reading });
        view! {
            <label class="field-check">
                <input type="checkbox" checked=reading.with_hidden on:change=choose/>
                <span>{import::with_hidden(language)}</span>
            </label>
        }
    });
    view! { {text} {hidden} }.into_any()
}
