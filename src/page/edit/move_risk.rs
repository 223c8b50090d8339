//! Moving a risk to another cell of the matrix.

use crate::draft::patch::PatchField;
use crate::draft::{FieldValue, Patch, object};
use crate::engine::view::RiskView;

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
    Patch::Set { list: "risks".into(), key: risk.row.id.clone(), fields }
}
