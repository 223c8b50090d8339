//! The browser: the only code that touches it. Everything here takes and gives plain values, so that the page above
//! reads as if there were no JavaScript.
//!
//! A newcomer may add a file for another ability of browsers, with plain values in its signatures. Nothing outside
//! this room names `web_sys`.

pub mod alarm;
pub mod boot;
pub mod canvas;
pub mod clock;
pub mod config;
pub mod disk;
pub mod dom;
pub mod engine;
pub mod file;
pub mod files;
pub mod folder;
pub mod frames;
pub mod host;
pub mod kept;
pub mod location;
pub mod logs;
pub mod picture;
pub mod portable;
pub mod scroll;
pub mod seal;
pub mod sheet;
pub mod squares;
pub mod storage;
pub mod tabs;
pub mod versions;
pub mod visit;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Event, EventTarget, Window};

/// The window. The page's program runs nowhere else.
///
/// # Panics
/// Where there is no window, as in a worker.
#[expect(clippy::disallowed_methods, reason = "the one place")]
fn window() -> Window {
    web_sys::window().expect("the page runs in a window")
}

/// The document.
///
/// # Panics
/// Where there is no document, as in a worker.
fn document() -> Document {
    window().document().expect("a window has a document")
}

/// Calls `heard` on every event of a kind, for as long as the page lives.
fn listen<E: JsCast + 'static>(target: &EventTarget, kind: &str, heard: impl FnMut(E) + 'static) {
    let mut heard = heard;
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| heard(event.unchecked_into()));
    if target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref()).is_ok() {
        closure.forget();
    }
}
