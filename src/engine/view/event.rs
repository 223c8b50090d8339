//! Whom to call when something happens, as its page shows it.

use serde::{Deserialize, Serialize};

use super::unit::{PersonView, UnitRef};
use crate::engine::look::{JudgedContext, ViewContext};
use crate::event::{
    Call, CallContact, CallReason, CallStep, CallTurn, Happening, Reach, Why, affected, in_order, reach,
};
use crate::organisation::ids::NONE;
use crate::organisation::number::saturating;
use crate::organisation::risk::Risk;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Language, Text, day, sort_key, visible};
use crate::organisation::work::{Phase, Question, QuestionStatus};

/// Units without anybody in one reply, at most.
const MOST: usize = 50;
/// Reasons to call one person, at most.
const MOST_REASONS: usize = 20;

/// Whom to call when something happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventView {
    /// What happens: the risk's title, the scenario kind, or the names of the units.
    pub name: Label,
    /// Whether a risk or unit that `name` names is marked secret or for nobody.
    pub is_secret: bool,
    /// Risks that say so, by id and title.
    pub risks: Vec<(String, Label)>,
    /// Units it concerns as they were chosen, or as the risks name them.
    pub units: Vec<UnitRef>,
    /// Workplaces that the event concerns.
    pub workplaces: u32,
    /// Units where nobody can be called: how many.
    pub nobody_total: u32,
    /// The units where nobody can be called, fifty at most, each with its department.
    pub nobody: Vec<(UnitRef, Option<UnitRef>)>,
    /// How many are to be called while nobody is ticked.
    pub total: u32,
    /// To how many of these the file has no telephone number.
    pub without_number: u32,
    /// Whom to call: first those to be called from the start.
    pub calls: Vec<CallView>,
    /// Entries of `calls` to be called from the start.
    pub due: u32,
    /// How many of them were left out: workplaces beyond the number asked for.
    pub left_out: u32,
    /// Questions to the group about it, the latest first.
    pub questions: Vec<QuestionView>,
}

/// Someone to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallView {
    /// The key of the one to call in the log: `person:` or `unit:` and the id.
    pub key: String,
    /// The name of the person, or of the unit where someone answers.
    pub name: Label,
    /// The telephone number of the one to call.
    pub phone: Option<String>,
    /// The e-mail address of the one to call.
    pub email: Option<String>,
    /// Whether it is a person whose name says that nobody is meant.
    pub is_nobody: bool,
    /// The step they belong to.
    pub step: CallStep,
    /// The department or company of the first reason; absent where it has none.
    pub department: Option<UnitRef>,
    /// The reasons why they are called.
    pub reasons: Vec<ReasonView>,
    /// Further reasons that are left out.
    pub more_reasons: u32,
    /// Who comes next should they not be reached: places among the calls.
    pub next: Vec<u32>,
}

/// A reason to call someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonView {
    /// The unit through which they are concerned.
    pub unit: UnitRef,
    /// Id of the role, and what the file calls it; absent for whoever answers at the unit.
    pub role: Option<(String, Option<Label>)>,
    /// What makes them one to call.
    pub why: WhyView,
}

/// Why someone is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyView {
    /// The person holds the role there.
    Holds,
    /// The person holds the role on behalf of this unit.
    OnBehalfOf(Label),
    /// The person stands in for this one; absent where the file does not know whom.
    StandsIn(Option<String>),
    /// The person comes in place of whoever should hold this role: its id and what the file calls it.
    Instead(String, Option<Label>),
}

/// A question to the group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    /// The id of the question.
    pub id: String,
    /// The question that is asked.
    pub about: Label,
    /// Name of the person who raised the question.
    pub by: Option<String>,
    /// The day it was raised.
    #[serde(with = "day::option")]
    pub raised: Option<Date>,
    /// How far the question has come.
    pub status: QuestionStatus,
    /// Whether the question was raised before, during or after the event.
    pub phase: Option<Phase>,
}

/// A scenario kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioRow {
    /// Id of the first of the risks that name it, by id: what stands for the kind in a request and an address.
    pub key: String,
    /// What the risks call the scenario.
    pub name: String,
    /// Risks that name the scenario.
    pub risks: u32,
}

