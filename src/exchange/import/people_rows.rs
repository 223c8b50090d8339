//! Sheets whose rows are people, from a list of one's own or from a directory of accounts.

use super::mentions::Says;
use super::note::NoteKind;
use super::people::Mention;
use super::{ImportRun, ImportedSheet, ROWS_A_STEP};
use crate::exchange::book::NameMatch;
use crate::exchange::field::SheetTarget;
use crate::exchange::reach;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::WhoFound;
use crate::exchange::words::{YES, word_of};

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
        for (row, id) in managed {
            self.manager(sheet, row, &id);
        }
    }

    fn person_row(&mut self, sheet: &ImportedSheet<'_>, row: usize) -> Option<String> {
        let at = sheet.spot(row, None);
        let says = |field: &str, expected: bool| match sheet.cell(row, field).0 {
            SheetCell::Yes(yes) => *yes == expected,
            cell => word_of(YES, &cell.plain()) == Some(if expected { "true" } else { "false" }),
        };
        let closed = says("account", false) || says("blocked", true);
        let guest = sheet.text(row, "user_type").is_some_and(|kind| kind.eq_ignore_ascii_case("guest"));
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
        let is_account = id.is_some() || sheet.text(row, "login").is_some();
        let name = self.own_name(name, cell, name_at, is_account, email.as_deref())?;
        if name.is_none() && id.as_ref().is_none_or(|id| self.people.known(id).is_none()) {
            self.ledger.note(at, &SheetCell::Empty, NoteKind::Needed { field: "name".to_owned() });
            return None;
        }
        let mention = Mention { id, name: name.clone(), email: email.clone(), unit };
        let (person, _) = self.person(&mention, cell, name_at)?;
        if let Some(id) = &mention.id {
            self.ledger.ground.books.people.also(id, &person);
        }
        let entry = self.open_person(&person, at);
        self.set_row(sheet, row, entry, SheetTarget::People, &["id", "name"]);
        if let Some(name) = name {
            self.name_person(entry, &name, name_at);
        }
        if let (Some(email), None) = (email, sheet.text(row, "email")) {
            let (_, at) = sheet.cell(row, "login");
            self.set_field(entry, SheetTarget::People, "email", &email, at);
        }
        if sheet.text(row, "phone").is_none()
            && let Some(mobile) = sheet.text(row, "mobile")
        {
            let (_, at) = sheet.cell(row, "mobile");
            self.set_field(entry, SheetTarget::People, "phone", &mobile, at);
        }
        Some(person)
    }

    #[allow(clippy::option_option, reason = "nobody, somebody without a name, and a name are three things")]
    /// The name of the one a row is about; `None` where the row is about nobody, or that is not decided. An account is
    /// somebody's whatever they call themselves, unless it says that nobody is there.
    fn own_name(
        &mut self,
        name: Option<String>,
        cell: &SheetCell,
        at: super::SheetSpot,
        is_account: bool,
        email: Option<&str>,
    ) -> Option<Option<String>> {
        let Some(text) = name else { return Some(None) };
        let cell = if cell.is_empty() { SheetCell::Text(text.clone()) } else { cell.clone() };
        match self.who(&text) {
            WhoFound::Nobody(_) if !is_account || text.chars().any(char::is_alphabetic) => {
                self.ledger.note(at, &cell, NoteKind::Nobody);
                None
            }
            _ if is_account => Some(Some(text)),
            WhoFound::One(_) if email.is_some_and(|email| email.contains('@')) => Some(Some(text)),
            _ => {
                let emails: Vec<String> = email.map(str::to_owned).into_iter().collect();
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

    /// Gives someone the name of a sheet, unless it is theirs in another order or case.
    fn name_person(&mut self, entry: usize, name: &str, at: super::SheetSpot) {
        use crate::exchange::names::normal_person;
        let old = self.ledger.get(entry, &["name"]).and_then(|raw| serde_json::from_str::<String>(&raw).ok());
        let swapped = name.contains(',') && old.as_deref().is_some_and(|old| normal_person(old) == normal_person(name));
        if !swapped {
            self.set_field(entry, SheetTarget::People, "name", name, at);
        }
    }

    fn manager(&mut self, sheet: &ImportedSheet<'_>, row: usize, person: &str) {
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
        }
    }
}
