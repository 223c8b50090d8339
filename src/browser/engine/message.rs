//! The messages between page and programs, as the browser carries them: what is said, as bytes, and what comes beside it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::super::file::BrowserFile;
use super::FileSource;
use crate::engine::message::{FromProgram, ToProgram, pack, unpack};

/// A message to a program, and what of it is handed over rather than copied.
pub(super) struct HostRequest {
    pub(super) data: Array,
    pub(super) transfer: Array,
}

impl HostRequest {
    fn new(number: u32, said: &ToProgram, beside: &JsValue) -> Self {
        let data = Array::of2(&Uint8Array::from(&*pack(number, said)), beside);
        Self { data, transfer: Array::new() }
    }
}

/// The bytes beside a message; none where something else is.
pub(super) fn bytes(beside: JsValue) -> Vec<u8> {
    beside.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
}

/// The file beside a message.
pub(super) fn file(beside: JsValue) -> Option<BrowserFile> {
    beside.dyn_into::<Blob>().ok().map(BrowserFile::new)
}

/// Asks a program to open a file, whose bytes come along where they have been read already.
pub(super) fn open(number: u32, source: &FileSource, bytes: Option<JsValue>) -> HostRequest {
    let url = if let FileSource::Url { url, .. } = source { Some(url.clone()) } else { None };
    let file = || source.file().map(|file| JsValue::from(file.blob()));
    let beside = bytes.or_else(file).unwrap_or_default();
    HostRequest::new(number, &ToProgram::Open { name: source.name(), url }, &beside)
}

/// Asks for the bytes of the open file.
pub(super) fn base(number: u32) -> HostRequest {
    HostRequest::new(number, &ToProgram::Base, &JsValue::UNDEFINED)
}

/// Asks a program something.
pub(super) fn request(number: u32, request: &[u8]) -> HostRequest {
    handed_over(number, &ToProgram::Answer, request)
}

/// Tells the program of sheets what the open file holds, by the bytes of the engine's answer.
pub(super) fn know(number: u32, answer: &[u8]) -> HostRequest {
    handed_over(number, &ToProgram::Know, answer)
}

fn handed_over(number: u32, said: &ToProgram, beside: &[u8]) -> HostRequest {
    let bytes = Uint8Array::from(beside);
    HostRequest { transfer: Array::of1(&bytes.buffer()), ..HostRequest::new(number, said, &bytes) }
}

/// The number of the request that a message is about, what it says, and what came beside it.
pub(super) fn read(data: &JsValue) -> Option<(u32, FromProgram, JsValue)> {
    let data: &Array = data.dyn_ref()?;
    let (number, said) = unpack(&bytes(data.get(0)))?;
    Some((number, said, data.get(1)))
}
