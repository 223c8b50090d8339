//! What stands in the way of giving someone a post.

use super::super::look::held;
use super::super::time::{DaySpan, covered};
use super::super::trained::taken;
use super::{Bar, PostTerm, SuggestionBasis, Wanted};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::rule::Shape;
use crate::organisation::sort;
use crate::organisation::value::Date;

/// The posts and trainings of some people, as far as one role is concerned.
pub(super) struct ReferenceCheck<'b> {
    role: u32,
    on: Date,
    from: Date,
    on_behalf_of: Option<u32>,
    loads: Vec<LoadLimit>,
    trainings: Vec<TrainingDemand>,
    /// All their posts, by person, within that by unit.
    posts: Vec<&'b Post>,
}

/// A `load` rule about the role.
struct LoadLimit {
    rule: u32,
    at_most: u32,
}

/// A `trained` rule about the role.
struct TrainingDemand {
    rule: u32,
    /// Who has taken the training, and when that is good for, by person and day.
    taken: Vec<(u32, DaySpan)>,
}

impl<'b> ReferenceCheck<'b> {
    /// What has to be looked at to tell which of the people could take the post.
    pub(super) fn new(basis: SuggestionBasis<'b>, wanted: Wanted<'_>, people: &[u32]) -> Self {
        let mut is_wanted = vec![false; basis.organisation.people.len()];
        for person in people {
            is_wanted[*person as usize] = true;
        }
        let all = basis.index.posts.iter();
        let mut posts: Vec<&Post> = all.filter(|post| post.person != NONE && is_wanted[post.person as usize]).collect();
        sort::by_key(&mut posts, |post| post.person);
        let mut check = Self {
            role: basis.index.roles.find(wanted.role).unwrap_or(NONE),
            on: basis.coverage.on,
            from: wanted.from,
            on_behalf_of: wanted.on_behalf_of,
            loads: Vec::new(),
            trainings: Vec::new(),
            posts,
        };
        // A substitute is no holder: neither rule is about them.
        if wanted.substitute_for.is_none() {
            check.find_rules(basis, wanted.role);
        }
        check
    }

    fn find_rules(&mut self, basis: SuggestionBasis<'_>, role: &str) {
        for (verdict, rule) in basis.coverage.rules.iter().zip(0..) {
            match &verdict.rule.shape {
                Shape::Load(shape) if shape.of == role => self.loads.push(LoadLimit { rule, at_most: shape.at_most }),
                Shape::Trained(shape) => {
                    let trainings = &basis.organisation.trainings;
                    // Of a training that is not in the file nobody can tell whether it has been taken.
                    let Some(training) = trainings.iter().find(|item| *item.id == *shape.training) else { continue };
                    let roles = if shape.who.is_empty() { &training.roles } else { &shape.who };
                    if roles.iter().any(|asked| *asked == role) {
                        let taken = taken(&shape.training, training.renewed_after, basis.organisation, basis.index);
                        self.trainings.push(TrainingDemand { rule, taken });
                    }
                }
                _ => {}
            }
        }
    }

    /// The rules that are looked at.
    pub(super) fn rules(&self) -> Vec<u32> {
        let loads = self.loads.iter().map(|load| load.rule);
        loads.chain(self.trainings.iter().map(|asked| asked.rule)).collect()
    }

    /// The most units one may hold the role at, where a rule says.
    pub(super) fn at_most(&self) -> Option<u32> {
        self.loads.iter().map(|load| load.at_most).min()
    }

    /// What stands in the way of giving a person the post at a unit; [`NONE`] for any unit where they do not hold it.
    pub(super) fn bars(&self, person: u32, unit: u32) -> Vec<Bar> {
        let mut bars = Vec::new();
        if self.at(person, unit).any(|post| post.held(self.from)) {
            bars.push(Bar::Holds);
        }
        bars.extend(self.left(person).map(|last| Bar::Left { last }));
        let holds = self.holds(person, unit);
        let full = self.loads.iter().filter(|load| holds >= load.at_most);
        bars.extend(full.map(|load| Bar::Load { rule: load.rule, holds, at_most: load.at_most }));
        for asked in &self.trainings {
            let start = asked.taken.partition_point(|(who, _)| *who < person);
            let own = asked.taken[start..].iter().take_while(|(who, _)| *who == person).map(|(_, span)| *span);
            if !covered(own.clone(), self.from) {
                let taken = own.filter_map(|span| span.from).filter(|day| *day <= self.from).max();
                bars.push(Bar::Untrained { rule: asked.rule, taken });
            }
        }
        bars
    }

    /// The most other units at which a person holds the role on any day from the first.
    pub(super) fn holds(&self, person: u32, apart_from: u32) -> u32 {
        let counted = |post: &&&Post| post.role == self.role && !post.substitute && post.unit != apart_from;
        let posts: Vec<&Post> = self.of(person).iter().filter(counted).copied().collect();
        let units = |day: Date| posts.chunk_by(|a, b| a.unit == b.unit).filter(|at| held(at, day)).count();
        let later = posts.iter().filter_map(|post| post.from).filter(|day| *day > self.from);
        saturating(later.chain([self.from]).map(units).max().unwrap_or_default())
    }

    /// What a person already has to do with the post at a unit.
    pub(super) fn term(&self, person: u32, unit: u32) -> Option<PostTerm> {
        let ending = self.at(person, unit).filter(|post| post.held(self.on)).filter_map(|post| post.until).max();
        if let Some(last) = ending.filter(|last| *last < self.from) {
            return Some(PostTerm::Ends(last));
        }
        let coming = self.at(person, unit).filter_map(|post| post.from).filter(|day| *day > self.from).min();
        coming.map(PostTerm::Begins)
    }

    /// Whether a person stands in for a holder of the role at a unit on the day judged.
    pub(super) fn stands_in(&self, person: u32, unit: u32) -> bool {
        let is_it = |post: &&Post| post.role == self.role && post.unit == unit && post.substitute;
        self.of(person).iter().copied().filter(is_it).any(|post| post.current(self.on))
    }

    /// Their posts of the role at a unit, as holders; only those for the party, where one is to be represented.
    fn at(&self, person: u32, unit: u32) -> impl Iterator<Item = &'b Post> {
        let (role, party) = (self.role, self.on_behalf_of);
        let fits = move |post: &&Post| {
            let is_for = party.is_none_or(|party| post.on_behalf_of == party);
            post.role == role && post.unit == unit && !post.substitute && is_for
        };
        self.of(person).iter().copied().filter(fits)
    }

    /// The last day of their last post, where they have had some and all were over by the day judged.
    pub(super) fn left(&self, person: u32) -> Option<Date> {
        let last = self.of(person).iter().map(|post| post.until).collect::<Option<Vec<Date>>>()?.into_iter().max()?;
        (last < self.on).then_some(last)
    }

    fn of(&self, person: u32) -> &[&'b Post] {
        let start = self.posts.partition_point(|post| post.person < person);
        let end = self.posts.partition_point(|post| post.person <= person);
        &self.posts[start..end]
    }
}
