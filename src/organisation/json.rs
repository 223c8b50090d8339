//! The scanner: walks JSON text once, front to back, and always knows where it stands.
//!
//! Reading a file of people's work asks for what no JSON library we found gives together: text borrowed from
//! the input, a value of the wrong kind reported with place, what was found and what was expected *as data* (the
//! page says it in two languages), and then reading on with the next value. Unescaping is left to `serde_json`.

use std::borrow::Cow;

use super::problem::{Expected, Found, Kind, Problem, Problems, Step};
use super::value::visible;

/// Containers inside one another, at most. The format itself needs eight.
pub const MAX_DEPTH: usize = 64;

/// Why the text is not JSON. Nothing can be read after it, so it ends the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Byte offset of the first character that cannot stand where it stands.
    pub offset: usize,
    /// What was wrong there.
    pub kind: Kind,
}

/// A value, or `None` when it was not usable: then the problem is noted and the value skipped.
pub type Read<T> = Result<Option<T>, Syntax>;

/// The scanner over one text.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    path: Vec<Step<'a>>,
    /// What has been found wrong so far.
    pub problems: Problems,
}

impl<'a> Reader<'a> {
    /// A scanner at the start of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0, path: Vec::new(), problems: Problems::default() }
    }

    /// A scanner at the value that begins at `offset`.
    pub fn at(text: &'a str, offset: usize) -> Self {
        Self { at: offset, ..Self::new(text) }
    }

    /// Byte offset of the next value, white space skipped.
    pub fn offset(&mut self) -> usize {
        self.skip_space();
        self.at
    }

    /// What kind of value comes next, without reading it.
    pub fn peek(&mut self) -> Result<Found, Syntax> {
        self.skip_space();
        match self.byte() {
            Some(b'"') => Ok(Found::Text),
            Some(b'{') => Ok(Found::Object),
            Some(b'[') => Ok(Found::List),
            Some(b'-' | b'0'..=b'9') => Ok(Found::Number),
            Some(b't' | b'f') => Ok(Found::Boolean),
            Some(b'n') => Ok(Found::Null),
            _ => Err(self.syntax(Kind::NotAValue)),
        }
    }

    /// Reads an object: `each` is called with every key, standing at its value, and must read or skip it.
    pub fn object(
        &mut self,
        mut each: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), Syntax>,
    ) -> Result<(), Syntax> {
        self.open()?;
        self.skip_space();
        if self.take(b'}') {
            self.depth -= 1;
            return Ok(());
        }
        loop {
            self.skip_space();
            if self.byte() != Some(b'"') {
                return Err(self.syntax(Kind::NotAKey));
            }
            let key = self.text()?;
            self.skip_space();
            if !self.take(b':') {
                return Err(self.syntax(Kind::NoColon));
            }
            self.path.push(Step::Key(key.clone()));
            each(self, key)?;
            self.path.pop();
            self.skip_space();
            if self.take(b'}') {
                self.depth -= 1;
                return Ok(());
            }
            if !self.take(b',') {
                return Err(self.syntax(Kind::NoComma));
            }
        }
    }

    /// Reads a list: `each` is called standing at every element with its index from 0, and must read or skip it.
    pub fn list(&mut self, mut each: impl FnMut(&mut Self, u32) -> Result<(), Syntax>) -> Result<(), Syntax> {
        self.open()?;
        self.skip_space();
        if self.take(b']') {
            self.depth -= 1;
            return Ok(());
        }
        for index in 0.. {
            self.path.push(Step::Index(index));
            each(self, index)?;
            self.path.pop();
            self.skip_space();
            if self.take(b']') {
                break;
            }
            if !self.take(b',') {
                return Err(self.syntax(Kind::NoComma));
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads a text, borrowed from the input unless it holds an escape.
    #[inline(never)]
    pub fn text(&mut self) -> Result<Cow<'a, str>, Syntax> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut escaped = false;
        let mut at = start + 1;
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at += 2;
                }
                Some(0x20..) => at += 1,
                Some(_) => return Err(Syntax { offset: at, kind: Kind::ControlCharacter }),
                None => return Err(Syntax { offset: bytes.len(), kind: Kind::EndOfFile }),
            }
        }
        self.at = at + 1;
        if !escaped {
            return Ok(Cow::Borrowed(&self.text[start + 1..at]));
        }
        serde_json::from_str(&self.text[start..=at])
            .map(Cow::Owned)
            .map_err(|_| Syntax { offset: start, kind: Kind::BadEscape })
    }

    /// Reads a number and returns its digits as they stand.
    #[inline(never)]
    pub fn number(&mut self) -> Result<&'a str, Syntax> {
        let start = self.at;
        self.take(b'-');
        if self.take(b'0') {
            if matches!(self.byte(), Some(b'0'..=b'9')) {
                return Err(self.syntax(Kind::BadNumber));
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
    pub fn word(&mut self) -> Result<&'static str, Syntax> {
        let rest = &self.text.as_bytes()[self.at..];
        for word in ["true", "false", "null"] {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(word);
            }
        }
        Err(self.syntax(Kind::NotAValue))
    }

    /// Passes over the next value, checking that it is JSON, and returns its text.
    #[inline(never)]
    pub fn skip(&mut self) -> Result<&'a str, Syntax> {
        let start = self.offset();
        match self.peek()? {
            Found::Text => drop(self.text()?),
            Found::Number => drop(self.number()?),
            Found::Object => self.object(|reader, _| reader.skip().map(drop))?,
            Found::List => self.list(|reader, _| reader.skip().map(drop))?,
            _ => drop(self.word()?),
        }
        Ok(&self.text[start..self.at])
    }

    /// Notes that the next value is not what was expected, and skips it.
    #[inline(never)]
    pub fn refuse<T>(&mut self, expected: Expected) -> Read<T> {
        let offset = self.offset();
        let found = self.peek()?;
        self.skip()?;
        self.refuse_read(offset, found, expected)
    }

    /// Notes that the value just read, which began at `offset`, is not what was expected.
    #[inline(never)]
    pub fn refuse_read<T>(&mut self, offset: usize, found: Found, expected: Expected) -> Read<T> {
        let shown = shorten(&self.text[offset..self.at]);
        self.note(offset, Kind::NotExpected { found, shown, expected });
        Ok(None)
    }

    /// Notes a problem at `offset`, under the path where the scanner stands.
    pub fn note(&mut self, offset: usize, kind: Kind) {
        let path = &self.path;
        self.problems.push(|| Problem::new(offset, path, kind));
    }

    /// Notes that `key`, at whose value the scanner stands, was there before in the same object.
    pub fn note_repeated(&mut self, key: &str) {
        let offset = self.offset();
        self.note(offset, Kind::RepeatedKey { key: key.to_owned() });
    }

    /// Ends the reading: only white space may be left.
    pub fn end(&mut self) -> Result<(), Syntax> {
        self.skip_space();
        if self.at == self.text.len() { Ok(()) } else { Err(self.syntax(Kind::Trailing)) }
    }

    /// The text from `start` to where the scanner stands.
    pub fn since(&self, start: usize) -> &'a str {
        &self.text[start..self.at]
    }

    fn open(&mut self) -> Result<(), Syntax> {
        if self.depth == MAX_DEPTH {
            return Err(self.syntax(Kind::TooDeep));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let taken = self.byte() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    fn digits(&mut self) -> Result<(), Syntax> {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.syntax(Kind::BadNumber)) } else { Ok(()) }
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn syntax(&self, kind: Kind) -> Syntax {
        let ended = self.at >= self.text.len();
        Syntax { offset: self.at, kind: if ended { Kind::EndOfFile } else { kind } }
    }
}

/// The beginning of a value's text, short enough for a message.
fn shorten(raw: &str) -> String {
    const SHOWN: usize = 40;
    match raw.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", visible(&raw[..end])),
        None => visible(raw),
    }
}
