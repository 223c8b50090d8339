//! Extracts: a file made from the open one for a receiver, in which what is not for them is absent.
//!
//! Hiding on the page is not secrecy. An extract is a file of format 1 of its own, and this is the only place that
//! decides what goes into it: [`Audience`] says what of what is marked is for whom, [`Receiver`] whom an extract is for,
//! [`WithheldBecause`] why something is left out, and `sieve` decides it for everything that others refer to, since what is left out takes with it every reference to it. What each item
//! becomes is said field by field in `items`, `risks`, `sieve`. `docs/extract.md` says the same in words.
//!
//! A newcomer may say what becomes of a new field, in the file of its item: what is not said leaves in no extract. Who may
//! see what is not changed without the canaries of `tests/extract` and a line in that document.

mod audience;
mod ground;
mod items;
mod raw;
mod receiver;
mod reduce;
mod risks;
mod sieve;
mod sight;

use std::collections::BTreeMap;

pub use self::audience::Audience;
pub use self::ground::WithheldBecause;
pub use self::items::FEWEST_EMPLOYEES;
pub use self::receiver::{NoReceiver, Receiver};
pub use self::reduce::{LeftOutOf, REDUCED, reduce};
pub use self::sieve::Outcomes;
use self::sieve::{Redacted, Redaction, Redactor};
pub use self::sight::{Sight, is_opened};
use crate::organisation::edition::Frozen;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::record::{Origin, Unknown, Value};
use crate::organisation::risk::ByKey;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::write::json;
use crate::organisation::{Index, Item, List, ListName, Organisation, canonical};

/// The version of the rules of extraction: raised when an extract of the same file would hold something else.
pub const RULES: u32 = 1;

/// An extract, and what became of everything.
#[derive(Debug, Clone)]
pub struct Extract<'a> {
    /// The organisation as the receiver gets it.
    pub organisation: Organisation<'a>,
    /// What became of each item, by list in the order of the format.
    pub fates: Vec<Outcomes>,
    /// How many items are left out on which ground, in this extract and in those it was made from.
    pub left_out: BTreeMap<WithheldBecause, u32>,
}

impl Extract<'_> {
    /// The file: format 1, in canonical form.
    pub fn text(&self) -> String {
        canonical::write(&self.organisation)
    }

    /// How many items leave.
    pub fn leaving(&self) -> usize {
        fates(&self.fates).filter(|fate| fate.is_none()).count()
    }
}

/// What an extract would hold and leave out, in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractTally {
    /// How many items would leave.
    pub leaving: usize,
    /// How many items would be left out on which ground, in the extract and in those that the file was made from.
    pub left_out: BTreeMap<WithheldBecause, u32>,
}

/// How much of a file leaves for a receiver, as things stand `on` a day. That asks much less than the extract: nobody need
/// be called anything.
pub fn tally(
    organisation: &Organisation<'_>,
    index: &Index,
    receiver: &Receiver,
    on: Date,
) -> Result<ExtractTally, NoReceiver> {
    receiver.check(organisation, index)?;
    let mut sieve = Redactor::new(organisation, index, receiver, on, None);
    sieve.pseudonyms = vec![String::new(); organisation.people.len()];
    drop(sieve.draw());
    let drawing = sieve.drawing.take();
    let leaving = fates(&drawing.fates).filter(|fate| fate.is_none()).count();
    Ok(ExtractTally { leaving, left_out: left_out(organisation, &drawing) })
}

/// Makes an extract for a receiver, as things stand `on` a day; `made` is the day it is made.
pub fn extract<'a>(
    organisation: &Organisation<'a>,
    index: &Index,
    receiver: &Receiver,
    on: Date,
    made: Date,
) -> Result<Extract<'a>, NoReceiver> {
    extract_for_round(organisation, index, receiver, (on, made), None)
}

