//! Many who are reminded at once: those whose posts end, who lack a training or whose lapses, and who answer for what is to
//! be done, each with just that, and with the head who can be told instead.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::person::PersonPageView;
use super::roles::ReachView;
use super::unit::PostState;
use super::year::DueRow;
use super::{PersonView, UnitRef};
use crate::coverage::State;
use crate::coverage::duty::{Due, Duty, DutyQuery, due};
use crate::coverage::part::Part;
use crate::coverage::trained::trainees;
use crate::engine::look::JudgedContext;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::{Date, Language, sort_key};

/// People that are listed at most.
const MOST: usize = 1000;

/// The year from which on what has not been done is late: earlier than any.
const EARLIEST: i32 = 1900;

/// The role that answers for what is to be done at a unit, before its head.
const COORDINATOR: &str = "security_coordinator";

/// The role that is told instead.
const HEAD: &str = "head";

/// What many are reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RemindedOf {
    /// Posts that end.
    Posts,
    /// Trainings that are missing or lapse.
    Trainings,
    /// Measures that are late or to be done.
    Measures,
    /// All of these, documents to be reviewed, and what is to be done at units.
    All,
}

impl RemindedOf {
    const fn has(self, one: Self) -> bool {
        matches!((self, one), (Self::All, _) | (Self::Posts, Self::Posts))
            || matches!((self, one), (Self::Trainings, Self::Trainings) | (Self::Measures, Self::Measures))
    }
}

/// Those who are reminded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemindersView {
    /// How many there are, in all.
    pub total: u32,
    /// They, by department and name; a thousand at most.
    pub rows: Vec<RemindedRow>,
}

/// Somebody who is reminded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemindedRow {
    /// The person's page, with nothing on it but what they are reminded of.
    pub page: PersonPageView,
    /// What is to be done at the units that they answer for.
    pub duties: Vec<DueRow>,
    /// The department or company where that is.
    pub department: Option<UnitRef>,
    /// The nearest head over them, where the file leaves no doubt.
    pub head: Option<PersonView>,
}

impl RemindersView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, of: RemindedOf, days: u32) -> Self {
        let on = look.coverage.on;
        let last = on.checked_add_days(chrono::Days::new(days.into())).unwrap_or(Date::MAX);
        let mut wish = ReminderWish { look, of, on, last, part: look.concerned(), duties: BTreeMap::new() };
        wish.duties = wish.duties();
        let mut rows: Vec<RemindedRow> = wish.people().into_iter().filter_map(|person| wish.row(person)).collect();
        let total = saturating(rows.len());
        sort::by_cached_key(&mut rows, |row| {
            let department = row.department.as_ref().map(|unit| sort_key(unit.name.say(Language::Swedish)));
            (department.is_none(), department, sort_key(&row.page.person.name), row.page.person.id.clone())
        });
        rows.truncate(MOST);
        Self { total, rows }
    }
}

/// What people are reminded of, within which days and in which part.
struct ReminderWish<'l> {
    look: JudgedContext<'l>,
    of: RemindedOf,
    on: Date,
    last: Date,
    part: Option<Part>,
    /// What is to be done at units, with the unit, by the number of whoever answers for it.
    duties: BTreeMap<u32, Vec<(Due, u32)>>,
}

