//! What became of every risk between two analyses.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::method::{MethodDifference, differences};
use crate::organisation::risk::{Likelihood, Risk, Uncertainty, UncertaintyOf};
use crate::organisation::value::{Date, Levels};
use crate::organisation::{Organisation, sort};
use crate::risk::position::MatrixPlace;
use crate::risk::{Acting, Methods, Placement, Register, positions};

/// One of the two analyses.
#[derive(Debug, Clone, Copy)]
pub struct EditionSide<'a> {
    /// What the analysis says.
    pub organisation: &'a Organisation<'a>,
    /// The matrices of the analysis.
    pub methods: &'a Methods<'a>,
    /// The risks of the analysis, placed.
    pub register: &'a Register,
    /// Which measures act on which of them.
    pub acting: &'a Acting,
    /// The day it is looked at: where its risks stand depends on the measures done by then.
    pub on: Date,
}

/// A risk in both analyses, or in one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The index of the risk among the risks of the earlier analysis.
    pub earlier: Option<u32>,
    /// The index of the risk among those of the later one.
    pub later: Option<u32>,
    /// What became of the risk.
    pub change: RiskChange,
}

/// What became of a risk.
#[derive(Debug, Clone, PartialEq)]
pub enum RiskChange {
    /// Only the later analysis has the risk.
    New,
    /// Only the earlier analysis has the risk.
    Gone,
    /// The risk is judged otherwise, or stands elsewhere since measures have been done.
    Moved(MovedRisk),
    /// The risk is judged as it was, and stands where it stood.
    Unchanged,
    /// The method is another, and levels that look alike would not mean the same.
    NotComparable(Vec<MethodDifference>),
}

/// What of a risk is otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct MovedRisk {
    /// Which way it went.
    pub way: Way,
    /// The likelihood of the risk, where that is another.
    pub likelihood: Option<Revision<Likelihood>>,
    /// Each dimension of the consequence that is another, by the id of its scale.
    pub consequence: Vec<(String, Revision<Levels>)>,
    /// The greatest uncertainty it states, where that is another.
    pub uncertainty: Option<Revision<Uncertainty>>,
    /// Whether someone means to do it, where that is another.
    pub antagonistic: Option<bool>,
    /// Where the risk stands with what has been done, where that is another cell.
    pub current: Option<Revision<MatrixPlace>>,
}

/// From what was stated to what is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision<T> {
    /// In the earlier analysis.
    pub from: Option<T>,
    /// In the later one.
    pub to: Option<T>,
}

/// Which way a risk went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Way {
    /// To a worse class, or within it to a greater sum of levels.
    Worse,
    /// To a better class, or within it to a smaller sum of levels.
    Better,
    /// To a place that counts as much, or it stays where it is and only what it rests on is another.
    Level,
    /// The risk has come from beside the matrix into it.
    Into,
    /// The risk has gone out of the matrix, to stand beside it.
    OutOf,
}

/// What became of every risk of either analysis, by id.
pub fn compare(earlier: EditionSide<'_>, later: EditionSide<'_>) -> Vec<Compared> {
    let (before, after) = (by_id(earlier.organisation), by_id(later.organisation));
    let (mut before, mut after) = (before.into_iter().peekable(), after.into_iter().peekable());
    let mut compared = Vec::new();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return compared,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let was = if order.is_le() { before.next().map(|(_, risk)| risk) } else { None };
        let is = if order.is_ge() { after.next().map(|(_, risk)| risk) } else { None };
        let change = match (was, is) {
            (Some(was), Some(is)) => change((earlier, was), (later, is)),
            (Some(_), None) => RiskChange::Gone,
            _ => RiskChange::New,
        };
        compared.push(Compared { earlier: was, later: is, change });
    }
}

fn by_id<'o>(organisation: &'o Organisation<'_>) -> Vec<(&'o str, u32)> {
    let mut risks: Vec<_> = organisation.risks.iter().map(|risk| &*risk.id.0).zip(0..).collect();
    sort::all(&mut risks);
    risks
}

