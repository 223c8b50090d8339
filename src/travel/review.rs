//! A change file looked at before it is brought in: each change by itself, what would become of it, and what is chosen.

mod parts;

use std::collections::BTreeSet;

use self::parts::{PartOf, parts, without};
use super::change_file::{ChangeFile, fields_of};
use super::edits::edits_between;
use super::fields::{FieldText, RawFields};
use super::merge::{BringPart, ChangePlace, ChangesRefused, Forced, Merged, Refusal, ToldChange, in_parts};
use super::refs;
use crate::draft::Edit;
use crate::draft::edit::{ItemLines, LinesOf};
use crate::organisation::head::HeadField;
use crate::organisation::number::saturating;
use crate::organisation::{ListName, canonical};
use crate::verdict::File;

/// What whoever looks at a change file has chosen, by the numbers of its changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PointChoices {
    /// Changes that are refused although they could be taken.
    pub refused: BTreeSet<u32>,
    /// Conflicts in which the change file's value is taken.
    pub theirs: BTreeSet<u32>,
}

/// What becomes of one change as things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum PointFate {
    /// The change can be taken: the file says what it began from.
    Free,
    /// The file says something else by now.
    Conflict {
        /// Whether the change file's value can be taken all the same.
        can_take: bool,
    },
    /// The change is of something that is not its sender's to say.
    Refused(Refusal),
    /// It is of something that is not changed here: how lists are ordered, and what the file says of itself besides its
    /// name, its notice, its day and its packs.
    NotHere,
}

/// One change of a change file: one field of one item, or a whole item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewPoint {
    /// The number of the change in the change file, from 0.
    pub number: u32,
    /// The field; none for a whole item, or the order of a list.
    pub field: Option<String>,
    /// What becomes of the change.
    pub fate: PointFate,
    /// Whether the change is among what is brought in.
    pub is_taken: bool,
    /// Whether the change is left out since it names a new item that is refused.
    pub lacks: bool,
}

/// What a change file says of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedItem {
    /// The item as the file has it and as it would be, where all that is said of it is taken.
    pub lines: ItemLines,
    /// Whether only the order of a list is changed.
    pub is_order: bool,
    /// The changes, in the order of the change file.
    pub points: Vec<ReviewPoint>,
}

/// A change file held against a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What the change file says of each item, but for what the file has already.
    pub items: Vec<ReviewedItem>,
    /// How many changes the file has already.
    pub same: u32,
    /// How many changes are brought in as things are chosen.
    pub taken: u32,
    /// The edits that bring these in.
    pub edits: Vec<Edit>,
    /// The file with them, in canonical form.
    pub result: String,
}

/// Looks at a change file before it is brought into a file whose bytes have this SHA-256.
pub fn review(
    file: &File<'_>,
    sha256: &str,
    change: &ChangeFile,
    choices: &PointChoices,
) -> Result<Review, ChangesRefused> {
    in_parts(file, sha256, change, |bring| looked_at(file, change, choices, bring))
}

/// How many changes of a change file are left to look at: those that the file does not have already. None where it cannot
/// be brought into the file.
pub fn left_to_look_at(file: &File<'_>, change: &ChangeFile) -> Option<u32> {
    let left = in_parts(file, "", change, |bring| {
        let plain = bring(change, &Forced::default());
        let of_extract = |part: &PartOf| change.from.extract.is_some() && part.is_of_extract(change);
        let is_left = |part: &PartOf| !of_extract(part) && !plain.sames.contains(&part.place);
        saturating(parts(change).iter().filter(|part| is_left(part)).count())
    });
    left.ok()
}

