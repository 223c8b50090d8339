//! What must be true of coverage whatever the file: order never matters, more holders never hurt, and the state of
//! each day agrees with what was foretold.

mod generated;

use chrono::{Days, NaiveDate};
use ombud::coverage::because::BecauseView;
use ombud::coverage::{Coverage, State, judge};
use ombud::organisation::{Index, Organisation, read};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use generated::{ON, assignment, file};

fn judged<T>(file: &Value, on: NaiveDate, told: impl Fn(&Coverage<'_>, &Organisation<'_>, &Index) -> T) -> T {
    let text = file.to_string();
    let (mut organisation, mut problems) = read(&text, &mut |_| ()).unwrap();
    assert_eq!(problems.list, []);
    let mut index = Index::new(&mut organisation, &text, &mut problems);
    let coverage = judge(&organisation, &mut index, on);
    told(&coverage, &organisation, &index)
}

/// Everything a coverage says, in its own order.
fn all(file: &Value, on: NaiveDate) -> Vec<String> {
    judged(file, on, |coverage, organisation, index| {
        let rules = coverage.rules.iter().map(|verdict| format!("{} {:?}", verdict.rule.id, verdict.tally));
        let findings = coverage.findings.iter().map(|finding| {
            let id = coverage.id(finding, organisation, index);
            let view = BecauseView::new(finding, coverage, organisation, index);
            format!("{id} {:?} {:?} {:?} {view:?} {}", finding.state, finding.since, finding.until, view.to_json())
        });
        rules.chain(findings).collect()
    })
}

/// A finding as far as a forecast goes: id, state, since and until.
type ForecastFinding = (String, State, Option<NaiveDate>, Option<NaiveDate>);

fn told(file: &Value, on: NaiveDate) -> Vec<ForecastFinding> {
    judged(file, on, |coverage, organisation, index| {
        let findings = coverage.findings.iter();
        findings
            .map(|finding| {
                let id = coverage.id(finding, organisation, index);
                (id, finding.state, finding.since, finding.until)
            })
            .collect()
    })
}

fn reversed(file: &Value) -> Value {
    let mut file = file.clone();
    for list in file.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
        list.reverse();
    }
    file
}

/// How many subjects of a rule are met, and how many are met at least today.
fn held(file: &Value, rule: &str) -> [u32; 2] {
    judged(file, ON, |coverage, _, _| {
        let verdict = coverage.rules.iter().find(|verdict| *verdict.rule.id == *rule).unwrap();
        [verdict.tally.met, verdict.tally.met + verdict.tally.expiring]
    })
}

proptest! {
    #[test]
    fn the_order_of_the_file_never_matters(file in file(), seed in any::<u64>()) {
        let said = all(&file, ON);
        prop_assert_eq!(&said, &all(&reversed(&file), ON));
        let mut turned = file;
        for list in turned.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
            let by = usize::try_from(seed % 97).unwrap() % list.len().max(1);
            list.rotate_left(by);
            if seed % 2 == 0 && list.len() > 2 {
                list.swap(0, 2);
            }
        }
        prop_assert_eq!(said, all(&turned, ON));
    }

    #[test]
    fn a_finding_keeps_its_id_whoever_is_renamed_and_whatever_is_added_beside(file in file(), unit in select(vec!["kommun", "dep-a", "group"])) {
        let ids = |file: &Value| told(file, ON).into_iter().map(|told| told.0).collect::<Vec<_>>();
        let before = ids(&file);
        let mut changed = reversed(&file);
        for person in changed["people"].as_array_mut().unwrap() {
            person["name"] = json!(format!("{} af Annat", person["name"]));
        }
        for unit in changed["units"].as_array_mut().unwrap() {
            unit["name"] = json!("Annat");
        }
        // Units that no rule is about but those about every unit, which then find something new, and nothing else.
        let units = changed["units"].as_array_mut().unwrap();
        units.insert(0, json!({ "id": "beside", "name": "B", "kind": "company", "parent": unit }));
        units.push(json!({ "id": "below", "name": "B", "kind": "workplace", "parent": "beside" }));
        let mut after = ids(&changed);
        after.retain(|id| !id.ends_with(":beside") && !id.ends_with(":below"));
        let before: Vec<_> = before.into_iter().filter(|id| id != "exists:company").collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn another_holder_never_makes_a_rule_without_an_upper_bound_worse(
        file in file(),
        more in assignment(),
    ) {
        let mut with = file.clone();
        with["assignments"].as_array_mut().unwrap().push(more);
        with["exceptions"] = json!([]);
        let mut without = with.clone();
        without["assignments"].as_array_mut().unwrap().pop();
        for rule in ["one", "two"] {
            let (fewer, more) = (held(&without, rule), held(&with, rule));
            prop_assert!(fewer[0] <= more[0] && fewer[1] <= more[1], "{}: {:?} then {:?}", rule, fewer, more);
        }
    }

    #[test]
    fn the_tally_adds_up(file in file()) {
        judged(&file, ON, |coverage, _, _| {
            for (number, verdict) in (0..).zip(&coverage.rules) {
                let t = verdict.tally;
                assert_eq!(t.applicable, t.met + t.expiring + t.missing + t.broken + t.unknown + t.accepted);
                let findings = coverage.findings.iter().filter(|finding| finding.rule == number).count();
                assert_eq!(usize::try_from(t.applicable - t.met).unwrap(), findings);
            }
        });
    }

    #[test]
    fn a_reason_survives_being_sent(file in file()) {
        judged(&file, ON, |coverage, organisation, index| {
            for finding in &coverage.findings {
                let view = BecauseView::new(finding, coverage, organisation, index);
                let bytes = postcard::to_allocvec(&view).unwrap();
                assert_eq!(postcard::from_bytes::<BecauseView>(&bytes).unwrap(), view);
                let json: Value = serde_json::from_str(&view.to_json()).unwrap();
                assert_eq!(json["kind"], view.kind());
            }
        });
    }
}

proptest! {
    // Each case judges ninety-one days.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_day_comes_as_it_was_foretold(mut file in file()) {
        // An exception hides a lack, it does not prevent it; and who is a subject may change with the day.
        file["exceptions"] = json!([]);
        let (today, days) = (told(&file, ON), 1..=90_u64);
        let ahead: Vec<Vec<ForecastFinding>> = days.map(|days| told(&file, ON + Days::new(days))).collect();
        let state = |day: &[ForecastFinding], id: &str| day.iter().find(|told| told.0 == id).map(|told| told.1);
        let fails = |state: Option<State>| state.is_some_and(|state| state != State::Expiring);
        for (id, _, _, until) in today.iter().filter(|told| told.1 == State::Expiring) {
            let until = until.unwrap();
            let at = usize::try_from((until - ON).num_days()).unwrap();
            for day in &ahead[..at] {
                prop_assert!(!fails(state(day, id)), "{} fails before {}", id, until);
            }
            prop_assert!(fails(state(&ahead[at], id)), "{} is met after {}", id, until);
            prop_assert_eq!(ahead[at].iter().find(|told| told.0 == *id).unwrap().2, until.succ_opt(), "since: {}", id);
        }
        // The other way round, for rules whose subjects are the same every day: what fails within the window is a
        // finding today.
        let foreseen = ["one:", "exactly-one:", "two:", "represented:", "represented-by-name:", "reviewed:", "done:"];
        for day in &ahead {
            for (id, ..) in day.iter().filter(|told| foreseen.iter().any(|rule| told.0.starts_with(rule))) {
                prop_assert!(!fails(state(day, id)) || state(&today, id).is_some(), "{} was not foretold", id);
            }
        }
    }
}
