//! What is not asked for the first view: the code of each family of requests of pages lies in a file of its own,
//! `engine-units.wasm` and the like, that for all else in `engine-more.wasm`, and what several of these need in
//! `engine-shared_1.wasm` and the like. Each is fetched when the first request for it comes. `scripts/program.mjs` cuts
//! them out.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Function, Promise};
use ombud::engine::request::PageFamily;
use ombud::engine::{Engine, Request};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Milliseconds before the file is asked for again.
const AGAIN: u32 = 3000;

/// Milliseconds after the first page has been answered before the rest of the code is fetched: whoever changes something
/// then need not wait, nor have a network.
const LATER: u32 = 500;

/// The one engine, for whoever answers.
type Shared = Rc<RefCell<Engine>>;

thread_local! {
    /// Whether a page has been answered.
    static IS_SHOWN: Cell<bool> = const { Cell::new(false) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, milliseconds: u32);
}

/// An answer to a request of a page, once its code is there.
type Answering = Pin<Box<dyn Future<Output = Result<Option<Vec<u8>>, SplitLoaderError>>>>;

/// Each family in a part of its own.
macro_rules! asked {
    ($( $family:ident by $answer:ident, )*) => {
        $(
            #[allow(clippy::unnecessary_wraps, reason = "the code may not be there; then the macro says so")]
            #[wasm_split($answer, fallible)]
            fn $answer(engine: Shared, request: Vec<u8>) -> Result<Option<Vec<u8>>, SplitLoaderError> {
                Ok(engine.borrow_mut().$answer(&request))
            }
        )*

        /// The families, in the order in which their code is fetched when nobody waits for it.
        const FAMILIES: &[PageFamily] = &[ $( PageFamily::$family, )* ];

        /// Answers a request of a page; none where it is for the rest of the code.
        fn page(family: PageFamily, engine: Shared, request: Vec<u8>) -> Answering {
            match family {
                $( PageFamily::$family => Box::pin($answer(engine, request)), )*
            }
        }
    };
}

ombud::page_families!(asked);

/// Fetches what changes the file, and then the code of all families. Where it does not come, the first request for it
/// asks again.
async fn fetch(engine: Shared) {
    // No request: only its code is asked for.
    drop(handle(Shared::clone(&engine), Vec::new()).await);
    for family in FAMILIES {
        drop(page(*family, Shared::clone(&engine), Vec::new()).await);
    }
}

/// Answers any request, from its bytes to those of the reply; nothing where they are none. While the code cannot be
/// fetched it is tried again: the network may come back, and the file that is open is not lost.
pub(crate) async fn answer(engine: &Shared, request: Vec<u8>) -> Vec<u8> {
    loop {
        match once(engine, &request).await {
            Ok(reply) => return reply,
            Err(_) => wait(AGAIN).await,
        }
    }
}

async fn once(engine: &Shared, request: &[u8]) -> Result<Vec<u8>, SplitLoaderError> {
    if let Some(family) = PageFamily::of(request) {
        let reply = page(family, Shared::clone(engine), request.to_vec()).await?;
        if !IS_SHOWN.replace(true) {
            let engine = Shared::clone(engine);
            spawn_local(async move {
                wait(LATER).await;
                fetch(engine).await;
            });
        }
        if let Some(reply) = reply {
            return Ok(reply);
        }
    }
    handle(Shared::clone(engine), request.to_vec()).await
}

async fn wait(milliseconds: u32) {
    drop(JsFuture::from(Promise::new(&mut |done, _| set_timeout(&done, milliseconds))).await);
}

#[allow(clippy::unnecessary_wraps, reason = "the code may not be there; then the macro says so")]
#[wasm_split(more, fallible)]
fn handle(engine: Shared, request: Vec<u8>) -> Result<Vec<u8>, SplitLoaderError> {
    let request = postcard::from_bytes::<Request>(&request);
    Ok(request.map_or_else(
        |_| Vec::new(),
        |request| postcard::to_allocvec(&engine.borrow_mut().handle(&request)).unwrap_or_default(),
    ))
}
