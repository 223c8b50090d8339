//! The way to the search: a button, and the search itself once it has been opened.

use leptos::prelude::*;

use crate::page::code::{Coming, Fetched};
use crate::page::route::Route;
use crate::page::search;
use crate::page::seeker::Seeker;
use crate::page::session::Session;
use crate::text::shell;

/// Opens the search.
#[component]
pub(super) fn FinderButton() -> impl IntoView {
    let session = Session::current();
    Seeker::current().map(|seeker| {
        let key = move || seeker.hears_slash().then(|| view! { <kbd aria-hidden="true">"/"</kbd> });
        view! {
            <button type="button" class="chip finder" aria-haspopup="dialog" on:click=move |_| seeker.show()>
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M11 11l3.5 3.5" /></svg>
                <span class="chip-word">{move || shell::search(session.language())}</span>
                {key}
            </button>
        }
    })
}

/// The search, from the first time it is opened on.
#[component]
pub(super) fn Finder() -> impl IntoView {
    let coming: fn() -> Coming = || Box::pin(search::code());
    let wanted = move || Seeker::current().is_some_and(Seeker::is_wanted);
    move || wanted().then(|| view! { <Fetched code=coming route=Route::Overview quiet=true/> })
}
