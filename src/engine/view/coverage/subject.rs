//! What findings are about, by name.

use serde::{Deserialize, Serialize};

use crate::coverage::Subject;
use crate::engine::look::ViewContext;
use crate::engine::view::unit::{PersonView, UnitRef};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Label;
use crate::organisation::work::ActivityKind;

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SubjectView {
    /// That there is a unit of a kind.
    Kind(UnitKind),
    /// A unit.
    Unit(UnitRef),
    /// A person in a unit.
    Holder {
        /// The unit.
        unit: UnitRef,
        /// The person.
        person: PersonView,
    },
    /// A person who should be in a group.
    Member {
        /// The group.
        group: UnitRef,
        /// The person.
        person: PersonView,
    },
    /// A party that should be in a group.
    Party {
        /// The group.
        group: UnitRef,
        /// The party.
        party: UnitRef,
    },
    /// A document.
    Document {
        /// The id of the document.
        id: String,
        /// The title of the document.
        title: Label,
    },
    /// A kind of activity for a unit.
    Activity {
        /// The unit.
        unit: UnitRef,
        /// The kind.
        kind: ActivityKind,
    },
    /// A person.
    Person(PersonView),
    /// A measure.
    Measure {
        /// The id of the measure.
        id: String,
        /// The title of the measure.
        title: Label,
    },
}

impl SubjectView {
    pub(in crate::engine) fn new(look: ViewContext<'_>, subject: Subject) -> Self {
        let unit = |unit| UnitRef::new(look, unit);
        let person = |person| PersonView::new(look, person).unwrap_or_default();
        match subject {
            Subject::Kind(kind) => Self::Kind(kind),
            Subject::Unit(at) => Self::Unit(unit(at)),
            Subject::Holder { unit: at, person: who } => Self::Holder { unit: unit(at), person: person(who) },
            Subject::Member { group, person: who } => Self::Member { group: unit(group), person: person(who) },
            Subject::Party { group, party } => Self::Party { group: unit(group), party: unit(party) },
            Subject::Document(document) => {
                let item = &look.organisation.documents[document as usize];
                Self::Document { id: item.id.to_string(), title: item.title.label() }
            }
            Subject::Activity { unit: at, kind } => Self::Activity { unit: unit(at), kind },
            Subject::Person(who) => Self::Person(person(who)),
            Subject::Measure(measure) => {
                let item = &look.organisation.measures[measure as usize];
                Self::Measure { id: item.id.to_string(), title: item.title.label() }
            }
        }
    }
}
