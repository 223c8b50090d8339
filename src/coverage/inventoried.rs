//! `inventoried`: every unit in scope has reviewed the risks of its part of the organisation in time.

use std::cmp::Reverse;

use super::Subject;
use super::because::InventoryCause;
use super::look::JudgeContext;
use super::time::{Changes, DaySpan};
use super::visit::{Judgement, Visit, hand_out};
use crate::organisation::ids::NONE;
use crate::organisation::risk::RiskStatus;
use crate::organisation::rule::Inventoried;
use crate::organisation::value::Date;

/// What a unit's risks tell, whatever the day: the reviews that were or will be first and last, and a risk that does
/// not say.
#[derive(Clone, Copy, Default)]
struct Risks {
    first: Option<(Date, u32)>,
    last: Option<(Date, u32)>,
    silent: Option<u32>,
}

pub(super) fn subjects(shape: &Inventoried<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let parts = parts(look);
    for unit in look.scope(shape.scope.as_ref()) {
        let risks = parts[unit as usize];
        let judge = |day: Date| Some(judge_unit(risks, shape.every_months, day));
        visit.subject(Subject::Unit(unit), &judge, &|each| {
            let reviews = [risks.first, risks.last].into_iter().flatten();
            hand_out(reviews.map(|(reviewed, _)| DaySpan::months(reviewed, shape.every_months)), each);
        });
    }
}

/// What the risks of each unit and those below it tell.
fn parts(look: &JudgeContext<'_, '_>) -> Vec<Risks> {
    let mut parts = vec![Risks::default(); look.organisation.units.len()];
    for (risk, number) in look.organisation.risks.iter().zip(0..) {
        if risk.status == Some(RiskStatus::Closed) {
            continue;
        }
        let told = match risk.reviewed {
            Some(day) => Risks { first: Some((day, number)), last: Some((day, number)), silent: None },
            None => Risks { silent: Some(number), ..Risks::default() },
        };
        for unit in risk.units.iter().filter_map(|id| look.index.unit(id)) {
            merge(&mut parts[unit as usize], told, look);
        }
    }
    // Children come after their parent, so from the back every unit is whole before it is passed on.
    for unit in look.index.tree.iter().rev() {
        let parent = look.index.parents[*unit as usize];
        if parent != NONE {
            let told = parts[*unit as usize];
            merge(&mut parts[parent as usize], told, look);
        }
    }
    parts
}

/// Takes in what more risks tell. Of several that tell the same, the one whose id is first stands for them.
fn merge(into: &mut Risks, told: Risks, look: &JudgeContext<'_, '_>) {
    let id = |risk: u32| &look.organisation.risks[risk as usize].id;
    into.first = into.first.into_iter().chain(told.first).min_by_key(|(date, risk)| (*date, id(*risk)));
    into.last = into.last.into_iter().chain(told.last).max_by_key(|(date, risk)| (*date, Reverse(id(*risk))));
    into.silent = into.silent.into_iter().chain(told.silent).min_by_key(|risk| id(*risk));
}

fn judge_unit(risks: Risks, every_months: u32, on: Date) -> Judgement {
    let by_then = |(reviewed, _): &(Date, u32)| *reviewed <= on;
    let oldest = risks
        .first
        .filter(by_then)
        .map(|(reviewed, risk)| (DaySpan::months(reviewed, every_months), InventoryCause::Overdue { risk, reviewed }));
    // A review still to come says nothing of the last one.
    let to_come = risks.last.filter(|last| !by_then(last)).map(|(_, risk)| risk);
    match (oldest, risks.silent.or(to_come)) {
        (None, None) => Judgement::missing(None, InventoryCause::NoRisks),
        (Some((good, because)), _) if !good.covers(on) => Judgement::missing(good.after(), because),
        (_, Some(risk)) => Judgement::unknown(InventoryCause::NotReviewed { risk }),
        (Some((good, because)), None) => {
            let changes = Changes::of([good].into_iter(), on);
            Judgement::met_until(changes.first(|day| (!good.covers(day)).then_some(because)))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    fn file(risks: &str) -> String {
        format!(
            r#""units": [{{"id": "d", "name": "D", "kind": "department"}},
                {{"id": "a", "name": "A", "kind": "workplace", "parent": "d"}}],
            "risks": [{risks}],
            "rules": [{{"id": "r", "inventoried": {{"in": {{"kind": "department"}}, "every_months": 12}}}}]"#
        )
    }

    fn risk(id: &str, unit: &str, more: &str) -> String {
        format!(r#"{{"id": "{id}", "title": "T", "units": ["{unit}"]{more}}}"#)
    }

    #[test]
    fn a_department_without_risks_is_missing() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:d missing"]);
        let closed = risk("1", "a", r#", "status": "closed", "reviewed": "2026-06-01""#);
        assert_eq!(told(&file(&closed), "2026-07-01"), ["r:d missing"]);
    }

    #[test]
    fn risks_of_workplaces_below_count_and_the_oldest_review_decides() {
        let (new, old) =
            (risk("1", "d", r#", "reviewed": "2026-06-01""#), risk("2", "a", r#", "reviewed": "2025-08-01""#));
        assert!(told(&file(&new), "2026-07-01").is_empty());
        assert_eq!(told(&file(&format!("{new}, {old}")), "2026-07-01"), ["r:d expiring until 2026-08-01"]);
        assert_eq!(told(&file(&format!("{new}, {old}")), "2026-08-02"), ["r:d missing since 2026-08-02"]);
    }

    #[test]
    fn a_risk_that_does_not_say_is_unknown_unless_another_is_overdue() {
        let (new, silent) = (risk("1", "d", r#", "reviewed": "2026-06-01""#), risk("2", "a", ""));
        assert_eq!(told(&file(&format!("{new}, {silent}")), "2026-07-01"), ["r:d unknown"]);
        assert_eq!(told(&file(&format!("{new}, {silent}")), "2027-07-01"), ["r:d missing since 2027-06-02"]);
        let planned = risk("2", "a", r#", "reviewed": "2026-07-02""#);
        assert_eq!(told(&file(&format!("{new}, {planned}")), "2026-07-01"), ["r:d unknown"]);
    }
}
