//! The map as figures: a line for each department, those that fall short most first.

use leptos::prelude::*;

use super::MapChoice;
use crate::coverage::State;
use crate::engine::view::{MapPart, MapView};
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::Language;
use crate::page::parts::{MoreRows, UnitLink};
use crate::page::session::{AnswerSignal, Session};
use crate::text::numbers::{capital, integer};
use crate::text::{map, words};

/// Lines shown at a time.
const STEP: u32 = 25;

/// The departments with their counts.
#[component]
pub(super) fn Departments(
    /// The map as the engine answered it.
    reply: AnswerSignal<MapView>,
    /// The rule that is chosen.
    rule: Memo<Option<String>>,
) -> impl IntoView {
    let session = Session::current();
    let lines = RwSignal::new(STEP);
    let table = move || {
        let (map, language, count) = (reply.get()?, session.language(), lines.get());
        let tally = map.tally();
        // A state that nothing is in needs no column.
        let states: Vec<State> = State::ALL.iter().copied().filter(|state| tally.of_state(*state) > 0).collect();
        let mut parts: Vec<&MapPart> = map.parts.iter().collect();
        sort::by_key(&mut parts, |part| std::cmp::Reverse(part.tally.gaps()));
        let heading = |state: &State| view! { <th scope="col">{capital(words::state(*state, language))}</th> };
        let headings = states.iter().map(heading).collect_view();
        let rule = rule.get();
        let rows =
            parts.iter().take(count as usize).map(|part| row(part, &states, rule.as_ref(), language)).collect_view();
        let total = saturating(parts.len());
        let shown = count.min(total);
        Some(view! {
            <table class="list map-table" aria-label=map::departments(language)>
                <thead>
                    <tr>
                        <th scope="col">{map::department_column(language)}</th>
                        <th scope="col">{map::all_column(language)}</th>
                        {headings}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <MoreRows shown total count=lines step=STEP language/>
        })
    };
    view! {
        <h2>{move || map::departments(session.language())}</h2>
        <p class="lead no-print">{move || map::departments_lead(session.language())}</p>
        {table}
    }
}

/// A department: each of its figures opens the map and the list of what it counts.
fn row(part: &MapPart, states: &[State], rule: Option<&String>, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let name = map::department(part, language);
    let figure = |state: State| {
        let number = part.tally.of_state(state);
        let label = capital(words::state(state, language));
        let said = integer(number.into(), language);
        let shown = match &part.unit {
            Some(unit) if number > 0 => {
                let href = session.href_within(MapChoice::route(rule.cloned(), Some(state)), Some(unit.id.clone()));
                let spoken = map::figure(&name, words::state(state, language), number, language);
                view! { <a href=href aria-label=spoken>{said}</a> }.into_any()
            }
            _ => said.into_any(),
        };
        view! { <td data-label=label class:empty-cell=number == 0>{shown}</td> }
    };
    let figures = states.iter().copied().map(figure).collect_view();
    let title = match part.unit.clone() {
        Some(unit) => view! { <UnitLink unit language /> }.into_any(),
        None => name.clone().into_any(),
    };
    let above = part.municipality.as_ref().map(|unit| unit.name.say(language).to_owned());
    view! {
        <tr>
            <th scope="row">{title} {above.map(|above| view! { <span class="muted">{above}</span> })}</th>
            <td data-label=map::all_column(language)>{integer(part.cells.into(), language)}</td>
            {figures}
        </tr>
    }
}
