//! To come.

use leptos::prelude::*;

use crate::engine::request::FindingFilter;

/// To come.
#[component]
pub fn Coverage(filter: Signal<FindingFilter>, from: Signal<u32>) -> impl IntoView {
    view! { <h1 tabindex="-1">"Coverage"</h1> }
}
