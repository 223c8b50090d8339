//! The municipality and its area: its parts, the people they employ, and its security organisation in figures.

use serde::{Deserialize, Serialize};

use super::super::exceptions::ExceptionRow;
use super::super::role::RoleView;
use super::scene::ReportScene;
use super::{Missing, ReportLack};
use crate::coverage::{Coverage, ExceptionStanding, RuleVerdict};
use crate::organisation::number::saturating;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, sort_key, visible};

/// What a report says of the municipality: its parts and its roles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrganisationPart {
    /// Departments and companies, by kind and name.
    pub rows: Vec<PartRow>,
    /// Workplaces in all.
    pub workplaces: u32,
    /// People employed in all, as far as it is said.
    pub employees: u32,
    /// The parts of the municipality where its workplaces lie, by name.
    pub areas: Vec<String>,
    /// The posts that rules ask for.
    pub roles: Vec<RoleLine>,
    /// What is accepted, those without an end or a decider they must have first, then by their last day; nothing for the
    /// public.
    pub accepted: Vec<ExceptionRow>,
    /// External parties, by name.
    pub parties: Vec<Label>,
    /// What the part lacks.
    pub lacks: Vec<ReportLack>,
}

/// A department or company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRow {
    /// The name of the part.
    pub name: Label,
    /// Department or company.
    pub kind: UnitKind,
    /// Workplaces that belong to the department or company.
    pub workplaces: u32,
    /// People it and these employ, as far as it is said.
    pub employees: u32,
}

/// A post that a rule asks for, in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleLine {
    /// The role that the rule asks for.
    pub role: RoleView,
    /// The kind of unit that it is asked for at.
    pub at: Option<UnitKind>,
    /// Units where it is as the rule asks.
    pub held: u32,
    /// Units where it is asked for.
    pub of: u32,
}

impl OrganisationPart {
    pub(super) fn new(scene: ReportScene<'_>, held: &Coverage<'_>, accepted: &[ExceptionRow]) -> Self {
        let (organisation, index) = (scene.look.organisation, scene.look.index);
        let units = &organisation.units;
        let of_kind = |wanted: UnitKind| units.iter().filter(move |unit| unit.kind == wanted);
        let count = |part: &[u32], kind| part.iter().filter(|unit| index.kinds[**unit as usize] == kind).count();
        let employed = |part: &[u32]| part.iter().filter_map(|unit| units[*unit as usize].employees).sum::<u32>();
        let mut rows: Vec<PartRow> = Vec::new();
        for unit in &index.tree {
            let item = &units[*unit as usize];
            if matches!(item.kind, UnitKind::Department | UnitKind::Company) {
                let part = index.part(*unit);
                rows.push(PartRow {
                    name: item.name.label(),
                    kind: item.kind,
                    workplaces: saturating(count(part, UnitKind::Workplace)),
                    employees: employed(part),
                });
            }
        }
        sort::by_cached_key(&mut rows, |row| (row.kind, sort_key(&row.name.sv), row.workplaces));
        let mut areas: Vec<String> =
            of_kind(UnitKind::Workplace).filter_map(|unit| unit.area.as_ref()).map(|area| visible(area)).collect();
        sort::by_cached_key(&mut areas, |area| (sort_key(area), area.clone()));
        areas.dedup();
        let mut parties: Vec<Label> = of_kind(UnitKind::Party).map(|unit| unit.name.label()).collect();
        sort::by_cached_key(&mut parties, |name| (sort_key(&name.sv), name.clone()));
        let workplaces = of_kind(UnitKind::Workplace).count();
        let unsaid = of_kind(UnitKind::Workplace).filter(|unit| unit.employees.is_none()).count();
        let accepted = accepted.iter().filter(|row| row.standing == ExceptionStanding::Accepts);
        let accepted: Vec<ExceptionRow> = accepted.cloned().collect();
        let lacks = if units.is_empty() {
            vec![ReportLack::all(Missing::Units)]
        } else {
            let employees = ReportLack::some(Missing::Employees, unsaid, workplaces);
            let binding: Vec<&ExceptionRow> = accepted.iter().filter(|row| row.binds).collect();
            let decisions = ReportLack::among(Missing::Acceptance, &binding, |row| !row.lacks.is_empty());
            employees.into_iter().chain(decisions).collect()
        };
        Self {
            rows,
            workplaces: saturating(workplaces),
            employees: employed(&index.tree),
            areas,
            roles: held.rules.iter().filter_map(|verdict| RoleLine::new(scene, verdict)).collect(),
            accepted,
            parties,
            lacks,
        }
    }
}

impl RoleLine {
    /// None where the role was left out, or is asked for nowhere.
    pub(super) fn new(scene: ReportScene<'_>, verdict: &RuleVerdict<'_>) -> Option<Self> {
        let Shape::Holders(holders) = &verdict.rule.shape else { return None };
        let has = |look: crate::engine::look::ViewContext<'_>| {
            look.organisation.roles.iter().any(|role| *role.id == *holders.of)
        };
        if verdict.tally.applicable == 0 || (has(scene.whole) && !has(scene.look)) {
            return None;
        }
        Some(Self {
            role: RoleView::new(scene.look, &holders.of),
            at: holders.scope.as_ref().and_then(|scope| scope.kind),
            held: verdict.tally.held(),
            of: verdict.tally.applicable,
        })
    }
}
