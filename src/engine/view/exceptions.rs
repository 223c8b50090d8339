//! What the file accepts, and whether there is still something to accept.

use serde::{Deserialize, Serialize};

use crate::coverage::{AcceptanceLack, Coverage, ExceptionStanding, ExceptionVerdict, State, exceptions};
use crate::engine::look::ViewContext;
use crate::organisation::rule::Severity;
use crate::organisation::value::{Date, Label, Text, day};
use crate::organisation::work::Exception;

use super::coverage::SubjectView;
use super::unit::{PersonView, UnitRef};

/// An exception of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExceptionRow {
    /// Id of the finding it is about, and its own.
    pub finding: String,
    /// How the exception stands.
    pub standing: ExceptionStanding,
    /// The subject of the exception, where that can be told.
    pub subject: Option<SubjectView>,
    /// What the rule says, where it is in force.
    pub rule_text: Option<Label>,
    /// Whether the rule is one that must be met: what it asks is accepted for a time only, and by somebody.
    pub binds: bool,
    /// What the exception has to state of that and does not.
    pub lacks: Vec<AcceptanceLack>,
    /// The reason why the finding is accepted.
    pub reason: Label,
    /// The person who accepted the finding.
    pub who: Option<PersonView>,
    /// The last day on which it is accepted.
    #[serde(with = "day::option")]
    pub until: Option<Date>,
    /// How the finding stands, where there is one that could be accepted.
    pub state: Option<State>,
    /// Since when it stands so, where the file tells.
    #[serde(with = "day::option")]
    pub since: Option<Date>,
}

impl ExceptionRow {
    /// All of them: those to be looked at first, then by their last day, then by id.
    pub(in crate::engine) fn all(look: ViewContext<'_>, coverage: &Coverage<'_>) -> Vec<Self> {
        let verdicts = exceptions(coverage, look.organisation, look.index);
        let items = look.organisation.exceptions.iter().zip(verdicts);
        let mut rows: Vec<Self> = items.map(|(item, verdict)| Self::new(look, coverage, item, verdict)).collect();
        let order = |row: &Self| {
            let looked_at = row.standing.is_stale() || !row.lacks.is_empty();
            (!looked_at, row.until.is_none(), row.until, row.finding.clone())
        };
        crate::organisation::sort::by_cached_key(&mut rows, order);
        rows
    }

    /// The exception about a finding.
    pub(super) fn about(look: ViewContext<'_>, coverage: &Coverage<'_>, finding: &str) -> Option<Self> {
        let place = look.organisation.exceptions.iter().position(|item| *item.finding == *finding)?;
        let verdict = exceptions(coverage, look.organisation, look.index).swap_remove(place);
        Some(Self::new(look, coverage, &look.organisation.exceptions[place], verdict))
    }

    fn new(
        look: ViewContext<'_>,
        coverage: &Coverage<'_>,
        item: &Exception<'_>,
        verdict: ExceptionVerdict<'_>,
    ) -> Self {
        let of = |rule: &str| item.finding.strip_prefix(rule).and_then(|rest| rest.strip_prefix(':'));
        let mut rules = coverage.rules.iter();
        let (rule, rest) = rules.find_map(|rule| Some((rule, of(&rule.rule.id)?))).unzip();
        let unit =
            || rest.and_then(|rest| look.index.unit(rest)).map(|unit| SubjectView::Unit(UnitRef::new(look, unit)));
        let finding = verdict.finding;
        Self {
            finding: item.finding.to_string(),
            standing: verdict.standing,
            subject: finding.map(|finding| SubjectView::new(look, finding.subject)).or_else(unit),
            rule_text: rule.and_then(|rule| rule.rule.text.as_ref()).map(Text::label),
            binds: rule.is_some_and(|rule| rule.rule.severity() == Severity::Must),
            lacks: verdict.lacks,
            reason: item.reason.label(),
            who: item.who.as_ref().and_then(|id| PersonView::new(look, look.index.person(id)?)),
            until: item.until,
            state: finding.map(|finding| finding.accepted.map_or(finding.state, |accepted| accepted.was)),
            since: finding.and_then(|finding| finding.since),
        }
    }
}
