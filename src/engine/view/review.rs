//! A change file before it is brought in: what it says of each item, what becomes of that, and what it does to coverage.

use serde::{Deserialize, Serialize};

use super::coverage::FindingRow;
use super::draft::{EditView, EffectView, FieldView};
use super::share::ReceiverView;
use crate::coverage::Finding;
use crate::draft::edit::ItemLines;
use crate::draft::{Edit, FieldValue, flat};
use crate::engine::lens::Window;
use crate::engine::look::JudgedContext;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Label, day};
use crate::travel::merge::ChangesRefused;
use crate::travel::round::answer_of;
use crate::travel::{ChangeFile, ChangesUnreadable, PointFate, Review, ReviewedItem};
use crate::verdict::File;

/// A change file that was to be opened like a file of the format: its text, to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivedChanges {
    /// What the file says.
    pub text: String,
}

/// What is answered about a change file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ReviewReply {
    /// The change file can be brought in.
    Open(Box<ReviewView>),
    /// The change file cannot be read.
    Unreadable(ChangesUnreadable),
    /// The change file did not begin from the open file.
    NotOfThis(ChangesRefused),
}

/// A change file before it is brought in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewView {
    /// Who made it, as they call themselves.
    pub by: Option<String>,
    /// The file it began from.
    pub from: ReviewOrigin,
    /// How many items it says something new of.
    pub total: u32,
    /// The items in the window, in the order of the change file.
    pub items: Vec<ReviewItemView>,
    /// How many changes there are, but for those that the file has already.
    pub changes: u32,
    /// How many of them can be taken without a conflict.
    pub free: u32,
    /// Changes that are conflicts.
    pub conflicts: u32,
    /// How many are refused, whatever is chosen.
    pub refused: u32,
    /// Changes that the file has already.
    pub same: u32,
    /// How many are brought in as things are chosen.
    pub taken: u32,
    /// The numbers of all that can be taken without a conflict.
    pub numbers: Vec<u32>,
    /// How many problems the file would have more than now.
    pub problems: u32,
    /// What the change file does to coverage as things are chosen.
    pub effect: EffectView,
    /// Whether it is an extract that came back whole, held against the extract as it is made anew.
    pub is_saved_extract: bool,
    /// What the round is called that it answers, where the file has that round.
    pub round: Option<Label>,
}

/// The file that a change file began from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewOrigin {
    /// Whether the file is the open one as it was opened, or as it is.
    pub is_open: bool,
    /// Of an extract for whom it is, and the day it was made.
    pub extract: Option<(ReceiverView, MadeDay)>,
}

/// The day an extract was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeDay(#[serde(with = "day")] pub Date);

/// What a change file says of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewItemView {
    /// The item, with all that is said of it in the change file.
    pub item: EditView,
    /// Whether only the order of a list is changed.
    pub is_order: bool,
    /// The changes that concern the item.
    pub points: Vec<PointView>,
    /// Findings about it that come and go as things are chosen.
    pub findings: ReviewedFindings,
}

/// Findings that come and that go.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewedFindings {
    /// The findings that are no more.
    pub gone: Vec<FindingRow>,
    /// The findings that there were none of before.
    pub come: Vec<FindingRow>,
}

/// One change of a change file, with what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointView {
    /// The number of the change in the change file.
    pub number: u32,
    /// Whether the change is of the whole item.
    pub is_whole: bool,
    /// The fields that differ, in words.
    pub fields: Vec<FieldView>,
    /// What becomes of the change.
    pub fate: PointFate,
    /// Whether the change is among what is brought in.
    pub is_taken: bool,
    /// Whether the change is left out since it names a new item that is refused.
    pub lacks: bool,
}

