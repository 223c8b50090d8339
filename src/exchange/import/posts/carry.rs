//! What a row does to the posts: nothing where it says what is there, another term or holder, or a new post.

use super::super::ImportRun;
use super::super::note::{NoteKind, SheetSpot};
use super::super::terms::is_reversed;
use super::{KnownPost, PostPlace, SaidPost, is_past, overlap};
use crate::exchange::field::{CellReference, SheetTarget};
use crate::exchange::object::{ItemFields, json};
use crate::exchange::sheet::SheetCell;

impl<'s> ImportRun<'_> {
    /// Carries out what a row says of a post.
    pub(in super::super) fn post(&mut self, said: &SaidPost<'s>) {
        let Some(place) = said.place() else { return };
        let met = |work: &Self| if said.is_whole { None } else { work.other_term(said, &place, true) };
        let known = self.same_post(said, said.is_whole, false).or_else(|| self.same_post(said, said.is_whole, true));
        match known.or_else(|| met(self)).or_else(|| self.other_term(said, &place, false)) {
            Some(post) => {
                let is_first = self.posts.all[post].at.is_none();
                self.confirm(post, said);
                if is_first && known.is_none() {
                    self.tell_beside(&place, said, None);
                }
            }
            None => self.fill_or_add(said, &place),
        }
    }

    /// Notes that nobody holds a role at a unit, where nothing is known of the post.
    pub(in super::super) fn vacancy(&mut self, role: &str, unit: &str, cell: &'s SheetCell, at: SheetSpot) {
        let place = (role.to_owned(), unit.to_owned());
        let fields = vec![("role", Some(json(role))), ("unit", Some(json(unit)))];
        let said = SaidPost { is_vacant: true, ..SaidPost::new(fields, cell, at) };
        if !self.is_held(&place, &said) && self.posts.at(&place).is_empty() {
            self.post(&said);
        }
    }

    /// Whether someone holds a post that a row says to be vacant, which is told. Keeps in mind that the row says so.
    fn is_held(&mut self, place: &PostPlace, said: &SaidPost<'s>) -> bool {
        // A group has many members.
        if place.0 == "member" || said.is_substitute() {
            return false;
        }
        if let Some(holder) = self.holder(place, None) {
            let name = self.ledger.ground.books.people.name(&holder);
            self.ledger.note(said.at, said.cell, NoteKind::HolderStays { name });
            return true;
        }
        if !said.is_vacant {
            return false;
        }
        if let Some(row) = self.posts.held_on(place, self.directory.on) {
            self.ledger.note(said.at, said.cell, NoteKind::Contradicts { row });
            return true;
        }
        self.posts.vacant.entry(place.clone()).or_insert(said.at.row);
        false
    }

    /// A post that is as a row says. `whole` asks that it has nothing where the row has nothing; `is_met`, that a row above
    /// speaks of it.
    pub(super) fn same_post(&self, said: &SaidPost<'s>, whole: bool, is_met: bool) -> Option<usize> {
        let place = said.place()?;
        let fits = |post: &usize| {
            let object = self.post_fields(&self.posts.all[*post]);
            said.fields.iter().all(|field| match (object.get(&field.column.path()), &field.value) {
                (Some(old), Some(value)) => old == *value,
                (None, Some(_)) => field.column.field.path.is_empty(),
                (None, None) => true,
                (Some(_), None) => !whole || field.column.field.path.is_empty(),
            }) && self.posts.all[*post].is_substitute == said.is_substitute()
        };
        self.posts.of_holder(&place, said.text("person").as_ref(), is_met).into_iter().find(fits)
    }

    /// A post of the same person that may be the one a row speaks of, with another term; `is_met` as for the same post.
    fn other_term(&self, said: &SaidPost<'s>, place: &PostPlace, is_met: bool) -> Option<usize> {
        let person = said.text("person")?;
        let fits = |post: &usize| {
            let known = &self.posts.all[*post];
            let object = self.post_fields(known);
            let [from, until] = ["from", "until"].map(|field| object.text(field));
            let is_term = if is_met {
                overlap((&from, &until), (&said.text("from"), &said.text("until")))
            } else {
                match (from, said.text("from")) {
                    (Some(one), Some(other)) => one == other,
                    (None, Some(from)) => until.is_none_or(|until| from <= until),
                    _ => true,
                }
            };
            // A member on behalf of another party, and whoever stands in for another, has another post.
            let is_alike = |field: &str| !is_met || object.get(&[field]).as_deref() == said.value(field);
            is_term
                && known.is_substitute == said.is_substitute()
                && ["on_behalf_of", "substitute_for"].into_iter().all(is_alike)
        };
        self.posts.of_holder(place, Some(&person), is_met).into_iter().find(fits)
    }

