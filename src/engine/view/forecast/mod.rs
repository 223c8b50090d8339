//! How coverage goes if nobody does anything, and what falls.

use crate::organisation::sort;
use serde::{Deserialize, Serialize};

use crate::coverage::forecast::{Course, Fall, Forecast, ForecastStep, GapStep, GapTurns};
use crate::coverage::{Finding, State, Tally};
use crate::engine::lens::Window;
use crate::engine::look::JudgedContext;
use crate::engine::view::coverage::{FindingRow, RuleRow};
use crate::engine::view::unit::{PersonView, PostRow};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, day};

/// Coverage as a step function of the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ForecastView {
    /// The first day of the forecast, included.
    #[serde(with = "day")]
    pub from: Date,
    /// The last day of the forecast, included.
    #[serde(with = "day")]
    pub last: Date,
    /// All rules taken together.
    pub total: Vec<ForecastStep>,
    /// Whether the rule asked for, else any, asks anything on any day: if not, there is nothing to foresee.
    pub is_asked: bool,
    /// What is not met of the rule asked for, else of all, on the first day and whenever that changes.
    pub gaps: Vec<GapStep>,
    /// How many gaps appear and go, of the rule asked for, else of all.
    pub turns: GapTurns,
    /// Every rule, `must` before `should`, within these by id.
    pub rules: Vec<CourseView>,
    /// What falls, by day: of the rule asked for, else of all. On the largest days, where there is more than is named.
    pub drops: Vec<DropView>,
    /// How many drops there are in all.
    pub drop_count: u32,
    /// Subjects that fall in all drops, whatever they become.
    pub fallen: u32,
}

/// How one rule will stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CourseView {
    /// The rule, with its counts on the first day.
    pub rule: RuleRow,
    /// The figures of the course, on the first day and whenever they change.
    pub steps: Vec<ForecastStep>,
    /// What is not met, on the first day and whenever that changes.
    pub gaps: Vec<GapStep>,
}

/// The subjects of one rule that fall on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DropView {
    /// The first day on which they are not met.
    #[serde(with = "day")]
    pub on: Date,
    /// The rule, with the subjects that fall counted as they then stand and no others.
    pub rule: RuleRow,
    /// Some of the subjects.
    pub falls: Vec<FallView>,
}

/// A subject that falls, and who causes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FallView {
    /// The finding it will be.
    pub finding: FindingRow,
    /// Whose posts begin that day or ended the day before, by name.
    pub people: Vec<String>,
}

/// What falls within some days, as a list to work from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FallPage {
    /// How many fall within 30, 90 and 180 days.
    pub within: [u32; 3],
    /// How many fall within the days asked for.
    pub total: u32,
    /// The falls in the window, the soonest first.
    pub rows: Vec<FallRow>,
}

/// Something that falls, and the posts that cause it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FallRow {
    /// The first day on which it is not met.
    #[serde(with = "day")]
    pub on: Date,
    /// The finding it will be.
    pub finding: FindingRow,
    /// Whether it is a finding already on the day looked at, so that it has a page.
    pub is_open: bool,
    /// The posts that begin that day or ended the day before.
    pub posts: Vec<PostRow>,
}

/// How many days ahead the list to work from looks.
pub const WITHIN: [u32; 3] = [30, 90, 180];

/// Drops that are named at first.
pub const DROPS: u32 = 60;

/// Subjects of a drop that are named.
const SUBJECTS: usize = 3;

impl ForecastView {
    pub(in crate::engine) fn new(
        look: JudgedContext<'_>,
        forecast: &Forecast<'_>,
        rule: Option<&str>,
        most: u32,
    ) -> Self {
        let course = |(row, course): (RuleRow, &Course<'_>)| CourseView {
            rule: row,
            steps: course.steps.clone(),
            gaps: course.gaps.clone(),
        };
        let rows = look.coverage.rules.iter().map(RuleRow::new);
        let mut rules: Vec<CourseView> = rows.zip(&forecast.courses).map(course).collect();
        sort::by_key(&mut rules, |course| course.rule.severity);
        let asked = rule.and_then(|id| forecast.courses.iter().find(|course| *course.rule.id == *id));
        let (gaps, turns) = asked.map_or_else(
            || {
                (
                    forecast.gaps(),
                    forecast.courses.iter().fold(GapTurns::default(), |all, course| all.and(course.turns)),
                )
            },
            |course| (course.gaps.clone(), course.turns),
        );
        let total = forecast.total();
        let falls: Vec<&Fall> = of_rule(forecast, rule).collect();
        let mut drops: Vec<&[&Fall]> =
            falls.chunk_by(|a, b| (a.on, a.finding.rule) == (b.on, b.finding.rule)).collect();
        let drop_count = saturating(drops.len());
        if drop_count > most {
            drops = on_largest_days(&drops, most as usize);
        }
        Self {
            from: forecast.from,
            last: forecast.last,
            is_asked: asked.map_or_else(|| asks(&total), |course| asks(&course.steps)),
            total,
            gaps,
            turns,
            rules,
            drops: drops.into_iter().map(|falls| DropView::new(look, falls)).collect(),
            drop_count,
            fallen: saturating(falls.len()),
        }
    }
}

