//! The address: its fragment, which the page's routes live in, and its query, which the page only reads.

use wasm_bindgen::JsValue;
use web_sys::{Event, History, Url};

use super::{document, listen, window};

/// The fragment, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a fragment, as a link to it would.
pub fn go(fragment: &str) {
    // Assigning the fragment cannot fail but where the browser limits how often; then the page stays where it is.
    let _ = window().location().set_hash(fragment);
}

/// Goes to a fragment in place of the step of the history at hand.
pub fn go_instead(fragment: &str) {
    let _ = window().location().replace(fragment);
}

/// Changes the fragment without a step in the history; nobody is told.
pub fn replace(fragment: &str) {
    if let Some(history) = history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

/// Calls `changed` whenever the reader has gone to another fragment.
pub fn on_change(changed: impl Fn() + 'static) {
    listen(&window(), "hashchange", move |_: Event| changed());
}

/// Adds a step to the history that looks like the one at hand: going back leaves the page where it is.
pub fn push_same() {
    if let Some(history) = history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.push_state(&state, "");
    }
}

/// Goes a step back in the history, soon.
pub fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

/// Calls `stepped` whenever another step of the history is arrived at.
pub fn on_step(stepped: impl Fn() + 'static) {
    listen(&window(), "popstate", move |_: Event| stepped());
}

/// The value of a key of the query.
pub fn query(key: &str) -> Option<String> {
    Url::new(&window().location().href().ok()?).ok()?.search_params().get(key)
}

/// The address of the page itself, without query and fragment.
pub fn own() -> String {
    let location = window().location();
    format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default())
}

/// The absolute address of a file beside the page; `None` where it is on another origin or no address at all.
pub fn beside_page(relative: &str) -> Option<String> {
    let base = document().base_uri().ok()??;
    let url = Url::new_with_base(relative, &base).ok()?;
    (url.origin() == Url::new(&base).ok()?.origin()).then(|| url.href())
}

/// The number that was given to this step of the history, where it has one.
pub(super) fn step() -> Option<u32> {
    let number = history()?.state().ok()?.as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "only steps are stored here")]
    let step = number as u32;
    Some(step)
}

/// Gives this step of the history a number.
pub(super) fn set_step(step: u32) {
    if let Some(history) = history() {
        let _ = history.replace_state(&JsValue::from(step), "");
    }
}

/// Leaves it to the page to scroll when the reader goes back.
pub(super) fn scroll_ourselves() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

fn history() -> Option<History> {
    window().history().ok()
}
