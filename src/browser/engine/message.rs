//! The messages between page and engine, as the browser carries them.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::super::file::BrowserFile;
use super::{FileSource, LoadStage, Progress};

/// A message to the engine, and what of it is handed over rather than copied.
pub(super) struct HostRequest {
    pub(super) data: Object,
    pub(super) transfer: Array,
}

/// What a message from the engine says.
pub(super) enum EngineMessage {
    Progress(Progress),
    Reply(Vec<u8>),
    Base(Option<BrowserFile>),
    Fetched(u64),
    Failed(String),
}

/// Asks the engine to open a file, whose bytes come along where they have been read already.
pub(super) fn open(id: u32, source: &FileSource, bytes: Option<&JsValue>) -> HostRequest {
    let open = Object::new();
    set(&open, "name", &source.name().into());
    match source {
        FileSource::Url { url, .. } => set(&open, "url", &url.into()),
        FileSource::File(file) | FileSource::Disk(file, _) | FileSource::Kept { bytes: file, .. } => {
            set(&open, "blob", file.blob());
        }
    }
    if let Some(bytes) = bytes {
        set(&open, "buffer", bytes);
    }
    let data = numbered(id);
    set(&data, "open", &open);
    HostRequest { data, transfer: Array::new() }
}

/// Asks for the bytes of the open file.
pub(super) fn base(id: u32) -> HostRequest {
    let data = numbered(id);
    set(&data, "base", &JsValue::TRUE);
    HostRequest { data, transfer: Array::new() }
}

/// Asks the engine something, or the program of sheets.
pub(super) fn request(id: u32, request: &[u8]) -> HostRequest {
    let bytes = Uint8Array::from(request);
    let data = numbered(id);
    set(&data, "request", &bytes);
    HostRequest { transfer: Array::of1(&bytes.buffer()), data }
}

/// The number of the request that a message is about, and what it says.
pub(super) fn read(data: &JsValue) -> Option<(u32, EngineMessage)> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the page chose the number")]
    let id = get(data, "id")?.as_f64()? as u32;
    if let Some(reply) = get(data, "reply") {
        return Some((id, EngineMessage::Reply(reply.dyn_into::<Uint8Array>().ok()?.to_vec())));
    }
    if let Some(bytes) = get(data, "base") {
        return Some((id, EngineMessage::Base(bytes.dyn_into::<web_sys::Blob>().ok().map(BrowserFile::new))));
    }
    if let Some(when) = get(data, "fetched") {
        return Some((id, EngineMessage::Fetched(when.as_string()?.parse().ok()?)));
    }
    if let Some(why) = get(data, "failed") {
        return Some((id, EngineMessage::Failed(why.as_string().unwrap_or_default())));
    }
    let progress = get(data, "progress")?;
    // The program of sheets tells only what part is done.
    if let Some(done) = progress.as_f64() {
        return Some((id, EngineMessage::Progress(Progress { stage: LoadStage::Read, done, total: 1.0 })));
    }
    let number = |key| get(&progress, key).and_then(|number| number.as_f64()).unwrap_or(0.0);
    let stage = match get(&progress, "stage")?.as_string()?.as_str() {
        "fetch" => LoadStage::Fetch,
        "read" => LoadStage::Read,
        _ => return None,
    };
    Some((id, EngineMessage::Progress(Progress { stage, done: number("done"), total: number("total") })))
}

fn numbered(id: u32) -> Object {
    let data = Object::new();
    set(&data, "id", &id.into());
    data
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a field of a plain object of our own does not fail.
    let _ = Reflect::set(object, &key.into(), value);
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined())
}
