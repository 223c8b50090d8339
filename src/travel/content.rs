//! What a file says, as lines: every field of the file itself, and every item of its lists.

use super::fields::RawFields;
use crate::organisation::write::{compact, json};
use crate::organisation::{ListName, Organisation, canonical, read};

/// A file as lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The fields of the file itself, those that the format does not know among them.
    pub(super) heads: RawFields,
    /// The items of each list, in the order of the format.
    pub(super) lists: Vec<Vec<ContentItem>>,
}

/// An item as its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentItem {
    /// The id of the item, where items of its list have one and it is used.
    pub(super) id: Option<String>,
    /// As the canonical form writes it; one that is set aside as it is written.
    pub(super) line: String,
    /// Whether the item is used; else it is set aside.
    pub(super) is_used: bool,
}

impl Content {
    /// What a file says. Of each list those that are used come first, by their place, and then those set aside.
    pub(super) fn of(organisation: &Organisation<'_>) -> Self {
        let items = |list: &ListName| {
            let list = organisation.items(*list);
            let used = (0..list.count()).map(|place| ContentItem {
                id: list.id(place).map(str::to_owned),
                line: list.line(place),
                is_used: true,
            });
            let aside = list.set_aside().iter();
            let aside = aside.map(|raw| ContentItem { id: None, line: compact(raw), is_used: false });
            used.chain(aside).collect()
        };
        let heads = RawFields(canonical::top_fields(organisation));
        Self { heads, lists: ListName::ALL.iter().map(items).collect() }
    }

    /// The items of a list.
    pub(super) fn list(&self, list: ListName) -> &[ContentItem] {
        &self.lists[list as usize]
    }

    /// A file that says so. What stands under the name of a list and is none comes after the lists.
    pub(super) fn text(&self) -> String {
        let is_list = |(name, _): &&(String, String)| ListName::from_name(name).is_some();
        let head = |(name, value): &(String, String)| format!("{}:{value}", json(&&**name));
        let lists = ListName::ALL.iter().zip(&self.lists).filter(|(_, items)| !items.is_empty());
        let lists = lists.map(|(name, items)| {
            let lines: Vec<&str> = items.iter().map(|item| &*item.line).collect();
            format!("\"{}\":[\n{}\n]", name.name(), lines.join(",\n"))
        });
        let (late, early): (Vec<_>, Vec<_>) = self.heads.0.iter().partition(|head| is_list(head));
        let all: Vec<String> = early.into_iter().map(head).chain(lists).chain(late.into_iter().map(head)).collect();
        format!("{{{}}}", all.join(",\n"))
    }

    /// The file in canonical form.
    pub(super) fn canonical(&self) -> String {
        let text = self.text();
        let written = read(&text, &mut |_| ()).map(|(mut organisation, mut problems)| {
            // Which of two items with one id is used, decides which of them is written anew.
            drop(crate::organisation::Index::new(&mut organisation, &text, &mut problems));
            canonical::write(&organisation)
        });
        written.unwrap_or(text)
    }
}
