//! Sheets whose rows are units, risks or measures: found by id, then by name, and changed field by field.

use rustc_hash::FxHashMap;

use super::note::{Doubt, ImportAnswer, ImportCandidate, ImportQuestion, NoteKind, SheetSpot};
use super::units::kind_by_name;
use super::{ImportRun, ImportedSheet, ROWS_A_STEP};
use crate::exchange::book::NameMatch;
use crate::exchange::directory::KnownItem;
use crate::exchange::field::{CellForm, CellReference, SheetColumn, SheetTarget};
use crate::exchange::names::normal;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::is_no_thing;
use crate::exchange::words::{KINDS, word_of};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

impl ImportRun<'_> {
    pub(super) fn rows(&mut self, sheet: &ImportedSheet<'_>, progress: &mut dyn FnMut(f64)) {
        let target = sheet.mapping.target;
        let directory = self.directory;
        let (known, name_field) = match target {
            SheetTarget::Units => (&directory.units, "name"),
            SheetTarget::Risks => (&directory.risks, "title"),
            _ => (&directory.measures, "title"),
        };
        let mut finder = ItemFinder::new(known);
        finder.claim(sheet);
        // Items first, then their fields: a row may point to one below it.
        let mut found = Vec::new();
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row) / 2.0);
            }
            if let Some(entry) = self.item(sheet, row, target, name_field, &mut finder) {
                found.push((row, entry));
            }
        }
        for (row, entry) in found {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(0.5 + sheet.part(row) / 2.0);
            }
            if target == SheetTarget::Risks {
                self.judge_by(sheet, row, entry);
            }
            let motive = if target == SheetTarget::Risks { self.motive(sheet, row, entry) } else { None };
            self.set_row(sheet, row, entry, target, &["id", motive.unwrap_or_default()]);
            if target == SheetTarget::Units && self.ledger.is_new(entry) && self.ledger.get(entry, &["kind"]).is_none()
            {
                self.assume_kind(sheet, row, entry);
            }
            if target == SheetTarget::Risks {
                self.knowledge(sheet, row, entry);
            }
        }
    }

    /// The item that a row is about, new where the file has none; `None` where that cannot be told.
    fn item(
        &mut self,
        sheet: &ImportedSheet<'_>,
        row: usize,
        target: SheetTarget,
        name_field: &str,
        finder: &mut ItemFinder<'_>,
    ) -> Option<usize> {
        let at = sheet.spot(row, None);
        let (id, name) = (sheet.text(row, "id"), sheet.text(row, name_field));
        let name = name.or_else(|| sheet.text(row, &format!("{name_field}_en")));
        match finder.find(id.as_deref(), name.as_deref()) {
            Hit::Known(known) => {
                if let (Some(id), SheetTarget::Units) = (&id, target) {
                    self.ledger.ground.books.units.also(id, &known.id);
                }
                Some(self.ledger.open(target, &known.id, &known.line, &known.names[0], at))
            }
            Hit::Several(count) => {
                let (cell, at) = sheet.cell(row, name_field);
                let of = if target == SheetTarget::Units { CellReference::Unit } else { CellReference::Risk };
                self.ledger.note(at, cell, NoteKind::Ambiguous { of, count });
                None
            }
            Hit::Nothing => {
                // A row of one's own list may have a sign where it has no name.
                let is_nameless = |name: &String| target == SheetTarget::Units && id.is_none() && is_no_thing(name);
                let Some(name) = name.filter(|name| !is_nameless(name)) else {
                    let what = NoteKind::Needed { field: name_field.to_owned() };
                    self.ledger.note(at, &SheetCell::Empty, what);
                    return None;
                };
                if target == SheetTarget::Units && id.is_none() && self.is_no_place(&name) {
                    let (cell, at) = sheet.cell(row, name_field);
                    self.ledger.note(at, cell, NoteKind::NotAPlace);
                    self.unused_rest(sheet, row, &[name_field]);
                    return None;
                }
                let key = id.clone().unwrap_or_else(|| format!("\n{}", normal(&name)));
                if let Some(entry) = finder.fresh.get(&key) {
                    return Some(*entry);
                }
                let (entry, id) = self.ledger.add(target, id, &name, at);
                let english = sheet.text(row, &format!("{name_field}_en")).filter(|english| *english != name);
                if let (Some(list), Some(english)) = (target.list(), english) {
                    self.ledger.ground.books.call(list, &id, &english);
                }
                if target == SheetTarget::Units {
                    let said = sheet.text(row, "kind").and_then(|kind| word_of(KINDS, &kind));
                    let kind = said.and_then(UnitKind::from_word).unwrap_or_else(|| kind_by_name(&name));
                    self.units.enter(&id, kind, None);
                }
                finder.fresh.insert(key, entry);
                Some(entry)
            }
        }
    }

    /// Has levels looked up in the matrix that the row names, or that its risk has.
    fn judge_by(&mut self, sheet: &ImportedSheet<'_>, row: usize, entry: usize) {
        let named = sheet.text(row, "matrix").and_then(|name| {
            match self.ledger.ground.books.of(CellReference::Matrix).find(&name) {
                NameMatch::One(id) => Some(id),
                _ => None,
            }
        });
        let own = || self.ledger.get(entry, &["matrix"]).and_then(|raw| serde_json::from_str::<String>(&raw).ok());
        let matrix = named.or_else(own);
        let method = self.directory.methods.iter().find(|method| Some(&method.matrix) == matrix.as_ref());
        (self.ledger.ground.likelihood, self.ledger.ground.dimensions) = match method {
            Some(method) => (method.likelihood.clone(), method.dimensions.clone()),
            None => (self.directory.likelihood.clone(), self.directory.dimensions.clone()),
        };
    }

    /// The dimension of a column that does not say it: the only one of the row's matrix, or the one that was answered.
    pub(super) fn dimension_of(&mut self, sheet: &ImportedSheet<'_>, place: usize, field: &str) -> Option<SheetColumn> {
        let field =
            sheet.mapping.target.fields().iter().find(|known| known.id == field && known.form == CellForm::Level)?;
        if let [only] = &self.ledger.ground.dimensions[..] {
            return Some(SheetColumn { field, dimension: Some(only.clone()) });
        }
        let row = sheet.mapping.heading_row.unwrap_or_default() as usize;
        let name = sheet.table.cell(row, place).plain().trim().to_owned();
        let key = format!("dimension\n{}", normal(&name));
        let all = self.directory.all_dimensions();
        match self.answers.get(&key) {
            Some(ImportAnswer::Use(id)) if all.contains(id) => Some(SheetColumn { field, dimension: Some(id.clone()) }),
            Some(ImportAnswer::LeaveOut) => None,
            _ => {
                let title = |id: &String| {
                    let scale = self.directory.scales.iter().find(|scale| scale.id == *id);
                    let name = scale.and_then(|scale| scale.name.as_ref());
                    name.map_or_else(|| id.clone(), |name| name.say(Language::Swedish).to_owned())
                };
                let candidate =
                    |id: &String| ImportCandidate { id: id.clone(), name: title(id), email: None, unit: None };
                let (about, doubt, at) = (CellReference::Matrix, Doubt::Dimension, sheet.spot(row, Some(place)));
                let candidates = all.iter().map(candidate).collect();
                self.ledger.ask(ImportQuestion { key, at, about, name, email: None, doubt, candidates });
                None
            }
        }
    }

    fn assume_kind(&mut self, sheet: &ImportedSheet<'_>, row: usize, entry: usize) {
        let name = sheet.text(row, "name").unwrap_or_default();
        let kind = kind_by_name(&name);
        let (cell, at) = sheet.cell(row, "kind");
        self.set_field(entry, SheetTarget::Units, "kind", kind.word(), at);
        self.ledger.note(at, cell, NoteKind::KindAssumed { kind });
    }

    /// A description with grounds beside it becomes one motive. The field that has been set, where there are grounds.
    fn motive(&mut self, sheet: &ImportedSheet<'_>, row: usize, entry: usize) -> Option<&'static str> {
        let grounds = sheet.text(row, "grounds").filter(|grounds| grounds != "--")?;
        let (_, at) = sheet.cell(row, if sheet.column_of("motive").is_some() { "motive" } else { "grounds" });
        let said = sheet.text(row, "motive").map_or(grounds.clone(), |said| format!("{said}\n\n{grounds}"));
        let column = SheetTarget::Risks.column("motive")?;
        self.ledger.set_cell(entry, &column, &SheetCell::Text(said), at);
        Some("motive")
    }

    /// The stronger the knowledge, the lower the uncertainty.
    fn knowledge(&mut self, sheet: &ImportedSheet<'_>, row: usize, entry: usize) {
        let (cell, at) = sheet.cell(row, "knowledge");
        let uncertainty = match normal(&cell.plain()).as_str() {
            "low" | "låg" => "high",
            "medium" | "medel" => "medium",
            "high" | "hög" => "low",
            "" | "--" => return,
            _ => return self.ledger.note(at, cell, NoteKind::NotAWord),
        };
        self.set_field(entry, SheetTarget::Risks, "uncertainty", uncertainty, at);
    }

    /// Gives a field a text that no cell has.
    pub(super) fn set_field(&mut self, entry: usize, target: SheetTarget, field: &str, text: &str, at: SheetSpot) {
        if let Some(column) = target.column(field) {
            self.ledger.set_cell(entry, &column, &SheetCell::text(text), at);
        }
    }
}

