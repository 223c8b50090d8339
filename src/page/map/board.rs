//! The canvas of the map with what it answers to, and the words about the cell at hand.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;

use super::chart::{Chart, Reach};
use super::hand::{Gesture, Hand};
use super::named::Named;
use crate::browser::canvas::Canvas;
use crate::browser::frames::{Frames, Heard};
use crate::coverage::State;
use crate::engine::view::{CellRow, MapView};
use crate::page::parts::StateMark;
use crate::page::plan::Step;
use crate::page::route::Route;
use crate::page::session::{Answer, Session};
use crate::text::{finding, map};

/// The map, and what is known of it beside its drawing. A handle: its copies are the same.
#[derive(Clone, Copy)]
struct Stage {
    chart: StoredValue<Option<Chart>, LocalStorage>,
    frames: StoredValue<Frames, LocalStorage>,
    hand: StoredValue<Hand, LocalStorage>,
    reach: RwSignal<Reach>,
    /// Where the words about the cell at hand go: the cell's middle, upper and lower edge, in CSS pixels.
    place: RwSignal<Option<(i32, i32, i32)>>,
    named: Named,
    reply: Answer<MapView>,
}

/// The map, to be seen, pointed at, moved and gone through.
#[component]
pub(super) fn Board(
    /// The map.
    reply: Answer<MapView>,
    /// The rule that is chosen.
    rule: Memo<Option<String>>,
    /// The state that is pointed out.
    state: Memo<Option<State>>,
) -> impl IntoView {
    let session = Session::current();
    let node = NodeRef::<html::Canvas>::new();
    let board = Stage::new(reply, rule);
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
    let tool = move |said: fn(_) -> &'static str, off: fn(Reach) -> bool, act: fn(&mut Chart)| {
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
    /// The cell.
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

impl Stage {
    fn new(reply: Answer<MapView>, rule: Memo<Option<String>>) -> Self {
        let chart = StoredValue::new_local(None::<Chart>);
        let draw = move || chart.try_update_value(|chart| chart.as_mut().is_some_and(Chart::frame)).unwrap_or(false);
        Self {
            chart,
            frames: StoredValue::new_local(Frames::new(draw)),
            hand: StoredValue::new_local(Hand::default()),
            reach: RwSignal::new(Reach::default()),
            place: RwSignal::new(None),
            named: Named::new(rule),
            reply,
        }
    }

    /// Keeps the drawing to what there is to draw, and to how the page is shown.
    fn follow(self, node: NodeRef<html::Canvas>, state: Memo<Option<State>>) {
        let session = Session::current();
        let heard = StoredValue::new_local(Vec::<Heard>::new());
        Effect::new(move || {
            let (Some(map), Some(element), language) = (self.reply.get(), node.get(), session.language()) else {
                return;
            };
            let is_there = self.chart.with_value(Option::is_some);
            if is_there {
                return self.change(|chart| chart.take(map, language));
            }
            let pointed = state.get_untracked();
            self.chart.set_value(Canvas::of(element.clone()).map(|on| Chart::new(on, map, pointed, language)));
            let repaint = move || self.change(Chart::repaint);
            let media = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
            heard.update_value(|heard| {
                heard.extend(Heard::size(&element, move || self.change(Chart::measure)));
                heard.extend(Heard::printing(move |on_paper| self.change(|chart| chart.print(on_paper))));
                heard.extend(media.iter().filter_map(|query| Heard::media(query, repaint)));
            });
            self.change(|_| ());
        });
        Effect::new(move || {
            let pointed = state.get();
            self.change(|chart| chart.point_out(pointed));
        });
        Effect::new(move || {
            session.theme();
            self.change(Chart::repaint);
        });
    }

    /// Changes the drawing, and has it drawn.
    fn change(self, change: impl FnOnce(&mut Chart)) {
        let reach = self.chart.try_update_value(|chart| {
            chart.as_mut().map(|chart| {
                change(chart);
                chart.reach()
            })
        });
        let Some(Some(reach)) = reach else { return };
        if self.reach.get_untracked() != reach {
            self.reach.set(reach);
        }
        self.locate();
        self.frames.with_value(Frames::ask);
    }

    /// Asks something of the drawing; what is nothing where there is none yet.
    fn ask<T: Default>(self, ask: impl FnOnce(&Chart) -> T) -> T {
        self.chart.try_with_value(|chart| chart.as_ref().map(ask)).flatten().unwrap_or_default()
    }

    /// Puts the words about the cell at hand where it is now.
    fn locate(self) {
        let place = self.named.cell.get_untracked().and_then(|cell| self.ask(|chart| chart.place(cell)));
        if self.place.get_untracked() != place {
            self.place.set(place);
        }
    }

    /// Has a cell at hand, or none. The canvas loses the focus and the pointer also when the page is left.
    fn name(self, cell: Option<i32>, into_view: bool) {
        if self.named.cell.try_get_untracked().is_some_and(|before| before != cell) {
            self.named.cell.set(cell);
            self.change(|chart| chart.ring_at(cell, into_view));
        }
    }

    /// The focus came by keyboard: there is a cell at hand.
    fn focus(self) {
        let first = self.ask(|chart| if chart.canvas().shows_focus() { chart.first_in_view() } else { None });
        if self.named.cell.get_untracked().is_none() {
            self.name(first, false);
        }
    }

    fn press(self, event: &PointerEvent) {
        self.ask(|chart| chart.canvas().hold_pointer(event.pointer_id()));
        self.hand.update_value(|hand| hand.press(event.pointer_id(), at(event)));
    }

    fn drag(self, event: &PointerEvent) {
        let gesture = self.hand.try_update_value(|hand| hand.drag(event.pointer_id(), at(event)));
        match gesture {
            Some(Gesture::Hover) => {
                let cell = self.ask(|chart| chart.cell_at(at(event)));
                self.name(cell, false);
                let is_name = cell.is_none() && self.ask(|chart| chart.name_at(at(event))).is_some();
                self.ask(|chart| chart.canvas().class("pointing", cell.is_some() || is_name));
            }
            Some(Gesture::Move(right, down)) => self.change(|chart| chart.pan(right, down)),
            Some(Gesture::Closer(steps, point)) => self.change(|chart| chart.closer(steps, Some(point))),
            Some(Gesture::Nothing) | None => {}
        }
    }

    /// A click opens what is clicked; a finger that has not pointed at it yet points at it first.
    fn release(self, event: &PointerEvent) {
        let clicked = self.hand.try_update_value(|hand| hand.release(event.pointer_id())).unwrap_or(false);
        if !clicked || event.button() != 0 {
            return;
        }
        match self.ask(|chart| chart.cell_at(at(event))) {
            Some(cell) if event.pointer_type() != "mouse" && self.named.cell.get_untracked() != Some(cell) => {
                self.name(Some(cell), false);
            }
            Some(cell) => self.named.open(cell),
            None => self.open_part(self.ask(|chart| chart.name_at(at(event)))),
        }
    }

    fn open_part(self, part: Option<usize>) {
        let map = untrack(|| self.reply.get());
        let unit = part.and_then(|part| map.and_then(|map| map.parts.get(part)?.unit.clone()));
        if let Some(unit) = unit {
            Session::current().go(Route::Unit { id: unit.id });
        }
    }

    fn cancel(self, event: &PointerEvent) {
        self.hand.update_value(|hand| {
            hand.release(event.pointer_id());
        });
    }

    fn leave(self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" && self.hand.try_with_value(Hand::is_dragging) == Some(false) {
            self.name(None, false);
        }
    }

    /// The wheel scrolls the page, unless the map has the focus or Ctrl is held.
    fn turn(self, event: &WheelEvent) {
        let is_ours = event.ctrl_key() || self.ask(|chart| chart.canvas().has_focus());
        let reach = self.reach.get_untracked();
        if !is_ours || !(reach.moves || !reach.whole || event.ctrl_key()) {
            return;
        }
        event.prevent_default();
        let steps = self.hand.try_update_value(|hand| hand.turn(event.delta_y())).unwrap_or(0);
        if steps != 0 {
            self.change(|chart| chart.closer(steps, Some((event.offset_x(), event.offset_y()))));
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let step = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Before,
            "ArrowDown" => Step::Below,
            "ArrowUp" => Step::Above,
            "Home" => Step::First,
            "End" => Step::Last,
            "PageDown" => Step::NextPart,
            "PageUp" => Step::PartBefore,
            other => {
                match other {
                    "Enter" => {
                        if let Some(cell) = self.named.cell.get_untracked() {
                            self.named.open(cell);
                        }
                    }
                    "Escape" => self.name(None, false),
                    "+" => self.change(|chart| chart.closer(1, None)),
                    "-" => self.change(|chart| chart.closer(-1, None)),
                    "0" => self.change(Chart::whole),
                    _ => return,
                }
                return event.prevent_default();
            }
        };
        event.prevent_default();
        if let Some(cell) = self.ask(|chart| chart.step(step)) {
            self.name(Some(cell), true);
        }
    }
}

/// Where an event is, in CSS pixels from the corner of the canvas.
fn at(event: &PointerEvent) -> (i32, i32) {
    (event.offset_x(), event.offset_y())
}
