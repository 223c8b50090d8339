use super::*;
use crate::draft::{ChangeKind, FieldValue, Patch};
use crate::engine::lens::Lens;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::ListName;
use crate::organisation::value::parse_date;

const FILE: &str = r#"{"format": 1,
    "units": [{"id": "a", "name": "A", "kind": "workplace"}, {"id": "b", "name": "B", "kind": "workplace"},
        {"id": "c", "name": "C", "kind": "workplace"}],
    "people": [{"id": "p", "name": "Pia"}, {"id": "q", "name": "Qvist"}],
    "assignments": [
        {"role": "x", "unit": "a", "person": "p", "until": "2026-07-20"},
        {"role": "x", "unit": "b", "person": "q", "until": "2026-07-20"},
        {"role": "x", "unit": "c", "person": "q", "until": "2026-12-01"}],
    "documents": [{"id": "d", "title": "D", "kind": "policy", "review_by": "2026-08-01"}],
    "rules": [
        {"id": "held", "severity": "must", "holders": {"of": "x", "in": {"kind": "workplace"}}},
        {"id": "early", "severity": "should", "reviewed": {}}]}"#;

fn engine() -> Engine {
    let mut engine = Engine::default();
    engine.open("organisation.json".into(), FILE.into(), &mut |_| ()).expect("it is read");
    engine
}

fn lens() -> Lens {
    Lens::whole(parse_date("2026-07-01").unwrap())
}

fn forecast(engine: &mut Engine, rule: Option<&str>) -> ForecastView {
    let rule = rule.map(str::to_owned);
    match engine.handle(&Request::Forecast { lens: lens(), months: 12, rule, drops: 60 }) {
        Reply::Forecast(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_not_all_is_named_it_is_the_first_day_and_those_with_most() {
    let named = |drops: u32| {
        let request = Request::Forecast { lens: lens(), months: 12, rule: None, drops };
        let Reply::Forecast(view) = engine().handle(&request) else { panic!("a forecast") };
        assert_eq!(view.drop_count, 3);
        view.drops.iter().map(|drop| format!("{} {}", drop.on, drop.rule.id)).collect::<Vec<_>>()
    };
    assert_eq!(named(1), ["2026-07-21 held"]);
    assert_eq!(named(2), ["2026-07-21 held", "2026-08-02 early"]);
}

fn falls(engine: &mut Engine, days: u32) -> FallPage {
    let window = Window { from: 0, count: 50 };
    match engine.handle(&Request::Falls { lens: lens(), days, rule: None, window }) {
        Reply::Falls(page) => page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_falls_of_one_rule_on_one_day_is_one_drop_with_those_who_cause_it() {
    let view = forecast(&mut engine(), None);
    let drops = view.drops.iter().map(|drop| {
        let people: Vec<_> = drop.falls.iter().flat_map(|fall| fall.people.clone()).collect();
        format!("{} {} {} {}", drop.on, drop.rule.id, drop.rule.tally.missing, people.join("+"))
    });
    let told = ["2026-07-21 held 2 Pia+Qvist", "2026-08-02 early 1 ", "2026-12-02 held 1 Qvist"];
    assert_eq!(drops.collect::<Vec<_>>(), told);
    assert_eq!((view.drop_count, view.fallen), (3, 4));
}

#[test]
fn the_total_is_that_of_all_rules_and_musts_come_first() {
    let view = forecast(&mut engine(), None);
    let total: Vec<_> = view.total.iter().map(|step| (step.met, step.applicable)).collect();
    assert_eq!(total, [(4, 4), (2, 4), (1, 4), (0, 4)]);
    assert_eq!(view.rules.iter().map(|course| &*course.rule.id).collect::<Vec<_>>(), ["held", "early"]);
}

#[test]
fn of_one_rule_only_its_own_drops_are_named() {
    let view = forecast(&mut engine(), Some("early"));
    assert_eq!(view.drops.len(), 1);
    assert_eq!(view.rules.len(), 2, "every rule has its steps all the same");
}

#[test]
fn the_list_to_work_from_counts_30_90_and_180_days_and_tells_which_have_a_page() {
    let page = falls(&mut engine(), 180);
    assert_eq!(page.within, [2, 3, 4]);
    let row = |row: &FallRow| format!("{} {} {}", row.finding.id, row.is_open, row.posts.len());
    let rows: Vec<_> = page.rows.iter().map(row).collect();
    assert_eq!(rows, ["held:a true 1", "held:b true 1", "early:d true 0", "held:c false 1"]);
    assert_eq!(falls(&mut engine(), 30).total, 2);
}

#[test]
fn a_post_that_is_prolonged_falls_no_more() {
    let mut engine = engine();
    assert_eq!(falls(&mut engine, 30).total, 2);
    let key = falls(&mut engine, 30).rows[0].posts[0].key.clone();
    let fields = vec![("until".to_owned(), FieldValue::text("2028-01-01"))];
    let patches = vec![Patch::Set { list: ListName::Assignments, key, fields }];
    assert!(matches!(engine.handle(&Request::Change { name: ChangeKind::Edit, patches }), Reply::Changed(_)));
    assert_eq!(falls(&mut engine, 30).total, 1);
}
