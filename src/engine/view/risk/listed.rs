//! Which risks a view lists, in which order, and who answers for them.

use crate::engine::look::ViewContext;
use crate::engine::view::unit::UnitRef;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::Label;
use crate::risk::Placement;

/// All risks: in the order of the register, then those beside the matrix by reason and id.
pub(in crate::engine::view) fn in_order(look: ViewContext<'_>) -> Vec<u32> {
    let mut risks = look.register.in_order(look.organisation).to_vec();
    let beside = |risk: u32| match look.register.placements[risk as usize] {
        Placement::Beside(beside) => Some((beside, &*look.organisation.risks[risk as usize].id, risk)),
        Placement::Rated(_) => None,
    };
    let mut others: Vec<_> = (0..saturating(look.organisation.risks.len())).filter_map(beside).collect();
    sort::all(&mut others);
    risks.extend(others.into_iter().map(|(_, _, risk)| risk));
    risks
}

/// Whether a risk concerns a unit or one below it; all do where no unit is given.
pub(in crate::engine::view) fn concerns(look: ViewContext<'_>, within: Option<u32>, risk: u32) -> bool {
    let Some(within) = within else { return true };
    let mut units = look.organisation.risks[risk as usize].units.iter().filter_map(|id| look.index.unit(id));
    units.any(|unit| unit == within || look.index.is_below(unit, within))
}

/// The id, where it is a person's and no unit's.
pub(in crate::engine::view) fn owner_person(look: ViewContext<'_>, id: &str) -> Option<String> {
    (look.index.unit(id).is_none() && look.index.person(id).is_some()).then(|| id.to_owned())
}

/// The name of the unit or person with this id, or the id.
pub(in crate::engine::view) fn owner(look: ViewContext<'_>, id: &str) -> Label {
    let organisation = look.organisation;
    let unit = look.index.unit(id).map(|unit| UnitRef::new(look, unit).name);
    let person = || look.index.person(id).map(|person| Label::plain(&*organisation.people[person as usize].name));
    unit.or_else(person).unwrap_or_else(|| Label::plain(id))
}
