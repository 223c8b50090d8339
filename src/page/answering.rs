//! Over every page of an extract: that it is one, for whom, and the way back for what has been changed in it.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::{Coming, Fetched, fetched};
use super::route::Route;
use super::session::{Session, use_answer};
use crate::browser::{clock, dom, files};
use crate::engine::request::{AskChangeFile, AskOwnChanges};
use crate::engine::view::OwnChangesView;
use crate::organisation::links;
use crate::organisation::value::Language;
use crate::text::travel::answer as said;

fetched!(answering, |_| view! { <Answer/> }.into_any());

/// The notice, where an extract is open that can be answered. It has its place before its code has come.
#[component]
pub(super) fn Answering() -> impl IntoView {
    let session = Session::current();
    let wanted = Memo::new(move |_| session.summary().is_some_and(|summary| summary.can_be_answered));
    let coming: fn() -> Coming = || Box::pin(code());
    move || {
        wanted.get().then(|| {
            let label = move || said::extract(session.language());
            view! {
                <section class="notice notice-calm answering no-print" aria-label=label>
                    <Fetched code=coming route=Route::Overview quiet=true/>
                </section>
            }
        })
    }
}

/// What the extract is, and what has been changed in it.
#[component]
fn Answer() -> impl IntoView {
    let session = Session::current();
    let answer = use_answer(|| AskOwnChanges {});
    let view = Memo::new(move |_| answer.get());
    // The name of the file that was saved last; forgotten once something else is changed.
    let saved = RwSignal::new(None::<String>);
    let by = RwSignal::new(String::new());
    Effect::new(move || {
        view.track();
        saved.set(None);
    });
    let told = move || {
        let (view, language) = (view.get()?, session.language());
        Some(view! {
            <p class="answering-what">
                <strong>{said::notice(&view, language)}</strong> " "
                {said::answer_by(&view, language).map(|by| format!("{by} "))} {said::lead(language)}
            </p>
            <p role="status">{said::changed(view.total, language)}</p>
        })
    };
    let any = Memo::new(move |_| view.get().is_some_and(|view| view.total > 0));
    let send = move || {
        any.get().then(|| {
            view! {
                <details class="answering-send">
                    <summary class="button button-first">{move || said::send(session.language())}</summary>
                    {move || view.get().map(|view| form(view, by, saved, session, session.language()))}
                </details>
            }
        })
    };
    view! { <div class="wrap">{told} {send}</div> }.into_any()
}

/// What is sent, by whom, and the letter once the file has been saved.
fn form(
    view: Arc<OwnChangesView>,
    by: RwSignal<String>,
    saved: RwSignal<Option<String>>,
    session: Session,
    language: Language,
) -> AnyView {
    let lines = said::lines(&view, language).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let name = said::file_name(&view, clock::today(), language);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let (question, name) = (AskChangeFile { by: by.get_untracked() }, name.clone());
        spawn_local(async move {
            let Some(text) = session.ask(question).await else { return };
            if files::save(&name, "application/json", &text) {
                saved.set(Some(name));
            }
        });
    };
    let letter = move || {
        let name = saved.get()?;
        let (subject, body) = said::letter(&view, &name, &by.get(), language);
        Some(view! {
            <p>{said::saved(&name, language)}</p>
            <p class="actions"><a class="button" href=links::letter(&view.answer_to, &subject, &body)>{said::mail(language)}</a></p>
        })
    };
    view! {
        <form class="answering-form" on:submit=save>
            <h2>{said::what(language)}</h2>
            <ul>{lines}</ul>
            <p class="muted">{said::since(language)}</p>
            <label class="field">
                <span class="field-label">{said::by(language)}</span>
                <input
                    class="field-input"
                    type="text"
                    autocomplete="name"
                    prop:value=by
                    on:input=move |event| by.set(dom::value_of(&event))
                />
            </label>
            <p class="actions"><button type="submit" class="button button-first">{said::save(language)}</button></p>
            <div role="status">{letter}</div>
            <p class="muted">{said::not_sent(language)}</p>
        </form>
    }
    .into_any()
}
