//! JSON, written piece by piece into one text.

use super::codec::Value;
use super::escape::write_text;

/// A value as compact JSON.
pub fn json(value: &dyn Value<'_>) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// An object being written.
pub struct ObjectWriter<'o> {
    out: &'o mut String,
    empty: bool,
}

impl<'o> ObjectWriter<'o> {
    /// Begins an object.
    pub fn new(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, empty: true }
    }

    /// Writes a key and hands over the text, for its value to be written.
    #[inline(never)]
    pub fn key(&mut self, key: &str) -> &mut String {
        if !std::mem::take(&mut self.empty) {
            self.out.push(',');
        }
        write_text(key, self.out);
        self.out.push(':');
        self.out
    }

    /// Writes a field.
    pub fn field(&mut self, key: &str, value: &dyn Value<'_>) {
        value.write(self.key(key));
    }

    /// Ends the object.
    pub fn end(self) {
        self.out.push('}');
    }
}

/// Writes a list, each element by `write`.
pub fn write_list<T>(list: impl IntoIterator<Item = T>, out: &mut String, mut write: impl FnMut(T, &mut String)) {
    out.push('[');
    for (place, item) in list.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(']');
}

/// Compact JSON spread over lines, two spaces of indentation a level.
pub fn pretty(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 2);
    let (mut depth, mut rest) = (0, compact);
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => past_text(rest),
            '{' | '[' if rest[1..].starts_with(['}', ']']) => 2,
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(end);
        rest = after;
        if matches!(token, "}" | "]") {
            depth -= 1;
            line(&mut out, depth);
        }
        out.push_str(token);
        match token {
            ":" => out.push(' '),
            "," => line(&mut out, depth),
            "{" | "[" => {
                depth += 1;
                line(&mut out, depth);
            }
            _ => {}
        }
    }
    out
}

/// Bytes of the text in quotes that comes first.
fn past_text(text: &str) -> usize {
    // The first quote begins it.
    let mut escaped = true;
    let ends = |c: char| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    };
    text.find(ends).map_or(text.len(), |end| end + 1)
}

/// JSON text without the white space between its tokens.
pub(crate) fn compact(raw: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let keep = |c: &char| {
        let white = matches!(c, ' ' | '\n' | '\r' | '\t');
        let keep = in_text || !white;
        in_text ^= *c == '"' && !escaped;
        escaped = in_text && *c == '\\' && !escaped;
        keep
    };
    raw.chars().filter(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compacting_keeps_space_and_quotes_inside_texts() {
        assert_eq!(compact("{ \"a b\" : [ 1 , \"x \\\" y\" ] }"), "{\"a b\":[1,\"x \\\" y\"]}");
    }
}
