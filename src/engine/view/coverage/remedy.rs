//! What a reader can do about a finding: where the form begins that would put it right.

use serde::{Deserialize, Serialize};

use crate::coverage::{Finding, State, Subject};
use crate::draft::FieldValue;
use crate::draft::patch::PatchField;
use crate::engine::look::JudgedContext;
use crate::engine::view::unit::{PostRow, PostState};
use crate::organisation::ListName;
use crate::organisation::rule::Shape;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Remedy {
    /// A new item of a list, of which this is known.
    Add {
        /// The list of the format that the item is in.
        list: ListName,
        /// What is known of the new item.
        preset: Vec<PatchField>,
    },
    /// A post to be filled, or its holder or term changed.
    Post(Box<PostRow>),
    /// Another item to be changed.
    Item {
        /// The list of the format that the item is in.
        list: ListName,
        /// The id of the piece.
        key: String,
    },
}

/// What can be done about a finding.
pub(super) fn remedies(look: JudgedContext<'_>, finding: &Finding) -> Vec<Remedy> {
    let (organisation, index) = (look.organisation, look.index);
    let unit = |unit: u32| ("unit".to_owned(), FieldValue::text(index.unit_id(unit)));
    let person = |person: u32| FieldValue::text(&organisation.people[person as usize].id);
    let field = |name: &str, value: FieldValue| (name.to_owned(), value);
    let role = |id: &str| field("role", FieldValue::text(id));
    let today = || field("date", FieldValue::Text(look.coverage.on.to_string()));
    match (&look.coverage.rule(finding).shape, finding.subject) {
        (Shape::Exists(_), Subject::Kind(kind)) => {
            vec![add(ListName::Units, vec![field("kind", FieldValue::text(kind.word()))])]
        }
        (Shape::Holders(shape), Subject::Unit(at)) => {
            let mut remedies = posts(look, at, &shape.of, None);
            let is_vacant = |remedy: &Remedy| matches!(remedy, Remedy::Post(post) if post.state == PostState::Vacant);
            // A vacant post is to be filled; one that has ended says who held it and stays.
            if finding.state == State::Missing && !remedies.iter().any(is_vacant) {
                remedies.insert(0, add(ListName::Assignments, vec![role(&shape.of), unit(at)]));
            }
            remedies
        }
        (Shape::ReportsTo(shape), Subject::Holder { unit: at, person }) => posts(look, at, &shape.who, Some(person)),
        (Shape::AppointedBy(shape), Subject::Holder { unit: at, person }) => posts(look, at, &shape.who, Some(person)),
        (Shape::Substitute(shape), Subject::Holder { unit: at, person: who }) => {
            vec![add(ListName::Assignments, vec![role(&shape.of), unit(at), field("substitute_for", person(who))])]
        }
        (Shape::Substitute(shape), Subject::Unit(at)) => {
            vec![add(ListName::Assignments, vec![role(&shape.of), unit(at)])]
        }
        (Shape::Members(_), Subject::Member { group, person: who }) => {
            vec![add(ListName::Assignments, vec![role("member"), unit(group), field("person", person(who))])]
        }
        (Shape::Represented(_), Subject::Party { group, party }) => {
            let party = field("on_behalf_of", FieldValue::text(index.unit_id(party)));
            vec![add(ListName::Assignments, vec![role("member"), unit(group), party])]
        }
        (Shape::Trained(shape), Subject::Holder { person: who, .. } | Subject::Person(who)) => {
            if organisation.trainings.iter().all(|training| *training.id != *shape.training) {
                return vec![add(ListName::Trainings, vec![field("id", FieldValue::text(&shape.training))])];
            }
            let training = field("training", FieldValue::text(&shape.training));
            vec![add(ListName::Completions, vec![training, field("person", person(who)), today()])]
        }
        (Shape::Reviewed(_), Subject::Document(document)) => {
            let key = organisation.documents[document as usize].id.to_string();
            vec![Remedy::Item { list: ListName::Documents, key }]
        }
        (Shape::MeasuresOnTime(_), Subject::Measure(measure)) => {
            let key = organisation.measures[measure as usize].id.to_string();
            vec![Remedy::Item { list: ListName::Measures, key }]
        }
        (Shape::Done(_), Subject::Activity { unit: at, kind }) => {
            vec![add(ListName::Activities, vec![field("kind", FieldValue::text(kind.word())), unit(at), today()])]
        }
        (Shape::Inventoried(_), Subject::Unit(at)) => {
            vec![add(ListName::Risks, vec![field("units", FieldValue::Texts(vec![index.unit_id(at).to_owned()]))])]
        }
        _ => Vec::new(),
    }
}

fn add(list: ListName, preset: Vec<PatchField>) -> Remedy {
    Remedy::Add { list, preset }
}

/// The posts of a role at a unit, of one person where that is asked.
fn posts(look: JudgedContext<'_>, unit: u32, role: &str, person: Option<u32>) -> Vec<Remedy> {
    if !look.index.is_known(unit) {
        return Vec::new();
    }
    let posts = look.index.posts_at(unit).iter().filter(|post| {
        let item = &look.organisation.assignments[post.assignment as usize];
        *item.role == *role && person.is_none_or(|person| post.person == person)
    });
    posts.map(|post| Remedy::Post(Box::new(PostRow::new(look, post)))).collect()
}