impl CallView {
    /// Whether there is neither a number nor an address.
    pub fn is_silent(&self) -> bool {
        self.phone.is_none() && self.email.is_none()
    }
}

impl EventView {
    /// The order to call in, when it is known who was ticked as not reached.
    pub fn turns(&self, is_out: impl Fn(&str) -> bool) -> Vec<CallTurn> {
        let call = |place: usize| self.calls.get(place);
        let next = |place| call(place).map_or(&[][..], |call| &call.next);
        in_order(self.due as usize, next, |place| call(place).is_some_and(|call| call.is_silent() || is_out(&call.key)))
    }

    pub(in crate::engine) fn new(look: JudgedContext<'_>, what: &Happening, most: usize) -> Option<Self> {
        let organisation = look.organisation;
        let risks: Vec<u32> = risks_of(*look, what)?;
        let chosen = match what {
            Happening::Units(ids) => ids.iter().filter_map(|id| look.index.unit(id)).collect(),
            Happening::Risk(_) | Happening::Scenario(_) => units_of(*look, &risks),
        };
        let is_secret = match what {
            Happening::Risk(_) => {
                risks.first().is_some_and(|risk| organisation.risks[*risk as usize].marking.is_secret())
            }
            Happening::Scenario(_) => false,
            Happening::Units(_) => chosen.iter().any(|unit| organisation.units[*unit as usize].marking.is_secret()),
        };
        let units = affected(organisation, look.index, &chosen, look.part());
        let found = reach(organisation, look.index, &units, look.coverage.on);
        let turns = in_order(found.due, |call| &found.calls[call].next, |call| found.calls[call].silent);
        let without_number = turns.iter().filter(|turn| !has_number(*look, found.calls[turn.call].who)).count();
        let titles = risks.iter().map(|risk| &organisation.risks[*risk as usize]);
        let titles: Vec<(String, Label)> = titles.map(|risk| (risk.id.to_string(), risk.title.label())).collect();
        let chosen: Vec<UnitRef> = chosen.iter().map(|unit| UnitRef::new(*look, *unit)).collect();
        let name = match what {
            Happening::Risk(_) => titles.first()?.1.clone(),
            Happening::Scenario(key) => Label::plain(visible(kind_of(*look, key)?)),
            Happening::Units(_) => joined(&chosen),
        };
        let nobody = found.nobody.iter().take(MOST).map(|unit| {
            let above = look.index.departments[*unit as usize];
            (UnitRef::new(*look, *unit), (above != NONE && above != *unit).then(|| UnitRef::new(*look, above)))
        });
        let nobody: Vec<_> = nobody.collect();
        let (calls, due) = cut(&found, most);
        Some(Self {
            questions: questions(*look, &name, &titles),
            name,
            is_secret,
            units: chosen,
            workplaces: found.workplaces,
            nobody_total: saturating(found.nobody.len()),
            nobody,
            total: saturating(turns.len()),
            without_number: saturating(without_number),
            due: saturating(due),
            left_out: saturating(found.due - due),
            calls: calls.into_iter().map(|(call, next)| CallView::new(*look, call, next)).collect(),
            risks: titles,
        })
    }
}

/// The names of some units as one; of more than three, the first and how many others there are.
fn joined(units: &[UnitRef]) -> Label {
    let name = |language| {
        let names: Vec<&str> = units.iter().take(3).map(|unit| unit.name.say(language)).collect();
        let others = units.len().saturating_sub(3);
        if others > 0 { format!("{} +{others}", names.join(", ")) } else { names.join(", ") }
    };
    let (sv, en) = (name(Language::Swedish), name(Language::English));
    Label { en: (sv != en).then_some(en), sv }
}

/// The risks that have come true, in the order of the file's ids; none where there is no such risk or kind.
fn risks_of(look: ViewContext<'_>, what: &Happening) -> Option<Vec<u32>> {
    let risks = &look.organisation.risks;
    match what {
        Happening::Risk(id) => Some(vec![look.index.risk(id)?]),
        Happening::Scenario(key) => {
            let kind = kind_of(look, key)?;
            let of_kind = |risk: &u32| is_of_kind(&risks[*risk as usize], kind);
            let mut found: Vec<u32> = (0..saturating(risks.len())).filter(of_kind).collect();
            sort::by_key(&mut found, |risk| &*risks[*risk as usize].id);
            (!found.is_empty()).then_some(found)
        }
        Happening::Units(ids) => ids.iter().any(|id| look.index.unit(id).is_some()).then(Vec::new),
    }
}

