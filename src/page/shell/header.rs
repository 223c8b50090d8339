//! The header: whose picture it is, of which day, in which language, and the way to the pages.

use chrono::Datelike;
use leptos::prelude::*;

use super::finder::FinderButton;
use crate::browser::dom;
use crate::engine::request::AskUnitName;
use crate::engine::view::UnitRef;
use crate::organisation::value::{Date, Language, parse_date};
use crate::page::route::{NavigationSection, Route, page_name, section_name};
use crate::page::session::{Session, use_answer};
use crate::text::{numbers, shell};

/// Years that a reader means when they are done typing; on the way there the field says `0002`.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The header.
#[component]
pub(super) fn Header() -> impl IntoView {
    let session = Session::current();
    // On a phone the ways to the pages are put away; whoever has gone somewhere needs them no more.
    let menu = RwSignal::new(false);
    Effect::new(move || {
        session.location().track();
        menu.set(false);
    });
    let event = move || session.href(NavigationSection::Event.route());
    let at_event = move || (session.route().section() == Some(NavigationSection::Event)).then_some("page");
    let label = move || {
        let language = session.language();
        if menu.get() { shell::close_menu(language) } else { shell::menu(language) }
    };
    view! {
        <header class="top" data-menu=move || menu.get().then_some("open")>
            <SkipLink />
            <div class="wrap">
                <div class="bar">
                    <Mark />
                    <FinderButton />
                    <a class="chip event-link" href=event aria-current=at_event>
                        {move || shell::in_an_event(session.language())}
                    </a>
                    <button
                        type="button"
                        class="chip menu-button"
                        aria-expanded=move || menu.get().to_string()
                        on:click=move |_| menu.update(|menu| *menu = !*menu)
                    >
                        {label}
                    </button>
                    <Tools />
                </div>
                <Navigation />
                <Pages />
            </div>
        </header>
    }
}

/// Leads past the header. The fragment belongs to the routes, so this moves the focus and goes nowhere.
#[component]
fn SkipLink() -> impl IntoView {
    let session = Session::current();
    view! {
        <a
            class="skip"
            href=move || session.location().get().fragment()
            on:click=move |event| {
                event.prevent_default();
                dom::focus("main");
            }
        >
            {move || shell::skip(session.language())}
        </a>
    }
}

/// The mark, the product, and whose organisation this is.
#[component]
fn Mark() -> impl IntoView {
    let session = Session::current();
    let whose = move || {
        let (summary, language) = (session.summary()?, session.language());
        let name = summary.name.say(language).to_owned();
        let notice = summary.notice.as_ref().and_then(|notice| shell::first_sentence(notice, language));
        // A sentence that begins with the name says both.
        let said = match notice {
            Some(notice) if notice.starts_with(&name) => notice.to_owned(),
            Some(notice) => format!("{name} – {notice}"),
            None => name,
        };
        Some(view! { <small>{said}</small> })
    };
    view! {
        <div class="mark">
            <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
                <g class="mark-held" fill="currentColor">
                    <rect x="1" y="1" width="11" height="11" rx="3" />
                    <rect x="16" y="1" width="11" height="11" rx="3" />
                    <rect x="1" y="16" width="11" height="11" rx="3" />
                </g>
                <rect
                    class="mark-hole"
                    x="17"
                    y="17"
                    width="9"
                    height="9"
                    rx="2.5"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="2"
                />
            </svg>
            <span class="mark-name">{super::product()} {whose}</span>
        </div>
    }
}

