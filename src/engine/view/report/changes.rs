//! What is different from the edition before.

use serde::{Deserialize, Serialize};

use super::super::matrix::ClassView;
use super::measures::MeasureStage;
use super::organisation::RoleLine;
use super::scene::ReportScene;
use crate::coverage::forecast::FileMemory;
use crate::coverage::{Coverage, RuleVerdict};
use crate::disclosure::reduce;
use crate::engine::look::ViewContext;
use crate::organisation::edition::Edition;
use crate::organisation::problem::Problems;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Text, day, sort_key};
use crate::organisation::{Organisation, read};
use crate::risk::edition::{Compared, EditionSide, RiskChange, compare};
use crate::risk::{Acting, Methods, Placement, assess};

/// What is different; nothing where there is no edition before the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangesPart {
    /// The edition compared with.
    pub edition: Option<EditionView>,
    /// Risks that were not in the edition.
    pub new: Vec<Label>,
    /// Risks that were, and are no more.
    pub gone: Vec<Label>,
    /// Risks that are judged otherwise than then.
    pub moved: Vec<MoveRow>,
    /// Risks that are judged as they were.
    pub same: u32,
    /// Risks that cannot be compared, since the method is another.
    pub not_comparable: u32,
    /// Measures that have been done since.
    pub done: Vec<Label>,
    /// How the posts that rules ask for were held then.
    pub coverage: CoverageThen,
}

/// What a report tells of how posts were held at the edition before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CoverageThen {
    /// Nothing: the report is made by rules that do not tell it.
    NotTold,
    /// That the file does not remember it.
    Forgotten,
    /// What the file remembers.
    Remembered(CoverageSince),
}

/// How the posts that rules ask for were held on an earlier day, and are now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverageSince {
    /// The day of the edition, or the first after it that the file remembers.
    #[serde(with = "day")]
    pub from: Date,
    /// Each post now, with the places then that were held and those where it was asked for.
    pub roles: Vec<(RoleLine, (u32, u32))>,
}

impl CoverageSince {
    /// The posts now beside what they were on an earlier day, as far as the file remembers it.
    pub(super) fn new(scene: ReportScene<'_>, now: &Coverage<'_>, then: &Coverage<'_>) -> Option<Self> {
        let line = |(now, then): (&RuleVerdict<'_>, &RuleVerdict<'_>)| {
            Some((RoleLine::new(scene, now)?, (then.tally.held(), then.tally.applicable)))
        };
        let roles: Vec<_> = now.rules.iter().zip(&then.rules).filter_map(line).collect();
        (!roles.is_empty()).then_some(Self { from: then.on, roles })
    }
}

/// The edition that a report of a day compares with: the last before it.
pub(super) fn edition_before<'o, 'a>(organisation: &'o Organisation<'a>, on: Date) -> Option<&'o Edition<'a>> {
    let editions = organisation.editions.iter().filter(|edition| edition.date < on);
    editions.max_by(|a, b| a.date.cmp(&b.date).then_with(|| b.id.cmp(&a.id)))
}

/// The day on which coverage is looked at beside an edition: its own, or the first after it of which the file remembers
/// who held which post; none where that is the day of the report.
pub(super) fn looked_back_to(organisation: &Organisation<'_>, on: Date) -> Option<Date> {
    let edition = edition_before(organisation, on)?;
    let memory = FileMemory { posts: FileMemory::of(organisation, on).posts, ..FileMemory::default() };
    Some(memory.since(edition.date)).filter(|from| *from < on)
}

/// The edition of the analysis that a report compares with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionView {
    /// The name of the edition.
    pub name: Label,
    /// The day it was frozen.
    #[serde(with = "day")]
    pub date: Date,
    /// Whether the content of the edition can be read.
    pub readable: bool,
}

/// A risk that is judged otherwise. A class is absent where the risk stood, or stands, beside the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveRow {
    /// The title of the risk.
    pub title: Label,
    /// The class the risk had then.
    pub before: Option<ClassView>,
    /// The class the risk has now.
    pub now: Option<ClassView>,
}

