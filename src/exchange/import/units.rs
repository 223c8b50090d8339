//! Which unit is meant: by id, or by name under its department.

use rustc_hash::{FxHashMap, FxHashSet};

use super::ImportRun;
use super::letterhead::{is_postal, is_registration};
use super::note::{Doubt, ImportAnswer, ImportCandidate, ImportQuestion, NoteKind, SheetSpot};
use super::sums::is_total;
use crate::exchange::directory::{Directory, KnownItem};
use crate::exchange::field::{CellReference, SheetTarget};
use crate::exchange::names::{SHORTEST_NEAR, near, normal, shorter};
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::is_no_place;
use crate::organisation::unit::UnitKind;

/// Units that are looked at above one, at most.
const DEEPEST: usize = 100;

/// Where each unit stands.
pub(super) struct Units {
    /// Of each unit its kind and the one it belongs to.
    all: FxHashMap<String, (UnitKind, Option<String>)>,
    /// The place of each unit of the file among the directory's.
    places: FxHashMap<String, usize>,
    /// Names of the file's workplaces, each also without one of its letters, with their ids; made when first asked for.
    shortened: Option<FxHashMap<String, Vec<String>>>,
    /// Names of workplaces that the sheets have, made alike.
    pub(super) listed: FxHashSet<String>,
}

impl Units {
    pub(super) fn new(directory: &Directory) -> Self {
        let kind = |kind: Option<UnitKind>| kind.unwrap_or(UnitKind::Workplace);
        Self {
            all: directory.units.iter().map(|unit| (unit.id.clone(), (kind(unit.kind), unit.unit.clone()))).collect(),
            places: directory.units.iter().enumerate().map(|(place, unit)| (unit.id.clone(), place)).collect(),
            shortened: None,
            listed: FxHashSet::default(),
        }
    }

    /// Whether a unit lies somewhere under another.
    pub(super) fn is_under(&self, unit: &str, above: &str) -> bool {
        let mut at = unit;
        for _ in 0..DEEPEST {
            match self.parent(at) {
                Some(parent) if parent == above => return true,
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    }

    /// Whether two units lie under one department, or one under the other.
    pub(super) fn are_near(&self, one: &str, other: &str) -> bool {
        let department = |unit| {
            let mut at: &str = unit;
            for _ in 0..DEEPEST {
                match self.parent(at) {
                    Some(parent) if self.kind(parent) != Some(UnitKind::Municipality) => at = parent,
                    _ => break,
                }
            }
            at
        };
        one == other || self.is_under(one, other) || self.is_under(other, one) || department(one) == department(other)
    }

    fn parent(&self, unit: &str) -> Option<&str> {
        self.all.get(unit).and_then(|(_, parent)| parent.as_deref())
    }

    fn kind(&self, unit: &str) -> Option<UnitKind> {
        self.all.get(unit).map(|(kind, _)| *kind)
    }

    /// The municipality, where there is one only.
    fn municipality(&self) -> Option<&str> {
        let mut found = self.all.iter().filter(|(_, (kind, _))| *kind == UnitKind::Municipality);
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    }

    pub(super) fn enter(&mut self, id: &str, kind: UnitKind, parent: Option<&str>) {
        self.all.insert(id.to_owned(), (kind, parent.map(str::to_owned)));
    }
}

/// The kind that a unit of this name most likely is, where a sheet does not say.
pub(super) fn kind_by_name(name: &str) -> UnitKind {
    let name = normal(name);
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    match () {
        () if ends(&[" ab", "bolag", "bolaget"]) || name.contains(" ab ") => UnitKind::Company,
        () if ends(&["förvaltning", "förvaltningen", "kontoret", " department"]) => UnitKind::Department,
        () if ends(&[" kommun"]) => UnitKind::Municipality,
        () => UnitKind::Workplace,
    }
}

/// Whether two names are two of a series: the words that set them apart are numbers or single letters.
fn is_of_series(one: &str, other: &str) -> bool {
    let mark = |word: &str| word.chars().count() < 2 || word.chars().any(|letter| letter.is_ascii_digit());
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split_whitespace().collect(), other.split_whitespace().collect());
    let mut apart = one.iter().zip(&other).filter(|(one, other)| one != other);
    one.len() != other.len() || apart.all(|(one, other)| mark(one) && mark(other))
}

impl ImportRun<'_> {
    /// Whether a text that should name a unit names none. A unit of the file may be called anything.
    pub(super) fn is_no_place(&self, name: &str) -> bool {
        self.ledger.ground.books.units.named(name).is_empty()
            && (is_no_place(name) || is_total(name) || is_registration(name) || is_postal(name))
    }

