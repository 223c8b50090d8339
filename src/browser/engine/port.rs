//! A line to an engine: a worker, or a message channel to the same program loaded beside the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, HtmlScriptElement, MessageChannel, MessageEvent, MessageEventInit, MessagePort, Worker, WorkerOptions,
    WorkerType,
};

use super::super::{boot, document, window};
use super::message::{self, HostRequest};

/// How often the program beside the page is called until it answers, and for how long, in milliseconds and times.
const CALL_EVERY: i32 = 100;
const CALLS: u32 = 600;

/// Whether the program at an address is a module. That of a portable copy is not: a page from a disk may start none.
fn is_module(url: &str) -> bool {
    !url.starts_with("blob:")
}

type OnMessage = Closure<dyn FnMut(MessageEvent)>;

pub(super) enum Port {
    Worker { worker: Worker, _heard: OnMessage, _failed: Closure<dyn FnMut(Event)> },
    Beside(Rc<InPageEngine>),
    None,
}

/// The worker that boot.js has started, once, where it has not failed meanwhile.
fn begun(program: &str) -> Option<Worker> {
    if program != "engine" {
        return None;
    }
    let tag = document().get_element_by_id("boot")?;
    let worker = Reflect::get(&tag, &"worker".into()).ok()?.dyn_into::<Worker>().ok()?;
    Reflect::set(&tag, &"worker".into(), &JsValue::UNDEFINED).ok()?;
    Some(worker)
}

/// Starts a worker: by boot.js, which watches it, else as it is.
fn begin(url: &str) -> Result<Worker, JsValue> {
    let tag = document().get_element_by_id("boot").map(JsValue::from).unwrap_or_default();
    if let Ok(begin) = Reflect::get(&tag, &"begin".into()).and_then(JsCast::dyn_into::<Function>) {
        return begin.call1(&tag, &url.into())?.dyn_into();
    }
    let options = WorkerOptions::new();
    if is_module(url) {
        options.set_type(WorkerType::Module);
    }
    Worker::new_with_options(url, &options)
}

impl Port {
    /// Opens a line to a program that index.html names. `heard` is given the data of each message, `failed` called when the engine stops by itself.
    pub(super) fn open(program: &str, heard: impl Fn(JsValue) + 'static, failed: impl Fn() + 'static) -> Self {
        let Some(url) = boot::told(program) else { return Self::None };
        let heard = OnMessage::new(move |event: MessageEvent| heard(event.data()));
        match begun(program).map_or_else(|| begin(&url), Ok) {
            Ok(worker) => {
                let failed = Closure::new(move |_: Event| failed());
                worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
                worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
                Self::Worker { worker, _heard: heard, _failed: failed }
            }
            Err(_) => InPageEngine::call(&url, heard, Box::new(failed)).map_or(Self::None, Self::Beside),
        }
    }

    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Posts a message; whether it could be.
    pub(super) fn post(&self, message: HostRequest) -> bool {
        match self {
            Self::Worker { worker, .. } => worker.post_message_with_transfer(&message.data, &message.transfer).is_ok(),
            Self::Beside(beside) => beside.post(message),
            Self::None => false,
        }
    }

    pub(super) fn close(&self) {
        match self {
            Self::Worker { worker, .. } => {
                // That it ends is no fault then.
                worker.set_onerror(None);
                worker.terminate();
            }
            Self::Beside(beside) => beside.close(),
            Self::None => {}
        }
    }
}

/// The program beside the page. Nothing tells when it has started to listen, so it is called, each time on a line of
/// its own, until one of them answers.
pub(super) struct InPageEngine {
    heard: OnMessage,
    line: RefCell<Option<MessagePort>>,
    early: RefCell<Vec<HostRequest>>,
    calls: Cell<u32>,
    failed: Box<dyn Fn()>,
}

impl InPageEngine {
    fn call(url: &str, heard: OnMessage, failed: Box<dyn Fn()>) -> Option<Rc<Self>> {
        let marker = format!("script[data-engine-beside=\"{url}\"]");
        if document().query_selector(&marker).ok().flatten().is_none() {
            let script: HtmlScriptElement = document().create_element("script").ok()?.unchecked_into();
            if is_module(url) {
                script.set_type("module");
            }
            script.set_attribute("data-engine-beside", url).ok()?;
            script.set_src(url);
            document().head()?.append_child(&script).ok()?;
        }
        let (line, early, calls) = (RefCell::default(), RefCell::default(), Cell::new(0));
        let beside = Rc::new(Self { heard, line, early, calls, failed });
        beside.call_again();
        Some(beside)
    }

    fn call_again(self: &Rc<Self>) {
        if self.line.borrow().is_some() || self.calls.get() > CALLS {
            return;
        }
        self.calls.set(self.calls.get() + 1);
        if self.calls.get() > CALLS {
            return (self.failed)();
        }
        // A call that cannot be made is followed by the next.
        let _ = self.call_once();
        let again = self.clone();
        let again = Closure::once_into_js(move || again.call_again());
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(again.unchecked_ref(), CALL_EVERY);
    }

    fn call_once(self: &Rc<Self>) -> Result<(), JsValue> {
        let channel = MessageChannel::new()?;
        let (near, far) = (channel.port1(), channel.port2());
        let (beside, line) = (self.clone(), near.clone());
        let answered = Closure::once_into_js(move |_: MessageEvent| beside.connect(line));
        near.set_onmessage(Some(answered.unchecked_ref()));
        let call = message::base(0);
        near.post_message_with_transferable(&call.data, &call.transfer)?;
        let event = MessageEventInit::new();
        event.set_ports(&Array::of1(&far));
        window().dispatch_event(&*MessageEvent::new_with_event_init_dict("ombud-engine", &event)?)?;
        Ok(())
    }

    /// Takes the line that was answered, and says on it what has been waiting.
    fn connect(&self, line: MessagePort) {
        if self.calls.get() > CALLS || self.line.borrow().is_some() {
            line.close();
            return;
        }
        line.set_onmessage(Some(self.heard.as_ref().unchecked_ref()));
        for message in self.early.take() {
            let _ = line.post_message_with_transferable(&message.data, &message.transfer);
        }
        self.line.replace(Some(line));
    }

    fn post(&self, message: HostRequest) -> bool {
        if let Some(line) = &*self.line.borrow() {
            return line.post_message_with_transferable(&message.data, &message.transfer).is_ok();
        }
        self.early.borrow_mut().push(message);
        true
    }

    fn close(&self) {
        self.calls.set(CALLS + 1);
        if let Some(line) = self.line.take() {
            line.set_onmessage(None);
            line.close();
        }
    }
}