/// Makes an extract for a receiver, as things stand on the first day; the second is the day it is made. Made for a round
/// that asks the receiver, given by its id, it says by when and to where an answer is wished.
pub fn extract_for_round<'a>(
    organisation: &Organisation<'a>,
    index: &Index,
    receiver: &Receiver,
    (on, made): (Date, Date),
    round: Option<&str>,
) -> Result<Extract<'a>, NoReceiver> {
    receiver.check(organisation, index)?;
    let mut sieve = Redactor::new(organisation, index, receiver, on, None);
    sieve.make_pseudonyms();
    sieve.drawing.take();
    let mut drawn = sieve.draw();
    let drawing = sieve.drawing.take();
    let left_out = left_out(organisation, &drawing);
    drawn.extract = Some(Frozen(json(&sieve.made(made, &left_out, round)).into()));
    Ok(Extract { organisation: drawn, fates: drawing.fates, left_out })
}

/// What became of each item of some lists.
fn fates(lists: &[Outcomes]) -> impl Iterator<Item = &Option<WithheldBecause>> {
    lists.iter().flat_map(|fates| fates.used.iter().chain(&fates.aside))
}

/// How many items are left out on which ground, with those that the file leaves out already.
fn left_out(organisation: &Organisation<'_>, drawing: &Redaction) -> BTreeMap<WithheldBecause, u32> {
    let mut left_out = left_out_before(organisation);
    for ground in fates(&drawing.fates).flatten().chain(&drawing.within) {
        *left_out.entry(ground.clone()).or_default() += 1;
    }
    left_out
}

/// The receivers a file has: the public, each party, each department or company, and the municipality's own.
pub fn receivers(organisation: &Organisation<'_>) -> Vec<Receiver> {
    let of = |wanted: fn(UnitKind) -> bool, receiver: fn(String) -> Receiver| {
        let units = organisation.units.iter().filter(move |unit| wanted(unit.kind));
        units.map(move |unit| receiver(unit.id.to_string()))
    };
    let is_department = |kind| matches!(kind, UnitKind::Department | UnitKind::Company);
    let mut all = vec![Receiver::Public];
    all.extend(of(|kind| kind == UnitKind::Party, Receiver::Party));
    all.extend(of(is_department, Receiver::Department));
    all.push(Receiver::Internal);
    all
}

