//! The file menu, on the name of whose picture it is: what is done with the file, how the page looks and speaks, and what
//! the product is.

use leptos::prelude::*;

use crate::browser::dom;
use crate::organisation::value::Language;
use crate::page::route::{PageKind, Route, page_name};
use crate::page::session::{Session, Theme};
use crate::text::shell;

/// Id of what the button brings out.
const PANEL: &str = "file-menu";

/// The button with the mark and the name, and what it brings out.
#[component]
pub(super) fn FileMenu() -> impl IntoView {
    let session = Session::current();
    let name = move || {
        let name = session.summary().map(|summary| summary.name.say(session.language()).to_owned());
        name.filter(|name| !name.is_empty()).unwrap_or_else(super::product)
    };
    // Whoever has gone somewhere needs the menu no more.
    let kind = Memo::new(move |_| session.route().kind());
    Effect::new(move |before: Option<PageKind>| {
        let kind = kind.get();
        if before.is_some_and(|before| before != kind) {
            dom::put_away(PANEL);
        }
        kind
    });
    view! {
        <div class="file-menu">
            <button type="button" class="mark" popovertarget=PANEL>
                <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
                    <g class="mark-held" fill="currentColor">
                        <rect x="1" y="1" width="11" height="11" rx="3" />
                        <rect x="16" y="1" width="11" height="11" rx="3" />
                        <rect x="1" y="16" width="11" height="11" rx="3" />
                    </g>
                    <rect class="mark-hole" x="17" y="17" width="9" height="9" rx="2.5" fill="none" stroke="currentColor" stroke-width="2" />
                </svg>
                <span class="mark-name">
                    <span>{move || session.is_open().then(name)}</span>
                    <small>{super::product()}</small>
                </span>
                <span class="visually-hidden">", " {move || shell::file_menu(session.language())}</span>
            </button>
            <Panel />
        </div>
    }
}

/// What the menu holds.
#[component]
fn Panel() -> impl IntoView {
    let session = Session::current();
    let file = move || session.summary().map(|summary| summary.file.clone());
    let way = move |kind: PageKind, name: fn(Language) -> &'static str| {
        let here = move || (session.route().kind() == kind).then_some("page");
        view! {
            <li>
                <a href=move || session.href(kind.route()) aria-current=here>{move || name(session.language())}</a>
            </li>
        }
    };
    let of_file = [
        Some((PageKind::Data, shell::open_and_save as fn(Language) -> &'static str)),
        session.may_change().then_some((PageKind::Import, |language| page_name(&Route::Import, language))),
        session.may_change().then_some((PageKind::Start, |language| page_name(&Route::Start, language))),
        Some((PageKind::Verify, shell::verify)),
    ];
    let elsewhere = move || {
        let from = session.location().with(|location| match location.route {
            Route::Embedding { .. } => String::new(),
            _ => location.fragment(),
        });
        session.href(Route::Embedding { from })
    };
    let other = move || match session.language() {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    };
    view! {
        <div id=PANEL class="panel file-panel" popover="auto">
            <p class="file-name muted">{file}</p>
            <nav aria-label=move || shell::file_menu(session.language())>
                <ul role="list">
                    {of_file.into_iter().flatten().map(|(kind, name)| way(kind, name)).collect_view()}
                    {(!session.is_copy()).then(|| view! {
                        <li><a href=elsewhere>{move || shell::on_another_site(session.language())}</a></li>
                    })}
                    {way(PageKind::About, shell::about_product)}
                </ul>
            </nav>
            <div class="file-acts">
                <button type="button" class="button" on:click=move |_| dom::print()>
                    {move || shell::print(session.language())}
                </button>
                <button type="button" class="button" lang=move || other().word() on:click=move |_| session.speak(untrack(other))>
                    {move || shell::other_language(session.language())}
                </button>
                <ThemeChoice />
            </div>
        </div>
    }
}

/// Light, dark, or as the system has it.
#[component]
fn ThemeChoice() -> impl IntoView {
    let session = Session::current();
    let option = move |theme: Theme| {
        let word = theme.word().unwrap_or_default();
        let said = move || match theme {
            Theme::System => shell::theme_system(session.language()),
            Theme::Light => shell::theme_light(session.language()),
            Theme::Dark => shell::theme_dark(session.language()),
        };
        view! { <option value=word selected=move || session.theme() == theme>{said}</option> }
    };
    view! {
        <label class="field theme">
            <span class="field-label">{move || shell::theme(session.language())}</span>
            <select name="theme" on:change=move |event| session.paint(Theme::from_word(&dom::value_of(&event)))>
                {Theme::ALL.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
