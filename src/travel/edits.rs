//! How one file differs from another as edits of a draft: what is brought in is undone like any other change.

use rustc_hash::FxHashMap;

use super::change_file::{CountedItem, fields_of};
use super::content::Content;
use super::diff::diff;
use super::fields::FieldText;
use crate::draft::{Edit, EditTarget};
use crate::organisation::head::HeadField;
use crate::organisation::{ListName, Organisation};

/// The edits that make one file into another: of the fields of the file itself those that can be edited, and of lists
/// everything but the order of what both have.
pub fn edits_between(old: &Organisation<'_>, new: &Organisation<'_>) -> Vec<Edit> {
    let change = diff(old, "", new, None);
    let (before, after) = (Content::of(old), Content::of(new));
    let [before, after] = [&before, &after].map(by_id);
    let mut edits = Vec::new();
    for name in change.heads.names() {
        let Some(field) = HeadField::from_word(name) else { continue };
        let value = |values: FieldText| values.into_iter().next();
        let (before, after) = (value(change.heads.before.get(name)), value(change.heads.after.get(name)));
        edits.push(edit(EditTarget::Head(field), None, before, after));
    }
    for item in &change.changed {
        let target = EditTarget::List(item.list);
        if item.list.id_field().is_empty() {
            let mut fields = fields_of(&item.key);
            for name in item.fields.names() {
                fields.set(name, &item.fields.after.get(name));
            }
            let after = item.list.read_line(&fields.write()).ok().map(|line| line.text);
            edits.push(edit(target, None, Some(item.key.clone()), after));
        } else {
            let line = |lines: &FxHashMap<(ListName, &str), &str>| {
                lines.get(&(item.list, &*item.key)).map(|line| (*line).to_owned())
            };
            edits.push(edit(target, Some(item.key.clone()), line(&before), line(&after)));
        }
    }
    for item in &change.deleted {
        let gone = edit(EditTarget::List(item.list), used_id(item), Some(item.line.clone()), None);
        edits.extend(std::iter::repeat_n(gone, item.count.0.abs_diff(item.count.1) as usize));
    }
    for item in &change.added {
        let new = edit(EditTarget::List(item.list), used_id(item), None, Some(item.line.clone()));
        edits.extend(std::iter::repeat_n(new, item.count.0.abs_diff(item.count.1) as usize));
    }
    edits
}

fn edit(target: EditTarget, id: Option<String>, before: Option<String>, after: Option<String>) -> Edit {
    Edit { target, id, before, after, at: Edit::LAST }
}

fn used_id(item: &CountedItem) -> Option<String> {
    item.id.clone().filter(|_| item.is_used)
}

/// The lines of items with ids.
fn by_id(content: &Content) -> FxHashMap<(ListName, &str), &str> {
    let lines = ListName::ALL.iter().flat_map(|list| {
        let items = content.list(*list).iter();
        items.filter_map(|item| Some(((*list, item.id.as_deref()?), &*item.line)))
    });
    lines.collect()
}
