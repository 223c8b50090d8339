//! What a draft does to coverage: each rule as it was and as it is, and the findings that come and go.

use serde::{Deserialize, Serialize};

use crate::coverage::{Coverage, Finding, State, Tally};
use crate::engine::look::ViewContext;
use crate::engine::view::coverage::SubjectView;
use crate::organisation::number::saturating;
use crate::organisation::problem::Problems;
use crate::organisation::value::{Label, Text};
use crate::risk::Methods;
use crate::verdict::File;

/// Findings named, at most; the rest are counted.
const MOST: usize = 50;

/// What differs in coverage between the file saved last and the open one, on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectView {
    /// Rules whose gaps are more or fewer, in the order of their ids.
    pub rules: Vec<EffectRow>,
    /// Gaps there were none of before.
    pub come: Vec<GapView>,
    /// Gaps that there were none of before, in all.
    pub come_count: u32,
    /// Gaps that are no more.
    pub gone: Vec<GapView>,
    /// Gaps that are no more, in all.
    pub gone_count: u32,
}

/// A gap that a draft makes or mends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GapView {
    /// The id of the finding.
    pub id: String,
    /// What it is about.
    pub subject: SubjectView,
    /// What the rule says.
    pub rule: Option<Label>,
}

/// A rule of which the gaps are more or fewer.
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
        let gaps = |tally: Option<Tally>| tally.map(|tally| tally.gaps());
        let rules = after.1.rules.iter().chain(gone_rules).map(row);
        let rules = rules.filter(|row| gaps(row.before) != gaps(row.after)).collect();
        let (old, new) = (GapsOf::new(before), GapsOf::new(after));
        let (come, come_count) = new.only_here(&old);
        let (gone, gone_count) = old.only_here(&new);
        Self { rules, come, come_count, gone, gone_count }
    }
}

/// The gaps of a file on a day, by their ids.
struct GapsOf<'v> {
    file: &'v File<'v>,
    coverage: &'v Coverage<'v>,
    gaps: Vec<(String, &'v Finding)>,
}

impl<'v> GapsOf<'v> {
    fn new((file, coverage): (&'v File<'v>, &'v Coverage<'v>)) -> Self {
        let gaps = coverage.findings.iter().filter(|found| matches!(found.state, State::Missing | State::Broken));
        let gaps = gaps.map(|found| (coverage.id(found, &file.organisation, &file.index), found));
        Self { file, coverage, gaps: gaps.collect() }
    }

    /// Those that the other lacks: the first of them, and how many there are.
    fn only_here(&self, other: &Self) -> (Vec<GapView>, u32) {
        let is_new = |id: &String| other.gaps.binary_search_by(|(known, _)| known.cmp(id)).is_err();
        let only = || self.gaps.iter().filter(|(id, _)| is_new(id));
        let methods = Methods::new(&self.file.organisation, "", &mut Problems::default());
        let look = ViewContext {
            organisation: &self.file.organisation,
            index: &self.file.index,
            register: &self.file.register,
            methods: &methods,
        };
        let view = |(id, finding): &(String, &Finding)| GapView {
            id: id.clone(),
            subject: SubjectView::new(look, finding.subject),
            rule: self.coverage.rule(finding).text.as_ref().map(Text::label),
        };
        (only().take(MOST).map(view).collect(), saturating(only().count()))
    }
}
