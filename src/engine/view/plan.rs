//! A plan before it is brought in: how much it changes, which findings it mends and makes, and the units as it has them.

use serde::{Deserialize, Serialize};

use super::coverage::{FindingRow, SubjectView};
use super::review::ReviewedFindings;
use super::unit::UnitRef;
use crate::coverage::State;
use crate::draft::edit::LinesOf;
use crate::engine::lens::Window;
use crate::engine::look::JudgedContext;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, Language, sort_key};
use crate::organisation::{ListName, sort};
use crate::travel::change_file::PlanLabel;
use crate::travel::merge::ChangesRefused;
use crate::travel::plan::{LostStep, PlanRefused};
use crate::travel::{ChangeFile, ChangesUnreadable, PointFate, Review};
use crate::verdict::File;

/// What is answered about a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PlanReply {
    /// The plan can be brought into the open file.
    Open(Box<PlanView>),
    /// The plan cannot be read.
    Unreadable(ChangesUnreadable),
    /// The plan did not begin from the open file.
    NotOfThis(ChangesRefused),
}

/// How much a plan changes in the open file as it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTally {
    /// Units that get another unit above them.
    pub moved: u32,
    /// Units that are new.
    pub made: u32,
    /// Changes in all, but for those that the file has already.
    pub changes: u32,
    /// Changes of what was changed in the file as well since the plan was made.
    pub conflicts: u32,
    /// Changes that cannot be made in the file.
    pub refused: u32,
    /// Changes that the file has already.
    pub same: u32,
}

/// A plan before it is brought in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanView {
    /// What the plan is called, and when it is meant to be brought in; none of a change file that does not say.
    pub label: Option<PlanLabel>,
    /// How much the plan changes.
    pub tally: PlanTally,
    /// What is missing or broken on the day, without the plan and with it.
    pub gaps: (u32, u32),
    /// The findings that are no more with the plan.
    pub gone: PlanFindings,
    /// The findings that there are with the plan alone.
    pub come: PlanFindings,
    /// Departments and companies as the plan has them, by name.
    pub parts: Vec<UnitRef>,
    /// The steps that name a unit which is no longer there.
    pub lost: Vec<LostStep>,
}

/// Findings that a plan mends, or that it makes: a window of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanFindings {
    /// How many there are.
    pub total: u32,
    /// The findings in the window, with the id of the unit that each is about where the open file has that unit.
    pub rows: Vec<(FindingRow, Option<String>)>,
}

/// Units as a plan has them, a window of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanUnitPage {
    /// Units that fit.
    pub total: u32,
    /// The units in the window, by kind and name.
    pub rows: Vec<PlanUnitRow>,
}

/// A unit as a plan has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanUnitRow {
    /// The unit that the row is about.
    pub unit: UnitRef,
    /// The unit that it belongs to with the plan.
    pub above: Option<UnitRef>,
    /// The unit that it belongs to in the file, where the plan moves it from there.
    pub was: Option<UnitRef>,
    /// Whether the plan makes it.
    pub is_made: bool,
}

/// What became of a step of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SteppedPlan {
    /// The plan as it is now.
    Done(String),
    /// The plan is as it was: why, and the name of the unit that it is about, where there is one.
    Refused(PlanRefused, Option<Label>),
}

impl PlanTally {
    pub(in crate::engine) fn new(review: &Review) -> Self {
        let units = review.items.iter().filter(|item| item.lines.of == LinesOf::List(ListName::Units));
        let moved = |item: &&crate::travel::ReviewedItem| {
            item.points.iter().any(|point| point.is_taken && point.field.as_deref() == Some("parent"))
        };
        let made = |item: &&crate::travel::ReviewedItem| {
            item.lines.before.is_none() && item.points.iter().any(|point| point.is_taken)
        };
        let points = || review.items.iter().flat_map(|item| &item.points);
        let count = |is_it: fn(&PointFate) -> bool| saturating(points().filter(|point| is_it(&point.fate)).count());
        Self {
            moved: saturating(units.clone().filter(moved).count()),
            made: saturating(units.filter(made).count()),
            changes: saturating(points().count()),
            conflicts: count(|fate| matches!(fate, PointFate::Conflict { .. })),
            refused: count(|fate| matches!(fate, PointFate::Refused(_) | PointFate::NotHere)),
            same: review.same,
        }
    }
}

