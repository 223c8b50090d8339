//! What is seen: one file or folder per page, `parts` that several share, the `shell` around them.
//!
//! A page is a Leptos component that asks the engine through `session::use_answer` and shows the answer. It is made
//! anew when the reader goes to another page, not when they look at another part of the same one: what can change
//! while it is shown comes in as signals. Its first heading has `tabindex="-1"`, so that the focus can go there.
//!
//! To add one: a variant in [`route::Route`], a file here with a `fetched!` that draws it, an arm in `view`. Its code is
//! then fetched when it is first visited; `code` says how.
//!
//! A newcomer may change what a page shows in its own file; what `session` and `shell` hold is shared by all of them.

#![cfg_attr(
    target_arch = "wasm32",
    allow(unreachable_pub, reason = "the component macro makes its props public, whoever may use the component")
)]

pub mod picture;
pub mod plan;
pub mod route;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod about;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod answering;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod changes;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod code;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod contact;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod coordinators;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod coverage;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod data;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod dialogues;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod edit;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod editions;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod embed;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod embedding;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod event;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod finding;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod forecast;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod group;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod import;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod map;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod measures;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod method;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod not_found;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod notices;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod organisation;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod outlook;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod overview;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod parts;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod people;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod person;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod planning;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod proposal;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod report;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod representatives;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod risk;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod risks;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod round;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod rules;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod search;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod security_unit;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod seeker;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod session;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod share;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod sheets;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod shell;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod start;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod training;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod unit;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod unreadable;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod verify;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod view;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod vulnerability;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod ways;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod year;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub use self::shell::App;
