//! A forecast kept up to date while single posts change, as [`crate::coverage::PartialVerdict`] keeps a verdict: what is in
//! focus is swept as the posts were, then as they are.

use super::sweep::{CountChange, Sweep, changes, steps};
use super::{Fall, Forecast};
use crate::coverage::focus::looks_at_posts;
use crate::coverage::look::JudgeContext;
use crate::coverage::{Affected, subjects};
use crate::organisation::{Index, Organisation};

/// How the rules will stand for the subjects in focus.
#[derive(Debug)]
pub struct PartialForecast {
    /// Of each rule, by how much its figures change on each day.
    changes: Vec<Vec<CountChange>>,
    /// What falls.
    falls: Vec<Fall>,
}

impl Forecast<'_> {
    /// Foresees the subjects in focus. [`Index::begin_changes`] comes first.
    pub fn around(&self, organisation: &Organisation<'_>, index: &Index, focus: &Affected) -> PartialForecast {
        let (mut changes, mut falls) = (Vec::with_capacity(self.courses.len()), Vec::new());
        for (course, number) in self.courses.iter().zip(0..) {
            let look = JudgeContext { organisation, index, focus: Some(focus) };
            let mut sweep = Sweep::new(number, (self.from, self.last), None, &mut falls);
            if looks_at_posts(&course.rule.shape) {
                subjects(&course.rule.shape, &look, &mut sweep);
            }
            changes.push(sweep.changes);
        }
        PartialForecast { changes, falls }
    }

    /// Puts what is `now` in focus in the place of what was there `before`.
    pub fn replace(
        &mut self,
        before: &PartialForecast,
        now: PartialForecast,
        organisation: &Organisation<'_>,
        index: &Index,
    ) {
        let (from, last) = (self.from, self.last);
        for (course, (was, is)) in self.courses.iter_mut().zip(before.changes.iter().zip(&now.changes)) {
            if was == is {
                continue;
            }
            let mut all = changes(&course.steps, last);
            for (day, (was, is)) in all.iter_mut().zip(was.iter().zip(is)) {
                *day = (day.0 + is.0 - was.0, day.1 + is.1 - was.1);
            }
            course.steps = steps(from, &all);
        }
        self.falls.retain(|fall| !before.falls.contains(fall));
        let order = |fall: &Fall| (fall.on, fall.finding.rule, fall.finding.subject.names(organisation, index));
        for fall in now.falls {
            let place = self.falls.partition_point(|other| order(other) < order(&fall));
            self.falls.insert(place, fall);
        }
    }
}
