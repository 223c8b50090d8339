//! The situation picture: the verdict of a day on one page.

use crate::organisation::sort;
use serde::{Deserialize, Serialize};

use crate::engine::look::JudgedContext;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::rule::Severity;
use crate::organisation::unit::UnitKind;
use crate::risk::Placement;

use super::coverage::{FindingRow, RuleRow, urgency, worst};
use super::matrix::MatrixView;
use super::risk::{RiskRow, concerns};
use super::unit::{UnitPage, UnitRef};
use crate::coverage::{State, Tally, packs, rules};
use crate::organisation::value::{Date, Label, day};

/// The verdict of a day as the first page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The day that is looked at.
    #[serde(with = "day")]
    pub on: Date,
    /// Ids of the built-in packs that apply.
    pub packs: Vec<String>,
    /// Ids of packs that the file names and that there are none of.
    pub unknown_packs: Vec<String>,
    /// Workplaces in the file.
    pub workplaces: u32,
    /// Every rule with its counts: `must` before `should`, within these most missing and broken first.
    pub rules: Vec<RuleRow>,
    /// The most urgent findings, six at most.
    pub urgent: Vec<FindingRow>,
    /// Findings that are missing or broken, in all.
    pub gaps: u32,
    /// The last day on which all holds of what is met today and will not be within 90 days; none where nothing is.
    #[serde(with = "day::option")]
    pub first_ending: Option<Date>,
    /// How much is met today and will not be within 90 days.
    pub ending_count: u32,
    /// The first matrix with its counts; absent when it is malformed.
    pub matrix: Option<MatrixView>,
    /// The risks that come first, three at most.
    pub first_risks: Vec<RiskRow>,
    /// How many risks are in the class of the first one.
    pub in_first_class: u32,
    /// Workplaces by department, for the map; empty when there are more than two thousand.
    pub map: Vec<MapGroup>,
}

/// The workplaces of one department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapGroup {
    /// The department or company; absent for workplaces that belong to none.
    pub department: Option<UnitRef>,
    /// Workplaces where every `must` rule about the workplace itself is met or expiring.
    pub held: u32,
    /// The workplaces of the group, by name.
    pub cells: Vec<CellView>,
}

/// A workplace on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// The id of the cell.
    pub id: String,
    /// The name of the cell.
    pub name: Label,
    /// The worst state of the rules about the workplace.
    pub state: State,
}

/// Workplaces the map shows, at most; a larger one is a picture of its own.
const MOST_CELLS: usize = 2000;

/// Urgent findings shown.
const URGENT: usize = 7;

/// Risks that the overview names, at most.
const FIRST_RISKS: usize = 3;

impl Overview {
    /// Whether any rule asks anything here, or any of one severity: else nothing can be said to be as it should.
    pub fn is_asked(&self, severity: Option<Severity>) -> bool {
        let mut rules = self.rules.iter();
        rules.any(|rule| rule.tally.applicable > 0 && severity.is_none_or(|severity| severity == rule.severity))
    }

    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        let coverage = look.coverage;
        let count = |of: fn(&Tally) -> u32| coverage.rules.iter().map(|verdict| of(&verdict.tally)).sum();
        let mut rules = RuleRow::all(look);
        sort::by_key(&mut rules, |row| (row.severity, std::cmp::Reverse(row.tally.gaps())));
        let concerns = |risk: &u32| concerns(*look, look.within, *risk);
        let in_order = look.register.in_order(look.organisation).iter().copied();
        let first: Vec<u32> = in_order.filter(concerns).take(FIRST_RISKS).collect();
        let matrix = MatrixView::of_part(*look, look.within);
        Self {
            on: coverage.on,
            packs: packs(look, true),
            unknown_packs: packs(look, false),
            workplaces: look.workplaces(),
            rules,
            urgent: most_urgent(look),
            gaps: count(Tally::gaps),
            ending_count: count(|tally| tally.expiring),
            first_ending: look.leading.ending().filter_map(|finding| finding.until).min(),
            in_first_class: first.first().map_or(0, |risk| in_class_of(look, *risk, matrix.as_ref())),
            first_risks: first.into_iter().map(|risk| RiskRow::new(*look, risk)).collect(),
            matrix,
            map: map(look),
        }
    }
}