    /// The department or company of this name, made where there is none.
    pub(super) fn department(&mut self, name: &str, cell: &SheetCell, at: SheetSpot) -> Option<String> {
        let books = &self.ledger.ground.books;
        let of_kind = |id: &&String| self.units.kind(id) != Some(UnitKind::Workplace);
        let named: Vec<String> = books.units.named(name).iter().filter(of_kind).cloned().collect();
        match &named[..] {
            [one] => return Some(one.clone()),
            [] => {}
            _ => return self.asked_unit(name, "", Doubt::Several, named, cell, at),
        }
        let wanted = normal(name);
        let is_near = |unit: &&crate::exchange::directory::KnownItem| {
            unit.kind.is_some_and(|kind| matches!(kind, UnitKind::Department | UnitKind::Company))
                && unit.names.iter().any(|name| near(&normal(name), &wanted))
        };
        let near: Vec<String> = self.directory.units.iter().filter(is_near).map(|unit| unit.id.clone()).collect();
        if !near.is_empty() {
            return self.asked_unit(name, "", Doubt::NearName, near, cell, at);
        }
        Some(self.new_department(name, at))
    }

    /// Whether a department or a company has this name, and nothing else.
    pub(super) fn is_department(&self, name: &str) -> bool {
        let named = self.ledger.ground.books.units.named(name);
        let is_one = |id: &String| matches!(self.units.kind(id), Some(UnitKind::Department | UnitKind::Company));
        !named.is_empty() && named.iter().all(is_one)
    }

    fn new_department(&mut self, name: &str, at: SheetSpot) -> String {
        let kind = match kind_by_name(name) {
            UnitKind::Company => UnitKind::Company,
            UnitKind::Municipality => UnitKind::Municipality,
            _ => UnitKind::Department,
        };
        let parent = self.units.municipality().map(str::to_owned);
        self.new_unit(name, None, kind, parent.as_deref(), at)
    }

    /// The workplace of this name under a department, made where there is none.
    pub(super) fn workplace(
        &mut self,
        name: &str,
        id: Option<String>,
        department: Option<&str>,
        cell: &SheetCell,
        at: SheetSpot,
    ) -> Option<String> {
        if let Some(id) = id.as_ref().filter(|id| self.ledger.ground.books.units.has(id)) {
            return Some(id.clone());
        }
        let is_workplace =
            |id: &&String| matches!(self.units.kind(id), Some(UnitKind::Workplace | UnitKind::SecurityUnit));
        let named = self.ledger.ground.books.units.named(name);
        let named: Vec<String> = named.iter().filter(is_workplace).cloned().collect();
        let under = |id: &&String| {
            department.is_none_or(|department| {
                self.units.parent(id) == Some(department) || self.units.is_under(id, department)
            })
        };
        let here: Vec<String> = named.iter().filter(under).cloned().collect();
        let homeless = |id: &&String| self.units.parent(id).is_none();
        match (&here[..], &named[..]) {
            ([one], _) => return Some(one.clone()),
            ([_, ..], _) => {
                return self.asked_unit(name, department.unwrap_or_default(), Doubt::Several, here, cell, at);
            }
            ([], []) => {
                let near = self.near_workplaces(name, department);
                if !near.is_empty() {
                    let under = department.unwrap_or_default();
                    return match self.asked_unit(name, under, Doubt::NearName, near, cell, at)? {
                        made if made.is_empty() => Some(self.new_unit(name, id, UnitKind::Workplace, department, at)),
                        known => Some(known),
                    };
                }
            }
            ([], [one]) if homeless(&one) => return Some(one.clone()),
            // A row above made it under its own department.
            ([], all) if all.iter().all(|id| !self.units.places.contains_key(id)) => {}
            ([], _) => {
                let doubt = Doubt::OtherPlace;
                let known: Vec<String> =
                    named.iter().filter(|id| self.units.places.contains_key(*id)).cloned().collect();
                return match self.asked_unit(name, department.unwrap_or_default(), doubt, known, cell, at)? {
                    made if made.is_empty() => Some(self.new_unit(name, id, UnitKind::Workplace, department, at)),
                    known => Some(known),
                };
            }
        }
        Some(self.new_unit(name, id, UnitKind::Workplace, department, at))
    }

