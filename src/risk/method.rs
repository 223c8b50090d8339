//! The matrices of a file, made ready to look up in ([`CheckedMatrix`]), and refused with row and column where they are malformed.

use std::sync::LazyLock;

use crate::organisation::method::{Matrix, Scale};
use crate::organisation::number::saturating;
use crate::organisation::place::problem_at;
use crate::organisation::problem::{PathStep, ProblemKind, Problems};
use crate::organisation::{Organisation, read};

use super::advice;
use super::table::CheckedMatrix;

/// The national scales of 2013 (NRFB), used by a file that has no matrix. The classes are ours: the source draws the
/// matrix without naming any.
static NATIONAL_2013: LazyLock<Organisation<'static>> = LazyLock::new(|| {
    read(super::built_in::NATIONAL_2013, &mut |_| ()).map(|(organisation, _)| organisation).unwrap_or_default()
});

/// Whether a file has matrices of its own, malformed ones included.
fn of_file(organisation: &Organisation<'_>) -> bool {
    !organisation.matrices.items.is_empty() || !organisation.matrices.set_aside.is_empty()
}

/// Where the scales and matrices are that a file's risks are judged by.
pub(super) fn source<'o>(organisation: &'o Organisation<'o>) -> &'o Organisation<'o> {
    if of_file(organisation) { organisation } else { &NATIONAL_2013 }
}

/// The scale with an id, among those that a file's risks are judged by; of a consequence scale the id is the dimension.
pub fn scale<'o>(organisation: &'o Organisation<'o>, id: &str) -> Option<&'o Scale<'o>> {
    source(organisation).scales.iter().find(|scale| *scale.id == *id)
}

/// What stands for the likelihood scale of a matrix that has none: one level, whatever the likelihood.
static UNJUDGED: LazyLock<Organisation<'static>> = LazyLock::new(|| {
    let scale =
        r#"{"scales":[{"id":"-","levels":[{"name":{"sv":"oavsett sannolikhet","en":"whatever the likelihood"}}]}]}"#;
    read(scale, &mut |_| ()).map(|(organisation, _)| organisation).unwrap_or_default()
});

/// The matrices of a file. Those that are malformed have their id only.
#[derive(Debug, Clone)]
pub struct Methods<'o> {
    tables: Vec<(&'o str, Option<CheckedMatrix<'o>>)>,
}

impl<'o> Methods<'o> {
    /// Finds the scales of every matrix and checks its grid; what is wrong or unwise is noted.
    ///
    /// A file without matrices gets the national one of 2013. A file whose matrices are all malformed does not: its
    /// levels mean something else.
    pub fn new(organisation: &'o Organisation<'o>, text: &str, problems: &mut Problems) -> Self {
        let of_file = of_file(organisation);
        let source = source(organisation);
        let tables = source.matrices.iter().map(|matrix| {
            let mut note = |steps: &[PathStep<'_>], kind| {
                problems.push(|| problem_at(text, "matrices", matrix.origin, steps, kind));
            };
            let table = table(matrix, source, &mut note);
            for advice in table.iter().filter(|_| of_file).flat_map(advice::advise_on_opening) {
                note(&[], ProblemKind::Matrix(advice));
            }
            (&*matrix.id, table)
        });
        Self { tables: tables.collect() }
    }

