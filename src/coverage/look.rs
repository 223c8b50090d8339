//! What the judging of a rule looks at.

use super::time::{DaySpan, turned};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::refer::{Ref, Roles};
use crate::organisation::rule::Scope;
use crate::organisation::sort;
use crate::organisation::unit::{Unit, UnitKind};
use crate::organisation::value::Date;
use crate::organisation::{Index, Organisation};

/// The organisation, on whatever day.
pub(super) struct JudgeContext<'l, 'a> {
    pub(super) organisation: &'l Organisation<'a>,
    pub(super) index: &'l Index,
}

impl JudgeContext<'_, '_> {
    /// The number of a role; [`NONE`], which no post has, when the file never mentions it.
    pub(super) fn role(&self, id: &str) -> u32 {
        self.index.roles.find(id).unwrap_or(NONE)
    }

    /// The numbers of roles.
    pub(super) fn roles(&self, ids: &[Ref<'_, Roles>]) -> Vec<u32> {
        ids.iter().map(|id| self.role(id)).collect()
    }

    /// The units in scope; all of them when no scope is given.
    pub(super) fn scope<'s>(&'s self, scope: Option<&'s Scope<'_>>) -> impl Iterator<Item = u32> {
        let under = scope.and_then(|scope| scope.under.as_ref());
        let above = under.map(|id| self.index.unit(id));
        let below = move |unit| match above {
            None => true,
            Some(None) => false,
            Some(Some(above)) => self.index.is_below(unit, above),
        };
        let kind = scope.and_then(|scope| scope.kind);
        let units = (0..saturating(self.organisation.units.len()))
            .filter(move |unit| kind.is_none_or(|kind| self.index.kinds[*unit as usize] == kind));
        units.filter(move |unit| {
            scope.is_none_or(|scope| fits(&self.organisation.units[*unit as usize], scope) && below(*unit))
        })
    }

    /// The number of a unit that a rule names, whether the file has it or not.
    pub(super) fn named(&self, id: &str) -> u32 {
        self.index.unit_number(id).unwrap_or(NONE)
    }

    /// The group with this id, or every unit of kind `group`. An id that no unit has is a group without members.
    pub(super) fn groups(&self, id: Option<&str>) -> Vec<u32> {
        match id {
            Some(id) => vec![self.named(id)],
            None => self.index.units_of_kind(UnitKind::Group).collect(),
        }
    }

    /// The posts at `unit` of any time whose holders would count as holders of `role`.
    pub(super) fn posts(&self, role: u32, unit: u32) -> impl Iterator<Item = &Post> {
        self.index.posts_of(role, unit).filter(|post| counts(post))
    }

    /// For every unit and everyone who at some time holds one of `roles` there: their posts there in these roles.
    pub(super) fn each_holder(&self, roles: &[u32], mut each: impl FnMut(u32, u32, &[&Post])) {
        let mut posts: Vec<&Post> = Vec::new();
        for unit in self.index.posts.chunk_by(|a, b| a.unit == b.unit) {
            posts.clear();
            posts.extend(unit.iter().filter(|post| roles.contains(&post.role) && counts(post)));
            sort::by_key(&mut posts, |post| post.person);
            for own in posts.chunk_by(|a, b| a.person == b.person) {
                each(own[0].unit, own[0].person, own);
            }
        }
    }

    /// The posts of any time and place in `roles` whose holders would count, by holder.
    pub(super) fn posts_by_person(&self, roles: &[u32]) -> Vec<&Post> {
        let in_roles = |post: &&Post| roles.contains(&post.role) && counts(post);
        let mut posts: Vec<&Post> = self.index.posts.iter().filter(in_roles).collect();
        sort::by_key(&mut posts, |post| post.person);
        posts
    }
}

/// Whether the post names a person who would count as holding it.
fn counts(post: &Post) -> bool {
    !post.substitute && post.person != NONE
}

/// Whether one of the posts is held on the day.
pub(super) fn held(posts: &[&Post], day: Date) -> bool {
    posts.iter().any(|post| post.held(day))
}

/// The day since which one of the posts has been held without a break, where that began.
pub(super) fn held_since<'p>(posts: impl Iterator<Item = &'p Post>, on: Date) -> Option<Date> {
    turned(posts.map(|post| (0, DaySpan::of(post))).collect(), on, |held| held == 0)
}

/// Whether a unit is in a scope as far as its own fields tell; its kind is looked at before.
fn fits(unit: &Unit<'_>, scope: &Scope<'_>) -> bool {
    scope.min_employees.is_none_or(|least| unit.employees.is_some_and(|employees| employees >= least))
        && scope.tags.iter().all(|tag| unit.tags.contains(tag))
}
