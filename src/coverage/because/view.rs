//! A reason taken out of the file: it stands on its own, with ids and names as text.

use serde::{Deserialize, Serialize};

use super::Because;
use super::reason::Reason;
use super::seen::{Named, Names};
use crate::coverage::members::MEMBER;
use crate::coverage::{Coverage, Finding, State};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, Label, day};
use crate::organisation::{Index, Organisation};

/// Why a subject is not simply met, with what was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The day it speaks of: the one judged or, of what is still to come, the first on which it is not met.
    #[serde(with = "day")]
    pub day: Date,
    /// Why.
    pub reason: Reason,
    /// Where the file accepts it for now, how.
    pub accepted: Option<AcceptedView>,
}

/// A fault accepted for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedView {
    /// What it would be otherwise.
    pub was: State,
    /// Why it is accepted.
    pub reason: Label,
    /// Who accepted it.
    pub who: Option<Named>,
    /// The last day on which it is accepted, included; none for "until further notice".
    #[serde(with = "day::option")]
    pub until: Option<Date>,
}

impl View {
    /// The reason of a finding, taken out of the file it was found in.
    pub fn new(finding: &Finding, coverage: &Coverage<'_>, organisation: &Organisation<'_>, index: &Index) -> Self {
        let names = Names { organisation, index };
        let comes = finding.since.filter(|since| *since > coverage.on);
        let day = finding.until.and_then(|until| until.succ_opt()).or(comes).unwrap_or(coverage.on);
        let reason = reason(finding, &coverage.rule(finding).shape, day, names);
        let accepted = finding.accepted.map(|accepted| {
            let exception = &organisation.exceptions[accepted.exception as usize];
            AcceptedView {
                was: accepted.was,
                reason: exception.reason.label(),
                who: exception.who.as_ref().map(|who| names.person_of(Some(&**who))),
                until: exception.until,
            }
        });
        Self { day, reason, accepted }
    }
}

/// Puts together what the rule asks for, who it is about and what was found.
fn reason(finding: &Finding, shape: &Shape<'_>, day: Date, names: Names<'_, '_>) -> Reason {
    let unit = finding.subject.unit().unwrap_or_default();
    let of = || asked_role(shape);
    let role = || names.role(of());
    let posts = || names.posts_of(of(), unit, day);
    let expected = |day| names.holders(of(), unit, day);
    let assignment = |assignment: u32| &names.organisation.assignments[assignment as usize];
    let training = || names.training(if let Shape::Trained(shape) = shape { &shape.training } else { "" });
    let every_months = match shape {
        Shape::Done(shape) => shape.every_months,
        Shape::Inventoried(shape) => shape.every_months,
        _ => 0,
    };
    match finding.because {
        Because::NoUnit { kind } => Reason::NoUnit { unit_kind: kind },
        Because::TooFew { holders, at_least } => Reason::TooFew { role: role(), holders, at_least, posts: posts() },
        Because::TooMany { holders, at_most } => Reason::TooMany { role: role(), holders, at_most, posts: posts() },
        Because::DoesNotSay => match shape {
            Shape::AppointedBy(_) => Reason::NoAppointedBy { by: role() },
            _ => Reason::NoReportsTo { to: role(), expected: expected(day) },
        },
        Because::NobodyHolds => Reason::NobodyHolds { role: role(), posts: posts() },
        Because::NobodyHeld { day } => {
            Reason::NobodyHeld { role: role(), appointed: day, posts: names.posts_of(of(), unit, day) }
        }
        Because::ReportsToOther { assignment: number } => Reason::ReportsToOther {
            names: names.person_of(assignment(number).reports_to.as_deref()),
            to: role(),
            expected: expected(day),
        },
        Because::AppointedByOther { assignment: number } => {
            let appointed = assignment(number).from.unwrap_or(day);
            Reason::AppointedByOther {
                names: names.person_of(assignment(number).appointed_by.as_deref()),
                by: role(),
                appointed,
                expected: expected(appointed),
            }
        }
        Because::NotAMember { assignment } => not_a_member(finding, assignment, day, names),
        Because::NotRepresented { party } => not_represented(unit, party, day, names),
        Because::NoTraining => Reason::NoTraining { training: training() },
        Because::NeverTrained => Reason::NeverTrained { training: training() },
        Because::TrainingLapsed { taken } => {
            let training = training();
            let item = names.organisation.trainings.iter().find(|item| *item.id == *training.id);
            let renewed_after = item.and_then(|item| item.renewed_after).unwrap_or_default();
            Reason::TrainingLapsed { training, taken, renewed_after }
        }
        Because::NoReviewDate => Reason::NoReviewDate,
        Because::ReviewOverdue { review_by } => Reason::ReviewOverdue { review_by },
        Because::NoDueDay => Reason::NoDueDay,
        Because::MeasureOverdue { due } => Reason::MeasureOverdue { due },
        Because::NeverDone => Reason::NeverDone { every_months },
        Because::LastDone { date } => Reason::LastDone { date, every_months },
        Because::NoSubstitute => Reason::NoSubstitute { role: role(), posts: posts() },
        Because::TooManyPosts { at_most, .. } => {
            let (number, person) = (names.index.roles.find(of()), finding.subject.person());
            let own = names.index.posts.iter().filter(|post| Some(post.role) == number && Some(post.person) == person);
            Reason::TooManyPosts { role: role(), at_most, posts: names.posts(own.filter(|post| post.held(day)), day) }
        }
        Because::NoRisks => Reason::NoRisks,
        Because::RiskNotReviewed { risk } => Reason::RiskNotReviewed { risk: names.risk(risk) },
        Because::RiskOverdue { risk, reviewed } => {
            Reason::RiskOverdue { risk: names.risk(risk), reviewed, every_months }
        }
    }
}

/// The role that a rule wants held at the subject's unit.
fn asked_role<'s>(shape: &'s Shape<'_>) -> &'s str {
    match shape {
        Shape::Holders(shape) => &shape.of,
        Shape::ReportsTo(shape) => &shape.to,
        Shape::AppointedBy(shape) => &shape.by,
        Shape::Substitute(shape) => &shape.of,
        Shape::Load(shape) => &shape.of,
        _ => "",
    }
}

fn not_a_member(finding: &Finding, assignment: u32, day: Date, names: Names<'_, '_>) -> Reason {
    let (group, person) = (finding.subject.unit().unwrap_or_default(), finding.subject.person());
    let at = names.index.unit(&names.organisation.assignments[assignment as usize].unit);
    let asking = names.index.posts_at(at.unwrap_or(NONE)).iter().filter(|post| post.assignment == assignment);
    let memberships = memberships(group, names).filter(|post| Some(post.person) == person);
    Reason::NotAMember {
        group: names.unit(group),
        held: names.posts(asking, day),
        memberships: names.posts(memberships, day),
    }
}

fn not_represented(group: u32, party: u32, day: Date, names: Names<'_, '_>) -> Reason {
    let memberships = memberships(group, names).filter(|post| post.on_behalf_of == party);
    Reason::NotRepresented {
        group: names.unit(group),
        party: names.unit(party),
        memberships: names.posts(memberships, day),
    }
}

/// The memberships of a group, of all times.
fn memberships<'n>(group: u32, names: Names<'n, '_>) -> impl Iterator<Item = &'n Post> {
    let member = names.index.roles.find(MEMBER);
    names.index.posts_at(group).iter().filter(move |post| Some(post.role) == member)
}