/// How many risks of the part looked at are in the class of one of them. Those of the first matrix are counted already.
fn in_class_of(look: JudgedContext<'_>, risk: u32, shown: Option<&MatrixView>) -> u32 {
    let class = |placement: &Placement| match placement {
        Placement::Rated(rated) => Some((rated.matrix, rated.class)),
        Placement::Beside(_) => None,
    };
    let placements = &look.register.placements;
    match (class(&placements[risk as usize]), shown) {
        (Some((0, wanted)), Some(shown)) => {
            let cells = shown.grid.iter().flatten().zip(shown.cells.iter().flatten());
            cells.filter(|(class, _)| **class == wanted).map(|(_, count)| count).sum()
        }
        (wanted, _) => {
            let others = placements.iter().zip(0..).filter(|(placement, _)| class(placement) == wanted);
            saturating(others.filter(|(_, other)| concerns(*look, look.within, *other)).count())
        }
    }
}

/// The workplaces of the part looked at.
fn workplaces(look: JudgedContext<'_>) -> impl Iterator<Item = u32> + '_ {
    let units = &look.organisation.units;
    look.part().iter().copied().filter(|unit| units[*unit as usize].kind == UnitKind::Workplace)
}

/// Ids of the packs named, the default one included: those that there are, or those that there are not.
fn packs(look: JudgedContext<'_>, known: bool) -> Vec<String> {
    let named = rules::packs_named(look.organisation).into_iter();
    named.filter(|id| packs::rules(id).is_some() == known).map(str::to_owned).collect()
}

/// The most urgent findings.
fn most_urgent(look: JudgedContext<'_>) -> Vec<FindingRow> {
    let findings = sort::first(look.leading.urgent(), URGENT, |finding| urgency(look, finding));
    findings.into_iter().map(|finding| FindingRow::new(look, finding)).collect()
}

/// The workplaces by department, each with the worst state of the rules that must hold for it.
fn map(look: JudgedContext<'_>) -> Vec<MapGroup> {
    if look.workplaces() as usize > MOST_CELLS {
        return Vec::new();
    }
    let workplaces: Vec<u32> = workplaces(look).collect();
    let mut states = vec![State::Met; look.organisation.units.len()];
    for finding in &look.coverage.findings {
        let Some(unit) = finding.subject.unit().filter(|unit| look.index.is_known(*unit)) else { continue };
        if look.coverage.rule(finding).severity() == Severity::Must {
            states[unit as usize] = worst([states[unit as usize], finding.state].into_iter());
        }
    }
    let mut groups: Vec<(u32, Vec<u32>)> = Vec::new();
    for unit in UnitPage::in_order(look, workplaces) {
        let department = look.index.departments[unit as usize];
        match groups.iter_mut().find(|(known, _)| *known == department) {
            Some((_, units)) => units.push(unit),
            None => groups.push((department, vec![unit])),
        }
    }
    sort::by_key(&mut groups, |(_, units)| std::cmp::Reverse(units.len()));
    let group = |(department, units): (u32, Vec<u32>)| MapGroup {
        department: (department != NONE).then(|| UnitRef::new(*look, department)),
        held: saturating(
            units.iter().filter(|unit| matches!(states[**unit as usize], State::Met | State::Expiring)).count(),
        ),
        cells: units.iter().map(|unit| CellView::new(look, *unit, states[*unit as usize])).collect(),
    };
    groups.into_iter().map(group).collect()
}

impl CellView {
    fn new(look: JudgedContext<'_>, unit: u32, state: State) -> Self {
        let UnitRef { id, name, .. } = UnitRef::new(*look, unit);
        Self { id, name, state }
    }
}
