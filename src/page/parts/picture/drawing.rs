//! The picture itself: the matrix, its risks, where they go, and what can be pressed.

use leptos::prelude::*;

use super::shapes::{patterns, shapes};
use super::{DrawnPicture, JoinedRisks};
use crate::engine::lens::RiskFilter;
use crate::organisation::number::saturating;
use crate::page::picture::{Door, DrawnShape, PlacedRisk, tenth};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{picture as words, risk};

/// The picture itself.
#[component]
pub(super) fn Svg(
    /// The picture that is drawn.
    drawn: Memo<Option<DrawnPicture>>,
    /// The name that the patterns of the picture go by.
    name: &'static str,
) -> impl IntoView {
    let session = Session::current();
    let JoinedRisks { active, goals } = use_context().unwrap_or_else(|| JoinedRisks::new(true));
    let of = move |what: &dyn Fn(&DrawnPicture) -> String| drawn.with(|it| it.as_ref().map(what).unwrap_or_default());
    let wide = move || of(&|it| tenth(it.drawing.width));
    let high = move || of(&|it| tenth(it.drawing.height));
    let label = move || of(&|it| words::title(&it.shown.picture, &it.shown.whose, it.language));
    let notes = move || of(&|it| words::notes(&it.shown.picture, (&it.shown.hash, it.shown.on), it.language).join(" "));
    let back = move || drawn.with(|it| it.as_ref().map(|it| shapes(&it.drawing.back, name)));
    let arrows = move || {
        drawn.with(|it| {
            let it = it.as_ref()?;
            let group = |(spot, drawn): &(usize, Vec<DrawnShape>)| {
                let id = it.shown.picture.spots[*spot].id.clone();
                let is_active = move || active.with(|active| active.as_ref() == Some(&id));
                let is_idle = {
                    let is_active = is_active.clone();
                    move || !goals.get() && !is_active()
                };
                view! { <g class="picture-arrow" class:active=is_active class:idle=is_idle>{shapes(drawn, name)}</g> }
            };
            Some(it.drawing.arrows.iter().map(group).collect_view())
        })
    };
    let doors = move || {
        drawn.with(|it| {
            it.as_ref().map(|it| it.drawing.doors.iter().map(|door| way(session, it, door, name)).collect_view())
        })
    };
    let ids = move || {
        drawn.with(|it| {
            let it = it.as_ref();
            it.map(|it| {
                it.drawing.seats.iter().map(|seat| it.shown.picture.spots[seat.spot].id.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
        })
    };
    let seat = move |id: String| {
        let of = id.clone();
        let mine = Memo::new(move |_| drawn.with(|it| it.as_ref().and_then(|it| found(it, &of))));
        let place = move || {
            mine.with(|mine| {
                mine.as_ref().map(|(seat, ..)| format!("translate({}px,{}px)", tenth(seat.at.x), tenth(seat.at.y)))
            })
        };
        let drawn = move || mine.with(|mine| mine.as_ref().map(|(seat, ..)| pressed(seat, name)));
        let label = move || mine.with(|mine| mine.as_ref().map(|(_, label, _)| label.clone()));
        let leads = mine.with_untracked(|mine| mine.as_ref().is_some_and(|(.., leads)| *leads));
        let at = {
            let id = id.clone();
            move || active.with(|active| active.as_ref() == Some(&id))
        };
        let (point, leave) = (id.clone(), move || active.set(None));
        let enter = move || active.set(Some(point.clone()));
        let focus = enter.clone();
        if leads {
            let href = move || session.href(Route::Risk { id: id.clone() });
            view! {
                <g class="picture-seat" class:active=at style:transform=place>
                    <a href=href aria-label=label on:focus=move |_| focus() on:blur=move |_| leave()
                        on:pointerenter=move |_| enter() on:pointerleave=move |_| leave()>
                        <title>{label}</title>
                        {drawn}
                    </a>
                </g>
            }
            .into_any()
        } else {
            view! {
                <g class="picture-seat" style:transform=place role="img" aria-label=label
                    on:pointerenter=move |_| enter() on:pointerleave=move |_| leave()>
                    <title>{label}</title>
                    {drawn}
                </g>
            }
            .into_any()
        }
    };
    view! {
        <svg class="picture" viewBox=move || format!("0 0 {} {}", wide(), high()) width=wide height=high role="group" aria-label=label>
            {patterns(name)}
            <g aria-hidden="true">{back}</g>
            <g aria-hidden="true">{arrows}</g>
            <g>{doors}</g>
            <g>
                <For each=ids key=|id| id.clone() children=seat/>
            </g>
        </svg>
        <p class="visually-hidden">{notes}</p>
    }
}

/// A risk's seat, what it is for those who do not see it, and whether it leads anywhere.
fn found(drawn: &DrawnPicture, id: &str) -> Option<(PlacedRisk, String, bool)> {
    let DrawnPicture { shown, drawing, language } = drawn;
    let spot_of = |seat: &&PlacedRisk| shown.picture.spots[seat.spot].id == id;
    let seat = drawing.seats.iter().find(spot_of)?;
    let label = words::spot(&shown.picture.spots[seat.spot], &shown.picture.matrix, *language);
    Some((seat.clone(), label, shown.leads.is_some()))
}

/// What can be pressed, and what is drawn there.
fn pressed(seat: &PlacedRisk, name: &'static str) -> impl IntoView + use<> {
    let room = seat.room;
    view! {
        <rect class="picture-room" x=tenth(room.x) y=tenth(room.y) width=tenth(room.width) height=tenth(room.height) rx="6"></rect>
        {shapes(&seat.shapes, name)}
    }
}

/// A number that leads to the risks of its cell.
fn way(session: Session, drawn: &DrawnPicture, door: &Door, name: &'static str) -> impl IntoView + use<> {
    let DrawnPicture { shown, language, .. } = drawn;
    let matrix = &shown.picture.matrix;
    let all = matrix.cells[usize::from(door.cell.0 - 1)][usize::from(door.cell.1 - 1)];
    let here = shown.picture.spots.iter().filter(|spot| spot.cell == door.cell).count();
    let beyond = all.saturating_sub(saturating(here));
    let is_count = drawn.drawing.seats.is_empty();
    let number = if is_count { all } else { beyond };
    let label = if is_count {
        risk::cell(matrix, door.cell.0, door.cell.1, *language)
    } else {
        words::more(number, matrix, door.cell, *language)
    };
    let room = door.room;
    let (is_current, drawn) =
        (shown.leads.as_ref().is_some_and(|filter| filter.cell == Some(door.cell)), shapes(&door.shapes, name));
    let room = view! {
        <rect class="picture-room" x=tenth(room.x) y=tenth(room.y) width=tenth(room.width) height=tenth(room.height) rx="6"></rect>
    };
    match &shown.leads {
        Some(filter) => {
            let filter = RiskFilter { cell: Some(door.cell), class: None, beside: None, ..filter.clone() };
            let href = move || session.href(Route::Risks { filter: filter.clone(), from: 0 });
            let current = is_current.then_some("true");
            view! { <g><a href=href aria-label=label aria-current=current>{room} {drawn}</a></g> }.into_any()
        }
        None => view! { <g role="img" aria-label=label>{room} {drawn}</g> }.into_any(),
    }
}
