//! What to mind about a rule itself: that it can never find anything, that it finds everything, that it names what the
//! file does not have, that another rule asks the same.

use serde::{Deserialize, Serialize};

use super::{Coverage, RuleVerdict};
use crate::organisation::canonical::in_one_order;
use crate::organisation::person::{BUILT_IN_ROLES, PACK_ROLES};
use crate::organisation::record::{Value, words};
use crate::organisation::rule::{Rule, Shape};
use crate::organisation::unit::UnitKind;
use crate::organisation::write::json;
use crate::organisation::{Index, Organisation};

words! {
    /// What the file would need for a rule to have something to hold for.
    pub enum RuleLack {
        /// A unit in scope.
        Units = "units",
        /// Someone who holds a role that it is about, where it is about it.
        Holders = "holders",
        /// A group that the rule names.
        Group = "group",
        /// A party that the rule names.
        Parties = "parties",
        /// A document of the kinds it is about.
        Documents = "documents",
        /// A measure that has come so far and is not given up.
        Measures = "measures",
        /// The rule itself names nothing to look at: its list is empty.
        Asked = "asked",
    }
}

words! {
    /// What a rule can name.
    pub enum NamedKind {
        /// A role, by its id.
        Role = "role",
        /// A unit, by its id.
        Unit = "unit",
        /// A training, by its id.
        Training = "training",
    }
}

/// One thing to mind about a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RuleAdvice {
    /// The rule is about nothing in the file, and so never finds anything.
    Idle(RuleLack),
    /// Whatever the file says, it holds.
    Harmless,
    /// Whatever the file says, it cannot hold: it asks for more than it allows.
    Impossible,
    /// The rule holds for none of its subjects.
    Always,
    /// The rule names something that is not in the file.
    Unknown {
        /// The kind of thing that is named.
        named: NamedKind,
        /// The id of the unknown item.
        id: String,
    },
    /// Another rule asks the same.
    Same {
        /// The id of that rule.
        rule: String,
    },
}

/// What to mind about each rule, in the order of [`Coverage::rules`].
pub fn advise(coverage: &Coverage<'_>, organisation: &Organisation<'_>, index: &Index) -> Vec<Vec<RuleAdvice>> {
    let checks = Checks::of(coverage.rules.iter().map(|verdict| &verdict.rule));
    coverage.rules.iter().map(|verdict| advise_one(verdict, &checks, organisation, index)).collect()
}

/// What to mind about one rule, among others or about to be.
pub fn advise_one(
    verdict: &RuleVerdict<'_>,
    others: &Checks,
    organisation: &Organisation<'_>,
    index: &Index,
) -> Vec<RuleAdvice> {
    let mut advice: Vec<RuleAdvice> = firing(verdict, organisation).into_iter().collect();
    advice.extend(unknown(&verdict.rule.shape, organisation, index));
    advice.extend(others.same(&verdict.rule).map(|rule| RuleAdvice::Same { rule: rule.to_owned() }));
    advice
}

/// What some rules check.
#[derive(Debug)]
pub struct Checks(Vec<(String, String)>);

impl Checks {
    /// What these rules check.
    pub fn of<'r>(rules: impl Iterator<Item = &'r Rule<'r>>) -> Self {
        Self(rules.map(|rule| (rule.id.to_string(), check(rule))).collect())
    }

    /// The id of another rule that checks the same.
    fn same(&self, rule: &Rule<'_>) -> Option<&str> {
        let wanted = check(rule);
        self.0.iter().find(|(id, check)| **id != *rule.id && *check == wanted).map(|(id, _)| &**id)
    }
}

/// What a rule checks, alike for two that check the same.
fn check(rule: &Rule<'_>) -> String {
    in_one_order(&json(&Rule { shape: rule.shape.clone(), ..Rule::blank() }))
}

