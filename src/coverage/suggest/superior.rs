//! Who appoints the holder of a post and who they report to, where the file leaves no doubt.

use super::SuggestionBasis;
use crate::organisation::ids::NONE;
use crate::organisation::rule::Shape;
use crate::organisation::value::Date;

/// The role that appoints and is reported to where no rule names another.
const HEAD: &str = "head";

/// Who stands over a post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Superiors {
    /// Number of the person who appoints; none where the file leaves it open.
    pub appointed_by: Option<u32>,
    /// Number of the person reported to; none where the file leaves it open.
    pub reports_to: Option<u32>,
}

/// Who stands over a post of a role at a unit on a day: the one holder of the role that a rule in force names, else the head.
pub fn superiors(basis: SuggestionBasis<'_>, role: &str, unit: u32, on: Date) -> Superiors {
    let named = |of: for<'s> fn(&'s Shape<'_>) -> Option<(&'s str, &'s str)>| {
        let roles = basis.coverage.rules.iter().filter_map(|verdict| of(&verdict.rule.shape));
        let over = roles.filter(|(who, _)| *who == role).map(|(_, over)| over).next();
        only_holder(basis, over.unwrap_or(HEAD), unit, on).filter(|_| over.unwrap_or(HEAD) != role)
    };
    Superiors {
        appointed_by: named(|shape| match shape {
            Shape::AppointedBy(shape) => Some((&shape.who, &shape.by)),
            _ => None,
        }),
        reports_to: named(|shape| match shape {
            Shape::ReportsTo(shape) => Some((&shape.who, &shape.to)),
            _ => None,
        }),
    }
}

/// The holder of a role at a unit, where there is one and no more.
fn only_holder(basis: SuggestionBasis<'_>, role: &str, unit: u32, on: Date) -> Option<u32> {
    let role = basis.index.roles.find(role).unwrap_or(NONE);
    let mut people = basis.index.posts_of(role, unit).filter(|post| post.held(on)).map(|post| post.person);
    let first = people.next()?;
    people.all(|person| person == first).then_some(first)
}
