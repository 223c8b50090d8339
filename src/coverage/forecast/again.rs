//! A forecast kept up to date while single posts change, as [`crate::coverage::Around`] keeps a verdict: what is in
//! focus is swept as the posts were, then as they are.

use super::sweep::{Change, Sweep, changes, steps};
use super::{Fall, Forecast};
use crate::coverage::focus::looks_at_posts;
use crate::coverage::look::Look;
use crate::coverage::{Focus, subjects};
use crate::organisation::{Index, Organisation};

/// How the rules will stand for the subjects in focus.
#[derive(Debug)]
pub struct Around {
    /// Of each rule, by how much its figures change on each day.
    changes: Vec<Vec<Change>>,
    /// What falls.
    falls: Vec<Fall>,
}

impl Forecast<'_> {
    /// Foresees the subjects in focus. [`Index::begin_changes`] comes first.
    pub fn around(&self, organisation: &Organisation<'_>, index: &Index, focus: &Focus) -> Around {
        let (mut changes, mut falls) = (Vec::with_capacity(self.courses.len()), Vec::new());
        for (course, number) in self.courses.iter().zip(0..) {
            let look = Look { organisation, index, focus: Some(focus) };
            let mut sweep = Sweep::new(number, (self.from, self.last), None, &mut falls);
            if looks_at_posts(&course.rule.shape) {
                subjects(&course.rule.shape, &look, &mut sweep);
            }
            changes.push(sweep.changes);
        }
        Around { changes, falls }
    }

    /// Puts what is `now` in focus in the place of what was there `before`.
    pub fn replace(&mut self, before: &Around, now: Around, organisation: &Organisation<'_>, index: &Index) {
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
