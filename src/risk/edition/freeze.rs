//! The content of an edition: what of the open file belongs to an analysis.

use rustc_hash::FxHashSet;

use crate::organisation::refer::{Owners, Ref};
use crate::organisation::value::{Date, Marking};
use crate::organisation::{FORMAT, List, Organisation, canonical};
use crate::risk::method::source;

/// The analysis that a file holds, as a file of its own in canonical form: scales, matrices, risks, measures, functions
/// and dependencies, and of the units they name, with those above, what they are called.
///
/// A file without matrices is judged by the national ones, which then go along, for an edition is to stay what it was.
/// An edition names no people: a name that cannot be taken out again would outlive the post. What a person answers for
/// is therefore without an owner in it.
pub fn freeze<'o>(organisation: &'o Organisation<'o>, day: Option<Date>) -> String {
    let method = source(organisation);
    let mut frozen = Organisation {
        format: Some(FORMAT),
        name: organisation.name.clone(),
        as_of: day,
        scales: method.scales.clone(),
        matrices: method.matrices.clone(),
        risks: organisation.risks.clone(),
        measures: organisation.measures.clone(),
        functions: organisation.functions.clone(),
        dependencies: organisation.dependencies.clone(),
        ..Organisation::default()
    };
    let people: FxHashSet<&str> = organisation.people.iter().map(|person| &*person.id.0).collect();
    let units: FxHashSet<&str> = organisation.units.iter().map(|unit| &*unit.id.0).collect();
    // An id that both have is the unit's, as everywhere.
    let is_person =
        |owner: &Option<Ref<'_, Owners>>| owner.as_ref().is_some_and(|id| is_in(&people, id) && !is_in(&units, id));
    let owners = (frozen.risks.items.iter_mut().map(|item| &mut item.owner))
        .chain(frozen.measures.items.iter_mut().map(|item| &mut item.owner))
        .chain(frozen.functions.items.iter_mut().map(|item| &mut item.owner));
    for owner in owners {
        if is_person(owner) {
            *owner = None;
        }
    }
    frozen.units = named(organisation, &frozen);
    canonical::write(&frozen)
}

fn is_in(ids: &FxHashSet<&str>, id: &str) -> bool {
    ids.contains(id)
}

/// The units that an analysis names, and those above them, by what they are called alone.
fn named<'o>(
    organisation: &Organisation<'o>,
    analysis: &Organisation<'o>,
) -> List<'o, crate::organisation::unit::Unit<'o>> {
    let mut wanted: FxHashSet<&str> = FxHashSet::default();
    wanted
        .extend(analysis.risks.iter().flat_map(|risk| risk.units.iter().map(|id| &**id).chain(risk.owner.as_deref())));
    wanted.extend(analysis.measures.iter().filter_map(|measure| measure.owner.as_deref()));
    wanted.extend(analysis.functions.iter().flat_map(|it| it.unit.as_deref().into_iter().chain(it.owner.as_deref())));
    wanted.extend(analysis.dependencies.iter().filter_map(|dependency| dependency.supplier.as_deref()));
    // Upwards until nothing is added: the depth of the tree, however its units are ordered.
    loop {
        let before = wanted.len();
        let above = organisation.units.iter().filter(|unit| wanted.contains(&*unit.id.0));
        let above: Vec<&str> = above.filter_map(|unit| unit.parent.as_deref()).collect();
        wanted.extend(above);
        if wanted.len() == before {
            break;
        }
    }
    let mut units = organisation.units.clone();
    units.set_aside.clear();
    units.items.retain(|unit| wanted.contains(&*unit.id.0));
    for unit in &mut units.items {
        (unit.area, unit.address, unit.employees, unit.contact) = (None, None, None, None);
        unit.tags.clear();
        unit.unknown = crate::organisation::record::Unknown::default();
    }
    units
}

/// The strictest marking of what an analysis holds: an edition of it is for no more eyes than that. Of secrets on
/// several grounds the first ground in the order of letters is named.
pub fn marking<'o>(organisation: &Organisation<'o>) -> Marking<'o> {
    let all = (organisation.risks.iter().map(|item| &item.marking))
        .chain(organisation.measures.iter().map(|item| &item.marking))
        .chain(organisation.functions.iter().map(|item| &item.marking))
        .chain(organisation.dependencies.iter().map(|item| &item.marking));
    let strictness = |marking: &Marking<'_>| match marking {
        Marking::Unmarked => 0,
        Marking::Open => 1,
        Marking::Internal => 2,
        Marking::Secret(_) => 3,
        Marking::Never => 4,
    };
    let stricter = |a: &'_ Marking<'o>, b: &'_ Marking<'o>| match (a, b) {
        (Marking::Secret(first), Marking::Secret(second)) => second < first,
        _ => strictness(b) > strictness(a),
    };
    let strictest = all.fold(&Marking::Unmarked, |so_far, next| if stricter(so_far, next) { next } else { so_far });
    match strictest {
        // Open is no stricter than nothing at all, and nothing claims less.
        Marking::Open => Marking::Unmarked,
        marking => marking.clone(),
    }
}
