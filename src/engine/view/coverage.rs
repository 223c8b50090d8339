//! Rules and findings as the coverage pages show them.

mod remedy;
mod subject;

use crate::organisation::sort;
use serde::{Deserialize, Serialize};

use crate::engine::leading;
use crate::engine::lens::{FindingFilter, Window};
use crate::engine::look::{JudgedContext, ViewContext};
use crate::organisation::number::saturating;

use super::exceptions::ExceptionRow;
use super::suggest::{OpenRole, SuggestionView};
use crate::coverage::because::BecauseView;
use crate::coverage::{Finding, RuleVerdict, State, Subject, Tally};
use crate::organisation::rule::{Rule, Severity};
use crate::organisation::value::{Date, Label, Marking, Text, day};

pub use self::remedy::Remedy;
pub use self::subject::SubjectView;

/// A rule with its counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleRow {
    /// The id of the rule.
    pub id: String,
    /// What must hold, in words; absent where the rule has none.
    pub text: Option<Label>,
    /// How much it asks.
    pub severity: Severity,
    /// Key of its shape: `holders`, `reports_to` …
    pub shape: String,
    /// How its subjects stand.
    pub tally: Tally,
}

/// A rule in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleView {
    /// The rule with its counts.
    pub row: RuleRow,
    /// The sentence it comes from.
    pub source: Option<Label>,
}

/// Findings that fit a filter, a window of them at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingPage {
    /// Findings that fit the filter.
    pub total: u32,
    /// How the findings that fit stand; of what is met it counts nothing.
    pub states: Tally,
    /// The findings in the window, the most urgent first.
    pub rows: Vec<FindingRow>,
    /// All rules, filtered or not, `must` before `should`, within these by id.
    pub rules: Vec<RuleRow>,
    /// Of the part that is looked at its id and the roles with vacant posts there; none where all is looked at.
    pub open: Option<(String, Vec<OpenRole>)>,
}

/// A finding in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingRow {
    /// The id of the finding: the rule's id, `:` and the subject.
    pub id: String,
    /// Id of the rule.
    pub rule: String,
    /// What the rule says.
    pub rule_text: Option<Label>,
    /// How much the rule asks.
    pub severity: Severity,
    /// How the finding stands.
    pub state: State,
    /// The subject that the finding is about.
    pub subject: SubjectView,
    /// First day it has been so, where that is known.
    #[serde(with = "day::option")]
    pub since: Option<Date>,
    /// Of what expires: the last day on which it is met.
    #[serde(with = "day::option")]
    pub until: Option<Date>,
    /// Why the subject is not simply met.
    pub because: BecauseView,
}

/// A finding's own page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// The finding as lists show it.
    pub row: FindingRow,
    /// Whether it is marked secret or for nobody: the window is then not named after it, since task bars and the browser's
    /// history show that name to others.
    pub is_secret: bool,
    /// The rule of the finding.
    pub rule: RuleView,
    /// Other findings about the same unit.
    pub beside: Vec<FindingRow>,
    /// What can be done about the finding.
    pub remedies: Vec<Remedy>,
    /// Who could take the post it misses, where that is what it misses.
    pub suggestion: Option<SuggestionView>,
    /// The file's exception about it, whether that accepts it or no longer does.
    pub exception: Option<ExceptionRow>,
}

/// What findings are sorted by, the most urgent first: `must` before `should`, what is not met before what will not be
/// or is not known, the soonest first, rules about few subjects before rules about many, then by id.
pub(in crate::engine) fn urgency(look: JudgedContext<'_>, finding: &Finding) -> impl Ord + use<> {
    let verdict = &look.coverage.rules[finding.rule as usize];
    (verdict.rule.severity(), leading::urgency(finding), verdict.tally.applicable)
}

/// The findings about a unit, the most urgent first.
pub(in crate::engine) fn about_unit(look: JudgedContext<'_>, unit: u32) -> Vec<&Finding> {
    let mut findings = look.coverage.about_unit(unit, look.organisation, look.index);
    sort::by_key(&mut findings, |finding| {
        (urgency(look, finding), look.coverage.id(finding, look.organisation, look.index))
    });
    findings
}

impl RuleRow {
    pub(super) fn new(verdict: &RuleVerdict<'_>) -> Self {
        let rule = &verdict.rule;
        Self {
            id: rule.id.to_string(),
            text: rule.text.as_ref().map(Text::label),
            severity: rule.severity(),
            shape: rule.shape.key().to_owned(),
            tally: verdict.tally,
        }
    }

    /// All rules, `must` before `should`, within these by id.
    pub(in crate::engine) fn all(look: JudgedContext<'_>) -> Vec<Self> {
        let mut rows: Vec<Self> = look.coverage.rules.iter().map(Self::new).collect();
        sort::by_key(&mut rows, |row| row.severity);
        rows
    }

