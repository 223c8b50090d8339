//! What all change files wish of one field, held together and carried out.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::added::Additions;
use super::known::Known;
use super::order::{self, Sequence};
use super::part::usable;
use super::told::{ChangePlace, Merged, ToldChange, ToldConflict, ToldRefusal};
use super::wish::{Becomes, Target, Wish};
use crate::organisation::number::saturating;
use crate::organisation::{ListName, sort};
use crate::travel::change_file::{ChangedOrder, fields_of};
use crate::travel::content::{Content, ContentItem};
use crate::travel::fields::{FieldText, RawFields};

/// What all change files wish of one field, or that one item goes.
struct Group {
    place: ChangePlace,
    field: Option<String>,
    base: FieldText,
    ours: FieldText,
    theirs: BTreeSet<FieldText>,
    outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Taken(FieldText),
    Same,
    Conflict,
}

/// Settles what is wished, carries out what is taken, and tells all of it.
pub(super) fn settle(known: &Known<'_>, wishes: Vec<Wish>, additions: Additions, orders: &[ChangedOrder]) -> Merged {
    let sames = additions.written.iter().map(|(list, key)| ChangePlace::item(*list, key, None)).collect();
    let mut merged = Merged { same: saturating(additions.same.len()), sames, ..Merged::default() };
    let mut groups: BTreeMap<(Target, Option<String>), Vec<Wish>> = BTreeMap::new();
    for wish in wishes {
        if let Becomes::Refused(why) = wish.becomes {
            merged.refused.push(ToldRefusal { place: place(&wish), why });
        } else {
            groups.entry((wish.target.clone(), wish.field.clone())).or_default().push(wish);
        }
    }
    let mut items: BTreeMap<Target, Vec<Group>> = BTreeMap::new();
    for ((target, _), wishes) in groups {
        let group = group(known, &target, &wishes);
        items.entry(target).or_default().push(group);
    }
    let mut content = known.content.clone();
    let mut gone = FxHashSet::default();
    for (target, mut groups) in items {
        match &target {
            Target::Head => heads(&mut content, &groups),
            Target::Item(list, place) => {
                item(&mut content.lists[*list as usize][*place], *list, &mut groups);
                let is_gone = |group: &Group| group.field.is_none() && matches!(group.outcome, Outcome::Taken(_));
                if groups.iter().any(is_gone) {
                    gone.insert((*list, *place));
                }
            }
            Target::Gone(..) => {}
        }
        for group in groups {
            tell(group, &mut merged);
        }
    }
    for (list, items) in ListName::ALL.iter().zip(&mut content.lists) {
        let mut place = 0..;
        items.retain(|_| place.next().is_none_or(|place| !gone.contains(&(*list, place))));
    }
    add(&mut content, additions, &mut merged);
    arrange(known, &mut content, orders, &mut merged);
    sort::all(&mut merged.taken);
    sort::all(&mut merged.sames);
    sort::all(&mut merged.refused);
    merged.refused.dedup();
    sort::by(&mut merged.conflicts, |a, b| a.place.cmp(&b.place));
    merged.result = content.canonical();
    merged
}

/// What a wish is of, to be told.
pub(super) fn place(wish: &Wish) -> ChangePlace {
    match &wish.target {
        Target::Head => ChangePlace::head(wish.field.as_deref().unwrap_or_default()),
        Target::Item(list, _) | Target::Gone(list, _) => ChangePlace::item(*list, &wish.key, wish.field.as_deref()),
    }
}

/// One value is taken if one of those who wish it began from what is there. Of several none is.
fn group(known: &Known<'_>, target: &Target, wishes: &[Wish]) -> Group {
    let first = &wishes[0];
    let field = first.field.clone();
    let line = |list: ListName, place: usize| &known.content.list(list)[place].line;
    let ours = match (target, &field) {
        (Target::Head, Some(field)) => known.content.heads.get(field),
        (Target::Item(list, place), Some(field)) => fields_of(line(*list, *place)).get(field),
        (Target::Item(list, place), None) => vec![line(*list, *place).clone()],
        _ => Vec::new(),
    };
    let values: BTreeSet<&FieldText> = wishes
        .iter()
        .map(|wish| match &wish.becomes {
            Becomes::Values(values) => values,
            Becomes::Same => &ours,
            _ => &wish.theirs,
        })
        .collect();
    let is_same = wishes.iter().any(|wish| wish.becomes == Becomes::Same);
    let taken = wishes.iter().find_map(|wish| match &wish.becomes {
        Becomes::Values(values) => Some(values.clone()),
        _ => None,
    });
    let outcome = match taken {
        // That an item goes is one wish, and so is that a field gets a value.
        _ if values.len() > 1 && field.is_some() => Outcome::Conflict,
        _ if is_same => Outcome::Same,
        Some(values) => Outcome::Taken(values),
        None => Outcome::Conflict,
    };
    let theirs = wishes.iter().map(|wish| wish.theirs.clone()).collect();
    Group { place: place(first), field, base: first.base.clone(), ours, theirs, outcome }
}

