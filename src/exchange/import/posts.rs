//! Posts: the ones that are there, found again or changed, and new ones.

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::{Says, give};
use super::note::{NoteKind, SheetSpot};
use super::people::Mention;
use super::{ImportRun, ImportedSheet, ROWS_A_STEP};
use crate::exchange::day;
use crate::exchange::directory::Directory;
use crate::exchange::field::{CellForm, CellReference, SheetColumn, SheetTarget};
use crate::exchange::object::ItemFields;
use crate::exchange::object::json;
use crate::exchange::reach;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::{Named, WhoFound};
use crate::organisation::value::{Date, parse_date};

/// The posts of the file.
pub(super) struct Posts {
    all: Vec<FilePost>,
    by_place: FxHashMap<(String, String), Vec<usize>>,
    by_person: FxHashMap<String, Vec<usize>>,
    /// Posts of the file that a row has been found to be about.
    taken: FxHashSet<usize>,
    /// Posts that this import brings, as they are written.
    fresh: FxHashSet<String>,
    /// Places and roles that this import brings posts of.
    filled: FxHashSet<(String, String)>,
    /// Of places and roles those whom the sheets name, with the first and the last day of their term.
    held: FxHashMap<(String, String), Vec<Held>>,
    /// Rows that say that a post has no last day, by sheet and row, with the cell that does.
    no_end: FxHashMap<(u32, u32), (SheetCell, SheetSpot)>,
}

/// Someone whom a sheet says to hold a post, and from when until when.
type Held = (String, Option<String>, Option<String>);

/// A post of the file.
struct FilePost {
    /// The place of the post among the directory's.
    line: usize,
    unit: String,
    person: Option<String>,
    is_substitute: bool,
}

/// The fields that say which post a row is about.
const KEYS: [&str; 2] = ["role", "unit"];

/// What a row says of a post: its columns and their values as JSON, those it leaves empty without one.
pub(super) type PostCells = Vec<(SheetColumn, Option<String>)>;

impl Posts {
    pub(super) fn new(directory: &Directory) -> Self {
        let mut posts = Self {
            all: Vec::new(),
            by_place: FxHashMap::default(),
            by_person: FxHashMap::default(),
            taken: FxHashSet::default(),
            fresh: FxHashSet::default(),
            filled: FxHashSet::default(),
            held: FxHashMap::default(),
            no_end: FxHashMap::default(),
        };
        for (line, text) in directory.posts.iter().enumerate() {
            let object = ItemFields::read(text);
            let (Some(role), Some(unit)) = (object.text("role"), object.text("unit")) else { continue };
            let person = object.text("person");
            let place = posts.all.len();
            posts.by_place.entry((role, unit.clone())).or_default().push(place);
            if let Some(person) = &person {
                posts.by_person.entry(person.clone()).or_default().push(place);
            }
            let is_substitute = object.text("substitute_for").is_some();
            posts.all.push(FilePost { line, unit, person, is_substitute });
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

    /// Keeps in mind that a row may say that a post has no last day.
    pub(super) fn expect_no_end(&mut self, cell: &SheetCell, at: SheetSpot) {
        if matches!(day::read(cell), Ok(day::Said::NoEnd | day::Said::Between(_, None))) {
            self.no_end.insert((at.sheet, at.row), (cell.clone(), at));
        }
    }

    /// Keeps in mind who holds a post by the sheets. Someone else who does at the same time.
    fn hold(&mut self, place: &(String, String), person: &str, said: &PostCells) -> Option<String> {
        let (from, until) = (text(said, "from"), text(said, "until"));
        let held = self.held.entry(place.clone()).or_default();
        let is_before = |one: &Option<String>, other: &Option<String>| {
            one.as_ref().zip(other.as_ref()).is_some_and(|(until, from)| until < from)
        };
        let beside =
            |(other, first, last): &&Held| other != person && !is_before(last, &from) && !is_before(&until, first);
        let other = held.iter().find(beside).map(|(other, ..)| other.clone());
        held.push((person.to_owned(), from, until));
        other
    }

    fn at(&self, role: &str, unit: &str) -> &[usize] {
        self.by_place.get(&(role.to_owned(), unit.to_owned())).map_or(&[], Vec::as_slice)
    }
}

fn column(field: &str) -> SheetColumn {
    SheetTarget::Posts.column(field).unwrap_or_else(|| unreachable!("posts have a field {field}"))
}

fn value<'s>(said: &'s PostCells, field: &str) -> Option<&'s str> {
    said.iter().find(|(column, _)| column.field.id == field).and_then(|(_, value)| value.as_deref())
}

