//! What a receiver sees of people: who they are, or what they do under an id that tells nothing.
//!
//! A pseudonym must not lead back to the id it stands for. A hash of the id would: whoever guesses names can hash them
//! too. So it is made of nothing but what the extract itself says of the person: the posts they hold, and where several
//! hold the same, a number in an order that again depends on nothing but what the extract says. The same file gives the
//! same pseudonyms, whatever the order of its items; so does a later file, to those whose posts have not changed.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use super::{Redacted, Redactor};
use crate::disclosure::ground::WithheldBecause;
use crate::disclosure::receiver::Receiver;
use crate::organisation::called::{ROLES, said};
use crate::organisation::person::{Assignment, BUILT_IN_ROLES, PACK_ROLES, Person, Visibility};
use crate::organisation::record::{Origin, Unknown, Value};
use crate::organisation::refer::{People, Ref};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::organisation::write::json;
use crate::organisation::{ListName, sort};

/// What is seen of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::disclosure) enum PersonSeen {
    /// Nothing of the person, for this reason.
    Stays(WithheldBecause),
    /// The person by name.
    Named {
        /// Whether their e-mail address too.
        reachable: bool,
    },
    /// What they do: the id of the role they are named after, where they have one.
    Masked(Option<String>),
}

impl PersonSeen {
    /// Whether the person belongs to the receiver's part of the municipality.
    pub(in crate::disclosure) fn is_near(&self) -> bool {
        *self != Self::Stays(WithheldBecause::Elsewhere)
    }
}

/// What a person who leaves is called where they are mentioned.
pub(in crate::disclosure) enum CalledAs {
    /// By their own id.
    Themselves,
    /// By another id than their own.
    As(String),
}

/// What the extract says of a person: hashes of what each item that mentions them says, and where in it.
#[derive(Debug, Clone, Default)]
pub(in crate::disclosure) struct MentionHashes {
    all: Vec<Hash>,
    posts: Vec<Hash>,
}

type Hash = [u8; 32];

