//! Units as the organisation pages show them.

mod names;

pub use self::names::{PersonView, UnitRef};

use crate::organisation::sort;
use serde::{Deserialize, Serialize};

use crate::engine::lens::Window;
use crate::engine::look::JudgedContext;
use crate::engine::standings::PartTotals;
use crate::organisation::ids::{NONE, UNRESOLVED};
use crate::organisation::index::Post;
use crate::organisation::number::saturating;

use super::coverage::{FindingRow, about_unit};
use super::risk::RiskRow;
use super::suggest::OpenRole;
use crate::coverage::State;
use crate::organisation::value::{Date, Label, Language, Str, Text, day, sort_key, visible};
use crate::organisation::write::json;

/// Units of the organisation, a window of them at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitPage {
    /// Units in all.
    pub total: u32,
    /// The units in the window, in the order of kind and name.
    pub rows: Vec<UnitRow>,
    /// Gaps of the part looked at that are about none of its units but a document, a measure, a person or a group.
    pub apart: u32,
    /// Findings about none of its units that are met and will not be within the window.
    pub apart_expiring: u32,
    /// Gaps of all units of the list but the first, and of those below them.
    pub beside: u32,
    /// Findings of these that are met and will not be within the window.
    pub beside_expiring: u32,
    /// Whether any rule is about anything in the part looked at.
    pub is_asked: bool,
}

/// A unit in the tree or in the result of a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// The unit that the row is about.
    pub unit: UnitRef,
    /// The unit it belongs to, for a row without its tree.
    pub parent: Option<UnitRef>,
    /// Units directly under this one.
    pub children: u32,
    /// The worst state of the rules about the unit itself; none where no rule is about it.
    pub state: Option<State>,
    /// Findings missing or broken about it and the units below it.
    pub gaps: u32,
    /// Findings that expire, likewise.
    pub expiring: u32,
    /// Findings that the file does not contain enough to tell, likewise.
    pub unknown: u32,
    /// Findings that are accepted, likewise.
    pub accepted: u32,
    /// Workplaces at and below the unit.
    pub workplaces: u32,
}

/// A unit's own page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitView {
    /// The unit with its counts.
    pub row: UnitRow,
    /// Whether it is marked secret or for nobody: the window is then not named after it, since task bars and the browser's
    /// history show that name to others.
    pub is_secret: bool,
    /// The units above it, the highest first.
    pub path: Vec<UnitRef>,
    /// The part of the municipality where it lies.
    pub area: Option<String>,
    /// The street address of the unit.
    pub address: Option<String>,
    /// People regularly employed there.
    pub employees: Option<u32>,
    /// The tags of the unit, in words of the file.
    pub tags: Vec<String>,
    /// The public e-mail address of the unit.
    pub email: Option<String>,
    /// The public telephone number of the unit.
    pub phone: Option<String>,
    /// The web address of the unit.
    pub web: Option<String>,
    /// The posts of the unit: current, then vacant, coming and ended.
    pub posts: Vec<PostRow>,
    /// Findings about the unit itself, the most urgent first.
    pub findings: Vec<FindingRow>,
    /// Risks that name it, in the order of the register, fifty at most.
    pub risks: Vec<RiskRow>,
    /// Risks that name the unit.
    pub risk_count: u32,
    /// Units directly under it, fifty at most.
    pub children: Vec<UnitRow>,
    /// Where there are units under it, the roles with vacant posts in all of its part.
    pub open: Vec<OpenRole>,
}

/// Where a post stands on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PostState {
    /// Held that day.
    Current,
    /// The post names nobody, or nobody the file has.
    Vacant,
    /// The term of the post has not begun.
    Coming,
    /// The term of the post has ended.
    Ended,
}

