//! How the subjects of a rule stand, as a bar.

use leptos::prelude::*;

use crate::coverage::{State, Tally};
use crate::engine::view::RuleRow;
use crate::organisation::value::Language;
use crate::text::pages;

/// How the subjects of a rule stand.
#[component]
pub fn TallyBar<'a>(
    /// The rule whose subjects are counted.
    rule: &'a RuleRow,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    bar(&rule.tally, language)
}

/// A bar with a segment for each state that anything has, as wide as their number.
pub fn bar(tally: &Tally, language: Language) -> impl IntoView + use<> {
    let segments = [
        (State::Met, tally.met),
        (State::Expiring, tally.expiring),
        (State::Missing, tally.missing),
        (State::Broken, tally.broken),
        (State::Unknown, tally.unknown),
        (State::Accepted, tally.accepted),
    ];
    let segment = |(state, number): (State, u32)| {
        view! { <span class="tally-part" data-state=state.word() style:flex-grow=number.to_string()></span> }
    };
    view! {
        <div class="tally" role="img" aria-label=pages::tally(tally, language)>
            {segments.into_iter().filter(|(_, number)| *number > 0).map(segment).collect_view()}
        </div>
    }
}
