//! From text to nodes.

use crate::organisation::number::saturating;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Number, Value};

use super::{Data, Node};

/// Bytes of a text that is read, at most. Libraries are some ten thousand.
pub const MOST_BYTES: usize = 4 << 20;
/// Values in a text, at most, each alias counted as what it stands for: a few lines of aliases to aliases could
/// otherwise stand for more than there is room for.
const MOST_NODES: usize = 200_000;
/// Mappings and lists inside one another, at most.
const DEEPEST: usize = 64;

/// Why a text is not read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum UnreadableYaml {
    /// The text is no YAML from this place on.
    Syntax {
        /// The line, from 1.
        line: u32,
        /// The column, from 1.
        column: u32,
    },
    /// The text is larger or deeper than what is read.
    TooLarge,
}

/// Reads the first document of a text.
pub fn read(text: &str) -> Result<Node, UnreadableYaml> {
    if text.len() > MOST_BYTES {
        return Err(UnreadableYaml::TooLarge);
    }
    let mut reader = YamlReader { parser: Parser::new_from_str(text), anchors: Vec::new(), nodes: 0 };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
            (Event::StreamEnd | Event::DocumentEnd, span) => return Ok(at(&span, Data::Scalar(Value::Null))),
            (event, span) => return reader.node(event, &span, 0),
        }
    }
}

struct YamlReader<'t> {
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    /// Values that aliases stand for.
    anchors: Vec<(usize, Node)>,
    nodes: usize,
}

impl<'t> YamlReader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Span), UnreadableYaml> {
        match self.parser.next() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let marker = error.marker();
                Err(UnreadableYaml::Syntax { line: saturating(marker.line()), column: saturating(marker.col() + 1) })
            }
            None => Err(UnreadableYaml::Syntax { line: 1, column: 1 }),
        }
    }

    fn node(&mut self, event: Event<'t>, span: &Span, depth: usize) -> Result<Node, UnreadableYaml> {
        self.nodes += 1;
        if self.nodes > MOST_NODES || depth > DEEPEST {
            return Err(UnreadableYaml::TooLarge);
        }
        let (anchor, data) = match event {
            Event::Alias(anchor) => {
                let known = self.anchors.iter().rev().find(|(known, _)| *known == anchor);
                let node = known.map(|(_, node)| node.clone()).ok_or_else(|| wrong(span))?;
                self.nodes += size(&node);
                return Ok(node);
            }
            Event::Scalar(text, style, anchor, tag) => {
                let is_text = style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str");
                (anchor, Data::Scalar(if is_text { Value::String(text.into_owned()) } else { plain(&text) }))
            }
            Event::SequenceStart(anchor, _) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break (anchor, Data::List(items)),
                        (event, span) => items.push(self.node(event, &span, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(anchor, _) => (anchor, Data::Map(self.entries(depth)?)),
            _ => return Err(wrong(span)),
        };
        let node = at(span, data);
        if anchor > 0 {
            self.anchors.push((anchor, node.clone()));
        }
        Ok(node)
    }

    fn entries(&mut self, depth: usize) -> Result<Vec<(String, Node)>, UnreadableYaml> {
        let (mut entries, mut merged) = (Vec::<(String, Node)>::new(), Vec::new());
        loop {
            let (key, is_plain, span) = match self.next()? {
                (Event::MappingEnd, _) => break,
                (Event::Scalar(key, style, ..), span) => (key.into_owned(), style == ScalarStyle::Plain, span),
                (_, span) => return Err(wrong(&span)),
            };
            let (event, value_at) = self.next()?;
            let value = self.node(event, &value_at, depth + 1)?;
            if is_plain && key == "<<" {
                merged.push(value);
            } else if entries.iter().any(|(known, _)| *known == key) {
                // Which of the two is meant, the text does not say.
                return Err(wrong(&span));
            } else {
                entries.push((key, value));
            }
        }
        for node in merged.iter().flat_map(|node| node.list().unwrap_or(std::slice::from_ref(node))) {
            for (key, value) in node.map().unwrap_or_default() {
                if entries.iter().all(|(known, _)| known != key) {
                    entries.push((key.clone(), value.clone()));
                }
            }
        }
        Ok(entries)
    }
}

/// How many values a node holds, itself not counted.
fn size(node: &Node) -> usize {
    match &node.data {
        Data::Scalar(_) => 0,
        Data::List(items) => items.iter().map(|item| 1 + size(item)).sum(),
        Data::Map(entries) => entries.iter().map(|(_, value)| 1 + size(value)).sum(),
    }
}

/// A plain scalar as what it means.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => return Value::Bool(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => return Value::Bool(false),
        _ => {}
    }
    number_of(text).map_or_else(|| Value::String(text.to_owned()), Value::Number)
}

/// A number in decimals: `12`, `-3`, `0.5`. With a sign or a point more, or a 0 before other digits, it is left a text:
/// versions of YAML do not agree on what it is.
fn number_of(text: &str) -> Option<Number> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = are_digits(whole) && rest.is_none_or(are_digits) && (whole == "0" || !whole.starts_with('0'));
    if !is_number {
        return None;
    }
    match rest {
        None => text.parse::<i64>().map(Number::from).or_else(|_| text.parse::<u64>().map(Number::from)).ok(),
        Some(_) => text.parse().ok().and_then(Number::from_f64),
    }
}

fn at(span: &Span, data: Data) -> Node {
    Node { line: saturating(span.start.line()), data }
}

fn wrong(span: &Span) -> UnreadableYaml {
    UnreadableYaml::Syntax { line: saturating(span.start.line()), column: saturating(span.start.col() + 1) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn json_of(text: &str) -> Value {
        read(text).expect("it is YAML").json()
    }

    #[test]
    fn scalars_are_what_they_are_to_the_program_that_writes_them() {
        let text = "a: 1\nb: '1'\nc: yes\nd: 2024-03-02\ne: 0.5\nf: 010\ng: ~\nh: N\ni: \"p\\xE5\"\nj: !!str 2";
        let means = json!({
            "a": 1, "b": "1", "c": true, "d": "2024-03-02", "e": 0.5, "f": "010", "g": null, "h": "N", "i": "på", "j": "2"
        });
        assert_eq!(json_of(text), means);
    }

    #[test]
    fn aliases_stand_for_what_they_name_and_merged_keys_give_way() {
        assert_eq!(
            json_of("a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n  k: 2"),
            json!({"a": {"k": 1}, "b": {"k": 1}, "c": {"k": 2}})
        );
    }

    #[test]
    fn what_is_no_yaml_is_refused_with_its_place() {
        assert_eq!(read("a: 1\nb: [1"), Err(UnreadableYaml::Syntax { line: 3, column: 1 }), "the end of the text");
        assert!(matches!(read("a: 1\na: 2"), Err(UnreadableYaml::Syntax { line: 2, column: 1 })), "a key twice");
    }

    #[test]
    fn aliases_of_aliases_do_not_grow_without_end() {
        let twice = |level: u32| format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1);
        let text = "a0: &a0 [1, 1]\n".to_owned() + &(1..40).map(twice).collect::<Vec<_>>().concat();
        assert_eq!(read(&text), Err(UnreadableYaml::TooLarge));
        assert_eq!(read(&"[".repeat(200)), Err(UnreadableYaml::TooLarge));
    }

    #[test]
    fn an_empty_text_is_nothing() {
        assert_eq!(json_of(""), Value::Null);
    }
}
