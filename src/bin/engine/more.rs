//! What is not asked for the first view: the code for pages that show what the file says lies in a file of its own,
//! `engine-pages.wasm`, that for all else in `engine-more.wasm`, and what both need in `engine-shared.wasm`. Each is
//! fetched when the first request for it comes. `scripts/program.mjs` cuts them out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use ombud::engine::request::PageRequest;
use ombud::engine::{Engine, Request};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Milliseconds before the file is asked for again.
const AGAIN: u32 = 3000;

/// Milliseconds after the first page has been answered before the rest of the code is fetched: whoever changes something
/// then need not wait, nor have a network.
const LATER: u32 = 500;

thread_local! {
    /// Whether a page has been answered.
    static IS_SHOWN: Cell<bool> = const { Cell::new(false) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, milliseconds: u32);
}

/// Answers any request, from its bytes to those of the reply; nothing where they are none. While the code cannot be
/// fetched it is tried again: the network may come back, and the file that is open is not lost.
pub(crate) async fn answer(engine: &Rc<RefCell<Engine>>, request: Vec<u8>) -> Vec<u8> {
    loop {
        let is_page = PageRequest::is_one(&request);
        let (engine, request) = (Rc::clone(engine), request.clone());
        let reply =
            if is_page { page(Rc::clone(&engine), request).await } else { handle(Rc::clone(&engine), request).await };
        if is_page && reply.is_ok() && !IS_SHOWN.replace(true) {
            spawn_local(async move {
                wait(LATER).await;
                // No request: only its code is asked for. Where it does not come, the first request for it asks again.
                let _ = handle(engine, Vec::new()).await;
            });
        }
        match reply {
            Ok(reply) => return reply,
            Err(_) => wait(AGAIN).await,
        }
    }
}

async fn wait(milliseconds: u32) {
    drop(JsFuture::from(Promise::new(&mut |done, _| set_timeout(&done, milliseconds))).await);
}

#[allow(clippy::unnecessary_wraps, reason = "the code may not be there; then the macro says so")]
#[wasm_split(pages, fallible)]
fn page(engine: Rc<RefCell<Engine>>, request: Vec<u8>) -> Result<Vec<u8>, SplitLoaderError> {
    Ok(engine.borrow_mut().page(&request))
}

#[allow(clippy::unnecessary_wraps, reason = "the code may not be there; then the macro says so")]
#[wasm_split(more, fallible)]
fn handle(engine: Rc<RefCell<Engine>>, request: Vec<u8>) -> Result<Vec<u8>, SplitLoaderError> {
    let request = postcard::from_bytes::<Request>(&request);
    Ok(request.map_or_else(
        |_| Vec::new(),
        |request| postcard::to_allocvec(&engine.borrow_mut().handle(&request)).unwrap_or_default(),
    ))
}
