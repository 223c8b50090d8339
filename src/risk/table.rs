//! A matrix ready to look levels up in.

use crate::organisation::method::{Class, Matrix, Scale};
use crate::organisation::risk::Likelihood;
use crate::organisation::value::Levels;

/// A matrix with its scales found and its grid checked.
#[derive(Debug, Clone)]
pub struct CheckedMatrix<'o> {
    /// The item of the matrix.
    pub matrix: &'o Matrix<'o>,
    /// The likelihood scale; one level that says nothing where the matrix has none.
    pub likelihood: &'o Scale<'o>,
    /// The consequence scales in the matrix's order: the dimensions.
    pub dimensions: Vec<&'o Scale<'o>>,
    /// Levels of likelihood in the matrix.
    pub rows: u8,
    /// Levels of consequence, the same in every dimension.
    pub columns: u8,
    /// Index of the class of each cell, row by row from the lowest likelihood.
    pub(super) grid: Vec<u8>,
}

/// What a matrix says of levels. Levels count from 1, classes from 0; of a range the upper end is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookup {
    /// Level of likelihood, from 1.
    pub likelihood: u8,
    /// Level of consequence in the worst dimension.
    pub consequence: u8,
    /// The first dimension, in the matrix's order, that has it.
    pub decided_by: u8,
    /// Index of the class.
    pub class: u8,
    /// Lowest and highest class within the ranges; absent where nothing is a range.
    pub class_range: Option<(u8, u8)>,
}

impl CheckedMatrix<'_> {
    /// Looks levels up that are all in this matrix: likelihood, and consequence by the place of its dimension.
    pub fn look_up(&self, likelihood: Levels, dimensions: impl Iterator<Item = (u8, Levels)>) -> Lookup {
        let (mut decided_by, mut consequence, mut least) = (u8::MAX, 0, 0);
        let mut is_range = matches!(likelihood, Levels::Range(..));
        for (dimension, levels) in dimensions {
            let (low, high) = (level(levels.low()), level(levels.high()));
            if high > consequence || (high == consequence && dimension < decided_by) {
                (decided_by, consequence) = (dimension, high);
            }
            least = least.max(low);
            is_range |= matches!(levels, Levels::Range(..));
        }
        let (low, high) = (level(likelihood.low()), level(likelihood.high()));
        let class_range = is_range.then(|| {
            // The worst of the dimensions takes every level from the greatest low end to the greatest high end.
            let classes = (low..=high).flat_map(|row| (least..=consequence).map(move |column| self.class(row, column)));
            classes.fold((u8::MAX, 0), |(lowest, highest), class| (class.min(lowest), class.max(highest)))
        });
        Lookup { likelihood: high, consequence, decided_by, class: self.class(high, consequence), class_range }
    }

    /// Index of the class at these levels, each from 1.
    pub fn class(&self, likelihood: u8, consequence: u8) -> u8 {
        self.grid[usize::from(likelihood - 1) * usize::from(self.columns) + usize::from(consequence - 1)]
    }

    /// All cells as `(likelihood, consequence, class)`, levels from 1.
    pub fn cells(&self) -> impl Iterator<Item = (u8, u8, u8)> {
        (1..=self.rows)
            .flat_map(move |row| (1..=self.columns).map(move |column| (row, column, self.class(row, column))))
    }

    /// Whether risks are judged by likelihood too, and not by consequence alone.
    pub fn has_likelihood(&self) -> bool {
        self.matrix.likelihood.is_some()
    }

    /// What a matrix makes of a likelihood that a risk states: where it has none, every risk is at its only level.
    pub fn likelihood_of(&self, stated: Option<Likelihood>) -> Option<Likelihood> {
        if self.has_likelihood() { stated } else { Some(Likelihood::Levels(Levels::Level(1))) }
    }

    /// The classes, the lowest first.
    pub fn classes(&self) -> &[Class<'_>] {
        &self.matrix.classes
    }

    /// Index of the dimension with this name.
    pub fn dimension(&self, name: &str) -> Option<usize> {
        self.dimensions.iter().position(|scale| *scale.id == *name)
    }
}

/// A level known to be within a table's bounds.
fn level(level: i32) -> u8 {
    u8::try_from(level).unwrap_or(u8::MAX)
}
