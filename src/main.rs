//! The page: mounts Leptos on the shell that `index.html` has already painted.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    use ombud::browser::{alarm, dom};

    alarm::install();
    leptos::mount::mount_to(dom::take_over(), ombud::page::App).forget();
}

/// The page exists only in a browser; natively there is nothing to mount.
#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
fn main() {}
