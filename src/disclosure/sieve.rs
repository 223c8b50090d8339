//! What stays and what leaves, decided once for everything that others refer to.

pub(super) mod people;
pub(super) mod rules;

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashSet;

use self::people::PersonSeen;
use self::rules::Subjects;
use super::ground::WithheldBecause;
use super::raw::{may_leave, text_of};
use super::receiver::Receiver;
use crate::organisation::method::Foreign;
use crate::organisation::record::{Unknown, Value};
use crate::organisation::refer::{Owners, Ref, Roles};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Marking, Str};
use crate::organisation::{Index, Item, List, ListName, Organisation, ids};

/// What becomes of an item: what leaves of it, or why it is left out.
pub(super) type Redacted<T> = Result<T, WithheldBecause>;

/// The ids of a list.
#[derive(Debug, Default)]
struct KnownIds<'s> {
    leave: FxHashSet<&'s str>,
    stay: FxHashSet<Str<'s>>,
}

/// What is drawn so far.
#[derive(Debug, Default)]
pub(super) struct Redaction {
    /// Of each list what became of its items.
    pub(super) fates: Vec<Outcomes>,
    /// Why items within editions are left out.
    pub(super) within: Vec<WithheldBecause>,
    /// Which people something in the extract mentions, by their place.
    pub(super) mentioned: Vec<bool>,
    /// Where pseudonyms are being made: what is said of each person.
    pub(super) said: Option<Vec<people::MentionHashes>>,
}

/// What became of the items of one list: nothing where they leave, else why they stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcomes {
    /// The list of the format that the item is in.
    pub list: ListName,
    /// Of the items that are used, by place.
    pub used: Vec<Option<WithheldBecause>>,
    /// The outcomes of items set aside, by place among them.
    pub aside: Vec<Option<WithheldBecause>>,
}

/// The rules of extraction at work on one file for one receiver.
pub(super) struct Redactor<'s, 'a> {
    pub(super) organisation: &'s Organisation<'a>,
    pub(super) index: &'s Index,
    pub(super) receiver: &'s Receiver,
    /// The day on which it is asked who holds what.
    pub(super) on: Date,
    /// Of the units, whether each is the receiver's own or serves all; none where every unit is.
    near: Option<Vec<bool>>,
    known: [KnownIds<'s>; ListName::ALL.len()],
    /// What is seen of each person; empty within an edition.
    pub(super) people: Vec<PersonSeen>,
    /// What people are called by whose id is not told.
    pub(super) pseudonyms: Vec<String>,
    /// The people that the item being drawn has mentioned, by place.
    pub(super) mentions: RefCell<Vec<u32>>,
    pub(super) drawing: RefCell<Redaction>,
    /// The findings there can be, once an exception asks.
    pub(super) subjects: OnceCell<Vec<Subjects>>,
    /// For the content of an edition, the file it lies in.
    pub(super) outer: Option<&'s Redactor<'s, 's>>,
}

impl<'s, 'a: 's> Redactor<'s, 'a> {
    pub(super) fn new(
        organisation: &'s Organisation<'a>,
        index: &'s Index,
        receiver: &'s Receiver,
        on: Date,
        outer: Option<&'s Redactor<'s, 's>>,
    ) -> Self {
        let near = match receiver {
            Receiver::Department(id) => Some(near(index, index.unit(id).unwrap_or(ids::NONE))),
            _ => None,
        };
        let mut sieve = Self {
            organisation,
            index,
            receiver,
            on,
            near,
            known: Default::default(),
            people: Vec::new(),
            pseudonyms: Vec::new(),
            mentions: RefCell::default(),
            drawing: RefCell::default(),
            subjects: OnceCell::new(),
            outer,
        };
        // Each list after those on whom it depends whether its items leave.
        sieve.learn(ListName::Roles, &organisation.roles, |sieve, item| sieve.marked(&item.marking));
        sieve.learn(ListName::Units, &organisation.units, |sieve, item| sieve.unit(item).map(drop));
        sieve.learn(ListName::People, &organisation.people, |sieve, item| sieve.marked(&item.marking));
        if outer.is_none() {
            sieve.meet_people();
        }
        sieve.learn(ListName::Trainings, &organisation.trainings, |sieve, item| sieve.marked(&item.marking));
        sieve.learn(ListName::Documents, &organisation.documents, |sieve, item| sieve.document(item).map(drop));
        sieve.learn(ListName::Questions, &organisation.questions, |sieve, item| sieve.marked(&item.marking));
        sieve.learn(ListName::Scales, &organisation.scales, |_, _| Ok(()));
        sieve.learn(ListName::Matrices, &organisation.matrices, |_, _| Ok(()));
        sieve.learn(ListName::Risks, &organisation.risks, |sieve, item| sieve.risk(item).map(drop));
        sieve.learn(ListName::Measures, &organisation.measures, |sieve, item| sieve.measure(item).map(drop));
        sieve.learn(ListName::Functions, &organisation.functions, |sieve, item| sieve.function(item).map(drop));
        sieve.learn(ListName::Dependencies, &organisation.dependencies, |sieve, item| sieve.dependency(item).map(drop));
        sieve.learn(ListName::Editions, &organisation.editions, |sieve, item| sieve.marked(&item.marking));
        sieve.learn(ListName::Profiles, &organisation.profiles, |sieve, item| sieve.marked(&item.marking));
        sieve.learn(ListName::Rounds, &organisation.rounds, |sieve, item| sieve.round(item).map(drop));
        sieve.learn_aside();
        sieve.learn(ListName::Rules, &organisation.rules, |sieve, item| sieve.rule(item).map(drop));
        sieve.learn_aside();
        sieve
    }

