use crate::coverage::State;
use crate::engine::Engine;
use crate::engine::lens::{Lens, TrainingFilter, Window};
use crate::engine::request::{Reply, Request};
use crate::engine::view::TrainingPage;
use crate::organisation::value::parse_date;

const FILE: &str = r#"{"format": 1,
    "units": [
        {"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"},
        {"id": "a", "name": "A", "kind": "workplace", "parent": "d"}, {"id": "b", "name": "B", "kind": "workplace", "parent": "e"},
        {"id": "alone", "name": "L", "kind": "workplace"}
    ],
    "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}, {"id": "r", "name": "R"}],
    "assignments": [
        {"role": "x", "unit": "a", "person": "p"}, {"role": "x", "unit": "b", "person": "q"}, {"role": "y", "unit": "alone", "person": "r"}
    ],
    "trainings": [
        {"id": "first", "name": "First", "roles": ["x", "y"], "renewed_after": 12},
        {"id": "other", "name": "Other", "roles": []}
    ],
    "completions": [
        {"training": "first", "person": "p", "date": "2025-08-01"}, {"training": "first", "person": "q", "date": "2026-06-01"}
    ],
    "exceptions": [{"finding": "rule:b:q", "reason": "Slutar snart"}],
    "rules": [{"id": "rule", "trained": {"training": "other", "who": ["x"]}}]}"#;

fn page(filter: &TrainingFilter, within: Option<&str>) -> TrainingPage {
    let mut engine = Engine::default();
    engine.open("f".into(), FILE.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens { on: parse_date("2026-07-01").unwrap(), within: within.map(str::to_owned) };
    let window = Window { from: 0, count: 10 };
    match engine.handle(&Request::Training { lens, filter: filter.clone(), window }) {
        Reply::Training(page) => *page,
        other => panic!("{other:?}"),
    }
}

/// The rows in a line each.
fn told(page: &TrainingPage) -> Vec<String> {
    let until = |row: &super::TraineeRow| row.until.map(|day| format!(" {day}")).unwrap_or_default();
    let line =
        |row: &super::TraineeRow| format!("{} {} {}{}", row.person.id, row.training, row.state.word(), until(row));
    page.rows.iter().map(line).collect()
}

#[test]
fn everyone_asked_is_listed_with_those_who_lack_it_first() {
    let page = page(&TrainingFilter::default(), None);
    let all = [
        "p other missing",
        "r first missing",
        "p first expiring 2026-08-01",
        "q other accepted",
        "q first met 2027-06-01",
    ];
    assert_eq!(told(&page), all);
    assert_eq!(page.total, 5);
    let findings: Vec<Option<&str>> = page.rows.iter().map(|row| row.finding.as_deref()).collect();
    assert_eq!(findings, [Some("rule:a:p"), None, None, Some("rule:b:q"), None]);
}

#[test]
fn a_training_counts_those_it_is_asked_of_by_itself_or_by_a_rule() {
    let page = page(&TrainingFilter::default(), None);
    let [first, other] = &page.trainings[..] else { panic!("two trainings") };
    assert_eq!((first.tally.applicable, first.tally.met, first.tally.expiring, first.tally.missing), (3, 1, 1, 1));
    assert_eq!((first.rule.as_deref(), first.next), (None, parse_date("2026-08-01")));
    assert_eq!((other.tally.applicable, other.tally.missing, other.tally.accepted), (2, 1, 1));
    assert_eq!((other.rule.as_deref(), other.roles[0].id.as_str()), (Some("rule"), "x"));
}

#[test]
fn departments_count_their_own_and_whoever_belongs_to_none_comes_last() {
    let page = page(&TrainingFilter { training: Some("first".into()), ..TrainingFilter::default() }, None);
    let first = page.trainings.iter().position(|row| row.id == "first").expect("a training");
    let count = |row: &super::DepartmentRow| {
        (row.unit.as_ref().map(|unit| unit.id.clone()), row.tallies.len(), row.tallies[first].applicable)
    };
    let counts: Vec<_> = page.departments.iter().map(count).collect();
    assert_eq!(counts, [(Some("d".into()), 2, 1), (Some("e".into()), 2, 1), (None, 2, 1)]);
    let all = self::page(&TrainingFilter::default(), None);
    assert_eq!(page.departments, all.departments, "each training is counted, whichever is chosen");
    assert_eq!(page.trainings.len(), 2, "every training can be chosen");
}

#[test]
fn the_list_is_narrowed_by_state_unit_and_part() {
    let with = |state, unit: Option<&str>| TrainingFilter { training: None, state, unit: unit.map(str::to_owned) };
    assert_eq!(told(&page(&with(Some(State::Missing), None), None)), ["p other missing", "r first missing"]);
    assert_eq!(told(&page(&with(None, Some("e")), None)), ["q other accepted", "q first met 2027-06-01"]);
    assert_eq!(told(&page(&with(None, None), Some("alone"))), ["r first missing"]);
}
