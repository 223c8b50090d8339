//! What the trail of the open file says of one item.

use serde::{Deserialize, Serialize};

use super::{RoleView, UnitRef};
use crate::engine::look::ViewContext;
use crate::organisation::ListName;
use crate::organisation::history::TrailKind;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, day, visible};
use crate::trail::{OwnChange, OwnPost, own};

/// The most changes that are told.
const MOST: usize = 100;

/// What the savings of the file did to an item, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnHistoryView {
    /// How many changes there are.
    pub total: u32,
    /// The latest of them.
    pub rows: Vec<OwnHistoryRow>,
}

/// Something that a saving did to an item, or to a post of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnHistoryRow {
    /// The day.
    #[serde(with = "day")]
    pub date: Date,
    /// Who it was, as they call themselves; empty where that is not said.
    pub by: String,
    /// What became of it.
    pub kind: TrailKind,
    /// The names of the fields that are others.
    pub fields: Vec<String>,
    /// The post that it became of, where it is one of the item's.
    pub post: Option<OwnPostView>,
}

/// A post of an item, by what its parts are called now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPostView {
    /// The unit of the post, where the file still has it.
    pub unit: Option<UnitRef>,
    /// The role of the post.
    pub role: RoleView,
    /// The name of who holds it, or the id where the file does not have them any longer; none of a vacant post.
    pub person: Option<String>,
}

impl OwnHistoryView {
    pub(in crate::engine) fn new(look: ViewContext<'_>, list: ListName, id: &str) -> Self {
        let all = own(look.organisation, list, id);
        let total = saturating(all.len());
        Self { total, rows: all.into_iter().take(MOST).map(|change| OwnHistoryRow::new(look, change)).collect() }
    }
}

impl OwnHistoryRow {
    fn new(look: ViewContext<'_>, change: OwnChange) -> Self {
        let OwnChange { date, number: _, by, kind, fields, post } = change;
        let post = post.map(|post| OwnPostView::new(look, &post));
        Self { date, by: visible(&by), kind, fields, post }
    }
}

impl OwnPostView {
    fn new(look: ViewContext<'_>, post: &OwnPost) -> Self {
        let named = |id: &String| {
            let person = look.organisation.people.iter().find(|person| *person.id == **id);
            visible(person.map_or(id, |person| &person.name))
        };
        Self {
            unit: look.index.unit(&post.unit).map(|unit| UnitRef::new(look, unit)),
            role: RoleView::new(look, &post.role),
            person: post.person.as_ref().map(named),
        }
    }
}
