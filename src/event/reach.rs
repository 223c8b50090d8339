//! Whom to call: first those who lead, the rescue service and the police, then the coordinators of the departments
//! concerned, the representatives of the workplaces, the security unit, and the risk management group with the parties.
//!
//! A post that nobody holds is its substitute's, then that of the head or of whoever answers for the unit. The same
//! come next where a holder is not reached. Nobody is called twice, whatever posts they have.

mod chain;
#[cfg(test)]
mod tests;

use self::chain::CallFinder;
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::unit::{NIGHT_STAFFED, UnitKind};
use crate::organisation::value::{Date, Language, Str, sort_key};
use crate::organisation::{Index, Organisation};
use serde::{Deserialize, Serialize};

/// Whoever is called: a person, or those who answer at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallContact {
    /// The person of this number.
    Person(u32),
    /// Whoever answers at the unit of this number.
    Contact(u32),
}

/// The steps of the list, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CallStep {
    /// The people who lead, the rescue service and the police.
    Leadership,
    /// The departments concerned, and companies.
    Departments,
    /// The workplaces concerned.
    Workplaces,
    /// The security unit.
    SecurityUnit,
    /// The risk management group and the parties.
    Group,
}

/// Why someone is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The person holds the role there.
    Holds,
    /// The person holds the role on behalf of this unit.
    OnBehalfOf(u32),
    /// The person stands in for this one; [`NONE`] where the file does not know whom.
    StandsIn(u32),
    /// The person comes in place of whoever should hold this role.
    Instead(u32),
}

/// A reason to call someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallReason {
    /// Number of the unit.
    pub unit: u32,
    /// Number of their role there; [`NONE`] for whoever answers at the unit.
    pub role: u32,
    /// What makes this person or unit one to call.
    pub why: Why,
}

/// Someone to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The person or unit to call.
    pub who: CallContact,
    /// The step they belong to.
    pub step: CallStep,
    /// Why: one reason at least, the first found first.
    pub reasons: Vec<CallReason>,
    /// Who comes next should they not be reached: places among the calls.
    pub next: Vec<u32>,
    /// Whether the file has neither a number nor an address of theirs.
    pub silent: bool,
}

/// Whom to call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Units and parties where nobody can be called.
    pub nobody: Vec<u32>,
    /// Everyone: first those to be called, in order, then those who come only when someone is not reached.
    pub calls: Vec<Call>,
    /// How many are to be called from the start.
    pub due: usize,
    /// Workplaces that the event concerns.
    pub workplaces: u32,
}

/// The units at and below `roots`, of those in `part`: by department, those where people sleep before the others, by name;
/// the departments before their workplaces, of these again those where people sleep before the others, by name.
pub fn affected(organisation: &Organisation<'_>, index: &Index, roots: &[u32], part: &[u32]) -> Vec<u32> {
    let mut concerned = vec![false; organisation.units.len()];
    for unit in roots.iter().flat_map(|root| index.part(*root)) {
        concerned[*unit as usize] = true;
    }
    let mut units: Vec<u32> = part.iter().copied().filter(|unit| concerned[*unit as usize]).collect();
    let named = |unit: u32| {
        organisation
            .units
            .get(unit as usize)
            .map(|item| (sort_key(item.name.say(Language::Swedish)), item.id.to_string()))
    };
    let sleeps = |unit: u32| organisation.units[unit as usize].tags.iter().any(|tag: &Str<'_>| **tag == *NIGHT_STAFFED);
    let mut nights: Vec<u32> =
        units.iter().filter(|unit| sleeps(**unit)).map(|unit| index.departments[*unit as usize]).collect();
    sort::all(&mut nights);
    nights.dedup();
    sort::by_cached_key(&mut units, |unit| {
        let department = index.departments[*unit as usize];
        let by_day = department == NONE || nights.binary_search(&department).is_err();
        (by_day, named(department), department != *unit, !sleeps(*unit), named(*unit))
    });
    units
}

/// Whom to call on a day when something concerns these units, in the order of [`affected`].
pub fn reach(organisation: &Organisation<'_>, index: &Index, units: &[u32], on: Date) -> Reach {
    let mut finder = CallFinder::new(organisation, index, on);
    let kind = |unit: u32| organisation.units[unit as usize].kind;
    let of_kind = |wanted| of_kind(organisation, index, wanted);
    let workplaces = || units.iter().copied().filter(|unit| kind(*unit) == UnitKind::Workplace);

    finder.leaders();
    let parties = of_kind(UnitKind::Party);
    for party in parties.iter().filter(|party| is_emergency_service(organisation, **party)) {
        finder.summon(*party);
    }
    let mut departments: Vec<u32> = units.iter().map(|unit| index.departments[*unit as usize]).collect();
    departments.retain(|department| *department != NONE);
    departments.dedup();
    for department in &departments {
        finder.department(*department);
    }
    for workplace in workplaces() {
        finder.workplace(workplace);
    }
    for unit in of_kind(UnitKind::SecurityUnit) {
        finder.everyone(CallStep::SecurityUnit, unit);
    }
    for group in of_kind(UnitKind::Group) {
        finder.everyone(CallStep::Group, group);
    }
    for party in &parties {
        finder.party(*party);
    }

    let asked = departments.iter().copied().chain(workplaces());
    let mut nobody: Vec<u32> = asked.filter(|unit| !finder.can_be_called(*unit)).collect();
    nobody.extend(parties.iter().copied().filter(|party| !finder.answers(*party)));
    let count = saturating(workplaces().count());
    let (calls, due) = finder.finish();
    Reach { nobody, calls, due, workplaces: count }
}

/// Whether a party is the rescue service or the police, by what it is called: the format has no field for it.
fn is_emergency_service(organisation: &Organisation<'_>, party: u32) -> bool {
    const CALLED: [&str; 6] = ["räddningstjänst", "brandförsvar", "polis", "rescue service", "fire service", "police"];
    let name = &organisation.units[party as usize].name;
    Language::ALL.iter().any(|language| {
        let name = sort_key(name.say(*language));
        CALLED.iter().any(|word| name.contains(&sort_key(word)))
    })
}

/// The units of a kind, by name.
fn of_kind(organisation: &Organisation<'_>, index: &Index, kind: UnitKind) -> Vec<u32> {
    let units: Vec<u32> = index.units_of_kind(kind).collect();
    affected(organisation, index, &units, &units)
}
