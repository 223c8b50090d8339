//! What is said when a file could not be opened: over what is still open, or as a page of its own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::engine::FileSource;
use crate::browser::{disk, files};
use crate::organisation::value::Language;
use crate::page::session::{Failure, FailureKind, Session};
use crate::page::unreadable::UnreadableFile;
use crate::text::travel::review;
use crate::text::{import, keep, shell};

/// Over the page that is open: why another file was not opened, until the reader puts it away.
#[component]
pub(in crate::page) fn FailureNotice() -> impl IntoView {
    let session = Session::current();
    move || {
        let (failure, summary) = (session.failure()?, session.summary()?);
        let language = session.language();
        // A file without a name of its municipality is called by its own.
        let open = Some(summary.name.say(language)).filter(|name| !name.is_empty()).unwrap_or(&summary.file).to_owned();
        if failure.kind == FailureKind::Lost {
            return Some(view! { <Lost language /> }.into_any());
        }
        let instead = session.may_import(&failure.name).then(|| {
            view! {
                <button type="button" class="button button-first" on:click=move |_| session.import_instead()>
                    {import::instead(language)}
                </button>
            }
        });
        let again = (failure.kind == FailureKind::Engine).then(|| view! { <Again language /> });
        Some(
            view! {
                <div class="notice" role="alert">
                    <div class="wrap">
                        <div class="notice-what">
                            <p>
                                <strong>{shell::not_opened(&failure.name, language)}"."</strong>
                            </p>
                            <p>{reason(&failure, language)}</p>
                            <p>{shell::still_open(&open, language)}</p>
                        </div>
                        {again} {instead}
                        <button type="button" class="button" on:click=move |_| session.dismiss()>
                            {shell::dismiss(language)}
                        </button>
                    </div>
                </div>
            }
            .into_any(),
        )
    }
}

/// That the engine has stopped with a file open, and the way back to the work.
#[component]
fn Lost(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    view! {
        <div class="notice" role="alert">
            <div class="wrap">
                <div class="notice-what">
                    <p>
                        <strong>{keep::engine_lost(language)}</strong>
                    </p>
                    <p>{keep::engine_lost_what(language)}</p>
                </div>
                <button type="button" class="button button-first" on:click=move |_| session.reopen()>
                    {keep::reopen(language)}
                </button>
            </div>
        </div>
    }
}

/// In place of a page: that the first file is being read, or why it was not.
#[component]
pub(super) fn NothingOpen() -> impl IntoView {
    let session = Session::current();
    move || {
        let language = session.language();
        match session.failure() {
            None => view! { <h1 class="boot-line" tabindex="-1">{shell::loading(language)}</h1> }.into_any(),
            Some(failure) => view! {
                <div class="hero">
                    <h1 tabindex="-1">{heading(&failure, language)}</h1>
                    <p class="sub">{reason(&failure, language)}</p>
                    <p class="actions">
                        {may_pass(&failure).then(|| view! { <Again language /> })} <FilePicker label=shell::choose(language) />
                    </p>
                </div>
            }
            .into_any(),
        }
    }
}

/// Tries the last file again.
#[component]
fn Again(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    view! {
        <button type="button" class="button" on:click=move |_| session.load_again()>
            {shell::again(language)}
        </button>
    }
}

/// The button that chooses a file and opens it.
#[component]
pub(in crate::page) fn FilePicker(
    /// What the button says.
    label: &'static str,
) -> impl IntoView {
    let session = Session::current();
    let picked = move |event| {
        if let Some(file) = files::picked(&event) {
            session.load(FileSource::File(file));
        }
    };
    // Where the browser can pick a file that may be written to later, it picks one of those instead.
    let pick = move |event: leptos::ev::MouseEvent| {
        if disk::can_pick() {
            event.prevent_default();
            spawn_local(async move {
                if let Ok((file, handle)) = disk::pick().await {
                    session.load(FileSource::Disk(file, handle));
                }
            });
        }
    };
    view! {
        <label class="button button-first file-picker">
            {label} <input class="visually-hidden" type="file" accept=".json,application/json,.sealed" on:click=pick on:change=picked />
        </label>
    }
}

fn heading(failure: &Failure, language: Language) -> String {
    match failure.kind {
        FailureKind::Cancelled => shell::stopped(&failure.name, language),
        _ => shell::not_opened(&failure.name, language),
    }
}

/// Whether trying again may help.
const fn may_pass(failure: &Failure) -> bool {
    matches!(failure.kind, FailureKind::NotFetched(_) | FailureKind::Engine | FailureKind::Cancelled)
}

fn reason(failure: &Failure, language: Language) -> AnyView {
    match &failure.kind {
        FailureKind::Unreadable(_) => view! { <UnreadableFile /> }.into_any(),
        FailureKind::NotFetched(why) => shell::not_fetched(why, language).into_any(),
        FailureKind::Changes => review::first(language).into_any(),
        FailureKind::Elsewhere => shell::elsewhere(language).into_any(),
        FailureKind::Engine | FailureKind::Lost => shell::engine_failed(language).into_any(),
        FailureKind::Cancelled => shell::cancelled(language).into_any(),
    }
}