/// Finds the items of one list.
struct ItemFinder<'k> {
    known: &'k [KnownItem],
    ids: FxHashMap<&'k str, usize>,
    names: FxHashMap<String, Vec<usize>>,
    /// Of new items, by id or name, their entries.
    fresh: FxHashMap<String, usize>,
    /// Items that a row of the sheet names by id.
    claimed: rustc_hash::FxHashSet<usize>,
}

/// What a row was found to be about.
enum Hit<'k> {
    Known(&'k KnownItem),
    Several(usize),
    Nothing,
}

impl<'k> ItemFinder<'k> {
    fn new(known: &'k [KnownItem]) -> Self {
        let mut names: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (place, one) in known.iter().enumerate() {
            for name in &one.names {
                names.entry(normal(name)).or_default().push(place);
            }
        }
        let ids = known.iter().enumerate().map(|(place, one)| (&*one.id, place)).collect();
        Self { known, ids, names, fresh: FxHashMap::default(), claimed: rustc_hash::FxHashSet::default() }
    }

    fn claim(&mut self, sheet: &ImportedSheet<'_>) {
        let ids = sheet.rows().filter_map(|row| sheet.text(row, "id"));
        self.claimed = ids.filter_map(|id| self.ids.get(&*id).copied()).collect();
    }

    fn find(&self, id: Option<&str>, name: Option<&str>) -> Hit<'k> {
        if let Some(place) = id.and_then(|id| self.ids.get(id)) {
            return Hit::Known(&self.known[*place]);
        }
        let named = name.and_then(|name| self.names.get(&normal(name))).into_iter().flatten();
        let named: Vec<usize> = named.copied().filter(|place| id.is_none() || !self.claimed.contains(place)).collect();
        match named[..] {
            [] => Hit::Nothing,
            [one] => Hit::Known(&self.known[one]),
            _ if id.is_some() => Hit::Nothing,
            _ => Hit::Several(named.len()),
        }
    }
}
