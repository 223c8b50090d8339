//! Where the pages are shown.

use leptos::prelude::*;

use super::failure::NothingOpen;
use crate::page::code::{Coming, Fetched};
use crate::page::route::{PageKind, Route};
use crate::page::session::Session;
use crate::page::view::Page;
use crate::page::ways;

/// The page at hand, or what is said where nothing is open.
#[component]
pub(in crate::page) fn Main() -> impl IntoView {
    let session = Session::current();
    let open = Memo::new(move |_| session.is_open());
    // What is computed and how can be read whether or not a file is open.
    let about = Memo::new(move |_| session.route() == Route::About);
    // A page is drawn part by part as its answers come; it is seen once it is whole, so that nothing moves under the eye.
    // From then on it stays, whatever is asked anew.
    let kind = Memo::new(move |_| session.route().kind().page());
    let (begun, arrived) = (RwSignal::new(None::<PageKind>), RwSignal::new(None::<PageKind>));
    Effect::new(move || {
        let kind = kind.get();
        // Not before the page has begun to ask.
        request_animation_frame(move || begun.set(Some(kind)));
    });
    Effect::new(move || {
        let kind = begun.get();
        if session.is_ready() && arrived.get_untracked() != kind {
            arrived.set(kind);
        }
    });
    view! {
        <main
            id="main"
            class="wrap"
            tabindex="-1"
            data-ready=move || session.is_ready().then_some("true")
            data-arrived=move || (!open.get() || arrived.get() == Some(kind.get())).then_some("true")
            data-reading=move || (kind.get().is_read() && !session.edits()).then_some("true")
            aria-busy=move || (!session.is_ready() && session.failure().is_none()).then_some("true")
        >
            {move || {
                if open.get() || about.get() {
                    view! { <Page /> <Onwards /> }.into_any()
                } else {
                    view! { <NothingOpen /> }.into_any()
                }
            }}
        </main>
    }
}

/// The ways on from the page at hand, once it is there. The overview leads on by itself.
#[component]
fn Onwards() -> impl IntoView {
    let session = Session::current();
    let kind = Memo::new(move |_| session.route().kind().page());
    let coming: fn() -> Coming = || Box::pin(ways::code());
    move || {
        let kind = kind.get();
        (!matches!(kind, PageKind::Overview | PageKind::NotFound) && !session.is_embedded())
            .then(|| view! { <Fetched code=coming route=kind.route() quiet=true may_lack=true/> })
    }
}
