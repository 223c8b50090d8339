//! The representatives, by workplace, and the contact card of a workplace.

use serde::{Deserialize, Serialize};

use super::super::coverage::RuleRow;
use super::super::unit::{PostRow, UnitRef};
use super::{COORDINATOR, ContactView, MarkView, REPRESENTATIVE, ReachView, RoleStanding, open_posts, security_units};
use crate::coverage::Tally;
use crate::engine::lens::{Window, WorkplaceFilter};
use crate::engine::look::JudgedContext;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::rule::{Rule, Shape};
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Language, sort_key};

/// The representatives, a window of workplaces at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RepresentativePage {
    /// How all workplaces of the part stand, whatever the filter.
    pub tally: Tally,
    /// Workplaces of the part in all.
    pub workplaces: u32,
    /// How workplaces stand by department, by name.
    pub departments: Vec<DepartmentTally>,
    /// The rules about representatives.
    pub rules: Vec<RuleRow>,
    /// Workplaces that fit the filter.
    pub total: u32,
    /// The workplaces in the window, by department and name.
    pub rows: Vec<RepresentativeRow>,
}

/// How the workplaces of a department stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartmentTally {
    /// The department or company; none for workplaces that belong to none.
    pub department: Option<UnitRef>,
    /// The workplaces of the department.
    pub tally: Tally,
}

/// A workplace and its representatives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RepresentativeRow {
    /// The workplace, by its unit.
    pub unit: UnitRef,
    /// The department or company it belongs to.
    pub department: Option<UnitRef>,
    /// How the workplace stands; none where nobody represents it and no rule asks for that.
    pub mark: Option<MarkView>,
    /// The representatives of the workplace: current with their substitutes, then vacant posts and those to come.
    pub posts: Vec<PostRow>,
}

/// Contact cards of workplaces, a window of them at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardPage {
    /// Workplaces that fit the filter.
    pub total: u32,
    /// The security units, which stand on every card.
    pub security: Vec<ContactView>,
    /// The cards in the window, by department and name.
    pub cards: Vec<CardView>,
}

/// The contact card of a workplace: whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    /// The workplace and where it is.
    pub place: ContactView,
    /// The department or company it belongs to.
    pub department: Option<UnitRef>,
    /// The representatives of the workplace.
    pub representatives: Vec<ReachView>,
    /// The people who stand in for the representatives.
    pub substitutes: Vec<ReachView>,
    /// The coordinators of its department.
    pub coordinators: Vec<ReachView>,
}

impl RepresentativePage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, filter: &WorkplaceFilter, window: Window) -> Self {
        let places = Workplaces::new(look);
        let chosen = places.chosen(filter);
        Self {
            tally: places.tally(&places.all),
            workplaces: saturating(places.all.len()),
            departments: places.by_department(),
            rules: RuleRow::those(look, is_about),
            total: saturating(chosen.len()),
            rows: window.of(&chosen).iter().map(|unit| RepresentativeRow::new(look, *unit, &places.standing)).collect(),
        }
    }
}

impl CardPage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, filter: &WorkplaceFilter, window: Window) -> Self {
        let chosen = Workplaces::new(look).chosen(filter);
        Self {
            total: saturating(chosen.len()),
            security: security_units(look).into_iter().map(|unit| ContactView::new(*look, unit)).collect(),
            cards: window.of(&chosen).iter().map(|unit| CardView::new(look, *unit)).collect(),
        }
    }
}

/// Whether a rule is about representatives.
fn is_about(rule: &Rule<'_>) -> bool {
    match &rule.shape {
        Shape::Holders(shape) => *shape.of == *REPRESENTATIVE,
        Shape::Substitute(shape) => *shape.of == *REPRESENTATIVE,
        Shape::Load(shape) => *shape.of == *REPRESENTATIVE,
        Shape::ReportsTo(shape) => *shape.who == *REPRESENTATIVE,
        Shape::AppointedBy(shape) => *shape.who == *REPRESENTATIVE,
        _ => false,
    }
}

/// The workplaces of the part looked at, and how each stands.
struct Workplaces<'v> {
    look: JudgedContext<'v>,
    standing: RoleStanding<'v>,
    all: Vec<u32>,
}

impl<'v> Workplaces<'v> {
    fn new(look: JudgedContext<'v>) -> Self {
        let units = &look.organisation.units;
        let all = look.part().iter().copied().filter(|unit| units[*unit as usize].kind == UnitKind::Workplace);
        Self { look, standing: RoleStanding::new(look, REPRESENTATIVE), all: all.collect() }
    }

