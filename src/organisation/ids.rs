//! Ids as dense numbers: a `u32` per id, so that everything after reading is arrays and comparisons of numbers.

use crate::organisation::number::saturating;
use std::hash::Hasher;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::escape::same;

/// No id is given.
pub const NONE: u32 = u32::MAX;

/// An id is given, but no item has it.
pub const UNRESOLVED: u32 = u32::MAX - 1;

/// Numbers for ids, in the order they were entered.
///
/// The ids are copied into one text: looking up a million references then touches a few megabytes that stay near,
/// in place of a hundred spread over the file.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    table: HashTable<u32>,
    text: String,
    ends: Vec<u32>,
}

impl Ids {
    /// Room for so many ids.
    pub fn with_capacity(count: usize) -> Self {
        Self {
            table: HashTable::with_capacity(count),
            text: String::with_capacity(count * 8),
            ends: Vec::with_capacity(count),
        }
    }

    /// The number of `id`, given now if it has none.
    pub fn number(&mut self, id: &str) -> u32 {
        self.enter(id).unwrap_or_else(|known| known)
    }

    /// Gives `id` the next number, or fails with the number it has.
    #[inline(never)]
    pub fn enter(&mut self, id: &str) -> Result<u32, u32> {
        let Self { table, text, ends } = self;
        let known = |number: &u32| same(bytes(text, ends, *number), id.as_bytes());
        let hashed = hash(id.as_bytes());
        if let Some(number) = table.find(hashed, known) {
            return Err(*number);
        }
        let number = u32::try_from(ends.len()).unwrap_or(UNRESOLVED);
        text.push_str(id);
        ends.push(saturating(text.len()));
        table.insert_unique(hashed, number, |number| hash(bytes(text, ends, *number)));
        Ok(number)
    }

    /// The number of `id`, where it has one.
    #[inline(never)]
    pub fn find(&self, id: &str) -> Option<u32> {
        let known = |number: &u32| same(bytes(&self.text, &self.ends, *number), id.as_bytes());
        self.table.find(hash(id.as_bytes()), known).copied()
    }

    /// The id with this number.
    pub fn id(&self, number: u32) -> &str {
        &self.text[range(&self.ends, number)]
    }
}

/// The id with this number, as bytes: these are compared without asking where characters begin.
#[allow(clippy::inline_always, reason = "a few instructions, a million times")]
#[inline(always)]
fn bytes<'s>(text: &'s str, ends: &[u32], number: u32) -> &'s [u8] {
    &text.as_bytes()[range(ends, number)]
}

#[allow(clippy::inline_always, reason = "a few instructions, a million times")]
#[inline(always)]
fn range(ends: &[u32], number: u32) -> Range<usize> {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    start as usize..ends[number] as usize
}

#[inline(never)]
fn hash(id: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(id);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_its_number_and_a_number_its_id() {
        let mut ids = Ids::default();
        assert_eq!([ids.number("a"), ids.number(""), ids.number("a"), ids.number("b")], [0, 1, 0, 2]);
        assert_eq!((ids.find("b"), ids.find("c"), ids.id(1)), (Some(2), None, ""));
        assert_eq!(ids.enter("b"), Err(2));
    }
}
