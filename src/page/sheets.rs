//! The program of sheets as imports and exports see it: asked like the engine, told by it what the open file holds, and its
//! answers handed on to it. What is large crosses as bytes that nobody here reads.

use crate::browser::engine::{Engine, Source};
use crate::draft::{Name, Refused};
use crate::engine::request::Request as Wish;
use crate::exchange::request::{Plan, Reply, Request};
use crate::page::session::Session;

/// The program, running. Its clones are the same one.
#[derive(Clone)]
pub(in crate::page) struct Sheets {
    session: Session,
    program: Engine,
}

impl Sheets {
    /// Starts it.
    pub(in crate::page) fn start(session: Session) -> Option<Self> {
        let program = Engine::start_sheets(|| ())?;
        Some(Self { session, program })
    }

    /// Tells it what the open file holds.
    pub(in crate::page) async fn know(&self) -> Option<()> {
        let told = self.session.ask_bytes(Wish::Directory).await?;
        let (_, directory) = postcard::take_from_bytes::<u32>(&told).ok()?;
        let mut request = vec![Request::KNOW];
        request.extend_from_slice(directory);
        self.program.ask_bytes(request).await.ok().map(drop)
    }

    /// Opens a file of sheets. `progress` is told what part of it is read, from 0 to 1.
    pub(in crate::page) async fn open(&self, source: &Source, progress: impl Fn(f64) + 'static) -> Option<Reply> {
        let part = move |told: crate::browser::engine::Progress| progress(told.done / told.total.max(1.0));
        postcard::from_bytes(&self.program.open(source, part).await.ok()?).ok()
    }

    /// Asks it something.
    pub(in crate::page) async fn ask(&self, request: &Request) -> Option<Reply> {
        let request = postcard::to_allocvec(request).ok()?;
        postcard::from_bytes(&self.program.ask_bytes(request).await.ok()?).ok()
    }

    /// Has the engine carry an import out, as one change. Nothing is done where either program has stopped.
    pub(in crate::page) async fn carry_out(&self, plan: Plan, name: Name) -> Option<Result<(), Refused>> {
        let request = postcard::to_allocvec(&Request::Import(plan)).ok()?;
        let told = self.program.ask_bytes(request).await.ok()?;
        let Ok((Reply::PATCHES, patches)) = postcard::take_from_bytes::<u32>(&told) else { return None };
        // A change of no wishes ends with their number, which is what these begin with.
        let mut change = postcard::to_allocvec(&Wish::Change { name, patches: Vec::new() }).ok()?;
        change.pop();
        change.extend_from_slice(patches);
        self.session.carry_out_bytes(change).await
    }

    /// Stops it.
    pub(in crate::page) fn stop(&self) {
        self.program.stop();
    }
}
