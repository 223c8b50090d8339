//! Units and users as `OS2rollekatalog` writes them. Its `cpr`, a personal identity number, is not read.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::exchange::sheet::{Cell, Table};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Catalogue {
    org_units: Vec<OrgUnit>,
    #[serde(default)]
    users: Vec<User>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrgUnit {
    uuid: String,
    name: String,
    parent_org_unit_uuid: Option<String>,
    manager: Option<Manager>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manager {
    uuid: Option<String>,
    user_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_field_names, reason = "the names are the catalogue's")]
struct User {
    ext_uuid: Option<String>,
    user_id: Option<String>,
    name: String,
    email: Option<String>,
    #[serde(default)]
    disabled: bool,
    #[serde(default)]
    positions: Vec<Position>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Position {
    org_unit_uuid: Option<String>,
}

/// A sheet each of the units, the people and the heads; `None` where the text is something else.
pub(super) fn sheets(text: &str) -> Option<Vec<Table>> {
    let catalogue: Catalogue = serde_json::from_str(text).ok()?;
    let ids: FxHashMap<&str, &str> =
        catalogue.users.iter().filter_map(|user| Some((user.user_id.as_deref()?, user.ext_uuid.as_deref()?))).collect();
    Some(vec![units(&catalogue), people(&catalogue), heads(&catalogue, &ids)])
}

fn row<const N: usize>(texts: [&str; N]) -> Vec<Cell> {
    texts.map(Cell::text).to_vec()
}

/// The catalogue says nothing of kinds: what has no parent is taken for the municipality, what is right under it for
/// a department, and what has nothing under it for a workplace.
fn units(catalogue: &Catalogue) -> Table {
    let ids: FxHashSet<&str> = catalogue.org_units.iter().map(|unit| &*unit.uuid).collect();
    let parent = |unit: &'_ OrgUnit| unit.parent_org_unit_uuid.clone().filter(|id| ids.contains(&**id));
    let roots: FxHashSet<&str> =
        catalogue.org_units.iter().filter(|unit| parent(unit).is_none()).map(|unit| &*unit.uuid).collect();
    let mut rows = vec![row(["id", "name", "kind", "parent"])];
    rows.extend(catalogue.org_units.iter().map(|unit| {
        let parent = parent(unit).unwrap_or_default();
        let kind = match () {
            () if parent.is_empty() => "municipality",
            () if roots.contains(&*parent) => "department",
            () => "workplace",
        };
        row([&unit.uuid, &unit.name, kind, &parent])
    }));
    Table::new("orgUnits", rows)
}

fn people(catalogue: &Catalogue) -> Table {
    let mut rows = vec![row(["id", "name", "email", "unit", "accountEnabled"])];
    rows.extend(catalogue.users.iter().map(|user| {
        let unit = user.positions.iter().find_map(|position| position.org_unit_uuid.as_deref());
        let id = user.ext_uuid.as_deref().or(user.user_id.as_deref());
        let mut row = row([id.unwrap_or_default(), &user.name, user.email.as_deref().unwrap_or_default()]);
        row.push(Cell::text(unit.unwrap_or_default()));
        row.push(Cell::Yes(!user.disabled));
        row
    }));
    Table::new("users", rows)
}

fn heads(catalogue: &Catalogue, ids: &FxHashMap<&str, &str>) -> Table {
    let mut rows = vec![row(["role", "unit", "person"])];
    rows.extend(catalogue.org_units.iter().filter_map(|unit| {
        let manager = unit.manager.as_ref()?;
        let by_user = manager.user_id.as_deref().map(|user| ids.get(user).copied().unwrap_or(user));
        Some(row(["head", &unit.uuid, manager.uuid.as_deref().or(by_user)?]))
    }));
    Table::new("heads", rows)
}
