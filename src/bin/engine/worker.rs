//! Listening, opening files, answering.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_net::http::Request;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use ombud::engine::Engine;
use ombud::engine::request::reply;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, RequestCache, RequestInit};

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
    serve(source, move |host, message| {
        let engine = Rc::clone(&engine);
        async move { answer(&host, &engine, &message).await }
    });
}

async fn answer(host: &Host, engine: &Rc<RefCell<Engine>>, message: &JsValue) {
    let id = get(message, "id");
    let open = get(message, "open");
    let day = get(message, "counts").as_string();
    if open.is_object() {
        match open_file(host, &id, engine, &open).await {
            Ok((reply, None)) => host.send(&id, "reply", &encode(&reply)),
            Ok((reply, Some(bytes))) => {
                host.send(&id, "reply", &encode(&reply));
                if let Ok(base) = web_sys::Blob::new_with_buffer_source_sequence(&Array::of1(&bytes)) {
                    host.send(&id, "base", &base);
                }
            }
            Err(reason) => host.send(&id, "failed", &reason.into()),
        }
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
    // The file may have changed since the browser saw it last, and a stale one must not be taken for the newest.
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    // Not by gloo-net's own builder: it ends an address that has a query with a sign more, which makes it another.
    let request = web_sys::Request::new_with_str_and_init(&url, &options).map_err(network)?;
    let response = Request::from(request).send().await.map_err(|_| String::from("network"))?;
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
