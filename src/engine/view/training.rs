//! Trainings: who needs which, by when.

use serde::{Deserialize, Serialize};

use super::role::RoleView;
use super::unit::{PersonView, UnitRef};
use crate::coverage::trained::{Trainee, asked_of, trainees};
use crate::coverage::{Finding, State, Subject, Tally};
use crate::engine::lens::{TrainingFilter, Window};
use crate::engine::look::JudgedContext;
use crate::engine::standings::gravity;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, day, sort_key};

/// The trainings, and those they are asked of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingPage {
    /// The trainings, by name.
    pub trainings: Vec<TrainingRow>,
    /// How those at each department stand with each training, whichever is chosen.
    pub departments: Vec<DepartmentRow>,
    /// How many holders fit the filter, each counted once for every training.
    pub total: u32,
    /// The holders in the window: without it, then with it, whoever's lapses soonest first.
    pub rows: Vec<TraineeRow>,
}

/// A training, with how those who must take it stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingRow {
    /// The id of the training.
    pub id: String,
    /// The name of the training.
    pub name: Label,
    /// The roles it is asked of, by itself or by a rule.
    pub roles: Vec<RoleView>,
    /// Months until it must be taken again; absent for once.
    pub renewed_after: Option<u32>,
    /// Id of a rule in force that demands the training.
    pub rule: Option<String>,
    /// How those it is asked of stand.
    pub tally: Tally,
    /// The soonest last day among those who have the training and still hold the role afterwards.
    #[serde(with = "day::option")]
    pub next: Option<Date>,
}

/// A department or company.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartmentRow {
    /// The unit; none for those who belong to none.
    pub unit: Option<UnitRef>,
    /// How those who hold roles there stand with each training, in the order of the trainings.
    pub tallies: Vec<Tally>,
}

/// A holder of a role and one training.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraineeRow {
    /// Id of the training.
    pub training: String,
    /// What the training is called.
    pub training_name: Label,
    /// The person who holds the role.
    pub person: PersonView,
    /// The unit where the person holds the role.
    pub unit: UnitRef,
    /// Met, expiring, missing or accepted.
    pub state: State,
    /// The last day for which what was taken is good, past or to come; none where it was never taken, or is good for
    /// ever.
    #[serde(with = "day::option")]
    pub until: Option<Date>,
    /// Id of what a rule finds about the training of the person.
    pub finding: Option<String>,
}

/// A holder of a role, and the index of the training.
type RequiredTraining = (usize, Trainee);

impl TrainingPage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, filter: &TrainingFilter, window: Window) -> Self {
        let part = look.concerned();
        let found = TrainingFindings::new(look);
        let mut all: Vec<RequiredTraining> = Vec::new();
        for (at, training) in look.organisation.trainings.iter().enumerate() {
            let asked = trainees(training, look.organisation, look.index, look.coverage).into_iter();
            let asked = asked.filter(|one| part.as_ref().is_none_or(|part| part.has_unit(one.unit)));
            // What is missing may be accepted.
            let state = |one: &Trainee| found.about(at, one).map_or(one.state, |finding| finding.state);
            all.extend(asked.map(|one| (at, Trainee { state: state(&one), ..one })));
        }
        let mut trainings: Vec<TrainingRow> =
            (0..look.organisation.trainings.len()).map(|at| TrainingRow::new(look, at, &all)).collect();
        sort::by_cached_key(&mut trainings, |row| sort_key(&row.name.sv));
        let chosen = |at: usize| filter.training.as_ref().is_none_or(|id| **id == *look.organisation.trainings[at].id);
        let departments = departments(look, &trainings, &all);
        all.retain(|(at, _)| chosen(*at));
        let above = filter.unit.as_ref().map(|id| look.index.unit(id));
        all.retain(|(_, one)| {
            let is_there = |above: u32| one.unit == above || look.index.is_below(one.unit, above);
            filter.state.is_none_or(|state| state == one.state) && above.is_none_or(|it| it.is_some_and(is_there))
        });
        sort::by_key(&mut all, |(at, one)| {
            let without = std::cmp::Reverse(gravity(one.state));
            (without, one.until.is_none(), one.until, look.index.unit_id(one.unit), one.person, *at)
        });
        let rows = window.of(&all).iter().map(|(at, one)| TraineeRow::new(look, &found, *at, one)).collect();
        Self { trainings, departments, total: saturating(all.len()), rows }
    }
}

/// What rules find about trainings: by the index of the training, the unit and the person.
struct TrainingFindings<'l>(Vec<((usize, u32, u32), &'l Finding)>);

