//! Referential checks: ids that no item has, terms that end before they begin, people who report to themselves.
//!
//! None of these keeps an item from being used; the reference in question is not followed.

use super::Organisation;
use super::index::Index;
use super::place::problem_at;
use super::problem::{Kind, Problems, Step};
use super::record::Origin;
use super::rule::Shape;
use super::value::Str;
use super::vulnerability::Need;

/// Notes every reference of the file that leads nowhere, and what contradicts itself.
pub fn check(organisation: &Organisation<'_>, index: &Index, text: &str, problems: &mut Problems) {
    let mut check = Check { organisation, index, text, problems };
    check.units_and_people();
    check.assignments();
    check.work();
    check.risks();
    check.vulnerability();
    check.rules();
}

struct Check<'c, 'a> {
    organisation: &'c Organisation<'a>,
    index: &'c Index,
    text: &'c str,
    problems: &'c mut Problems,
}

/// A list that ids refer to.
#[derive(Clone, Copy)]
enum Target {
    Units,
    People,
    UnitsOrPeople,
    Trainings,
    Risks,
    Needed,
}

impl Check<'_, '_> {
    fn units_and_people(&mut self) {
        let organisation = self.organisation;
        for unit in organisation.units.iter() {
            self.refer("units", unit.origin, "parent", unit.parent.as_ref(), Target::Units);
        }
        // People of one unit often follow one another.
        let mut last_known: &str = "";
        for person in organisation.people.iter() {
            if person.unit.as_deref().is_some_and(|unit| unit != last_known) {
                self.refer("people", person.origin, "unit", person.unit.as_ref(), Target::Units);
                last_known = person.unit.as_deref().unwrap_or_default();
            }
        }
    }

    fn assignments(&mut self) {
        const LIST: &str = "assignments";
        // The index has looked every reference up already, but for substitutes.
        for assignment in &self.index.dangling {
            let item = &self.organisation.assignments[*assignment as usize];
            self.refer(LIST, item.origin, "unit", Some(&item.unit), Target::Units);
            self.refer(LIST, item.origin, "person", item.person.as_ref(), Target::People);
            self.refer(LIST, item.origin, "appointed_by", item.appointed_by.as_ref(), Target::People);
            self.refer(LIST, item.origin, "reports_to", item.reports_to.as_ref(), Target::People);
            self.refer(LIST, item.origin, "on_behalf_of", item.on_behalf_of.as_ref(), Target::Units);
        }
        for item in self.organisation.assignments.iter() {
            self.refer(LIST, item.origin, "substitute_for", item.substitute_for.as_ref(), Target::People);
            if item.from.zip(item.until).is_some_and(|(from, until)| from > until) {
                self.note(LIST, item.origin, &["until".into()], Kind::EndsBeforeStart);
            }
            if let Some(person) = item.person.as_ref().filter(|person| item.reports_to.as_ref() == Some(person)) {
                let person = person.to_string();
                self.note(LIST, item.origin, &["reports_to".into()], Kind::ReportsToSelf { person });
            }
        }
    }

    fn work(&mut self) {
        let organisation = self.organisation;
        for item in organisation.completions.iter() {
            self.refer("completions", item.origin, "training", Some(&item.training), Target::Trainings);
            self.refer("completions", item.origin, "person", Some(&item.person), Target::People);
        }
        for item in organisation.documents.iter() {
            self.refer("documents", item.origin, "owner", item.owner.as_ref(), Target::UnitsOrPeople);
        }
        for item in organisation.activities.iter() {
            self.refer("activities", item.origin, "unit", item.unit.as_ref(), Target::Units);
            self.refer_all("activities", item.origin, &["who".into()], &item.who, Target::People);
        }
        for item in organisation.questions.iter() {
            self.refer("questions", item.origin, "by", item.by.as_ref(), Target::People);
        }
        for item in organisation.exceptions.iter() {
            self.refer("exceptions", item.origin, "who", item.who.as_ref(), Target::People);
        }
    }

    fn risks(&mut self) {
        let organisation = self.organisation;
        for item in organisation.risks.iter() {
            self.refer_all("risks", item.origin, &["units".into()], &item.units, Target::Units);
            self.refer("risks", item.origin, "owner", item.owner.as_ref(), Target::UnitsOrPeople);
        }
        for item in organisation.measures.iter() {
            self.refer_all("measures", item.origin, &["risks".into()], &item.risks, Target::Risks);
            self.refer("measures", item.origin, "owner", item.owner.as_ref(), Target::UnitsOrPeople);
        }
    }

