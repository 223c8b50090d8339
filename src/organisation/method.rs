//! The method of a risk analysis as data: scales of levels, and matrices that give a class to each pair of levels.

use super::record::record;
use super::value::{Id, Str, Text};

record! {
    /// A scale: what likelihood, or one dimension of consequence, is measured by.
    pub struct Scale<'a> {
        /// Unique among scales; of a consequence scale also the name of the dimension.
        pub id: Id<'a>,
        /// What it is called.
        pub name: Option<Text<'a>>,
        /// What the bounds count: `per year`, `SEK`, `people`, `hours`.
        pub unit: Option<Str<'a>>,
        /// The levels, the lowest first. Level 1 is the first.
        pub levels: Vec<Level<'a>>,
    }
}

record! {
    /// One level of a scale.
    pub struct Level<'a> {
        /// What it is called.
        pub name: Text<'a>,
        /// The lower bound, not included, in the scale's unit; absent where the level begins at the end of the one below.
        pub above: Option<f64>,
        /// The upper bound, included, in the scale's unit; absent for the highest level or where there is no number.
        pub up_to: Option<f64>,
        /// What it means, in words.
        pub description: Option<Text<'a>>,
    }
}

record! {
    /// A matrix: which class a risk of each likelihood and consequence is in, by looking it up.
    pub struct Matrix<'a> {
        /// Unique among matrices.
        pub id: Id<'a>,
        /// What it is called.
        pub name: Option<Text<'a>>,
        /// Id of the likelihood scale.
        pub likelihood: Str<'a>,
        /// Ids of the consequence scales, one per dimension; the first of equals decides.
        pub consequence: Vec<Str<'a>>,
        /// The classes, the lowest first.
        pub classes: Vec<Class<'a>>,
        /// `grid[likelihood - 1][consequence - 1]` is an index into `classes`, from 0.
        pub grid: Vec<Vec<i64>>,
    }
}

record! {
    /// A class of risks.
    pub struct Class<'a> {
        /// Unique in its matrix.
        pub id: Id<'a>,
        /// What it is called.
        pub name: Text<'a>,
        /// The letter that stands in each of its cells beside the colour.
        pub letter: Option<Str<'a>>,
        /// A colour, for other tools; the page has a palette of its own.
        pub colour: Option<Str<'a>>,
        /// A pattern, for other tools.
        pub pattern: Option<Str<'a>>,
        /// What a risk in this class demands of its owner.
        pub demands: Option<Text<'a>>,
    }
}
