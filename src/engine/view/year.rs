//! Twelve months of duties, by month and kind.

use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};

use super::role::RoleView;
use super::unit::{PersonView, UnitRef};
use crate::coverage::Subject;
use crate::coverage::duty::{Due, Duty, DutyQuery, due};
use crate::engine::look::JudgedContext;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Text, day};
use crate::organisation::work::ActivityKind;
use crate::organisation::write::json;

/// The most duties of a kind in a month that are handed over.
pub(super) const MOST: usize = 50;

/// Twelve months of duties.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct YearView {
    /// The first day of the first month.
    #[serde(with = "day")]
    pub from: Date,
    /// Duties of the twelve months, in all.
    pub total: u32,
    /// The months in their order.
    pub months: Vec<MonthView>,
}

/// The duties of a month, by kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// The duties by kind of the month, those there are.
    pub groups: Vec<DutyGroup>,
}

/// The duties of one kind in a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DutyGroup {
    /// The kind of all duties in the group.
    pub kind: DutyKind,
    /// How many there are; of trainings that lapse, how many people they are to be renewed for.
    pub total: u32,
    /// The duties by day, fifty at most.
    pub rows: Vec<DueRow>,
}

/// The kinds of duty, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DutyKind {
    /// What the law asks of every municipality.
    Statutory,
    /// Documents to be reviewed.
    Review,
    /// Assignments that end.
    End,
    /// Trainings that lapse.
    Lapse,
    /// Work that a rule wants done again.
    Done,
    /// Risks that a rule wants reviewed again.
    Inventory,
    /// Activities that are planned.
    Planned,
    /// Measures to be done.
    Measure,
    /// Exceptions that end.
    Exception,
}

/// A duty with its last day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DueRow {
    /// The key of the duty, the same as long as it is the same duty, whatever its day.
    pub key: String,
    /// The last day for it; of several trainings the first that lapses.
    #[serde(with = "day")]
    pub by: Date,
    /// What is to be done.
    pub duty: DutyView,
    /// Id of what a rule finds about it on the day.
    pub finding: Option<String>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum DutyView {
    /// What the law asks: what it is called by, and the act.
    Statutory {
        /// `rsa` or `rsa-follow-up`.
        id: String,
        /// The number of the act.
        law: String,
    },
    /// A document to be reviewed.
    Review {
        /// The id of the document.
        id: String,
        /// The title of the document.
        title: Label,
    },
    /// An assignment that ends.
    End {
        /// The canonical line of the assignment.
        key: String,
        /// The role that the assignment is of.
        role: RoleView,
        /// The unit where the role is held.
        unit: UnitRef,
        /// The name of the holder.
        person: String,
    },
    /// A training that lapses in the month.
    Lapse {
        /// The id of the training.
        id: String,
        /// The name of the training.
        name: Label,
        /// People whose training lapses.
        people: u32,
    },
    /// Work to be done again.
    Done {
        /// The unit where the work is to be done.
        unit: UnitRef,
        /// The kind of activity to be done again.
        kind: ActivityKind,
    },
    /// Risks to be reviewed again.
    Inventory {
        /// The unit whose risks are to be reviewed.
        unit: UnitRef,
    },
    /// An activity that is planned for a day.
    Planned {
        /// The canonical line of the activity.
        key: String,
        /// The unit that the activity is for, where it is for one.
        unit: Option<UnitRef>,
        /// The kind of activity that is planned.
        kind: ActivityKind,
        /// What the activity is, in words of the file.
        note: Option<Label>,
    },
    /// A measure to be done.
    Measure {
        /// The id of the measure.
        id: String,
        /// What the measure does, as its title.
        title: Label,
        /// Id of the first risk it acts on.
        risk: Option<String>,
    },
    /// An exception that ends.
    Exception {
        /// Id of the finding it accepts.
        finding: String,
        /// The reason for the exception.
        reason: Label,
    },
}

impl YearView {
    /// The twelve months that begin with the one in which `from` lies.
    pub(in crate::engine) fn new(look: JudgedContext<'_>, from: Date) -> Option<Self> {
        let first = from.with_day(1)?;
        let last = first.checked_add_months(Months::new(12))?.pred_opt()?;
        let part = look.concerned();
        let asked = DutyQuery { first, last, part: part.as_ref() };
        let mut months: Vec<Vec<(DutyKind, &Due)>> = vec![Vec::new(); 12];
        let all = due(look.organisation, look.index, look.coverage, asked);
        for each in &all {
            let month =
                (each.by.year() - first.year()) * 12 + each.by.month0().cast_signed() - first.month0().cast_signed();
            months[usize::try_from(month).ok()?].push((kind(each.duty), each));
        }
        let month = |mut duties: Vec<(DutyKind, &Due)>| {
            sort::by_key(&mut duties, |(kind, _)| *kind);
            let groups = duties.chunk_by(|a, b| a.0 == b.0);
            MonthView { groups: groups.map(|group| DutyGroup::new(look, group)).collect() }
        };
        Some(Self { from: first, total: saturating(all.len()), months: months.into_iter().map(month).collect() })
    }
}

fn kind(duty: Duty) -> DutyKind {
    match duty {
        Duty::Statutory(_) => DutyKind::Statutory,
        Duty::Review(_) => DutyKind::Review,
        Duty::Lapse { .. } => DutyKind::Lapse,
        Duty::End(_) => DutyKind::End,
        Duty::Done { .. } => DutyKind::Done,
        Duty::Inventory(_) => DutyKind::Inventory,
        Duty::Measure(_) => DutyKind::Measure,
        Duty::Planned(_) => DutyKind::Planned,
        Duty::Exception(_) => DutyKind::Exception,
    }
}

