//! What narrows a page, as the query of a fragment says it.

use super::fragment::{self, Pairs};
use crate::coverage::State;
use crate::engine::lens::{
    ExtractOutcome, FindingFilter, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, WorkplaceFilter,
};
use crate::event::Happening;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Severity;
use crate::risk::Unplaced;

pub(super) fn read_findings(pairs: &Pairs<'_>) -> FindingFilter {
    FindingFilter {
        rule: pairs.text("rule"),
        state: pairs.get("state").and_then(State::from_word),
        severity: pairs.get("severity").and_then(Severity::from_word),
        unit: pairs.text("unit"),
    }
}

pub(super) fn write_findings(filter: &FindingFilter, pairs: &mut Pairs<'_>) {
    pairs.add("rule", filter.rule.as_ref());
    pairs.add("state", filter.state.map(State::word));
    pairs.add("severity", filter.severity.map(Severity::word));
    pairs.add("unit", filter.unit.as_ref());
}

pub(super) fn read_loss(pairs: &Pairs<'_>) -> LossFilter {
    LossFilter {
        lost: pairs.get("lost").map(fragment::items).unwrap_or_default(),
        hours: match pairs.number("hours") {
            0 => LossFilter::default().hours,
            hours => hours.min(LossFilter::LONGEST),
        },
    }
}

pub(super) fn write_loss(filter: &LossFilter, pairs: &mut Pairs<'_>) {
    pairs.add("lost", Some(fragment::list(&filter.lost)).filter(|lost| !lost.is_empty()));
    pairs.add("hours", Some(filter.hours).filter(|hours| *hours != LossFilter::default().hours));
}

pub(super) fn read_share(pairs: &Pairs<'_>) -> ShareFilter {
    let outcome = |word: &str| ExtractOutcome::ALL.into_iter().find(|outcome| outcome.word() == word);
    ShareFilter {
        receiver: pairs.text("for").unwrap_or_default(),
        outcome: pairs.get("items").and_then(outcome).unwrap_or_default(),
    }
}

pub(super) fn write_share(filter: &ShareFilter, pairs: &mut Pairs<'_>) {
    pairs.add("for", Some(&filter.receiver).filter(|receiver| !receiver.is_empty()));
    pairs.add("items", Some(filter.outcome).filter(|it| *it != ExtractOutcome::default()).map(ExtractOutcome::word));
}

pub(super) fn read_happening(pairs: &Pairs<'_>) -> Option<Happening> {
    let units = || Some(fragment::items(pairs.get("units")?)).filter(|ids| !ids.is_empty()).map(Happening::Units);
    let scenario = || pairs.text("scenario").map(Happening::Scenario);
    pairs.text("risk").map(Happening::Risk).or_else(scenario).or_else(units)
}

pub(super) fn read_workplaces(pairs: &Pairs<'_>) -> WorkplaceFilter {
    WorkplaceFilter {
        unit: pairs.text("unit"),
        state: pairs.get("state").and_then(State::from_word),
        find: pairs.text("find").unwrap_or_default(),
    }
}

pub(super) fn write_workplaces(filter: &WorkplaceFilter, pairs: &mut Pairs<'_>) {
    pairs.add("unit", filter.unit.as_ref());
    pairs.add("state", filter.state.map(State::word));
    pairs.add("find", Some(&filter.find).filter(|find| !find.is_empty()));
}

pub(super) fn read_training(pairs: &Pairs<'_>) -> TrainingFilter {
    TrainingFilter {
        training: pairs.text("training"),
        state: pairs.get("state").and_then(State::from_word),
        unit: pairs.text("unit"),
    }
}

pub(super) fn write_training(filter: &TrainingFilter, pairs: &mut Pairs<'_>) {
    pairs.add("training", filter.training.as_ref());
    pairs.add("state", filter.state.map(State::word));
    pairs.add("unit", filter.unit.as_ref());
}

pub(super) fn read_measures(pairs: &Pairs<'_>) -> MeasureFilter {
    MeasureFilter {
        owner: pairs.text("owner"),
        unit: pairs.text("unit"),
        status: pairs.get("status").and_then(MeasureStatus::from_word),
        overdue: pairs.get("overdue") == Some("yes"),
    }
}

pub(super) fn write_measures(filter: &MeasureFilter, pairs: &mut Pairs<'_>) {
    pairs.add("owner", filter.owner.as_ref());
    pairs.add("unit", filter.unit.as_ref());
    pairs.add("status", filter.status.map(MeasureStatus::word));
    pairs.add("overdue", filter.overdue.then_some("yes"));
}

pub(super) fn read_risks(pairs: &Pairs<'_>) -> RiskFilter {
    let cell = pairs.get("cell").and_then(|cell| cell.split_once(','));
    RiskFilter {
        cell: cell.and_then(|(likelihood, consequence)| Some((likelihood.parse().ok()?, consequence.parse().ok()?))),
        class: pairs.text("class"),
        beside: pairs.get("beside").and_then(|word| BESIDE.into_iter().find(|(_, of)| *of == word)).map(|(it, _)| it),
        unit: pairs.text("unit"),
        scenario: pairs.text("scenario"),
        dimension: pairs.text("dimension"),
        find: pairs.text("find").unwrap_or_default(),
    }
}

pub(super) fn write_risks(filter: &RiskFilter, pairs: &mut Pairs<'_>) {
    pairs.add("cell", filter.cell.map(|(likelihood, consequence)| format!("{likelihood},{consequence}")));
    pairs.add("class", filter.class.as_ref());
    let word = |beside| BESIDE.into_iter().find(|(it, _)| *it == beside).map(|(_, word)| word);
    pairs.add("beside", filter.beside.and_then(word));
    pairs.add("unit", filter.unit.as_ref());
    pairs.add("scenario", filter.scenario.as_ref());
    pairs.add("dimension", filter.dimension.as_ref());
    pairs.add("find", Some(&filter.find).filter(|find| !find.is_empty()));
}

/// Which two analyses are compared, and from where on the list is shown.
pub(super) fn write_editions((earlier, later): (Option<&String>, Option<&String>), from: u32, pairs: &mut Pairs<'_>) {
    pairs.add("earlier", earlier);
    pairs.add("later", later);
    pairs.add("from", Some(from).filter(|from| *from > 0));
}

/// The reasons to stand beside the matrix, as the verdict writes them.
pub(super) const BESIDE: [(Unplaced, &str); 3] = [
    (Unplaced::NotRated, "not_rated"),
    (Unplaced::NotAssessable, "not_assessable"),
    (Unplaced::Antagonistic, "antagonistic"),
];
