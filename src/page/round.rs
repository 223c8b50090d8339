//! Rounds: everyone who has a part of the file is asked to look it through, each with an extract and a letter, and what
//! they answer is brought in.

mod files;
mod form;
mod state;

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::files::MadeFiles;
use self::form::NewRound;
use self::state::round_state;
use super::code::fetched;
use super::parts::Hero;
use super::session::{Session, use_answer, use_title};
use crate::browser::file::BrowserFile;
use crate::browser::files::all_picked;
use crate::engine::request::AskRounds;
use crate::organisation::number::saturating;
use crate::text::shell;
use crate::text::travel::rounds as said;
use crate::travel::is_change_file;

fetched!(round, |_| view! { <Rounds/> }.into_any());

/// What has been made for a round, until something else is.
#[derive(Debug, Clone, PartialEq)]
enum Making {
    /// Nothing has been made yet.
    Ready,
    /// The files are being made.
    Underway,
    /// The files could not be made.
    Failed,
    /// The files have been offered to be saved.
    Done(MadeFiles),
}

#[component]
fn Rounds() -> impl IntoView {
    let session = Session::current();
    use_title(move || shell::round(session.language()).to_owned());
    let waiting = session.waiting_changes();
    let answer = use_answer(move || AskRounds {
        on: session.on(),
        waiting: waiting.with(|waiting| waiting.iter().map(|changes| changes.text.clone()).collect()),
    });
    let view = Memo::new(move |_| answer.get());
    let making = RwSignal::new(Making::Ready);
    // Whether the reader wishes to begin another; where there is no round there is nothing else to do.
    let wished = RwSignal::new(false);
    let any = Memo::new(move |_| view.get().is_some_and(|view| !view.rounds.is_empty()));
    let is_new = Memo::new(move |_| wished.get() || view.get().is_some_and(|view| view.rounds.is_empty()));
    let top = move || {
        let (view, language) = (view.get()?, session.language());
        let over = said::over(&view, language);
        Some(view! { <Hero over verdict=said::verdict(&view, language) after=said::lead(language)/> })
    };
    let begin = move || {
        (any.get() && !is_new.get()).then(|| {
            view! {
                <p class="actions no-print">
                    <button type="button" class="button" on:click=move |_| wished.set(true)>
                        {move || said::new(session.language())}
                    </button>
                </p>
            }
        })
    };
    let rounds = move || {
        let (view, language) = (view.get()?, session.language());
        let rounds = view.rounds.iter().map(|round| round_state(&view, round, making, session, language));
        Some(rounds.collect_view())
    };
    let form = move || is_new.get().then(|| view! { <NewRound view making wished/> });
    view! {
        {top}
        {begin}
        <div class="grid">
            {form}
            <div class="full" role="status">{move || told(making, session)}</div>
            {move || any.get().then(|| view! { <Answers/> })}
            {rounds}
        </div>
    }
    .into_any()
}

/// Where answers are dropped or chosen.
#[component]
fn Answers() -> impl IntoView {
    let session = Session::current();
    let told = RwSignal::new((0_u32, Vec::<String>::new()));
    let take = move |files: Vec<BrowserFile>| {
        spawn_local(async move {
            let (mut count, mut others) = (0, Vec::new());
            for file in files {
                let text = file.read().await.and_then(|bytes| String::from_utf8(bytes).ok());
                match text.filter(|text| is_change_file(text.as_bytes())) {
                    Some(text) => {
                        session.add_changes(file.name(), text);
                        count += 1;
                    }
                    None => others.push(file.name()),
                }
            }
            let _ = told.try_set((count, others));
        });
    };
    session.take_dropped(Some(Rc::new(take)));
    on_cleanup(move || session.take_dropped(None));
    view! {
        <section class="card full round-drop no-print">
            <div>
                <h2>{move || said::drop(session.language())}</h2>
                <p class="muted">{move || said::drop_what(session.language())}</p>
                <p role="status">{move || told.with(|(count, others)| said::taken(*count, others, session.language()))}</p>
            </div>
            <label class="button file-picker">
                {move || said::choose(session.language())}
                <input
                    class="visually-hidden"
                    type="file"
                    multiple=true
                    accept=".json,application/json"
                    on:change=move |event| take(all_picked(&event))
                />
            </label>
        </section>
    }
}

/// How far the files have come, and what else is to be done with them.
fn told(making: RwSignal<Making>, session: Session) -> AnyView {
    let language = session.language();
    match making.get() {
        Making::Ready => ().into_any(),
        Making::Underway => view! { <p>{said::making(language)}</p> }.into_any(),
        Making::Failed => view! { <p class="form-problem">{said::failed(language)}</p> }.into_any(),
        Making::Done(made) => {
            let count = saturating(made.letters.len());
            let letters = made.letters.iter().map(|(name, href)| {
                view! { <li><a href=href.clone()>{name.clone()}</a></li> }
            });
            view! {
                <section class="card full" id="made">
                    <p><strong>{said::saved(&made.file, count, language)}</strong></p>
                    {(!made.phrases.is_empty()).then(|| files::phrases(&made.phrases, language))}
                    <details>
                        <summary>{said::letters_made(language)}</summary>
                        <ul>{letters.collect_view()}</ul>
                    </details>
                </section>
            }
            .into_any()
        }
    }
}
