//! Who is meant: by id, then e-mail, then name; and what is doubtful about it.

use rustc_hash::FxHashMap;

use super::ImportRun;
use super::note::{Doubt, ImportAnswer, ImportCandidate, ImportQuestion, NoteKind, SheetSpot};
use crate::exchange::directory::{Directory, KnownItem};
use crate::exchange::field::{CellReference, SheetTarget};
use crate::exchange::names::{SHORTEST_NEAR, bare, near, normal_person, shorter};
use crate::exchange::sheet::SheetCell;

/// How a sheet mentions someone.
#[derive(Debug, Clone, Default)]
pub(super) struct Mention {
    /// Id of a row about them; ids of other systems are known to this import only.
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    /// Id of the unit they are mentioned with.
    pub(super) unit: Option<String>,
}

/// The people of the file and of the sheets.
pub(super) struct People<'d> {
    all: &'d [KnownItem],
    places: FxHashMap<&'d str, usize>,
    emails: FxHashMap<String, Vec<usize>>,
    names: FxHashMap<String, Vec<usize>>,
    /// Names without one of their letters, made when first asked for; near names share one.
    shortened: Option<FxHashMap<String, Vec<usize>>>,
    /// The people whom this import brings, by name: address, id, row.
    fresh: FxHashMap<String, Vec<(Option<String>, String, u32)>>,
    /// The people whom this import brings, by address: their ids.
    fresh_emails: FxHashMap<String, Vec<String>>,
    /// Whether accounts have a second telephone number, for which there is no room.
    pub(super) has_other_numbers: bool,
    /// Ids that rows of the sheets claim for themselves.
    pub(super) claimed: rustc_hash::FxHashSet<String>,
}

/// People among whom near names are looked for, at most.
const MOST_FOR_NEAR: usize = 200_000;

impl<'d> People<'d> {
    pub(super) fn new(directory: &'d Directory) -> Self {
        let all = &directory.people[..];
        let mut people = Self {
            all,
            places: all.iter().enumerate().map(|(place, known)| (&*known.id, place)).collect(),
            emails: FxHashMap::default(),
            names: FxHashMap::default(),
            shortened: None,
            fresh: FxHashMap::default(),
            fresh_emails: FxHashMap::default(),
            has_other_numbers: false,
            claimed: rustc_hash::FxHashSet::default(),
        };
        for (place, known) in all.iter().enumerate() {
            if let Some(email) = &known.email {
                people.emails.entry(address(email)).or_default().push(place);
            }
            people.names.entry(normal_person(&known.names[0])).or_default().push(place);
        }
        people
    }

    /// The item of someone in the file.
    pub(super) fn known(&self, id: &str) -> Option<&'d KnownItem> {
        self.places.get(id).map(|place| &self.all[*place])
    }

    /// Whether someone in the file has this e-mail address.
    pub(super) fn has_address(&self, email: &str) -> bool {
        self.emails.contains_key(&address(email))
    }

    /// The people whose names are near.
    fn near(&mut self, name: &str) -> Vec<usize> {
        if self.all.len() > MOST_FOR_NEAR || name.chars().count() < SHORTEST_NEAR {
            return Vec::new();
        }
        let shortened = self.shortened.get_or_insert_with(|| {
            let mut map: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (known, places) in &self.names {
                for short in shorter(known) {
                    map.entry(short).or_default().extend(places);
                }
            }
            map
        });
        let mut found: Vec<usize> =
            shorter(name).iter().filter_map(|short| shortened.get(short)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|place| near(name, &normal_person(&self.all[*place].names[0])));
        found
    }
}

/// `Ek, Anna` as `Anna Ek`.
pub(super) fn given_first(name: &str) -> Option<String> {
    let (family, given) = name.split_once(',').filter(|(_, given)| !given.contains(','))?;
    let (family, given) = (family.trim(), given.trim());
    (!family.is_empty() && !given.is_empty()).then(|| format!("{given} {family}"))
}

/// A name of two words the other way round.
fn swapped(name: &str) -> Option<String> {
    let (first, last) = name.split_once(' ').filter(|(_, last)| !last.contains(' '))?;
    Some(format!("{last} {first}"))
}

/// An e-mail address to compare by.
pub(super) fn address(email: &str) -> String {
    bare(email).trim_start_matches("mailto:").to_lowercase()
}

/// The person that a row means.
enum Meant {
    Known(String),
    New,
    Doubtful(Doubt, Vec<usize>),
}

