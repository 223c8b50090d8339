//! While something happens: what it is, whom to call in order, what has been done, and questions to the group.
//!
//! Under stress and perhaps without a network: all that the page needs is fetched before it is shown. The log is kept
//! in the browser; nothing of it is in the municipality's file.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod book;
mod calls;
mod choose;
mod journal;
mod questions;
mod take_out;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::book::LogBook;
use self::calls::Calls;
use self::choose::Choose;
use self::journal::Journal;
use self::questions::Questions;
use self::take_out::TakeOut;
use super::code::fetched;
use super::parts::{Hero, UnitLink, for_each_file};
use super::route::Route;
use super::session::{Session, use_answer, use_part};
use crate::browser::clock;
use crate::engine::request::AskEvent;
use crate::engine::view::EventView;
use crate::event::Happening;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::text::overview::Sentence;
use crate::text::{event, words};

fetched!(event, |_| {
    let what = use_part(|route| match route {
        Route::Event { what } => Some(what),
        _ => None,
    });
    // Each municipality has a log of its own.
    for_each_file(move || view! { <Event what/> }.into_any()).into_any()
});

/// Calls to workplaces that are shown at first, and that are added at a time.
const STEP: u32 = 200;

/// What happens, or the choice of it.
#[component]
pub fn Event(
    /// What happens; none while it is being chosen.
    what: Signal<Option<Happening>>,
) -> impl IntoView {
    let session = Session::current();
    // A question is raised in the dialogue of edits, whose code has to be here before the network goes.
    spawn_local(super::dialogues::fetch_ahead());
    // Whoever comes back to the page comes to what was logged last.
    if what.get_untracked().is_none()
        && let Some(latest) = book::kept(session).into_iter().next()
    {
        session.replace(book::route(&latest.address));
    }
    move || match what.get() {
        Some(what) => view! { <Happens what/> }.into_any(),
        None => view! { <Choose /> }.into_any(),
    }
}

/// Whom to call, the log, and the questions.
#[component]
fn Happens(
    /// What has happened, as the address says it.
    what: Happening,
) -> impl IntoView {
    let session = Session::current();
    let most = RwSignal::new(STEP);
    let asked = what.clone();
    let reply = use_answer(move || AskEvent { lens: session.lens(), what: asked.clone(), most: most.get() });
    let shown = Memo::new(move |_| reply.get().as_deref().cloned());
    let book = LogBook::open(session, what);
    Effect::new(move || {
        if let Some(view) = shown.get() {
            book.name(view.name);
        }
    });
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let top = move || {
        let language = session.language();
        if reply.is_absent() {
            let verdict = Sentence::plain(event::unknown(language));
            return Some(view! { <Hero verdict after=event::unknown_what(language)/> }.into_any());
        }
        let view = shown.get()?;
        let over =
            view.risks.iter().map(|(_, title)| title.say(language)).filter(|title| *title != view.name.say(language));
        let over = over.collect::<Vec<_>>().join(" · ");
        let (verdict, after) = (event::verdict(&view, language), event::after_verdict(&view, language));
        Some(view! { <Hero over verdict after/> }.into_any())
    };
    let lists = move || {
        there.get().then(|| {
            view! {
                <OtherDay />
                <National />
                <Nobody view=shown/>
                <div class="wide stack"><Calls view=shown book more=move || most.update(|most| *most += STEP)/></div>
                <div class="narrow stack">
                    <Journal book/>
                    <Questions view=shown/>
                    <TakeOut view=shown book/>
                </div>
            }
        })
    };
    view! {
        {top}
        <div class="grid event">
            {lists}
            {move || reply.is_absent().then(|| view! { <p class="actions"><Another /></p> })}
        </div>
    }
}

/// Leads to the choice of another event.
#[component]
fn Another() -> impl IntoView {
    let session = Session::current();
    let href = move || session.href(Route::Event { what: None });
    view! { <a class="button" href=href>{move || event::another(session.language())}</a> }
}

/// Says that the list is of another day than today, and leads there.
#[component]
fn OtherDay() -> impl IntoView {
    let session = Session::current();
    move || {
        let (on, today, language) = (session.on(), clock::today(), session.language());
        (on != today).then(|| {
            view! {
                <p class="event-day">
                    {event::other_day(on, language)}
                    <button type="button" class="button" on:click=move |_| session.look_at(Some(clock::today()))>
                        {event::look_today(language)}
                    </button>
                </p>
            }
        })
    }
}

/// The numbers that are the same everywhere.
#[component]
fn National() -> impl IntoView {
    let session = Session::current();
    let numbers = move || {
        let line = |(number, what): (&'static str, &'static str)| {
            let href = format!("tel:{}", number.replace(['-', ' '], ""));
            view! { <li><a class="call-phone" href=href>{number}</a> <span>{what}</span></li> }
        };
        event::national_numbers(session.language()).map(line).collect_view()
    };
    view! {
        <section class="card national">
            <h2 class="visually-hidden">{move || event::national(session.language())}</h2>
            <ul role="list">{numbers}</ul>
        </section>
    }
}

/// The units where nobody can be called, before anything else.
#[component]
fn Nobody(
    /// The event as the engine answered it.
    view: Memo<Option<EventView>>,
) -> impl IntoView {
    let session = Session::current();
    move || {
        let (view, language) = (view.get()?, session.language());
        (view.nobody_total > 0).then(|| {
            let unit = |(unit, above): (_, Option<crate::engine::view::UnitRef>)| {
                let above =
                    above.map(|above| view! { <span class="muted">{above.name.say(language).to_owned()}</span> });
                view! { <li class="nobody-unit"><UnitLink unit language/> {above}</li> }
            };
            let others = view.nobody_total.saturating_sub(saturating(view.nobody.len()));
            let others = (others > 0).then(|| view! { <p class="muted">{more_units(others, language)}</p> });
            view! {
                <section class="card nobody">
                    <h2>{event::nobody(language)}</h2>
                    <p class="lead">{event::nobody_lead(language)}</p>
                    <ul class="rows columns" role="list">{view.nobody.into_iter().map(unit).collect_view()}</ul>
                    {others}
                </section>
            }
        })
    }
}

fn more_units(number: u32, language: Language) -> String {
    format!("+ {}", words::UNIT.figure(number, language))
}
