//! The lists of a head of security: each row a workplace with its department, or a department, and who is responsible
//! there.

use super::mentions::{Says, give};
use super::note::{NoteKind, SheetSpot};
use super::people::Mention;
use super::posts::SaidPost;
use super::units::kind_by_name;
use super::{ImportRun, ImportedSheet, ROWS_A_STEP};
use crate::exchange::field::{CellReference, SheetTarget};
use crate::exchange::names::normal;
use crate::exchange::object::json;
use crate::exchange::reach;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::{Named, WhoFound, is_no_thing};
use crate::organisation::unit::UnitKind;

/// The columns about people, and the role each is about. Coordinators are those of the department.
const ROLES: [(&str, &str); 3] =
    [("head", "head"), ("representative", "security_representative"), ("coordinator", "security_coordinator")];

/// The columns about a unit itself, and the field of units that each fills.
const OWN: [(&str, &str); 5] = [
    ("area", "area"),
    ("address", "address"),
    ("employees", "employees"),
    ("unit_email", "email"),
    ("unit_phone", "phone"),
];

impl ImportRun<'_> {
    pub(super) fn workplaces(&mut self, sheet: &ImportedSheet<'_>, progress: &mut dyn FnMut(f64)) {
        let listed = sheet.rows().filter_map(|row| sheet.text(row, "workplace")).map(|name| normal(&name));
        self.units.listed.extend(listed.collect::<Vec<_>>());
        let mut above: Option<String> = None;
        // Whether what stands above could not be used.
        let mut is_lost = false;
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            if let Some(name) = self.section(sheet, row) {
                let (cell, at) = sheet.cell(row, "workplace");
                self.ledger.note(sheet.spot(row, None), cell, NoteKind::Section);
                if self.department(&name, cell, at).is_some() {
                    (above, is_lost) = (Some(name), false);
                }
                continue;
            }
            let (cell, at) = sheet.cell(row, "department");
            if sheet.is_lost(row, "department") {
                (above, is_lost) = (None, true);
                self.workplace_row(sheet, row, None);
                continue;
            }
            let said = sheet.text(row, "department");
            if said.as_deref().is_some_and(is_no_thing) {
                self.ledger.note(at, cell, NoteKind::NotFound { of: CellReference::Unit });
                self.workplace_row(sheet, row, None);
                continue;
            }
            if said.as_deref().is_some_and(|said| self.is_no_place(said)) {
                self.ledger.note(at, cell, NoteKind::NotAPlace);
                if sheet.text(row, "workplace").is_some() {
                    self.workplace_row(sheet, row, None);
                } else {
                    self.unused_rest(sheet, row, &["department"]);
                }
                continue;
            }
            let is_above = said.as_deref().is_some_and(|said| above.is_some() && self.who(said) == WhoFound::Refers);
            let said = said.filter(|_| !is_above);
            let has_place = ["workplace", "workplace_id"].iter().any(|field| sheet.text(row, field).is_some());
            if said.is_none() && !has_place {
                // Whoever stands below a place in joined cells may be its, or the department's.
                let what = NoteKind::Needed { field: "workplace".to_owned() };
                self.ledger.note(sheet.spot(row, None), &SheetCell::Empty, what);
                continue;
            }
            if said.is_none() && above.is_some() && sheet.text(row, "workplace").is_some() {
                // In joined cells only the first has the name.
                self.ledger.note(at, &SheetCell::Text(above.clone().unwrap_or_default()), NoteKind::FromAbove);
            }
            if said.is_none() && is_lost && sheet.column_of("department").is_some() {
                self.ledger.note(at, cell, NoteKind::NotFound { of: CellReference::Unit });
            }
            is_lost &= said.is_none();
            above = said.or(above);
            let department = match &above {
                None => None,
                Some(name) => {
                    let Some(id) = self.department(name, cell, at) else {
                        // It has been asked; until it is answered the row has no place.
                        self.unused_rest(sheet, row, &["department"]);
                        continue;
                    };
                    Some(id)
                }
            };
            self.workplace_row(sheet, row, department.as_deref());
        }
    }

    /// The department that a row names alone, where it is a heading of the rows below it.
    fn section(&self, sheet: &ImportedSheet<'_>, row: usize) -> Option<String> {
        let text = sheet.text(row, "workplace")?;
        if sheet.table.rows[row].iter().filter(|cell| !cell.is_empty()).count() > 1 {
            return None;
        }
        let text = without_continued(&text).to_owned();
        let is_grouped = sheet.column_of("department").is_none();
        (self.is_department(&text) || kind_by_name_is_sure(&text, is_grouped)).then_some(text)
    }

    fn workplace_row(&mut self, sheet: &ImportedSheet<'_>, row: usize, department: Option<&str>) {
        let (cell, at) = sheet.cell(row, "workplace");
        if sheet.text(row, "workplace").is_some_and(|name| is_no_thing(&name)) {
            let what = NoteKind::Needed { field: "workplace".to_owned() };
            self.ledger.note(sheet.spot(row, None), &SheetCell::Empty, what);
            return;
        }
        if sheet.text(row, "workplace").is_some_and(|name| self.is_no_place(&name)) {
            self.ledger.note(at, cell, NoteKind::NotAPlace);
            self.unused_rest(sheet, row, &["workplace", "department"]);
            return;
        }
        if sheet.is_lost(row, "workplace") {
            // Whoever is named for it is not the department's.
            self.unused_rest(sheet, row, &["workplace", "department"]);
            return;
        }
        let id = sheet.text(row, "workplace_id");
        let workplace = match sheet.text(row, "workplace") {
            Some(name) => self.workplace(&name, id, department, cell, at),
            None => id.filter(|id| self.ledger.ground.books.units.has(id)),
        };
        if let Some(unit) = &workplace {
            let entry = self.open_unit(unit, sheet.spot(row, None));
            self.place(entry, unit, department, sheet, row);
            self.set_own(sheet, row, entry);
        } else if sheet.text(row, "workplace").is_some() {
            // Which one is meant has been asked.
            self.unused_people(sheet, row, &["head", "representative", "substitute"]);
            self.unused_own(sheet, row);
        } else if department.is_some() {
            self.unused_own(sheet, row);
        } else {
            self.ledger.note(
                sheet.spot(row, None),
                &SheetCell::Empty,
                NoteKind::Needed { field: "workplace".to_owned() },
            );
            return;
        }
        let is_open = workplace.is_none() && sheet.text(row, "workplace").is_some();
        for (prefix, role) in ROLES {
            let unit = if prefix == "coordinator" { department } else { workplace.as_deref().or(department) };
            match unit {
                Some(unit) if prefix == "coordinator" => self.holders(sheet, row, prefix, role, unit),
                _ if is_open => {}
                // The representative of a row without a workplace is nobody's.
                Some(unit) if prefix != "representative" || workplace.is_some() => {
                    self.holders(sheet, row, prefix, role, unit);
                }
                _ if prefix == "representative" => self.unused_people(sheet, row, &[prefix, "substitute"]),
                _ => self.unused_people(sheet, row, &[prefix]),
            }
        }
    }

    /// A list whose rows are departments.
    pub(super) fn departments(&mut self, sheet: &ImportedSheet<'_>, progress: &mut dyn FnMut(f64)) {
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            let (cell, at) = sheet.cell(row, "department");
            let Some(name) = sheet.text(row, "department") else {
                let what = NoteKind::Needed { field: "department".to_owned() };
                self.ledger.note(sheet.spot(row, None), &SheetCell::Empty, what);
                continue;
            };
            if is_no_thing(&name) {
                let what = NoteKind::Needed { field: "department".to_owned() };
                self.ledger.note(sheet.spot(row, None), &SheetCell::Empty, what);
                continue;
            }
            if self.is_no_place(&name) {
                self.ledger.note(at, cell, NoteKind::NotAPlace);
                self.unused_rest(sheet, row, &["department"]);
                continue;
            }
            // Where it has been asked the row has no place until it is answered.
            let Some(unit) = self.department(&name, cell, at) else {
                self.unused_rest(sheet, row, &["department"]);
                continue;
            };
            let entry = self.open_unit(&unit, sheet.spot(row, None));
            self.set_own(sheet, row, entry);
            for (prefix, role) in ROLES.into_iter().filter(|(prefix, _)| *prefix != "representative") {
                self.holders(sheet, row, prefix, role, &unit);
            }
        }
    }

    /// What a row says of its unit itself.
    fn set_own(&mut self, sheet: &ImportedSheet<'_>, row: usize, entry: usize) {
        for (field, own) in OWN {
            let (cell, at) = sheet.cell(row, field);
            if let Some(column) = SheetTarget::Units.column(own) {
                self.ledger.set_cell(entry, &column, cell, at);
            }
        }
    }

    /// Notes what a row says of a unit itself, where it is not known which, or the row only names a department.
    fn unused_own(&mut self, sheet: &ImportedSheet<'_>, row: usize) {
        for (field, _) in OWN {
            let (cell, at) = sheet.cell(row, field);
            self.unused(cell, at, NoteKind::Remark);
        }
    }

    /// Notes every cell about people who are nobody's in this row.
    fn unused_people(&mut self, sheet: &ImportedSheet<'_>, row: usize, people: &[&str]) {
        for prefix in people {
            for what in ["", "_email", "_phone", "_from", "_until"] {
                let (cell, at) = sheet.cell(row, &format!("{prefix}{what}"));
                self.unused(cell, at, NoteKind::Remark);
            }
        }
    }

    /// The department that a workplace belongs to, unless it lies deeper in it.
    fn place(&mut self, entry: usize, unit: &str, department: Option<&str>, sheet: &ImportedSheet<'_>, row: usize) {
        let Some(department) = department.filter(|department| *department != unit) else { return };
        if !self.units.is_under(unit, department) {
            let (cell, at) = sheet.cell(row, "department");
            if let Some(column) = SheetTarget::Units.column("parent") {
                self.ledger.set(entry, &column, &json(department), cell, at);
            }
            self.units.enter(unit, UnitKind::Workplace, Some(department));
        }
    }

    /// The people who hold a role at a unit, as a row has them.
    fn holders(&mut self, sheet: &ImportedSheet<'_>, row: usize, prefix: &str, role: &str, unit: &str) {
        let (cell, at) = sheet.cell(row, prefix);
        let people = self.mentioned(sheet, row, prefix, unit);
        if people.is_none() {
            self.vacancy(role, unit, cell, at);
        }
        let people = people.unwrap_or_default();
        if sheet.mapping.target.termed() != Some(prefix) {
            for person in &people {
                self.post(&held(role, unit, person, cell, at));
            }
            return;
        }
        let [first, last] = ["from", "until"].map(|end| sheet.cell(row, &format!("{prefix}_{end}")));
        let from = self.day("from", first.0, first.1);
        let until = self.day("until", last.0, last.1);
        let term = self.term((from, first), (until, last));
        if people.is_empty() || term.is_none() {
            // There is nobody whose term it could be, or who could be stood in for.
            if let Some((from, until)) = term {
                self.unused(if from.is_some() { first.0 } else { &SheetCell::Empty }, first.1, NoteKind::Remark);
                self.unused(if until.is_some() { last.0 } else { &SheetCell::Empty }, last.1, NoteKind::Remark);
            }
            self.unused_substitute(sheet, row, NoteKind::Remark);
            return;
        }
        let (from, until) = term.unwrap_or_default();
        for person in &people {
            let said = held(role, unit, person, cell, at);
            let said = said.with_day("from", from.clone(), first).with_day("until", until.clone(), last);
            self.post(&said.without_end(last.0, last.1));
        }
        match &people[..] {
            [holder] => self.substitutes(sheet, row, role, unit, holder),
            // For whom of them is not said.
            _ => self.unused_substitute(sheet, row, NoteKind::OfSeveral),
        }
    }

    /// Those who stand in for the holder of a post.
    fn substitutes(&mut self, sheet: &ImportedSheet<'_>, row: usize, role: &str, unit: &str, holder: &str) {
        let (cell, at) = sheet.cell(row, "substitute");
        for person in self.mentioned(sheet, row, "substitute", unit).unwrap_or_default() {
            if person == holder {
                self.ledger.note(at, cell, NoteKind::OwnSubstitute);
                continue;
            }
            let said = vec![
                ("role", Some(json(role))),
                ("unit", Some(json(unit))),
                ("person", Some(json(&person))),
                ("substitute_for", Some(json(holder))),
            ];
            self.post(&SaidPost::new(said, cell, at));
        }
    }

    /// Notes what a row says of a substitute who is nobody's.
    fn unused_substitute(&mut self, sheet: &ImportedSheet<'_>, row: usize, what: NoteKind) {
        let (cell, at) = sheet.cell(row, "substitute");
        let says_nobody = matches!(self.who(&cell.plain()), WhoFound::Nothing | WhoFound::Nobody(_));
        self.unused(if says_nobody { &SheetCell::Empty } else { cell }, at, what);
        for field in ["substitute_email", "substitute_phone"] {
            let (cell, at) = sheet.cell(row, field);
            self.unused(cell, at, NoteKind::Remark);
        }
    }

    /// The day that a cell gives a field of posts.
    fn day(&mut self, field: &str, cell: &SheetCell, at: SheetSpot) -> Option<String> {
        let column = SheetTarget::Posts.column(field)?;
        self.ledger.ground.value(&column, cell, None).unwrap_or_else(|what| {
            self.ledger.note(at, cell, what);
            None
        })
    }

    /// The people a row names under a heading, several in one cell perhaps; `None` where it says that nobody is.
    fn mentioned(&mut self, sheet: &ImportedSheet<'_>, row: usize, prefix: &str, unit: &str) -> Option<Vec<String>> {
        let (cell, at) = sheet.cell(row, prefix);
        let (email_cell, email_at) = sheet.cell(row, &format!("{prefix}_email"));
        let (phone, phone_at) = sheet.cell(row, &format!("{prefix}_phone"));
        let emails = reach::addresses(email_cell).unwrap_or_else(|what| {
            self.ledger.note(email_at, email_cell, what);
            Vec::new()
        });
        let (email_cell, says) = match (self.says(cell, at, &emails), &emails[..]) {
            (Says::Nothing, [email]) => (&SheetCell::Empty, self.addressed(email, email_cell, email_at)),
            (says, []) => (&SheetCell::Empty, says),
            (says, _) => (email_cell, says),
        };
        let Says::People(mut named) = says else {
            // Whose they are is not known.
            self.unused(email_cell, email_at, NoteKind::Remark);
            self.unused(phone, phone_at, NoteKind::Remark);
            return (!matches!(says, Says::Nobody)).then(Vec::new);
        };
        if !email_cell.is_empty() && !give(&mut named, &emails) {
            self.ledger.note(email_at, email_cell, NoteKind::OfSeveral);
        }
        let phones = reach::numbers(&phone.plain());
        let phones: Vec<SheetCell> = match (named.len(), phones.len()) {
            (1, _) => vec![phone.clone()],
            (_, 0) if phone.is_empty() => Vec::new(),
            (count, phones_count) if count == phones_count => phones.into_iter().map(SheetCell::Text).collect(),
            _ => {
                self.ledger.note(phone_at, phone, NoteKind::OfSeveral);
                Vec::new()
            }
        };
        let mut people = Vec::new();
        for (place, Named { name, email, .. }) in named.into_iter().enumerate() {
            let name = Some(name).filter(|name| !name.is_empty());
            let mention = Mention { id: None, name, email: email.clone(), unit: Some(unit.to_owned()) };
            let Some((person, is_new)) = self.person(&mention, cell, at) else {
                // Whose they are has been asked.
                self.unused(email_cell, email_at, NoteKind::Remark);
                self.unused(phone, phone_at, NoteKind::Remark);
                continue;
            };
            let entry = self.open_person(&person, at);
            if is_new && self.ledger.get(entry, &["unit"]).is_none() {
                self.set_pointer(entry, unit, at);
            }
            if let Some(email) = email {
                self.set_field(entry, SheetTarget::People, "email", &email, email_at);
            }
            if let (Some(phone), Some(column)) = (phones.get(place), SheetTarget::People.column("phone")) {
                self.ledger.set_cell(entry, &column, phone, phone_at);
            }
            people.push(person);
        }
        Some(people)
    }

    fn set_pointer(&mut self, entry: usize, unit: &str, at: SheetSpot) {
        if let Some(column) = SheetTarget::People.column("unit") {
            self.ledger.set(entry, &column, &json(unit), &SheetCell::Empty, at);
        }
    }
}

