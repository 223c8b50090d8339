//! The rules in force as the page shows where they are chosen and changed, and the packs they come from.

use serde::{Deserialize, Serialize};

use crate::coverage::advice::Checks;
use crate::coverage::rules::{in_force, packs_named};
use crate::coverage::{Advice, Coverage, Tally, advise, advise_one, judge_rules, packs};
use crate::draft::patch::Field;
use crate::draft::{Refused, Value, flat, object};
use crate::organisation::number::saturating;
use crate::organisation::rule::Rule;
use crate::organisation::value::Date;
use crate::organisation::write::json;
use crate::organisation::{Organisation, read};
use crate::verdict::File;

use super::coverage::RuleView;

/// The rules in force and the packs there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulesView {
    /// Whether the file says which packs apply. One that does not, and has no rules either, has the default pack.
    pub explicit: bool,
    /// The built-in packs, and those the file names that there are not.
    pub packs: Vec<PackView>,
    /// The rules in force, by id.
    pub rules: Vec<RuleEntry>,
}

/// A pack of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackView {
    /// Its id.
    pub id: String,
    /// Whether it applies.
    pub on: bool,
    /// Its rules that the file does not put its own in the place of; none where there is no such pack.
    pub rules: u32,
    /// Findings that these make, or would make if it applied.
    pub findings: u32,
}

/// A rule in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleEntry {
    /// The rule with its counts.
    pub rule: RuleView,
    /// The first pack that applies and has a rule of its id.
    pub pack: Option<String>,
    /// Whether it stands in the file.
    pub own: bool,
    /// What to mind about it.
    pub advice: Vec<Advice>,
    /// Its fields, for a form.
    pub fields: Vec<Field>,
}

/// A rule that is not in the file yet, judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// How its subjects stand.
    pub tally: Tally,
    /// What to mind about it.
    pub advice: Vec<Advice>,
}

impl RulesView {
    pub(in crate::engine) fn new(file: &mut File<'_>, coverage: &Coverage<'_>) -> Self {
        let packs = PackView::all(file, coverage.on);
        let organisation = &file.organisation;
        let advice = advise(coverage, organisation, &file.index);
        let named = packs_named(organisation);
        let entry = |(verdict, advice): (&crate::coverage::RuleVerdict<'_>, Vec<Advice>)| {
            let rule = &verdict.rule;
            let has_it = |pack: &&&str| packs::rules(pack).unwrap_or_default().iter().any(|other| other.id == rule.id);
            RuleEntry {
                rule: RuleView::new(verdict),
                pack: named.iter().find(has_it).map(ToString::to_string),
                own: is_own(organisation, rule),
                advice,
                fields: flat(&json(rule)).into_iter().collect(),
            }
        };
        let rules = coverage.rules.iter().zip(advice).map(entry).collect();
        Self { explicit: organisation.packs.is_some(), packs, rules }
    }
}

impl PackView {
    fn all(file: &mut File<'_>, on: Date) -> Vec<Self> {
        let named: Vec<String> = packs_named(&file.organisation).into_iter().map(str::to_owned).collect();
        let mut ids: Vec<&str> = packs::ids().collect();
        ids.extend(named.iter().map(|id| &**id).filter(|id| packs::rules(id).is_none()));
        let pack = |id: &str| {
            let rules = packs::rules(id).unwrap_or_default().iter();
            let rules: Vec<Rule<'_>> = rules.filter(|rule| !is_own(&file.organisation, rule)).cloned().collect();
            let judged = judge_rules(&file.organisation, &mut file.index, rules, on, None);
            Self {
                id: id.to_owned(),
                on: named.iter().any(|named| named == id),
                rules: saturating(judged.rules.len()),
                findings: judged.rules.iter().map(|verdict| verdict.tally.gaps()).sum(),
            }
        };
        ids.into_iter().map(pack).collect()
    }
}

impl Tried {
    /// What a rule of these fields would find. `id` is that of the rule it takes the place of, where it does.
    pub(in crate::engine) fn new(
        file: &mut File<'_>,
        on: Date,
        id: Option<&str>,
        fields: &[Field],
    ) -> Result<Self, Refused> {
        let text = with_rule(fields, id);
        let unusable = |problems| Refused::Unusable { list: "rules".into(), problems };
        let (tried, problems) = read(&text, &mut |_| ()).map_err(|problem| unusable(vec![*problem]))?;
        let rules = tried.rules.items;
        if rules.is_empty() {
            return Err(unusable(problems.list));
        }
        let others = in_force(&file.organisation);
        let judged = judge_rules(&file.organisation, &mut file.index, rules, on, None);
        let (verdict, others) = (&judged.rules[0], Checks::of(others.iter()));
        Ok(Self { tally: verdict.tally, advice: advise_one(verdict, &others, &file.organisation, &file.index) })
    }
}

