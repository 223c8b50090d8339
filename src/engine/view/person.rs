//! People as their own pages show them: who holds what, until when, and what is theirs to look after.

mod charges;
mod leaving;

use serde::{Deserialize, Serialize};

pub use self::charges::{Charge, ChargedItem, Heir};
pub use self::leaving::{LeavingPost, LeavingView, SuccessorView};
use super::coverage::urgency;
use super::risk::in_order;
use super::unit::PostState;
use super::{DocumentRow, FindingRow, MeasureRow, PersonView, PostRow, RiskRow, TraineeRow, UnitRef};
use crate::engine::lens::Window;
use crate::engine::look::JudgedContext;
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::seek::Sought;
use crate::organisation::sort;
use crate::organisation::value::{Date, day, sort_key};

/// A person's own page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonPageView {
    /// The person, and how to reach them.
    pub person: PersonView,
    /// Whether the person is marked secret or for nobody: the window is then not named after them, since task bars and the browser's
    /// history show that name to others.
    pub is_secret: bool,
    /// The unit where the person works.
    pub unit: Option<UnitRef>,
    /// The posts of the person: current, then coming and ended; within these by how soon they end.
    pub posts: Vec<PersonPost>,
    /// Posts that the person has, in all.
    pub post_count: u32,
    /// The people who stand in for the person on the day.
    pub substitutes: Vec<PersonView>,
    /// The trainings asked of them: without it first, then whatever lapses soonest.
    pub trainings: Vec<TraineeRow>,
    /// Findings about them, the most urgent first.
    pub findings: Vec<FindingRow>,
    /// Risks that they answer for, in the order of the register.
    pub risks: Vec<RiskRow>,
    /// Measures that they answer for.
    pub measures: Vec<MeasureRow>,
    /// Documents that they own.
    pub documents: Vec<DocumentRow>,
}

/// A post of a person, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonPost {
    /// The unit of the post.
    pub unit: UnitRef,
    /// The post that the person holds.
    pub post: PostRow,
}

/// People of the file, a window of them at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// How many there are in the part looked at.
    pub all: u32,
    /// How many of these hold no post on the day.
    pub without: u32,
    /// How many of these have neither a number nor an address.
    pub silent: u32,
    /// People who fit what is sought.
    pub total: u32,
    /// The people in the window, by name.
    pub rows: Vec<PersonRow>,
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonRow {
    /// The person, with how to reach them.
    pub person: PersonView,
    /// The unit where the person works.
    pub unit: Option<UnitRef>,
    /// The posts they hold on the day, three at most.
    pub posts: Vec<PersonPost>,
    /// Posts that the person holds beyond those shown.
    pub more: u32,
    /// The first day on which one of these ends, where one does and is not held on.
    #[serde(with = "day::option")]
    pub until: Option<Date>,
}

impl PersonPost {
    fn new(look: JudgedContext<'_>, post: &Post) -> Self {
        Self { unit: UnitRef::new(*look, post.unit), post: PostRow::new(look, post) }
    }

    /// What a person's posts are sorted by.
    fn order(&self) -> impl Ord + use<> {
        let PostRow { state, until, .. } = self.post;
        let place = match state {
            PostState::Current => 0,
            PostState::Coming => 1,
            PostState::Vacant | PostState::Ended => 2,
        };
        (place, until.is_none(), until, self.unit.id.clone(), self.post.key.clone())
    }
}

/// Where a person works.
fn workplace(look: JudgedContext<'_>, person: u32) -> Option<UnitRef> {
    let id = look.organisation.people[person as usize].unit.as_ref()?;
    look.index.unit(id).map(|unit| UnitRef::new(*look, unit))
}

