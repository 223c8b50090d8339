//! A part of the organisation that a verdict is narrowed to: a unit, those below it, and who belongs there.

use super::Subject;
use crate::organisation::ids::NONE;
use crate::organisation::refer::{Ref, Risks};
use crate::organisation::value::Date;
use crate::organisation::{Index, Organisation};

/// Which units, people, documents and measures belong to the part, by number.
#[derive(Debug)]
pub struct Part {
    units: Vec<bool>,
    people: Vec<bool>,
    documents: Vec<bool>,
    measures: Vec<bool>,
}

impl Part {
    /// The part at and below a unit. A person belongs to it who works there or holds a post there on the day; a
    /// document that a unit or a person of it owns; a measure that one of these answers for, or that acts on a risk there.
    pub fn new(organisation: &Organisation<'_>, index: &Index, unit: u32, on: Date) -> Self {
        let mut units = vec![false; organisation.units.len()];
        let mut people: Vec<bool> = organisation
            .people
            .iter()
            .map(|person| {
                let works_at = person.unit.as_ref().and_then(|id| index.unit(id));
                works_at.is_some_and(|at| at == unit || index.is_below(at, unit))
            })
            .collect();
        for at in index.part(unit) {
            units[*at as usize] = true;
            for post in index.posts_at(*at).iter().filter(|post| post.person != NONE && post.current(on)) {
                people[post.person as usize] = true;
            }
        }
        let mut part = Self { units, people, documents: Vec::new(), measures: Vec::new() };
        let documents = organisation.documents.iter();
        part.documents = documents.map(|document| part.owns(document.owner.as_deref(), index)).collect();
        let risk_is_here = |id: &Ref<'_, Risks>| {
            let units = index.risk(id).map(|risk| &organisation.risks[risk as usize].units);
            units.is_some_and(|ids| ids.iter().any(|id| index.unit(id).is_some_and(|unit| part.has_unit(unit))))
        };
        let measures = organisation.measures.iter();
        part.measures = measures
            .map(|measure| part.owns(measure.owner.as_deref(), index) || measure.risks.iter().any(risk_is_here))
            .collect();
        part
    }

    /// Whether a unit of this number belongs to the part.
    pub fn has_unit(&self, unit: u32) -> bool {
        self.units.get(unit as usize) == Some(&true)
    }

    /// Whether a person of this number belongs to the part.
    pub fn has_person(&self, person: u32) -> bool {
        self.people.get(person as usize) == Some(&true)
    }

    /// Whether a measure with this index belongs to the part.
    pub fn has_measure(&self, measure: u32) -> bool {
        self.measures[measure as usize]
    }

    /// Whether the unit or person with this id belongs to the part.
    pub fn owns(&self, id: Option<&str>, index: &Index) -> bool {
        id.is_some_and(|id| {
            index.unit(id).is_some_and(|unit| self.has_unit(unit))
                || index.person(id).is_some_and(|person| self.has_person(person))
        })
    }

    /// Whether a rule that holds or fails for the subject concerns the part.
    pub fn concerns(&self, subject: Subject) -> bool {
        match subject {
            Subject::Kind(_) => false,
            Subject::Unit(unit) | Subject::Holder { unit, .. } | Subject::Activity { unit, .. } => self.has_unit(unit),
            // That a party has its place in the group is a matter of the party's too.
            Subject::Party { group, party } => self.has_unit(group) || self.has_unit(party),
            // That a coordinator belongs in the group is a matter of the coordinator's department.
            Subject::Member { person, .. } | Subject::Person(person) => self.people[person as usize],
            Subject::Document(document) => self.documents[document as usize],
            Subject::Measure(measure) => self.has_measure(measure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::judge_part;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    const FILE: &str = r#"
        "units": [{"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"},
            {"id": "a", "name": "A", "kind": "workplace", "parent": "d"}, {"id": "g", "name": "G", "kind": "group"}],
        "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
        "assignments": [{"role": "coordinator", "unit": "d", "person": "p"}, {"role": "coordinator", "unit": "e", "person": "q"}],
        "documents": [{"id": "own", "title": "T", "kind": "plan", "owner": "d"}, {"id": "other", "title": "T", "kind": "plan"}],
        "risks": [{"id": "here", "title": "T", "units": ["a"]}],
        "measures": [{"id": "against", "title": "T", "due": "2026-06-30", "risks": ["here"]},
            {"id": "elsewhere", "title": "T", "due": "2026-06-30", "owner": "e"}],
        "rules": [
            {"id": "measures", "measures_on_time": {}},
            {"id": "company", "exists": {"kind": "company"}},
            {"id": "documents", "reviewed": {"kinds": ["plan"]}},
            {"id": "group", "members": {"every": ["coordinator"]}},
            {"id": "heads", "holders": {"of": "head", "in": {"kind": "department"}}},
            {"id": "representatives", "holders": {"of": "representative", "in": {"kind": "workplace"}}}
        ]"#;

    #[test]
    fn a_party_has_its_place_in_the_group() {
        let (organisation, mut index) = organisation(
            r#""units": [{"id": "g", "name": "G", "kind": "group"}, {"id": "police", "name": "P", "kind": "party"},
                {"id": "other", "name": "O", "kind": "party"}],
            "rules": [{"id": "seats", "represented": {"parties": ["police", "other"], "group": "g"}}]"#,
        );
        let part = index.unit("police");
        let coverage = judge_part(&organisation, &mut index, parse_date("2026-07-01").unwrap(), part);
        assert_eq!(coverage.rules[0].tally.applicable, 1, "its own seat, not the other's");
    }

    fn told(within: Option<&str>) -> Vec<String> {
        let (organisation, mut index) = organisation(FILE);
        let part = within.and_then(|id| index.unit(id));
        let coverage = judge_part(&organisation, &mut index, parse_date("2026-07-01").unwrap(), part);
        let counts = coverage.rules.iter().map(|rule| format!("{} {}", rule.rule.id, rule.tally.applicable));
        let found = coverage.findings.iter().map(|finding| coverage.id(finding, &organisation, &index));
        counts.chain(found).collect()
    }

    #[test]
    fn a_department_has_what_concerns_its_units_its_people_and_its_documents() {
        assert_eq!(
            told(Some("d")),
            [
                "company 0",
                "documents 1",
                "group 1",
                "heads 1",
                "measures 1",
                "representatives 1",
                "documents:own",
                "group:g:p",
                "heads:d",
                "measures:against",
                "representatives:a"
            ]
        );
    }

    #[test]
    fn a_workplace_has_its_own_only_and_the_whole_has_everything() {
        let own = [
            "company 0",
            "documents 0",
            "group 0",
            "heads 0",
            "measures 1",
            "representatives 1",
            "measures:against",
            "representatives:a",
        ];
        assert_eq!(told(Some("a")), own);
        let all = ["company 1", "documents 2", "group 2", "heads 2", "measures 2", "representatives 1"];
        assert_eq!(told(None)[..6], all);
    }
}