/// What became of a risk that both have.
fn change((earlier, was): (EditionSide<'_>, u32), (later, is): (EditionSide<'_>, u32)) -> RiskChange {
    let (a, b) = (&earlier.organisation.risks[was as usize], &later.organisation.risks[is as usize]);
    let table =
        |side: &EditionSide<'_>, risk: &Risk<'_>| side.methods.table(risk.matrix.as_deref()).map(|(place, _)| place);
    let (of_a, of_b) = (table(&earlier, a), table(&later, b));
    let unlike =
        differences(of_a.and_then(|place| earlier.methods.at(place)), of_b.and_then(|place| later.methods.at(place)));
    if !unlike.is_empty() {
        return RiskChange::NotComparable(unlike);
    }
    let uncertainty = |risk: &Risk<'_>| risk.uncertainty.as_ref().and_then(UncertaintyOf::greatest);
    let antagonistic = |risk: &Risk<'_>| risk.antagonistic == Some(true);
    let moved = MovedRisk {
        way: way(earlier.register.placements[was as usize], later.register.placements[is as usize]),
        likelihood: Revision::between(a.likelihood, b.likelihood),
        consequence: consequence(a, b),
        uncertainty: Revision::between(uncertainty(a), uncertainty(b)),
        antagonistic: Some(antagonistic(b)).filter(|now| *now != antagonistic(a)),
        current: current((earlier, was), (later, is)),
    };
    let MovedRisk { likelihood, consequence, uncertainty, antagonistic, current, .. } = &moved;
    let judged = likelihood.is_some() || !consequence.is_empty() || uncertainty.is_some() || antagonistic.is_some();
    let same = !judged && current.is_none();
    if same { RiskChange::Unchanged } else { RiskChange::Moved(moved) }
}

/// Where a risk stands with what has been done, where that is another cell.
fn current(
    (earlier, was): (EditionSide<'_>, u32),
    (later, is): (EditionSide<'_>, u32),
) -> Option<Revision<MatrixPlace>> {
    let place = |side: EditionSide<'_>, risk| {
        positions(side.organisation, side.methods, side.acting, risk, side.on).current.map(|moved| moved.place)
    };
    let (from, to) = (place(earlier, was), place(later, is));
    let cell =
        |place: &Option<MatrixPlace>| place.as_ref().map(|place| (place.found.likelihood, place.found.consequence));
    (cell(&from) != cell(&to)).then_some(Revision { from, to })
}

/// The dimensions that are judged otherwise, by id.
fn consequence(a: &Risk<'_>, b: &Risk<'_>) -> Vec<(String, Revision<Levels>)> {
    let mut names: Vec<&str> = a.consequence.0.iter().chain(&b.consequence.0).map(|(name, _)| &**name).collect();
    sort::all(&mut names);
    names.dedup();
    let step = |name: &str| {
        let step = Revision::between(a.consequence.get(name).copied(), b.consequence.get(name).copied())?;
        Some((name.to_owned(), step))
    };
    names.into_iter().filter_map(step).collect()
}

fn way(from: Placement, to: Placement) -> Way {
    match (from, to) {
        (Placement::Rated(from), Placement::Rated(to)) => match (to.class, to.sort()).cmp(&(from.class, from.sort())) {
            Ordering::Greater => Way::Worse,
            Ordering::Less => Way::Better,
            Ordering::Equal => Way::Level,
        },
        (Placement::Beside(_), Placement::Rated(_)) => Way::Into,
        (Placement::Rated(_), Placement::Beside(_)) => Way::OutOf,
        (Placement::Beside(_), Placement::Beside(_)) => Way::Level,
    }
}

impl<T: PartialEq> Revision<T> {
    /// The step from one to the other; none where they are the same.
    fn between(from: Option<T>, to: Option<T>) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }
}
