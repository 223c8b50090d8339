//! Referential checks: ids that no item has, terms that end before they begin, people who report to themselves, and names
//! that say that nobody is meant.
//!
//! None of these keeps an item from being used; the reference in question is not followed.

use super::index::Index;
use super::place::problem_at;
use super::problem::{PathStep, ProblemKind, Problems};
use super::record::Origin;
use super::rule::Shape;
use super::walk::Reference;
use super::{ListName, Organisation};

/// Notes every reference of the file that leads nowhere, and what contradicts itself.
pub fn check(organisation: &Organisation<'_>, index: &Index, text: &str, problems: &mut Problems) {
    for list in ListName::ALL {
        follow_all(*list, organisation, index, text, problems);
    }
    let mut note = |list: ListName, origin: Origin, steps: &[PathStep<'_>], kind: ProblemKind| {
        problems.push(|| problem_at(text, list.name(), origin, steps, kind));
    };
    for item in organisation.assignments.iter() {
        if item.from.zip(item.until).is_some_and(|(from, until)| from > until) {
            note(ListName::Assignments, item.origin, &["until".into()], ProblemKind::EndsBeforeStart);
        }
        if let Some(person) = item.person.as_ref().filter(|person| item.reports_to.as_ref() == Some(person)) {
            let kind = ProblemKind::ReportsToSelf { person: person.to_string() };
            note(ListName::Assignments, item.origin, &["reports_to".into()], kind);
        }
    }
    for person in index.nobodies.iter().filter_map(|place| organisation.people.get(*place as usize)) {
        let kind = ProblemKind::SaysNobody { name: person.name.to_string() };
        note(ListName::People, person.origin, &["name".into()], kind);
    }
    for rule in organisation.rules.iter() {
        if let Shape::Holders(shape) = &rule.shape
            && let (Some(at_least), Some(at_most)) = (shape.at_least, shape.at_most)
            && at_least > at_most
        {
            let kind = ProblemKind::AtLeastOverAtMost { at_least, at_most };
            note(ListName::Rules, rule.origin, &[rule.shape.key().into(), "at_least".into()], kind);
        }
    }
}

/// Follows every reference of a list's items.
fn follow_all(list: ListName, organisation: &Organisation<'_>, index: &Index, text: &str, problems: &mut Problems) {
    let items = organisation.items(list);
    // Items that follow one another often name the same, such as people of one unit.
    let mut before = (&[][..], String::new());
    let mut look = |place: usize| {
        let mut meet = |reference: &Reference<'_>| {
            let Reference { steps, id, to, .. } = reference;
            if !to.is_checked || (before.0 == to.lists && before.1 == *id) {
                return;
            }
            if index.follow(*to, id).is_none() {
                let kind = || ProblemKind::NotFound { id: (*id).to_owned(), list: to.names().into() };
                problems.push(|| problem_at(text, list.name(), items.origin(place), steps, kind()));
            } else {
                before.0 = to.lists;
                before.1.clear();
                before.1.push_str(id);
            }
        };
        items.each_ref(place, &mut meet);
    };
    // The index has followed those of posts already.
    match list {
        ListName::Assignments => index.dangling.iter().for_each(|place| look(*place as usize)),
        _ => (0..items.count()).for_each(look),
    }
}
