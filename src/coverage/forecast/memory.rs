//! How far back a file remembers: what is over stands in it only as long as nobody takes it out, and without that a look at
//! a day that has been would find gaps that never were.

use crate::organisation::Organisation;
use crate::organisation::value::Date;

/// From which day a file remembers what was so. A day is absent where nothing has begun or ended by it, so that nothing can
/// have been forgotten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FileMemory {
    /// Since when posts that have ended are kept; where none are, since when no other has begun.
    pub posts: Option<Date>,
    /// The day of the first training that was completed.
    pub trainings: Option<Date>,
    /// The day of the first activity or review.
    pub recurring: Option<Date>,
}

impl FileMemory {
    /// What a file remembers on a day.
    pub fn of(organisation: &Organisation<'_>, on: Date) -> Self {
        let posts = &organisation.assignments;
        let ended = posts.iter().filter_map(|post| post.until).filter(|until| *until < on).min();
        let begun = || posts.iter().filter_map(|post| post.from).filter(|from| *from <= on).max();
        let reviewed = organisation.risks.iter().filter_map(|risk| risk.reviewed);
        let recurring = organisation.activities.iter().map(|activity| activity.date).chain(reviewed);
        Self {
            posts: ended.or_else(begun),
            trainings: organisation.completions.iter().map(|it| it.date).filter(|date| *date <= on).min(),
            recurring: recurring.filter(|date| *date <= on).min(),
        }
    }

    /// The first day, no earlier than the one that is wished, on which all of it is remembered.
    pub fn since(self, wished: Date) -> Date {
        [self.posts, self.trainings, self.recurring].into_iter().flatten().fold(wished, Date::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    #[test]
    fn trainings_are_remembered_since_the_first_that_was_completed_by_then() {
        let taken = |date: &str| format!(r#"{{"training": "fire", "person": "p", "date": "{date}"}}"#);
        let completions = ["2025-03-01", "2024-02-01", "2027-01-01"].map(taken).join(", ");
        let (organisation, _) = organisation(&format!(r#""completions": [{completions}]"#));
        let on = |day: &str| FileMemory::of(&organisation, parse_date(day).unwrap()).trainings;
        assert_eq!(on("2026-07-01"), parse_date("2024-02-01"));
        assert_eq!(on("2024-02-01"), parse_date("2024-02-01"));
        assert_eq!(on("2024-01-31"), None, "nobody had completed any");
    }
}
