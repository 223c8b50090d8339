//! Who could take a post, and a proposal for a whole part of the organisation, each with the wish that carries it out.

use serde::{Deserialize, Serialize};

use super::draft::ItemView;
use super::unit::{PersonView, UnitRef};
use crate::coverage::Finding;
use crate::coverage::because::NamedItem;
use crate::coverage::suggest::{
    Candidate, Placed, Rest, StaffingProposal, Suggestion, SuggestionBasis, Superiors, Wanted, propose, suggest,
    superiors, vacant,
};
use crate::draft::patch::PatchField;
use crate::draft::{FieldValue, Patch};
use crate::engine::look::{JudgedContext, ViewContext};
use crate::organisation::rule::Shape;
use crate::organisation::value::{Date, Label, Text, day, parse_date};
use crate::organisation::write::json;
use crate::organisation::{ListName, sort};

/// Who could take the post that a finding misses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuggestionView {
    /// The role of the post.
    pub role: NamedItem,
    /// The unit whose people were looked at: for who represents a party, the party.
    pub unit: UnitRef,
    /// The unit above, whose people come next.
    pub parent: Option<UnitRef>,
    /// The first day the post is wanted.
    #[serde(with = "day")]
    pub from: Date,
    /// Who makes the appointment, where the file leaves no doubt.
    pub appointed_by: Option<PersonView>,
    /// Who is reported to, where the file leaves no doubt.
    pub reports_to: Option<PersonView>,
    /// The first of the candidates, those who are eligible before the others.
    pub candidates: Vec<CandidateView>,
    /// Candidates in all.
    pub total: u32,
    /// Candidates who are eligible.
    pub eligible: u32,
    /// The rules that were looked at.
    pub rules: Vec<RuleLooked>,
    /// The post they would be given.
    pub post: OpenPost,
}

/// Someone who could take the post, or could not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CandidateView {
    /// The person who could take the post.
    pub person: PersonView,
    /// The unit where the person works, as far as the file says.
    pub works_at: Option<UnitRef>,
    /// What speaks for and against; rules by their number.
    pub candidate: Candidate,
}

/// A rule that eligibility was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleLooked {
    /// The number of the rule, by which reasons call it.
    pub number: u32,
    /// The id of the rule.
    pub id: String,
    /// What the rule says.
    pub text: Option<Label>,
    /// The training it asks for, where it asks for one.
    pub training: Option<NamedItem>,
}

/// A post that can be given to someone.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenPost {
    /// The line of the vacant post to be filled; none where one is to be added.
    vacant: Option<String>,
    /// What is to be said of it besides who holds it.
    fields: Vec<PatchField>,
}

/// Roles with vacant posts in a part of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRole {
    /// The role that has vacant posts.
    pub role: NamedItem,
    /// How many posts of it are vacant.
    pub posts: u32,
}

/// Who could take the vacant posts of a role in a part of the organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposalView {
    /// The unit at the top of the part.
    pub unit: UnitRef,
    /// The role whose vacant posts are to be filled.
    pub role: NamedItem,
    /// Vacant posts of the role, in all.
    pub vacant: u32,
    /// How many of these have not been looked at.
    pub beyond: u32,
    /// How many people work in the part.
    pub people: u32,
    /// The most units one may hold the role at, where a rule says.
    pub at_most: Option<u32>,
    /// The rules that were looked at.
    pub rules: Vec<RuleLooked>,
    /// Who takes which post, by unit.
    pub rows: Vec<ProposalRow>,
    /// The units where posts stay vacant.
    pub rest: Vec<RestRow>,
}

/// A post and who takes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposalRow {
    /// The unit where the post is.
    pub unit: UnitRef,
    /// The person who takes the post.
    pub person: PersonView,
    /// The unit where the person works.
    pub works_at: UnitRef,
    /// At how many units they hold the role before.
    pub holds: u32,
    /// How many posts the proposal gives them in all.
    pub given: u32,
    /// The vacant post that is taken.
    pub post: OpenPost,
}

/// A unit where posts stay vacant, and why. The counts are of people at the unit and those above it in the part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RestRow {
    /// The unit where posts stay vacant.
    pub unit: UnitRef,
    /// Posts that stay vacant.
    pub vacant: u32,
    /// People who were looked at.
    pub people: u32,
    /// How many of them may have left.
    pub left: u32,
    /// How many hold as many posts of the role as they may, with what the proposal gives them.
    pub full: u32,
    /// How many lack a training and nothing else.
    pub untrained: u32,
    /// The first people who lack a training and nothing else.
    pub first_untrained: Vec<PersonView>,
}

impl OpenPost {
    /// The wish that gives it to a person.
    pub fn given_to(&self, person: &str) -> Patch {
        let mut fields = self.fields.clone();
        fields.push(("person".into(), FieldValue::text(person)));
        let list = ListName::Assignments;
        match self.vacant.clone() {
            Some(key) => Patch::Set { list, key, fields },
            None => Patch::Add { list, fields },
        }
    }

