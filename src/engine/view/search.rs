//! What a search finds: the best of each list, and how many more there are.

use serde::{Deserialize, Serialize};

use super::measure::MeasureStands;
use super::risk::{concerns, in_order};
use super::unit::{PostRow, UnitRef};
use super::{ClassView, DocumentRow, RuleRow};
use crate::coverage::part::Part;
use crate::coverage::{State, Tally};
use crate::engine::look::JudgedContext;
use crate::organisation::called;
use crate::organisation::ids::NONE;
use crate::organisation::index::Post;
use crate::organisation::number::saturating;
use crate::organisation::seek::{FitDegree, Sought};
use crate::organisation::sort;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, Text, sort_key, visible};
use crate::organisation::work::DocumentKind;
use crate::risk::{Placement, RiskNumber};

/// What was found, by list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// The lists in which something was found, that with the best hit first.
    pub groups: Vec<HitGroup>,
}

/// What was found in one list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HitGroup {
    /// The list that the hits are in.
    pub of: HitKind,
    /// How well the best hit fits.
    pub best: FitDegree,
    /// How many fit, those that are not among `hits` with them.
    pub total: u32,
    /// How many there are in the list, in the part looked at.
    pub all: u32,
    /// The best, the best first.
    pub hits: Vec<HitView>,
}

/// The lists that are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HitKind {
    /// The units of the organisation.
    Units,
    /// The people of the file.
    People,
    /// The risks of the register.
    Risks,
    /// The measures against risks.
    Measures,
    /// The documents of the security work.
    Documents,
    /// Rules in force.
    Rules,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HitView {
    /// The id of the item in its list.
    pub id: String,
    /// The name of what was found.
    pub name: Label,
    /// What is said beside the name.
    pub about: HitAbout,
}

/// What is said of something that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum HitAbout {
    /// What is said of a unit.
    Unit {
        /// What kind of unit.
        kind: UnitKind,
        /// The name of the unit above.
        parent: Option<Label>,
        /// The worst state of the rules about the unit; none where no rule is about it.
        state: Option<State>,
        /// Gaps at and below the unit.
        gaps: u32,
    },
    /// What is said of a person.
    Person {
        /// A post they hold on the day: the role, what the file calls it, and the unit.
        post: Option<(String, Option<Label>, UnitRef)>,
        /// Whether they hold that post as a substitute.
        substitute: bool,
        /// Posts that the person holds beyond those shown.
        more: u32,
    },
    /// What is said of a risk.
    Risk {
        /// The number it goes by; absent beside the matrix.
        number: Option<RiskNumber>,
        /// The class of the risk.
        class: Option<ClassView>,
    },
    /// What is said of a measure.
    Measure {
        /// How the measure stands on the day.
        stands: MeasureStands,
        /// Id of the first risk that it acts on.
        risk: Option<String>,
        /// The title of the first risk it acts on.
        against: Option<Label>,
    },
    /// What is said of a document.
    Document {
        /// What kind of document.
        kind: DocumentKind,
        /// How its review stands.
        state: State,
    },
    /// What is said of a rule.
    Rule {
        /// The subjects of the rule, by how they stand.
        tally: Tally,
    },
}

/// What fits in one list: how many, how many there are, and the places of the best with how well they fit.
struct Fitting {
    total: u32,
    all: u32,
    best: Vec<(FitDegree, u32)>,
}

impl Fitting {
    /// Holds every element that is there against what is sought: `fit` gives how well it fits and what equals are sorted
    /// by.
    fn of(places: impl Iterator<Item = u32>, most: usize, fit: impl Fn(u32) -> Option<(FitDegree, String)>) -> Self {
        let (mut total, mut all) = (0, 0);
        let fitting = places.inspect(|_| all += 1).filter_map(|place| Some((fit(place)?, place)));
        let best = sort::first(fitting.inspect(|_| total += 1), most, |((degree, order), place)| {
            (*degree, order.clone(), *place)
        });
        Self { total, all, best: best.into_iter().map(|((degree, _), place)| (degree, place)).collect() }
    }
}

impl SearchView {
    /// What fits what was typed, in the part looked at: of every list so many at most. Nothing where nothing was typed.
    pub(in crate::engine) fn new(look: JudgedContext<'_>, typed: &str, most: usize) -> Self {
        let Some(sought) = Sought::new(typed) else { return Self::default() };
        let part = look.concerned();
        let lists = [
            units(look, &sought, most),
            people(look, &sought, part.as_ref(), most),
            risks(look, &sought, most),
            measures(look, &sought, part.as_ref(), most),
            documents(look, &sought, part.as_ref(), most),
            rules(look, &sought, most),
        ];
        let mut groups: Vec<HitGroup> = lists.into_iter().flatten().collect();
        sort::by_key(&mut groups, |group| group.best);
        Self { groups }
    }
}

