//! Opening files and answering.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use ombud::exchange::desk::SheetService;
use ombud::exchange::request::{SheetReply, SheetRequest};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::host::{Host, get, serve};

/// Answers every message that comes to the worker.
pub(crate) fn listen() {
    let desk = Rc::new(RefCell::new(SheetService::new(ombud::text::exchange::legend)));
    serve(&js_sys::global(), move |host, message| {
        let desk = Rc::clone(&desk);
        async move { answer(&host, &desk, &message).await }
    });
}

async fn answer(host: &Host, desk: &Rc<RefCell<SheetService>>, message: &JsValue) {
    let id = get(message, "id");
    let mut progress = |part: f64| host.send(&id, "progress", &part.into());
    let open = get(message, "open");
    if open.is_object() {
        let name = get(&open, "name").as_string().unwrap_or_default();
        match bytes_of(&open).await {
            Some(bytes) => {
                let reply = desk.borrow_mut().open(&name, &bytes, &mut progress);
                reply_with(host, &id, &reply);
            }
            None => host.send(&id, "failed", &"file".into()),
        }
        return;
    }
    let bytes = get(message, "request").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
    match postcard::from_bytes::<SheetRequest>(&bytes) {
        Ok(request) => {
            let reply = desk.borrow_mut().handle(request, &mut progress);
            reply_with(host, &id, &reply);
        }
        Err(_) => host.send(&id, "failed", &"request".into()),
    }
}

/// The bytes handed over, or those of a file.
async fn bytes_of(open: &JsValue) -> Option<Vec<u8>> {
    if let Ok(buffer) = get(open, "buffer").dyn_into::<ArrayBuffer>() {
        return Some(Uint8Array::new(&buffer).to_vec());
    }
    let blob = get(open, "blob").dyn_into::<web_sys::Blob>().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn reply_with(host: &Host, id: &JsValue, reply: &SheetReply) {
    let bytes = postcard::to_allocvec(reply).unwrap_or_default();
    host.send(id, "reply", &Uint8Array::from(&*bytes));
}
