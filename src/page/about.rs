//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn About() -> impl IntoView {
    view! { <h1 tabindex="-1">"About"</h1> }
}
