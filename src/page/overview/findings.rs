//! Where to start, and what ends soon.

use leptos::prelude::*;

use crate::coverage::State;
use crate::engine::lens::FindingFilter;
use crate::engine::view::{Ending, FindingRow as Row};
use crate::organisation::value::{Date, Language};
use crate::page::parts::{Empty, FindingRow};
use crate::page::route::{NavigationSection, Route};
use crate::page::session::Session;
use crate::text::overview;

/// The most urgent findings.
#[component]
pub(super) fn Urgent<'a>(
    /// The findings, the most urgent first.
    rows: &'a [Row],
    /// How many there are in all.
    gaps: u32,
    /// The day of the picture.
    on: Date,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let session = Session::current();
    let drawn = if rows.is_empty() {
        view! { <Empty text=overview::nothing_urgent(language) /> }.into_any()
    } else {
        view! {
            <p class="lead">{overview::urgent_lead(language)}</p>
            <ol class="findings" role="list">
                {rows.iter().map(|row| view! { <FindingRow row on language /> }).collect_view()}
            </ol>
            <p class="card-more">
                <a href=session.link(NavigationSection::Coverage.route())>{overview::all_gaps(gaps, language)}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="card narrow">
            <h2>{overview::urgent(language)}</h2>
            {drawn}
        </section>
    }
}

/// What holds today and will not for long.
#[component]
pub(super) fn Endings<'a>(
    /// What ends, the soonest first.
    rows: &'a [Ending],
    /// How much there is in all.
    total: u32,
    /// The day of the picture.
    on: Date,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let session = Session::current();
    let more = (rows.len() < usize::try_from(total).unwrap_or(usize::MAX)).then(|| {
        let filter = FindingFilter { state: Some(State::Expiring), ..FindingFilter::default() };
        let href = session.link(Route::Coverage { filter, from: 0 });
        view! {
            <p class="card-more">
                <a href=href>{overview::all_ending(total, language)}</a>
            </p>
        }
    });
    let drawn = if rows.is_empty() {
        view! { <Empty text=overview::nothing_ends(language) /> }.into_any()
    } else {
        view! {
            <p class="lead">{overview::ending_lead(language)}</p>
            <ol class="findings" role="list">
                {rows.iter().map(|ending| view! { <FindingRow row=&ending.finding on language /> }).collect_view()}
            </ol>
            {more}
        }
        .into_any()
    };
    view! {
        <section class="card narrow">
            <h2>{overview::ending(language)}</h2>
            {drawn}
        </section>
    }
}
