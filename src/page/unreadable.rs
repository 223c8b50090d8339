//! What is wrong with a file that could not be read. Few files are such, so the words for every fault are fetched with
//! the first that is.

use leptos::prelude::*;

use super::code::{Coming, Fetched, fetched};
use super::route::Route;
use super::session::{FailureKind, Session};
use crate::engine::request::held;
use crate::text::problem;

fetched!(unreadable, |_| view! { <FileFault /> }.into_any());

/// The place of the fault that kept the last file from being opened.
#[component]
pub(super) fn UnreadableFile() -> impl IntoView {
    let coming: fn() -> Coming = || Box::pin(code());
    view! { <Fetched code=coming route=Route::Overview quiet=true /> }
}

/// The fault, and where in the file it is.
#[component]
fn FileFault() -> impl IntoView {
    let session = Session::current();
    move || {
        let FailureKind::Unreadable(reply) = session.failure()?.kind else { return None };
        held(&reply).map(|fault| problem::line(&fault, session.language()))
    }
}
