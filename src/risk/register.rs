//! The register: every risk placed in its matrix or beside it, and ranked.

use crate::organisation::number::saturating;
use crate::organisation::sort;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::organisation::Organisation;
use crate::organisation::place::problem_at;
use crate::organisation::problem::{PathStep, ProblemKind, Problems};
use crate::organisation::risk::{Dimensions, Likelihood, Position, Risk, Uncertainty, UncertaintyOf};
use crate::organisation::value::Levels;

use super::method::Methods;
use super::table::{CheckedMatrix, Lookup};

/// Where a risk came to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// In its matrix.
    Rated(Rated),
    /// Beside the matrix, for this reason.
    Beside(Unplaced),
}

/// Why a risk stands beside the matrix. Where several hold, the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unplaced {
    /// Likelihood or consequence is missing, or cannot be placed in the matrix.
    NotRated,
    /// The risk has been considered, and its likelihood cannot be said.
    NotAssessable,
    /// Someone means to do what the risk is.
    Antagonistic,
}

/// A risk in its matrix. Levels count from 1, classes from 0; of a range the upper end is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    /// Place of its matrix among the file's.
    pub matrix: u16,
    /// Level of likelihood, from 1.
    pub likelihood: u8,
    /// Level of consequence in the worst dimension.
    pub consequence: u8,
    /// The first dimension, in the matrix's order, that has it.
    pub decided_by: u8,
    /// Index of its class.
    pub class: u8,
    /// Lowest and highest class within its ranges; absent where nothing is a range.
    pub class_range: Option<(u8, u8)>,
    /// The greatest uncertainty it states.
    pub uncertainty: Option<Uncertainty>,
    /// Place in the register, from 1; equals share it, and the next one counts them all.
    pub rank: u32,
}

impl Rated {
    /// Likelihood plus consequence: what risks of one class are sorted by. It says nothing by itself.
    pub fn sort(&self) -> u32 {
        u32::from(self.likelihood) + u32::from(self.consequence)
    }

    /// What puts it before or after another.
    pub fn parted_from(&self, other: &Self) -> Before {
        match () {
            () if self.class != other.class => Before::Class,
            () if self.sort() != other.sort() => Before::Sum,
            () if self.uncertainty != other.uncertainty => Before::Uncertainty,
            () => Before::Id,
        }
    }

    /// What the register is sorted by, the first first: class, then sum, then uncertainty, all from the greatest.
    fn order(&self) -> Reverse<(u8, u32, Option<Uncertainty>)> {
        Reverse((self.class, self.sort(), self.uncertainty))
    }
}

/// What puts one risk before another in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Before {
    /// The class of the risk before is worse.
    Class,
    /// The class is the same, and the sum of its levels is larger.
    Sum,
    /// The sum is the same as well, and it is more uncertain.
    Uncertainty,
    /// All are the same: they share a place, and are listed by id.
    Id,
}

/// The number that a risk goes by: its place among those of its matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RiskNumber {
    /// Place of the matrix among the file's.
    pub matrix: u16,
    /// Place among the risks of that matrix, from 1, in the order of the register.
    pub place: u32,
}

impl fmt::Display for RiskNumber {
    /// `3` in the first matrix; those of the next are K1, K2 and on, then L1.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(after) = self.matrix.checked_sub(1) {
            let letter = char::from(b'K' + u8::try_from(after % 16).unwrap_or_default());
            write!(out, "{letter}")?;
        }
        write!(out, "{}", self.place)
    }
}

/// All risks of a file, placed.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// The placement of each risk, in the order of the file.
    pub placements: Vec<Placement>,
    /// Counts per cell of the first matrix, `cells[likelihood - 1][consequence - 1]`.
    pub cells: Vec<Vec<u32>>,
    /// Counts beside the matrix: not rated, not assessable, antagonistic.
    pub beside: [u32; 3],
    /// The order of the register, once it is asked for: sorting a country's takes a moment.
    order: OnceCell<Vec<u32>>,
    /// The place of each risk among those of its matrix, once it is asked for.
    places: OnceCell<Vec<u32>>,
}

impl Register {
    /// Indices of the risks in their matrices, the first first; equals by id.
    pub fn in_order(&self, organisation: &Organisation<'_>) -> &[u32] {
        self.order.get_or_init(|| self.sorted(organisation))
    }

