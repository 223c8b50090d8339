//! The quick steps. What programs write is plain: known keys and texts without escapes. Such are looked for first, and
//! taken without further ado; of anything else nothing is taken, and the careful steps say what it is.

use super::{JsonReader, Stop, Within, past_space};
use crate::organisation::escape::{end_of_plain, same};
use crate::organisation::problem::JsonKind;

/// What comes next in an object whose keys are known.
pub enum NextField {
    /// The key at this place, with the scanner at its value.
    At(usize),
    /// Nothing: the object has ended, and is left.
    End,
    /// Something to be looked at closer, by [`JsonReader::next_key`].
    Other,
}

impl<'a> JsonReader<'a> {
    /// The next of `keys` in the object entered, where it is written plainly. Most files write the fields in one order,
    /// so the first looked for is `expected`.
    #[inline]
    pub fn next_field(&mut self, keys: &'static [&'static str], expected: usize) -> NextField {
        let bytes = self.text.as_bytes();
        let Some(within) = self.within.last_mut().filter(|_| !self.is_careful) else { return NextField::Other };
        let mut at = past_space(bytes, self.at);
        match bytes.get(at) {
            Some(b'}') => {
                self.at = at + 1;
                self.within.pop();
                return NextField::End;
            }
            Some(b',') if !matches!(within, Within::Start) => at = past_space(bytes, at + 1),
            _ if matches!(within, Within::Start) => {}
            _ => return NextField::Other,
        }
        let Some((b'"', rest)) = bytes.get(at..).and_then(<[u8]>::split_first) else { return NextField::Other };
        let is = |place: &usize| {
            let key = keys[*place].as_bytes();
            rest.get(key.len()) == Some(&b'"') && same(&rest[..key.len()], key)
        };
        let Some(place) = (expected..keys.len()).find(is).or_else(|| (0..expected).find(is)) else {
            return NextField::Other;
        };
        at = past_space(bytes, at + keys[place].len() + 2);
        if bytes.get(at) != Some(&b':') {
            return NextField::Other;
        }
        self.at = past_space(bytes, at + 1);
        *within = Within::Key(keys[place]);
        NextField::At(place)
    }

    /// The next value, where it is a text without escapes.
    #[inline]
    pub fn plain_text(&mut self) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        let start = past_space(bytes, self.at) + 1;
        if self.is_careful || bytes.get(start - 1) != Some(&b'"') {
            return None;
        }
        let end = end_of_plain(bytes, start);
        if bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// Whether the next value is `null`; it is then passed over.
    #[inline]
    pub fn takes_null(&mut self) -> Result<bool, Stop> {
        // Hardly ever is it, and then it shows.
        if !matches!(self.byte(), Some(b'n' | ..=b' ')) {
            return Ok(false);
        }
        let is_null = self.peek()? == JsonKind::Null;
        if is_null {
            self.word()?;
        }
        Ok(is_null)
    }
}
