//! The page: mounts Leptos on the shell that `index.html` has already painted.

#[cfg(target_arch = "wasm32")]
fn main() {
    use ombud::browser::{alarm, dom};

    alarm::install();
    leptos::mount::mount_to(dom::take_over(), ombud::page::App).forget();
}

/// The page exists only in a browser; natively there is nothing to mount.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
