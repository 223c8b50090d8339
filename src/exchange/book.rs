//! What cells can point to, found by id and by name, and what they are called in a cell.

use rustc_hash::FxHashMap;

use super::directory::{Directory, KnownItem};
use super::field::CellReference;
use super::names::{normal, normal_person};
use crate::organisation::ListName;
use crate::organisation::value::Language;

/// Things of one kind by id and by name.
#[derive(Debug, Clone, Default)]
pub(super) struct NameBook {
    names: FxHashMap<String, Vec<String>>,
    /// Of each id the names it is shown by: in Swedish, in English.
    shown: FxHashMap<String, Vec<String>>,
    of_people: bool,
    /// Ids that another system gives to things of the file, and the ids they have here.
    also: FxHashMap<String, String>,
}

/// What a text was found to point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NameMatch {
    /// One thing, by its id.
    One(String),
    /// Several things share the name.
    Several(Vec<String>),
    /// Nothing has the name.
    Nothing,
}

impl NameBook {
    fn of<'k>(known: impl IntoIterator<Item = &'k KnownItem>, of_people: bool) -> Self {
        let mut book = Self { of_people, ..Self::default() };
        for known in known {
            book.enter(&known.id, &known.names);
        }
        book
    }

    fn normal(&self, name: &str) -> String {
        if self.of_people { normal_person(name) } else { normal(name) }
    }

    /// Enters a thing, unless its id is there.
    pub(super) fn enter(&mut self, id: &str, names: &[String]) {
        if self.shown.contains_key(id) {
            return;
        }
        self.shown.insert(id.to_owned(), Vec::new());
        for name in names {
            self.call(id, name);
        }
    }

    /// Tells that a thing is called by another name too.
    pub(super) fn call(&mut self, id: &str, name: &str) {
        let ids = self.names.entry(self.normal(name)).or_default();
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
        self.shown.entry(id.to_owned()).or_default().push(name.to_owned());
    }

    /// Tells that a thing is known by another id too.
    pub(super) fn also(&mut self, other: &str, id: &str) {
        if other != id && !self.has(other) {
            self.also.insert(other.to_owned(), id.to_owned());
        }
    }

    /// Whether something has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.shown.contains_key(id)
    }

    /// The ids of what has this name.
    pub(super) fn named(&self, name: &str) -> &[String] {
        self.names.get(&self.normal(name)).map_or(&[], Vec::as_slice)
    }

    /// What a cell points to: by id, by name, or by a name with the id in brackets behind it.
    pub(super) fn find(&self, text: &str) -> NameMatch {
        let text = text.trim();
        if let Some(id) = self.id_in_brackets(text).or_else(|| self.has(text).then_some(text)) {
            return NameMatch::One(id.to_owned());
        }
        if let Some(id) = self.also.get(text) {
            return NameMatch::One(id.clone());
        }
        match self.named(text) {
            [] => NameMatch::Nothing,
            [id] => NameMatch::One(id.clone()),
            ids => NameMatch::Several(ids.to_vec()),
        }
    }

    fn id_in_brackets<'t>(&self, text: &'t str) -> Option<&'t str> {
        let inside = text.strip_suffix(']')?;
        inside.match_indices('[').map(|(at, _)| &inside[at + 1..]).find(|id| self.has(id))
    }

    /// What a thing is called in a cell: its name, with its id where the name alone would not find it again.
    pub(super) fn say(&self, id: &str, language: Language) -> String {
        let names = self.shown.get(id).map_or(&[][..], Vec::as_slice);
        let name = match language {
            Language::English if names.len() > 1 => &names[1],
            _ => match names.first() {
                Some(name) => name,
                None => return format!("[{id}]"),
            },
        };
        let plain = name.trim() == name && !name.contains([';', '\n', '\r']);
        let found = plain && self.find(name) == NameMatch::One(id.to_owned());
        if found { name.clone() } else { format!("{} [{id}]", name.replace([';', '\n', '\r'], " ").trim()) }
    }

    /// The name alone, in a language.
    pub(super) fn title(&self, id: &str, language: Language) -> String {
        let names = self.shown.get(id).map_or(&[][..], Vec::as_slice);
        let second = names.get(1).filter(|_| language == Language::English);
        second.or(names.first()).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The name alone.
    pub(super) fn name(&self, id: &str) -> String {
        self.shown.get(id).and_then(|names| names.first()).cloned().unwrap_or_else(|| id.to_owned())
    }
}

/// Everything cells can point to.
#[derive(Debug, Clone, Default)]
pub(super) struct Books {
    pub(super) units: NameBook,
    pub(super) people: NameBook,
    pub(super) roles: NameBook,
    pub(super) risks: NameBook,
    matrices: NameBook,
    /// Units and people: who can own a risk.
    pub(super) owners: NameBook,
}

impl Books {
    pub(super) fn new(directory: &Directory) -> Self {
        Self {
            units: NameBook::of(&directory.units, false),
            people: NameBook::of(&directory.people, true),
            roles: NameBook::of(&directory.roles, false),
            risks: NameBook::of(&directory.risks, false),
            matrices: NameBook::of(&directory.matrices, false),
            owners: NameBook::of(directory.units.iter().chain(&directory.people), true),
        }
    }

    pub(super) fn of(&self, of: CellReference) -> &NameBook {
        match of {
            CellReference::Unit => &self.units,
            CellReference::Person => &self.people,
            CellReference::Role => &self.roles,
            CellReference::Risk => &self.risks,
            CellReference::Matrix => &self.matrices,
            CellReference::Owner => &self.owners,
        }
    }

    /// Tells that a new item of a list of the format is called by another name too.
    pub(super) fn call(&mut self, list: ListName, id: &str, name: &str) {
        match list {
            ListName::Units => {
                self.units.call(id, name);
                self.owners.call(id, name);
            }
            ListName::Risks => self.risks.call(id, name),
            _ => {}
        }
    }

    /// Enters a new item of a list of the format.
    pub(super) fn enter(&mut self, list: ListName, id: &str, names: &[String]) {
        match list {
            ListName::Units => self.units.enter(id, names),
            ListName::People => self.people.enter(id, names),
            ListName::Risks => self.risks.enter(id, names),
            _ => return,
        }
        if list != ListName::Risks {
            self.owners.enter(id, names);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(items: &[(&str, &str)]) -> NameBook {
        let mut book = NameBook::default();
        for (id, name) in items {
            book.enter(id, &[(*name).to_owned()]);
        }
        book
    }

    #[test]
    fn a_name_stands_alone_where_it_finds_its_item_and_with_the_id_where_not() {
        let book = book(&[("a", "Eken"), ("b", "Köket"), ("c", "Köket"), ("d", "a"), ("e", "Kök; bad")]);
        let said = ["a", "b", "d", "e", "f"].map(|id| book.say(id, Language::Swedish));
        assert_eq!(said, ["Eken", "Köket [b]", "a [d]", "Kök  bad [e]", "[f]"]);
        for id in ["a", "b", "c", "d", "e"] {
            assert_eq!(book.find(&book.say(id, Language::Swedish)), NameMatch::One(id.to_owned()));
        }
        assert_eq!(book.find("köket"), NameMatch::Several(vec!["b".into(), "c".into()]));
        assert_eq!(book.find("Boken"), NameMatch::Nothing);
    }
}
