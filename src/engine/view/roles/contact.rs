//! What a resident sees: how to reach the unit and those whom the file lets everyone reach. Nothing else is answered, and
//! nothing of what is marked, or lies within a unit that is.

use serde::{Deserialize, Serialize};

use super::super::unit::{PersonView, UnitRef};
use super::{COORDINATOR, ContactView, ReachView, departments, number_of, security_units};
use crate::disclosure::{Audience, Sight, is_opened};
use crate::engine::look::JudgedContext;
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, Text};

/// Departments shown, at most.
const MOST: usize = 1000;

/// Id of the role, not built in, of those who answer politically for security.
const POLITICAL: &str = "political_responsibility";

/// The contact page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPageView {
    /// The municipality, and the public ways to reach it.
    pub municipality: Option<ContactView>,
    /// The security units.
    pub security: Vec<ContactView>,
    /// The posts at these that are held: the head of security, then the crime prevention officers, then others that
    /// are open to everyone.
    pub posts: Vec<Opening>,
    /// Departments and companies with their open coordinators, a hundred at most.
    pub departments: Vec<(ContactView, Vec<PersonView>)>,
    /// How many departments and companies there are.
    pub department_count: u32,
    /// Who answers politically for security.
    pub political: Vec<Opening>,
    /// The unit that is looked at alone, where it is neither of these.
    pub within: Option<ContactView>,
}

/// A role that is held, as everyone may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Id of the role.
    pub role: String,
    /// What the file calls it; absent for a built-in one it does not rename.
    pub role_name: Option<Label>,
    /// Where the post is held.
    pub unit: UnitRef,
    /// What the holder of the role does, as the file says it.
    pub duties: Vec<Label>,
    /// Who holds it and how to reach them; empty where the file does not open that to everyone.
    pub holders: Vec<PersonView>,
}

impl ContactPageView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        let mut security = security_units(look);
        let mut municipality = look.index.units_of_kind(UnitKind::Municipality).collect::<Vec<_>>();
        let mut departments = departments(look);
        for units in [&mut security, &mut municipality, &mut departments] {
            units.retain(|unit| sight(look).unit(*unit));
        }
        let mut posts = Vec::new();
        for unit in &security {
            posts.extend(roles_at(look, *unit).into_iter().filter_map(|role| Opening::new(look, &role, *unit)));
        }
        let shown = |unit: &u32| departments.contains(unit) || security.contains(unit) || municipality.contains(unit);
        let within = look.within.filter(|unit| !shown(unit) && sight(look).unit(*unit));
        let within = within.map(|unit| ContactView::new(*look, unit));
        let department = |unit: &u32| (ContactView::new(*look, *unit), open(look, COORDINATOR, *unit));
        Self {
            municipality: municipality.first().map(|unit| ContactView::new(*look, *unit)),
            security: security.iter().map(|unit| ContactView::new(*look, *unit)).collect(),
            posts,
            department_count: saturating(departments.len()),
            departments: departments.iter().take(MOST).map(department).collect(),
            political: political(look),
            within,
        }
    }
}

/// What everyone may know of the file.
fn sight(look: JudgedContext<'_>) -> Sight<'_> {
    Sight::new(look.organisation, look.index, Audience::Public)
}

/// Whether a post is held, and everyone may know of it.
fn is_told(look: JudgedContext<'_>, post: &Post) -> bool {
    post.held(look.coverage.on) && sight(look).post(post)
}

/// The roles held at a unit that are to be told: the two the unit consists of, and others that are open to everyone.
fn roles_at(look: JudgedContext<'_>, unit: u32) -> Vec<String> {
    let rank = |role: &str| match role {
        "head_of_security" => 0,
        "crime_prevention_officer" => 1,
        _ => 2,
    };
    let told = |post: &&Post| is_told(look, post);
    let ids = look.index.posts_at(unit).iter().filter(told).map(|post| look.index.roles.id(post.role).to_owned());
    let mut ids: Vec<String> = ids.filter(|role| rank(role) < 2 || is_opened(look.organisation, role)).collect();
    sort::by(&mut ids, |a, b| (rank(a), a).cmp(&(rank(b), b)));
    ids.dedup();
    ids
}

/// Who answers politically, wherever the file says that the role is held.
fn political(look: JudgedContext<'_>) -> Vec<Opening> {
    let role = number_of(*look, POLITICAL);
    let told = |post: &&Post| post.role == role && is_told(look, post);
    let mut units: Vec<u32> = look.index.posts.iter().filter(told).map(|post| post.unit).collect();
    sort::by_cached_key(&mut units, |unit| UnitRef::new(*look, *unit).order());
    units.dedup();
    units.into_iter().filter_map(|unit| Opening::new(look, POLITICAL, unit)).collect()
}

/// The holders of a role at a unit, where everyone may know them.
fn open(look: JudgedContext<'_>, role: &str, unit: u32) -> Vec<PersonView> {
    let holders = ReachView::of(look, role, unit, |post| is_told(look, post) && sight(look).person(post.person));
    holders.into_iter().filter(|holder| holder.open).map(|holder| holder.person).collect()
}

impl Opening {
    fn new(look: JudgedContext<'_>, role: &str, unit: u32) -> Option<Self> {
        let held = look.index.posts_of(number_of(*look, role), unit).any(|post| is_told(look, post));
        let item = look.organisation.roles.iter().find(|item| *item.id == *role);
        held.then(|| Self {
            role: role.to_owned(),
            role_name: item.map(|item| item.name.label()),
            unit: UnitRef::new(*look, unit),
            duties: item.iter().flat_map(|item| item.duties.iter().map(Text::label)).collect(),
            holders: open(look, role, unit),
        })
    }
}
