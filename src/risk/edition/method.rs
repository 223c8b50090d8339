//! Whether two matrices measure alike: only then do equal levels mean the same.

use serde::{Deserialize, Serialize};

use crate::organisation::method::{Level, Scale};
use crate::organisation::value::Language;
use crate::risk::CheckedMatrix;

/// In what two methods differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MethodDifference {
    /// One of the two has no matrix to use for the risk.
    NoMatrix,
    /// The levels of likelihood.
    Likelihood,
    /// Which dimensions of consequence there are, or their order, which settles who decides among equals.
    Dimensions,
    /// The levels of the dimension with this id.
    Consequence(String),
    /// The classes of the matrix.
    Classes,
    /// Which class a cell is in.
    Grid,
}

/// In what two matrices differ; nothing where a risk rated by the one is rated by the other alike. What they and their
/// levels are called does not matter where numbers say what the levels are.
pub fn differences(a: Option<&CheckedMatrix<'_>>, b: Option<&CheckedMatrix<'_>>) -> Vec<MethodDifference> {
    let (Some(a), Some(b)) = (a, b) else { return vec![MethodDifference::NoMatrix] };
    let mut found = Vec::new();
    if !alike(a.likelihood, b.likelihood) {
        found.push(MethodDifference::Likelihood);
    }
    if ids(a) != ids(b) {
        found.push(MethodDifference::Dimensions);
    }
    let other = |scale: &Scale<'_>| b.dimension(&scale.id).map(|place| b.dimensions[place]);
    let unlike = |scale: &&&Scale<'_>| other(scale).is_some_and(|other| !alike(scale, other));
    found.extend(a.dimensions.iter().filter(unlike).map(|scale| MethodDifference::Consequence(scale.id.to_string())));
    let classes =
        |table: &CheckedMatrix<'_>| table.classes().iter().map(|class| class.id.to_string()).collect::<Vec<_>>();
    if classes(a) != classes(b) {
        found.push(MethodDifference::Classes);
    }
    let size = |table: &CheckedMatrix<'_>| (table.rows, table.columns);
    if size(a) != size(b) || a.cells().ne(b.cells()) {
        found.push(MethodDifference::Grid);
    }
    found
}

fn ids<'t>(table: &'t CheckedMatrix<'_>) -> Vec<&'t str> {
    table.dimensions.iter().map(|scale| &*scale.id.0).collect()
}

/// Whether the levels of two scales mean the same: by their bounds, or by what they are called where they have none.
fn alike(a: &Scale<'_>, b: &Scale<'_>) -> bool {
    let has_bounds = |scale: &Scale<'_>| scale.levels.iter().any(|level| level.up_to.or(level.above).is_some());
    let bounds = |level: &Level<'_>| (level.above, level.up_to);
    let name = |level: &Level<'_>| level.name.say(Language::Swedish).to_owned();
    if a.levels.len() != b.levels.len() || has_bounds(a) != has_bounds(b) {
        return false;
    }
    if has_bounds(a) {
        a.unit == b.unit && a.levels.iter().map(bounds).eq(b.levels.iter().map(bounds))
    } else {
        a.levels.iter().map(name).eq(b.levels.iter().map(name))
    }
}
