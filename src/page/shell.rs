//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn App() -> impl IntoView {
    view! { <h1 tabindex="-1">"App"</h1> }
}
