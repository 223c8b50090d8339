//! The rest of the overview, fetched once its verdict is shown: the year ahead, the map of workplaces, and what comes
//! next in the group, among the measures, in training and in the report.

mod course;
mod leads;
mod map;

use leptos::prelude::*;

use self::course::Ahead;
use self::leads::Leads;
use self::map::WorkplaceMap;
use super::code::fetched;
use super::session::{Session, use_answer};
use crate::engine::request::{AskForecast, AskLeads};
use crate::engine::view::DROPS;

fetched!(outlook, |_| view! { <Outlook /> }.into_any());

/// What the overview goes on with.
#[component]
fn Outlook() -> impl IntoView {
    let session = Session::current();
    let ahead = use_answer(move || AskForecast { lens: session.lens(), months: 12, rule: None, drops: DROPS });
    // A view in a page of others leads nowhere else.
    let leads = (!session.is_embedded()).then(|| {
        let leads = use_answer(move || AskLeads { lens: session.lens() });
        view! { <Leads leads /> }
    });
    view! {
        <Ahead ahead />
        <WorkplaceMap />
        {leads}
    }
}
