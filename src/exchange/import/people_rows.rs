//! Sheets whose rows are people, from a list of one's own or from a directory of accounts.

use super::mentions::Says;
use super::note::NoteKind;
use super::people::{Mention, given_first};
use super::{ImportRun, ImportedSheet, ROWS_A_STEP};
use crate::exchange::book::NameMatch;
use crate::exchange::field::SheetTarget;
use crate::exchange::reach;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::{WhoFound, fits, is_no_thing, is_ordinary};
use crate::exchange::words::{STATES, YES, word_of};

/// What a row about someone is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Account {
    /// No account: a name, perhaps with an address.
    No,
    /// A row with an id of its own.
    Own,
    /// An account of a directory, which has accounts of rooms and services as well.
    OfDirectory,
}

impl ImportRun<'_> {
    pub(super) fn people_rows(&mut self, sheet: &ImportedSheet<'_>, progress: &mut dyn FnMut(f64)) {
        let ids = sheet.rows().filter_map(|row| sheet.text(row, "id"));
        let claimed: Vec<String> = ids.filter(|id| self.people.known(id).is_some()).collect();
        self.people.claimed.extend(claimed);
        // Everyone first, then who reports to whom.
        let mut managed = Vec::new();
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            if let Some(id) = self.person_row(sheet, row) {
                managed.push((row, id));
            }
        }
        self.people.claimed.clear();
        let mut is_managed = false;
        for (row, id) in managed {
            is_managed |= self.manager(sheet, row, &id);
        }
        for field in ["manager", "manager_email"] {
            self.tell_idle(sheet, field, is_managed);
        }
        let are_used = !std::mem::take(&mut self.people.has_other_numbers);
        self.tell_idle(sheet, "mobile", are_used);
        // A user name is used where it is an address.
        let is_address = |row| sheet.text(row, "login").is_some_and(|login| login.contains('@'));
        let is_used = sheet.rows().any(is_address);
        self.tell_idle(sheet, "login", is_used);
    }

    fn person_row(&mut self, sheet: &ImportedSheet<'_>, row: usize) -> Option<String> {
        let at = sheet.spot(row, None);
        let closed = self.says_yes(sheet, row, "account") == Some(false)
            || self.says_yes(sheet, row, "blocked") == Some(true)
            || sheet.text(row, "deleted").is_some_and(|day| !is_no_thing(&day));
        let guest = sheet
            .text(row, "user_type")
            .map(|kind| kind.to_lowercase())
            .is_some_and(|kind| ["guest", "gäst", "gjest", "gæst"].contains(&&*kind));
        if guest || closed {
            let what = if guest { NoteKind::Guest } else { NoteKind::Disabled };
            self.ledger.note(at, sheet.cell(row, "name").0, what);
            return None;
        }
        let whole = [sheet.text(row, "given_name"), sheet.text(row, "surname")];
        let whole = whole.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let name = sheet.text(row, "name").or_else(|| (!whole.is_empty()).then_some(whole));
        // A user name is an address where there is no other.
        let login = sheet.text(row, "login").filter(|login| login.contains('@'));
        let email = reach::address(sheet.cell(row, "email").0).ok().flatten().or(login);
        let unit = sheet.text(row, "unit").and_then(|unit| match self.ledger.ground.books.units.find(&unit) {
            NameMatch::One(id) => Some(id),
            _ => None,
        });
        let id = sheet.text(row, "id");
        let (cell, name_at) = sheet.cell(row, "name");
        let account = match (&id, sheet.column_of("login")) {
            (_, Some(_)) => Account::OfDirectory,
            (Some(_), None) => Account::Own,
            (None, None) => Account::No,
        };
        let Some(name) = self.own_name(name, cell, name_at, account, email.as_deref()) else {
            self.unused_of_nobody(sheet, row, account);
            return None;
        };
        if name.is_none() && id.as_ref().is_none_or(|id| self.people.known(id).is_none()) {
            self.ledger.note(at, &SheetCell::Empty, NoteKind::Needed { field: "name".to_owned() });
            return None;
        }
        let mention = Mention { id, name: name.clone(), email: email.clone(), unit };
        let Some((person, _)) = self.person(&mention, cell, name_at) else {
            self.unused_of_nobody(sheet, row, account);
            return None;
        };
        if let Some(id) = &mention.id {
            self.ledger.ground.books.people.also(id, &person);
        }
        let entry = self.open_person(&person, at);
        self.set_row(sheet, row, entry, SheetTarget::People, &["id", "name"]);
        if let Some(name) = name {
            self.name_person(entry, &name, name_at, account);
        }
        if let (Some(email), None) = (email, sheet.text(row, "email")) {
            let (_, at) = sheet.cell(row, "login");
            self.set_field(entry, SheetTarget::People, "email", &email, at);
        }
        let (mobile, at) = sheet.cell(row, "mobile");
        if sheet.text(row, "phone").is_none()
            && let Some(column) = SheetTarget::People.column("phone")
        {
            self.ledger.set_cell(entry, &column, mobile, at);
        } else if !is_same_number(mobile, sheet.cell(row, "phone").0) {
            // There is room for one number. Lists of accounts are told of it once, in their heading.
            match sheet.column_of("login") {
                None => self.unused(mobile, at, NoteKind::Remark),
                Some(_) => self.people.has_other_numbers = true,
            }
        }
        Some(person)
    }

    /// Notes what else a row says of somebody whom it brings not. Of accounts the name is enough: a directory has many of rooms.
    fn unused_of_nobody(&mut self, sheet: &ImportedSheet<'_>, row: usize, account: Account) {
        if account != Account::OfDirectory {
            self.unused_rest(sheet, row, &["name", "given_name", "surname"]);
        }
    }

    /// Whether a cell says yes or no; what is neither is told.
    fn says_yes(&mut self, sheet: &ImportedSheet<'_>, row: usize, field: &str) -> Option<bool> {
        let (cell, at) = sheet.cell(row, field);
        if let SheetCell::Yes(yes) = cell {
            return Some(*yes);
        }
        // Of a state it is said whether it is open, which for one that is blocked is no.
        let state = word_of(STATES, &cell.plain()).map(|word| (word == "open") == (field == "account"));
        let said = state.or_else(|| word_of(YES, &cell.plain()).map(|word| word == "true"));
        if said.is_none() {
            self.unused(cell, at, NoteKind::NotYesOrNo);
        }
        said
    }

    #[allow(clippy::option_option, reason = "nobody, somebody without a name, and a name are three things")]
    /// The name of the one a row is about; `None` where the row is about nobody, or that is not decided. A row
    /// with an id is somebody's whatever they are called, unless it says that nobody is there.
    fn own_name(
        &mut self,
        name: Option<String>,
        cell: &SheetCell,
        at: super::SheetSpot,
        account: Account,
        email: Option<&str>,
    ) -> Option<Option<String>> {
        let Some(text) = name else { return Some(None) };
        let cell = if cell.is_empty() { SheetCell::Text(text.clone()) } else { cell.clone() };
        if let Some(name) = self.account_name(&text, account, at) {
            return Some(Some(name));
        }
        match self.who(&text) {
            WhoFound::Nobody(_) if account == Account::No || text.chars().any(char::is_alphabetic) => {
                self.ledger.note(at, &cell, NoteKind::Nobody);
                None
            }
            _ if account == Account::Own => Some(Some(text)),
            _ if account == Account::OfDirectory && self.is_of_somebody(&text, email) => Some(Some(text)),
            _ => {
                let emails = email.filter(|_| account == Account::No).map(str::to_owned);
                let emails: Vec<String> = emails.into_iter().collect();
                match self.says(&SheetCell::Text(text), at, &emails) {
                    Says::People(mut named) if named.len() == 1 => Some(Some(named.remove(0).name)),
                    Says::People(_) => {
                        self.ledger.note(at, &cell, NoteKind::OfSeveral);
                        None
                    }
                    Says::Nothing | Says::Nobody | Says::Open => None,
                }
            }
        }
    }

    /// The whole name that an account of a directory has, given names first. Where somebody works may stand behind it.
    fn account_name(&mut self, text: &str, account: Account, at: super::SheetSpot) -> Option<String> {
        if account != Account::OfDirectory {
            return None;
        }
        let (bare, behind) = match text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
            Some((bare, behind)) => (bare.trim_end(), Some(behind)),
            None => (text, None),
        };
        let WhoFound::One(named) = self.who(bare) else { return None };
        if !named.sure || named.name.is_empty() {
            return None;
        }
        for remark in behind.into_iter().chain(named.remark.as_deref()) {
            self.ledger.note(at, &SheetCell::text(remark), NoteKind::Remark);
        }
        Some(given_first(&named.name).unwrap_or(named.name))
    }

    /// Whether an account without a whole name is somebody's: its name has several words, and stands in the address too.
    /// Rooms, functions and services have accounts as well.
    fn is_of_somebody(&self, name: &str, email: Option<&str>) -> bool {
        let has_figure = name.chars().any(|letter| letter.is_ascii_digit());
        let words = name.split_whitespace().count();
        let is_thing = name.split(|letter: char| !letter.is_alphanumeric()).any(is_ordinary);
        let is_bare = !name.contains(['(', ')', '[', ']', ',']) && !has_figure;
        let is_name = words > 1 && is_bare && !is_thing && self.who(name) != WhoFound::NoName;
        is_name && email.is_some_and(|email| fits(name, email))
    }

    /// Gives someone the name of a sheet, unless it is theirs in another order or in worse letters: a list may be written in
    /// capitals throughout.
    fn name_person(&mut self, entry: usize, name: &str, at: super::SheetSpot, account: Account) {
        use crate::exchange::names::normal_person;
        let old = self.ledger.get(entry, &["name"]).and_then(|raw| serde_json::from_str::<String>(&raw).ok());
        let same = old.filter(|old| normal_person(old) == normal_person(name));
        let is_mixed = |text: &str| text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
        let is_better =
            |old: &str| !name.contains(',') && (account == Account::Own || (is_mixed(name) && !is_mixed(old)));
        if same.is_none_or(|old| is_better(&old)) {
            self.set_field(entry, SheetTarget::People, "name", name, at);
        }
    }

    /// Has the posts of someone report to their manager. Whether what the row says of one was used.
    fn manager(&mut self, sheet: &ImportedSheet<'_>, row: usize, person: &str) -> bool {
        let (name, email) = (sheet.text(row, "manager"), sheet.text(row, "manager_email"));
        let (cell, at) = sheet.cell(row, if name.is_some() { "manager" } else { "manager_email" });
        let mention = Mention { name, email, ..Mention::default() };
        // Managers that hold no post and are in no sheet are not brought in.
        let known = |work: &Self| {
            let named = mention.name.as_deref().map(|name| work.ledger.ground.books.people.find(name));
            let by_email = mention.email.as_deref().is_some_and(|email| work.people.has_address(email));
            matches!(named, Some(NameMatch::One(_) | NameMatch::Several(_))) || (mention.name.is_none() && by_email)
        };
        if self.posts.has_posts(person)
            && known(self)
            && let Some((manager, _)) = self.person(&mention, cell, at)
        {
            self.report_to(person, &manager, cell, at);
            return true;
        }
        false
    }
}

/// Whether two cells hold the same figures.
fn is_same_number(one: &SheetCell, other: &SheetCell) -> bool {
    let figures = |cell: &SheetCell| cell.plain().chars().filter(char::is_ascii_digit).collect::<String>();
    figures(one) == figures(other)
}
