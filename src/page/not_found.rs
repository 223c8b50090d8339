//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <h1 tabindex="-1">"NotFound"</h1> }
}
