//! The risk management group: its members by whom they represent, its meetings, its work, and what is raised to it.

mod seat;

use std::cmp::Reverse;

use chrono::Months;
use serde::{Deserialize, Serialize};

pub use self::seat::{MemberRow, SeatView};
use super::coverage::about_unit;
use super::unit::{PersonView, PostState, UnitRef};
use crate::coverage::part::Part;
use crate::coverage::{Finding, State, Subject};
use crate::engine::look::JudgedContext;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Label, Text, day};
use crate::organisation::work::{Activity, ActivityKind, Phase, Question, QuestionStatus};
use crate::organisation::write::json;

/// The most questions that are shown.
const MOST: usize = 1000;

/// The groups of the organisation, usually one, and the questions raised to them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupPage {
    /// The groups, by name.
    pub groups: Vec<GroupView>,
    /// The questions: before, during and after an event and those about none, what is open first, then the newest.
    pub questions: Vec<QuestionRow>,
    /// How many questions there are in all.
    pub question_count: u32,
}

/// One group. Where a part of the organisation is looked at that it does not belong to, only those of its members who
/// do, and nothing of its own work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupView {
    /// The unit that the group is.
    pub unit: UnitRef,
    /// People who are members on the day.
    pub members: u32,
    /// Findings about members and parties that are missing.
    pub missing: u32,
    /// Findings about members and parties that expire.
    pub expiring: u32,
    /// The members of the group and those who are missing, by whom they represent: the own organisation first.
    pub seats: Vec<SeatView>,
    /// Meetings held through the day, the latest first.
    pub held: Vec<DoneRow>,
    /// Meetings to come, the next first.
    pub planned: Vec<DoneRow>,
    /// The work by kind of the group; empty where the group is not in the part looked at.
    pub work: Vec<WorkRow>,
}

/// Something that was done, or is planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DoneRow {
    /// The canonical line of the activity, which is all it is called by.
    pub key: String,
    /// The day it was done, or is planned for.
    #[serde(with = "day")]
    pub date: Date,
    /// What was done, in words of the file.
    pub note: Option<Label>,
    /// The names of those who took part.
    pub who: Vec<String>,
}

/// One kind of a group's work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkRow {
    /// The kind of work that is asked of the group.
    pub kind: ActivityKind,
    /// How it stands: as the rule that asks for it says, else met where it has been done within twelve months; none
    /// where no rule asks and it has not.
    pub state: Option<State>,
    /// Id of what the rule finds.
    pub finding: Option<String>,
    /// What has been done within twelve months, and what is planned, the latest first.
    pub done: Vec<DoneRow>,
    /// The last day it was done before those twelve months.
    #[serde(with = "day::option")]
    pub before: Option<Date>,
}

/// A question put to the group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionRow {
    /// The id of the question.
    pub id: String,
    /// The question that is asked.
    pub about: Label,
    /// Name of the one who raised the question.
    pub by: Option<String>,
    /// The day it was raised.
    #[serde(with = "day::option")]
    pub raised: Option<Date>,
    /// How far the question has come.
    pub status: QuestionStatus,
    /// The event it concerns.
    pub event: Option<Label>,
    /// When in relation to the event it was raised.
    pub phase: Option<Phase>,
}

impl GroupPage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        let part = look.concerned();
        let groups = look.index.units_of_kind(UnitKind::Group).collect();
        // What the file does not know of yet is no question of another day.
        let is_known = |raised: Option<Date>| raised.is_none_or(|raised| raised <= look.coverage.on);
        let concerns = |by: Option<&str>| part.as_ref().is_none_or(|part| part.owns(by, look.index));
        let mut questions: Vec<_> = look.organisation.questions.iter().collect();
        questions.retain(|question| is_known(question.raised) && concerns(question.by.as_deref()));
        sort::by_key(&mut questions, |question| {
            let phase = question.phase.map_or(3, |phase| phase as u8);
            let newest = question.raised.map(Reverse);
            (phase, question.status as u8, newest, &question.id)
        });
        let row = |question: &&Question<'_>| QuestionRow {
            id: question.id.to_string(),
            about: question.about.label(),
            by: question.by.as_ref().map(|id| name(look, id)),
            raised: question.raised,
            status: question.status,
            event: question.event.as_ref().map(Text::label),
            phase: question.phase,
        };
        Self {
            groups: super::UnitPage::in_order(look, groups)
                .into_iter()
                .map(|group| GroupView::new(look, group, part.as_ref()))
                .collect(),
            question_count: saturating(questions.len()),
            questions: questions.iter().take(MOST).map(row).collect(),
        }
    }

    /// How many members the groups have, as their headings say.
    pub(super) fn members(look: JudgedContext<'_>) -> u32 {
        let part = look.concerned();
        look.index.units_of_kind(UnitKind::Group).map(|group| GroupView::new(look, group, part.as_ref()).members).sum()
    }
}

