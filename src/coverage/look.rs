//! What the judging of a rule looks at, and where it puts what it finds.

use super::part::Part;
use super::time::{Span, turned};
use super::{Because, Finding, State, Subject};
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::rule::Scope;
use crate::organisation::sort;
use crate::organisation::unit::{Unit, UnitKind};
use crate::organisation::value::{Date, Str};
use crate::organisation::{Index, Organisation};

/// The organisation on the day judged.
pub(super) struct Look<'l, 'a> {
    pub(super) organisation: &'l Organisation<'a>,
    pub(super) index: &'l mut Index,
    /// The kind of every unit: a rule about one kind need not touch the others.
    pub(super) kinds: &'l [UnitKind],
    pub(super) on: Date,
}

impl Look<'_, '_> {
    /// The number of a role; [`NONE`], which no post has, when the file never mentions it.
    pub(super) fn role(&self, id: &str) -> u32 {
        self.index.roles.find(id).unwrap_or(NONE)
    }

    /// The numbers of roles.
    pub(super) fn roles(&self, ids: &[Str<'_>]) -> Vec<u32> {
        ids.iter().map(|id| self.role(id)).collect()
    }

    /// The file as it stands, without the means to number what it does not have.
    pub(super) fn ground(&self) -> Ground<'_, '_> {
        Ground { organisation: self.organisation, index: self.index, kinds: self.kinds }
    }

    /// The units in scope; all of them when no scope is given.
    pub(super) fn scope<'s>(&'s self, scope: Option<&'s Scope<'_>>) -> impl Iterator<Item = u32> {
        self.ground().scope(scope)
    }

    /// The units of a kind.
    pub(super) fn units_of_kind(&self, kind: UnitKind) -> impl Iterator<Item = u32> {
        self.ground().units_of_kind(kind)
    }

    /// The group with this id, or every unit of kind `group`. An id that no unit has is a group without members.
    pub(super) fn groups(&mut self, id: Option<&str>) -> Vec<u32> {
        match id {
            Some(id) => vec![self.index.unit_or_stranger(id)],
            None => self.units_of_kind(UnitKind::Group).collect(),
        }
    }

    /// The posts at `unit` of any time whose holders would count as holders of `role`.
    pub(super) fn posts(&self, role: u32, unit: u32) -> impl Iterator<Item = &Post> {
        self.index.posts_of(role, unit).filter(|post| counts(post))
    }

    /// For every unit and everyone who holds one of `roles` there today: their posts there in these roles, of any
    /// time.
    pub(super) fn each_holder(&self, roles: &[u32], each: impl FnMut(u32, u32, &[&Post])) {
        self.ground().each_holder(roles, self.on, each);
    }

    /// The posts of any time and place in `roles` whose holders would count, by holder.
    pub(super) fn posts_by_person(&self, roles: &[u32]) -> Vec<&Post> {
        let in_roles = |post: &&Post| roles.contains(&post.role) && counts(post);
        let mut posts: Vec<&Post> = self.index.posts.iter().filter(in_roles).collect();
        sort::by_key(&mut posts, |post| post.person);
        posts
    }
}

/// The organisation as it stands, whatever the day.
#[derive(Clone, Copy)]
pub(super) struct Ground<'g, 'a> {
    pub(super) organisation: &'g Organisation<'a>,
    pub(super) index: &'g Index,
    pub(super) kinds: &'g [UnitKind],
}

