//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Unit(id: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"Unit"</h1> }
}
