//! The register, and a risk's own page.

mod listed;
mod scoring;

pub(super) use self::listed::{concerns, in_order, owner, owner_person};
pub use self::scoring::{MovedView, Movement, Neighbour, OddsRow, PositionView, YearlyLoss};

use serde::{Deserialize, Serialize};

use crate::engine::lens::{RiskFilter, Window};
use crate::engine::look::ViewContext;
use crate::organisation::method::Scale;
use crate::organisation::number::saturating;

use super::event::{is_of_kind, kind_of};
use super::matrix::{ClassView, LevelView, MatrixView, in_class_of, name};
use super::measure::MeasureRow;
use super::picture::cell;
use super::unit::UnitRef;
use crate::organisation::refer::{Ref, Units};
use crate::organisation::risk::{Capability, Likelihood, Risk, RiskStatus, Treatment, Uncertainty, UncertaintyOf};
use crate::organisation::value::{Date, Label, Language, Levels, Text, day, sort_key, visible};
use crate::risk::{CheckedMatrix, Placement, Rated, RiskNumber, Unplaced};

/// Some risks, and the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RiskPage {
    /// The first matrix; absent when it is malformed.
    pub matrix: Option<MatrixView>,
    /// How many risks fit the filter.
    pub total: u32,
    /// The risks in the window: in the order of the register, then those beside the matrix by id.
    pub rows: Vec<RiskRow>,
    /// How many risks of the unit that the filter names, or of all, are in the class of the first of these.
    pub in_first_class: u32,
}

/// A risk in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RiskRow {
    /// The id of the risk.
    pub id: String,
    /// What could happen.
    pub title: Label,
    /// Units it concerns.
    pub units: Vec<UnitRef>,
    /// Why it stands beside the matrix, where it does; the next fields are then absent.
    pub beside: Option<Unplaced>,
    /// The number it goes by wherever it is shown: its place in the register among those of its matrix, where equals
    /// follow one another.
    pub number: Option<RiskNumber>,
    /// The place among those of its matrix, from 1, which equals share.
    pub rank: Option<u32>,
    /// Other risks that share the place.
    pub ties: u32,
    /// The class of the risk.
    pub class: Option<ClassView>,
    /// Lowest and highest class within its ranges.
    pub class_range: Option<(ClassView, ClassView)>,
    /// Likelihood: the upper end.
    pub likelihood: Option<LevelView>,
    /// Consequence: the largest upper end.
    pub consequence: Option<LevelView>,
    /// Name of the dimension that decided the risk's place.
    pub decided_by: Option<Label>,
    /// The greatest uncertainty it states.
    pub uncertainty: Option<Uncertainty>,
}

/// A risk's own page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RiskView {
    /// The risk with its verdict.
    pub row: RiskRow,
    /// Whether it is marked secret or for nobody: the window is then not named after it, since task bars and the browser's
    /// history show that name to others.
    pub is_secret: bool,
    /// The matrix it is judged by, with the counts of the first matrix when it is that; absent when there is none.
    pub matrix: Option<MatrixView>,
    /// The likelihood stated: lowest and highest level, equal when it is no range.
    pub likelihood: Option<(LevelView, LevelView)>,
    /// Each dimension of the matrix, in its order.
    pub dimensions: Vec<DimensionRow>,
    /// `likelihood + consequence`, what risks of one class are sorted by.
    pub sort: Option<u32>,
    /// Single steps that change its class.
    pub sensitivity: Vec<Sensitivity>,
    /// Other risks with the same place.
    pub ties: Vec<RiskRow>,
    /// Where the risk was judged to stand, stands, and should come to stand.
    pub movement: Movement,
    /// Uncertainty of likelihood and of consequence, where the file states each apart.
    pub axes: Option<[Option<Uncertainty>; 2]>,
    /// Why the likelihood is what it is.
    pub likelihood_motive: Option<Label>,
    /// Scenario kind, in a free word.
    pub scenario: Option<String>,
    /// Name of the person or unit who answers for it.
    pub owner: Option<Label>,
    /// The id of that owner, where it is a person.
    pub owner_person: Option<String>,
    /// Why the levels are what they are.
    pub motive: Option<Label>,
    /// What makes it worse.
    pub vulnerabilities: Vec<Label>,
    /// What must work for it not to happen.
    pub dependencies: Vec<Label>,
    /// The ability to handle the risk.
    pub capability: Option<Capability>,
    /// The longest outage that can be accepted, in hours.
    pub acceptable_outage: Option<f64>,
    /// What is done about the risk.
    pub treatment: Option<Treatment>,
    /// Whether the risk is still watched.
    pub status: Option<RiskStatus>,
    /// The day it was last reviewed.
    #[serde(with = "day::option")]
    pub reviewed: Option<Date>,
    /// Measures against the risk.
    pub measures: Vec<MeasureRow>,
    /// The risks before and after this one in the register.
    pub neighbours: Vec<Neighbour>,
}

