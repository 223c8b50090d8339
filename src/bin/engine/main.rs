//! The engine in its worker, or beside the page where workers are not to be had.
//!
//! The host posts `{id, open: {name, url | blob | buffer}}`, `{id, base}`, `{id, request}` or `{id, counts}`; the engine
//! answers with the same `id`: `{progress}` while a file is opened, with `{fetched}` where it was fetched before now, then
//! `{reply}`; `{base}`, the file's bytes as a blob that the page can keep, which is made then and only once; `{counts}` or
//! `{failed}`. Requests and replies are postcard bytes of [`ombud::engine`]'s types.

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
