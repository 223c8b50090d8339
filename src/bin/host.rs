//! The host as a program in a worker sees it: its messages come in, one at a time, and answers go out. Both programs
//! speak this way.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use ombud::engine::message::{FromProgram, ToProgram, pack, unpack};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{EventTarget, MessageEvent};

#[wasm_bindgen]
extern "C" {
    /// The other end: the worker's own scope, or a port of a channel. Both post messages.
    #[derive(Clone)]
    type Poster;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post(this: &Poster, message: &JsValue) -> Result<(), JsValue>;
}

thread_local! {
    /// The answer under way, or the last one given.
    static QUEUE: RefCell<Promise> = RefCell::new(Promise::resolve(&JsValue::UNDEFINED));
}

/// The host, who waits for the answer to one message.
pub(crate) struct Host {
    poster: Poster,
    number: u32,
}

impl Host {
    /// Says one thing about the message.
    pub(crate) fn say(&self, said: &FromProgram) {
        self.say_with(said, &JsValue::UNDEFINED);
    }

    /// Says one thing about the message, with something large beside it.
    pub(crate) fn say_with(&self, said: &FromProgram, beside: &JsValue) {
        // What is said here can be posted; where the host is gone nobody misses it.
        let _ = self.poster.post(&Array::of2(&Uint8Array::from(&*pack(self.number, said)), beside));
    }

    /// Answers with these bytes, or says that the question is none where there are none.
    pub(crate) fn reply(&self, reply: &[u8]) {
        if reply.is_empty() {
            self.say(&FromProgram::Failed("request".into()));
        } else {
            self.say_with(&FromProgram::Reply, &Uint8Array::from(reply));
        }
    }
}

/// Has every message that comes to `source` answered there, with what came beside it. One at a time: a request posted
/// behind a file is about that file.
pub(crate) fn serve<F: Future<Output = ()> + 'static>(
    source: &JsValue,
    answer: impl Fn(Host, ToProgram, JsValue) -> F + 'static,
) {
    let poster: Poster = source.clone().unchecked_into();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let Some((number, said)) = unpack(&bytes(message.get(0))) else { return };
        let answering = answer(Host { poster: poster.clone(), number }, said, message.get(1));
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
    let start = Reflect::get(source, &"start".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(start) = start {
        let _ = start.call0(source);
    }
}

/// Listens for as long as the program lives.
pub(crate) fn add_listener(target: &JsValue, event: &str, listener: Closure<dyn FnMut(MessageEvent)>) {
    let target: &EventTarget = target.unchecked_ref();
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Bytes that came beside a message; none where something else did.
pub(crate) fn bytes(beside: JsValue) -> Vec<u8> {
    beside.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
}
