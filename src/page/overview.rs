//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Overview() -> impl IntoView {
    view! { <h1 tabindex="-1">"Overview"</h1> }
}
