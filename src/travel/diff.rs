//! What one file changes in another.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::change_file::{ChangeFile, ChangeOrigin, ChangedItem, ChangedOrder, CountedItem, fields_of, sibling};
use super::content::{Content, ContentItem};
use super::fields::{ChangedFields, RawFields};
use super::identity;
use crate::organisation::{ListName, Organisation};

/// What `new` changes in `old`, whose bytes have this SHA-256.
pub fn diff(old: &Organisation<'_>, sha256: &str, new: &Organisation<'_>, by: Option<&str>) -> ChangeFile {
    let mut file =
        ChangeFile { by: by.map(str::to_owned), from: ChangeOrigin::of(old, sha256), ..ChangeFile::default() };
    let (before, after) = (Content::of(old), Content::of(new));
    file.heads = ChangedFields::between(&before.heads, &after.heads);
    for list in ListName::ALL {
        let [old, new] = [&before, &after].map(|content| content.list(*list));
        if list.id_field().is_empty() {
            by_line(*list, old, new, &mut file);
        } else {
            by_id(*list, old, new, &after, &mut file);
        }
        by_text(*list, old, new, &mut file);
    }
    file
}

/// Compares items of a list that have ids.
fn by_id(list: ListName, old: &[ContentItem], new: &[ContentItem], after: &Content, file: &mut ChangeFile) {
    let index = |items: &'_ [ContentItem]| -> FxHashMap<String, usize> {
        let ids = items.iter().enumerate().filter_map(|(place, item)| Some((item.id.clone()?, place)));
        ids.collect()
    };
    let (old_ids, new_ids) = (index(old), index(new));
    let used = |items: &[ContentItem]| -> Vec<String> { items.iter().filter_map(|item| item.id.clone()).collect() };
    let siblings: FxHashSet<&str> = sibling(list)
        .map(|list| after.list(list).iter().filter_map(|item| item.id.as_deref()).collect())
        .unwrap_or_default();
    let mut natural: Vec<String> = used(old).into_iter().filter(|id| new_ids.contains_key(id)).collect();
    for item in new {
        let Some(id) = &item.id else { continue };
        match old_ids.get(id).map(|place| &old[*place]) {
            None => {
                natural.push(id.clone());
                let is_shared = siblings.contains(&**id);
                file.added.push(CountedItem { is_shared, ..counted(list, item, (0, 1)) });
            }
            Some(was) if was.line != item.line => {
                let fields = ChangedFields::between(&fields_of(&was.line), &fields_of(&item.line));
                file.changed.push(ChangedItem { list, key: id.clone(), among: 0, fields });
            }
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|item| item.id.as_ref().is_some_and(|id| !new_ids.contains_key(id)));
    file.deleted.extend(gone.map(|item| counted(list, item, (1, 0))));
    if list.is_in_order() && natural != used(new) {
        file.order.push(ChangedOrder { list, before: used(old), after: used(new) });
    }
}

fn counted(list: ListName, item: &ContentItem, count: (u32, u32)) -> CountedItem {
    let (line, id) = (item.line.clone(), item.id.clone());
    CountedItem { list, line, id, is_used: item.is_used, count, among: 0, is_shared: false }
}

/// How often each line stands among some items.
fn lines<'i>(items: impl Iterator<Item = &'i ContentItem>) -> BTreeMap<&'i str, u32> {
    let mut lines = BTreeMap::new();
    for item in items {
        *lines.entry(&*item.line).or_default() += 1;
    }
    lines
}

/// Lines of one side that the other has not, as often as it has them less.
fn left(of: &BTreeMap<&str, u32>, other: &BTreeMap<&str, u32>) -> Vec<(String, RawFields)> {
    let more = |(line, count): (&&str, &u32)| {
        let left = count.saturating_sub(other.get(line).copied().unwrap_or_default());
        std::iter::repeat_n(((*line).to_owned(), fields_of(line)), left as usize).collect::<Vec<_>>()
    };
    of.iter().flat_map(more).collect()
}

/// Items without ids: those that are one are changed, the others are new or gone.
fn by_line(list: ListName, old: &[ContentItem], new: &[ContentItem], file: &mut ChangeFile) {
    let used = |items: &[ContentItem]| -> Vec<(String, RawFields)> {
        let used = items.iter().filter(|item| item.is_used);
        used.map(|item| (item.line.clone(), fields_of(&item.line))).collect()
    };
    let [before, after] = [old, new].map(|items| lines(items.iter().filter(|item| item.is_used)));
    let (gone, fresh) = (left(&before, &after), left(&after, &before));
    if gone.is_empty() && fresh.is_empty() {
        return;
    }
    let [old_tally, new_tally] = [old, new].map(|items| identity::tally(list, &used(items)));
    let pairs = identity::pairs(list, (&gone, &old_tally), (&fresh, &new_tally));
    let among = |fields: &RawFields| old_tally.get(&identity::subject(list, fields)).copied().unwrap_or_default();
    for (a, b) in &pairs {
        let fields = ChangedFields::between(&gone[*a].1, &fresh[*b].1);
        file.changed.push(ChangedItem { list, key: gone[*a].0.clone(), among: among(&gone[*a].1), fields });
    }
    let of = |line: &str, fields: &RawFields, count: (u32, u32)| CountedItem {
        list,
        line: line.to_owned(),
        id: None,
        is_used: true,
        count,
        among: among(fields),
        is_shared: false,
    };
    for (line, fields, more) in alone(&fresh, |place| pairs.iter().any(|(_, b)| *b == place)) {
        let count = before.get(&*line).copied().unwrap_or_default();
        file.added.push(of(&line, &fields, (count, count + more)));
    }
    for (line, fields, less) in alone(&gone, |place| pairs.iter().any(|(a, _)| *a == place)) {
        let count = before.get(&*line).copied().unwrap_or_default();
        file.deleted.push(of(&line, &fields, (count, count - less)));
    }
}

/// The lines that are in no pair, each once and how often.
fn alone(all: &[(String, RawFields)], is_paired: impl Fn(usize) -> bool) -> Vec<(String, RawFields, u32)> {
    let mut alone: Vec<(String, RawFields, u32)> = Vec::new();
    for (_, (line, fields)) in all.iter().enumerate().filter(|(place, _)| !is_paired(*place)) {
        match alone.last_mut().filter(|(known, ..)| known == line) {
            Some((.., count)) => *count += 1,
            None => alone.push((line.clone(), fields.clone(), 1)),
        }
    }
    alone
}

/// Items that are set aside: there is nothing of them but their text.
fn by_text(list: ListName, old: &[ContentItem], new: &[ContentItem], file: &mut ChangeFile) {
    let [before, after] = [old, new].map(|items| lines(items.iter().filter(|item| !item.is_used)));
    let of = |line: &str, count: (u32, u32)| CountedItem {
        list,
        line: line.to_owned(),
        id: None,
        is_used: false,
        count,
        among: 0,
        is_shared: false,
    };
    let count = |lines: &BTreeMap<&str, u32>, line: &str| lines.get(line).copied().unwrap_or_default();
    for (line, new) in &after {
        let old = count(&before, line);
        if old < *new {
            file.added.push(of(line, (old, *new)));
        }
    }
    for (line, old) in &before {
        let new = count(&after, line);
        if new < *old {
            file.deleted.push(of(line, (*old, new)));
        }
    }
}
