//! From what a cell says to the people who are meant: what is beyond doubt, what is told, and what is asked.

use super::ImportRun;
use super::note::{Doubt, ImportAnswer, ImportQuestion, NoteKind, SheetSpot};
use super::people::address;
use crate::exchange::book::Books;
use crate::exchange::field::CellReference;
use crate::exchange::names::normal;
use crate::exchange::sheet::SheetCell;
use crate::exchange::who::{KnownNames, Named, WhoFound, fits, may_be_name, read};

/// What a cell says of who is meant, once what is doubtful has been told or asked.
pub(super) enum Says {
    /// There is no name at all.
    Nothing,
    /// Nobody holds the post.
    Nobody,
    /// These people are meant.
    People(Vec<Named>),
    /// Who is meant is not decided, or no name stands there.
    Open,
}

/// What the file and the sheets know of names.
struct Names<'b>(&'b Books);

impl KnownNames for Names<'_> {
    fn is_person(&self, name: &str) -> bool {
        !self.0.people.named(name).is_empty()
    }

    fn is_thing(&self, name: &str) -> bool {
        !self.0.units.named(name).is_empty() || !self.0.roles.named(name).is_empty()
    }
}

impl ImportRun<'_> {
    /// What a text says, before anything is told of it.
    pub(super) fn who(&self, text: &str) -> WhoFound {
        read(text, &Names(&self.ledger.ground.books))
    }

    /// Whom a cell means, beside which these e-mail addresses stand. What is no name is told, what may be one is asked.
    pub(super) fn says(&mut self, cell: &SheetCell, at: SheetSpot, emails: &[String]) -> Says {
        let text = match cell {
            SheetCell::Empty => return Says::Nothing,
            SheetCell::Text(text) => text.clone(),
            _ => {
                self.ledger.note(at, cell, NoteKind::NotAName);
                return Says::Open;
            }
        };
        match self.who(&text) {
            WhoFound::Nothing => Says::Nothing,
            WhoFound::Nobody(remark) => {
                if remark.is_some() {
                    self.ledger.note(at, cell, NoteKind::Remark);
                }
                Says::Nobody
            }
            WhoFound::Refers => self.told(cell, at, NoteKind::Refers),
            WhoFound::NoName => self.told(cell, at, NoteKind::NotAName),
            WhoFound::Doubtful => {
                let whole = Named { name: text.trim().to_owned(), ..Named::default() };
                self.asked(vec![whole], Doubt::NoName, &text, cell, at)
            }
            WhoFound::One(named) => {
                let is_borne_out = named.sure
                    || (may_be_name(&named.name)
                        && emails
                            .iter()
                            .chain(&named.email)
                            .any(|email| fits(&named.name, email) || self.people.has_address(email)));
                let people = vec![named];
                if is_borne_out {
                    self.meant_by(people, at)
                } else {
                    self.asked(people, Doubt::NoName, &text, cell, at)
                }
            }
            WhoFound::Several { people, sure } => {
                let is_known = |named: &Named| {
                    let has_address = |email: &String| named.name.is_empty() && self.people.has_address(email);
                    Names(&self.ledger.ground.books).is_person(&named.name)
                        || named.email.as_ref().is_some_and(has_address)
                };
                let is_borne_out = sure || people.iter().all(is_known) || by_fit(&people, emails).is_some();
                if is_borne_out {
                    self.meant_by(people, at)
                } else {
                    self.asked(people, Doubt::SeveralPeople, &text, cell, at)
                }
            }
        }
    }

    fn told(&mut self, cell: &SheetCell, at: SheetSpot, what: NoteKind) -> Says {
        self.ledger.note(at, cell, what);
        Says::Open
    }

    /// People, with a word on what stands beside their names.
    fn meant_by(&mut self, people: Vec<Named>, at: SheetSpot) -> Says {
        for remark in people.iter().filter_map(|named| named.remark.as_ref()) {
            self.ledger.note(at, &SheetCell::text(remark), NoteKind::Remark);
        }
        Says::People(people)
    }

    /// The people, where it was answered that they are people.
    fn asked(&mut self, people: Vec<Named>, doubt: Doubt, text: &str, cell: &SheetCell, at: SheetSpot) -> Says {
        let key = format!("name\n{}", normal(text));
        match self.answers.get(&key) {
            Some(ImportAnswer::New | ImportAnswer::Use(_)) => self.meant_by(people, at),
            Some(ImportAnswer::LeaveOut) => self.told(cell, at, NoteKind::LeftOut),
            None => {
                let name = text.trim().to_owned();
                self.ledger.ask(ImportQuestion {
                    key,
                    at,
                    about: CellReference::Person,
                    name,
                    email: None,
                    doubt,
                    candidates: Vec::new(),
                });
                self.told(cell, at, NoteKind::Unanswered)
            }
        }
    }

    /// An address without a name: whose it is, where the file knows; else it is asked whether it is a person's.
    pub(super) fn addressed(&mut self, email: &str, cell: &SheetCell, at: SheetSpot) -> Says {
        let named = vec![Named { email: Some(email.to_owned()), ..Named::default() }];
        if self.people.has_address(email) {
            return Says::People(named);
        }
        self.asked(named, Doubt::NoName, email, cell, at)
    }

    /// Notes a cell that says something which nobody can be given.
    pub(super) fn unused(&mut self, cell: &SheetCell, at: SheetSpot, what: NoteKind) {
        if !cell.is_empty() {
            self.ledger.note(at, cell, what);
        }
    }
}