/// One dimension of a risk's consequence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DimensionRow {
    /// The id of the dimension: that of its scale.
    pub id: String,
    /// Name of the dimension.
    pub name: Label,
    /// Lowest and highest level stated, equal when it is no range; absent when nothing is stated.
    pub levels: Option<(LevelView, LevelView)>,
    /// Whether the dimension decided.
    pub decides: bool,
    /// The reason why the consequence is what it is.
    pub motive: Option<Label>,
}

/// Which input a step is in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum StepOf {
    /// A step of likelihood.
    Likelihood,
    /// The consequence in the dimension of this name.
    Consequence(Label),
}

/// One step in one input, and the class it would give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The input that the step is in.
    pub of: StepOf,
    /// The level it would have.
    pub to: LevelView,
    /// Whether the step is a step up.
    pub up: bool,
    /// The class that would follow.
    pub class: ClassView,
}

impl RiskRow {
    pub(in crate::engine) fn new(look: ViewContext<'_>, risk: u32) -> Self {
        let item = &look.organisation.risks[risk as usize];
        let unit = |id: &Ref<'_, Units>| Some(UnitRef::new(look, look.index.unit(id)?));
        let row = Self {
            id: item.id.to_string(),
            title: item.title.label(),
            units: item.units.iter().filter_map(unit).collect(),
            beside: None,
            number: look.register.number(look.organisation, risk),
            rank: None,
            ties: 0,
            class: None,
            class_range: None,
            likelihood: None,
            consequence: None,
            decided_by: None,
            uncertainty: item.uncertainty.as_ref().and_then(UncertaintyOf::greatest),
        };
        match look.register.placements[risk as usize] {
            Placement::Beside(beside) => Self { beside: Some(beside), ..row },
            Placement::Rated(rated) => row.placed(look, &rated),
        }
    }

    fn placed(self, look: ViewContext<'_>, rated: &Rated) -> Self {
        let Some(table) = look.methods.at(rated.matrix.into()) else { return self };
        let decided_by = table.dimensions.get(usize::from(rated.decided_by));
        let class = |class| ClassView::new(table, class);
        let alike: Vec<u32> = look.register.alike(look.organisation, rated).collect();
        let first = alike.first().and_then(|first| look.register.number(look.organisation, *first));
        Self {
            rank: first.map(|number| number.place),
            ties: saturating(alike.len()).saturating_sub(1),
            class: Some(class(rated.class)),
            class_range: rated.class_range.map(|(low, high)| (class(low), class(high))),
            likelihood: LevelView::new(table.likelihood, rated.likelihood),
            consequence: decided_by.and_then(|scale| LevelView::new(scale, rated.consequence)),
            decided_by: decided_by.map(|scale| name(scale)),
            ..self
        }
    }

    /// The risks that name a unit, in the order of the register: how many, and those in the window.
    pub(in crate::engine) fn naming(look: ViewContext<'_>, unit: &str, window: Window) -> (u32, Vec<Self>) {
        let named = |risk: &u32| look.organisation.risks[*risk as usize].units.iter().any(|id| *id == unit);
        let risks: Vec<u32> = in_order(look).into_iter().filter(named).collect();
        (saturating(risks.len()), window.of(&risks).iter().map(|risk| Self::new(look, *risk)).collect())
    }
}

impl RiskPage {
    pub(in crate::engine) fn new(look: ViewContext<'_>, filter: &RiskFilter, window: Window) -> Self {
        let risks: Vec<u32> = in_order(look).into_iter().filter(|risk| fits(look, filter, *risk)).collect();
        let within = filter.unit.as_ref().and_then(|id| look.index.unit(id));
        let matrix = MatrixView::of_part(look, within);
        let shown = window.of(&risks);
        Self {
            in_first_class: shown.first().map_or(0, |first| in_class_of(look, within, *first, matrix.as_ref())),
            matrix,
            total: saturating(risks.len()),
            rows: shown.iter().map(|risk| RiskRow::new(look, *risk)).collect(),
        }
    }
}

fn fits(look: ViewContext<'_>, filter: &RiskFilter, risk: u32) -> bool {
    let item = &look.organisation.risks[risk as usize];
    let placed = match look.register.placements[risk as usize] {
        Placement::Beside(beside) => {
            filter.beside.is_none_or(|wanted| wanted == beside) && filter.cell.is_none() && filter.class.is_none()
        }
        Placement::Rated(rated) => {
            let class = |wanted: &String| {
                look.methods
                    .at(rated.matrix.into())
                    .is_some_and(|table| *table.classes()[usize::from(rated.class)].id == **wanted)
            };
            filter.beside.is_none()
                && filter.cell.is_none_or(|wanted| cell(look, filter, risk) == Some(wanted))
                && filter.class.as_ref().is_none_or(class)
        }
    };
    let above = filter.unit.as_ref().map(|id| look.index.unit(id));
    let wanted = sort_key(filter.find.trim());
    placed
        && filter.scenario.as_ref().is_none_or(|key| kind_of(look, key).is_some_and(|kind| is_of_kind(item, kind)))
        && above.is_none_or(|above| above.is_some() && concerns(look, above, risk))
        && Language::ALL.iter().any(|language| sort_key(item.title.say(*language)).contains(&wanted))
}

