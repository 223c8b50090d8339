//! Code that comes when it is first needed: every page but the overview lies in a file of its own beside the program,
//! which `scripts/program.mjs` cuts out. The first visit to a page fetches its file; a failed fetch is told, and can be
//! tried again.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::route::Route;
use super::session::Session;
use crate::organisation::value::Language;
use crate::text::shell;

/// Draws a page.
pub(super) type Draw = fn(Route) -> AnyView;

/// A page on its way.
pub(super) type Coming = Pin<Box<dyn Future<Output = Result<Draw, Absent>>>>;

/// The file of a page could not be fetched.
pub(super) use leptos::wasm_split::SplitLoaderError as Absent;

/// Puts a page, and all that only it needs, into a file of the given name: `code()` fetches it.
macro_rules! fetched {
    ($file:ident, $draw:expr) => {
        #[leptos::wasm_split::wasm_split($file, wasm_split_path = leptos::wasm_split, fallible)]
        pub(in crate::page) fn code() -> Result<crate::page::code::Draw, crate::page::code::Absent> {
            Ok($draw)
        }
    };
}
pub(super) use fetched;

/// How far the code of a page, or of a part of one, has come.
#[derive(Clone, Copy)]
pub(super) enum CodeState {
    /// It is on its way.
    Underway,
    /// It has come, and draws.
    Here(Draw),
    /// It could not be fetched.
    Absent,
}

/// A page whose code has to be fetched, or was.
#[component]
pub(super) fn Fetched(
    /// Fetches the code of the page.
    code: fn() -> Coming,
    /// The route of the page.
    route: Route,
    /// Whether it is no page of its own, and nothing is said while it is on its way.
    #[prop(optional)]
    quiet: bool,
    /// Whether nothing is said where it cannot be fetched: the page it stands on says so, or does without.
    #[prop(optional)]
    may_lack: bool,
    /// What is shown in its place while it is on its way.
    #[prop(optional)]
    meanwhile: Option<fn() -> AnyView>,
) -> impl IntoView {
    let session = Session::current();
    let state = RwSignal::new(CodeState::Underway);
    let waiting = StoredValue::new_local(None);
    let fetch = move || {
        waiting.set_value(Some(session.wait()));
        state.set(CodeState::Underway);
        spawn_local(async move {
            let _ = state.try_set(code().await.map_or(CodeState::Absent, CodeState::Here));
        });
    };
    fetch();
    move || {
        let view = match state.get() {
            CodeState::Underway if quiet => return meanwhile.map(|shapes| shapes()).into_any(),
            CodeState::Underway => {
                return view! { <h1 class="boot-line" tabindex="-1">{shell::loading(session.language())}</h1> }
                    .into_any();
            }
            // Follows nothing here, so that the page is not made anew when the language changes.
            CodeState::Here(draw) => untrack(|| draw(route.clone())),
            CodeState::Absent if may_lack => ().into_any(),
            CodeState::Absent => absent(session.language(), fetch).into_any(),
        };
        // Not before the page has begun to ask, so that it is not taken for ready in between.
        waiting.set_value(None);
        view
    }
}

/// Says that a page could not be fetched, and offers to try again.
fn absent(language: Language, again: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div class="hero" role="alert">
            <h1 tabindex="-1">{shell::page_absent(language)}</h1>
            <p class="sub">{shell::page_absent_what(language)}</p>
            <p class="actions">
                <button type="button" class="button button-first" on:click=move |_| again()>
                    {shell::again(language)}
                </button>
            </p>
        </div>
    }
}