fn text(said: &PostCells, field: &str) -> Option<String> {
    serde_json::from_str(value(said, field)?).ok()
}

impl ImportRun<'_> {
    /// A post that a list of workplaces names.
    pub(super) fn post(&mut self, said: Vec<(&str, Option<String>)>, cell: &SheetCell, at: SheetSpot) {
        let said: PostCells = said.into_iter().map(|(field, value)| (column(field), value)).collect();
        if let Some(known) = self.same_post(&said, false) {
            self.posts.taken.insert(known);
            self.open_post(known, at);
        } else {
            self.change_or_add(&said, cell, at);
        }
    }

    /// Notes that nobody holds a role at a unit, where nothing is known of the post.
    pub(super) fn vacancy(&mut self, role: &str, unit: &str, cell: &SheetCell, at: SheetSpot) {
        let place = (role.to_owned(), unit.to_owned());
        if self.posts.at(role, unit).is_empty() && !self.posts.filled.contains(&place) {
            self.post(vec![("role", Some(json(role))), ("unit", Some(json(unit)))], cell, at);
        } else if let Some(holder) = self.holder(&place, None) {
            let name = self.ledger.ground.books.people.name(&holder);
            self.ledger.note(at, cell, NoteKind::HolderStays { name });
        }
    }

    /// Rows of posts: first those that say what is there, then the others.
    pub(super) fn posts_rows(&mut self, sheet: &ImportedSheet<'_>, progress: &mut dyn FnMut(f64)) {
        let mut others = Vec::new();
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            for said in self.said(sheet, row) {
                match self.same_post(&said, true) {
                    Some(known) => {
                        self.posts.taken.insert(known);
                        self.open_post(known, sheet.spot(row, None));
                    }
                    None => others.push((row, said)),
                }
            }
        }
        for (row, said) in others {
            let (cell, at) = sheet.cell(row, "person");
            self.change_or_add(&said, cell, at);
        }
    }

    /// What a row says of a post, once for each whom it names; nothing where role or unit lack, or who is meant is open.
    fn said(&mut self, sheet: &ImportedSheet<'_>, row: usize) -> Vec<PostCells> {
        let mut said = PostCells::new();
        let mut holders = Vec::new();
        let mut is_open = false;
        let columns = sheet.mapping.columns.iter().enumerate();
        let columns = columns.filter_map(|(place, field)| Some((place, SheetTarget::Posts.column(field.as_deref()?)?)));
        // What the post is first: a row that lacks it brings nobody.
        let (keys, others): (Vec<_>, Vec<_>) = columns.partition(|(_, column)| KEYS.contains(&column.field.id));
        for (place, column) in keys.into_iter().chain(others) {
            if !KEYS.contains(&column.field.id) && KEYS.iter().any(|key| value(&said, key).is_none()) {
                break;
            }
            let (cell, at) = (sheet.at(row, place), sheet.spot(row, Some(place)));
            if column.field.id == "person" {
                match self.holders_of(sheet, row, &column, text(&said, "unit").as_deref()) {
                    Some(people) => holders = people,
                    None => is_open = true,
                }
                continue;
            }
            let value = if column.field.form == CellForm::One(CellReference::Person) {
                let people = self.people_in(&column, cell, at, &[], text(&said, "unit").as_deref());
                if people.as_ref().is_some_and(|people| people.len() > 1) {
                    self.ledger.note(at, cell, NoteKind::OfSeveral);
                }
                people.filter(|people| people.len() == 1).map(|people| json(&people[0]))
            } else {
                self.ledger.ground.value(&column, cell, None).unwrap_or_else(|what| {
                    self.ledger.note(at, cell, what);
                    None
                })
            };
            said.push((column, value));
        }
        for field in KEYS {
            if value(&said, field).is_none() {
                let what = NoteKind::Needed { field: field.to_owned() };
                self.ledger.note(sheet.spot(row, None), &SheetCell::Empty, what);
                return Vec::new();
            }
        }
        if is_open {
            self.unused_rest(sheet, row, &["role", "unit", "person", "email"]);
            return Vec::new();
        }
        let [first, last] = ["from", "until"].map(|field| sheet.cell(row, field));
        let own = |field: &str| value(&said, field).map(str::to_owned);
        let (from, until) = self.term((own("from"), first), (own("until"), last));
        for (field, day) in [("from", from), ("until", until)] {
            let has_column = said.iter().any(|(column, _)| column.field.id == field);
            said.retain(|(column, _)| column.field.id != field);
            if has_column || day.is_some() {
                said.push((column(field), day));
            }
        }
        self.posts.expect_no_end(last.0, last.1);
        let with = |person: Option<&String>| {
            let mut said = said.clone();
            said.push((column("person"), person.map(json)));
            said
        };
        if holders.is_empty() { vec![with(None)] } else { holders.iter().map(|person| with(Some(person))).collect() }
    }

    /// Both ends of a term, of which one cell may say both. One that ends before it begins is told.
    pub(super) fn term(
        &mut self,
        (from, first): (Option<String>, (&SheetCell, SheetSpot)),
        (until, last): (Option<String>, (&SheetCell, SheetSpot)),
    ) -> (Option<String>, Option<String>) {
        let day = |day: Date| Some(json(&day.to_string()));
        let (from, until) = match (day::read(first.0), day::read(last.0)) {
            (Ok(day::Said::Between(_, Some(end))), _) if last.0.is_empty() => (from, day(end)),
            (_, Ok(day::Said::Between(start, _))) if first.0.is_empty() => (day(start), until),
            _ => (from, until),
        };
        if !is_reversed(from.as_deref(), until.as_deref()) {
            return (from, until);
        }
        for (cell, at) in [first, last] {
            self.unused(cell, at, NoteKind::EndsBeforeItBegins);
        }
        (None, None)
    }

    /// The people whom a row names as holders, with the addresses beside them; `None` where that is open.
    fn holders_of(
        &mut self,
        sheet: &ImportedSheet<'_>,
        row: usize,
        column: &SheetColumn,
        unit: Option<&str>,
    ) -> Option<Vec<String>> {
        let (cell, at) = sheet.cell(row, "person");
        let (email_cell, email_at) = sheet.cell(row, "email");
        let emails = reach::addresses(email_cell).unwrap_or_else(|what| {
            self.ledger.note(email_at, email_cell, what);
            Vec::new()
        });
        let people = match (&emails[..], cell.is_empty()) {
            ([email], true) => match self.addressed(email, email_cell, email_at) {
                Says::People(named) => self.bring(named, unit, email_cell, email_at),
                _ => None,
            },
            _ => self.people_in(column, cell, at, &emails, unit),
        };
        let is_used = emails.is_empty() || people.as_ref().is_some_and(|people| people.len() == emails.len());
        if !is_used {
            self.ledger.note(email_at, email_cell, NoteKind::OfSeveral);
        }
        people
    }

    /// The people in a cell, none where it says nothing or that nobody is meant; `None` where that is open.
    fn people_in(
        &mut self,
        column: &SheetColumn,
        cell: &SheetCell,
        at: SheetSpot,
        emails: &[String],
        unit: Option<&str>,
    ) -> Option<Vec<String>> {
        let says_nobody =
            |text: &str| text.chars().any(char::is_alphabetic) && matches!(self.who(text), WhoFound::Nobody(_));
        let found = if says_nobody(&cell.plain()) { Ok(None) } else { self.ledger.ground.value(column, cell, None) };
        match (found, bracketed(cell)) {
            (Ok(Some(id)), _) => return Some(serde_json::from_str(&id).ok().into_iter().collect()),
            // An id that nobody has, as an export writes it.
            (Err(NoteKind::NotFound { .. }), Some(id)) => return Some(vec![id]),
            _ => {}
        }
        match self.says(cell, at, emails) {
            Says::Nothing | Says::Nobody => Some(Vec::new()),
            Says::Open => None,
            Says::People(mut named) => {
                give(&mut named, emails);
                self.bring(named, unit, cell, at)
            }
        }
    }

    /// The ids of people, new ones brought with their addresses; `None` where one of them is open.
    fn bring(&mut self, named: Vec<Named>, unit: Option<&str>, cell: &SheetCell, at: SheetSpot) -> Option<Vec<String>> {
        let mut people = Vec::new();
        let mut is_open = false;
        for Named { name, email, .. } in named {
            let name = Some(name).filter(|name| !name.is_empty());
            let mention = Mention { name, email: email.clone(), unit: unit.map(str::to_owned), id: None };
            let Some((person, _)) = self.person(&mention, cell, at) else {
                is_open = true;
                continue;
            };
            if let Some(email) = email {
                let entry = self.open_person(&person, at);
                self.set_field(entry, SheetTarget::People, "email", &email, at);
            }
            people.push(person);
        }
        (!is_open).then_some(people)
    }

    /// The post of the file that is as a row says. `whole` asks that it has nothing where the row has nothing.
    fn same_post(&self, said: &PostCells, whole: bool) -> Option<usize> {
        let (role, unit) = (text(said, "role")?, text(said, "unit")?);
        let fits = |post: &&usize| {
            let object = ItemFields::read(&self.directory.posts[self.posts.all[**post].line]);
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

    fn open_post(&mut self, post: usize, at: SheetSpot) -> usize {
        let line = &self.directory.posts[self.posts.all[post].line];
        let object = ItemFields::read(line);
        if let Some((cell, at)) =
            self.posts.no_end.remove(&(at.sheet, at.row)).filter(|_| object.text("until").is_some())
        {
            self.ledger.note(at, &cell, NoteKind::LastDayStays);
        }
        let name = self.post_name(&object);
        self.ledger.open(SheetTarget::Posts, line, line, &name, at)
    }

    /// What a post is called: its role, its unit and who holds it.
    fn post_name(&self, object: &ItemFields) -> String {
        let books = &self.ledger.ground.books;
        let name = |key: &str, of: CellReference| object.text(key).map(|id| books.of(of).name(&id));
        let names = [
            name("role", CellReference::Role),
            name("unit", CellReference::Unit),
            name("person", CellReference::Person),
        ];
        names.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Another term or holder for a post that is there, or a new post.
    fn change_or_add(&mut self, said: &PostCells, cell: &SheetCell, at: SheetSpot) {
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
            if let Some(person) = person.filter(|_| !is_substitute) {
                let beside = self.posts.hold(&place, &person, said);
                self.tell_of_holder(&place, beside, cell, at);
            }
            return;
        }
        let holder = self.holder(&place, person.as_deref()).filter(|_| !is_substitute);
        if let (None, Some(holder)) = (&person, &holder)
            && place.0 != "member"
        {
            let name = self.ledger.ground.books.people.name(holder);
            self.ledger.note(at, cell, NoteKind::HolderStays { name });
            return;
        }
        self.posts.filled.insert(place.clone());
        let mut object = ItemFields::default();
        for (column, value) in said {
            if let Some(value) = value {
                object.put(&column.path(), value);
            }
        }
        if !self.posts.fresh.insert(written(&object)) {
            return;
        }
        let name = self.post_name(&object);
        let (entry, _) = self.ledger.add(SheetTarget::Posts, None, &name, at);
        self.set_post(entry, said, cell, at);
        if let Some(person) = person.filter(|_| !is_substitute) {
            let beside = self.posts.hold(&place, &person, said);
            self.tell_of_holder(&place, holder.or(beside), cell, at);
        }
    }

    /// Someone other than a person who holds a role at a unit by the file, and whose term is not over.
    fn holder(&self, place: &(String, String), person: Option<&str>) -> Option<String> {
        self.posts.at(&place.0, &place.1).iter().find_map(|post| {
            let post = &self.posts.all[*post];
            let other = post.person.as_ref().filter(|other| Some(&***other) != person)?;
            (!post.is_substitute && !self.is_over(post)).then(|| other.clone())
        })
    }

    /// Notes that someone else holds the post. A group has many members; of other roles more than one is worth a word.
    fn tell_of_holder(&mut self, place: &(String, String), holder: Option<String>, cell: &SheetCell, at: SheetSpot) {
        if let Some(holder) = holder.filter(|_| place.0 != "member") {
            let name = self.ledger.ground.books.people.name(&holder);
            self.ledger.note(at, cell, NoteKind::OtherHolder { name });
        }
    }

    fn set_post(&mut self, entry: usize, said: &PostCells, cell: &SheetCell, at: SheetSpot) {
        // An end of the term may stand in the file already.
        let day = |field: &str| value(said, field).map(str::to_owned).or_else(|| self.ledger.get(entry, &[field]));
        let is_reversed = is_reversed(day("from").as_deref(), day("until").as_deref());
        if is_reversed {
            self.ledger.note(SheetSpot { column: None, ..at }, cell, NoteKind::EndsBeforeItBegins);
        }
        for (column, value) in said {
            let is_left_out =
                column.field.path.is_empty() || (is_reversed && ["from", "until"].contains(&column.field.id));
            if let Some(value) = value.as_ref().filter(|_| !is_left_out) {
                self.ledger.set(entry, column, value, cell, at);
            }
        }
    }

    /// Whether a post's last day is past.
    fn is_over(&self, post: &FilePost) -> bool {
        let until = ItemFields::read(&self.directory.posts[post.line]).text("until").and_then(|day| parse_date(&day));
        until.zip(self.directory.on).is_some_and(|(until, on)| until < on)
    }

    /// Whether a post's term may be the one that a row speaks of: it does not begin on another day.
    fn same_term(&self, post: usize, said: &PostCells) -> bool {
        let object = ItemFields::read(&self.directory.posts[self.posts.all[post].line]);
        match (object.text("from"), text(said, "from")) {
            (Some(one), Some(other)) => one == other,
            (None, Some(from)) => object.text("until").is_none_or(|until| from <= until),
            _ => true,
        }
    }

    /// Has the posts of someone report to their manager where they report to nobody.
    pub(super) fn report_to(&mut self, person: &str, manager: &str, cell: &SheetCell, at: SheetSpot) {
        let posts = self.posts.by_person.get(person).cloned().unwrap_or_default();
        for post in posts {
            let line = &self.directory.posts[self.posts.all[post].line];
            let object = ItemFields::read(line);
            if object.text("reports_to").is_none() && object.text("substitute_for").is_none() {
                let entry = self.open_post(post, at);
                self.ledger.set(entry, &column("reports_to"), &json(manager), cell, at);
            }
        }
    }
}

/// Whether a term, of which the days are JSON, ends before it begins.
fn is_reversed(from: Option<&str>, until: Option<&str>) -> bool {
    from.zip(until).is_some_and(|(from, until)| until < from)
}

/// The id in a cell that holds nothing but an id in brackets.
fn bracketed(cell: &SheetCell) -> Option<String> {
    let text = cell.plain();
    Some(text.trim().strip_prefix('[')?.strip_suffix(']')?.to_owned())
}

/// A post as one text, to tell whether it was brought before.
fn written(object: &ItemFields) -> String {
    let mut out = String::new();
    for key in object.keys() {
        out.push_str(key);
        out.push_str(&object.get(&[key]).unwrap_or_default());
    }
    out
}