/// Whether the rule can fire, and whether it does nothing else.
fn firing(verdict: &RuleVerdict<'_>, organisation: &Organisation<'_>) -> Option<RuleAdvice> {
    let tally = verdict.tally;
    match &verdict.rule.shape {
        Shape::Holders(shape) if shape.at_least.zip(shape.at_most).is_some_and(|(least, most)| least > most) => {
            return Some(RuleAdvice::Impossible);
        }
        Shape::Holders(shape) if shape.at_least == Some(0) && shape.at_most.is_none() => {
            return Some(RuleAdvice::Harmless);
        }
        Shape::Load(shape) if shape.at_most as usize >= organisation.units.len() => return Some(RuleAdvice::Harmless),
        _ => {}
    }
    if tally.applicable == 0 {
        return Some(RuleAdvice::Idle(lack(&verdict.rule.shape, organisation)));
    }
    (tally.gaps() == tally.applicable).then_some(RuleAdvice::Always)
}

/// Why a rule has no subjects.
fn lack(shape: &Shape<'_>, organisation: &Organisation<'_>) -> RuleLack {
    let has = |kind| organisation.units.iter().any(|unit| unit.kind == kind);
    let group = |id: bool| id || has(UnitKind::Group);
    match shape {
        Shape::Done(shape) if shape.kinds.is_empty() => RuleLack::Asked,
        Shape::Done(shape) if shape.scope.is_none() => RuleLack::Group,
        Shape::Exists(_) | Shape::Holders(_) | Shape::Inventoried(_) | Shape::Done(_) => RuleLack::Units,
        Shape::Members(shape) if shape.every.is_empty() => RuleLack::Asked,
        Shape::Members(shape) if !group(shape.group.is_some()) => RuleLack::Group,
        Shape::Represented(shape) if shape.parties.as_ref().is_some_and(Vec::is_empty) => RuleLack::Asked,
        Shape::Represented(shape) if !group(shape.group.is_some()) => RuleLack::Group,
        Shape::Represented(_) => RuleLack::Parties,
        Shape::Reviewed(_) => RuleLack::Documents,
        Shape::MeasuresOnTime(_) => RuleLack::Measures,
        Shape::Members(_)
        | Shape::ReportsTo(_)
        | Shape::AppointedBy(_)
        | Shape::Trained(_)
        | Shape::Substitute(_)
        | Shape::Load(_) => RuleLack::Holders,
    }
}

