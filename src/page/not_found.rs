//! No page has the address.

use leptos::prelude::*;

use super::route::Route;
use super::seeker::Seeker;
use super::session::Session;
use crate::text::shell;

/// Says so, and leads on.
#[component]
pub fn NotFound() -> impl IntoView {
    let session = Session::current();
    move || {
        let language = session.language();
        let seek = Seeker::current().map(|seeker| {
            view! {
                <button type="button" class="button button-first" on:click=move |_| seeker.show()>
                    {shell::search(language)}
                </button>
            }
        });
        view! {
            <div class="hero">
                <h1 tabindex="-1">{shell::not_found(language)}</h1>
                <p class="sub">{shell::not_found_what(language)}</p>
                <p class="actions">
                    {seek}
                    <a class="button" href=session.href(Route::Overview)>{shell::to_overview(language)}</a>
                </p>
            </div>
        }
    }
}
