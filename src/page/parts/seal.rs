//! Saves the open file, or an extract of it, sealed.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{files, seal};
use crate::engine::request::EngineQuestion;
use crate::exchange::sealed::{SealRefusal, generated, sealed_name};
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::sealed as said;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq)]
enum SealState {
    Ready,
    Sealing,
    Saved,
    Refused(SealRefusal),
}

/// A passphrase that is made up by chance, since nobody can judge how hard another one is to guess, and the button that
/// seals.
#[component]
pub fn Seal<Q: EngineQuestion<Answer = String> + 'static>(
    /// What is sealed, in words.
    lead: &'static str,
    /// The reader's language.
    language: Language,
    /// Asks the engine for it, with the name that it would have unsealed; none where there is nothing to seal.
    content: impl AsyncFn() -> Option<(Q, String)> + Clone + 'static,
) -> impl IntoView {
    let session = Session::current();
    let phrase = RwSignal::new(new_phrase());
    let state = RwSignal::new(SealState::Ready);
    let another = move |_| {
        phrase.set(new_phrase());
        state.set(SealState::Ready);
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let (content, phrase) = (content.clone(), phrase.get_untracked());
        state.set(SealState::Sealing);
        spawn_local(async move {
            let Some((question, name)) = content().await else { return state.set(SealState::Ready) };
            let Some(text) = session.ask(question).await else { return state.set(SealState::Ready) };
            state.set(match seal::seal(text.as_bytes(), &phrase).await {
                Ok(bytes) => {
                    files::save_bytes(&sealed_name(&name), "application/octet-stream", &bytes);
                    SealState::Saved
                }
                Err(why) => SealState::Refused(why),
            });
        });
    };
    let told = move || match state.get() {
        SealState::Ready => String::new(),
        SealState::Sealing => said::sealing(language).to_owned(),
        SealState::Saved => said::saved(language).to_owned(),
        SealState::Refused(why) => said::refused(why, language),
    };
    let form = if seal::is_offered() {
        view! {
            <form on:submit=save>
                <MadePhrase phrase language/>
                <p class="actions">
                    <button type="submit" class="button" disabled=move || state.get() == SealState::Sealing>
                        {said::save(language)}
                    </button>
                    <button type="button" class="button" on:click=another>{said::another(language)}</button>
                </p>
                <p role="status">{told}</p>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="muted">{said::refused(SealRefusal::NoCryptography, language)}</p> }.into_any()
    };
    view! {
        <section class="card no-print" id="seal">
            <h2>{said::seal(language)}</h2>
            <p class="lead">{lead} " " {said::seal_lead(language)}</p>
            {form}
        </section>
    }
}

/// A passphrase made up by chance.
pub fn new_phrase() -> String {
    seal::random().map(generated).unwrap_or_default()
}

/// A passphrase that was made up by chance, to be copied, and how hard it is to guess.
#[component]
pub fn MadePhrase(
    /// The passphrase.
    phrase: RwSignal<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field-label">{said::passphrase(language)}</span>
            <input
                type="text"
                class="field-input"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                readonly=true
                prop:value=phrase
            />
        </label>
        <p class="muted">{said::strength(language)}</p>
    }
}
