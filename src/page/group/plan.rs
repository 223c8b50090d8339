//! The seats of a group as a picture: a square for each seat, those of the own organisation on one side of the table and
//! those of external parties on the other. The table below says the same.

use leptos::prelude::*;

use crate::coverage::State;
use crate::engine::view::{GroupView, MemberRow, PostState, SeatView, SubjectView};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::page::parts::{StateLegend, StateMark};
use crate::text::group as said;

/// What long names of departments end with.
const ENDS: [&str; 3] = ["förvaltningen", "försvarsförbund", "förbundet"];

/// The seats around the table.
pub(super) fn plan(group: &GroupView, language: Language) -> Option<AnyView> {
    let all: Vec<(&SeatView, Vec<State>)> = group.seats.iter().map(|seat| (seat, squares(seat))).collect();
    let total = all.iter().map(|(_, squares)| squares.len()).sum::<usize>();
    let filled = all.iter().flat_map(|(_, squares)| squares).filter(|state| is_filled(**state)).count();
    let heading = said::seats(saturating(filled), saturating(total), language);
    let is_external = |seat: &SeatView| seat.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Party);
    let side = |external: bool| {
        let seats = all.iter().filter(|(seat, squares)| is_external(seat) == external && !squares.is_empty());
        let seats: Vec<_> = seats.map(|(seat, squares)| drawn(seat, squares, language)).collect();
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
fn drawn(seat: &SeatView, squares: &[State], language: Language) -> impl IntoView + use<> {
    let whose = seat.unit.as_ref().map_or(said::nobody(language), |unit| unit.name.say(language));
    // Where a long word may be broken.
    let whose = ENDS.iter().fold(whose.to_owned(), |whose, end| whose.replace(end, &format!("\u{ad}{end}")));
    let squares =
        squares.iter().map(|state| view! { <StateMark state=*state language sign_only=true/> }).collect_view();
    view! {
        <div class="seats-of">
            <span class="seat-squares">{squares}</span>
            <span class="seat-whose">{whose}</span>
        </div>
    }
}

/// How each seat of a unit stands: those who sit there, then what is missing.
fn squares(seat: &SeatView) -> Vec<State> {
    let of_party = seat.findings.iter().find(|row| matches!(row.subject, SubjectView::Party { .. }));
    let sits = |member: &&MemberRow| {
        member.post.state == PostState::Current && !member.post.substitute && member.post.person.is_some()
    };
    let state = |member: &MemberRow| {
        let own = seat.findings.iter().find(|row| match (&row.subject, &member.post.person) {
            (SubjectView::Member { person, .. }, Some(holder)) => person.id == holder.id,
            _ => false,
        });
        own.or(of_party).map_or(State::Met, |row| row.state)
    };
    let held: Vec<State> = seat.members.iter().filter(sits).map(state).collect();
    let lacking = seat.findings.iter().map(|row| row.state).filter(|state| !is_filled(*state));
    let lacking: Vec<State> = if held.iter().all(|state| is_filled(*state)) { lacking.collect() } else { Vec::new() };
    let vacant = seat.members.iter().any(|member| member.post.state == PostState::Vacant);
    let hole = (held.is_empty() && lacking.is_empty() && vacant).then_some(State::Missing);
    held.into_iter().chain(lacking).chain(hole).collect()
}

/// Whether somebody sits there.
const fn is_filled(state: State) -> bool {
    matches!(state, State::Met | State::Expiring | State::Broken)
}
