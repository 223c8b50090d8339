//! From the route to the page that it names.

use leptos::prelude::*;

use super::code::{Coming, Fetched};
use super::not_found::NotFound;
use super::overview::Overview;
use super::route::Route;
use super::session::Session;
use super::{
    about, changes, contact, coordinators, coverage, data, editions, embedding, event, finding, forecast, group,
    import, measures, method, organisation, people, person, planning, proposal, report, representatives, risk, risks,
    round, rules, security_unit, share, start, training, unit, verify, vulnerability, year,
};

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
            ref other if !session.has(other.kind()) => return view! { <NotFound /> }.into_any(),
            Route::Organisation { .. } | Route::Map { .. } => || Box::pin(organisation::code()),
            Route::Unit { .. } => || Box::pin(unit::code()),
            Route::People { .. } => || Box::pin(people::code()),
            Route::Person { .. } => || Box::pin(person::code()),
            Route::Coverage { .. } => || Box::pin(coverage::code()),
            Route::Finding { .. } => || Box::pin(finding::code()),
            Route::Proposal { .. } => || Box::pin(proposal::code()),
            Route::SecurityUnit => || Box::pin(security_unit::code()),
            Route::Coordinators { .. } => || Box::pin(coordinators::code()),
            Route::Representatives { .. } | Route::Cards { .. } => || Box::pin(representatives::code()),
            Route::Group => || Box::pin(group::code()),
            Route::Contact => || Box::pin(contact::code()),
            Route::Forecast { .. } => || Box::pin(forecast::code()),
            Route::Rules { .. } => || Box::pin(rules::code()),
            Route::Training { .. } => || Box::pin(training::code()),
            Route::Year { .. } => || Box::pin(year::code()),
            Route::Event { .. } => || Box::pin(event::code()),
            Route::Method { .. } => || Box::pin(method::code()),
            Route::Risks { .. } => || Box::pin(risks::code()),
            Route::Editions { .. } => || Box::pin(editions::code()),
            Route::Risk { .. } => || Box::pin(risk::code()),
            Route::Measures { .. } => || Box::pin(measures::code()),
            Route::Vulnerability { .. } => || Box::pin(vulnerability::code()),
            Route::Report { .. } => || Box::pin(report::code()),
            Route::Data { .. } => || Box::pin(data::code()),
            Route::Share { .. } => || Box::pin(share::code()),
            Route::Round => || Box::pin(round::code()),
            Route::Plan => || Box::pin(planning::code()),
            Route::Changes => || Box::pin(changes::code()),
            Route::Verify => || Box::pin(verify::code()),
            Route::Import => || Box::pin(import::code()),
            Route::Start => || Box::pin(start::code()),
            Route::Embedding { .. } => || Box::pin(embedding::code()),
            Route::About => || Box::pin(about::code()),
        };
        view! { <Fetched code route /> }.into_any()
    }
}
