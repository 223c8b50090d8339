//! The pages of roles: the security unit and what it owns, coordinators, representatives and their contact cards, and
//! what a resident sees.

mod activity;
mod contact;
mod coordinators;
mod document;
mod reach;
mod representatives;
mod security_unit;
#[cfg(test)]
mod tests;

pub use self::activity::ActivityRow;
pub use self::contact::{ContactPageView, Opening};
pub use self::coordinators::{CoordinatorPage, CoordinatorRow, DutyRow, HolderRow, MarkView};
pub use self::document::DocumentRow;
pub use self::reach::{ContactView, ReachView};
pub use self::representatives::{CardPage, CardView, DepartmentTally, RepresentativePage, RepresentativeRow};
pub use self::security_unit::{SecurityUnitView, SupportRow};

use super::unit::{PostRow, PostState, UnitRef};
use crate::coverage::{Finding, State, Subject};
use crate::engine::look::{JudgedContext, ViewContext};
use crate::engine::standings::gravity;
use crate::organisation::ids::NONE;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;

/// Id of the role that coordinates a department's security work.
const COORDINATOR: &str = "security_coordinator";

/// Id of the role that a workplace has.
const REPRESENTATIVE: &str = "security_representative";

/// How one role is held at every unit: as the rules that ask for holders of it say, else whether it is held.
struct RoleStanding<'v> {
    look: JudgedContext<'v>,
    role: u32,
    /// The gravest finding at each unit.
    found: Vec<Option<&'v Finding>>,
}

impl<'v> RoleStanding<'v> {
    fn new(look: JudgedContext<'v>, role: &str) -> Self {
        let mut found: Vec<Option<&Finding>> = vec![None; look.organisation.units.len()];
        for finding in &look.coverage.findings {
            let Subject::Unit(unit) = finding.subject else { continue };
            let asks = matches!(&look.coverage.rule(finding).shape, Shape::Holders(shape) if *shape.of == *role);
            let Some(place) = found.get_mut(unit as usize).filter(|_| asks) else { continue };
            if place.is_none_or(|known| gravity(known.state) < gravity(finding.state)) {
                *place = Some(finding);
            }
        }
        Self { look, role: number_of(*look, role), found }
    }

    fn is_held(&self, unit: u32) -> bool {
        let posts = self.look.index.posts_of(self.role, unit);
        posts.into_iter().any(|post| post.held(self.look.coverage.on))
    }

    /// How the role stands at a unit; none where nobody holds the role and no rule asks anyone to.
    fn state(&self, unit: u32) -> Option<State> {
        match self.found[unit as usize] {
            Some(finding) => Some(finding.state),
            None => self.is_held(unit).then_some(State::Met),
        }
    }

    /// How the unit stands with the role, and the finding that says it, where there is one.
    fn mark(&self, unit: u32) -> Option<MarkView> {
        self.found[unit as usize].map_or_else(
            || self.is_held(unit).then_some(MarkView { state: State::Met, finding: None }),
            |finding| Some(MarkView::of(self.look, finding)),
        )
    }
}

/// The number of a role; [`NONE`], which no post has, when the file never mentions it.
fn number_of(look: ViewContext<'_>, role: &str) -> u32 {
    look.index.roles.find(role).unwrap_or(NONE)
}

/// The posts of a role at a unit that are not over, the current first, substitutes last of these.
fn open_posts(look: JudgedContext<'_>, role: &str, unit: u32) -> Vec<PostRow> {
    let posts = look.index.posts_of(number_of(*look, role), unit).map(|post| PostRow::new(look, post));
    let mut posts: Vec<PostRow> = posts.filter(|post| post.state != PostState::Ended).collect();
    sort::by(&mut posts, |a, b| (a.state, a.substitute, a.from, &a.key).cmp(&(b.state, b.substitute, b.from, &b.key)));
    posts
}

/// The departments and companies of the part looked at, by kind and name; of a part inside one, that one.
pub(super) fn departments(look: JudgedContext<'_>) -> Vec<u32> {
    let owns =
        |unit: &u32| matches!(look.organisation.units[*unit as usize].kind, UnitKind::Department | UnitKind::Company);
    let mut departments: Vec<u32> = look.part().iter().copied().filter(owns).collect();
    if let Some(within) = look.within.filter(|_| departments.is_empty()) {
        departments.extend(Some(look.index.departments[within as usize]).filter(|unit| *unit != NONE));
    }
    sort::by_cached_key(&mut departments, |unit| UnitRef::new(*look, *unit).order());
    departments
}

/// The security units of the file, by name. They serve every part, so a part looked at does not narrow them.
fn security_units(look: JudgedContext<'_>) -> Vec<u32> {
    let mut units: Vec<u32> = look.index.units_of_kind(UnitKind::SecurityUnit).collect();
    sort::by_cached_key(&mut units, |unit| UnitRef::new(*look, *unit).order());
    units
}