    /// Workplaces of the file, in a department where one is named, whose names are near a name and that no sheet lists.
    fn near_workplaces(&mut self, name: &str, department: Option<&str>) -> Vec<String> {
        let wanted = normal(name);
        if wanted.chars().count() < SHORTEST_NEAR {
            return Vec::new();
        }
        let all = &self.directory.units;
        let shortened = self.units.shortened.get_or_insert_with(|| {
            let mut map: FxHashMap<String, Vec<String>> = FxHashMap::default();
            let is_workplace = |unit: &&KnownItem| unit.kind.is_none_or(|kind| kind == UnitKind::Workplace);
            for unit in all.iter().filter(is_workplace) {
                for short in unit.names.iter().flat_map(|name| shorter(&normal(name))) {
                    map.entry(short).or_default().push(unit.id.clone());
                }
            }
            map
        });
        let mut found: Vec<String> =
            shorter(&wanted).iter().filter_map(|short| shortened.get(short)).flatten().cloned().collect();
        found.sort_unstable();
        found.dedup();
        let units = &self.units;
        let is_near = |id: &String| {
            let names = units.places.get(id).map_or(&[][..], |place| &all[*place].names);
            let known: Vec<String> = names.iter().map(|name| normal(name)).collect();
            known.iter().any(|known| near(known, &wanted) && !is_of_series(known, &wanted))
                && !known.iter().any(|known| units.listed.contains(known))
                && department.is_none_or(|department| units.parent(id).is_none() || units.is_under(id, department))
        };
        found.retain(is_near);
        found
    }

    /// A unit the file does not have.
    pub(super) fn new_unit(
        &mut self,
        name: &str,
        id: Option<String>,
        kind: UnitKind,
        parent: Option<&str>,
        at: SheetSpot,
    ) -> String {
        let (entry, id) = self.ledger.add(SheetTarget::Units, id, name, at);
        self.units.enter(&id, kind, parent);
        let mut set = |field: &str, value: &str| {
            if let Some(column) = SheetTarget::Units.column(field) {
                self.ledger.set_cell(entry, &column, &SheetCell::text(value), at);
            }
        };
        set("name", name);
        set("kind", kind.word());
        if let Some(parent) = parent {
            set("parent", &format!("x [{parent}]"));
        }
        id
    }

    /// A unit's item, opened for changes.
    pub(super) fn open_unit(&mut self, id: &str, at: SheetSpot) -> usize {
        let known = self.units.places.get(id).map(|place| &self.directory.units[*place]);
        let (line, name) = known.map_or(("{}", ""), |known| (&*known.line, &*known.names[0]));
        self.ledger.open(SheetTarget::Units, id, line, name, at)
    }

    /// The unit that was answered; an empty id where it is to be a new one, `None` where that is open.
    fn asked_unit(
        &mut self,
        name: &str,
        under: &str,
        doubt: Doubt,
        candidates: Vec<String>,
        cell: &SheetCell,
        at: SheetSpot,
    ) -> Option<String> {
        let key = format!("unit\n{}\n{under}", normal(name));
        let is_workplace = |id: &String| self.units.kind(id) == Some(UnitKind::Workplace);
        let of_workplaces = doubt == Doubt::NearName && candidates.iter().all(is_workplace);
        match self.answers.get(&key) {
            Some(ImportAnswer::Use(id)) if self.ledger.ground.books.units.has(id) => Some(id.clone()),
            Some(ImportAnswer::New) if doubt == Doubt::OtherPlace || of_workplaces => Some(String::new()),
            Some(ImportAnswer::New) => Some(match under {
                "" => self.new_department(name, at),
                under => self.new_unit(name, None, UnitKind::Workplace, Some(under), at),
            }),
            Some(ImportAnswer::LeaveOut) => {
                self.ledger.note(at, cell, NoteKind::LeftOut);
                None
            }
            _ => {
                let books = &self.ledger.ground.books.units;
                let candidate = |id: String| {
                    let place = self.units.places.get(&id);
                    let email = place.and_then(|place| self.directory.units[*place].email.clone());
                    let unit = self.units.parent(&id).map(|parent| books.name(parent));
                    ImportCandidate { name: books.name(&id), id, email, unit }
                };
                let candidates = candidates.into_iter().map(candidate).collect();
                let name = name.to_owned();
                self.ledger.ask(ImportQuestion {
                    key,
                    at,
                    about: CellReference::Unit,
                    name,
                    email: None,
                    doubt,
                    candidates,
                });
                self.ledger.note(at, cell, NoteKind::Unanswered);
                None
            }
        }
    }
}
