//! Makes a portable copy: the page and the extract in one file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, files, portable};
use crate::engine::request::AskExtract;
use crate::engine::view::{ReceiverView, SharePage};
use crate::exchange::portable::{copy, told};
use crate::organisation::hash::sha256;
use crate::organisation::value::Language;
use crate::page::session::{AnswerSignal, Session};
use crate::text::data;
use crate::text::portable as said;

/// How far it has come.
#[derive(Debug, Clone, PartialEq)]
enum PortableState {
    Ready,
    Making,
    NoExtract,
    NoTemplate,
    Saved { name: String, size: usize, sha256: String },
}

/// The button that makes the copy, and its hash when it is made.
#[component]
pub(super) fn PortableCopy(
    /// What is shown.
    page: Memo<Option<SharePage>>,
    /// The answer that what is shown is of.
    reply: AnswerSignal<SharePage>,
) -> impl IntoView {
    let session = Session::current();
    let state = RwSignal::new(PortableState::Ready);
    // What was said is of another extract once the receiver is another.
    let receiver = Memo::new(move |_| page.get().map(|page| page.receiver));
    Effect::new(move || {
        drop(receiver.get());
        state.set(PortableState::Ready);
    });
    let save = move |_| {
        state.set(PortableState::Making);
        spawn_local(async move {
            let Some(page) = reply.settled().await else { return drop(state.try_set(PortableState::Ready)) };
            // Said again, for another receiver that has come meanwhile takes it back.
            let _ = state.try_set(PortableState::Making);
            let _ = state.try_set(made(session, page.receiver.clone()).await);
        });
    };
    let told = move || {
        let language = session.language();
        match state.get() {
            PortableState::Ready => None,
            PortableState::Making => Some(said::making(language).into_any()),
            PortableState::NoExtract => Some(said::no_extract(language).into_any()),
            PortableState::NoTemplate => Some(said::no_template(language).into_any()),
            PortableState::Saved { name, size, sha256 } => Some(saved(&name, size, sha256, language)),
        }
    };
    view! {
        <section class="card" id="portable">
            <h2>{move || said::portable(session.language())}</h2>
            <p class="lead">{move || said::lead(session.language())}</p>
            <p class="actions">
                <button type="button" class="button" disabled=move || state.get() == PortableState::Making on:click=save>
                    {move || said::save(session.language())}
                </button>
            </p>
            <div role="status">{told}</div>
        </section>
    }
}

fn saved(name: &str, size: usize, sha256: String, language: Language) -> AnyView {
    let command = |(system, command)| view! { <p>{system} ": " <code>{command}</code></p> };
    view! {
        <p>{said::saved(name, size, language)}</p>
        <p>{data::hash(language)} ": " <code>{sha256}</code></p>
        <p class="muted">{said::check(language)}</p>
        {said::commands(name).map(command)}
    }
    .into_any()
}

/// Asks for the extract, puts it into the template and offers the copy to be saved.
async fn made(session: Session, view: ReceiverView) -> PortableState {
    let (on, made, language) = untrack(|| (session.on(), clock::today(), session.language()));
    let request = AskExtract { on, made, receiver: view.receiver.clone() };
    let Some(extract) = session.ask(request).await else { return PortableState::NoExtract };
    let told = told(&extract, &view.receiver);
    let inside = said::content_name(told, made, language);
    let of_itself = |language| said::made_for(told, &view, made, language);
    let template = portable::template().await;
    let Some(bytes) = template.and_then(|template| copy(&template, &inside, of_itself, &extract)) else {
        return PortableState::NoTemplate;
    };
    let name = said::copy_name(&view.receiver, made, language);
    files::save_bytes(&name, "text/html", &bytes);
    PortableState::Saved { name, size: bytes.len(), sha256: sha256(&bytes) }
}
