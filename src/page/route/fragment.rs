//! The syntax of a fragment: percent-encoding, and a query of keys and values.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};

/// The keys and values of a query, in their order.
#[derive(Debug, Default)]
pub(super) struct Pairs<'a>(Vec<(Cow<'a, str>, String)>);

impl<'a> Pairs<'a> {
    /// Reads `key=value&…`; what has no `=` has an empty value.
    pub(super) fn parse(query: &'a str) -> Self {
        let pair = |part: &'a str| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            (key.into(), decode(value))
        };
        Self(query.split('&').filter(|part| !part.is_empty()).map(pair).collect())
    }

    /// The value of a key; the first where it stands twice.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| &**value)
    }

    /// The value of a key, unless it is empty.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.get(key).filter(|value| !value.is_empty()).map(Into::into)
    }

    /// The number of a key, 0 where there is none.
    pub(super) fn number(&self, key: &str) -> u32 {
        self.get(key).and_then(|value| value.parse().ok()).unwrap_or(0)
    }

    /// Puts a key before the others: this is its value then.
    pub(super) fn set(&mut self, key: &'static str, value: String) {
        self.0.insert(0, (key.into(), value));
    }

    /// Takes a key out, with its value.
    pub(super) fn take(&mut self, key: &str) -> Option<String> {
        let place = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.remove(place).1)
    }

    /// Adds a key where there is a value.
    pub(super) fn add(&mut self, key: &'static str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.0.push((key.into(), value.to_string()));
        }
    }
}

/// `?key=value&…`, or nothing.
impl Display for Pairs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (key, value)) in self.0.iter().enumerate() {
            write!(f, "{}{key}={}", if at == 0 { '?' } else { '&' }, encode(value))?;
        }
        Ok(())
    }
}

/// Percent-encodes all but letters of the alphabet, digits and `-._~:,`.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Undoes [`encode`]; a `%` that begins no byte stands for itself, and what is no text is replaced.
pub(super) fn decode(text: &str) -> String {
    let hex = |digit: &u8| char::from(*digit).to_digit(16);
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = (bytes.get(at + 1).and_then(hex), bytes.get(at + 2).and_then(hex));
        if let (b'%', (Some(high), Some(low))) = (byte, digits) {
            out.extend(u8::try_from(high * 16 + low));
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Several texts as one value; [`items`] gives them back. A comma inside one is encoded, and so not taken for one between.
pub(super) fn list(texts: &[String]) -> String {
    texts.iter().map(|text| encode(text).replace(',', "%2C")).collect::<Vec<_>>().join(",")
}

/// The texts of a [`list`]; none of them is empty.
pub(super) fn items(list: &str) -> Vec<String> {
    list.split(',').filter(|text| !text.is_empty()).map(decode).collect()
}
