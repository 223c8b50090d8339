//! Which items of a list without ids are one and the same: there is nothing but what they say.
//!
//! A post is told by its role and its unit, and among several of these by who holds it; a completed training by
//! training and person, then its day; an activity by its kind and unit, then its day; a saving by its number and the file
//! it began from.

use std::collections::BTreeMap;

use super::fields::{ChangedFields, FieldText, RawFields, as_json};
use crate::organisation::{ListName, sort};

/// The fields that say of what an item is, and the one that tells it from others of the same.
fn telling(list: ListName) -> (&'static [&'static str], &'static str) {
    match list {
        ListName::Assignments => (&["role", "unit"], "person"),
        ListName::Completions => (&["training", "person"], "date"),
        ListName::History => (&["number", "before", "adopted"], "date"),
        _ => (&["kind", "unit"], "date"),
    }
}

/// What an item is of, such as role and unit.
pub(super) fn subject(list: ListName, fields: &RawFields) -> String {
    telling(list).0.iter().map(|name| as_json(&fields.get(name))).collect::<Vec<_>>().join(" ")
}

/// What tells an item from others of its subject, such as who holds a post.
pub(super) fn name(list: ListName, fields: &RawFields) -> FieldText {
    fields.get(telling(list).1)
}

/// The names of the fields in which two items differ.
fn differing(a: &RawFields, b: &RawFields) -> Vec<String> {
    ChangedFields::between(a, b).names().into_iter().map(str::to_owned).collect()
}

/// Whether two items of one subject, among several of it, are one: the same person or day, a vacant post that is
/// filled or left, or all the same but for one field, which is not who holds the post.
pub(super) fn are_one(list: ListName, old: &RawFields, new: &RawFields) -> bool {
    let (before, after) = (name(list, old), name(list, new));
    let is_post = list == ListName::Assignments;
    if before == after || is_post && (before.is_empty() || after.is_empty()) {
        return true;
    }
    !is_post && differing(old, new).len() <= 1
}

/// The items of one list by what they are of: how many there are of each subject.
pub(super) fn tally(list: ListName, all: &[(String, RawFields)]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for (_, fields) in all {
        *counts.entry(subject(list, fields)).or_default() += 1;
    }
    counts
}

/// Of items that are gone and items that are new, by their places, those that are one: gone and new.
pub(super) fn pairs(
    list: ListName,
    (gone, old): (&[(String, RawFields)], &BTreeMap<String, u32>),
    (fresh, new): (&[(String, RawFields)], &BTreeMap<String, u32>),
) -> Vec<(usize, usize)> {
    let mut by_subject: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (place, (_, fields)) in gone.iter().enumerate() {
        by_subject.entry(subject(list, fields)).or_default().0.push(place);
    }
    for (place, (_, fields)) in fresh.iter().enumerate() {
        by_subject.entry(subject(list, fields)).or_default().1.push(place);
    }
    let mut pairs = Vec::new();
    for (subject, (before, after)) in by_subject {
        let is_only = old.get(&subject) == Some(&1) && new.get(&subject) == Some(&1);
        let mut likely: Vec<(usize, usize, usize)> = Vec::new();
        for a in &before {
            for b in &after {
                if is_only || are_one(list, &gone[*a].1, &fresh[*b].1) {
                    likely.push((differing(&gone[*a].1, &fresh[*b].1).len(), *a, *b));
                }
            }
        }
        // Those that are most alike first, and of these by their lines.
        sort::by_cached_key(&mut likely, |(unlike, a, b)| (*unlike, gone[*a].0.clone(), fresh[*b].0.clone()));
        let (mut taken, mut given) = (Vec::new(), Vec::new());
        for (_, a, b) in likely {
            if !taken.contains(&a) && !given.contains(&b) {
                taken.push(a);
                given.push(b);
                pairs.push((a, b));
            }
        }
    }
    sort::all(&mut pairs);
    pairs
}
