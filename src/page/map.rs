//! The map: every workplace as one cell, by department, under the rule and the state that are chosen; beside it the
//! same as figures, and the workplaces by name.

mod board;
mod chart;
mod choice;
mod hand;
mod list;
mod named;
mod names;
mod stage;
mod stamp;
mod table;
mod tiles;

use leptos::prelude::*;

use self::board::Board;
use self::choice::{RuleChoice, StateChoice};
use self::list::List;
use self::table::Departments;
use super::code::fetched;
use super::parts::{Hero, StateLegend};
use super::route::{PageKind, Route};
use super::session::{Session, use_answer, use_part};
use crate::coverage::State;
use crate::engine::request::AskMap;
use crate::text::overview::Sentence;
use crate::text::{map, start};

fetched!(map, |_| view! { <Map /> }.into_any());

/// What the address chooses.
#[derive(Debug, Clone, Default, PartialEq)]
struct MapChoice {
    rule: Option<String>,
    state: Option<State>,
    from: u32,
}

impl MapChoice {
    /// The address of a choice, from the beginning of its list.
    fn route(rule: Option<String>, state: Option<State>) -> Route {
        Route::Map { rule, state, from: 0 }
    }
}

/// The page of the map of workplaces.
#[component]
fn Map() -> impl IntoView {
    let session = Session::current();
    let chosen = use_part(|route| match route {
        Route::Map { rule, state, from } => Some(MapChoice { rule, state, from }),
        _ => None,
    });
    let rule = Memo::new(move |_| chosen.get().rule);
    let state = Memo::new(move |_| chosen.get().state);
    let reply = use_answer(move || AskMap { lens: session.lens(), rule: rule.get() });
    let hero = move || {
        let (map, language) = (reply.get().filter(|_| session.is_embedded())?, session.language());
        let (over, after) = (map::over(&map, language), map::after(&map, language));
        Some(view! { <Hero over verdict=map::verdict(&map, language) after /> })
    };
    let said = move || {
        let (map, language) = (reply.get().filter(|_| !session.is_embedded())?, session.language());
        let Sentence { before, stress, after } = map::verdict(&map, language);
        Some(view! {
            <h2 class="map-verdict">{before}<em>{stress}</em>{after}</h2>
            <p class="lead">{map::after(&map, language)}</p>
        })
    };
    let is_empty = Memo::new(move |_| reply.get().is_some_and(|map| map.cells.is_empty()));
    let cards = move || {
        if is_empty.get() {
            let language = session.language();
            return view! {
                <section class="card">
                    {said}
                    <p>{map::none_what(language)}</p>
                    {session.has(PageKind::Import).then(|| view! {
                        <p class="actions no-print">
                            <a class="button" href=session.href(Route::Import)>{start::to_import(language)}</a>
                        </p>
                    })}
                </section>
            }
            .into_any();
        }
        view! {
            <section class="card">
                {said}
                <p class="lead no-print">{move || map::lead(session.language())}</p>
                <div class="map-choices no-print">
                    <RuleChoice reply state />
                    <StateChoice reply rule state />
                </div>
                <Board reply rule state />
                <div class="map-legend">{move || view! { <StateLegend language=session.language() /> }}</div>
            </section>
            <section class="card">
                <Departments reply rule />
            </section>
            <section class="card" id="workplaces">
                <List chosen />
            </section>
        }
        .into_any()
    };
    view! {
        {hero}
        <div class="grid">{cards}</div>
    }
}
