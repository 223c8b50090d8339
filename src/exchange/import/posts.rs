//! Posts: the ones that are there, found again or changed, and new ones.

use rustc_hash::{FxHashMap, FxHashSet};

use super::note::{NoteKind, Spot};
use super::people::Mention;
use super::{ROWS_A_STEP, Sheet, Work};
use crate::exchange::directory::Directory;
use crate::exchange::field::{Column, Of, Target};
use crate::exchange::object::Object;
use crate::exchange::object::json;
use crate::exchange::sheet::Cell;
use crate::organisation::value::parse_date;

/// The posts of the file.
pub(super) struct Posts {
    all: Vec<Post>,
    by_place: FxHashMap<(String, String), Vec<usize>>,
    by_person: FxHashMap<String, Vec<usize>>,
    /// Posts of the file that a row has been found to be about.
    taken: FxHashSet<usize>,
    /// Posts that this import brings, as they are written.
    fresh: FxHashSet<String>,
    /// Places and roles that this import brings posts of.
    filled: FxHashSet<(String, String)>,
}

/// A post of the file.
struct Post {
    /// Its place among the directory's.
    line: usize,
    unit: String,
    person: Option<String>,
    is_substitute: bool,
}

/// What a row says of a post: its columns and their values as JSON, those it leaves empty without one.
pub(super) type Said = Vec<(Column, Option<String>)>;

impl Posts {
    pub(super) fn new(directory: &Directory) -> Self {
        let mut posts = Self {
            all: Vec::new(),
            by_place: FxHashMap::default(),
            by_person: FxHashMap::default(),
            taken: FxHashSet::default(),
            fresh: FxHashSet::default(),
            filled: FxHashSet::default(),
        };
        for (line, text) in directory.posts.iter().enumerate() {
            let object = Object::read(text);
            let (Some(role), Some(unit)) = (object.text("role"), object.text("unit")) else { continue };
            let person = object.text("person");
            let place = posts.all.len();
            posts.by_place.entry((role, unit.clone())).or_default().push(place);
            if let Some(person) = &person {
                posts.by_person.entry(person.clone()).or_default().push(place);
            }
            let is_substitute = object.text("substitute_for").is_some();
            posts.all.push(Post { line, unit, person, is_substitute });
        }
        posts
    }

    /// Whether someone has a post at a unit.
    pub(super) fn holds_at(&self, person: &str, unit: &str) -> bool {
        self.by_person.get(person).is_some_and(|posts| posts.iter().any(|post| self.all[*post].unit == unit))
    }

    /// Whether someone has a post at all.
    pub(super) fn has_posts(&self, person: &str) -> bool {
        self.by_person.contains_key(person)
    }

    fn at(&self, role: &str, unit: &str) -> &[usize] {
        self.by_place.get(&(role.to_owned(), unit.to_owned())).map_or(&[], Vec::as_slice)
    }
}

fn column(field: &str) -> Column {
    Target::Posts.column(field).unwrap_or_else(|| unreachable!("posts have a field {field}"))
}

fn value<'s>(said: &'s Said, field: &str) -> Option<&'s str> {
    said.iter().find(|(column, _)| column.field.id == field).and_then(|(_, value)| value.as_deref())
}

fn text(said: &Said, field: &str) -> Option<String> {
    serde_json::from_str(value(said, field)?).ok()
}

