//! The coordinators: of each department who it is, appointed by and reporting to whom, and which duties were carried out.

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::super::coverage::RuleRow;
use super::super::unit::{PersonView, PostRow, PostState, UnitRef};
use super::{ActivityRow, COORDINATOR, ReachView, RoleStanding, departments, open_posts};
use crate::coverage::{Finding, State, Subject, done_state};
use crate::engine::lens::Window;
use crate::engine::look::JudgedContext;
use crate::organisation::number::saturating;
use crate::organisation::rule::{Rule, Shape};
use crate::organisation::value::{Date, day};
use crate::organisation::work::{Activity, ActivityKind};

/// The six duties of a coordinator, in the order of the sentence they come from.
const DUTIES: [ActivityKind; 6] = [
    ActivityKind::Initiate,
    ActivityKind::Coordinate,
    ActivityKind::Support,
    ActivityKind::FollowUp,
    ActivityKind::Advise,
    ActivityKind::Inform,
];

/// How often a duty is asked for where no rule says: in months.
const YEARLY: u32 = 12;

/// Activities of a department shown, at most; the rest are counted.
const MOST: usize = 1000;

/// The coordinators, a window of departments at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoordinatorPage {
    /// Departments and companies in all.
    pub total: u32,
    /// How many of them have a coordinator.
    pub held: u32,
    /// The rules about coordinators.
    pub rules: Vec<RuleRow>,
    /// The departments in the window, by kind and name.
    pub rows: Vec<CoordinatorRow>,
}

/// A department or company and its coordinators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoordinatorRow {
    /// The department or company.
    pub unit: UnitRef,
    /// How its coordination stands; none where nobody coordinates and no rule asks for it, or where that is not judged.
    pub mark: Option<MarkView>,
    /// Whether the rules are judged for the unit: not where a part of it alone is looked at.
    pub judged: bool,
    /// The head of the unit, where there is one and no more: who appoints, and to whom one reports.
    pub head: Option<PersonView>,
    /// The coordinators of the unit: current, then vacant posts and those to come.
    pub posts: Vec<HolderRow>,
    /// The six duties.
    pub duties: Vec<DutyRow>,
    /// What was done within a year, the latest first, as many as are shown.
    pub done: Vec<ActivityRow>,
    /// Activities of the coordinators within a year, in all.
    pub done_count: u32,
}

/// A post of a coordinator, with how its appointment and its reporting stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HolderRow {
    /// The post that the coordinator holds.
    pub post: PostRow,
    /// Whether the right one made the appointment; none where no rule asks.
    pub appointed: Option<MarkView>,
    /// Whether the holder reports to the right one; none where no rule asks.
    pub reports: Option<MarkView>,
}

/// How something stands, and the finding that says more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkView {
    /// How the mark stands.
    pub state: State,
    /// Id of the finding; none where there is nothing to find.
    pub finding: Option<String>,
}

/// One duty of a coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyRow {
    /// The kind of activity that the duty is.
    pub kind: ActivityKind,
    /// How the duty stands.
    pub mark: MarkView,
    /// The day it was last carried out, however long ago.
    #[serde(with = "day::option")]
    pub last: Option<Date>,
}

impl MarkView {
    pub(super) fn of(look: JudgedContext<'_>, finding: &Finding) -> Self {
        let id = look.coverage.id(finding, look.organisation, look.index);
        Self { state: finding.state, finding: Some(id) }
    }
}

impl CoordinatorPage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, window: Window) -> Self {
        let units = departments(look);
        let standing = RoleStanding::new(look, COORDINATOR);
        let shown = window.of(&units);
        let mut carried_out: Vec<Vec<&Activity<'_>>> = vec![Vec::new(); shown.len()];
        for item in look.organisation.activities.iter() {
            let unit = item.unit.as_ref().and_then(|id| look.index.unit(id));
            let place = shown.iter().position(|shown| Some(*shown) == unit);
            if let Some(place) = place.filter(|_| item.date <= look.coverage.on) {
                carried_out[place].push(item);
            }
        }
        let rows = shown.iter().zip(carried_out);
        Self {
            total: saturating(units.len()),
            held: saturating(units.iter().filter(|unit| standing.is_held(**unit)).count()),
            rules: RuleRow::those(look, is_about),
            rows: rows.map(|(unit, items)| CoordinatorRow::new(look, *unit, &standing, items)).collect(),
        }
    }
}

