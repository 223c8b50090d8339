//! What becomes of the items that say who is who and what they do, field by field.
//!
//! Every item is taken apart by name, so that a field the format gains does not compile until it is said here who may
//! see it.

use super::ground::WithheldBecause;
use super::sieve::{Redacted, Redactor};
use crate::organisation::ListName;
use crate::organisation::person::{Assignment, Role};
use crate::organisation::record::Origin;
use crate::organisation::refer::{People, Ref, Units};
use crate::organisation::round::{AskedUnit, Round};
use crate::organisation::unit::{Contact, Unit};
use crate::organisation::value::Text;
use crate::organisation::work::{Activity, Completion, Document, Exception, Question, Training};

/// The fewest people employed at a unit that others are told: fewer could be told by name.
pub const FEWEST_EMPLOYEES: u32 = 5;

/// What concerns another part of the municipality stays.
pub(super) fn near(is_near: bool) -> Redacted<()> {
    if is_near { Ok(()) } else { Err(WithheldBecause::Elsewhere) }
}

impl<'s, 'a: 's> Redactor<'s, 'a> {
    pub(super) fn unit(&self, item: &Unit<'a>) -> Redacted<Unit<'a>> {
        let Unit { id, name, kind, parent, area, address, employees, tags, contact, marking, origin: _, unknown } =
            item;
        self.marked(marking)?;
        near(self.is_near(id))?;
        Ok(Unit {
            id: id.clone(),
            name: name.clone(),
            kind: *kind,
            parent: parent.as_ref().and_then(|parent| self.parent(id, parent)),
            area: area.clone(),
            address: address.clone(),
            employees: employees.filter(|count| self.is_own() || *count == 0 || *count >= FEWEST_EMPLOYEES),
            tags: tags.clone(),
            contact: contact.as_ref().map(|contact| self.contact(contact)),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// The unit that one belongs to; where that stays, the nearest above it that leaves.
    fn parent(&self, unit: &str, parent: &Ref<'a, Units>) -> Option<Ref<'a, Units>> {
        if let Some(parent) = self.refer(ListName::Units, parent) {
            return Some(parent);
        }
        let above =
            |unit: &u32| self.index.parents.get(*unit as usize).copied().filter(|unit| self.index.is_known(*unit));
        let mut ancestors = std::iter::successors(self.index.unit(unit), above).skip(1);
        let leaves = |unit: &u32| self.may_name(ListName::Units, self.index.unit_id(*unit));
        ancestors.find(leaves).map(|unit| self.index.unit_id(unit).to_owned().into())
    }

    fn contact(&self, contact: &Contact<'a>) -> Contact<'a> {
        let Contact { email, phone, web, origin: _, unknown } = contact;
        Contact {
            email: email.clone(),
            phone: phone.clone(),
            web: web.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    pub(super) fn role(&self, item: &Role<'a>) -> Redacted<Role<'a>> {
        let Role { id, name, duties, contact, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        Ok(Role {
            id: id.clone(),
            name: name.clone(),
            duties: duties.clone(),
            contact: *contact,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// A post whose holder stays would be told as vacant, and a substitute without the one they stand in for as a
    /// holder; neither is true.
    pub(super) fn assignment(&self, item: &Assignment<'a>) -> Redacted<Assignment<'a>> {
        let Assignment {
            role,
            unit,
            person,
            from,
            until,
            appointed_by,
            reports_to,
            substitute_for,
            on_behalf_of,
            marking,
            origin: _,
            unknown,
        } = item;
        self.marked(marking)?;
        near(self.is_near(unit))?;
        let someone = |id: &Option<Ref<'a, People>>| id.as_ref().and_then(|id| self.person_of(id));
        let same = |id: &Option<Ref<'a, People>>| match id {
            Some(id) => self.person_of(id).map(Some).ok_or(WithheldBecause::Reference),
            None => Ok(None),
        };
        Ok(Assignment {
            role: self.role_of(role).ok_or(WithheldBecause::Reference)?,
            unit: self.refer(ListName::Units, unit).ok_or(WithheldBecause::Reference)?,
            person: same(person)?,
            from: *from,
            until: *until,
            appointed_by: someone(appointed_by),
            reports_to: someone(reports_to),
            substitute_for: same(substitute_for)?,
            on_behalf_of: on_behalf_of.as_ref().and_then(|unit| self.refer(ListName::Units, unit)),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    pub(super) fn training(&self, item: &Training<'a>) -> Redacted<Training<'a>> {
        let Training { id, name, roles, renewed_after, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        Ok(Training {
            id: id.clone(),
            name: name.clone(),
            roles: roles.iter().filter_map(|role| self.role_of(role)).collect(),
            renewed_after: *renewed_after,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    pub(super) fn completion(&self, item: &Completion<'a>) -> Redacted<Completion<'a>> {
        let Completion { training, person, date, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        Ok(Completion {
            training: self.refer(ListName::Trainings, training).ok_or(WithheldBecause::Reference)?,
            person: self.person_of(person).ok_or(WithheldBecause::Reference)?,
            date: *date,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    pub(super) fn document(&self, item: &Document<'a>) -> Redacted<Document<'a>> {
        let Document { id, title, kind, owner, adopted, review_by, link, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        near(self.owner_is_near(owner.as_ref()))?;
        Ok(Document {
            id: id.clone(),
            title: title.clone(),
            kind: *kind,
            owner: owner.as_ref().and_then(|owner| self.owner(owner)),
            adopted: *adopted,
            review_by: *review_by,
            link: link.clone(),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    pub(super) fn activity(&self, item: &Activity<'a>) -> Redacted<Activity<'a>> {
        let Activity { kind, date, unit, role, who, note, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        near(unit.as_ref().is_none_or(|unit| self.is_near(unit)))?;
        Ok(Activity {
            kind: *kind,
            date: *date,
            unit: unit.as_ref().and_then(|unit| self.refer(ListName::Units, unit)),
            role: role.as_ref().and_then(|role| self.role_of(role)),
            who: self.people_of(who),
            note: self.own(note),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    pub(super) fn question(&self, item: &Question<'a>) -> Redacted<Question<'a>> {
        let Question { id, about, by, raised, status, event, phase, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        Ok(Question {
            id: id.clone(),
            about: about.clone(),
            by: by.as_ref().and_then(|by| self.person_of(by)),
            raised: *raised,
            status: *status,
            event: event.clone(),
            phase: *phase,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// Of a round, whoever is asked gets what is about them; who else is asked, and how far that has come, stays.
    pub(super) fn round(&self, item: &Round<'a>) -> Redacted<Round<'a>> {
        let Round { id, name, due, message, answer_to, receivers, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        let is_receiver = |asked: &&AskedUnit<'_>| self.receiver.unit().is_some_and(|unit| asked.unit == *unit);
        near(receivers.iter().any(|asked| is_receiver(&asked)))?;
        let receivers: Vec<_> = receivers.iter().filter(is_receiver).filter_map(|asked| self.asked(asked)).collect();
        if receivers.is_empty() {
            return Err(WithheldBecause::Reference);
        }
        Ok(Round {
            id: id.clone(),
            name: name.clone(),
            due: *due,
            message: message.clone(),
            answer_to: answer_to.clone(),
            receivers,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    fn asked(&self, asked: &AskedUnit<'a>) -> Option<AskedUnit<'a>> {
        let AskedUnit { unit, sent, answered, brought_in, refused, origin: _, unknown } = asked;
        Some(AskedUnit {
            unit: self.refer(ListName::Units, unit)?,
            sent: *sent,
            answered: *answered,
            brought_in: *brought_in,
            refused: *refused,
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// The reason of an exception is a motive, and must be there: others are told that they are not told it.
    pub(super) fn exception(&self, item: &Exception<'a>) -> Redacted<Exception<'a>> {
        let Exception { finding, reason, who, until, was, since, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        let withheld = || Text::Languages {
            sv: Some("Skälet lämnas inte ut.".into()),
            en: Some("The reason is not given out.".into()),
        };
        Ok(Exception {
            finding: self.finding(finding).ok_or(WithheldBecause::Reference)?,
            reason: if self.is_own() { reason.clone() } else { withheld() },
            who: who.as_ref().and_then(|who| self.person_of(who)),
            until: *until,
            was: *was,
            since: *since,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }
}