    /// The fields of a post as they are now.
    fn post_fields(&self, post: &KnownPost) -> ItemFields {
        match (post.entry, post.line) {
            (Some(entry), _) => self.ledger.fields(entry),
            (None, Some(line)) => ItemFields::read(&self.directory.posts[line]),
            (None, None) => ItemFields::default(),
        }
    }

    /// A row speaks of a post that is known: what it says otherwise is changed, or told where a row above said it.
    fn confirm(&mut self, post: usize, said: &SaidPost<'s>) {
        let first = self.posts.all[post].at;
        self.posts.all[post].at.get_or_insert(said.at);
        let entry = self.open_post(post, said.at);
        if let Some((cell, at)) = said.no_end {
            match self.ledger.row_of(entry, "until") {
                Some(row) if first.is_some() => self.ledger.note(at, cell, NoteKind::Contradicts { row }),
                _ if self.ledger.get(entry, &["until"]).is_some() => {
                    self.ledger.note(at, cell, NoteKind::LastDayStays);
                }
                _ => {}
            }
        }
        let is_above = |first: &SheetSpot| first.sheet == said.at.sheet && first.row != said.at.row;
        if let Some(first) = first.filter(is_above) {
            self.tell_of_repeat(post, entry, first.row, said);
        }
        self.set_post(post, entry, said);
        if said.no_end.is_some() {
            self.posts.all[post].endless.get_or_insert(said.at.row);
        }
    }

    /// Notes that a row names someone for a post whom a row above names for it, where one of them alone tells a day.
    fn tell_of_repeat(&mut self, post: usize, entry: usize, row: u32, said: &SaidPost<'s>) {
        let is_endless = self.posts.all[post].endless.is_some();
        let ends = said.fields.iter().filter(|field| ["from", "until"].contains(&field.column.field.id));
        for end in ends.cloned().collect::<Vec<_>>() {
            let field = end.column.field.id;
            let said_above = self.ledger.row_of(entry, field).filter(|_| end.value.is_none() && said.no_end.is_none());
            let is_first = end.value.is_some() && !is_endless && self.ledger.get(entry, &[field]).is_none();
            if let Some(row) = said_above.or(is_first.then_some(row)) {
                self.ledger.note(end.at, end.cell, NoteKind::SamePost { row });
            }
        }
    }

