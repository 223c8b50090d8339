//! The list of a head of security: each row a workplace, with its department and who is responsible there.

use super::note::{NoteKind, Spot};
use super::people::Mention;
use super::{ROWS_A_STEP, Sheet, Work};
use crate::exchange::field::Target;
use crate::exchange::names::normal;
use crate::exchange::object::json;
use crate::exchange::sheet::Cell;
use crate::organisation::unit::UnitKind;

/// The columns about people, and the role each is about. Coordinators are those of the department.
const ROLES: [(&str, &str); 3] =
    [("head", "head"), ("representative", "security_representative"), ("coordinator", "security_coordinator")];

/// What stands where a name should, when nobody holds a post.
const NOBODY: &[&str] = &[
    "vakant",
    "vakans",
    "saknas",
    "ej utsedd",
    "ej utsett",
    "inte utsedd",
    "tillsätts",
    "ingen",
    "n/a",
    "tba",
    "?",
    "-",
    "–",
    "vacant",
    "vacancy",
    "none",
    "nobody",
];

impl Work<'_> {
    pub(super) fn workplaces(&mut self, sheet: &Sheet<'_>, progress: &mut dyn FnMut(f64)) {
        let mut above: Option<String> = None;
        for row in sheet.rows() {
            if row.is_multiple_of(ROWS_A_STEP) {
                progress(sheet.part(row));
            }
            let (cell, at) = sheet.cell(row, "department");
            let said = sheet.text(row, "department");
            if said.is_none() && above.is_some() && sheet.text(row, "workplace").is_some() {
                // In joined cells only the first has the name.
                self.ledger.note(at, &Cell::Text(above.clone().unwrap_or_default()), NoteKind::FromAbove);
            }
            above = said.or(above);
            let department = match &above {
                None => None,
                Some(name) => match self.department(name, cell, at) {
                    Some(id) => Some(id),
                    // It has been asked; until it is answered the row has no place.
                    None => continue,
                },
            };
            self.workplace_row(sheet, row, department.as_deref());
        }
    }

    fn workplace_row(&mut self, sheet: &Sheet<'_>, row: usize, department: Option<&str>) {
        let (cell, at) = sheet.cell(row, "workplace");
        let id = sheet.text(row, "workplace_id");
        let workplace = match sheet.text(row, "workplace") {
            Some(name) => self.workplace(&name, id, department, cell, at),
            None => id.filter(|id| self.ledger.ground.books.units.has(id)),
        };
        if let Some(unit) = &workplace {
            let entry = self.open_unit(unit, sheet.spot(row, None));
            self.place(entry, unit, department, sheet, row);
            for (field, own) in [
                ("area", "area"),
                ("address", "address"),
                ("employees", "employees"),
                ("unit_email", "email"),
                ("unit_phone", "phone"),
            ] {
                let (cell, at) = sheet.cell(row, field);
                if let Some(column) = Target::Units.column(own) {
                    self.ledger.set_cell(entry, &column, cell, at);
                }
            }
        } else if sheet.text(row, "workplace").is_none() && department.is_none() {
            self.ledger.note(sheet.spot(row, None), &Cell::Empty, NoteKind::Needed { field: "workplace".to_owned() });
            return;
        }
        for (prefix, role) in ROLES {
            let unit = if prefix == "coordinator" { department } else { workplace.as_deref().or(department) };
            // The representative of a row without a workplace is nobody's.
            let unit = unit.filter(|_| prefix != "representative" || workplace.is_some());
            if let Some(unit) = unit.map(str::to_owned) {
                self.holders(sheet, row, prefix, role, &unit);
            }
        }
    }

    /// The department that a workplace belongs to, unless it lies deeper in it.
    fn place(&mut self, entry: usize, unit: &str, department: Option<&str>, sheet: &Sheet<'_>, row: usize) {
        let Some(department) = department.filter(|department| *department != unit) else { return };
        if !self.units.is_under(unit, department) {
            let (cell, at) = sheet.cell(row, "department");
            if let Some(column) = Target::Units.column("parent") {
                self.ledger.set(entry, &column, &json(department), cell, at);
            }
            self.units.enter(unit, UnitKind::Workplace, Some(department));
        }
    }

    /// Those who hold a role at a unit, as a row has them.
    fn holders(&mut self, sheet: &Sheet<'_>, row: usize, prefix: &str, role: &str, unit: &str) {
        let (cell, at) = sheet.cell(row, prefix);
        let people = self.mentioned(sheet, row, prefix, unit);
        if people.is_empty() && is_nobody(cell) {
            self.vacancy(role, unit, cell, at);
        }
        let day = |work: &mut Self, field: &str| {
            let (cell, at) = sheet.cell(row, &format!("{prefix}_{field}"));
            let column = Target::Posts.column(field)?;
            work.ledger.ground.value(&column, cell, None).unwrap_or_else(|what| {
                work.ledger.note(at, cell, what);
                None
            })
        };
        let (from, until) =
            if prefix == "representative" { (day(self, "from"), day(self, "until")) } else { (None, None) };
        for person in &people {
            let said = vec![
                ("role", Some(json(role))),
                ("unit", Some(json(unit))),
                ("person", Some(json(person))),
                ("from", from.clone()),
                ("until", until.clone()),
            ];
            self.post(said, cell, at);
        }
        if prefix == "representative"
            && let [holder, ..] = &people[..]
        {
            let (cell, at) = sheet.cell(row, "substitute");
            for person in self.mentioned(sheet, row, "substitute", unit) {
                let said = vec![
                    ("role", Some(json(role))),
                    ("unit", Some(json(unit))),
                    ("person", Some(json(&person))),
                    ("substitute_for", Some(json(holder))),
                ];
                self.post(said, cell, at);
            }
        }
    }

    /// The people a row names under a heading, several in one cell perhaps.
    fn mentioned(&mut self, sheet: &Sheet<'_>, row: usize, prefix: &str, unit: &str) -> Vec<String> {
        let (cell, at) = sheet.cell(row, prefix);
        let names = if is_nobody(cell) { Vec::new() } else { several(&cell.plain()) };
        let (email_cell, email_at) = sheet.cell(row, &format!("{prefix}_email"));
        let emails = several(&email_cell.plain());
        let (phone, phone_at) = sheet.cell(row, &format!("{prefix}_phone"));
        let pairs: Vec<(Option<String>, Option<String>)> = match (names.len(), emails.len()) {
            (0, _) if is_nobody(cell) && !cell.is_empty() => Vec::new(),
            (0, _) => emails.into_iter().map(|email| (None, Some(email))).collect(),
            (names_count, count) if names_count == count => {
                names.into_iter().zip(emails).map(|(name, email)| (Some(name), Some(email))).collect()
            }
            _ => names.into_iter().map(|name| (Some(name), None)).collect(),
        };
        let alone = pairs.len() == 1;
        let mut people = Vec::new();
        for (name, email) in pairs {
            let mention = Mention { id: None, name, email: email.clone(), unit: Some(unit.to_owned()) };
            let Some((person, is_new)) = self.person(&mention, cell, at) else { continue };
            let entry = self.open_person(&person, at);
            if is_new && self.ledger.get(entry, &["unit"]).is_none() {
                self.set_pointer(entry, unit, at);
            }
            if let Some(email) = email {
                self.set_field(entry, Target::People, "email", &email, email_at);
            }
            if alone && let Some(column) = Target::People.column("phone") {
                self.ledger.set_cell(entry, &column, phone, phone_at);
            }
            people.push(person);
        }
        people
    }

    fn set_pointer(&mut self, entry: usize, unit: &str, at: Spot) {
        if let Some(column) = Target::People.column("unit") {
            self.ledger.set(entry, &column, &json(unit), &Cell::Empty, at);
        }
    }
}

fn is_nobody(cell: &Cell) -> bool {
    let text = normal(&cell.plain());
    NOBODY.contains(&&*text) || text.starts_with("vakant ")
}

/// The names or addresses of a cell.
fn several(text: &str) -> Vec<String> {
    let parts = text.split([';', '\n', '/']).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}
