//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Risk(id: String) -> impl IntoView {
    view! { <h1 tabindex="-1">"Risk"</h1> }
}
