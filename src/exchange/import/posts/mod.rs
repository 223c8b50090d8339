//! Posts: the ones that are there, found again or changed, and new ones. Each is known from the file or from a row above, so
//! that a row which says what is there already, in the file or in the sheet, adds nothing.

mod carry;
mod rows;

use rustc_hash::{FxHashMap, FxHashSet};

use super::note::SheetSpot;
use crate::exchange::directory::Directory;
use crate::exchange::field::{SheetColumn, SheetTarget};
use crate::exchange::object::ItemFields;
use crate::exchange::sheet::SheetCell;
use crate::organisation::value::{Date, parse_date};

/// A role and the unit it is held at.
type PostPlace = (String, String);

/// The posts of the file, and those that this import brings.
pub(super) struct Posts {
    all: Vec<KnownPost>,
    /// Posts of the file by role and unit.
    by_place: FxHashMap<PostPlace, Vec<usize>>,
    /// All posts by role, unit and whom they were first found with.
    by_holder: FxHashMap<(PostPlace, Option<String>), Vec<usize>>,
    by_person: FxHashMap<String, Vec<usize>>,
    /// Ids by which posts of the file name people, whether or not anyone has them.
    named: FxHashSet<String>,
    /// Of places and roles those whom the sheets name.
    held: FxHashMap<PostPlace, Vec<HeldPost>>,
    /// Of places and roles the row that says in words that nobody holds them.
    vacant: FxHashMap<PostPlace, u32>,
}

/// Someone whom a sheet says to hold a post: from when until when, and in which row.
struct HeldPost {
    person: String,
    from: Option<String>,
    until: Option<String>,
    row: u32,
}

/// A post of the file, or one that a row brings.
struct KnownPost {
    /// The place of the post among the directory's, where the file has it.
    line: Option<usize>,
    /// Its entry in the ledger, once a row speaks of it.
    entry: Option<usize>,
    unit: String,
    person: Option<String>,
    is_substitute: bool,
    /// The first row that speaks of it.
    at: Option<SheetSpot>,
    /// The row that says that it has no last day.
    endless: Option<u32>,
}

/// What a row says of a post.
#[derive(Clone)]
pub(super) struct SaidPost<'s> {
    /// Its columns and their values, those it leaves empty without one.
    fields: Vec<SaidField<'s>>,
    /// The cell that names who holds it, and where it stands.
    cell: &'s SheetCell,
    at: SheetSpot,
    /// Whether words say that nobody holds it.
    is_vacant: bool,
    /// The cell that says that it has no last day.
    no_end: Option<(&'s SheetCell, SheetSpot)>,
    /// Whether the row is a whole post, as Ombud writes it: another row is another post.
    is_whole: bool,
}

/// What a row says of one field of a post, in a cell.
#[derive(Clone)]
struct SaidField<'s> {
    column: SheetColumn,
    /// The value as JSON.
    value: Option<String>,
    cell: &'s SheetCell,
    at: SheetSpot,
}

impl<'s> SaidPost<'s> {
    /// A post that a list of places names, all of it said by one cell.
    pub(super) fn new(fields: Vec<(&str, Option<String>)>, cell: &'s SheetCell, at: SheetSpot) -> Self {
        let field = |(field, value): (&str, Option<String>)| SaidField { column: column(field), value, cell, at };
        let fields = fields.into_iter().map(field).collect();
        Self { fields, cell, at, is_vacant: false, no_end: None, is_whole: false }
    }

