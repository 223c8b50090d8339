//! The year: its duties as a strip of months and as a list, and as a calendar file.

mod list;
mod strip;

use chrono::Datelike;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::list::list;
use self::strip::strip;
use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{AlarmChoice, Hero, Reminders};
use super::route::Route;
use super::session::{Session, use_answer, use_parts};
use crate::browser::{clock, files};
use crate::disclosure::Receiver;
use crate::draft::FieldValue;
use crate::engine::request::{AskFor, AskYear};
use crate::engine::view::RemindedOf;
use crate::exchange::export::calendar::Alarm;
use crate::organisation::ListName;
use crate::organisation::letters::latin as letters;
use crate::organisation::value::{Date, Language};
use crate::text::year as said;
use crate::text::{calendar, numbers, shell};

fetched!(year, |_| {
    let (year, month) = use_parts(|route| match route {
        Route::Year { year, month } => Some((year, month)),
        _ => None,
    });
    view! { <Year year month/> }.into_any()
});

/// Twelve months of duties.
#[component]
fn Year(
    /// The year of the calendar; none for the months from that of the day.
    year: Signal<Option<i32>>,
    /// The month that is opened, from 1.
    month: Signal<Option<u32>>,
) -> impl IntoView {
    let session = Session::current();
    let from = move || year.get().and_then(|year| Date::from_ymd_opt(year, 1, 1)).unwrap_or_else(|| session.on());
    let alarm = RwSignal::new(Alarm::default());
    let reply = use_answer(move || AskYear { lens: session.lens(), from: from() });
    let has_any = Memo::new(move |_| reply.get().is_some_and(|view| view.total > 0));
    let shown = move || {
        let view = reply.get()?;
        let (on, language) = (session.on(), session.language());
        let (year, month) = (year.get(), month.get());
        let over = numbers::date(on, language);
        let route = move |month| Route::Year { year, month };
        let strip =
            (view.total > 0).then(|| strip(&view, on, month, language, &|month| session.href(route(Some(month)))));
        let clear = month.map(|_| {
            view! { <a class="clear" href=session.href(route(None))>{said::whole_year(language)}</a> }
        });
        let from = from();
        let export = move |_| save(session, from, alarm.get_untracked(), language);
        Some(view! {
            <Hero over verdict=said::verdict(&view, session.within().is_some(), language)/>
            {years(session, year, on, language)}
            <div class="grid">
                <section class="card full">
                    <h2>{said::strip(language)}</h2>
                    <p class="lead">{said::strip_lead(language)}</p>
                    {strip}
                    <div class="no-print year-alarm"><AlarmChoice alarm language/></div>
                    <p class="actions no-print">
                        <button type="button" class="button" on:click=export>{said::export(language)}</button>
                    </p>
                    <p class="muted no-print export-what">{said::export_what(language)}</p>
                </section>
                <section class="card full" id="duties">
                    <div class="results-line">
                        <h2 class="results">{said::list(language)}</h2>
                        {clear}
                    </div>
                    {list(&view, month, on, language)}
                    {additions(on, language)}
                </section>
            </div>
        })
    };
    view! {
        {shown}
        {move || has_any.get().then(|| view! { <div class="grid"><Reminders of=RemindedOf::All/></div> })}
    }
}

/// Offers the year to be saved, as true on the day at hand and with nothing that is not for all of the municipality's own: a
/// calendar is made to be shared.
fn save(session: Session, from: Date, alarm: Alarm, language: Language) {
    let owner = untrack(|| session.summary()).map(|summary| summary.name.sv.clone()).unwrap_or_default();
    let (on, lens) = untrack(|| (session.on(), session.lens()));
    let question = AskFor { receiver: Receiver::Internal, on, made: clock::today(), question: AskYear { lens, from } };
    spawn_local(async move {
        let Some(year) = session.ask(question).await else { return };
        let text = calendar::year(&year, &owner, on, alarm, language);
        let name: String = shell::year(language).chars().map(letters::small).collect();
        files::save(&format!("{name}.ics"), "text/calendar", &text);
    });
}

/// The twelve months ahead, this year of the calendar, and the next.
fn years(session: Session, chosen: Option<i32>, on: Date, language: Language) -> impl IntoView {
    let of = |year: Option<i32>| {
        let name = year.map_or_else(|| said::coming(language).to_owned(), |year| year.to_string());
        let current = (year == chosen).then_some("true");
        let href = session.href(Route::Year { year, month: None });
        view! {
            <li>
                <a class="chip" href=href aria-current=current>{name}</a>
            </li>
        }
    };
    view! {
        <nav class="years no-print" aria-label=said::which(language)>
            <ul role="list">{[None, Some(on.year()), Some(on.year() + 1)].map(of)}</ul>
        </nav>
    }
}

/// What can be added to the year.
fn additions(on: Date, language: Language) -> impl IntoView {
    let day = vec![("date".to_owned(), FieldValue::text(&on.to_string()))];
    view! {
        <p class="actions no-print">
            <EditButton
                label=said::add_activity(language).to_owned()
                editing=OpenForm::New { list: ListName::Activities, preset: day }
            />
            <EditButton
                label=said::add_document(language).to_owned()
                editing=OpenForm::New { list: ListName::Documents, preset: Vec::new() }
            />
        </p>
    }
}