    /// The posts to give away: the vacant ones that are there, then new ones without end.
    pub(super) fn all(look: JudgedContext<'_>, wanted: Wanted<'_>) -> impl Iterator<Item = Self> {
        let text = |field: &str, value: &str| (field.to_owned(), FieldValue::text(value));
        let from = text("from", &wanted.from.to_string());
        let stands_in_for = wanted.substitute_for.map(|person| &*look.organisation.people[person as usize].id.0);
        let on_behalf_of = wanted.on_behalf_of.map(|party| look.index.unit_id(party));
        let is_vacant = |item: &&crate::organisation::person::Assignment<'_>| {
            item.person.is_none()
                && *item.role == *wanted.role
                && item.substitute_for.as_deref() == stands_in_for
                && item.on_behalf_of.as_deref() == on_behalf_of
                && item.from.is_none_or(|from| from <= wanted.from)
                && item.until.is_none_or(|until| wanted.from <= until)
        };
        let posts = look.index.posts_at(wanted.unit).iter();
        let items = posts.map(|post| &look.organisation.assignments[post.assignment as usize]);
        let mut vacant: Vec<(String, _)> = items.filter(is_vacant).map(|item| (json(item), item)).collect();
        sort::by_cached_key(&mut vacant, |(line, _)| line.clone());
        // Of two that say the same one is filled, and another added.
        vacant.dedup_by(|a, b| a.0 == b.0);
        let over = if wanted.substitute_for.is_some() { Vec::new() } else { over(look, wanted) };
        let mut fields = vec![text("role", wanted.role), text("unit", look.index.unit_id(wanted.unit)), from.clone()];
        fields.extend(stands_in_for.map(|id| text("substitute_for", id)));
        fields.extend(on_behalf_of.map(|id| text("on_behalf_of", id)));
        fields.extend(over.iter().cloned());
        let new = std::iter::repeat(Self { vacant: None, fields });
        let filled = move |(key, item): (String, &crate::organisation::person::Assignment<'_>)| {
            // What the vacant post says already stays.
            let says = |field: &str| match field {
                "appointed_by" => item.appointed_by.is_some(),
                _ => item.reports_to.is_some(),
            };
            let over = over.iter().filter(|(field, _)| !says(field)).cloned();
            Self { vacant: Some(key), fields: std::iter::once(from.clone()).chain(over).collect() }
        };
        vacant.into_iter().map(filled).collect::<Vec<_>>().into_iter().chain(new)
    }
}

impl SuggestionView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, finding: &Finding) -> Option<Self> {
        let Suggestion { wanted, candidates, total, eligible, rules } = suggest(basis(look), finding)?;
        let unit = wanted.on_behalf_of.unwrap_or(wanted.unit);
        let is_holder = wanted.substitute_for.is_none();
        let superiors = if is_holder {
            superiors(basis(look), wanted.role, wanted.unit, wanted.from)
        } else {
            Superiors::default()
        };
        let parent = look.index.parents.get(unit as usize).filter(|parent| look.index.is_known(**parent));
        let view = |candidate: Candidate| {
            let works_at = look.organisation.people[candidate.person as usize].unit.as_ref();
            Some(CandidateView {
                person: PersonView::new(*look, candidate.person)?,
                works_at: works_at.and_then(|id| look.index.unit(id)).map(|unit| UnitRef::new(*look, unit)),
                candidate,
            })
        };
        Some(Self {
            role: role(*look, wanted.role),
            unit: UnitRef::new(*look, unit),
            parent: parent.map(|parent| UnitRef::new(*look, *parent)),
            from: wanted.from,
            candidates: candidates.into_iter().filter_map(view).collect(),
            total,
            eligible,
            rules: rules.into_iter().map(|rule| RuleLooked::new(look, rule)).collect(),
            appointed_by: superiors.appointed_by.and_then(|who| PersonView::new(*look, who)),
            reports_to: superiors.reports_to.and_then(|who| PersonView::new(*look, who)),
            post: OpenPost::all(look, wanted).next()?,
        })
    }
}

impl RuleLooked {
    fn new(look: JudgedContext<'_>, number: u32) -> Self {
        let rule = &look.coverage.rules[number as usize].rule;
        let training = match &rule.shape {
            Shape::Trained(shape) => {
                let item = look.organisation.trainings.iter().find(|item| *item.id == *shape.training);
                Some(NamedItem { id: shape.training.to_string(), name: item.map(|item| item.name.label()) })
            }
            _ => None,
        };
        Self { number, id: rule.id.to_string(), text: rule.text.as_ref().map(Text::label), training }
    }
}

impl OpenRole {
    /// The roles with vacant posts at and below a unit, in the order of the rules that ask for them.
    pub(in crate::engine) fn all(look: JudgedContext<'_>, part: u32) -> Vec<Self> {
        let mut open: Vec<Self> = Vec::new();
        for verdict in look.coverage.rules.iter().filter(|verdict| verdict.tally.missing > 0) {
            let Shape::Holders(shape) = &verdict.rule.shape else { continue };
            if open.iter().any(|known| *known.role.id == *shape.of) {
                continue;
            }
            let posts = vacant(basis(look), part, &shape.of);
            open.push(Self { role: role(*look, &shape.of), posts });
        }
        open.retain(|open| open.posts > 0);
        open
    }
}

