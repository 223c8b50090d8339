//! Choosing what has happened: a risk, a kind of event, or the units concerned; or going on with what is logged.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::book;
use crate::browser::{clock, dom};
use crate::engine::lens::{RiskFilter, Window};
use crate::engine::request::{AskRisks, AskScenarios};
use crate::engine::view::{ScenarioRow, UnitRef};
use crate::event::{Happening, Log};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, FilterBar, Hero, MoreRows, SearchField};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::overview::Sentence;
use crate::text::roles::coordinators;
use crate::text::{event, keep, numbers, pages, words};

/// Risks that are shown at a time.
const MOST: u32 = 10;

/// The choice of what has happened: a risk, a scenario or units.
#[component]
pub(super) fn Choose() -> impl IntoView {
    let session = Session::current();
    let hero = move || {
        let language = session.language();
        let verdict = Sentence::plain(event::what_happened(language));
        view! { <Hero verdict after=event::choose_lead(language)/> }
    };
    view! {
        {hero}
        <div class="grid">
            <Kept />
            <div class="wide stack"><Risks /></div>
            <div class="narrow stack"><Units /></div>
            <Scenarios />
        </div>
    }
}

fn href(session: Session, what: Happening) -> String {
    session.href(Route::Event { what: Some(what) })
}

/// The events that are logged.
#[component]
fn Kept() -> impl IntoView {
    let session = Session::current();
    let kept = book::kept(session);
    let row = move |log: &Log, language: Language| {
        let begun = log.span().map_or(0, |(begun, _)| begun);
        let begun = keep::moment(clock::local(begun), clock::today(), language);
        let entries = saturating(log.entries.len());
        let name = numbers::capital(log.name.say(language));
        let route = book::route(&log.address);
        view! {
            <li class="event-choice">
                <a href=move || session.href(route.clone())>{name}</a>
                <span class="muted">{event::kept_line(&begun, entries, language)}</span>
            </li>
        }
    };
    (!kept.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{move || event::kept(session.language())}</h2>
                <ul class="rows" role="list">
                    {move || kept.iter().map(|log| row(log, session.language())).collect_view()}
                </ul>
            </section>
        }
    })
}

/// The risks, found by name.
#[component]
fn Risks() -> impl IntoView {
    let session = Session::current();
    let (find, count) = (RwSignal::new(String::new()), RwSignal::new(MOST));
    let found = use_answer(move || AskRisks {
        filter: RiskFilter { unit: session.within(), find: find.get(), ..RiskFilter::default() },
        window: Window { from: 0, count: count.get() },
    });
    // What has been found once can be looked for.
    let has_any =
        Memo::new(move |had: Option<&bool>| had == Some(&true) || found.get().is_some_and(|page| page.total > 0));
    let label = Signal::derive(move || pages::find_risk(session.language()).to_owned());
    let search = move |text: String| {
        count.set(MOST);
        find.set(text);
    };
    let list = move || {
        let (page, language) = (found.get()?, session.language());
        if page.total == 0 {
            // Nothing has been looked for yet: then it is the file, or the part, that has none.
            let none = if find.with(String::is_empty) {
                let elsewhere = session.elsewhere(ListName::Risks);
                let of_part = elsewhere.map(|all| pages::none_in_part(&words::RISK, all, language));
                of_part.unwrap_or_else(|| pages::no_risks_at_all(language).to_owned())
            } else {
                pages::nothing_found(language).to_owned()
            };
            return Some(view! { <p class="empty">{none}</p> }.into_any());
        }
        let row = |row: &crate::engine::view::RiskRow| {
            let units: Vec<&str> = row.units.iter().map(|unit| unit.name.say(language)).collect();
            let what = Happening::Risk(row.id.clone());
            view! {
                <li class="event-choice">
                    <a href=move || href(session, what.clone())>{row.title.say(language).to_owned()}</a>
                    <span class="muted">{units.join(", ")}</span>
                </li>
            }
        };
        let shown = saturating(page.rows.len());
        let total = page.total;
        Some(
            view! {
                <ul class="rows" role="list">{page.rows.iter().map(row).collect_view()}</ul>
                <MoreRows shown total count language/>
            }
            .into_any(),
        )
    };
    view! {
        <section class="card">
            <h2>{move || event::risks(session.language())}</h2>
            {move || has_any.get().then(|| view! { <FilterBar><SearchField label text=find.into() search/></FilterBar> })}
            {list}
        </section>
    }
}

/// The scenario kinds that risks name.
#[component]
fn Scenarios() -> impl IntoView {
    let session = Session::current();
    let kinds = use_answer(|| AskScenarios {});
    let list = move || {
        let (kinds, language) = (kinds.get()?, session.language());
        if kinds.is_empty() {
            return Some(view! { <Empty text=event::no_scenarios(language)/> }.into_any());
        }
        let row = |kind: &ScenarioRow| {
            let what = Happening::Scenario(kind.key.clone());
            let risks = (kind.risks > 1)
                .then(|| view! { <span class="muted">{words::RISK.figure(kind.risks, language)}</span> });
            view! {
                <li class="event-choice">
                    <a href=move || href(session, what.clone())>{numbers::capital(&kind.name)}</a>
                    {risks}
                </li>
            }
        };
        Some(
            view! { <ul class="rows columns event-kinds" role="list">{kinds.iter().map(row).collect_view()}</ul> }
                .into_any(),
        )
    };
    view! {
        <section class="card">
            <h2>{move || event::scenarios(session.language())}</h2>
            {list}
        </section>
    }
}

/// The departments and companies, as many as are concerned.
#[component]
fn Units() -> impl IntoView {
    let session = Session::current();
    let none = RwSignal::new(false);
    let submit = move |submitted: SubmitEvent| {
        submitted.prevent_default();
        let units: Vec<String> = dom::form_values(&submitted).into_iter().map(|(_, id)| id).collect();
        none.set(units.is_empty());
        if !units.is_empty() {
            session.go(Route::Event { what: Some(Happening::Units(units)) });
        }
    };
    let form = move || {
        let (summary, language) = (session.summary()?, session.language());
        if summary.departments.is_empty() {
            return Some(view! { <Empty text=coordinators::no_departments(language)/> }.into_any());
        }
        let unit = |unit: &UnitRef| {
            view! {
                <label class="field-check">
                    <input type="checkbox" name="unit" value=unit.id.clone()/>
                    <span>{unit.name.say(language).to_owned()}</span>
                </label>
            }
        };
        let units = summary.departments.iter().map(unit).collect_view();
        Some(view! {
            <form on:submit=submit>
                <fieldset class="field-checks event-units"><legend>{event::which_units(language)}</legend>{units}</fieldset>
                {move || none.get().then(|| view! { <p role="alert">{event::tick_a_unit(language)}</p> })}
                <p class="actions"><button type="submit" class="button button-first">{event::show_units(language)}</button></p>
            </form>
        }
        .into_any())
    };
    view! {
        <section class="card no-print">
            <h2>{move || event::units(session.language())}</h2>
            {form}
        </section>
    }
}
