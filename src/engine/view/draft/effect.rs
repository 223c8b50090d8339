//! What a draft does to coverage: each rule as it was and as it is, and the findings that come and go.

use serde::{Deserialize, Serialize};

use crate::coverage::{Coverage, Tally};
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Text};
use crate::verdict::File;

/// Findings named, at most; the rest are counted.
const MOST: usize = 50;

/// What differs in coverage between the file saved last and the open one, on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectView {
    /// Rules whose counts differ, in the order of their ids.
    pub rules: Vec<EffectRow>,
    /// Ids of findings there were none of before.
    pub come: Vec<String>,
    /// Findings that there were none of before, in all.
    pub come_count: u32,
    /// Ids of findings that are no more.
    pub gone: Vec<String>,
    /// Findings that are no more, in all.
    pub gone_count: u32,
}

/// A rule whose counts differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectRow {
    /// The id of the rule.
    pub id: String,
    /// What must hold, in words.
    pub text: Option<Label>,
    /// The counts of the rule in the file saved last; absent where that has no such rule.
    pub before: Option<Tally>,
    /// The counts of the rule in the open file, likewise.
    pub after: Option<Tally>,
}

impl EffectView {
    pub(in crate::engine) fn new(before: (&File<'_>, &Coverage<'_>), after: (&File<'_>, &Coverage<'_>)) -> Self {
        let tally = |coverage: &Coverage<'_>, id: &str| {
            coverage.rules.iter().find(|verdict| &*verdict.rule.id == id).map(|verdict| verdict.tally)
        };
        let row = |verdict: &crate::coverage::RuleVerdict<'_>| EffectRow {
            id: verdict.rule.id.to_string(),
            text: verdict.rule.text.as_ref().map(Text::label),
            before: tally(before.1, &verdict.rule.id),
            after: tally(after.1, &verdict.rule.id),
        };
        let gone_rules = before.1.rules.iter().filter(|verdict| tally(after.1, &verdict.rule.id).is_none());
        let rules = after.1.rules.iter().chain(gone_rules).map(row).filter(|row| row.before != row.after).collect();
        let ids = |(file, coverage): (&File<'_>, &Coverage<'_>)| -> Vec<String> {
            coverage.findings.iter().map(|found| coverage.id(found, &file.organisation, &file.index)).collect()
        };
        let (old, new) = (ids(before), ids(after));
        let (come, come_count) = only_in(&new, &old);
        let (gone, gone_count) = only_in(&old, &new);
        Self { rules, come, come_count, gone, gone_count }
    }
}

/// The ids of one sorted list that the other lacks: the first of them, and how many there are.
fn only_in(list: &[String], other: &[String]) -> (Vec<String>, u32) {
    let only = || list.iter().filter(|id| other.binary_search(id).is_err());
    (only().take(MOST).cloned().collect(), saturating(only().count()))
}
