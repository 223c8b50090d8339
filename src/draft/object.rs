//! An item's line as its fields, each with its value as it is written.

use crate::organisation::json::JsonReader;
use crate::organisation::problem::JsonKind;
use crate::organisation::write;

/// The fields of an object with their values, by name. There are few, and a map of them would weigh more
/// than it saves.
#[derive(Debug, Clone, PartialEq)]
pub struct Fields<T>(Vec<(String, T)>);

/// The fields of an object, their values as JSON.
pub type JsonObject = Fields<String>;

impl<T> Default for Fields<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Fields<T> {
    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Gives a field a value.
    pub fn insert(&mut self, name: &str, value: T) {
        match self.0.binary_search_by(|(known, _)| known.as_str().cmp(name)) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (name.to_owned(), value)),
        }
    }

    /// Leaves a field out.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// Leaves out the fields whose names are not wanted.
    pub fn retain(&mut self, wanted: impl Fn(&str) -> bool) {
        self.0.retain(|(name, _)| wanted(name));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names of the fields, sorted.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }
}

impl<T> IntoIterator for Fields<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Reads the fields of an object; `None` where the text is none.
pub fn parse(text: &str) -> Option<JsonObject> {
    let mut reader = JsonReader::new(text);
    (reader.peek().ok()? == JsonKind::Object).then_some(())?;
    let mut object = JsonObject::default();
    reader.enter().ok()?;
    while let Some(key) = reader.next_key().ok()? {
        object.insert(&key, reader.skip().ok()?.to_owned());
    }
    Some(object)
}

/// The elements of a list, each as it is written; `None` where the text is none.
pub fn elements(text: &str) -> Option<Vec<&str>> {
    let mut reader = JsonReader::new(text);
    (reader.peek().ok()? == JsonKind::List).then_some(())?;
    let mut elements = Vec::new();
    reader.enter().ok()?;
    while reader.next_item().ok()?.is_some() {
        elements.push(reader.skip().ok()?);
    }
    Some(elements)
}

/// Writes the fields as an object.
pub fn write(object: &JsonObject) -> String {
    let mut out = String::new();
    let mut written = write::ObjectWriter::new(&mut out);
    for (key, value) in &object.0 {
        written.key(key).push_str(value);
    }
    written.end();
    out
}

/// The way to a field through the objects it is in, written as a JSON Pointer (RFC 6901) without its first slash:
/// `contact/email`. A name that holds a slash itself is told apart from two.
pub fn way(names: &[&str]) -> String {
    names.iter().map(|name| name.replace('~', "~0").replace('/', "~1")).collect::<Vec<_>>().join("/")
}

/// The first name of a way, and the rest of it.
fn step(way: &str) -> (String, Option<&str>) {
    let (first, rest) = way.split_once('/').map_or((way, None), |(first, rest)| (first, Some(rest)));
    (first.replace("~1", "/").replace("~0", "~"), rest)
}

/// The value at the end of a way, as JSON.
pub fn at(object: &JsonObject, way: &str) -> Option<String> {
    match step(way) {
        (name, None) => object.get(&name).cloned(),
        (name, Some(rest)) => at(&parse(object.get(&name)?)?, rest),
    }
}

/// Puts a value there; an object that then holds nothing is left out.
pub fn put(object: &mut JsonObject, way: &str, value: Option<String>) {
    let (name, rest) = step(way);
    let value = match rest {
        None => value,
        Some(rest) => {
            let mut part = object.get(&name).and_then(|now| parse(now)).unwrap_or_default();
            put(&mut part, rest, value);
            (!part.is_empty()).then(|| write(&part))
        }
    };
    match value {
        Some(value) => object.insert(&name, value),
        None => object.remove(&name),
    }
}
