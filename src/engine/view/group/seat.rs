//! The seats of a group: who sits there, whom they represent, and which seats nobody has taken.

use serde::{Deserialize, Serialize};

use crate::coverage::part::Part;
use crate::coverage::{Finding, State, Subject};
use crate::engine::look::JudgedContext;
use crate::engine::view::coverage::{FindingRow, SubjectView};
use crate::engine::view::role::RoleView;
use crate::engine::view::unit::{PostRow, PostState, UnitRef};
use crate::organisation::ids::{NONE, UNRESOLVED};
use crate::organisation::index::Post;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::sort_key;

/// The members who represent one unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeatView {
    /// The unit; none for those of whom the file does not say.
    pub unit: Option<UnitRef>,
    /// The members who represent the unit, or will: current, then vacant and coming.
    pub members: Vec<MemberRow>,
    /// What is missing or expires.
    pub findings: Vec<FindingRow>,
    /// How each seat of the unit stands on the day: those that somebody sits in, then those that nobody does.
    pub states: Vec<State>,
}

/// A post in a group, with what its holder holds besides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The post in the group.
    pub post: PostRow,
    /// What the member holds besides, at the unit represented.
    pub holds: Vec<RoleView>,
}

/// Whom someone represents without its being said: a unit of the own organisation where they hold a post, and what they
/// hold there; else the department they work in.
fn stands_for(look: JudgedContext<'_>, group: u32, person: u32) -> (u32, Vec<RoleView>) {
    let order = |unit: u32| match look.organisation.units[unit as usize].kind {
        UnitKind::SecurityUnit => 0,
        UnitKind::Department => 1,
        UnitKind::Company => 2,
        _ => 3,
    };
    let held = look.index.posts.iter().filter(|post| post.person == person && post.held(look.coverage.on));
    let posts: Vec<&Post> = held.filter(|post| post.unit != group && order(post.unit) < 3).collect();
    let first = posts.iter().map(|post| post.unit).min_by_key(|unit| (order(*unit), look.index.unit_id(*unit)));
    if let Some(unit) = first {
        let held_there = posts.iter().filter(|post| post.unit == unit);
        let role = |post: &&Post| RoleView::new(*look, &look.organisation.assignments[post.assignment as usize].role);
        let mut holds: Vec<RoleView> = held_there.map(role).collect();
        sort::all(&mut holds);
        holds.dedup();
        return (unit, holds);
    }
    let works_at = look.organisation.people[person as usize].unit.as_ref().and_then(|id| look.index.unit(id));
    let unit = works_at.map_or(NONE, |unit| match look.index.departments[unit as usize] {
        NONE => unit,
        department => department,
    });
    (unit, Vec::new())
}

/// The members of a group and those who are missing, by whom they represent; of a part only those who belong to it.
pub(super) fn seats(
    look: JudgedContext<'_>,
    group: u32,
    part: Option<&Part>,
    findings: Vec<&Finding>,
) -> Vec<SeatView> {
    let mut seats: Vec<(u32, SeatView)> = Vec::new();
    let mut seat = |unit: u32, put: &mut dyn FnMut(&mut SeatView)| {
        let place = seats.iter().position(|(at, _)| *at == unit).unwrap_or_else(|| {
            let named = (unit < UNRESOLVED).then(|| UnitRef::new(*look, unit));
            seats.push((unit, SeatView { unit: named, members: Vec::new(), findings: Vec::new(), states: Vec::new() }));
            seats.len() - 1
        });
        put(&mut seats[place].1);
    };
    let member = look.index.roles.find("member").unwrap_or(NONE);
    for post in look.index.posts_of(member, group) {
        let concerns = part.is_none_or(|part| part.has_person(post.person) || part.has_unit(post.on_behalf_of));
        let row = PostRow::new(look, post);
        if !concerns || row.state == PostState::Ended {
            continue;
        }
        let (unit, holds) = match (post.on_behalf_of, post.person) {
            (NONE | UNRESOLVED, NONE) => (NONE, Vec::new()),
            (NONE | UNRESOLVED, person) => stands_for(look, group, person),
            (party, _) => (party, Vec::new()),
        };
        // Whom they represent is said by the seat.
        let post = PostRow { on_behalf_of: None, ..row };
        seat(unit, &mut |seat| seat.members.push(MemberRow { post: post.clone(), holds: holds.clone() }));
    }
    for finding in findings {
        let unit = match finding.subject {
            Subject::Party { party, .. } => party,
            Subject::Member { person, .. } => stands_for(look, group, person).0,
            _ => NONE,
        };
        seat(unit, &mut |seat| seat.findings.push(FindingRow::new(look, finding)));
    }
    sort::by_cached_key(&mut seats, |(_, seat)| seat.unit.as_ref().map_or((u8::MAX, String::new()), UnitRef::order));
    seats.into_iter().map(|(_, seat)| seat.in_order().judged()).collect()
}

impl SeatView {
    /// Members by state and name.
    fn in_order(mut self) -> Self {
        sort::by_cached_key(&mut self.members, |member| {
            let post = &member.post;
            (post.state, post.person.as_ref().map(|person| sort_key(&person.name)), post.from)
        });
        self
    }

    /// With how each seat stands.
    fn judged(mut self) -> Self {
        let of_party = self.findings.iter().find(|row| matches!(row.subject, SubjectView::Party { .. }));
        let sits = |member: &&MemberRow| {
            member.post.state == PostState::Current && !member.post.substitute && member.post.person.is_some()
        };
        let state = |member: &MemberRow| {
            let own = self.findings.iter().find(|row| match (&row.subject, &member.post.person) {
                (SubjectView::Member { person, .. }, Some(holder)) => person.id == holder.id,
                _ => false,
            });
            own.or(of_party).map_or(State::Met, |row| row.state)
        };
        let mut states: Vec<State> = self.members.iter().filter(sits).map(state).collect();
        if states.iter().all(|state| Self::is_taken(*state)) {
            let mut lacking: Vec<&FindingRow> = Vec::new();
            for row in self.findings.iter().filter(|row| !Self::is_taken(row.state)) {
                // Several rules may ask for one member.
                if lacking.iter().all(|known| known.subject != row.subject) {
                    lacking.push(row);
                }
            }
            states.extend(lacking.into_iter().map(|row| row.state));
        }
        if states.is_empty() && self.members.iter().any(|member| member.post.state == PostState::Vacant) {
            states.push(State::Missing);
        }
        self.states = states;
        self
    }

    /// Whether somebody sits in a seat that stands so, be it somebody else than should.
    pub const fn is_taken(state: State) -> bool {
        matches!(state, State::Met | State::Expiring | State::Broken)
    }
}
