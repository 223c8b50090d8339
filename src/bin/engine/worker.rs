//! Listening, opening files, answering.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_net::http::{Request, Response};
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use ombud::engine::Engine;
use ombud::engine::message::{FromProgram, LoadStage, Progress, ToProgram};
use ombud::engine::request::reply;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, RequestCache, RequestInit};

use crate::host::{Host, add_listener, bytes, serve};
use crate::more;

/// Listens to the worker's messages; beside the page, to the port that the page hands over in an event.
pub(crate) fn listen() {
    let global = js_sys::global();
    let in_page = Reflect::has(&global, &"document".into()).unwrap_or(false);
    if in_page {
        let on_port = |event: MessageEvent| serve_engine(&event.ports().get(0));
        add_listener(&global, "ombud-engine", Closure::<dyn FnMut(MessageEvent)>::new(on_port));
    } else {
        serve_engine(&global);
    }
}

/// Answers every message that comes to `source` with an engine of its own.
fn serve_engine(source: &JsValue) {
    let engine = Rc::new(RefCell::new(Engine::default()));
    let opened = Rc::new(RefCell::new(None));
    serve(source, move |host, said, beside| {
        let (engine, opened) = (Rc::clone(&engine), Rc::clone(&opened));
        async move { answer(&host, &engine, &opened, said, beside).await }
    });
}

/// The bytes of the open file as the browser has them, until they have been asked for.
type OpenBytes = RefCell<Option<ArrayBuffer>>;

async fn answer(host: &Host, engine: &Rc<RefCell<Engine>>, opened: &OpenBytes, said: ToProgram, beside: JsValue) {
    match said {
        ToProgram::Open { name, url } => match open_file(host, engine, name, url, beside).await {
            Ok((reply, bytes)) => {
                opened.replace(bytes);
                host.reply(&reply);
            }
            Err(reason) => host.say(&FromProgram::Failed(reason)),
        },
        ToProgram::Count(day) => {
            let mut engine = engine.borrow_mut();
            let count = |day| engine.judge(day, |file, coverage, _| ombud::verdict::counts(file, coverage));
            let counts = ombud::organisation::value::parse_date(&day).and_then(count).unwrap_or_default();
            host.say_with(&FromProgram::Counted, &counts.into());
        }
        ToProgram::Base => {
            let base = opened.take().and_then(|bytes| Blob::new_with_buffer_source_sequence(&Array::of1(&bytes)).ok());
            host.say_with(&FromProgram::Base, &base.map_or(JsValue::UNDEFINED, JsValue::from));
        }
        ToProgram::Answer => {
            let question = bytes(beside);
            hash(engine, &question).await;
            let first = engine.borrow_mut().first(&question);
            let reply = match first {
                Some(reply) => reply,
                None => more::answer(engine, question).await,
            };
            host.reply(&reply);
        }
        // The engine is where this is known from.
        ToProgram::Know => host.reply(&[]),
    }
}

/// Fetches or reads a file, opens it and says what it holds; with its bytes, for the page to keep.
async fn open_file(
    host: &Host,
    engine: &Rc<RefCell<Engine>>,
    name: String,
    url: Option<String>,
    beside: JsValue,
) -> Result<(Vec<u8>, Option<ArrayBuffer>), String> {
    let buffer = match url {
        Some(url) => fetched(host, &url).await?,
        None => handed_over(host, beside).await?,
    };
    let total = f64::from(buffer.byte_length());
    let bytes = Uint8Array::new(&buffer).to_vec();
    progress(host, LoadStage::Read, 0.0, total);
    let mut on_progress = |done: usize| {
        #[allow(clippy::cast_precision_loss, reason = "a progress bar")]
        progress(host, LoadStage::Read, done as f64, total);
    };
    if ombud::travel::is_change_file(&bytes)
        && let Ok(text) = ombud::organisation::decode(bytes.clone())
    {
        return Ok((reply(&ombud::engine::view::ArrivedChanges { text }), None));
    }
    let opened = engine.borrow_mut().open(name, bytes, &mut on_progress);
    if let Err(problem) = opened {
        return Ok((reply(&*problem), None));
    }
    let summary = engine.borrow_mut().summary();
    Ok((summary, Some(buffer)))
}

