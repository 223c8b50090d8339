//! The lists of a file looked at alike, whatever their items are: by position, by id and as the lines they are
//! written as. What changes a file works on these.

use super::json::{JsonReader, Syntax};
use super::problem::{Problem, Weight};
use super::record::{Origin, Value};
use super::walk::{Reference, Walk};
use super::write::json;
use super::{Item, List};

/// A list, whatever its items are.
pub trait AnyList {
    /// Byte offset of its first item, just after the bracket; `None` where the file has no such list.
    fn start(&self) -> Option<usize>;
    /// Items that are used.
    fn count(&self) -> usize;
    /// The id of an item that is used, where items of the list have one.
    fn id(&self, place: usize) -> Option<&str>;
    /// An item that is used, as the canonical form writes it.
    fn line(&self, place: usize) -> String;
    /// Byte offset of an item that is used.
    fn offset(&self, place: usize) -> usize;
    /// Where an item that is used stood.
    fn origin(&self, place: usize) -> Origin;
    /// Walks to every reference of an item that is used.
    fn each_ref(&self, place: usize, each: &mut dyn FnMut(&Reference<'_>));
    /// The text of the items set aside.
    fn set_aside(&self) -> &[&str];
}

impl<'a, T: Value<'a> + Item> AnyList for List<'a, T> {
    fn start(&self) -> Option<usize> {
        self.start.map(|start| start as usize)
    }

    fn count(&self) -> usize {
        self.items.len()
    }

    fn id(&self, place: usize) -> Option<&str> {
        self.items[place].id()
    }

    fn line(&self, place: usize) -> String {
        json(&self.items[place])
    }

    fn offset(&self, place: usize) -> usize {
        self.items[place].origin().offset as usize
    }

    fn origin(&self, place: usize) -> Origin {
        self.items[place].origin()
    }

    fn each_ref(&self, place: usize, each: &mut dyn FnMut(&Reference<'_>)) {
        if T::may_refer() {
            self.items[place].each_ref(&mut Walk::new(each));
        }
    }

    fn set_aside(&self) -> &[&str] {
        &self.set_aside
    }
}

/// An item read on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The id of the item, where items of its list have one.
    pub id: Option<String>,
    /// The item as the canonical form writes it.
    pub text: String,
}

/// Reads one item of a list from JSON of its own. The paths of its problems begin at the item: `$.name`.
pub(super) fn read_line<'a, T: Value<'a> + Item>(text: &'a str) -> Result<Line, Vec<Problem>> {
    let mut item = T::blank();
    read_alone(&mut item, text)?;
    Ok(Line { id: item.id().map(str::to_owned), text: json(&item) })
}

/// Reads one item from JSON of its own as it is used, whatever there is to be said about it.
pub fn read_used<'a, T: Value<'a>>(text: &'a str) -> Option<T> {
    let mut item = T::blank();
    read_alone(&mut item, text).ok()?;
    Some(item)
}

/// Reads one item from JSON of its own, where nothing at all is to be said about it.
pub fn read_whole<'a, T: Value<'a>>(text: &'a str) -> Option<T> {
    let mut item = T::blank();
    let mut reader = JsonReader::new(text);
    let usable = item.read(&mut reader).and_then(|usable| reader.end().map(|()| usable));
    (usable == Ok(true) && reader.problems.count == 0).then_some(item)
}

/// Reads a value from JSON of its own and writes it in canonical form.
pub(super) fn read_value<'a, T: Value<'a>>(text: &'a str) -> Result<String, Vec<Problem>> {
    let mut value = T::blank();
    read_alone(&mut value, text)?;
    Ok(json(&value))
}

fn read_alone<'a>(value: &mut dyn Value<'a>, text: &'a str) -> Result<(), Vec<Problem>> {
    let mut reader = JsonReader::new(text);
    match value.read(&mut reader).and_then(|usable| reader.end().map(|()| usable)) {
        Ok(true) => Ok(()),
        Ok(false) => {
            let mut problems = reader.problems.list;
            problems.retain(|problem| problem.kind.weight() <= Weight::SetAside);
            Err(problems)
        }
        Err(_) => {
            Err(reader.syntax.map(|Syntax { offset, kind }| Problem::new(offset, &[], kind)).into_iter().collect())
        }
    }
}
