//! Reading a whole file: bytes to text, text to lists, item by item.

use std::borrow::Cow;

use super::json::{Read, Reader, Syntax};
use super::problem::{Expected, Found, Kind, Problem, Problems};
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
        return Err(fatal(&[], 0, Kind::TooLarge { limit: MOST_BYTES }));
    }
    let looks_like = match bytes[..] {
        [0xFF, 0xFE, ..] | [b'{' | b'[', 0, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] | [0, b'{' | b'[', ..] => Some("UTF-16BE"),
        [b'P', b'K', 3, 4, ..] => Some("ZIP"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("OLE2"),
        _ => None,
    };
    if let Some(looks_like) = looks_like {
        return Err(fatal(&bytes, 0, Kind::NotUtf8 { looks_like: Some(looks_like.into()) }));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        // å, ä and ö in Windows-1252, alone among ASCII.
        let swedish = matches!(bytes[at], 0xE5 | 0xE4 | 0xF6 | 0xC5 | 0xC4 | 0xD6);
        let looks_like = swedish.then(|| Cow::from("Windows-1252"));
        fatal(bytes, at, Kind::NotUtf8 { looks_like })
    })
}

/// Reads a file's text. `progress` is told now and then how many bytes have been read.
///
/// What could not be used is in the [`Problems`], still without lines: `Problems::find_lines` adds them once all
/// have been gathered.
pub fn read<'a>(text: &'a str, progress: &mut dyn FnMut(usize)) -> Result<(Organisation<'a>, Problems), Unreadable> {
    const BYTE_ORDER_MARK: char = '\u{FEFF}';
    let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let mut reader = Reader::at(text, start);
    let organisation =
        read_top(&mut reader, progress).map_err(|Syntax { offset, kind }| fatal(text.as_bytes(), offset, kind))?;
    Ok((organisation, reader.problems))
}

#[allow(clippy::unnecessary_box_returns, reason = "it is the error of a result, which should be small")]
fn fatal(text: &[u8], offset: usize, kind: Kind) -> Unreadable {
    let mut problems = Problems::default();
    problems.push(|| Problem::new(offset, &[], kind));
    problems.find_lines(text);
    Box::new(problems.list.remove(0))
}

fn read_top<'a>(reader: &mut Reader<'a>, progress: &mut dyn FnMut(usize)) -> Result<Organisation<'a>, Syntax> {
    let mut organisation = Organisation::default();
    let offset = reader.offset();
    let found = reader.peek()?;
    if found != Found::Object {
        let shown = String::new();
        return Err(Syntax { offset, kind: Kind::NotExpected { found, shown, expected: Expected::Object } });
    }
    let mut seen: Vec<Cow<'a, str>> = Vec::new();
    reader.object(|reader, key| {
        if seen.contains(&key) {
            reader.note_repeated(&key);
            organisation.unknown.push((key, reader.skip()?));
            return Ok(());
        }
        seen.push(key.clone());
        let start = reader.offset();
        let list = reader.peek()? == Found::List;
        match &*key {
            "format" => organisation.format = Some(format(reader)?),
            "$schema" => keep(reader, &mut organisation.schema, &mut organisation.unknown, key)?,
            "name" => keep(reader, &mut organisation.name, &mut organisation.unknown, key)?,
            "notice" => keep(reader, &mut organisation.notice, &mut organisation.unknown, key)?,
            "as_of" => keep(reader, &mut organisation.as_of, &mut organisation.unknown, key)?,
            "packs" => keep(reader, &mut organisation.packs, &mut organisation.unknown, key)?,
            name if list => {
                if let Some(read) = organisation.read_list(reader, name, progress) {
                    return read;
                }
                unknown(reader, &mut organisation, key)?;
            }
            name if Organisation::LISTS.contains(&name) => {
                reader.refuse::<()>(Expected::List)?;
                organisation.unknown.push((key, reader.since(start)));
            }
            _ => unknown(reader, &mut organisation, key)?,
        }
        Ok(())
    })?;
    reader.end()?;
    if organisation.format.is_none() {
        reader.note(offset, Kind::Missing { field: "format".into() });
    }
    Ok(organisation)
}

/// Reads the version of the format; another version ends the reading.
fn format(reader: &mut Reader<'_>) -> Result<u32, Syntax> {
    let offset = reader.offset();
    let found = reader.skip()?;
    if found.parse() == Ok(FORMAT) {
        return Ok(FORMAT);
    }
    let found = found.chars().take(20).collect();
    Err(Syntax { offset, kind: Kind::OtherFormat { found, reads: FORMAT } })
}

/// Reads a top-level field; a value that cannot be used is kept as it was written.
fn keep<'a, T: Value<'a>>(
    reader: &mut Reader<'a>,
    field: &mut Option<T>,
    unknown: &mut Vec<(Cow<'a, str>, &'a str)>,
    key: Cow<'a, str>,
) -> Result<(), Syntax> {
    let start = reader.offset();
    *field = T::read(reader)?;
    if field.is_none() {
        unknown.push((key, reader.since(start)));
    }
    Ok(())
}

fn unknown<'a>(reader: &mut Reader<'a>, organisation: &mut Organisation<'a>, key: Cow<'a, str>) -> Result<(), Syntax> {
    let offset = reader.offset();
    let raw = reader.skip()?;
    reader.note(offset, Kind::UnknownField { field: key.to_string() });
    organisation.unknown.push((key, raw));
    Ok(())
}

/// Reads a list item by item; an item that cannot be used is set aside and the next one read.
pub(super) fn list<'a, T: Value<'a> + Item>(
    reader: &mut Reader<'a>,
    list: &mut List<'a, T>,
    progress: &mut dyn FnMut(usize),
) -> Result<(), Syntax> {
    let mut told = reader.offset();
    list.start = u32::try_from(told + 1).ok();
    reader.list(|reader, index| {
        let start = reader.offset();
        if start - told > PROGRESS_STEP {
            told = start;
            progress(start);
        }
        let item: Read<T> = T::read(reader);
        match item? {
            Some(mut item) => {
                item.set_index(index);
                list.items.push(item);
            }
            None => list.set_aside.push(reader.since(start)),
        }
        Ok(())
    })
}
