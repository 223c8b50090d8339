//! Measures: what is late, what comes next, what it costs, a list to follow up by, and what moves most for its cost.

mod list;
mod strip;
mod weighed;

use leptos::prelude::*;

use self::list::List;
use self::strip::strip;
use self::weighed::weighed;
use super::code::fetched;
use super::parts::{Hero, ListLength, Reminders};
use super::route::Route;
use super::session::{Session, use_answer, use_parts};
use crate::engine::lens::MeasureFilter;
use crate::engine::request::AskMeasures;
use crate::engine::view::RemindedOf;
use crate::organisation::ListName;
use crate::text::measures as said;
use crate::text::numbers;

fetched!(measures, |_| {
    let (filter, from) = use_parts(|route| match route {
        Route::Measures { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Measures filter from/> }.into_any()
});

/// The page of measures against risks.
#[component]
fn Measures(
    /// Which measures are listed.
    filter: Signal<MeasureFilter>,
    /// Measures before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    let reply = use_answer(move || AskMeasures {
        lens: session.lens(),
        filter: filter.get(),
        window: length.window(from.get()),
    });
    let page = Memo::new(move |_| reply.get().as_deref().cloned());
    let top = move || {
        let (page, on, language) = (page.get()?, session.on(), session.language());
        let (over, elsewhere) = (numbers::date(on, language), session.elsewhere(ListName::Measures));
        let verdict = said::verdict(&page, elsewhere, language);
        let after = if page.all == 0 && elsewhere.is_some() { String::new() } else { said::after(&page, on, language) };
        Some(view! { <Hero over verdict after/> })
    };
    let comparison = move || {
        let (page, language) = (page.get()?, session.language());
        (page.remaining > 0).then(|| weighed(session, &page.weighed, language))
    };
    let has_any = Memo::new(move |_| page.with(|page| page.as_ref().is_some_and(|page| page.remaining > 0)));
    let along = move || strip(session, &page.get()?, session.language());
    view! {
        {top}
        <div class="grid">
            {along}
            <List page filter from/>
            {comparison}
            {move || has_any.get().then(|| view! { <Reminders of=RemindedOf::Measures/> })}
        </div>
    }
}
