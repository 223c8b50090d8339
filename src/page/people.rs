//! People: how many can be reached, a search among them, and what each of them holds.

use leptos::prelude::*;

use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{Empty, FilterBar, Hero, ListLength, Pager, SearchField, person_link, reached};
use super::route::Route;
use super::session::{Session, use_answer, use_parts, use_title};
use crate::engine::request::AskPeople;
use crate::engine::view::{PeoplePage, PersonRow};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::text::people as said;
use crate::text::{draft, numbers, shell};

fetched!(people, |_| {
    let (find, from) = use_parts(|route| match route {
        Route::People { find, from } => Some((find, from)),
        _ => None,
    });
    view! { <People find from/> }.into_any()
});

/// The list of people.
#[component]
fn People(
    /// What the people are sought by; empty for all.
    find: Signal<String>,
    /// People before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    use_title(move || shell::people(session.language()).to_owned());
    let reply =
        use_answer(move || AskPeople { lens: session.lens(), find: find.get(), window: length.window(from.get()) });
    let hero = move || {
        let (page, language) = (reply.get()?, session.language());
        let over = numbers::date(session.on(), language);
        Some(view! { <Hero over verdict=said::verdict(&page, language) after=said::after(&page, language)/> })
    };
    let list = move || Some(shown(&*reply.get()?, from.get(), find.get(), session.on(), session.language()));
    let has_any = Memo::new(move |_| reply.get().is_some_and(|page| page.all > 0));
    let label = Signal::derive(move || said::find(session.language()).to_owned());
    let search = move |find: String| session.replace(Route::People { find, from: 0 });
    let filter = move || has_any.get().then(|| view! { <FilterBar><SearchField label text=find search/></FilterBar> });
    let add = move || {
        let label = draft::new_person_named(session.language()).to_owned();
        view! { <EditButton label editing=OpenForm::New { list: ListName::People, preset: Vec::new() }/> }
    };
    view! {
        {hero}
        <div class="grid">
            <section class="card full">
                <h2 class="visually-hidden">{move || shell::people(session.language())}</h2>
                {filter}
                <p class="actions no-print">{add}</p>
                {list}
            </section>
        </div>
    }
}

fn shown(page: &PeoplePage, from: u32, find: String, on: Date, language: Language) -> AnyView {
    let rows = page.rows.iter().map(|row| line(row, on, language)).collect_view();
    let heads = [said::person(language), said::posts(language), said::until(language), said::reach(language)];
    let head = |head| view! { <th role="columnheader" scope="col">{head}</th> };
    let table = (!page.rows.is_empty()).then(|| {
        view! {
            <table class="list" role="table" aria-label=shell::people(language)>
                <thead role="rowgroup">
                    <tr role="row">{heads.into_iter().map(head).collect_view()}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
    });
    let empty = if page.all == 0 { said::none(language) } else { said::nobody(language) };
    let route = move |from| Route::People { find: find.clone(), from };
    view! {
        <p class="results" role="status">{said::results(page.total, language)}</p>
        {(page.total == 0).then(|| view! { <Empty text=empty/> })}
        {table}
        <Pager from shown=saturating(page.rows.len()) total=page.total language route/>
    }
    .into_any()
}

fn line(row: &PersonRow, on: Date, language: Language) -> AnyView {
    let until = row.until.map(|until| {
        let said = numbers::short_date(until, language);
        if said::soon(until, on) { view! { <strong>{said}</strong> }.into_any() } else { said.into_any() }
    });
    let unit = row.unit.as_ref().map(|unit| unit.name.say(language).to_owned());
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                {person_link(row.person.id.clone(), row.person.name.clone())}
                {unit.map(|unit| view! { " " <span class="muted">{unit}</span> })}
            </th>
            <td role="cell" data-label=said::posts(language)>{said::posts_line(&row.posts, row.more, language)}</td>
            <td role="cell" data-label=said::until(language)>{until}</td>
            <td role="cell" data-label=said::reach(language)>{reached(&row.person)}</td>
        </tr>
    }
    .into_any()
}