impl<'s, 'a: 's> Redactor<'s, 'a> {
    /// Decides what is seen of each person.
    pub(in crate::disclosure) fn meet_people(&mut self) {
        let organisation = self.organisation;
        let seen = if self.is_own() { PersonSeen::Named { reachable: true } } else { PersonSeen::Masked(None) };
        let marked =
            |person: &Person<'_>| self.marked(&person.marking).map_or_else(PersonSeen::Stays, |()| seen.clone());
        self.people = organisation.people.iter().map(marked).collect();
        match self.receiver {
            Receiver::Internal => {}
            Receiver::Department(_) => self.leave_out_those_elsewhere(),
            Receiver::Public | Receiver::Party(_) => self.call_people_by_their_posts(),
        }
    }

    /// The posts that leave.
    fn posts(&self) -> impl Iterator<Item = &'s Assignment<'a>> {
        self.organisation.assignments.iter().filter(|post| self.assignment(post).is_ok())
    }

    /// People of other departments whom no post of this one mentions.
    fn leave_out_those_elsewhere(&mut self) {
        let mut near: FxHashSet<&str> = FxHashSet::default();
        for post in self.posts() {
            let mentioned = [&post.person, &post.appointed_by, &post.reports_to, &post.substitute_for];
            near.extend(mentioned.into_iter().flatten().map(|id| &**id));
        }
        let organisation = self.organisation;
        for (place, person) in organisation.people.iter().enumerate() {
            let works_near = person.unit.as_ref().is_some_and(|unit| self.may_name(ListName::Units, unit));
            if !works_near && !near.contains(&*person.id) {
                self.people[place] = PersonSeen::Stays(WithheldBecause::Elsewhere);
            }
        }
        self.learn(ListName::People, &organisation.people, |sieve, person| {
            match sieve.index.person(&person.id).map(|place| &sieve.people[place as usize]) {
                Some(PersonSeen::Stays(ground)) => Err(ground.clone()),
                _ => Ok(()),
            }
        });
    }

    /// Names those a party works with, and finds the role that each of the others is called by.
    fn call_people_by_their_posts(&mut self) {
        let index = self.index;
        let built_in = |role: &str| BUILT_IN_ROLES.iter().chain(&PACK_ROLES).position(|known| *known == role);
        let is_closed = |role: &str| {
            let items = &self.organisation.roles;
            items.iter().any(|item| *item.id == *role && item.contact == Some(Visibility::Internal))
        };
        let mut people = self.people.clone();
        let mut first: Vec<Option<(bool, usize, &str)>> = vec![None; people.len()];
        for post in self.posts() {
            let Some(place) = post.person.as_ref().and_then(|id| index.person(id)).map(|place| place as usize) else {
                continue;
            };
            let has_ended = post.until.is_some_and(|until| until < self.on);
            let rank = (has_ended, built_in(&post.role).unwrap_or(usize::MAX), &*post.role);
            first[place] = Some(first[place].map_or(rank, |best| best.min(rank)));
            let kind = index.unit(&post.unit).map(|unit| index.kinds[unit as usize]);
            let works_with_parties =
                post.role == "security_coordinator" || matches!(kind, Some(UnitKind::SecurityUnit | UnitKind::Group));
            if works_with_parties && !has_ended && matches!(self.receiver, Receiver::Party(_)) {
                let before = people[place] == PersonSeen::Named { reachable: true };
                people[place] = PersonSeen::Named { reachable: before || !is_closed(&post.role) };
            }
        }
        for (who, first) in people.iter_mut().zip(first) {
            if let (PersonSeen::Masked(role), Some((.., id))) = (who, first) {
                *role = Some(id.to_owned());
            }
        }
        self.people = people;
    }

    /// A person, as whoever receives this may know them.
    pub(in crate::disclosure) fn person_of<L: Clone>(&self, id: &Ref<'a, L>) -> Option<Ref<'a, L>> {
        Some(match self.called(id)? {
            CalledAs::Themselves => id.clone(),
            CalledAs::As(name) => name.into(),
        })
    }

    /// The people among some that leave.
    pub(in crate::disclosure) fn people_of(&self, ids: &[Ref<'a, People>]) -> Vec<Ref<'a, People>> {
        ids.iter().filter_map(|id| self.person_of(id)).collect()
    }

    /// What a person is called; nothing where they stay.
    pub(in crate::disclosure) fn called(&self, id: &str) -> Option<CalledAs> {
        if let Some(outer) = self.outer {
            // Within an edition the people are those of the file.
            let has_own = self.is_own() && self.organisation.people.iter().any(|person| *person.id == *id);
            return if has_own {
                self.may_name(ListName::People, id).then_some(CalledAs::Themselves)
            } else {
                outer.called(id)
            };
        }
        let Some(place) = self.index.person(id) else {
            return self.may_name(ListName::People, id).then_some(CalledAs::Themselves);
        };
        let called = match &self.people[place as usize] {
            PersonSeen::Stays(_) => return None,
            PersonSeen::Named { .. } => CalledAs::Themselves,
            PersonSeen::Masked(_) => CalledAs::As(self.pseudonyms.get(place as usize).cloned().unwrap_or_default()),
        };
        self.mentions.borrow_mut().push(place);
        Some(called)
    }

    /// An item of the list of people.
    pub(in crate::disclosure) fn person(&self, item: &Person<'a>) -> Redacted<Person<'a>> {
        let Person { id, name, unit, email, phone, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        let place = self.index.person(id).filter(|_| self.outer.is_none()).map(|place| place as usize);
        let named = Person {
            id: id.clone(),
            name: name.clone(),
            unit: unit.as_ref().and_then(|unit| self.refer(ListName::Units, unit)),
            email: email.clone(),
            phone: self.own(phone),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        };
        match place.map(|place| (place, &self.people[place])) {
            // Within an edition, where people are not asked for.
            None if self.is_own() => Ok(named),
            None => Err(WithheldBecause::Unmentioned),
            Some((_, PersonSeen::Stays(ground))) => Err(ground.clone()),
            Some((_, PersonSeen::Named { reachable })) => {
                let email = named.email.clone().filter(|_| *reachable);
                Ok(Person { email, ..named })
            }
            Some((place, PersonSeen::Masked(_))) if !self.is_mentioned(place) => Err(WithheldBecause::Unmentioned),
            Some((place, PersonSeen::Masked(role))) => Ok(Person {
                id: crate::organisation::value::Id(self.pseudonyms[place].clone().into()),
                name: self.role_name(role.as_deref()).into(),
                unit: None,
                email: None,
                phone: None,
                marking: marking.clone(),
                origin: Origin::default(),
                unknown: Unknown::default(),
            }),
        }
    }

    fn is_mentioned(&self, place: usize) -> bool {
        self.drawing.borrow().mentioned.get(place).copied().unwrap_or_default()
    }

    /// What people in a role are called: as the file says, in the municipality's first language.
    fn role_name(&self, role: Option<&str>) -> String {
        let Some(role) = role else { return "Person".to_owned() };
        let item = self.organisation.roles.iter().find(|item| *item.id == *role);
        let mut name = match item {
            Some(item) => item.name.say(Language::Swedish).to_owned(),
            None => said(ROLES, role, Language::Swedish),
        };
        // Every built-in name begins with a plain letter.
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        name
    }

    /// Notes which people an item has mentioned, and what it says of them.
    pub(in crate::disclosure) fn tell_of_people(&self, list: ListName, item: &dyn Value<'a>) {
        let mentions = std::mem::take(&mut *self.mentions.borrow_mut());
        if mentions.is_empty() {
            return;
        }
        let mut drawing = self.drawing.borrow_mut();
        let drawing = &mut *drawing;
        drawing.mentioned.resize(self.people.len(), false);
        let whole = drawing.said.is_some().then(|| Sha256::digest(json(item)));
        for (position, place) in (0_u32..).zip(mentions) {
            drawing.mentioned[place as usize] = true;
            if let (Some(said), Some(whole)) = (&mut drawing.said, &whole) {
                // Within an edition items may come in any order, and where one stands says nothing.
                let position = if list == ListName::Editions { 0 } else { position };
                let hash = Sha256::new().chain_update(whole).chain_update(position.to_le_bytes()).finalize().into();
                let said = &mut said[place as usize];
                said.all.push(hash);
                if list == ListName::Assignments {
                    said.posts.push(hash);
                }
            }
        }
    }

    /// Makes pseudonyms for those whose ids are not told.
    pub(in crate::disclosure) fn make_pseudonyms(&mut self) {
        let masked = |who: &PersonSeen| matches!(who, PersonSeen::Masked(_));
        if !self.people.iter().any(masked) {
            return;
        }
        let count = self.people.len();
        // At first nobody is told from anybody; then each by what is said of them; then also by who those are that are
        // mentioned beside them; until that tells no more people apart.
        self.pseudonyms = vec![String::new(); count];
        let mut posts: Vec<Option<String>> = Vec::new();
        let mut apart = 1;
        loop {
            let said = self.what_is_said(count);
            if posts.is_empty() {
                let of = |said: &MentionHashes| (!said.all.is_empty()).then(|| short(&said.posts, 4));
                posts = said.iter().map(of).collect();
            }
            let colours: Vec<String> = said.iter().map(|said| short(&said.all, 16)).collect();
            let now = colours.iter().collect::<FxHashSet<_>>().len();
            self.pseudonyms = colours;
            if now <= apart {
                break;
            }
            apart = now;
        }
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, posts) in posts.iter().enumerate().filter(|(place, _)| masked(&self.people[*place])) {
            // Those whom nothing mentions are not there to be told apart from.
            if let Some(posts) = posts {
                groups.entry(posts).or_default().push(place);
            }
        }
        let mut names = vec![String::new(); count];
        let is_taken = |name: &str| {
            let person = self.index.person(name).map(|place| &self.people[place as usize]);
            matches!(person, Some(PersonSeen::Named { .. }))
        };
        for (posts, mut places) in groups {
            // Those whom nothing tells apart could change places without a trace: their ids may say which comes first.
            sort::by_cached_key(&mut places, |place| {
                (self.pseudonyms[*place].clone(), self.organisation.people[*place].id.to_string())
            });
            let (alone, digits) = (places.len() == 1, places.len().to_string().len());
            for (number, place) in (1..).zip(places) {
                let mut name = if alone { format!("p-{posts}") } else { format!("p-{posts}-{number:0digits$}") };
                while is_taken(&name) {
                    name.push('x');
                }
                names[place] = name;
            }
        }
        self.pseudonyms = names;
    }

    /// What the extract says of each person, called as they are called so far.
    fn what_is_said(&self, count: usize) -> Vec<MentionHashes> {
        self.drawing.take();
        self.drawing.borrow_mut().said = Some(vec![MentionHashes::default(); count]);
        drop(self.draw());
        let mut said = self.drawing.take().said.unwrap_or_default();
        for said in &mut said {
            sort::all(&mut said.all);
            sort::all(&mut said.posts);
        }
        said
    }
}

/// The first bytes of the hash of some hashes, in hexadecimal.
fn short(hashes: &[Hash], bytes: usize) -> String {
    let mut all = Sha256::new();
    for hash in hashes {
        all.update(hash);
    }
    crate::organisation::hash::hexadecimal(&all.finalize()[..bytes])
}
