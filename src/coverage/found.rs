//! What is found of a rule's subjects on a day.

use super::part::Part;
use super::visit::{Judgement, Terms, Visit};
use super::{Finding, State, Subject};
use crate::organisation::value::Date;

/// Takes what is judged of a rule's subjects on a day: counts them, and keeps those that are not simply met.
pub(super) struct FindingCollector<'f> {
    rule: u32,
    on: Date,
    part: Option<&'f Part>,
    pub(super) applicable: u32,
    findings: &'f mut Vec<Finding>,
}

impl<'f> FindingCollector<'f> {
    pub(super) fn new(rule: u32, on: Date, part: Option<&'f Part>, findings: &'f mut Vec<Finding>) -> Self {
        Self { rule, on, part, applicable: 0, findings }
    }
}

impl Visit for FindingCollector<'_> {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, _: Terms<'_>) {
        if self.part.is_some_and(|part| !part.concerns(subject)) {
            return;
        }
        let Some(judged) = judge(self.on) else { return };
        self.applicable += 1;
        let (state, since, until, because) = match judged {
            Judgement::Met => return,
            Judgement::Expiring { falls, because } => (State::Expiring, None, falls.pred_opt(), because),
            Judgement::Not { state, since, because } => (state, since, None, because),
        };
        self.findings.push(Finding { rule: self.rule, subject, state, since, until, because, accepted: None });
    }
}