impl ProposalView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, unit: &str, role_id: &str) -> Option<Self> {
        let part = look.index.unit(unit)?;
        let StaffingProposal { vacant, beyond, people, at_most, placed, rest, rules } =
            propose(basis(look), part, role_id);
        let from = look.coverage.on;
        let rows = placed.chunk_by(|a, b| a.unit == b.unit).flat_map(|at| {
            let wanted = Wanted { role: role_id, unit: at[0].unit, from, substitute_for: None, on_behalf_of: None };
            at.iter().zip(OpenPost::all(look, wanted)).filter_map(|(placed, post)| row(*look, *placed, post))
        });
        Some(Self {
            unit: UnitRef::new(*look, part),
            role: role(*look, role_id),
            vacant,
            beyond,
            people,
            at_most,
            rules: rules.into_iter().map(|rule| RuleLooked::new(look, rule)).collect(),
            rows: rows.collect(),
            rest: rest.into_iter().map(|rest| RestRow::new(*look, rest)).collect(),
        })
    }
}

fn row(look: ViewContext<'_>, placed: Placed, post: OpenPost) -> Option<ProposalRow> {
    let Placed { unit, person, works_at, holds, given } = placed;
    Some(ProposalRow {
        unit: UnitRef::new(look, unit),
        person: PersonView::new(look, person)?,
        works_at: UnitRef::new(look, works_at),
        holds,
        given,
        post,
    })
}

impl RestRow {
    fn new(look: ViewContext<'_>, rest: Rest) -> Self {
        let Rest { unit, vacant, people, left, full, untrained, first_untrained } = rest;
        let first_untrained = first_untrained.into_iter().filter_map(|person| PersonView::new(look, person)).collect();
        Self { unit: UnitRef::new(look, unit), vacant, people, left, full, untrained, first_untrained }
    }
}

/// A post as it stands, or a new one of these fields, with what is known of whoever is to hold it next: from the day looked
/// at, appointed by and reporting to those who stand over it.
pub(in crate::engine) fn vacancy(look: JudgedContext<'_>, key: &str, known: &[PatchField]) -> Option<ItemView> {
    let list = ListName::Assignments;
    let mut item = match key {
        "" => ItemView { list, key: String::new(), fields: known.to_vec(), referred_by: Vec::new() },
        key => ItemView::new(*look, list, key)?,
    };
    // Where the post is held, what is said of its holder is not said of the next one.
    if item.value("person") != FieldValue::Nothing && !key.is_empty() {
        let of_holder = ["person", "from", "until", "appointed_by", "reports_to"];
        item.fields.retain(|(field, _)| !of_holder.contains(&&**field));
    }
    let (role, unit) = (item.value("role"), item.value("unit"));
    // A post that begins later is filled from then on.
    let begins = parse_date(item.value("from").words()).filter(|begins| *begins > look.coverage.on);
    let from = begins.unwrap_or(look.coverage.on);
    let mut fill = vec![("from".to_owned(), FieldValue::text(&from.to_string()))];
    if let (FieldValue::Nothing, Some(unit)) = (item.value("substitute_for"), look.index.unit(unit.words())) {
        let wanted = Wanted { role: role.words(), unit, from, substitute_for: None, on_behalf_of: None };
        fill.extend(over(look, wanted).into_iter().filter(|(field, _)| item.value(field) == FieldValue::Nothing));
    }
    item.fields.retain(|(field, _)| fill.iter().all(|(filled, _)| filled != field));
    item.fields.extend(fill);
    Some(item)
}

/// The fields that say who stands over a post, where the file leaves no doubt.
fn over(look: JudgedContext<'_>, wanted: Wanted<'_>) -> Vec<PatchField> {
    let Superiors { appointed_by, reports_to } = superiors(basis(look), wanted.role, wanted.unit, wanted.from);
    let said = |(field, person): (&str, Option<u32>)| {
        let person = &look.organisation.people[person? as usize].id;
        Some((field.to_owned(), FieldValue::text(person)))
    };
    [("appointed_by", appointed_by), ("reports_to", reports_to)].into_iter().filter_map(said).collect()
}

/// What suggestions are made from.
pub(super) fn basis(look: JudgedContext<'_>) -> SuggestionBasis<'_> {
    SuggestionBasis { organisation: look.look.organisation, index: look.look.index, coverage: look.coverage }
}

fn role(look: ViewContext<'_>, id: &str) -> NamedItem {
    let item = look.organisation.roles.iter().find(|role| *role.id == *id);
    NamedItem { id: id.to_owned(), name: item.map(|role| role.name.label()) }
}

#[cfg(test)]
mod tests;
