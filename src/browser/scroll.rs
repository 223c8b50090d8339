//! Where each step of the history was scrolled to. The browser would restore that itself, but before the page has
//! asked for its data, while it is still too short.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use web_sys::Event;

use super::{listen, location, window};

/// Remembers how far down each step of the history was.
#[derive(Debug, Clone)]
pub struct Scroll(Rc<Steps>);

#[derive(Debug)]
struct Steps {
    now: Cell<u32>,
    last: Cell<u32>,
    seen: RefCell<HashMap<u32, f64>>,
}

impl Scroll {
    /// Starts to remember.
    pub fn start() -> Self {
        location::scroll_ourselves();
        let first = location::step().unwrap_or(0);
        location::set_step(first);
        let steps = Rc::new(Steps { now: Cell::new(first), last: Cell::new(first), seen: RefCell::default() });
        let watched = steps.clone();
        listen(&window(), "scroll", move |_: Event| {
            if let Ok(y) = window().scroll_y() {
                watched.seen.borrow_mut().insert(watched.now.get(), y);
            }
        });
        Self(steps)
    }

    /// The page is at another step: where it was scrolled to if it has been here, else the top.
    pub fn arrive(&self) -> f64 {
        let steps = &self.0;
        if let Some(step) = location::step() {
            steps.now.set(step);
            return steps.seen.borrow().get(&step).copied().unwrap_or(0.0);
        }
        let step = steps.last.get() + 1;
        steps.last.set(step);
        steps.now.set(step);
        location::set_step(step);
        0.0
    }
}

/// Scrolls to a distance from the top, in CSS pixels.
pub fn to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}