    /// The number of a risk: that of no other, where places can be shared. None beside the matrix.
    pub fn number(&self, organisation: &Organisation<'_>, risk: u32) -> Option<RiskNumber> {
        let Placement::Rated(Rated { matrix, .. }) = self.placements[risk as usize] else { return None };
        let places = self.places.get_or_init(|| self.placed(organisation));
        Some(RiskNumber { matrix, place: places[risk as usize] })
    }

    /// The place of each risk among those of its matrix.
    fn placed(&self, organisation: &Organisation<'_>) -> Vec<u32> {
        let mut places = vec![0; self.placements.len()];
        let mut last: Vec<u32> = Vec::new();
        for risk in self.in_order(organisation) {
            if let Placement::Rated(Rated { matrix, .. }) = self.placements[*risk as usize] {
                let matrix = usize::from(matrix);
                last.resize(last.len().max(matrix + 1), 0);
                last[matrix] += 1;
                places[*risk as usize] = last[matrix];
            }
        }
        places
    }

    /// Indices of the risks of one matrix that share a place with one of them, itself among them, by id.
    pub fn alike<'r>(&'r self, organisation: &Organisation<'_>, rated: &Rated) -> impl Iterator<Item = u32> + use<'r> {
        let matrix = rated.matrix;
        let is_of = move |risk: &u32| match &self.placements[*risk as usize] {
            Placement::Rated(other) => other.matrix == matrix,
            Placement::Beside(_) => false,
        };
        self.tied(organisation, rated.rank).iter().copied().filter(is_of)
    }

    /// Indices of the risks that share a place in the register, by id.
    fn tied(&self, organisation: &Organisation<'_>, rank: u32) -> &[u32] {
        let order = self.in_order(organisation);
        let rank_of = |risk: &u32| match &self.placements[*risk as usize] {
            Placement::Rated(rated) => rated.rank,
            Placement::Beside(_) => u32::MAX,
        };
        let start = order.partition_point(|risk| rank_of(risk) < rank);
        &order[start..start + order[start..].partition_point(|risk| rank_of(risk) == rank)]
    }

    fn sorted(&self, organisation: &Organisation<'_>) -> Vec<u32> {
        let mut rated: Vec<(u32, u32)> = (0..)
            .zip(&self.placements)
            .filter_map(|(risk, placement)| match placement {
                Placement::Rated(rated) => Some((rated.rank, risk)),
                Placement::Beside(_) => None,
            })
            .collect();
        let id = |risk: u32| &*organisation.risks[risk as usize].id;
        sort::by(&mut rated, |a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(id(b.1))));
        rated.into_iter().map(|(_, risk)| risk).collect()
    }
}

/// Places and ranks every risk. A level or dimension that is not in the matrix is noted, and its risk not rated.
pub fn assess(organisation: &Organisation<'_>, methods: &Methods<'_>, text: &str, problems: &mut Problems) -> Register {
    let mut register = Register::default();
    if let Some(shown) = methods.shown() {
        register.cells = vec![vec![0; shown.columns.into()]; shown.rows.into()];
    }
    register.placements.reserve_exact(organisation.risks.len());
    for risk in organisation.risks.iter() {
        let mut note = |steps: &[PathStep<'_>], kind| {
            problems.push(|| problem_at(text, "risks", risk.origin, steps, kind));
        };
        let placement = place(risk, methods, &mut note);
        match placement {
            Placement::Rated(Rated { matrix: 0, likelihood, consequence, .. }) => {
                register.cells[usize::from(likelihood - 1)][usize::from(consequence - 1)] += 1;
            }
            Placement::Rated(_) => {}
            Placement::Beside(beside) => register.beside[beside as usize] += 1,
        }
        register.placements.push(placement);
    }
    rank(&mut register.placements);
    register
}

/// Gives each rated risk one more than the number of risks that come before it.
fn rank(placements: &mut [Placement]) {
    let order = |placement: &Placement| match placement {
        Placement::Rated(rated) => Some(rated.order()),
        Placement::Beside(_) => None,
    };
    let mut orders: Vec<_> = placements.iter().filter_map(order).collect();
    sort::all(&mut orders);
    for placement in placements {
        if let Placement::Rated(rated) = placement {
            let before = orders.partition_point(|other| *other < rated.order());
            rated.rank = saturating(before + 1);
        }
    }
}