    /// The post with an end of its term, as another cell says it.
    pub(super) fn with_day(mut self, field: &str, day: Option<String>, (cell, at): (&'s SheetCell, SheetSpot)) -> Self {
        self.fields.push(SaidField { column: column(field), value: day, cell, at });
        self
    }

    /// The post without a last day, where a cell says so.
    pub(super) fn without_end(mut self, cell: &'s SheetCell, at: SheetSpot) -> Self {
        self.no_end = super::terms::says_no_end(cell).then_some((cell, at));
        self
    }

    /// The post of this holder.
    fn of(&self, person: Option<&String>) -> Self {
        let mut said = self.clone();
        let value = person.map(crate::exchange::object::json);
        said.fields.push(SaidField { column: column("person"), value, cell: self.cell, at: self.at });
        said
    }

    fn value(&self, field: &str) -> Option<&str> {
        let said = self.fields.iter().find(|said| said.column.field.id == field);
        said.and_then(|said| said.value.as_deref())
    }

    fn text(&self, field: &str) -> Option<String> {
        serde_json::from_str(self.value(field)?).ok()
    }

    fn is_substitute(&self) -> bool {
        self.value("substitute_for").is_some()
    }

    /// The role and the unit, without which there is no post.
    fn place(&self) -> Option<PostPlace> {
        Some((self.text("role")?, self.text("unit")?))
    }
}

impl Posts {
    pub(super) fn new(directory: &Directory) -> Self {
        let mut posts = Self {
            all: Vec::new(),
            by_place: FxHashMap::default(),
            by_holder: FxHashMap::default(),
            by_person: FxHashMap::default(),
            named: FxHashSet::default(),
            held: FxHashMap::default(),
            vacant: FxHashMap::default(),
        };
        for (line, text) in directory.posts.iter().enumerate() {
            let object = ItemFields::read(text);
            let (Some(role), Some(unit)) = (object.text("role"), object.text("unit")) else { continue };
            let person = object.text("person");
            let is_substitute = object.text("substitute_for").is_some();
            posts.by_place.entry((role.clone(), unit.clone())).or_default().push(posts.all.len());
            if let Some(person) = &person {
                posts.by_person.entry(person.clone()).or_default().push(posts.all.len());
            }
            let people = ["person", "appointed_by", "reports_to", "substitute_for"];
            posts.named.extend(people.iter().filter_map(|field| object.text(field)));
            posts.enter((role, unit), person, is_substitute, Some(line));
        }
        posts
    }

    /// Enters a post, of the file where `line` is the place of it there.
    fn enter(&mut self, place: PostPlace, person: Option<String>, is_substitute: bool, line: Option<usize>) -> usize {
        let unit = place.1.clone();
        self.by_holder.entry((place, person.clone())).or_default().push(self.all.len());
        self.all.push(KnownPost { line, entry: None, unit, person, is_substitute, at: None, endless: None });
        self.all.len() - 1
    }

    /// Whether someone has a post at a unit.
    pub(super) fn holds_at(&self, person: &str, unit: &str) -> bool {
        self.by_person.get(person).is_some_and(|posts| posts.iter().any(|post| self.all[*post].unit == unit))
    }

    /// Whether someone has a post at all.
    pub(super) fn has_posts(&self, person: &str) -> bool {
        self.by_person.contains_key(person)
    }

    /// Keeps in mind who holds a post by the sheets. Someone else who does at the same time.
    fn hold(&mut self, place: &PostPlace, person: &str, said: &SaidPost<'_>) -> Option<String> {
        let (from, until) = (said.text("from"), said.text("until"));
        let held = self.held.entry(place.clone()).or_default();
        let beside =
            |other: &&HeldPost| other.person != person && overlap((&other.from, &other.until), (&from, &until));
        let other = held.iter().find(beside).map(|other| other.person.clone());
        held.push(HeldPost { person: person.to_owned(), from, until, row: said.at.row });
        other
    }

    /// The row that says that someone holds a post on a day.
    fn held_on(&self, place: &PostPlace, on: Option<Date>) -> Option<u32> {
        let day = on.map(|on| on.to_string());
        let is_now = |held: &&HeldPost| overlap((&held.from, &held.until), (&day, &day));
        self.held.get(place)?.iter().find(is_now).map(|held| held.row)
    }

    fn at(&self, place: &PostPlace) -> &[usize] {
        self.by_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// The posts of a holder, or those of nobody, that rows of the sheets speak of already, or do not.
    fn of_holder(&self, place: &PostPlace, person: Option<&String>, is_met: bool) -> Vec<usize> {
        let all = self.by_holder.get(&(place.clone(), person.cloned())).map_or(&[][..], Vec::as_slice);
        let fits =
            |post: &&usize| self.all[**post].person.as_ref() == person && self.all[**post].at.is_some() == is_met;
        all.iter().filter(fits).copied().collect()
    }
}

/// A field of posts.
fn column(field: &str) -> SheetColumn {
    SheetTarget::Posts.column(field).unwrap_or_else(|| unreachable!("posts have a field {field}"))
}

/// First and last days of a term, where it has them, as `YYYY-MM-DD`.
type TermDays<'t> = (&'t Option<String>, &'t Option<String>);

/// Whether two terms have a day in common.
fn overlap(one: TermDays<'_>, other: TermDays<'_>) -> bool {
    let is_before = |last: &Option<String>, first: &Option<String>| {
        last.as_ref().zip(first.as_ref()).is_some_and(|(last, first)| last < first)
    };
    !is_before(one.1, other.0) && !is_before(other.1, one.0)
}

/// Whether a last day is past.
fn is_past(until: Option<&str>, on: Option<Date>) -> bool {
    until.and_then(parse_date).zip(on).is_some_and(|(until, on)| until < on)
}
