//! Sheets whose rows are posts.

use super::super::mentions::{Says, give};
use super::super::note::{NoteKind, SheetSpot};
use super::super::people::Mention;
use super::super::{ImportRun, ImportedSheet, ROWS_A_STEP};
use super::{SaidField, SaidPost};
use crate::exchange::field::{CellForm, CellReference, SheetColumn, SheetTarget};
use crate::exchange::object::json;
use crate::exchange::reach;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::{Named, WhoFound};

/// The fields that say which post a row is about.
const KEYS: [&str; 2] = ["role", "unit"];

impl ImportRun<'_> {
    /// Rows of posts: first those that say what is there, then the others. That nobody holds a post that somebody holds by
    /// the file comes last: another row may end their term.
    pub(in super::super) fn posts_rows(&mut self, sheet: &ImportedSheet<'_>, progress: &mut dyn FnMut(f64)) {
        let mut others = Vec::new();
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            for said in self.said(sheet, row) {
                match self.same_post(&said, true, false) {
                    Some(_) => self.post(&said),
                    None => others.push(said),
                }
            }
        }
        let is_last = |said: &SaidPost<'_>| {
            said.text("person").is_none() && said.place().is_some_and(|place| self.holder(&place, None).is_some())
        };
        let (last, others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_last);
        for said in others.iter().chain(&last) {
            self.post(said);
        }
    }

    /// What a row says of a post, once for each whom it names; nothing where role or unit lack, or who is meant is open.
    fn said<'s>(&mut self, sheet: &ImportedSheet<'s>, row: usize) -> Vec<SaidPost<'s>> {
        let (cell, at) = sheet.cell(row, "person");
        let mut said = SaidPost::new(Vec::new(), cell, at);
        let mapped = |field: &str| sheet.column_of(field).is_some();
        let fields = SheetTarget::Posts.fields().iter().filter(|field| field.form != CellForm::Special);
        said.is_whole = fields.map(|field| field.id).all(mapped);
        let mut holders = Vec::new();
        let mut is_open = false;
        let columns = sheet.mapping.columns.iter().enumerate();
        let columns = columns.filter_map(|(place, field)| Some((place, SheetTarget::Posts.column(field.as_deref()?)?)));
        // What the post is first: a row that lacks it brings nobody.
        let (keys, others): (Vec<_>, Vec<_>) = columns.partition(|(_, column)| KEYS.contains(&column.field.id));
        for (place, column) in keys.into_iter().chain(others) {
            if !KEYS.contains(&column.field.id) && KEYS.iter().any(|key| said.value(key).is_none()) {
                break;
            }
            let (cell, at) = (sheet.at(row, place), sheet.spot(row, Some(place)));
            if column.field.id == "person" {
                match self.holders_of(sheet, row, &column, said.text("unit").as_deref()) {
                    Some(people) => holders = people,
                    None => is_open = true,
                }
                continue;
            }
            let value = self.value_of(&column, cell, at, said.text("unit").as_deref());
            said.fields.push(SaidField { column, value, cell, at });
        }
        for field in KEYS {
            if said.value(field).is_none() {
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
        let own = |field: &str| said.value(field).map(str::to_owned);
        let Some((from, until)) = self.term((own("from"), first), (own("until"), last)) else {
            self.unused_rest(sheet, row, &["role", "unit", "person", "email", "from", "until"]);
            return Vec::new();
        };
        for (field, day, found) in [("from", from, first), ("until", until, last)] {
            let has_column = said.fields.iter().any(|said| said.column.field.id == field);
            said.fields.retain(|said| said.column.field.id != field);
            if has_column || day.is_some() {
                said = said.with_day(field, day, found);
            }
        }
        let mut said = said.without_end(last.0, last.1);
        // An empty cell is a post that nobody holds; words for it may be about one that somebody does.
        said.is_vacant = holders.is_empty() && !cell.is_empty() && !said.is_whole;
        if holders.is_empty() {
            return vec![said.of(None)];
        }
        let is_own = |person: &String| !said.is_whole && said.text("substitute_for").as_ref() == Some(person);
        if holders.iter().any(is_own) {
            self.ledger.note(at, cell, NoteKind::OwnSubstitute);
        }
        holders.iter().filter(|person| !is_own(person)).map(|person| said.of(Some(person))).collect()
    }

    /// The value of a cell that names no holder, with what cannot be used of it told.
    fn value_of(
        &mut self,
        column: &SheetColumn,
        cell: &SheetCell,
        at: SheetSpot,
        unit: Option<&str>,
    ) -> Option<String> {
        if column.field.form == CellForm::One(CellReference::Person) {
            let people = self.people_in(column, cell, at, &[], unit);
            if people.as_ref().is_some_and(|people| people.len() > 1) {
                self.ledger.note(at, cell, NoteKind::OfSeveral);
            }
            return people.filter(|people| people.len() == 1).map(|people| json(&people[0]));
        }
        self.ledger.ground.value(column, cell, None).unwrap_or_else(|what| {
            self.ledger.note(at, cell, what);
            None
        })
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
            _ if sheet.is_lost(row, "person") => None,
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
            // An id that nobody has, as an export writes it: the file names it already.
            (Err(NoteKind::NotFound { .. }), Some(id)) if self.posts.named.contains(&id) => return Some(vec![id]),
            _ => {}
        }
        // Nothing but brackets around it makes no id of a name or a word.
        let inside = bracketed(cell).map(SheetCell::text);
        if let Some(inside) = &inside
            && matches!(self.who(&inside.plain()), WhoFound::Doubtful | WhoFound::One(Named { sure: false, .. }))
        {
            self.ledger.note(at, cell, NoteKind::NotFound { of: CellReference::Person });
            return None;
        }
        match self.says(inside.as_ref().unwrap_or(cell), at, emails) {
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
}

/// What a cell holds that is nothing but something in brackets: an id, as an export writes it.
fn bracketed(cell: &SheetCell) -> Option<String> {
    let text = cell.plain();
    Some(text.trim().strip_prefix('[')?.strip_suffix(']')?.to_owned())
}
