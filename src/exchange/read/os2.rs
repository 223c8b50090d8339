//! Units and users as `OS2rollekatalog` writes them. Its `cpr`, a personal identity number, is not read.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::exchange::sheet::{CellPlace, SheetCell, SheetTable};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Catalogue {
    org_units: Vec<OrgUnit>,
    #[serde(default)]
    users: Vec<Os2User>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrgUnit {
    uuid: String,
    name: String,
    parent_org_unit_uuid: Option<String>,
    manager: Option<Os2Manager>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Os2Manager {
    uuid: Option<String>,
    user_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_field_names, reason = "the names are the catalogue's")]
struct Os2User {
    ext_uuid: Option<String>,
    /// What the catalogue itself calls them; heads are named by it.
    uuid: Option<String>,
    user_id: Option<String>,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    disabled: bool,
    #[serde(default)]
    positions: Vec<Os2Position>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Os2Position {
    org_unit_uuid: Option<String>,
}

/// A sheet each of the units, the people and the heads; `None` where the text is something else.
pub(super) fn sheets(text: &str) -> Option<Vec<SheetTable>> {
    let catalogue: Catalogue = serde_json::from_str(text).ok()?;
    Some(vec![units(&catalogue), people(&catalogue), heads(&catalogue)])
}

impl Os2User {
    /// The id under which they come in: the one other systems know them by too, where there is one.
    fn id(&self) -> Option<&str> {
        self.ext_uuid.as_deref().or(self.user_id.as_deref()).or(self.uuid.as_deref())
    }
}

fn row<const N: usize>(texts: [&str; N]) -> Vec<SheetCell> {
    texts.map(SheetCell::text).to_vec()
}

/// The catalogue says nothing of kinds: what has no parent is taken for the municipality, what is right under it for
/// a department, and what has nothing under it for a workplace. A parent that is missing stays, to be told; but where none
/// is without a parent, those whose parents are missing are at the top.
fn units(catalogue: &Catalogue) -> SheetTable {
    let ids: FxHashSet<&str> = catalogue.org_units.iter().map(|unit| &*unit.uuid).collect();
    let said = |unit: &'_ OrgUnit| unit.parent_org_unit_uuid.clone().filter(|id| !id.is_empty());
    let has_top = catalogue.org_units.iter().any(|unit| said(unit).is_none());
    let parent = |unit: &'_ OrgUnit| said(unit).filter(|id| has_top || ids.contains(&**id));
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
    SheetTable::new("orgUnits", rows)
}

fn people(catalogue: &Catalogue) -> SheetTable {
    let mut rows = vec![row(["id", "name", "email", "phone", "unit", "accountEnabled"])];
    rows.extend(catalogue.users.iter().map(|user| {
        let unit = user.positions.iter().find_map(|position| position.org_unit_uuid.as_deref());
        let said = |field: &'_ Option<String>| field.clone().unwrap_or_default();
        let mut row = row([user.id().unwrap_or_default(), &user.name, &said(&user.email), &said(&user.phone)]);
        row.push(SheetCell::text(unit.unwrap_or_default()));
        row.push(SheetCell::Yes(!user.disabled));
        row
    }));
    SheetTable::new("users", rows)
}

/// The heads of units. One who is not among the users is told by the id the catalogue names them by; nobody is made of it.
fn heads(catalogue: &Catalogue) -> SheetTable {
    let mut ids: FxHashMap<&str, &str> = FxHashMap::default();
    for user in &catalogue.users {
        let Some(id) = user.id() else { continue };
        let known = [user.user_id.as_deref(), user.uuid.as_deref(), user.ext_uuid.as_deref()];
        ids.extend(known.into_iter().flatten().map(|known| (known, id)));
    }
    let mut table = SheetTable::new("heads", vec![row(["role", "unit", "person"])]);
    for unit in &catalogue.org_units {
        let Some(manager) = &unit.manager else { continue };
        let named: Vec<&str> = [&manager.uuid, &manager.user_id].into_iter().flatten().map(String::as_str).collect();
        if let Some(id) = named.iter().find_map(|named| ids.get(named)) {
            table.rows.push(row(["head", &unit.uuid, id]));
        } else if let [named, ..] = named[..] {
            table.left_out.unknown.push((CellPlace::new(table.rows.len(), 2), named.to_owned()));
            table.rows.push(Vec::new());
        }
    }
    table
}
