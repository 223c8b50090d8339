//! The logs of events, each under an address of its own in the storage of the browser. One that cannot be kept there
//! stays in memory for as long as the page is open.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Event, Storage};

use crate::draft::autosave::stored::Trouble;

/// What the keys of logs begin with.
const PREFIX: &str = "ombud.event.";

thread_local! {
    /// The logs that the browser would not keep.
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// All logs there are: their addresses and texts.
pub fn all() -> Vec<(String, String)> {
    let mut logs = MEMORY.with_borrow(Clone::clone);
    if let Ok(storage) = local() {
        let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
        for address in keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)) {
            if let Some(text) = storage.get_item(&format!("{PREFIX}{address}")).ok().flatten() {
                logs.entry(address).or_insert(text);
            }
        }
    }
    logs.into_iter().collect()
}

/// The log that the browser keeps at an address.
pub fn get(address: &str) -> Option<String> {
    local().ok()?.get_item(&format!("{PREFIX}{address}")).ok().flatten()
}

/// The log at an address that the browser would not keep when it was written: another tab can have written there since.
pub fn unkept(address: &str) -> Option<String> {
    MEMORY.with_borrow(|logs| logs.get(address).cloned())
}

/// Keeps a log; why only in memory, where the browser would not.
pub fn keep(address: &str, text: &str) -> Result<(), Trouble> {
    let kept =
        local().and_then(|storage| storage.set_item(&format!("{PREFIX}{address}"), text).map_err(|_| Trouble::Full));
    match kept {
        Ok(()) => let_go(address),
        Err(_) => hold(address, text),
    }
    kept
}

/// Keeps a log in memory alone: what the browser has at its address is left as it is.
pub fn hold(address: &str, text: &str) {
    MEMORY.with_borrow_mut(|logs| drop(logs.insert(address.to_owned(), text.to_owned())));
}

/// Takes away what was kept of a log in memory.
pub fn let_go(address: &str) {
    MEMORY.with_borrow_mut(|logs| drop(logs.remove(address)));
}

/// Takes a log away.
pub fn remove(address: &str) {
    let_go(address);
    if let Ok(storage) = local() {
        // What cannot be read was not there.
        let _ = storage.remove_item(&format!("{PREFIX}{address}"));
    }
}

/// Calls `changed` when another tab, or another program of the site, has kept or taken away something: with the address of
/// the log where it is one.
pub fn on_change(changed: impl Fn(Option<&str>) + 'static) {
    super::listen(&super::window(), "storage", move |event: Event| {
        let key = Reflect::get(&event, &"key".into()).ok().and_then(|key| key.as_string());
        changed(key.as_deref().and_then(|key| key.strip_prefix(PREFIX)));
    });
}

fn local() -> Result<Storage, Trouble> {
    if super::boot::is_copy() {
        return Err(Trouble::Absent);
    }
    let storage: Result<Option<Storage>, JsValue> = super::window().local_storage();
    storage.ok().flatten().ok_or(Trouble::Absent)
}
