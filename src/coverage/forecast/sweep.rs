//! The sweep over one rule: figures change on the days on which its subjects do.

use super::{Fall, ForecastStep, GapStep, GapTurns};
use crate::coverage::part::Part;
use crate::coverage::visit::{Dependence, Judgement, Terms, Visit};
use crate::coverage::{Finding, State, Subject, exceptions};
use crate::organisation::value::Date;
use crate::organisation::work::Exception;

/// By how much a rule's figures change on a day: its subjects, and those met.
pub(super) type CountChange = (i32, i32);

/// By how much what is not met changes on a day: gaps, what is not known, and what is accepted.
pub(super) type GapChange = [i32; 3];

/// The exceptions from findings of one rule that have not passed on the first day.
pub(super) struct Accepting<'s> {
    pub(super) exceptions: Vec<&'s Exception<'s>>,
    /// The id of the finding about a subject.
    pub(super) id: &'s dyn Fn(Subject) -> String,
}

impl<'s> Accepting<'s> {
    /// Those about one subject.
    fn about(&self, subject: Subject) -> Vec<&'s Exception<'s>> {
        if self.exceptions.is_empty() {
            return Vec::new();
        }
        let id = (self.id)(subject);
        self.exceptions.iter().copied().filter(|exception| *exception.finding == *id).collect()
    }
}

/// Takes the subjects of one rule.
pub(super) struct Sweep<'s> {
    rule: u32,
    part: Option<&'s Part>,
    from: Date,
    last: Date,
    /// By how much the figures change on each day. On the first day, the figures themselves.
    pub(super) changes: Vec<CountChange>,
    /// By how much what is not met changes on each day, from the first.
    pub(super) gaps: Vec<GapChange>,
    /// How many gaps appear and go.
    pub(super) turns: GapTurns,
    accepting: Accepting<'s>,
    /// Everything that falls, in the order of rules.
    falls: &'s mut Vec<Fall>,
}

impl Visit for Sweep<'_> {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, terms: Terms<'_>) {
        if self.part.is_some_and(|part| !part.concerns(subject)) {
            return;
        }
        let accepting = self.accepting.about(subject);
        let ends = || accepting.iter().filter_map(|exception| exception.until?.succ_opt());
        let (mut before, mut was, mut next) = (None, None, Some(self.from));
        while let Some(day) = next {
            let now = judge(day);
            let change = &mut self.changes[days_between(self.from, day)];
            change.0 += i32::from(now.is_some()) - i32::from(before.is_some());
            change.1 += i32::from(holds(now)) - i32::from(holds(before));
            let is = self.stands(subject, day, now, &accepting);
            self.count(day, was, is);
            if let (Some(finding), Some(becomes)) = (self.fall(subject, day, before, now), is) {
                self.falls.push(Fall { on: day, finding, becomes, assignments: turning(day, terms) });
            }
            (before, was) = (now, is);
            let ends = ends().filter(|end| *end > day);
            next = next_change(day, terms).into_iter().chain(ends).min().filter(|next| *next <= self.last);
        }
    }
}

impl<'s> Sweep<'s> {
    /// Of the rule with this number, from the first of two days through the other.
    pub(super) fn new(
        rule: u32,
        (from, last): (Date, Date),
        part: Option<&'s Part>,
        accepting: Accepting<'s>,
        falls: &'s mut Vec<Fall>,
    ) -> Self {
        let days = days_between(from, last) + 1;
        let (changes, gaps) = (vec![(0, 0); days], vec![[0; 3]; days]);
        Self { rule, part, from, last, changes, gaps, turns: GapTurns::default(), accepting, falls }
    }

    /// How a subject that is not met stands on a day: missing, broken, unknown, or accepted by one of these exceptions.
    fn stands(
        &self,
        subject: Subject,
        day: Date,
        judged: Option<Judgement>,
        accepting: &[&Exception<'_>],
    ) -> Option<State> {
        let Some(Judgement::Not { state, since, because }) = judged else { return None };
        let finding = Finding { rule: self.rule, subject, state, since, until: None, because, accepted: None };
        let accepts = |exception: &&Exception<'_>| {
            exception.until.is_none_or(|until| until >= day) && exceptions::accepts(exception, &finding)
        };
        Some(if accepting.iter().any(accepts) { State::Accepted } else { state })
    }