    fn vulnerability(&mut self) {
        let organisation = self.organisation;
        for item in organisation.functions.iter() {
            self.refer("functions", item.origin, "unit", item.unit.as_ref(), Target::Units);
            self.refer("functions", item.origin, "owner", item.owner.as_ref(), Target::UnitsOrPeople);
            self.needs("functions", item.origin, &item.needs);
        }
        for item in organisation.dependencies.iter() {
            self.needs("dependencies", item.origin, &item.needs);
        }
    }

    fn needs(&mut self, list: &'static str, origin: Origin, needs: &[Need<'_>]) {
        for (position, need) in (0..).zip(needs) {
            self.find(list, origin, &["needs".into(), Step::Index(position), "on".into()], &need.on, Target::Needed);
        }
    }

    fn rules(&mut self) {
        for rule in self.organisation.rules.iter() {
            let key = rule.shape.key();
            if let Shape::Holders(shape) = &rule.shape
                && let (Some(at_least), Some(at_most)) = (shape.at_least, shape.at_most)
                && at_least > at_most
            {
                let kind = Kind::AtLeastOverAtMost { at_least, at_most };
                self.note("rules", rule.origin, &[key.into(), "at_least".into()], kind);
            }
            if let Some(under) = rule.shape.scope().and_then(|scope| scope.under.as_ref()) {
                self.find("rules", rule.origin, &[key.into(), "in".into(), "under".into()], under, Target::Units);
            }
            match &rule.shape {
                Shape::Members(shape) => self.group(rule.origin, key, shape.group.as_ref()),
                Shape::Represented(shape) => {
                    self.group(rule.origin, key, shape.group.as_ref());
                    let parties = shape.parties.as_deref().unwrap_or_default();
                    self.refer_all("rules", rule.origin, &[key.into(), "parties".into()], parties, Target::Units);
                }
                Shape::Trained(shape) => {
                    let steps = [key.into(), "training".into()];
                    self.find("rules", rule.origin, &steps, &shape.training, Target::Trainings);
                }
                _ => {}
            }
        }
    }

    fn group(&mut self, origin: Origin, key: &'static str, group: Option<&Str<'_>>) {
        if let Some(group) = group {
            self.find("rules", origin, &[key.into(), "group".into()], group, Target::Units);
        }
    }

    fn refer(&mut self, list: &'static str, origin: Origin, field: &'static str, id: Option<&Str<'_>>, target: Target) {
        if let Some(id) = id {
            self.find(list, origin, &[field.into()], id, target);
        }
    }

    fn refer_all(
        &mut self,
        list: &'static str,
        origin: Origin,
        steps: &[Step<'static>],
        ids: &[Str<'_>],
        target: Target,
    ) {
        for (position, id) in (0..).zip(ids) {
            if !self.is_there(id, target) {
                let steps: Vec<_> = steps.iter().cloned().chain([Step::Index(position)]).collect();
                self.find(list, origin, &steps, id, target);
            }
        }
    }

    #[inline(never)]
    fn find(&mut self, list: &'static str, origin: Origin, steps: &[Step<'_>], id: &str, target: Target) {
        if !self.is_there(id, target) {
            let wanted = match target {
                Target::Units => "units",
                Target::People => "people",
                Target::UnitsOrPeople => "units, people",
                Target::Trainings => "trainings",
                Target::Risks => "risks",
                Target::Needed => "dependencies, functions",
            };
            self.note(list, origin, steps, Kind::NotFound { id: id.to_owned(), list: wanted.into() });
        }
    }

    fn is_there(&self, id: &str, target: Target) -> bool {
        let organisation = self.organisation;
        let unit = || self.index.unit(id).is_some();
        let person = || self.index.person(id).is_some();
        match target {
            Target::Units => unit(),
            Target::People => person(),
            Target::UnitsOrPeople => unit() || person(),
            Target::Trainings => organisation.trainings.iter().any(|training| *training.id == *id),
            Target::Risks => self.index.risk(id).is_some(),
            Target::Needed => {
                organisation.dependencies.iter().any(|dependency| *dependency.id == *id)
                    || organisation.functions.iter().any(|function| *function.id == *id)
            }
        }
    }

    fn note(&mut self, list: &'static str, origin: Origin, steps: &[Step<'_>], kind: Kind) {
        let text = self.text;
        self.problems.push(|| problem_at(text, list, origin, steps, kind));
    }
}
