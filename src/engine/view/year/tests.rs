use super::{DutyKind, DutyView, YearView};
use crate::engine::Engine;
use crate::engine::lens::Lens;
use crate::engine::request::{Reply, Request};
use crate::organisation::value::parse_date;

const FILE: &str = r#"{"format": 1,
    "units": [
        {"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"},
        {"id": "g", "name": "G", "kind": "group"}
    ],
    "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
    "assignments": [
        {"role": "x", "unit": "d", "person": "p", "from": "2026-01-01", "until": "2027-03-31"},
        {"role": "x", "unit": "e", "person": "q", "until": "2027-03-15"}
    ],
    "trainings": [{"id": "t", "name": "T", "roles": ["x"], "renewed_after": 6}],
    "completions": [{"training": "t", "person": "p", "date": "2026-05-20"}, {"training": "t", "person": "q", "date": "2026-05-10"}],
    "documents": [{"id": "plan", "title": "Plan", "kind": "plan", "owner": "d", "review_by": "2026-07-31"}],
    "activities": [{"kind": "meeting", "unit": "g", "date": "2026-09-01"}],
    "rules": [{"id": "documents", "reviewed": {}}]}"#;

fn year(from: &str, within: Option<&str>) -> YearView {
    year_of(FILE, from, within)
}

fn year_of(file: &str, from: &str, within: Option<&str>) -> YearView {
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens { on: parse_date("2026-07-15").unwrap(), within: within.map(str::to_owned) };
    match engine.handle(&Request::Year { lens, from: parse_date(from).unwrap() }) {
        Reply::Year(year) => *year,
        other => panic!("{other:?}"),
    }
}

/// Every duty in a line: its month from 0, its day and what it is called by.
fn told(year: &YearView) -> Vec<String> {
    let line = |(at, row): (usize, &super::DueRow)| format!("{at} {} {}", row.by, row.key);
    let rows = year.months.iter().enumerate().flat_map(|(at, month)| month.groups.iter().map(move |group| (at, group)));
    rows.flat_map(|(at, group)| group.rows.iter().map(move |row| (at, row))).map(line).collect()
}

#[test]
fn twelve_months_begin_with_that_of_the_day_and_hold_each_duty_in_its_own() {
    let year = year("2026-07-15", None);
    assert_eq!(year.from.to_string(), "2026-07-01");
    assert_eq!(
        told(&year),
        [
            "0 2026-07-31 review/plan",
            "2 2026-09-01 planned/g/meeting/2026-09-01",
            "4 2026-11-10 lapse/t/2026-11",
            "7 2027-02-15 statutory/rsa-follow-up/2027",
            "8 2027-03-15 end/x/e/q/",
            "8 2027-03-31 end/x/d/p/2026-01-01",
        ]
    );
    assert_eq!(year.total, 7, "a training lapses for each person");
    assert_eq!(year.months.len(), 12);
}

#[test]
fn a_training_that_lapses_for_several_is_one_duty_of_its_month() {
    let year = year("2026-07-15", None);
    let group = &year.months[4].groups[0];
    assert_eq!((group.kind, group.total, group.rows.len()), (DutyKind::Lapse, 2, 1));
    assert!(matches!(group.rows[0].duty, DutyView::Lapse { people: 2, .. }));
}

#[test]
fn what_a_rule_finds_about_a_duty_is_told_with_it() {
    assert_eq!(year("2026-07-15", None).months[0].groups[0].rows[0].finding.as_deref(), Some("documents:plan"));
}

#[test]
fn a_year_of_the_calendar_begins_in_january_and_has_its_analysis() {
    let keys = |from| told(&year(from, None));
    assert!(keys("2027-01-01").contains(&"9 2027-10-31 statutory/rsa/2027".to_owned()));
    assert!(!keys("2026-01-01").iter().any(|line| line.ends_with("statutory/rsa/2026")));
}

#[test]
fn no_more_than_a_screenful_of_a_kind_is_handed_over_and_all_are_counted() {
    let units: Vec<String> =
        (0..60).map(|n| format!(r#"{{"id": "u{n}", "name": "U", "kind": "workplace"}}"#)).collect();
    let posts = (0..60).map(|n| format!(r#"{{"role": "x", "unit": "u{n}", "person": "p", "until": "2027-03-31"}}"#));
    let (units, posts) = (units.join(","), posts.collect::<Vec<_>>().join(","));
    let file = format!(
        r#"{{"format": 1, "units": [{units}], "people": [{{"id": "p", "name": "P"}}], "assignments": [{posts}]}}"#
    );
    let group = &year_of(&file, "2026-07-15", None).months[8].groups[0];
    assert_eq!((group.kind, group.total, group.rows.len()), (DutyKind::End, 60, super::MOST));
}

#[test]
fn a_department_has_its_own_duties_only() {
    let own = ["0 2026-07-31 review/plan", "4 2026-11-20 lapse/t/2026-11", "8 2027-03-31 end/x/d/p/2026-01-01"];
    assert_eq!(told(&year("2026-07-15", Some("d"))), own);
}