    /// The matrix used where a risk names no other: the first of the file, unless it is malformed.
    pub fn shown(&self) -> Option<&CheckedMatrix<'o>> {
        self.tables.first().and_then(|(_, table)| table.as_ref())
    }

    /// The id of the first matrix, malformed or not; empty when there is none.
    pub fn shown_id(&self) -> &str {
        self.tables.first().map_or("", |(id, _)| id)
    }

    /// Whether the file has a matrix with this id, malformed or not.
    pub fn has(&self, id: &str) -> bool {
        self.tables.iter().any(|(known, _)| *known == id)
    }

    /// The matrix of a risk that names `id`, and its place among the matrices; `None` when there is none to use.
    pub fn table(&self, id: Option<&str>) -> Option<(usize, &CheckedMatrix<'o>)> {
        let place = id.map_or(Some(0), |id| self.tables.iter().position(|(known, _)| *known == id))?;
        self.tables.get(place)?.1.as_ref().map(|table| (place, table))
    }

    /// The matrices that can be used, in the order of the file.
    pub fn tables(&self) -> impl Iterator<Item = &CheckedMatrix<'o>> {
        self.tables.iter().filter_map(|(_, table)| table.as_ref())
    }

    /// The matrix at a place that [`Methods::table`] gave.
    pub fn at(&self, place: usize) -> Option<&CheckedMatrix<'o>> {
        self.tables.get(place)?.1.as_ref()
    }
}

/// The matrix ready to use, or `None` with every reason noted at its place in the matrix.
fn table<'o>(
    matrix: &'o Matrix<'o>,
    organisation: &'o Organisation<'o>,
    note: &mut impl FnMut(&[PathStep<'_>], ProblemKind),
) -> Option<CheckedMatrix<'o>> {
    let mut sound = true;
    let mut refuse = |steps: &[PathStep<'_>], kind| {
        sound = false;
        note(steps, kind);
    };
    let find = |id: &str| organisation.scales.iter().find(|scale| *scale.id == *id);
    let missing = |id: &str| ProblemKind::NotFound { id: id.to_owned(), list: "scales".into() };

    let likelihood = match &matrix.likelihood {
        None => UNJUDGED.scales.first(),
        Some(id) => {
            let scale = find(id);
            if scale.is_none() {
                refuse(&["likelihood".into()], missing(id));
            }
            scale
        }
    };
    let mut dimensions = Vec::with_capacity(matrix.consequence.len());
    for (position, id) in (0..).zip(&matrix.consequence) {
        match find(id) {
            Some(scale) => dimensions.push(scale),
            None => refuse(&["consequence".into(), PathStep::Index(position)], missing(id)),
        }
    }
    let expected = dimensions.first().map_or(0, |scale| scale.levels.len());
    for (position, scale) in (0..).zip(&dimensions) {
        let levels = scale.levels.len();
        if levels != expected {
            let kind = ProblemKind::UnlikeScales { scale: scale.id.to_string(), levels, expected };
            refuse(&["consequence".into(), PathStep::Index(position)], kind);
        }
    }
    let rows = likelihood.map_or(0, |scale| scale.levels.len());
    if rows == 0 || expected == 0 || matrix.classes.is_empty() {
        refuse(&[], ProblemKind::EmptyMatrix);
        return None;
    }
    if matrix.grid.len() != rows {
        refuse(&["grid".into()], ProblemKind::GridRows { rows: matrix.grid.len(), expected: rows });
    }
    let mut grid = Vec::with_capacity(rows * expected);
    for (row, cells) in (1..).zip(&matrix.grid) {
        if cells.len() != expected {
            let kind = ProblemKind::GridColumns { row, columns: cells.len(), expected };
            refuse(&["grid".into(), index(row)], kind);
        }
        for (column, class) in (1..).zip(cells) {
            match u8::try_from(*class) {
                Ok(found) if usize::from(found) < matrix.classes.len() => grid.push(found),
                _ => {
                    let kind = ProblemKind::GridClass { row, column, class: *class, classes: matrix.classes.len() };
                    refuse(&["grid".into(), index(row), index(column)], kind);
                }
            }
        }
    }
    let (rows, columns) = (u8::try_from(rows).ok()?, u8::try_from(expected).ok()?);
    sound.then_some(())?;
    Some(CheckedMatrix { matrix, likelihood: likelihood?, dimensions, rows, columns, grid })
}

/// The step into a list by a number that counts from 1.
fn index(number: usize) -> PathStep<'static> {
    PathStep::Index(saturating(number - 1))
}
