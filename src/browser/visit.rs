//! Coming to the page and leaving it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BeforeUnloadEvent, Blob, Event, Response, VisibilityState};

use super::{document, listen, portable, window};

/// Calls `left` when the page is put out of sight or goes away: perhaps the last that it can do.
pub fn on_leaving(left: impl Fn() + Clone + 'static) {
    let hidden = left.clone();
    listen(&document(), "visibilitychange", move |_: Event| {
        if document().visibility_state() == VisibilityState::Hidden {
            hidden();
        }
    });
    listen(&window(), "pagehide", move |_: Event| left());
}

/// Calls `went` when the page goes away.
pub fn on_hiding(went: impl Fn() + 'static) {
    listen(&window(), "pagehide", move |_: Event| went());
}

/// Calls `came` when the reader comes back to the page.
pub fn on_return(came: impl Fn() + Clone + 'static) {
    let focused = came.clone();
    listen(&document(), "visibilitychange", move |_: Event| {
        if document().visibility_state() == VisibilityState::Visible {
            came();
        }
    });
    listen(&window(), "focus", move |_: Event| focused());
}

/// Has the browser ask the reader before they leave, whenever `asks` says so at that moment.
pub fn ask_before_leaving(asks: impl Fn() -> bool + 'static) {
    listen(&window(), "beforeunload", move |event: Event| {
        if asks() {
            event.prevent_default();
            // Older browsers ask for this only.
            let event: BeforeUnloadEvent = wasm_bindgen::JsCast::unchecked_into(event);
            event.set_return_value("?");
        }
    });
}

/// What a server says of a file without sending it: what marks this version of it, empty where nothing does.
pub async fn version(url: &str) -> Option<String> {
    let head = fetch(url, "HEAD").await?;
    let header = |name| head.headers().get(name).ok().flatten();
    header("etag").or_else(|| header("last-modified")).or(Some(String::new()))
}

/// The file at an address as it is now.
pub async fn file(url: &str) -> Option<Blob> {
    let blob = fetch(url, "GET").await?.blob().ok()?;
    JsFuture::from(blob).await.ok().map(wasm_bindgen::JsCast::unchecked_into)
}

async fn fetch(url: &str, method: &str) -> Option<Response> {
    if portable::is_copy() {
        return None;
    }
    let options = web_sys::RequestInit::new();
    options.set_method(method);
    options.set_cache(web_sys::RequestCache::NoCache);
    let asked: Result<JsValue, _> = JsFuture::from(window().fetch_with_str_and_init(url, &options)).await;
    let response: Response = wasm_bindgen::JsCast::unchecked_into(asked.ok()?);
    response.ok().then_some(response)
}
