//! A verdict kept up to date while single posts change: only what they touch is judged again.
//!
//! What is in the focus of a change is judged as the posts were, then as they are; the difference is put into the
//! verdict that is there. The shapes do not know: they ask [`JudgeContext`] for their subjects, and it gives those in focus.

use super::focus::looks_at_posts;
use super::found::FindingCollector;
use super::look::JudgeContext;
use super::{Affected, Coverage, Finding, order, subjects};
use crate::organisation::{Index, Organisation};

/// How the rules stand for the subjects in focus.
#[derive(Debug)]
pub struct PartialVerdict {
    /// Of each rule, how many subjects it has there.
    applicable: Vec<u32>,
    /// The findings that are not simply met, nothing accepted yet.
    findings: Vec<Finding>,
}

impl Coverage<'_> {
    /// Judges the subjects in focus. [`Index::begin_changes`] comes first.
    pub fn around(&self, organisation: &Organisation<'_>, index: &Index, focus: &Affected) -> PartialVerdict {
        let (mut applicable, mut findings) = (Vec::with_capacity(self.rules.len()), Vec::new());
        for (verdict, number) in self.rules.iter().zip(0..) {
            let look = JudgeContext { organisation, index, focus: Some(focus) };
            let mut found = FindingCollector::new(number, self.on, None, &mut findings);
            if looks_at_posts(&verdict.rule.shape) {
                subjects(&verdict.rule.shape, &look, &mut found);
            }
            applicable.push(found.applicable);
        }
        PartialVerdict { applicable, findings }
    }

    /// Puts what is `now` in focus in the place of what was there `before`. Gives the findings that went or came, those
    /// that stayed as they were among them.
    pub fn replace(
        &mut self,
        before: &PartialVerdict,
        now: PartialVerdict,
        organisation: &Organisation<'_>,
        index: &Index,
    ) -> Vec<Finding> {
        let rules = std::mem::take(&mut self.rules);
        let mut coming = Coverage { on: self.on, rules, findings: now.findings };
        order::sort_and_accept(&mut coming, organisation, index);
        self.rules = coming.rules;
        let mut coming = coming.findings;
        let mut changed = coming.clone();
        for finding in &before.findings {
            let from = order::place(self, finding, organisation, index);
            let gone = self.findings[from];
            self.rules[gone.rule as usize].tally.uncount(gone.state);
            changed.push(gone);
            // Most often one about the same subject comes in its stead, else one of the same rule, and only the findings
            // between the two move. One about a subject that was there waits for its own: no two are about the same.
            let is = |a: &Finding, b: &Finding| a.rule == b.rule && a.subject == b.subject;
            let same = coming.iter().position(|next| is(next, &gone));
            let is_new = |next: &Finding| !before.findings.iter().any(|was| is(was, next));
            let another = || coming.iter().position(|next| next.rule == gone.rule && is_new(next));
            let Some(next) = same.or_else(another) else {
                self.findings.remove(from);
                continue;
            };
            let next = coming.remove(next);
            let to = order::place(self, &next, organisation, index);
            self.findings[from] = next;
            if from < to {
                self.findings[from..to].rotate_left(1);
            } else {
                self.findings[to..=from].rotate_right(1);
            }
            self.rules[next.rule as usize].tally.count(next.state);
        }
        for (verdict, (was, is)) in self.rules.iter_mut().zip(before.applicable.iter().zip(now.applicable)) {
            verdict.tally.applicable = verdict.tally.applicable + is - was;
            verdict.tally.met = verdict.tally.met + is - was;
        }
        for finding in coming {
            let place = order::place(self, &finding, organisation, index);
            self.rules[finding.rule as usize].tally.count(finding.state);
            self.findings.insert(place, finding);
        }
        changed
    }
}
