//! The draft as the page shows it: what differs from the file, item by item, and what that does to coverage.

mod choice;
mod effect;
mod item;

use serde::{Deserialize, Serialize};

use super::matrix;
use super::summary::{ListCount, Summary};
use crate::coverage::in_force;
use crate::draft::edit::{ItemLines, LinesOf};
use crate::draft::merge::Conflict;
use crate::draft::object::{self, Fields};
use crate::draft::{Change, ChangeKind, Edit, EditTarget, FieldValue, History, flat};
use crate::engine::lens::Window;
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language, Marking, Text, visible};
use crate::organisation::walk::Referred;
use crate::organisation::{ListName, sort};
use crate::risk::method::scale;
use crate::verdict::File;

pub(in crate::engine) use self::choice::ChoiceQuery;
pub use self::choice::{ChoiceOf, ChoicePage, ChoiceView};
pub use self::effect::{EffectRow, EffectView, GapView};
pub use self::item::ItemView;

/// The file after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// What is open now; none where only posts were changed, which alters nothing of it but how many items there are.
    pub summary: Option<Summary>,
    /// Items of each list.
    pub lists: Vec<ListCount>,
    /// The draft as it is now: what can be undone, and what no file holds.
    pub draft: DraftView,
}

impl Changed {
    /// What is open now, after what was open.
    pub fn summary(&mut self, before: &Summary) -> Summary {
        let lists = std::mem::take(&mut self.lists);
        self.summary.take().unwrap_or_else(|| Summary { lists, ..before.clone() })
    }
}

/// Another's work brought in, but for what both changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Merged {
    /// The file now.
    pub changed: Changed,
    /// The items that both changed.
    pub conflicts: Vec<ConflictView>,
}

/// The draft in a few words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftView {
    /// Items and fields of the file that differ from the one saved last.
    pub unsaved: u32,
    /// What would be undone.
    pub undo: Option<ChangeView>,
    /// What would be redone.
    pub redo: Option<ChangeView>,
}

/// A change in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeView {
    /// The kind of change.
    pub name: ChangeKind,
    /// Items that the change touches.
    pub items: u32,
    /// The first of them, which says what it is where it is the only one.
    pub first: Option<EditedItem>,
}

/// Some items that differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DifferencePage {
    /// Items that differ, in all.
    pub total: u32,
    /// The items in the window, by list.
    pub rows: Vec<EditView>,
}

/// How one item differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditView {
    /// The item that differs, as it is called.
    pub about: EditedItem,
    /// The fields that differ, in the order of their names.
    pub fields: Vec<FieldView>,
}

/// An item that came, went or changed, as it is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditedItem {
    /// The list; none of a field of the file itself.
    pub list: Option<ListName>,
    /// The id of the item, where it has one.
    pub id: Option<String>,
    /// What the item is called; of a post the role, of the file itself the field.
    pub name: Label,
    /// Where the item is, of a post: the unit.
    pub at: Option<Label>,
    /// Of a post who holds it.
    pub who: Option<Label>,
    /// Whether the item came, went or changed.
    pub kind: EditKind,
    /// Whether the item, or one that it refers to, is marked secret or for nobody: its names stand in no title then.
    pub is_secret: bool,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditKind {
    /// The item is new.
    Added,
    /// The item is gone.
    Removed,
    /// The item is another.
    Changed,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    /// The field, as the format names it.
    pub field: String,
    /// What the dimension is called, where the field is about one.
    pub dimension: Option<Label>,
    /// What the field said before.
    pub before: Option<Label>,
    /// What the field says.
    pub after: Option<Label>,
}

/// An item that both sides changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConflictView {
    /// What this side did.
    pub mine: EditView,
    /// What the other side did.
    pub theirs: EditView,
    /// The edit that keeps this side's.
    pub keep_mine: Edit,
}

impl DraftView {
    pub(in crate::engine) fn new(history: &History, file: &File<'_>) -> Self {
        Self {
            unsaved: saturating(history.unsaved().edits().len()),
            undo: history.done().last().map(|change| ChangeView::new(change, file)),
            redo: history.to_redo().map(|change| ChangeView::new(change, file)),
        }
    }
}

impl ChangeView {
    fn new(change: &Change, file: &File<'_>) -> Self {
        Self {
            name: change.name.clone(),
            items: saturating(change.edits.len()),
            first: change.edits.first().map(|edit| EditedItem::new(&edit.into(), &change.edits, file)),
        }
    }
}

impl DifferencePage {
    pub(in crate::engine) fn new(history: &History, file: &File<'_>, window: Window) -> Self {
        let mut edits: Vec<&Edit> = history.unsaved().edits().iter().collect();
        sort::by(&mut edits, |a, b| (a.target, a.key()).cmp(&(b.target, b.key())));
        let rows = window
            .of(&edits)
            .iter()
            .map(|edit| EditView::new(&(*edit).into(), history.unsaved().edits(), file))
            .collect();
        Self { total: saturating(edits.len()), rows }
    }
}

