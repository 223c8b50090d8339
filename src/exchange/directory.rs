//! What an import needs to know of the open file, to tell what is new from what is there.

use serde::{Deserialize, Serialize};

use super::names::normal;
use super::words::ROLES;
use crate::organisation::Organisation;
use crate::organisation::lists::AnyList;
use crate::organisation::method::Scale;
use crate::organisation::problem::Problems;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Label, Language, Text};
use crate::risk::Methods;

/// The open file as far as imports and exports look at it. The engine makes it; it crosses to the program of sheets as
/// postcard bytes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Directory {
    /// The units by id and name.
    pub units: Vec<KnownItem>,
    /// The people by id and name.
    pub people: Vec<KnownItem>,
    /// The roles: the built-in ones, those of the file, and those that posts name.
    pub roles: Vec<KnownItem>,
    /// The posts, as the canonical form writes them: items without ids are called by their line.
    pub posts: Vec<String>,
    /// The risks by id and title.
    pub risks: Vec<KnownItem>,
    /// The measures by id and title.
    pub measures: Vec<KnownItem>,
    /// The matrices by id and name.
    pub matrices: Vec<KnownItem>,
    /// Every scale, those of the matrix in use first.
    pub scales: Vec<KnownScale>,
    /// Id of the scale of likelihood of the matrix in use.
    pub likelihood: Option<String>,
    /// Ids of the scales of consequence of the matrix in use, in its order.
    pub dimensions: Vec<String>,
    /// The scales of each matrix.
    pub methods: Vec<ScalesOfMatrix>,
    /// The day of which it is asked who holds a post: the file's own, unless another is said.
    #[serde(with = "crate::organisation::day::option")]
    pub on: Option<Date>,
}

/// An item that has an id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownItem {
    /// The id of the item.
    pub id: String,
    /// The names of the item: the Swedish one, or the only one, first.
    pub names: Vec<String>,
    /// The e-mail address of a person.
    pub email: Option<String>,
    /// Of a unit the one it belongs to; of a person the one they work at.
    pub unit: Option<String>,
    /// The kind of a unit.
    pub kind: Option<UnitKind>,
    /// As the canonical form writes it; empty where nothing is compared with it.
    pub line: String,
}

/// A scale and what its levels are called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownScale {
    /// The id of the scale.
    pub id: String,
    /// The name of the scale.
    pub name: Option<Label>,
    /// The names of its levels, the lowest first.
    pub levels: Vec<Label>,
}

/// Which scales a matrix has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScalesOfMatrix {
    /// Id of the matrix.
    pub matrix: String,
    /// Id of its scale of likelihood.
    pub likelihood: Option<String>,
    /// Ids of its scales of consequence.
    pub dimensions: Vec<String>,
}

