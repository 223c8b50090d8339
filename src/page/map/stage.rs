//! What the map answers to: the pointer, the wheel, the keys, and how the page is shown.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;

use super::chart::{Chart, ChartControls};
use super::hand::{Gesture, Hand};
use super::named::PointedCell;
use crate::browser::canvas::Canvas;
use crate::browser::frames::{EventListener, Frames};
use crate::coverage::State;
use crate::engine::view::MapView;
use crate::page::plan::CellMove;
use crate::page::route::Route;
use crate::page::session::{AnswerSignal, Session};

/// The map, and what is known of it beside its drawing. A handle: its copies are the same.
#[derive(Clone, Copy)]
pub(super) struct MapStage {
    chart: StoredValue<Option<Chart>, LocalStorage>,
    frames: StoredValue<Frames, LocalStorage>,
    hand: StoredValue<Hand, LocalStorage>,
    /// What can be done with the map.
    pub(super) reach: RwSignal<ChartControls>,
    /// Where the words about the cell at hand go: the cell's middle, upper and lower edge, in CSS pixels.
    pub(super) place: RwSignal<Option<(i32, i32, i32)>>,
    /// The cell at hand.
    pub(super) named: PointedCell,
    reply: AnswerSignal<MapView>,
}

impl MapStage {
    /// A stage on which nothing is drawn yet.
    pub(super) fn new(reply: AnswerSignal<MapView>, rule: Memo<Option<String>>) -> Self {
        let chart = StoredValue::new_local(None::<Chart>);
        let draw = move || chart.try_update_value(|chart| chart.as_mut().is_some_and(Chart::frame)).unwrap_or(false);
        Self {
            chart,
            frames: StoredValue::new_local(Frames::new(draw)),
            hand: StoredValue::new_local(Hand::default()),
            reach: RwSignal::new(ChartControls::default()),
            place: RwSignal::new(None),
            named: PointedCell::new(rule),
            reply,
        }
    }

    /// Keeps the drawing to what there is to draw, and to how the page is shown.
    pub(super) fn follow(self, node: NodeRef<html::Canvas>, state: Memo<Option<State>>) {
        let session = Session::current();
        let heard = StoredValue::new_local(Vec::<EventListener>::new());
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
                heard.extend(EventListener::size(&element, move || self.change(Chart::measure)));
                heard.extend(EventListener::printing(move |on_paper| self.change(|chart| chart.print(on_paper))));
                heard.extend(media.iter().filter_map(|query| EventListener::media(query, repaint)));
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
    pub(super) fn change(self, change: impl FnOnce(&mut Chart)) {
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
    pub(super) fn name(self, cell: Option<i32>, into_view: bool) {
        if self.named.cell.try_get_untracked().is_some_and(|before| before != cell) {
            self.named.cell.set(cell);
            self.change(|chart| chart.ring_at(cell, into_view));
        }
    }

    /// The focus came by keyboard: there is a cell at hand.
    pub(super) fn focus(self) {
        let first = self.ask(|chart| if chart.canvas().shows_focus() { chart.first_in_view() } else { None });
        if self.named.cell.get_untracked().is_none() {
            self.name(first, false);
        }
    }

    /// A pointer comes down.
    pub(super) fn press(self, event: &PointerEvent) {
        self.ask(|chart| chart.canvas().hold_pointer(event.pointer_id()));
        self.hand.update_value(|hand| hand.press(event.pointer_id(), at(event)));
    }

    /// A pointer goes elsewhere: it points at a cell, or moves the map.
    pub(super) fn drag(self, event: &PointerEvent) {
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
    pub(super) fn release(self, event: &PointerEvent) {
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
            self.named.session.go(Route::Unit { id: unit.id });
        }
    }

    /// A pointer is taken away.
    pub(super) fn cancel(self, event: &PointerEvent) {
        self.hand.update_value(|hand| {
            hand.release(event.pointer_id());
        });
    }

    /// The mouse leaves the map.
    pub(super) fn leave(self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" && self.hand.try_with_value(Hand::is_dragging) == Some(false) {
            self.name(None, false);
        }
    }

    /// The wheel scrolls the page, unless the map has the focus or Ctrl is held.
    pub(super) fn turn(self, event: &WheelEvent) {
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

    /// A key is pressed.
    pub(super) fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let step = match event.key().as_str() {
            "ArrowRight" => CellMove::Next,
            "ArrowLeft" => CellMove::Before,
            "ArrowDown" => CellMove::Below,
            "ArrowUp" => CellMove::Above,
            "Home" => CellMove::First,
            "End" => CellMove::Last,
            "PageDown" => CellMove::NextPart,
            "PageUp" => CellMove::PartBefore,
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
