//! No page has the address.

use leptos::prelude::*;

use super::route::Route;
use super::session::Session;
use crate::text::shell;

/// Says so, and leads on.
#[component]
pub fn NotFound() -> impl IntoView {
    let session = Session::current();
    move || {
        let language = session.language();
        view! {
            <div class="hero">
                <h1 tabindex="-1">{shell::not_found(language)}</h1>
                <p class="sub">{shell::not_found_what(language)}</p>
                <p>
                    <a href=session.href(Route::Overview)>{shell::to_overview(language)}</a>
                </p>
            </div>
        }
    }
}
