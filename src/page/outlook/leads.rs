//! What comes next, in four sentences that lead to the group, the measures, the training and the report.

use leptos::prelude::*;

use crate::disclosure::Audience;
use crate::engine::lens::{MeasureFilter, TrainingFilter};
use crate::engine::view::LeadsView;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::{AnswerSignal, Session};
use crate::text::overview::leads;
use crate::text::ways;

/// The four sentences.
#[component]
pub(super) fn Leads(
    /// What comes next.
    leads: AnswerSignal<LeadsView>,
) -> impl IntoView {
    let session = Session::current();
    let said = move || {
        let (view, language) = (leads.get()?, session.language());
        Some(drawn(session, &view, language))
    };
    view! {
        <nav class="leads" aria-label=move || ways::onwards(session.language())>
            <ul role="list">{said}</ul>
        </nav>
    }
}

fn drawn(session: Session, view: &LeadsView, language: Language) -> impl IntoView + use<> {
    let on = session.on();
    let lead = |(route, (head, rest)): (Route, (String, String))| {
        let href = session.href(route);
        view! {
            <li>
                <a href=href>{head}</a>
                " "
                <span class="muted">{rest}</span>
            </li>
        }
    };
    [
        (Route::Group, leads::group(view, on, language)),
        (Route::Measures { filter: MeasureFilter::default(), from: 0 }, leads::measures(view, on, language)),
        (Route::Training { filter: TrainingFilter::default(), from: 0 }, leads::training(view, on, language)),
        (Route::Report { profile: None, audience: Audience::default() }, leads::report(view, language)),
    ]
    .map(lead)
    .collect_view()
}
