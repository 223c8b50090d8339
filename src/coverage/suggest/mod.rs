//! Who could take a post that nobody holds: the people of a unit, then of the one it belongs to, each with what stands
//! in the way. A [`Suggestion`] is for one finding; a [`StaffingProposal`] spreads the vacant posts of a whole part of the
//! organisation over its people.
//!
//! Someone is eligible when giving them the post would break no `load` and no `trained` rule in force. The rest are told
//! with the reason, so that a training or a hand-over can make them so. Who cannot be meant is left out: those who have
//! left, those of the municipality itself, who are elected or lead it, and whoever appoints to the post or is reported to.

mod check;
mod matching;
mod proposal;
mod superior;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::check::ReferenceCheck;
use super::because::{HoldersCause, SeatCause, SubstituteCause};
use super::{Cause, Coverage, Finding};
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::person::MEMBER;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, day, sort_key};
use crate::organisation::{Index, Organisation};

pub use self::proposal::{MOST_POSTS, Placed, Rest, StaffingProposal, propose, vacant};
pub use self::superior::{Superiors, superiors};

/// The most candidates a suggestion holds.
pub const MOST: usize = 12;

/// What is suggested from: the organisation, judged.
#[derive(Clone, Copy)]
pub struct SuggestionBasis<'b> {
    /// The organisation that posts and people are looked up in.
    pub organisation: &'b Organisation<'b>,
    /// The ids of the organisation as numbers.
    pub index: &'b Index,
    /// The rules and findings of the organisation on the day.
    pub coverage: &'b Coverage<'b>,
}

/// A post that someone is to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'b> {
    /// Id of the role.
    pub role: &'b str,
    /// Number of the unit.
    pub unit: u32,
    /// The first day it is wanted: the day judged, or the day after what is held now has ended.
    pub from: Date,
    /// Number of the person to stand in for, where a substitute is wanted.
    pub substitute_for: Option<u32>,
    /// Number of the party to represent, where one is to be.
    pub on_behalf_of: Option<u32>,
}

/// How someone belongs to the unit, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Near {
    /// The rule is about them and nobody else.
    Asked,
    /// The candidate works at the unit of the post.
    Unit,
    /// The candidate holds a post at the unit, whatever unit they work at.
    Post,
    /// The candidate works at the unit above that of the post.
    Parent,
}

/// What stands in the way of giving someone the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bar {
    /// The candidate holds the role already.
    Holds,
    /// All posts of theirs in the file had ended by the day judged; they may have left.
    Left {
        /// The last day of the last of them.
        #[serde(with = "day")]
        last: Date,
    },
    /// The candidate holds the role at as many units as a `load` rule lets them.
    Load {
        /// Index of the rule.
        rule: u32,
        /// At how many other units they hold it, or come to hold it.
        holds: u32,
        /// At how many one may, at most.
        at_most: u32,
    },
    /// The candidate has not taken a training that a `trained` rule asks for, or too long ago.
    Untrained {
        /// Index of the rule.
        rule: u32,
        /// The day they last took it, if ever.
        #[serde(with = "day::option")]
        taken: Option<Date>,
    },
}

/// What someone already has to do with the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PostTerm {
    /// The candidate holds the post now, through this day.
    Ends(#[serde(with = "day")] Date),
    /// The candidate comes to hold the post on this day.
    Begins(#[serde(with = "day")] Date),
}

/// Someone who could take the post, or could not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Number of the person.
    pub person: u32,
    /// How the candidate belongs to the unit.
    pub near: Near,
    /// At how many other units they hold the role, or come to hold it.
    pub holds: u32,
    /// Whether the candidate stands in for the post's holder now.
    pub stands_in: bool,
    /// What the candidate already has to do with the post.
    pub term: Option<PostTerm>,
    /// What stands in the way; nothing where they are eligible.
    pub bars: Vec<Bar>,
}

/// What a candidate could do about a post, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CandidateStanding {
    /// The candidate could take the post now without breaking a rule that is looked at.
    Able,
    /// The candidate could take the post; a training is then still to be taken.
    Untrained,
    /// Something else stands in the way.
    Barred,
}

/// Who could take the post that a finding misses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion<'b> {
    /// The post that somebody is wanted for.
    pub wanted: Wanted<'b>,
    /// The first [`MOST`]: those who are eligible, those who only lack a training, the others; of these the one who stands in
    /// now, then the unit's own before its parent's.
    pub candidates: Vec<Candidate>,
    /// Candidates in all.
    pub total: u32,
    /// Candidates who are eligible.
    pub eligible: u32,
    /// Indices of the rules that were looked at.
    pub rules: Vec<u32>,
}

impl Candidate {
    /// Whether the candidate could take the post now, once they are trained, or not.
    pub fn standing(&self) -> CandidateStanding {
        let only_training = self.bars.iter().all(|bar| matches!(bar, Bar::Untrained { .. }));
        match (self.bars.is_empty(), only_training) {
            (true, _) => CandidateStanding::Able,
            (false, true) => CandidateStanding::Untrained,
            (false, false) => CandidateStanding::Barred,
        }
    }
}