impl PersonPageView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, id: &str) -> Option<Self> {
        let person = look.index.person(id)?;
        let own = |owner: Option<&str>| owner == Some(id);
        let mut posts: Vec<PersonPost> = look
            .index
            .posts
            .iter()
            .filter(|post| post.person == person)
            .map(|post| PersonPost::new(look, post))
            .collect();
        sort::by_cached_key(&mut posts, PersonPost::order);
        let assignments = look.index.posts.iter().filter(|post| post.substitute && post.current(look.coverage.on));
        let for_them = |post: &&Post| {
            let item = &look.organisation.assignments[post.assignment as usize];
            item.substitute_for.as_ref().is_some_and(|of| **of == *id)
        };
        let mut substitutes: Vec<u32> = assignments.filter(for_them).map(|post| post.person).collect();
        sort::all(&mut substitutes);
        substitutes.dedup();
        let mut findings: Vec<_> =
            look.coverage.findings.iter().filter(|finding| finding.subject.person() == Some(person)).collect();
        sort::by_key(&mut findings, |finding| {
            (urgency(look, finding), look.coverage.id(finding, look.organisation, look.index))
        });
        let risks =
            in_order(*look).into_iter().filter(|risk| own(look.organisation.risks[*risk as usize].owner.as_deref()));
        let mut measures: Vec<MeasureRow> = look
            .organisation
            .measures
            .iter()
            .filter(|measure| own(measure.owner.as_deref()))
            .map(|measure| MeasureRow::new(*look, measure, look.coverage.on))
            .collect();
        sort::by_cached_key(&mut measures, |row| (row.stands, row.due.is_none(), row.due, row.id.clone()));
        let documents = (0..).zip(look.organisation.documents.iter()).filter(|(_, it)| own(it.owner.as_deref()));
        Some(Self {
            person: PersonView::new(*look, person)?,
            is_secret: look.organisation.people[person as usize].marking.is_secret(),
            unit: workplace(look, person),
            post_count: saturating(posts.len()),
            posts,
            substitutes: substitutes.into_iter().filter_map(|who| PersonView::new(*look, who)).collect(),
            trainings: TraineeRow::of_person(look, person),
            findings: findings.into_iter().map(|finding| FindingRow::new(look, finding)).collect(),
            risks: risks.map(|risk| RiskRow::new(*look, risk)).collect(),
            measures,
            documents: documents.map(|(place, _)| DocumentRow::new(look, place)).collect(),
        })
    }
}

impl PeoplePage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, find: &str, window: Window) -> Self {
        let people = &look.organisation.people;
        let part = look.concerned();
        let on = look.coverage.on;
        let mut holds = vec![false; people.len()];
        for post in look.index.posts.iter().filter(|post| post.person != NONE && post.current(on)) {
            holds[post.person as usize] = true;
        }
        let mut those: Vec<u32> = (0..saturating(people.len()))
            .filter(|person| part.as_ref().is_none_or(|part| part.has_person(*person)))
            .collect();
        let all = saturating(those.len());
        let without = saturating(those.iter().filter(|person| !holds[**person as usize]).count());
        let is_silent = |person: &&u32| {
            let item = &people[**person as usize];
            [&item.phone, &item.email].into_iter().all(|way| way.as_ref().is_none_or(|text| text.trim().is_empty()))
        };
        let silent = saturating(those.iter().filter(is_silent).count());
        if let Some(sought) = Sought::new(find) {
            those.retain(|person| {
                let item = &people[*person as usize];
                let ways = item.phone.as_deref().into_iter().chain(item.email.as_deref()).chain([&*item.id]);
                sought.fit([&*item.name], ways).is_some()
            });
        }
        sort::by_cached_key(&mut those, |person| {
            let item = &people[*person as usize];
            (sort_key(&item.name), item.id.to_string())
        });
        let shown = window.of(&those);
        let held: Vec<&Post> =
            look.index.posts.iter().filter(|post| shown.contains(&post.person) && post.current(on)).collect();
        let rows = shown.iter().filter_map(|person| PersonRow::new(look, *person, &held)).collect();
        Self { all, without, silent, total: saturating(those.len()), rows }
    }
}

impl PersonRow {
    /// A person with those of these posts that are theirs.
    fn new(look: JudgedContext<'_>, person: u32, held: &[&Post]) -> Option<Self> {
        const SHOWN: usize = 3;
        let own = held.iter().filter(|post| post.person == person);
        let until = own.clone().filter(|post| !look.index.is_renewed(post)).filter_map(|post| post.until).min();
        let mut posts: Vec<PersonPost> = own.map(|post| PersonPost::new(look, post)).collect();
        sort::by_cached_key(&mut posts, PersonPost::order);
        let more = saturating(posts.len().saturating_sub(SHOWN));
        posts.truncate(SHOWN);
        Some(Self { person: PersonView::new(*look, person)?, unit: workplace(look, person), posts, more, until })
    }
}

#[cfg(test)]
mod tests;
