//! What remains along the time: late, soon, later year by year, each with how many and what they cost.

use leptos::prelude::*;

use crate::coverage::State;
use crate::engine::lens::MeasureFilter;
use crate::engine::view::{DueSpan, DueTime, MeasurePage};
use crate::organisation::value::Language;
use crate::page::parts::StateMark;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::measures as said;

/// Marks drawn of one time; beyond them the count says it.
const MARKS: u32 = 40;

/// The strip, where anything remains.
pub(super) fn strip(session: Session, page: &MeasurePage, language: Language) -> Option<AnyView> {
    let most = page.spans.iter().map(|span| span.cost).fold(0.0, f64::max);
    let spans = page.spans.iter().map(|it| span(session, it, most, language)).collect_view();
    (!page.spans.is_empty()).then(|| {
        view! {
            <section class="card full" id="due">
                <h2>{said::over_time(language)}</h2>
                <p class="lead">{said::over_time_lead(language)}</p>
                <ol class="due-strip" role="list">{spans}</ol>
            </section>
        }
        .into_any()
    })
}

fn span(session: Session, span: &DueSpan, most: f64, language: Language) -> AnyView {
    let state = match span.when {
        DueTime::Late => Some(State::Missing),
        DueTime::Soon => Some(State::Expiring),
        DueTime::In(_) | DueTime::From(_) | DueTime::Undated => None,
    };
    let mark = || match state {
        Some(state) => view! { <StateMark state language sign_only=true/> }.into_any(),
        None => view! { <span class="due-mark"></span> }.into_any(),
    };
    let marks = (0..span.count.min(MARKS)).map(|_| mark()).collect_view();
    let name = said::due_time(span.when, language);
    let name = match span.when {
        DueTime::Late => {
            let filter = MeasureFilter { overdue: true, ..MeasureFilter::default() };
            view! { <a href=session.href(Route::Measures { filter, from: 0 })>{name}</a> }.into_any()
        }
        _ => name.into_any(),
    };
    let share = if most > 0.0 { (span.cost / most * 100.0).round() } else { 0.0 };
    view! {
        <li class="due-span" data-when=word(span.when)>
            <p class="due-name">{name}</p>
            <p class="due-count">{said::due_count(span, language)}</p>
            <p class="due-marks" aria-hidden="true">{marks}</p>
            <p class="due-cost">
                <span class="due-bar" aria-hidden="true"><span style:inline-size=format!("{share}%")></span></span>
                {said::due_cost(span, language)}
            </p>
        </li>
    }
    .into_any()
}

const fn word(when: DueTime) -> &'static str {
    match when {
        DueTime::Late => "late",
        DueTime::Soon => "soon",
        DueTime::In(_) | DueTime::From(_) => "later",
        DueTime::Undated => "undated",
    }
}