impl ConflictView {
    pub(in crate::engine) fn new(conflict: &Conflict, file: &File<'_>) -> Self {
        let theirs = Edit { after: conflict.theirs.clone(), ..conflict.mine.clone() };
        Self {
            keep_mine: conflict.keep_mine(),
            mine: EditView::new(&(&conflict.mine).into(), &[], file),
            theirs: EditView::new(&(&theirs).into(), &[], file),
        }
    }
}

impl EditView {
    /// How one item differs; `edits` are those it was changed with.
    pub(in crate::engine) fn new(lines: &ItemLines, edits: &[Edit], file: &File<'_>) -> Self {
        let about = EditedItem::new(lines, edits, file);
        let [before, after] = [&lines.before, &lines.after].map(|line| values(&lines.of, line.as_ref()));
        Self { fields: fields(about.list, &before, &after, Known { file, edits }), about }
    }
}

impl EditedItem {
    fn new(lines: &ItemLines, edits: &[Edit], file: &File<'_>) -> Self {
        let known = Known { file, edits };
        let [before, after] = [&lines.before, &lines.after].map(|line| values(&lines.of, line.as_ref()));
        let kind = match (&lines.before, &lines.after) {
            (None, _) => EditKind::Added,
            (_, None) => EditKind::Removed,
            _ => EditKind::Changed,
        };
        let item = if lines.after.is_none() { &before } else { &after };
        let (list, name) = match &lines.of {
            LinesOf::List(list) => (Some(*list), known.called(*list, item).unwrap_or_default()),
            LinesOf::Head(field) => (None, Label::plain(field)),
        };
        let at = item.get("unit").filter(|_| item.get("name").is_none());
        let at = at.and_then(|unit| shown(list, "unit", unit, known));
        let who = item.get("person").filter(|_| list == Some(ListName::Assignments));
        let who = who.and_then(|person| shown(list, "person", person, known));
        let is_secret = known.is_secret(list, &before) || known.is_secret(list, &after);
        Self { list, id: lines.id.clone(), name, at, who, kind, is_secret }
    }
}

/// The fields of a line; a field of the file itself is one alone.
fn values(of: &LinesOf, line: Option<&String>) -> Fields<FieldValue> {
    match (of, line) {
        (_, None) => Fields::default(),
        (LinesOf::Head(name), Some(value)) => {
            let mut fields = Fields::default();
            fields.insert(name, FieldValue::of(value));
            fields
        }
        (LinesOf::List(list), Some(line)) => {
            let mut fields = flat(line);
            // The analysis in an edition is a file of its own: it is looked at on its page, not field by field.
            fields.retain(|field| *list != ListName::Editions || !(field.starts_with("content") || field == "sha256"));
            by_element(fields)
        }
    }
}

/// The fields, those of lists of objects element by element: `needs/2/endures`.
fn by_element(fields: Fields<FieldValue>) -> Fields<FieldValue> {
    let mut all = Fields::default();
    for (field, value) in fields {
        let elements = match &value {
            FieldValue::Json(list) => object::elements(list),
            _ => None,
        };
        let Some(elements) = elements.filter(|all| all.iter().all(|one| one.starts_with(['{', '"']))) else {
            all.insert(&field, value);
            continue;
        };
        for (element, place) in elements.into_iter().zip(1_u32..) {
            match FieldValue::of(element) {
                FieldValue::Json(_) => {
                    for (own, value) in flat(element) {
                        all.insert(&format!("{field}/{place}/{own}"), value);
                    }
                }
                value => all.insert(&format!("{field}/{place}"), value),
            }
        }
    }
    all
}

fn fields(
    list: Option<ListName>,
    old: &Fields<FieldValue>,
    new: &Fields<FieldValue>,
    known: Known<'_>,
) -> Vec<FieldView> {
    let label = |field: &String, all: &Fields<FieldValue>| shown(list, field, all.get(field)?, known);
    let gone = old.names().filter(|key| new.get(key).is_none());
    let differs = |key: &&String| *key != "id" && old.get(key) != new.get(key);
    let view = |key: &String| FieldView {
        field: key.clone(),
        dimension: known.dimension(key),
        before: label(key, old),
        after: label(key, new),
    };
    new.names().chain(gone).filter(differs).map(view).collect()
}

/// What can be named in a change: what is in the file, and what the change takes out or brings in.
#[derive(Clone, Copy)]
struct Known<'k> {
    file: &'k File<'k>,
    edits: &'k [Edit],
}

