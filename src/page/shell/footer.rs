//! The footer: the promise, what the file wants said, what this was computed from, and the theme.

use leptos::prelude::*;

use crate::browser::{dom, portable};
use crate::page::route::Route;
use crate::page::session::{Session, Theme};
use crate::text::shell;

/// The footer.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let session = Session::current();
    let notice = move || {
        let notice = session.summary()?.notice.as_ref()?.say(session.language()).to_owned();
        Some(view! { <p class="footer-notice">{notice}</p> })
    };
    let versions = move || {
        let summary = session.summary()?;
        let version = env!("CARGO_PKG_VERSION");
        let said = shell::versions(&session.hash(), &summary.rules_sha256, version, session.language());
        Some(view! { <p class="footer-versions">{said}</p> })
    };
    let elsewhere = move || {
        let from = session.location().with(|location| match location.route {
            Route::Embedding { .. } => String::new(),
            _ => location.fragment(),
        });
        session.href(Route::Embedding { from })
    };
    view! {
        <footer class="foot">
            <div class="wrap">
                <div>
                    <p class="footer-promise">{move || shell::promise(session.language())}</p>
                    {notice}
                    {versions}
                    {if session.is_copy() {
                        view! { <p>{move || portable::said(session.language())}</p> }.into_any()
                    } else {
                        view! {
                            <p class="no-print">
                                <a href=elsewhere>{move || shell::on_another_site(session.language())}</a>
                            </p>
                        }
                            .into_any()
                    }}
                </div>
                <ThemeChoice />
            </div>
        </footer>
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
        <label class="chip chip-field theme">
            <span>{move || shell::theme(session.language())}</span>
            <select name="theme" on:change=move |event| session.paint(Theme::from_word(&dom::value_of(&event)))>
                {Theme::ALL.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