/// The day, the language, and printing.
#[component]
fn Tools() -> impl IntoView {
    let session = Session::current();
    let other = move || match session.language() {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    };
    view! {
        <div class="tools">
            <Day />
            <Part />
            <button type="button" class="chip" lang=move || other().word() on:click=move |_| session.speak(untrack(other))>
                {move || shell::other_language(session.language())}
            </button>
            <button type="button" class="chip print-button" on:click=move |_| dom::print()>
                {move || shell::print(session.language())}
            </button>
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
                <button type="button" class="chip" on:click=move |_| session.look_at(None)>
                    {shell::back_to(default, session.language())}
                </button>
            }
        })
    };
    view! {
        <label class="chip chip-field">
            <span>{move || shell::as_of(session.language())}</span>
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

/// The part that everything is narrowed to, where it is: a department, or the unit in the address.
#[component]
fn Part() -> impl IntoView {
    let session = Session::current();
    // A workplace is not among the departments; its name is asked for.
    let named = use_answer(move || AskUnitName { id: session.within().unwrap_or_default() });
    let choices = move || {
        let language = session.language();
        let mut units = session.summary()?.departments.clone();
        let within = session.within();
        let stranger = within.as_ref().filter(|id| units.iter().all(|unit| unit.id != **id));
        units.extend(stranger.and_then(|id| named.get().filter(|unit| unit.id == *id)).map(|unit| (*unit).clone()));
        let option = |unit: UnitRef| {
            let chosen = within.as_ref() == Some(&unit.id);
            view! { <option value=unit.id.clone() selected=chosen>{unit.name.say(language).to_owned()}</option> }
        };
        (!units.is_empty()).then(|| {
            let whole = view! { <option value="" selected=within.is_none()>{shell::whole(language)}</option> };
            view! {
                <label class="chip chip-field chip-part" data-narrowed=within.is_some().then_some("true")>
                    <span class="visually-hidden">{shell::within(language)}</span>
                    <select name="within" on:change=move |event| session.narrow(Some(dom::value_of(&event)).filter(|id| !id.is_empty()))>
                        {whole} {units.into_iter().map(option).collect_view()}
                    </select>
                </label>
            }
        })
    };
    view! { {choices} }
}

/// The way to the pages of the section at hand, where it has several.
#[component]
fn Pages() -> impl IntoView {
    let session = Session::current();
    let section = Memo::new(move |_| session.route().section());
    let item = move |route: Route| {
        let here = route.clone();
        let current = move || session.route().same_page(&here).then_some("page");
        let named = route.clone();
        let counted = route.clone();
        // The whole list is counted, so it is not said of a part.
        let count = move || {
            let list = list_of(&counted)?;
            let summary = session.summary().filter(|_| session.within().is_none())?;
            let used = summary.lists.iter().find(|count| count.list == list)?.used;
            Some(view! { " " <span class="tab-count">{numbers::integer(used.into(), session.language())}</span> })
        };
        view! {
            <li>
                <a href=move || session.href(route.clone()) aria-current=current>
                    {move || page_name(&named, session.language())} {count}
                </a>
            </li>
        }
    };
    move || {
        let section = section.get()?;
        let pages = section.pages();
        (!pages.is_empty()).then(|| {
            view! {
                <nav class="pages" aria-label=move || section_name(section, session.language())>
                    <ul>{pages.into_iter().map(item).collect_view()}</ul>
                </nav>
            }
        })
    }
}

/// The list of the file that a page shows all of, where it shows one.
const fn list_of(route: &Route) -> Option<&'static str> {
    match route {
        Route::Organisation { .. } => Some("units"),
        Route::People { .. } => Some("people"),
        Route::Risks { .. } => Some("risks"),
        Route::Measures { .. } => Some("measures"),
        Route::Editions { .. } => Some("editions"),
        _ => None,
    }
}

/// The way to the sections.
#[component]
fn Navigation() -> impl IntoView {
    let session = Session::current();
    let item = move |section: NavigationSection| {
        let current = move || {
            let route = session.route();
            let here = route.section() == Some(section);
            here.then(|| if route.same_page(&section.route()) { "page" } else { "true" })
        };
        view! {
            <li>
                <a href=move || session.href(section.route()) aria-current=current>
                    {move || section_name(section, session.language())}
                </a>
            </li>
        }
    };
    view! {
        <nav class="sections" aria-label=move || shell::navigation(session.language())>
            <ul>{NavigationSection::ALL.into_iter().map(item).collect_view()}</ul>
            <ul class="also">{NavigationSection::BESIDE.into_iter().map(item).collect_view()}</ul>
        </nav>
    }
}