/// What the rule names that the file does not have.
fn unknown(shape: &Shape<'_>, organisation: &Organisation<'_>, index: &Index) -> Vec<RuleAdvice> {
    let is_role = |id: &str| {
        BUILT_IN_ROLES.contains(&id)
            || PACK_ROLES.contains(&id)
            || organisation.roles.iter().any(|role| *role.id == *id)
            || index.roles.find(id).is_some()
    };
    let is_unit = |id: &str| index.unit(id).is_some();
    let is_training = |id: &str| organisation.trainings.iter().any(|training| *training.id == *id);
    let roles = shape.roles().into_iter().filter(|id| !is_role(id)).map(|id| (NamedKind::Role, id));
    let units = shape.units().into_iter().filter(|id| !is_unit(id)).map(|id| (NamedKind::Unit, id));
    let training = match shape {
        Shape::Trained(shape) => Some(&*shape.training),
        _ => None,
    };
    let training = training.filter(|id| !is_training(id)).map(|id| (NamedKind::Training, id));
    let mut all: Vec<_> = roles.chain(units).chain(training).collect();
    all.dedup();
    all.into_iter().map(|(named, id)| RuleAdvice::Unknown { named, id: id.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::judge;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    const FILE: &str = r#"
        "units": [{"id": "a", "name": "A", "kind": "workplace"}, {"id": "b", "name": "B", "kind": "workplace"},
            {"id": "g", "name": "G", "kind": "group"}, {"id": "police", "name": "P", "kind": "party"}],
        "people": [{"id": "p", "name": "P"}],
        "trainings": [{"id": "fire", "name": "F"}],
        "documents": [{"id": "d", "title": "D", "kind": "plan"}],
        "assignments": [{"role": "x", "unit": "a", "person": "p"}, {"role": "member", "unit": "g", "person": "p"}]"#;

    /// What is said of the first rule of [`FILE`] with rules of these shapes, named `a`, `b` and on.
    fn advice(shapes: &[&str]) -> Vec<RuleAdvice> {
        let rules: Vec<_> = ('a'..).zip(shapes).map(|(id, shape)| format!(r#"{{"id": "{id}", {shape}}}"#)).collect();
        let (organisation, mut index) = organisation(&format!(r#"{FILE}, "rules": [{}]"#, rules.join(",")));
        let coverage = judge(&organisation, &mut index, parse_date("2026-07-01").unwrap());
        advise(&coverage, &organisation, &index).swap_remove(0)
    }

    #[test]
    fn of_a_rule_that_holds_here_and_fails_there_nothing_is_said() {
        assert_eq!(advice(&[r#""holders": {"of": "x", "in": {"kind": "workplace"}}"#]), []);
    }

    #[test]
    fn a_rule_about_nothing_in_the_file_says_what_is_lacking() {
        for (shape, lack) in [
            (r#""holders": {"of": "x", "in": {"kind": "company"}}"#, RuleLack::Units),
            (r#""inventoried": {"in": {"tags": ["night"]}, "every_months": 12}"#, RuleLack::Units),
            (r#""done": {"kinds": [], "every_months": 12}"#, RuleLack::Asked),
            (r#""done": {"kinds": ["meeting"], "in": {"kind": "company"}, "every_months": 12}"#, RuleLack::Units),
            (r#""members": {"every": []}"#, RuleLack::Asked),
            (r#""members": {"every": ["head"]}"#, RuleLack::Holders),
            (r#""represented": {"parties": []}"#, RuleLack::Asked),
            (r#""reviewed": {"kinds": ["policy"]}"#, RuleLack::Documents),
            (r#""measures_on_time": {}"#, RuleLack::Measures),
            (r#""reports_to": {"who": "head", "to": "x"}"#, RuleLack::Holders),
            (r#""substitute": {"of": "x", "in": {"kind": "group"}}"#, RuleLack::Holders),
            (r#""load": {"of": "head", "at_most": 1}"#, RuleLack::Holders),
        ] {
            assert_eq!(advice(&[shape]), [RuleAdvice::Idle(lack)], "{shape}");
        }
    }

    #[test]
    fn a_rule_about_groups_says_that_there_is_none() {
        let (organisation, mut index) = organisation(r#""rules": [{"id": "a", "represented": {}}]"#);
        let coverage = judge(&organisation, &mut index, parse_date("2026-07-01").unwrap());
        assert_eq!(advise(&coverage, &organisation, &index), [[RuleAdvice::Idle(RuleLack::Group)]]);
    }

    /// What is said of each rule of these shapes in a file with one unit of a kind.
    fn advice_with_a(kind: &str, shapes: &[&str]) -> Vec<Vec<RuleAdvice>> {
        let rules: Vec<_> = ('a'..).zip(shapes).map(|(id, shape)| format!(r#"{{"id": "{id}", {shape}}}"#)).collect();
        let (organisation, mut index) = organisation(&format!(
            r#""units": [{{"id": "u", "name": "U", "kind": "{kind}"}}], "roles": [{{"id": "y", "name": "Y"}}], "rules": [{}]"#,
            rules.join(",")
        ));
        let coverage = judge(&organisation, &mut index, parse_date("2026-07-01").unwrap());
        advise(&coverage, &organisation, &index)
    }

    #[test]
    fn what_is_lacking_of_a_group_is_the_group_and_then_what_belongs_to_it() {
        let shapes = [
            r#""represented": {}"#,
            r#""members": {"every": ["y"]}"#,
            r#""done": {"kinds": ["meeting"], "every_months": 12}"#,
        ];
        let group = vec![RuleAdvice::Idle(RuleLack::Group)];
        assert_eq!(advice_with_a("workplace", &shapes), [group.clone(), group.clone(), group]);
        assert_eq!(advice_with_a("group", &shapes[..1]), [[RuleAdvice::Idle(RuleLack::Parties)]]);
    }

    #[test]
    fn a_role_is_known_that_the_file_describes_or_a_pack_asks_for_though_nobody_holds_it() {
        let load = |role: &str| format!(r#""load": {{"of": "{role}", "at_most": 0}}"#);
        let shapes = [load("y"), load(PACK_ROLES[0]), load("z")];
        let said = advice_with_a("workplace", &shapes.each_ref().map(String::as_str));
        let unknown = |id: &str| RuleAdvice::Unknown { named: NamedKind::Role, id: id.to_owned() };
        assert!(!said[0].contains(&unknown("y")) && !said[1].contains(&unknown(PACK_ROLES[0])), "{said:?}");
        assert!(said[2].contains(&unknown("z")), "{said:?}");
    }

    #[test]
    fn a_rule_that_asks_for_nobody_never_fires() {
        assert_eq!(advice(&[r#""holders": {"of": "x", "at_least": 0}"#]), [RuleAdvice::Harmless]);
        assert_eq!(advice(&[r#""holders": {"of": "x", "at_least": 0, "at_most": 0}"#]), []);
        assert_eq!(advice(&[r#""load": {"of": "x", "at_most": 4}"#]), [RuleAdvice::Harmless]);
        assert_eq!(advice(&[r#""load": {"of": "x", "at_most": 3}"#]), []);
    }

    #[test]
    fn a_rule_that_asks_for_more_than_it_allows_cannot_hold() {
        assert_eq!(advice(&[r#""holders": {"of": "x", "at_least": 2, "at_most": 1}"#]), [RuleAdvice::Impossible]);
    }

    #[test]
    fn a_rule_that_holds_for_none_of_its_subjects_always_fires() {
        assert_eq!(advice(&[r#""holders": {"of": "head", "in": {"kind": "workplace"}}"#]), [RuleAdvice::Always]);
        assert_eq!(advice(&[r#""exists": {"kind": "company"}"#]), [RuleAdvice::Always]);
        assert_eq!(advice(&[r#""exists": {"kind": "group"}"#]), []);
    }

    #[test]
    fn what_the_file_does_not_have_is_named() {
        let unknown = |named, id: &str| RuleAdvice::Unknown { named, id: id.to_owned() };
        assert!(advice(&[r#""load": {"of": "y", "at_most": 1}"#]).contains(&unknown(NamedKind::Role, "y")));
        assert!(advice(&[r#""holders": {"of": "x", "in": {"under": "c"}}"#]).contains(&unknown(NamedKind::Unit, "c")));
        let parties = r#""represented": {"group": "h", "parties": ["police", "rescue"]}"#;
        let parties = advice(&[parties]);
        assert!(
            parties.contains(&unknown(NamedKind::Unit, "h")) && parties.contains(&unknown(NamedKind::Unit, "rescue"))
        );
        assert!(!parties.contains(&unknown(NamedKind::Unit, "police")));
        let training = advice(&[r#""trained": {"training": "gone", "who": ["x"]}"#]);
        assert!(training.contains(&unknown(NamedKind::Training, "gone")));
        assert_eq!(advice(&[r#""trained": {"training": "fire", "who": ["x"]}"#]), [RuleAdvice::Always]);
    }

    #[test]
    fn a_rule_that_asks_the_same_as_another_says_which() {
        let (one, other) = (r#""members": {"every": ["x", "head"]}"#, r#""members": {"every": ["head", "x"]}"#);
        assert_eq!(advice(&[one, other]), [RuleAdvice::Same { rule: "b".into() }]);
        assert_eq!(advice(&[one, r#""members": {"every": ["x"]}"#]), []);
    }
}
