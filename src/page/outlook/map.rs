//! The map of workplaces: a square each, by department. With the keyboard one reaches a group with Tab and goes
//! through its squares with the arrows.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::squares::{self, SquareMove};
use crate::coverage::State;
use crate::engine::view::{CellView, MapGroup};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::Empty;
use crate::page::route::{NavigationSection, Route};
use crate::page::session::Session;
use crate::text::map as text;
use crate::text::numbers::integer;
use crate::text::{overview, words};

/// The map of workplaces, small and still.
#[component]
pub(super) fn WorkplaceMap<'a>(
    /// Whether any rule must hold: else a square would say that all is well of what nobody asked.
    asked: bool,
    /// Departments with their workplaces; none where there are too many.
    groups: &'a [MapGroup],
    /// Workplaces in the file.
    workplaces: u32,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let session = Session::current();
    let as_list = session.link(NavigationSection::Organisation.route());
    let larger = session.link(Route::Map { rule: None, state: None, from: 0 });
    let drawn = if workplaces == 0 {
        view! { <Empty text=overview::no_workplaces(language) /> }.into_any()
    } else if !asked {
        view! { <Empty text=text::not_asked_here(language) /> }.into_any()
    } else if groups.is_empty() {
        view! { <Empty text=overview::no_map(language) /> }.into_any()
    } else {
        view! {
            <p class="lead">{overview::map_lead(language)}</p>
            <div class="map">{groups.iter().map(|of| group(of, language)).collect_view()}</div>
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
}

/// One department with its workplaces, as wide as it has many.
fn group(group: &MapGroup, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let all = group.cells.len();
    let held = view! {
        <span class="map-held">
            <strong>{integer(group.held.into(), language)}</strong>
            " "
            {overview::out_of(saturating(all), language)}
        </span>
    };
    let name = match &group.department {
        None => view! { <span>{overview::no_department(language)}</span> }.into_any(),
        Some(unit) => {
            let name = breakable(unit.name.say(language));
            view! { <a href=session.link(Route::Unit { id: unit.id.clone() })>{name}</a> }.into_any()
        }
    };
    let cells = group.cells.iter().enumerate().map(|(at, of)| cell(of, at == 0, language));
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
fn cell(cell: &CellView, first: bool, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let said = format!("{}: {}", cell.name.say(language), words::state(cell.state, language));
    view! {
        <li>
            <a
                class="square"
                data-state=State::word(cell.state)
                tabindex=if first { "0" } else { "-1" }
                href=session.link(Route::Unit { id: cell.id.clone() })
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