/// What a person is called; the id where the file has no such person.
fn name(look: JudgedContext<'_>, id: &str) -> String {
    look.index.person(id).and_then(|person| PersonView::new(*look, person)).map_or_else(|| id.to_owned(), |it| it.name)
}

impl GroupView {
    fn new(look: JudgedContext<'_>, group: u32, part: Option<&Part>) -> Self {
        let is_whole = part.is_none_or(|part| part.has_unit(group));
        let mut findings = about_unit(look, group);
        findings.retain(|finding| matches!(finding.subject, Subject::Member { .. } | Subject::Party { .. }));
        // Several rules may ask for one member.
        let is_first = |place: usize, finding: &Finding| {
            let same = |other: &&Finding| (other.subject, other.state) == (finding.subject, finding.state);
            !findings[..place].iter().any(same)
        };
        let count = |state| {
            let of_state = findings.iter().enumerate().filter(|(_, finding)| finding.state == state);
            saturating(of_state.filter(|(place, finding)| is_first(*place, finding)).count())
        };
        let (missing, expiring) = (count(State::Missing), count(State::Expiring));
        let seats = seat::seats(look, group, part.filter(|_| !is_whole), findings);
        let on = look.coverage.on;
        let of_group = |activity: &&Activity<'_>| activity.unit.as_deref() == Some(look.index.unit_id(group));
        let mut own: Vec<&Activity<'_>> = look.organisation.activities.iter().filter(of_group).collect();
        sort::by(&mut own, |a, b| b.date.cmp(&a.date));
        let meetings = own.iter().filter(|activity| activity.kind == ActivityKind::Meeting);
        let (mut planned, held): (Vec<&Activity<'_>>, Vec<_>) = meetings.partition(|activity| activity.date > on);
        planned.reverse();
        let row = |activity: &&Activity<'_>| DoneRow::new(look, activity);
        Self {
            unit: UnitRef::new(*look, group),
            members: members(&seats),
            missing,
            expiring,
            seats,
            held: held.iter().map(row).collect(),
            planned: planned.iter().map(row).collect(),
            work: if is_whole {
                ActivityKind::WORK.map(|kind| WorkRow::new(look, group, kind, &own)).into()
            } else {
                Vec::new()
            },
        }
    }

    /// Whether there are seats and somebody sits in each as they should: none is vacant, accepted as it is or cannot be told.
    pub(super) fn is_filled(&self) -> bool {
        let is_met = |state: State| matches!(state, State::Met | State::Expiring);
        let is_filled = |seat: &SeatView| {
            seat.findings.iter().all(|finding| is_met(finding.state)) && seat.states.iter().copied().all(is_met)
        };
        !self.seats.is_empty() && self.seats.iter().all(is_filled)
    }
}

/// How many different people are members on the day.
fn members(seats: &[SeatView]) -> u32 {
    let shown = seats.iter().flat_map(|seat| &seat.members).filter(|member| member.post.state == PostState::Current);
    let mut people: Vec<&str> = shown
        .filter(|member| !member.post.substitute)
        .filter_map(|it| it.post.person.as_ref())
        .map(|it| &*it.id)
        .collect();
    sort::all(&mut people);
    people.dedup();
    saturating(people.len())
}

impl DoneRow {
    fn new(look: JudgedContext<'_>, activity: &Activity<'_>) -> Self {
        Self {
            key: json(activity),
            date: activity.date,
            note: activity.note.as_ref().map(Text::label),
            who: activity.who.iter().map(|id| name(look, id)).collect(),
        }
    }
}

impl WorkRow {
    /// From the group's activities, the latest first.
    fn new(look: JudgedContext<'_>, group: u32, kind: ActivityKind, own: &[&Activity<'_>]) -> Self {
        let on = look.coverage.on;
        let year_ago = on.checked_sub_months(Months::new(12)).unwrap_or(Date::MIN);
        let of_kind = || own.iter().filter(|activity| activity.kind == kind);
        let about = |finding: &&Finding| finding.subject == Subject::Activity { unit: group, kind };
        let finding = look.coverage.findings.iter().find(about);
        let is_done = of_kind().any(|activity| year_ago <= activity.date && activity.date <= on);
        Self {
            kind,
            state: finding.map(|finding| finding.state).or_else(|| is_done.then_some(State::Met)),
            finding: finding.map(|finding| look.coverage.id(finding, look.organisation, look.index)),
            done: of_kind()
                .filter(|activity| year_ago <= activity.date)
                .map(|activity| DoneRow::new(look, activity))
                .collect(),
            before: of_kind().map(|activity| activity.date).find(|date| *date < year_ago),
        }
    }
}

#[cfg(test)]
mod tests;
