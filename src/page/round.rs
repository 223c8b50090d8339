//! Rounds: everyone who has a part of the file is asked to look it through, each with an extract and a letter, and what
//! they answer is brought in.

mod again;
mod answers;
mod files;
mod form;
mod forms;
mod sealed;
mod state;

use leptos::prelude::*;

use self::answers::Answers;
use self::files::{MadeFiles, MadeWhere, NotMade};
use self::form::NewRound;
use self::state::{Settled, round_state};
use super::code::fetched;
use super::parts::{Hero, for_each_file};
use super::session::{Session, use_answer, use_title};
use crate::browser::dom;
use crate::engine::request::AskRounds;
use crate::organisation::number::saturating;
use crate::text::travel::rounds as said;
use crate::text::{self, portable, shell};
use crate::travel::{is_change_file, is_returned_extract};

fetched!(round, |_| for_each_file(|| view! { <Rounds/> }.into_any()).into_any());

/// What has been made for a round, until something else is.
#[derive(Debug, Clone, PartialEq)]
enum Making {
    /// Nothing has been made yet.
    Ready,
    /// The files are being made.
    Underway,
    /// The files could not be made.
    Failed(NotMade),
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
    let settled = RwSignal::new(false);
    provide_context(Settled(settled));
    Effect::new(move |_| {
        view.track();
        if settled.get_untracked() {
            settled.set(false);
            request_animation_frame(|| _ = dom::focus("main h1"));
        }
    });
    let making = RwSignal::new(Making::Ready);
    // Whether the reader wishes to begin another; where there is no round there is nothing else to do.
    let wished = RwSignal::new(session.is_kept(&form::slot(session)));
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
            {move || any.get().then(|| view! { <Answers view/> })}
            {rounds}
        </div>
    }
    .into_any()
}

/// Has a file wait to be looked at, if it is an answer; else what it is called.
fn taken(session: Session, name: String, content: Vec<u8>) -> Result<(), String> {
    let Some(text) = String::from_utf8(content).ok().filter(|text| is_answer(text.as_bytes())) else {
        return Err(name);
    };
    session.add_changes(name, text);
    Ok(())
}

/// Whether a file is an answer: a change file, or an extract that was saved instead.
fn is_answer(bytes: &[u8]) -> bool {
    is_change_file(bytes) || is_returned_extract(bytes)
}

/// How far the files have come, and what else is to be done with them.
fn told(making: RwSignal<Making>, session: Session) -> AnyView {
    let language = session.language();
    match making.get() {
        Making::Ready => ().into_any(),
        Making::Underway => view! { <p>{said::making(language)}</p> }.into_any(),
        Making::Failed(why) => {
            let why = match why {
                NotMade::Wish => said::failed(language).to_owned(),
                NotMade::Template => portable::no_template(language).to_owned(),
                NotMade::Seal(why) => text::sealed::refused(why, language),
                NotMade::Picking => said::not_picked(language).to_owned(),
                NotMade::Folder => said::no_folder(language).to_owned(),
            };
            view! { <p class="form-problem">{why}</p> }.into_any()
        }
        Making::Done(made) => {
            let count = saturating(made.letters.len());
            let letters = made.letters.iter().map(|(name, href)| {
                view! { <li><a href=href.clone()>{name.clone()}</a></li> }
            });
            let saved = match made.to {
                MadeWhere::Archive => said::saved(&made.name, count, language),
                MadeWhere::Folder => said::saved_in(&made.name, count, language),
            };
            view! {
                <section class="card full" id="made">
                    <p><strong>{saved}</strong></p>
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
