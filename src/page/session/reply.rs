//! Asking the engine from a component: the answer is a signal that keeps up with the question.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use crate::browser::clock;
use crate::engine::request::{EngineQuestion, ReplyValue, held};

/// How often it is asked whether an answer has come, in milliseconds.
const POLLED_EVERY: i32 = 20;

/// What a reply held, of whatever type; none where the engine answered something else.
type ReplyContent = Option<Arc<dyn Any + Send + Sync>>;

/// The engine's answer to a question, as a signal. A handle: its copies are the same answer.
pub struct AnswerSignal<T> {
    told: RwSignal<Option<ReplyContent>>,
    /// Whether the question has been asked anew and the answer is still to come.
    underway: StoredValue<bool>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for AnswerSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for AnswerSignal<T> {}

impl<T: ReplyValue> AnswerSignal<T> {
    /// The last answer. There is none until the first has come, or where what was asked about does not exist.
    pub fn get(self) -> Option<Arc<T>> {
        self.told.get()??.downcast().ok()
    }

    /// The last answer, for what does not follow the next one.
    pub fn get_untracked(self) -> Option<Arc<T>> {
        self.told.get_untracked()??.downcast().ok()
    }

    /// The answer to the question as it is now, once it has come. What is done, and not only shown, is done with this one: the
    /// last answer may be of the day or the receiver that was chosen before.
    pub async fn settled(self) -> Option<Arc<T>> {
        // What was chosen stands in the address first, of which the page hears in a task of its own.
        clock::wait(0).await;
        while self.underway.try_get_value()? {
            clock::wait(POLLED_EVERY).await;
        }
        self.told.try_get_untracked()???.downcast().ok()
    }

    /// Whether what was asked about does not exist.
    pub fn is_absent(self) -> bool {
        self.told.with(|told| matches!(told, Some(None)))
    }
}

/// The engine's answer to a question, asked again whenever the question changes or another file is opened.
///
/// There is none until the first has come; from then on the last one stays until the next, and an answer that has been
/// overtaken by a newer question is dropped.
pub fn use_answer<Q: EngineQuestion>(question: impl Fn() -> Q + Send + Sync + 'static) -> AnswerSignal<Q::Answer> {
    let question = Box::new(move || question().bytes());
    let (told, underway) = follow(question, |reply| Some(Arc::new(held::<Q::Answer>(reply)?)));
    AnswerSignal { told, underway, of: PhantomData }
}

/// One function for answers of all types: it is large.
fn follow(
    request: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    read: fn(&[u8]) -> ReplyContent,
) -> (RwSignal<Option<ReplyContent>>, StoredValue<bool>) {
    let session = Session::current();
    let reply = RwSignal::new(None);
    let question = Memo::new(move |_| (session.generation.get(), request()));
    let newest = StoredValue::new(0_u32);
    let underway = StoredValue::new(false);
    let wait = move || {
        if !underway.try_update_value(|underway| std::mem::replace(underway, true)).unwrap_or(true) {
            session.waiting.update(|waiting| *waiting += 1);
        }
    };
    let arrive = move || {
        if underway.try_update_value(std::mem::take).unwrap_or(false) {
            session.waiting.update(|waiting| *waiting -= 1);
        }
    };
    // Counted from the start, so that the page is not taken for ready between being made and asking.
    wait();
    Effect::new(move || {
        let (generation, request) = question.get();
        if generation == 0 {
            return;
        }
        wait();
        let ticket = newest.get_value() + 1;
        newest.set_value(ticket);
        spawn_local(async move {
            let answer = session.ask_bytes(&request).await;
            if newest.try_get_value() != Some(ticket) {
                return;
            }
            if let Some(answer) = answer {
                let _ = reply.try_set(Some(read(&answer)));
            }
            arrive();
        });
    });
    on_cleanup(arrive);
    (reply, underway)
}

/// Something is still to come: until it is dropped, the page is not taken for ready.
pub struct WaitGuard(Session);

impl Session {
    /// Says that something is still to come.
    pub fn wait(self) -> WaitGuard {
        self.waiting.update(|waiting| *waiting += 1);
        WaitGuard(self)
    }
}

impl Drop for WaitGuard {
    fn drop(&mut self) {
        self.0.waiting.update(|waiting| *waiting -= 1);
    }
}

/// Names the window after the page, for as long as the component is shown. An empty title leaves the page's usual one.
pub fn use_title(title: impl Fn() -> String + Send + Sync + 'static) {
    let session = Session::current();
    Effect::new(move || session.title.set(Some(title()).filter(|title| !title.is_empty())));
    on_cleanup(move || session.title.set(None));
}
