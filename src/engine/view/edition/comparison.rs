//! Two analyses held against each other: their pictures, and what became of each risk.

use serde::{Deserialize, Serialize};

use super::compared::{ComparedRow, order};
use super::opened::{OpenedEdition, SideView};
use crate::engine::lens::{RiskFilter, Window};
use crate::engine::view::picture::cell;
use crate::engine::view::risk::concerns;
use crate::organisation::edition::Edition;
use crate::organisation::sort;
use crate::organisation::value::Date;
use crate::risk::edition::{self, Compared, RiskChange, Way};
use crate::verdict::File;

/// Two analyses held against each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparisonView {
    /// The analysis that is compared with.
    pub earlier: SideView,
    /// The analysis that is looked at.
    pub later: SideView,
    /// How many risks there are of each kind.
    pub tally: EditionTally,
    /// The risks in the window: what is not simply unchanged, the worst first.
    pub rows: Vec<ComparedRow>,
}

/// How many risks of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionTally {
    /// Risks that are judged worse than before.
    pub worse: u32,
    /// Risks that are judged better than before.
    pub better: u32,
    /// Judged otherwise, to the same effect, or standing elsewhere since measures have been done.
    pub level: u32,
    /// Come into the matrix.
    pub into: u32,
    /// Gone out of it, to stand beside.
    pub out_of: u32,
    /// Only in the later.
    pub new: u32,
    /// Only in the earlier.
    pub gone: u32,
    /// Risks that cannot be compared.
    pub not_comparable: u32,
    /// Risks that are as they were.
    pub unchanged: u32,
}

impl EditionTally {
    /// Risks that are not simply as they were.
    pub const fn changed(&self) -> u32 {
        let Self { worse, better, level, into, out_of, new, gone, not_comparable, unchanged: _ } = *self;
        worse + better + level + into + out_of + new + gone + not_comparable
    }
}

/// Holds an edition against a later one, or against the file as it is on a day.
pub(super) fn compare(
    file: &File<'_>,
    earlier: &Edition<'_>,
    later: Option<&Edition<'_>>,
    (on, within): (Date, Option<&str>),
    window: Window,
) -> Option<ComparisonView> {
    let content = |edition: &Edition<'_>| -> Option<String> { Some(edition.content.0.to_string()) };
    let (earlier_text, later_text) = (content(earlier)?, later.and_then(content));
    let earlier_file = File::read(&earlier_text, &mut |_| ()).ok()?;
    let later_file = later_text.as_ref().map(|text| File::read(text, &mut |_| ())).transpose().ok()?;
    let before = OpenedEdition::new(&earlier_file, Some(earlier), earlier.date);
    let after =
        OpenedEdition::new(later_file.as_ref().unwrap_or(file), later, later.map_or(on, |edition| edition.date));
    let mut all = edition::compare(before.side(), after.side());
    if let Some(within) = within {
        all.retain(|it| edition_concerns(&before, within, it.earlier) || edition_concerns(&after, within, it.later));
    }
    let mut view = ComparisonView {
        earlier: before.view(within),
        later: after.view(within),
        tally: tally(&all),
        rows: Vec::new(),
    };
    show_moves(&mut view, &before, &after, &all);
    number_alike(&mut view);
    all.retain(|it| it.change != RiskChange::Unchanged);
    sort::by_cached_key(&mut all, |it| order(it, &before, &after));
    view.rows = window.of(&all).iter().filter_map(|it| ComparedRow::new(it, &before, &after)).collect();
    Some(view)
}

/// Whether a risk of an analysis concerns a unit or one below it.
fn edition_concerns(of: &OpenedEdition<'_>, within: &str, risk: Option<u32>) -> bool {
    let unit = of.file.index.unit(within);
    risk.is_some_and(|risk| unit.is_some() && concerns(of.look(), unit, risk))
}

fn tally(all: &[Compared]) -> EditionTally {
    let mut tally = EditionTally::default();
    for compared in all {
        *match &compared.change {
            RiskChange::New => &mut tally.new,
            RiskChange::Gone => &mut tally.gone,
            RiskChange::Unchanged => &mut tally.unchanged,
            RiskChange::NotComparable(_) => &mut tally.not_comparable,
            RiskChange::Moved(moved) => match moved.way {
                Way::Worse => &mut tally.worse,
                Way::Better => &mut tally.better,
                Way::Level => &mut tally.level,
                Way::Into => &mut tally.into,
                Way::OutOf => &mut tally.out_of,
            },
        } += 1;
    }
    tally
}

/// In a comparison the later picture tells where a risk came from, and neither where it is going.
fn show_moves(view: &mut ComparisonView, before: &OpenedEdition<'_>, after: &OpenedEdition<'_>, all: &[Compared]) {
    for side in [&mut view.earlier, &mut view.later] {
        for spot in side.picture.iter_mut().flat_map(|picture| &mut picture.spots) {
            (spot.current, spot.target) = (None, None);
        }
    }
    for spot in view.later.picture.iter_mut().flat_map(|picture| &mut picture.spots) {
        let risk = after.file.index.risk(&spot.id);
        let found = all.iter().find(|it| it.later == risk && matches!(it.change, RiskChange::Moved(_)));
        let was = found.and_then(|it| cell(before.look(), &RiskFilter::default(), it.earlier?));
        spot.was = was.filter(|was| *was != spot.cell);
    }
}

/// Gives each risk one number in both pictures: that of the later; those only in the earlier one come after.
fn number_alike(view: &mut ComparisonView) {
    let (Some(earlier), Some(later)) = (&mut view.earlier.picture, &view.later.picture) else { return };
    let last = later.spots.iter().map(|spot| spot.number).max().unwrap_or_default();
    let mut next = last.max(later.matrix.placed);
    for spot in &mut earlier.spots {
        let same = later.spots.iter().find(|other| other.id == spot.id);
        spot.number = same.map_or_else(
            || {
                next += 1;
                next
            },
            |same| same.number,
        );
    }
}
