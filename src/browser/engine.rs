//! The engine as the page sees it: a request goes out, some time later its reply comes back.
//!
//! The engine runs in a worker. Each file is opened by a worker of its own, and the one before goes on answering until
//! the new one has read its file: a load that fails can hurt nothing. Where no worker is to be had, the same program
//! is loaded beside the page and spoken to in the same words.

mod message;
mod port;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use futures_channel::oneshot;
use serde::Serialize;
use wasm_bindgen::JsValue;

use self::message::HostRequest;
use self::port::Port;
use super::alarm;
use super::boot;
use super::disk::DiskFile;
use super::file::BrowserFile;
use crate::engine::message::FromProgram;
pub use crate::engine::message::{LoadStage, Progress};
use crate::engine::request::{EngineQuestion, ReplyValue, Request, held};
use crate::organisation::value::visible;

/// Where a file comes from.
#[derive(Debug, Clone)]
pub enum FileSource {
    /// An absolute address on this origin.
    Url {
        /// What the file is called.
        name: String,
        /// The address of the file, absolute and on this origin.
        url: String,
    },
    /// A file of the reader's.
    File(BrowserFile),
    /// A file of the reader's that can be written to.
    Disk(BrowserFile, DiskFile),
    /// A file that was kept in the browser.
    Kept {
        /// What the file is called.
        name: String,
        /// The bytes of the draft.
        bytes: BrowserFile,
    },
}

impl FileSource {
    /// The file, where the reader brought it.
    pub fn own_file(&self) -> Option<&BrowserFile> {
        match self {
            Self::File(file) | Self::Disk(file, _) => Some(file),
            Self::Url { .. } | Self::Kept { .. } => None,
        }
    }

    /// The file, where it need not be fetched.
    fn file(&self) -> Option<&BrowserFile> {
        match self {
            Self::Kept { bytes, .. } => Some(bytes),
            _ => self.own_file(),
        }
    }

    /// The bytes of the file, where they need not be fetched.
    async fn bytes(&self) -> Option<JsValue> {
        self.file()?.buffer().await.map(JsValue::from)
    }

    /// What the file is called.
    pub fn name(&self) -> String {
        match self {
            Self::Url { name, .. } | Self::Kept { name, .. } => name.clone(),
            Self::File(file) | Self::Disk(file, _) => visible(&file.name()),
        }
    }
}

/// Why there is no reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoReply {
    /// The file could not be fetched: an HTTP status, or `network`.
    Fetch(String),
    /// The engine was stopped, or has failed.
    Gone,
}

/// One running engine. Its clones are the same one.
#[derive(Clone)]
pub struct RunningEngine(Rc<EngineInner>);

struct EngineInner {
    port: Port,
    last: Cell<u32>,
    waiting: RefCell<HashMap<u32, PendingRequest>>,
    base: RefCell<Option<BrowserFile>>,
    fetched: Cell<Option<u64>>,
}

/// A request that has no reply yet.
struct PendingRequest {
    tell: oneshot::Sender<Result<Vec<u8>, NoReply>>,
    progress: Option<Box<dyn Fn(Progress)>>,
}

impl RunningEngine {
    /// Starts an engine. `failed` is called, at most once, if it stops by itself.
    pub fn start(failed: impl FnOnce() + 'static) -> Option<Self> {
        Self::run("engine", failed)
    }

    /// Starts the program of sheets, which is spoken to in the same way and answers requests of its own.
    pub fn start_sheets(failed: impl FnOnce() + 'static) -> Option<Self> {
        Self::run("sheets", failed)
    }

    fn run(program: &str, failed: impl FnOnce() + 'static) -> Option<Self> {
        let engine = Rc::new_cyclic(|engine: &std::rc::Weak<EngineInner>| {
            let (heard, lost) = (engine.clone(), engine.clone());
            let failed = Cell::new(Some(failed));
            let port = Port::open(
                program,
                move |data| {
                    if let Some(engine) = heard.upgrade() {
                        engine.hear(&data);
                    }
                },
                move || {
                    if let Some(engine) = lost.upgrade() {
                        engine.waiting.borrow_mut().clear();
                    }
                    if let Some(failed) = failed.take() {
                        failed();
                    }
                },
            );
            EngineInner {
                port,
                last: Cell::new(0),
                waiting: RefCell::default(),
                base: RefCell::default(),
                fetched: Cell::default(),
            }
        });
        engine.port.is_open().then_some(Self(engine))
    }

