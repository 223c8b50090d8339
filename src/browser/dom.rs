//! The document as a whole: its title, language and theme, and where the focus is.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, FocusOptions, FormData, HtmlDialogElement, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlSelectElement, KeyboardEvent,
};

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

/// Moves the focus to the first element that fits a selector, and scrolls to it.
pub fn show(selector: &str) {
    if let (true, Ok(Some(found))) = (focus(selector), document().query_selector(selector)) {
        found.scroll_into_view();
    }
}

/// Moves the focus to the element with an id, else to the heading, where the focus has been lost with its element. An
/// empty id moves nothing.
pub fn focus_again(id: &str) {
    let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    if !id.is_empty() && lost && !focus(&format!("#{id}")) {
        focus("h1");
    }
}

/// Puts away what a button has brought out over the page, by its id.
pub fn put_away(id: &str) {
    if let Some(panel) = document().get_element_by_id(id) {
        // What is no such thing for a moment is not shown any longer.
        let _ = panel.remove_attribute("popover");
        let _ = panel.set_attribute("popover", "auto");
    }
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

/// Puts a text on the clipboard; whether the browser has done it.
pub async fn copy(text: &str) -> bool {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    let asked = write.and_then(|write| write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok());
    match asked {
        Some(asked) => JsFuture::from(asked).await.is_ok(),
        None => false,
    }
}

/// Scrolls a list so that one of its elements is in sight, and nothing around it. Both are named by id.
pub fn keep_in_sight(list: &str, element: &str) {
    let find = |id: &str| document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok();
    let (Some(list), Some(element)) = (find(list), find(element)) else { return };
    let (top, bottom) = (element.offset_top(), element.offset_top() + element.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
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

/// Whether the `details` that an event came from is open.
pub fn is_open(event: &Event) -> bool {
    let target = event.target();
    target.as_ref().and_then(|target| target.dyn_ref::<HtmlElement>()).is_some_and(|it| it.has_attribute("open"))
}

/// Opens a dialogue over the page; the browser keeps the focus inside it until it is closed.
pub fn show_modal(dialog: &HtmlDialogElement) {
    // One that is open already stays so.
    let _ = dialog.show_modal();
}

/// The fields of the form that an event came from, in their order: name and value. A field that is not ticked is not
/// among them.
pub fn form_values(event: &Event) -> Vec<(String, String)> {
    let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    form.map(|form| values_in(&form)).unwrap_or_default()
}

/// The fields of a form, likewise.
pub fn values_in(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else { return Vec::new() };
    let pair = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    data.entries().into_iter().filter_map(|entry| pair(entry.ok()?)).collect()
}

/// Whether an event came from a button.
pub fn is_button(event: &Event) -> bool {
    event
        .target()
        .is_some_and(|target| target.dyn_ref::<HtmlElement>().is_some_and(|element| element.tag_name() == "BUTTON"))
}

/// Whether an event came from the element that hears it, not from one inside.
pub fn is_self(event: &Event) -> bool {
    event.target() == event.current_target()
}

/// Scrolls as little as it takes to see the first element that fits a selector.
pub fn bring_into_view(selector: &str) {
    let Ok(Some(found)) = document().query_selector(selector) else { return };
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"block".into(), &"nearest".into());
    let scroll = Reflect::get(&found, &"scrollIntoView".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    let _ = scroll.map(|scroll| scroll.call1(&found, &options));
}

/// Calls `wanted` on what opens a search everywhere: Ctrl or ⌘ with K, and `/` alone outside fields, of which it is told.
/// Where it answers that it heard, the browser does nothing of its own.
pub fn on_search_key(wanted: impl Fn(bool) -> bool + 'static) {
    super::listen(&document(), "keydown", move |event: KeyboardEvent| {
        let field = || {
            document().active_element().is_some_and(|at| at.matches("input, textarea, select").unwrap_or(false))
                || document().query_selector("dialog[open]").ok().flatten().is_some()
        };
        let control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let slash = !control && event.key() == "/" && !field();
        let both = control && !event.shift_key() && matches!(&*event.key(), "k" | "K");
        if (slash || both) && wanted(slash) {
            event.prevent_default();
        }
    });
}

/// Calls `pressed` with the key of every shortcut: a letter with Ctrl or ⌘, and whether Shift was held. Where it
/// answers that the shortcut is its own, the browser's is not done. Fields keep their own shortcuts.
pub fn on_shortcut(pressed: impl Fn(&str, bool) -> bool + 'static) {
    super::listen(&document(), "keydown", move |event: KeyboardEvent| {
        let field =
            document().active_element().is_some_and(|at| at.matches("input, textarea, select").unwrap_or(false));
        if (event.ctrl_key() || event.meta_key())
            && !event.alt_key()
            && !field
            && pressed(&event.key(), event.shift_key())
        {
            event.prevent_default();
        }
    });
}
