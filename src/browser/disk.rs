//! Files on the reader's disk that can be written to, where the browser lets a page do that. The reader picks each, and
//! the browser asks them before it is written.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::file::BrowserFile;
use crate::draft::autosave::notice::NoFile;

/// A file that the reader has picked.
#[derive(Debug, Clone)]
pub struct DiskFile {
    handle: JsValue,
}

/// Whether the browser picks files that can be written to.
pub fn can_pick() -> bool {
    function(&super::window(), "showOpenFilePicker").is_some()
}

/// Whether the browser lets the reader say where to save.
pub fn can_save() -> bool {
    function(&super::window(), "showSaveFilePicker").is_some()
}

/// Has the reader pick a file to open.
pub async fn pick() -> Result<(BrowserFile, DiskFile), NoFile> {
    let handles = call(&super::window(), "showOpenFilePicker", &options(None)).await?;
    let file = DiskFile { handle: Array::from(&handles).get(0) };
    Ok((file.read().await?, file))
}

/// Has the reader say where to save.
pub async fn pick_new(name: &str) -> Result<DiskFile, NoFile> {
    let handle = call(&super::window(), "showSaveFilePicker", &options(Some(name))).await?;
    Ok(DiskFile { handle })
}

impl DiskFile {
    /// The name of the file.
    pub fn name(&self) -> String {
        get(&self.handle, "name").as_string().unwrap_or_default()
    }

    /// The file as it is now.
    pub async fn read(&self) -> Result<BrowserFile, NoFile> {
        let file = call(&self.handle, "getFile", &JsValue::UNDEFINED).await?.dyn_into::<File>();
        file.map(BrowserFile::new).map_err(|_| NoFile::Failed)
    }

    /// Asks the reader whether the file may be written; must follow a click of theirs.
    pub async fn ask(&self) -> Result<(), NoFile> {
        let mode = object("mode", &"readwrite".into());
        if function(&self.handle, "requestPermission").is_none() {
            return Ok(());
        }
        let answer = call(&self.handle, "requestPermission", &mode).await?;
        if answer == "granted" { Ok(()) } else { Err(NoFile::Refused) }
    }

    /// Writes a text in place of what the file holds. It is written beside the file and takes its place when it is
    /// whole; where anything fails the file is as it was.
    pub async fn write(&self, text: &str) -> Result<(), NoFile> {
        write(&self.handle, &text.into()).await
    }
}

/// Writes some content in place of what a file holds.
pub(super) async fn write(handle: &JsValue, content: &JsValue) -> Result<(), NoFile> {
    let stream = call(handle, "createWritable", &JsValue::UNDEFINED).await?;
    let written = match call(&stream, "write", content).await {
        Ok(_) => call(&stream, "close", &JsValue::UNDEFINED).await,
        Err(why) => Err(why),
    };
    if written.is_err() {
        let _ = call(&stream, "abort", &JsValue::UNDEFINED).await;
    }
    written.map(drop)
}

fn options(name: Option<&str>) -> JsValue {
    let accept = object("application/json", &Array::of1(&".json".into()));
    if name.is_none() {
        let _ = Reflect::set(&accept, &"application/octet-stream".into(), &Array::of1(&".sealed".into()));
    }
    let options = object("types", &Array::of1(&object("accept", &accept)));
    if let Some(name) = name {
        let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    }
    options
}

pub(super) fn object(key: &str, value: &JsValue) -> JsValue {
    let made = Object::new();
    let _ = Reflect::set(&made, &key.into(), value);
    made.into()
}

pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn function(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name).dyn_into().ok()
}

pub(super) async fn call(object: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, NoFile> {
    let arguments = if argument.is_undefined() { Array::new() } else { Array::of1(argument) };
    let why = |error: JsValue| match get(&error, "name").as_string().as_deref() {
        Some("AbortError") => NoFile::Stopped,
        Some("NotAllowedError" | "SecurityError") => NoFile::Refused,
        _ => NoFile::Failed,
    };
    ask(object, name, &arguments).await.map_err(why)
}

/// Calls a method, and waits for what it promises; else the error.
pub(super) async fn ask(object: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let function = function(object, name).ok_or(JsValue::UNDEFINED)?;
    match function.apply(object, arguments)?.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(value) => Ok(value),
    }
}
