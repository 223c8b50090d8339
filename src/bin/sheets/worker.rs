//! Listening, opening files, answering.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use ombud::exchange::desk::Desk;
use ombud::exchange::request::{Reply, Request};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageEvent;

#[wasm_bindgen]
extern "C" {
    /// The other end: the worker's own scope.
    #[derive(Clone)]
    type Host;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post(this: &Host, message: &JsValue) -> Result<(), JsValue>;
}

thread_local! {
    /// The answer under way, or the last one given.
    static QUEUE: RefCell<Promise> = RefCell::new(Promise::resolve(&JsValue::UNDEFINED));
}

/// Answers every message that comes to the worker, one after the other.
pub(crate) fn listen() {
    let scope: JsValue = js_sys::global().into();
    let host: Host = scope.clone().unchecked_into();
    let desk = Rc::new(RefCell::new(Desk::new(ombud::text::exchange::legend)));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (host, desk, message) = (host.clone(), Rc::clone(&desk), event.data());
        let waiting = QUEUE.with(|queue| queue.replace(Promise::resolve(&JsValue::UNDEFINED)));
        let done = wasm_bindgen_futures::future_to_promise(async move {
            let _ = JsFuture::from(waiting).await;
            answer(&host, &desk, &message).await;
            Ok(JsValue::UNDEFINED)
        });
        let _ = QUEUE.with(|queue| queue.replace(done));
    });
    let target: &web_sys::EventTarget = scope.unchecked_ref();
    let _ = target.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref());
    // It listens for as long as the worker lives.
    on_message.forget();
}

async fn answer(host: &Host, desk: &Rc<RefCell<Desk>>, message: &JsValue) {
    let id = get(message, "id");
    let mut progress = |part: f64| send(host, &id, "progress", &part.into());
    let open = get(message, "open");
    if open.is_object() {
        let name = get(&open, "name").as_string().unwrap_or_default();
        match bytes_of(&open).await {
            Some(bytes) => {
                let reply = desk.borrow_mut().open(&name, &bytes, &mut progress);
                reply_with(host, &id, &reply);
            }
            None => send(host, &id, "failed", &"file".into()),
        }
        return;
    }
    let bytes = get(message, "request").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
    match postcard::from_bytes::<Request>(&bytes) {
        Ok(request) => {
            let reply = desk.borrow_mut().handle(request, &mut progress);
            reply_with(host, &id, &reply);
        }
        Err(_) => send(host, &id, "failed", &"request".into()),
    }
}

/// The bytes handed over, or those of a file.
async fn bytes_of(open: &JsValue) -> Option<Vec<u8>> {
    if let Ok(buffer) = get(open, "buffer").dyn_into::<ArrayBuffer>() {
        return Some(Uint8Array::new(&buffer).to_vec());
    }
    let blob = get(open, "blob").dyn_into::<web_sys::Blob>().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn reply_with(host: &Host, id: &JsValue, reply: &Reply) {
    let bytes = postcard::to_allocvec(reply).unwrap_or_default();
    send(host, id, "reply", &Uint8Array::from(&*bytes));
}

fn send(host: &Host, id: &JsValue, key: &str, value: &JsValue) {
    let message = Object::new();
    let _ = Reflect::set(&message, &"id".into(), id);
    let _ = Reflect::set(&message, &key.into(), value);
    let _ = host.post(&message);
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}