impl ChangesPart {
    pub(super) fn new(scene: ReportScene<'_>, coverage: CoverageThen) -> Self {
        let last = edition_before(scene.look.organisation, scene.on);
        let nothing = Self {
            edition: None,
            new: Vec::new(),
            gone: Vec::new(),
            moved: Vec::new(),
            same: 0,
            not_comparable: 0,
            done: Vec::new(),
            coverage,
        };
        let Some(last) = last else { return nothing };
        let edition = |readable| Some(EditionView { name: last.name.label(), date: last.date, readable });
        let Ok((then, _)) = read(&last.content.0, &mut |_| ()) else {
            return Self { edition: edition(false), ..nothing };
        };
        Self { edition: edition(true), ..nothing }.compared(scene, last, &then)
    }

    fn compared(mut self, scene: ReportScene<'_>, edition: &Edition<'_>, whole: &Organisation<'_>) -> Self {
        let look = scene.look;
        // What was open then may be left out now, and the other way round: both must be open.
        let (then, _) = reduce(whole, scene.audience);
        let mut problems = Problems::default();
        let methods = Methods::new(&then, &edition.content.0, &mut problems);
        let register = assess(&then, &methods, &edition.content.0, &mut problems);
        // The report compares how risks are judged; what has been done is told by itself below.
        let acting = &Acting::default();
        let earlier =
            EditionSide { organisation: &then, methods: &methods, register: &register, acting, on: edition.date };
        let ViewContext { organisation, methods, register, .. } = look;
        let later = EditionSide { organisation, methods, register, acting, on: scene.on };
        for Compared { earlier: was, later: is, change } in compare(earlier, later) {
            let before = was.map(|risk| &then.risks[risk as usize]);
            let now = is.map(|risk| &look.organisation.risks[risk as usize]);
            match (change, before, now) {
                // One that the edition has and may not show was not new.
                (RiskChange::New, _, Some(now)) if whole.risks.iter().all(|item| item.id != now.id) => {
                    self.new.push(now.title.label());
                }
                // One that is still in the file is left out, and was not taken away.
                (RiskChange::Gone, Some(before), _) if scene.whole.index.risk(&before.id).is_none() => {
                    self.gone.push(before.title.label());
                }
                (RiskChange::Unchanged, ..) => self.same += 1,
                (RiskChange::NotComparable(_), ..) => self.not_comparable += 1,
                (RiskChange::Moved(_), _, Some(now)) => self.moved.push(MoveRow {
                    title: now.title.label(),
                    before: class(earlier, was),
                    now: class(later, is),
                }),
                _ => {}
            }
        }
        for titles in [&mut self.new, &mut self.gone] {
            sort::by_cached_key(titles, |title| (sort_key(&title.sv), title.clone()));
        }
        sort::by_cached_key(&mut self.moved, |row| (sort_key(&row.title.sv), row.title.clone()));
        let was_done = |id: &str| {
            then.measures
                .iter()
                .any(|item| *item.id == *id && MeasureStage::of(item, edition.date) == MeasureStage::Done)
        };
        let done = look.organisation.measures.iter();
        let is_since = |day: Option<Date>| day.is_none_or(|day| day > edition.date);
        let done = done.filter(|item| {
            MeasureStage::of(item, scene.on) == MeasureStage::Done && is_since(item.done) && !was_done(&item.id)
        });
        self.done = done.map(|item| Text::label(&item.title)).collect();
        sort::by_cached_key(&mut self.done, |title| (sort_key(&title.sv), title.clone()));
        self
    }
}

/// The class of a risk in an analysis; none where it stands beside the matrix.
fn class(side: EditionSide<'_>, risk: Option<u32>) -> Option<ClassView> {
    match side.register.placements[risk? as usize] {
        Placement::Rated(rated) => Some(ClassView::new(side.methods.at(rated.matrix.into())?, rated.class)),
        Placement::Beside(_) => None,
    }
}
