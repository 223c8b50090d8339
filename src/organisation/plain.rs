//! The values that JSON itself has: texts, numbers, booleans and lists, and what may be absent.

use std::borrow::Cow;
use std::fmt::Write;

use super::codec::Value;
use super::decimal;
use super::escape::write_text;
use super::json::{JsonReader, Read, Stop};
use super::problem::{Expected, JsonKind};
use super::walk::{Referred, Walk};
use super::write::write_list;

/// Text borrowed from the file, or owned where the file had an escape or an edit made it.
pub type Str<'a> = Cow<'a, str>;

/// Reads a text that `parse` understands.
#[inline(never)]
pub(crate) fn parse_text(
    reader: &mut JsonReader<'_>,
    parse: &mut dyn FnMut(&str) -> bool,
    expected: fn() -> Expected,
) -> Read {
    let offset = reader.offset();
    let Some(text) = text_or_refuse(reader, &expected)? else { return Ok(false) };
    if parse(&text) { Ok(true) } else { reader.refuse_read(offset, JsonKind::Text, expected()) }
}

#[inline(never)]
pub(super) fn text_or_refuse<'a>(
    reader: &mut JsonReader<'a>,
    expected: &dyn Fn() -> Expected,
) -> Result<Option<Str<'a>>, Stop> {
    if let Some(text) = reader.plain_text() {
        return Ok(Some(Cow::Borrowed(text)));
    }
    if reader.peek()? == JsonKind::Text { reader.text().map(Some) } else { reader.refuse(expected()).map(|_| None) }
}

/// Puts a number that was read in its place.
pub(super) fn put<T>(place: &mut T, number: Option<T>) -> bool {
    number.map(|number| *place = number).is_some()
}

/// Reads a number that `parse` understands.
#[inline(never)]
fn parse_number(reader: &mut JsonReader<'_>, parse: &mut dyn FnMut(&str) -> bool, expected: fn() -> Expected) -> Read {
    let offset = reader.offset();
    if reader.peek()? != JsonKind::Number {
        return reader.refuse(expected());
    }
    let digits = reader.number()?;
    if parse(digits) { Ok(true) } else { reader.refuse_read(offset, JsonKind::Number, expected()) }
}

impl<'a> Value<'a> for Str<'a> {
    fn blank() -> Self {
        Cow::Borrowed("")
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        let text = match reader.plain_text() {
            Some(text) => Some(Cow::Borrowed(text)),
            None => text_or_refuse(reader, &|| Expected::Text)?,
        };
        Ok(put(self, text))
    }

    fn write(&self, out: &mut String) {
        write_text(self, out);
    }
}

/// Only to be written.
impl<'a> Value<'a> for &str {
    fn blank() -> Self {
        ""
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        reader.refuse(Expected::Text)
    }

    fn write(&self, out: &mut String) {
        write_text(self, out);
    }
}

/// Declares how a whole number is read and written.
macro_rules! numbers {
    ($($type:ty: $expected:expr,)*) => { $(
        impl<'a> Value<'a> for $type {
            fn blank() -> Self {
                Self::default()
            }

            #[inline(never)]
            fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
                parse_number(reader, &mut |digits| put(self, digits.parse().ok()), || $expected)
            }

            fn write(&self, out: &mut String) {
                let _ = write!(out, "{self}");
            }
        }
    )* };
}

numbers! {
    u32: Expected::Whole { from: 0, to: Self::MAX.into() },
    i64: Expected::Whole { from: Self::MIN, to: Self::MAX },
    i32: Expected::Whole { from: Self::MIN.into(), to: Self::MAX.into() },
}

impl<'a> Value<'a> for f64 {
    fn blank() -> Self {
        Self::default()
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        parse_number(reader, &mut |digits| put(self, decimal::parse(digits)), || Expected::Number)
    }

    fn write(&self, out: &mut String) {
        decimal::write(*self, out);
    }
}

impl<'a> Value<'a> for bool {
    fn blank() -> Self {
        false
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.peek()? != JsonKind::Boolean {
            return reader.refuse(Expected::Boolean);
        }
        *self = reader.word()? == "true";
        Ok(true)
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl<'a, T: Value<'a>> Value<'a> for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if reader.takes_null()? {
            return Ok(true);
        }
        self.insert(T::blank()).read(reader)
    }

    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }

    fn must_be_there() -> bool {
        false
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn may_refer() -> bool {
        T::may_refer()
    }

    fn each_ref(&self, walk: &mut Walk<'_>) {
        if let Some(value) = self {
            walk.optional(&mut |walk| value.each_ref(walk));
        }
    }

    fn referred(way: &[&str]) -> Option<Referred> {
        T::referred(way)
    }
}

/// A list may be left out: it is then empty.
impl<'a, T: Value<'a>> Value<'a> for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        read_list(reader, &mut |reader| {
            let mut item = T::blank();
            let usable = item.read(reader)?;
            self.push(item);
            Ok(usable)
        })
    }

    fn write(&self, out: &mut String) {
        write_list(self, out, Value::write);
    }

    fn must_be_there() -> bool {
        false
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn may_refer() -> bool {
        T::may_refer()
    }

    fn each_ref(&self, walk: &mut Walk<'_>) {
        for (index, item) in (0..).zip(self) {
            walk.element(index, &mut |walk| item.each_ref(walk));
        }
    }

    fn referred(way: &[&str]) -> Option<Referred> {
        T::referred(way)
    }
}

#[inline(never)]
fn read_list<'a>(reader: &mut JsonReader<'a>, each: &mut dyn FnMut(&mut JsonReader<'a>) -> Read) -> Read {
    if reader.peek()? != JsonKind::List {
        return reader.refuse(Expected::List);
    }
    let mut usable = true;
    reader.enter()?;
    while reader.next_item()?.is_some() {
        usable &= each(reader)?;
    }
    Ok(usable)
}