fn looked_at(file: &File<'_>, change: &ChangeFile, choices: &PointChoices, bring: BringPart<'_>) -> Review {
    let plain = bring(change, &Forced::default());
    let all = parts(change);
    let conflicts: BTreeSet<ChangePlace> = plain.conflicts.iter().map(|conflict| conflict.place.clone()).collect();
    let open = if conflicts.is_empty() { plain.clone() } else { bring(change, &Forced(conflicts)) };
    let mut points: Vec<(PartOf, ReviewPoint)> = Vec::new();
    let mut same = 0;
    let mut left_out = BTreeSet::new();
    for (part, number) in all.into_iter().zip(0_u32..) {
        if change.from.extract.is_some() && part.is_of_extract(change) {
            left_out.insert(number);
            continue;
        }
        if plain.sames.contains(&part.place) {
            same += 1;
            continue;
        }
        let fate = if is_here(file, &part, change) { fate(&part, &plain, &open) } else { PointFate::NotHere };
        let is_taken = match fate {
            PointFate::Free => !choices.refused.contains(&number),
            PointFate::Conflict { can_take } => can_take && choices.theirs.contains(&number),
            PointFate::Refused(_) | PointFate::NotHere => false,
        };
        if !is_taken {
            left_out.insert(number);
        }
        let field = part.place.field.clone().filter(|_| part.what == ToldChange::Changed);
        points.push((part, ReviewPoint { number, field, fate, is_taken, lacks: false }));
    }
    leave_out_what_lacks(change, &mut points, &mut left_out);
    let forced = points.iter().filter(|(_, point)| point.is_taken && point.fate != PointFate::Free);
    let forced = Forced(forced.map(|(part, _)| part.place.clone()).collect());
    let is_plain = left_out.is_empty() && forced.0.is_empty();
    let result = if is_plain { plain.result.clone() } else { bring(&without(change, &left_out), &forced).result };
    let edits = match File::read(&result, &mut |_| ()) {
        Ok(new) => edits_between(&file.organisation, &new.organisation),
        Err(_) => Vec::new(),
    };
    let taken = points.iter().map(|(_, point)| u32::from(point.is_taken)).sum();
    Review { items: items(file, change, &plain, points), same, taken, edits, result }
}

/// Whether a change is one that a draft can make: to a list where the file has one, or to a field of the file itself that
/// can be read both as it is and as it is to be.
fn is_here(file: &File<'_>, part: &PartOf, change: &ChangeFile) -> bool {
    let organisation = &file.organisation;
    if let Some(list) = part.place.list {
        return part.what != ToldChange::Moved && !organisation.unknown.iter().any(|(key, _)| *key == list.name());
    }
    let Some(field) = part.place.field.as_deref().and_then(HeadField::from_word) else { return false };
    let written = RawFields(canonical::top_fields(organisation)).get(field.word());
    let read: FieldText = organisation.head(field).into_iter().collect();
    let after = part.values(change).1;
    let is_value = |raw: &String| field.read_value(raw).as_ref() == Ok(raw);
    written == read && after.len() <= 1 && after.iter().all(is_value)
}

/// What becomes of a change, by what became of all of them and of all where conflicts are taken.
fn fate(part: &PartOf, plain: &Merged, open: &Merged) -> PointFate {
    let is_it = |place: &ChangePlace| {
        *place == part.place
            || part.what == ToldChange::Added && (place.list, &place.key) == (part.place.list, &part.place.key)
    };
    let conflict = |merged: &Merged| merged.conflicts.iter().any(|conflict| is_it(&conflict.place));
    let refused = |merged: &Merged| merged.refused.iter().find(|refused| is_it(&refused.place)).map(|told| told.why);
    if let Some(why) = refused(plain) {
        PointFate::Refused(why)
    } else if conflict(plain) {
        PointFate::Conflict { can_take: !conflict(open) && refused(open).is_none() }
    } else {
        PointFate::Free
    }
}

/// Leaves out what names a new item that is left out: it would lead nowhere.
fn leave_out_what_lacks(change: &ChangeFile, points: &mut [(PartOf, ReviewPoint)], left_out: &mut BTreeSet<u32>) {
    loop {
        let missing: BTreeSet<(ListName, &str)> = points
            .iter()
            .filter(|(part, point)| part.what == ToldChange::Added && !point.is_taken)
            .filter_map(|(part, _)| Some((part.place.list?, part.place.key.as_deref()?)))
            .collect();
        let lacks = |part: &PartOf| {
            let Some(list) = part.place.list else { return false };
            let mut lacks = false;
            part.each_value(change, &mut |field, raw| {
                refs::each(list, field, raw, &mut |to, id| {
                    lacks |= to.lists.iter().any(|list| missing.contains(&(*list, id)));
                });
            });
            lacks
        };
        let found: Vec<usize> = points
            .iter()
            .enumerate()
            .filter(|(_, (part, point))| point.is_taken && lacks(part))
            .map(|(place, _)| place)
            .collect();
        if found.is_empty() {
            return;
        }
        for place in found {
            let point = &mut points[place].1;
            (point.is_taken, point.lacks) = (false, true);
            left_out.insert(point.number);
        }
    }
}

