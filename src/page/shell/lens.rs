//! The day and the part of the organisation that everything is seen of: one button says both, and brings out where they
//! are chosen.

use chrono::Datelike;
use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::request::AskUnitName;
use crate::engine::view::UnitRef;
use crate::organisation::value::{Date, parse_date};
use crate::page::session::{Session, use_answer};
use crate::text::{numbers, shell};

/// Years that a reader means when they are done typing; on the way there the field says `0002`.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Id of what the button brings out.
const PANEL: &str = "lens";

/// The button and what it brings out.
#[component]
pub(super) fn LensChoice() -> impl IntoView {
    let session = Session::current();
    // A workplace is not among the departments; its name is asked for.
    let named = use_answer(move || AskUnitName { id: session.within().unwrap_or_default() });
    let units = Memo::new(move |_| {
        let mut units = session.summary().map(|summary| summary.departments.clone()).unwrap_or_default();
        let within = session.within();
        let unlisted = within.as_ref().filter(|id| units.iter().all(|unit| unit.id != **id));
        units.extend(unlisted.and_then(|id| named.get().filter(|unit| unit.id == *id)).map(|unit| (*unit).clone()));
        units
    });
    let day = move || numbers::short_date(session.on(), session.language());
    let part = move || {
        let language = session.language();
        let within = session.within();
        let unit = within.and_then(|id| units.with(|units| units.iter().find(|unit| unit.id == id).cloned()));
        unit.map_or_else(|| shell::whole(language).to_owned(), |unit| unit.name.say(language).to_owned())
    };
    let is_narrowed = move || session.within().is_some() || session.on() != session.default_day();
    view! {
        <div class="tools">
            <button
                type="button"
                class="chip lens-button"
                popovertarget=PANEL
                data-narrowed=move || is_narrowed().then_some("true")
            >
                <span class="visually-hidden">{move || shell::lens(session.language())}" "</span>
                {move || session.is_open().then(|| view! { <strong>{day}</strong> " · " {part} })}
            </button>
            <div id=PANEL class="panel lens-panel" popover="auto">
                <Day />
                <Part units />
            </div>
        </div>
    }
}

/// The day everything is judged on, and the way back to the file's own.
#[component]
fn Day() -> impl IntoView {
    let session = Session::current();
    let chosen = move |event| {
        let day = parse_date(&dom::value_of(&event)).filter(|day: &Date| YEARS.contains(&day.year()));
        if let Some(day) = day {
            session.look_at(Some(day));
        }
    };
    let back = move || {
        let default = session.default_day();
        (session.on() != default).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| session.look_at(None)>
                    {shell::back_to(default, session.language())}
                </button>
            }
        })
    };
    view! {
        <label class="field">
            <span class="field-label">{move || shell::as_of(session.language())}</span>
            <input
                type="date"
                name="as_of"
                required
                min="1900-01-01"
                max="2199-12-31"
                prop:value=move || session.on().to_string()
                on:change=chosen
            />
        </label>
        {back}
    }
}

/// The part that everything is narrowed to: a department, or the unit in the address.
#[component]
fn Part(
    /// What can be chosen.
    units: Memo<Vec<UnitRef>>,
) -> impl IntoView {
    let session = Session::current();
    let choices = move || {
        let (language, within, units) = (session.language(), session.within(), units.get());
        let option = |unit: UnitRef| {
            let chosen = within.as_ref() == Some(&unit.id);
            view! { <option value=unit.id.clone() selected=chosen>{unit.name.say(language).to_owned()}</option> }
        };
        (!units.is_empty()).then(|| {
            let whole = view! { <option value="" selected=within.is_none()>{shell::whole(language)}</option> };
            view! {
                <label class="field">
                    <span class="field-label">{shell::within(language)}</span>
                    <select name="within" on:change=move |event| session.narrow(Some(dom::value_of(&event)).filter(|id| !id.is_empty()))>
                        {whole} {units.into_iter().map(option).collect_view()}
                    </select>
                </label>
            }
        })
    };
    view! { {choices} }
}