impl Directory {
    /// What there is in a file.
    pub fn of(organisation: &Organisation<'_>) -> Self {
        let line = |list: &dyn AnyList, place: usize| list.line(place);
        let items = |list: &dyn AnyList, known: &dyn Fn(usize) -> KnownItem| -> Vec<KnownItem> {
            (0..list.count()).map(|place| KnownItem { line: line(list, place), ..known(place) }).collect()
        };
        let own = |text: &Option<_>| text.as_ref().map(|text: &std::borrow::Cow<'_, str>| text.to_string());
        let mut directory = Self {
            units: items(&organisation.units, &|place| {
                let unit = &organisation.units[place];
                KnownItem {
                    unit: unit.parent.as_deref().map(str::to_owned),
                    kind: Some(unit.kind),
                    email: unit.contact.as_ref().and_then(|contact| own(&contact.email)),
                    ..named(&unit.id, &unit.name)
                }
            }),
            people: items(&organisation.people, &|place| {
                let person = &organisation.people[place];
                let names = vec![person.name.to_string()];
                KnownItem {
                    id: person.id.to_string(),
                    names,
                    email: own(&person.email),
                    unit: person.unit.as_deref().map(str::to_owned),
                    ..KnownItem::default()
                }
            }),
            risks: items(&organisation.risks, &|place| {
                let risk = &organisation.risks[place];
                named(&risk.id, &risk.title)
            }),
            measures: items(&organisation.measures, &|place| {
                let measure = &organisation.measures[place];
                named(&measure.id, &measure.title)
            }),
            on: organisation.as_of,
            posts: (0..organisation.assignments.count()).map(|place| organisation.assignments.line(place)).collect(),
            ..Self::default()
        };
        directory.roles = roles(organisation);
        directory.take_method(organisation);
        directory
    }

    /// The matrices and scales: the file's, and those used where it has none.
    fn take_method(&mut self, organisation: &Organisation<'_>) {
        let methods = Methods::new(organisation, "", &mut Problems::default());
        if let Some(table) = methods.shown() {
            self.likelihood = Some(table.likelihood.id.to_string());
            self.dimensions = table.dimensions.iter().map(|scale| scale.id.to_string()).collect();
            self.scales =
                std::iter::once(table.likelihood).chain(table.dimensions.iter().copied()).map(scale).collect();
        }
        for one in organisation.scales.iter() {
            if !self.scales.iter().any(|known| known.id == *one.id) {
                self.scales.push(scale(one));
            }
        }
        let matrix = |matrix: &crate::organisation::method::Matrix<'_>| match &matrix.name {
            Some(name) => named(&matrix.id, name),
            None => KnownItem { id: matrix.id.to_string(), ..KnownItem::default() },
        };
        self.matrices = organisation.matrices.iter().map(matrix).collect();
        let scales = |matrix: &crate::organisation::method::Matrix<'_>| ScalesOfMatrix {
            matrix: matrix.id.to_string(),
            likelihood: matrix.likelihood.as_ref().map(ToString::to_string),
            dimensions: matrix.consequence.iter().map(ToString::to_string).collect(),
        };
        self.methods = organisation.matrices.iter().map(scales).collect();
    }

    /// Every dimension of every matrix, those of the matrix in use first.
    pub fn all_dimensions(&self) -> Vec<String> {
        let mut all = self.dimensions.clone();
        let others = self.methods.iter().flat_map(|method| &method.dimensions);
        for other in others {
            if !all.contains(other) {
                all.push(other.clone());
            }
        }
        all
    }

    /// The scale of a dimension, by what stands behind a heading: its id, its name, `name (id)`, or nothing, which is
    /// the first dimension of the matrix in use.
    pub fn dimension(&self, text: &str) -> Option<&str> {
        if text.is_empty() {
            return self.dimensions.first().map(String::as_str);
        }
        let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, id)| id);
        let by_id = |wanted: &str| self.scales.iter().find(|scale| scale.id == wanted);
        let by_name = || {
            let wanted = normal(text);
            let says = |scale: &&KnownScale, language| {
                scale.name.as_ref().is_some_and(|name| normal(name.say(language)) == wanted)
            };
            self.scales.iter().find(|scale| says(scale, Language::Swedish) || says(scale, Language::English))
        };
        let scale = in_brackets.and_then(by_id).or_else(|| by_id(text)).or_else(by_name);
        scale.map(|scale| scale.id.as_str())
    }
}

/// The texts of a text for people, the one that stands for all first.
fn texts(text: &Text<'_>) -> Vec<String> {
    let (sv, en) = (text.say(Language::Swedish), text.say(Language::English));
    if sv == en { vec![sv.to_owned()] } else { vec![sv.to_owned(), en.to_owned()] }
}

fn named(id: &str, name: &Text<'_>) -> KnownItem {
    KnownItem { id: id.to_owned(), names: texts(name), ..KnownItem::default() }
}

fn scale(scale: &Scale<'_>) -> KnownScale {
    KnownScale {
        id: scale.id.to_string(),
        name: scale.name.as_ref().map(Text::label),
        levels: scale.levels.iter().map(|level| level.name.label()).collect(),
    }
}

/// The roles: of the built-in ones every word they are known by, unless the file names them itself.
fn roles(organisation: &Organisation<'_>) -> Vec<KnownItem> {
    let mut roles: Vec<KnownItem> = organisation.roles.iter().map(|role| named(&role.id, &role.name)).collect();
    for (id, sv, en, also) in ROLES {
        let words = [*sv, *en].into_iter().chain(also.iter().copied()).map(str::to_owned);
        match roles.iter_mut().find(|role| role.id == *id) {
            Some(role) => role.names.extend(words),
            None => roles.push(KnownItem { id: (*id).to_owned(), names: words.collect(), ..KnownItem::default() }),
        }
    }
    let mut known: rustc_hash::FxHashSet<String> = roles.iter().map(|role| role.id.clone()).collect();
    for post in organisation.assignments.iter() {
        if known.insert(post.role.to_string()) {
            roles.push(KnownItem { id: post.role.to_string(), ..KnownItem::default() });
        }
    }
    roles
}
