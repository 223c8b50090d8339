//! What is seen: one file or folder per page, `parts` that several share, the `shell` around them.
//!
//! A page is a Leptos component that asks the engine through `session::use_reply` and shows the answer. It is made
//! anew when the reader goes to another page, not when they look at another part of the same one: what can change
//! while it is shown comes in as signals. Its first heading has `tabindex="-1"`, so that the focus can go there.
//!
//! To add one: a variant in [`route::Route`], a file here, an arm in `view`.

#![cfg_attr(
    target_arch = "wasm32",
    allow(unreachable_pub, reason = "the component macro makes its props public, whoever may use the component")
)]

pub mod route;

#[cfg(target_arch = "wasm32")]
mod about;
#[cfg(target_arch = "wasm32")]
mod coverage;
#[cfg(target_arch = "wasm32")]
mod data;
#[cfg(target_arch = "wasm32")]
mod edit;
#[cfg(target_arch = "wasm32")]
mod finding;
#[cfg(target_arch = "wasm32")]
mod not_found;
#[cfg(target_arch = "wasm32")]
mod organisation;
#[cfg(target_arch = "wasm32")]
mod overview;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod risk;
#[cfg(target_arch = "wasm32")]
mod risks;
#[cfg(target_arch = "wasm32")]
pub mod session;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod unit;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use self::shell::App;
