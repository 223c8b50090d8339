//! Change files as text: readable JSON, a change a line. What cannot be read as one is told apart from what is damaged
//! and from what a newer version has made.

pub mod records;
#[cfg(test)]
mod schema;
pub mod values;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use self::records::{
    TravelKind, WrittenChanges, WrittenFields, WrittenItem, WrittenLine, WrittenOrder, WrittenPlan, WrittenSource,
    WrittenUnit,
};
use self::values::{AnyJson, FieldsJson, KeyJson, ListWord};
use super::change_file::{ChangeFile, ChangeOrigin, ChangedItem, ChangedOrder, CountedItem, PlanLabel};
use super::fields::{ChangedFields, RawFields};
use crate::organisation::ListName;
use crate::organisation::json::{JsonReader, Stop, Syntax};
use crate::organisation::problem::{Expected, FilePlace, JsonKind, Problem, ProblemKind, Problems, Weight};
use crate::organisation::record::Value;
use crate::organisation::value::Str;
use crate::organisation::write::{compact, json};

/// The version of the form of change files that this product writes, and the newest it reads.
pub const CHANGES_VERSION: u32 = 1;

/// How many containers deeper the parts of a file stand in a change file than in the file.
const DEEPER: usize = 4;

/// The most items that say the same which a change file adds or deletes.
const MOST_ALIKE: u32 = 100_000;

/// Why a text cannot be used as a change file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangesUnreadable {
    /// The text is something else than a change file.
    OtherFile,
    /// A newer version of the product has made it.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// The file is a change file, but damaged.
    Damaged {
        /// What is wrong with it, in its order; never empty.
        problems: Vec<Problem>,
    },
}

/// Writes a change file.
pub fn write(file: &ChangeFile) -> String {
    let mut parts =
        vec![format!("\"ombud\": {}", json(&TravelKind::Changes)), format!("\"version\": {CHANGES_VERSION}")];
    if let Some(by) = &file.by {
        parts.push(format!("\"by\": {}", json(&&**by)));
    }
    if let Some(label) = &file.plan {
        let plan = WrittenPlan { name: (&*label.name).into(), on: label.on, ..WrittenPlan::blank() };
        parts.push(format!("\"plan\": {}", json(&plan)));
    }
    let from = WrittenSource {
        sha256: (&*file.from.sha256).into(),
        names: file.from.names.iter().map(|name| (&**name).into()).collect(),
        units: file.from.units.iter().map(unit).collect(),
        extract: file.from.extract.as_deref().map(|made| FieldsJson(made.into())),
        ..WrittenSource::blank()
    };
    parts.push(format!("\"from\": {}", json(&from)));
    if !file.heads.is_empty() {
        let heads = WrittenFields {
            before: FieldsJson(file.heads.before.write().into()),
            after: FieldsJson(file.heads.after.write().into()),
            ..WrittenFields::blank()
        };
        parts.push(format!("\"file\": {}", json(&heads)));
    }
    list(&mut parts, "changed", file.changed.iter().map(changed));
    list(&mut parts, "added", file.added.iter().map(|item| counted(item, (0, 1))));
    list(&mut parts, "deleted", file.deleted.iter().map(|item| counted(item, (1, 0))));
    list(&mut parts, "order", file.order.iter().map(order));
    format!("{{\n{}\n}}\n", parts.join(",\n"))
}

fn unit((id, names): &(String, Vec<String>)) -> WrittenUnit<'_> {
    let names = names.iter().map(|name| (&**name).into()).collect();
    WrittenUnit { id: (&**id).into(), names, ..WrittenUnit::blank() }
}

fn list(parts: &mut Vec<String>, name: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        parts.push(format!("\"{name}\": [\n{}\n]", lines.join(",\n")));
    }
}

/// Whether an item is one of several of its subject: those with ids are told by these, and what is not used by its line.
fn is_among(list: ListName, is_used: bool) -> bool {
    is_used && list.id_field().is_empty()
}

/// How many of its subject the old file had, where that tells an item from others: one where nothing is said.
fn among(said: Option<u32>, list: ListName, is_used: bool) -> u32 {
    if is_among(list, is_used) { said.unwrap_or(1) } else { 0 }
}

fn changed(item: &ChangedItem) -> String {
    let has_id = !item.list.id_field().is_empty();
    let key = if has_id { json(&&*item.key) } else { item.key.clone() };
    json(&WrittenItem {
        list: ListWord(item.list),
        key: KeyJson(key.into()),
        among: Some(item.among).filter(|among| is_among(item.list, true) && *among != 1),
        before: FieldsJson(item.fields.before.write().into()),
        after: FieldsJson(item.fields.after.write().into()),
        ..WrittenItem::blank()
    })
}

