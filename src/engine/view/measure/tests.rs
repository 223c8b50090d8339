use super::{DueTime, MeasurePage, MeasureStands};
use crate::engine::lens::{Lens, MeasureFilter, Window};
use crate::engine::{Engine, Reply, Request};
use crate::organisation::risk::MeasureStatus;

const FILE: &str = r#"{"format": 1,
    "units": [{"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"}],
    "people": [{"id": "p", "name": "P", "unit": "d"}],
    "scales": [
        {"id": "l", "levels": [{"name": "1"}, {"name": "2"}, {"name": "3"}]},
        {"id": "c", "name": "Skada", "levels": [{"name": "1"}, {"name": "2"}, {"name": "3"}]}],
    "matrices": [{"id": "m", "likelihood": "l", "consequence": ["c"],
        "classes": [{"id": "low", "name": "låg"}, {"id": "medium", "name": "medel"}, {"id": "high", "name": "hög"}],
        "grid": [[0, 0, 1], [0, 1, 2], [1, 2, 2]]}],
    "risks": [
        {"id": "worst", "title": "Värst", "units": ["e"], "likelihood": 3, "consequence": {"c": 3}},
        {"id": "middling", "title": "Medel", "likelihood": 2, "consequence": {"c": 2}}],
    "measures": [
        {"id": "late", "title": "Sen", "owner": "p", "due": "2026-06-30", "status": "ongoing", "cost": 50000,
            "risks": ["worst"], "effect": {"consequence": {"c": -2}}},
        {"id": "soon", "title": "Snart", "owner": "d", "due": "2026-07-01", "status": "decided", "cost": 400000,
            "risks": ["worst", "middling"], "effect": {"likelihood": -2}},
        {"id": "small", "title": "Liten", "status": "decided", "cost": 1000, "risks": ["middling"], "effect": {"likelihood": -1}},
        {"id": "free", "title": "Utan pris", "status": "proposed", "risks": ["worst"], "effect": {"likelihood": -2}},
        {"id": "words", "title": "I ord", "status": "proposed", "cost": 5, "risks": ["worst"], "effect": {"note": "Hjälper"}},
        {"id": "given-up", "title": "Avbruten", "status": "cancelled", "due": "2026-01-01", "cost": 9},
        {"id": "ready", "title": "Klar", "status": "done", "done": "2026-07-02", "due": "2026-06-01", "cost": 9}]}"#;

fn page(on: &str, within: Option<&str>, filter: &MeasureFilter) -> MeasurePage {
    let mut engine = Engine::default();
    engine.open("fil.json".into(), FILE.into(), &mut |_| ()).expect("a file of format 1");
    let lens = Lens { on: on.parse().expect("a day"), within: within.map(str::to_owned) };
    let window = Window { from: 0, count: 50 };
    match engine.handle(&Request::Measures { lens, filter: filter.clone(), window }) {
        Reply::Measures(page) => *page,
        other => panic!("{other:?}"),
    }
}

fn ids(page: &MeasurePage) -> Vec<&str> {
    page.rows.iter().map(|row| &*row.id).collect()
}

#[test]
fn what_should_have_been_done_comes_first_and_what_is_given_up_last() {
    let found = page("2026-07-02", None, &MeasureFilter::default());
    assert_eq!(ids(&found), ["late", "soon", "free", "small", "words", "ready", "given-up"]);
    assert_eq!((found.all, found.remaining, found.overdue, found.next), (7, 5, 2, None));
    assert!((found.cost - 451_005.0).abs() < 0.01 && found.uncosted == 1);
}

#[test]
fn a_measure_is_in_time_through_its_day_and_is_not_done_before_it_was() {
    let found = page("2026-07-01", None, &MeasureFilter::default());
    let stands = |id: &str| found.rows.iter().find(|row| row.id == id).expect("a measure").stands;
    assert_eq!(stands("soon"), MeasureStands::Remaining);
    assert_eq!(stands("ready"), MeasureStands::Overdue, "it was done on the second, and due in June");
    assert_eq!(found.next.expect("one that comes").id, "soon");
}

#[test]
fn every_choice_narrows_the_list() {
    let found = |filter: MeasureFilter| ids(&page("2026-07-02", None, &filter)).join(" ");
    assert_eq!(found(MeasureFilter { overdue: true, ..MeasureFilter::default() }), "late soon");
    assert_eq!(found(MeasureFilter { owner: Some("p".into()), ..MeasureFilter::default() }), "late");
    let decided = MeasureFilter { status: Some(MeasureStatus::Decided), ..MeasureFilter::default() };
    assert_eq!(found(decided), "soon small");
    // By who answers for it, or by the risk.
    assert_eq!(found(MeasureFilter { unit: Some("d".into()), ..MeasureFilter::default() }), "late soon");
    assert_eq!(found(MeasureFilter { unit: Some("e".into()), ..MeasureFilter::default() }), "late soon free words");
    assert_eq!(found(MeasureFilter { unit: Some("nowhere".into()), ..MeasureFilter::default() }), "");
    assert_eq!(page("2026-07-02", Some("d"), &MeasureFilter::default()).all, 2);
}

#[test]
fn measures_are_weighed_by_steps_out_of_the_top_classes_for_their_cost() {
    let weighed = page("2026-07-02", None, &MeasureFilter::default()).weighed;
    let rows: Vec<_> = weighed.rows.iter().map(|row| (&*row.measure.id, row.steps, row.per_100_000())).collect();
    // The middling risk is in no top class, so that what takes it down counts for nothing.
    assert_eq!(rows, [("late", 1, Some(2.0)), ("soon", 1, Some(0.25))]);
    assert_eq!((&*weighed.rows[1].moves[0].risk.id, weighed.rows[1].moves.len()), ("worst", 1));
    assert_eq!(weighed.idle, 1);
    let ids = |rows: &[super::NamedRow]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&weighed.uncosted), ids(&weighed.unsaid)), (vec!["free".into()], vec!["words".into()]));
}

#[test]
fn what_a_measure_gives_is_told_by_the_names_of_dimensions() {
    let found = page("2026-07-02", None, &MeasureFilter::default());
    let (name, low, high) = &found.rows[0].effect.consequence[0];
    assert_eq!((&*name.sv, *low, *high), ("Skada", -2, -2));
    assert_eq!(found.rows[1].effect.likelihood, Some(-2));
}

#[test]
fn what_remains_stands_along_the_time_with_what_it_costs() {
    let told = |on: &str| {
        let spans = page(on, None, &MeasureFilter::default()).spans;
        spans.iter().map(|span| (span.when, span.count, span.cost.round(), span.uncosted)).collect::<Vec<_>>()
    };
    assert_eq!(
        told("2026-07-02"),
        [(DueTime::Late, 2, 450_000.0, 0), (DueTime::Undated, 3, 1_005.0, 1)],
        "what is done or given up is left out"
    );
    assert_eq!(told("2026-06-30")[..2], [(DueTime::Late, 1, 9.0, 0), (DueTime::Soon, 2, 450_000.0, 0)]);
    assert_eq!(told("2026-01-01")[0], (DueTime::In(2026), 3, 450_009.0, 0), "more than ninety days away");
    assert_eq!(told("2020-01-01")[0], (DueTime::From(2023), 3, 450_009.0, 0), "years far away stand together");
}
