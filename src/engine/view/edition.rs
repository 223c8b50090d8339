//! Editions: which there are, and what has changed from one analysis to another.

mod compared;
mod comparison;
mod opened;

use serde::{Deserialize, Serialize};

pub use self::compared::{ComparedRow, InputOf, InputView, RejudgedView, RiskFate, Stated};
use self::comparison::compare;
pub use self::comparison::{ComparisonView, EditionTally};
pub use self::opened::SideView;
use crate::engine::lens::Window;
use crate::organisation::Organisation;
use crate::organisation::edition::Edition;
use crate::organisation::history::Adoption;
use crate::organisation::number::saturating;
use crate::organisation::problem::Problem;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Str, Text, day, visible};
use crate::risk::edition::{self, Integrity};
use crate::verdict::File;

/// Problems of an edition's content that are told one by one.
const MOST: usize = 5;

/// The editions of the file, and a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionsView {
    /// The editions, the latest first.
    pub editions: Vec<EditionRow>,
    /// Risks of the open file.
    pub risks: u32,
    /// What has changed; absent where there is no edition, or where one that is compared cannot be read.
    pub comparison: Option<ComparisonView>,
}

/// An edition in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionRow {
    /// The id of the edition.
    pub id: String,
    /// The name of the edition.
    pub name: Label,
    /// The day it was frozen.
    #[serde(with = "day")]
    pub date: Date,
    /// What else is said.
    pub note: Option<Label>,
    /// Who adopted it, when and where it is minuted, as far as the history of the file says.
    pub adopted: Vec<AdoptionView>,
    /// Whether the edition is what was frozen; absent where its content cannot be read.
    pub integrity: Option<Integrity>,
    /// The SHA-256 that its content has, in hexadecimal; empty where it cannot be read.
    pub sha256: String,
    /// Risks in the edition.
    pub risks: u32,
    /// Problems of its content in all.
    pub problem_count: u32,
    /// The first problems of the edition's content.
    pub problems: Vec<Problem>,
}

/// That an edition was adopted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AdoptionView {
    /// The day it was adopted.
    #[serde(with = "day::option")]
    pub date: Option<Date>,
    /// Who adopted it; empty where that is not said.
    pub by: String,
    /// Where it is minuted; empty where that is not said.
    pub minutes: String,
}

impl EditionsView {
    /// The editions of a file, and what has changed from one to another, or to the file as it is on a day. Where none is
    /// named, from the latest to the file.
    pub(in crate::engine) fn new(
        file: &File<'_>,
        (earlier, later): (Option<&str>, Option<&str>),
        (on, within): (Date, Option<&str>),
        window: Window,
    ) -> Self {
        let mut editions: Vec<&Edition<'_>> = file.organisation.editions.iter().collect();
        sort::by(&mut editions, |a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
        let find = |id: Option<&str>| editions.iter().copied().find(|edition| Some(&*edition.id.0) == id);
        let later = find(later);
        let others = || editions.iter().copied().find(|edition| later.is_none_or(|later| later.id != edition.id));
        let compared =
            find(earlier).or_else(others).and_then(|earlier| compare(file, earlier, later, (on, within), window));
        Self {
            risks: saturating(file.organisation.risks.len()),
            comparison: compared,
            editions: editions.into_iter().map(|item| EditionRow::new(item, &file.organisation)).collect(),
        }
    }
}

impl AdoptionView {
    fn new(adoption: &Adoption<'_>) -> Self {
        let said = |text: &Option<Str<'_>>| text.as_deref().map(visible).unwrap_or_default();
        Self { date: adoption.date, by: said(&adoption.by), minutes: said(&adoption.minutes) }
    }
}

impl EditionRow {
    fn new(item: &Edition<'_>, organisation: &Organisation<'_>) -> Self {
        let adoptions = organisation.history.iter().filter_map(|entry| entry.adopted.as_ref());
        let of_it = adoptions.filter(|adoption| *adoption.edition == *item.id);
        let mut adopted: Vec<_> = of_it.map(AdoptionView::new).collect();
        sort::all(&mut adopted);
        let row = Self {
            adopted,
            id: item.id.to_string(),
            name: item.name.label(),
            date: item.date,
            note: item.note.as_ref().map(Text::label),
            integrity: None,
            sha256: String::new(),
            risks: 0,
            problem_count: 1,
            problems: Vec::new(),
        };
        match File::read(&item.content.0, &mut |_| ()) {
            Err(problem) => Self { problems: vec![*problem], ..row },
            Ok(content) => Self {
                integrity: Some(edition::integrity(item, &content.organisation)),
                sha256: edition::hash(&content.organisation),
                risks: saturating(content.organisation.risks.len()),
                problem_count: saturating(content.problems.count),
                problems: content.problems.list.into_iter().take(MOST).collect(),
                ..row
            },
        }
    }
}

#[cfg(test)]
mod tests;
