//! The ways on from a page: two or three neighbours that go on where it ends.

use leptos::prelude::*;

use super::code::fetched;
use super::route::{PageKind, Route, full_name};
use super::session::Session;
use crate::engine::lens::WorkplaceFilter;
use crate::text::ways as said;

fetched!(ways, |route| view! { <Ways kind=route.kind()/> }.into_any());

/// Where one goes on from a kind of page.
const fn onwards(kind: PageKind) -> &'static [PageKind] {
    use PageKind as To;
    match kind {
        To::Overview | To::NotFound => &[],
        To::Organisation | To::Map => &[To::People, To::Coverage, To::Plan, To::Cards],
        To::Unit => &[To::Organisation, To::Coverage, To::Event],
        To::People | To::Person => &[To::Organisation, To::Training, To::Forecast],
        To::SecurityUnit => &[To::Coordinators, To::Group, To::Contact],
        To::Coordinators => &[To::Representatives, To::Group, To::Training],
        To::Representatives => &[To::Coordinators, To::Map, To::Training],
        To::Group => &[To::Year, To::Risks, To::Coordinators],
        To::Contact => &[To::Event, To::People],
        To::Cards => &[To::Representatives, To::Contact],
        To::Coverage => &[To::Forecast, To::Rules, To::Map],
        To::Finding => &[To::Coverage, To::Rules, To::People],
        To::Proposal => &[To::Coverage, To::People],
        To::Forecast => &[To::Year, To::Training, To::Coverage],
        To::Rules => &[To::Coverage, To::About],
        To::Training => &[To::Forecast, To::People, To::Year],
        To::Year => &[To::Forecast, To::Measures, To::Group],
        To::Event => &[To::Contact, To::People, To::Vulnerability],
        To::Risks | To::Risk => &[To::Measures, To::Vulnerability, To::Report],
        To::Measures => &[To::Risks, To::Year, To::Report],
        To::Vulnerability => &[To::Risks, To::Event, To::Report],
        To::Report => &[To::Editions, To::Share, To::Risks],
        To::Editions => &[To::Report, To::Risks],
        To::Method => &[To::Risks, To::Report],
        To::Data => &[To::Import, To::Share, To::Changes],
        To::Share => &[To::Round, To::Report, To::Verify],
        To::Round => &[To::Changes, To::Share, To::Coordinators],
        To::Plan => &[To::Changes, To::Organisation, To::Coverage],
        To::Import => &[To::Data, To::Organisation],
        To::Changes => &[To::Round, To::Plan, To::Data, To::Coverage],
        To::Verify => &[To::Data, To::Editions],
        To::Start => &[To::Import, To::About],
        To::Embedding => &[To::Share, To::Data],
        To::About => &[To::Overview, To::Rules],
    }
}

/// Where a way leads: to a page as it is for the whole municipality.
fn onward(to: PageKind) -> Route {
    if to == PageKind::Cards { Route::Cards { filter: WorkplaceFilter::default() } } else { to.route() }
}

/// The ways on.
#[component]
fn Ways(
    /// The kind of page that they go on from.
    kind: PageKind,
) -> impl IntoView {
    let session = Session::current();
    let way = move |to: &PageKind| {
        let (route, word) = (onward(*to), to.word());
        let named = route.clone();
        view! {
            <li>
                <a href=move || session.href(route.clone())>{move || full_name(&named, session.language())}</a>
                ": "
                {move || said::purpose(word, session.language())}
            </li>
        }
    };
    let ways = onwards(kind).iter().filter(|to| session.has(**to)).map(way).collect_view();
    view! {
        <nav class="ways" aria-label=move || said::onwards(session.language())>
            <ul role="list">{ways}</ul>
        </nav>
    }
}
