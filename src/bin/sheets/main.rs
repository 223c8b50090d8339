//! The program of sheets in its worker: reads files of other programs, imports from them, writes them.
//!
//! It is fetched when it is first used. [`ombud::engine::message`] is what it and its host say to each other; requests and
//! replies are postcard bytes of [`ombud::exchange::request`]'s types. Whoever tires of waiting stops the worker and starts
//! another.

#[cfg(target_arch = "wasm32")]
#[path = "../host.rs"]
mod host;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::listen();
}

/// The worker exists only in a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