/// A heading without what says that its rows go on, or how many they are: `Skolförvaltningen (forts.)`.
fn without_continued(text: &str) -> &str {
    const GOES_ON: &[&str] = &["forts", "fortsättning", "cont", "continued", "fortsat", "forts."];
    let Some(at) = text.rfind(['(', ',']) else { return text };
    let behind = text[at..].trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let is_count = text[at..].starts_with('(') && behind.bytes().all(|figure| figure.is_ascii_digit());
    if !behind.is_empty() && (is_count || GOES_ON.contains(&&*behind)) { text[..at].trim_end() } else { text }
}

/// Whether a name is beyond doubt one of a department or a company. `is_grouped` says that no column names departments, so
/// that rows between have to.
fn kind_by_name_is_sure(name: &str, is_grouped: bool) -> bool {
    let is_plain = normal(name).ends_with("förvaltningen") || normal(name).ends_with("förvaltning");
    is_plain || (is_grouped && matches!(kind_by_name(name), UnitKind::Department | UnitKind::Company))
}

/// The post of a role that a person holds at a unit, as one cell says it.
fn held<'s>(role: &str, unit: &str, person: &str, cell: &'s SheetCell, at: SheetSpot) -> SaidPost<'s> {
    let fields = vec![("role", Some(json(role))), ("unit", Some(json(unit))), ("person", Some(json(person)))];
    SaidPost::new(fields, cell, at)
}