impl Known<'_> {
    /// What the item is called that a reference names.
    fn name(self, to: Referred, id: &str) -> Option<Label> {
        let there = self.file.index.follow(to, id);
        there.map_or_else(
            || to.lists.iter().find_map(|list| self.changed(*list, id)),
            |(list, place)| item::called(&self.file.organisation, list, place),
        )
    }

    /// Whether an item with these fields, or one that it refers to, is marked secret or for nobody.
    fn is_secret(self, list: Option<ListName>, fields: &Fields<FieldValue>) -> bool {
        let refers_to_secret = |to: Referred, id: &String| {
            let there = self.file.index.follow(to, id);
            there.is_some_and(|(list, place)| item::is_secret(&self.file.organisation, list, place))
        };
        fields.names().any(|field| {
            let texts = match fields.get(field) {
                Some(FieldValue::Text(text)) => std::slice::from_ref(text),
                Some(FieldValue::Texts(texts)) => texts,
                _ => return false,
            };
            match list.and_then(|list| list.referred(field)) {
                Some(to) => texts.iter().any(|id| refers_to_secret(to, id)),
                None if field == "marking" => {
                    texts.iter().filter_map(|word| Marking::from_word(word)).any(|marking| marking.is_secret())
                }
                None => false,
            }
        })
    }

    /// What the dimension is called that a field is about.
    fn dimension(self, field: &str) -> Option<Label> {
        let (way, id) = field.rsplit_once('/')?;
        let is_of_one = matches!(way.rsplit('/').next(), Some("consequence" | "motives"));
        scale(&self.file.organisation, id).filter(|_| is_of_one).map(matrix::name)
    }

    /// What an item of a list is called.
    fn called(self, list: ListName, item: &Fields<FieldValue>) -> Option<Label> {
        let named = |field: &&str| match (*field, item.get(field)?) {
            ("finding", FieldValue::Text(id)) => Some(self.subject(id).unwrap_or_else(|| self.finding(id))),
            (field, value) => shown(Some(list), field, value, self),
        };
        ["name", "title", "about", "what", "text", "role", "training", "finding", "kind", "id"].iter().find_map(named)
    }

    /// What a finding is about, where that has a name.
    fn subject(self, id: &str) -> Option<Label> {
        const SUBJECTS: [ListName; 4] = [ListName::Units, ListName::People, ListName::Documents, ListName::Measures];
        let (_, subject) = id.split_once(':')?;
        let name = |part: &str| self.name(Referred { lists: &SUBJECTS, is_checked: false }, part);
        let names: Vec<Label> = subject.split(':').filter_map(name).collect();
        let said = |language| names.iter().map(|name| name.say(language)).collect::<Vec<_>>().join(", ");
        (!names.is_empty()).then(|| Label { sv: said(Language::Swedish), en: Some(said(Language::English)) })
    }

    /// A finding: what it is about, and its rule.
    fn finding(self, id: &str) -> Label {
        let rule = id.split_once(':').map_or(id, |(rule, _)| rule);
        let rules = in_force(&self.file.organisation);
        let text = rules.iter().find(|known| *known.id == *rule).and_then(|known| known.text.as_ref()).map(Text::label);
        match (self.subject(id), text) {
            (Some(subject), Some(rule)) => {
                let said = |language| [subject.say(language), rule.say(language)].join(": ");
                Label { sv: said(Language::Swedish), en: Some(said(Language::English)) }
            }
            (Some(label), None) | (None, Some(label)) => label,
            (None, None) => Label::plain(id),
        }
    }

    fn changed(self, list: ListName, id: &str) -> Option<Label> {
        let is_it = |edit: &&Edit| edit.target == EditTarget::List(list) && edit.id.as_deref() == Some(id);
        let edit = self.edits.iter().find(is_it)?;
        let item = flat(edit.before.as_deref().or(edit.after.as_deref())?);
        ["name", "title", "about", "text"].iter().find_map(|field| said(item.get(field)?, &|_| None))
    }
}

/// A value of a field as it may be shown: what it refers to by name, other texts as they are.
fn shown(list: Option<ListName>, field: &str, value: &FieldValue, known: Known<'_>) -> Option<Label> {
    if let (Some(ListName::Exceptions), "finding", FieldValue::Text(id)) = (list, field, value) {
        return Some(known.finding(id));
    }
    let to = list.and_then(|list| list.referred(field));
    said(value, &|text| known.name(to?, text))
}

/// A value in words, its texts by the names they stand for where they stand for any.
fn said(value: &FieldValue, named: &dyn Fn(&str) -> Option<Label>) -> Option<Label> {
    let label = |text: &String| named(text).unwrap_or_else(|| Label::plain(text));
    Some(match value {
        FieldValue::Nothing | FieldValue::IdOf(_) => return None,
        FieldValue::Text(text) => label(text),
        FieldValue::Texts(texts) => {
            let labels: Vec<Label> = texts.iter().map(label).collect();
            let said = |language| labels.iter().map(|label| label.say(language)).collect::<Vec<_>>().join(", ");
            Label { sv: said(Language::Swedish), en: Some(said(Language::English)) }
        }
        FieldValue::Languages { sv, en } => {
            let first = if sv.is_empty() { en } else { sv };
            Label { sv: visible(first), en: Some(visible(en)).filter(|en| !en.is_empty()) }
        }
        FieldValue::Number(_) | FieldValue::Yes(_) | FieldValue::Json(_) => {
            Label::plain(value.json().unwrap_or_default())
        }
    })
}
