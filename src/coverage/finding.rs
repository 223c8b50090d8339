//! A finding: one subject of one rule that is not simply met.

use super::{Cause, State};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::organisation::work::ActivityKind;
use crate::organisation::{Index, Organisation};

/// What a rule must hold for. Units and people are numbers of the index, documents and measures indices of
/// their lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A kind of unit, as such.
    Kind(UnitKind),
    /// The unit of this number.
    Unit(u32),
    /// A person in a post at a unit.
    Holder {
        /// Number of the unit where the post is.
        unit: u32,
        /// Number of the person who holds the post.
        person: u32,
    },
    /// A person who should belong to a group.
    Member {
        /// Number of the group's unit.
        group: u32,
        /// Number of the person who should belong to the group.
        person: u32,
    },
    /// A party that should be represented in a group.
    Party {
        /// Number of the group's unit.
        group: u32,
        /// Number of the party's unit.
        party: u32,
    },
    /// The document at this index of its list.
    Document(u32),
    /// A kind of activity at a unit.
    Activity {
        /// Number of the unit that the activity is for.
        unit: u32,
        /// The kind of activity that is asked for.
        kind: ActivityKind,
    },
    /// A person, wherever they are.
    Person(u32),
    /// The measure at this index of its list.
    Measure(u32),
}

impl Subject {
    /// The subject's part of a finding's id.
    pub fn id(self, organisation: &Organisation<'_>, index: &Index) -> String {
        let mut id = String::new();
        self.write_id(organisation, index, &mut id);
        id
    }

    /// Writes the subject's part of a finding's id after what is in `out`.
    pub(super) fn write_id(self, organisation: &Organisation<'_>, index: &Index, out: &mut String) {
        let (first, second) = self.names(organisation, index);
        out.push_str(first);
        if let Some(second) = second {
            out.push(':');
            out.push_str(second);
        }
    }

    /// The one or two names that make the subject's part of a finding's id.
    pub(super) fn names<'n>(self, organisation: &'n Organisation<'_>, index: &'n Index) -> (&'n str, Option<&'n str>) {
        let unit = |unit| index.unit_id(unit);
        let person = |person: u32| &*organisation.people[person as usize].id;
        match self {
            Self::Kind(kind) => (kind.word(), None),
            Self::Unit(at) => (unit(at), None),
            Self::Holder { unit: at, person: who } | Self::Member { group: at, person: who } => {
                (unit(at), Some(person(who)))
            }
            Self::Party { group, party } => (unit(group), Some(unit(party))),
            Self::Document(document) => (&organisation.documents[document as usize].id, None),
            Self::Activity { unit: at, kind } => (unit(at), Some(kind.word())),
            Self::Person(who) => (person(who), None),
            Self::Measure(measure) => (&organisation.measures[measure as usize].id, None),
        }
    }

    /// The unit it is about: for members and parties the group.
    pub fn unit(self) -> Option<u32> {
        match self {
            Self::Unit(unit) | Self::Holder { unit, .. } | Self::Activity { unit, .. } => Some(unit),
            Self::Member { group, .. } | Self::Party { group, .. } => Some(group),
            Self::Kind(_) | Self::Document(_) | Self::Person(_) | Self::Measure(_) => None,
        }
    }

    /// The person it is about.
    pub fn person(self) -> Option<u32> {
        match self {
            Self::Holder { person, .. } | Self::Member { person, .. } | Self::Person(person) => Some(person),
            _ => None,
        }
    }
}

/// The acceptance of a fault for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// How the subject would stand otherwise.
    pub was: State,
    /// Index among the file's exceptions.
    pub exception: u32,
}

/// One subject of one rule that is not simply met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Index of the rule in [`super::Coverage::rules`].
    pub rule: u32,
    /// What the rule does not simply hold for.
    pub subject: Subject,
    /// How the finding stands; never [`State::Met`].
    pub state: State,
    /// The first day it stood so, where the file tells.
    pub since: Option<Date>,
    /// When expiring, the last day on which it is met.
    pub until: Option<Date>,
    /// Why: of the day judged or, when expiring, of the day after `until`.
    pub because: Cause,
    /// Where the state is [`State::Accepted`], what is accepted and by what.
    pub accepted: Option<Accepted>,
}
