//! The scanner: walks JSON text once, front to back, and always knows where it stands.
//!
//! Reading a file of people's work asks for what no JSON library we found gives together: text borrowed from
//! the input, a value of the wrong kind reported with place, what was found and what was expected *as data* (the
//! page says it in two languages), and then reading on with the next value.

mod quick;

use std::borrow::Cow;

pub use quick::NextField;

use super::escape::{end_of_plain, unescape, visible};
use super::problem::{Expected, JsonKind, PathStep, Problem, ProblemKind, Problems};

/// Containers inside one another, at most. The format itself needs eight.
pub const MAX_DEPTH: usize = 64;

/// Why the text is not JSON. Nothing can be read after it, so it ends the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Byte offset of the first character that cannot stand where it stands.
    pub offset: usize,
    /// What was wrong there.
    pub kind: ProblemKind,
}

/// The text is not JSON; [`JsonReader::syntax`] says where and why. It is kept there so that what every step of the
/// reading returns is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop;

/// Whether a value could be used. If not, the problem is noted and the value passed over.
pub type Read = Result<bool, Stop>;

/// Where the scanner stands in an object or list it has entered.
#[derive(Clone, Copy)]
enum Within<'a> {
    /// Before its first entry.
    Start,
    /// At the value of a key, which is kept as it is written.
    Key(&'a str),
    /// At an element.
    Index(u32),
}

/// The scanner over one text.
pub struct JsonReader<'a> {
    text: &'a str,
    at: usize,
    within: Vec<Within<'a>>,
    most_depth: usize,
    is_careful: bool,
    /// What has been found wrong so far.
    pub problems: Problems,
    /// Why the reading stopped, where it did.
    pub syntax: Option<Syntax>,
}

impl<'a> JsonReader<'a> {
    /// A scanner at the start of `text`.
    pub fn new(text: &'a str) -> Self {
        let within = Vec::with_capacity(MAX_DEPTH);
        let problems = Problems::default();
        Self { text, at: 0, within, most_depth: MAX_DEPTH, is_careful: false, problems, syntax: None }
    }

    /// A scanner at the start of a text that holds parts of files so many containers deeper than a file does.
    pub fn deeper(text: &'a str, containers: usize) -> Self {
        Self { most_depth: MAX_DEPTH + containers, ..Self::new(text) }
    }

    /// A scanner at the value that begins at `offset`.
    pub fn at(text: &'a str, offset: usize) -> Self {
        Self { at: offset, ..Self::new(text) }
    }

    /// The scanner, to take the careful steps alone: what it reads is what it reads without.
    #[must_use]
    pub fn carefully(self) -> Self {
        Self { is_careful: true, ..self }
    }

    /// Byte offset of the next value, white space skipped.
    pub fn offset(&mut self) -> usize {
        self.skip_space();
        self.at
    }

    /// What kind of value comes next, without reading it.
    #[inline(never)]
    pub fn peek(&mut self) -> Result<JsonKind, Stop> {
        self.skip_space();
        match self.byte() {
            Some(b'"') => Ok(JsonKind::Text),
            Some(b'{') => Ok(JsonKind::Object),
            Some(b'[') => Ok(JsonKind::List),
            Some(b'-' | b'0'..=b'9') => Ok(JsonKind::Number),
            Some(b't' | b'f') => Ok(JsonKind::Boolean),
            Some(b'n') => Ok(JsonKind::Null),
            _ => Err(self.stop(ProblemKind::NotAValue)),
        }
    }

    /// Enters the object or list that comes next.
    pub fn enter(&mut self) -> Result<(), Stop> {
        if self.within.len() == self.most_depth {
            return Err(self.stop(ProblemKind::TooDeep));
        }
        self.at += 1;
        self.within.push(Within::Start);
        Ok(())
    }

    /// The next key of the object entered, with the scanner at its value, which must be read or skipped; none at the
    /// end of the object, which is then left.
    #[inline(never)]
    pub fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, Stop> {
        if !self.next_entry(b'}')? {
            return Ok(None);
        }
        self.skip_space();
        if self.byte() != Some(b'"') {
            return Err(self.stop(ProblemKind::NotAKey));
        }
        let start = self.at;
        let key = self.text()?;
        let raw = &self.text[start + 1..self.at - 1];
        self.skip_space();
        if !self.take(b':') {
            return Err(self.stop(ProblemKind::NoColon));
        }
        if let Some(within) = self.within.last_mut() {
            *within = Within::Key(raw);
        }
        Ok(Some(key))
    }

    /// The index of the next element of the list entered, which must be read or skipped; none at the end of the
    /// list, which is then left.
    #[inline(never)]
    pub fn next_item(&mut self) -> Result<Option<u32>, Stop> {
        if !self.next_entry(b']')? {
            return Ok(None);
        }
        let Some(within) = self.within.last_mut() else { return Ok(None) };
        let index = if let Within::Index(last) = within { *last + 1 } else { 0 };
        *within = Within::Index(index);
        Ok(Some(index))
    }

    /// Whether another entry follows; if not, the scanner has left the object or list that `end` closes.
    fn next_entry(&mut self, end: u8) -> Result<bool, Stop> {
        self.skip_space();
        if self.take(end) {
            self.within.pop();
            return Ok(false);
        }
        if !matches!(self.within.last(), Some(Within::Start)) && !self.take(b',') {
            return Err(self.stop(ProblemKind::NoComma));
        }
        Ok(true)
    }