fn heads(content: &mut Content, groups: &[Group]) {
    for group in groups {
        if let (Outcome::Taken(values), Some(field)) = (&group.outcome, &group.field) {
            content.heads.set(field, values);
        }
    }
}

/// The fields of one item. That it goes and that it changes exclude each other, and what cannot be read back is not
/// taken at all.
fn item(item: &mut ContentItem, list: ListName, groups: &mut [Group]) {
    let is_taken = |group: &Group| matches!(group.outcome, Outcome::Taken(_));
    let goes = groups.iter().any(|group| group.field.is_none() && group.outcome != Outcome::Same);
    let changes = groups.iter().any(|group| group.field.is_some() && group.outcome != Outcome::Same);
    let mut fields = fields_of(&item.line);
    for group in groups.iter() {
        if let (Outcome::Taken(values), Some(field)) = (&group.outcome, &group.field) {
            fields.set(field, values);
        }
    }
    let is_changed = groups.iter().any(|group| group.field.is_some() && is_taken(group));
    let line = if is_changed { read_back(list, item, &fields) } else { None };
    if goes && changes || is_changed && line.is_none() {
        for group in groups.iter_mut().filter(|group| group.outcome != Outcome::Same) {
            group.outcome = Outcome::Conflict;
        }
    } else if let Some(line) = line {
        item.line = line;
    }
}

fn read_back(list: ListName, item: &ContentItem, fields: &RawFields) -> Option<String> {
    let (id, line) = usable(list, fields)?;
    (id == item.id).then_some(line)
}

fn tell(group: Group, merged: &mut Merged) {
    match group.outcome {
        Outcome::Same => {
            merged.same += 1;
            merged.sames.push(group.place);
        }
        Outcome::Taken(_) => {
            let what = if group.field.is_some() { ToldChange::Changed } else { ToldChange::Deleted };
            merged.taken.push((group.place, what));
        }
        Outcome::Conflict => {
            let Group { place, base, ours, theirs, .. } = group;
            merged.conflicts.push(ToldConflict { place, base, ours, theirs: theirs.into_iter().collect() });
        }
    }
}

/// Adds what is new.
fn add(content: &mut Content, additions: Additions, merged: &mut Merged) {
    let mut push = |list: ListName, id: Option<String>, line: String, is_used: bool| {
        let key = id.as_ref().unwrap_or(&line);
        merged.taken.push((ChangePlace::item(list, key, None), ToldChange::Added));
        content.lists[list as usize].push(ContentItem { id, line, is_used });
    };
    for (list, id, line) in additions.named {
        push(list, Some(id), line, true);
    }
    for ((list, line, is_used), more) in additions.lines {
        for _ in 0..more {
            push(list, None, line.clone(), is_used);
        }
    }
    for (finding, lines) in additions.exceptions {
        let lines: Vec<String> = lines.into_iter().collect();
        match <[String; 1]>::try_from(lines) {
            Ok([line]) => push(ListName::Exceptions, Some(finding), line, true),
            Err(lines) => merged.conflicts.push(ToldConflict {
                place: ChangePlace::item(ListName::Exceptions, &finding, None),
                base: Vec::new(),
                ours: Vec::new(),
                theirs: lines.into_iter().map(|line| vec![line]).collect(),
            }),
        }
    }
}

/// Brings the lists whose order counts into the order wished for.
fn arrange(known: &Known<'_>, content: &mut Content, orders: &[ChangedOrder], merged: &mut Merged) {
    let ids = |items: &[ContentItem]| -> Vec<String> { items.iter().filter_map(|item| item.id.clone()).collect() };
    for list in ListName::ALL.iter().filter(|list| list.is_in_order()) {
        let wished = order::of(orders, *list);
        let Some(first) = wished.first() else { continue };
        let place = ChangePlace { list: Some(*list), key: None, field: Some(ChangePlace::ORDER.to_owned()) };
        let now = ids(known.content.list(*list));
        let judged: Vec<Sequence> = wished.iter().map(|order| order::judge(order, &now)).collect();
        match judged[..] {
            [Sequence::Same] if first.after.iter().all(|id| now.contains(id)) => {
                merged.same += 1;
                merged.sames.push(place);
                continue;
            }
            [Sequence::Taken | Sequence::Same] => {}
            _ => {
                let json = |ids: &[String]| vec![order::json(ids)];
                let theirs = wished.iter().map(|order| json(&order.after)).collect();
                let (base, ours) = (json(&first.before), json(&now));
                merged.conflicts.push(ToldConflict { place, base, ours, theirs });
                continue;
            }
        }
        let items = &mut content.lists[*list as usize];
        let arranged = order::arranged(&first.after, &ids(items), &now);
        sort::by_cached_key(items, |item| {
            item.id.as_ref().and_then(|id| arranged.iter().position(|known| known == id)).unwrap_or(usize::MAX)
        });
        merged.taken.push((place, ToldChange::Moved));
    }
}