    /// Enters the ids of a list's items.
    pub(super) fn learn<T: Item>(
        &mut self,
        of: ListName,
        list: &'s List<'a, T>,
        pass: impl Fn(&Self, &T) -> Redacted<()>,
    ) {
        let mut known = KnownIds::default();
        for item in list.iter() {
            let id = item.id().unwrap_or_default();
            match pass(self, item) {
                Ok(()) => drop(known.leave.insert(id)),
                Err(_) => drop(known.stay.insert(Cow::Borrowed(id))),
            }
        }
        self.known[of as usize] = known;
    }

    /// Enters the ids of items set aside that stay. Each may be named by another, which then stays as well.
    fn learn_aside(&mut self) {
        loop {
            let mut found = Vec::new();
            for list in ListName::ALL.iter().filter(|list| has_names(**list)) {
                let known = &self.known[*list as usize];
                let aside = self.organisation.items(*list).set_aside().iter();
                for raw in aside.filter(|raw| self.aside(raw).is_some()) {
                    let id = text_of(raw, list.id_field());
                    found.extend(id.filter(|id| !known.leave.contains(&**id)).map(|id| (*list, id)));
                }
            }
            let before: usize = self.known.iter().map(|known| known.stay.len()).sum();
            for (list, id) in found {
                self.known[list as usize].stay.insert(Cow::Owned(id));
            }
            if self.known.iter().map(|known| known.stay.len()).sum::<usize>() == before {
                return;
            }
        }
    }

    /// Whether the receiver sees who people are, and why things are as they are.
    pub(super) fn is_own(&self) -> bool {
        self.receiver.audience().reads_reasons()
    }

