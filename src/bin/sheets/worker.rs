//! Opening files and answering.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use ombud::draft::ChangeKind;
use ombud::engine::message::{FromProgram, LoadStage, Progress, ToProgram};
use ombud::engine::request::{AskedChange, held};
use ombud::exchange::Directory;
use ombud::exchange::desk::SheetService;
use ombud::exchange::request::{SheetReply, SheetRequest};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::host::{Host, bytes, serve};

/// Answers every message that comes to the worker.
pub(crate) fn listen() {
    let desk = Rc::new(RefCell::new(SheetService::new(ombud::text::exchange::legend)));
    serve(&js_sys::global(), move |host, said, beside| {
        let desk = Rc::clone(&desk);
        async move { answer(&host, &desk, said, beside).await }
    });
}

async fn answer(host: &Host, desk: &Rc<RefCell<SheetService>>, said: ToProgram, beside: JsValue) {
    let mut progress = |done: f64| {
        host.say(&FromProgram::Progress(Progress { stage: LoadStage::Read, done, total: 1.0 }));
    };
    let reply = match said {
        ToProgram::Open { name, .. } => {
            let Some(bytes) = handed_over(beside).await else {
                return host.say(&FromProgram::Failed("file".into()));
            };
            Some(desk.borrow_mut().open(&name, &bytes, &mut progress))
        }
        ToProgram::Answer => {
            let request = postcard::from_bytes::<SheetRequest>(&bytes(beside)).ok();
            request.map(|request| desk.borrow_mut().handle(request, &mut progress))
        }
        ToProgram::Know => {
            let known = held::<Directory>(&bytes(beside)).map(Box::new);
            known.map(|known| desk.borrow_mut().handle(SheetRequest::Know(known), &mut progress))
        }
        ToProgram::Base | ToProgram::Count(_) => None,
    };
    host.reply(&reply.and_then(|reply| written(&reply)).unwrap_or_default());
}

/// The bytes of an answer. What an import does is answered as the change to ask the engine for: the page hands it over
/// and need not look into it, which for a city's people would take it longer than a frame.
fn written(reply: &SheetReply) -> Option<Vec<u8>> {
    match reply {
        SheetReply::Patches { file, patches } => {
            let name = ChangeKind::Import { file: file.clone() };
            Some(AskedChange::of_patches(&name, patches).bytes().to_vec())
        }
        reply => postcard::to_allocvec(reply).ok(),
    }
}

/// The bytes handed over, or those of a file.
async fn handed_over(beside: JsValue) -> Option<Vec<u8>> {
    let buffer = match beside.dyn_into::<Blob>() {
        Ok(blob) => JsFuture::from(blob.array_buffer()).await.ok()?,
        Err(beside) => JsValue::from(beside.dyn_into::<ArrayBuffer>().ok()?),
    };
    Some(Uint8Array::new(&buffer).to_vec())
}
