//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Data(from: Signal<u32>) -> impl IntoView {
    view! { <h1 tabindex="-1">"Data"</h1> }
}
