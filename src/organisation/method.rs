//! The method of a risk analysis as data: scales of levels, and matrices that give a class to each pair of levels.

use super::edition::Frozen;
use super::json::{JsonReader, Read};
use super::record::{Value, record};
use super::refer::{Ref, Scales};
use super::value::{Id, Str, Text};

record! {
    /// A scale: what likelihood, or one dimension of consequence, is measured by.
    pub struct Scale<'a> {
        /// Unique among scales; of a consequence scale also the name of the dimension.
        pub id: Id<'a>,
        /// The name of the scale.
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
        /// The name of the level.
        pub name: Text<'a>,
        /// The lower bound, not included, in the scale's unit; absent where the level begins at the end of the one below.
        pub above: Option<f64>,
        /// The upper bound, included, in the scale's unit; absent for the highest level or where there is no number.
        pub up_to: Option<f64>,
        /// What the level means, in words.
        pub description: Option<Text<'a>>,
        /// What the library it was taken from says of it besides: its abbreviation, colour, other languages.
        pub library: Option<Foreign<'a>>,
    }
}

record! {
    /// A matrix: which class a risk of each likelihood and consequence is in, by looking it up.
    pub struct Matrix<'a> {
        /// Unique among matrices.
        pub id: Id<'a>,
        /// The name of the matrix.
        pub name: Option<Text<'a>>,
        /// Id of the likelihood scale; absent where risks are judged by consequence alone: the grid then has one row.
        pub likelihood: Option<Ref<'a, Scales>>,
        /// Ids of the consequence scales, one per dimension; the first of equals decides.
        pub consequence: Vec<Ref<'a, Scales>>,
        /// The classes, the lowest first.
        pub classes: Vec<Class<'a>>,
        /// `grid[likelihood - 1][consequence - 1]` is an index into `classes`, from 0.
        pub grid: Vec<Vec<i64>>,
        /// The library it was taken from, and what that says of it besides.
        pub library: Option<Foreign<'a>>,
    }
}

record! {
    /// A class of risks.
    pub struct Class<'a> {
        /// Unique in its matrix.
        pub id: Id<'a>,
        /// The name of the class.
        pub name: Text<'a>,
        /// The letter that stands in each of its cells beside the colour.
        pub letter: Option<Str<'a>>,
        /// A colour, for other tools; the page has a palette of its own.
        pub colour: Option<Str<'a>>,
        /// A pattern, for other tools.
        pub pattern: Option<Str<'a>>,
        /// What a risk in this class demands of its owner.
        pub demands: Option<Text<'a>>,
        /// What the library it was taken from says of it besides.
        pub library: Option<Foreign<'a>>,
    }
}

/// What a risk matrix library of another program says that this format has no field for: an object kept as it is, so
/// that the library is written back whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign<'a>(pub Frozen<'a>);

impl<'a> Value<'a> for Foreign<'a> {
    fn blank() -> Self {
        Self(Frozen::blank())
    }

    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        self.0.read(reader)
    }

    fn write(&self, out: &mut String) {
        self.0.write(out);
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Foreign<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Foreign".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "What a library of another program says that this format has no field for, as it says it.",
            "type": "object"
        })
    }
}
