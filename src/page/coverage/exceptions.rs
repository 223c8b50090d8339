//! What the file accepts: what accepts nothing any longer first, then by the last day.

use leptos::prelude::*;

use crate::coverage::{ExceptionStanding, State};
use crate::engine::request::AskExceptions;
use crate::engine::view::ExceptionRow;
use crate::organisation::value::{Date, Language};
use crate::page::parts::{StateMark, exception_acts};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::{finding, rules};

/// The list, where the file accepts anything.
#[component]
pub fn Exceptions() -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskExceptions { on: session.on() });
    move || {
        let (rows, on, language) = (reply.get()?, session.on(), session.language());
        let list = || rows.iter().map(|row| line(session, row, on, language)).collect_view();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="card full" id="exceptions">
                    <h2>{rules::exceptions_heading(language)}</h2>
                    <p class="lead">{rules::exceptions_lead(&rows, language)}</p>
                    <ul class="rows exceptions" role="list">{list()}</ul>
                </section>
            }
        })
    }
}

fn line(session: Session, row: &ExceptionRow, on: Date, language: Language) -> impl IntoView + use<> {
    let about = row.subject.as_ref().map_or_else(|| row.finding.clone(), |about| finding::subject(about, language));
    let about = match row.state {
        Some(_) => {
            let href = session.href(Route::Finding { id: row.finding.clone() });
            view! { <a href=href>{about}</a> }.into_any()
        }
        None => view! { <span>{about}</span> }.into_any(),
    };
    let state = if row.standing == ExceptionStanding::Accepts { Some(State::Accepted) } else { row.state };
    let mark = state.map(|state| view! { <StateMark state language sign_only=true/> });
    let rule = row.rule_text.as_ref().map(|text| view! { <span class="muted">{text.say(language).to_owned()}</span> });
    let by = row.who.as_ref().map(|who| format!("{}: ", who.name));
    view! {
        <li class="exception" data-stale=row.standing.is_stale().then_some("true")>
            <span class="exception-mark">{mark}</span>
            <div class="exception-what">
                <p class="exception-about">{about} " " {rule}</p>
                <p class="exception-standing">{rules::standing(row, on, language)}</p>
                <p class="muted">{by} {row.reason.say(language).to_owned()}</p>
            </div>
            <div class="exception-acts no-print">{exception_acts(session, row, language)}</div>
        </li>
    }
}
