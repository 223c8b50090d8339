//! Moving a risk to another cell of the matrix.

use crate::draft::patch::PatchField;
use crate::draft::{FieldValue, Patch, object};
use crate::engine::view::{DimensionRow, RiskView};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::text::{draft, numbers, pages};

/// The wish that brings a risk to a cell: likelihood, consequence. The worst dimension decides the column, so those
/// above it come down to it and, where none reaches it, the ones that decided go up; the others stay as they are.
pub fn moved(risk: &RiskView, to: (u8, u8)) -> Patch {
    let number = |level: u8| FieldValue::Number(level.into());
    let mut fields: Vec<PatchField> = vec![("likelihood".into(), number(to.0))];
    for row in &risk.dimensions {
        let Some((_, high)) = &row.levels else { continue };
        if high.level > to.1 || row.decides {
            fields.push((object::way(&["consequence", &row.id]), number(to.1)));
        }
    }
    Patch::Set { list: ListName::Risks, key: risk.row.id.clone(), fields }
}

/// The levels with a reason of their own that become others when a risk is moved to a cell.
pub fn reasons_left(risk: &RiskView, to: (u8, u8), language: Language) -> Vec<String> {
    let other = risk.row.likelihood.as_ref().is_some_and(|level| level.level != to.0);
    let likelihood = (other && risk.likelihood_motive.is_some()).then(|| numbers::inside(pages::likelihood(language)));
    let moves = |row: &&DimensionRow| {
        let high = row.levels.as_ref().map(|(_, high)| high.level);
        row.motive.is_some() && high.is_some_and(|high| high > to.1 || (row.decides && high != to.1))
    };
    let dimensions = risk.dimensions.iter().filter(moves).map(|row| numbers::inside(row.name.say(language)));
    // What is said of the whole is about every level.
    let is_moved = other || risk.row.consequence.as_ref().is_some_and(|level| level.level != to.1);
    let whole = (is_moved && risk.motive.is_some()).then(|| numbers::inside(draft::whole(language)));
    likelihood.into_iter().chain(dimensions).chain(whole).collect()
}
