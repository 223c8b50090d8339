//! What is wrong with a file that could not be read. Few files are such, so the words for every fault are fetched with
//! the first that is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::{CodeState, fetched};
use super::route::Route;
use super::session::{FailureKind, Session};
use crate::engine::request::held;
use crate::text::{problem, shell};

fetched!(unreadable, |_| view! { <FileFault /> }.into_any());

/// The fault that kept the last file from being opened, once there are words for it.
#[component]
pub(super) fn UnreadableFile() -> impl IntoView {
    let session = Session::current();
    let words = RwSignal::new(CodeState::Underway);
    spawn_local(async move {
        // The reader may have put the notice away meanwhile.
        let _ = words.try_set(code().await.map_or(CodeState::Absent, CodeState::Here));
    });
    move || match words.get() {
        CodeState::Underway => ().into_any(),
        CodeState::Here(draw) => draw(Route::Overview),
        CodeState::Absent => shell::page_absent_what(session.language()).into_any(),
    }
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
