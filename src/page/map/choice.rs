//! What is chosen above the map: the rule that the cells tell of, and the state that is pointed out.

use leptos::prelude::*;

use super::MapChoice;
use crate::coverage::State;
use crate::engine::view::{MapView, RuleRow};
use crate::page::parts::{SelectField, StateMark};
use crate::page::session::{AnswerSignal, Session};
use crate::text::numbers::integer;
use crate::text::{finding, map};

/// The choice of a rule.
#[component]
pub(super) fn RuleChoice(
    /// The map as the engine answered it.
    reply: AnswerSignal<MapView>,
    /// The state that is pointed out.
    state: Memo<Option<State>>,
) -> impl IntoView {
    let session = Session::current();
    let rules = Memo::new(move |_| reply.get().map(|map| (map.rules.clone(), map.rule.clone())).unwrap_or_default());
    let choices = Signal::derive(move || {
        let language = session.language();
        let of = |rule: RuleRow| (rule.id.clone(), finding::rule_text(&rule, language));
        let none = (String::new(), map::worst(language).to_owned());
        std::iter::once(none).chain(rules.get().0.into_iter().map(of)).collect()
    });
    let choose = move |rule: String| {
        session.go(MapChoice::route(Some(rule).filter(|rule| !rule.is_empty()), state.get_untracked()));
    };
    view! {
        <SelectField
            label=Signal::derive(move || map::rule(session.language()).to_owned())
            choices
            chosen=Signal::derive(move || rules.get().1.unwrap_or_default())
            choose
        />
    }
}

/// The states with their counts; one of them can be pointed out.
#[component]
pub(super) fn StateChoice(
    /// The map as the engine answered it.
    reply: AnswerSignal<MapView>,
    /// The rule that is chosen.
    rule: Memo<Option<String>>,
    /// The state that is pointed out.
    state: Memo<Option<State>>,
) -> impl IntoView {
    let session = Session::current();
    let tally = Memo::new(move |_| reply.get().map(|map| map.tally()).unwrap_or_default());
    let button = move |of: State| {
        let count = move || integer(tally.get().of_state(of).into(), session.language());
        let is_chosen = move || state.get() == Some(of);
        let press = move |_| {
            let pointed = (state.get_untracked() != Some(of)).then_some(of);
            session.go(MapChoice::route(rule.get_untracked(), pointed));
        };
        view! {
            <button
                type="button"
                class="chip map-state"
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                disabled=move || tally.get().of_state(of) == 0 && !is_chosen()
                on:click=press
            >
                {move || view! { <StateMark state=of language=session.language() /> }}
                " "
                <strong>{count}</strong>
            </button>
        }
    };
    view! {
        <div class="field" role="group" aria-labelledby="map-states">
            <span class="field-label" id="map-states">{move || map::state(session.language())}</span>
            <div class="map-states">{State::ALL.iter().copied().map(button).collect_view()}</div>
        </div>
    }
}