    fn open_post(&mut self, post: usize, at: SheetSpot) -> usize {
        if let Some(entry) = self.posts.all[post].entry {
            return entry;
        }
        let line = self.posts.all[post].line.map_or("{}", |line| &*self.directory.posts[line]);
        let name = self.post_name(&ItemFields::read(line));
        let entry = self.ledger.open(SheetTarget::Posts, line, line, &name, at);
        self.posts.all[post].entry = Some(entry);
        entry
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

    /// A holder for a vacant post, or a new post.
    fn fill_or_add(&mut self, said: &SaidPost<'s>, place: &PostPlace) {
        let person = said.text("person");
        if let Some(post) = self.vacant_post(said, place) {
            self.posts.all[post].person.clone_from(&person);
            self.posts.by_holder.entry((place.clone(), person)).or_default().push(post);
            // Whatever row said that nobody holds it, this one is the first about the one who does.
            self.posts.all[post].at = None;
            self.posts.all[post].endless = None;
            self.confirm(post, said);
            self.tell_beside(place, said, None);
            return;
        }
        if person.is_none() && self.is_held(place, said) {
            return;
        }
        let holder = self.holder(place, person.as_deref());
        let mut object = ItemFields::default();
        for field in &said.fields {
            if let Some(value) = &field.value {
                object.put(&field.column.path(), value);
            }
        }
        let name = self.post_name(&object);
        let (entry, _) = self.ledger.add(SheetTarget::Posts, None, &name, said.at);
        let post = self.posts.enter(place.clone(), person, said.is_substitute(), None);
        self.posts.all[post].entry = Some(entry);
        self.posts.all[post].at = Some(said.at);
        self.posts.all[post].endless = said.no_end.map(|_| said.at.row);
        self.set_post(post, entry, said);
        self.tell_beside(place, said, holder);
    }

    /// The vacant post that a row fills: one that no row speaks of, or of which one says in words that it is vacant. Whose
    /// term is over has left the post as vacant as it is.
    fn vacant_post(&self, said: &SaidPost<'s>, place: &PostPlace) -> Option<usize> {
        said.text("person").filter(|_| !is_past(said.text("until").as_deref(), self.directory.on))?;
        let is_said = self.posts.vacant.contains_key(place) && !said.is_whole;
        let met = if is_said { self.posts.of_holder(place, None, true) } else { Vec::new() };
        let fits = |post: &usize| {
            let object = self.post_fields(&self.posts.all[*post]);
            // With its own days the term would end before it begins.
            let day = |field: &str| said.value(field).map(str::to_owned).or_else(|| object.get(&[field]));
            // Days that a row tells of the vacancy are not those of whoever another row names.
            let is_dated = |entry: usize| ["from", "until"].iter().any(|end| self.ledger.row_of(entry, end).is_some());
            let known = &self.posts.all[*post];
            // Of posts that are alike to the letter a change can mean the first alone.
            let is_twin = known.entry.is_none()
                && known.line.is_some_and(|line| self.ledger.is_open(SheetTarget::Posts, &self.directory.posts[line]));
            known.is_substitute == said.is_substitute()
                && !is_twin
                && !known.entry.is_some_and(is_dated)
                && !is_reversed(day("from").as_deref(), day("until").as_deref())
        };
        self.posts.of_holder(place, None, false).into_iter().chain(met).find(fits)
    }

    /// Someone other than a person who holds a role at a unit by the file, and whose term is not over, whether by the file
    /// or by a row above.
    pub(super) fn holder(&self, place: &PostPlace, person: Option<&str>) -> Option<String> {
        self.posts.at(place).iter().find_map(|post| {
            let post = &self.posts.all[*post];
            let own = ItemFields::read(&self.directory.posts[post.line?]);
            let other = own.text("person").filter(|other| Some(&**other) != person)?;
            let until = self.post_fields(post).text("until");
            (!post.is_substitute && !is_past(until.as_deref(), self.directory.on)).then_some(other)
        })
    }

    /// Notes that someone else holds the post, `holder` by the file, or that a row says that nobody does. A group has many
    /// members; of other roles more than one is worth a word.
    fn tell_beside(&mut self, place: &PostPlace, said: &SaidPost<'s>, holder: Option<String>) {
        let Some(person) = said.text("person").filter(|_| !said.is_substitute()) else { return };
        let beside = self.posts.hold(place, &person, said);
        if place.0 == "member" {
            return;
        }
        if let Some(holder) = holder.or(beside) {
            let name = self.ledger.ground.books.people.name(&holder);
            self.ledger.note(said.at, said.cell, NoteKind::OtherHolder { name });
        }
        if let Some(row) = self.posts.vacant.remove(place) {
            self.ledger.note(said.at, said.cell, NoteKind::WasVacant { row });
        }
    }

    fn set_post(&mut self, post: usize, entry: usize, said: &SaidPost<'s>) {
        // An end of the term may stand in the file already.
        let day = |field: &str| said.value(field).map(str::to_owned).or_else(|| self.ledger.get(entry, &[field]));
        let is_reversed = is_reversed(day("from").as_deref(), day("until").as_deref());
        if is_reversed {
            let what = NoteKind::EndsBeforeItBegins;
            self.ledger.note(SheetSpot { column: None, ..said.at }, said.cell, what);
        }
        let endless = self.posts.all[post].endless;
        for field in &said.fields {
            let id = field.column.field.id;
            let is_left_out = field.column.field.path.is_empty() || (is_reversed && ["from", "until"].contains(&id));
            let Some(value) = field.value.as_ref().filter(|_| !is_left_out) else { continue };
            match endless.filter(|_| id == "until") {
                // "Until further notice" is no day, and yet says something.
                Some(row) => self.ledger.note(field.at, field.cell, NoteKind::Contradicts { row }),
                None => self.ledger.set(entry, &field.column, value, field.cell, field.at),
            }
        }
    }

    /// Has the posts of someone report to their manager where they report to nobody.
    pub(in super::super) fn report_to(&mut self, person: &str, manager: &str, cell: &SheetCell, at: SheetSpot) {
        let posts = self.posts.by_person.get(person).cloned().unwrap_or_default();
        for post in posts {
            let object = self.post_fields(&self.posts.all[post]);
            if object.text("reports_to").is_none() && object.text("substitute_for").is_none() {
                let entry = self.open_post(post, at);
                self.ledger.set(entry, &super::column("reports_to"), &json(manager), cell, at);
            }
        }
    }
}
