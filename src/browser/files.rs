//! Files in and out: picked, dropped, saved. None of them is read here; the engine does that where it runs.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::file::BrowserFile;
use super::{alarm, clock, document, listen};

/// The file picked in an input field. The field is emptied, so that the same file can be picked again.
pub fn picked(event: &Event) -> Option<BrowserFile> {
    all_picked(event).into_iter().next()
}

/// The files picked in an input field, which is emptied, so that the same ones can be picked again.
pub fn all_picked(event: &Event) -> Vec<BrowserFile> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, files)) = input.and_then(|input| input.files().map(|files| (input, files))) else {
        return Vec::new();
    };
    let files = all(&files);
    input.set_value("");
    files
}

fn all(files: &FileList) -> Vec<BrowserFile> {
    (0..files.length()).filter_map(|place| files.get(place)).map(BrowserFile::new).collect()
}

/// Tells when files hang over the page and when some are dropped on it.
pub fn on_drop(hovers: impl Fn(bool) + Clone + 'static, dropped: impl Fn(Vec<BrowserFile>) + 'static) {
    // Entering a child counts as leaving its parent; the file is gone when every element entered has been left.
    let document = document();
    let depth = std::rc::Rc::new(std::cell::Cell::new(0_u32));
    let (over, entered) = (hovers.clone(), depth.clone());
    listen(&document, "dragenter", move |event: DragEvent| {
        if has_file(&event) {
            event.prevent_default();
            entered.set(entered.get() + 1);
            over(true);
        }
    });
    listen(&document, "dragover", move |event: DragEvent| {
        if has_file(&event) {
            event.prevent_default();
        }
    });
    let (out, left) = (hovers.clone(), depth.clone());
    listen(&document, "dragleave", move |event: DragEvent| {
        if has_file(&event) {
            left.set(left.get().saturating_sub(1));
            out(left.get() > 0);
        }
    });
    listen(&document, "drop", move |event: DragEvent| {
        depth.set(0);
        hovers(false);
        if has_file(&event) {
            event.prevent_default();
            if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                dropped(all(&files));
            }
        }
    });
}

/// Begins to drag something of the page itself. Some browsers drag nothing that carries no data.
pub fn begin_drag(event: &DragEvent) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data("text/plain", "");
    }
}

fn has_file(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

/// Milliseconds after which the address of a file that was offered is let go.
const LET_GO: i32 = 60_000;

/// Offers a text to be saved as a file; whether that could be done.
pub fn save(name: &str, media_type: &str, text: &str) -> bool {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let parts = Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &properties).is_ok_and(|blob| offer(name, &blob))
}

/// Offers bytes to be saved as a file; whether that could be done.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &properties).is_ok_and(|blob| offer(name, &blob))
}

/// Offers what is in a blob to be saved as a file; whether that could be done.
pub(super) fn offer(name: &str, blob: &Blob) -> bool {
    let (url, link) = (Url::create_object_url_with_blob(blob), document().create_element("a"));
    let (Ok(url), Ok(link)) = (url, link.map(JsCast::unchecked_into::<HtmlAnchorElement>)) else {
        alarm::note("the file could not be offered to be saved");
        return false;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers read the blob only after the click, or after they have asked where to save it.
    wasm_bindgen_futures::spawn_local(async move {
        clock::wait(LET_GO).await;
        let _ = Url::revoke_object_url(&url);
    });
    true
}
