//! The representatives: each workplace with who represents it, found by name and by how it stands.

mod cards;

use leptos::prelude::*;

use self::cards::Cards;
use super::code::fetched;
use super::edit::{EditButton, Editing};
use super::parts::{
    Choice, Empty, Hero, Pager, STEP, SearchField, SelectField, UnitLink, bar, marked, person, rule_lines,
};
use super::route::Route;
use super::session::{Session, use_part, use_parts, use_reply};
use crate::coverage::{State, Tally};
use crate::draft::Value;
use crate::engine::request::{Request, Window, WorkplaceFilter};
use crate::engine::view::{DepartmentTally, PostRow, PostState, RepresentativePage, RepresentativeRow};
use crate::organisation::value::{Date, Language};
use crate::text::roles::representatives as text;
use crate::text::{finding, numbers, overview, pages};

/// The role that represents.
const ROLE: &str = "security_representative";

fetched!(representatives, |route| {
    if matches!(route, Route::Cards { .. }) {
        let filter = use_part(|route| match route {
            Route::Cards { filter } => Some(filter),
            _ => None,
        });
        return view! { <Cards filter/> }.into_any();
    }
    let (filter, from) = use_parts(|route| match route {
        Route::Representatives { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Representatives filter from/> }.into_any()
});

/// The representatives.
#[component]
pub fn Representatives(
    /// Which workplaces.
    filter: Signal<WorkplaceFilter>,
    /// Workplaces before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_reply::<RepresentativePage>(move || Request::Representatives {
        lens: session.lens(),
        filter: filter.get(),
        window: Window { from: from.get(), count: STEP },
    });
    let hero = move || {
        let (page, language) = (reply.get()?, session.language());
        let (verdict, after) = (text::verdict(&page, language), text::after(&page, language));
        Some(view! { <Hero over=numbers::date(session.on(), language) verdict after/> })
    };
    let pictures = move || {
        let (page, language) = (reply.get()?, session.language());
        Some(view! { {departments(session, &page.departments, language)} {rule_lines(&page.rules, language)} })
    };
    let tally = Memo::new(move |_| reply.get().map(|page| page.tally).unwrap_or_default());
    let rows =
        move || Some(listed(session, &*reply.get()?, &filter.get(), from.get(), session.on(), session.language()));
    view! {
        {hero}
        <div class="grid">
            {pictures}
            <section class="card full" id="workplaces">
                <Filter filter tally/>
                {rows}
            </section>
        </div>
    }
}

