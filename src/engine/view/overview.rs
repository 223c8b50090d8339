//! The situation picture: the verdict of a day on one page.

use crate::organisation::sort;
use serde::{Deserialize, Serialize};

use crate::engine::look::JudgedContext;

use super::coverage::{FindingRow, RuleRow, urgency};
use super::matrix::{MatrixView, in_class_of};
use super::nobodies::NobodiesView;
use super::risk::{RiskRow, concerns};
use crate::coverage::{Tally, packs, rules};
use crate::organisation::value::{Date, day};

/// The verdict of a day as the first page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The day that is looked at.
    #[serde(with = "day")]
    pub on: Date,
    /// Ids of the built-in packs that apply.
    pub packs: Vec<String>,
    /// Ids of packs that the file names and that there are none of.
    pub unknown_packs: Vec<String>,
    /// Workplaces in the file.
    pub workplaces: u32,
    /// Every rule with its counts: `must` before `should`, within these most missing and broken first.
    pub rules: Vec<RuleRow>,
    /// The most urgent findings, six at most.
    pub urgent: Vec<FindingRow>,
    /// Findings that are missing or broken, in all.
    pub gaps: u32,
    /// The last day on which all holds of what is met today and will not be within 90 days; none where nothing is.
    #[serde(with = "day::option")]
    pub first_ending: Option<Date>,
    /// How much is met today and will not be within 90 days.
    pub ending_count: u32,
    /// What counts as held on the day although the name of whoever holds it says that nobody does.
    pub nobodies: NobodiesView,
    /// The first matrix with its counts; absent when it is malformed.
    pub matrix: Option<MatrixView>,
    /// The risks that come first, three at most.
    pub first_risks: Vec<RiskRow>,
    /// How many risks are in the class of the first one.
    pub in_first_class: u32,
}

/// Urgent findings shown.
const URGENT: usize = 7;

/// Risks that the overview names, at most.
const FIRST_RISKS: usize = 3;

impl Overview {
    /// Whether any rule asks anything here: else nothing can be said to be as it should.
    pub fn is_asked(&self) -> bool {
        self.rules.iter().any(|rule| rule.tally.applicable > 0)
    }

    pub(in crate::engine) fn new(look: JudgedContext<'_>) -> Self {
        let coverage = look.coverage;
        let count = |of: fn(&Tally) -> u32| coverage.rules.iter().map(|verdict| of(&verdict.tally)).sum();
        let mut rules = RuleRow::all(look);
        sort::by_key(&mut rules, |row| (row.severity, std::cmp::Reverse(row.tally.gaps())));
        let concerns = |risk: &u32| concerns(*look, look.within, *risk);
        let in_order = look.register.in_order(look.organisation).iter().copied();
        let first: Vec<u32> = in_order.filter(concerns).take(FIRST_RISKS).collect();
        let matrix = MatrixView::of_part(*look, look.within);
        Self {
            on: coverage.on,
            packs: packs(look, true),
            unknown_packs: packs(look, false),
            workplaces: look.workplaces(),
            rules,
            urgent: most_urgent(look),
            gaps: count(Tally::gaps),
            ending_count: count(|tally| tally.expiring),
            first_ending: look.leading.ending().filter_map(|finding| finding.until).min(),
            nobodies: NobodiesView::new(look),
            in_first_class: first.first().map_or(0, |risk| in_class_of(*look, look.within, *risk, matrix.as_ref())),
            first_risks: first.into_iter().map(|risk| RiskRow::new(*look, risk)).collect(),
            matrix,
        }
    }
}

/// Ids of the packs named, the default one included: those that there are, or those that there are not.
fn packs(look: JudgedContext<'_>, known: bool) -> Vec<String> {
    let named = rules::packs_named(look.organisation).into_iter();
    named.filter(|id| packs::rules(id).is_some() == known).map(str::to_owned).collect()
}

/// The most urgent findings.
fn most_urgent(look: JudgedContext<'_>) -> Vec<FindingRow> {
    let findings = sort::first(look.leading.urgent(), URGENT, |finding| urgency(look, finding));
    findings.into_iter().map(|finding| FindingRow::new(look, finding)).collect()
}
