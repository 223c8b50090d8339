//! Units: the municipality, its departments, companies and workplaces, and who it works with.

use super::record::{record, words};
use super::refer::{Ref, Units};
use super::value::{Id, Marking, Str, Text};

/// The tag of a workplace where people are looked after at night.
pub const NIGHT_STAFFED: &str = "night_staffed";

words! {
    /// What kind of unit something is.
    pub enum UnitKind {
        /// The municipality itself (kommun).
        Municipality = "municipality",
        /// A department of it (förvaltning).
        Department = "department",
        /// A company it owns (bolag).
        Company = "company",
        /// A place where people work (arbetsplats/enhet).
        Workplace = "workplace",
        /// The unit that leads the security work (säkerhetsenhet).
        SecurityUnit = "security_unit",
        /// A group with members from several units, such as the risk management group.
        Group = "group",
        /// An external agency or organisation that takes part.
        Party = "party",
    }
}

record! {
    /// A part of the organisation, or an external party.
    pub struct Unit<'a> {
        /// Unique among units.
        pub id: Id<'a>,
        /// The name of the unit.
        pub name: Text<'a>,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// Id of the unit it belongs to.
        pub parent: Option<Ref<'a, Units>>,
        /// The part of the municipality where it lies.
        pub area: Option<Str<'a>>,
        /// The street address where the unit is.
        pub address: Option<Str<'a>>,
        /// People regularly employed there.
        pub employees: Option<u32>,
        /// Free words that rules can select by.
        pub tags: Vec<Str<'a>>,
        /// How anyone reaches the unit.
        pub contact: Option<Contact<'a>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

record! {
    /// Public ways to reach a unit; function mailboxes rather than personal ones.
    pub struct Contact<'a> {
        /// The public e-mail address of the unit.
        pub email: Option<Str<'a>>,
        /// The public telephone number of the unit.
        pub phone: Option<Str<'a>>,
        /// The web address of the unit.
        pub web: Option<Str<'a>>,
    }
}
