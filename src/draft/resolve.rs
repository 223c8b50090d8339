//! From wishes to edits: what each changes in the file at hand, checked by reading the item back.

use rustc_hash::FxHashSet;

use super::edit::{Edit, EditRefusal, EditTarget};
use super::keys::{Keys, Slot, post};
use super::object::{self, JsonObject};
use super::patch::{FieldValue, Patch, PatchField};
use super::removal::partings;
use super::slug::new_id;
use crate::organisation::hash::sha256;
use crate::organisation::head::HeadField;
use crate::organisation::lists::Line;
use crate::organisation::number::saturating;
use crate::organisation::record::Value as _;
use crate::organisation::value::parse_date;
use crate::organisation::write::json;
use crate::organisation::{Index, ListName, Organisation};
use crate::risk::edition::freeze;
use crate::risk::edition::freeze::marking;

/// What the wishes change. The first that cannot be carried out refuses them all; it is told with its place.
pub fn resolve(
    patches: &[Patch],
    organisation: &Organisation<'_>,
    index: &Index,
) -> Result<Vec<Edit>, (usize, EditRefusal)> {
    let mut resolver = Resolver { organisation, index, keys: Vec::new(), given: FxHashSet::default(), ids: Vec::new() };
    let mut edits = Vec::with_capacity(patches.len());
    for (place, patch) in patches.iter().enumerate() {
        let edit = resolver.edit(patch).map_err(|refused| (place, refused))?;
        resolver.ids.push(edit.id.clone());
        let id = edit.id.clone();
        edits.push(edit);
        if let (Patch::TakeOut { list, parting, .. }, Some(id)) = (patch, id) {
            edits.extend(partings(organisation, index, (*list, &id), parting));
        }
    }
    Ok(edits)
}

struct Resolver<'o> {
    organisation: &'o Organisation<'o>,
    index: &'o Index,
    keys: Vec<(ListName, Keys<'o>)>,
    /// Ids given to new items: list and id.
    given: FxHashSet<(ListName, String)>,
    /// The ids of the items changed so far, wish by wish.
    ids: Vec<Option<String>>,
}

impl<'o> Resolver<'o> {
    fn edit(&mut self, patch: &Patch) -> Result<Edit, EditRefusal> {
        match patch {
            Patch::Add { list, fields } => self.add(*list, fields),
            Patch::Set { list, key, fields } => self.set(*list, key, fields),
            Patch::Remove { list, key } | Patch::TakeOut { list, key, .. } => self.remove(*list, key),
            Patch::Head(field, value) => self.head(*field, value),
        }
    }

    fn add(&mut self, list: ListName, fields: &[PatchField]) -> Result<Edit, EditRefusal> {
        let mut object = JsonObject::default();
        self.put(&mut object, fields);
        if list == ListName::Editions {
            self.freeze(&mut object);
        }
        if list.id_field() == "id" && object.get("id").is_none() {
            let name = |(field, _): &&PatchField| matches!(&**field, "name" | "title" | "about" | "what" | "text");
            let name = fields.iter().find(name);
            self.keys(list);
            let keys = self.keys.iter().find(|(known, _)| *known == list);
            let is_known = |id: &str| keys.is_some_and(|(_, keys)| keys.by_id(id).is_some());
            let is_free = |id: &str| !is_known(id) && !self.given.contains(&(list, id.to_owned()));
            let id = new_id(list.name(), name.map_or("", |(_, value)| value.words()), &is_free);
            object.insert("id", json(&&*id));
        }
        let line = read(list, &object::write(&object))?;
        self.take(list, line.id.as_deref())?;
        Ok(Edit { target: EditTarget::List(list), id: line.id, before: None, after: Some(line.text), at: Edit::LAST })
    }

