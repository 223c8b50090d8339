//! The marks of states and of classes: a sign or a letter and a word, never colour alone.

use leptos::prelude::*;

use crate::coverage::State;
use crate::engine::view::{ClassView, MarkView};
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::words;

/// How something stands: its sign, and its word beside it or for those who do not see the sign.
#[component]
pub fn StateMark(
    /// The state that is shown.
    state: State,
    /// The reader's language.
    language: Language,
    /// Whether the sign stands alone, its word left to those who do not see it.
    #[prop(optional)]
    sign_only: bool,
) -> impl IntoView {
    view! {
        <span class="state">
            <span class="state-sign" data-state=state.word() aria-hidden="true">{sign(state)}</span>
            <span class=if sign_only { "visually-hidden" } else { "state-word" }>{words::state(state, language)}</span>
        </span>
    }
}

/// How something stands, leading to the finding that says more where there is one.
pub fn marked(mark: MarkView, language: Language, sign_only: bool) -> AnyView {
    let Some(id) = mark.finding else {
        return view! { <StateMark state=mark.state language sign_only/> }.into_any();
    };
    let href = Session::current().link(Route::Finding { id });
    view! {
        <a class="mark-link" href=href>
            <StateMark state=mark.state language sign_only/>
        </a>
    }
    .into_any()
}

/// What stands inside a sign; met is quiet, expiring hatched, and missing is a hole. The sign of what is broken is
/// drawn, since fonts draw it too unlike.
fn sign(state: State) -> Option<AnyView> {
    match state {
        State::Met | State::Expiring | State::Missing => None,
        State::Broken => Some(
            view! {
                <svg viewBox="0 0 12 12">
                    <path d="M2 4.5h8M2 7.5h8M8 1.5l-4 9"></path>
                </svg>
            }
            .into_any(),
        ),
        State::Unknown | State::Accepted => Some(words::state_sign(state).into_any()),
    }
}

/// What the signs mean.
#[component]
pub fn StateLegend(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let item = |state: State| {
        view! {
            <li>
                <span class="state-sign" data-state=state.word() aria-hidden="true">{sign(state)}</span>
                {words::state_in_legend(state, language)}
            </li>
        }
    };
    view! { <ul class="legend" role="list">{State::ALL.iter().copied().map(item).collect_view()}</ul> }
}

/// A class of risks: its letter on its shade, and its name.
#[component]
pub fn ClassMark(
    /// The class that is shown.
    class: ClassView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    view! {
        <span class="class-mark">
            <span class=format!("class-letter {}", shade(&class))>{class.letter.clone()}</span>
            <span class="class-name">{class.name.say(language).to_owned()}</span>
        </span>
    }
}

/// The shade of a class, `c1` for the lowest to `c5` for the highest.
pub fn shade(class: &ClassView) -> String {
    format!("c{}", class.shade())
}
