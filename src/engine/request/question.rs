//! Questions that are asked by themselves, of the open file, of an extract of it, or of it with a plan brought in.

use serde::Serialize;

use super::{ReplyValue, Request, RequestPlace};
use crate::disclosure::Receiver;
use crate::organisation::value::{Date, day};

/// A question that the page asks, with what it is answered by: asked so, an answer cannot be taken for another's.
pub trait EngineQuestion: Into<Request> {
    /// What answers the question.
    type Answer: ReplyValue;

    /// The bytes of the request, written without the code that writes all the others.
    fn bytes(&self) -> Vec<u8>;
}

/// A question that is answered from the extract for a receiver alone.
#[derive(Debug, Clone, PartialEq)]
pub struct AskFor<Q> {
    /// Whom the answer is for.
    pub receiver: Receiver,
    /// The day on which it is asked who holds what.
    pub on: Date,
    /// The day the extract is made.
    pub made: Date,
    /// What is asked of the extract.
    pub question: Q,
}

impl<Q: EngineQuestion> From<AskFor<Q>> for Request {
    fn from(AskFor { receiver, on, made, question }: AskFor<Q>) -> Self {
        Self::For { receiver, on, made, request: Box::new(question.into()) }
    }
}

impl<Q: EngineQuestion> EngineQuestion for AskFor<Q> {
    type Answer = Q::Answer;

    fn bytes(&self) -> Vec<u8> {
        let Self { receiver, on, made, question } = self;
        let head = ForHead { receiver, on: *on, made: *made };
        [postcard::to_allocvec(&(RequestPlace::For as u32, head)).unwrap_or_default(), question.bytes()].concat()
    }
}

/// A question that is answered from the file with a plan brought in.
#[derive(Debug, Clone, PartialEq)]
pub struct AskInPlan<Q> {
    /// The plan; empty for the open file as it is.
    pub text: String,
    /// What is asked of it.
    pub question: Q,
}

impl<Q: EngineQuestion> From<AskInPlan<Q>> for Request {
    fn from(AskInPlan { text, question }: AskInPlan<Q>) -> Self {
        Self::InPlan { text, request: Box::new(question.into()) }
    }
}

impl<Q: EngineQuestion> EngineQuestion for AskInPlan<Q> {
    type Answer = Q::Answer;

    fn bytes(&self) -> Vec<u8> {
        let head = (RequestPlace::InPlan as u32, &*self.text);
        [postcard::to_allocvec(&head).unwrap_or_default(), self.question.bytes()].concat()
    }
}

/// What stands before the question in the bytes of a [`Request::For`].
#[derive(Serialize)]
struct ForHead<'q> {
    receiver: &'q Receiver,
    #[serde(with = "day")]
    on: Date,
    #[serde(with = "day")]
    made: Date,
}