impl ReviewView {
    /// `before` and `after` are the open file and what it would be, judged on a day.
    pub(in crate::engine) fn new(
        change: &ChangeFile,
        review: &Review,
        (file, before): (&File<'_>, JudgedContext<'_>),
        (result, after): (&File<'_>, JudgedContext<'_>),
        (base, window): (&[&str], Window),
    ) -> Self {
        let findings = ReviewedFindings::between(before, after);
        let edits: Vec<Edit> = review.items.iter().filter_map(|item| item.lines.edit()).collect();
        let items = window.of(&review.items).iter();
        let items = items.map(|item| ReviewItemView::new(item, &edits, file, &findings)).collect();
        let points = || review.items.iter().flat_map(|item| &item.points);
        let count = |is_it: fn(&PointFate) -> bool| saturating(points().filter(|point| is_it(&point.fate)).count());
        let is_free = |fate: &PointFate| *fate == PointFate::Free;
        Self {
            by: change.by.clone(),
            from: ReviewOrigin::new(change, file, base),
            total: saturating(review.items.len()),
            items,
            changes: saturating(points().count()),
            free: count(is_free),
            conflicts: count(|fate| matches!(fate, PointFate::Conflict { .. })),
            refused: count(|fate| matches!(fate, PointFate::Refused(_) | PointFate::NotHere)),
            same: review.same,
            taken: review.taken,
            numbers: points().filter(|point| is_free(&point.fate)).map(|point| point.number).collect(),
            problems: saturating(result.problems.count.saturating_sub(file.problems.count)),
            is_saved_extract: false,
            effect: EffectView::new((file, before.coverage), (result, after.coverage)),
            round: answer_of(change).and_then(|(round, unit)| {
                let mut rounds = file.organisation.rounds.iter().filter(|known| *known.id == *round);
                let round = rounds.find(|round| round.receivers.iter().any(|asked| asked.unit == *unit))?;
                Some(round.name.label())
            }),
        }
    }
}

impl ReviewOrigin {
    fn new(change: &ChangeFile, file: &File<'_>, base: &[&str]) -> Self {
        let made = change.from.extract.as_deref().and_then(read_whole::<Made<'_>>);
        let extract = made.and_then(|made| {
            let receiver = ReceiverView::new(made.receiver.parse().ok()?, file);
            Some((receiver, MadeDay(made.date)))
        });
        Self { is_open: base.contains(&&*change.from.sha256), extract }
    }
}

impl ReviewItemView {
    fn new(item: &ReviewedItem, edits: &[Edit], file: &File<'_>, findings: &ReviewedFindings) -> Self {
        let view = EditView::new(&item.lines, edits, file);
        let top = |field: &FieldView| field.field.split('/').next().unwrap_or_default().to_owned();
        let point = |point: &crate::travel::ReviewPoint| PointView {
            number: point.number,
            is_whole: point.field.is_none(),
            fields: match &point.field {
                Some(name) => view.fields.iter().filter(|field| top(field) == *name).cloned().collect(),
                None => view.fields.clone(),
            },
            fate: point.fate,
            is_taken: point.is_taken,
            lacks: point.lacks,
        };
        let points: Vec<PointView> = item.points.iter().map(point).collect();
        let is_taken = points.iter().any(|point| point.is_taken);
        let findings = if is_taken { findings.about(&item.lines) } else { ReviewedFindings::default() };
        Self { is_order: item.is_order, points, findings, item: view }
    }
}

impl ReviewedFindings {
    /// The findings that only one of two files has.
    pub(super) fn between(before: JudgedContext<'_>, after: JudgedContext<'_>) -> Self {
        let ids = |look: JudgedContext<'_>| -> Vec<String> {
            let id = |found: &Finding| look.coverage.id(found, look.organisation, look.index);
            look.coverage.findings.iter().map(id).collect()
        };
        let (old, new) = (ids(before), ids(after));
        let only = |look: JudgedContext<'_>, own: &[String], other: &[String]| -> Vec<FindingRow> {
            let findings = own.iter().zip(&look.coverage.findings);
            let only = findings.filter(|(id, _)| other.binary_search(id).is_err());
            only.map(|(_, finding)| FindingRow::new(look, finding)).collect()
        };
        Self { gone: only(before, &old, &new), come: only(after, &new, &old) }
    }

    /// The findings about an item: their ids name it, or of a post the unit or the person.
    fn about(&self, lines: &ItemLines) -> Self {
        let mut ids: Vec<String> = lines.id.clone().into_iter().collect();
        for line in [&lines.before, &lines.after].into_iter().flatten().filter(|line| line.starts_with('{')) {
            let fields = flat(line);
            let named = ["unit", "person"].into_iter().filter_map(|name| match fields.get(name) {
                Some(FieldValue::Text(id)) => Some(id.clone()),
                _ => None,
            });
            ids.extend(named);
        }
        let is_about = |row: &&FindingRow| row.id.split(':').skip(1).any(|part| ids.iter().any(|id| id == part));
        let those = |rows: &[FindingRow]| rows.iter().filter(is_about).cloned().collect();
        Self { gone: those(&self.gone), come: those(&self.come) }
    }
}