/// Whether a rule is about coordinators.
fn is_about(rule: &Rule<'_>) -> bool {
    match &rule.shape {
        Shape::Holders(shape) => *shape.of == *COORDINATOR,
        Shape::Substitute(shape) => *shape.of == *COORDINATOR,
        Shape::ReportsTo(shape) => *shape.who == *COORDINATOR,
        Shape::AppointedBy(shape) => *shape.who == *COORDINATOR,
        Shape::Done(shape) => shape.kinds.iter().any(|kind| DUTIES.contains(kind)),
        _ => false,
    }
}

impl CoordinatorRow {
    fn new(look: JudgedContext<'_>, unit: u32, standing: &RoleStanding<'_>, items: Vec<&Activity<'_>>) -> Self {
        let on = look.coverage.on;
        let mut heads = ReachView::holders(look, "head", unit);
        let recent =
            |item: &&Activity<'_>| item.date.checked_add_months(Months::new(YEARLY)).is_none_or(|last| on <= last);
        let duties = DUTIES.map(|kind| DutyRow::new(look, unit, kind, &items));
        let done: Vec<&Activity<'_>> = items.into_iter().filter(recent).collect();
        let posts = open_posts(look, COORDINATOR, unit);
        Self {
            unit: UnitRef::new(*look, unit),
            mark: standing.mark(unit),
            judged: look.within.is_none_or(|part| part == unit || look.index.is_below(unit, part)),
            head: if heads.len() == 1 { heads.pop().map(|head| head.person) } else { None },
            posts: posts.into_iter().map(|post| HolderRow::new(look, unit, post)).collect(),
            duties: duties.into(),
            done_count: saturating(done.len()),
            done: ActivityRow::latest(*look, done, MOST),
        }
    }
}

impl HolderRow {
    fn new(look: JudgedContext<'_>, unit: u32, post: PostRow) -> Self {
        let holder = || look.index.person(&post.person.as_ref()?.id);
        let holder = if post.state == PostState::Current && !post.substitute { holder() } else { None };
        let mark = |asks: fn(&Shape<'_>) -> bool| {
            let subject = Subject::Holder { unit, person: holder? };
            stands(look, unit, subject, asks)
        };
        Self {
            appointed: mark(|shape| matches!(shape, Shape::AppointedBy(shape) if *shape.who == *COORDINATOR)),
            reports: mark(|shape| matches!(shape, Shape::ReportsTo(shape) if *shape.who == *COORDINATOR)),
            post,
        }
    }
}

impl DutyRow {
    fn new(look: JudgedContext<'_>, unit: u32, kind: ActivityKind, items: &[&Activity<'_>]) -> Self {
        let dates: Vec<Date> = items.iter().filter(|item| item.kind == kind).map(|item| item.date).collect();
        let asks = |shape: &Shape<'_>| matches!(shape, Shape::Done(shape) if shape.kinds.contains(&kind));
        let found = found(look, Subject::Activity { unit, kind }, asks);
        let every = look.coverage.rules.iter().find_map(|verdict| match &verdict.rule.shape {
            Shape::Done(shape) if shape.kinds.contains(&kind) => Some(shape.every_months),
            _ => None,
        });
        let by_dates =
            || MarkView { state: done_state(&dates, every.unwrap_or(YEARLY), look.coverage.on), finding: None };
        Self {
            kind,
            mark: found.map_or_else(by_dates, |finding| MarkView::of(look, finding)),
            last: dates.iter().max().copied(),
        }
    }
}

/// How the rules of some shape stand for a subject; none where there is no such rule, or where the subject lies outside
/// the part that was judged.
fn stands(look: JudgedContext<'_>, unit: u32, subject: Subject, asks: impl Fn(&Shape<'_>) -> bool) -> Option<MarkView> {
    if let Some(finding) = found(look, subject, &asks) {
        return Some(MarkView::of(look, finding));
    }
    let judged = look.part().contains(&unit) && look.coverage.rules.iter().any(|verdict| asks(&verdict.rule.shape));
    judged.then_some(MarkView { state: State::Met, finding: None })
}

/// The finding of a rule of some shape about a subject.
fn found(look: JudgedContext<'_>, subject: Subject, asks: impl Fn(&Shape<'_>) -> bool) -> Option<&Finding> {
    let about = |finding: &&Finding| finding.subject == subject && asks(&look.coverage.rule(finding).shape);
    look.coverage.findings.iter().find(about)
}