impl Work<'_> {
    /// A post that a list of workplaces names.
    pub(super) fn post(&mut self, said: Vec<(&str, Option<String>)>, cell: &Cell, at: Spot) {
        let said: Said = said.into_iter().map(|(field, value)| (column(field), value)).collect();
        if let Some(known) = self.same_post(&said, false) {
            self.posts.taken.insert(known);
            self.open_post(known, at);
        } else {
            self.change_or_add(&said, cell, at);
        }
    }

    /// Notes that nobody holds a role at a unit, where nothing is known of the post.
    pub(super) fn vacancy(&mut self, role: &str, unit: &str, cell: &Cell, at: Spot) {
        let place = (role.to_owned(), unit.to_owned());
        if self.posts.at(role, unit).is_empty() && !self.posts.filled.contains(&place) {
            self.post(vec![("role", Some(json(role))), ("unit", Some(json(unit)))], cell, at);
        }
    }

    /// Rows of posts: first those that say what is there, then the others.
    pub(super) fn posts_rows(&mut self, sheet: &Sheet<'_>, progress: &mut dyn FnMut(f64)) {
        let mut others = Vec::new();
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            let Some(said) = self.said(sheet, row) else { continue };
            match self.same_post(&said, true) {
                Some(known) => {
                    self.posts.taken.insert(known);
                    self.open_post(known, sheet.spot(row, None));
                }
                None => others.push((row, said)),
            }
        }
        for (row, said) in others {
            let (cell, at) = sheet.cell(row, "person");
            self.change_or_add(&said, cell, at);
        }
    }

    /// What a row says of a post; `None` where role or unit lack.
    fn said(&mut self, sheet: &Sheet<'_>, row: usize) -> Option<Said> {
        let mut said = Said::new();
        for (place, field) in sheet.mapping.columns.iter().enumerate() {
            let Some(column) = field.as_deref().and_then(|field| Target::Posts.column(field)) else { continue };
            let (cell, at) = (sheet.table.cell(row, place), sheet.spot(row, Some(place)));
            let is_person = column.field.form == crate::exchange::field::Form::One(Of::Person);
            let value = match self.ledger.ground.value(&column, cell, None) {
                Ok(value) => value,
                Err(NoteKind::NotFound { .. }) if is_person && bracketed(cell).is_some() => {
                    // An id that nobody has, as an export writes it.
                    bracketed(cell).map(|id| json(&id))
                }
                Err(NoteKind::NotFound { .. } | NoteKind::Ambiguous { .. }) if is_person => {
                    let email = if column.field.id == "person" { sheet.text(row, "email") } else { None };
                    let unit = text(&said, "unit");
                    let mention = Mention { name: Some(cell.plain().trim().to_owned()), email, unit, id: None };
                    Some(json(&self.person(&mention, cell, at)?.0))
                }
                Err(what) => {
                    self.ledger.note(at, cell, what);
                    if column.field.needed {
                        return None;
                    }
                    None
                }
            };
            said.push((column, value));
        }
        for field in ["role", "unit"] {
            if value(&said, field).is_none() {
                let what = NoteKind::Needed { field: field.to_owned() };
                self.ledger.note(sheet.spot(row, None), &Cell::Empty, what);
                return None;
            }
        }
        Some(said)
    }

    /// The post of the file that is as a row says. `whole` asks that it has nothing where the row has nothing.
    fn same_post(&self, said: &Said, whole: bool) -> Option<usize> {
        let (role, unit) = (text(said, "role")?, text(said, "unit")?);
        let fits = |post: &&usize| {
            let object = Object::read(&self.directory.posts[self.posts.all[**post].line]);
            !self.posts.taken.contains(*post)
                && said.iter().all(|(column, value)| match (object.get(&column.path()), value) {
                    (old, Some(value)) => old.as_deref() == Some(value),
                    (None, None) => true,
                    (Some(_), None) => !whole || column.field.path.is_empty(),
                })
                && self.posts.all[**post].is_substitute == value(said, "substitute_for").is_some()
        };
        self.posts.at(&role, &unit).iter().find(fits).copied()
    }

    fn open_post(&mut self, post: usize, at: Spot) -> usize {
        let line = &self.directory.posts[self.posts.all[post].line];
        let name = self.post_name(&Object::read(line));
        self.ledger.open(Target::Posts, line, line, &name, at)
    }

    /// What a post is called: its role, its unit and who holds it.
    fn post_name(&self, object: &Object) -> String {
        let books = &self.ledger.ground.books;
        let name = |key: &str, of: Of| object.text(key).map(|id| books.of(of).name(&id));
        let names = [name("role", Of::Role), name("unit", Of::Unit), name("person", Of::Person)];
        names.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Another term or holder for a post that is there, or a new post.
    fn change_or_add(&mut self, said: &Said, cell: &Cell, at: Spot) {
        let (Some(role), Some(unit)) = (text(said, "role"), text(said, "unit")) else { return };
        let place = (role, unit);
        let person = text(said, "person");
        let is_substitute = value(said, "substitute_for").is_some();
        let known = self.posts.at(&place.0, &place.1);
        let open: Vec<usize> = known
            .iter()
            .copied()
            .filter(|post| !self.posts.taken.contains(post) && self.posts.all[*post].is_substitute == is_substitute)
            .collect();
        let of_person = open
            .iter()
            .copied()
            .find(|post| person.is_some() && self.posts.all[*post].person == person && self.same_term(*post, said));
        let vacant = open.iter().copied().find(|post| self.posts.all[*post].person.is_none());
        if let Some(post) = of_person.or(vacant.filter(|_| person.is_some())) {
            self.posts.taken.insert(post);
            let entry = self.open_post(post, at);
            self.set_post(entry, said, cell, at);
            return;
        }
        let holder = known.iter().find_map(|post| {
            let post = &self.posts.all[*post];
            if self.is_over(post) {
                return None;
            }
            let other = post.person.as_ref().filter(|other| Some(*other) != person.as_ref())?;
            (post.is_substitute == is_substitute && !is_substitute).then(|| other.clone())
        });
        self.posts.filled.insert(place.clone());
        let mut object = Object::default();
        for (column, value) in said {
            if let Some(value) = value {
                object.put(&column.path(), value);
            }
        }
        if !self.posts.fresh.insert(written(&object)) {
            return;
        }
        let name = self.post_name(&object);
        let (entry, _) = self.ledger.add(Target::Posts, None, &name, at);
        self.set_post(entry, said, cell, at);
        // A group has many members; of other roles more than one holder is worth a word.
        if let Some(holder) = holder.filter(|_| place.0 != "member" && person.is_some()) {
            let name = self.ledger.ground.books.people.name(&holder);
            self.ledger.note(at, cell, NoteKind::OtherHolder { name });
        }
    }

    fn set_post(&mut self, entry: usize, said: &Said, cell: &Cell, at: Spot) {
        for (column, value) in said {
            if let Some(value) = value.as_ref().filter(|_| !column.field.path.is_empty()) {
                self.ledger.set(entry, column, value, cell, at);
            }
        }
    }

    /// Whether a post's last day is past.
    fn is_over(&self, post: &Post) -> bool {
        let until = Object::read(&self.directory.posts[post.line]).text("until").and_then(|day| parse_date(&day));
        until.zip(self.directory.on).is_some_and(|(until, on)| until < on)
    }

    /// Whether a post's term may be the one that a row speaks of: it does not begin on another day.
    fn same_term(&self, post: usize, said: &Said) -> bool {
        let object = Object::read(&self.directory.posts[self.posts.all[post].line]);
        match (object.text("from"), text(said, "from")) {
            (Some(one), Some(other)) => one == other,
            (None, Some(from)) => object.text("until").is_none_or(|until| from <= until),
            _ => true,
        }
    }

    /// Has the posts of someone report to their manager where they report to nobody.
    pub(super) fn report_to(&mut self, person: &str, manager: &str, cell: &Cell, at: Spot) {
        let posts = self.posts.by_person.get(person).cloned().unwrap_or_default();
        for post in posts {
            let line = &self.directory.posts[self.posts.all[post].line];
            let object = Object::read(line);
            if object.text("reports_to").is_none() && object.text("substitute_for").is_none() {
                let entry = self.open_post(post, at);
                self.ledger.set(entry, &column("reports_to"), &json(manager), cell, at);
            }
        }
    }
}

/// The id in a cell that holds nothing but an id in brackets.
fn bracketed(cell: &Cell) -> Option<String> {
    let text = cell.plain();
    Some(text.trim().strip_prefix('[')?.strip_suffix(']')?.to_owned())
}

/// A post as one text, to tell whether it was brought before.
fn written(object: &Object) -> String {
    let mut out = String::new();
    for key in object.keys() {
        out.push_str(key);
        out.push_str(&object.get(&[key]).unwrap_or_default());
    }
    out
}
