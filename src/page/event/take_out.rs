//! Printing, downloading, ending the event.

use leptos::prelude::*;

use super::book::LogBook;
use super::{Another, Route};
use crate::browser::{clock, dom, files};
use crate::engine::view::EventView;
use crate::event::Tick;
use crate::exchange::export::csv;
use crate::page::session::Session;
use crate::text::event;

/// What can be done with the list and the log.
#[component]
pub(super) fn TakeOut(
    /// The event as the engine answered it.
    view: Memo<Option<EventView>>,
    /// The log of the event.
    book: LogBook,
) -> impl IntoView {
    let session = Session::current();
    let ending = RwSignal::new(false);
    // Written here rather than in the program of sheets, which would have to be fetched.
    let save = move |is_log: bool| {
        let (log, language) = (untrack(|| book.log()), untrack(|| session.language()));
        let Some(view) = view.get_untracked() else { return };
        let table = if is_log {
            event::log_table(&log, |at| (clock::local(at), clock::ahead(at)), language)
        } else {
            let turns = view.turns(|key| matches!(log.ticked(key), Some((Tick::NotReached, _))));
            let calls = turns.iter().filter_map(|turn| view.calls.get(turn.call));
            event::call_table(calls, &log, clock::local, language)
        };
        files::save_bytes(&event::file_name(&view, is_log, language), "text/csv", &csv(&table));
    };
    let set_ending = move |is_ending: bool| {
        ending.set(is_ending);
        let focus = if is_ending { "#event-end" } else { "#event-end-button" };
        request_animation_frame(move || {
            let _ = dom::focus(focus);
        });
    };
    let end = move |_| {
        book.clear();
        session.go(Route::Event { what: None });
    };
    let saves = move || {
        let language = session.language();
        view! {
            <button type="button" class="button" on:click=move |_| save(false)>{event::save_list(language)}</button>
            <button type="button" class="button" on:click=move |_| save(true)>{event::save_log(language)}</button>
        }
    };
    let asked = move || {
        let language = session.language();
        if !ending.get() {
            let begin = move |_| set_ending(true);
            // In a frame of another site nobody is led to press the log away.
            return (book.has_entries() && !session.is_framed()).then(|| {
                view! {
                    <p class="actions">
                        <button type="button" id="event-end-button" class="button" on:click=begin>{event::end(language)}</button>
                    </p>
                }
                .into_any()
            });
        }
        Some(
            view! {
                <div class="event-end" id="event-end" role="group" tabindex="-1" aria-label=event::end(language)>
                    <p>{event::end_sure(language)}</p>
                    <p class="actions">
                        {saves}
                        <button type="button" class="button button-first" on:click=end>{event::end_yes(language)}</button>
                        <button type="button" class="button" on:click=move |_| set_ending(false)>{event::end_no(language)}</button>
                    </p>
                </div>
            }
            .into_any(),
        )
    };
    view! {
        <section class="card no-print">
            <h2>{move || event::take_out(session.language())}</h2>
            <p class="actions">
                <button type="button" class="button" on:click=move |_| dom::print()>{move || event::print(session.language())}</button>
                {move || (!ending.get()).then(saves)}
                <Another />
            </p>
            {asked}
        </section>
    }
}