/// What was found in a list; none where nothing was.
type FoundIn = Option<HitGroup>;

fn group(of: HitKind, fitting: Fitting, hit: impl Fn(u32) -> HitView) -> FoundIn {
    let Fitting { total, all, best: places } = fitting;
    let (best, _) = *places.first()?;
    Some(HitGroup { of, best, total, all, hits: places.into_iter().map(|(_, place)| hit(place)).collect() })
}

/// Both languages of a text of the file.
fn both<'t>(text: &'t Text<'_>) -> impl Iterator<Item = &'t str> + use<'t> {
    use crate::organisation::value::Language::{English, Swedish};
    let (sv, en) = (text.say(Swedish), text.say(English));
    std::iter::once(sv).chain((sv != en).then_some(en))
}

fn order(text: &Text<'_>) -> String {
    sort_key(text.say(crate::organisation::value::Language::Swedish))
}

fn units(look: JudgedContext<'_>, sought: &Sought, most: usize) -> FoundIn {
    let fit = |unit: u32| {
        let item = &look.organisation.units[unit as usize];
        let address = item.address.as_deref().into_iter();
        let degree = sought.fit(both(&item.name), address.chain([&*item.id]))?;
        // What is above others first: the department before the workplaces that are called after it.
        Some((degree, format!("{}{}", u8::from(item.kind == UnitKind::Workplace), order(&item.name))))
    };
    group(HitKind::Units, Fitting::of(look.part().iter().copied(), most, fit), |unit| {
        let at = UnitRef::new(*look, unit);
        let parent = look.index.parents[unit as usize];
        HitView {
            id: at.id,
            name: at.name,
            about: HitAbout::Unit {
                kind: at.kind,
                parent: (parent != NONE).then(|| UnitRef::new(*look, parent).name),
                state: look.state(unit),
                gaps: look.units.part(look.index, unit).gaps,
            },
        }
    })
}

/// The roles that are called as was typed, by their numbers: as the file calls them, else by the built-in words.
fn roles(look: JudgedContext<'_>, sought: &Sought) -> Vec<(u32, FitDegree)> {
    let own = &look.organisation.roles;
    let built_in = called::ROLES.iter().filter(|(id, ..)| own.iter().all(|role| *role.id != **id));
    let built_in = built_in
        .map(|(id, sv, en, others)| (*id, sought.fit([*sv, *en].into_iter().chain(others.iter().copied()), [])));
    let own = own.iter().map(|role| (&*role.id, sought.fit(both(&role.name), [])));
    let called = built_in.chain(own).filter_map(|(id, degree)| Some((look.index.roles.find(id)?, degree?)));
    called.filter(|(_, degree)| *degree <= FitDegree::Words).collect()
}

/// People by their names and how to reach them, and by what they are called in a post that they hold.
fn people(look: JudgedContext<'_>, sought: &Sought, part: Option<&Part>, most: usize) -> FoundIn {
    let people = &look.organisation.people;
    let roles = roles(look, sought);
    let as_holder = |post: &Post| roles.iter().find(|(role, _)| *role == post.role).map(|(_, degree)| *degree);
    let mut holders = vec![None; if roles.is_empty() { 0 } else { people.len() }];
    let current = || look.index.posts.iter().filter(|post| post.current(look.coverage.on));
    for post in current().filter(|_| !roles.is_empty()) {
        // A name that is so comes before a post that is called so.
        let degree = as_holder(post).map(|degree| degree.max(FitDegree::Words));
        if let Some(holder) = holders.get_mut(post.person as usize) {
            *holder = degree.into_iter().chain(*holder).min();
        }
    }
    let there = (0..saturating(people.len())).filter(|person| part.is_none_or(|part| part.has_person(*person)));
    let fitting = Fitting::of(there, most, |person| {
        let item = &people[person as usize];
        let ways = item.phone.as_deref().into_iter().chain(item.email.as_deref()).chain([&*item.id]);
        let held = holders.get(person as usize).copied().flatten();
        Some((sought.fit([&*item.name], ways).into_iter().chain(held).min()?, sort_key(&item.name)))
    });
    let found: Vec<u32> = fitting.best.iter().map(|(_, person)| *person).collect();
    let mut held: Vec<&Post> = current().filter(|post| found.contains(&post.person)).collect();
    // The post that was sought is the one that is shown.
    sort::by_key(&mut held, |post| as_holder(post).is_none());
    group(HitKind::People, fitting, |person| {
        let item = &people[person as usize];
        let mut posts = held.iter().filter(|post| post.person == person);
        let shown = posts.next().map(|post| (PostRow::new(look, post), UnitRef::new(*look, post.unit)));
        let substitute = shown.as_ref().is_some_and(|(row, _)| row.substitute);
        let post = shown.map(|(row, unit)| (row.role, row.role_name, unit));
        HitView {
            id: item.id.to_string(),
            name: Label::plain(&*item.name),
            about: HitAbout::Person { post, substitute, more: saturating(posts.count()) },
        }
    })
}

