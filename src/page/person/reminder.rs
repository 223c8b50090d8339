//! A letter and a calendar that remind a person of what is theirs. What is marked is not in them: they leave the page.

use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::disclosure::Receiver;
use crate::engine::request::{AskFor, AskPerson};
use crate::exchange::export::calendar::Alarm;
use crate::organisation::value::Language;
use crate::page::parts::{AlarmChoice, ReadyLetter, letter_act};
use crate::page::session::{Session, use_answer};
use crate::text::people::reminder as said;

/// What can be sent to the person, once it is asked for.
#[component]
pub(super) fn Reminder(
    /// The id of the person.
    id: String,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let shown = move || {
        if open.get() {
            return view! { <Written id=id.clone() language/> }.into_any();
        }
        view! {
            <p class="actions">
                <button type="button" class="button" on:click=move |_| open.set(true)>{said::write(language)}</button>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="card no-print reminder">
            <h2>{said::heading(language)}</h2>
            <p class="lead">{said::lead(language)}</p>
            {shown}
        </section>
    }
}

/// The letter and the ways to send it.
#[component]
fn Written(
    /// The id of the person.
    id: String,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let alarm = RwSignal::new(Alarm::DaysBefore(30));
    let reply = use_answer(move || AskFor {
        receiver: Receiver::Internal,
        on: session.on(),
        made: clock::today(),
        question: AskPerson { lens: session.lens(), id: id.clone() },
    });
    move || {
        if reply.is_absent() {
            return Some(view! { <p role="status">{said::withheld(language)}</p> }.into_any());
        }
        let (view, on) = (reply.get()?, session.on());
        let rows = said::rows(&view, on, language);
        if rows.is_empty() {
            return Some(view! { <p role="status">{said::nothing(language)}</p> }.into_any());
        }
        let owner = untrack(|| session.summary()).map(|summary| summary.name.clone()).unwrap_or_default();
        let text = said::letter(&view, &rows, &owner, on, language);
        let ready = ReadyLetter {
            to: view.person.email.as_deref().unwrap_or_default(),
            subject: said::subject(language),
            text: &text,
            stem: &view.person.id,
            name: None,
        };
        let mail = letter_act(ready, "button button-first", language);
        let save = move |_| {
            let days = said::days(&view, &rows, &owner, on, alarm.get_untracked(), language);
            files::save(&format!("{}.ics", view.person.id), "text/calendar", &days);
        };
        Some(
            view! {
                <p class="reminder-letter" role="status">{text}</p>
                <p class="actions">{mail}</p>
                <AlarmChoice alarm language/>
                <p class="actions"><button type="button" class="button" on:click=save>{said::save(language)}</button></p>
            }
            .into_any(),
        )
    }
}
