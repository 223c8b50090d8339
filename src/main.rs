//! The page: mounts Leptos on the shell that `index.html` has already painted.

#[cfg(target_arch = "wasm32")]
fn main() {}

/// The page exists only in a browser; natively there is nothing to mount.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
