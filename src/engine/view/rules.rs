//! The rules in force as the page shows where they are chosen and changed, and the packs they come from.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::coverage::advice::Checks;
use crate::coverage::rules::{in_force, packs_named};
use crate::coverage::{Coverage, RuleAdvice, Tally, advise, advise_one, judge_rules, packs};
use crate::draft::patch::PatchField;
use crate::draft::{EditRefusal, EditTarget, FieldValue, flat, object};
use crate::organisation::number::saturating;
use crate::organisation::rule::Rule;
use crate::organisation::value::Date;
use crate::organisation::write::json;
use crate::organisation::{ListName, Organisation, read};
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
    /// The id of the pack.
    pub id: String,
    /// Whether the pack applies.
    pub on: bool,
    /// The rules of the pack that the file does not put its own in the place of; none where there is no such pack.
    pub rules: u32,
    /// Findings that these make, or would make if it applied.
    pub findings: u32,
    /// The findings of its rules that the file accepts, by their ids.
    pub accepted: Vec<String>,
}

/// A rule in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleEntry {
    /// The rule with its counts.
    pub rule: RuleView,
    /// The first pack that applies and has a rule of its id.
    pub pack: Option<String>,
    /// Whether the rule stands in the file.
    pub own: bool,
    /// What to mind about the rule.
    pub advice: Vec<RuleAdvice>,
    /// The findings of the rule that the file accepts, by their ids.
    pub accepted: Vec<String>,
    /// The fields of the rule, for a form.
    pub fields: Vec<PatchField>,
}

/// A rule that is not in the file yet, judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// How its subjects stand.
    pub tally: Tally,
    /// What to mind about the rule.
    pub advice: Vec<RuleAdvice>,
}

impl RulesView {
    pub(in crate::engine) fn new(file: &mut File<'_>, coverage: &Coverage<'_>) -> Self {
        let packs = PackView::all(file, coverage.on);
        let organisation = &file.organisation;
        let advice = advise(coverage, organisation, &file.index);
        let named = packs_named(organisation);
        let entry = |(verdict, advice): (&crate::coverage::RuleVerdict<'_>, Vec<RuleAdvice>)| {
            let rule = &verdict.rule;
            let has_it = |pack: &&&str| packs::rules(pack).unwrap_or_default().iter().any(|other| other.id == rule.id);
            RuleEntry {
                rule: RuleView::new(verdict),
                pack: named.iter().find(has_it).map(ToString::to_string),
                own: is_own(organisation, rule),
                advice,
                accepted: accepted(organisation, &rule.id),
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
            let accepted = rules.iter().flat_map(|rule| accepted(&file.organisation, &rule.id)).collect();
            let judged = judge_rules(&file.organisation, &mut file.index, rules, on, None);
            Self {
                id: id.to_owned(),
                on: named.iter().any(|named| named == id),
                rules: saturating(judged.rules.len()),
                findings: judged.rules.iter().map(|verdict| verdict.tally.gaps()).sum(),
                accepted,
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
        fields: &[PatchField],
    ) -> Result<Self, EditRefusal> {
        let text = with_rule(fields, id);
        let unusable = |problems| EditRefusal::Unusable { target: Some(EditTarget::List(ListName::Rules)), problems };
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
fn with_rule(fields: &[PatchField], id: Option<&str>) -> String {
    let mut rule = object::JsonObject::default();
    for (field, value) in fields {
        object::put(&mut rule, field, value.json());
    }
    object::put(&mut rule, "id", FieldValue::text(id.unwrap_or("?")).json());
    format!("{{\"format\": 1, \"rules\": [{}]}}", object::write(&rule))
}

/// The findings of a rule that the file accepts.
fn accepted(organisation: &Organisation<'_>, rule: &str) -> Vec<String> {
    let is_of = |finding: &str| finding.strip_prefix(rule).is_some_and(|rest| rest.starts_with(':'));
    let findings = organisation.exceptions.iter().map(|exception| &*exception.finding);
    findings.filter(|finding| is_of(finding)).map(str::to_owned).collect()
}

fn is_own(organisation: &Organisation<'_>, rule: &Rule<'_>) -> bool {
    organisation.rules.iter().any(|own| own.id == rule.id)
}
