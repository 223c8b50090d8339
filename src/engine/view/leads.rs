//! What the overview ends with: what comes next in the group, among the measures, in training and in the report, each
//! figure the one that its own page shows.

use serde::{Deserialize, Serialize};

use super::group::{GroupPage, GroupView};
use super::measure::{MeasurePage, MeasureStands};
use super::report::ReportView;
use super::training::TrainingPage;
use crate::disclosure::Audience;
use crate::engine::lens::{Lens, MeasureFilter, TrainingFilter, Window};
use crate::engine::look::JudgedContext;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Label, day};
use crate::report::RULES;

/// What comes next beside the findings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadsView {
    /// The next meeting that any group plans after the day.
    #[serde(with = "day::option")]
    pub meeting: Option<Date>,
    /// Whether there is any group to meet.
    pub has_group: bool,
    /// Members and parties missing in the group that meets next, else in all groups together. None where it cannot be told:
    /// a part is looked at that a group is not in, nobody is asked into it, or what is missing is accepted or not known.
    pub vacant: Option<u32>,
    /// Whether the part looked at has any measure.
    pub has_measures: bool,
    /// Measures that should have been done before the day.
    pub late: u32,
    /// The day by which the one that is latest should have been done.
    #[serde(with = "day::option")]
    pub oldest: Option<Date>,
    /// Whether the file has any training.
    pub has_trainings: bool,
    /// The training that lapses first for anyone who has it, and the last day it is good for.
    pub training: Option<TrainingLapse>,
    /// Headings of the report under which something is missing.
    pub incomplete: u32,
    /// Headings of the report in all.
    pub headings: u32,
}

/// A training that lapses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingLapse {
    /// The last day it is good for.
    #[serde(with = "day")]
    pub until: Date,
    /// What the training is called.
    pub name: Label,
}

impl LeadsView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, text: &str, lens: &Lens) -> Self {
        let groups = GroupPage::new(look).groups;
        // The work of a group is told where the group itself is in the part looked at.
        let is_known = |group: &GroupView| !group.work.is_empty() && (group.missing > 0 || group.is_filled());
        let missing = |group: &GroupView| is_known(group).then_some(group.missing);
        let next = groups.iter().filter_map(|group| Some((group.planned.first()?.date, missing(group)))).min();
        let all_missing = groups.iter().map(missing).sum();
        let measures = MeasurePage::new(*look, lens, &MeasureFilter::default(), Window { from: 0, count: 1 });
        let overdue = measures.rows.first().filter(|row| row.stands == MeasureStands::Overdue);
        let trainings = TrainingPage::new(look, &TrainingFilter::default(), Window { from: 0, count: 0 }).trainings;
        let has_trainings = !trainings.is_empty();
        let lapses = trainings.into_iter().filter_map(|row| Some(TrainingLapse { until: row.next?, name: row.name }));
        let report = ReportView::new(look, text, None, (Audience::default(), RULES));
        Self {
            meeting: next.map(|(date, _)| date),
            has_group: !groups.is_empty(),
            vacant: next.map_or(all_missing, |(_, missing)| missing),
            has_measures: measures.all > 0,
            late: measures.overdue,
            oldest: overdue.and_then(|row| row.due),
            has_trainings,
            training: lapses.min_by_key(|lapse| lapse.until),
            incomplete: saturating(report.headings.iter().filter(|heading| heading.lacks()).count()),
            headings: saturating(report.headings.len()),
        }
    }
}

#[cfg(test)]
mod tests;