/// How each department stands; each leads to its own part.
fn departments(session: Session, rows: &[DepartmentTally], language: Language) -> impl IntoView + use<> {
    let row = |DepartmentTally { department, tally }: &DepartmentTally| {
        let name = match department {
            Some(unit) => {
                let all = Route::Representatives { filter: WorkplaceFilter::default(), from: 0 };
                let href = session.href_within(all, Some(unit.id.clone()));
                view! { <a class="rule-text" href=href>{unit.name.say(language).to_owned()}</a> }.into_any()
            }
            None => text::no_department(language).into_any(),
        };
        view! {
            <li class="rule">
                {name}
                <span class="rule-count">
                    <strong>{numbers::integer((tally.met + tally.expiring).into(), language)}</strong>
                    " "
                    {overview::out_of(tally.applicable, language)}
                </span>
                {bar(tally, language)}
            </li>
        }
    };
    (rows.len() > 1).then(|| {
        view! {
            <section class="card full">
                <h2>{text::departments(language)}</h2>
                <p class="lead">{text::departments_lead(language)}</p>
                <ul class="rules in-columns" role="list">{rows.iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

/// What is searched for, and which states are shown.
#[component]
fn Filter(
    /// Which workplaces.
    filter: Signal<WorkplaceFilter>,
    /// How all of them stand.
    tally: Memo<Tally>,
) -> impl IntoView {
    let session = Session::current();
    let go = move |change: &dyn Fn(&mut WorkplaceFilter)| {
        let mut filter = untrack(|| filter.get());
        change(&mut filter);
        session.replace(Route::Representatives { filter, from: 0 });
    };
    let choices = Signal::derive(move || {
        let (language, tally, chosen) = (session.language(), tally.get(), filter.get().state);
        let counted = [
            (State::Missing, tally.missing),
            (State::Expiring, tally.expiring),
            (State::Met, tally.met),
            (State::Broken, tally.broken),
            (State::Unknown, tally.unknown),
            (State::Accepted, tally.accepted),
        ];
        let there = counted.into_iter().filter(|(state, count)| *count > 0 || chosen == Some(*state));
        let choice = |(state, count): (State, u32)| {
            (
                state.word().to_owned(),
                format!("{} ({})", text::choice(state, language), numbers::integer(count.into(), language)),
            )
        };
        let all: Choice = (String::new(), text::all(language).to_owned());
        std::iter::once(all).chain(there.map(choice)).collect()
    });
    view! {
        <form class="fields" role="search" on:submit=|event| event.prevent_default()>
            <SearchField
                label=Signal::derive(move || text::find(session.language()).to_owned())
                text=Signal::derive(move || filter.get().find)
                search=move |find: String| go(&|filter| filter.find.clone_from(&find))
            />
            <SelectField
                label=Signal::derive(move || text::state(session.language()).to_owned())
                choices
                chosen=Signal::derive(move || filter.get().state.map(State::word).unwrap_or_default().to_owned())
                choose=move |state: String| go(&|filter| filter.state = State::from_word(&state))
            />
        </form>
    }
}

/// The workplaces, under the name of their department.
fn listed(
    session: Session,
    page: &RepresentativePage,
    filter: &WorkplaceFilter,
    from: u32,
    on: Date,
    language: Language,
) -> AnyView {
    let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    let groups = page.rows.chunk_by(|a, b| a.department == b.department).map(|rows| {
        let name = match rows.first().and_then(|row| row.department.clone()) {
            Some(unit) => view! { <UnitLink unit language/> }.into_any(),
            None => text::no_department(language).into_any(),
        };
        view! {
            <h3 class="group">{name}</h3>
            <ul class="rows" role="list">{rows.iter().map(|row| workplace(session, row, on, language)).collect_view()}</ul>
        }
    });
    let cards = (page.total > 0).then(|| {
        let href = session.href(Route::Cards { filter: filter.clone() });
        view! { <a class="button button-small" href=href>{text::print_cards(language)}</a> }
    });
    let route = {
        let filter = filter.clone();
        move |from| Route::Representatives { filter: filter.clone(), from }
    };
    view! {
        <div class="results-line">
            <h2 class="results" role="status">{text::found(page.total, language)}</h2>
            {cards}
        </div>
        {(page.total == 0).then(|| view! { <Empty text=text::nothing(language)/> })}
        {groups.collect_view()}
        <Pager from shown total=page.total language route/>
    }
    .into_any()
}

/// A workplace, who represents it, and what can be done.
fn workplace(session: Session, row: &RepresentativeRow, on: Date, language: Language) -> impl IntoView + use<> {
    let current = |post: &&PostRow| post.state == PostState::Current;
    let hole = (!row.posts.iter().any(|post| current(&post) && !post.substitute)).then(|| {
        let nobody = text::nobody(language);
        let class = if row.mark.is_some() { "vacant" } else { "muted" };
        view! { <span class=class>{nobody}</span> }
    });
    let holders = row.posts.iter().filter(|post| post.state != PostState::Vacant).map(|post| holder(post, language));
    let vacant = row.posts.iter().find(|post| post.state == PostState::Vacant);
    let act = match (vacant, row.posts.iter().find(current)) {
        (Some(vacant), _) => {
            let editing = Editing::Item { list: "assignments", key: vacant.key.clone() };
            Some(view! { <EditButton label=text::fill(language).to_owned() editing/> })
        }
        (None, None) => {
            let field = |name: &str, value: &str| (name.to_owned(), Value::text(value));
            let preset = vec![field("role", ROLE), field("unit", &row.unit.id), field("from", &on.to_string())];
            let editing = Editing::New { list: "assignments", preset };
            Some(view! { <EditButton label=text::appoint(language).to_owned() editing/> })
        }
        (None, Some(_)) => None,
    };
    let filter = WorkplaceFilter { unit: Some(row.unit.id.clone()), ..WorkplaceFilter::default() };
    let card = session.href(Route::Cards { filter });
    let name = row.unit.name.say(language).to_owned();
    view! {
        <li class="held-by">
            {row.mark.clone().map(|mark| marked(mark, language, true))}
            <span class="held-what"><UnitLink unit=row.unit.clone() language/></span>
            <span class="held-who">{hole} {holders.collect_view()}</span>
            <span class="held-acts no-print">
                {act}
                <a class="button button-small" href=card>
                    {text::card(language)} <span class="visually-hidden">" " {name}</span>
                </a>
            </span>
        </li>
    }
}

/// A holder or a substitute, with what is left of the term.
fn holder(post: &PostRow, language: Language) -> impl IntoView + use<> {
    let state = (post.state == PostState::Coming).then(|| pages::post_state(post.state, language).to_owned());
    let standing_in = post.substitute.then(|| pages::substitute(language).to_owned());
    let notes: Vec<String> =
        standing_in.into_iter().chain(state).chain([finding::term(post.from, post.until, language)]).collect();
    let who = post.person.clone().map(person);
    view! { <span class="held-one">{who} <span class="muted">{notes.join(", ")}</span></span> }
}