    /// What only the municipality's own people see.
    pub(super) fn own<T: Value<'a> + Clone>(&self, value: &T) -> T {
        if self.is_own() { value.clone() } else { T::blank() }
    }

    /// Fields that the format does not know.
    pub(super) fn unknown(&self, unknown: &Unknown<'a>) -> Unknown<'a> {
        if !self.is_own() || unknown.is_empty() {
            return Unknown::default();
        }
        let left_out = |id: &str| self.is_left_out(id);
        unknown.filtered(|key, raw| !left_out(key) && key != "marking" && may_leave(raw, &left_out))
    }

    /// What a library of another program said of a method: as little known as a field nobody has heard of.
    pub(super) fn foreign(&self, kept: Option<&Foreign<'a>>) -> Option<Foreign<'a>> {
        let left_out = |id: &str| self.is_left_out(id);
        kept.filter(|kept| self.is_own() && may_leave(&kept.0.0, &left_out)).cloned()
    }

    /// Whether an item with this marking leaves.
    pub(super) fn marked(&self, marking: &Marking<'_>) -> Redacted<()> {
        self.receiver.audience().keeps_back(marking).map_or(Ok(()), Err)
    }

    /// Why an item that could not be used stays.
    pub(super) fn aside(&self, raw: &str) -> Option<WithheldBecause> {
        let marking = text_of(raw, "marking").and_then(|word| Marking::from_word(&word)).unwrap_or(Marking::Unmarked);
        let leaves = || *self.receiver == Receiver::Internal && may_leave(raw, &|id| self.is_left_out(id));
        self.marked(&marking).err().or_else(|| (!leaves()).then_some(WithheldBecause::Unread))
    }

    /// Whether something left out has this id, in whatever list.
    pub(super) fn is_left_out(&self, id: &str) -> bool {
        self.known.iter().any(|known| known.stay.contains(id)) || self.outer.is_some_and(|outer| outer.is_left_out(id))
    }

    /// Whether an item of a list with this id is there, or stays.
    pub(super) fn is_known(&self, of: ListName, id: &str) -> bool {
        let known = &self.known[of as usize];
        known.leave.contains(id) || known.stay.contains(id) || self.outer.is_some_and(|outer| outer.is_known(of, id))
    }

    /// Whether an item that leaves may name this id: it leaves too. What names nothing there is names nothing left out,
    /// but leads nowhere; only the municipality's own people get the file with its faults.
    pub(super) fn may_name(&self, of: ListName, id: &str) -> bool {
        let known = &self.known[of as usize];
        if known.leave.contains(id) || known.stay.contains(id) {
            return !known.stay.contains(id);
        }
        self.outer.map_or(*self.receiver == Receiver::Internal, |outer| outer.may_name(of, id))
    }

    /// A reference, where what it names leaves.
    pub(super) fn refer<L: Clone>(&self, of: ListName, id: &Ref<'a, L>) -> Option<Ref<'a, L>> {
        self.may_name(of, id).then(|| id.clone())
    }

    /// The references among some that name what leaves.
    pub(super) fn refer_all<L: Clone>(&self, of: ListName, ids: &[Ref<'a, L>]) -> Vec<Ref<'a, L>> {
        ids.iter().filter_map(|id| self.refer(of, id)).collect()
    }

    /// A role: one that no item describes is a word, and names nothing.
    pub(super) fn role_of(&self, id: &Ref<'a, Roles>) -> Option<Ref<'a, Roles>> {
        let stays = self.known[ListName::Roles as usize].stay.contains(&**id);
        (!stays && self.outer.is_none_or(|outer| !outer.known[ListName::Roles as usize].stay.contains(&**id)))
            .then(|| id.clone())
    }

    /// Someone who answers for something: a unit or a person.
    pub(super) fn owner(&self, id: &Ref<'a, Owners>) -> Option<Ref<'a, Owners>> {
        if self.is_known(ListName::Units, id) { self.refer(ListName::Units, id) } else { self.person_of(id) }
    }

    /// Whether a unit is the receiver's own, or serves the whole municipality.
    pub(super) fn is_near(&self, unit: &str) -> bool {
        let Some(near) = &self.near else { return true };
        self.index.unit(unit).is_some_and(|unit| near[unit as usize])
    }

    /// Whether what one of these answers for concerns the receiver; so does what nobody answers for.
    pub(super) fn owner_is_near(&self, owner: Option<&Ref<'a, Owners>>) -> bool {
        let Some(owner) = owner.filter(|_| self.near.is_some()) else { return true };
        let outermost = self.outer.map_or(&self.people, |outer| &outer.people);
        let person = || self.index.person(owner).is_some_and(|person| outermost[person as usize].is_near());
        if self.index.unit(owner).is_some() { self.is_near(owner) } else { person() }
    }
}

/// Whether a list's items have ids that others can name. An exception's id is made of others' and is nobody's.
const fn has_names(list: ListName) -> bool {
    !list.id_field().is_empty() && !matches!(list, ListName::Exceptions)
}

/// Which units concern a department: itself and those below it, those it belongs to, and of what belongs to no
/// department that which serves all.
fn near(index: &Index, department: u32) -> Vec<bool> {
    let serves_all = |kind: &UnitKind| {
        matches!(kind, UnitKind::Municipality | UnitKind::SecurityUnit | UnitKind::Group | UnitKind::Party)
    };
    let all = index.kinds.iter().zip(&index.departments);
    let mut near: Vec<_> = all.map(|(kind, of)| *of == ids::NONE && serves_all(kind)).collect();
    if index.is_known(department) {
        for unit in index.part(department) {
            near[*unit as usize] = true;
        }
        let mut above = index.parents[department as usize];
        while above != ids::NONE {
            near[above as usize] = true;
            above = index.parents[above as usize];
        }
    }
    near
}
