//! What a reason was reached from, taken out of the file: who and what is named, and which posts were looked at.

use serde::{Deserialize, Serialize};

use crate::coverage::Finding;
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::person::Assignment;
use crate::organisation::record::words;
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, Label, day};
use crate::organisation::{Index, Organisation, sort};

/// Something of the file by its id and name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NamedItem {
    /// The id of the item.
    pub id: String,
    /// What the file calls it; none when no item has the id. The built-in roles need no item.
    pub name: Option<Label>,
}

words! {
    /// How a post stands on the day looked at.
    pub enum PostStanding {
        /// Held that day.
        Held = "held",
        /// A substitute's that day, who is no holder.
        Substitute = "substitute",
        /// The term of the post is over.
        Ended = "ended",
        /// The term of the post has not begun.
        Coming = "coming",
        /// The post names nobody.
        Vacant = "vacant",
        /// The post names someone who is not in the file.
        NotInFile = "not_in_file",
    }
}

/// A post that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PostSeen {
    /// The first day of its term, included.
    #[serde(with = "day::option")]
    pub from: Option<Date>,
    /// The last day of its term, included.
    #[serde(with = "day::option")]
    pub until: Option<Date>,
    /// How the post stands on the day looked at.
    pub standing: PostStanding,
    /// The person who holds the post; none where it is vacant.
    pub person: Option<NamedItem>,
    /// The role of the post.
    pub role: NamedItem,
    /// The unit where the post is.
    pub unit: NamedItem,
}

/// Takes out of the file what reasons name.
#[derive(Clone, Copy)]
pub(super) struct NameLookup<'n, 'a> {
    pub(super) organisation: &'n Organisation<'a>,
    pub(super) index: &'n Index,
}

impl NameLookup<'_, '_> {
    pub(super) fn unit(self, unit: u32) -> NamedItem {
        let item = self.organisation.units.get(unit as usize);
        NamedItem { id: self.index.unit_id(unit).to_owned(), name: item.map(|unit| unit.name.label()) }
    }

    pub(super) fn role(self, id: &str) -> NamedItem {
        let item = self.organisation.roles.iter().find(|role| *role.id == *id);
        NamedItem { id: id.to_owned(), name: item.map(|role| role.name.label()) }
    }

    pub(super) fn person(self, person: u32) -> NamedItem {
        let item = &self.organisation.people[person as usize];
        NamedItem { id: item.id.to_string(), name: Some(Label::plain(&*item.name)) }
    }

    /// A person by what the file writes, whether there is such a person or not.
    pub(super) fn person_of(self, id: Option<&str>) -> NamedItem {
        let id = id.unwrap_or_default();
        match self.index.person(id) {
            Some(person) => self.person(person),
            None => NamedItem { id: id.to_owned(), name: None },
        }
    }

    pub(super) fn risk(self, risk: u32) -> NamedItem {
        let item = &self.organisation.risks[risk as usize];
        NamedItem { id: item.id.to_string(), name: Some(item.title.label()) }
    }

    pub(super) fn training(self, id: &str) -> NamedItem {
        let item = self.organisation.trainings.iter().find(|training| *training.id == *id);
        NamedItem { id: id.to_owned(), name: item.map(|training| training.name.label()) }
    }

    /// The posts as seen on a day, in an order that does not depend on the file's.
    pub(super) fn posts<'p>(self, posts: impl Iterator<Item = &'p Post>, day: Date) -> Vec<PostSeen> {
        let mut seen: Vec<PostSeen> = posts.map(|post| self.post(post, day)).collect();
        sort::all(&mut seen);
        seen
    }

    fn post(self, post: &Post, day: Date) -> PostSeen {
        let item = &self.organisation.assignments[post.assignment as usize];
        let standing = match () {
            () if item.person.is_none() => PostStanding::Vacant,
            () if post.person == NONE => PostStanding::NotInFile,
            () if post.held(day) => PostStanding::Held,
            () if post.current(day) => PostStanding::Substitute,
            () if post.from.is_some_and(|from| day < from) => PostStanding::Coming,
            () => PostStanding::Ended,
        };
        PostSeen {
            from: post.from,
            until: post.until,
            standing,
            person: item.person.as_ref().map(|id| self.person_of(Some(&**id))),
            role: self.role(&item.role),
            unit: self.unit(post.unit),
        }
    }
}

/// A finding in its file: what its cause is taken out of.
pub(super) struct Scene<'n, 'a> {
    pub(super) finding: &'n Finding,
    /// The shape of the finding's rule.
    pub(super) shape: &'n Shape<'n>,
    /// The day that is spoken of.
    pub(super) day: Date,
    pub(super) names: NameLookup<'n, 'a>,
}

impl<'n, 'a> Scene<'n, 'a> {
    /// The unit that the finding is about.
    pub(super) fn unit(&self) -> u32 {
        self.finding.subject.unit().unwrap_or_default()
    }

    pub(super) fn assignment(&self, number: u32) -> &'n Assignment<'a> {
        &self.names.organisation.assignments[number as usize]
    }

    fn posts_in(&self, role: &str) -> impl Iterator<Item = &'n Post> {
        let index = self.names.index;
        index.posts_of(index.roles.find(role).unwrap_or(NONE), self.unit())
    }

    /// The posts of a role at the unit, of all times, as seen on a day.
    pub(super) fn posts_of(&self, role: &str, day: Date) -> Vec<PostSeen> {
        self.names.posts(self.posts_in(role), day)
    }

    /// Everyone who holds a role at the unit on a day, by id, each once.
    pub(super) fn holders(&self, role: &str, day: Date) -> Vec<NamedItem> {
        let held = self.posts_in(role).filter(|post| post.held(day));
        let mut holders: Vec<NamedItem> = held.map(|post| self.names.person(post.person)).collect();
        sort::all(&mut holders);
        holders.dedup();
        holders
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    #[test]
    fn a_role_and_a_training_are_named_as_the_item_with_their_id_is() {
        let (organisation, index) = organisation(
            r#""roles": [{"id": "cook", "name": "Kock"}, {"id": "rep", "name": "Ombud"}],
            "trainings": [{"id": "water", "name": "Simning"}, {"id": "fire", "name": "Brand"}]"#,
        );
        let names = NameLookup { organisation: &organisation, index: &index };
        let item = |id: &str, name: Option<&str>| NamedItem { id: id.to_owned(), name: name.map(Label::plain) };
        assert_eq!(names.role("rep"), item("rep", Some("Ombud")));
        assert_eq!(names.role("head"), item("head", None), "a built-in role needs no item");
        assert_eq!(names.training("fire"), item("fire", Some("Brand")));
        assert_eq!(names.training("gone"), item("gone", None));
    }

    #[test]
    fn a_post_that_is_not_held_is_to_come_before_its_first_day_and_over_from_then_on() {
        let (organisation, index) = organisation(
            r#""units": [{"id": "a", "name": "A", "kind": "workplace"}], "people": [{"id": "p", "name": "P"}],
            "assignments": [{"role": "rep", "unit": "a", "person": "p", "from": "2026-07-01", "until": "2026-06-01"}]"#,
        );
        let names = NameLookup { organisation: &organisation, index: &index };
        let standing = |day: &str| names.posts(index.posts_at(0).iter(), parse_date(day).unwrap())[0].standing;
        assert_eq!(standing("2026-06-30"), PostStanding::Coming);
        assert_eq!(standing("2026-07-01"), PostStanding::Ended, "its last day came before its first");
    }
}
