//! The log: what was ticked and noted, the latest first, and a place to write.

use leptos::prelude::*;

use super::book::LogBook;
use crate::browser::{clock, dom};
use crate::event::log::MOST_LETTERS;
use crate::event::{Log, LogEntry, LoggedAct};
use crate::organisation::value::Language;
use crate::page::parts::{Empty, keep_typed};
use crate::page::session::Session;
use crate::text::event;

/// The log of the event: what was done, and a field for notes.
#[component]
pub(super) fn Journal(
    /// The log of the event, to write in.
    book: LogBook,
) -> impl IntoView {
    let session = Session::current();
    let text = RwSignal::new(session.kept_form::<String>(&book.slot(None)).unwrap_or_default());
    keep_typed(book.slot(None), move || text.get());
    let write = move |submitted: leptos::ev::SubmitEvent| {
        submitted.prevent_default();
        let written = text.get_untracked().trim().to_owned();
        if !written.is_empty() {
            book.add(LoggedAct::Note { text: written });
            text.set(String::new());
        }
    };
    let trouble = move || {
        book.trouble().map(|why| {
            view! { <p class="event-trouble" role="alert">{event::not_kept(why, session.language())}</p> }
        })
    };
    // Made anew only when an entry comes: what is being edited meanwhile stays.
    let log = Memo::new(move |_| book.log());
    let numbers = move || {
        log.with(|log| {
            log.entries.iter().rev().filter(|entry| is_shown(entry)).map(|entry| entry.number).collect::<Vec<_>>()
        })
    };
    let empty = move || {
        log.with(|log| log.entries.is_empty()).then(|| view! { <Empty text=event::log_empty(session.language())/> })
    };
    view! {
        <section class="card" id="log">
            <h2>{move || event::log(session.language())}</h2>
            <p class="lead no-print">{move || event::log_lead(session.language())}</p>
            {trouble}
            <form class="note-form no-print" on:submit=write>
                <label class="field">
                    <span class="field-label">{move || event::note(session.language())}</span>
                    <textarea
                        class="field-input"
                        rows="2"
                        maxlength=MOST_LETTERS.to_string()
                        prop:value=text
                        on:input:target=move |typed| text.set(typed.target().value())
                    ></textarea>
                </label>
                <button type="submit" class="button button-first">{move || event::write(session.language())}</button>
            </form>
            {empty}
            <ol class="log" role="list">
                <For each=numbers key=|number| *number let:number>
                    <Line number log book/>
                </For>
            </ol>
        </section>
    }
}

/// Changes of notes are told where the note is.
const fn is_shown(entry: &LogEntry) -> bool {
    !matches!(entry.what, LoggedAct::Edit { .. })
}

/// One entry. A note can be changed.
#[component]
fn Line(
    /// The number of the entry.
    number: u32,
    /// The entries of the log as they are.
    log: Memo<Log>,
    /// The log of the event, to write in.
    book: LogBook,
) -> impl IntoView {
    let session = Session::current();
    // The change of the note, as it was left.
    let slot = StoredValue::new(book.slot(Some(number)));
    let editing = RwSignal::new(session.kept_form::<String>(&slot.get_value()));
    let done = move || {
        session.drop_form(&slot.get_value());
        editing.set(None);
    };
    let said = Memo::new(move |_| log.with(|log| said(log, number, session.language())));
    let id = format!("note-{number}");
    let back = {
        let id = id.clone();
        move || {
            let id = id.clone();
            request_animation_frame(move || {
                let _ = dom::focus(&format!("#{id}"));
            });
        }
    };
    let change = {
        let back = back.clone();
        move |submitted: leptos::ev::SubmitEvent| {
            submitted.prevent_default();
            let text = editing.get_untracked().unwrap_or_default().trim().to_owned();
            if !text.is_empty() && said.with_untracked(|said| said.text != text) {
                book.add(LoggedAct::Edit { of: number, text });
            }
            done();
            back();
        }
    };
    let form = move || {
        let (language, back, change) = (session.language(), back.clone(), change.clone());
        let cancel = move |_| {
            done();
            back();
        };
        let area = NodeRef::<leptos::html::Textarea>::new();
        // One that is opened has the focus; one that was left only stands there.
        if !session.is_kept(&slot.get_value()) {
            area.on_load(|area| drop(area.focus()));
        }
        editing.with(Option::is_some).then(|| {
            view! {
                <form class="note-form no-print" on:submit=change>
                    <textarea
                        class="field-input"
                        rows="2"
                        node_ref=area
                        maxlength=MOST_LETTERS.to_string()
                        aria-label=event::note(language)
                        prop:value=editing.get_untracked().unwrap_or_default()
                        on:input:target=move |typed| {
                            // The form itself stays as it is.
                            let typed = typed.target().value();
                            session.keep_form(&slot.get_value(), &typed);
                            editing.update_untracked(|text| *text = Some(typed));
                        }
                    ></textarea>
                    <p class="actions">
                        <button type="submit" class="button button-small">{event::edit_done(language)}</button>
                        <button type="button" class="button button-small" on:click=cancel>{event::edit_cancel(language)}</button>
                    </p>
                </form>
            }
        })
    };
    let shown = move || {
        let LogLine { text, is_note, .. } = said.get();
        let (language, id) = (session.language(), id.clone());
        let begin = {
            let text = text.clone();
            move |_| editing.set(Some(text.clone()))
        };
        let edit = is_note.then(|| {
            view! { <button type="button" id=id class="button button-small no-print" on:click=begin>{event::edit(language)}</button> }
        });
        view! { <span class="log-text" class:log-note=is_note>{text}</span> {edit} }
    };
    view! {
        <li class="log-line">
            <span class="log-time">{move || said.get().time}</span>
            <div class="log-what">
                {move || editing.with(Option::is_none).then(shown.clone())}
                {form}
                {move || said.get().changed.map(|changed| view! { <span class="muted">{changed}</span> })}
            </div>
        </li>
    }
    .into_any()
}

/// An entry in words.
#[derive(Debug, Clone, Default, PartialEq)]
struct LogLine {
    time: String,
    text: String,
    is_note: bool,
    changed: Option<String>,
}

fn said(log: &Log, number: u32, language: Language) -> LogLine {
    let Some(entry) = log.entries.iter().find(|entry| entry.number == number) else { return LogLine::default() };
    let time = |at: u64| event::time(clock::local(at), clock::today(), language);
    let changed = log.note(entry).and_then(|(_, changed)| changed);
    LogLine {
        time: time(entry.at),
        text: event::entry(entry, log, language),
        is_note: matches!(entry.what, LoggedAct::Note { .. }),
        changed: changed.map(|at| event::changed(&time(at), language)),
    }
}
