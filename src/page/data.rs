//! Data: what is open, what is wrong with it, how to open another file, and how to make one.

mod changes;
mod exports;
mod kept;
mod own;
mod problems;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::changes::Changes;
use self::exports::Exports;
use self::kept::Kept;
use self::own::OwnFile;
use self::problems::Problems;
use super::code::fetched;
use super::notices::KeptLine;
use super::parts::{Fact, Seal};
use super::route::{PageKind, Route};
use super::session::{Session, use_part};
use super::shell::FilePicker;
use crate::browser::{dom, files};
use crate::engine::request::{AskCanonical, AskVerdict, EngineQuestion};
use crate::engine::view::Summary;
use crate::organisation::value::Language;
use crate::text::numbers::{bytes, date, integer};
use crate::text::{data, sealed, words};

fetched!(data, |_| {
    let from = use_part(|route| match route {
        Route::Data { from } => Some(from),
        _ => None,
    });
    view! { <Data from /> }.into_any()
});

/// What is open, and what is wrong with it.
#[component]
pub fn Data(
    /// Problems before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let top = move || {
        let (summary, language) = (session.summary()?, session.language());
        Some(view! {
            <div class="hero">
                <h1 tabindex="-1">{data::headline(&summary, language)}</h1>
                <p class="sub">{data::after(&summary, language)}</p>
            </div>
        })
    };
    let cards = move || {
        let (summary, language) = (session.summary()?, session.language());
        let name = data::file_name(&summary.file).to_owned();
        Some(view! {
            <div class="half stack">
                {(session.is_copy() || session.may_change()).then(|| view! { <Kept /> })}
                <OpenOther language />
                {(!session.is_copy()).then(|| view! { <Exports language /> })}
                <Save language file=summary.file.clone() />
                <Seal lead=sealed::of_file(language) language content=async move || Some((AskCanonical {}, name.clone())) />
                {session.has(PageKind::Start).then(|| view! { <OwnFile language /> })}
            </div>
            <Loaded summary language />
        })
    };
    view! {
        {top}
        <div class="grid">
            <Changes />
            <Problems from />
            {cards}
        </div>
    }
}

/// The open file: its name, its size, its lists.
#[component]
fn Loaded(
    /// The open file.
    summary: Arc<Summary>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let day = summary.as_of.map_or_else(|| data::no_day(language).to_owned(), |day| date(day, language));
    let notice = summary.notice.as_ref().map(|notice| notice.say(language).to_owned());
    let (file, size) = (summary.file.clone(), bytes(summary.bytes, language));
    let session = Session::current();
    let aside = summary.lists.iter().any(|list| list.set_aside > 0);
    let lists = summary.lists.iter().filter(|list| list.used + list.set_aside > 0).map(|list| {
        view! {
            <tr>
                <th scope="row">{words::list(list.list, language)}</th>
                <td class="number">{integer(list.used.into(), language)}</td>
                {aside.then(|| view! { <td class="number">{integer(list.set_aside.into(), language)}</td> })}
            </tr>
        }
    });
    let lists = lists.collect_view();
    view! {
        <section class="card half lists-card">
            <h2>{data::loaded(language)}</h2>
            <dl class="facts">
                <Fact label=data::file(language)>{file}</Fact>
                <Fact label=data::size(language)>{size}</Fact>
                <Fact label=data::day(language)>{day}</Fact>
                <Fact label=data::hash(language)>
                    <code>{move || session.hash()}</code>
                </Fact>
                {notice.map(|notice| view! { <Fact label=data::notice(language)>{notice}</Fact> })}
            </dl>
            <table class="lists">
                <caption class="visually-hidden">{data::lists(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{data::list(language)}</th>
                        <th scope="col" class="number">
                            {data::used(language)}
                        </th>
                        {aside.then(|| view! { <th scope="col" class="number">{data::set_aside(language)}</th> })}
                    </tr>
                </thead>
                <tbody>{lists}</tbody>
            </table>
        </section>
    }
}

/// Opens another file.
#[component]
fn OpenOther(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    view! {
        <section class="card no-print">
            <h2>{data::open(language)}</h2>
            <p class="lead">{data::open_lead(language)}</p>
            <FilePicker label=crate::text::shell::choose(language) />
        </section>
    }
}

/// Saves the file in canonical form, and the verdict.
#[component]
fn Save(
    /// The reader's language.
    language: Language,
    /// What the file is called.
    file: String,
) -> impl IntoView {
    let session = Session::current();
    let verdict = move |_| {
        let on = untrack(|| session.on());
        spawn_local(save(session, AskVerdict { on }, format!("verdict-{on}.json")));
    };
    view! {
        <section class="card no-print">
            <h2>{data::save(language)}</h2>
            <p class="lead">{data::save_lead(language)}</p>
            {move || {
                (session.draft().unsaved > 0)
                    .then(|| {
                        view! {
                            <div class="actions">
                                <button
                                    type="button"
                                    class="button button-first"
                                    on:click=move |_| session.save()
                                >
                                    {crate::text::keep::save(language)}
                                </button>
                                <KeptLine />
                            </div>
                        }
                    })
            }}
            {session.may_change().then(|| name(session, language))}
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| spawn_local(save(session, AskCanonical {}, data::file_name(&file).to_owned()))
                >
                    {data::save_file(language)}
                </button>
                <button type="button" class="button" on:click=verdict>
                    {data::save_verdict(language)}
                </button>
            </p>
        </section>
    }
}

/// What the reader calls themselves in the history of the file, once they have been asked.
fn name(session: Session, language: Language) -> Option<AnyView> {
    let by = session.by()?;
    let changed = move |event| session.call_me(dom::value_of(&event).trim());
    Some(
        view! {
            <label class="field">
                <span class="field-label">{crate::text::trail::name_in_history(language)}</span>
                <input type="text" class="field-input" autocomplete="name" prop:value=by on:change=changed/>
            </label>
        }
        .into_any(),
    )
}

/// Saves what the engine answers, under a name.
async fn save(session: Session, question: impl EngineQuestion<Answer = String>, name: String) {
    if let Some(text) = session.ask(question).await {
        files::save(&name, "application/json", &text);
    }
}
