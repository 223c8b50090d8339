//! Every workplace as a cell: what the map shows at once, and single cells in full.
//!
//! A country has a hundred thousand: a byte each crosses to the page, names only of the cells it asks about.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::coverage::{State, Tally, units_asked};
use crate::engine::lens::{CellFilter, Window};
use crate::engine::look::JudgedContext;
use crate::engine::standings::gravity;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Language, day, sort_key};
use crate::organisation::{Index, Organisation};
use crate::verdict::File;

use super::coverage::{FindingRow, RuleRow};
use super::unit::UnitRef;

/// The workplaces of a part as cells, by department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapView {
    /// The day that is looked at.
    #[serde(with = "day")]
    pub on: Date,
    /// The rules that are about any of the workplaces, `must` before `should`.
    pub rules: Vec<RuleRow>,
    /// Id of the rule that the cells tell of; absent for the worst of all.
    pub rule: Option<String>,
    /// The departments, in the order of their cells.
    pub parts: Vec<MapPart>,
    /// The cells: each a place in [`State::ALL`], or what is beyond for a workplace that no rule is about.
    pub cells: Vec<u8>,
}

/// The workplaces of one department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapPart {
    /// The municipality it belongs to, where there are several.
    pub municipality: Option<UnitRef>,
    /// The department or company; absent for workplaces that belong to none.
    pub unit: Option<UnitRef>,
    /// The workplaces of the part of the map.
    pub cells: u32,
    /// How those stand that a rule is about.
    pub tally: Tally,
}

/// Cells of the map that fit a filter, a window of them at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellPage {
    /// Cells that fit the filter.
    pub total: u32,
    /// The cells in the window.
    pub rows: Vec<CellRow>,
}

/// A workplace on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellRow {
    /// Which cell it is, from 0.
    pub at: u32,
    /// The workplace that the cell stands for.
    pub unit: UnitRef,
    /// The department or company it belongs to.
    pub department: Option<UnitRef>,
    /// How the cell stands; absent where no rule is about it.
    pub state: Option<State>,
    /// The finding that says why, where it is not simply met.
    pub finding: Option<FindingRow>,
}

/// Which cell is which workplace, and which rules are about which units: the same for every rule that is chosen.
pub(in crate::engine) struct Atlas {
    /// For each rule, the workplaces it is about.
    asked: Vec<Vec<u32>>,
    /// The workplaces, in the order of the cells.
    workplaces: Vec<u32>,
    /// The departments, in the order of the cells.
    parts: Vec<WorkplaceGroup>,
}

/// Workplaces that lie together.
struct WorkplaceGroup {
    municipality: u32,
    department: u32,
    cells: u32,
}

/// How a workplace stands.
#[derive(Clone, Copy)]
struct WorkplaceStanding {
    state: Option<State>,
    /// Index of the finding that says why; [`NONE`] where it is met.
    finding: u32,
}

impl Atlas {
    /// Municipalities by name, in them departments by size, in them workplaces by name.
    pub(in crate::engine) fn new(file: &File<'_>, on: Date, within: Option<u32>) -> Self {
        let (organisation, index) = (&file.organisation, &file.index);
        let mut asked = units_asked(organisation, index, on);
        let is_workplace =
            |unit: &u32| index.is_known(*unit) && organisation.units[*unit as usize].kind == UnitKind::Workplace;
        for units in &mut asked {
            units.retain(is_workplace);
        }
        let part = within.map_or(&*index.tree, |unit| index.part(unit));
        let mut workplaces: Vec<u32> = part.iter().copied().filter(is_workplace).collect();

        let mut places: FxHashMap<(u32, u32), usize> = FxHashMap::default();
        let mut parts: Vec<WorkplaceGroup> = Vec::new();
        for unit in &workplaces {
            let (municipality, department) = home(organisation, index, *unit);
            let place = *places.entry((municipality, department)).or_insert(parts.len());
            if place == parts.len() {
                parts.push(WorkplaceGroup { municipality, department, cells: 0 });
            }
            parts[place].cells += 1;
        }
        let name = |unit: u32| {
            organisation.units.get(unit as usize).map(|item| (sort_key(item.name.say(Language::Swedish)), &*item.id.0))
        };
        sort::by_cached_key(&mut parts, |part| {
            (name(part.municipality), std::cmp::Reverse(part.cells), name(part.department))
        });
        for (place, part) in parts.iter().enumerate() {
            places.insert((part.municipality, part.department), place);
        }
        sort::by_cached_key(&mut workplaces, |unit| (places[&home(organisation, index, *unit)], name(*unit)));
        Self { asked, workplaces, parts }
    }

    /// The index of a rule; none where there is no such rule, or none is asked for.
    fn rule(look: JudgedContext<'_>, id: Option<&str>) -> Option<usize> {
        look.coverage.rules.iter().position(|verdict| Some(&*verdict.rule.id.0) == id)
    }

