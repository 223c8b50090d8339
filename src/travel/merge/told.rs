//! What became of change files, told: what was taken, what was there already, and what was not taken and why.

use serde::{Deserialize, Serialize};

use crate::organisation::ListName;
use crate::organisation::record::words;
use crate::organisation::write::{ObjectWriter, json, pretty, write_list};
use crate::travel::fields::{FieldText, as_json};
use crate::travel::refs::Renames;

words! {
    /// Why a change is refused.
    pub enum Refusal {
        /// It is of something that the extract which the change file began from does not hold.
        Outside = "outside",
        /// The change is of a person whom the extract calls by a pseudonym.
        Pseudonym = "pseudonym",
    }
}

words! {
    /// What a change that is taken does.
    pub enum ToldChange {
        /// A field has another value.
        Changed = "changed",
        /// An item is new.
        Added = "added",
        /// An item is gone.
        Deleted = "deleted",
        /// The items of a list are in another order.
        Moved = "moved",
    }
}

/// Why a change file is not brought in at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangesRefused {
    /// The change file began from the file of another municipality.
    OtherMunicipality {
        /// The names of the other municipality.
        names: Vec<String>,
    },
    /// The change file began from an extract that cannot have been made of this file.
    NeverMade {
        /// For whom that extract says it is, where that can be read.
        receiver: Option<String>,
    },
    /// The change file began from an extract that a newer version of the product has made.
    Newer,
}

/// What a change is of: a field of an item, a whole item, or a field of the file itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangePlace {
    /// The list; none for a field of the file itself.
    pub list: Option<ListName>,
    /// The id of the item, or where items of the list have none its line.
    pub key: Option<String>,
    /// The field; none for a whole item, or the order of a list.
    pub field: Option<String>,
}

/// A change that is not taken, for the file says something else by now, or two change files do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldConflict {
    /// The place that the change is of.
    pub place: ChangePlace,
    /// The value that the change began from.
    pub base: FieldText,
    /// The value that the file has, and keeps.
    pub ours: FieldText,
    /// The values that change files give, each once.
    pub theirs: Vec<FieldText>,
}

/// A change that is refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ToldRefusal {
    /// The place that the change is of.
    pub place: ChangePlace,
    /// The reason why the change is refused.
    pub why: Refusal,
}

/// What became of change files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// The changes that are taken.
    pub taken: Vec<(ChangePlace, ToldChange)>,
    /// How many changes the file had already.
    pub same: u32,
    /// What these are of, as the change files call it.
    pub(in crate::travel) sames: Vec<ChangePlace>,
    /// What ids the last change file's new items have got.
    pub(in crate::travel) renames: Renames,
    /// What is not taken, for there is more than one value to choose from.
    pub conflicts: Vec<ToldConflict>,
    /// The changes that are refused.
    pub refused: Vec<ToldRefusal>,
    /// The file with what is taken, in canonical form.
    pub result: String,
}

impl Merged {
    /// Whether all is taken.
    pub fn is_whole(&self) -> bool {
        self.conflicts.is_empty() && self.refused.is_empty()
    }

    /// As JSON, over lines but for the file, which is one value.
    pub fn json(&self) -> String {
        let mut out = String::new();
        let mut object = ObjectWriter::new(&mut out);
        write_list(&self.taken, object.key("taken"), |(place, what), out| {
            let mut object = ObjectWriter::new(out);
            place.write(&mut object);
            object.field("change", what);
            object.end();
        });
        object.field("same", &self.same);
        write_list(&self.conflicts, object.key("conflicts"), ToldConflict::write);
        write_list(&self.refused, object.key("refused"), |refused, out| {
            let mut object = ObjectWriter::new(out);
            refused.place.write(&mut object);
            object.field("why", &refused.why);
            object.end();
        });
        object.key("result").push_str(&self.result);
        object.end();
        // What the file has in its texts stays as it is: only what stands between the tokens is written anew.
        pretty(&crate::organisation::write::compact(&out)) + "\n"
    }
}

impl ChangePlace {
    /// The field that stands for the order of a list.
    pub const ORDER: &'static str = "order";

    /// A field of the file itself.
    pub(in crate::travel) fn head(field: &str) -> Self {
        Self { list: None, key: None, field: Some(field.to_owned()) }
    }

    /// An item, or a field of it.
    pub(in crate::travel) fn item(list: ListName, key: &str, field: Option<&str>) -> Self {
        Self { list: Some(list), key: Some(key.to_owned()), field: field.map(str::to_owned) }
    }

    /// Whether items of its list are called by their lines.
    pub fn is_by_line(&self) -> bool {
        self.list.is_some_and(|list| list.id_field().is_empty())
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        let text = |text: Option<&str>| text.map_or_else(|| "null".to_owned(), |text| json(&text));
        object.key("list").push_str(&text(self.list.map(ListName::name)));
        object.key("key").push_str(&text(self.key.as_deref()));
        object.key("field").push_str(&text(self.field.as_deref()));
    }
}

impl ToldConflict {
    fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        self.place.write(&mut object);
        object.key("base").push_str(&as_json(&self.base));
        object.key("ours").push_str(&as_json(&self.ours));
        object.key("theirs").push_str(&self.theirs.first().map_or_else(|| "null".to_owned(), |values| as_json(values)));
        if self.theirs.len() > 1 {
            write_list(&self.theirs, object.key("all"), |values, out| out.push_str(&as_json(values)));
        }
        object.end();
    }
}
