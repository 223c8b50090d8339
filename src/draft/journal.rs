//! A draft as it is kept in the browser: which file it began with, every change since, and what of them no file holds.
//!
//! It is written as JSON by the same tables as the format itself.

use super::difference::Difference;
use super::edit::{Edit, EditTarget};
use super::history::{Change, ChangeKind, History};
use crate::organisation::json::JsonReader;
use crate::organisation::number::saturating;
use crate::organisation::record::{Value, record, words};
use crate::organisation::value::Str;
use crate::organisation::write::json;

/// The version of this form. A journal of another version is not read.
const VERSION: u32 = 1;

/// A history, written down. The open file is the one opened or saved last, with what is unsaved carried out on it; the
/// changes are there to be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// The SHA-256 of the text opened or saved last, in hexadecimal.
    pub base_sha256: String,
    changes: Vec<Change>,
    undone: usize,
    unsaved: Vec<Edit>,
}

record! {
    /// A journal as JSON.
    pub struct WrittenJournal<'a> {
        /// The version of the form.
        pub version: u32,
        /// The SHA-256 of the file it began with.
        pub base_sha256: Str<'a>,
        /// Every change of the history, the oldest first.
        pub changes: Vec<WrittenChange<'a>>,
        /// How many of the last have been undone.
        pub undone: u32,
        /// What no file holds; absent where that is what the changes come to.
        pub unsaved: Option<Vec<WrittenEdit<'a>>>,
    }
}

record! {
    /// A change as JSON.
    pub struct WrittenChange<'a> {
        /// The kind of change.
        pub name: WrittenName,
        /// The file that was imported, or who made the change file that was brought in.
        pub file: Option<Str<'a>>,
        /// The edits that the change is made of.
        pub edits: Vec<WrittenEdit<'a>>,
    }
}

words! {
    /// What a change is, as a word.
    pub enum WrittenName {
        /// Something done on a page.
        Edit = "edit",
        /// A file brought in.
        Import = "import",
        /// The work of another taken in.
        Merge = "merge",
        /// A change file brought in.
        BroughtIn = "brought_in",
        /// Everything unsaved taken back.
        Discard = "discard",
        /// The method of risks is changed.
        Method = "method",
    }
}

record! {
    /// An edit as JSON.
    pub struct WrittenEdit<'a> {
        /// The list of the format that the item is in, or the field of the file itself.
        pub list: Str<'a>,
        /// The item's id.
        pub id: Option<Str<'a>>,
        /// The line it was.
        pub before: Option<Str<'a>>,
        /// The line it is to be.
        pub after: Option<Str<'a>>,
        /// Items of the list before it, where the order counts.
        pub at: Option<u32>,
    }
}

impl Journal {
    /// Writes a history down.
    pub fn new(base_sha256: &str, history: &History) -> Self {
        let undone = history.undone().iter().rev();
        Self {
            base_sha256: base_sha256.to_owned(),
            changes: history.done().iter().chain(undone).cloned().collect(),
            undone: history.undone().len(),
            unsaved: history.unsaved().edits().to_vec(),
        }
    }

    /// The journal as one line of JSON.
    pub fn to_json(&self) -> String {
        json(&WrittenJournal {
            version: VERSION,
            base_sha256: (&*self.base_sha256).into(),
            changes: self.changes.iter().map(written_change).collect(),
            undone: saturating(self.undone),
            unsaved: (self.unsaved != self.done()).then(|| self.unsaved.iter().map(written_edit).collect()),
            ..WrittenJournal::blank()
        })
    }

    /// Reads a journal; `None` where it is damaged or of another version.
    pub fn from_json(text: &str) -> Option<Self> {
        let mut written = WrittenJournal::blank();
        let mut reader = JsonReader::new(text);
        let usable = written.read(&mut reader).ok()?;
        reader.end().ok()?;
        let whole = usable && reader.problems.count == 0 && written.version == VERSION;
        if !whole {
            return None;
        }
        let mut journal = Self {
            base_sha256: written.base_sha256.into_owned(),
            changes: written.changes.into_iter().map(change).collect::<Option<_>>()?,
            undone: written.undone as usize,
            unsaved: Vec::new(),
        };
        journal.unsaved = match written.unsaved {
            Some(unsaved) => unsaved.into_iter().map(edit).collect::<Option<_>>()?,
            None => journal.done(),
        };
        Some(journal)
    }

    /// What the changes come to that have not been undone.
    fn done(&self) -> Vec<Edit> {
        let mut difference = Difference::default();
        for change in &self.changes[..self.changes.len().saturating_sub(self.undone)] {
            difference.add(&change.edits);
        }
        difference.edits().to_vec()
    }

    /// The SHA-256 of the text opened or saved last, from a journal as it is written down; the rest is not looked at.
    pub fn base_in(text: &str) -> Option<&str> {
        let (_, rest) = text.get(..120).unwrap_or(text).split_once("\"base_sha256\":\"")?;
        rest.split_once('"').map(|(base, _)| base)
    }

    /// What no file holds, to carry out on the file opened or saved last: no item twice.
    pub fn unsaved(&self) -> &[Edit] {
        &self.unsaved
    }

    /// The history, once that has been.
    pub fn history(self) -> History {
        History::restore(self.changes, self.undone, &self.unsaved)
    }
}

fn written_change(change: &Change) -> WrittenChange<'_> {
    let (name, file) = match &change.name {
        ChangeKind::Edit => (WrittenName::Edit, None),
        ChangeKind::Import { file } => (WrittenName::Import, Some((&**file).into())),
        ChangeKind::Merge => (WrittenName::Merge, None),
        ChangeKind::BroughtIn { by } => (WrittenName::BroughtIn, Some((&**by).into())),
        ChangeKind::Discard => (WrittenName::Discard, None),
        ChangeKind::Method => (WrittenName::Method, None),
    };
    WrittenChange { name, file, edits: change.edits.iter().map(written_edit).collect(), ..WrittenChange::blank() }
}