    /// How each unit stands under one rule, or under the one that is worst for it.
    fn standings(&self, look: JudgedContext<'_>, rule: Option<usize>) -> Vec<WorkplaceStanding> {
        let mut standings = vec![WorkplaceStanding { state: None, finding: NONE }; look.organisation.units.len()];
        let counts = |of: usize| rule.is_none_or(|rule| rule == of);
        for (_, units) in self.asked.iter().enumerate().filter(|(of, _)| counts(*of)) {
            for unit in units {
                standings[*unit as usize].state = Some(State::Met);
            }
        }
        for (finding, place) in look.coverage.findings.iter().zip(0..) {
            let Some(unit) = finding.subject.unit().filter(|unit| look.index.is_known(*unit)) else { continue };
            let standing = &mut standings[unit as usize];
            if counts(finding.rule as usize)
                && standing.state.is_some_and(|state| gravity(finding.state) > gravity(state))
            {
                *standing = WorkplaceStanding { state: Some(finding.state), finding: place };
            }
        }
        standings
    }
}

/// The municipality and the department that a workplace belongs to, each [`NONE`] where there is none.
fn home(organisation: &Organisation<'_>, index: &Index, unit: u32) -> (u32, u32) {
    let mut above = index.parents[unit as usize];
    while above != NONE && organisation.units[above as usize].kind != UnitKind::Municipality {
        above = index.parents[above as usize];
    }
    (above, index.departments[unit as usize])
}

impl MapView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, atlas: &Atlas, rule: Option<&str>) -> Self {
        let rule = Atlas::rule(look, rule);
        let standings = atlas.standings(look, rule);
        let mut here = vec![false; standings.len()];
        for unit in &atlas.workplaces {
            here[*unit as usize] = true;
        }
        let asks = |id: &str| {
            let asked = Atlas::rule(look, Some(id)).map(|rule| &atlas.asked[rule]);
            asked.is_some_and(|units| units.iter().any(|unit| here[*unit as usize]))
        };
        let several = atlas.parts.windows(2).any(|pair| pair[0].municipality != pair[1].municipality);
        let mut units = atlas.workplaces.iter();
        let part = |part: &WorkplaceGroup| {
            let states = units.by_ref().take(part.cells as usize).filter_map(|unit| standings[*unit as usize].state);
            let states: Vec<State> = states.collect();
            let mut tally = Tally::of(saturating(states.len()));
            for state in states {
                tally.count(state);
            }
            let name = |unit: u32| (unit != NONE).then(|| UnitRef::new(*look, unit));
            MapPart {
                municipality: name(part.municipality).filter(|_| several),
                unit: name(part.department),
                cells: part.cells,
                tally,
            }
        };
        let parts = atlas.parts.iter().map(part).collect();
        let cells = atlas.workplaces.iter().map(|unit| byte(standings[*unit as usize].state)).collect();
        Self {
            on: look.coverage.on,
            rules: RuleRow::all(look).into_iter().filter(|row| asks(&row.id)).collect(),
            rule: rule.map(|rule| look.coverage.rules[rule].rule.id.to_string()),
            parts,
            cells,
        }
    }

    /// How a cell stands; none where no rule is about it, or where there is no such cell.
    pub fn state(&self, at: u32) -> Option<State> {
        State::ALL.get(usize::from(*self.cells.get(at as usize)?)).copied()
    }

    /// How all the cells stand that a rule is about.
    pub fn tally(&self) -> Tally {
        self.parts.iter().fold(Tally::default(), |all, part| all.and(part.tally))
    }
}

/// A state as a cell carries it.
fn byte(state: Option<State>) -> u8 {
    let place = state.and_then(|state| State::ALL.iter().position(|known| *known == state));
    u8::try_from(place.unwrap_or(State::ALL.len())).unwrap_or(u8::MAX)
}

impl CellPage {
    pub(in crate::engine) fn new(
        look: JudgedContext<'_>,
        atlas: &Atlas,
        rule: Option<&str>,
        filter: CellFilter,
        window: Window,
    ) -> Self {
        let standings = atlas.standings(look, Atlas::rule(look, rule));
        let state = |unit: u32| standings[unit as usize].state;
        let fits = |unit: u32| match filter {
            CellFilter::All => true,
            CellFilter::Amiss => state(unit).is_some_and(|state| state != State::Met),
            CellFilter::In(wanted) => state(unit) == Some(wanted),
        };
        let cells = atlas.workplaces.iter().copied().zip(0..);
        let mut cells: Vec<(u32, u32)> = cells.filter(|(unit, _)| fits(*unit)).collect();
        if filter == CellFilter::Amiss {
            sort::by_key(&mut cells, |(unit, _)| std::cmp::Reverse(state(*unit).map(gravity)));
        }
        let row = |(unit, at): &(u32, u32)| {
            let WorkplaceStanding { state, finding } = standings[*unit as usize];
            let department = look.index.departments[*unit as usize];
            CellRow {
                at: *at,
                unit: UnitRef::new(*look, *unit),
                department: (department != NONE).then(|| UnitRef::new(*look, department)),
                state,
                finding: look.coverage.findings.get(finding as usize).map(|finding| FindingRow::new(look, finding)),
            }
        };
        Self { total: saturating(cells.len()), rows: window.of(&cells).iter().map(row).collect() }
    }
}

#[cfg(test)]
mod tests;