/// A post at a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostRow {
    /// The canonical line of the post, which is all it is called by.
    pub key: String,
    /// Id of the role.
    pub role: String,
    /// What the file calls the role; absent for a built-in one it does not rename.
    pub role_name: Option<Label>,
    /// Where the post stands on the day.
    pub state: PostState,
    /// The holder of the post.
    pub person: Option<PersonView>,
    /// First day, included.
    #[serde(with = "day::option")]
    pub from: Option<Date>,
    /// Last day, included.
    #[serde(with = "day::option")]
    pub until: Option<Date>,
    /// Whether the holder goes on holding the post the day after its last.
    pub renewed: bool,
    /// Whom the holder stands in for; then they are a substitute.
    pub substitute_for: Option<PersonView>,
    /// Whether the post is a substitute's.
    pub substitute: bool,
    /// The person who made the appointment.
    pub appointed_by: Option<PersonView>,
    /// Whom the holder reports to.
    pub reports_to: Option<PersonView>,
    /// The unit the holder represents.
    pub on_behalf_of: Option<UnitRef>,
}

impl UnitRow {
    fn new(look: JudgedContext<'_>, unit: u32) -> Self {
        let parent = look.index.parents[unit as usize];
        let PartTotals { gaps, expiring, unknown, accepted, workplaces } = look.units.part(look.index, unit);
        Self {
            unit: UnitRef::new(*look, unit),
            parent: (parent != NONE).then(|| UnitRef::new(*look, parent)),
            children: saturating(children(look, Some(unit)).count()),
            state: look.state(unit),
            gaps,
            expiring,
            unknown,
            accepted,
            workplaces,
        }
    }
}

/// The units directly under one, or those without a parent.
fn children(look: JudgedContext<'_>, parent: Option<u32>) -> impl Iterator<Item = u32> {
    let index = look.index;
    let places = parent.map_or(0..index.tree.len(), |parent| {
        let places = index.places(parent);
        places.start + 1..places.end
    });
    let mut next = places.start;
    std::iter::from_fn(move || {
        let unit = *index.tree.get(next).filter(|_| next < places.end)?;
        next = index.places(unit).end;
        Some(unit)
    })
}

/// The rows of some units in the order of kind and name, only those in the window made in full.
fn rows(look: JudgedContext<'_>, units: impl Iterator<Item = u32>, window: Window) -> UnitPage {
    let units = UnitPage::in_order(look, units.collect());
    let rows = window.of(&units).iter().map(|unit| UnitRow::new(look, *unit)).collect();
    let apart = |is_it: &dyn Fn(State) -> bool| {
        let outside = |unit: u32| look.within.is_some_and(|part| unit != part && !look.index.is_below(unit, part));
        let findings = look.coverage.findings.iter().filter(|finding| finding.subject.unit().is_none_or(outside));
        saturating(findings.filter(|finding| is_it(finding.state)).count())
    };
    let beside = units.iter().skip(1).map(|unit| look.units.part(look.index, *unit));
    let beside = beside.fold(PartTotals::default(), |sum, unit| sum.with(unit, u32::wrapping_add));
    UnitPage {
        total: saturating(units.len()),
        rows,
        beside: beside.gaps,
        beside_expiring: beside.expiring,
        is_asked: look.is_asked(),
        apart: apart(&|state| matches!(state, State::Missing | State::Broken)),
        apart_expiring: apart(&|state| state == State::Expiring),
    }
}

impl UnitPage {
    /// Units sorted by kind and name.
    pub(in crate::engine) fn in_order(look: JudgedContext<'_>, mut units: Vec<u32>) -> Vec<u32> {
        sort::by_cached_key(&mut units, |unit| UnitRef::new(*look, *unit).order());
        units
    }