/// The changes item by item.
fn items(
    file: &File<'_>,
    change: &ChangeFile,
    plain: &Merged,
    points: Vec<(PartOf, ReviewPoint)>,
) -> Vec<ReviewedItem> {
    let mut items: Vec<(usize, ReviewedItem)> = Vec::new();
    for (part, point) in points {
        if let Some((_, last)) = items.last_mut().filter(|(item, _)| part.item == Some(*item)) {
            put(&mut last.lines, &part, change, plain);
            last.points.push(point);
            continue;
        }
        let mut lines = begun(file, &part, change, plain);
        put(&mut lines, &part, change, plain);
        let is_order = part.what == ToldChange::Moved;
        items.push((part.item.unwrap_or(usize::MAX), ReviewedItem { lines, is_order, points: vec![point] }));
    }
    items.into_iter().map(|(_, item)| item).collect()
}

/// The item that a change is of, before anything is said of it.
fn begun(file: &File<'_>, part: &PartOf, change: &ChangeFile, plain: &Merged) -> ItemLines {
    let of = match part.place.list {
        Some(list) => LinesOf::List(list),
        None => LinesOf::Head(part.place.field.clone().unwrap_or_default()),
    };
    let mut lines = ItemLines { of, id: None, before: None, after: None };
    let (Some(list), Some(key)) = (part.place.list, &part.place.key) else { return lines };
    let has_id = !list.id_field().is_empty();
    if has_id {
        lines.id = Some(plain.renames.ids.get(&(list, key.clone())).filter(|_| part.what == ToldChange::Added))
            .map(|id| id.unwrap_or(key).clone());
    }
    if part.what == ToldChange::Changed {
        let items = file.organisation.items(list);
        let line = || (0..items.count()).find(|place| items.id(*place) == Some(key)).map(|place| items.line(place));
        let line = if has_id { line() } else { Some(key.clone()) };
        let line = line.unwrap_or_else(|| part.fields(change).map(|fields| fields.before.write()).unwrap_or_default());
        (lines.before, lines.after) = (Some(line.clone()), Some(line));
    }
    lines
}

/// Adds what a change says to the item as it is and as it is to be.
fn put(lines: &mut ItemLines, part: &PartOf, change: &ChangeFile, plain: &Merged) {
    let (was, theirs) = part.values(change);
    let conflict = plain.conflicts.iter().find(|conflict| conflict.place == part.place);
    let was = conflict.map(|conflict| &conflict.ours).filter(|ours| !ours.is_empty()).unwrap_or(&was);
    let renamed = |values: &FieldText| -> FieldText {
        let list = part.place.list;
        let field = part.place.field.as_deref();
        let one = |raw: &String| match (list, field) {
            (Some(list), Some(field)) => plain.renames.field(list, field, raw),
            (Some(list), None) => plain.renames.fields(list, &fields_of(raw)).write(),
            _ => raw.clone(),
        };
        values.iter().map(one).collect()
    };
    let theirs = renamed(&theirs);
    let set = |line: &mut Option<String>, values: &FieldText| {
        let mut fields = line.as_deref().map(fields_of).unwrap_or_default();
        fields.set(part.place.field.as_deref().unwrap_or_default(), values);
        *line = Some(RawFields::write(&fields));
    };
    match part.what {
        ToldChange::Changed if part.place.list.is_some() => {
            set(&mut lines.before, was);
            set(&mut lines.after, &theirs);
        }
        ToldChange::Moved => {}
        _ => (lines.before, lines.after) = (was.first().cloned(), theirs.into_iter().next()),
    }
}
