//! One item for a form, and items to choose among.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::draft::patch::Field;
use crate::draft::{Patch, Value};
use crate::engine::answer::Look;
use crate::organisation::sort;
use crate::organisation::value::{Label, Language, Text, sort_key};

/// A text in both languages.
fn both<'t>(text: &'t Text<'_>) -> [&'t str; 2] {
    [text.say(Language::Swedish), text.say(Language::English)]
}

/// An item with the fields it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    /// The list.
    pub list: String,
    /// Its id, or its canonical line.
    pub key: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// An item that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Label,
    /// What tells it from others of the same name: the unit it belongs to.
    pub beside: Option<Label>,
}

impl ItemView {
    pub(in crate::engine) fn new(look: Look<'_>, list: &str, key: &str) -> Option<Self> {
        let line = crate::draft::line(look.organisation, list, key)?;
        let Json::Object(object) = serde_json::from_str(&line).ok()? else { return None };
        let fields = object.into_iter().map(|(field, value)| (field, as_field(value))).collect();
        Some(Self { list: list.to_owned(), key: key.to_owned(), fields })
    }

    /// The value of a field; `Nothing` where it is left out.
    pub fn value(&self, field: &str) -> Value {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The wish that gives it other values.
    pub fn patch(&self, fields: Vec<Field>) -> Patch {
        Patch::Set { list: self.list.clone(), key: self.key.clone(), fields }
    }
}

fn as_field(value: Json) -> Value {
    let texts = |values: &[Json]| values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
    let is_text = |key: &String, value: &Json| (key == "sv" || key == "en") && value.is_string();
    match value {
        Json::Null => Value::Nothing,
        Json::Bool(yes) => Value::Yes(yes),
        Json::String(text) => Value::Text(text),
        Json::Number(number) => number.as_f64().map_or(Value::Nothing, Value::Number),
        Json::Object(object) if object.iter().all(|(key, value)| is_text(key, value)) => {
            let text = |key| object.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
            Value::Languages { sv: text("sv"), en: text("en") }
        }
        Json::Array(values) => match texts(&values) {
            Some(texts) => Value::Texts(texts),
            None => Value::Json(Json::Array(values).to_string()),
        },
        object @ Json::Object(_) => Value::Json(object.to_string()),
    }
}

impl ChoiceView {
    /// The items of a list whose names hold a text: those that begin with it first, then by name.
    pub(in crate::engine) fn all(look: Look<'_>, list: &str, find: &str, most: usize) -> Vec<Self> {
        let wanted = sort_key(find.trim());
        let mut found: Vec<(bool, String, usize)> = Vec::new();
        let mut consider = |place: usize, names: [&str; 2]| {
            let keys = names.map(sort_key);
            if keys.iter().any(|key| key.contains(&wanted)) {
                let [key, _] = keys;
                found.push((!key.starts_with(&wanted), key, place));
            }
        };
        let organisation = look.organisation;
        match list {
            "units" => organisation.units.iter().enumerate().for_each(|(place, unit)| {
                consider(place, both(&unit.name));
            }),
            "people" => organisation.people.iter().enumerate().for_each(|(place, person)| {
                consider(place, [&person.name, person.email.as_deref().unwrap_or_default()]);
            }),
            "roles" => organisation.roles.iter().enumerate().for_each(|(place, role)| {
                consider(place, both(&role.name));
            }),
            "risks" => organisation.risks.iter().enumerate().for_each(|(place, risk)| {
                consider(place, both(&risk.title));
            }),
            _ => {}
        }
        sort::all(&mut found);
        found.truncate(most);
        found.into_iter().map(|(_, _, place)| Self::new(look, list, place)).collect()
    }

    fn new(look: Look<'_>, list: &str, place: usize) -> Self {
        let organisation = look.organisation;
        let unit = |id: Option<&str>| {
            let unit = look.index.unit(id?)?;
            Some(organisation.units[unit as usize].name.label())
        };
        match list {
            "units" => {
                let item = &organisation.units[place];
                Self { id: item.id.to_string(), name: item.name.label(), beside: unit(item.parent.as_deref()) }
            }
            "people" => {
                let item = &organisation.people[place];
                Self { id: item.id.to_string(), name: Label::plain(&*item.name), beside: unit(item.unit.as_deref()) }
            }
            "roles" => {
                let item = &organisation.roles[place];
                Self { id: item.id.to_string(), name: item.name.label(), beside: None }
            }
            _ => {
                let item = &organisation.risks[place];
                Self { id: item.id.to_string(), name: item.title.label(), beside: None }
            }
        }
    }
}
