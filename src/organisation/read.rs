//! Reading a whole file: bytes to text, text to lists, item by item.

use std::borrow::Cow;

use super::json::{JsonReader, Read, Stop, Syntax};
use super::problem::{Expected, JsonKind, Problem, ProblemKind, Problems};
use super::record::Value;
use super::{Item, List, Organisation};

/// The version of the format this product reads and writes.
pub const FORMAT: u32 = 1;

/// The most bytes a file may have: four times a country of a million people.
pub const MOST_BYTES: usize = 1 << 29;

/// Bytes between two calls of the progress function.
const PROGRESS_STEP: usize = 1 << 20;

/// Why nothing was opened: one fatal problem.
pub type Unreadable = Box<Problem>;

/// The text of a file's bytes, which must be UTF-8; a byte order mark may stand first.
pub fn decode(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(fatal(&[], 0, ProblemKind::TooLarge { limit: MOST_BYTES }));
    }
    let looks_like = match bytes[..] {
        [0xFF, 0xFE, ..] | [b'{' | b'[', 0, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] | [0, b'{' | b'[', ..] => Some("UTF-16BE"),
        [b'P', b'K', 3, 4, ..] => Some("ZIP"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("OLE2"),
        _ => None,
    };
    if let Some(looks_like) = looks_like {
        return Err(fatal(&bytes, 0, ProblemKind::NotUtf8 { looks_like: Some(looks_like.into()) }));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        // å, ä and ö in Windows-1252, alone among ASCII.
        let swedish = matches!(bytes[at], 0xE5 | 0xE4 | 0xF6 | 0xC5 | 0xC4 | 0xD6);
        let looks_like = swedish.then(|| Cow::from("Windows-1252"));
        fatal(bytes, at, ProblemKind::NotUtf8 { looks_like })
    })
}

/// Reads a file's text. `progress` is told now and then how many bytes have been read.
///
/// What could not be used is in the [`Problems`], still without lines: `Problems::find_lines` adds them once all
/// have been gathered.
pub fn read<'a>(text: &'a str, progress: &mut dyn FnMut(usize)) -> Result<(Organisation<'a>, Problems), Unreadable> {
    read_by(JsonReader::at(text, start(text)), text, progress)
}

/// Reads a file's text by the careful steps alone: what quick reading is held against.
pub fn read_carefully(text: &str) -> Result<(Organisation<'_>, Problems), Unreadable> {
    read_by(JsonReader::at(text, start(text)).carefully(), text, &mut |_| ())
}

/// Where the file begins in its text: after a byte order mark.
fn start(text: &str) -> usize {
    const BYTE_ORDER_MARK: char = '\u{FEFF}';
    if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
}

fn read_by<'a>(
    mut reader: JsonReader<'a>,
    text: &'a str,
    progress: &mut dyn FnMut(usize),
) -> Result<(Organisation<'a>, Problems), Unreadable> {
    match (read_top(&mut reader, progress), reader.syntax) {
        (Ok(organisation), _) => Ok((organisation, reader.problems)),
        (Err(Stop), syntax) => {
            let Syntax { offset, kind } = syntax.unwrap_or(Syntax { offset: 0, kind: ProblemKind::NotAValue });
            Err(fatal(text.as_bytes(), offset, kind))
        }
    }
}

#[allow(clippy::unnecessary_box_returns, reason = "it is the error of a result, which should be small")]
fn fatal(text: &[u8], offset: usize, kind: ProblemKind) -> Unreadable {
    let mut problems = Problems::default();
    problems.push(|| Problem::new(offset, &[], kind));
    problems.find_lines(text);
    Box::new(problems.list.remove(0))
}