impl<'g> Ground<'g, '_> {
    /// The units in scope; all of them when no scope is given.
    pub(super) fn scope(self, scope: Option<&'g Scope<'_>>) -> impl Iterator<Item = u32> + 'g {
        let Self { organisation, index, kinds } = self;
        let above = scope.and_then(|scope| scope.under.as_ref()).map(|id| index.unit(id));
        let below = move |unit| match above {
            None => true,
            Some(None) => false,
            Some(Some(above)) => index.is_below(unit, above),
        };
        let kind = scope.and_then(|scope| scope.kind);
        let units = kinds.iter().zip(0..).filter(move |(of, _)| kind.is_none_or(|kind| **of == kind));
        let units = units.map(|(_, unit)| unit);
        units.filter(move |unit| {
            scope.is_none_or(|scope| fits(&organisation.units[*unit as usize], scope) && below(*unit))
        })
    }

    /// The units of a kind.
    pub(super) fn units_of_kind(self, kind: UnitKind) -> impl Iterator<Item = u32> + 'g {
        self.kinds.iter().zip(0..).filter(move |(of, _)| **of == kind).map(|(_, unit)| unit)
    }

    /// For every unit and everyone who holds one of `roles` there on the day: their posts there in these roles, of
    /// any time.
    pub(super) fn each_holder(self, roles: &[u32], on: Date, mut each: impl FnMut(u32, u32, &[&Post])) {
        let mut posts: Vec<&Post> = Vec::new();
        for unit in self.index.posts.chunk_by(|a, b| a.unit == b.unit) {
            posts.clear();
            posts.extend(unit.iter().filter(|post| roles.contains(&post.role) && counts(post)));
            sort::by_key(&mut posts, |post| post.person);
            for own in posts.chunk_by(|a, b| a.person == b.person) {
                if held(own, on) {
                    each(own[0].unit, own[0].person, own);
                }
            }
        }
    }
}

/// Whether the post names a person who would count as holding it.
fn counts(post: &Post) -> bool {
    !post.substitute && post.person != NONE
}

/// Whether one of the posts is held on the day.
pub(super) fn held(posts: &[&Post], day: Date) -> bool {
    posts.iter().any(|post| post.held(day))
}

/// The day since which one of the posts has been held without a break, where that began.
pub(super) fn held_since<'p>(posts: impl Iterator<Item = &'p Post>, on: Date) -> Option<Date> {
    turned(posts.map(|post| (0, Span::of(post))).collect(), on, |held| held == 0)
}

/// Whether a unit is in a scope as far as its own fields tell; its kind is looked at before.
fn fits(unit: &Unit<'_>, scope: &Scope<'_>) -> bool {
    scope.min_employees.is_none_or(|least| unit.employees.is_some_and(|employees| employees >= least))
        && scope.tags.iter().all(|tag| unit.tags.contains(tag))
}

/// An index as the `u32` it is kept as.
pub(super) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// How a rule stands for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// It holds, also through the window.
    Met,
    /// It holds today, and not on `falls`, for the reason of that day.
    Expiring { falls: Date, because: Because },
    /// It does not hold.
    Not { state: State, since: Option<Date>, because: Because },
}

impl Judged {
    /// Met, or expiring where there is a day on which it falls.
    pub(super) fn met_until(falls: Option<(Date, Because)>) -> Self {
        falls.map_or(Self::Met, |(falls, because)| Self::Expiring { falls, because })
    }

    pub(super) fn missing(since: Option<Date>, because: Because) -> Self {
        Self::Not { state: State::Missing, since, because }
    }

    pub(super) fn broken(since: Option<Date>, because: Because) -> Self {
        Self::Not { state: State::Broken, since, because }
    }

    pub(super) fn unknown(because: Because) -> Self {
        Self::Not { state: State::Unknown, since: None, because }
    }
}

/// Takes what is judged of a rule's subjects: counts them, and keeps those that are not simply met.
pub(super) struct Found<'f> {
    rule: u32,
    part: Option<&'f Part>,
    pub(super) applicable: u32,
    findings: &'f mut Vec<Finding>,
}

impl<'f> Found<'f> {
    pub(super) fn new(rule: u32, part: Option<&'f Part>, findings: &'f mut Vec<Finding>) -> Self {
        Self { rule, part, applicable: 0, findings }
    }

    pub(super) fn note(&mut self, subject: Subject, judged: Judged) {
        if self.part.is_some_and(|part| !part.concerns(subject)) {
            return;
        }
        self.applicable += 1;
        let (state, since, until, because) = match judged {
            Judged::Met => return,
            Judged::Expiring { falls, because } => (State::Expiring, None, falls.pred_opt(), because),
            Judged::Not { state, since, because } => (state, since, None, because),
        };
        self.findings.push(Finding { rule: self.rule, subject, state, since, until, because, accepted: None });
    }
}
