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
use super::session::{AnswerSignal, Session, use_answer};
use crate::engine::request::{AskForecast, AskLeads};
use crate::engine::view::{DROPS, Overview as Picture};
use crate::organisation::rule::Severity;

fetched!(outlook, |_| view! { <Outlook /> }.into_any());

/// The picture of the day, which the overview has asked for and this goes on from.
#[derive(Clone, Copy)]
pub(super) struct Pictured(pub(super) AnswerSignal<Picture>);

/// What the overview goes on with.
#[component]
fn Outlook() -> impl IntoView {
    let session = Session::current();
    let Pictured(picture) = expect_context();
    let ahead = use_answer(move || AskForecast { lens: session.lens(), months: 12, rule: None, drops: DROPS });
    // A view in a page of others leads nowhere else.
    let leads = (!session.is_embedded()).then(|| {
        let leads = use_answer(move || AskLeads { lens: session.lens() });
        view! { <Leads leads /> }
    });
    let map = move || {
        let (picture, language) = (picture.get()?, session.language());
        Some(
            view! { <WorkplaceMap asked=picture.is_asked(Some(Severity::Must)) groups=&picture.map workplaces=picture.workplaces language /> },
        )
    };
    view! {
        <Ahead ahead />
        {map}
        {leads}
    }
}
