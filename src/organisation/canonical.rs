//! The canonical form of a file: keys in the order of the format, lists sorted, one item a line.
//!
//! It makes a file diff well, and makes the file a function of what it says: two files that say the same are the
//! same bytes. `matrices` that are used keep their order, for the first is the one used; those that are set aside come
//! after them, sorted.

use std::borrow::Cow;

use super::Organisation;
use super::decimal;
use super::escape::write_text;
use super::json::{JsonReader, Stop};
use super::problem::JsonKind;
use super::record::Value;
use super::sort;
use super::write::{ObjectWriter, compact, json, write_list};

/// Writes the whole file.
pub fn write(organisation: &Organisation<'_>) -> String {
    let mut out = String::from("{");
    organisation.each_field(&mut |key, value| {
        let separator = if out.len() == 1 { "\n" } else { ",\n" };
        out.push_str(separator);
        write_text(key, &mut out);
        out.push_str(": ");
        match value {
            TopField::Value(value) => out.push_str(&value),
            TopField::Lines(lines) => {
                out.push_str("[\n");
                out.push_str(&lines.join(",\n"));
                out.push_str("\n]");
            }
        }
    });
    out.push_str("\n}\n");
    out
}

/// The top-level fields that are no lists of items, each with its value, in the order they are written.
pub fn top_fields(organisation: &Organisation<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    organisation.each_field(&mut |key, value| {
        if let TopField::Value(value) = value {
            fields.push((key.to_owned(), value));
        }
    });
    fields
}

/// A top-level field, written.
pub(super) enum TopField {
    /// In one piece.
    Value(String),
    /// A list, one item a line.
    Lines(Vec<String>),
}

/// The lines of a list: a line an item, used or set aside.
pub(super) fn lines<'v, 'a: 'v>(
    items: &mut dyn Iterator<Item = &'v dyn Value<'a>>,
    set_aside: &[&str],
    sorted: bool,
) -> Vec<String> {
    let mut lines: Vec<String> = items.map(json).collect();
    let used = lines.len();
    lines.extend(set_aside.iter().map(|raw| compact(raw)));
    sort::all(if sorted { &mut lines } else { &mut lines[used..] });
    lines
}

/// JSON text with the keys of every object and the elements of every list sorted, as if both were sets.
pub fn in_one_order(text: &str) -> String {
    let mut out = String::new();
    // What the program wrote itself is JSON.
    let _ = sorted(&mut JsonReader::new(text), &mut out);
    out
}

fn sorted(reader: &mut JsonReader<'_>, out: &mut String) -> Result<(), Stop> {
    match reader.peek()? {
        JsonKind::Object => {
            reader.enter()?;
            let mut fields: Vec<(Cow<'_, str>, String)> = Vec::new();
            while let Some(key) = reader.next_key()? {
                let mut value = String::new();
                sorted(reader, &mut value)?;
                fields.retain(|(known, _)| *known != key);
                fields.push((key, value));
            }
            sort::all(&mut fields);
            let mut object = ObjectWriter::new(out);
            for (key, value) in fields {
                object.key(&key).push_str(&value);
            }
            object.end();
        }
        JsonKind::List => {
            reader.enter()?;
            let mut list: Vec<String> = Vec::new();
            while reader.next_item()?.is_some() {
                let mut item = String::new();
                sorted(reader, &mut item)?;
                list.push(item);
            }
            sort::all(&mut list);
            write_list(list, out, |item, out| out.push_str(&item));
        }
        JsonKind::Text => write_text(&reader.text()?, out),
        JsonKind::Number => {
            let digits = reader.number()?;
            // Only what the format does not know can hold numbers that are not whole.
            match decimal::parse(digits).filter(|_| digits.contains(['.', 'e', 'E'])) {
                Some(number) => number.write(out),
                None => out.push_str(digits),
            }
        }
        _ => out.push_str(reader.word()?),
    }
    Ok(())
}