/// Who could put a finding right by taking a post; `None` where that is not what is missing.
pub fn suggest<'b>(basis: SuggestionBasis<'b>, finding: &Finding) -> Option<Suggestion<'b>> {
    let wanted = wanted(basis, finding)?;
    let people = match finding.because {
        Cause::Seat(SeatCause::NotAMember { .. }) => vec![(Near::Asked, finding.subject.person()?)],
        _ => people(basis, wanted),
    };
    Some(ranked(basis, wanted, people))
}

/// Who could take a post that is left, the best first.
pub fn successors<'b>(basis: SuggestionBasis<'b>, wanted: Wanted<'b>) -> Suggestion<'b> {
    ranked(basis, wanted, people(basis, wanted))
}

/// The people among some who may be meant, with what speaks for and against each.
fn ranked<'b>(basis: SuggestionBasis<'b>, wanted: Wanted<'b>, people: Vec<(Near, u32)>) -> Suggestion<'b> {
    let check = ReferenceCheck::new(basis, wanted, &people.iter().map(|(_, person)| *person).collect::<Vec<_>>());
    let may_be_meant = |(near, person): &(Near, u32)| {
        *near == Near::Asked || (check.left(*person).is_none() && !basis.index.is_nobody(*person))
    };
    let candidate = |(near, person)| Candidate {
        person,
        near,
        holds: check.holds(person, wanted.unit),
        stands_in: check.stands_in(person, wanted.unit),
        term: check.term(person, wanted.unit),
        bars: check.bars(person, wanted.unit),
    };
    let mut candidates: Vec<Candidate> = people.into_iter().filter(may_be_meant).map(candidate).collect();
    sort::by_cached_key(&mut candidates, |candidate| {
        let person = &basis.organisation.people[candidate.person as usize];
        let rank = (candidate.standing(), !candidate.stands_in, candidate.near, candidate.holds);
        (rank, sort_key(&person.name), &*person.id)
    });
    let total = saturating(candidates.len());
    let eligible = saturating(candidates.iter().filter(|candidate| candidate.bars.is_empty()).count());
    candidates.truncate(MOST);
    Suggestion { wanted, candidates, total, eligible, rules: check.rules() }
}

/// The post that would put a finding right.
fn wanted<'b>(basis: SuggestionBasis<'b>, finding: &Finding) -> Option<Wanted<'b>> {
    let unit = finding.subject.unit().filter(|unit| basis.index.is_known(*unit))?;
    let from = finding.until.map_or(Some(basis.coverage.on), |until| until.succ_opt())?;
    let post = |role| Wanted { role, unit, from, substitute_for: None, on_behalf_of: None };
    match (finding.because, &basis.coverage.rule(finding).shape) {
        (Cause::Holders(HoldersCause::TooFew { .. }), Shape::Holders(shape)) => Some(post(&shape.of)),
        (Cause::Seat(SeatCause::NotAMember { .. }), _) => Some(post(MEMBER)),
        (Cause::Seat(SeatCause::NotRepresented { party }), _) => {
            Some(Wanted { on_behalf_of: Some(party), ..post(MEMBER) })
        }
        (Cause::Substitute(SubstituteCause::NoSubstitute), Shape::Substitute(shape)) => {
            let role = basis.index.roles.find(&shape.of)?;
            let held = basis.index.posts_of(role, unit).filter(|post| post.held(from)).map(|post| post.person);
            let first = held.min_by_key(|person| &basis.organisation.people[*person as usize].id)?;
            Some(Wanted { substitute_for: Some(first), ..post(&shape.of) })
        }
        _ => None,
    }
}

/// The people of the unit of a post, those who hold a post there, and the people of the unit above, each once, as the
/// nearest. Those over the post are not among them, nor those of the municipality itself where it is the unit above.
fn people(basis: SuggestionBasis<'_>, wanted: Wanted<'_>) -> Vec<(Near, u32)> {
    let (organisation, index) = (basis.organisation, basis.index);
    let unit = wanted.on_behalf_of.unwrap_or(wanted.unit);
    let over = superiors(basis, wanted.role, wanted.unit, wanted.from);
    let is_municipality =
        |unit: &u32| organisation.units.get(*unit as usize).is_some_and(|unit| unit.kind == UnitKind::Municipality);
    let above = index.parents.get(unit as usize).copied();
    let parent = above.filter(|above| !is_municipality(above)).unwrap_or(NONE);
    let id = |unit: u32| organisation.units.get(unit as usize).map(|unit| &*unit.id);
    let (unit_id, parent_id) = (id(unit), id(parent));
    let mut people: Vec<(u32, Near)> = Vec::new();
    for (item, person) in organisation.people.iter().zip(0..) {
        let Some(works_at) = item.unit.as_deref() else { continue };
        if Some(works_at) == unit_id {
            people.push((person, Near::Unit));
        } else if Some(works_at) == parent_id {
            people.push((person, Near::Parent));
        }
    }
    let held = index.posts_at(unit).iter().filter(|post| post.current(basis.coverage.on));
    people.extend(held.map(|post| (post.person, Near::Post)));
    sort::all(&mut people);
    people.dedup_by_key(|(person, _)| *person);
    people.retain(|(person, _)| ![over.appointed_by, over.reports_to].contains(&Some(*person)));
    people.into_iter().map(|(person, near)| (near, person)).collect()
}
