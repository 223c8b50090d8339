//! Edits carried out on a file's text. What no edit touches keeps its bytes.

use std::ops::Range;

use super::edit::{Edit, EditRefusal, EditTarget};
use super::keys::{Keys, Slot};
use crate::organisation::head::HeadField;
use crate::organisation::json::JsonReader;
use crate::organisation::write::json;
use crate::organisation::{ListName, MOST_BYTES, Organisation, sort};

/// The text with the edits carried out. `organisation` is what was read from it.
pub fn apply(text: &str, organisation: &Organisation<'_>, edits: &[Edit]) -> Result<String, EditRefusal> {
    let mut splices = Vec::new();
    let mut fresh = Vec::new();
    let mut targets: Vec<EditTarget> = edits.iter().map(|edit| edit.target).collect();
    sort::all(&mut targets);
    targets.dedup();
    for target in targets {
        let edits: Vec<&Edit> = edits.iter().filter(|edit| edit.target == target).collect();
        match target {
            EditTarget::List(name) => {
                let list = organisation.items(name);
                let part = ListText { text, name, keys: Keys::new(list) };
                match list.start() {
                    Some(start) => part.splice(start, &edits, &mut splices)?,
                    None => fresh.push(part.begin(organisation, &edits)?),
                }
            }
            EditTarget::Head(field) => {
                head(text, field, organisation.head(field).as_deref(), &edits, &mut splices, &mut fresh)?;
            }
        }
    }
    if !fresh.is_empty() {
        let start = JsonReader::at(text, byte_order_mark(text)).offset() + 1;
        let empty = JsonReader::at(text, start).peek().is_err();
        let end = if empty { "\n" } else { "," };
        splices.push(Splice { from: start, to: start, with: format!("\n{}{end}", fresh.join(",\n")) });
    }
    carry_out(text, splices)
}

/// A part of the text and what stands there instead.
struct Splice {
    from: usize,
    to: usize,
    with: String,
}

fn carry_out(text: &str, mut splices: Vec<Splice>) -> Result<String, EditRefusal> {
    sort::by_key(&mut splices, |splice| (splice.from, splice.to));
    let added: usize = splices.iter().map(|splice| splice.with.len()).sum();
    let mut out = String::with_capacity(text.len() + added);
    let mut at = 0;
    for Splice { from, to, with } in splices {
        out.push_str(&text[at..from]);
        out.push_str(&with);
        at = to;
    }
    out.push_str(&text[at..]);
    if out.len() > MOST_BYTES { Err(EditRefusal::TooLarge) } else { Ok(out) }
}

fn byte_order_mark(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

/// Where the value at `start` ends.
fn end_of(text: &str, start: usize) -> usize {
    start + JsonReader::at(text, start).skip().map_or(0, str::len)
}

/// One list of the text.
struct ListText<'o> {
    text: &'o str,
    name: ListName,
    keys: Keys<'o>,
}

/// What becomes of an item.
enum LineFate<'e> {
    Stays,
    Becomes(&'e str),
    Goes,
}

