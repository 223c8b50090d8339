//! Plans: a reorganisation worked out apart from the daily changes, as a change file that has a name and a day.
//!
//! A plan says of each unit that it moves where the file has it and where it is to be, and holds the units that it makes.
//! It is brought in like any change file: what was changed in the file meanwhile stays, and what both changed is a
//! conflict, never lost. So what it does is seen at any time by bringing it into a copy of the file.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::change_file::{ChangeFile, ChangeOrigin, ChangedItem, CountedItem, PlanLabel, fields_of};
use super::fields::{ChangedFields, RawFields};
use crate::draft::slug::new_id;
use crate::organisation::unit::UnitKind;
use crate::organisation::write::json;
use crate::organisation::{ListName, Organisation, sort};
use crate::verdict::File;

/// The field of a unit that says which unit it belongs to.
const PARENT: &str = "parent";

/// What is done to a plan at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PlanStep {
    /// The plan is called otherwise, or is for another day.
    Label(PlanLabel),
    /// Units are moved under another one.
    Move {
        /// The ids of the units.
        units: Vec<String>,
        /// Id of the unit that they are to belong to.
        to: String,
    },
    /// What the plan says of a unit, that it changes or is made, is taken out of it.
    Drop {
        /// The id of the unit.
        unit: String,
    },
    /// A unit is made.
    Make {
        /// What the unit is called.
        name: String,
        /// What kind of unit it is.
        kind: UnitKind,
        /// Id of the unit that it belongs to.
        parent: String,
    },
}

/// Why a step is not taken: the plan stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanRefused {
    /// Neither the file nor the plan has a unit of this id.
    Unknown(String),
    /// The unit of this id would come to lie under itself.
    UnderItself(String),
}

/// A plan that changes nothing yet.
pub fn begin_plan(organisation: &Organisation<'_>, sha256: &str, label: PlanLabel) -> ChangeFile {
    ChangeFile { plan: Some(label), from: ChangeOrigin::of(organisation, sha256), ..ChangeFile::default() }
}

/// A plan after one more step. `planned` is the file with the plan brought in.
pub fn step_plan(
    plan: &ChangeFile,
    file: &File<'_>,
    planned: &File<'_>,
    step: &PlanStep,
) -> Result<ChangeFile, PlanRefused> {
    let mut plan = plan.clone();
    match step {
        PlanStep::Label(label) => plan.plan = Some(label.clone()),
        PlanStep::Move { units, to } => move_units(&mut plan, file, planned, units, to)?,
        PlanStep::Drop { unit } => {
            plan.changed.retain(|item| item.list != ListName::Units || item.key != *unit);
            plan.added.retain(|item| item.list != ListName::Units || item.id.as_ref() != Some(unit));
        }
        PlanStep::Make { name, kind, parent } => {
            planned.index.unit(parent).ok_or_else(|| PlanRefused::Unknown(parent.clone()))?;
            make_unit(&mut plan, file, planned, (name, *kind, parent));
        }
    }
    Ok(plan)
}

