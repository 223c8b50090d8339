//! To come.

use leptos::prelude::*;

/// To come.
#[component]
pub fn Organisation(find: Signal<String>) -> impl IntoView {
    view! { <h1 tabindex="-1">"Organisation"</h1> }
}