fn risks(look: JudgedContext<'_>, sought: &Sought, most: usize) -> FoundIn {
    let risks = &look.organisation.risks;
    let places: Vec<u32> = in_order(*look).into_iter().filter(|risk| concerns(*look, look.within, *risk)).collect();
    let fit = |place: u32| {
        let item = &risks[places[place as usize] as usize];
        Some((sought.fit(both(&item.title), item.scenario.as_deref().into_iter().chain([&*item.id]))?, String::new()))
    };
    let fitting = Fitting::of(0..saturating(places.len()), most, fit);
    group(HitKind::Risks, fitting, |place| {
        let risk = places[place as usize];
        let rated = match look.register.placements[risk as usize] {
            Placement::Rated(rated) => Some(rated),
            Placement::Beside(_) => None,
        };
        let class = rated.and_then(|rated| Some(ClassView::new(look.methods.at(rated.matrix.into())?, rated.class)));
        HitView {
            id: risks[risk as usize].id.to_string(),
            name: risks[risk as usize].title.label(),
            about: HitAbout::Risk { number: look.register.number(look.organisation, risk), class },
        }
    })
}

fn measures(look: JudgedContext<'_>, sought: &Sought, part: Option<&Part>, most: usize) -> FoundIn {
    let measures = &look.organisation.measures;
    let there = (0..saturating(measures.len())).filter(|measure| part.is_none_or(|part| part.has_measure(*measure)));
    let fitting = Fitting::of(there, most, |measure| {
        let item = &measures[measure as usize];
        let stands = MeasureStands::of(item, look.coverage.on);
        Some((sought.fit(both(&item.title), [&*item.id])?, format!("{}{}", stands as u8, order(&item.title))))
    });
    group(HitKind::Measures, fitting, |measure| {
        let item = &measures[measure as usize];
        let risk = item.risks.iter().find_map(|id| look.index.risk(id));
        let risk = risk.map(|risk| &look.organisation.risks[risk as usize]);
        HitView {
            id: item.id.to_string(),
            name: item.title.label(),
            about: HitAbout::Measure {
                stands: MeasureStands::of(item, look.coverage.on),
                risk: risk.map(|risk| risk.id.to_string()),
                against: risk.map(|risk| risk.title.label()),
            },
        }
    })
}

fn documents(look: JudgedContext<'_>, sought: &Sought, part: Option<&Part>, most: usize) -> FoundIn {
    let documents = &look.organisation.documents;
    let owned = |document: &u32| {
        let owner = documents[*document as usize].owner.as_deref();
        part.is_none_or(|part| part.owns(owner, look.index))
    };
    let fitting = Fitting::of((0..saturating(documents.len())).filter(owned), most, |document| {
        let item = &documents[document as usize];
        Some((sought.fit(both(&item.title), [&*item.id])?, order(&item.title)))
    });
    group(HitKind::Documents, fitting, |document| {
        let row = DocumentRow::new(look, document);
        HitView { id: row.id, name: row.title, about: HitAbout::Document { kind: row.kind, state: row.review.state } }
    })
}

fn rules(look: JudgedContext<'_>, sought: &Sought, most: usize) -> FoundIn {
    let rules = &look.coverage.rules;
    let fitting = Fitting::of(0..saturating(rules.len()), most, |rule| {
        let rule = &rules[rule as usize].rule;
        Some((sought.fit(rule.text.iter().flat_map(both), [&*rule.id])?, rule.id.to_string()))
    });
    group(HitKind::Rules, fitting, |rule| {
        let row = RuleRow::new(&rules[rule as usize]);
        let name = row.text.unwrap_or_else(|| Label::plain(visible(&row.id)));
        HitView { name, id: row.id, about: HitAbout::Rule { tally: row.tally } }
    })
}

#[cfg(test)]
mod tests;
