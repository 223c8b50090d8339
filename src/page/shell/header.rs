//! The header: whose picture it is with all that is done with the file, the ways to the pages, and the day and the part
//! that everything is seen of. It has its final height before anything is known.

use leptos::prelude::*;

use super::finder::FinderButton;
use super::lens::LensChoice;
use super::menu::FileMenu;
use crate::browser::dom;
use crate::engine::request::AskTabs;
use crate::engine::view::TabCounts;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::route::{NavigationSection, Route, page_name, section_name};
use crate::page::session::{AnswerSignal, Session, use_answer};
use crate::text::{numbers, shell};

/// The header of the page.
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
            <div class="top-row">
                <div class="wrap bar">
                    <FileMenu />
                    <Navigation />
                    <FinderButton />
                    <a class="chip event-link" href=event aria-current=at_event>
                        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 2h3l1 4-2 1a8 8 0 0 0 4 4l1-2 4 1v3a1 1 0 0 1-1 1A11 11 0 0 1 2 3a1 1 0 0 1 1-1" /></svg>
                        <span class="chip-word">{move || shell::in_an_event(session.language())}</span>
                    </a>
                    <button
                        type="button"
                        class="chip menu-button"
                        aria-expanded=move || menu.get().to_string()
                        on:click=move |_| menu.update(|menu| *menu = !*menu)
                    >
                        {label}
                    </button>
                </div>
            </div>
            <div class="under">
                <div class="wrap under-row">
                    <Pages />
                    <LensChoice />
                </div>
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

/// The way to the pages of the section at hand, where it has several.
#[component]
fn Pages() -> impl IntoView {
    let session = Session::current();
    let section = Memo::new(move |_| session.route().section());
    let open = Memo::new(move |_| session.is_open());
    let item = move |route: Route, told: Option<AnswerSignal<TabCounts>>| {
        let here = route.clone();
        let current = move || session.route().same_page(&here).then_some("page");
        let named = route.clone();
        let counted = route.clone();
        let count = move || {
            let used = match counted_on(&counted)? {
                // The whole list is counted, so it is not said of a part.
                Counted::List(list) => session
                    .summary()
                    .filter(|_| session.within().is_none())
                    .and_then(|summary| Some(summary.lists.iter().find(|count| count.list == list)?.used)),
                Counted::Told(of) => told.and_then(AnswerSignal::get).map(|told| of(&told)),
            };
            let used = used.map(|used| numbers::integer(used.into(), session.language()));
            // It has its place before it is known.
            Some(view! { " " <span class="tab-count">{used}</span> })
        };
        view! {
            <li>
                <a href=move || session.href(route.clone()) aria-current=current>
                    {move || tab_name(&named, session.language())} {count}
                </a>
            </li>
        }
    };
    move || {
        let section = section.get()?;
        let pages = section.pages();
        let is_told = open.get() && pages.iter().any(|page| matches!(counted_on(page), Some(Counted::Told(_))));
        let told = is_told.then(|| use_answer(move || AskTabs { lens: session.lens() }));
        (!pages.is_empty()).then(|| {
            let pages = pages.into_iter().filter(|route| session.has(route.kind()));
            view! {
                <nav class="pages" aria-label=move || section_name(section, session.language())>
                    <ul>{pages.map(|route| item(route, told)).collect_view()}</ul>
                </nav>
            }
        })
    }
}

/// What a page is called among those beside it, where the whole of its name would not fit.
fn tab_name(route: &Route, language: Language) -> &'static str {
    match route {
        Route::Coordinators { .. } => shell::coordinators_tab(language),
        Route::Representatives { .. } => shell::representatives_tab(language),
        other => page_name(other, language),
    }
}

/// What is counted on a tab.
#[derive(Clone, Copy)]
enum Counted {
    /// The items of a list of the file.
    List(ListName),
    /// What the engine tells of the part that is looked at.
    Told(fn(&TabCounts) -> u32),
}

/// What is counted on the tab of a page that is a list: what its heading counts.
fn counted_on(route: &Route) -> Option<Counted> {
    Some(match route {
        Route::Organisation { .. } => Counted::List(ListName::Units),
        Route::People { .. } => Counted::List(ListName::People),
        Route::Risks { .. } => Counted::List(ListName::Risks),
        Route::Measures { .. } => Counted::List(ListName::Measures),
        Route::Editions { .. } => Counted::List(ListName::Editions),
        Route::Coordinators { .. } => Counted::Told(|told| told.departments),
        Route::Representatives { .. } => Counted::Told(|told| told.workplaces),
        Route::Coverage { .. } => Counted::Told(|told| told.gaps),
        Route::Training { .. } => Counted::Told(|told| told.untrained),
        Route::Rules { .. } => Counted::Told(|told| told.rules),
        Route::Forecast { .. } => Counted::Told(|told| told.expiring),
        Route::Group => Counted::Told(|told| told.members),
        _ => return None,
    })
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
        </nav>
    }
}
