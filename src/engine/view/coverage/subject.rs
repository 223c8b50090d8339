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
    /// The existence of a unit of this kind.
    Kind(UnitKind),
    /// A unit of the organisation.
    Unit(UnitRef),
    /// A person in a unit.
    Holder {
        /// The unit where the person holds the post.
        unit: UnitRef,
        /// The person, with how to reach them.
        person: PersonView,
    },
    /// A person who should be in a group.
    Member {
        /// The group that the person should be in.
        group: UnitRef,
        /// The person, with how to reach them.
        person: PersonView,
    },
    /// A party that should be in a group.
    Party {
        /// The group where the party should be represented.
        group: UnitRef,
        /// The party, by the unit it is.
        party: UnitRef,
    },
    /// A document that a rule asks about.
    Document {
        /// The id of the document.
        id: String,
        /// The title of the document.
        title: Label,
    },
    /// A kind of activity for a unit.
    Activity {
        /// The unit that the activity is for.
        unit: UnitRef,
        /// The kind of activity that is asked for.
        kind: ActivityKind,
    },
    /// A person, with how to reach them.
    Person(PersonView),
    /// A measure that a rule asks about.
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