/// Places one risk.
#[inline(never)]
fn place(risk: &Risk<'_>, methods: &Methods<'_>, note: &mut impl FnMut(&[PathStep<'_>], ProblemKind)) -> Placement {
    let Some((matrix, table)) = methods.table(risk.matrix.as_deref()) else {
        if let Some(id) = risk.matrix.as_deref().filter(|id| !methods.has(id)) {
            note(&["matrix".into()], ProblemKind::NotFound { id: id.to_owned(), list: "matrices".into() });
        }
        return Placement::Beside(Unplaced::NotRated);
    };
    for (field, position) in [("current", &risk.current), ("target", &risk.target)] {
        if let Some(Position { likelihood, consequence, .. }) = position {
            if let Some(levels) = likelihood.filter(|_| table.has_likelihood()) {
                likelihood_fits(levels, table, &[field.into(), "likelihood".into()], note);
            }
            consequence_fits(consequence, table, &[field.into(), "consequence".into()], note);
        }
    }
    let likelihood = table.likelihood_of(risk.likelihood);
    let fits = match likelihood {
        Some(Likelihood::Levels(levels)) => likelihood_fits(levels, table, &["likelihood".into()], note),
        _ => true,
    };
    let fits = consequence_fits(&risk.consequence, table, &["consequence".into()], note) && fits;
    let Some(likelihood) = likelihood.filter(|_| fits && !risk.consequence.0.is_empty()) else {
        return Placement::Beside(Unplaced::NotRated);
    };
    let Likelihood::Levels(likelihood) = likelihood else { return Placement::Beside(Unplaced::NotAssessable) };
    if risk.antagonistic == Some(true) {
        return Placement::Beside(Unplaced::Antagonistic);
    }
    Placement::Rated(rate(risk, likelihood, u16::try_from(matrix).unwrap_or(u16::MAX), table))
}

/// The verdict on a risk whose levels are all in the matrix.
fn rate(risk: &Risk<'_>, likelihood: Levels, matrix: u16, table: &CheckedMatrix<'_>) -> Rated {
    let dimension = |name: &str| table.dimension(name).map_or(u8::MAX, |place| u8::try_from(place).unwrap_or(u8::MAX));
    let dimensions = risk.consequence.0.iter().map(|(name, levels)| (dimension(name), *levels));
    let Lookup { likelihood, consequence, decided_by, class, class_range } = table.look_up(likelihood, dimensions);
    let uncertainty = risk.uncertainty.as_ref().and_then(UncertaintyOf::greatest);
    Rated { matrix, likelihood, consequence, decided_by, class, class_range, uncertainty, rank: 0 }
}

fn likelihood_fits(
    levels: Levels,
    table: &CheckedMatrix<'_>,
    steps: &[PathStep<'_>],
    note: &mut impl FnMut(&[PathStep<'_>], ProblemKind),
) -> bool {
    levels_fit(levels, table.rows, &table.likelihood.id, steps, note)
}

fn consequence_fits(
    consequence: &Dimensions<'_>,
    table: &CheckedMatrix<'_>,
    steps: &[PathStep<'_>],
    note: &mut impl FnMut(&[PathStep<'_>], ProblemKind),
) -> bool {
    let mut fits = true;
    for (name, levels) in &consequence.0 {
        let here = || -> Vec<_> { steps.iter().cloned().chain([PathStep::Key(name.clone())]).collect() };
        if table.dimension(name).is_none() {
            let kind =
                ProblemKind::NoSuchDimension { dimension: name.to_string(), matrix: table.matrix.id.to_string() };
            note(&here(), kind);
            fits = false;
        } else if !within(*levels, table.columns) {
            fits &= levels_fit(*levels, table.columns, name, &here(), note);
        }
    }
    fits
}

/// Whether levels are all in a scale of so many.
pub(super) fn within(levels: Levels, most: u8) -> bool {
    levels.low() >= 1 && levels.low() <= levels.high() && levels.high() <= i32::from(most)
}

fn levels_fit(
    levels: Levels,
    most: u8,
    scale: &str,
    steps: &[PathStep<'_>],
    note: &mut impl FnMut(&[PathStep<'_>], ProblemKind),
) -> bool {
    if within(levels, most) {
        return true;
    }
    let (low, high) = (levels.low(), levels.high());
    note(
        steps,
        if low > high {
            ProblemKind::RangeReversed { low, high }
        } else {
            let level = if low < 1 { low } else { high };
            ProblemKind::LevelOutside { level, scale: scale.to_owned(), levels: most.into() }
        },
    );
    false
}

#[cfg(test)]
mod tests;