fn move_units(
    plan: &mut ChangeFile,
    file: &File<'_>,
    planned: &File<'_>,
    units: &[String],
    to: &str,
) -> Result<(), PlanRefused> {
    let unknown = |id: &str| PlanRefused::Unknown(id.to_owned());
    let target = planned.index.unit(to).ok_or_else(|| unknown(to))?;
    for id in units {
        let unit = planned.index.unit(id).ok_or_else(|| unknown(id))?;
        if unit == target || planned.index.is_below(target, unit) {
            return Err(PlanRefused::UnderItself(id.clone()));
        }
    }
    let moved: FxHashSet<&str> = units.iter().map(String::as_str).collect();
    let is_moved =
        |list: ListName, id: Option<&str>| list == ListName::Units && id.is_some_and(|id| moved.contains(id));
    let after = vec![json(&to)];
    let line = |id: &str| file.index.unit(id).map(|unit| json(&file.organisation.units[unit as usize]));
    // What has been brought in is the file's.
    plan.added.retain(|item| {
        !is_moved(item.list, item.id.as_deref()) || item.id.as_deref().and_then(line).as_ref() != Some(&item.line)
    });
    let mut left = moved.clone();
    let is_made = |id: &str| file.index.unit(id).is_none();
    for item in &mut plan.added {
        if !is_moved(item.list, item.id.as_deref()) || !item.id.as_deref().is_some_and(is_made) {
            continue;
        }
        let mut fields = fields_of(&item.line);
        fields.set(PARENT, &after);
        item.line = canonical_line(&fields);
        left.remove(item.id.as_deref().unwrap_or_default());
    }
    // What is said now takes the place of what the plan said of it, and of what it was when the plan said so.
    for item in plan.changed.iter_mut().filter(|item| is_moved(item.list, Some(&item.key))) {
        for fields in [&mut item.fields.before, &mut item.fields.after] {
            fields.set(PARENT, &Vec::new());
        }
    }
    for id in left {
        let before = fields_of(&line(id).ok_or_else(|| unknown(id))?).get(PARENT);
        if before == after {
            continue;
        }
        let known = plan.changed.iter().position(|item| item.list == ListName::Units && item.key == id);
        let place = known.unwrap_or_else(|| {
            let fields = ChangedFields::default();
            plan.changed.push(ChangedItem { list: ListName::Units, key: id.to_owned(), among: 0, fields });
            plan.changed.len() - 1
        });
        let fields = &mut plan.changed[place].fields;
        fields.before.set(PARENT, &before);
        fields.after.set(PARENT, &after);
    }
    plan.changed.retain(|item| !item.fields.is_empty());
    // In one order, whatever was chosen first.
    sort::by(&mut plan.changed, |a, b| (a.list as usize, &a.key).cmp(&(b.list as usize, &b.key)));
    Ok(())
}

fn make_unit(plan: &mut ChangeFile, file: &File<'_>, planned: &File<'_>, (name, kind, parent): (&str, UnitKind, &str)) {
    let is_in = |file: &File<'_>, id: &str| file.index.unit(id).is_some() || file.index.person(id).is_some();
    let is_free = |id: &str| !is_in(file, id) && !is_in(planned, id);
    let id = new_id(ListName::Units.name(), name, &is_free);
    let fields = [("id", json(&&*id)), ("name", json(&name)), ("kind", json(&kind)), (PARENT, json(&parent))];
    let fields = RawFields(fields.map(|(field, value)| (field.to_owned(), value)).to_vec());
    plan.added.push(CountedItem {
        list: ListName::Units,
        line: canonical_line(&fields),
        id: Some(id),
        is_used: true,
        count: (0, 1),
        among: 0,
        is_shared: false,
    });
}

/// A unit as the canonical form writes it.
fn canonical_line(fields: &RawFields) -> String {
    let raw = fields.write();
    ListName::Units.read_line(&raw).map_or(raw, |line| line.text)
}

/// A step of a plan that names a unit which is no longer there, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostStep {
    /// The unit that the step changes or makes.
    pub unit: String,
    /// The unit that it is to belong to, where that one is no longer there; none where `unit` itself is not.
    pub parent: Option<String>,
}

/// The steps of a plan that name a unit which neither the file nor the plan has. `planned` is the file with the plan
/// brought in.
pub fn lost_steps(plan: &ChangeFile, file: &File<'_>, planned: &File<'_>) -> Vec<LostStep> {
    let lost_parent = |fields: &RawFields| {
        let parent: String = serde_json::from_str(fields.get(PARENT).first()?).ok()?;
        planned.index.unit(&parent).is_none().then_some(parent)
    };
    let changed = plan.changed.iter().filter(|item| item.list == ListName::Units).filter_map(|item| {
        let is_gone = file.index.unit(&item.key).is_none();
        let parent = lost_parent(&item.fields.after).filter(|_| !is_gone);
        (is_gone || parent.is_some()).then(|| LostStep { unit: item.key.clone(), parent })
    });
    let made = plan.added.iter().filter(|item| item.list == ListName::Units).filter_map(|item| {
        Some(LostStep { unit: item.id.clone()?, parent: Some(lost_parent(&fields_of(&item.line))?) })
    });
    changed.chain(made).collect()
}

/// The units that a plan makes, by id.
pub fn made_units(plan: &ChangeFile) -> impl Iterator<Item = &str> {
    plan.added.iter().filter(|item| item.list == ListName::Units).filter_map(|item| item.id.as_deref())
}
