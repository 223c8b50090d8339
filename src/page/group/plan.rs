//! The seats of a group as a picture: a square for each seat, those of the own organisation on one side of the table and
//! those of external parties on the other. The table below says the same.

use leptos::prelude::*;

use crate::engine::view::{GroupView, SeatView};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::page::parts::{StateLegend, StateMark};
use crate::text::group as said;

/// What long names of departments end with.
const ENDS: [&str; 3] = ["förvaltningen", "försvarsförbund", "förbundet"];

/// The seats around the table.
pub(super) fn plan(group: &GroupView, language: Language) -> Option<AnyView> {
    let states = || group.seats.iter().flat_map(|seat| &seat.states);
    let total = saturating(states().count());
    let taken = saturating(states().filter(|state| SeatView::is_taken(**state)).count());
    let heading = said::seats(taken, total, language);
    let is_external = |seat: &SeatView| seat.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Party);
    let side = |external: bool| {
        let seats = group.seats.iter().filter(|seat| is_external(seat) == external && !seat.states.is_empty());
        let seats: Vec<_> = seats.map(|seat| drawn(seat, language)).collect();
        (!seats.is_empty()).then(|| view! { <div class="seat-side">{seats}</div> })
    };
    let (own, external) = (side(false), side(true));
    (total > 0).then(|| {
        view! {
            <figure class="seat-plan">
                <div role="img" aria-label=heading.clone()>
                    {own}
                    <p class="seat-table"><strong>{group.unit.name.say(language).to_owned()}</strong> " " <span>{heading.clone()}</span></p>
                    {external}
                </div>
                <StateLegend language/>
            </figure>
        }
        .into_any()
    })
}

/// The seats of one unit, its name under them.
fn drawn(seat: &SeatView, language: Language) -> impl IntoView + use<> {
    let whose = seat.unit.as_ref().map_or(said::nobody(language), |unit| unit.name.say(language));
    // Where a long word may be broken.
    let whose = ENDS.iter().fold(whose.to_owned(), |whose, end| whose.replace(end, &format!("\u{ad}{end}")));
    let squares =
        seat.states.iter().map(|state| view! { <StateMark state=*state language sign_only=true/> }).collect_view();
    view! {
        <div class="seats-of">
            <span class="seat-squares">{squares}</span>
            <span class="seat-whose">{whose}</span>
        </div>
    }
}
