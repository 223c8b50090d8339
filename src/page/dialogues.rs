//! What lies over every page once there is work: the dialogues, the bar of the draft, and what is said about it.

use leptos::prelude::*;

use super::code::{Coming, Fetched, fetched};
use super::edit::{DraftBar, EditDialog, LeftForms, SignDialog, UnsealDialog};
use super::notices::{Conflicts, Notices};
use super::parts::fetch_refusals;
use super::route::Route;
use super::session::Session;
use crate::engine::view::DraftView;

fetched!(edit, |_| {
    view! { <DraftBar/> <LeftForms/> <EditDialog/> <Conflicts/> <Notices/> <UnsealDialog/> <SignDialog/> }.into_any()
});

/// The dialogues, the bar of the draft and what is said about it, from the first edit or the first that is said on.
#[component]
pub fn Edits() -> impl IntoView {
    let session = Session::current();
    let wanted = Memo::new(move |_| {
        session.editing().is_some()
            || !session.half_filled().is_empty()
            || session.conflicts().is_some()
            || !session.notices().is_empty()
            || session.sealed().is_some()
            || session.is_signing()
            || session.draft() != DraftView::default()
    });
    let coming: fn() -> Coming = || Box::pin(code());
    move || wanted.get().then(|| view! { <Fetched code=coming route=Route::Overview quiet=true/> })
}

/// Fetches the code of the dialogues, for a page that must work without a network once it is shown.
pub(super) async fn fetch_ahead() {
    // Where it does not come now, it is asked for again when it is needed.
    let _ = code().await;
    fetch_refusals().await;
}
