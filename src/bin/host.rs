//! The host as a program in a worker sees it: its messages come in, one at a time, and answers go out. Both programs
//! speak this way.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{EventTarget, MessageEvent};

#[wasm_bindgen]
extern "C" {
    /// The other end: the worker's own scope, or a port of a channel. Both post messages.
    #[derive(Clone)]
    pub(crate) type Host;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post(this: &Host, message: &JsValue) -> Result<(), JsValue>;
}

thread_local! {
    /// The answer under way, or the last one given.
    static QUEUE: RefCell<Promise> = RefCell::new(Promise::resolve(&JsValue::UNDEFINED));
}

impl Host {
    /// Says one thing about the message with this id.
    pub(crate) fn send(&self, id: &JsValue, key: &str, value: &JsValue) {
        let message = Object::new();
        let _ = Reflect::set(&message, &"id".into(), id);
        let _ = Reflect::set(&message, &key.into(), value);
        let _ = self.post(&message);
    }
}

/// Has every message that comes to `source` answered there. One at a time: a request posted behind a file is about
/// that file.
pub(crate) fn serve<F: Future<Output = ()> + 'static>(source: &JsValue, answer: impl Fn(Host, JsValue) -> F + 'static) {
    let host: Host = source.clone().unchecked_into();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answering = answer(host.clone(), event.data());
        let waiting = QUEUE.with(|queue| queue.replace(Promise::resolve(&JsValue::UNDEFINED)));
        let done = future_to_promise(async move {
            let _ = JsFuture::from(waiting).await;
            answering.await;
            Ok(JsValue::UNDEFINED)
        });
        let _ = QUEUE.with(|queue| queue.replace(done));
    });
    add_listener(source, "message", on_message);
    // A port delivers nothing until it is started; a worker's scope has no such method.
    if let Ok(start) = get(source, "start").dyn_into::<Function>() {
        let _ = start.call0(source);
    }
}

/// Listens for as long as the program lives.
pub(crate) fn add_listener(target: &JsValue, event: &str, listener: Closure<dyn FnMut(MessageEvent)>) {
    let target: &EventTarget = target.unchecked_ref();
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// A field of an object; undefined where it has none.
pub(crate) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}