fn counted(item: &CountedItem, usual: (u32, u32)) -> String {
    json(&WrittenLine {
        list: ListWord(item.list),
        item: AnyJson((&*item.line).into()),
        set_aside: Some(true).filter(|_| !item.is_used),
        before: Some(item.count.0).filter(|_| item.count != usual),
        after: Some(item.count.1).filter(|_| item.count != usual),
        among: Some(item.among).filter(|among| is_among(item.list, item.is_used) && *among != 1),
        shared: Some(true).filter(|_| item.is_shared),
        ..WrittenLine::blank()
    })
}

fn order(order: &ChangedOrder) -> String {
    let ids = |ids: &[String]| ids.iter().map(|id| id.clone().into()).collect();
    json(&WrittenOrder {
        list: ListWord(order.list),
        before: ids(&order.before),
        after: ids(&order.after),
        ..WrittenOrder::blank()
    })
}

/// Reads a change file.
pub fn read(text: &str) -> Result<ChangeFile, ChangesUnreadable> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut problems = Problems::default();
    match look(&mut JsonReader::deeper(text, DEEPER)) {
        Ok((true, Some(version))) if version > CHANGES_VERSION => return Err(ChangesUnreadable::Newer { version }),
        // What is no JSON may be the beginning of a change file.
        Ok((false, _)) => return Err(ChangesUnreadable::OtherFile),
        _ => {}
    }
    let mut reader = JsonReader::deeper(text, DEEPER);
    let mut written = WrittenChanges::blank();
    let end = written.read(&mut reader).and_then(|_| reader.end());
    match (end, reader.syntax.take()) {
        (Err(Stop), syntax) => {
            let Syntax { offset, kind } = syntax.unwrap_or(Syntax { offset: 0, kind: ProblemKind::NotAValue });
            problems.push(|| problem(offset, String::from("$"), kind));
        }
        (Ok(()), _) => {
            problems = std::mem::take(&mut reader.problems);
            problems.list.retain(|problem| problem.kind.weight() <= Weight::SetAside);
        }
    }
    let file = problems.list.is_empty().then(|| Taker { text, problems: &mut problems }.file(written));
    match file {
        Some(file) if problems.list.is_empty() => Ok(file),
        _ => {
            problems.find_lines(text.as_bytes());
            Err(ChangesUnreadable::Damaged { problems: problems.list })
        }
    }
}

/// Whether a file is a change file, by what it says of itself before it speaks of anything that a file of the format has.
/// One that is damaged further on is one all the same.
pub fn is_change_file(bytes: &[u8]) -> bool {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => std::str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default(),
    };
    let mut reader = JsonReader::new(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    if reader.peek() != Ok(JsonKind::Object) || reader.enter().is_err() {
        return false;
    }
    while let Ok(Some(key)) = reader.next_key() {
        if key == "format" || ListName::from_name(&key).is_some() {
            return false;
        }
        let Ok(value) = reader.skip() else { return false };
        if key == "ombud" {
            return value == json(&TravelKind::Changes);
        }
    }
    false
}

/// Whether a text says that it is a change file, and of which version.
fn look(reader: &mut JsonReader<'_>) -> Result<(bool, Option<u32>), Stop> {
    let (mut is_one, mut version) = (false, None);
    if reader.peek()? != JsonKind::Object {
        reader.skip()?;
        return Ok((false, None));
    }
    reader.enter()?;
    while let Some(key) = reader.next_key()? {
        let value = reader.skip()?;
        match &*key {
            "ombud" => is_one = value == json(&TravelKind::Changes),
            "version" => version = value.parse().ok(),
            _ => {}
        }
    }
    reader.end()?;
    Ok((is_one, version))
}

fn problem(offset: usize, path: String, kind: ProblemKind) -> Problem {
    Problem { place: FilePlace { offset, path, ..FilePlace::default() }, kind }
}

/// Takes what is written, and notes what in it is no part of a file.
struct Taker<'t> {
    text: &'t str,
    problems: &'t mut Problems,
}

