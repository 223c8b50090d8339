//! Units by name, alone or in a list with their counts.

use leptos::prelude::*;

use super::StateMark;
use crate::coverage::State;
use crate::engine::view::{UnitRef, UnitRow as Row};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{pages, words};

/// A unit's name, leading to its page.
#[component]
pub fn UnitLink(
    /// The unit that the link leads to.
    unit: UnitRef,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let name = unit.name.say(language).to_owned();
    let id = unit.id;
    view! { <a href=move || session.href(Route::Unit { id: id.clone() })>{name}</a> }
}

/// A unit with its state and counts, for a list.
#[component]
pub fn UnitRow(
    /// The unit that is shown.
    row: Row,
    /// The reader's language.
    language: Language,
    /// Whether to say which unit it belongs to.
    #[prop(optional)]
    with_parent: bool,
) -> impl IntoView {
    let counts = pages::unit_counts(&row, language);
    let kind = (row.unit.kind != UnitKind::Workplace).then(|| words::unit_kind(row.unit.kind).one(language).to_owned());
    let above = row.parent.as_ref().filter(|_| with_parent).map(|parent| parent.name.say(language).to_owned());
    let note = kind.into_iter().chain(above).collect::<Vec<_>>().join(", ");
    // A quiet mark would hide what is amiss below, and nothing is asked of a party itself.
    // Nor is there a mark where no rule asks anything.
    let is_quiet =
        |state: &State| *state == State::Met && (row.gaps + row.expiring > 0 || row.unit.kind == UnitKind::Party);
    let mark = match row.state.filter(|state| !is_quiet(state)) {
        Some(state) => view! { <StateMark state language sign_only=true/> }.into_any(),
        None => view! { <span class="state-sign" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <span class="unit-row">
            {mark}
            <span class="unit-name">
                <UnitLink unit=row.unit language/>
                <span class="muted">{note}</span>
            </span>
            <span class="unit-counts">{counts}</span>
        </span>
    }
}