    fn set(&mut self, list: ListName, key: &str, fields: &[PatchField]) -> Result<Edit, EditRefusal> {
        let (slot, id, before) = self.find(list, key)?;
        if let (ListName::Editions, Some(id)) = (list, &id) {
            return Err(EditRefusal::Frozen { id: id.clone() });
        }
        let mut object = object::parse(&before).ok_or_else(|| EditRefusal::not_found(EditTarget::List(list), key))?;
        self.put(&mut object, fields);
        let line = read(list, &object::write(&object))?;
        match id {
            Some(id) if line.id.as_ref() != Some(&id) => return Err(EditRefusal::IdFixed { id }),
            None if matches!(slot, Slot::Aside(_)) => self.take(list, line.id.as_deref())?,
            _ => {}
        }
        Ok(Edit { target: EditTarget::List(list), id, before: Some(before), after: Some(line.text), at: Edit::LAST })
    }

    fn remove(&mut self, list: ListName, key: &str) -> Result<Edit, EditRefusal> {
        let (slot, id, before) = self.find(list, key)?;
        let at = match slot {
            Slot::Used(place) if list.is_in_order() => saturating(place),
            _ => Edit::LAST,
        };
        Ok(Edit { target: EditTarget::List(list), id, before: Some(before), after: None, at })
    }

    fn head(&self, field: HeadField, value: &FieldValue) -> Result<Edit, EditRefusal> {
        let target = EditTarget::Head(field);
        let after = value.json().map(|value| field.read_value(&value)).transpose();
        let after = after.map_err(|problems| EditRefusal::Unusable { target: Some(target), problems })?;
        Ok(Edit { target, id: None, before: self.organisation.head(field), after, at: Edit::LAST })
    }

    /// An item, its id where it is used and has one, and its line.
    fn find(&mut self, list: ListName, key: &str) -> Result<(Slot, Option<String>, String), EditRefusal> {
        if list == ListName::Assignments
            && let Some(place) = post(self.organisation, self.index, key)
        {
            return Ok((Slot::Used(place as usize), None, key.to_owned()));
        }
        let keys = self.keys(list);
        let slot = keys.find(key).ok_or_else(|| EditRefusal::not_found(EditTarget::List(list), key))?;
        let id = match slot {
            Slot::Used(place) => keys.list.id(place).map(str::to_owned),
            Slot::Aside(_) => None,
        };
        Ok((slot, id, keys.line(slot)))
    }

    fn put(&self, object: &mut JsonObject, fields: &[PatchField]) {
        for (field, value) in fields {
            let value = match value {
                FieldValue::IdOf(wish) => self.ids.get(*wish as usize).cloned().flatten().map(|id| json(&&*id)),
                value => value.json(),
            };
            object::put(object, field, value);
        }
    }

    /// Gives an edition that has no content the analysis of the file at hand, with its hash, and marks it as strictly as
    /// what is in it.
    fn freeze(&self, object: &mut JsonObject) {
        if object.get("content").is_some() {
            return;
        }
        let day = object.get("date").and_then(|day| parse_date(day.trim_matches('"')));
        let content = freeze(self.organisation, day);
        object.insert("sha256", json(&&*sha256(content.as_bytes())));
        object.insert("content", content);
        let marking = marking(self.organisation);
        if object.get("marking").is_none() && !marking.is_absent() {
            object.insert("marking", json(&marking));
        }
    }

    /// Notes that an id is given to an item, unless another has it.
    fn take(&mut self, list: ListName, id: Option<&str>) -> Result<(), EditRefusal> {
        let Some(id) = id else { return Ok(()) };
        let is_free = self.keys(list).by_id(id).is_none() && self.given.insert((list, id.to_owned()));
        if is_free { Ok(()) } else { Err(EditRefusal::IdTaken { list, id: id.to_owned() }) }
    }

    fn keys(&mut self, list: ListName) -> &Keys<'o> {
        let known = self.keys.iter().position(|(known, _)| *known == list);
        if known.is_none() {
            self.keys.push((list, Keys::new(self.organisation.items(list))));
        }
        &self.keys[known.unwrap_or(self.keys.len() - 1)].1
    }
}

fn read(list: ListName, item: &str) -> Result<Line, EditRefusal> {
    list.read_line(item).map_err(|problems| EditRefusal::Unusable { target: Some(EditTarget::List(list)), problems })
}
