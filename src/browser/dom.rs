//! The document as a whole: its title, language and theme, and where the focus is.

use wasm_bindgen::JsCast;
use web_sys::{Event, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{document, window};

/// Takes away what `index.html` painted before the program arrived, and gives the element to mount on.
///
/// # Panics
/// Where `index.html` has no `#app`.
pub fn take_over() -> HtmlElement {
    let app = document().get_element_by_id("app").expect("index.html has an element #app");
    app.set_text_content(None);
    app.unchecked_into()
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Says which language the page is in.
pub fn set_language(code: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", code);
    }
}

/// Asks for light or dark, or for what the system has.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// The languages the reader prefers, the first first: `sv-SE`, `en`.
pub fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// Moves the focus to the first element that fits a selector, without scrolling; says whether there was one.
pub fn focus(selector: &str) -> bool {
    let Ok(Some(found)) = document().query_selector(selector) else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    found.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Shows the dialog that fits a selector over the page, or puts it away.
pub fn set_dialog(selector: &str, open: bool) {
    let Ok(Some(found)) = document().query_selector(selector) else { return };
    let Some(dialog) = found.dyn_ref::<HtmlDialogElement>() else { return };
    if open && !dialog.open() {
        // It is in the document and not open: it can be shown.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Opens the print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Reads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// The value of the field that an event came from.
pub fn value_of(event: &Event) -> String {
    let target = event.target();
    let field = target.as_ref();
    let input = field.and_then(|target| target.dyn_ref::<HtmlInputElement>()).map(HtmlInputElement::value);
    let select = || field.and_then(|target| target.dyn_ref::<HtmlSelectElement>()).map(HtmlSelectElement::value);
    input.or_else(select).unwrap_or_default()
}