/// A file with one rule of these fields.
fn with_rule(fields: &[Field], id: Option<&str>) -> String {
    let mut rule = object::Object::default();
    for (field, value) in fields {
        object::put(&mut rule, field, value.json());
    }
    object::put(&mut rule, "id", Value::text(id.unwrap_or("?")).json());
    format!("{{\"format\": 1, \"rules\": [{}]}}", object::write(&rule))
}

fn is_own(organisation: &Organisation<'_>, rule: &Rule<'_>) -> bool {
    organisation.rules.iter().any(|own| own.id == rule.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, Reply, Request};
    use crate::organisation::value::parse_date;

    fn engine(file: &str) -> Engine {
        let mut engine = Engine::default();
        engine.open("f.json".into(), file.into(), &mut |_| ()).expect("a file");
        engine
    }

    fn view(file: &str) -> RulesView {
        let Reply::Rules(view) = engine(file).handle(&Request::Rules { on: parse_date("2026-11-22").unwrap() }) else {
            panic!("rules are answered")
        };
        *view
    }

    const KOMMUN: &str = r#""units": [{"id": "k", "name": "K", "kind": "municipality"}]"#;

    #[test]
    fn a_pack_says_what_it_would_find_before_it_is_switched_on() {
        let off = view(&format!(r#"{{"format": 1, "packs": [], {KOMMUN}}}"#));
        let on = view(&format!(r#"{{"format": 1, "packs": ["security-protection-2018"], {KOMMUN}}}"#));
        let pack = |view: &RulesView| view.packs.iter().find(|pack| pack.id == "security-protection-2018").cloned();
        let (off, on) = (pack(&off).unwrap(), pack(&on).unwrap());
        assert_eq!((off.on, off.rules, off.findings), (false, 3, 2));
        assert_eq!(PackView { on: true, ..off }, on);
    }

    #[test]
    fn a_file_that_says_nothing_of_packs_has_the_default_one() {
        let view = view(r#"{"format": 1}"#);
        let on: Vec<_> = view.packs.iter().filter(|pack| pack.on).map(|pack| &*pack.id).collect();
        assert_eq!((view.explicit, on), (false, vec![packs::DEFAULT]));
    }

    #[test]
    fn a_pack_that_there_is_not_is_listed_so_that_it_can_be_switched_off() {
        let view = view(r#"{"format": 1, "packs": ["mars"]}"#);
        assert_eq!(view.packs.last(), Some(&PackView { id: "mars".into(), on: true, rules: 0, findings: 0 }));
    }

    #[test]
    fn a_rule_of_the_file_in_the_place_of_a_packs_is_both() {
        let file = r#"{"format": 1, "packs": ["tyreso-2016"], "rules": [{"id": "group-exists", "exists": {"kind": "company"}},
            {"id": "own", "exists": {"kind": "company"}}]}"#;
        let view = view(file);
        let whose = |id: &str| {
            let entry = view.rules.iter().find(|entry| entry.rule.row.id == id).unwrap();
            (entry.pack.as_deref(), entry.own)
        };
        assert_eq!(whose("group-exists"), (Some("tyreso-2016"), true));
        assert_eq!(whose("own"), (None, true));
        assert_eq!(whose("party-exists"), (Some("tyreso-2016"), false));
    }

    #[test]
    fn a_rule_is_tried_without_being_in_the_file() {
        let mut engine = engine(&format!(r#"{{"format": 1, "packs": [], {KOMMUN}}}"#));
        let mut tried = |kind: &str| {
            let fields =
                vec![("holders/of".into(), Value::text("head")), ("holders/in/kind".into(), Value::text(kind))];
            engine.handle(&Request::TryRule { on: parse_date("2026-11-22").unwrap(), id: None, fields })
        };
        let Reply::Tried(one) = tried("municipality") else { panic!("it is judged") };
        assert_eq!((one.tally.missing, one.tally.applicable), (1, 1));
        let Reply::Tried(none) = tried("company") else { panic!("it is judged") };
        assert_eq!((none.tally.applicable, none.advice.len()), (0, 1));
        assert!(matches!(tried("castle"), Reply::Refused(_)));
        let Reply::Rules(rules) = engine.handle(&Request::Rules { on: parse_date("2026-11-22").unwrap() }) else {
            panic!("rules are answered")
        };
        assert_eq!(rules.rules, []);
    }
}
