//! The workplaces by name: those in the state that is pointed out, else all that are not simply met, the worst first.

use leptos::prelude::*;

use super::MapChoice;
use crate::coverage::State;
use crate::engine::lens::{CellFilter, FindingFilter, Window};
use crate::engine::request::AskCells;
use crate::engine::view::CellRow;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::parts::{Empty, Pager, STEP, StateMark};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::{finding, map};

/// The workplaces of the map that are to be looked at.
#[component]
pub(super) fn List(
    /// The rule, state and window that are chosen.
    chosen: Signal<MapChoice>,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || {
        let MapChoice { rule, state, from } = chosen.get();
        let filter = state.map_or(CellFilter::Amiss, CellFilter::In);
        AskCells { lens: session.lens(), rule, filter, window: Window { from, count: STEP } }
    });
    move || {
        let (page, language, on) = (reply.get()?, session.language(), session.on());
        let MapChoice { rule, state, from } = chosen.get();
        let (total, shown) = (page.total, saturating(page.rows.len()));
        let rows = page.rows.iter().map(|row| line(session, row, on, language)).collect_view();
        let empty = if state.is_some() { map::nothing_such } else { map::nothing };
        let empty = (total == 0).then(|| view! { <Empty text=empty(language) /> });
        let findings = (total > 0 && state != Some(State::Met)).then(|| {
            let filter = FindingFilter { rule: rule.clone(), state, ..FindingFilter::default() };
            let href = session.href(Route::Coverage { filter, from: 0 });
            view! { <p class="card-more"><a href=href>{map::as_findings(language)}</a></p> }
        });
        let to = move |from| Route::Map { rule: rule.clone(), state, from };
        Some(view! {
            <h2>{map::list(state, total, language)}</h2>
            {empty}
            <ul class="rows columns" role="list">{rows}</ul>
            <Pager from shown total language route=to />
            {findings}
        })
    }
}

/// A workplace on one line: how it stands, its name, why.
fn line(session: Session, row: &CellRow, on: Date, language: Language) -> impl IntoView + use<> {
    let href = session.href(Route::Unit { id: row.unit.id.clone() });
    let why = row.finding.as_ref().map(|finding| finding::why(finding, on, language));
    let department = row.department.as_ref().map(|unit| unit.name.say(language).to_owned());
    let note = why.into_iter().chain(department).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="finding">
            {row.state.map(|state| view! { <StateMark state language sign_only=true /> })}
            <span class="finding-what">
                <a class="finding-subject" href=href>{row.unit.name.say(language).to_owned()}</a>
                <span class="muted">{note}</span>
            </span>
        </li>
    }
}
