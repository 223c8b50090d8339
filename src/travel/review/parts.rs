//! The changes of a change file one by one, in its order.

use std::collections::BTreeSet;

use crate::organisation::ListName;
use crate::organisation::canonical::in_one_order;
use crate::travel::change_file::{ChangeFile, fields_of};
use crate::travel::fields::{ChangedFields, FieldText};
use crate::travel::merge::{ChangePlace, ToldChange};

/// Where in a change file a change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Head,
    Changed(usize),
    Added(usize),
    Deleted(usize),
    Order(usize),
}

/// One change of the review, with the place it is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PartOf {
    /// The place that the change is of.
    pub(super) place: ChangePlace,
    /// What the change does.
    pub(super) what: ToldChange,
    /// The place among the changed items of the one that it is of, where it is of one field.
    pub(super) item: Option<usize>,
    stands: Stands,
}

/// Every change of a change file.
pub(super) fn parts(change: &ChangeFile) -> Vec<PartOf> {
    let mut parts = Vec::new();
    let mut push = |place, what, item, stands| parts.push(PartOf { place, what, item, stands });
    for field in change.heads.names() {
        push(ChangePlace::head(field), ToldChange::Changed, None, Stands::Head);
    }
    for (at, item) in change.changed.iter().enumerate() {
        for field in item.fields.names() {
            let place = ChangePlace::item(item.list, &item.key, Some(field));
            push(place, ToldChange::Changed, Some(at), Stands::Changed(at));
        }
    }
    for (at, item) in change.added.iter().enumerate() {
        let place = ChangePlace::item(item.list, item.id.as_ref().unwrap_or(&item.line), None);
        push(place, ToldChange::Added, None, Stands::Added(at));
    }
    for (at, item) in change.deleted.iter().enumerate() {
        let place = ChangePlace::item(item.list, item.id.as_ref().unwrap_or(&item.line), None);
        push(place, ToldChange::Deleted, None, Stands::Deleted(at));
    }
    for (at, order) in change.order.iter().enumerate() {
        let field = Some(ChangePlace::ORDER.to_owned());
        push(ChangePlace { list: Some(order.list), key: None, field }, ToldChange::Moved, None, Stands::Order(at));
    }
    parts
}

impl PartOf {
    /// The fields that are changed, of a file's or an item's.
    pub(super) fn fields<'c>(&self, change: &'c ChangeFile) -> Option<&'c ChangedFields> {
        match self.stands {
            Stands::Head => Some(&change.heads),
            Stands::Changed(at) => change.changed.get(at).map(|item| &item.fields),
            _ => None,
        }
    }

    /// The values it was and is to be, as the change file has them; of a whole item its line.
    pub(super) fn values(&self, change: &ChangeFile) -> (FieldText, FieldText) {
        let field = self.place.field.as_deref().unwrap_or_default();
        if let Some(fields) = self.fields(change) {
            return (fields.before.get(field), fields.after.get(field));
        }
        match self.stands {
            Stands::Added(at) => (Vec::new(), vec![change.added[at].line.clone()]),
            Stands::Deleted(at) => (vec![change.deleted[at].line.clone()], Vec::new()),
            _ => (Vec::new(), Vec::new()),
        }
    }

    /// Whether it is only how an extract is written that says of itself what it did, which is nothing to be brought in.
    pub(super) fn is_of_extract(&self, change: &ChangeFile) -> bool {
        let (before, after) = self.values(change);
        let in_one_order = |values: &FieldText| values.iter().map(|value| in_one_order(value)).collect::<Vec<_>>();
        let place = (self.place.list, self.place.field.as_deref());
        matches!(place, (None, Some("extract")) | (Some(ListName::Editions), Some("content")))
            && in_one_order(&before) == in_one_order(&after)
    }

    /// Meets each value of a field that it gives.
    pub(super) fn each_value(&self, change: &ChangeFile, each: &mut dyn FnMut(&str, &str)) {
        let (_, after) = self.values(change);
        match &self.place.field {
            Some(field) => after.iter().for_each(|raw| each(field, raw)),
            None => after.iter().flat_map(|line| fields_of(line).0).for_each(|(field, raw)| each(&field, &raw)),
        }
    }
}

/// A change file without some of its changes, by their numbers.
pub(super) fn without(change: &ChangeFile, left_out: &BTreeSet<u32>) -> ChangeFile {
    let mut kept = change.clone();
    let mut gone: BTreeSet<(u8, usize)> = BTreeSet::new();
    for (part, number) in parts(change).into_iter().zip(0_u32..) {
        if !left_out.contains(&number) {
            continue;
        }
        let remove = |fields: &mut ChangedFields| {
            let is_other = |(name, _): &(String, String)| Some(name) != part.place.field.as_ref();
            fields.before.0.retain(is_other);
            fields.after.0.retain(is_other);
        };
        match part.stands {
            Stands::Head => remove(&mut kept.heads),
            Stands::Changed(at) => remove(&mut kept.changed[at].fields),
            Stands::Added(at) => drop(gone.insert((0, at))),
            Stands::Deleted(at) => drop(gone.insert((1, at))),
            Stands::Order(at) => drop(gone.insert((2, at))),
        }
    }
    kept.changed.retain(|item| !item.fields.is_empty());
    retain(&mut kept.added, |at| !gone.contains(&(0, at)));
    retain(&mut kept.deleted, |at| !gone.contains(&(1, at)));
    retain(&mut kept.order, |at| !gone.contains(&(2, at)));
    kept
}

fn retain<T>(items: &mut Vec<T>, stays: impl Fn(usize) -> bool) {
    let mut place = 0..;
    items.retain(|_| place.next().is_none_or(&stays));
}