impl RiskView {
    pub(in crate::engine) fn new(look: ViewContext<'_>, id: &str, on: Date) -> Option<Self> {
        let risk = look.index.risk(id)?;
        let item = &look.organisation.risks[risk as usize];
        let rated = match look.register.placements[risk as usize] {
            Placement::Rated(rated) => Some(rated),
            Placement::Beside(_) => None,
        };
        let (place, table) = look.methods.table(item.matrix.as_deref()).unzip();
        let matrix = if place == Some(0) { MatrixView::shown(look) } else { table.map(MatrixView::new) };
        let equals = rated.iter().flat_map(|rated| look.register.alike(look.organisation, rated));
        let ties = equals.filter(|other| *other != risk).take(20);
        let labels = |texts: &[Text<'_>]| texts.iter().map(Text::label).collect();
        Some(Self {
            row: RiskRow::new(look, risk),
            is_secret: item.marking.is_secret(),
            matrix,
            likelihood: table.zip(stated(item)).and_then(|(table, levels)| LevelView::range(table.likelihood, levels)),
            dimensions: table.map(|table| dimensions(table, item, rated.as_ref())).unwrap_or_default(),
            sort: rated.as_ref().map(Rated::sort),
            sensitivity: table.zip(rated).map(|(table, rated)| sensitivity(table, item, &rated)).unwrap_or_default(),
            ties: ties.map(|risk| RiskRow::new(look, risk)).collect(),
            movement: table.map(|table| Movement::new(look, table, risk, on)).unwrap_or_default(),
            axes: match &item.uncertainty {
                Some(UncertaintyOf::Axes(axes)) => Some([axes.likelihood, axes.consequence]),
                Some(UncertaintyOf::Whole(_)) | None => None,
            },
            likelihood_motive: item.motives.get("likelihood").map(Text::label),
            scenario: item.scenario.as_ref().map(|text| visible(text)),
            owner: item.owner.as_ref().map(|id| owner(look, id)),
            owner_person: item.owner.as_ref().and_then(|id| owner_person(look, id)),
            motive: item.motive.as_ref().map(Text::label),
            vulnerabilities: labels(&item.vulnerabilities),
            dependencies: labels(&item.dependencies),
            capability: item.capability,
            acceptable_outage: item.acceptable_outage,
            treatment: item.treatment,
            status: item.status,
            reviewed: item.reviewed,
            measures: MeasureRow::against(look, id, on),
            neighbours: Neighbour::of(look, risk, on),
        })
    }
}

/// The likelihood a risk states, where it is levels.
fn stated(risk: &Risk<'_>) -> Option<Levels> {
    match risk.likelihood? {
        Likelihood::Levels(levels) => Some(levels),
        Likelihood::NotAssessable => None,
    }
}

fn dimensions(table: &CheckedMatrix<'_>, risk: &Risk<'_>, rated: Option<&Rated>) -> Vec<DimensionRow> {
    let row = |(place, scale): (usize, &&Scale<'_>)| {
        let levels = risk.consequence.0.iter().find(|(id, _)| **id == *scale.id).map(|(_, levels)| *levels);
        DimensionRow {
            id: scale.id.to_string(),
            name: name(scale),
            levels: levels.and_then(|levels| LevelView::range(scale, levels)),
            decides: rated.is_some_and(|rated| usize::from(rated.decided_by) == place),
            motive: risk.motives.get(&scale.id).map(Text::label),
        }
    };
    table.dimensions.iter().enumerate().map(row).collect()
}

/// The single steps, up or down in one input, that give another class.
fn sensitivity(table: &CheckedMatrix<'_>, risk: &Risk<'_>, rated: &Rated) -> Vec<Sensitivity> {
    let mut steps = Vec::new();
    for up in [true, false] {
        if let Some(to) = step(rated.likelihood, up, table.rows) {
            let class = table.class(to, rated.consequence);
            let to = LevelView::new(table.likelihood, to);
            steps.extend(to.map(|to| (StepOf::Likelihood, to, up, class)));
        }
        for scale in &table.dimensions {
            let level =
                |id: &str| risk.consequence.0.iter().find(|(known, _)| *known == id).map(|(_, levels)| levels.high());
            let Some(to) = level(&scale.id).and_then(|level| step(u8::try_from(level).ok()?, up, table.columns)) else {
                continue;
            };
            let others = risk.consequence.0.iter().filter(|(id, _)| **id != *scale.id);
            let worst = others.filter_map(|(_, levels)| u8::try_from(levels.high()).ok()).chain([to]).max();
            let class = table.class(rated.likelihood, worst.unwrap_or(to));
            let to = LevelView::new(scale, to);
            steps.extend(to.map(|to| (StepOf::Consequence(name(scale)), to, up, class)));
        }
    }
    let changed = steps.into_iter().filter(|(.., class)| *class != rated.class);
    changed.map(|(of, to, up, class)| Sensitivity { of, to, up, class: ClassView::new(table, class) }).collect()
}

/// The next level up or down, where there is one.
fn step(level: u8, up: bool, most: u8) -> Option<u8> {
    let to = if up { level.checked_add(1)? } else { level.checked_sub(1)? };
    (1..=most).contains(&to).then_some(to)
}
