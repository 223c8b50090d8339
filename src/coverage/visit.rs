//! How the shapes of rules tell of their subjects, once for all that is asked of them.

use super::time::DaySpan;
use super::{Cause, State, Subject};
use crate::organisation::index::Post;
use crate::organisation::value::Date;

/// Something that a subject depends on for some days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dependence {
    /// The days it is depended on, both ends included.
    pub(super) span: DaySpan,
    /// Where the dependence is a post's, the index of its item among the assignments.
    pub(super) assignment: Option<u32>,
}

impl Dependence {
    /// The day it begins and the day after it, where there are such.
    pub(super) fn turns(self) -> [Option<Date>; 2] {
        [self.span.from, self.span.after()]
    }
}

impl From<&Post> for Dependence {
    fn from(post: &Post) -> Self {
        Self { span: DaySpan::of(post), assignment: Some(post.assignment) }
    }
}

impl From<DaySpan> for Dependence {
    fn from(span: DaySpan) -> Self {
        Self { span, assignment: None }
    }
}

/// All terms that a subject depends on, handed out one by one: it stands the same from day to day but where one of them
/// begins or has ended.
pub(super) type Terms<'t> = &'t dyn Fn(&mut dyn FnMut(Dependence));

/// Hands terms out one by one.
pub(super) fn hand_out(terms: impl IntoIterator<Item: Into<Dependence>>, each: &mut dyn FnMut(Dependence)) {
    for term in terms {
        each(term.into());
    }
}

/// How a rule stands for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judgement {
    /// The rule holds, also through the window.
    Met,
    /// The rule holds today, and not on `falls`, for the reason of that day.
    Expiring { falls: Date, because: Cause },
    /// The rule does not hold.
    Not { state: State, since: Option<Date>, because: Cause },
}

impl Judgement {
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
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, terms: Terms<'_>);
}
