//! A change of method, seen before it is taken: what becomes of every risk.
//!
//! Levels of one method mean nothing in another until someone says what they become. That is a [`Remap`]; what it does
//! not say is not carried over: never the nearest level, never the same number. [`remap`] carries a risk's levels over
//! and tells what it loses, [`shifts`] holds the registers before and after against each other.

use serde::{Deserialize, Serialize};

use super::method::Methods;
use super::register::{Placement, Register, Unplaced};
use super::table::CheckedMatrix;
use crate::organisation::Organisation;
use crate::organisation::method::Scale;
use crate::organisation::number::saturating;
use crate::organisation::risk::{Dimensions, Likelihood, Position, Risk};
use crate::organisation::value::Levels;

/// What levels of the method before become in the one after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remap {
    /// For each level of likelihood before, the lowest first, the level after, from 1; none where nobody has said.
    pub likelihood: Vec<Option<u8>>,
    /// For each dimension after that takes its levels from one before: which, and what they become.
    pub dimensions: Vec<Carried>,
}

/// A dimension that takes its levels from one before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// The id after of the level.
    pub to: String,
    /// The id of the one before.
    pub from: String,
    /// For each level before, the lowest first, the level after, from 1; none where nobody has said.
    pub levels: Vec<Option<u8>>,
}

/// Something that a risk said and says no longer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lost {
    /// The likelihood of the risk.
    Likelihood,
    /// The consequence of the risk in the dimension of this id.
    Dimension(String),
}

/// Whether two scales have the same levels by name: then a level before is the same after, and nobody need say it.
fn are_alike(before: &Scale<'_>, after: &Scale<'_>) -> bool {
    let names = |scale: &Scale<'_>| scale.levels.iter().map(|level| level.name.label()).collect::<Vec<_>>();
    names(before) == names(after)
}

/// Every level as it is.
fn as_it_is(scale: &Scale<'_>) -> Vec<Option<u8>> {
    (1..=u8::MAX).map(Some).take(scale.levels.len()).collect()
}

impl Remap {
    /// What is known without anyone saying it: scales of one id whose levels have the same names.
    pub fn known(before: &CheckedMatrix<'_>, after: &CheckedMatrix<'_>) -> Self {
        let none = |scale: &Scale<'_>| vec![None; scale.levels.len()];
        let has_both = before.has_likelihood() && after.has_likelihood();
        let is_same =
            has_both && before.likelihood.id == after.likelihood.id && are_alike(before.likelihood, after.likelihood);
        let likelihood = match (before.has_likelihood(), is_same) {
            (false, _) => Vec::new(),
            (true, true) => as_it_is(before.likelihood),
            (true, false) => none(before.likelihood),
        };
        let carried = |scale: &&Scale<'_>| {
            let from = before.dimensions.iter().find(|known| known.id == scale.id && are_alike(known, scale))?;
            Some(Carried { to: scale.id.to_string(), from: from.id.to_string(), levels: as_it_is(from) })
        };
        Self { likelihood, dimensions: after.dimensions.iter().filter_map(carried).collect() }
    }

    fn carry(&self, consequence: &Dimensions<'_>) -> Vec<(String, Levels)> {
        let carried = self.dimensions.iter().filter_map(|dimension| {
            let levels = consequence.get(&dimension.from)?;
            Some((dimension.to.clone(), becomes(*levels, &dimension.levels)?))
        });
        carried.collect()
    }

    /// Whether something stated in a dimension before is stated in some dimension after.
    fn keeps(&self, dimension: &str, levels: Levels) -> bool {
        let of = |carried: &&Carried| carried.from == dimension;
        self.dimensions.iter().filter(of).any(|carried| becomes(levels, &carried.levels).is_some())
    }

    /// What a dimension before is called after, where one takes its levels from it.
    pub fn renamed(&self, dimension: &str) -> Option<&str> {
        self.dimensions.iter().find(|carried| carried.from == dimension).map(|carried| &*carried.to)
    }
}

/// What levels become; none where one of them becomes nothing.
fn becomes(levels: Levels, after: &[Option<u8>]) -> Option<Levels> {
    let one = |level: i32| usize::try_from(level).ok().and_then(|level| *after.get(level.checked_sub(1)?)?);
    let (mut low, mut high) = (u8::MAX, 0);
    if levels.low() > levels.high() || usize::try_from(levels.high()).is_ok_and(|high| high > after.len()) {
        return None;
    }
    for level in levels.low()..=levels.high() {
        let level = one(level)?;
        (low, high) = (low.min(level), high.max(level));
    }
    Some(if low == high { Levels::Level(low.into()) } else { Levels::Range(low.into(), high.into()) })
}

