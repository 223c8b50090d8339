//! People, the roles they can hold, and the posts that say who holds what, where and when.

use super::record::{Unknown, record, words};
use super::refer::{People, Ref, Roles, Units};
use super::value::{Date, Id, Marking, Str, Text};

record! {
    /// A person who holds, or could hold, a post.
    pub struct Person<'a> {
        /// Unique among people.
        pub id: Id<'a>,
        /// The name of the person.
        pub name: Str<'a>,
        /// Id of the unit they work at.
        pub unit: Option<Ref<'a, Units>>,
        /// E-mail address; a function mailbox is preferred.
        pub email: Option<Str<'a>>,
        /// Telephone number at work.
        pub phone: Option<Str<'a>>,
        /// Who may see them in an extract.
        pub marking: Marking<'a>,
    }
}

/// Id of the role of those who belong to a group.
pub const MEMBER: &str = "member";

/// Ids of the roles that need no item.
pub const BUILT_IN_ROLES: [&str; 6] = [
    "head",
    "head_of_security",
    "crime_prevention_officer",
    "security_coordinator",
    "security_representative",
    "member",
];

/// Ids of the roles that need no item either, and that only some built-in packs of rules ask for.
pub const PACK_ROLES: [&str; 4] =
    ["safety_representative", "crime_prevention_coordinator", "crime_prevention_chair", "security_protection_chief"];

words! {
    /// Who may see how to reach a role's holders.
    pub enum Visibility {
        /// Everyone may, the public too.
        Open = "open",
        /// The municipality's own people.
        Internal = "internal",
    }
}

record! {
    /// A role that people hold. The built-in roles need no item; one with their id renames them.
    pub struct Role<'a> {
        /// Unique among roles.
        pub id: Id<'a>,
        /// The name of the role.
        pub name: Text<'a>,
        /// What the holder of the role does, a sentence each.
        pub duties: Vec<Text<'a>>,
        /// Who may see how to reach its holders.
        pub contact: Option<Visibility>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

impl Assignment<'_> {
    /// The assignment, borrowing nothing; fields that the format does not know are left out.
    pub fn into_owned(self) -> Assignment<'static> {
        let owned = |text: Str<'_>| Str::Owned(text.into_owned());
        Assignment {
            role: self.role.into_owned(),
            unit: self.unit.into_owned(),
            person: self.person.map(Ref::into_owned),
            from: self.from,
            until: self.until,
            appointed_by: self.appointed_by.map(Ref::into_owned),
            reports_to: self.reports_to.map(Ref::into_owned),
            substitute_for: self.substitute_for.map(Ref::into_owned),
            on_behalf_of: self.on_behalf_of.map(Ref::into_owned),
            marking: match self.marking {
                Marking::Secret(ground) => Marking::Secret(owned(ground)),
                Marking::Unmarked => Marking::Unmarked,
                Marking::Open => Marking::Open,
                Marking::Internal => Marking::Internal,
                Marking::Never => Marking::Never,
            },
            origin: self.origin,
            unknown: Unknown::default(),
        }
    }
}

record! {
    /// A post: a role at a unit, and who holds it. Without a person it is vacant.
    pub struct Assignment<'a> {
        /// Id of the role.
        pub role: Ref<'a, Roles>,
        /// Id of the unit.
        pub unit: Ref<'a, Units>,
        /// Id of the person who holds it; absent for a vacant post.
        pub person: Option<Ref<'a, People>>,
        /// First day, included; absent for "since before the file".
        pub from: Option<Date>,
        /// Last day, included; absent for "until further notice".
        pub until: Option<Date>,
        /// Id of the person who made the appointment.
        pub appointed_by: Option<Ref<'a, People>>,
        /// Id of the person the holder reports to in this post.
        pub reports_to: Option<Ref<'a, People>>,
        /// Id of the person this one stands in for; a substitute never counts as a holder.
        pub substitute_for: Option<Ref<'a, People>>,
        /// Id of the unit, often a party, that the holder represents in this post.
        pub on_behalf_of: Option<Ref<'a, Units>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}
