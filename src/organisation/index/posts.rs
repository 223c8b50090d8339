//! Posts laid out by unit, and kept so while single ones change.

use super::{Index, Post, number};
use crate::organisation::Organisation;
use crate::organisation::ids::{NONE, STRANGER};
use crate::organisation::person::Assignment;
use crate::organisation::refer::{People, Ref};

/// The posts of each person as chains through the assignments: a country's take a moment to make, so they are made
/// when something is first changed.
#[derive(Debug, Clone)]
pub(super) struct Holdings {
    /// Of each person one assignment, or [`NONE`].
    first: Vec<u32>,
    /// Of each assignment the next one of the same person, or [`NONE`].
    next: Vec<u32>,
}

impl Holdings {
    fn add(&mut self, post: &Post) {
        let assignment = post.assignment as usize;
        self.next.resize(self.next.len().max(assignment + 1), NONE);
        if let Some(first) = self.first.get_mut(post.person as usize) {
            self.next[assignment] = std::mem::replace(first, post.assignment);
        }
    }

    fn remove(&mut self, post: &Post) {
        let Some(mut link) = self.first.get_mut(post.person as usize) else { return };
        let after = self.next[post.assignment as usize];
        if *link != post.assignment {
            let mut before = *link as usize;
            while self.next[before] != post.assignment {
                before = self.next[before] as usize;
            }
            link = &mut self.next[before];
        }
        *link = after;
    }
}

impl Index {
    /// Makes ready for single posts to change, where that has not been done.
    pub fn begin_changes(&mut self, organisation: &Organisation<'_>) {
        if self.holdings.is_some() {
            return;
        }
        let mut holdings =
            Holdings { first: vec![NONE; organisation.people.len()], next: vec![NONE; organisation.assignments.len()] };
        for post in &self.posts {
            holdings.add(post);
        }
        self.holdings = Some(holdings);
    }

    /// The posts of a person, of all places and times. [`Index::begin_changes`] comes first.
    pub fn posts_of_person<'i>(
        &'i self,
        organisation: &'i Organisation<'_>,
        person: u32,
    ) -> impl Iterator<Item = &'i Post> {
        let holdings = self.holdings.as_ref();
        let some = |assignment: &u32| *assignment != NONE;
        let first = holdings.and_then(|holdings| holdings.first.get(person as usize)).copied().filter(some);
        let next = move |assignment: &u32| Some(holdings?.next[*assignment as usize]).filter(some);
        std::iter::successors(first, next).filter_map(|assignment| {
            let unit = self.unit(&organisation.assignments[assignment as usize].unit)?;
            self.posts_at(unit).iter().find(|post| post.assignment == assignment)
        })
    }

    /// Lays an assignment's post out anew; `was` is the item as it stood. Most changes leave the post at its unit.
    pub fn change_post(&mut self, assignment: u32, was: &Assignment<'_>, now: &Assignment<'_>) {
        if was.unit != now.unit {
            self.take_post(assignment, was);
            self.put_post(assignment, now);
            return;
        }
        let (Some(unit), Some(post)) = (self.unit(&now.unit), self.post(assignment, now)) else { return };
        let start = self.posts_from[unit as usize] as usize;
        let Some(place) = self.posts_at(unit).iter().position(|post| post.assignment == assignment) else { return };
        let before = std::mem::replace(&mut self.posts[start + place], post);
        if let Some(holdings) = &mut self.holdings {
            holdings.remove(&before);
            holdings.add(&post);
        }
    }

    /// Takes an assignment's post out, as the item stood when it was laid out.
    pub fn take_post(&mut self, assignment: u32, item: &Assignment<'_>) {
        let Some(unit) = self.unit(&item.unit) else { return };
        let start = self.posts_from[unit as usize] as usize;
        let Some(place) = self.posts_at(unit).iter().position(|post| post.assignment == assignment) else { return };
        let post = self.posts.remove(start + place);
        for start in &mut self.posts_from[unit as usize + 1..] {
            *start -= 1;
        }
        if let Some(holdings) = &mut self.holdings {
            holdings.remove(&post);
        }
    }

    /// Puts an assignment's post in, after those of its unit that come before it in the file.
    pub fn put_post(&mut self, assignment: u32, item: &Assignment<'_>) {
        let Some(post) = self.post(assignment, item) else { return };
        let start = self.posts_from[post.unit as usize] as usize;
        let place = self.posts_at(post.unit).partition_point(|other| other.assignment < assignment);
        self.posts.insert(start + place, post);
        for start in &mut self.posts_from[post.unit as usize + 1..] {
            *start += 1;
        }
        if let Some(holdings) = &mut self.holdings {
            holdings.add(&post);
        }
    }

    pub(super) fn lay_out_posts(&mut self, organisation: &Organisation<'_>) {
        let count = organisation.units.len();
        let mut posts = Vec::with_capacity(organisation.assignments.len());
        for (assignment, item) in organisation.assignments.iter().enumerate() {
            posts.extend(self.post(number(assignment), item));
        }
        // How many posts each unit has gives where its own begin; then each post has its place.
        self.posts_from = vec![0; count + 1];
        for post in &posts {
            self.posts_from[post.unit as usize + 1] += 1;
        }
        for unit in 0..count {
            self.posts_from[unit + 1] += self.posts_from[unit];
        }
        let mut next = self.posts_from.clone();
        self.posts.clone_from(&posts);
        for post in posts {
            let place = &mut next[post.unit as usize];
            self.posts[*place as usize] = post;
            *place += 1;
        }
    }

    /// The post an assignment is about; none when its unit is not in the file.
    #[inline(never)]
    pub fn post(&mut self, assignment: u32, item: &Assignment<'_>) -> Option<Post> {
        let Some(unit) = self.unit(&item.unit) else {
            self.dangling.push(assignment);
            return None;
        };
        let person = |id: &Option<Ref<'_, People>>| match id {
            None => NONE,
            Some(id) => self.person(id).unwrap_or(STRANGER),
        };
        let holder = person(&item.person);
        let (reports_to, appointed_by) = (person(&item.reports_to), person(&item.appointed_by));
        let on_behalf_of = item.on_behalf_of.as_ref().map_or(NONE, |id| self.unit_or_stranger(id));
        let unknown_unit = on_behalf_of != NONE && !self.is_known(on_behalf_of);
        if unknown_unit || item.substitute_for.is_some() || [holder, reports_to, appointed_by].contains(&STRANGER) {
            self.dangling.push(assignment);
        }
        Some(Post {
            role: self.roles.number(&item.role),
            unit,
            person: if holder == STRANGER { NONE } else { holder },
            from: item.from,
            until: item.until,
            substitute: item.substitute_for.is_some(),
            reports_to,
            appointed_by,
            on_behalf_of,
            assignment,
        })
    }
}
