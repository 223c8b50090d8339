//! The engine in its worker, or beside the page where workers are not to be had.
//!
//! [`ombud::engine::message`] is what it and its host say to each other. Questions and their answers are postcard bytes of
//! [`ombud::engine`]'s types.

#[cfg(target_arch = "wasm32")]
#[path = "../host.rs"]
mod host;
#[cfg(target_arch = "wasm32")]
mod more;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::listen();
}

/// The worker exists only in a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