    /// The departments that have workplaces, by name, those without one last, and the place of each unit's among them.
    fn departments(&self) -> (Vec<u32>, Vec<u32>) {
        let of = &self.look.index.departments;
        let mut places = vec![NONE; of.len()];
        let mut departments: Vec<u32> = Vec::new();
        for unit in &self.all {
            let department = of[*unit as usize];
            if department != NONE && places[department as usize] == NONE {
                places[department as usize] = 0;
                departments.push(department);
            }
        }
        sort::by_cached_key(&mut departments, |unit| UnitRef::new(*self.look, *unit).order());
        for (place, department) in departments.iter().enumerate() {
            places[*department as usize] = saturating(place);
        }
        (departments, places)
    }

    /// The workplaces that fit a filter, by department and name.
    fn chosen(&self, filter: &WorkplaceFilter) -> Vec<u32> {
        let wanted = sort_key(filter.find.trim());
        let only = filter.unit.as_deref().map(|id| self.look.index.unit(id));
        let fits = |unit: &u32| {
            only.is_none_or(|only| only == Some(*unit))
                && filter.state.is_none_or(|state| self.standing.state(*unit) == Some(state))
                && (wanted.is_empty() || self.is_called(*unit, &wanted))
        };
        let mut chosen: Vec<u32> = self.all.iter().copied().filter(fits).collect();
        let (_, places) = self.departments();
        let units = &self.look.organisation.units;
        sort::by_cached_key(&mut chosen, |unit| {
            let department = self.look.index.departments[*unit as usize];
            let place = if department == NONE { NONE } else { places[department as usize] };
            let unit = &units[*unit as usize];
            (place, sort_key(unit.name.say(Language::Swedish)), unit.id.to_string())
        });
        chosen
    }

    /// Whether the name of a workplace, or of one who represents it on the day, holds a text.
    fn is_called(&self, unit: u32, wanted: &str) -> bool {
        let organisation = self.look.organisation;
        let holds = |name: &str| sort_key(name).contains(wanted);
        let name = &organisation.units[unit as usize].name;
        let mut posts = self.look.index.posts_of(self.standing.role, unit);
        Language::ALL.iter().any(|language| holds(name.say(*language)))
            || posts.any(|post| {
                post.current(self.look.coverage.on) && holds(&organisation.people[post.person as usize].name)
            })
    }

    /// How some workplaces stand; one that nobody represents and that no rule asks for is not counted.
    fn tally(&self, units: &[u32]) -> Tally {
        Tally::from_states(units.iter().filter_map(|unit| self.standing.state(*unit)))
    }

    fn by_department(&self) -> Vec<DepartmentTally> {
        let (departments, places) = self.departments();
        let mut groups: Vec<Vec<u32>> = vec![Vec::new(); departments.len() + 1];
        for unit in &self.all {
            let department = self.look.index.departments[*unit as usize];
            let place = if department == NONE { departments.len() } else { places[department as usize] as usize };
            groups[place].push(*unit);
        }
        let named = departments.into_iter().map(Some).chain([None]).zip(groups);
        let counted = named.filter(|(_, units)| !units.is_empty()).map(|(department, units)| DepartmentTally {
            department: department.map(|unit| UnitRef::new(*self.look, unit)),
            tally: self.tally(&units),
        });
        counted.collect()
    }
}

/// The department or company that a unit belongs to.
fn department_of(look: JudgedContext<'_>, unit: u32) -> Option<u32> {
    Some(look.index.departments[unit as usize]).filter(|department| *department != NONE)
}

impl RepresentativeRow {
    fn new(look: JudgedContext<'_>, unit: u32, standing: &RoleStanding<'_>) -> Self {
        Self {
            unit: UnitRef::new(*look, unit),
            department: department_of(look, unit).map(|unit| UnitRef::new(*look, unit)),
            mark: standing.mark(unit),
            posts: open_posts(look, REPRESENTATIVE, unit),
        }
    }
}

impl CardView {
    fn new(look: JudgedContext<'_>, unit: u32) -> Self {
        let department = department_of(look, unit);
        let coordinators = department.map(|unit| ReachView::holders(look, COORDINATOR, unit));
        let standing_in = || department.map(|unit| ReachView::substitutes(look, COORDINATOR, unit));
        Self {
            place: ContactView::new(*look, unit),
            department: department.map(|unit| UnitRef::new(*look, unit)),
            representatives: ReachView::holders(look, REPRESENTATIVE, unit),
            substitutes: ReachView::substitutes(look, REPRESENTATIVE, unit),
            // Where nobody holds the post, whoever stands in for it is the one to call.
            coordinators: coordinators.filter(|found| !found.is_empty()).or_else(standing_in).unwrap_or_default(),
        }
    }
}
