//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Finding(id: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"Finding"</h1> }
}