impl ImportRun<'_> {
    /// Who is meant: their id, and whether they are new. `None` where nobody is named, or it is not decided.
    pub(super) fn person(&mut self, mention: &Mention, cell: &SheetCell, at: SheetSpot) -> Option<(String, bool)> {
        if mention.id.is_none() && mention.name.is_none() && mention.email.is_none() {
            return None;
        }
        let meant = match self.meant(mention) {
            Meant::Doubtful(doubt, candidates) => {
                let ids: Vec<&str> = candidates.iter().map(|place| &*self.people.all[*place].id).collect();
                self.doubtful(mention, doubt, &ids, cell, at)?
            }
            meant => meant,
        };
        match meant {
            Meant::Known(id) => Some((id, false)),
            _ => self.new_person(mention, cell, at),
        }
    }

    fn meant(&mut self, mention: &Mention) -> Meant {
        let books = &self.ledger.ground.books;
        if let Some(id) = mention.id.as_deref().filter(|id| books.people.has(id)) {
            return Meant::Known(id.to_owned());
        }
        let people = &self.people;
        let id = |place: usize| people.all[place].id.clone();
        let free = |place: &usize| mention.id.is_none() || !people.claimed.contains(&people.all[*place].id);
        let list = |places: Option<&Vec<usize>>| -> Vec<usize> {
            places.into_iter().flatten().copied().filter(free).collect()
        };
        let email = mention.email.as_deref().map(address);
        let by_email = list(email.as_ref().and_then(|email| people.emails.get(email)));
        let name = mention.name.as_deref().map(normal_person);
        let Some(name) = name else {
            return match by_email[..] {
                [] => Meant::New,
                [one] => Meant::Known(id(one)),
                _ => Meant::Doubtful(Doubt::Several, by_email),
            };
        };
        let by_name = list(people.names.get(&name));
        let both: Vec<usize> = by_name.iter().copied().filter(|place| by_email.contains(place)).collect();
        match both[..] {
            [] => {}
            [one] => return Meant::Known(id(one)),
            _ => return Meant::Doubtful(Doubt::Several, both),
        }
        let other_email = |place: &usize| {
            let known = people.all[*place].email.as_deref().map(address);
            email.is_some() && known.is_some() && known != email
        };
        match by_name[..] {
            [] => {}
            [one] if other_email(&one) => return Meant::Doubtful(Doubt::OtherEmail, by_name),
            [one] if self.elsewhere(one, mention) => return Meant::Doubtful(Doubt::OtherPlace, by_name),
            [one] => return Meant::Known(id(one)),
            _ => return self.one_there(by_name, mention),
        }
        // A mailbox that several people share tells nobody apart.
        if let [one] = by_email[..] {
            return Meant::Doubtful(Doubt::OtherName, vec![one]);
        }
        let mut near = self.people.near(&name);
        near.extend(swapped(&name).and_then(|swapped| self.people.names.get(&swapped)).into_iter().flatten());
        let people = &self.people;
        near.retain(|place| {
            let known = people.all[*place].email.as_deref().map(address);
            let other = email.is_some() && known.is_some() && known != email;
            !other && (mention.id.is_none() || !people.claimed.contains(&people.all[*place].id))
        });
        if near.is_empty() { Meant::New } else { Meant::Doubtful(Doubt::NearName, near) }
    }

    /// Whether the only one of the name works elsewhere, with nothing else that speaks for them.
    fn elsewhere(&self, place: usize, mention: &Mention) -> bool {
        let known = &self.people.all[place];
        let (Some(there), Some(here)) = (&known.unit, &mention.unit) else { return false };
        let same_email = mention.email.is_some() && known.email.is_some();
        !(self.units.are_near(there, here) || same_email || self.posts.holds_at(&known.id, here))
    }

    /// Of several of one name the one who works where they are mentioned.
    fn one_there(&self, named: Vec<usize>, mention: &Mention) -> Meant {
        let there = |place: &&usize| mention.unit.is_some() && self.people.all[**place].unit == mention.unit;
        match named.iter().filter(there).collect::<Vec<_>>()[..] {
            [one] => Meant::Known(self.people.all[*one].id.clone()),
            _ => Meant::Doubtful(Doubt::Several, named),
        }
    }

    /// What was answered, or `None` and the question.
    fn doubtful(
        &mut self,
        mention: &Mention,
        doubt: Doubt,
        candidates: &[&str],
        cell: &SheetCell,
        at: SheetSpot,
    ) -> Option<Meant> {
        let name = mention.name.as_deref().map(normal_person).unwrap_or_default();
        let email = mention.email.as_deref().map(address).unwrap_or_default();
        let place = if doubt == Doubt::OtherPlace { mention.unit.as_deref().unwrap_or_default() } else { "" };
        let key = format!("person\n{name}\n{email}\n{place}");
        match self.answers.get(&key) {
            Some(ImportAnswer::Use(id)) if self.ledger.ground.books.people.has(id) => Some(Meant::Known(id.clone())),
            Some(ImportAnswer::New) => Some(Meant::New),
            Some(ImportAnswer::LeaveOut) => {
                self.ledger.note(at, cell, NoteKind::LeftOut);
                None
            }
            _ => {
                let books = &self.ledger.ground.books;
                let candidate = |id: &&str| {
                    let known = self.people.known(id);
                    ImportCandidate {
                        id: (*id).to_owned(),
                        name: known.map_or_else(|| books.people.name(id), |known| known.names[0].clone()),
                        email: known.and_then(|known| known.email.clone()),
                        unit: known.and_then(|known| known.unit.as_deref()).map(|unit| books.units.name(unit)),
                    }
                };
                let candidates = candidates.iter().map(candidate).collect();
                self.ledger.ask(ImportQuestion {
                    key,
                    at,
                    about: CellReference::Person,
                    name: mention.name.clone().unwrap_or_default(),
                    email: mention.email.clone(),
                    doubt,
                    candidates,
                });
                self.ledger.note(at, cell, NoteKind::Unanswered);
                None
            }
        }
    }

    /// Someone the file does not have: brought by a row above, or by this one.
    fn new_person(&mut self, mention: &Mention, cell: &SheetCell, at: SheetSpot) -> Option<(String, bool)> {
        let shown = mention.name.clone().or_else(|| mention.email.clone())?;
        let (name, email) = (normal_person(&shown), mention.email.as_deref().map(address));
        // The same two names in another order are rather one person, which is told, than two.
        let is_known = self.people.fresh.contains_key(&name);
        let name =
            swapped(&name).filter(|swapped| !is_known && self.people.fresh.contains_key(swapped)).unwrap_or(name);
        let is_swapped = name != normal_person(&shown);
        let fresh = self.people.fresh.entry(name).or_default();
        if mention.id.is_none() {
            let same = fresh.iter().position(|(known, ..)| *known == email);
            let same = same.or_else(|| fresh.iter().position(|(known, ..)| known.is_none() || email.is_none()));
            if let Some(place) = same {
                let (known, id, row) = fresh[place].clone();
                if let (None, Some(email)) = (&known, &email) {
                    fresh[place].0 = Some(email.clone());
                    self.people.fresh_emails.entry(email.clone()).or_default().push(id.clone());
                }
                if is_swapped || (email.is_none() && row != at.row) {
                    self.ledger.note(at, &SheetCell::text(&*shown), NoteKind::SamePerson { row });
                }
                return Some((id, true));
            }
        }
        if let Some((doubt, ids)) = self.like_fresh(mention, &shown, email.as_deref()) {
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            if let Meant::Known(id) = self.doubtful(mention, doubt, &ids, cell, at)? {
                return Some((id, true));
            }
        }
        // A list may have family names first; the file has given names first.
        let called = if mention.id.is_none() { given_first(&shown) } else { None };
        let called = called.unwrap_or_else(|| shown.clone());
        let (entry, id) = self.ledger.add(SheetTarget::People, mention.id.clone(), &called, at);
        if let Some(email) = &email {
            self.people.fresh_emails.entry(email.clone()).or_default().push(id.clone());
        }
        self.people.fresh.entry(normal_person(&shown)).or_default().push((email, id.clone(), at.row));
        if let Some(column) = SheetTarget::People.column("name") {
            self.ledger.set_cell(entry, &column, &SheetCell::Text(called), at);
        }
        Some((id, true))
    }

    /// Those whom rows above bring who have the name and another address, or the address and another name. An account of a
    /// directory has an id of its own, which tells it from others.
    fn like_fresh(&self, mention: &Mention, name: &str, email: Option<&str>) -> Option<(Doubt, Vec<String>)> {
        let email = email.filter(|_| mention.id.is_none() && mention.name.is_some())?;
        let name = normal_person(name);
        let of_name: Vec<String> =
            self.people.fresh.get(&name).into_iter().flatten().map(|(_, id, _)| id.clone()).collect();
        if !of_name.is_empty() {
            return Some((Doubt::OtherEmail, of_name));
        }
        self.people.fresh_emails.get(email).map(|ids| (Doubt::OtherName, ids.clone()))
    }

    /// Someone's item, opened for changes.
    pub(super) fn open_person(&mut self, id: &str, at: SheetSpot) -> usize {
        let (line, name) = match self.people.known(id) {
            Some(known) => (&*known.line, &*known.names[0]),
            None => ("{}", ""),
        };
        self.ledger.open(SheetTarget::People, id, line, name, at)
    }
}
