//! What a change of posts can touch: all else of a verdict stays as it is.

use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::rule::Shape;
use crate::organisation::sort;

/// The units whose posts change, and the people who hold them before or after, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Affected {
    pub(super) units: Vec<u32>,
    pub(super) people: Vec<u32>,
}

impl Affected {
    /// What the posts touch.
    pub fn of(posts: impl Iterator<Item = Post>) -> Self {
        let mut focus = Self::default();
        for post in posts {
            focus.units.push(post.unit);
            focus.people.extend(Some(post.person).filter(|person| *person != NONE));
        }
        for numbers in [&mut focus.units, &mut focus.people] {
            sort::all(numbers);
            numbers.dedup();
        }
        focus
    }

    /// The units whose posts change.
    pub fn units(&self) -> &[u32] {
        &self.units
    }
}

/// Whether posts have a part in what a rule says.
pub(super) fn looks_at_posts(shape: &Shape<'_>) -> bool {
    !matches!(
        shape,
        Shape::Exists(_) | Shape::Reviewed(_) | Shape::Done(_) | Shape::Inventoried(_) | Shape::MeasuresOnTime(_)
    )
}
