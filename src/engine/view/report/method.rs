//! Process and method: scales with their bounds, classes with what they demand, and who took part.

use serde::{Deserialize, Serialize};

use super::super::matrix::{LevelView, MatrixView, name};
use super::scene::ReportScene;
use super::{Missing, ReportLack};
use crate::organisation::method::Scale;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, day};
use crate::organisation::work::{Activity, ActivityKind};
use crate::risk::{CheckedMatrix, Placement};

/// Times that the analysis was worked on, at most: the latest.
const MOST: usize = 20;

/// What a report says of the method that risks are judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodPart {
    /// The matrices that risks are judged by, the first first.
    pub matrices: Vec<MethodMatrix>,
    /// When the analysis was worked on through the day, the latest first, twenty at most.
    pub work: Vec<WorkLine>,
    /// Times the analysis was worked on, in all.
    pub work_count: u32,
    /// What the part lacks.
    pub lacks: Vec<ReportLack>,
}

/// A matrix with its scales.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodMatrix {
    /// The matrix with its classes.
    pub matrix: MatrixView,
    /// The scale of likelihood.
    pub likelihood: ScaleView,
    /// The scales of consequence.
    pub dimensions: Vec<ScaleView>,
}

/// A scale with its levels, as a report explains it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaleView {
    /// The name of the scale.
    pub name: Label,
    /// The levels of the scale, the lowest first.
    pub levels: Vec<LevelView>,
}

/// A time when the analysis was worked on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkLine {
    /// The day the work was done.
    #[serde(with = "day")]
    pub date: Date,
    /// The unit or group that worked on the analysis.
    pub unit: Option<Label>,
    /// Who took part, by name, for those who read names.
    pub who: Vec<String>,
    /// People who took part.
    pub people: u32,
    /// What was done, in words of the file.
    pub note: Option<Label>,
}

impl MethodPart {
    pub(super) fn new(scene: ReportScene<'_>) -> Self {
        let look = scene.look;
        let mut used: Vec<u16> = look.register.placements.iter().filter_map(matrix_of).collect();
        used.extend(look.methods.shown().map(|_| 0));
        sort::all(&mut used);
        used.dedup();
        let tables = used.into_iter().filter_map(|place| look.methods.at(place.into()));
        let matrices: Vec<MethodMatrix> = tables.map(MethodMatrix::new).collect();
        let mut work: Vec<&Activity<'_>> = look.organisation.activities.iter().collect();
        work.retain(|item| item.kind == ActivityKind::Analysis && item.date <= scene.on);
        sort::by_cached_key(&mut work, |item| (std::cmp::Reverse(item.date), crate::organisation::write::json(*item)));
        let scales = || matrices.iter().flat_map(|of| std::iter::once(&of.likelihood).chain(&of.dimensions));
        let vague = scales().filter(|scale| scale.levels.iter().all(LevelView::is_vague)).count();
        let matrix = matrices.is_empty().then(|| ReportLack::all(Missing::Matrix));
        let bounds = ReportLack::some(Missing::Bounds, vague, scales().count());
        let participants = work.is_empty().then(|| ReportLack::all(Missing::Participants));
        Self {
            lacks: [matrix, bounds, participants].into_iter().flatten().collect(),
            work_count: saturating(work.len()),
            work: work.into_iter().take(MOST).map(|item| WorkLine::new(scene, item)).collect(),
            matrices,
        }
    }
}

fn matrix_of(placement: &Placement) -> Option<u16> {
    match placement {
        Placement::Rated(rated) => Some(rated.matrix),
        Placement::Beside(_) => None,
    }
}

impl LevelView {
    /// Whether the level says neither where it ends nor what it means.
    fn is_vague(&self) -> bool {
        self.up_to.is_none() && self.description.is_none()
    }
}

impl MethodMatrix {
    fn new(table: &CheckedMatrix<'_>) -> Self {
        Self {
            matrix: MatrixView::new(table),
            likelihood: ScaleView::new(table.likelihood),
            dimensions: table.dimensions.iter().map(|scale| ScaleView::new(scale)).collect(),
        }
    }
}

impl ScaleView {
    fn new(scale: &Scale<'_>) -> Self {
        Self { name: name(scale), levels: LevelView::all(scale) }
    }
}

impl WorkLine {
    fn new(scene: ReportScene<'_>, item: &Activity<'_>) -> Self {
        let look = scene.look;
        let unit = item.unit.as_deref().and_then(|id| look.index.unit(id));
        let known = item.who.iter().filter_map(|id| look.index.person(id));
        let who: Vec<String> =
            known.map(|person| Label::plain(&*look.organisation.people[person as usize].name).sv).collect();
        Self {
            date: item.date,
            unit: unit.map(|unit| look.organisation.units[unit as usize].name.label()),
            people: saturating(who.len()),
            who: if scene.audience.reads_reasons() { who } else { Vec::new() },
            note: scene.reason(item.note.as_ref()),
        }
    }
}
