//! What can be wrong with a file, as data: where, what was found, what was expected.
//!
//! A problem never carries prose; [`crate::text`] says it in the reader's language. All problems of a file are
//! gathered, not the first only, up to [`MOST`]; the rest are counted.

mod advice;
mod gathered;

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

pub use self::advice::{AdviceKind, MatrixAdvice, MatrixCell};
pub use self::gathered::{MOST, Problems};

/// One thing that is wrong, or unwise, in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The place of the problem in the file.
    pub place: FilePlace,
    /// The kind of problem.
    pub kind: ProblemKind,
}

/// Where in a file: for people (line and column), for editors (path) and for us (offset).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePlace {
    /// Bytes from the start of the text.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// `JSONPath` (RFC 9535) of the value: `$.risks[3].likelihood`.
    pub path: String,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathStep<'a> {
    /// Into an object, by key.
    Key(Cow<'a, str>),
    /// Into a list, by index from 0.
    Index(u32),
}

impl From<&'static str> for PathStep<'_> {
    fn from(key: &'static str) -> Self {
        Self::Key(key.into())
    }
}

impl From<u32> for PathStep<'_> {
    fn from(index: u32) -> Self {
        Self::Index(index)
    }
}

/// What a problem means for the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weight {
    /// The file is not opened.
    Fatal,
    /// The item is kept in the file but takes no part in the verdict.
    SetAside,
    /// The item takes part; the reference or field in question does not.
    Ignored,
    /// All is used as it stands; it may still be unwise.
    Advice,
}

/// The kind of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the six kinds of JSON value are their own description")]
pub enum JsonKind {
    Text,
    Number,
    Boolean,
    Null,
    Object,
    List,
}

/// What a value should have been.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expected {
    /// A text that is not empty.
    Text,
    /// A text, or an object with a text per language: `{"sv": …, "en": …}`.
    TextOrLanguages,
    /// A number, finite as a 64-bit float.
    Number,
    /// A whole number from `from` to `to`, both included.
    Whole {
        /// The least allowed.
        from: i64,
        /// The most allowed.
        to: i64,
    },
    /// `true` or `false`.
    Boolean,
    /// A day that exists, as `YYYY-MM-DD`.
    Date,
    /// One of these words.
    OneOf(Vec<Cow<'static, str>>),
    /// A level, or a range `[low, high]` of levels.
    LevelOrRange,
    /// A list of values.
    List,
    /// An object with keys.
    Object,
}

/// The kinds of problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemKind {
    /// Larger than this page reads.
    TooLarge {
        /// The most it reads, in bytes.
        limit: usize,
    },
    /// Not UTF-8 text.
    NotUtf8 {
        /// The encoding it seems to be in, where that can be told.
        looks_like: Option<Cow<'static, str>>,
    },
    /// The text ends in the middle of something.
    EndOfFile,
    /// No JSON value begins like this.
    NotAValue,
    /// An object's key is a text in quotes.
    NotAKey,
    /// `:` was expected after a key.
    NoColon,
    /// `,` or the end of the object or list was expected.
    NoComma,
    /// Not a JSON number.
    BadNumber,
    /// A `\` escape that JSON does not know.
    BadEscape,
    /// A control character, such as a line break, inside a text.
    ControlCharacter,
    /// Containers nested deeper than [`super::json::MAX_DEPTH`].
    TooDeep,
    /// Something stands after the end.
    Trailing,
    /// Made for another version of the format.
    OtherFormat {
        /// The version it says, in its own characters.
        found: String,
        /// The version this product reads.
        reads: u32,
    },
    /// A value of the wrong kind.
    NotExpected {
        /// The kind it was.
        found: JsonKind,
        /// The beginning of its text.
        shown: String,
        /// What the value should have been.
        expected: Expected,
    },
    /// A field that must be there is not.
    Missing {
        /// The key of the field that is missing.
        field: Cow<'static, str>,
    },
    /// A key stands twice in one object.
    RepeatedKey {
        /// The key that stands twice.
        key: String,
    },
    /// A field the format does not know. It is kept.
    UnknownField {
        /// The key of the field that is not known.
        field: String,
    },
    /// A rule must have exactly one shape.
    RuleShapes {
        /// The shapes it has.
        found: Vec<Cow<'static, str>>,
    },
    /// Two items of a list have the same id; the one whose canonical form sorts first is used.
    DuplicateId {
        /// The id that several items have.
        id: String,
        /// The line where the other one stands.
        other_line: usize,
    },
    /// An id that no item of the list has.
    NotFound {
        /// The id that no item has.
        id: String,
        /// The list where it should be.
        list: Cow<'static, str>,
    },
    /// Units that are each other's parents.
    ParentCycle {
        /// The ids of the units, from this one round to itself.
        units: Vec<String>,
    },
    /// A holder who reports to themselves.
    ReportsToSelf {
        /// The person's id.
        person: String,
    },
    /// `from` is after `until`.
    EndsBeforeStart,
    /// A range whose low end is above its high end.
    RangeReversed {
        /// Low end as written.
        low: i32,
        /// High end as written.
        high: i32,
    },
    /// A level outside its scale.
    LevelOutside {
        /// The level as written.
        level: i32,
        /// The scale's id.
        scale: String,
        /// Levels of the scale; the lowest is 1.
        levels: u32,
    },
    /// A dimension the risk's matrix does not have.
    NoSuchDimension {
        /// The dimension as written.
        dimension: String,
        /// The matrix's id.
        matrix: String,
    },
    /// A matrix with another number of rows than its likelihood scale has levels.
    GridRows {
        /// Rows in the grid.
        rows: usize,
        /// Rows that there should be: one for each level of likelihood.
        expected: usize,
    },
    /// A row with another number of columns than its consequence scales have levels.
    GridColumns {
        /// The row, from 1: the likelihood level.
        row: usize,
        /// Columns in the row.
        columns: usize,
        /// Columns that there should be: one for each level of consequence.
        expected: usize,
    },
    /// A cell that points to no class.
    GridClass {
        /// The row, from 1: the likelihood level.
        row: usize,
        /// The column, from 1: the consequence level.
        column: usize,
        /// The index as written.
        class: i64,
        /// Classes of the matrix; the lowest index is 0.
        classes: usize,
    },
    /// Consequence scales of one matrix with unlike numbers of levels.
    UnlikeScales {
        /// The scale that differs from the first.
        scale: String,
        /// Levels of the scale that differs from the first.
        levels: usize,
        /// Levels of the first.
        expected: usize,
    },
    /// A matrix without a class, a dimension or a level.
    EmptyMatrix,
    /// A rule that cannot be met: it asks for more holders than it allows.
    AtLeastOverAtMost {
        /// Holders asked for.
        at_least: u32,
        /// Holders that the rule allows, at most.
        at_most: u32,
    },
    /// The name of somebody says that nobody is meant: a post that they hold counts as held.
    SaysNobody {
        /// The name as written.
        name: String,
    },
    /// What is unwise about a matrix.
    Matrix(MatrixAdvice),
}