impl ReminderWish<'_> {
    /// Whether something ends from the day on, and within these.
    fn ends(&self, until: Option<Date>) -> bool {
        until.is_some_and(|until| (self.on..=self.last).contains(&until))
    }

    /// Whether something is late, or is to be done within these.
    fn is_due(&self, by: Option<Date>) -> bool {
        by.is_some_and(|by| by <= self.last)
    }

    /// Whether a training is missing, or lapses within these.
    fn lapses(&self, state: State, until: Option<Date>) -> bool {
        match state {
            State::Missing => true,
            State::Met | State::Expiring => self.is_due(until),
            _ => false,
        }
    }

    fn has_unit(&self, unit: u32) -> bool {
        self.part.as_ref().is_none_or(|part| part.has_unit(unit))
    }

    fn has_place(&self, unit: &UnitRef) -> bool {
        self.look.index.unit(&unit.id).map_or(self.part.is_none(), |unit| self.has_unit(unit))
    }

    /// What is to be done at units within these days or should have been done before, by who answers for it: those who
    /// coordinate or head the unit, or the nearest one above it.
    fn duties(&self) -> BTreeMap<u32, Vec<(Due, u32)>> {
        let (look, mut duties) = (self.look, BTreeMap::<u32, Vec<_>>::new());
        let Some(first) = Date::from_ymd_opt(EARLIEST, 1, 1).filter(|_| self.of.has(RemindedOf::All)) else {
            return duties;
        };
        let asked = DutyQuery { first, last: self.last, part: self.part.as_ref() };
        for due in due(look.organisation, look.index, look.coverage, asked) {
            let unit = match due.duty {
                Duty::Done { unit, .. } | Duty::Inventory(unit) => Some(unit),
                Duty::Planned(activity) => {
                    let unit = look.organisation.activities[activity as usize].unit.as_deref();
                    unit.and_then(|id| look.index.unit(id))
                }
                _ => None,
            };
            let Some(unit) = unit else { continue };
            for person in answering_for(look, unit) {
                duties.entry(person).or_default().push((due, unit));
            }
        }
        duties
    }

    /// The people who may have anything of the kind, by their number.
    fn people(&self) -> BTreeSet<u32> {
        let (look, of) = (self.look, self.of);
        let mut people = BTreeSet::new();
        if of.has(RemindedOf::Posts) {
            let posts = look.index.posts.iter().filter(|post| post.current(self.on) && self.ends(post.until));
            let posts = posts.filter(|post| !look.index.is_renewed(post));
            people.extend(posts.filter(|post| self.has_unit(post.unit)).map(|post| post.person));
        }
        if of.has(RemindedOf::Trainings) {
            for training in look.organisation.trainings.iter() {
                let asked = trainees(training, look.organisation, look.index, look.coverage);
                let asked = asked.iter().filter(|one| self.has_unit(one.unit) && self.lapses(one.state, one.until));
                people.extend(asked.map(|one| one.person));
            }
        }
        let owner = |id: Option<&str>| id.and_then(|id| look.index.person(id));
        if of.has(RemindedOf::Measures) {
            let due = look.organisation.measures.iter().filter(|it| self.is_due(it.due));
            people.extend(due.filter_map(|it| owner(it.owner.as_deref())));
        }
        if of.has(RemindedOf::All) {
            let due = look.organisation.documents.iter().filter(|it| self.is_due(it.review_by));
            people.extend(due.filter_map(|it| owner(it.owner.as_deref())));
        }
        people.extend(self.duties.keys());
        people.remove(&NONE);
        people
    }

    /// Of a person; none where there is nothing to remind them of.
    fn row(&self, person: u32) -> Option<RemindedRow> {
        let (look, of) = (self.look, self.of);
        let id = look.organisation.people.get(person as usize)?.id.to_string();
        let mut page = PersonPageView::new(look, &id)?;
        page.posts.retain(|post| {
            of.has(RemindedOf::Posts)
                && post.post.state == PostState::Current
                && self.ends(post.post.until)
                && !post.post.renewed
                && self.has_place(&post.unit)
        });
        page.trainings.retain(|row| {
            of.has(RemindedOf::Trainings) && self.lapses(row.state, row.until) && self.has_place(&row.unit)
        });
        for row in page.trainings.iter_mut().filter(|row| row.state == State::Met) {
            // It holds longer than a finding warns, but not through the days that are looked at.
            row.state = State::Expiring;
        }
        // Of a part it is the people there who answer for what is to be done.
        let is_here = self.part.as_ref().is_none_or(|part| part.has_person(person));
        page.measures
            .retain(|row| of.has(RemindedOf::Measures) && is_here && row.stands.remains() && self.is_due(row.due));
        page.documents.retain(|row| of.has(RemindedOf::All) && is_here && self.is_due(row.review_by));
        let duties = self.duties.get(&person).map(Vec::as_slice).unwrap_or_default();
        let is_empty = page.posts.is_empty() && page.trainings.is_empty() && duties.is_empty();
        if is_empty && page.measures.is_empty() && page.documents.is_empty() {
            return None;
        }
        // Nothing else of the page is sent anywhere.
        (page.findings, page.risks, page.substitutes) = (Vec::new(), Vec::new(), Vec::new());
        let place = page.posts.first().map(|post| &post.unit).or_else(|| page.trainings.first().map(|row| &row.unit));
        let place = place.and_then(|unit| look.index.unit(&unit.id)).or_else(|| Some(duties.first()?.1));
        let unit = place.or_else(|| look.index.unit(&page.unit.as_ref()?.id));
        let department = unit.map(|unit| look.index.departments[unit as usize]).filter(|unit| *unit != NONE);
        Some(RemindedRow {
            department: department.map(|unit| UnitRef::new(*look, unit)),
            head: unit.and_then(|unit| head_over(look, unit, &id)),
            duties: duties.iter().map(|(due, _)| DueRow::new(look, due)).collect(),
            page,
        })
    }
}

/// Who answers for what is to be done at a unit: those who coordinate it, else those who head it; where nobody does, those
/// of the nearest unit above it.
fn answering_for(look: JudgedContext<'_>, unit: u32) -> Vec<u32> {
    let mut at = unit;
    while at != NONE {
        for role in [COORDINATOR, HEAD] {
            let holders = ReachView::holders(look, role, at);
            if !holders.is_empty() {
                return holders.iter().filter_map(|one| look.index.person(&one.person.id)).collect();
            }
        }
        at = look.index.parents[at as usize];
    }
    Vec::new()
}

/// The head of a unit or of the nearest one above it, other than the person: where there is one and no more.
fn head_over(look: JudgedContext<'_>, unit: u32, person: &str) -> Option<PersonView> {
    let mut at = unit;
    while at != NONE {
        let mut heads = ReachView::holders(look, HEAD, at);
        heads.retain(|head| head.person.id != person);
        match heads.len() {
            0 => at = look.index.parents[at as usize],
            1 => return heads.pop().map(|head| head.person),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests;
