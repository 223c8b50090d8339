//! Listening, opening files, answering.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_net::http::{Request, Response};
use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use ombud::engine::Engine;
use ombud::engine::request::reply;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, RequestCache, RequestInit};

use crate::host::{Host, add_listener, get, serve};
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
    serve(source, move |host, message| {
        let (engine, opened) = (Rc::clone(&engine), Rc::clone(&opened));
        async move { answer(&host, &engine, &opened, &message).await }
    });
}

/// The bytes of the open file as the browser has them, until they have been asked for.
type OpenBytes = RefCell<Option<ArrayBuffer>>;

async fn answer(host: &Host, engine: &Rc<RefCell<Engine>>, opened: &OpenBytes, message: &JsValue) {
    let id = get(message, "id");
    let open = get(message, "open");
    let day = get(message, "counts").as_string();
    if open.is_object() {
        match open_file(host, &id, engine, &open).await {
            Ok((reply, bytes)) => {
                opened.replace(bytes);
                host.send(&id, "reply", &encode(&reply));
            }
            Err(reason) => host.send(&id, "failed", &reason.into()),
        }
    } else if get(message, "base").is_truthy() {
        let base = opened.take().and_then(|bytes| Blob::new_with_buffer_source_sequence(&Array::of1(&bytes)).ok());
        host.send(&id, "base", &base.map_or(JsValue::NULL, JsValue::from));
    } else if let Some(day) = day.as_deref().and_then(ombud::organisation::value::parse_date) {
        let counts = engine.borrow_mut().judge(day, |file, coverage, _| ombud::verdict::counts(file, coverage));
        host.send(&id, "counts", &counts.unwrap_or_default().into());
    } else {
        let bytes = get(message, "request").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        hash(engine, &bytes).await;
        let first = engine.borrow_mut().first(&bytes);
        let reply = match first {
            Some(reply) => reply,
            None => more::answer(engine, bytes).await,
        };
        if reply.is_empty() {
            host.send(&id, "failed", &"request".into());
        } else {
            host.send(&id, "reply", &encode(&reply));
        }
    }
}

/// Fetches or reads a file, opens it and says what it holds; with its bytes, for the page to keep.
async fn open_file(
    host: &Host,
    id: &JsValue,
    engine: &Rc<RefCell<Engine>>,
    open: &JsValue,
) -> Result<(Vec<u8>, Option<ArrayBuffer>), String> {
    let buffer = bytes_of(host, id, open).await?;
    let total = f64::from(buffer.byte_length());
    let bytes = Uint8Array::new(&buffer).to_vec();
    progress(host, id, "read", 0.0, total);
    let mut on_progress = |done: usize| {
        #[allow(clippy::cast_precision_loss, reason = "a progress bar")]
        progress(host, id, "read", done as f64, total);
    };
    let name = get(open, "name").as_string().unwrap_or_default();
    let opened = engine.borrow_mut().open(name, bytes, &mut on_progress);
    if let Err(problem) = opened {
        return Ok((reply(&*problem), None));
    }
    let summary = engine.borrow_mut().summary();
    Ok((summary, Some(buffer)))
}

/// The bytes handed over, of a file, or from an address on the page's own origin.
async fn bytes_of(host: &Host, id: &JsValue, open: &JsValue) -> Result<ArrayBuffer, String> {
    let unreadable = |_| String::from("file");
    if let Ok(buffer) = get(open, "buffer").dyn_into::<ArrayBuffer>() {
        return Ok(buffer);
    }
    if let Ok(blob) = get(open, "blob").dyn_into::<web_sys::Blob>() {
        progress(host, id, "fetch", 0.0, blob.size());
        return JsFuture::from(blob.array_buffer()).await.map(JsCast::unchecked_into).map_err(unreadable);
    }
    let url = get(open, "url").as_string().ok_or("url")?;
    let network = |_| String::from("network");
    let response = fetched(&url).await.ok_or("network")?;
    if !response.ok() {
        return Err(response.status().to_string());
    }
    // The worker that keeps the page says so when it gives what was fetched before: public/offline.js.
    if let Some(when) = response.headers().get("ombud-fetched") {
        host.send(id, "fetched", &when.into());
    }
    let length = response.headers().get("content-length").and_then(|length| length.parse().ok());
    progress(host, id, "fetch", 0.0, length.map_or(0.0, |length: u32| length.into()));
    // gloo-net would copy the bytes into the memory of the program; the page is to have them as the browser has.
    let response = web_sys::Response::from(response);
    let buffer = JsFuture::from(response.array_buffer().map_err(network)?).await.map_err(network)?;
    Ok(buffer.unchecked_into())
}

/// The answer to a request for a file: to the one that was made when the worker started (`public/engine-worker.js`),
/// once, else to one that is made now. None where the server is not reached.
async fn fetched(url: &str) -> Option<Response> {
    let global = js_sys::global();
    let asked = get(&global, "ombudAsked");
    if asked.is_object() && get(&asked, "url").as_string().as_deref() == Some(url) {
        Reflect::set(&global, &"ombudAsked".into(), &JsValue::UNDEFINED).ok()?;
        let reply = get(&asked, "reply").dyn_into::<Promise>().ok()?;
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
    let subtle = get(&get(&js_sys::global(), "crypto"), "subtle");
    let Ok(subtle) = subtle.dyn_into::<web_sys::SubtleCrypto>() else { return };
    let Ok(digest) = subtle.digest_with_str_and_buffer_source("SHA-256", &bytes) else { return };
    if let Ok(hash) = JsFuture::from(digest).await {
        let hash = Uint8Array::new(&hash).to_vec();
        engine.borrow_mut().take_sha256(ombud::verdict::hexadecimal(&hash));
    }
}

fn progress(host: &Host, id: &JsValue, stage: &str, done: f64, total: f64) {
    let report = Object::new();
    for (key, value) in [("stage", stage.into()), ("done", done.into()), ("total", JsValue::from(total))] {
        let _ = Reflect::set(&report, &key.into(), &value);
    }
    host.send(id, "progress", &report);
}

fn encode(reply: &[u8]) -> JsValue {
    Uint8Array::from(reply).into()
}