/// How many items a file leaves out already and why, where it is an extract itself.
pub fn left_out_before(organisation: &Organisation<'_>) -> BTreeMap<WithheldBecause, u32> {
    let made = organisation.extract.as_ref().and_then(|made| read_whole::<Made<'_>>(&made.0));
    let counts = made.map(|made| made.left_out.0).unwrap_or_default();
    counts.into_iter().filter_map(|(word, count)| Some((WithheldBecause::from_word(&word)?, count))).collect()
}

impl<'s, 'a: 's> Redactor<'s, 'a> {
    /// What the extract says of itself.
    fn made(&self, made: Date, left_out: &BTreeMap<WithheldBecause, u32>, round: Option<&str>) -> Made<'static> {
        let round = self.organisation.rounds.iter().find(|known| round == Some(&*known.id));
        let round = round.and_then(|round| self.round(round).ok());
        let is_told = self.receiver.unit().is_none_or(|unit| self.may_name(ListName::Units, unit));
        let receiver = if is_told { self.receiver.to_string() } else { self.receiver.word().to_owned() };
        Made {
            receiver: receiver.into(),
            date: made,
            version: env!("CARGO_PKG_VERSION").into(),
            rules: RULES,
            left_out: ByKey(left_out.iter().map(|(ground, count)| (ground.word(), *count)).collect()),
            answer_by: round.as_ref().map(|round| round.due),
            answer_to: round.as_ref().and_then(|round| Some(round.answer_to.as_ref()?.to_string().into())),
            round: round.map(|round| round.id.to_string().into()),
            origin: Origin::default(),
            unknown: Unknown::default(),
        }
    }

    /// Lets the whole file through the sieve. It is taken apart by name: a list the format gains does not compile until
    /// it is said here what becomes of its items.
    fn draw(&self) -> Organisation<'a> {
        let Organisation {
            schema,
            format,
            name,
            notice,
            as_of,
            packs,
            extract: _,
            units,
            people,
            roles,
            assignments,
            rules,
            trainings,
            completions,
            documents,
            activities,
            questions,
            scales,
            matrices,
            risks,
            measures,
            functions,
            dependencies,
            editions,
            profiles,
            exceptions,
            rounds,
            history: _,
            unknown,
        } = self.organisation;
        let mut drawn = Organisation {
            schema: schema.clone(),
            format: *format,
            name: name.clone(),
            notice: notice.clone(),
            as_of: *as_of,
            packs: packs.clone(),
            extract: None,
            units: self.list(ListName::Units, units, Self::unit),
            roles: self.list(ListName::Roles, roles, Self::role),
            assignments: self.list(ListName::Assignments, assignments, Self::assignment),
            rules: self.list(ListName::Rules, rules, Self::rule),
            trainings: self.list(ListName::Trainings, trainings, Self::training),
            completions: self.list(ListName::Completions, completions, Self::completion),
            documents: self.list(ListName::Documents, documents, Self::document),
            activities: self.list(ListName::Activities, activities, Self::activity),
            questions: self.list(ListName::Questions, questions, Self::question),
            scales: self.list(ListName::Scales, scales, |sieve, item| Ok(sieve.scale(item))),
            matrices: self.list(ListName::Matrices, matrices, |sieve, item| Ok(sieve.matrix(item))),
            risks: self.list(ListName::Risks, risks, Self::risk),
            measures: self.list(ListName::Measures, measures, Self::measure),
            functions: self.list(ListName::Functions, functions, Self::function),
            dependencies: self.list(ListName::Dependencies, dependencies, Self::dependency),
            editions: self.list(ListName::Editions, editions, Self::edition),
            profiles: self.list(ListName::Profiles, profiles, Self::profile),
            exceptions: self.list(ListName::Exceptions, exceptions, Self::exception),
            rounds: self.list(ListName::Rounds, rounds, Self::round),
            // It tells of everything that has ever been in the file, and is nobody's but the file's own.
            history: List::default(),
            // Last, for by now it is known whom the others mention.
            people: self.list(ListName::People, people, Self::person),
            unknown: unknown.iter().filter(|(key, raw)| self.leaves_unknown(key, raw)).cloned().collect(),
        };
        let unread = unknown.len() - drawn.unknown.len();
        self.drawing.borrow_mut().within.extend(std::iter::repeat_n(WithheldBecause::Unread, unread));
        // A file without rules gets the built-in ones; one that had its own keeps to having none.
        let has_rules = |list: &List<'_, _>| !(list.is_empty() && list.set_aside.is_empty());
        if drawn.packs.is_none() && has_rules(rules) && !has_rules(&drawn.rules) {
            drawn.packs = Some(Vec::new());
        }
        crate::organisation::sort::by_key(&mut self.drawing.borrow_mut().fates, |fates| fates.list);
        drawn
    }

    /// A top-level field that the format does not know. What stands where rounds do is nobody's but the file's own, and so
    /// is the history of its savings.
    fn leaves_unknown(&self, key: &str, raw: &str) -> bool {
        let left_out = |id: &str| self.is_left_out(id);
        !matches!(key, "rounds" | "history")
            && *self.receiver == Receiver::Internal
            && !left_out(key)
            && raw::may_leave(raw, &left_out)
    }

    fn list<T: Item + Value<'a>>(
        &self,
        name: ListName,
        list: &List<'a, T>,
        pass: impl Fn(&Self, &T) -> Redacted<T>,
    ) -> List<'a, T> {
        let mut fates = Outcomes { list: name, used: Vec::with_capacity(list.len()), aside: Vec::new() };
        let mut items = Vec::new();
        for item in list.iter() {
            self.mentions.borrow_mut().clear();
            let passed = pass(self, item);
            fates.used.push(passed.as_ref().err().cloned());
            if let Ok(item) = passed {
                self.tell_of_people(name, &item);
                items.push(item);
            }
        }
        let unread = (name == ListName::Rounds).then_some(WithheldBecause::Unread);
        fates.aside = list.set_aside.iter().map(|raw| self.aside(raw).or_else(|| unread.clone())).collect();
        let aside = list.set_aside.iter().zip(&fates.aside).filter(|(_, fate)| fate.is_none());
        let set_aside = aside.map(|(raw, _)| *raw).collect();
        self.drawing.borrow_mut().fates.push(fates);
        List { items, set_aside, start: None }
    }
}
