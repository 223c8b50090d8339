//! What an import makes of items: those that are there and those that are new, changed field by field.

use rustc_hash::{FxHashMap, FxHashSet};

use super::note::{FieldChange, ImportQuestion, ImportedItem, ItemFate, MOST_NOTES, Note, NoteKind, SheetSpot};
use crate::draft::patch::{FieldValue, Patch};
use crate::draft::slug::new_id;
use crate::exchange::field::{SheetColumn, SheetTarget};
use crate::exchange::object::ItemFields;
use crate::exchange::object::json;
use crate::exchange::sheet::SheetCell;
use crate::exchange::value::{CellContext, same};
use crate::organisation::value::Language;

/// Everything an import does, before it is done.
pub(super) struct Ledger<'d> {
    pub(super) ground: CellContext<'d>,
    entries: Vec<LedgerEntry>,
    places: FxHashMap<(SheetTarget, String), usize>,
    pub(super) notes: Vec<Note>,
    /// Notes that are not kept: where the first of them stands, and their number.
    left_out: Option<(SheetSpot, u32)>,
    pub(super) questions: Vec<ImportQuestion>,
    language: Language,
}

/// An item that rows speak of.
struct LedgerEntry {
    target: SheetTarget,
    /// The id of the item, or the line it was.
    key: String,
    is_new: bool,
    at: SheetSpot,
    name: String,
    object: ItemFields,
    /// Top-level keys that were put.
    put: FxHashSet<String>,
    changes: Vec<FieldChange>,
    /// Of each field put the row that did.
    rows: FxHashMap<String, u32>,
}

impl<'d> Ledger<'d> {
    pub(super) fn new(ground: CellContext<'d>, language: Language) -> Self {
        Self {
            ground,
            entries: Vec::new(),
            places: FxHashMap::default(),
            notes: Vec::new(),
            left_out: None,
            questions: Vec::new(),
            language,
        }
    }

    pub(super) fn note(&mut self, at: SheetSpot, found: &SheetCell, what: NoteKind) {
        const SHOWN: usize = 80;
        if self.notes.len() < MOST_NOTES {
            let found = found.plain().chars().take(SHOWN).collect();
            self.notes.push(Note { at, found, what });
        } else {
            self.left_out.get_or_insert((at, 0)).1 += 1;
        }
    }

    pub(super) fn ask(&mut self, question: ImportQuestion) {
        if !self.questions.iter().any(|known| known.key == question.key) {
            self.questions.push(question);
        }
    }

    /// An item that is there, opened for changes. `key` is its id, or its line where it has none.
    pub(super) fn open(&mut self, target: SheetTarget, key: &str, line: &str, name: &str, at: SheetSpot) -> usize {
        let place = (target, key.to_owned());
        if let Some(entry) = self.places.get(&place) {
            return *entry;
        }
        self.places.insert(place, self.entries.len());
        self.entries.push(LedgerEntry {
            target,
            key: key.to_owned(),
            is_new: false,
            at,
            name: name.to_owned(),
            object: ItemFields::read(line),
            put: FxHashSet::default(),
            changes: Vec::new(),
            rows: FxHashMap::default(),
        });
        self.entries.len() - 1
    }

    /// A new item. Where its list has ids and none is given, it gets one from its name.
    pub(super) fn add(
        &mut self,
        target: SheetTarget,
        id: Option<String>,
        name: &str,
        at: SheetSpot,
    ) -> (usize, String) {
        let list = target.list().filter(|list| !list.id_field().is_empty());
        let id = id.unwrap_or_else(|| match list {
            Some(list) => new_id(list.name(), name, &|id| !self.has_id(target, id)),
            None => format!("\n{}", self.entries.len()),
        });
        let entry = self.open(target, &id, "{}", name, at);
        if let Some(list) = list {
            let new = &mut self.entries[entry];
            new.object.put(&["id"], &json(&id));
            new.put.insert("id".to_owned());
            self.ground.books.enter(list, &id, &[name.to_owned()]);
        }
        self.entries[entry].is_new = true;
        (entry, id)
    }

    /// Whether an item of the list has the id, or will have.
    fn has_id(&self, target: SheetTarget, id: &str) -> bool {
        let books = &self.ground.books;
        match target {
            SheetTarget::Units => books.units.has(id),
            SheetTarget::People => books.people.has(id),
            SheetTarget::Risks => books.risks.has(id),
            _ => {
                self.places.contains_key(&(target, id.to_owned()))
                    || self.ground.directory.measures.iter().any(|known| known.id == id)
            }
        }
    }