    /// Opens a file. The reply, as its bytes, is `Opened` or `Unreadable`.
    pub async fn open(&self, source: &FileSource, progress: impl Fn(Progress) + 'static) -> Result<Vec<u8>, NoReply> {
        // Not every browser lets the worker of a page from a disk read what the page has.
        let bytes = if boot::is_copy() { source.bytes().await } else { None };
        // A file on the reader's disk may change there: of those the engine has the bytes.
        if let FileSource::Kept { bytes, .. } = source {
            self.0.base.replace(Some(bytes.clone()));
        }
        let reply = self.await_reply(Some(Box::new(progress)), |id| message::open(id, source, bytes));
        reply.await
    }

    /// Asks the engine something about the file it has opened. `request::held` reads the reply.
    pub async fn ask(&self, request: &impl Serialize) -> Result<Vec<u8>, NoReply> {
        // Requests are plain data of known size; writing one into memory does not fail.
        self.ask_bytes(&postcard::to_allocvec(request).unwrap_or_default()).await
    }

    /// Asks the engine by the bytes of a request.
    pub async fn ask_bytes(&self, request: &[u8]) -> Result<Vec<u8>, NoReply> {
        let reply = self.await_reply(None, |id| message::request(id, request)).await;
        if let Err(NoReply::Fetch(why)) = &reply {
            web_sys::console::error_2(&"A question to the engine was not answered:".into(), &why.into());
        }
        reply
    }

    /// Tells the program of sheets what the open file holds, by the bytes of the engine's answer.
    pub async fn know(&self, answer: &[u8]) -> Result<Vec<u8>, NoReply> {
        self.await_reply(None, |id| message::know(id, answer)).await
    }

    /// Asks the engine, and gives what the reply holds if it is of that kind.
    pub async fn tell<T: ReplyValue>(&self, request: &Request) -> Option<T> {
        held(&self.ask(request).await.ok()?)
    }

    /// What answers a question about the file it has opened.
    pub async fn answer<Q: EngineQuestion>(&self, question: Q) -> Option<Q::Answer> {
        held(&self.ask_bytes(&question.bytes()).await.ok()?)
    }

    /// The bytes of the file it has opened. They are a copy, made when they are first asked for.
    pub async fn base(&self) -> Option<BrowserFile> {
        if self.known_base().is_none() {
            self.await_reply(None, message::base).await.ok()?;
        }
        self.known_base()
    }

    /// The bytes of the file it has opened, where they are at hand already.
    pub fn known_base(&self) -> Option<BrowserFile> {
        self.0.base.borrow().clone()
    }

    /// When the file it has opened was fetched, in milliseconds since 1970, where that was not now: the server was not
    /// reached, and the browser had it from before.
    pub fn fetched(&self) -> Option<u64> {
        self.0.fetched.get()
    }

    /// Whether both are the same running engine.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Stops it. Whoever still waits is told that it is gone.
    pub fn stop(&self) {
        self.0.port.close();
        self.0.waiting.borrow_mut().clear();
    }

    fn await_reply(
        &self,
        progress: Option<Box<dyn Fn(Progress)>>,
        message: impl FnOnce(u32) -> HostRequest,
    ) -> impl Future<Output = Result<Vec<u8>, NoReply>> + 'static {
        let id = self.0.last.get().wrapping_add(1);
        self.0.last.set(id);
        let (tell, told) = oneshot::channel();
        self.0.waiting.borrow_mut().insert(id, PendingRequest { tell, progress });
        if !self.0.port.post(message(id)) {
            self.0.waiting.borrow_mut().remove(&id);
        }
        async move { told.await.unwrap_or(Err(NoReply::Gone)) }
    }
}

impl EngineInner {
    fn hear(&self, data: &JsValue) {
        let Some((id, said, beside)) = message::read(data) else { return };
        let result = match said {
            FromProgram::Progress(progress) => {
                if let Some(PendingRequest { progress: Some(tell), .. }) = self.waiting.borrow().get(&id) {
                    tell(progress);
                }
                return;
            }
            FromProgram::Base => {
                // It is given once; who asks again meanwhile finds it here.
                if let Some(bytes) = message::file(beside) {
                    self.base.replace(Some(bytes));
                }
                Ok(Vec::new())
            }
            FromProgram::Fetched(when) => return self.fetched.set(Some(when)),
            FromProgram::Reply => Ok(message::bytes(beside)),
            FromProgram::Failed(why) => {
                if why == "request" {
                    alarm::note("a question was not understood by the program it was asked of");
                }
                Err(NoReply::Fetch(why))
            }
            // Only `make bench` has something counted.
            FromProgram::Counted => return,
        };
        let waiting = self.waiting.borrow_mut().remove(&id);
        if let Some(PendingRequest { tell, .. }) = waiting {
            // Whoever asked may have gone to another page.
            let _ = tell.send(result);
        }
    }
}
