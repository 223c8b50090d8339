//! The references within a line or a field as JSON: found, and made to lead elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::RawFields;
use crate::draft::object::elements;
use crate::organisation::ListName;
use crate::organisation::json::JsonReader;
use crate::organisation::walk::Referred;
use crate::organisation::write::{json, write_list};

/// What an id is to be instead, by the lists that it may be of.
type Instead<'i> = &'i mut dyn FnMut(Referred, &str) -> Option<String>;

/// Where consequences stand whose keys are ids of scales.
const BY_SCALE: [&str; 2] = ["consequence", "motives"];

/// The value of a field with other references; nothing where none is another.
fn walk(list: ListName, way: &mut Vec<String>, raw: &str, instead: Instead<'_>) -> Option<String> {
    match raw.as_bytes().first()? {
        b'"' => {
            let to = list.referred(&way.join("/"))?;
            let id = JsonReader::new(raw).text().ok()?.into_owned();
            instead(to, &id).map(|id| json(&&*id))
        }
        b'[' => {
            let before = elements(raw)?;
            let after: Vec<_> = before.iter().map(|raw| walk(list, way, raw, instead)).collect();
            after.iter().any(Option::is_some).then(|| {
                let mut out = String::new();
                let all = before.into_iter().zip(after);
                write_list(all, &mut out, |(before, after), out| out.push_str(after.as_deref().unwrap_or(before)));
                out
            })
        }
        b'{' => {
            let mut fields = RawFields::parse(raw)?;
            let is_by_scale = matches!(list, ListName::Risks | ListName::Measures)
                && way.last().is_some_and(|name| BY_SCALE.contains(&&**name));
            let mut is_other = false;
            for (name, value) in &mut fields.0 {
                way.push(name.clone());
                let other = walk(list, way, value, instead);
                way.pop();
                is_other |= other.is_some();
                if let Some(other) = other {
                    *value = other;
                }
                let to = Referred { lists: &[ListName::Scales], is_checked: false };
                if let Some(other) = is_by_scale.then(|| instead(to, name)).flatten() {
                    *name = other;
                    is_other = true;
                }
            }
            is_other.then(|| fields.write())
        }
        _ => None,
    }
}

/// Meets every reference within the value of an item's field.
pub(super) fn each(list: ListName, field: &str, raw: &str, each: &mut dyn FnMut(Referred, &str)) {
    let mut meet = |to: Referred, id: &str| {
        each(to, id);
        None
    };
    walk(list, &mut vec![field.to_owned()], raw, &mut meet);
}

/// Other ids for items that a change file adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::travel) struct Renames {
    /// The id an item has in the change file, and the one it gets.
    pub(super) ids: BTreeMap<(ListName, String), String>,
    /// Items that share their id with one of another list.
    pub(super) shared: BTreeSet<(ListName, String)>,
}

impl Renames {
    /// What a reference to one of some lists is to be.
    fn instead(&self, to: Referred, id: &str) -> Option<String> {
        to.lists.iter().enumerate().find_map(|(place, list)| {
            let item = (*list, id.to_owned());
            // Of an id that several lists have, the item of the first is meant.
            let is_meant = place == 0 || !self.shared.contains(&item);
            self.ids.get(&item).filter(|_| is_meant).cloned()
        })
    }

    /// The value of a field, its references following.
    pub(super) fn field(&self, list: ListName, field: &str, raw: &str) -> String {
        if self.ids.is_empty() {
            return raw.to_owned();
        }
        if list == ListName::Exceptions && field == "finding" {
            return self.finding(raw);
        }
        let mut instead = |to: Referred, id: &str| self.instead(to, id);
        walk(list, &mut vec![field.to_owned()], raw, &mut instead).unwrap_or_else(|| raw.to_owned())
    }

    /// The id of a finding is made of a rule's and those of what it is about.
    fn finding(&self, raw: &str) -> String {
        let Ok(text) = JsonReader::new(raw).text() else { return raw.to_owned() };
        let mut finding = format!(":{text}:");
        for ((list, id), other) in &self.ids {
            let part = format!(":{id}:");
            let is_rule = *list == ListName::Rules;
            if let Some(at) = finding.find(&part).filter(|at| is_rule == (*at == 0)) {
                finding.replace_range(at..at + part.len(), &format!(":{other}:"));
            }
        }
        json(&finding.trim_matches(':'))
    }

    /// All fields of an item.
    pub(super) fn fields(&self, list: ListName, fields: &RawFields) -> RawFields {
        let all = fields.0.iter();
        RawFields(all.map(|(name, raw)| (name.clone(), self.field(list, name, raw))).collect())
    }
}