impl ProblemKind {
    /// What this kind of problem means for the file.
    pub fn weight(&self) -> Weight {
        match self {
            Self::TooLarge { .. }
            | Self::NotUtf8 { .. }
            | Self::EndOfFile
            | Self::NotAValue
            | Self::NotAKey
            | Self::NoColon
            | Self::NoComma
            | Self::BadNumber
            | Self::BadEscape
            | Self::ControlCharacter
            | Self::TooDeep
            | Self::Trailing
            | Self::OtherFormat { .. } => Weight::Fatal,
            Self::NotExpected { .. }
            | Self::Missing { .. }
            | Self::RepeatedKey { .. }
            | Self::RuleShapes { .. }
            | Self::DuplicateId { .. }
            | Self::GridRows { .. }
            | Self::GridColumns { .. }
            | Self::GridClass { .. }
            | Self::UnlikeScales { .. }
            | Self::EmptyMatrix => Weight::SetAside,
            Self::UnknownField { .. }
            | Self::NotFound { .. }
            | Self::ParentCycle { .. }
            | Self::EndsBeforeStart
            | Self::RangeReversed { .. }
            | Self::LevelOutside { .. }
            | Self::NoSuchDimension { .. } => Weight::Ignored,
            Self::ReportsToSelf { .. } | Self::AtLeastOverAtMost { .. } | Self::SaysNobody { .. } | Self::Matrix(_) => {
                Weight::Advice
            }
        }
    }
}

impl Problem {
    pub(super) fn new(offset: usize, path: &[PathStep<'_>], kind: ProblemKind) -> Self {
        Self { place: FilePlace::new(offset, path), kind }
    }
}

impl FilePlace {
    /// A place known by offset and path; [`Problems::find_lines`] adds line and column.
    pub(super) fn new(offset: usize, path: &[PathStep<'_>]) -> Self {
        Self { offset, path: json_path(path), ..Self::default() }
    }
}

/// `$.risks[3].likelihood`, with keys that are not plain names in brackets.
#[expect(clippy::disallowed_methods, reason = "a path is a contract: a key of any alphabet stands as it always did")]
fn json_path(path: &[PathStep<'_>]) -> String {
    let mut out = String::from("$");
    for step in path {
        match step {
            PathStep::Index(index) => {
                let _ = write!(out, "[{index}]");
            }
            PathStep::Key(key) if key.chars().all(|c| c.is_alphanumeric() || c == '_') && !key.is_empty() => {
                let _ = write!(out, ".{key}");
            }
            PathStep::Key(key) => {
                let _ = write!(out, "['{}']", key.replace('\\', "\\\\").replace('\'', "\\'"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_quotes_what_is_not_a_plain_name() {
        let path = [PathStep::Key("risks".into()), PathStep::Index(3), PathStep::Key("it's".into())];
        assert_eq!(json_path(&path), "$.risks[3]['it\\'s']");
    }
}
