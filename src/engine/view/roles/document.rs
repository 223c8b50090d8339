//! Documents and how their reviews stand.

use serde::{Deserialize, Serialize};

use super::super::risk::{owner, owner_person};
use super::MarkView;
use crate::coverage::{Finding, State, Subject, review_state};
use crate::engine::look::JudgedContext;
use crate::engine::standings::gravity;
use crate::organisation::value::{Date, Label, day, visible};
use crate::organisation::work::DocumentKind;

/// A document in a list, with how its review stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// The id of the document.
    pub id: String,
    /// The title of the document.
    pub title: Label,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// What the unit or person is called that owns it.
    pub owner: Option<Label>,
    /// The id of that owner, where it is a person.
    pub owner_person: Option<String>,
    /// The day it was adopted.
    #[serde(with = "day::option")]
    pub adopted: Option<Date>,
    /// The last day by which it must be reviewed.
    #[serde(with = "day::option")]
    pub review_by: Option<Date>,
    /// The address where the document can be read.
    pub link: Option<String>,
    /// How its review stands: as a rule found, else by its date.
    pub review: MarkView,
}

impl DocumentRow {
    pub(in crate::engine::view) fn new(look: JudgedContext<'_>, document: u32) -> Self {
        let item = &look.organisation.documents[document as usize];
        Self {
            id: item.id.to_string(),
            title: item.title.label(),
            kind: item.kind,
            owner: item.owner.as_ref().map(|id| owner(*look, id)),
            owner_person: item.owner.as_ref().and_then(|id| owner_person(*look, id)),
            adopted: item.adopted,
            review_by: item.review_by,
            link: item.link.as_ref().map(|text| visible(text)),
            review: match finding(look, document) {
                Some(finding) => MarkView::of(look, finding),
                None => MarkView { state: state(look, document), finding: None },
            },
        }
    }
}

/// How a document's review stands by its date alone.
fn state(look: JudgedContext<'_>, document: u32) -> State {
    review_state(look.organisation.documents[document as usize].review_by, look.coverage.on)
}

/// The gravest finding about a document.
fn finding(look: JudgedContext<'_>, document: u32) -> Option<&Finding> {
    let about = look.coverage.findings.iter().filter(|finding| finding.subject == Subject::Document(document));
    about.max_by_key(|finding| gravity(finding.state))
}
