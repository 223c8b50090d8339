//! What becomes of rules, and of the ids of findings, which are made of a rule's and its subject's.

use super::people::CalledAs;
use super::{Redacted, Redactor};
use crate::coverage::in_force;
use crate::disclosure::ground::WithheldBecause;
use crate::organisation::ListName;
use crate::organisation::record::Origin;
use crate::organisation::refer::{Ref, Roles, Units};
use crate::organisation::rule::{
    AppointedBy, Done, Exists, Holders, Inventoried, Load, MeasuresOnTime, Members, ReportsTo, Represented, Reviewed,
    Rule, Scope, Shape, Substitute, Trained,
};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Id;
use crate::organisation::work::ActivityKind;

/// The rule of a finding, and what its subject is made of.
#[derive(Debug)]
pub(in crate::disclosure) struct Subjects {
    rule: String,
    parts: (IdPart, Option<IdPart>),
}

/// What a part of a finding's id names.
#[derive(Debug, Clone, Copy)]
enum IdPart {
    Kind,
    Unit,
    Person,
    Document,
    Activity,
    Measure,
}

/// What the subject of a finding is made of.
fn parts(shape: &Shape<'_>) -> (IdPart, Option<IdPart>) {
    match shape {
        Shape::Exists(_) => (IdPart::Kind, None),
        Shape::Holders(_) | Shape::Substitute(_) | Shape::Inventoried(_) => (IdPart::Unit, None),
        Shape::ReportsTo(_) | Shape::AppointedBy(_) | Shape::Members(_) | Shape::Trained(_) => {
            (IdPart::Unit, Some(IdPart::Person))
        }
        Shape::Represented(_) => (IdPart::Unit, Some(IdPart::Unit)),
        Shape::Reviewed(_) => (IdPart::Document, None),
        Shape::Done(_) => (IdPart::Unit, Some(IdPart::Activity)),
        Shape::Load(_) => (IdPart::Person, None),
        Shape::MeasuresOnTime(_) => (IdPart::Measure, None),
    }
}