/// The units that some risks name, once each.
fn units_of(look: ViewContext<'_>, risks: &[u32]) -> Vec<u32> {
    let ids = risks.iter().flat_map(|risk| look.organisation.risks[*risk as usize].units.iter());
    let mut units: Vec<u32> = ids.filter_map(|id| look.index.unit(id)).collect();
    sort::all(&mut units);
    units.dedup();
    sort::by_cached_key(&mut units, |unit| (UnitRef::new(look, *unit).order(), look.index.unit_id(*unit)));
    units
}

/// The kind of scenario that the risk with this id names.
pub(super) fn kind_of<'o>(look: ViewContext<'o>, key: &str) -> Option<&'o str> {
    scenario(&look.organisation.risks[look.index.risk(key)? as usize])
}

/// Whether a risk is of a kind of scenario, letters compared without case.
pub(super) fn is_of_kind(risk: &Risk<'_>, kind: &str) -> bool {
    scenario(risk).is_some_and(|known| sort_key(known) == sort_key(kind.trim()))
}

fn scenario<'r>(risk: &'r Risk<'_>) -> Option<&'r str> {
    risk.scenario.as_deref().map(str::trim).filter(|kind| !kind.is_empty())
}

/// The calls with at most so many workplaces among those due, each with who comes next among what is left; and how many
/// are due.
fn cut(found: &Reach, most: usize) -> (Vec<(&Call, Vec<u32>)>, usize) {
    let mut kept = vec![false; found.calls.len()];
    let (mut workplaces, mut due) = (0, 0);
    for (place, call) in found.calls.iter().enumerate().take(found.due) {
        workplaces += usize::from(call.step == CallStep::Workplaces);
        kept[place] = call.step != CallStep::Workplaces || workplaces <= most;
        due += usize::from(kept[place]);
    }
    // Who comes next for those stays, and who comes next for them.
    let mut reached: Vec<usize> = (0..found.due).filter(|place| kept[*place]).collect();
    while let Some(place) = reached.pop() {
        for next in &found.calls[place].next {
            let next = *next as usize;
            if next >= found.due && !std::mem::replace(&mut kept[next], true) {
                reached.push(next);
            }
        }
    }
    let mut places = vec![NONE; kept.len()];
    for (to, from) in (0..kept.len()).filter(|place| kept[*place]).enumerate() {
        places[from] = saturating(to);
    }
    let moved =
        |call: &Call| call.next.iter().map(|next| places[*next as usize]).filter(|next| *next != NONE).collect();
    let calls = found.calls.iter().zip(&kept).filter(|(_, kept)| **kept);
    (calls.map(|(call, _)| (call, moved(call))).collect(), due)
}

/// Whether the file has a telephone number of someone.
fn has_number(look: ViewContext<'_>, who: CallContact) -> bool {
    let phone = match who {
        CallContact::Person(person) => look.organisation.people[person as usize].phone.as_ref(),
        CallContact::Contact(unit) => {
            look.organisation.units[unit as usize].contact.as_ref().and_then(|contact| contact.phone.as_ref())
        }
    };
    phone.is_some_and(|phone| !phone.trim().is_empty())
}

