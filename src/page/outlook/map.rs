//! The map of workplaces: a square each, by department. With the keyboard one reaches a group with Tab and goes
//! through its squares with the arrows.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::squares::{self, SquareMove};
use crate::coverage::State;
use crate::engine::lens::{CellFilter, Window};
use crate::engine::request::{AskCells, AskMap};
use crate::engine::view::{CellRow, MapPart, MapView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::Empty;
use crate::page::route::{NavigationSection, Route};
use crate::page::session::{Session, use_answer};
use crate::text::map as text;
use crate::text::numbers::integer;
use crate::text::overview;

/// Workplaces that are drawn, at most: a larger map is a picture of its own.
const MOST: usize = 2000;

/// The map of workplaces, small and still: the one that has a page of its own, without a choice.
#[component]
pub(super) fn WorkplaceMap() -> impl IntoView {
    let session = Session::current();
    let map = use_answer(move || AskMap { lens: session.lens(), rule: None });
    let count = Memo::new(move |_| map.get().map_or(0, |map| if map.cells.len() > MOST { 0 } else { map.cells.len() }));
    let cells = use_answer(move || AskCells {
        lens: session.lens(),
        rule: None,
        filter: CellFilter::All,
        window: Window { from: 0, count: saturating(count.get()) },
    });
    move || {
        let language = session.language();
        // All the workplaces that are drawn, or none yet.
        let cells = cells.get().filter(|page| page.rows.len() >= count.get());
        match (map.get(), cells) {
            (Some(map), Some(cells)) => drawn(session, &map, &cells.rows, language),
            _ => view! { <section class="card overview-map"><h2>{overview::map(language)}</h2></section> }.into_any(),
        }
    }
}

/// The card with the map as the engine answered it, and the workplaces in the order of its cells.
fn drawn(session: Session, map: &MapView, cells: &[CellRow], language: Language) -> AnyView {
    let as_list = session.link(NavigationSection::Organisation.route());
    let larger = session.link(Route::Map { rule: None, state: None, from: 0 });
    let drawn = if map.cells.is_empty() {
        view! { <Empty text=overview::no_workplaces(language) /> }.into_any()
    } else if map.tally().applicable == 0 {
        view! { <Empty text=text::not_asked_here(language) /> }.into_any()
    } else if map.cells.len() > MOST {
        view! { <Empty text=overview::no_map(language) /> }.into_any()
    } else {
        let mut rest = cells;
        let groups = map.parts.iter().map(|part| {
            let (own, others) = rest.split_at((part.cells as usize).min(rest.len()));
            rest = others;
            group(part, own, language)
        });
        view! {
            <p class="lead">{overview::map_lead(language)}</p>
            <div class="map">{groups.collect_view()}</div>
            <p id="map-keys" class="visually-hidden">
                {overview::map_keys(language)}
            </p>
        }
        .into_any()
    };
    view! {
        <section class="card overview-map">
            <div class="card-head">
                <h2>{overview::map(language)}</h2>
                <span class="card-ways">
                    <a href=larger>{overview::larger_map(language)}</a>
                    <a href=as_list>{overview::as_list(language)}</a>
                </span>
            </div>
            {drawn}
        </section>
    }
    .into_any()
}

/// One department with its workplaces, as wide as it has many.
fn group(part: &MapPart, cells: &[CellRow], language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let held = view! {
        <span class="map-held">
            <strong>{integer(part.tally.held().into(), language)}</strong>
            " "
            {overview::out_of(part.tally.applicable, language)}
        </span>
    };
    let name = match &part.unit {
        None => view! { <span>{overview::no_department(language)}</span> }.into_any(),
        Some(unit) => {
            let name = breakable(unit.name.say(language));
            view! { <a href=session.link(Route::Unit { id: unit.id.clone() })>{name}</a> }.into_any()
        }
    };
    let all = part.cells;
    let cells = cells.iter().enumerate().map(|(at, of)| cell(of, at == 0, language));
    view! {
        <div class="map-group" style:flex-grow=all.to_string()>
            <h3>{name} {held}</h3>
            <ul class="squares" role="list" aria-describedby="map-keys" on:keydown=|event| move_on(&event)>
                {cells.collect_view()}
            </ul>
        </div>
    }
}

/// A name that may be broken before what compounds of municipalities end in: not every browser knows where.
fn breakable(name: &str) -> String {
    const ENDS: [&str; 8] =
        ["förvaltning", "byggnad", "styrelse", "kontoret", "bostäder", "värme", "fastigheter", "nämnd"];
    let mut name = name.to_owned();
    for end in ENDS {
        name = name.replace(end, &format!("\u{ad}{end}"));
    }
    name
}

/// One workplace. Only the first of a group is on the way of Tab.
fn cell(cell: &CellRow, first: bool, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let said = format!("{}: {}", cell.unit.name.say(language), text::state_of(cell.state, language));
    view! {
        <li>
            <a
                class="square"
                data-state=cell.state.map_or("none", State::word)
                tabindex=if first { "0" } else { "-1" }
                href=session.link(Route::Unit { id: cell.unit.id.clone() })
                title=said.clone()
                aria-label=said
            ></a>
        </li>
    }
}

fn move_on(event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowRight" => SquareMove::Next,
        "ArrowLeft" => SquareMove::Before,
        "ArrowDown" => SquareMove::Below,
        "ArrowUp" => SquareMove::Above,
        "Home" => SquareMove::First,
        "End" => SquareMove::Last,
        _ => return,
    };
    if squares::go(event, step) {
        event.prevent_default();
    }
}
