//! What of the open file some readers may know, asked item by item.
//!
//! An extract is for those who get nothing else. A view that shows a part for everyone to someone who holds the whole file
//! asks here instead, so that it tells nobody else than an extract would: it may name people the file opens, which an
//! extract for the public does not.

use super::audience::Audience;
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::person::Visibility;
use crate::organisation::{Index, Organisation};

/// The eyes of some readers on the open file.
#[derive(Clone, Copy)]
pub struct Sight<'v> {
    organisation: &'v Organisation<'v>,
    index: &'v Index,
    audience: Audience,
}

impl<'v> Sight<'v> {
    /// What these readers may know of a file.
    pub const fn new(organisation: &'v Organisation<'v>, index: &'v Index, audience: Audience) -> Self {
        Self { organisation, index, audience }
    }

    /// Whether they may know of a unit, by its number: of it and of each that it lies within.
    pub fn unit(self, unit: u32) -> bool {
        let above = |unit: &u32| self.index.parents.get(*unit as usize).copied().filter(|parent| *parent != NONE);
        let may_read = |unit: u32| {
            self.organisation.units.get(unit as usize).is_some_and(|unit| self.audience.may_read(&unit.marking))
        };
        std::iter::successors(Some(unit), above).all(may_read)
    }

    /// Whether they may know that a post is there: of it, of its role and of its unit.
    pub fn post(self, post: &Post) -> bool {
        let assignment = &self.organisation.assignments[post.assignment as usize];
        self.audience.may_read(&assignment.marking) && self.role(self.index.roles.id(post.role)) && self.unit(post.unit)
    }

    /// Whether they may know of a person, by their number.
    pub fn person(self, person: u32) -> bool {
        self.organisation.people.get(person as usize).is_some_and(|person| self.audience.may_read(&person.marking))
    }

    /// Whether they may know of a role, by its id; one that no item describes is a word, and marked nowhere.
    pub fn role(self, role: &str) -> bool {
        let item = self.organisation.roles.iter().find(|item| *item.id == *role);
        item.is_none_or(|item| self.audience.may_read(&item.marking))
    }
}

/// Whether everyone may know who holds a role and how to reach them: only where the file says so.
pub fn is_opened(organisation: &Organisation<'_>, role: &str) -> bool {
    let item = organisation.roles.iter().find(|item| *item.id == *role);
    item.and_then(|item| item.contact) == Some(Visibility::Open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::{problem::Problems, read};

    const FILE: &str = r#"{"format": 1,
        "units": [{"id": "k", "name": "K", "kind": "municipality"},
            {"id": "d", "name": "D", "kind": "department", "parent": "k", "marking": "internal"},
            {"id": "w", "name": "W", "kind": "workplace", "parent": "d"}],
        "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q", "marking": "secret:18:13"}],
        "roles": [{"id": "guard", "name": "Guard", "marking": "internal", "contact": "open"}],
        "assignments": [{"role": "head", "unit": "k", "person": "p"}, {"role": "guard", "unit": "k", "person": "p"},
            {"role": "head", "unit": "w", "person": "p"}, {"role": "head", "unit": "k", "person": "q", "marking": "never"}]}"#;

    fn seen(audience: Audience) -> (Vec<u32>, Vec<usize>, Vec<u32>) {
        let (mut file, _) = read(FILE, &mut |_| ()).expect("a file");
        let index = Index::new(&mut file, FILE, &mut Problems::default());
        let sight = Sight::new(&file, &index, audience);
        let mut posts: Vec<_> = index.posts.iter().filter(|post| sight.post(post)).collect();
        crate::organisation::sort::by_key(&mut posts, |post| post.assignment);
        (
            (0..3).filter(|unit| sight.unit(*unit)).collect(),
            posts.into_iter().map(|post| post.assignment as usize).collect(),
            (0..2).filter(|person| sight.person(*person)).collect(),
        )
    }

    #[test]
    fn what_is_marked_is_hidden_with_what_lies_within_it_and_the_posts_of_it() {
        assert_eq!(seen(Audience::Public), (vec![0], vec![0], vec![0]));
    }

    #[test]
    fn those_whom_a_marking_is_for_see_what_is_marked_so() {
        assert_eq!(seen(Audience::Internal), (vec![0, 1, 2], vec![0, 1, 2], vec![0]));
        assert_eq!(seen(Audience::All), (vec![0, 1, 2], vec![0, 1, 2, 3], vec![0, 1]));
    }

    #[test]
    fn a_role_is_opened_by_the_file_alone() {
        let (file, _) = read(FILE, &mut |_| ()).expect("a file");
        assert!(is_opened(&file, "guard") && !is_opened(&file, "head"));
    }
}