impl PlanView {
    /// `before` and `after` are the open file without the plan and with it, judged on a day.
    pub(in crate::engine) fn new(
        plan: &ChangeFile,
        tally: PlanTally,
        before: JudgedContext<'_>,
        after: JudgedContext<'_>,
        (gone, come): (Window, Window),
    ) -> Self {
        let gaps = |look: JudgedContext<'_>| {
            let findings = look.coverage.findings.iter();
            saturating(findings.filter(|finding| matches!(finding.state, State::Missing | State::Broken)).count())
        };
        let found = ReviewedFindings::between(before, after);
        let findings = |rows: &[FindingRow], window: Window| {
            let known = |id: &String| before.index.unit(id).is_some();
            let row = |row: &FindingRow| (row.clone(), about(&row.subject).filter(known));
            PlanFindings { total: saturating(rows.len()), rows: window.of(rows).iter().map(row).collect() }
        };
        let units = 0..saturating(after.organisation.units.len());
        let mut parts: Vec<UnitRef> = units.map(|unit| UnitRef::new(*after, unit)).collect();
        parts.retain(|unit| matches!(unit.kind, UnitKind::Department | UnitKind::Company));
        sort::by_cached_key(&mut parts, UnitRef::order);
        Self {
            label: plan.plan.clone(),
            tally,
            gaps: (gaps(before), gaps(after)),
            gone: findings(&found.gone, gone),
            come: findings(&found.come, come),
            parts,
            lost: Vec::new(),
        }
    }
}

/// Id of the unit that a finding is about.
fn about(subject: &SubjectView) -> Option<String> {
    match subject {
        SubjectView::Unit(unit) | SubjectView::Holder { unit, .. } | SubjectView::Activity { unit, .. } => {
            Some(&unit.id)
        }
        SubjectView::Member { group, .. } | SubjectView::Party { group, .. } => Some(&group.id),
        _ => None,
    }
    .cloned()
}

impl PlanUnitPage {
    /// Units of the file with the plan but for the municipality: those under a unit, whose name holds a text.
    pub(in crate::engine) fn new(
        file: &File<'_>,
        planned: &File<'_>,
        (under, find): (Option<&str>, &str),
        window: Window,
    ) -> Self {
        let (index, all) = (&planned.index, &planned.organisation.units);
        let wanted = sort_key(find.trim());
        let top = under.and_then(|id| index.unit(id));
        let fits = |unit: &u32| {
            let item = &all[*unit as usize];
            item.kind != UnitKind::Municipality
                && top.is_none_or(|top| index.is_below(*unit, top))
                && Language::ALL.iter().any(|language| sort_key(item.name.say(*language)).contains(&wanted))
        };
        let mut units: Vec<u32> = (0..saturating(all.len())).filter(fits).collect();
        sort::by_cached_key(&mut units, |unit| named(planned, *unit).order());
        let row = |unit: &u32| {
            let (known, parent) = (named(planned, *unit), index.parents[*unit as usize]);
            let above = (parent != NONE).then(|| named(planned, parent));
            let old = file.index.unit(&known.id);
            let was = old.map(|old| file.index.parents[old as usize]).filter(|was| *was != NONE);
            let was = was.map(|was| named(file, was)).filter(|was| above.as_ref().is_none_or(|now| now.id != was.id));
            PlanUnitRow { unit: known, above, was, is_made: old.is_none() }
        };
        Self { total: saturating(units.len()), rows: window.of(&units).iter().map(row).collect() }
    }
}

fn named(file: &File<'_>, unit: u32) -> UnitRef {
    UnitRef::of(&file.organisation, &file.index, unit)
}

impl SteppedPlan {
    pub(in crate::engine) fn refused(why: PlanRefused, planned: &File<'_>) -> Self {
        let (PlanRefused::Unknown(id) | PlanRefused::UnderItself(id)) = &why;
        let name = planned.index.unit(id).map(|unit| planned.organisation.units[unit as usize].name.label());
        Self::Refused(why, name)
    }
}