    /// What a field of an item is now, as JSON.
    pub(super) fn get(&self, entry: usize, path: &[&str]) -> Option<String> {
        self.entries[entry].object.get(path)
    }

    /// The fields of an item as they are now.
    pub(super) fn fields(&self, entry: usize) -> ItemFields {
        self.entries[entry].object.clone()
    }

    /// The row that said what a field is, where one has.
    pub(super) fn row_of(&self, entry: usize, field: &str) -> Option<u32> {
        self.entries[entry].rows.get(field).copied()
    }

    /// Whether a row speaks of the item of this key.
    pub(super) fn is_open(&self, target: SheetTarget, key: &str) -> bool {
        self.places.contains_key(&(target, key.to_owned()))
    }

    /// Whether an item is new.
    pub(super) fn is_new(&self, entry: usize) -> bool {
        self.entries[entry].is_new
    }

    /// Gives a field the value of a cell. What cannot be used is noted.
    pub(super) fn set_cell(&mut self, entry: usize, column: &SheetColumn, cell: &SheetCell, at: SheetSpot) {
        let old = self.get(entry, &column.path());
        match self.ground.value(column, cell, old.as_deref()) {
            Ok(None) => {}
            Ok(Some(value)) => self.set(entry, column, &value, cell, at),
            Err(what) => self.note(at, cell, what),
        }
    }

    /// Gives a field a value. The first row that does so for a field is the one that counts.
    pub(super) fn set(&mut self, entry: usize, column: &SheetColumn, value: &str, cell: &SheetCell, at: SheetSpot) {
        let path = column.path();
        let old = self.get(entry, &path);
        if old.as_deref().is_some_and(|old| same(column.field.form, old, value)) {
            self.entries[entry].rows.entry(column.id()).or_insert(at.row);
            return;
        }
        let id = column.id();
        if let Some(row) = self.entries[entry].rows.get(&id).copied() {
            self.note(at, cell, NoteKind::Contradicts { row });
            return;
        }
        let say =
            |raw: Option<&str>| raw.map_or(String::new(), |raw| self.ground.cell(column, raw, self.language).plain());
        let change =
            |new: Option<&str>| FieldChange { field: id.clone(), before: say(old.as_deref()), after: say(new) };
        let entry = &mut self.entries[entry];
        entry.object.put(&path, value);
        let after = entry.object.get(&path);
        let change = change(after.as_deref());
        entry.put.insert(path[0].to_owned());
        entry.rows.insert(id, at.row);
        entry.changes.push(change);
    }

    /// The wishes that carry it all out.
    pub(super) fn patches(&self) -> Vec<Patch> {
        let fields = |entry: &LedgerEntry| {
            let keys = entry.object.keys().filter(|key| entry.put.contains(*key));
            keys.filter_map(|key| Some((key.clone(), FieldValue::Json(entry.object.get(&[key])?)))).collect()
        };
        let patch = |entry: &LedgerEntry| {
            let list = entry.target.list()?;
            Some(if entry.is_new {
                Patch::Add { list, fields: fields(entry) }
            } else {
                Patch::Set { list, key: entry.key.clone(), fields: fields(entry) }
            })
        };
        self.entries.iter().filter(|entry| entry.is_new || !entry.changes.is_empty()).filter_map(patch).collect()
    }

    /// The items that rows speak of, in the order of the rows.
    pub(super) fn items(self) -> (Vec<ImportedItem>, Vec<Note>, Vec<ImportQuestion>) {
        let item = |entry: LedgerEntry| ImportedItem {
            at: entry.at,
            target: entry.target,
            name: entry.name,
            fate: match () {
                () if entry.is_new => ItemFate::Added,
                () if entry.changes.is_empty() => ItemFate::Same,
                () => ItemFate::Changed,
            },
            fields: entry.changes,
        };
        let mut notes = self.notes;
        notes.extend(self.left_out.map(|(at, count)| Note {
            at,
            found: String::new(),
            what: NoteKind::NotesLeftOut { count },
        }));
        (self.entries.into_iter().map(item).collect(), notes, self.questions)
    }
}