impl CallView {
    fn new(look: ViewContext<'_>, call: &Call, next: Vec<u32>) -> Self {
        let (key, name, phone, email, is_nobody) = match call.who {
            CallContact::Person(person) => {
                let person = PersonView::new(look, person).unwrap_or_default();
                let key = format!("person:{}", person.id);
                (key, Label::plain(person.name), person.phone, person.email, person.is_nobody)
            }
            CallContact::Contact(unit) => {
                let at = UnitRef::new(look, unit);
                let contact = look.organisation.units[unit as usize].contact.as_ref();
                let phone = contact.and_then(|contact| contact.phone.as_ref()).map(|text| visible(text));
                let email = contact.and_then(|contact| contact.email.as_ref()).map(|text| visible(text));
                (format!("unit:{}", at.id), at.name, phone, email, false)
            }
        };
        let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let reasons = call.reasons.iter().take(MOST_REASONS).map(|reason| ReasonView::new(look, reason)).collect();
        let more_reasons = saturating(call.reasons.len().saturating_sub(MOST_REASONS));
        let department = call.reasons.first().map_or(NONE, |reason| look.index.departments[reason.unit as usize]);
        Self {
            key,
            name,
            phone: said(phone),
            email: said(email),
            is_nobody,
            step: call.step,
            department: (department != NONE).then(|| UnitRef::new(look, department)),
            reasons,
            more_reasons,
            next,
        }
    }
}

impl ReasonView {
    fn new(look: ViewContext<'_>, reason: &CallReason) -> Self {
        let role = |role: u32| {
            let id = look.index.roles.id(role);
            let named = look.organisation.roles.iter().find(|role| *role.id == *id);
            (id.to_owned(), named.map(|role| Text::label(&role.name)))
        };
        let why = match reason.why {
            Why::Holds | Why::Instead(NONE) => WhyView::Holds,
            Why::OnBehalfOf(unit) => WhyView::OnBehalfOf(UnitRef::new(look, unit).name),
            Why::StandsIn(person) => WhyView::StandsIn(PersonView::new(look, person).map(|person| person.name)),
            Why::Instead(asked) => {
                let (id, name) = role(asked);
                WhyView::Instead(id, name)
            }
        };
        Self { unit: UnitRef::new(look, reason.unit), role: (reason.role != NONE).then(|| role(reason.role)), why }
    }
}

/// The questions about what happens, the latest first: their event names it or one of the risks, in more words or
/// fewer, for the file says it freely.
fn questions(look: ViewContext<'_>, name: &Label, risks: &[(String, Label)]) -> Vec<QuestionView> {
    const LEAST_LETTERS: usize = 4;
    let said = |say: &dyn Fn(Language) -> String| {
        [Language::Swedish, Language::English].map(|language| sort_key(say(language).trim()))
    };
    let labels = std::iter::once(name).chain(risks.iter().map(|(_, title)| title));
    let names: Vec<String> = labels.flat_map(|label| said(&|language| label.say(language).to_owned())).collect();
    let holds = |a: &str, b: &str| b.chars().count() >= LEAST_LETTERS && a.contains(b);
    let about = |question: &&Question<'_>| {
        question.event.as_ref().is_some_and(|event| {
            let events = said(&|language| event.say(language).to_owned());
            events.iter().any(|event| names.iter().any(|name| holds(name, event) || holds(event, name)))
        })
    };
    let mut found: Vec<&Question<'_>> = look.organisation.questions.iter().filter(about).collect();
    sort::by(&mut found, |a, b| b.raised.cmp(&a.raised).then_with(|| a.id.cmp(&b.id)));
    let view = |question: &&Question<'_>| QuestionView {
        id: question.id.to_string(),
        about: question.about.label(),
        by: question
            .by
            .as_ref()
            .and_then(|id| look.index.person(id))
            .and_then(|person| PersonView::new(look, person))
            .map(|person| person.name),
        raised: question.raised,
        status: question.status,
        phase: question.phase,
    };
    found.iter().map(view).collect()
}

impl ScenarioRow {
    /// All kinds, by name.
    pub(in crate::engine) fn all(look: ViewContext<'_>) -> Vec<Self> {
        let named = look.organisation.risks.iter().filter_map(|risk| Some((scenario(risk)?, &*risk.id)));
        let mut named: Vec<(&str, &str)> = named.collect();
        sort::by_cached_key(&mut named, |(name, id)| (sort_key(name), (*name).to_owned(), (*id).to_owned()));
        let kinds = named.chunk_by(|(a, _), (b, _)| sort_key(a) == sort_key(b));
        let kind = |same: &[(&str, &str)]| Self {
            key: same[0].1.to_owned(),
            name: visible(same[0].0),
            risks: saturating(same.len()),
        };
        kinds.map(kind).collect()
    }
}