/// Gives people the addresses that stand beside them, where it is clear which is whose. Whether it was.
pub(super) fn give(people: &mut [Named], emails: &[String]) -> bool {
    if emails.is_empty() {
        return true;
    }
    if let ([one], [email]) = (&mut *people, emails) {
        let is_other = one.email.as_ref().is_some_and(|own| address(own) != address(email));
        one.email.get_or_insert_with(|| email.clone());
        return !is_other;
    }
    if people.len() != emails.len() {
        return false;
    }
    let order = by_fit(people, emails).or_else(|| {
        let none_fits = people.iter().all(|named| !emails.iter().any(|email| fits(&named.name, email)));
        let in_order = people
            .iter()
            .zip(emails)
            .all(|(named, email)| fits(&named.name, email) || !people.iter().any(|other| fits(&other.name, email)));
        (none_fits || in_order).then(|| (0..emails.len()).collect())
    });
    let Some(order) = order else { return false };
    for (named, email) in people.iter_mut().zip(order) {
        named.email = Some(emails[email].clone());
    }
    true
}

/// Of each person the only address that has their name in it, where everyone has another.
fn by_fit(people: &[Named], emails: &[String]) -> Option<Vec<usize>> {
    let mut order = Vec::new();
    for named in people {
        let mut fitting = (0..emails.len()).filter(|email| fits(&named.name, &emails[*email]));
        let one = fitting.next()?;
        if fitting.next().is_some() || order.contains(&one) {
            return None;
        }
        order.push(one);
    }
    (order.len() == emails.len()).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(names: &[&str], emails: &[&str]) -> Option<Vec<String>> {
        let mut people: Vec<Named> =
            names.iter().map(|name| Named { name: (*name).to_owned(), ..Named::default() }).collect();
        let emails: Vec<String> = emails.iter().map(|email| (*email).to_owned()).collect();
        give(&mut people, &emails).then(|| people.into_iter().filter_map(|named| named.email).collect())
    }

    #[test]
    fn addresses_are_given_to_those_whose_names_are_in_them() {
        let emails = ["finn.dal@example.se", "eva.al@example.se"];
        assert_eq!(given(&["Eva Al", "Finn Dal"], &emails), Some(vec![emails[1].to_owned(), emails[0].to_owned()]));
        assert_eq!(given(&["Eva Al", "Finn Dal"], &["one@example.se", "two@example.se"]).map(|all| all.len()), Some(2));
    }

    #[test]
    fn an_address_that_could_be_that_of_several_is_given_to_nobody() {
        assert_eq!(given(&["Eva Al", "Finn Dal"], &["eva.al@example.se"]), None);
        assert_eq!(given(&["Eva Al"], &["eva@example.se", "al@example.se"]), None);
        assert_eq!(given(&["Eva Al", "Finn Dal"], &["dal@example.se", "x@example.se"]), None);
    }
}
