//! What stands on the tabs of pages that are lists: how much there is on each of them.

use serde::{Deserialize, Serialize};

use super::group::GroupPage;
use super::roles::departments;
use super::training::TrainingPage;
use crate::engine::lens::{TrainingFilter, Window};
use crate::engine::look::JudgedContext;
use crate::organisation::number::saturating;

/// How much there is on the pages that are lists, of the part that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabCounts {
    /// How many gaps there are, of all rules.
    pub gaps: u32,
    /// Trainings that somebody lacks.
    pub untrained: u32,
    /// Rules in force.
    pub rules: u32,
    /// Departments and companies, each of which has a coordinator or should.
    pub departments: u32,
    /// How many workplaces there are.
    pub workplaces: u32,
    /// What is met and expires within the window.
    pub expiring: u32,
    /// Members of the groups.
    pub members: u32,
}

impl TabCounts {
    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        let none = Window { from: 0, count: 0 };
        let trainings = TrainingPage::new(look, &TrainingFilter::default(), none).trainings;
        Self {
            gaps: look.coverage.rules.iter().map(|verdict| verdict.tally.gaps()).sum(),
            untrained: trainings.iter().map(|row| row.tally.missing + row.tally.accepted).sum(),
            rules: saturating(look.coverage.rules.len()),
            departments: saturating(departments(look).len()),
            workplaces: look.workplaces(),
            expiring: look.coverage.rules.iter().map(|verdict| verdict.tally.expiring).sum(),
            members: GroupPage::members(look),
        }
    }
}

#[cfg(test)]
mod tests;
