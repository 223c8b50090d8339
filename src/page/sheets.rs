//! The program of sheets as imports and exports see it: asked like the engine, told by it what the open file holds.

use crate::browser::clock;
use crate::browser::engine::{FileSource, RunningEngine};
use crate::disclosure::Receiver;
use crate::engine::request::{AskDirectory, AskFor, AskedChange, EngineQuestion};
use crate::exchange::Directory;
use crate::exchange::request::{ImportPlan, SheetReply, SheetRequest};
use crate::organisation::value::Date;
use crate::page::session::Session;

/// The program, running. Its clones are the same one.
#[derive(Clone)]
pub(in crate::page) struct Sheets {
    session: Session,
    program: RunningEngine,
}

impl Sheets {
    /// Starts the program of sheets.
    pub(in crate::page) fn start(session: Session) -> Option<Self> {
        Self::start_watched(session, || ())
    }

    /// Starts the program of sheets. `ended` is called, at most once, if it stops by itself.
    pub(in crate::page) fn start_watched(session: Session, ended: impl FnOnce() + 'static) -> Option<Self> {
        let program = RunningEngine::start_sheets(ended)?;
        Some(Self { session, program })
    }

    /// Tells it what the open file holds.
    pub(in crate::page) async fn know(&self) -> Option<()> {
        self.know_by(AskDirectory {}).await
    }

    /// Tells it what an extract of the open file holds, made on a day, and nothing else.
    pub(in crate::page) async fn know_extract(&self, receiver: Receiver, on: Date) -> Option<()> {
        self.know_by(AskFor { receiver, on, made: clock::today(), question: AskDirectory {} }).await
    }

    async fn know_by(&self, question: impl EngineQuestion<Answer = Directory>) -> Option<()> {
        let answer = self.session.ask_bytes(&question.bytes()).await?;
        self.program.know(&answer).await.ok().map(drop)
    }

    /// Opens a file of sheets. `progress` is told what part of it is read, from 0 to 1.
    pub(in crate::page) async fn open(
        &self,
        source: &FileSource,
        progress: impl Fn(f64) + 'static,
    ) -> Option<SheetReply> {
        let part = move |told: crate::browser::engine::Progress| progress(told.done / told.total.max(1.0));
        postcard::from_bytes(&self.program.open(source, part).await.ok()?).ok()
    }

    /// Asks it something.
    pub(in crate::page) async fn ask(&self, request: &SheetRequest) -> Option<SheetReply> {
        postcard::from_bytes(&self.program.ask(request).await.ok()?).ok()
    }

    /// The change that an import is to the open file; none where the program has stopped or has nothing to import.
    pub(in crate::page) async fn change(&self, plan: ImportPlan) -> Option<AskedChange> {
        let change = self.program.ask(&SheetRequest::Import(plan)).await.ok()?;
        Some(AskedChange::of_bytes(change))
    }

    /// Stops the program of sheets.
    pub(in crate::page) fn stop(&self) {
        self.program.stop();
    }
}