impl<'l> TrainingFindings<'l> {
    fn new(look: JudgedContext<'l>) -> Self {
        let mut found = Vec::new();
        for at in 0..look.organisation.trainings.len() {
            for finding in look.coverage.findings.iter().filter(|finding| demands(look, finding.rule, at)) {
                if let Subject::Holder { unit, person } = finding.subject {
                    found.push(((at, unit, person), finding));
                }
            }
        }
        sort::by_key(&mut found, |(about, _)| *about);
        Self(found)
    }

    /// What a rule finds about a holder and a training.
    fn about(&self, at: usize, one: &Trainee) -> Option<&'l Finding> {
        let place = self.0.binary_search_by_key(&(at, one.unit, one.person), |(about, _)| *about).ok()?;
        Some(self.0[place].1)
    }
}

/// Whether a rule demands the training.
fn demands(look: JudgedContext<'_>, rule: u32, at: usize) -> bool {
    let training = &look.organisation.trainings[at];
    matches!(&look.coverage.rules[rule as usize].rule.shape, Shape::Trained(shape) if *shape.training == *training.id)
}

/// How some stand, counted.
fn tally<'a>(some: impl Iterator<Item = &'a RequiredTraining> + Clone) -> Tally {
    let mut tally = Tally::of(saturating(some.clone().count()));
    some.for_each(|(_, one)| tally.count(one.state));
    tally
}

/// Those asked, by department in the order of kind and name; those of none last.
fn departments(look: JudgedContext<'_>, trainings: &[TrainingRow], all: &[RequiredTraining]) -> Vec<DepartmentRow> {
    let of = |one: &Trainee| look.index.departments[one.unit as usize];
    let mut units: Vec<u32> = all.iter().map(|(_, one)| of(one)).collect();
    sort::all(&mut units);
    units.dedup();
    let is = |at: usize, row: &TrainingRow| *row.id == *look.organisation.trainings[at].id;
    let row = |unit: u32| DepartmentRow {
        unit: (unit != NONE).then(|| UnitRef::new(*look, unit)),
        tallies: trainings
            .iter()
            .map(|row| tally(all.iter().filter(|(at, one)| of(one) == unit && is(*at, row))))
            .collect(),
    };
    let mut rows: Vec<DepartmentRow> = units.into_iter().map(row).collect();
    sort::by_cached_key(&mut rows, |row| row.unit.as_ref().map_or((u8::MAX, String::new()), UnitRef::order));
    rows
}

impl TrainingRow {
    fn new(look: JudgedContext<'_>, at: usize, all: &[RequiredTraining]) -> Self {
        let training = &look.organisation.trainings[at];
        let own = all.iter().filter(|(of, _)| *of == at);
        let rules = (0..saturating(look.coverage.rules.len())).find(|rule| demands(look, *rule, at));
        let valid = own.clone().filter(|(_, one)| matches!(one.state, State::Met | State::Expiring));
        Self {
            id: training.id.to_string(),
            name: training.name.label(),
            roles: asked_of(training, look.coverage).into_iter().map(|role| RoleView::new(*look, role)).collect(),
            renewed_after: training.renewed_after,
            rule: rules.map(|rule| look.coverage.rules[rule as usize].rule.id.to_string()),
            tally: tally(own),
            next: valid.filter(|(_, one)| one.stays).filter_map(|(_, one)| one.until).min(),
        }
    }
}

impl TraineeRow {
    /// The trainings asked of one person: without it first, then whatever lapses soonest.
    pub(super) fn of_person(look: JudgedContext<'_>, person: u32) -> Vec<Self> {
        let found = TrainingFindings::new(look);
        let mut rows = Vec::new();
        for (at, training) in look.organisation.trainings.iter().enumerate() {
            let asked = trainees(training, look.organisation, look.index, look.coverage);
            for one in asked.into_iter().filter(|one| one.person == person) {
                let state = found.about(at, &one).map_or(one.state, |finding| finding.state);
                rows.push(Self::new(look, &found, at, &Trainee { state, ..one }));
            }
        }
        sort::by_cached_key(&mut rows, |row| {
            (
                std::cmp::Reverse(gravity(row.state)),
                row.until.is_none(),
                row.until,
                row.training.clone(),
                row.unit.id.clone(),
            )
        });
        rows
    }

    fn new(look: JudgedContext<'_>, found: &TrainingFindings<'_>, at: usize, one: &Trainee) -> Self {
        let training = &look.organisation.trainings[at];
        let finding = found.about(at, one);
        Self {
            training: training.id.to_string(),
            training_name: training.name.label(),
            person: PersonView::new(*look, one.person).unwrap_or_default(),
            unit: UnitRef::new(*look, one.unit),
            state: one.state,
            until: one.until,
            finding: finding.map(|finding| look.coverage.id(finding, look.organisation, look.index)),
        }
    }
}

#[cfg(test)]
mod tests;