/// As many drops as fit on whole days: the day of the first gap, and then those on which most gaps come. So what is said of
/// the first day, and of the one with most, is true of all.
fn on_largest_days<'f>(drops: &[&'f [&'f Fall]], most: usize) -> Vec<&'f [&'f Fall]> {
    let days: Vec<_> = drops.chunk_by(|a, b| a[0].on == b[0].on).collect();
    let gaps = |at: usize| days[at].iter().copied().flatten().filter(|fall| is_gap(fall.becomes)).count();
    let first = (0..days.len()).find(|at| gaps(*at) > 0);
    let mut order: Vec<usize> = (0..days.len()).collect();
    sort::by_cached_key(&mut order, |at| (Some(*at) != first, std::cmp::Reverse(gaps(*at)), *at));
    let mut named = 0;
    let fits = |at: &usize| {
        named += days[*at].len();
        named <= most
    };
    let mut kept: Vec<usize> = order.into_iter().take_while(fits).collect();
    sort::by_key(&mut kept, |at| *at);
    kept.into_iter().flat_map(|at| days[at].iter().copied()).collect()
}

/// Whether anything is asked on any of these days.
fn asks(steps: &[ForecastStep]) -> bool {
    steps.iter().any(|step| step.applicable > 0)
}

/// Whether a subject in this state counts as a gap.
const fn is_gap(state: State) -> bool {
    matches!(state, State::Missing | State::Broken)
}

impl DropView {
    /// Of subjects of one rule that fall on one day; there is at least one.
    fn new(look: JudgedContext<'_>, falls: &[&Fall]) -> Self {
        let mut rule = RuleRow::new(&look.coverage.rules[falls[0].finding.rule as usize]);
        let becoming = |wanted: fn(State) -> bool| saturating(falls.iter().filter(|fall| wanted(fall.becomes)).count());
        rule.tally = Tally {
            applicable: saturating(falls.len()),
            missing: becoming(|state| state == State::Missing),
            broken: becoming(|state| state == State::Broken),
            unknown: becoming(|state| state == State::Unknown),
            accepted: becoming(|state| state == State::Accepted),
            ..Tally::default()
        };
        let falls_shown = falls
            .iter()
            .take(SUBJECTS)
            .map(|fall| FallView { finding: FindingRow::new(look, &fall.finding), people: people(look, fall) });
        Self { on: falls[0].on, rule, falls: falls_shown.collect() }
    }
}

impl FallPage {
    pub(in crate::engine) fn new(
        look: JudgedContext<'_>,
        forecast: &Forecast<'_>,
        days: u32,
        rule: Option<&str>,
        window: Window,
    ) -> Self {
        let falls: Vec<&Fall> = of_rule(forecast, rule).collect();
        let within = |days: u32| falls.partition_point(|fall| (fall.on - forecast.from).num_days() <= i64::from(days));
        let asked = &falls[..within(days)];
        Self {
            within: WITHIN.map(|days| saturating(within(days))),
            total: saturating(asked.len()),
            rows: window.of(asked).iter().map(|fall| FallRow::new(look, fall)).collect(),
        }
    }
}

impl FallRow {
    fn new(look: JudgedContext<'_>, fall: &Fall) -> Self {
        let same = |finding: &&Finding| (finding.rule, finding.subject) == (fall.finding.rule, fall.finding.subject);
        let mut posts: Vec<PostRow> =
            fall.assignments.iter().filter_map(|assignment| PostRow::of(look, *assignment)).collect();
        sort::by_cached_key(&mut posts, |post| post.key.clone());
        Self {
            on: fall.on,
            finding: FindingRow::new(look, &fall.finding),
            is_open: look.coverage.findings.iter().find(same).is_some(),
            posts,
        }
    }
}

/// What falls of the rule with this id, or of all.
fn of_rule<'f>(forecast: &'f Forecast<'_>, rule: Option<&'f str>) -> impl Iterator<Item = &'f Fall> {
    let is_asked =
        move |fall: &&Fall| rule.is_none_or(|id| *forecast.courses[fall.finding.rule as usize].rule.id == *id);
    forecast.falls.iter().filter(is_asked)
}

/// Whose posts begin or end with a fall, by name, each once.
fn people(look: JudgedContext<'_>, fall: &Fall) -> Vec<String> {
    let person = |assignment: &u32| {
        let person = look.organisation.assignments[*assignment as usize].person.as_ref()?;
        Some(PersonView::new(*look, look.index.person(person)?)?.name)
    };
    let mut people: Vec<String> = fall.assignments.iter().filter_map(person).collect();
    sort::all(&mut people);
    people.dedup();
    people
}

#[cfg(test)]
mod tests;