    /// Counts on a day that a subject no longer stands as it did.
    fn count(&mut self, day: Date, was: Option<State>, is: Option<State>) {
        let (was, is) = (was.and_then(kind), is.and_then(kind));
        if was == is {
            return;
        }
        let change = &mut self.gaps[days_between(self.from, day)];
        for (kind, by) in [(was, -1), (is, 1)] {
            if let Some(kind) = kind {
                change[kind] += by;
            }
        }
        if day > self.from {
            self.turns.appear += u32::from(is == Some(GAP));
            self.turns.go += u32::from(was == Some(GAP));
            self.turns.unknown += u32::from(is == Some(UNKNOWN));
        }
    }

    /// The finding that a subject becomes on a day, if it was none the day before.
    fn fall(&self, subject: Subject, day: Date, before: Option<Judgement>, now: Option<Judgement>) -> Option<Finding> {
        let Some(Judgement::Not { state, because, .. }) = now else { return None };
        let (state, since, until) = match before {
            _ if day == self.from => return None,
            Some(Judgement::Not { .. }) => return None,
            None => (state, Some(day), None),
            Some(_) => (State::Expiring, None, day.pred_opt()),
        };
        Some(Finding { rule: self.rule, subject, state, since, until, because, accepted: None })
    }
}

/// The figures on the first day, and on every day on which they change.
pub(super) fn steps(from: Date, changes: &[CountChange]) -> Vec<ForecastStep> {
    let mut figures = (0, 0);
    let mut steps = Vec::new();
    for (day, change) in from.iter_days().zip(changes) {
        figures = (figures.0 + change.0, figures.1 + change.1);
        if day == from || *change != (0, 0) {
            let [applicable, met] = [figures.0, figures.1].map(|figure| u32::try_from(figure).unwrap_or_default());
            steps.push(ForecastStep { on: day, applicable, met });
        }
    }
    steps
}

/// What is not met on the first day, and on every day on which that is told otherwise.
pub(super) fn gap_steps(from: Date, changes: &[GapChange]) -> Vec<GapStep> {
    let mut counts = [0; 3];
    let mut steps = Vec::new();
    for (on, change) in from.iter_days().zip(changes) {
        for (count, by) in counts.iter_mut().zip(change) {
            *count += by;
        }
        if on == from || *change != [0; 3] {
            let [gaps, unknown, accepted] = counts.map(|count| u32::try_from(count).unwrap_or_default());
            steps.push(GapStep { on, gaps, unknown, accepted });
        }
    }
    steps
}

/// The places of what is not met in a [`GapChange`].
const GAP: usize = 0;
const UNKNOWN: usize = 1;
const ACCEPTED: usize = 2;

/// As which of what is not met a subject counts.
const fn kind(state: State) -> Option<usize> {
    match state {
        State::Missing | State::Broken => Some(GAP),
        State::Unknown => Some(UNKNOWN),
        State::Accepted => Some(ACCEPTED),
        State::Met | State::Expiring => None,
    }
}

fn holds(judged: Option<Judgement>) -> bool {
    matches!(judged, Some(Judgement::Met | Judgement::Expiring { .. }))
}

fn days_between(from: Date, day: Date) -> usize {
    usize::try_from((day - from).num_days()).unwrap_or_default()
}

/// The first day after `day` on which one of the terms begins or has ended.
fn next_change(day: Date, terms: Terms<'_>) -> Option<Date> {
    let mut next = None;
    terms(&mut |term| {
        let turns = term.turns().into_iter().flatten().filter(|turn| *turn > day);
        next = turns.chain(next).min();
    });
    next
}

/// The assignments among the terms that begin on a day or ended the day before.
fn turning(day: Date, terms: Terms<'_>) -> Vec<u32> {
    let mut turning = Vec::new();
    terms(&mut |term: Dependence| {
        if term.turns().contains(&Some(day)) {
            turning.extend(term.assignment);
        }
    });
    turning
}
