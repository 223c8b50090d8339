//! How the shapes of rules tell of their subjects, once for all that is asked of them.

use super::time::Span;
use super::{Cause, State, Subject};
use crate::organisation::index::Post;
use crate::organisation::value::Date;

/// Something that a subject depends on for some days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    /// The days.
    pub(super) span: Span,
    /// Where it is a post's, the index of its item among the assignments.
    pub(super) assignment: Option<u32>,
}

impl Term {
    /// The day it begins and the day after it, where there are such.
    pub(super) fn turns(self) -> [Option<Date>; 2] {
        [self.span.from, self.span.after()]
    }
}

impl From<&Post> for Term {
    fn from(post: &Post) -> Self {
        Self { span: Span::of(post), assignment: Some(post.assignment) }
    }
}

impl From<Span> for Term {
    fn from(span: Span) -> Self {
        Self { span, assignment: None }
    }
}

/// All terms that a subject depends on, handed out one by one: it stands the same from day to day but where one of them
/// begins or has ended.
pub(super) type Terms<'t> = &'t dyn Fn(&mut dyn FnMut(Term));

/// Hands terms out one by one.
pub(super) fn hand_out(terms: impl IntoIterator<Item: Into<Term>>, each: &mut dyn FnMut(Term)) {
    for term in terms {
        each(term.into());
    }
}

/// How a rule stands for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// It holds, also through the window.
    Met,
    /// It holds today, and not on `falls`, for the reason of that day.
    Expiring { falls: Date, because: Cause },
    /// It does not hold.
    Not { state: State, since: Option<Date>, because: Cause },
}

impl Judged {
    /// Met, or expiring where there is a day on which it falls.
    pub(super) fn met_until(falls: Option<(Date, impl Into<Cause>)>) -> Self {
        falls.map_or(Self::Met, |(falls, because)| Self::Expiring { falls, because: because.into() })
    }

    /// The state that it comes to.
    pub(super) fn state(self) -> State {
        match self {
            Self::Met => State::Met,
            Self::Expiring { .. } => State::Expiring,
            Self::Not { state, .. } => state,
        }
    }

    pub(super) fn missing(since: Option<Date>, because: impl Into<Cause>) -> Self {
        Self::Not { state: State::Missing, since, because: because.into() }
    }

    pub(super) fn broken(since: Option<Date>, because: impl Into<Cause>) -> Self {
        Self::Not { state: State::Broken, since, because: because.into() }
    }

    pub(super) fn unknown(because: impl Into<Cause>) -> Self {
        Self::Not { state: State::Unknown, since: None, because: because.into() }
    }
}

/// Is told of the subjects of a rule.
///
/// Behind pointers, so that the thirteen shapes are compiled once for judging a day and foreseeing a year.
pub(super) trait Visit {
    /// A subject, how it stands on a day (`None` when the rule does not ask it of the subject that day), and its terms.
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judged>, terms: Terms<'_>);
}
