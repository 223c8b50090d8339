//! What a drawing has to follow: the frames of the screen, the size of its element, and how the page is shown.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, ResizeObserver};

use super::window;

/// Draws before the next frame, once, however often it is asked to. Its copies are the same.
#[derive(Clone)]
pub struct Frames(Rc<FramesInner>);

struct FramesInner {
    /// The frame that is asked for.
    asked: Cell<Option<i32>>,
    draw: RefCell<Option<Closure<dyn FnMut()>>>,
}

impl Frames {
    /// `draw` is called before a frame, and says whether it wants the next one too.
    pub fn new(mut draw: impl FnMut() -> bool + 'static) -> Self {
        let frames = Self(Rc::new(FramesInner { asked: Cell::new(None), draw: RefCell::default() }));
        // Does not keep itself alive.
        let again = Rc::downgrade(&frames.0);
        let before_frame = Closure::new(move || {
            let Some(inner) = again.upgrade() else { return };
            inner.asked.set(None);
            if draw() {
                Self(inner).ask();
            }
        });
        *frames.0.draw.borrow_mut() = Some(before_frame);
        frames
    }

    /// Asks for the next frame.
    pub fn ask(&self) {
        if let Some(draw) = &*self.0.draw.borrow()
            && self.0.asked.get().is_none()
        {
            self.0.asked.set(window().request_animation_frame(draw.as_ref().unchecked_ref()).ok());
        }
    }
}

impl Drop for FramesInner {
    fn drop(&mut self) {
        if let Some(frame) = self.asked.get() {
            let _ = window().cancel_animation_frame(frame);
        }
    }
}

/// Milliseconds since the page was opened, finely.
pub fn time() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Something that is heard of until this is dropped.
pub struct EventListener {
    target: Option<(EventTarget, &'static str)>,
    resized: Option<ResizeObserver>,
    closure: Closure<dyn FnMut(Event)>,
}

impl EventListener {
    fn on(target: EventTarget, kind: &'static str, mut heard: impl FnMut() + 'static) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(move |_: Event| heard());
        let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
        Self { target: Some((target, kind)), resized: None, closure }
    }

    /// Calls when the page is about to be printed, with `true`, and when that is done, with `false`.
    pub fn printing(heard: impl Fn(bool) + Clone + 'static) -> [Self; 2] {
        let after = heard.clone();
        [
            Self::on(window().into(), "beforeprint", move || heard(true)),
            Self::on(window().into(), "afterprint", move || after(false)),
        ]
    }

    /// Calls when a media query of CSS begins or ceases to hold.
    pub fn media(query: &str, heard: impl FnMut() + 'static) -> Option<Self> {
        let media = window().match_media(query).ok()??;
        Some(Self::on(media.into(), "change", heard))
    }

    /// Calls when an element has another size.
    pub fn size(element: &Element, mut heard: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(Event)>::new(move |_| heard());
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { target: None, resized: Some(observer), closure })
    }
}

impl Drop for EventListener {
    fn drop(&mut self) {
        if let Some((target, kind)) = &self.target {
            let _ = target.remove_event_listener_with_callback(kind, self.closure.as_ref().unchecked_ref());
        }
        if let Some(resized) = &self.resized {
            resized.disconnect();
        }
    }
}
