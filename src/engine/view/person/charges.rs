//! What somebody who leaves answers for besides their posts: who reports to them, and what they own. Each can be handed to
//! somebody else in the change by which they leave.

use serde::{Deserialize, Serialize};

use super::PersonPost;
use crate::draft::object;
use crate::draft::patch::PatchField;
use crate::draft::removal::{Referring, referring};
use crate::draft::{FieldValue, Patch};
use crate::engine::look::JudgedContext;
use crate::engine::view::MeasureStands;
use crate::organisation::index::Post;
use crate::organisation::problem::PathStep;
use crate::organisation::risk::RiskStatus;
use crate::organisation::value::{Date, Label};
use crate::organisation::{ListName, sort};

/// Things of one kind that somebody answers for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Charge {
    /// The list of the things: posts are those that report to the person, all else is owned.
    pub list: ListName,
    /// The things themselves, by name.
    pub items: Vec<ChargedItem>,
}

/// One thing that somebody answers for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChargedItem {
    /// The name of the item; empty for a post.
    pub name: Label,
    /// The post that reports to the person, where it is one.
    pub post: Option<PersonPost>,
    /// The item's id, or its line where it is a post.
    key: String,
    /// How a post goes on after the last day: then it reports to somebody else. Absent where that can be said of all of it.
    goes_on: Option<Vec<PatchField>>,
}

/// Who answers for something once its owner has left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Heir {
    /// What the file says stays as it is.
    #[default]
    AsItIs,
    /// Nobody, until somebody is named.
    Nobody,
    /// A person, by id.
    Person(String),
}

impl Charge {
    /// What a person answers for after their last day, those who report to them first.
    pub(super) fn all(look: JudgedContext<'_>, person: u32, last: Date) -> Vec<Self> {
        let id = &*look.organisation.people[person as usize].id.0;
        let mut charges: Vec<Self> = Vec::new();
        let reports = look.index.posts.iter().filter(|post| reports_to(look, post, id, last));
        let reports: Vec<_> = reports.filter(|post| post.person != person).collect();
        let mut items: Vec<_> = reports.into_iter().map(|post| report(look, post, last)).collect();
        sort::by_cached_key(&mut items, |item| item.post.as_ref().map(PersonPost::order));
        if !items.is_empty() {
            charges.push(Self { list: ListName::Assignments, items });
        }
        for Referring { list, place, steps, .. } in referring(look.organisation, look.index, ListName::People, id) {
            let is_owner = matches!(&steps[..], [PathStep::Key(field)] if field == "owner");
            let Some(item) = is_owner.then(|| owned(look, list, place)).flatten() else { continue };
            match charges.iter_mut().find(|charge| charge.list == list) {
                Some(charge) => charge.items.push(item),
                None => charges.push(Self { list, items: vec![item] }),
            }
        }
        for charge in charges.iter_mut().filter(|charge| charge.list != ListName::Assignments) {
            sort::by_cached_key(&mut charge.items, |item| (item.name.sv.clone(), item.key.clone()));
        }
        charges
    }

    /// The wishes that hand all of it to somebody: a post from the day after the last, what is owned at once.
    pub fn patches(&self, last: Date, heir: &Heir) -> Vec<Patch> {
        let value = match heir {
            Heir::AsItIs => return Vec::new(),
            Heir::Nobody => FieldValue::Nothing,
            Heir::Person(id) => FieldValue::text(id),
        };
        self.items.iter().flat_map(|item| item.patches(self.list, last, &value)).collect()
    }
}

impl ChargedItem {
    fn patches(&self, list: ListName, until: Date, value: &FieldValue) -> Vec<Patch> {
        let field = if list == ListName::Assignments { "reports_to" } else { "owner" };
        let set = |field: &str, value: FieldValue| Patch::Set {
            list,
            key: self.key.clone(),
            fields: vec![(field.to_owned(), value)],
        };
        match &self.goes_on {
            None => vec![set(field, value.clone())],
            Some(fields) => {
                let fields = fields.iter().cloned().chain([(field.to_owned(), value.clone())]).collect();
                vec![set("until", FieldValue::text(&until.to_string())), Patch::Add { list, fields }]
            }
        }
    }
}

/// Whether a post reports to somebody on days after a last one.
fn reports_to(look: JudgedContext<'_>, post: &Post, id: &str, last: Date) -> bool {
    let item = &look.organisation.assignments[post.assignment as usize];
    item.reports_to.as_deref() == Some(id) && post.until.is_none_or(|until| until > last)
}

fn report(look: JudgedContext<'_>, post: &Post, last: Date) -> ChargedItem {
    let post_row = PersonPost::new(look, post);
    // Until the last day it reports to whoever leaves, unless that day has been.
    let is_cut = last >= look.coverage.on && post.from.is_none_or(|from| from <= last);
    let next = last.succ_opt().filter(|_| is_cut);
    let goes_on = next.and_then(|next| {
        let fields = object::parse(&post_row.post.key)?.into_iter();
        let stays = fields.filter(|(field, _)| !["from", "reports_to"].contains(&&**field));
        let values = stays.map(|(field, raw)| (field, FieldValue::of(&raw)));
        Some(values.chain([("from".to_owned(), FieldValue::text(&next.to_string()))]).collect())
    });
    ChargedItem { name: Label::default(), key: post_row.post.key.clone(), post: Some(post_row), goes_on }
}

/// An item that somebody owns; none where nothing is left to answer for.
fn owned(look: JudgedContext<'_>, list: ListName, place: usize) -> Option<ChargedItem> {
    let file = look.organisation;
    let key = file.items(list).id(place)?.to_owned();
    let name = match list {
        ListName::Risks => {
            let risk = &file.risks[place];
            (risk.status != Some(RiskStatus::Closed)).then(|| risk.title.label())?
        }
        ListName::Measures => {
            let measure = &file.measures[place];
            MeasureStands::of(measure, look.coverage.on).remains().then(|| measure.title.label())?
        }
        ListName::Documents => file.documents[place].title.label(),
        ListName::Functions => file.functions[place].name.label(),
        _ => Label::plain(&key),
    };
    Some(ChargedItem { name, post: None, key, goes_on: None })
}
