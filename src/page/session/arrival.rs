//! Going from page to page: the address is followed, and once the new page has its data the focus goes to its heading
//! and the window to where it was, or to the top.

use leptos::prelude::*;

use super::Session;
use crate::browser::scroll::{self, Scroll};
use crate::browser::{dom, location};
use crate::page::route::{Location, Route};

impl Session {
    /// Whether all that the page has asked for has come, or there is nothing to ask.
    pub fn is_ready(self) -> bool {
        let settled = self.is_open() || self.failure.with(Option::is_some);
        settled && self.waiting.get() == 0
    }

    /// The title the page has given itself.
    pub fn own_title(self) -> Option<String> {
        self.title.get()
    }

    /// Follows the address.
    pub(super) fn follow_location(self) {
        let steps = Scroll::start();
        let arrived = RwSignal::new(None::<f64>);
        let shown = StoredValue::new(self.location.with_untracked(|location| location.route.clone()));
        location::on_change(move || {
            let now = Location::parse(&location::fragment());
            let y = steps.arrive();
            if !shown.with_value(|route| route.same_page(&now.route)) {
                shown.set_value(now.route.clone());
                // Not before the new page is there and has begun to ask.
                request_animation_frame(move || arrived.set(Some(y)));
            }
            self.location.set(now);
        });
        Effect::new(move || {
            if let Some(y) = arrived.get()
                && self.is_ready()
            {
                arrived.set(None);
                // The page shows its data in the same turn; wait until it has.
                request_animation_frame(move || {
                    scroll::to(y);
                    dom::focus("main h1");
                });
            }
        });
    }

    /// The route at hand.
    pub fn route(self) -> Route {
        self.location.with(|location| location.route.clone())
    }
}
