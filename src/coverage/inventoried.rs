//! `inventoried`: every unit in scope has reviewed the risks of its part of the organisation in time.

use super::look::{Found, Ground, Judged, Look};
use super::time::{Changes, Span};
use super::{Because, Subject};
use crate::organisation::ids::NONE;
use crate::organisation::risk::RiskStatus;
use crate::organisation::rule::Inventoried;
use crate::organisation::value::Date;

/// What a unit's risks tell: of those reviewed the one longest ago, and one that does not say.
#[derive(Clone, Copy, Default)]
struct Risks {
    oldest: Option<(Date, u32)>,
    silent: Option<u32>,
}

pub(super) fn judge(shape: &Inventoried<'_>, look: &mut Look<'_, '_>, found: &mut Found<'_>) {
    let parts = parts(look.ground(), look.on);
    for unit in look.scope(shape.scope.as_ref()) {
        found.note(Subject::Unit(unit), judge_unit(parts[unit as usize], shape.every_months, look.on));
    }
}

/// Of each unit in scope whose risks have all been reviewed once: the last day for which that is recent enough.
pub(super) fn each_due(shape: &Inventoried<'_>, ground: Ground<'_, '_>, on: Date, mut each: impl FnMut(u32, Date)) {
    let parts = parts(ground, on);
    for unit in ground.scope(shape.scope.as_ref()) {
        let Risks { oldest, silent } = parts[unit as usize];
        let good = oldest.filter(|_| silent.is_none()).map(|(reviewed, _)| Span::months(reviewed, shape.every_months));
        if let Some(day) = good.and_then(|span| span.until) {
            each(unit, day);
        }
    }
}

/// What the risks of each unit and those below it tell.
fn parts(ground: Ground<'_, '_>, on: Date) -> Vec<Risks> {
    let mut parts = vec![Risks::default(); ground.organisation.units.len()];
    for (risk, number) in ground.organisation.risks.iter().zip(0..) {
        if risk.status == Some(RiskStatus::Closed) {
            continue;
        }
        let told = match risk.reviewed {
            // A review still to come says nothing of the last one.
            Some(reviewed) if reviewed <= on => Risks { oldest: Some((reviewed, number)), silent: None },
            _ => Risks { oldest: None, silent: Some(number) },
        };
        for unit in risk.units.iter().filter_map(|id| ground.index.unit(id)) {
            merge(&mut parts[unit as usize], told, ground);
        }
    }
    // Children come after their parent, so from the back every unit is whole before it is passed on.
    for unit in ground.index.tree.iter().rev() {
        let parent = ground.index.parents[*unit as usize];
        if parent != NONE {
            let told = parts[*unit as usize];
            merge(&mut parts[parent as usize], told, ground);
        }
    }
    parts
}

/// Takes in what more risks tell. Of several that tell the same, the one whose id is first stands for them.
fn merge(into: &mut Risks, told: Risks, ground: Ground<'_, '_>) {
    let id = |risk: u32| &ground.organisation.risks[risk as usize].id;
    into.oldest = into.oldest.into_iter().chain(told.oldest).min_by_key(|(date, risk)| (*date, id(*risk)));
    into.silent = into.silent.into_iter().chain(told.silent).min_by_key(|risk| id(*risk));
}

fn judge_unit(risks: Risks, every_months: u32, on: Date) -> Judged {
    let oldest = risks
        .oldest
        .map(|(reviewed, risk)| (Span::months(reviewed, every_months), Because::RiskOverdue { risk, reviewed }));
    match (oldest, risks.silent) {
        (None, None) => Judged::missing(None, Because::NoRisks),
        (Some((good, because)), _) if !good.covers(on) => Judged::missing(good.after(), because),
        (_, Some(risk)) => Judged::unknown(Because::RiskNotReviewed { risk }),
        (Some((good, because)), None) => {
            let changes = Changes::of([good].into_iter(), on);
            Judged::met_until(changes.first(|day| (!good.covers(day)).then_some(because)))
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