    /// Reads a text, borrowed from the input unless it holds an escape.
    #[inline(never)]
    pub fn text(&mut self) -> Result<Cow<'a, str>, Stop> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut at = end_of_plain(bytes, start);
        if bytes.get(at) == Some(&b'"') {
            self.at = at + 1;
            return Ok(Cow::Borrowed(&self.text[start..at]));
        }
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => at = end_of_plain(bytes, at + 2),
                Some(_) => return Err(self.stop_at(at, ProblemKind::ControlCharacter)),
                None => return Err(self.stop_at(bytes.len(), ProblemKind::EndOfFile)),
            }
        }
        self.at = at + 1;
        unescape(&self.text[start..at]).ok_or_else(|| self.stop_at(start - 1, ProblemKind::BadEscape))
    }

    /// Reads a number and returns its digits as they stand.
    #[inline(never)]
    pub fn number(&mut self) -> Result<&'a str, Stop> {
        let start = self.at;
        self.take(b'-');
        if self.take(b'0') {
            if matches!(self.byte(), Some(b'0'..=b'9')) {
                return Err(self.stop(ProblemKind::BadNumber));
            }
        } else {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            if !self.take(b'-') {
                self.take(b'+');
            }
            self.digits()?;
        }
        Ok(&self.text[start..self.at])
    }

    /// Reads `true`, `false` or `null`.
    pub fn word(&mut self) -> Result<&'static str, Stop> {
        let rest = &self.text.as_bytes()[self.at..];
        for word in ["true", "false", "null"] {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(word);
            }
        }
        Err(self.stop(ProblemKind::NotAValue))
    }

    /// Passes over the next value, checking that it is JSON, and returns its text.
    #[inline(never)]
    pub fn skip(&mut self) -> Result<&'a str, Stop> {
        let start = self.offset();
        match self.peek()? {
            JsonKind::Text => drop(self.text()?),
            JsonKind::Number => drop(self.number()?),
            JsonKind::Object => {
                self.enter()?;
                while self.next_key()?.is_some() {
                    self.skip()?;
                }
            }
            JsonKind::List => {
                self.enter()?;
                while self.next_item()?.is_some() {
                    self.skip()?;
                }
            }
            _ => drop(self.word()?),
        }
        Ok(&self.text[start..self.at])
    }

    /// Notes that the next value is not what was expected, and skips it.
    #[inline(never)]
    pub fn refuse(&mut self, expected: Expected) -> Read {
        let offset = self.offset();
        let found = self.peek()?;
        self.skip()?;
        self.refuse_read(offset, found, expected)
    }

    /// Notes that the value just read, which began at `offset`, is not what was expected.
    #[inline(never)]
    pub fn refuse_read(&mut self, offset: usize, found: JsonKind, expected: Expected) -> Read {
        let shown = shorten(&self.text[offset..self.at]);
        self.note(offset, ProblemKind::NotExpected { found, shown, expected });
        Ok(false)
    }

    /// Notes a problem at `offset`, under the path where the scanner stands.
    #[inline(never)]
    pub fn note(&mut self, offset: usize, kind: ProblemKind) {
        let within = &self.within;
        self.problems.push(|| {
            let step = |within: &Within<'a>| match within {
                Within::Start => None,
                Within::Key(raw) => Some(PathStep::Key(unescape(raw).unwrap_or_default())),
                Within::Index(index) => Some(PathStep::Index(*index)),
            };
            let path: Vec<PathStep<'_>> = within.iter().filter_map(step).collect();
            Problem::new(offset, &path, kind)
        });
    }

    /// Notes that `key`, at whose value the scanner stands, was there before in the same object.
    pub fn note_repeated(&mut self, key: &str) {
        let offset = self.offset();
        self.note(offset, ProblemKind::RepeatedKey { key: key.to_owned() });
    }

    /// Ends the reading: only white space may be left.
    pub fn end(&mut self) -> Result<(), Stop> {
        self.skip_space();
        if self.at == self.text.len() { Ok(()) } else { Err(self.stop(ProblemKind::Trailing)) }
    }

    /// The text from `start` to where the scanner stands.
    pub fn since(&self, start: usize) -> &'a str {
        &self.text[start..self.at]
    }

    /// Bytes that are not read yet.
    pub fn rest(&self) -> usize {
        self.text.len() - self.at
    }

    #[allow(clippy::inline_always, reason = "a few instructions, at every character")]
    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[allow(clippy::inline_always, reason = "a few instructions, at every character")]
    #[inline(always)]
    fn take(&mut self, byte: u8) -> bool {
        let taken = self.byte() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    fn digits(&mut self) -> Result<(), Stop> {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.stop(ProblemKind::BadNumber)) } else { Ok(()) }
    }

    #[allow(clippy::inline_always, reason = "a few instructions, at every character")]
    #[inline(always)]
    fn skip_space(&mut self) {
        self.at = past_space(self.text.as_bytes(), self.at);
    }

    #[cold]
    #[inline(never)]
    fn stop(&mut self, kind: ProblemKind) -> Stop {
        let ended = self.at >= self.text.len();
        self.stop_at(self.at, if ended { ProblemKind::EndOfFile } else { kind })
    }

    /// Ends the reading for a reason that lies at `offset`.
    #[cold]
    #[inline(never)]
    pub(super) fn stop_at(&mut self, offset: usize, kind: ProblemKind) -> Stop {
        self.syntax = Some(Syntax { offset, kind });
        Stop
    }
}

/// The place of the first byte at or after `at` that is no white space.
#[allow(clippy::inline_always, reason = "a few instructions, at every character")]
#[inline(always)]
fn past_space(bytes: &[u8], at: usize) -> usize {
    // Between most there is none.
    if bytes.get(at).is_some_and(|byte| *byte > b' ') { at } else { past_some_space(bytes, at) }
}

#[inline(never)]
fn past_some_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// The beginning of a value's text, short enough for a message.
fn shorten(raw: &str) -> String {
    const SHOWN: usize = 40;
    match raw.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", visible(&raw[..end])),
        None => visible(raw),
    }
}
