//! Posts laid out by unit, and kept so while single ones change.

use super::{Index, Post, number};
use crate::organisation::Organisation;
use crate::organisation::ids::{NONE, UNRESOLVED};
use crate::organisation::person::Assignment;
use crate::organisation::refer::{People, Ref};

impl Index {
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
        self.posts[start + place] = post;
    }

    /// Takes an assignment's post out, as the item stood when it was laid out.
    pub fn take_post(&mut self, assignment: u32, item: &Assignment<'_>) {
        let Some(unit) = self.unit(&item.unit) else { return };
        let start = self.posts_from[unit as usize] as usize;
        let Some(place) = self.posts_at(unit).iter().position(|post| post.assignment == assignment) else { return };
        self.posts.remove(start + place);
        for start in &mut self.posts_from[unit as usize + 1..] {
            *start -= 1;
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
    fn post(&mut self, assignment: u32, item: &Assignment<'_>) -> Option<Post> {
        let Some(unit) = self.unit(&item.unit) else {
            self.dangling.push(assignment);
            return None;
        };
        let person = |id: &Option<Ref<'_, People>>| match id {
            None => NONE,
            Some(id) => self.person(id).unwrap_or(UNRESOLVED),
        };
        let holder = person(&item.person);
        let (reports_to, appointed_by) = (person(&item.reports_to), person(&item.appointed_by));
        let on_behalf_of = item.on_behalf_of.as_ref().map_or(NONE, |id| self.unit_or_unresolved(id));
        let unknown_unit = on_behalf_of != NONE && !self.is_known(on_behalf_of);
        if unknown_unit || item.substitute_for.is_some() || [holder, reports_to, appointed_by].contains(&UNRESOLVED) {
            self.dangling.push(assignment);
        }
        Some(Post {
            role: self.roles.number(&item.role),
            unit,
            person: if holder == UNRESOLVED { NONE } else { holder },
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
