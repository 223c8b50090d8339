//! What the format does not know, or could not use: nobody has read it, so it is looked through before it leaves.

use crate::organisation::json::{JsonReader, Stop};
use crate::organisation::problem::JsonKind;

/// Whether text of JSON may go to the municipality's own people: nothing in it is marked otherwise, and no text in it
/// is one that `left_out` knows as the id of something left out.
pub(super) fn may_leave(raw: &str, left_out: &dyn Fn(&str) -> bool) -> bool {
    is_clean(&mut JsonReader::new(raw), left_out) == Ok(true)
}

fn is_clean(reader: &mut JsonReader<'_>, left_out: &dyn Fn(&str) -> bool) -> Result<bool, Stop> {
    let mut clean = true;
    match reader.peek()? {
        JsonKind::Object => {
            reader.enter()?;
            while let Some(key) = reader.next_key()? {
                clean &= !left_out(&key);
                if key == "marking" {
                    clean &= matches!(reader.skip()?, r#""open""# | r#""internal""# | "null");
                } else {
                    clean &= is_clean(reader, left_out)?;
                }
            }
        }
        JsonKind::List => {
            reader.enter()?;
            while reader.next_item()?.is_some() {
                clean &= is_clean(reader, left_out)?;
            }
        }
        // The id of a finding holds others.
        JsonKind::Text => {
            let text = reader.text()?;
            clean &= !left_out(&text) && !text.split(':').any(left_out);
        }
        _ => {
            reader.skip()?;
        }
    }
    Ok(clean)
}

/// The text of a field of an object.
pub(super) fn text_of(raw: &str, field: &str) -> Option<String> {
    let mut reader = JsonReader::new(raw);
    (reader.peek().ok()? == JsonKind::Object).then_some(())?;
    reader.enter().ok()?;
    while let Some(key) = reader.next_key().ok()? {
        if key == field && reader.peek().ok()? == JsonKind::Text {
            return Some(reader.text().ok()?.into_owned());
        }
        reader.skip().ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_field_is_found_behind_others_and_is_a_text() {
        let raw = r#"{"a": {"id": "within"}, "id": 5, "id": "found", "marking": "never"}"#;
        assert_eq!(text_of(raw, "id").as_deref(), Some("found"));
        assert_eq!(text_of(raw, "marking").as_deref(), Some("never"));
        for (raw, field) in [(raw, "a"), (raw, "gone"), (r#"["id", "x"]"#, "id"), (r#"{"id": "#, "id")] {
            assert_eq!(text_of(raw, field), None, "{field} of {raw}");
        }
    }

    #[test]
    fn what_is_marked_at_any_depth_stays() {
        let leaves = |raw| may_leave(raw, &|id| id == "gone");
        assert!(leaves(r#"{"a": [1, {"marking": "internal"}, "here", null]}"#));
        assert!(leaves(r#"{"marking": "open"}"#));
        for raw in [
            r#"{"a": [{"marking": "secret:18:13"}]}"#,
            r#"{"marking": "never"}"#,
            r#"{"marking": "neverr"}"#,
            r#"{"marking": ["open"]}"#,
            r#"{"marking": "open", "marking": "never"}"#,
            r#"[["gone"]]"#,
            r#"{"gone": 1}"#,
            r#""rule:unit:gone""#,
        ] {
            assert!(!leaves(raw), "{raw}");
        }
    }
}
