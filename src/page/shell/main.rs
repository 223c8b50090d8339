//! Where the pages are shown.

use leptos::prelude::*;

use super::failure::NothingOpen;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::page::view::Page;

/// The page at hand, or what is said where nothing is open.
#[component]
pub(in crate::page) fn Main() -> impl IntoView {
    let session = Session::current();
    let open = Memo::new(move |_| session.is_open());
    // What is computed and how can be read whether or not a file is open.
    let about = Memo::new(move |_| session.route() == Route::About);
    view! {
        <main
            id="main"
            class="wrap"
            tabindex="-1"
            data-ready=move || session.is_ready().then_some("true")
            aria-busy=move || (!session.is_ready() && session.failure().is_none()).then_some("true")
        >
            {move || {
                if open.get() || about.get() {
                    view! { <Page /> }.into_any()
                } else {
                    view! { <NothingOpen /> }.into_any()
                }
            }}
        </main>
    }
}