/// The bytes handed over, or those of a file.
async fn handed_over(host: &Host, beside: JsValue) -> Result<ArrayBuffer, String> {
    match beside.dyn_into::<Blob>() {
        Ok(blob) => {
            progress(host, LoadStage::Fetch, 0.0, blob.size());
            JsFuture::from(blob.array_buffer()).await.map(JsCast::unchecked_into).map_err(|_| "file".into())
        }
        Err(beside) => beside.dyn_into().map_err(|_| "file".into()),
    }
}

/// The bytes at an address on the page's own site.
async fn fetched(host: &Host, url: &str) -> Result<ArrayBuffer, String> {
    let network = |_| String::from("network");
    let response = reply_of(url).await.ok_or("network")?;
    if !response.ok() {
        return Err(response.status().to_string());
    }
    // The worker that keeps the page says so when it gives what was fetched before: public/offline.js.
    if let Some(when) = response.headers().get("ombud-fetched").and_then(|when| when.parse().ok()) {
        host.say(&FromProgram::Fetched(when));
    }
    let length = response.headers().get("content-length").and_then(|length| length.parse().ok());
    progress(host, LoadStage::Fetch, 0.0, length.map_or(0.0, |length: u32| length.into()));
    // gloo-net would copy the bytes into the memory of the program; the page is to have them as the browser has.
    let response = web_sys::Response::from(response);
    let buffer = JsFuture::from(response.array_buffer().map_err(network)?).await.map_err(network)?;
    Ok(buffer.unchecked_into())
}

/// The answer to a request for a file: to the one that was made when the worker started (`public/engine-worker.js`),
/// once, else to one that is made now. None where the server is not reached.
async fn reply_of(url: &str) -> Option<Response> {
    let global = js_sys::global();
    let field = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let asked = field(&global, "ombudAsked");
    if asked.is_object() && field(&asked, "url").as_string().as_deref() == Some(url) {
        Reflect::set(&global, &"ombudAsked".into(), &JsValue::UNDEFINED).ok()?;
        let reply = field(&asked, "reply").dyn_into::<Promise>().ok()?;
        return Some(JsFuture::from(reply).await.ok()?.dyn_into::<web_sys::Response>().ok()?.into());
    }
    // The file may have changed since the browser saw it last, and a stale one must not be taken for the newest.
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    // Not by gloo-net's own builder: it ends an address that has a query with a sign more, which makes it another.
    let request = web_sys::Request::new_with_str_and_init(url, &options).ok()?;
    Request::from(request).send().await.ok()
}

/// Has the browser hash the open file where that is asked for. It offers that in secure contexts only.
async fn hash(engine: &Rc<RefCell<Engine>>, request: &[u8]) {
    let Some(bytes) = engine.borrow().unhashed(request).map(Uint8Array::from) else { return };
    let subtle =
        Reflect::get(&js_sys::global(), &"crypto".into()).and_then(|crypto| Reflect::get(&crypto, &"subtle".into()));
    let Ok(subtle) = subtle.and_then(JsCast::dyn_into::<web_sys::SubtleCrypto>) else { return };
    let Ok(digest) = subtle.digest_with_str_and_buffer_source("SHA-256", &bytes) else { return };
    if let Ok(hash) = JsFuture::from(digest).await {
        let hash = Uint8Array::new(&hash).to_vec();
        engine.borrow_mut().take_sha256(ombud::verdict::hexadecimal(&hash));
    }
}

fn progress(host: &Host, stage: LoadStage, done: f64, total: f64) {
    host.say(&FromProgram::Progress(Progress { stage, done, total }));
}
