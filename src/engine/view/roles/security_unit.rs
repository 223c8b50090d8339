//! The security unit: who is there, which documents it owns, how it develops methods, and whom it supports.

use serde::{Deserialize, Serialize};

use super::super::coverage::RuleRow;
use super::super::unit::{UnitRef, UnitView};
use super::{ActivityRow, COORDINATOR, DocumentRow, ReachView, RoleStanding, departments, security_units};
use crate::coverage::State;
use crate::engine::look::JudgedContext;
use crate::organisation::number::saturating;
use crate::organisation::rule::{Rule, Shape};
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::work::{Activity, ActivityKind, Document, DocumentKind};

/// Documents, activities and departments shown, at most.
const MOST: usize = 1000;

/// The security unit's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SecurityUnitView {
    /// Every security unit of the file: one, as a rule.
    pub units: Vec<UnitView>,
    /// The rules about the unit, its posts and its documents.
    pub rules: Vec<RuleRow>,
    /// Policies and guidelines first, a hundred at most.
    pub documents: Vec<DocumentRow>,
    /// Documents in all.
    pub document_count: u32,
    /// What was done to develop methods, the latest first, a hundred at most.
    pub methods: Vec<ActivityRow>,
    /// Activities that developed methods, in all.
    pub method_count: u32,
    /// Departments and companies, whom the unit supports, a hundred at most.
    pub support: Vec<SupportRow>,
    /// Departments and companies that are supported, in all.
    pub support_count: u32,
}

/// A department or company that the unit supports, and through whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupportRow {
    /// The department or company.
    pub unit: UnitRef,
    /// The coordinators of the department.
    pub coordinators: Vec<ReachView>,
    /// The people who stand in for the coordinators.
    pub substitutes: Vec<ReachView>,
    /// How its coordination stands; none where nobody coordinates and no rule asks for it.
    pub state: Option<State>,
}

impl SecurityUnitView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        let security = security_units(look);
        let whose = Whose { look, security: &security };
        let organisation = look.organisation;
        let mut documents: Vec<u32> = (0..saturating(organisation.documents.len())).collect();
        documents.retain(|document| whose.shows(&organisation.documents[*document as usize]));
        sort::by(&mut documents, |a, b| {
            let key = |document: u32| {
                let item = &organisation.documents[document as usize];
                (item.kind, item.review_by.is_none(), item.review_by)
            };
            key(*a)
                .cmp(&key(*b))
                .then_with(|| organisation.documents[*a as usize].id.cmp(&organisation.documents[*b as usize].id))
        });
        let methods: Vec<&Activity<'_>> = organisation.activities.iter().filter(|item| whose.did(item)).collect();
        let departments = departments(look);
        let standing = RoleStanding::new(look, COORDINATOR);
        let supported = departments.iter().take(MOST).map(|unit| SupportRow::new(look, *unit, &standing));
        Self {
            units: security.iter().filter_map(|unit| UnitView::new(look, look.index.unit_id(*unit))).collect(),
            rules: RuleRow::those(look, concerns_unit),
            document_count: saturating(documents.len()),
            documents: documents.into_iter().take(MOST).map(|document| DocumentRow::new(look, document)).collect(),
            method_count: saturating(methods.len()),
            methods: ActivityRow::latest(*look, methods, MOST),
            support_count: saturating(departments.len()),
            support: supported.collect(),
        }
    }
}

impl SupportRow {
    fn new(look: JudgedContext<'_>, unit: u32, standing: &RoleStanding<'_>) -> Self {
        Self {
            unit: UnitRef::new(*look, unit),
            coordinators: ReachView::holders(look, COORDINATOR, unit),
            substitutes: ReachView::substitutes(look, COORDINATOR, unit),
            state: standing.state(unit),
        }
    }
}

/// Whether a rule is about the security unit, its posts or the documents it answers for.
fn concerns_unit(rule: &Rule<'_>) -> bool {
    match &rule.shape {
        Shape::Exists(shape) => shape.kind == UnitKind::SecurityUnit,
        Shape::Holders(shape) => {
            shape.scope.as_ref().is_some_and(|scope| scope.kind == Some(UnitKind::SecurityUnit))
                || matches!(&*shape.of, "head_of_security" | "crime_prevention_officer")
        }
        Shape::Reviewed(_) => true,
        _ => false,
    }
}

/// Whose documents and activities are shown: the part looked at, and of the whole the security unit.
struct Whose<'v> {
    look: JudgedContext<'v>,
    security: &'v [u32],
}

impl Whose<'_> {
    /// Whether a unit belongs to the part looked at, or else to a security unit.
    fn has(&self, unit: u32) -> bool {
        let at_or_below = |above: u32| unit == above || self.look.index.is_below(unit, above);
        match self.look.within {
            Some(within) => at_or_below(within),
            None => self.security.iter().any(|above| at_or_below(*above)),
        }
    }

    /// What it owns itself or through its people; of the whole also every policy and guideline, whoever owns it.
    fn shows(&self, document: &Document<'_>) -> bool {
        let guides = matches!(document.kind, DocumentKind::Policy | DocumentKind::Guideline);
        if guides && self.look.within.is_none() {
            return true;
        }
        let Some(owner) = document.owner.as_deref() else { return false };
        let index = self.look.index;
        let person = || {
            let person = index.person(owner)?;
            index.unit(self.look.organisation.people[person as usize].unit.as_deref()?)
        };
        index.unit(owner).or_else(person).is_some_and(|unit| self.has(unit))
    }

    fn did(&self, activity: &Activity<'_>) -> bool {
        let unit = || self.look.index.unit(activity.unit.as_deref()?);
        ActivityKind::WORK.contains(&activity.kind)
            && activity.date <= self.look.coverage.on
            && unit().is_some_and(|unit| self.has(unit))
    }
}
