//! The canonical form of a file: keys in the order of the format, lists sorted, one item a line.
//!
//! It makes a file diff well, and makes the file a function of what it says: two files that say the same are the
//! same bytes. `matrices` keep their order, for the first is the one used.

use serde::Serialize;

use super::Organisation;

/// Writes the whole file.
pub fn write(organisation: &Organisation<'_>) -> String {
    let mut out = String::from("{");
    organisation.each_field(&mut |key, value| {
        let separator = if out.len() == 1 { "\n" } else { ",\n" };
        out.push_str(separator);
        out.push_str(&json(key));
        out.push_str(": ");
        match value {
            Field::Value(value) => out.push_str(&value),
            Field::Lines(lines) => {
                out.push_str("[\n");
                out.push_str(&lines.join(",\n"));
                out.push_str("\n]");
            }
        }
    });
    out.push_str("\n}\n");
    out
}

/// A top-level field, written.
pub(super) enum Field {
    /// In one piece.
    Value(String),
    /// A list, one item a line.
    Lines(Vec<String>),
}

/// A value as compact JSON.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
