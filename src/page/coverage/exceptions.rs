//! What the file accepts: what accepts nothing any longer first, then by the last day.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::coverage::{Standing, State};
use crate::draft::patch::Field;
use crate::draft::{Patch, Value};
use crate::engine::request::Request;
use crate::engine::view::ExceptionRow;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, Editing};
use crate::page::parts::StateMark;
use crate::page::route::Route;
use crate::page::session::{Session, use_reply};
use crate::text::{draft, finding, rules};

/// The list, where the file accepts anything.
#[component]
pub fn Exceptions() -> impl IntoView {
    let session = Session::current();
    let reply = use_reply::<Vec<ExceptionRow>>(move || Request::Exceptions { on: session.on() });
    move || {
        let (rows, language) = (reply.get()?, session.language());
        let list = || rows.iter().map(|row| line(session, row, language)).collect_view();
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

fn line(session: Session, row: &ExceptionRow, language: Language) -> impl IntoView + use<> {
    let about = row.subject.as_ref().map_or_else(|| row.finding.clone(), |about| finding::subject(about, language));
    let about = match row.state {
        Some(_) => {
            let href = session.href(Route::Finding { id: row.finding.clone() });
            view! { <a href=href>{about}</a> }.into_any()
        }
        None => view! { <span>{about}</span> }.into_any(),
    };
    let state = if row.standing == Standing::Accepts { Some(State::Accepted) } else { row.state };
    let mark = state.map(|state| view! { <StateMark state language sign_only=true/> });
    let rule = row.rule_text.as_ref().map(|text| view! { <span class="muted">{text.say(language).to_owned()}</span> });
    let by = row.who.as_ref().map(|who| format!("{}: ", who.name));
    view! {
        <li class="exception" data-stale=row.standing.is_stale().then_some("true")>
            <span class="exception-mark">{mark}</span>
            <div class="exception-what">
                <p class="exception-about">{about} " " {rule}</p>
                <p class="exception-standing">{rules::standing(row, language)}</p>
                <p class="muted">{by} {row.reason.say(language).to_owned()}</p>
            </div>
            <div class="exception-acts no-print">{acts(session, row, language)}</div>
        </li>
    }
}

/// The buttons of an exception.
pub fn acts(session: Session, row: &ExceptionRow, language: Language) -> impl IntoView + use<> {
    let key = row.finding.clone();
    let edit = if matches!(row.standing, Standing::Lapsed | Standing::Changed) {
        let fields = row.state.map(|state| stands(state, row.since)).unwrap_or_default();
        let editing = Editing::Renew { list: "exceptions", key: key.clone(), fields };
        view! { <EditButton label=draft::accept_again(language).to_owned() editing/> }
    } else {
        let editing = Editing::Item { list: "exceptions", key: key.clone() };
        view! { <EditButton label=draft::edit_accepted(language).to_owned() editing/> }
    };
    let take = move |_| {
        let patches = vec![Patch::Remove { list: "exceptions".into(), key: key.clone() }];
        session.edit_from("exceptions");
        spawn_local(async move { drop(session.change(patches).await) });
    };
    view! {
        {edit}
        <button type="button" class="button button-small" on:click=take>{draft::remove(language)}</button>
    }
}

/// What an exception says of how a finding stands when it is accepted, so that it comes back once that is otherwise.
pub fn stands(state: State, since: Option<Date>) -> Vec<Field> {
    let since = since.map_or(Value::Nothing, |since| Value::Text(since.to_string()));
    vec![("was".into(), Value::text(state.word())), ("since".into(), since)]
}
