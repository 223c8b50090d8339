//! From a value to text: a line for each scalar, mappings and lists in blocks.

use std::fmt::Write as _;

use serde_json::Value;

/// Writes a value as a YAML document. Keys of each mapping come in the order that `before` gives them, then by name.
pub fn write(value: &Value, before: &[&str]) -> String {
    let mut out = String::new();
    block(value, 0, before, &mut out);
    if out.starts_with('\n') { out.split_off(1) } else { out.trim_start().to_owned() }
}

/// Writes a value after its key or dash: a scalar on the line, anything else on lines of its own.
fn block(value: &Value, depth: usize, before: &[&str], out: &mut String) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            for (key, value) in in_order(entries, before) {
                indent(depth, out);
                // A longer key has to be said to be one: it is looked for only so far.
                if key.chars().count() > LONGEST_KEY {
                    out.push_str("? ");
                    scalar(key, out);
                    indent(depth, out);
                } else {
                    scalar(key, out);
                }
                out.push(':');
                block(value, depth + 1, before, out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                indent(depth, out);
                out.push('-');
                let begin = out.len();
                block(item, depth + 1, before, out);
                // The first entry stands on the line of its dash.
                let space = out[begin..].len() - out[begin..].trim_start().len();
                if space > 1 {
                    out.replace_range(begin..begin + space, " ");
                }
            }
        }
        Value::Object(_) => out.push_str(" {}\n"),
        Value::Array(_) => out.push_str(" []\n"),
        Value::String(text) => {
            out.push(' ');
            scalar(text, out);
            out.push('\n');
        }
        value => {
            out.push(' ');
            out.push_str(&figures(value));
            out.push('\n');
        }
    }
}

/// Letters of a key on the line of its value, at most, as `PyYAML` has it.
const LONGEST_KEY: usize = 128;

/// A number, a truth value or nothing as every YAML reads it: of numbers with an exponent some make texts.
fn figures(value: &Value) -> String {
    match value.as_f64().filter(|_| value.is_f64()) {
        Some(number) if number.fract() == 0.0 => format!("{number:.1}"),
        Some(number) => number.to_string(),
        None => value.to_string(),
    }
}

fn indent(depth: usize, out: &mut String) {
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.extend(std::iter::repeat_n("  ", depth));
}

fn in_order<'v>(entries: &'v serde_json::Map<String, Value>, before: &[&str]) -> Vec<(&'v String, &'v Value)> {
    let mut entries: Vec<_> = entries.iter().collect();
    let place = |key: &str| before.iter().position(|known| *known == key).unwrap_or(before.len());
    entries.sort_by(|a, b| place(a.0).cmp(&place(b.0)).then_with(|| a.0.cmp(b.0)));
    entries
}

/// Writes a text, quoted unless every YAML reads it as the same text. A day is written plain, as it came: what is
/// quoted would be a text.
fn scalar(text: &str, out: &mut String) {
    if is_safe(text) || is_day(text) {
        out.push_str(text);
    } else {
        // What JSON quotes, YAML reads; characters that YAML takes for the end of a line are escaped too.
        for letter in serde_json::Value::from(text).to_string().chars() {
            match letter {
                '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => {
                    let _ = write!(out, "\\u{:04x}", u32::from(letter));
                }
                letter => out.push(letter),
            }
        }
    }
}

/// Words that some version of YAML takes for something else than a text.
const WORDS: [&str; 11] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", ""];

fn is_safe(text: &str) -> bool {
    let word = |letter: char| letter.is_alphabetic() || matches!(letter, '_');
    let inner = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' ' | '.' | ',' | '/' | '(' | ')' | ':' | '%')
    };
    let keeps = |pair: &[u8]| pair != b": " && pair != b" #" && pair != b"  ";
    text.starts_with(word)
        && text.chars().all(inner)
        && text.as_bytes().windows(2).all(keeps)
        && !text.ends_with([' ', ':'])
        && !WORDS.iter().any(|known| text.eq_ignore_ascii_case(known))
}

fn is_day(text: &str) -> bool {
    crate::organisation::value::parse_date(text).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::exchange::yaml::read;

    #[test]
    fn a_document_is_written_in_blocks_in_the_order_asked() {
        let value =
            json!({"b": [[0, 1], [{"x": 1, "name": "No"}]], "a": {"k": "p: q"}, "empty": [], "day": "2024-03-02"});
        let text =
            "b:\n  - - 0\n    - 1\n  - - name: \"No\"\n      x: 1\na:\n  k: \"p: q\"\nday: 2024-03-02\nempty: []\n";
        assert_eq!(write(&value, &["b", "name"]), text);
    }

    /// Any value that YAML can hold as data.
    fn value() -> impl Strategy<Value = Value> {
        let text = prop_oneof![
            any::<String>(),
            "[ #:'\"\\\\-]{0,4}[a-zåäö0-9 .:#-]{0,8}",
            proptest::sample::select(vec![
                "yes",
                "No",
                "1",
                "0x1",
                "1:30",
                "~",
                "- a",
                "a: b",
                "# c",
                "010",
                "1e3",
                "=",
                "<<",
                "\u{85}\u{2028}",
                "\u{fffe}\u{ffff}",
                " a",
                "a ",
                "é\n\n b"
            ])
            .prop_map(str::to_owned),
        ];
        let scalar = prop_oneof![
            text.clone().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_filter_map("no number", |number| number.is_finite().then(|| Value::from(number))),
            any::<bool>().prop_map(Value::from),
            Just(Value::Null),
        ];
        scalar.prop_recursive(4, 40, 5, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::vec((text.clone(), inner), 0..5)
                    .prop_map(|entries| entries.into_iter().collect()),
            ]
        })
    }

    #[test]
    fn every_control_and_private_character_is_read_as_it_was_in_a_value_and_in_a_key() {
        let controls =
            ('\0'..='\u{9f}').chain('\u{2000}'..='\u{206f}').chain(['\u{feff}', '\u{fffd}', '\u{fffe}', '\u{ffff}']);
        let private = ('\u{e000}'..='\u{f8ff}').chain('\u{f0000}'..='\u{f00ff}').chain(['\u{10fffd}']);
        for letter in controls.chain(private) {
            for text in [letter.to_string(), format!("a{letter}"), format!("{letter}b"), format!("a{letter}b")] {
                let value = json!({"k": text.clone(), text: 1});
                assert_eq!(read(&write(&value, &[])).map(|node| node.json()), Ok(value), "{letter:?}");
            }
        }
    }

    #[test]
    fn a_number_with_many_figures_a_long_key_and_a_key_that_would_merge_are_read_as_they_were() {
        let long = "k".repeat(2_000);
        for value in
            [json!(1e300), json!(-1e-7), json!(2.0), json!(1e16), json!(u64::MAX), json!({"<<": {"a": 1}, "a": 2})]
        {
            let text = write(&value, &[]);
            assert_eq!(read(&text).map(|node| node.json()), Ok(value), "{text}");
        }
        let value = json!({ long.clone(): [{ long: { "å".repeat(129): 1 } }, 2], "b": "c" });
        assert_eq!(read(&write(&value, &[])).map(|node| node.json()), Ok(value));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(value in value()) {
            let text = write(&value, &["b", "a"]);
            prop_assert_eq!(read(&text).map(|node| node.json()), Ok(value), "{}", text);
        }
    }
}
