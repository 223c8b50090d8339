//! To come.

use leptos::prelude::*;

use crate::engine::request::RiskFilter;

/// To come.
#[component]
pub fn Risks(filter: Signal<RiskFilter>, from: Signal<u32>) -> impl IntoView {
    view! { <h1 tabindex="-1">"Risks"</h1> }
}
