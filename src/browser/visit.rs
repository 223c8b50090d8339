//! Coming to the page and leaving it.

use gloo_net::http::{Request, Response};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Event, RequestCache, RequestInit, VisibilityState};

use super::file::BrowserFile;
use super::{boot, document, listen, location, window};
use crate::exchange::host::allows_any_frame;

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
            let event: BeforeUnloadEvent = event.unchecked_into();
            event.set_return_value("?");
        }
    });
}

/// What a server says of a file without sending it: what marks this version of it, empty where nothing does.
pub async fn version(url: &str) -> Option<String> {
    let head = fetch(url, "HEAD").await?;
    let header = |name| head.headers().get(name);
    header("etag").or_else(|| header("last-modified")).or(Some(String::new()))
}

/// Whether any site may show the page in a frame, as the headers say that the server sends with it. Not told of a page that
/// comes without a server, or whose server does not answer.
pub async fn frames_anyone() -> bool {
    // Such an address is one that a page on a server has.
    let Some(page) = location::beside_page("./") else { return false };
    let Some(head) = fetch(&page, "HEAD").await else { return false };
    let header = |name| head.headers().get(name).unwrap_or_default();
    allows_any_frame(&header("content-security-policy"), &header("x-frame-options"))
}

/// The file at an address as it is now.
pub async fn file(url: &str) -> Option<BrowserFile> {
    BrowserFile::of_bytes(&fetch(url, "GET").await?.binary().await.ok()?)
}

async fn fetch(url: &str, method: &str) -> Option<Response> {
    if boot::is_copy() {
        return None;
    }
    let options = RequestInit::new();
    options.set_method(method);
    options.set_cache(RequestCache::NoCache);
    // Not by gloo-net's own builder: it ends an address that has a query with a sign more, which makes it another.
    let request = web_sys::Request::new_with_str_and_init(url, &options).ok()?;
    let response = Request::from(request).send().await.ok()?;
    response.ok().then_some(response)
}
