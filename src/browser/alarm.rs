//! The last thing the page says: that it has failed. After a panic nothing of it answers any more, so this is written
//! straight into the document.

use std::panic::PanicHookInfo;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{document, window};

const SAID: [(&str, &str); 2] = [
    (
        "sv",
        "Sidan har stött på ett fel och svarar inte längre. Filen du öppnade är orörd, och dina ändringar som är sparade i webbläsaren kommer tillbaka. Ladda om sidan.",
    ),
    (
        "en",
        "The page has run into an error and stopped responding. The file you opened is untouched. Changes saved in the browser will come back. Reload the page.",
    ),
];

/// Shows a banner should the page's program fail.
pub fn install() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        // There is nobody left to tell should this fail as well.
        let _ = show();
    }));
}

/// Tells of a fault where there is nobody but the console to tell.
pub fn note(fault: &str) {
    web_sys::console::warn_1(&JsValue::from_str(fault));
}

fn show() -> Result<(), JsValue> {
    let banner = element("div", "alarm")?;
    banner.set_attribute("role", "alert")?;
    for (language, text) in SAID {
        let line = element("p", "")?;
        line.set_attribute("lang", language)?;
        line.set_text_content(Some(text));
        banner.append_child(&line)?;
    }
    let again = element("button", "button")?;
    again.set_attribute("type", "button")?;
    again.set_text_content(Some("Ladda om sidan / Reload the page"));
    let reload = Closure::once_into_js(|| {
        let _ = window().location().reload();
    });
    again.add_event_listener_with_callback("click", reload.unchecked_ref())?;
    banner.append_child(&again)?;
    let body = document().body().ok_or(JsValue::NULL)?;
    body.prepend_with_node_1(&banner)
}

fn element(name: &str, class: &str) -> Result<Element, JsValue> {
    let made = document().create_element(name)?;
    made.set_class_name(class);
    Ok(made)
}