impl Taker<'_> {
    fn file(mut self, written: WrittenChanges<'_>) -> ChangeFile {
        let from = written.from;
        let file = ChangeFile {
            by: written.by.map(std::borrow::Cow::into_owned),
            plan: written.plan.map(|plan| PlanLabel { name: plan.name.into_owned(), on: plan.on }),
            from: ChangeOrigin {
                sha256: from.sha256.into_owned(),
                names: owned(from.names),
                units: from.units.into_iter().map(|unit| (unit.id.into_owned(), owned(unit.names))).collect(),
                extract: from.extract.map(|made| compact(&made.0)),
            },
            heads: written.file.map(|file| fields_of_both(&file.before, &file.after)).unwrap_or_default(),
            changed: written.changed.iter().enumerate().map(|(place, item)| self.changed(place, item)).collect(),
            added: self.lines("added", &written.added, (0, 1)),
            deleted: self.lines("deleted", &written.deleted, (1, 0)),
            order: written.order.into_iter().map(taken_order).collect(),
        };
        self.each_once(&file);
        file
    }

    /// Notes what an item is said of twice: there is no telling which is meant.
    fn each_once(&mut self, file: &ChangeFile) {
        let whole = |name: &'static str, items: &'_ [CountedItem]| -> Vec<_> {
            let ids = items.iter().enumerate().filter_map(|(place, item)| Some((place, item.list, item.id.clone()?)));
            ids.map(|(place, list, id)| (name, place, list, id)).collect()
        };
        let changed = file.changed.iter().enumerate();
        let changed = changed.map(|(place, item)| ("changed", place, item.list, item.key.clone()));
        let all = changed.chain(whole("added", &file.added)).chain(whole("deleted", &file.deleted));
        let mut known: FxHashSet<(ListName, String)> = FxHashSet::default();
        for (name, place, list, key) in all.filter(|(_, _, list, _)| !list.id_field().is_empty()) {
            if !known.insert((list, key.clone())) {
                self.problems.push(|| problem(0, format!("$.{name}[{place}]"), ProblemKind::RepeatedKey { key }));
            }
        }
    }

    /// Where a part of the text begins.
    fn offset(&self, raw: &str) -> usize {
        (raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len())
    }

    fn changed(&mut self, place: usize, item: &WrittenItem<'_>) -> ChangedItem {
        let list = item.list.0;
        let id = list.id_field();
        let mut key = String::new();
        let at = self.offset(&item.key.0);
        match (id.is_empty(), item.key.0.starts_with('"')) {
            (false, true) => key = JsonReader::new(&item.key.0).text().unwrap_or_default().into_owned(),
            (true, false) => key = self.line(list, &item.key.0, &format!("$.changed[{place}].key")),
            (no_id, _) => {
                let expected = if no_id { Expected::Object } else { Expected::Text };
                let found = if no_id { JsonKind::Text } else { JsonKind::Object };
                let kind = ProblemKind::NotExpected { found, shown: String::new(), expected };
                self.problems.push(|| problem(at, format!("$.changed[{place}].key"), kind));
            }
        }
        let fields = fields_of_both(&item.before, &item.after);
        // An item's id does not change: others call it by it.
        if !id.is_empty() && fields.names().contains(&id) {
            let kind = ProblemKind::UnknownField { field: id.to_owned() };
            self.problems.push(|| problem(at, format!("$.changed[{place}].after.{id}"), kind));
        }
        ChangedItem { list, key, among: among(item.among, list, true), fields }
    }

    fn lines(&mut self, name: &str, items: &[WrittenLine<'_>], usual: (u32, u32)) -> Vec<CountedItem> {
        let line = |(place, item): (usize, &WrittenLine<'_>)| {
            let list = item.list.0;
            let count = (item.before.unwrap_or(usual.0), item.after.unwrap_or(usual.1));
            if count.0.abs_diff(count.1) > MOST_ALIKE {
                let at = self.offset(&item.item.0);
                let expected = Expected::Whole { from: 0, to: MOST_ALIKE.into() };
                let kind = ProblemKind::NotExpected { found: JsonKind::Number, shown: count.1.to_string(), expected };
                self.problems.push(|| problem(at, format!("$.{name}[{place}].after"), kind));
            }
            let is_used = item.set_aside != Some(true);
            let line = if is_used {
                self.line(list, &item.item.0, &format!("$.{name}[{place}].item"))
            } else {
                compact(&item.item.0)
            };
            let id = list.read_line(&line).ok().and_then(|line| line.id);
            CountedItem {
                list,
                id: id.filter(|_| is_used),
                line,
                is_used,
                count,
                among: among(item.among, list, is_used),
                is_shared: item.shared == Some(true),
            }
        };
        items.iter().enumerate().map(line).collect()
    }

    /// An item that can be used, as the canonical form writes it.
    fn line(&mut self, list: ListName, raw: &str, path: &str) -> String {
        match list.read_line(raw) {
            Ok(line) => line.text,
            Err(problems) => {
                let at = self.offset(raw);
                for found in problems {
                    let path = format!("{path}{}", found.place.path.trim_start_matches('$'));
                    self.problems.push(|| problem(at + found.place.offset, path, found.kind));
                }
                String::new()
            }
        }
    }
}

fn owned(texts: Vec<Str<'_>>) -> Vec<String> {
    texts.into_iter().map(Str::into_owned).collect()
}

fn taken_order(written: WrittenOrder<'_>) -> ChangedOrder {
    ChangedOrder { list: written.list.0, before: owned(written.before), after: owned(written.after) }
}

/// The fields of an item as they were and as they are.
fn fields_of_both(before: &FieldsJson<'_>, after: &FieldsJson<'_>) -> ChangedFields {
    let read = |fields: &FieldsJson<'_>| RawFields::parse(&fields.0).unwrap_or_default();
    ChangedFields { before: read(before), after: read(after) }
}