    pub(in crate::engine) fn new(
        look: JudgedContext<'_>,
        parent: Option<&str>,
        find: &str,
        window: Window,
    ) -> Option<Self> {
        if find.trim().is_empty() {
            let parent = match parent {
                Some(id) => Some(look.index.unit(id)?),
                None => None,
            };
            return Some(match (parent, look.within) {
                (None, Some(within)) => rows(look, std::iter::once(within), window),
                _ => rows(look, children(look, parent), window),
            });
        }
        let wanted = sort_key(find.trim());
        let named = |unit: &u32| {
            let name = &look.organisation.units[*unit as usize].name;
            Language::ALL.iter().any(|language| sort_key(name.say(*language)).contains(&wanted))
        };
        Some(rows(look, look.part().iter().copied().filter(named), window))
    }
}

impl UnitView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, id: &str) -> Option<Self> {
        const MOST: Window = Window { from: 0, count: 50 };
        let unit = look.index.unit(id)?;
        let item = &look.organisation.units[unit as usize];
        let contact = item.contact.as_ref();
        let text = |field: Option<&Str<'_>>| field.map(|text| visible(text));
        let mut path = Vec::new();
        let mut above = look.index.parents[unit as usize];
        while above != NONE {
            path.insert(0, UnitRef::new(*look, above));
            above = look.index.parents[above as usize];
        }
        let mut posts: Vec<PostRow> = look.index.posts_at(unit).iter().map(|post| PostRow::new(look, post)).collect();
        sort::by(&mut posts, |a, b| {
            (a.state, &a.role, a.substitute, a.from).cmp(&(b.state, &b.role, b.substitute, b.from))
        });
        let (risk_count, risks) = RiskRow::naming(*look, id, MOST);
        Some(Self {
            row: UnitRow::new(look, unit),
            is_secret: item.marking.is_secret(),
            path,
            area: text(item.area.as_ref()),
            address: text(item.address.as_ref()),
            employees: item.employees,
            tags: item.tags.iter().map(|text| visible(text)).collect(),
            email: contact.and_then(|contact| text(contact.email.as_ref())),
            phone: contact.and_then(|contact| text(contact.phone.as_ref())),
            web: contact.and_then(|contact| text(contact.web.as_ref())),
            posts,
            findings: about_unit(look, unit).into_iter().map(|finding| FindingRow::new(look, finding)).collect(),
            risks,
            risk_count,
            children: rows(look, children(look, Some(unit)), MOST).rows,
            open: if look.index.part(unit).len() > 1 { OpenRole::all(look, unit) } else { Vec::new() },
        })
    }
}

impl PostRow {
    /// The post of an assignment, where its unit is in the file.
    pub(super) fn of(look: JudgedContext<'_>, assignment: u32) -> Option<Self> {
        let unit = look.index.unit(&look.organisation.assignments[assignment as usize].unit)?;
        let post = look.index.posts_at(unit).iter().find(|post| post.assignment == assignment)?;
        Some(Self::new(look, post))
    }

    pub(super) fn new(look: JudgedContext<'_>, post: &Post) -> Self {
        let item = &look.organisation.assignments[post.assignment as usize];
        let on = look.coverage.on;
        let state = match () {
            () if post.person == NONE => PostState::Vacant,
            () if post.current(on) => PostState::Current,
            () if post.from.is_some_and(|from| from > on) => PostState::Coming,
            () => PostState::Ended,
        };
        let role = look.organisation.roles.iter().find(|role| *role.id == *item.role);
        let represented = (post.on_behalf_of < UNRESOLVED).then(|| UnitRef::new(*look, post.on_behalf_of));
        Self {
            key: json(item),
            role: item.role.to_string(),
            role_name: role.map(|role| Text::label(&role.name)),
            state,
            person: PersonView::by_id(*look, item.person.as_ref()),
            from: item.from,
            until: item.until,
            renewed: look.index.is_renewed(post),
            substitute_for: PersonView::by_id(*look, item.substitute_for.as_ref()),
            substitute: post.substitute,
            appointed_by: PersonView::by_id(*look, item.appointed_by.as_ref()),
            reports_to: PersonView::by_id(*look, item.reports_to.as_ref()),
            on_behalf_of: represented,
        }
    }
}
