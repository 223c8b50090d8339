//! What is right after an import, worked out from what was written alone: every fact of the file is one of the municipality,
//! and every cell is in the file or told.

use std::collections::BTreeSet;

use ombud::exchange::import::{Import, NoteKind};
use serde_json::Value;

use super::organisation::{Day, Municipality, Someone};
use super::style::{Layout, NOISE, Noise};
use super::written::{Claim, Written};

/// A file after an import, what the import told, and what was written.
pub(crate) struct After<'a> {
    pub(crate) file: Value,
    pub(crate) import: &'a Import,
    pub(crate) all: &'a Municipality,
    pub(crate) written: &'a Written,
    pub(crate) layout: Layout,
    /// Names of those whom the file had before.
    pub(crate) known: &'a [String],
}

fn list<'v>(file: &'v Value, name: &str) -> &'v [Value] {
    file[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'v>(item: &'v Value, field: &str) -> Option<&'v str> {
    item.get(field).and_then(Value::as_str)
}

fn iso(day: Option<Day>) -> Option<String> {
    day.map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// Names as they are compared: letters of one case, one space.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a number is this one, however it is written.
fn is(number: &Value, other: u32) -> bool {
    number.as_f64() == Some(other.into())
}

/// The figures of a telephone number as it is called within the country.
fn figures(phone: &str) -> String {
    let figures: String = phone.chars().filter(char::is_ascii_digit).collect();
    match figures.strip_prefix("46") {
        Some(rest) if phone.contains('+') => format!("0{rest}"),
        _ => figures,
    }
}

impl After<'_> {
    /// The first thing that is wrong.
    pub(crate) fn fault(&self) -> Option<String> {
        self.made_up().or_else(|| self.untold()).or_else(|| self.shown())
    }

    fn unit(&self, name: &str) -> Option<&Value> {
        list(&self.file, "units").iter().find(|unit| unit["name"] == name)
    }

    fn unit_named(&self, id: &Value) -> Option<&str> {
        list(&self.file, "units").iter().find(|unit| unit["id"] == *id).and_then(|unit| text(unit, "name"))
    }

    fn person(&self, someone: &Someone) -> Option<&Value> {
        let name = plain(&someone.name());
        list(&self.file, "people").iter().find(|person| text(person, "name").is_some_and(|other| plain(other) == name))
    }

    /// The posts of a role at a unit.
    fn posts(&self, unit: &str, role: &str) -> Vec<&Value> {
        let Some(unit) = self.unit(unit) else { return Vec::new() };
        let is_there = |post: &&Value| post["unit"] == unit["id"] && post["role"] == role;
        list(&self.file, "assignments").iter().filter(is_there).collect()
    }

    fn holds(&self, unit: &str, role: &str, someone: &Someone) -> bool {
        let Some(person) = self.person(someone) else { return false };
        self.posts(unit, role).iter().any(|post| post["person"] == person["id"])
    }

    /// What is written over a cell, where something is.
    fn noise_over(&self, is_it: impl Fn(&Claim) -> bool) -> Vec<&'static Noise> {
        let cells = self.written.rows.iter().flatten();
        let over = cells.filter_map(|cell| match &cell.claim {
            Claim::Noise(noise, over) if is_it(over) => Some(&NOISE[*noise]),
            _ => None,
        });
        over.collect()
    }

    /// Whether a day is the true one, or what was written instead of it can be read as.
    fn is_day(&self, day: Option<&str>, is_true: Option<Day>, is_it: impl Fn(&Claim) -> bool) -> bool {
        let Some(day) = day else { return true };
        iso(is_true).as_deref() == Some(day) || self.noise_over(is_it).iter().any(|noise| noise.day == Some(day))
    }

    fn is_number(&self, number: &Value, is_true: u32, is_it: impl Fn(&Claim) -> bool) -> bool {
        let noise = || self.noise_over(&is_it).iter().any(|noise| noise.number.is_some_and(|read| is(number, read)));
        number.is_null() || is(number, is_true) || noise()
    }

    /// Whether a number could be read from what is written instead of a telephone number.
    fn is_noisy_phone(&self, phone: &str) -> bool {
        let is_of_phones = |claim: &Claim| matches!(claim, Claim::Phones(_));
        self.noise_over(is_of_phones).iter().any(|noise| noise.text == "1234" && phone == "1234")
    }

    /// A fact of the file that is none of the municipality.
    fn made_up(&self) -> Option<String> {
        self.people_made_up()
            .or_else(|| self.units_made_up())
            .or_else(|| self.posts_made_up())
            .or_else(|| self.matters_made_up())
    }

    fn people_made_up(&self) -> Option<String> {
        let spoiled = self.noise_over(|claim| matches!(claim, Claim::Name(_)));
        let mut seen = BTreeSet::new();
        for person in list(&self.file, "people") {
            let name = plain(text(person, "name").unwrap_or_default());
            let Some(someone) = self.all.people.iter().find(|one| plain(&one.name()) == name) else {
                return Some(format!("{name} is made up"));
            };
            if !seen.insert(name.clone()) {
                return Some(format!("{name} is there twice"));
            }
            if text(person, "email").is_some_and(|email| someone.email.as_deref() != Some(email)) {
                return Some(format!("{name} has an address of someone else's: {person}"));
            }
            let is_own = |phone: &str| someone.phone.as_deref() == Some(&*figures(phone));
            if text(person, "phone").is_some_and(|phone| !is_own(phone) && !self.is_noisy_phone(phone)) {
                return Some(format!("{name} has a telephone number of someone else's: {person}"));
            }
        }
        // Those whose names were written over are not known from what stands beside.
        let is_spoiled = |someone: &Someone, at: usize| {
            let is_theirs = |claim: &Claim| *claim == Claim::Name(at);
            !spoiled.is_empty() && !self.noise_over(is_theirs).is_empty() && !self.known.contains(&someone.name())
        };
        let mut people = self.all.people.iter().enumerate();
        let (_, someone) = people.find(|(at, one)| is_spoiled(one, *at) && self.person(one).is_some())?;
        Some(format!("{} is there though nothing names them", someone.name()))
    }

    fn units_made_up(&self) -> Option<String> {
        let mut seen = BTreeSet::new();
        for unit in list(&self.file, "units") {
            let name = text(unit, "name").unwrap_or_default();
            let place = self.all.places.iter().position(|place| place.name == name);
            let department = self.all.departments.iter().position(|department| department.name == name);
            if name != "K" && place.is_none() && department.is_none() {
                return Some(format!("the unit {name} is made up"));
            }
            if !seen.insert(name) {
                return Some(format!("the unit {name} is there twice"));
            }
            let employees = unit.get("employees").unwrap_or(&Value::Null);
            if let Some(at) = place {
                let parent = unit.get("parent").and_then(|id| self.unit_named(id));
                let own = self.all.departments[self.all.places[at].department].name;
                if parent.is_some_and(|parent| parent != own) {
                    return Some(format!("{name} belongs to {parent:?}"));
                }
                if !self.is_number(employees, self.all.places[at].employees, |claim| *claim == Claim::Employees(at)) {
                    return Some(format!("{name} has {employees} employees"));
                }
            }
            if let Some(at) = department
                && !self.is_number(employees, self.all.departments[at].employees, |claim| *claim == Claim::Staff(at))
            {
                return Some(format!("{name} has {employees} employees"));
            }
        }
        None
    }

    fn posts_made_up(&self) -> Option<String> {
        let mut seen = BTreeSet::new();
        for post in list(&self.file, "assignments") {
            let unit = self.unit_named(&post["unit"]).unwrap_or_default();
            let name = list(&self.file, "people").iter().find(|person| person["id"] == post["person"]);
            let name = name.and_then(|person| text(person, "name")).map(plain);
            if !seen.insert((unit, post["role"].to_string(), name.clone())) {
                return Some(format!("a post is there twice: {post}"));
            }
            let place = self.all.places.iter().position(|place| place.name == unit);
            let department = self.all.departments.iter().position(|department| department.name == unit);
            let (true_holders, until, is_until): (Vec<usize>, _, Claim) = match (text(post, "role"), place, department)
            {
                (Some("security_representative"), Some(at), _) => {
                    let place = &self.all.places[at];
                    if !self.is_day(text(post, "from"), place.from, |claim| *claim == Claim::From(at)) {
                        return Some(format!("a post begins on another day: {post}"));
                    }
                    let is_it = |claim: &Claim| matches!(claim, Claim::Holders(other, _) if *other == at);
                    if name.is_none() && !self.noise_over(is_it).is_empty() {
                        return Some(format!("a post is called vacant though nothing says so: {post}"));
                    }
                    (place.holders.clone(), place.until, Claim::Until(at))
                }
                (Some("security_coordinator"), _, Some(at)) => {
                    let department = &self.all.departments[at];
                    let is_over = !self.noise_over(|claim| *claim == Claim::Coordinator(at)).is_empty();
                    if is_over {
                        return Some(format!("a post that nothing names anybody for: {post}"));
                    }
                    (department.coordinator.into_iter().collect(), department.until, Claim::CoordinatorUntil(at))
                }
                _ => return Some(format!("a post is made up: {post}")),
            };
            if !self.is_day(text(post, "until"), until, |claim| *claim == is_until) {
                return Some(format!("a post ends on another day: {post}"));
            }
            let is_spoiled = |who: usize| {
                let is_it = |claim: &Claim| matches!(claim, Claim::Holders(other, all) if Some(*other) == place && all.contains(&who));
                let is_over = !self.noise_over(is_it).is_empty();
                // Their address may stand beside it.
                is_over && !self.known.contains(&self.all.people[who].name())
            };
            let is_true = match &name {
                None => true_holders.is_empty(),
                Some(name) => {
                    true_holders.iter().any(|who| plain(&self.all.people[*who].name()) == *name && !is_spoiled(*who))
                }
            };
            if !is_true {
                return Some(format!("{name:?} does not hold {post}"));
            }
        }
        None
    }

    fn matters_made_up(&self) -> Option<String> {
        for risk in list(&self.file, "risks") {
            let at = self.all.risks.iter().position(|other| risk["title"] == *other.title);
            let Some(at) = at else { return Some(format!("a risk is made up: {risk}")) };
            let owner = risk.get("owner").and_then(|id| self.unit_named(id));
            let is_right = self
                .is_number(&risk["likelihood"], self.all.risks[at].level, |claim| *claim == Claim::Level(at))
                && self.is_day(text(risk, "reviewed"), self.all.risks[at].day, |claim| *claim == Claim::Reviewed(at))
                && owner.is_none_or(|owner| owner == self.all.departments[self.all.risks[at].owner].name);
            if !is_right {
                return Some(format!("a risk is told otherwise: {risk}"));
            }
        }
        for measure in list(&self.file, "measures") {
            let at = self.all.measures.iter().position(|other| measure["title"] == *other.title);
            let Some(at) = at else { return Some(format!("a measure is made up: {measure}")) };
            let owner = measure.get("owner").and_then(|id| self.unit_named(id));
            let is_right = self
                .is_number(&measure["cost"], self.all.measures[at].cost, |claim| *claim == Claim::Cost(at))
                && self.is_day(text(measure, "due"), self.all.measures[at].day, |claim| *claim == Claim::Due(at))
                && owner.is_none_or(|owner| owner == self.all.departments[self.all.measures[at].owner].name);
            if !is_right {
                return Some(format!("a measure is told otherwise: {measure}"));
            }
        }
        None
    }

    /// A cell that is neither in the file nor told.
    fn untold(&self) -> Option<String> {
        let speaks_of_use = |what: &NoteKind| {
            matches!(
                what,
                NoteKind::OtherHolder { .. }
                    | NoteKind::SamePerson { .. }
                    | NoteKind::FromAbove
                    | NoteKind::KindAssumed { .. }
                    | NoteKind::ColumnLeftOut
            )
        };
        let notes = || self.import.notes.iter();
        let told = notes().filter(|note| !speaks_of_use(&note.what)).map(|note| note.at);
        let told: Vec<_> = told.chain(self.import.questions.iter().map(|question| question.at)).collect();
        let columns: Vec<_> = notes().filter(|note| note.what == NoteKind::ColumnLeftOut).map(|note| note.at).collect();
        for (row, cells) in self.written.rows.iter().enumerate().skip(self.written.headings + 1) {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.claim != Claim::Nothing) {
                let is_here = |at: &Option<u32>| at.is_none_or(|at| at as usize == column);
                let is_told = told.iter().any(|at| at.row as usize == row && is_here(&at.column));
                let is_left_out = columns.iter().any(|at| {
                    at.row as usize == self.written.headings && at.column == Some(column.try_into().unwrap())
                });
                // Which post is meant is told where it is told of whom.
                let is_of_asked = matches!(cell.claim, Claim::Post(_)) && told.iter().any(|at| at.row as usize == row);
                if !is_told && !is_left_out && !is_of_asked && !self.is_used(&cell.claim) {
                    return Some(format!("row {row}, column {column} is neither used nor told: {cell:?}"));
                }
            }
        }
        None
    }

    /// Whether the file says what a cell says.
    fn is_used(&self, claim: &Claim) -> bool {
        const ROLE: &str = "security_representative";
        let all = self.all;
        let has_parent = |at: usize| {
            let unit = self.unit(&all.places[at].name);
            let parent = unit.and_then(|unit| unit.get("parent")).and_then(|id| self.unit_named(id));
            parent == Some(all.departments[all.places[at].department].name)
        };
        let posts = |at: usize| self.posts(&all.places[at].name, ROLE);
        let says = |posts: &[&Value], field: &str, day: Option<Day>| {
            !posts.is_empty() && posts.iter().all(|post| text(post, field) == iso(day).as_deref())
        };
        let is_each = self.layout == Layout::Posts;
        let employees = |name: &str, number: u32| self.unit(name).is_some_and(|unit| is(&unit["employees"], number));
        let risk = |at: usize| list(&self.file, "risks").iter().find(|risk| risk["title"] == *all.risks[at].title);
        let measure =
            |at: usize| list(&self.file, "measures").iter().find(|other| other["title"] == *all.measures[at].title);
        let owned = |matter: Option<&Value>, owner: usize| {
            let owner_of = matter.and_then(|matter| matter.get("owner"));
            owner_of.and_then(|id| self.unit_named(id)) == Some(all.departments[owner].name)
        };
        match claim {
            Claim::Nothing => true,
            Claim::Around | Claim::Beside | Claim::Identity => false,
            // Departments that no place of this layout belongs to by a cell of its own.
            Claim::Section(at) => {
                let of_it = (0..all.places.len()).filter(|place| all.places[*place].department == *at);
                self.unit(all.departments[*at].name).is_some() && of_it.into_iter().all(has_parent)
            }
            Claim::Place(at) => self.unit(&all.places[*at].name).is_some(),
            Claim::DepartmentOf(at) => has_parent(*at),
            Claim::Department(at) => self.unit(all.departments[*at].name).is_some(),
            Claim::Holders(at, who) if who.is_empty() => posts(*at).iter().any(|post| post.get("person").is_none()),
            Claim::Holders(at, who) => who.iter().all(|who| self.holds(&all.places[*at].name, ROLE, &all.people[*who])),
            Claim::Post(at) => !posts(*at).is_empty(),
            Claim::Emails(who) => who.iter().all(|who| {
                let someone = &all.people[*who];
                self.person(someone).is_some_and(|person| text(person, "email") == someone.email.as_deref())
            }),
            Claim::Phones(who) => who.iter().all(|who| {
                let someone = &all.people[*who];
                let phone = self.person(someone).and_then(|person| text(person, "phone"));
                phone.map(figures) == someone.phone
            }),
            // Of several in rows of their own each has a day of theirs.
            Claim::From(at) if is_each => posts(*at).iter().any(|post| says(&[post], "from", all.places[*at].from)),
            Claim::Until(at) if is_each => posts(*at).iter().any(|post| says(&[post], "until", all.places[*at].until)),
            Claim::From(at) => says(&posts(*at), "from", all.places[*at].from),
            Claim::Until(at) => says(&posts(*at), "until", all.places[*at].until),
            Claim::Employees(at) => employees(&all.places[*at].name, all.places[*at].employees),
            Claim::Name(who) => self.person(&all.people[*who]).is_some(),
            Claim::Works(who, at) => self
                .person(&all.people[*who])
                .and_then(|person| person.get("unit"))
                .is_some_and(|unit| self.unit_named(unit) == Some(&*all.places[*at].name)),
            Claim::Coordinator(at) => {
                let department = &all.departments[*at];
                let posts = self.posts(department.name, "security_coordinator");
                match department.coordinator {
                    None => posts.iter().any(|post| post.get("person").is_none()),
                    Some(who) => self.holds(department.name, "security_coordinator", &all.people[who]),
                }
            }
            Claim::CoordinatorUntil(at) => {
                let department = &all.departments[*at];
                says(&self.posts(department.name, "security_coordinator"), "until", department.until)
            }
            Claim::Staff(at) => employees(all.departments[*at].name, all.departments[*at].employees),
            Claim::Risk(at) => risk(*at).is_some(),
            Claim::Level(at) => risk(*at).is_some_and(|risk| is(&risk["likelihood"], all.risks[*at].level)),
            Claim::RiskOwner(at) => owned(risk(*at), all.risks[*at].owner),
            Claim::Reviewed(at) => says(&risk(*at).into_iter().collect::<Vec<_>>(), "reviewed", all.risks[*at].day),
            Claim::Measure(at) => measure(*at).is_some(),
            Claim::MeasureOwner(at) => owned(measure(*at), all.measures[*at].owner),
            Claim::Due(at) => says(&measure(*at).into_iter().collect::<Vec<_>>(), "due", all.measures[*at].day),
            Claim::Cost(at) => measure(*at).is_some_and(|measure| is(&measure["cost"], all.measures[*at].cost)),
            Claim::Noise(noise, over) => self.is_noise_used(&NOISE[*noise], over),
        }
    }

    /// Whether the file says what was written instead of something, where that can be read.
    fn is_noise_used(&self, noise: &Noise, over: &Claim) -> bool {
        let all = self.all;
        let is_number =
            |number: Option<&Value>| number.is_some_and(|number| noise.number.is_some_and(|read| is(number, read)));
        let field = |name: &str, title: &str, field: &str| -> Option<&Value> {
            list(&self.file, name).iter().find(|item| item["title"] == title).and_then(|item| item.get(field))
        };
        let is_day = |day: Option<&str>| day.is_some() && day == noise.day;
        let ends = |unit: &str, role: &str, end: &str| {
            let posts = self.posts(unit, role);
            !posts.is_empty() && posts.iter().all(|post| is_day(text(post, end)))
        };
        match over {
            Claim::Employees(at) => is_number(self.unit(&all.places[*at].name).and_then(|unit| unit.get("employees"))),
            Claim::Staff(at) => is_number(self.unit(all.departments[*at].name).and_then(|unit| unit.get("employees"))),
            // A sign for "not rated" says nothing.
            Claim::Level(_) if noise.text == "?" => true,
            Claim::Level(at) => is_number(field("risks", &all.risks[*at].title, "likelihood")),
            Claim::Cost(at) => is_number(field("measures", &all.measures[*at].title, "cost")),
            Claim::Reviewed(at) => is_day(field("risks", &all.risks[*at].title, "reviewed").and_then(Value::as_str)),
            Claim::Due(at) => is_day(field("measures", &all.measures[*at].title, "due").and_then(Value::as_str)),
            Claim::From(at) => ends(&all.places[*at].name, "security_representative", "from"),
            Claim::Until(at) => ends(&all.places[*at].name, "security_representative", "until"),
            Claim::CoordinatorUntil(at) => ends(all.departments[*at].name, "security_coordinator", "until"),
            Claim::Phones(_) => noise.text == "1234",
            _ => false,
        }
    }

    /// An identity number that is kept or shown.
    fn shown(&self) -> Option<String> {
        let notes = self.import.notes.iter().map(|note| &note.found);
        let told = notes.chain(self.import.questions.iter().map(|question| &question.name));
        let file = self.file.to_string();
        let has_one = |text: &String| ["9802", "2391"].iter().any(|last| text.contains(last));
        told.chain([&file]).find(|text| has_one(text)).map(|text| format!("an identity number is shown: {text}"))
    }

    /// Whether the list was taken for what it is.
    pub(crate) fn target(&self) -> &'static str {
        match self.layout {
            Layout::Workplaces => "workplaces",
            Layout::Posts => "posts",
            Layout::People => "people",
            Layout::Departments => "departments",
            Layout::Risks => "risks",
            Layout::Measures => "measures",
        }
    }
}
