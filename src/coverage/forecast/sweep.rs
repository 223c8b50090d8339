//! The sweep over one rule: figures change on the days on which its subjects do.

use super::{Fall, ForecastStep, GapStep};
use crate::coverage::part::Part;
use crate::coverage::visit::{Dependence, Judgement, Terms, Visit};
use crate::coverage::{Finding, State, Subject};
use crate::organisation::value::Date;

/// By how much a rule's figures change on a day: its subjects, and those met.
pub(super) type CountChange = (i32, i32);

/// Takes the subjects of one rule.
pub(super) struct Sweep<'s> {
    rule: u32,
    part: Option<&'s Part>,
    from: Date,
    last: Date,
    /// By how much the figures change on each day. On the first day, the figures themselves.
    pub(super) changes: Vec<CountChange>,
    /// Whether a finding of the first day is accepted.
    is_accepted: &'s dyn Fn(&Finding) -> bool,
    collected: Collected<'s>,
}

/// What the sweeps over all rules gather.
pub(super) struct Collected<'s> {
    /// Everything that falls, in the order of rules.
    pub(super) falls: &'s mut Vec<Fall>,
    /// By how much the gaps of all rules change on each day, from the first.
    pub(super) gaps: &'s mut Vec<i32>,
}

impl Visit for Sweep<'_> {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, terms: Terms<'_>) {
        if self.part.is_some_and(|part| !part.concerns(subject)) {
            return;
        }
        let (mut before, mut next) = (None, Some(self.from));
        let is_accepted = self.is_accepted(subject, judge(self.from));
        let is_gap = |judged: Option<Judgement>| {
            let state = judged.map(Judgement::state);
            !is_accepted && matches!(state, Some(State::Missing | State::Broken))
        };
        while let Some(day) = next {
            let now = judge(day);
            let change = &mut self.changes[days_between(self.from, day)];
            change.0 += i32::from(now.is_some()) - i32::from(before.is_some());
            change.1 += i32::from(holds(now)) - i32::from(holds(before));
            self.collected.gaps[days_between(self.from, day)] += i32::from(is_gap(now)) - i32::from(is_gap(before));
            if let Some(finding) = self.fall(subject, day, before, now) {
                self.collected.falls.push(Fall { on: day, finding, assignments: turning(day, terms) });
            }
            before = now;
            next = next_change(day, terms).filter(|next| *next <= self.last);
        }
    }
}

impl<'s> Sweep<'s> {
    /// Of the rule with this number, from the first of two days through the other.
    pub(super) fn new(
        rule: u32,
        (from, last): (Date, Date),
        part: Option<&'s Part>,
        is_accepted: &'s dyn Fn(&Finding) -> bool,
        collected: Collected<'s>,
    ) -> Self {
        let days = days_between(from, last) + 1;
        collected.gaps.resize(days, 0);
        Self { rule, part, from, last, changes: vec![(0, 0); days], is_accepted, collected }
    }

    /// Whether what a subject is found to be on the first day is accepted.
    fn is_accepted(&self, subject: Subject, first: Option<Judgement>) -> bool {
        let Some(Judgement::Not { state, since, because }) = first else { return false };
        let finding = Finding { rule: self.rule, subject, state, since, until: None, because, accepted: None };
        (self.is_accepted)(&finding)
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

/// How many gaps there are on the first day, and on every day on which that is another number.
pub(super) fn gap_steps(from: Date, changes: &[i32]) -> Vec<GapStep> {
    let mut gaps = 0;
    let mut steps = Vec::new();
    for (on, change) in from.iter_days().zip(changes) {
        gaps += change;
        if on == from || *change != 0 {
            steps.push(GapStep { on, gaps: u32::try_from(gaps).unwrap_or_default() });
        }
    }
    steps
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
