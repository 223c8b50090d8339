//! The page around this one, where it is embedded: what that says, and what it is told.

use js_sys::{Array, ArrayBuffer, JSON, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlElement, MessageEvent, Window};

use super::file::BrowserFile;
use super::frames::EventListener;
use super::{document, listen, window};
use crate::exchange::host::{HostField, MOST_DATA, MOST_TEXT, VERSION};

/// Something the page around this one has said.
pub struct HostEvent {
    /// The site that says it.
    pub origin: String,
    data: JsValue,
}

impl HostEvent {
    /// A field of it. Of what may be long only the length is looked at.
    pub fn field(&self, name: &str) -> HostField {
        let value = get(&self.data, name);
        if value.is_undefined() || value.is_null() {
            return HostField::Absent;
        }
        if let Some(number) = value.as_f64() {
            return HostField::Number(number);
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            let length = text.length();
            return if length > MOST_TEXT { HostField::Long(length.into()) } else { HostField::Text(text.into()) };
        }
        if let Some(bytes) = value.dyn_ref::<ArrayBuffer>() {
            return HostField::Long(bytes.byte_length().into());
        }
        if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
            return HostField::Long(bytes.byte_length().into());
        }
        match value.dyn_ref::<Blob>() {
            Some(blob) => HostField::Long(blob.size()),
            None if name == FILE && value.is_object() && !Array::is_array(&value) => HostField::Long(0.0),
            None => HostField::Other,
        }
    }

    /// The file that it hands over: a text, bytes, or an object that is written as one. None where that is too long.
    pub fn file(&self) -> Option<BrowserFile> {
        let value = get(&self.data, FILE);
        let blob = if let Some(blob) = value.dyn_ref::<Blob>() {
            blob.clone()
        } else if value.is_instance_of::<ArrayBuffer>() || value.is_instance_of::<Uint8Array>() {
            Blob::new_with_u8_array_sequence(&Array::of1(&value)).ok()?
        } else if value.is_string() {
            Blob::new_with_str_sequence(&Array::of1(&value)).ok()?
        } else {
            Blob::new_with_str_sequence(&Array::of1(&JSON::stringify(&value).ok()?.into())).ok()?
        };
        (blob.size() <= MOST_DATA).then(|| BrowserFile::new(blob))
    }
}

/// What a field of a message holds.
#[derive(Debug, Clone, Copy)]
pub enum MessageField<'t> {
    /// A text of the message.
    Text(&'t str),
    /// A number of the message.
    Number(f64),
    /// What a text of JSON says.
    Json(&'t str),
}

impl MessageField<'_> {
    fn value(self) -> JsValue {
        match self {
            Self::Text(text) => text.into(),
            Self::Number(number) => number.into(),
            Self::Json(json) => JSON::parse(json).unwrap_or_else(|_| json.into()),
        }
    }
}

/// The field that holds a file.
const FILE: &str = "organisation";

/// What stands in place of an origin that is not told.
const HIDDEN: &str = "null";

/// Whether the page is in a frame of another.
pub fn is_there() -> bool {
    around(&window()).is_some()
}

/// Hears what the page around this one says, for as long as this one lives. What other windows say is passed over.
pub fn on_message(heard: impl Fn(HostEvent) + 'static) {
    let Some(parent) = around(&window()) else { return };
    listen(&window(), "message", move |event: MessageEvent| {
        if event.source().is_some_and(|source| source == *parent.as_ref()) {
            heard(HostEvent { origin: event.origin(), data: event.data() });
        }
    });
}

/// Hears of messages of the page around this one that the browser cannot unpack: the site they come from.
pub fn on_unreadable_message(heard: impl Fn(String) + 'static) {
    let Some(parent) = around(&window()) else { return };
    listen(&window(), "messageerror", move |event: MessageEvent| {
        if event.source().is_some_and(|source| source == *parent.as_ref()) {
            heard(event.origin());
        }
    });
}

/// The site of the page around this one, where the browser says. Some do not where that page forbids referrers.
pub fn origin() -> Option<String> {
    let ancestors = get(&window().location().into(), "ancestorOrigins");
    get(&ancestors, "0").as_string().filter(|origin| origin != HIDDEN)
}

/// Tells the page around this one something, if it is of this site.
pub fn tell(origin: &str, kind: &str, id: Option<&str>, fields: &[(&str, MessageField<'_>)]) {
    let Some(parent) = around(&window()) else { return };
    let message = Object::new();
    let head = [("ombud", MessageField::Number(VERSION)), ("type", MessageField::Text(kind))];
    let id = id.map(|id| ("id", MessageField::Text(id)));
    for (name, told) in head.iter().chain(&id).chain(fields) {
        let _ = Reflect::set(&message, &(*name).into(), &told.value());
    }
    let _ = parent.post_message(&message, origin);
}

/// Calls with the height of the page, now and whenever it changes, until what is given back is dropped.
pub fn on_height(changed: impl Fn(f64) + 'static) -> Option<EventListener> {
    let body = document().body()?;
    let measured = body.clone();
    EventListener::size(&body, move || changed(measured.get_bounding_client_rect().height().ceil()))
}

/// Says of the whole document which view it is.
pub fn mark(view: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-embed", view);
    }
}

/// Sets a custom property of the whole document.
pub fn set_property(name: &str, value: &str) {
    let root = document().document_element();
    if let Some(root) = root.as_ref().and_then(|root| root.dyn_ref::<HtmlElement>()) {
        let _ = root.style().set_property(name, value);
    }
}

/// Whether this page stands in a frame of another site, be it one around others.
pub fn is_in_strangers_frame() -> bool {
    // Of a window of another site not even the address can be read.
    std::iter::successors(around(&window()), around).any(|around| around.location().href().is_err())
}

/// The window around one; none where that is not in a frame.
fn around(inner: &Window) -> Option<Window> {
    inner.parent().ok().flatten().filter(|parent| parent != inner)
}

fn get(of: &JsValue, name: &str) -> JsValue {
    if of.is_object() { Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED) } else { JsValue::UNDEFINED }
}
