//! Where to start: the most urgent findings, each with the step that mends it.

use leptos::prelude::*;

use crate::engine::view::FindingRow as Row;
use crate::organisation::value::{Date, Language};
use crate::page::parts::{Empty, StateMark};
use crate::page::route::{NavigationSection, Route};
use crate::page::session::Session;
use crate::text::{finding, overview, pages};

/// The most urgent findings.
#[component]
pub(super) fn Urgent<'a>(
    /// The findings, the most urgent first.
    rows: &'a [Row],
    /// Gaps in all.
    gaps: u32,
    /// Whether any rule asks anything.
    asked: bool,
    /// The day of the picture.
    on: Date,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let session = Session::current();
    let drawn = if rows.is_empty() {
        let text = if asked { overview::nothing_urgent(language) } else { pages::nothing_asked(language) };
        view! { <Empty text /> }.into_any()
    } else {
        view! {
            <p class="lead">{overview::urgent_lead(language)}</p>
            <ol class="starts" role="list">{rows.iter().map(|row| start(row, on, language)).collect_view()}</ol>
        }
        .into_any()
    };
    let all = (!rows.is_empty()).then(|| {
        let href = session.link(NavigationSection::Coverage.route());
        view! { <a href=href>{overview::all_gaps(gaps, language)}</a> }
    });
    view! {
        <section class="card overview-urgent">
            <div class="card-head">
                <h2>{overview::urgent(language)}</h2>
                {all}
            </div>
            {drawn}
        </section>
    }
}

/// One finding: what it is about, why, and the step, which is taken on its own page.
fn start(row: &Row, on: Date, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let (subject, why) = (finding::subject(&row.subject, language), finding::why(row, on, language));
    let href = session.link(Route::Finding { id: row.id.clone() });
    let step = session.may_change().then(|| {
        let step = overview::step(&row.because.reason, language);
        let label = format!("{step}: {subject}");
        view! { <a class="button start-step no-print" href=href.clone() aria-label=label>{step}</a> }
    });
    view! {
        <li class="start">
            <StateMark state=row.state language sign_only=true />
            <span class="start-what">
                <a class="start-subject" href=href>{subject}</a>
                <span class="muted">{why}</span>
            </span>
            {step}
        </li>
    }
}