/// The risk with its levels carried over, and what it loses. Its `matrix` is left as it is.
pub fn remap<'a>(risk: &Risk<'a>, remap: &Remap) -> (Risk<'a>, Vec<Lost>) {
    let (mut after, mut lost) = (risk.clone(), Vec::new());
    if let Some(Likelihood::Levels(levels)) = risk.likelihood {
        after.likelihood = becomes(levels, &remap.likelihood).map(Likelihood::Levels);
        if after.likelihood.is_none() {
            lost.push(Lost::Likelihood);
        }
    }
    for (id, levels) in &risk.consequence.0 {
        if !remap.keeps(id, *levels) {
            lost.push(Lost::Dimension(id.to_string()));
        }
    }
    after.consequence = dimensions(remap, &risk.consequence);
    for position in [&mut after.current, &mut after.target] {
        if let Some(now) = position {
            now.likelihood = now.likelihood.and_then(|levels| becomes(levels, &remap.likelihood));
            now.consequence = dimensions(remap, &now.consequence);
            if is_empty(now) {
                *position = None;
            }
        }
    }
    for (key, _) in &mut after.motives.0 {
        if let Some(name) = remap.renamed(key) {
            *key = name.to_owned().into();
        }
    }
    (after, lost)
}

fn dimensions<'a>(remap: &Remap, before: &Dimensions<'_>) -> Dimensions<'a> {
    let carried = remap.carry(before).into_iter();
    crate::organisation::risk::ByKey(carried.map(|(id, levels)| (id.into(), levels)).collect())
}

fn is_empty(position: &Position<'_>) -> bool {
    position.likelihood.is_none() && position.consequence.0.is_empty() && position.unknown.is_empty()
}

/// Where a risk stands in a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// In a class: the place of its matrix, the class and the rank.
    In(u16, u8, u32),
    /// Beside the matrix.
    Beside(Unplaced),
}

/// A risk before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The place of the risk in the file before.
    pub before: u32,
    /// The place of the risk in the file after.
    pub after: u32,
    /// Where the risk stood.
    pub from: Stand,
    /// Where the risk stands.
    pub to: Stand,
    /// Whether the class is another: by id or by name.
    pub moves: bool,
}

impl Shift {
    /// Whether the risk was in a matrix and no longer is.
    pub fn falls_out(&self) -> bool {
        matches!((self.from, self.to), (Stand::In(..), Stand::Beside(_)))
    }
}

/// A file and its risks placed.
#[derive(Clone, Copy)]
pub struct MethodSide<'s> {
    /// The organisation of the file.
    pub organisation: &'s Organisation<'s>,
    /// The matrices of the file.
    pub methods: &'s Methods<'s>,
    /// The risks of the file, placed.
    pub register: &'s Register,
}

impl MethodSide<'_> {
    fn stand(self, risk: usize) -> Stand {
        match self.register.placements[risk] {
            Placement::Rated(rated) => Stand::In(rated.matrix, rated.class, rated.rank),
            Placement::Beside(beside) => Stand::Beside(beside),
        }
    }
}

/// Every risk of both files, by id, in the order of the second.
pub fn shifts(before: MethodSide<'_>, after: MethodSide<'_>) -> Vec<Shift> {
    let ids = |side: MethodSide<'_>| -> Vec<String> {
        side.organisation.risks.iter().map(|risk| risk.id.to_string()).collect()
    };
    let known: rustc_hash::FxHashMap<String, usize> = ids(before).into_iter().zip(0..).collect();
    let class = |side: MethodSide<'_>, matrix: u16, class: u8| {
        let item = side.methods.at(matrix.into()).map(|table| &table.classes()[usize::from(class)]);
        item.map(|class| (class.id.to_string(), class.name.label()))
    };
    let shift = |(place, id): (usize, String)| {
        let was = *known.get(&id)?;
        let (from, to) = (before.stand(was), after.stand(place));
        let moves = match (from, to) {
            (Stand::In(matrix, old, _), Stand::In(other, new, _)) => {
                class(before, matrix, old) != class(after, other, new)
            }
            (Stand::Beside(old), Stand::Beside(new)) => old != new,
            _ => true,
        };
        Some(Shift { before: saturating(was), after: saturating(place), from, to, moves })
    };
    ids(after).into_iter().enumerate().filter_map(shift).collect()
}

#[cfg(test)]
mod tests;