impl<'s, 'a: 's> Redactor<'s, 'a> {
    /// A rule has no marking. It stays where it is about something that stays: without it, it would say something else.
    pub(in crate::disclosure) fn rule(&self, item: &Rule<'a>) -> Redacted<Rule<'a>> {
        let Rule { id, text, source, severity, shape, origin: _, unknown } = item;
        Ok(Rule {
            id: id.clone(),
            text: text.clone(),
            source: source.clone(),
            severity: *severity,
            shape: self.shape(shape)?,
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    fn shape(&self, shape: &Shape<'a>) -> Redacted<Shape<'a>> {
        let (origin, unknown) = (Origin::default(), self.unknown(shape.fields().unknown()));
        Ok(match shape {
            Shape::Exists(Exists { kind, origin: _, unknown: _ }) => {
                Shape::Exists(Exists { kind: *kind, origin, unknown })
            }
            Shape::Holders(Holders { of, scope, at_least, at_most, origin: _, unknown: _ }) => {
                let (of, scope) = (self.one_role(of)?, self.scope(scope.as_ref())?);
                Shape::Holders(Holders { of, scope, at_least: *at_least, at_most: *at_most, origin, unknown })
            }
            Shape::ReportsTo(ReportsTo { who, to, origin: _, unknown: _ }) => {
                Shape::ReportsTo(ReportsTo { who: self.one_role(who)?, to: self.one_role(to)?, origin, unknown })
            }
            Shape::AppointedBy(AppointedBy { who, by, origin: _, unknown: _ }) => {
                Shape::AppointedBy(AppointedBy { who: self.one_role(who)?, by: self.one_role(by)?, origin, unknown })
            }
            Shape::Members(Members { group, every, origin: _, unknown: _ }) => Shape::Members(Members {
                group: self.one_unit(group.as_ref())?,
                every: self.some_roles(every)?,
                origin,
                unknown,
            }),
            Shape::Represented(Represented { group, parties, origin: _, unknown: _ }) => {
                let parties = match parties {
                    Some(parties) => Some(some(parties, self.refer_all(ListName::Units, parties))?),
                    None => None,
                };
                Shape::Represented(Represented { group: self.one_unit(group.as_ref())?, parties, origin, unknown })
            }
            Shape::Trained(Trained { training, who, origin: _, unknown: _ }) => {
                let training = self.refer(ListName::Trainings, training).ok_or(WithheldBecause::Reference)?;
                Shape::Trained(Trained { training, who: self.some_roles(who)?, origin, unknown })
            }
            Shape::Reviewed(Reviewed { kinds, origin: _, unknown: _ }) => {
                Shape::Reviewed(Reviewed { kinds: kinds.clone(), origin, unknown })
            }
            Shape::Done(Done { kinds, scope, every_months, origin: _, unknown: _ }) => {
                let scope = self.scope(scope.as_ref())?;
                Shape::Done(Done { kinds: kinds.clone(), scope, every_months: *every_months, origin, unknown })
            }
            Shape::Substitute(Substitute { of, scope, origin: _, unknown: _ }) => {
                let (of, scope) = (self.one_role(of)?, self.scope(scope.as_ref())?);
                Shape::Substitute(Substitute { of, scope, origin, unknown })
            }
            Shape::Load(Load { of, at_most, origin: _, unknown: _ }) => {
                Shape::Load(Load { of: self.one_role(of)?, at_most: *at_most, origin, unknown })
            }
            Shape::Inventoried(Inventoried { scope, every_months, origin: _, unknown: _ }) => {
                let scope = self.scope(scope.as_ref())?;
                Shape::Inventoried(Inventoried { scope, every_months: *every_months, origin, unknown })
            }
            Shape::MeasuresOnTime(MeasuresOnTime { statuses, origin: _, unknown: _ }) => {
                Shape::MeasuresOnTime(MeasuresOnTime { statuses: statuses.clone(), origin, unknown })
            }
        })
    }

    /// Which units a rule is about; nothing where it names one that stays.
    fn scope(&self, scope: Option<&Scope<'a>>) -> Redacted<Option<Scope<'a>>> {
        let Some(Scope { kind, tags, min_employees, under, origin: _, unknown }) = scope else { return Ok(None) };
        Ok(Some(Scope {
            kind: *kind,
            tags: tags.clone(),
            min_employees: *min_employees,
            under: self.one_unit(under.as_ref())?,
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }))
    }

    fn one_unit(&self, unit: Option<&Ref<'a, Units>>) -> Redacted<Option<Ref<'a, Units>>> {
        match unit {
            Some(unit) => self.refer(ListName::Units, unit).map(Some).ok_or(WithheldBecause::Reference),
            None => Ok(None),
        }
    }

    fn one_role(&self, role: &Ref<'a, Roles>) -> Redacted<Ref<'a, Roles>> {
        self.role_of(role).ok_or(WithheldBecause::Reference)
    }

    fn some_roles(&self, roles: &[Ref<'a, Roles>]) -> Redacted<Vec<Ref<'a, Roles>>> {
        some(roles, roles.iter().filter_map(|role| self.role_of(role)).collect())
    }

    /// A finding's id, where its rule and its subject leave.
    pub(in crate::disclosure) fn finding(&self, id: &Id<'a>) -> Option<Id<'a>> {
        let left_out = |id: &str| self.is_left_out(id);
        let is_internal = *self.receiver == crate::disclosure::Receiver::Internal;
        if is_internal {
            // Also one of a rule that is no longer there.
            return (!left_out(id) && !id.split(':').any(left_out)).then(|| id.clone());
        }
        self.subjects.get_or_init(|| self.subjects()).iter().find_map(|Subjects { rule, parts }| {
            let subject = id.strip_prefix(&**rule)?.strip_prefix(':')?;
            let subject = match *parts {
                (part, None) => self.part(part, subject)?,
                (first, Some(second)) => subject.match_indices(':').find_map(|(colon, _)| {
                    let first = self.part(first, &subject[..colon])?;
                    Some(format!("{first}:{}", self.part(second, &subject[colon + 1..])?))
                })?,
            };
            Some(Id(format!("{rule}:{subject}").into()))
        })
    }

    /// The rules in force that leave.
    fn subjects(&self) -> Vec<Subjects> {
        let leaves =
            |rule: &Rule<'_>| !self.is_known(ListName::Rules, &rule.id) || self.may_name(ListName::Rules, &rule.id);
        let rules = in_force(self.organisation).into_iter().filter(leaves);
        rules.map(|rule| Subjects { parts: parts(&rule.shape), rule: rule.id.to_string() }).collect()
    }

    /// Part of a finding's id, where what it names leaves.
    fn part(&self, part: IdPart, text: &str) -> Option<String> {
        let leaves = match part {
            IdPart::Kind => UnitKind::from_word(text).is_some(),
            IdPart::Activity => ActivityKind::from_word(text).is_some(),
            IdPart::Unit => self.may_name(ListName::Units, text),
            IdPart::Document => self.may_name(ListName::Documents, text),
            IdPart::Measure => self.may_name(ListName::Measures, text),
            IdPart::Person => match self.called(text)? {
                CalledAs::Themselves => true,
                CalledAs::As(name) => return Some(name),
            },
        };
        leaves.then(|| text.to_owned())
    }
}

/// What is left of a list; not where all of it stays, for an empty one means something else.
fn some<T>(before: &[T], after: Vec<T>) -> Redacted<Vec<T>> {
    if before.is_empty() || !after.is_empty() { Ok(after) } else { Err(WithheldBecause::Reference) }
}
