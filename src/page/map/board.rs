//! The canvas of the map, the words about the cell at hand, and the buttons of its size.

use leptos::html;
use leptos::prelude::*;

use super::chart::{Chart, ChartControls};
use super::stage::MapStage;
use crate::coverage::State;
use crate::engine::view::{CellRow, MapView};
use crate::page::parts::StateMark;
use crate::page::route::Route;
use crate::page::session::{AnswerSignal, Session};
use crate::text::{finding, map};

/// The map, to be seen, pointed at, moved and gone through.
#[component]
pub(super) fn Board(
    /// The map as the engine answered it.
    reply: AnswerSignal<MapView>,
    /// The rule that is chosen.
    rule: Memo<Option<String>>,
    /// The state that is pointed out.
    state: Memo<Option<State>>,
) -> impl IntoView {
    let session = Session::current();
    let node = NodeRef::<html::Canvas>::new();
    let board = MapStage::new(reply, rule);
    board.follow(node, state);
    let label = move || reply.get().map(|map| map::canvas(&map, session.language()));
    let tip = move || {
        let ((middle, top, bottom), row) = (board.place.get()?, board.named.row()?);
        let width = board.reach.get().width;
        let left = (middle - 140).clamp(0, (width - 280).max(0));
        // Under the cell where there is no room over it.
        let (over, at) = if top > 110 { ("translateY(-100%)", top - 8) } else { ("none", bottom + 8) };
        Some(view! {
            <div class="map-tip" aria-hidden="true" style:left=format!("{left}px") style:top=format!("{at}px") style:transform=over>
                <strong>{row.unit.name.say(session.language()).to_owned()}</strong>
                <Words row />
            </div>
        })
    };
    let here = move || {
        let row = board.named.row()?;
        let (id, name) = (row.unit.id.clone(), row.unit.name.say(session.language()).to_owned());
        Some(view! {
            <a href=move || session.href(Route::Unit { id: id.clone() })>{name}</a>
            <Words row />
        })
    };
    let tool = move |said: fn(_) -> &'static str, off: fn(ChartControls) -> bool, act: fn(&mut Chart)| {
        view! {
            <button
                type="button"
                class="button"
                disabled=move || off(board.reach.get())
                on:click=move |_| board.change(act)
            >
                {move || said(session.language())}
            </button>
        }
    };
    view! {
        <div class="map-view" class:large=move || !board.reach.get().whole class:moves=move || board.reach.get().moves>
            <canvas
                node_ref=node
                class="map-canvas"
                tabindex="0"
                role="application"
                aria-roledescription=move || map::kind(session.language())
                aria-label=label
                aria-describedby="map-keys"
                on:pointerdown=move |event| board.press(&event)
                on:pointermove=move |event| board.drag(&event)
                on:pointerup=move |event| board.release(&event)
                on:pointercancel=move |event| board.cancel(&event)
                on:pointerleave=move |event| board.leave(&event)
                on:wheel=move |event| board.turn(&event)
                on:keydown=move |event| board.key(&event)
                on:focus=move |_| board.focus()
                on:blur=move |_| board.name(None, false)
            ></canvas>
            {tip}
        </div>
        <div class="map-under no-print">
            <p class="map-here" role="status">{here}</p>
            <Show when=move || !board.reach.get().whole>
                <div class="map-tools">
                    {tool(map::closer, |reach| !reach.steps.0, |chart| chart.closer(1, None))}
                    {tool(map::farther, |reach| !reach.steps.1, |chart| chart.closer(-1, None))}
                    {tool(map::whole, |reach| !reach.steps.1, Chart::whole)}
                </div>
            </Show>
        </div>
        <p id="map-keys" class="map-keys muted no-print">
            {move || map::keys(session.language())}
            " "
            {move || (!board.reach.get().whole).then(|| map::large(session.language()))}
        </p>
    }
}

/// What there is to say of a cell beside its name: how it stands and why, and where it belongs.
#[component]
fn Words(
    /// The workplace that the cell stands for.
    row: CellRow,
) -> impl IntoView {
    let session = Session::current();
    let (language, on) = (session.language(), session.on());
    let mark = row.state.map(|state| view! { <StateMark state language sign_only=true /> });
    let why = row.finding.as_ref().map(|row| finding::why(row, on, language));
    let why = why.unwrap_or_else(|| map::state_of(row.state, language).to_owned());
    let department = row.department.map(|unit| unit.name.say(language).to_owned());
    view! {
        <span class="map-why">{mark} <span>{why}</span></span>
        <span class="muted">{department}</span>
    }
}
