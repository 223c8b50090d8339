//! Someone leaves: which posts end with the last day, who could take each of them after it, and the wishes that carry it
//! out as one change.

use serde::{Deserialize, Serialize};

use super::{Charge, PersonPost, workplace};
use crate::coverage::suggest::{CandidateStanding, Wanted, successors};
use crate::draft::{FieldValue, Patch};
use crate::engine::look::JudgedContext;
use crate::engine::view::suggest::{OpenPost, basis};
use crate::engine::view::{PersonView, PostState, UnitRef};
use crate::organisation::ids::{NONE, UNRESOLVED};
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, day};
use crate::organisation::{ListName, sort};

/// Candidates named for a post.
const NAMED: usize = 3;

/// What ends when someone leaves, and what they answer for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeavingView {
    /// The last day of the person.
    #[serde(with = "day")]
    pub last: Date,
    /// The posts that would go on after it, or begin after it: what ends first stands first.
    pub posts: Vec<LeavingPost>,
    /// What the person answers for besides: those who report to them, and what they own.
    pub charges: Vec<Charge>,
}

impl LeavingView {
    /// Those who are named for the posts, each once: they may take over other things as well.
    pub fn named(&self) -> Vec<&PersonView> {
        let mut named: Vec<&PersonView> = Vec::new();
        for candidate in self.posts.iter().flat_map(|post| &post.candidates) {
            if named.iter().all(|known| known.id != candidate.person.id) {
                named.push(&candidate.person);
            }
        }
        named
    }
}

/// A post that is left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeavingPost {
    /// The post, and where.
    pub held: PersonPost,
    /// Whether it begins only after the last day, so that there is no term to end.
    pub is_coming: bool,
    /// The first people who could take the post.
    pub candidates: Vec<SuccessorView>,
    /// How many people could take it beyond those.
    pub more: u32,
    /// How a successor is written in.
    pub successor: OpenPost,
}

/// Someone who could take a post that is left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuccessorView {
    /// The person who could take the post.
    pub person: PersonView,
    /// The unit where the person works.
    pub works_at: Option<UnitRef>,
    /// Whether the person has the trainings that the role asks for.
    pub is_trained: bool,
}

impl LeavingView {
    /// The posts that have begun, and would lose their holder from the start: the last day is before they began.
    pub fn begun_after(&self) -> Vec<&PersonPost> {
        let posts = self.posts.iter().filter(|post| post.is_coming && post.held.post.state != PostState::Coming);
        posts.map(|post| &post.held).collect()
    }
}

impl LeavingPost {
    /// The wishes: the term ends with the last day, and a successor begins the day after, or none does.
    pub fn patches(&self, last: Date, successor: Option<&str>) -> Vec<Patch> {
        let row = &self.held.post;
        let set = |field: &str, value: FieldValue| Patch::Set {
            list: ListName::Assignments,
            key: row.key.clone(),
            fields: vec![(field.into(), value)],
        };
        if self.is_coming {
            return vec![set("person", successor.map_or(FieldValue::Nothing, FieldValue::text))];
        }
        let ends = (row.until != Some(last)).then(|| set("until", FieldValue::text(&last.to_string())));
        ends.into_iter().chain(successor.map(|person| self.successor.given_to(person))).collect()
    }
}

impl LeavingView {
    /// Of a person by id; none where the file has no such person.
    pub(in crate::engine) fn new(look: JudgedContext<'_>, id: &str, last: Date) -> Option<Self> {
        let person = look.index.person(id)?;
        let goes_on = |post: &&Post| post.person == person && post.until.is_none_or(|until| until >= last);
        let posts = look.index.posts.iter().filter(goes_on);
        let mut posts: Vec<LeavingPost> = posts.filter_map(|post| LeavingPost::new(look, post, last)).collect();
        sort::by_cached_key(&mut posts, |post| post.held.order());
        Some(Self { last, posts, charges: Charge::all(look, person, last) })
    }
}

impl LeavingPost {
    fn new(look: JudgedContext<'_>, post: &Post, last: Date) -> Option<Self> {
        let item = &look.organisation.assignments[post.assignment as usize];
        let next = last.succ_opt()?;
        let wanted = Wanted {
            role: &item.role,
            unit: post.unit,
            from: post.from.filter(|from| *from > last).unwrap_or(next),
            substitute_for: item.substitute_for.as_ref().and_then(|of| look.index.person(of)),
            on_behalf_of: Some(post.on_behalf_of).filter(|unit| ![NONE, UNRESOLVED].contains(unit)),
        };
        let found = successors(basis(look), wanted);
        let can: Vec<_> = found
            .candidates
            .iter()
            .filter(|candidate| candidate.person != post.person && candidate.standing() != CandidateStanding::Barred)
            .collect();
        let named = can.iter().take(NAMED).filter_map(|candidate| {
            Some(SuccessorView {
                person: PersonView::new(*look, candidate.person)?,
                works_at: workplace(look, candidate.person),
                is_trained: candidate.standing() == CandidateStanding::Able,
            })
        });
        Some(Self {
            held: PersonPost::new(look, post),
            is_coming: post.from.is_some_and(|from| from > last),
            candidates: named.collect(),
            more: saturating(can.len().saturating_sub(NAMED)),
            successor: OpenPost::all(look, wanted).next()?,
        })
    }
}