fn change(written: WrittenChange<'_>) -> Option<Change> {
    let name = match written.name {
        WrittenName::Edit => ChangeKind::Edit,
        WrittenName::Import => ChangeKind::Import { file: written.file.unwrap_or_default().into_owned() },
        WrittenName::Merge => ChangeKind::Merge,
        WrittenName::BroughtIn => ChangeKind::BroughtIn { by: written.file.unwrap_or_default().into_owned() },
        WrittenName::Discard => ChangeKind::Discard,
        WrittenName::Method => ChangeKind::Method,
    };
    Some(Change { name, edits: written.edits.into_iter().map(edit).collect::<Option<_>>()? })
}

fn written_edit(edit: &Edit) -> WrittenEdit<'_> {
    WrittenEdit {
        list: edit.target.name().into(),
        id: edit.id.as_deref().map(Into::into),
        before: edit.before.as_deref().map(Into::into),
        after: edit.after.as_deref().map(Into::into),
        at: Some(edit.at).filter(|at| *at != Edit::LAST),
        ..WrittenEdit::blank()
    }
}

/// An edit as it was written; none where the format has no such list or field.
fn edit(written: WrittenEdit<'_>) -> Option<Edit> {
    let own = |text: Option<Str<'_>>| text.map(Str::into_owned);
    Some(Edit {
        target: EditTarget::from_name(&written.list)?,
        id: own(written.id),
        before: own(written.before),
        after: own(written.after),
        at: written.at.unwrap_or(Edit::LAST),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::ListName;

    /// A file brought in, a change file brought in, and a change of method that has been undone.
    fn history() -> History {
        let unit = |id: &str, before: Option<&str>, after: Option<&str>, at: u32| {
            let own = |line: Option<&str>| line.map(str::to_owned);
            Edit {
                target: EditTarget::List(ListName::Units),
                id: Some(id.into()),
                before: own(before),
                after: own(after),
                at,
            }
        };
        let mut history = History::default();
        for (name, edit) in [
            (ChangeKind::Import { file: "units.csv".into() }, unit("a", None, Some(r#"{"id":"a"}"#), Edit::LAST)),
            (ChangeKind::BroughtIn { by: "Ada".into() }, unit("b", Some("{}"), Some(r#"{"id":"b"}"#), 3)),
            (ChangeKind::Method, unit("c", Some(r#"{"id":"c"}"#), None, 0)),
        ] {
            history.did(Change { name, edits: vec![edit] });
        }
        history.undid();
        history
    }

    #[test]
    fn a_journal_that_is_read_back_is_the_history_it_was_written_from() {
        let mut history = history();
        for is_saved in [false, true] {
            if is_saved {
                history.saved();
            }
            let journal = Journal::new(&"0f".repeat(32), &history);
            let text = journal.to_json();
            assert_eq!(
                text.contains("\"unsaved\""),
                is_saved,
                "it is told where it is not what the changes come to: {text}"
            );
            let read = Journal::from_json(&text).expect("a journal");
            assert_eq!(read, journal);
            assert_eq!(read.unsaved().len(), if is_saved { 0 } else { 2 });
            assert_eq!(read.history(), history);
        }
    }

    #[test]
    fn a_journal_of_another_version_or_with_a_change_nobody_knows_is_not_read() {
        let text = Journal::new(&"0f".repeat(32), &history()).to_json();
        assert!(Journal::from_json(&text.replace("\"version\":1", "\"version\":2")).is_none());
        assert!(Journal::from_json(&text.replace("\"name\":\"import\"", "\"name\":\"gnomes\"")).is_none());
        assert!(Journal::from_json(&text[..text.len() - 1]).is_none(), "cut off");
        assert!(Journal::from_json(&text.replace("\"version\":1", "\"version\":1,\"colour\":2")).is_none(), "not ours");
    }

    #[test]
    fn what_is_undone_is_redone_in_the_order_it_was_done() {
        let (mut history, whole) = (history(), history());
        history.undid();
        let names = |changes: &[Change]| changes.iter().map(|change| change.edits[0].id.clone()).collect::<Vec<_>>();
        assert_eq!((history.done().len(), names(history.undone())), (1, vec![Some("c".into()), Some("b".into())]));
        assert_eq!(history.to_redo().map(|change| &change.edits), Some(&whole.done()[1].edits));
        history.redid();
        assert_eq!(history, whole);
    }

    #[test]
    fn a_journal_tells_which_file_it_began_with() {
        let base = "0f".repeat(32);
        assert_eq!(Journal::base_in(&Journal::new(&base, &History::default()).to_json()), Some(&*base));
        assert_eq!(Journal::base_in("{}"), None);
    }

    #[test]
    fn a_journal_of_a_list_that_the_format_does_not_have_is_not_read() {
        let journal = |list: &str| {
            let edit = format!(r#"{{"list":"{list}","after":"{{}}"}}"#);
            let base = "0f".repeat(32);
            let change = format!(r#"{{"name":"edit","edits":[{edit}]}}"#);
            format!(r#"{{"version":1,"base_sha256":"{base}","changes":[{change}],"undone":0}}"#)
        };
        assert!(Journal::from_json(&journal("units")).is_some());
        assert!(Journal::from_json(&journal("notice")).is_some());
        assert!(Journal::from_json(&journal("gnomes")).is_none());
    }
}