impl DutyGroup {
    /// Of duties of one kind, by day.
    fn new(look: JudgedContext<'_>, duties: &[(DutyKind, &Due)]) -> Self {
        let kind = duties[0].0;
        let rows = if kind == DutyKind::Lapse {
            lapses(look, duties)
        } else {
            duties.iter().take(MOST).map(|(_, due)| DueRow::new(look, due)).collect()
        };
        Self { kind, total: saturating(duties.len()), rows }
    }
}

/// The trainings that lapse in a month, each once.
fn lapses(look: JudgedContext<'_>, duties: &[(DutyKind, &Due)]) -> Vec<DueRow> {
    let mut lapses: Vec<(u32, Date)> = Vec::new();
    for (_, due) in duties {
        if let Duty::Lapse { training, .. } = due.duty {
            lapses.push((training, due.by));
        }
    }
    sort::all(&mut lapses);
    let row = |group: &[(u32, Date)]| {
        let (training, by) = group[0];
        let item = &look.organisation.trainings[training as usize];
        let duty =
            DutyView::Lapse { id: item.id.to_string(), name: item.name.label(), people: saturating(group.len()) };
        DueRow { key: format!("lapse/{}/{}-{:02}", item.id, by.year(), by.month()), by, duty, finding: None }
    };
    let mut rows: Vec<DueRow> = lapses.chunk_by(|a, b| a.0 == b.0).map(row).collect();
    sort::by_key(&mut rows, |row| row.by);
    rows
}

impl DueRow {
    /// How many it counts as: of a training that lapses the people it is to be renewed for.
    pub const fn count(&self) -> u32 {
        match self.duty {
            DutyView::Lapse { people, .. } => people,
            _ => 1,
        }
    }

    pub(super) fn new(look: JudgedContext<'_>, due: &Due) -> Self {
        let (key, duty) = DutyView::new(look, due);
        let subject = match due.duty {
            Duty::Review(document) => Some(Subject::Document(document)),
            Duty::Done { unit, kind } => Some(Subject::Activity { unit, kind }),
            Duty::Inventory(unit) => Some(Subject::Unit(unit)),
            _ => None,
        };
        let is_inventory = |rule: u32| look.coverage.rules[rule as usize].rule.shape.key() == "inventoried";
        let mut findings = look.coverage.findings.iter().filter(|finding| Some(finding.subject) == subject);
        let finding = findings.find(|finding| !matches!(due.duty, Duty::Inventory(_)) || is_inventory(finding.rule));
        let finding = finding.map(|finding| look.coverage.id(finding, look.organisation, look.index));
        Self { key, by: due.by, duty, finding }
    }
}

impl DutyView {
    /// What a duty is called by, and what it is.
    fn new(look: JudgedContext<'_>, due: &Due) -> (String, Self) {
        let organisation = look.organisation;
        let unit = |unit| UnitRef::new(*look, unit);
        match due.duty {
            Duty::Statutory(statutory) => (
                format!("statutory/{}/{}", statutory.id, due.by.year()),
                Self::Statutory { id: statutory.id.to_owned(), law: statutory.law.to_owned() },
            ),
            Duty::Review(document) => {
                let item = &organisation.documents[document as usize];
                (format!("review/{}", item.id), Self::Review { id: item.id.to_string(), title: item.title.label() })
            }
            Duty::Lapse { training, .. } => {
                let item = &organisation.trainings[training as usize];
                let duty = Self::Lapse { id: item.id.to_string(), name: item.name.label(), people: 1 };
                (format!("lapse/{}", item.id), duty)
            }
            Duty::End(assignment) => {
                let item = &organisation.assignments[assignment as usize];
                let id = item.person.as_deref().unwrap_or_default();
                let person = look.index.person(id).and_then(|person| PersonView::new(*look, person));
                let at = look.index.unit(&item.unit).unwrap_or_default();
                let from = item.from.map(|from| from.to_string()).unwrap_or_default();
                let duty = Self::End {
                    key: json(item),
                    role: RoleView::new(*look, &item.role),
                    unit: unit(at),
                    person: person.map_or_else(|| id.to_owned(), |person| person.name),
                };
                (format!("end/{}/{}/{id}/{from}", item.role, item.unit), duty)
            }
            Duty::Done { unit: at, kind } => {
                (format!("done/{}/{}", look.index.unit_id(at), kind.word()), Self::Done { unit: unit(at), kind })
            }
            Duty::Inventory(at) => {
                (format!("inventory/{}", look.index.unit_id(at)), Self::Inventory { unit: unit(at) })
            }
            Duty::Measure(measure) => {
                let item = &organisation.measures[measure as usize];
                let risk = item.risks.iter().find(|id| look.index.risk(id).is_some()).map(ToString::to_string);
                let duty = Self::Measure { id: item.id.to_string(), title: item.title.label(), risk };
                (format!("measure/{}", item.id), duty)
            }
            Duty::Planned(activity) => {
                let item = &organisation.activities[activity as usize];
                let id = item.unit.as_deref().unwrap_or_default();
                let duty = Self::Planned {
                    key: json(item),
                    unit: look.index.unit(id).map(unit),
                    kind: item.kind,
                    note: item.note.as_ref().map(Text::label),
                };
                (format!("planned/{id}/{}/{}", item.kind.word(), item.date), duty)
            }
            Duty::Exception(exception) => {
                let item = &organisation.exceptions[exception as usize];
                let duty = Self::Exception { finding: item.finding.to_string(), reason: item.reason.label() };
                (format!("exception/{}", item.finding), duty)
            }
        }
    }
}

#[cfg(test)]
mod tests;
