//! Share: an extract for others, what it holds and what it leaves out, item by item and why.

mod portable;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::portable::PortableCopy;
use super::code::fetched;
use super::parts::{Empty, FilterBar, Hero, ListLength, Pager, Seal, SelectField};
use super::route::Route;
use super::session::{AnswerSignal, Session, use_answer, use_parts, use_title};
use crate::browser::{clock, files};
use crate::engine::lens::{ExtractOutcome, ShareFilter};
use crate::engine::request::{AskExtract, AskShare};
use crate::engine::view::{SharePage, ShareRow};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::text::numbers::{capital, integer};
use crate::text::{draft, extract as said, sealed, words};

fetched!(share, |_| {
    let (filter, from) = use_parts(|route| match route {
        Route::Share { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Share filter from/> }.into_any()
});

/// The receiver, and what they get.
#[component]
fn Share(
    /// The receiver of the extract, and which items are shown.
    filter: Signal<ShareFilter>,
    /// Items before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    use_title(move || said::share(session.language()).to_owned());
    let reply = use_answer(move || AskShare {
        on: session.on(),
        made: clock::today(),
        filter: filter.get(),
        window: length.window(from.get()),
    });
    let page = Memo::new(move |_| reply.get().as_deref().cloned());
    let top = move || {
        let (page, on, language) = (page.get()?, session.on(), session.language());
        let over = said::over(&page.receiver, on, language);
        Some(view! { <Hero over verdict=said::verdict(&page, language) after=said::after(&page, language)/> })
    };
    view! {
        {top}
        <div class="grid">
            <ToWhom page filter reply/>
            <Grounds page/>
            <Items page filter from/>
        </div>
    }
}

/// Chooses the receiver, and saves the extract.
#[component]
fn ToWhom(
    /// What is shown.
    page: Memo<Option<SharePage>>,
    /// The receiver of the extract, and which items are shown.
    filter: Signal<ShareFilter>,
    /// The answer that what is shown is of.
    reply: AnswerSignal<SharePage>,
) -> impl IntoView {
    let session = Session::current();
    let choices = Signal::derive(move || {
        let language = session.language();
        let receivers = page.get().map(|page| page.receivers).unwrap_or_default();
        receivers.iter().map(|each| (each.key.clone(), said::receiver_name(each, language))).collect()
    });
    let chosen = Signal::derive(move || page.get().map(|page| page.receiver.key).unwrap_or_default());
    let choose = move |receiver: String| {
        let filter = ShareFilter { receiver, ..filter.get_untracked() };
        session.go(Route::Share { filter, from: 0 });
    };
    let extract = async move || {
        // Never for the receiver who was chosen before.
        let (made, receiver) = (clock::today(), reply.settled().await?.receiver.receiver.clone());
        let (on, language) = untrack(|| (session.on(), session.language()));
        let name = said::file_name(&receiver, made, language);
        Some((AskExtract { on, made, receiver }, name))
    };
    let save = move |_| {
        spawn_local(async move {
            let Some((question, name)) = extract().await else { return };
            if let Some(text) = session.ask(question).await {
                files::save(&name, "application/json", &text);
            }
        });
    };
    let seal = move || {
        let language = session.language();
        view! { <Seal lead=sealed::of_extract(language) language content=extract/> }
    };
    view! {
        <div class="half stack no-print">
            <section class="card">
                <h2>{move || said::to_whom(session.language())}</h2>
                <p class="lead">{move || said::to_whom_lead(session.language())}</p>
                <SelectField
                    label=Signal::derive(move || said::receiver(session.language()).to_owned())
                    choices
                    chosen
                    choose
                />
                <p class="actions">
                    <button type="button" class="button button-first" on:click=save>
                        {move || said::save(session.language())}
                    </button>
                </p>
                <p class="muted">{move || said::read_first(session.language())}</p>
            </section>
            {seal}
            {(!session.is_copy()).then(|| view! { <PortableCopy page reply/> })}
        </div>
    }
}

/// Why items stay, with how many on each ground.
#[component]
fn Grounds(page: Memo<Option<SharePage>>) -> impl IntoView {
    let session = Session::current();
    let rows = move || {
        let (page, language) = (page.get()?, session.language());
        if page.grounds.is_empty() {
            return Some(view! { <Empty text=said::nothing_stays(language)/> }.into_any());
        }
        let row = |(ground, count): &(_, u32)| {
            view! {
                <tr>
                    <th scope="row">{capital(&said::ground(ground, language))}</th>
                    <td class="number">{integer((*count).into(), language)}</td>
                </tr>
            }
        };
        let rows = page.grounds.iter().map(row).collect_view();
        let not_listed = said::not_listed(&page, language).map(|said| view! { <p class="muted">{said}</p> });
        Some(
            view! {
                <table class="lists" aria-label=said::grounds(language)><tbody>{rows}</tbody></table>
                {not_listed}
            }
            .into_any(),
        )
    };
    view! {
        <section class="card half">
            <h2>{move || said::grounds(session.language())}</h2>
            {rows}
        </section>
    }
}

/// The items, by what becomes of them.
#[component]
fn Items(page: Memo<Option<SharePage>>, filter: Signal<ShareFilter>, from: Signal<u32>) -> impl IntoView {
    let session = Session::current();
    let outcomes = Signal::derive(move || {
        let language = session.language();
        ExtractOutcome::ALL.map(|each| (each.word().to_owned(), said::outcome_name(each, language))).to_vec()
    });
    let choose = move |word: String| {
        let outcome = ExtractOutcome::ALL.into_iter().find(|each| each.word() == word).unwrap_or_default();
        let filter = ShareFilter { outcome, ..filter.get_untracked() };
        session.go(Route::Share { filter, from: 0 });
    };
    let rows = move || {
        let (page, language, filter, from) = (page.get()?, session.language(), filter.get(), from.get());
        let shown = saturating(page.rows.len());
        let to = move |from| Route::Share { filter: filter.clone(), from };
        Some(view! {
            <p class="results" role="status">{said::results(page.total, language)}</p>
            {(page.total == 0).then(|| view! { <Empty text=said::none(language)/> })}
            {(page.total > 0).then(|| table(&page.rows, language))}
            <Pager from shown total=page.total language route=to/>
        })
    };
    view! {
        <section class="card full">
            <h2>{move || said::items(session.language())}</h2>
            <FilterBar>
                <SelectField
                    label=Signal::derive(move || said::outcome(session.language()).to_owned())
                    choices=outcomes
                    chosen=Signal::derive(move || filter.get().outcome.word().to_owned())
                    choose
                />
            </FilterBar>
            {rows}
        </section>
    }
}

fn table(rows: &[ShareRow], language: Language) -> AnyView {
    let heads = [said::item(language), said::list(language), said::why(language)];
    let head = |head| view! { <th role="columnheader" scope="col">{head}</th> };
    let line = |row: &ShareRow| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{draft::subject(&row.item.about, language)}</th>
                <td role="cell" data-label=said::list(language)>{row.item.about.list.map(|list| capital(words::list(list, language)))}</td>
                <td role="cell" data-label=said::why(language)>{said::why_said(row, language)}</td>
            </tr>
        }
    };
    view! {
        <table class="list" role="table" aria-label=said::items(language)>
            <thead role="rowgroup">
                <tr role="row">{heads.map(head).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{rows.iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
