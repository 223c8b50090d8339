//! Newer versions of the page, which `public/versions.js` has the browser fetch: it says when one lies ready, and is told
//! to turn to it.

use web_sys::Event;

use super::{listen, window};

/// Calls when a newer version lies ready.
pub fn on_newer(came: impl Fn() + 'static) {
    listen(&window(), "ombud-version", move |_: Event| came());
}

/// Loads the page anew in the newer version.
pub fn take() {
    if let Ok(event) = Event::new("ombud-take") {
        let _ = window().dispatch_event(&event);
    }
}