impl ListText<'_> {
    /// The whole list, where the file has none yet.
    fn begin(&self, organisation: &Organisation<'_>, edits: &[&Edit]) -> Result<String, EditRefusal> {
        if organisation.unknown.iter().any(|(key, _)| *key == self.name.name()) {
            return Err(EditRefusal::NotAList { list: self.name });
        }
        let line = |edit: &&Edit| match (&edit.before, &edit.after) {
            (None, Some(line)) => Ok(line.clone()),
            _ => Err(EditRefusal::not_found(EditTarget::List(self.name), edit.key())),
        };
        let lines = edits.iter().map(line).collect::<Result<Vec<_>, _>>()?;
        Ok(format!("\"{}\": [\n{}\n]", self.name.name(), lines.join(",\n")))
    }

    fn splice(&self, start: usize, edits: &[&Edit], splices: &mut Vec<Splice>) -> Result<(), EditRefusal> {
        let items = self.items();
        let mut fates: Vec<LineFate<'_>> = items.iter().map(|_| LineFate::Stays).collect();
        let mut added: Vec<&Edit> = Vec::new();
        for edit in edits {
            let Some(before) = &edit.before else {
                added.push(edit);
                continue;
            };
            let fate = &mut fates[self.place(edit, before, &items)?];
            if !matches!(fate, LineFate::Stays) {
                return Err(self.changed(edit));
            }
            *fate = edit.after.as_ref().map_or(LineFate::Goes, |line| LineFate::Becomes(line));
        }
        let last = fates.iter().rposition(|fate| !matches!(fate, LineFate::Goes));
        for (place, fate) in fates.iter().enumerate() {
            let from = items[place].0;
            match fate {
                LineFate::Becomes(line) => {
                    splices.push(Splice { from, to: end_of(self.text, from), with: (*line).to_owned() });
                }
                LineFate::Goes if Some(place) < last => {
                    splices.push(Splice { from, to: items[place + 1].0, with: String::new() });
                }
                _ => {}
            }
        }
        self.splice_end(start, &items, last, &added, splices);
        Ok(())
    }

    /// New items, each at its place or after the last one that stays; with them goes what stood after that one.
    fn splice_end(
        &self,
        start: usize,
        items: &[(usize, Slot)],
        last: Option<usize>,
        added: &[&Edit],
        splices: &mut Vec<Splice>,
    ) {
        let mut lines: Vec<&str> = Vec::new();
        for edit in added {
            let line = edit.after.as_deref().unwrap_or_default();
            match items.get(edit.at as usize).filter(|_| Some(edit.at as usize) <= last) {
                Some((offset, _)) => splices.push(Splice { from: *offset, to: *offset, with: format!("{line},\n") }),
                None => lines.push(line),
            }
        }
        let end = items.last().map_or(start, |(offset, _)| end_of(self.text, *offset));
        let from = last.map_or(start, |last| end_of(self.text, items[last].0));
        let separator = if last.is_some() && !lines.is_empty() { ",\n" } else { "" };
        if from < end || !lines.is_empty() {
            splices.push(Splice { from, to: end, with: format!("{separator}{}", lines.join(",\n")) });
        }
    }

    /// The items of the list in the order of the text, each with its byte offset.
    fn items(&self) -> Vec<(usize, Slot)> {
        let used = (0..self.keys.list.count()).map(|place| (self.keys.list.offset(place), Slot::Used(place)));
        let offset = |raw: &str| raw.as_ptr() as usize - self.text.as_ptr() as usize;
        let aside = self.keys.list.set_aside().iter().enumerate();
        let aside = aside.map(|(place, raw)| (offset(raw), Slot::Aside(place)));
        let mut items: Vec<_> = used.chain(aside).collect();
        sort::by_key(&mut items, |(offset, _)| *offset);
        items
    }

    /// Where among the items the one stands that an edit changes, which must be as the edit knows it.
    fn place(&self, edit: &Edit, before: &str, items: &[(usize, Slot)]) -> Result<usize, EditRefusal> {
        let is_as_before = |slot: &Slot| self.keys.line(*slot) == before;
        let by_id = edit.id.as_ref().and_then(|id| self.keys.by_id(id));
        // Of items that share an id only one is used; another is known by its line.
        let slot = match by_id.filter(is_as_before).or_else(|| self.keys.by_line(before)) {
            Some(slot) => slot,
            None if by_id.is_some() => return Err(self.changed(edit)),
            None => return Err(EditRefusal::not_found(EditTarget::List(self.name), edit.key())),
        };
        let offset = match slot {
            Slot::Used(place) => self.keys.list.offset(place),
            Slot::Aside(place) => self.keys.list.set_aside()[place].as_ptr() as usize - self.text.as_ptr() as usize,
        };
        items.binary_search_by_key(&offset, |(offset, _)| *offset).map_err(|_| self.changed(edit))
    }

    fn changed(&self, edit: &Edit) -> EditRefusal {
        EditRefusal::Changed { target: EditTarget::List(self.name), key: edit.key().to_owned() }
    }
}

/// A field of the file itself: another value, a new one, or none.
fn head(
    text: &str,
    name: HeadField,
    now: Option<&str>,
    edits: &[&Edit],
    splices: &mut Vec<Splice>,
    fresh: &mut Vec<String>,
) -> Result<(), EditRefusal> {
    let [edit] = edits else { return Err(EditRefusal::Changed { target: EditTarget::Head(name), key: String::new() }) };
    if edit.before.as_deref() != now {
        return Err(EditRefusal::Changed { target: EditTarget::Head(name), key: String::new() });
    }
    match (now, &edit.after) {
        (None, None) => {}
        (None, Some(value)) => fresh.push(format!("{}: {value}", json(&name))),
        (Some(_), after) => {
            let (value, whole) =
                field(text, name.word()).ok_or_else(|| EditRefusal::not_found(EditTarget::Head(name), ""))?;
            splices.push(match after {
                Some(with) => Splice { from: value, to: end_of(text, value), with: with.clone() },
                None => Splice { from: whole.start, to: whole.end, with: String::new() },
            });
        }
    }
    Ok(())
}

/// Where the value of a field of the file itself stands, and the whole field with one of the commas beside it.
fn field(text: &str, name: &str) -> Option<(usize, Range<usize>)> {
    let mut reader = JsonReader::at(text, byte_order_mark(text));
    let mut before = None;
    let open = reader.offset() + 1;
    reader.enter().ok()?;
    while let Some(key) = reader.next_key().ok()? {
        let value = reader.offset();
        reader.skip().ok()?;
        let end = reader.offset();
        if key == name {
            let comma = usize::from(before.is_none() && text.as_bytes().get(end) == Some(&b','));
            return Some((value, before.unwrap_or(open)..end + comma));
        }
        before = Some(end);
    }
    None
}