    /// The rules that fit and have a subject in the part looked at, in the same order.
    pub(super) fn those(look: JudgedContext<'_>, fits: impl Fn(&Rule<'_>) -> bool) -> Vec<Self> {
        let those = look.coverage.rules.iter().filter(|verdict| verdict.tally.applicable > 0 && fits(&verdict.rule));
        let mut rows: Vec<Self> = those.map(Self::new).collect();
        sort::by_key(&mut rows, |row| row.severity);
        rows
    }
}

impl RuleView {
    pub(super) fn new(verdict: &RuleVerdict<'_>) -> Self {
        Self { row: RuleRow::new(verdict), source: verdict.rule.source.as_ref().map(Text::label) }
    }
}

impl FindingRow {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, finding: &Finding) -> Self {
        let rule = look.coverage.rule(finding);
        Self {
            id: look.coverage.id(finding, look.organisation, look.index),
            rule: rule.id.to_string(),
            rule_text: rule.text.as_ref().map(Text::label),
            severity: rule.severity(),
            state: finding.state,
            subject: SubjectView::new(*look, finding.subject),
            since: finding.since,
            until: finding.until,
            because: BecauseView::new(finding, look.coverage, look.organisation, look.index),
        }
    }
}

/// Findings that a reader may see without everything being sorted: seldom does one go further.
const NEAR: usize = 500;

impl FindingPage {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, filter: &FindingFilter, window: Window) -> Self {
        let unit = filter.unit.as_ref().map(|id| look.index.unit(id));
        let below = |finding: &Finding, above: u32| {
            finding.subject.unit().is_some_and(|unit| unit == above || look.index.is_below(unit, above))
        };
        let fits = |finding: &Finding| {
            let rule = look.coverage.rule(finding);
            filter.state.is_none_or(|state| state == finding.state)
                && filter.severity.is_none_or(|severity| severity == rule.severity())
                && filter.rule.as_ref().is_none_or(|id| **id == *rule.id)
                && unit.is_none_or(|unit| unit.is_some_and(|unit| below(finding, unit)))
        };
        let end = window.from as usize + window.count as usize;
        let fitting = || look.coverage.findings.iter().filter(|finding| fits(finding));
        let findings = if end <= NEAR {
            sort::first(fitting(), end, |finding| urgency(look, finding))
        } else {
            let mut all: Vec<&Finding> = fitting().collect();
            sort::by_key(&mut all, |finding| urgency(look, finding));
            all
        };
        let rows = window.of(&findings).iter().map(|finding| FindingRow::new(look, finding)).collect();
        let part = unit.flatten().or(look.within);
        let open = part.map(|part| (look.index.unit_id(part).to_owned(), OpenRole::all(look, part)));
        let states = Tally::from_states(fitting().map(|finding| finding.state));
        Self { total: saturating(fitting().count()), states, rows, rules: RuleRow::all(look), open }
    }
}

impl FindingView {
    pub(in crate::engine) fn new(look: JudgedContext<'_>, id: &str) -> Option<Self> {
        let (organisation, index) = (look.organisation, look.index);
        let finding = look.coverage.find(id, organisation, index)?;
        let beside = finding.subject.unit().map(|unit| about_unit(look, unit)).unwrap_or_default();
        let beside = beside.into_iter().filter(|other| *other != finding);
        Some(Self {
            row: FindingRow::new(look, finding),
            is_secret: is_secret(*look, finding.subject),
            rule: RuleView::new(&look.coverage.rules[finding.rule as usize]),
            beside: beside.map(|finding| FindingRow::new(look, finding)).collect(),
            remedies: remedy::remedies(look, finding),
            suggestion: SuggestionView::new(look, finding),
            exception: ExceptionRow::about(*look, look.coverage, id),
        })
    }
}

/// Whether anything that a subject is named by is marked secret or for nobody.
fn is_secret(look: ViewContext<'_>, subject: Subject) -> bool {
    let organisation = look.organisation;
    let party = match subject {
        Subject::Party { party, .. } => Some(party),
        _ => None,
    };
    let units = [subject.unit(), party].into_iter().flatten();
    let items = units.filter_map(|unit| organisation.units.get(unit as usize)).map(|unit| &unit.marking);
    let person = subject.person().map(|person| &organisation.people[person as usize].marking);
    let other = match subject {
        Subject::Document(document) => Some(&organisation.documents[document as usize].marking),
        Subject::Measure(measure) => Some(&organisation.measures[measure as usize].marking),
        _ => None,
    };
    items.chain(person).chain(other).any(Marking::is_secret)
}
