//! YAML, as far as data goes: mappings, lists and scalars. What a tag, an anchor or a comment adds is not kept.
//!
//! Scalars are told apart as `PyYAML` does (YAML 1.1), since the files read here are written and read by it: a plain
//! `yes` is a truth value, a plain `2024-03-02` a day. What is written is quoted wherever one version of YAML or the
//! other would take it for something else.

mod read;
mod write;

use serde_json::Value;

pub use self::read::{MOST_BYTES, UnreadableYaml, read};
pub use self::write::write;

/// A value, and the line it begins on.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The line, from 1.
    pub line: u32,
    /// What stands at the line.
    pub data: Data,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// A text, a number, a truth value or nothing.
    Scalar(Value),
    /// A list, with its elements in order.
    List(Vec<Node>),
    /// Values by key, in the order written.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// The value of a key; `None` where this is no mapping or has no such key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.map()?.iter().find(|(known, _)| known == key).map(|(_, node)| node)
    }

    /// The entries of a mapping.
    pub fn map(&self) -> Option<&[(String, Self)]> {
        if let Data::Map(entries) = &self.data { Some(entries) } else { None }
    }

    /// The items of a list.
    pub fn list(&self) -> Option<&[Self]> {
        if let Data::List(items) = &self.data { Some(items) } else { None }
    }

    /// The value as JSON.
    pub fn json(&self) -> Value {
        match &self.data {
            Data::Scalar(value) => value.clone(),
            Data::List(items) => items.iter().map(Self::json).collect(),
            Data::Map(entries) => entries.iter().map(|(key, node)| (key.clone(), node.json())).collect(),
        }
    }
}