fn read_top<'a>(reader: &mut JsonReader<'a>, progress: &mut dyn FnMut(usize)) -> Result<Organisation<'a>, Stop> {
    let mut organisation = Organisation::default();
    let offset = reader.offset();
    let found = reader.peek()?;
    if found != JsonKind::Object {
        let shown = String::new();
        return Err(reader.stop_at(offset, ProblemKind::NotExpected { found, shown, expected: Expected::Object }));
    }
    let mut seen: Vec<Cow<'a, str>> = Vec::new();
    // Lists that hold nothing, which the canonical form leaves out.
    let mut empty: Vec<Cow<'a, str>> = Vec::new();
    reader.enter()?;
    while let Some(key) = reader.next_key()? {
        if seen.contains(&key) {
            reader.note_repeated(&key);
            // The first counts: without it the next would count in what is written of this.
            if let Some(place) = empty.iter().position(|list| *list == key) {
                organisation.unknown.push((empty.swap_remove(place), "[]"));
            }
            organisation.unknown.push((key, reader.skip()?));
            continue;
        }
        seen.push(key.clone());
        let start = reader.offset();
        let is_list = reader.peek()? == JsonKind::List;
        let used = match &*key {
            "format" => {
                organisation.format = Some(format(reader)?);
                true
            }
            "$schema" => keep(reader, &mut organisation.schema)?,
            "name" => keep(reader, &mut organisation.name)?,
            "notice" => keep(reader, &mut organisation.notice)?,
            "as_of" => keep(reader, &mut organisation.as_of)?,
            "packs" => keep(reader, &mut organisation.packs)?,
            "extract" => keep(reader, &mut organisation.extract)?,
            name => match organisation.list_mut(name) {
                Some(items) if is_list => {
                    if !list(reader, items, progress)? {
                        empty.push(key.clone());
                    }
                    true
                }
                Some(_) => reader.refuse(Expected::List)?,
                None => {
                    reader.skip()?;
                    reader.note(start, ProblemKind::UnknownField { field: key.to_string() });
                    false
                }
            },
        };
        if !used {
            organisation.unknown.push((key, reader.since(start)));
        }
    }
    reader.end()?;
    if organisation.format.is_none() {
        reader.note(offset, ProblemKind::Missing { field: "format".into() });
    }
    Ok(organisation)
}

/// Reads the version of the format; another version ends the reading.
fn format(reader: &mut JsonReader<'_>) -> Result<u32, Stop> {
    let offset = reader.offset();
    let found = reader.skip()?;
    if found.parse() == Ok(FORMAT) {
        return Ok(FORMAT);
    }
    let found = found.chars().take(20).collect();
    Err(reader.stop_at(offset, ProblemKind::OtherFormat { found, reads: FORMAT }))
}

/// Reads a top-level field, which stays empty where its value cannot be used.
fn keep<'a, T: Value<'a>>(reader: &mut JsonReader<'a>, field: &mut Option<T>) -> Read {
    let usable = field.insert(T::blank()).read(reader)?;
    if !usable {
        *field = None;
    }
    Ok(usable)
}

/// A list of the file, to be read.
pub(super) trait Items<'a> {
    /// Reads the next item; whether it can be used.
    fn read_item(&mut self, reader: &mut JsonReader<'a>, index: u32) -> Read;

    /// Notes where its first item begins, in bytes.
    fn begin(&mut self, start: usize);

    /// Makes room for so many more items, whose text is so many bytes.
    fn make_room(&mut self, items: usize, bytes: usize);

    /// Gives back the room that was not needed.
    fn close(&mut self);

    /// Keeps the text of an item that cannot be used.
    fn set_aside(&mut self, raw: &'a str);
}

impl<'a, T: Value<'a> + Item> Items<'a> for List<'a, T> {
    #[inline(never)]
    fn read_item(&mut self, reader: &mut JsonReader<'a>, index: u32) -> Read {
        // It is read where it will stay: items are large, and moving them costs more than reading some fields.
        self.items.push(T::blank());
        let Some(item) = self.items.last_mut() else { return Ok(false) };
        let usable = item.read(reader)?;
        item.set_index(index);
        if !usable {
            self.items.pop();
        }
        Ok(usable)
    }

    fn begin(&mut self, start: usize) {
        self.start = u32::try_from(start).ok();
    }

    fn make_room(&mut self, items: usize, bytes: usize) {
        // Never more than the text itself takes, and only if it can be had: a list that is longer grows by itself.
        let _ = self.items.try_reserve_exact(items.min(bytes / size_of::<T>()));
    }

    fn close(&mut self) {
        self.items.shrink_to_fit();
    }

    fn set_aside(&mut self, raw: &'a str) {
        self.set_aside.push(raw);
    }
}

/// Reads a list item by item; an item that cannot be used is set aside and the next one read.
fn list<'a>(reader: &mut JsonReader<'a>, list: &mut dyn Items<'a>, progress: &mut dyn FnMut(usize)) -> Read {
    const FIRST: u32 = 16;
    let begin = reader.offset();
    let mut told = begin;
    let mut holds_any = false;
    list.begin(begin + 1);
    reader.enter()?;
    while let Some(index) = reader.next_item()? {
        let start = reader.offset();
        holds_any = true;
        if index == FIRST {
            // The first items tell how many the rest of the file can hold. A list that doubles again and again is
            // copied as often.
            let rest = reader.rest();
            list.make_room(rest / ((start - begin) / FIRST as usize), rest);
        }
        if start - told > PROGRESS_STEP {
            told = start;
            progress(start);
        }
        if !list.read_item(reader, index)? {
            list.set_aside(reader.since(start));
        }
    }
    list.close();
    Ok(holds_any)
}
