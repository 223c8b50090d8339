//! Over every page of an extract: that it is one, for whom, and the way back for what has been changed in it.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::{Coming, Fetched, fetched};
use super::parts::{MadePhrase, ReadyLetter, for_each_file, keep_typed, letter_act, new_phrase};
use super::route::Route;
use super::session::{Session, use_answer};
use crate::browser::{clock, dom, files, seal};
use crate::engine::request::{AskChangeFile, AskOwnChanges};
use crate::engine::view::OwnChangesView;
use crate::exchange::sealed::{SealRefusal, sealed_name};
use crate::organisation::value::Language;
use crate::text::sealed;
use crate::text::travel::answer as said;

fetched!(answering, |_| for_each_file(|| view! { <Answer/> }.into_any()).into_any());

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
    let slot = session.form_slot("answer");
    let form = AnswerForm {
        by: RwSignal::new(session.kept_form(&slot).unwrap_or_default()),
        is_sealed: RwSignal::new(false),
        phrase: RwSignal::new(String::new()),
        saved: RwSignal::new(None),
        refused: RwSignal::new(None),
    };
    keep_typed(slot, move || form.by.get());
    Effect::new(move || {
        view.track();
        form.saved.set(None);
    });
    let told = move || {
        let (view, language) = (view.get()?, session.language());
        let own = view.receiver.receiver.unit().map(|unit| {
            let href = session.link(Route::Unit { id: unit.to_owned() });
            view! { " " <a href=href>{said::own_part(&view, language)}</a> }
        });
        Some(view! {
            <p class="answering-what">
                <strong>{said::notice(&view, language)}</strong> " "
                {said::answer_by(&view, language).map(|by| format!("{by} "))} {said::lead(language)}
                {own}
            </p>
            <p role="status">
                {said::changed(view.total, language)}
                {said::nameless(view.nameless, language).map(|told| format!(" {told}"))}
            </p>
        })
    };
    let any = Memo::new(move |_| view.get().is_some_and(|view| view.total > 0));
    let send = move || {
        any.get().then(|| {
            view! {
                <details class="answering-send">
                    <summary class="button button-first">{move || said::send(session.language())}</summary>
                    {move || view.get().map(|view| answer_form(view, form, session, session.language()))}
                </details>
            }
        })
    };
    view! { <div class="wrap">{told} {send}</div> }.into_any()
}

/// What the reader says of the answer. A handle: its copies are the same form.
#[derive(Clone, Copy)]
struct AnswerForm {
    by: RwSignal<String>,
    is_sealed: RwSignal<bool>,
    phrase: RwSignal<String>,
    /// The name of the file that was saved last and whether it is sealed; forgotten once something else is changed.
    saved: RwSignal<Option<(String, bool)>>,
    /// Why the file could not be sealed.
    refused: RwSignal<Option<SealRefusal>>,
}

impl AnswerForm {
    /// Saves the change file under a name, sealed where that is wished.
    async fn save(self, name: String, text: String) {
        let is_sealed = self.is_sealed.get_untracked();
        self.refused.set(None);
        if !is_sealed {
            if files::save(&name, "application/json", &text) {
                self.saved.set(Some((name, false)));
            }
            return;
        }
        match seal::seal(text.as_bytes(), &self.phrase.get_untracked()).await {
            Ok(bytes) => {
                let name = sealed_name(&name);
                if files::save_bytes(&name, "application/octet-stream", &bytes) {
                    self.saved.set(Some((name, true)));
                }
            }
            Err(why) => self.refused.set(Some(why)),
        }
    }
}

/// What is sent, by whom, and the letter once the file has been saved.
fn answer_form(view: Arc<OwnChangesView>, form: AnswerForm, session: Session, language: Language) -> AnyView {
    let lines = said::lines(&view, language).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let name = said::file_name(&view, clock::today(), language);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let (question, name) = (AskChangeFile { by: form.by.get_untracked() }, name.clone());
        spawn_local(async move {
            let Some(text) = session.ask(question).await else { return };
            form.save(name, text).await;
        });
    };
    let letter = move || {
        let (name, is_sealed) = form.saved.get()?;
        let (subject, body) = said::letter(&view, &name, &form.by.get(), is_sealed, language);
        let stem = name.split('.').next().unwrap_or_default();
        let ready = ReadyLetter { to: &view.answer_to, subject: &subject, text: &body, stem, name: None };
        Some(view! {
            <p>{said::saved(&name, is_sealed, language)}</p>
            <p class="actions">{letter_act(ready, "button", language)}</p>
        })
    };
    let choose = move |event| {
        let is_sealed = event_target_checked(&event);
        form.phrase.set(if is_sealed { new_phrase() } else { String::new() });
        form.saved.set(None);
        form.is_sealed.set(is_sealed);
    };
    let sealing = seal::is_offered().then(|| {
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=form.is_sealed on:change=choose/>
                <span>{said::seal(language)}</span>
            </label>
            {move || form.is_sealed.get().then(|| view! { <MadePhrase phrase=form.phrase language/> })}
        }
    });
    let refused = move || {
        let why = form.refused.get()?;
        Some(view! { <p class="form-problem" role="alert">{sealed::refused(why, language)}</p> })
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
                    prop:value=form.by
                    on:input=move |event| form.by.set(dom::value_of(&event))
                />
            </label>
            {sealing}
            {refused}
            <p class="actions"><button type="submit" class="button button-first">{said::save(language)}</button></p>
            <div role="status">{letter}</div>
            <p class="muted">{said::not_sent(language)}</p>
        </form>
    }
    .into_any()
}
