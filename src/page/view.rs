//! From the route to the page that it names.

use leptos::prelude::*;

use super::code::{Coming, Fetched};
use super::not_found::NotFound;
use super::overview::Overview;
use super::route::Route;
use super::session::Session;
use super::{about, coverage, data, finding, import, organisation, risk, risks, start, unit};

/// The page of the route at hand. It is made anew for another page only, not for another part of the same.
#[component]
pub fn Page() -> impl IntoView {
    let session = Session::current();
    let changed = |before: Option<&Route>, now: Option<&Route>| match (before, now) {
        (Some(before), Some(now)) => !before.same_page(now),
        _ => true,
    };
    let page = Memo::new_with_compare(move |_| session.route(), changed);
    move || {
        let route = page.get();
        let code: fn() -> Coming = match route {
            Route::Overview => return view! { <Overview /> }.into_any(),
            Route::NotFound => return view! { <NotFound /> }.into_any(),
            Route::Organisation { .. } => || Box::pin(organisation::code()),
            Route::Unit { .. } => || Box::pin(unit::code()),
            Route::Coverage { .. } => || Box::pin(coverage::code()),
            Route::Finding { .. } => || Box::pin(finding::code()),
            Route::Risks { .. } => || Box::pin(risks::code()),
            Route::Risk { .. } => || Box::pin(risk::code()),
            Route::Data { .. } => || Box::pin(data::code()),
            Route::Import => || Box::pin(import::code()),
            Route::Start => || Box::pin(start::code()),
            Route::About => || Box::pin(about::code()),
        };
        view! { <Fetched code route /> }.into_any()
    }
}
