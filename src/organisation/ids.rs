//! Ids as dense numbers: a `u32` per id, so that everything after reading is arrays and comparisons of numbers.

use std::hash::{BuildHasher, BuildHasherDefault};

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// No id is given.
pub const NONE: u32 = u32::MAX;

/// An id is given, but no item has it.
pub const STRANGER: u32 = u32::MAX - 1;

fn hash(id: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(id)
}

/// Finds items of one list by id. It holds indices only; the ids stay in the items.
#[derive(Debug, Clone, Default)]
pub struct Ids(HashTable<u32>);

impl Ids {
    /// Enters every id under its index. Where an id stands twice the first is kept, and the pair is told.
    pub fn new<'i, F: Fn(u32) -> &'i str>(count: usize, id: F, mut duplicate: impl FnMut(u32, u32)) -> Self {
        let mut table = HashTable::with_capacity(count);
        for index in 0..u32::try_from(count).unwrap_or(STRANGER) {
            let new = id(index);
            let hasher = |known: &u32| hash(id(*known));
            match table.entry(hash(new), |known| id(*known) == new, hasher) {
                hashbrown::hash_table::Entry::Occupied(known) => duplicate(*known.get(), index),
                hashbrown::hash_table::Entry::Vacant(place) => drop(place.insert(index)),
            }
        }
        Self(table)
    }

    /// The index of the item with this id.
    pub fn find<'i>(&self, wanted: &str, id: impl Fn(u32) -> &'i str) -> Option<u32> {
        self.0.find(hash(wanted), |index| id(*index) == wanted).copied()
    }
}

/// Numbers for names that need no item, in the order they are first met.
#[derive(Debug, Clone, Default)]
pub struct Names {
    names: Vec<String>,
    table: HashTable<u32>,
}

impl Names {
    /// The number of `name`, given now if it has none.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(known) = self.find(name) {
            return known;
        }
        let index = u32::try_from(self.names.len()).unwrap_or(STRANGER);
        self.names.push(name.to_owned());
        let names = &self.names;
        self.table.insert_unique(hash(name), index, |known| hash(&names[*known as usize]));
        index
    }

    /// The number of `name`, where it has one.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.table.find(hash(name), |known| self.names[*known as usize] == name).copied()
    }

    /// The name with this number.
    pub fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
